"""The second opinion on who gives: whom it may choose, and what it leaves to the rules."""

from collections.abc import Collection

import pytest

from analysis.money import whole_text
from analysis.money.pledges import find_pledges
from analysis.money.weighing import nameless, second_givers
from analysis.money.weighing.confidence import chance
from analysis.money.weighing.ranker import Options
from analysis.records import Claim
from tests.money.second_help import claims_by, options_of, without_pointing

GIVEN = "Norway gave Mali 5 million euros after a talk with Sweden."
UNGIVEN = "At a dinner with Norway and Sweden, a grant of 5 million euros for Mali was signed."


def claims(text: str, weights: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> list[Claim]:
    """Give the claims of a text by these weights of a giver's signs; receivers are left to the rules."""
    return claims_by(text, monkeypatch, giver=weights)


def seen(text: str, monkeypatch: pytest.MonkeyPatch) -> Options:
    """Give who may give the last amount of a text that is asked, with their signs."""
    return options_of(second_givers, text, monkeypatch)


def test_another_has_to_be_much_likelier(monkeypatch: pytest.MonkeyPatch):
    """The rules' own giver stays where another is only a little likelier; its words are then those of the other."""
    (kept,) = claims(GIVEN, {"rules": -0.5, "receiver": -9.0}, monkeypatch)
    assert (kept.donor, kept.donor_text) == ("NOR", "Norway")
    (moved,) = claims(GIVEN, {"rules": -5.0, "receiver": -9.0}, monkeypatch)
    assert (moved.donor, moved.donor_text, moved.donor_level) == ("SWE", "Sweden", "government")
    assert (moved.recipient, moved.exclude_reason) == ("MLI", "")


def test_who_counts_is_not_left_without_a_giver(monkeypatch: pytest.MonkeyPatch):
    """Nobody is no choice where the rules found somebody."""
    assert claims(GIVEN, {"nobody": 99.0, "receiver": -9.0}, monkeypatch)[0].donor == "NOR"
    assert None not in seen(GIVEN, monkeypatch)


def test_an_amount_without_a_giver_may_get_one(monkeypatch: pytest.MonkeyPatch):
    """Where nobody is likelier it stays without one."""
    without_pointing(monkeypatch)
    (left,) = claims(UNGIVEN, {"nobody": 9.0}, monkeypatch)
    assert left.donor is None
    (found,) = claims(UNGIVEN, {"nobody": -9.0, "receiver": -9.0, "<lead:with": 2.0}, monkeypatch)
    assert (found.donor, found.donor_text, found.exclude_reason) == ("NOR", "Norway", "")


@pytest.mark.parametrize(("likely", "reason"), [(0.55, "no_donor"), (0.65, "")])
def test_a_likely_gift_counts_without_a_giver(likely: float, reason: str, monkeypatch: pytest.MonkeyPatch):
    """How likely the words around the sum make it a gift decides; its giver is not named, its score at most even."""
    without_pointing(monkeypatch)
    monkeypatch.setattr(nameless, "given", lambda place, context=None: likely)
    (left,) = claims(UNGIVEN, {"nobody": 9.0}, monkeypatch)
    assert (left.donor, left.recipient, left.exclude_reason) == (None, "MLI", reason)
    assert left.confidence <= chance(0.5, "") or reason


def test_a_guessed_giver_does_not_count(monkeypatch: pytest.MonkeyPatch):
    """Whom the rest of the text alone speaks for is dropped where others are named, too."""
    without_pointing(monkeypatch)
    text = "The Norwegian embassy opened its doors.{} A gift of 5 million euros was announced."
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.5)
    assert [(claim.donor, claim.exclude_reason) for claim in find_pledges(text.format(""))] == [("NOR", "no_donor")]
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.7)
    assert [(claim.donor, claim.exclude_reason) for claim in find_pledges(text.format(""))] == [("NOR", "")]
    others = " Anna Lund and Otto Berg of Hill Motors came."
    (left,) = find_pledges(text.format(others))
    assert (left.donor, left.donor_text, left.donor_level, left.exclude_reason) == (None, None, None, "")


@pytest.mark.parametrize(
    ("text", "likely", "donor", "reason"),
    [
        # "the ministry" is taken for Moldova's
        ("The ministry will make 25 million euros available to Moldova.", 0.7, None, ""),
        ("Moldova will contribute 25 million euros to Moldova.", 0.5, "MDA", "budget"),
    ],
)
def test_no_state_gives_to_itself(
    text: str, likely: float, donor: str | None, reason: str, monkeypatch: pytest.MonkeyPatch
):
    """Another gives, or nobody who is named where the words tell of a gift; else it spends its own."""
    monkeypatch.setattr(nameless, "given", lambda place, context=None: likely)
    (claim,) = find_pledges(text)
    assert (claim.donor, claim.exclude_reason) == (donor, reason)


def test_a_reason_that_was_read_is_kept(monkeypatch: pytest.MonkeyPatch):
    """What is no gift is not asked who gives it."""
    text = "After a talk with Sweden Norway denied that it would give Mali 5 million euros."
    (kept,), (moved,) = claims(text, {}, monkeypatch), claims(text, {"rules": -9.0, "nobody": -9.0}, monkeypatch)
    assert moved == kept
    assert kept.exclude_reason == "denied"


@pytest.mark.parametrize(
    ("text", "party", "signs"),
    [
        (GIVEN, "NOR", ["rules:subject/named", "donor state", "<lead:^"]),
        (GIVEN, "MLI", ["receiver", "aided state", "<handed/give<"]),
        (UNGIVEN, None, ["nobody", "nobody/choice", "nobody/receiver", "rules:nobody"]),
        (
            "Norway gave Mali 2 million euros. Norway and Sweden gave Chad 5 million euros.",
            "NOR",
            ["gave", "gave last"],
        ),
        ("The mayor thanked Norway: Sweden gave Mali 5 million Swedish kronor.", "SWE", ["own money"]),
    ],
)
def test_how_a_party_stands_to_the_sum(
    text: str, party: str | None, signs: Collection[str], monkeypatch: pytest.MonkeyPatch
):
    """By its place in the clause, by what is told of other sums, and by whose money it is."""
    assert set(signs) <= set(seen(text, monkeypatch)[party])


@pytest.mark.parametrize(("likely", "reason"), [(0.3, "other"), (0.5, "part")])
def test_a_part_of_nobodys_has_to_be_likely(likely: float, reason: str, monkeypatch: pytest.MonkeyPatch):
    """Where nobody gives, "including" alone makes no part of a gift."""
    monkeypatch.setattr(nameless, "given", lambda place, context=None: likely)
    monkeypatch.setattr(whole_text, "with_reasons", lambda claims, places: claims)  # what it is then, is asked later
    claims = find_pledges(
        "The town of Gao received 9 million euros in aid on Monday, including 2 million euros for wells."
    )
    assert [claim.exclude_reason for claim in claims if claim.donor is None][-1:] == [reason]
