import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.corpus.clean import clean_article
from analysis.corpus.passages import role_of
from tests.gold.score_cleaning import measure

_CASES = Path(__file__).parents[1] / "cases" / "cleaning.jsonl"
CASES = [json.loads(line) for line in _CASES.read_text(encoding="utf-8").splitlines()]
SEED = Path(__file__).parents[2] / ".." / "shared" / "data" / "seed_article.txt"

REPORT = (
    "Norway will send 40 pumps to Kyiv, the foreign ministry said on Monday.\n"
    "The pumps cost 5 million kroner. They leave Bergen on Friday.\n"
    "Parliament approved the gift in May."
)


@pytest.mark.parametrize("case", CASES, ids=[case["paragraph"][:50] for case in CASES])
def test_tells_what_a_paragraph_is(case):
    """Credits, captions, links and pitches are told from sentences of the report."""
    assert role_of(case["paragraph"]) == case["role"]


def test_a_report_comes_through_unchanged():
    """A text without anything around it loses nothing."""
    cleaned = clean_article(REPORT)

    assert (cleaned.body, cleaned.removed, cleaned.dateline) == (REPORT, (), None)


def test_teasers_at_the_end_are_taken_out_with_their_role():
    """Teasers open with a kicker in capitals and break off; whatever their number, they go."""
    teasers = [
        "‘NO WAY BACK’: The captain said the owner knew Greece has closed two ports after a ferry ran",
        "CHESS: Girl wins again She beat two masters in one afternoon and said it was “fun,”",
    ]

    cleaned = clean_article("\n".join([REPORT, *teasers]))
    assert (cleaned.body, [(r.role, r.text) for r in cleaned.removed]) == (REPORT, [("teaser", t) for t in teasers])


@pytest.mark.parametrize(
    "last",
    [
        "CORRECTION: An earlier version gave a wrong figure.",
        "WHAT NEXT: The ship leaves on Friday, and the pumps are due in Odesa a week later.",
        "NOTE: One krone is 0.09 euros.",
    ],
)
def test_a_whole_paragraph_with_a_label_stays(last):
    """Capitals and a colon do not make a teaser where the paragraph ends like one."""
    text = f"{REPORT}\n{last}"

    assert clean_article(text).body == text


def test_a_transcript_keeps_its_last_lines():
    """Speakers are labelled like teasers, but their labels recur."""
    lines = [
        "MS. LUND: Good morning, all.",
        "Q: How many pumps?",
        "MS. LUND: Forty, and",
        "Q: And what do they",
        "MR. DAHL: As I",
    ]
    text = "\n".join(lines)

    assert clean_article(text).body == text


def test_the_sentence_that_breaks_off_is_taken_out():
    """A text cut by its interface ends with its last whole sentence."""
    cleaned = clean_article(f"{REPORT} It will be paid from the […] [+1204 chars]")

    assert (cleaned.body, [r.role for r in cleaned.removed]) == (REPORT, ["cut_off"])


def test_a_last_line_without_a_full_stop_stays():
    """Signatures, headings and list items end without a mark and are not cut off."""
    text = f"{REPORT}\nAda Lund, Minister of Foreign Affairs"

    assert clean_article(text).body == text


DATELINES = [
    ("KYIV, March 4 (Reuters) - Norway will send pumps to Kyiv.", "KYIV, March 4 (Reuters)"),
    ("WASHINGTON (AP) — Norway will send pumps to Kyiv.", "WASHINGTON (AP)"),
    ("CANBERRA: Norway will send pumps to Kyiv.", "CANBERRA"),
    ("PORT MORESBY: Norway will send pumps to Kyiv.", "PORT MORESBY"),
    ("GDAŃSK - Norway will send pumps to Kyiv.", "GDAŃSK"),
    (
        "BRUSSELS, Belgium, 4 March 2024 /PRNewswire/ -- Norway will send pumps.",
        "BRUSSELS, Belgium, 4 March 2024 /PRNewswire/",
    ),
    ("Durban, May 16 2022 (IPS) - Norway will send pumps to Kyiv.", "Durban, May 16 2022 (IPS)"),
    ("(Reuters) - Norway will send pumps to Kyiv.", "(Reuters)"),
    ("THE PRESIDENT: Norway will send pumps to Kyiv.", None),
    ("UPDATE: Norway will send pumps to Kyiv.", None),
    ("NATO-led forces will leave the town on Monday.", None),
    ("MAKING ROADS SAFE AGAIN: Norway will send pumps to Kyiv.", None),
    ("Norway – a rich country – will send pumps to Kyiv.", None),
    ("Sir: Your report on pumps was wrong in three places.", None),
]


