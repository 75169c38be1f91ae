"""The second opinion on who receives: whom it may choose, and by what it tells them apart."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from analysis.errors import ReferenceFileError
from analysis.money.weighing import ranker, second_receivers
from analysis.money.weighing.ranker import Options
from analysis.records import Claim
from tests.money.second_help import claims_by, options_of

TWO = "Mali and Chad are short of grain. Norway has given Mali 5 million euros."


def claim(text: str, weights: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> Claim:
    """Give the last claim of a text by these weights of a receiver's signs; givers are left to the rules."""
    return claims_by(text, monkeypatch, receiver=weights)[-1]


def seen(text: str, monkeypatch: pytest.MonkeyPatch) -> Options:
    """Give who may receive the last amount of a text, with their signs."""
    return options_of(second_receivers, text, monkeypatch)


def test_another_has_to_be_much_likelier(monkeypatch: pytest.MonkeyPatch):
    """The rules' own receiver stays where another is only a little likelier."""
    assert claim(TWO, {"before1": 0.5, ">": 0.0}, monkeypatch).recipient == "MLI"
    assert claim(TWO, {"rules": -5.0, "giver": -9.0, "nobody": -9.0}, monkeypatch).recipient == "TCD"


def test_nobody_may_receive(monkeypatch: pytest.MonkeyPatch):
    """Nobody is one of the choices."""
    found = claim(TWO, {"nobody": 9.0}, monkeypatch)
    assert (found.recipient, found.recipient_text, found.exclude_reason) == (None, None, "")


def test_the_words_are_those_of_the_sentence(monkeypatch: pytest.MonkeyPatch):
    """A receiver that the sentence names is told with its words, one from around without."""
    near = claim("Norway's minister, back from Chad, gave 5 million euros.", {"aided state": 9.0}, monkeypatch)
    assert (near.recipient, near.recipient_text) == ("TCD", "Chad")
    far = claim("Chad is short of grain. Norway has given 5 million euros.", {"aided state": 9.0}, monkeypatch)
    assert (far.recipient, far.recipient_text) == ("TCD", None)


def test_what_does_not_count_is_not_asked(monkeypatch: pytest.MonkeyPatch):
    """A denial keeps what the rules read."""
    denied = "Chad looked on. Norway denied that it would give Mali 5 million euros."
    assert claim(denied, {"rules": -9.0}, monkeypatch).recipient == "MLI"


@pytest.mark.parametrize(
    ("text", "country", "signs"),
    [
        (TWO, "MLI", ["<handed/give<", "<receives:6", "aided state/by DAC", "rules:printed", "before1"]),
        (TWO, "TCD", ["before1:name/0", "aided state", "named:1"]),
        (TWO, "NOR", ["giver", "donor state", "<doer/give<"]),
        ("Norway gave 5 million euros at a summit in Peru.", "PER", [">lead:meeting in", ">receives:-9"]),
        (
            "Norway gave Chad 2 million euros. Sweden added 5 million kronor for Mali.",
            "TCD",
            ["received last", "received"],
        ),
        ("Chad has a new road.\n\nNorway gave Mali 5 million euros.", "TCD", ["above1", "opens text"]),
        ("Norway gave 5 million euros. It is for Chad.", "TCD", ["soon:0"]),
        ("Airbus gave 2 million euros to Chad.", "TCD", ["aided state/level company"]),
    ],
)
def test_how_a_country_stands_to_the_sum(
    text: str, country: str, signs: Collection[str], monkeypatch: pytest.MonkeyPatch
):
    """By its place in the clause, by what is told of it elsewhere, and by who it is."""
    assert set(signs) <= set(seen(text, monkeypatch)[country])


def test_a_fund_speaks_for_nobody(monkeypatch: pytest.MonkeyPatch):
    """What goes into a fund of many is for no one country."""
    assert "nobody/pooled" in seen("Norway gave the Green Climate Fund 5 million euros.", monkeypatch)[None]
    assert "nobody/pooled" not in seen(TWO, monkeypatch)[None]


def test_a_tie_is_broken_by_the_id():
    """Never by the order of a set; nobody comes before all."""
    assert ranker.likeliest("receiver", {"B": set(), "A": set(), None: set()}, "A", margin=-1.0) is None
    assert ranker.likeliest("receiver", {"A": set(), "B": set()}, "A", margin=-1.0) == "B"
    assert ranker.likeliest("receiver", {"B": set(), "A": set()}, "A", margin=-1.0) == "B"


