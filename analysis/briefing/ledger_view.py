"""The ledger as the page shows it: one row a pledge, with everything behind it."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

import pandas as pd

from analysis.briefing.edition import Edition
from analysis.briefing.evidence import Evidence, evidence_for
from analysis.briefing.html import Fragment, clean, identifier, render_part
from analysis.briefing.life import Step, life_of
from analysis.briefing.wording import NONE, OPEN, day, decimal, first_upper, is_none, many, millions, money, sign, words
from analysis.briefing.years_view import years_of
from analysis.charts.style import rows_of

ROWS: Final = 150  # rows on the page; the CSV holds all of them
_MANY_MILLIONS: Final = 10**11  # from here on a column is in billions
_VOID: Final = frozenset(["cancelled", "denied"])
_IDS: Final = 3  # claim ids shown in a row
_OWING: Final = frozenset(["loan", "guarantee", "equity", "debt_relief", "swap"])  # their years are a term
_FIRM: Final = frozenset(["committed", "allocated", "approved", "disbursed", "delivered"])


@dataclass(frozen=True, slots=True)
class Row:
    """A pledge, ready to show; keys are what the page sorts by."""

    id: str
    donor: str
    donor_note: str
    recipient: str
    channel: str
    printed: str
    purpose: str
    low: str
    best: str
    high: str
    low_key: str
    best_key: str
    high_key: str
    status: str
    is_firm: bool
    instrument: str
    sector: str
    first: str | None
    articles: int
    texts: int
    outlets: int
    part: str  # "" of a pledge that counts by itself; what it is a part of: "above", "earlier" or "elsewhere"
    part_target: str  # where its sum stands on the page, if it does
    is_void: bool  # cancelled or denied: in no total
    note: str
    life: list[Step]  # of more than one step
    evidence: list[Evidence]
    left: int
    how: list[tuple[str, str]]


def show_ledger(pledges: pd.DataFrame, edition: Edition, *, name: str, caption: str, nothing: str) -> Fragment:
    """Show the ledger as a table that sorts and filters, largest first, parts under their sum.

    Args:
        pledges: rows of `schemas.PLEDGES`, converted.
        edition: where claims and articles are looked up.
        name: id of the table; unique on the page.
        caption: what the table shows.
        nothing: what to say where there is no row.
    """
    ordered = in_order(pledges)
    shown = ordered.head(ROWS)
    above = frozenset(shown["pledge_id"])
    step = _unit_of(shown)[1]
    rows = [ledger_row(pledge, edition, above, step) for _, pledge in shown.iterrows()]
    return render_part(
        "ledger",
        id=name,
        caption=caption,
        nothing=nothing,
        rows=rows,
        left=len(ordered) - len(rows),
        unit=f"{sign(edition.parameters.currency)}{_unit_of(shown)[0]}",
        years_unit=f"{sign(edition.parameters.currency)}m",
        years=years_of(pledges),
    )


def in_order(pledges: pd.DataFrame) -> pd.DataFrame:
    """Pledges by size, those without a converted figure last; a part follows its sum."""
    size = {row.pledge_id: _size(row.best_converted) for row in rows_of(pledges)}
    parent = {row.pledge_id: row.parent_id if row.parent_id in size else row.pledge_id for row in rows_of(pledges)}
    keys = [
        (-size[parent[name]], parent[name], parent[name] != name, -size[name], name) for name in pledges["pledge_id"]
    ]
    places = sorted(range(len(keys)), key=keys.__getitem__)
    return pledges.iloc[places]


def _size(value: object) -> Decimal:
    return Decimal(-1) if is_none(value) else Decimal(str(value))


def _unit_of(pledges: pd.DataFrame) -> tuple[str, int]:
    """Give the unit that the figures of a table are read in: millions, or billions where one has too many digits."""
    known = [Decimal(str(value)) for value in pledges["best_converted"] if not is_none(value)]
    return ("bn", 10**9) if max(known, default=Decimal(0)) >= _MANY_MILLIONS else ("m", 10**6)


def ledger_row(pledge: pd.Series, edition: Edition, above: frozenset[str] = frozenset(), step: int = 10**6) -> Row:
    """Everything the page says about one pledge.

    Args:
        pledge: a row of `schemas.PLEDGES`, converted.
        edition: where claims and articles are looked up.
        above: ids of the pledges in the table that it stands in.
        step: what the figures are divided by.
    """
    claims = edition.claims_named(json.loads(pledge["claim_ids"]))
    evidence, left = evidence_for(claims, edition, words="text")
    low, best, high = (pledge[f"{bound}_converted"] for bound in ("low", "best", "high"))
    life = life_of(json.loads(pledge["stages"]), pledge["low"])
    part, target = _whole_of(pledge, edition, above)
    return Row(
        id=identifier(pledge["pledge_id"], "pledge-"),
        donor=first_upper(edition.name(pledge["donor"])) if not is_none(pledge["donor"]) else "Not named",
        donor_note="" if pledge["donor_level"] == "government" else words(pledge["donor_level"]).strip(NONE),
        recipient=edition.receiver(pledge) or NONE,
        channel="" if is_none(pledge["channel"]) else edition.name(pledge["channel"]),
        printed=printed_amount(pledge),
        purpose="" if is_none(pledge["purpose"]) else short(clean(pledge["purpose"])),
        low=millions(low, step),
        best=millions(best, step),
        high=OPEN if is_none(high) and not is_none(best) else millions(high, step),
        low_key=_key(low),
        best_key=_key(best),
        high_key="1e99" if is_none(high) and not is_none(best) else _key(high),
        status=str(pledge["status"]),
        is_firm=pledge["status"] in _FIRM,
        instrument="" if pledge["instrument"] == "unknown" else words(pledge["instrument"]),
        sector="" if pledge["sector"] == "other" else str(pledge["sector"]),
        first=None if is_none(pledge["first_reported"]) else str(pledge["first_reported"]),
        articles=int(pledge["articles"]),
        texts=int(pledge["independent_texts"]),
        outlets=int(pledge["outlets"]),
        part=part,
        part_target=target,
        is_void=pledge["status"] in _VOID,
        note="; ".join(_notes(pledge)),
        life=life if len(life) > 1 else [],
        evidence=evidence,
        left=left,
        how=list(_how(pledge, claims, edition)),
    )


def instrument_words(instrument: object) -> str:
    """Write an instrument in words that say what they are about, for a sentence.

    >>> instrument_words("in_kind"), instrument_words("unknown")
    ('in kind', 'instrument not stated')
    """
    return "instrument not stated" if instrument == "unknown" else words(instrument)


def short(text: str, longest: int = 90) -> str:
    """Cut words of a row at a blank; the evidence has all of them.

    >>> short("to rebuild clinics"), short("to rebuild the clinics of the coast", 20)
    ('to rebuild clinics', 'to rebuild the …')
    """
    return text if len(text) <= longest else f"{text[: longest - 2].rsplit(' ', 1)[0].rstrip(' ,;')} …"


def _key(value: object) -> str:
    return "" if is_none(value) else str(value)


def _whole_of(pledge: pd.Series, edition: Edition, above: frozenset[str]) -> tuple[str, str]:
    """Say where the sum stands that a pledge is a part of, and where the page links to it."""
    parent = pledge["parent_id"]
    if is_none(parent):
        return "", ""
    target = identifier(parent, "pledge-")
    if parent in above:
        return "above", target
    return ("earlier", target) if parent in set(edition.pledges_again()["pledge_id"]) else ("elsewhere", "")


# A figure that prints no currency of its own: a cell of a table, or "20 billion" behind another sum.
_FIGURE: Final = re.compile(
    r"(?:(?:about|around|some|roughly|nearly|almost|over|up to|only|well|more than|less than|at least|at most)\s)*"
    r"(?:[\d.,'’\s]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty)\s)"
    r"(?:m|mn|million|bn|billion|thousand|trillion|crore|lakh)?(?:\s(?:each|a\s\w+|annually))?",
    re.IGNORECASE,
)


def printed_amount(pledge: pd.Series) -> str:
    """Write the amount as the text prints it, with its currency in brackets where that stands elsewhere.

    >>> printed_amount(pd.Series({"amount_text": "about 200 million", "currency": "EUR"}))
    'about 200 million [EUR]'
    >>> printed_amount(pd.Series({"amount_text": "about 200 million euros", "currency": "EUR"}))
    'about 200 million euros'
    """
    text = str(pledge["amount_text"])
    bare = not is_none(pledge["currency"]) and _FIGURE.fullmatch(text) is not None
    return f"{text} [{pledge['currency']}]" if bare else text


def _notes(pledge: pd.Series) -> list[str]:
    """Give the notes of the ledger that are not told under a heading of their own."""
    return [note for note in str(pledge["note"]).split("; ") if note and not note.endswith(" is assumed")]


def _how(pledge: pd.Series, claims: pd.DataFrame, edition: Edition) -> Iterable[tuple[str, str]]:
    """How the row was made, as pairs of a heading and a sentence."""
    resolved = _resolved(claims, "donor", edition) + _resolved(claims, "recipient", edition)
    if resolved:
        yield "Read as", "; ".join(resolved)
    if not is_none(pledge["purpose"]) and short(clean(pledge["purpose"])) != clean(pledge["purpose"]):
        yield "Purpose", str(pledge["purpose"])
    if len(claims) > 1:
        yield "Merged by", f"{pledge['merge_rule']} ({many(len(claims), 'statement')})"
    bare = printed_amount(pledge) != pledge["amount_text"]
    if pledge["certainty"] == "assumed":
        told = (
            "is that of the sum before it; none is printed here" if bare else "is assumed; the text does not say which"
        )
        yield "Currency", f"{pledge['currency']} {told}"
    elif bare:
        yield "Currency", f"{pledge['currency']}, as the head of the table says"
    if not is_none(pledge["currency"]):
        yield "Rate", rate_words(pledge, edition.parameters.currency)
    if not is_none(pledge["years"]) or not is_none(pledge["per"]):
        yield "Time", _time(pledge)
    if pledge["instrument"] == "unknown":
        yield "Instrument", "not stated: a grant, a loan or a guarantee"
    if notes := _notes(pledge):
        yield "Note", "; ".join(notes)
    yield "In the tables", _ids(str(pledge["pledge_id"]), json.loads(pledge["claim_ids"]))


def _ids(pledge: str, claims: list[str]) -> str:
    """Name the row and the claims that `newsbook correct` takes; pledges.csv has all of them."""
    left = len(claims) - _IDS
    more = f" and {left} more" if left > 0 else ""
    noun = "claim" if len(claims) == 1 else "claims"
    return f"pledge {pledge}, {noun} {', '.join(claims[:_IDS])}{more}"


def _resolved(claims: pd.DataFrame, party: str, edition: Edition) -> list[str]:
    """Words that stand for a donor or recipient without being its name: "his nation" is the Netherlands."""
    named = claims.dropna(subset=[party, f"{party}_text"])
    pairs = sorted({(str(t), edition.name(p)) for t, p in zip(named[f"{party}_text"], named[party], strict=True)})
    return [f"“{printed}” as {name}" for printed, name in pairs if printed.lower() != name.lower()][:3]


def rate_words(pledge: pd.Series, target: str) -> str:
    """Write the conversion of a pledge in words."""
    if is_none(pledge["currency"]):
        return "no sum is stated"
    if is_none(pledge["best_converted"]):
        return f"none: {pledge['currency']} shows as printed only"
    if pledge["currency"] == target or is_none(pledge["rate"]):
        return f"none needed: stated in {pledge['currency']}"
    rate = f"{decimal(pledge['rate'], 4)} {pledge['currency']} per {target}"
    return f"{rate}, ECB reference rate of {day(pledge['rate_date'])}"


def _time(pledge: pd.Series) -> str:
    parts = [] if is_none(pledge["per"]) else [f"stated per {words(pledge['per'])}"]
    if not is_none(pledge["years"]):
        years = Decimal(str(pledge["years"]))
        parts.append(f"over {years:f} years")
        is_spread = is_none(pledge["per"]) and years > 1 and pledge["instrument"] not in _OWING
        if is_spread and not is_none(pledge["low"]):
            parts.append(
                f"{money(Decimal(str(pledge['low'])) / years, str(pledge['currency']))} a year if spread evenly"
            )
    return "; ".join(parts)
