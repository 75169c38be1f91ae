"""What the encoder of amounts is asked, what its word is worth, and that its files are the ones that were trained."""

import hashlib
import json
from pathlib import Path

import pytest

from analysis.errors import ModelError
from analysis.money.amounts import find_amounts
from analysis.money.in_context import read
from analysis.money.in_context.read import MODEL, InContext, Seen, with_context
from analysis.money.pledges import find_pledges
from analysis.money.weighing import classifier, second
from analysis.money.weighing.classifier import LABELS, likeliest
from tests.money.second_help import without_pointing

GIVEN = "On Monday Norway said it would give Mali 5 million euros for schools."
LOST = "The flood cost farmers in Mali 5 million euros, an insurer said on Monday."
UNSAID = "The Salvation Army is in for 5 million euros in Mali."


def seen(text: str) -> Seen:
    """Give what the encoder makes of the first amount of a text."""
    amounts = [(amount.start, amount.end) for amount in find_amounts(text)]
    found = InContext(text, amounts)(amounts[0][0])
    assert found is not None
    return found


def test_a_gift_is_told_from_a_loss():
    """By the words around it alone."""
    assert seen(GIVEN).counts > 0 > seen(LOST).counts


def test_it_points_at_who_gives_and_who_receives():
    """By the words that name them, in its own sentence or before; shares of all words come to one."""
    text = f"Snow fell. {GIVEN}"
    parties = seen(text).parties

    for role, name in (("giver", "Norway"), ("receiver", "Mali")):
        shares = {text[start:end]: share for (start, end), share in parties[role].items()}
        assert max(shares, key=lambda word: shares[word]) == name
        assert 0.9 < sum(shares.values()) < 1.01


def test_an_amount_is_read_the_same_whatever_was_asked_before():
    """Windows do not depend on the questions."""
    text = f"{GIVEN} {LOST}"
    amounts = [(amount.start, amount.end) for amount in find_amounts(text)]
    forth, back = InContext(text, amounts), InContext(text, amounts)

    assert [forth(start) for start, _ in amounts] == [back(start) for start, _ in reversed(amounts)][::-1]


def test_no_other_amount_is_made_up():
    """An offset without an amount has no reading."""
    assert InContext(GIVEN, [])(3) is None


def test_its_word_counts_in_doubt_alone(monkeypatch: pytest.MonkeyPatch):
    """Where clause and rules are sure, the encoder is not asked whether an amount counts."""
    asked: list[int] = []
    without_pointing(monkeypatch)
    monkeypatch.setattr(classifier, "_OPEN", 0.0)  # nor, here, of stage and form
    monkeypatch.setattr(InContext, "__call__", lambda self, start: asked.append(start))
    for likely in (0.05, 0.5, 0.95):
        monkeypatch.setattr(second, "weighed", lambda score, reading, likely=likely: likely)
        find_pledges(UNSAID)

        assert bool(asked) == (likely == 0.5)
        asked.clear()


@pytest.mark.parametrize(("odds", "reason"), [(9.0, ""), (-9.0, "other")])
def test_its_word_moves_what_is_in_doubt(odds: float, reason: str, monkeypatch: pytest.MonkeyPatch):
    """Either way."""
    told = Seen(odds, (0.0,) * len(LABELS["status"]), (0.0,) * len(LABELS["instrument"]))
    monkeypatch.setattr(InContext, "__call__", lambda self, start: told)
    monkeypatch.setattr(second, "weighed", lambda score, reading: 0.5)

    assert find_pledges(UNSAID)[0].exclude_reason == reason


def test_the_surer_it_is_the_likelier_the_gift():
    """Its log odds and those of the clause both count."""
    by = [with_context(chance, Seen(odds, (), ())) for chance in (0.2, 0.8) for odds in (-2.0, 2.0)]

    assert by[0] < by[1] < by[3]
    assert by[0] < by[2] < by[3]


def test_stage_and_form_are_asked_where_they_are_open():
    """Of a plain loan, paid out, the encoder is not asked; of what no feature tells, it decides."""
    of_loan = Seen(0.0, (0.0,) * len(LABELS["status"]), tuple(9.0 * (form == "loan") for form in LABELS["instrument"]))

    assert likeliest(["always"], lambda: of_loan)[1] == "loan"
    assert likeliest(["always"])[1] != "loan"


def test_the_files_are_those_that_were_trained():
    """The card and claims.json name the digests of the files."""
    facts = json.loads((MODEL / "claims.json").read_text(encoding="utf-8"))
    card = (MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")

    assert {kind: tuple(facts[kind]) for kind in LABELS} == LABELS
    for name, digest in facts["sha256"].items():
        assert hashlib.sha256((MODEL / name).read_bytes()).hexdigest() == digest
        assert digest in card


def test_a_missing_model_is_named(monkeypatch: pytest.MonkeyPatch):
    """The error says which file and what to do."""
    monkeypatch.setattr(read, "MODEL", Path("nowhere"))
    read.model.cache_clear()
    try:
        with pytest.raises(ModelError, match=r"claims\.json: is missing"):
            seen(GIVEN)
    finally:
        read.model.cache_clear()
