"""Whom the encoder of amounts points at: how its words become parties, and what these may do beside the rules."""

from collections.abc import Mapping

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.in_context.read import InContext, Seen
from analysis.money.pledges import find_pledges
from analysis.money.roles.pointed import nobody, pointed
from analysis.money.text.reader import Reader
from analysis.money.weighing import nameless, second_givers, second_receivers
from analysis.money.weighing.classifier import LABELS
from tests.money.second_help import claims_by, options_of

UNSAID = "Ida Lund had a good year. A grant of 5 million euros for Mali was signed on Friday."
ROLES = ("giver", "receiver")


def point(text: str, shares: Mapping[str, float], monkeypatch: pytest.MonkeyPatch, *, none: float = 0.0) -> None:
    """Let the encoder point at words of a text, as givers and receivers, and say nothing else."""
    spans = {(text.index(word), text.index(word) + len(word)): share for word, share in shares.items()}
    stages, forms = ((0.0,) * len(LABELS[kind]) for kind in ("status", "instrument"))
    seen = Seen(0.0, stages, forms, {role: {(0, 0): none, **spans} for role in ROLES})
    monkeypatch.setattr(InContext, "__call__", lambda self, start: seen)


def givers(text: str, shares: Mapping[str, float], monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[str, float]]:
    """Give whom words that are pointed at name, by id: as what, and how likely."""
    point(text, shares, monkeypatch)
    amounts = find_amounts(text)
    found = pointed("giver", amounts[0].start, Reader(text, amounts))
    return {key: (one.item.text, one.share) for key, one in found.items()}


@pytest.mark.parametrize(
    ("text", "word", "known_as"),
    [
        ("Norway, it turned out, was behind the 5 million euros.", "Norway", "NOR"),
        ("Norway came. Behind the 5 million euros is the Nordic state.", "state", "NOR"),
        ("The 5 million euros are Hill Motors money.", "Motors", "hill-motors"),
        ("The 5 million euros are the Rowing Club of Lund's.", "Club", "rowing-club-of-lund"),
        ("The 5 million euros came out of the purse of a retired nurse.", "nurse", "retired-nurse"),
        ("Behind the 5 million euros stood Norvald Bank pensioners.", "pensioners", "norvald-bank-pensioners"),
    ],
)
def test_a_word_is_read_as_the_party_it_heads(text: str, word: str, known_as: str, monkeypatch: pytest.MonkeyPatch):
    """One of the register, what stands for one, an unlisted name in full, or a description."""
    assert list(givers(text, {word: 0.9}, monkeypatch)) == [known_as]


def test_words_of_one_party_are_summed(monkeypatch: pytest.MonkeyPatch):
    """Wherever it is named; small words and the sum itself are nobody."""
    text = "Norway came. The 5 million euros are from Norwegian coffers, for a well."
    found = givers(text, {"Norway": 0.3, "Norwegian": 0.4, "for": 0.1, "million": 0.2}, monkeypatch)

    assert list(found) == ["NOR"]
    assert found["NOR"][1] == pytest.approx(0.7)


def test_that_nobody_is_named_is_told(monkeypatch: pytest.MonkeyPatch):
    """By the marks at either end; descriptions give, and receive nothing."""
    text = "The 5 million euros came out of the purse of a retired nurse."
    point(text, {"nurse": 0.2}, monkeypatch, none=0.8)
    reader = Reader(text, find_amounts(text))

    assert nobody("giver", 0, reader) == pytest.approx(0.8)
    assert not pointed("receiver", 0, reader)


def test_who_is_pointed_at_may_give_from_elsewhere(monkeypatch: pytest.MonkeyPatch):
    """Another sentence's party stands beside those of its own, each by how likely it is named."""
    text = "Norway came. Sweden met Denmark, and a grant of 5 million euros for Mali was signed."
    point(text, {"Norway": 0.97, "Denmark": 0.02, "Sweden": 0.01}, monkeypatch)
    found = options_of(second_givers, text, monkeypatch)

    assert {"pointed:6", "pointed away"} <= set(found["NOR"])
    assert "pointed:1" in found["DNK"]
    assert "pointed away" not in found["SWE"]


def test_part_of_a_name_is_told_from_another(monkeypatch: pytest.MonkeyPatch):
    """A party within the words of whom the rules chose carries a sign of its own."""
    text = "Norwegian fishermen gave Mali 5 million euros."
    point(text, {"Norwegian": 0.9}, monkeypatch)

    assert "pointed within" in options_of(second_givers, text, monkeypatch)["NOR"]


def test_receivers_are_asked_for_too(monkeypatch: pytest.MonkeyPatch):
    """How likely each country, or nobody, is named is a sign among others."""
    text = "Norway gave Mali 5 million euros after a talk with Chad."
    point(text, {"Chad": 0.6}, monkeypatch, none=0.3)
    found = options_of(second_receivers, text, monkeypatch)

    assert "pointed:4" in found["TCD"]
    assert "pointed:0" in found["MLI"]
    assert "pointed nobody:3" in found[None]


def test_the_signs_decide_with_the_others(monkeypatch: pytest.MonkeyPatch):
    """Whom the rules chose gives way to one who is pointed at elsewhere."""
    text = "Norway came. Sweden gave Mali 5 million euros of its money."
    point(text, {"Norway": 0.97}, monkeypatch)

    assert claims_by(text, monkeypatch)[0].donor == "SWE"
    (moved,) = claims_by(text, monkeypatch, giver={"pointed:6": 9.0})
    assert (moved.donor, moved.donor_text, moved.recipient) == ("NOR", "Norway", "MLI")


@pytest.mark.parametrize(("share", "donor"), [(0.6, None), (0.8, "ida-lund")])
def test_a_gift_of_nobodys_is_theirs_at_whom_it_surely_points(
    share: float, donor: str | None, monkeypatch: pytest.MonkeyPatch
):
    """Where neither clause nor signs tell a giver; never the receiver."""
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.9)
    monkeypatch.setattr("analysis.money.whole_text.with_doers", lambda claims, places, reader: list(claims))
    point(UNSAID, {"Lund": share}, monkeypatch)
    (claim,) = claims_by(UNSAID, monkeypatch, giver={"nobody": 99.0})
    assert (claim.donor, claim.recipient, claim.exclude_reason) == (donor, "MLI", "")

    point(UNSAID, {"Mali": 0.9}, monkeypatch)
    assert claims_by(UNSAID, monkeypatch, giver={"nobody": 99.0})[0].donor is None


def test_a_text_that_names_nobody_is_believed(monkeypatch: pytest.MonkeyPatch):
    """Somebody is nobody else."""
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.9)
    text = "Somebody has found 5 million euros for Mali, Ida Lund wrote."
    point(text, {"Lund": 0.99}, monkeypatch)

    assert claims_by(text, monkeypatch, giver={"nobody": 99.0})[0].donor is None


def test_a_text_is_read_without_the_encoder(monkeypatch: pytest.MonkeyPatch):
    """Where a window does not get as far as an amount the rules' choice stays."""
    monkeypatch.setattr(InContext, "__call__", lambda self, start: None)

    assert find_pledges("Norway gave Mali 5 million euros.")[0].donor == "NOR"