def test_a_table_without_nobody_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Nobody needs a weight, as all others are weighed against it."""
    table = tmp_path / "party_weights.csv"
    table.write_text("kind,feature,weight\ngiver,nobody,0\nreceiver,topic,1\n", encoding="utf-8")
    monkeypatch.setattr(ranker, "TABLE", table)
    fresh: Any = ranker._table.__wrapped__
    with pytest.raises(ReferenceFileError, match="kind receiver"):
        fresh()


def test_who_is_handed_the_sum_keeps_it(monkeypatch: pytest.MonkeyPatch):
    """However likely a country named elsewhere, a loan "to Poland" is Poland's; one named beside it may take it."""
    weights = {"rules": -9.0, "before1": 5.0, "nobody": -9.0, "giver": -99.0}
    text = "Mali is short of grain. Norway will give a new 200 million euro loan {}."
    assert claim(text.format("to Poland"), weights, monkeypatch).recipient == "POL"
    assert claim(text.format("for Poland"), weights, monkeypatch).recipient == "MLI"


def test_what_was_taken_from_the_gift_before_moves_with_it(monkeypatch: pytest.MonkeyPatch):
    """A gift without a receiver has that of the one before, also where the weights chose it."""
    weights = {"rules:printed": -5.0, "rules:guessed": 99.0, "giver": -9.0, "nobody": -9.0}
    text = "Chad's camps are full. Norway gave 5 million euros to Sudanese families. Sweden added 2 million euros."
    assert [one.recipient for one in claims_by(text, monkeypatch)] == ["SDN", "SDN"]
    assert [one.recipient for one in claims_by(text, monkeypatch, receiver=weights)] == ["TCD", "TCD"]


def test_a_giver_does_not_receive_what_the_gift_before_moved_to(monkeypatch: pytest.MonkeyPatch):
    """Where the weights chose a country that gives itself in the next, that one keeps the rules' receiver."""
    weights = {"rules:printed": -5.0, "rules:guessed": 99.0, "giver": -9.0, "nobody": -9.0}
    text = "Chad's camps are full. Norway gave 5 million euros to Sudanese families. Chad added 2 million euros."
    assert [one.recipient for one in claims_by(text, monkeypatch, receiver=weights)] == ["TCD", "SDN"]


FROM_STATE_TO_STATE = (
    "Chad is short of grain. Norway gave it 3 million euros. The harvest failed again in the east. Wells ran dry. "
    "Herds were sold. Boys left for town.\n\nMali has a new dam. It was blessed by the imam. Pupils sang. "
    "A goat was shared. Everybody danced till four. Sweden gave 5 million euros."
)


def test_what_was_named_last_is_known_however_far_back(monkeypatch: pytest.MonkeyPatch):
    """A text that goes from state to state names each once, more sentences before the sum than are read closely."""
    found = seen(FROM_STATE_TO_STATE, monkeypatch)
    assert {"lately 0", "lately 0/paragraph/new", "heads paragraph", "times lately:1"} <= set(found["MLI"])
    assert {"lately 2", "lately 2/above/old", "received last"} <= set(found["TCD"])
    assert "lately aided 1" in found["TCD"]  # Norway, between the two, is a donor state


def test_a_state_keeps_what_it_gives_where_it_is_little_likelier(monkeypatch: pytest.MonkeyPatch):
    """That the giver itself receives takes the gift from it, and so has to be much likelier."""
    likely = {"giver": 0.9, "nobody": -9.0}
    assert claim(TWO, likely, monkeypatch).recipient == "MLI"
    assert claim(TWO, {**likely, "giver": 1.1}, monkeypatch).exclude_reason == "budget"


@pytest.mark.parametrize("heading", ["CHAD", "Chad", "CHAD | 1"])
def test_a_heading_in_capitals_names_a_country(heading: str, monkeypatch: pytest.MonkeyPatch):
    """Lists and round-ups print the names that head them in capitals."""
    assert "above1:opens" in seen(f"{heading}\n\nNorway gave 5 million euros.", monkeypatch)["TCD"]
