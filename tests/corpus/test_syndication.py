import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.minhash import bands_of, shingles_of, sketch_all, words_hash, words_of
from analysis.corpus.syndication import copy_links, group_copies, sign, stories, text_from
from tests.corpus.stores import TEXTS

WIRE = [
    "Ministers from nine states agreed in Riga on Tuesday to buy generators for hospitals in Kharkiv.",
    "The first 40 are to cross the border at Medyka before the end of November, said Ilze Ozola, who led the talks.",
    "Latvia pays for twelve of them and Finland for ten; the rest is shared among the others by size.",
    "Each runs for 30 hours on a tank and lights two wards, according to the maker in Vaasa.",
    "Hospitals in the city have had power for five hours a day since the strikes of October 9.",
    "A second purchase was put off until January because three parliaments have still to vote, Ozola said.",
]
REPORT = (
    "Hospital wards in Kharkiv are to get their light back. Nine governments promised 40 generators at a meeting in "
    "Riga, where Latvia's Ilze Ozola had pressed for weeks. Finland sends ten. Medyka is the crossing they will use."
)


def _table(*articles):
    defaults = {"headline": None, "outlet": "A", "url": None, "published_at": "2025-11-18T06:00Z"}
    rows = [defaults | {"article_id": f"a{n}"} | each for n, each in enumerate(articles)]
    table = pd.DataFrame(rows)
    times = pd.to_datetime(table["published_at"], utc=True, format="ISO8601")
    return table.assign(published_at=times.astype("datetime64[us, UTC]"))


def _groups(table):
    grouped = group_copies(table)
    return sorted(tuple(part) for _, part in grouped.groupby("story_id")["article_id"])


CASES = [
    ("word for word", " ".join(WIRE), True),
    ("other layout", "\n".join(WIRE).upper().replace(",", " -"), True),
    ("cut to the first half", " ".join(WIRE[:3]), True),
    (
        "extended by the paper",
        " ".join(WIRE) + " Tartu's university clinic offered two technicians for the winter.",
        True,
    ),
    ("lightly edited", " ".join(WIRE).replace("agreed in Riga on Tuesday", "on Tuesday agreed"), True),
    ("a figure corrected", " ".join(WIRE).replace("twelve", "eleven").replace("30 hours", "36 hours"), True),
    ("another report of the event", REPORT, False),
    ("one sentence quoted", WIRE[1] + " " + " ".join(TEXTS), False),
    ("another text", " ".join(TEXTS), False),
]


@pytest.mark.parametrize(("what", "body", "expected"), CASES, ids=[case[0] for case in CASES])
def test_wire_copy_is_known_in_another_outlet(what, body, expected):
    """Trimmed, extended, edited and corrected copy is grouped; other reports of the event are not."""
    table = _table({"body": " ".join(WIRE), "outlet": "A"}, {"body": body, "outlet": "B", "headline": f"Title {what}"})

    assert (_groups(table) == [("a0", "a1")]) is expected


FORM = (
    "The governor of {0} asked for help after the flood of {1}, and the agency approved it. Money is available to "
    "those hit in the county of {2}. It can pay for temporary homes and repairs, for loans at low interest, and for "
    "other programs that help people and owners of shops recover. {3} was named to lead the work in the county. "
    "Residents can apply on the site of the agency or by telephone, seven days a week, in many languages."
)


def test_a_form_filled_anew_is_not_a_copy():
    """One outlet's standard text with other names and dates is another notice, though most words are the same."""
    first = {"body": FORM.format("Talvia", "March 3", "Upper Orne", "Ann Reed"), "headline": "Help for Talvia approved"}
    second = {"body": FORM.format("Orsk", "May 19", "West Lenn", "Bo Marsh"), "headline": "Help for Orsk approved"}

    assert _groups(_table(first, second)) == [("a0",), ("a1",)]


def test_a_correction_by_the_same_outlet_is_a_copy():
    """One figure exchanged within two days, the rest unchanged, is the same story corrected."""
    body = " ".join(WIRE)
    fixed = {"body": body.replace("40 are", "44 are"), "published_at": "2025-11-18T11:00Z", "headline": "CORRECTED"}

    assert _groups(_table({"body": body}, fixed)) == [("a0", "a1")]


def test_near_copies_months_apart_are_two_stories():
    """A text reprinted with changes months later is reported anew; the very same words are always one story."""
    body = " ".join(WIRE)
    later = {"outlet": "B", "published_at": "2026-03-01"}

    assert _groups(_table({"body": body}, {"body": body + " More soon.", **later})) == [("a0",), ("a1",)]
    assert _groups(_table({"body": body}, {"body": body.upper(), **later})) == [("a0", "a1")]


