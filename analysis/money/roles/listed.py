"""Lists that pair names with the sums of a round or of a drive: what one line is the others are, and who gives them.

Under "Grants were awarded to:" nobody who is named in a line gives its sum, whoever shares out the round does; under
"Gifts that carried us over the line:" everybody who is named gives. Lines that add up to a gift told before are its
parts. What a line counts up, or what is asked for, stays what it was read as.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from analysis.money.roles.agency_money import AGENCIES
from analysis.money.text.list_items import without_marks
from analysis.money.text.list_runs import Line, Run
from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.sizes import currency_of, size_of
from analysis.money.text.slugs import slug
from analysis.records import Claim

_COUNTED: Final = frozenset(["", "part"])
_TOLD: Final = _COUNTED | {"restatement"}
# As what a sum of a list may have been left out for want of a word of giving in its line.
_LOOSE: Final = frozenset(["other", "no_donor", "price", "salary", "budget", "revenue"])
_FEWEST: Final = 2  # agencies that open lines of a list
_MANY: Final = 3  # lines of a list whose kind the most of them tell
_SAME: Final = (Decimal("0.98"), Decimal("1.02"))  # of a gift, to which its parts add up
_FAR: Final = 2500  # characters from a gift to the list of its parts
_NEAR: Final = 900  # characters from a sum of a round to a list of the others
# What a line tells that is no gift of the list.
_OF_ITS_OWN = re.compile(
    r"""\b(?:total|gap|shortfall|costs?|needs?|needed|appeal|budget|revenues?|profits?|expenses|target|goal|deficit|interest
    |salar\w+|wages|tickets?|balance|income|reserves?|requested|asked|sought
    |earlier|already|previously|repeat\w*|repetition)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_STAGE = re.compile(
    r"\b(?:paid|pays|gave|given|gives|donated|delivered|handed|sent|received|arrived|signed|agreed|pledged|promised|approved"
    r"|will|left|yearly|a\syear)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\b(?:from|by|courtesy\sof)\s(?:the\s)?[A-ZÀ-Þ]")
_ESTATE = re.compile(r"(?:the\s)?(?:late\s|estate\sof\s(?:the\s(?:late\s)?)?)", re.IGNORECASE)
_LABEL_ENDS = re.compile(r"\s*(?:\([^)]*\)?|[:|].*|\s[–—-]\s.*|[,–—-])\s*$", re.DOTALL)
_CLAUSE = re.compile(r",?\s(?:who|which|whose|that|for|with|in)\s.*|,\s(?:a|an|the|together|and)\s.*", re.DOTALL)
_LETTER = re.compile(r"[^\W\d_]")
# "150,000: Lund Outreach, housing", "5,000 to Lund Hall for its roof": a name behind the sum
_BEHIND = re.compile(
    r"\s?(?::|[–—-]\s|to\s)\s?(?:the\s)?(?P<who>[A-ZÀ-Þ][\w’'&.-]*(?:\s(?:of|the|and|&|for(?=\s[A-Z])|in|[A-ZÀ-Þ][\w’'.-]*|\d+))*)"
)
# "3 | Lund Theatre, Lund | lights | ": the first cell that is no number
_CELL = re.compile(r"(?:\s*[\d.]+\s*\|)?\s*(?P<who>[A-ZÀ-Þ][^|,]{3,80}?)\s*[,|]")
_COSTS = re.compile(r"\bcosts?\b|\bprice\b|\bbudget\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:asked|request\w*|sought|applied)\b", re.IGNORECASE)


def with_listed(claims: Sequence[Claim], runs: Sequence[Run], reader: Reader) -> list[Claim]:
    """Give the claims with the sums of lists read alike, and with who gives them.

    Args:
        claims: those of the text, in order.
        runs: its lists.
        reader: the text that they were found in.
    """
    found = list(claims)
    at = {claim.start: k for k, claim in enumerate(found) if claim.amount is not None}
    if all(claim.exclude_reason not in _COUNTED for claim in found):
        return found
    for run in runs:
        for column, lines in _columns(run, reader).items():
            places = {at[start]: line for start, line in lines if start in at}
            if len(places) > 1:
                _read(found, places, run, column, reader)
    return found


def listed_takers(runs: Sequence[Run]) -> frozenset[int]:
    """Give where the sums begin that stand in lists of those that get them."""
    return frozenset(line.sums[0].start for run in runs if run.kind in ("takers", "others") for line in run.lines)


