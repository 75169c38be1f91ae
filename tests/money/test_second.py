"""The second opinion on what counts: what it may move, and what it may not."""

from collections import Counter
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import ReferenceFileError
from analysis.money.in_context.read import InContext
from analysis.money.pledges import find_pledges
from analysis.money.weighing import classifier, nameless, second
from analysis.money.weighing.weights import read_weights, total

DENIED = "Norway denied that it would give Mali 5 million euros."
UNSAID = "The Salvation Army is in for 5 million euros in Mali."
GIVEN = "Norway gave Mali 5 million euros."


def reason(text: str, likely: float, monkeypatch: pytest.MonkeyPatch) -> str:
    """Give why the first amount of a text does not count, where the words make it so likely and no encoder is asked."""
    monkeypatch.setattr(InContext, "__call__", lambda self, start: None)
    monkeypatch.setattr(second, "weighed", lambda score, reading: likely)
    return find_pledges(text)[0].exclude_reason


def test_words_count_what_the_rules_had_no_word_for(monkeypatch: pytest.MonkeyPatch):
    """What was left out as "other" counts, once a gift is likelier than not."""
    assert reason(UNSAID, 0.45, monkeypatch) == "other"
    assert reason(UNSAID, 0.55, monkeypatch) == ""


def test_a_reason_that_was_read_is_kept(monkeypatch: pytest.MonkeyPatch):
    """However sure the words are, a denial stays one."""
    assert reason(DENIED, 1.0, monkeypatch) == "denied"


LOOKS_BACK = [
    # told, how likely a gift, why it does not count
    ("Norway had given Mali 5 million euros.", 0.45, "restatement"),
    ("Norway had given Mali 5 million euros.", 0.55, ""),  # on Monday, say
    ("Norway had given Mali 5 million euros in 2015.", 1.0, "restatement"),
    ("Norway had given Mali 5 million euros last year.", 1.0, "restatement"),
    ("Norway previously gave Mali 5 million euros.", 1.0, "restatement"),
]


@pytest.mark.parametrize(("text", "likely", "told"), LOOKS_BACK)
def test_what_looks_back_may_be_a_gift(text: str, likely: float, told: str, monkeypatch: pytest.MonkeyPatch):
    """Unless a past year is named with it, or an earlier report is pointed to."""
    assert reason(text, likely, monkeypatch) == told


def test_a_noun_nearby_is_no_reason_that_was_read(monkeypatch: pytest.MonkeyPatch):
    """A price may only stand near a gift."""
    priced = "The Salvation Army is in for 5 million euros of the price in Mali."
    assert reason(priced, 0.0, monkeypatch) == "price"
    assert reason(priced, 1.0, monkeypatch) == ""


def test_sure_words_leave_out_what_the_rules_counted(monkeypatch: pytest.MonkeyPatch):
    """Even where the rules know who gives, and a word of giving; sooner in a paper, which recalls and counts up."""
    assert reason(GIVEN, 0.25, monkeypatch) == ""
    assert reason(GIVEN, 0.15, monkeypatch) == "other"
    paper = f"**Help abroad.** {GIVEN}"
    assert reason(paper, 0.45, monkeypatch) == ""
    assert reason(paper, 0.35, monkeypatch) == "other"


def test_without_a_giver_a_gift_has_none(monkeypatch: pytest.MonkeyPatch):
    """What is likely a gift of nobody is one without a donor; it counts where its words alone make it likely."""
    text = "Clinics in Mali stay open, helped along with 5 million euros."
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.5)
    assert reason(text, 1.0, monkeypatch) == "no_donor"
    monkeypatch.setattr(nameless, "given", lambda place, context=None: 0.7)
    assert reason(text, 1.0, monkeypatch) == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway has contributed 5 million euros in aid to Mali so far.", ""),
        ("Norway has contributed 5 million euros in aid to Mali to date.", "total_to_date"),
        ("Norway has contributed 5 million euros in aid to Mali since May 2, 2023.", "total_to_date"),
        ("Since 2019 Norway has contributed 5 million euros in aid to Mali.", "total_to_date"),
    ],
)
def test_a_sum_of_years_stays_one(text: str, told: str, monkeypatch: pytest.MonkeyPatch):
    """However likely a gift: where the words at the sum say that it is one of years."""
    assert reason(text, 1.0, monkeypatch) == told