def test_a_page_rewritten_in_place_is_one_story():
    """Texts at one address are one story where they share a fifth, and not where the page is always new."""
    at = {"url": "https://press.example/kharkiv"}
    rewritten = {"body": WIRE[0] + " " + WIRE[1] + " " + " ".join(TEXTS), **at}

    assert _groups(_table({"body": " ".join(WIRE), **at}, rewritten)) == [("a0", "a1")]
    assert _groups(_table({"body": " ".join(WIRE), **at}, {"body": " ".join(TEXTS), **at})) == [("a0",), ("a1",)]


def test_short_texts_are_copies_only_word_for_word():
    """Two lines of text may look alike by chance; a few words may even be the same."""
    line = "The harbour of Ystad was closed for three hours on Monday."
    table = _table(
        *({"body": body} for body in (line, line.replace("three", "four"), line.upper(), "Watch live.", "Watch live."))
    )

    assert _groups(table) == [("a0", "a2"), ("a1",), ("a3",), ("a4",)]


ORDER = [
    ("the earliest", [("B", "2025-11-18T07:00Z", ""), ("A", "2025-11-18T06:00Z", "")], "a1"),
    ("then the longest", [("A", "2025-11-18", ""), ("B", "2025-11-18", " With a line of its own.")], "a1"),
    ("then the lowest id", [("A", "2025-11-18", ""), ("B", "2025-11-18", "")], "a0"),
    ("a dated one before an undated one", [("A", None, " With a line of its own."), ("B", "2025-11-18", "")], "a1"),
]


@pytest.mark.parametrize(("what", "rows", "canonical"), ORDER, ids=[case[0] for case in ORDER])
def test_the_canonical_copy(what, rows, canonical):
    """The copy that is counted is chosen by date, then length, then id."""
    table = _table(*({"outlet": o, "published_at": at, "body": " ".join(WIRE) + more} for o, at, more in rows))

    grouped = group_copies(table)
    assert (what, grouped.loc[grouped["is_canonical"], "article_id"].tolist()) == (what, [canonical])


POOL = [
    " ".join(WIRE),
    " ".join(WIRE[:4]),
    " ".join(WIRE[2:]),
    " ".join(WIRE) + " " + TEXTS[0],
    " ".join(TEXTS),
    " ".join(TEXTS[1:]),
    REPORT,
    WIRE[1],
]


@given(picked=st.lists(st.tuples(st.sampled_from(POOL), st.sampled_from("ABC")), max_size=9), data=st.data())
@settings(deadline=None, max_examples=25)
def test_order_and_portions_change_no_group(picked, data):
    """Shuffled, or compared in two portions, the articles fall into the same groups."""
    articles = [{"article_id": f"a{n}", "body": body, "outlet": outlet} for n, (body, outlet) in enumerate(picked)]
    if not articles:
        return
    table = _table(*articles)
    shuffled = _table(*data.draw(st.permutations(articles)))
    part = data.draw(st.integers(0, len(articles)))

    expected = _groups(table)
    assert _groups(shuffled) == expected
    assert _in_two_portions(table, part) == expected


def _in_two_portions(table, part):
    texts = {row.article_id: text_from(row) for row in table.itertuples()}
    known = table[["article_id", "published_at"]].merge(sign(table), on="article_id")
    first, second = known.iloc[:part], known.iloc[part:]
    links = copy_links(first, set(first["article_id"]), lambda ids: ((k, texts[k]) for k in ids)) if part else []
    links += copy_links(known, set(second["article_id"]), lambda ids: ((k, texts[k]) for k in ids))
    return sorted(tuple(group) for _, group in stories(known, links).groupby("story_id")["article_id"])


@given(st.lists(st.text(), max_size=6))
@settings(deadline=None, max_examples=30)
def test_grouping_takes_any_text_and_twice_changes_nothing(bodies):
    """Every article is in one story, whose canonical member is in it; grouping canonical ones again joins nothing."""
    if not bodies:
        return
    table = _table(*({"body": body} for body in bodies))
    grouped = group_copies(table)
    left = table.loc[grouped["is_canonical"].to_numpy()]

    assert sorted(grouped["article_id"]) == sorted(table["article_id"])
    assert set(grouped["story_id"]) == set(grouped.loc[grouped["is_canonical"], "article_id"])
    assert group_copies(left)["is_canonical"].all()


def test_sketches_estimate_similarity():
    """Two sketches agree in about the share of places in which the texts share shingles."""
    words = [f"w{n}" for n in range(2_000)]
    one, other = shingles_of(words[:1500]), shingles_of(words[500:])
    first, second = sketch_all([one, other])

    assert abs((first == second).mean() - 0.5) < 0.15
    assert bands_of(sketch_all([one, one]))[0].tolist() == bands_of(sketch_all([one]))[0].tolist()


def test_sketches_do_not_change_between_releases():
    """Stored sketches are compared with new ones, so a library that sketches otherwise must not slip in."""
    sketch = sketch_all([shingles_of(words_of("Oslo gives five pumps to the town of Odesa."))])[0]

    assert (words_hash(words_of("Oslo gives.")), sketch[:3].tolist()) == (
        "f7dba8d4e91aea4fb654",
        [3569465731, 3807326108, 3630699575],
    )
