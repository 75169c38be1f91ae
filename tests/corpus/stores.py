"""Small corpora, simple annotators and comparisons for the tests of the store."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd

from analysis.corpus.annotate import Annotators
from analysis.corpus.sentences import split_sentences
from analysis.corpus.store import DATA_TABLES, Store, open_store
from analysis.records import Amount, Claim, Mention
from analysis.schemas import ARTICLES

_EURO = re.compile(r"€(?P<n>\d+) million")

_PRINTED = [
    """Norway said on Monday it would pay €20 million for pumps in Odesa. Ministers met in Bergen to settle who
delivers them, and when. The first lorries leave in June, the transport office said, if the border stays open.""",
    """Seven wells near Maradi ran dry this spring, farmers told the district council. Engineers want €3 million to
drill deeper. Norway has promised nothing yet, a spokeswoman said, and the council meets again on Friday.""",
    """The ferry to Hiiumaa will sail twice a day from May. Islanders had asked for a third crossing since the bakery
in Kärdla lost its supplier. The company lost €1 million last year and called the demand unrealistic.""",
]
TEXTS = [" ".join(text.split()) for text in _PRINTED]


def article(number: int, body: str = "", **known: Any) -> dict[str, Any]:
    """One line of JSON Lines, dated by its number."""
    return {
        "url": f"https://press.example/{number}",
        "outlet": f"Outlet {number % 3}",
        "headline": f"Headline number {number}",
        "published_at": f"2025-03-{1 + number % 28:02d}T08:00:00Z",
        "body": body or f"{TEXTS[number % 3]} The council counted {number} objections from ward {number * 7 % 31}.",
        **known,
    }


def apart(number: int, **known: Any) -> dict[str, Any]:
    """One line of JSON Lines with a text that shares no words with another one's."""
    words = " ".join(f"word{number}x{k}" for k in range(60))
    return article(number, f"Norway counts {words}.", **{"language": "en", **known})


def furnished(number: int) -> dict[str, Any]:
    """One line of JSON Lines with an opening of its own, and a pitch that its outlet prints under every article."""
    ward = chr(97 + number % 26) + chr(97 + number // 26)
    opening = f"Ward {ward} voted, {number * 13 % 101} to {number * 7 % 89}."
    return article(number, f"{opening} {article(number)['body']}\nOur newsroom is paid for by its readers alone.")


def write_jsonl(path: Path, articles: Iterable[dict[str, Any]]) -> Path:
    """Write articles as JSON Lines."""
    path.write_text("".join(json.dumps(each) + "\n" for each in articles), encoding="utf-8")
    return path


def stored(number: int, **known: Any) -> dict[str, Any]:
    """One row of the table `articles`."""
    day = pd.Timestamp(f"2025-03-{number:02d}T12:00:00Z")
    row = {"article_id": f"a{number}", "text_hash": f"t{number}", "body": f"Body {number}.", "published_at": day}
    rest = {"removed": "[]", "story_id": f"a{number}", "is_canonical": True, "source_file": "x", "source_row": number}
    return row | rest | known


def store_with(path: Path, rows: Iterable[dict[str, Any]]) -> Store:
    """Make a store that holds these rows of `articles`."""
    store = open_store(path, create=True)
    with store.write("ingest") as writer:
        writer.append(ARTICLES, ARTICLES.frame(rows))
        writer.commit()
    return store


def content(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but `runs`, in an order that does not depend on how it was written."""
    tables = {}
    for table in DATA_TABLES:
        rows = store.articles() if table is ARTICLES else store.annotations(table)
        # Fixtures may lie in another folder in each store; where a file lay is no content.
        rows = rows.astype(object).where(rows.notna(), None).sort_values(list(table.key))
        tables[table.name] = rows.drop(columns=["source_file"], errors="ignore").to_dict("records")
    return tables


# --- annotators: functions of a module, so that worker processes find them --------------


def find_amounts(text: str) -> list[Amount]:
    """Whole millions of euros."""
    return [_amount(match) for match in _EURO.finditer(text)]


def _amount(match: re.Match[str]) -> Amount:
    value = Decimal(match["n"]) * 1_000_000
    where = (match.group(), match.start(), match.end())
    return Amount(value, value, "EUR", "stated", "exact", None, None, (), *where)


def find_claims(text: str, *, published_at: date | None = None) -> list[Claim]:
    """Each amount as Norway's."""
    return [_claim(text, amount, published_at) for amount in find_amounts(text)]


def _claim(text: str, amount: Amount, said_on: date | None) -> Claim:
    sentence = next(s.text for s in split_sentences(text) if s.start <= amount.start < s.end)
    return Claim(
        claim_id="",
        donor="NOR",
        donor_text="Norway",
        donor_level="government",
        recipient=None,
        recipient_text=None,
        channel=None,
        amount=amount,
        in_kind=None,
        purpose=None,
        sector="other",
        instrument="grant",
        modality=None,
        earmark="unearmarked",
        status="pledged",
        polarity="actual",
        speaker=None,
        speaker_role=None,
        said_on=said_on,
        sentence=sentence,
        start=amount.start,
        end=amount.end,
        text=amount.text,
        exclude_reason="",
        confidence=0.5,
    )


def find_mentions(text: str) -> list[Mention]:
    """Norway."""
    return [Mention("NOR", "country", "name", m.group(), m.start(), m.end()) for m in re.finditer("Norway", text)]


def score_sentences(text: str) -> Iterator[dict[str, Any]]:
    """Every sentence, without a signal."""
    for sentence in split_sentences(text):
        span = {"start_char": sentence.start, "end_char": sentence.end}
        yield span | {"polarity": None, "subjectivity": None, "n_hits": 0, "vader": None, "hits": []}


def fails_on_wells(text: str) -> list[Mention]:
    """As `find_mentions`, but for texts about wells."""
    if "wells" in text:
        message = "no wells, please"
        raise ValueError(message)
    return find_mentions(text)


def installed() -> str:
    """Give the version of these annotators where it is called."""
    return "1"


SIMPLE = Annotators("1", find_amounts, find_claims, find_mentions, score_sentences, installed)