def _columns(run: Run, reader: Reader) -> dict[int, list[tuple[int, Line]]]:
    """Give where the sums of a run begin, with their lines, by column of a table; outside tables the first of each."""
    columns: dict[int, list[tuple[int, Line]]] = {}
    for line in run.lines:
        bars = [reader.text.count("|", line.low, amount.start) for amount in line.sums]
        for bar, amount in zip(bars, line.sums, strict=True):
            if bar or amount is line.sums[0]:
                columns.setdefault(bar, []).append((amount.start, line))
    return columns


def _read(found: list[Claim], places: Mapping[int, Line], run: Run, column: int, reader: Reader) -> None:
    """Read the sums of a column or of a plain list alike, in place."""
    head = _cell(run, column)
    if head is not None and (_COSTS.search(head) or _ASKED.search(head)):
        reason = "price" if _COSTS.search(head) else "request"
        _each(found, places, lambda claim, _: replace(claim, exclude_reason=reason))
        return
    first = min(places)
    earlier = [claim for claim in found[:first] if claim.amount is not None]
    counted = [found[k] for k in places if found[k].exclude_reason in _COUNTED]
    whole = _whole([found[k] for k in places], earlier)
    kind = run.kind if head is None else "takers"
    like = counted[0] if counted else next((c for c in reversed(earlier) if c.exclude_reason in _COUNTED), None)
    if like is not None and _are_gifts(kind, counted, len(places), whole, found[first], earlier):
        for k, line in places.items():
            if found[k].exclude_reason in _LOOSE and not _is_own(found[k], line, reader):
                found[k] = _alike(found[k], like, _reason(counted, whole, found[k], earlier))
    if whole is not None:
        _each(found, places, lambda claim, _: _as_part(claim, whole, named=bool(kind)))
    above = whole or (_larger([found[k] for k in places], earlier) if kind == "takers" else None)
    stage = above.status if above is not None else _stage_of_most(counted) if kind else None
    if stage is not None:
        _each(found, places, lambda claim, line: _as_far(claim, stage, reader.plain[line.low : line.high]))
    if kind == "givers":
        _each(found, places, lambda claim, line: _of_label(claim, line, reader))
        return
    if kind and (head is not None or "|" not in reader.text[run.lines[0].low : run.lines[0].high]):
        _each(found, places, lambda claim, line: _to_whom(claim, line, reader))
    giver = _giver(found, places, whole, reader) if kind or whole is not None or len(places) >= _MANY else None
    if giver is not None:
        _each(found, places, lambda claim, line: _by(giver, claim, line, reader, sure=whole is not None))
    larger = _larger([found[k] for k in places], earlier) if kind and whole is None else None
    if larger is not None:
        _each(found, places, lambda c, _: replace(c, exclude_reason="part") if c.donor == larger.donor else c)
    _name_takers(found, places, kind, whole, reader)


def _name_takers(
    found: list[Claim], places: Mapping[int, Line], kind: str, whole: Claim | None, reader: Reader
) -> None:
    """Give the sums of a list that are shared out to those of the register who open its lines, in place."""
    if not kind and whole is None:
        whole = _shared_out(places, found, reader)
        if whole is not None:
            giver = whole
            _each(found, places, lambda claim, _: _handed(giver, claim))
    if kind == "takers" or whole is not None:
        _each(found, places, lambda claim, line: _for_label(claim, line, reader))


def _each(found: list[Claim], places: Mapping[int, Line], read: Callable[[Claim, Line], Claim]) -> None:
    """Read each sum of a list that counts anew, in place."""
    for k, line in places.items():
        if found[k].exclude_reason in _COUNTED:
            found[k] = read(found[k], line)


def _cell(run: Run, column: int) -> str | None:
    """Give the cell over a column of a table; None outside tables."""
    cells = run.heads[0].split("|") if run.heads and column else []
    return cells[column].strip() if len(cells) > column else None


def _are_gifts(
    kind: str, counted: Sequence[Claim], many: int, whole: Claim | None, first: Claim, earlier: Sequence[Claim]
) -> bool:
    """Whether the sums of a list are given: by its heading, as parts of a gift, or because the most of them are."""
    if kind == "others":
        last = earlier[-1] if earlier else None
        return last is not None and last.exclude_reason in _COUNTED and first.start - last.end <= _NEAR
    if kind:
        return bool(counted) or whole is not None
    return many >= _MANY and (whole is not None or 2 * len(counted) > many)