def test_what_is_added_goes_on_from_what_was_told(monkeypatch: pytest.MonkeyPatch):
    """To a loss nothing is given."""
    text = "Mali lost 5 million euros. The Norwegian embassy added 5 million euros."
    monkeypatch.setattr(second, "weighed", lambda score, reading: 0.9)
    monkeypatch.setattr(second, "_CERTAIN", 1.0)  # the loss stays one
    assert find_pledges(text)[1].exclude_reason == "other"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("If the dam could be saved, Norway said in talks, it would give Mali 5 million euros.", "conditional"),
        ("Norway denied that it would give Mali 5 million euros.", "denied"),
    ],
)
def test_a_condition_gives_way_where_a_gift_is_all_but_certain(text: str, told: str, monkeypatch: pytest.MonkeyPatch):
    """What words near the sum say may be said of something else; a denial may not."""
    assert reason(text, 0.65, monkeypatch) == told
    assert reason(text, 0.75, monkeypatch) == (told if told == "denied" else "")


FORMS = [
    # what the weights say of the form; the form that the claim has
    ("Norway gave Mali 5 million euros.", "unknown", "grant"),  # the rules know that it is handed over
    ("Norway promised Mali 5 million euros.", "unknown", "unknown"),  # or only promised
    ("Norway promised Mali 5 million euros.", "grant", "grant"),  # for nothing, as the words tell
    ("Norway lent Mali 5 million euros.", "grant", "loan"),  # or lent
    ("Norway promised Mali 5 million euros.", "swap", "swap"),  # but have not read what else it may be
    ("Norway is in for 5 million euros in Mali.", "grant", "grant"),  # here they know no word
]


@pytest.mark.parametrize(("text", "said", "form"), FORMS)
def test_words_tell_the_form_where_the_rules_know_none(
    text: str, said: str, form: str, monkeypatch: pytest.MonkeyPatch
):
    """The form that the rules read stays, and where they know none the weights say; so they do of the stage."""
    monkeypatch.setattr(second, "weighed", lambda score, reading: 1.0)
    monkeypatch.setattr(second, "likeliest", lambda found, context: ("approved", said))
    (claim,) = find_pledges(text)
    assert (claim.status, claim.instrument) == ("approved", form)


STAGES = [
    ("Norway gave Mali 5 million euros.", "disbursed"),
    ("Norway will give Mali 5 million euros.", "pledged"),
    ("Norway's parliament approved a loan of 5 million euros to Mali.", "approved"),
    ("Norway signed an agreement to lend Mali 5 million euros.", "committed"),
    ("Norway has delivered medicine worth 5 million euros to Mali.", "delivered"),
    # of these the rules alone read a promise
    ("The well was dug thanks to 5 million euros from Norway for Mali.", "disbursed"),
    ("The wing was built with a grant of 5 million euros from Norway to Mali.", "disbursed"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_words_tell_the_stage(text: str, stage: str):
    """The weights keep what the rules read of plain sentences, and mend what they do not."""
    (claim,) = find_pledges(text)
    assert claim.status == stage


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("slope,,1\nreading,always,0\nword,a,heavy\n", "line 4"),
        ("slope,,1\nreading,always,0\nverb,a,1\n", "line 4"),
        ("reading,always,0\n", "slope"),
        ("slope,,1\n", "always"),
    ],
)
def test_a_broken_table_is_told(rows: str, fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """By line, or by what is missing."""
    table = tmp_path / "claim_weights.csv"
    table.write_text(f"kind,feature,weight\n{rows}", encoding="utf-8")
    monkeypatch.setattr(classifier, "TABLE", table)
    fresh: Any = classifier._table.__wrapped__
    with pytest.raises(ReferenceFileError, match=fault):
        fresh()


def test_weights_come_to_the_same_in_whatever_order():
    """Features come from sets, whose order changes from run to run; a tie would go now one way, now the other."""
    weights = {"a": 0.1, "b": 0.2, "c": 0.3, "d": -0.6, "e": 1e-17}
    assert len({total(names, weights) for names in permutations(weights)}) == 1


def test_the_words_of_a_clause_are_asked_for_once(monkeypatch: pytest.MonkeyPatch):
    """Verdict, form and confidence of an amount rest on the same features, weighed once."""
    asked = Counter[str]()

    def counted(name: str) -> None:
        plain = getattr(second, name)
        monkeypatch.setattr(second, name, lambda *given: asked.update([name]) or plain(*given))

    counted("features")
    counted("weight")
    assert find_pledges(GIVEN)[0].exclude_reason == ""
    assert asked == {"features": 1, "weight": 1}


def test_a_table_of_weights_needs_its_columns(tmp_path: Path):
    """In any order, and beside others."""
    table = tmp_path / "weights.csv"
    table.write_text("weight,note,feature,kind\n0.5,,v:give,word\n", encoding="utf-8")
    assert read_weights(table, ["word"]) == {"word": {"v:give": 0.5}}
    table.write_text("kind,feature\nword,v:give\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError, match="columns"):
        read_weights(table, ["word"])