@pytest.mark.parametrize(("text", "dateline"), DATELINES, ids=[case[0][:40] for case in DATELINES])
def test_reads_the_dateline(text, dateline):
    """Place, date and agency leave the body; labels and plain sentences do not."""
    cleaned = clean_article(text)

    assert (cleaned.dateline, cleaned.body.startswith("Norway")) == (
        dateline,
        dateline is not None or text.startswith("Norway"),
    )


UNICODE = [
    ("The mayor\u00e2\u20ac\u2122s \u00c2\u00a35 million", "The mayor’s £5 million"),
    ("Zelens\u00adkyy\u200b gave\u00a0thanks\u202f\ufeff", "Zelenskyy gave thanks"),
    ("Aid \u202egrows\u202c &amp;amp; grows", "Aid grows & grows"),
    ("Kyiv\u2028Oslo\r\nBergen\x0b", "Kyiv\nOslo\nBergen"),
    ("Me\u0301dine\u0300", "Médinè"),
    ("Half \ud800 a pair", "Half \ufffd a pair"),
    ("نیم\u200cفاصله", "نیم\u200cفاصله"),
    ("Kč 5 – “zażółć” ₹60", "Kč 5 – “zażółć” ₹60"),
]


@pytest.mark.parametrize(("raw", "repaired"), UNICODE, ids=[ascii(case[0])[:40] for case in UNICODE])
def test_repairs_characters(raw, repaired):
    """What encodings and editors leave is put right; letters and signs stay as printed."""
    assert clean_article(raw).body == repaired


_DIRT = [case["paragraph"] for case in CASES]
_LINES = st.one_of(
    st.sampled_from(
        [*_DIRT, *REPORT.split("\n"), "KYIV (AP) - ", "OSLO: ", "‘GO’: Half a", "", "...", "…", "- Reuters", "A: b"]
    ),
    st.text(max_size=60),
)


@settings(deadline=None, max_examples=300)
@given(st.lists(_LINES, max_size=9).map("\n".join))
def test_cleaning_twice_changes_nothing(text):
    """The body of a cleaned text is clean: nothing is taken out of it, not a character moves."""
    once = clean_article(text)
    again = clean_article(once.body)

    assert (again.body, again.removed) == (once.body, ())


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_text_can_be_cleaned(text):
    """Whatever the input, lines of the body hold text and no white space around it."""
    body = clean_article(text).body

    assert body == "" or all(line and line == line.strip() for line in body.split("\n"))


def test_the_sample_is_cleaned_as_its_gold_says():
    """Every passage that the gold names is out, with its role, and nothing else."""
    measured = measure()

    assert measured == {
        "cleaning_recall": 1.0,
        "cleaning_roles": 1.0,
        "cleaning_wrong": 0.0,
        "dateline_recall": 1.0,
        "dateline_wrong": 0.0,
    }


@pytest.mark.shared
def test_the_seed_article():
    """The article the project began with loses its credit and its four teasers, and no paragraph of its own."""
    if not SEED.exists():
        pytest.skip("the seed article lies beside the checkout, and does not here")

    cleaned = clean_article(SEED.read_text(encoding="utf-8"))
    assert ([r.role for r in cleaned.removed], len(cleaned.body.split("\n"))) == (["credit", *["teaser"] * 4], 17)