def _whole(claims: Sequence[Claim], earlier: Sequence[Claim]) -> Claim | None:
    """Give the nearest gift told before that the sums of a list add up to."""
    if len({currency_of(claim) for claim in claims}) > 1:
        return None
    total = sum(map(size_of, claims), Decimal())
    low, high = (total * share for share in _SAME)
    near = (one for one in reversed(earlier) if claims[0].start - one.end <= _FAR and one.exclude_reason in _TOLD)
    return next(
        (one for one in near if currency_of(one) == currency_of(claims[0]) and low <= size_of(one) <= high), None
    )


def _larger(claims: Sequence[Claim], earlier: Sequence[Claim]) -> Claim | None:
    """Give the last gift told before a list, if it is as large as all sums of the list together."""
    last = next((one for one in reversed(earlier) if one.exclude_reason in _TOLD), None)
    if last is None or claims[0].start - last.end > _FAR or {currency_of(one) for one in claims} != {currency_of(last)}:
        return None
    return last if size_of(last) >= sum(map(size_of, claims), Decimal()) else None


def _reason(counted: Sequence[Claim], whole: Claim | None, claim: Claim, earlier: Sequence[Claim]) -> str:
    """Give what a sum counts as: what the others of its list do, or a part of a larger gift told before."""
    if counted:
        return Counter(one.exclude_reason for one in counted).most_common(1)[0][0]
    near = (one for one in reversed(earlier) if claim.start - one.end <= _FAR and one.exclude_reason in _COUNTED)
    larger = (currency_of(one) == currency_of(claim) and size_of(one) > size_of(claim) for one in near)
    return "part" if whole is not None or any(larger) else ""


def _is_own(claim: Claim, line: Line, reader: Reader) -> bool:
    """Whether a line counts up or tells of a need, of which the list is not."""
    around = f"{reader.plain[line.low : claim.start]} # {reader.plain[claim.end : line.high]}"
    return _OF_ITS_OWN.search(around) is not None


def _alike(claim: Claim, like: Claim, reason: str) -> Claim:
    made = replace(claim, exclude_reason=reason, status=like.status, polarity=like.polarity)
    return replace(made, instrument=like.instrument) if made.instrument == "unknown" else made


def _stage_of_most(counted: Sequence[Claim]) -> str | None:
    """Give the stage of the most sums of a list; None where no more than half share one."""
    most = Counter(one.status for one in counted).most_common(1)
    return most[0][0] if most and 2 * most[0][1] > len(counted) else None


def _as_far(claim: Claim, stage: str, words: str) -> Claim:
    """Give a sum of which no word of its line says how far it is the stage of the gift above, or of its list."""
    own = claim.status not in ("pledged", "disbursed") or _STAGE.search(words) is not None
    return claim if own else replace(claim, status=stage)


def _as_part(claim: Claim, whole: Claim, *, named: bool) -> Claim:
    """Give a sum as a part of a gift, and to whom that goes where the lines of the list do not say it."""
    if not named and claim.recipient is None:
        claim = replace(claim, recipient=whole.recipient)
    return replace(claim, exclude_reason="part")


def _giver(found: Sequence[Claim], places: Mapping[int, Line], whole: Claim | None, reader: Reader) -> Claim | None:
    """Give a claim with the giver of a list: of the gift that it shares out, else of most lines that name nobody."""
    lines = [without_marks(reader.text[line.low : line.high]) for line in places.values()]
    if whole is not None and whole.donor is not None and not _is_named(whole, lines):
        return whole
    outside = [found[k] for k in places if found[k].exclude_reason in _COUNTED and found[k].donor is not None]
    outside = [claim for claim in outside if claim.donor_text is not None and not _is_named(claim, lines)]
    most = Counter(claim.donor for claim in outside).most_common(1)
    if not most or (2 * most[0][1] <= len(places) and len({claim.donor for claim in outside}) > 1):
        return None
    return next(claim for claim in outside if claim.donor == most[0][0])


def _is_named(claim: Claim, lines: Sequence[str]) -> bool:
    """Whether a giver stands in one of some lines."""
    name = claim.donor_text
    return name is not None and any(name in line for line in lines)


