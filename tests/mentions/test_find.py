"""Finding mentions: traps written as data, and what holds whatever the text."""

import copy
import json
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.mentions.find import find_mentions
from analysis.mentions.register import Register, default_register
from analysis.records import Mention
from analysis.reference import Entity, load_entities

CASES_FILE = Path(__file__).parents[1] / "cases" / "mentions.jsonl"
CASES = [json.loads(line) for line in CASES_FILE.read_text(encoding="utf-8").splitlines()]
NEWSWIRE = Path(__file__).parents[2] / ".." / "shared" / "data" / "newswire.jsonl"

ALIASES = st.sampled_from(sorted({name for e in load_entities() for name in (*e.names, *e.demonyms, *e.capitals)}))
WORDS = st.sampled_from(
    ["said", "gave", "Mr", "the", "us", ",", ".", "(", ")", "’s", "'s", "-", "$5m", "\n", "é", "İ", "A."]
)
TEXTS = st.lists(st.one_of(ALIASES, WORDS, st.text(max_size=4)), max_size=12).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_reads_the_mentions_of_a_sentence(case: dict):
    """Each entity is found in its form, and what only looks like one is not."""
    found = [[m.entity_id, m.form, m.text] for m in find_mentions(case["text"])]

    assert found == case["mentions"]


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_offsets_cut_the_alias_in_order_without_overlaps(text: str):
    """Whatever the text, a mention's span is its words, and spans follow each other."""
    mentions = find_mentions(text)
    edges = [edge for m in mentions for edge in (m.start, m.end)]

    assert ([text[m.start : m.end] for m in mentions], edges) == ([m.text for m in mentions], sorted(edges))


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_kinds_and_ids_are_those_of_the_register(text: str):
    """A mention names an entity that the register holds, by its own kind."""
    by_id = default_register().by_id

    assert all(by_id[m.entity_id].kind == m.kind for m in find_mentions(text))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from([e for e in load_entities() if e.kind == "country"]))
def test_every_name_of_every_country_is_found(entity):
    """A country is found by each of its names and demonyms in a plain sentence."""
    wanted, found = [], []
    for alias in (*entity.names, *entity.demonyms):
        text = f"We asked {alias}, too."
        wanted.append(alias.removeprefix("The "))
        found += [m.text.removeprefix("The ") for m in find_mentions(text) if m.entity_id == entity.id]
    shared = {
        "Congo",
        "Congolese",
        "Korea",
        "Korean",
        "Koreans",
        "Dominican",
        "Dominicans",
        "Central African",
        "Central Africans",
    }

    assert [alias for alias in wanted if alias not in found and alias not in shared] == []


def test_a_register_split_in_two_and_merged_gives_the_same():
    """Entities in another order, from two files, find the same mentions."""
    entities = load_entities()
    merged = Register([*entities[len(entities) // 2 :], *entities[: len(entities) // 2]])
    text = " ".join(case["text"] for case in CASES)

    assert find_mentions(text, merged) == find_mentions(text)


@pytest.mark.shared
def test_halves_of_the_register_add_up_on_newswire():
    """What either half of the register finds without the other's help, the whole finds."""
    if not NEWSWIRE.exists():
        pytest.skip("no newswire beside the checkout")
    lines = NEWSWIRE.read_text(encoding="utf-8").splitlines()[:40]
    texts = [json.loads(line)["text"] for line in lines]
    countries = Register(e for e in load_entities() if e.kind in ("country", "place"))
    others = Register(e for e in load_entities() if e.kind not in ("country", "place"))
    whole = {(i, m.start, m.end, m.entity_id) for i, text in enumerate(texts) for m in find_mentions(text)}
    apart = {
        (i, m.start, m.end, m.entity_id)
        for i, text in enumerate(texts)
        for register in (countries, others)
        for m in find_mentions(text, register)
    }

    # The rest are parts of longer names: "United Nations" in one of its agencies, "African" in its bank.
    assert len(whole - apart) <= 0.01 * len(whole)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("word" * 250_000, 0),
        ("Georgia" * 100_000, 0),
        ("US " * 50_000, 0),
        ("Danish Refugee Council (DRC) met. " * 2_000, 4_000),
    ],
)
def test_odd_megabytes_are_read_once(text: str, found: int):
    """A text of one word, or of one name over and over, costs what its length does."""
    assert len(find_mentions(text)) == found


CURRENCIES = """
dollars cents euros sterling kroner kronor korunas krunas francs rupees rupiah roubles rubles hryvnias zlotys złoty
liras lire dinars dirhams riyals rials shekels yen yuan renminbi baht pesos rand naira cedis shillings kwachas birr
taka leva leu lei forints guilders kyats riels tenge manats lari drams leones meticals kwanzas lempiras quetzals
bolívares bolivianos gourdes ringgit patacas denars ouguiyas somonis reais currency pounds crowns won marks real soles
som dong pula
""".split()


@pytest.mark.parametrize("currency", CURRENCIES)
def test_a_people_before_its_currency_is_money(currency: str):
    """The look at the first letters lets every currency through to the rule."""
    assert find_mentions(f"It cost 5 billion Norwegian {currency}.") == []


SIGNS = "language speakers dictionary grammar translation immersion lessons classes at in to and with fluently".split()


@pytest.mark.parametrize("behind", SIGNS)
def test_a_people_before_what_a_language_stands_before_is_one(behind: str):
    """The look at the first letters lets every sign of a language through to the rule."""
    assert find_mentions(f"They speak Hungarian {behind} home.") == []


def test_a_record_is_like_one_made_by_hand():
    """The quick way to a record leaves nothing to tell it by: equal, hashed alike, and as frozen."""
    (found,) = find_mentions("It met in Norway.")
    made = Mention("NOR", "country", "name", "Norway", 10, 16)

    assert (found, hash(found), repr(found), type(found)) == (made, hash(made), repr(made), Mention)
    assert copy.copy(found) == made
    with pytest.raises(FrozenInstanceError):
        found.start = 0


@pytest.mark.parametrize("letter", ["é", "ł", "中", "😀", "e\u0301", "\ud83d"])
def test_letters_beyond_ascii_shift_no_offset(letter: str):
    """Offsets count characters, whatever stands before, between and in the names."""
    text = f"{letter} Norway {letter}, Türkiye {letter} Côte d'Ivoire and Peru"

    assert [text[m.start : m.end] for m in find_mentions(text)] == ["Norway", "Türkiye", "Côte d'Ivoire", "Peru"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Chancellor Morrow spoke.", ["Morrow"]),
        ("Morrow spoke. The Chancellor Morrow Prize was not mentioned.", ["Morrow"]),
        ("Chancellor Morrow spoke. Wilma Morrow did not.", ["Morrow"]),
        ("Morrow spoke. Chancellor Morrowman did not.", []),
        ("Morrow spoke at Morrow Square.", []),
    ],
)
def test_an_office_tells_a_surname_wherever_it_stands(text: str, people: list[str]):
    """A surname is looked for in the whole article: in phrases that leave no mention, and in no longer word."""
    exclusions = ("Chancellor Morrow Prize", "Morrow Square")
    register = Register([Entity("m", "Ada Morrow", "person", note="chancellor", exclusions=exclusions)])

    assert [m.text for m in find_mentions(text, register)] == people