def _by(giver: Claim, claim: Claim, line: Line, reader: Reader, *, sure: bool) -> Claim:
    """Give a sum of a list to its giver, unless the line itself says from whom it is."""
    words = reader.plain[line.low : line.high]
    if claim.donor == giver.donor or _FROM.search(words):
        return claim
    told, named = claim.donor_text, party_named(_label(claim, line, reader) or "")
    if claim.donor is not None and (claim.donor in (giver.donor or "").split() or (named and named.id == claim.donor)):
        return claim  # one of several that give, or a state that the line tells of
    if claim.donor is not None and not sure and told is not None and told not in words:
        return claim  # of whom the text tells elsewhere
    if giver.donor in (claim.recipient or "").split():
        return claim
    return replace(claim, donor=giver.donor, donor_text=giver.donor_text, donor_level=giver.donor_level)


def _of_label(claim: Claim, line: Line, reader: Reader) -> Claim:
    """Give a sum of a list of givers to whom its line names, where another or nobody was read as its giver."""
    label = _label(claim, line, reader)
    if label is None:
        return claim
    told = claim.donor_text or ""
    if claim.donor is not None and told and told in reader.plain[line.low : line.high] and not _ESTATE.match(told):
        return claim
    if label.lower().startswith("anonymous"):
        return replace(claim, donor="anonymous", donor_text="Anonymous", donor_level="person")
    party = party_named(label)
    if party is not None:
        return replace(claim, donor=party.id, donor_text=label, donor_level=party.level)
    level = level_of(label) or "person"
    return replace(claim, donor=slug(label), donor_text=label, donor_level=level)


def _to_whom(claim: Claim, line: Line, reader: Reader) -> Claim:
    """Give a sum of a list of receivers the words of its line for whom it goes to, in a table or behind the sum."""
    if claim.recipient is not None or claim.recipient_text is not None:
        return claim
    lead, behind = reader.plain[line.low : claim.start], reader.plain[claim.end : line.high]
    named = _CELL.match(lead) if "|" in lead else None
    named = _BEHIND.match(behind) if not _LETTER.search(lead) else named
    words = named["who"].strip() if named is not None else ""
    return replace(claim, recipient_text=words) if words else claim


def _shared_out(places: Mapping[int, Line], found: Sequence[Claim], reader: Reader) -> Claim | None:
    """Give the larger gift of a state before a list that agencies open, which live on gifts: they get its sums."""
    labels = [party_named(_label(found[k], line, reader) or "") for k, line in places.items()]
    known = [party for party in labels if party is not None]
    if len(known) < _FEWEST or not all(party.id in AGENCIES or party.level == "foundation" for party in known):
        return None
    total = sum((size_of(found[k]) for k in places), Decimal())
    first = min(places)
    near = (one for one in reversed(found[:first]) if one.amount is not None and found[first].start - one.end <= _FAR)
    last = next((one for one in near if one.exclude_reason in _COUNTED and size_of(one) >= total), None)
    fits = last is not None and {currency_of(found[k]) for k in places} == {currency_of(last)}
    return last if fits and last is not None and last.donor_level == "government" else None


def _handed(whole: Claim, claim: Claim) -> Claim:
    return replace(claim, donor=whole.donor, donor_text=whole.donor_text, donor_level=whole.donor_level)


def _for_label(claim: Claim, line: Line, reader: Reader) -> Claim:
    """Give a sum that is shared out to the one of the register whom its line names alone: "WFP: 5 million for food"."""
    label = _label(claim, line, reader)
    party = party_named(label) if label is not None and claim.donor is not None else None
    if party is None or party.level == "person" or party.id in (claim.donor or "").split():
        return claim
    return replace(claim, recipient=party.id, recipient_text=label)


def _label(claim: Claim, line: Line, reader: Reader) -> str | None:
    """Give the name that opens a line, without where it is and what it is for."""
    words = without_marks(reader.plain[line.low : claim.start]).lstrip("-–—•*·…■ ").rstrip()
    for _ in range(3):
        words = _LABEL_ENDS.sub("", words)
    words = _ESTATE.sub("", _CLAUSE.sub("", words), count=1).strip(" ,")
    return words if words[:1].isupper() and len(words) > 2 else None
