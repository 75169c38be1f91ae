"""Rows of a table whose head names the currency: who gives or receives by label, caption and heads of columns.

"Contributions received | USD", then "Denmark | 4,271,376": Denmark gave that. Under "Norwegian aid, by partner | NOK"
the label receives. Totals, gaps, requirements and a borrower's own share are no gifts. What no head or caption tells
stays as it was read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Final

from analysis.money.notation.heads import unit_of
from analysis.money.notation.links import without_addresses
from analysis.money.notation.tables import FROM_HEAD, Row, Table, find_tables
from analysis.money.roles.authorities import of_authority
from analysis.money.roles.table_labels import body_of, giver_of, parties_in, receiver_of
from analysis.money.roles.table_words import form_of, is_funded, is_of_no_gifts, is_total, reason_of, side, stage_of
from analysis.money.text.parties import Party, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.sizes import currency_of, size_of
from analysis.money.text.slugs import slug
from analysis.records import Claim

_COUNTED: Final = frozenset(["", "part"])
_FEWEST: Final = 2  # rows that add up to a row before them
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{4,}\b")
_SHORT = re.compile(r"\(([A-Z]{2,6})\)")
_MEETING = re.compile(r"\b(?:conference|summit|meeting|forum|round\s?table)\b", re.IGNORECASE)
_TOLD: Final = _COUNTED | {"total_to_date"}
_TOWARDS: Final = (" to", " for", " in", " of", " from", " with")
_GIVEN_BY = re.compile(
    r"\b(?:aid|assistance|oda|disbursements|grants|support|allocations|contributions|payments|help|made|paid|given|funded)"
    r"\s(?:of|by|from)(?:\sthe)?$"
)
_MINISTRY = re.compile(r"\b(?:Ministry|Department|Government|Foreign Office|Treasury)\b")
_TO = re.compile(r"\bto\s(?:the\s)?(?P<who>[A-ZÀ-Þ][\w'’-]*(?:\s(?:of|for|and|[A-ZÀ-Þ][\w'’-]*))*)")
_BANKS: Final = frozenset(["IDA", "IBRD", "WB"])  # whose help is a loan or a grant, as is said


def with_table_rows(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the sums of tables read by their rows.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found = list(claims)
    at = {claim.start: k for k, claim in enumerate(found) if claim.amount is not None and _of_table(claim)}
    if not at:
        return found
    taken = [(amount.start, amount.end) for amount in reader.amounts if not amount.reason.startswith(FROM_HEAD)]
    for table in find_tables(without_addresses(reader.text), taken):
        _Reading(table, reader, found, at).read()
    return [  # "City of Lausanne | 85,000"
        made if made is claim or made.donor == claim.donor else of_authority(made, reader)
        for claim, made in zip(claims, found, strict=True)
    ]


def _of_table(claim: Claim) -> bool:
    return claim.amount is not None and claim.amount.reason.startswith(FROM_HEAD)


@dataclass(frozen=True, slots=True)
class _Giver:
    id: str | None
    text: str
    level: str | None


@dataclass
class _Reading:
    """One table, and the claims that its sums are in."""

    table: Table
    reader: Reader
    found: list[Claim]
    at: Mapping[int, int]

    @cached_property
    def _above(self) -> tuple[str, ...]:
        """The lines that hold for all rows, the nearest first, without the unit and the heads of columns."""
        lines = [_without_unit(line) for line in self.table.caption]
        return tuple(lines[1:] if self._is_of_columns else lines)

    @cached_property
    def _is_of_columns(self) -> bool:
        """Whether the line that names the currency heads the columns."""
        return bool(self.table.columns) and self.table.columns[-1] in self.table.caption[0]

    @cached_property
    def _totals(self) -> list[str]:
        return [row.cells[0] for row in self.table.rows if is_total(row.cells[0])]

    @cached_property
    def _shorts(self) -> dict[str, _Giver]:
        """The acronyms that labels of the table print behind names: "Lund Development Association (LDA)"."""
        labels = [(row.cells[0], _SHORT.search(row.cells[0])) for row in self.table.rows]
        return {match[1]: _Giver(*giver_of(label)) for label, match in labels if match is not None}

    @cached_property
    def _body(self) -> tuple[Party | None, str] | None:
        return body_of(self._above if self._is_of_columns else self._above[1:])

    @cached_property
    def _countries(self) -> list[str]:
        """The countries that the nearest line above names which names any."""
        for line in self._above:
            named = [one.id for one, _ in _in_line(line) if one.kind == "country" and one.form == "name"]
            if named:
                return list(dict.fromkeys(named))
        return []

    @cached_property
    def _capital(self) -> str | None:
        """The country whose capital the lines above name, but for where a conference was."""
        lines = (line for line in self._above if not _MEETING.search(line))
        return next((one.id for line in lines for one, _ in _in_line(line) if one.form == "capital"), None)

    @cached_property
    def _owner(self) -> _Giver | None:
        """Whose money the lines above say is shared out ("Norwegian aid in 2022, by partner")."""
        return next((owner for line in self._above if (owner := _owner_in(line)) is not None), None)

    @cached_property
    def _whole(self) -> Claim | None:
        """The gift told before the table that its rows add up to."""
        sums = [self.found[k] for row in self.table.rows if not is_total(row.cells[0]) for k in self._places(row)]
        if len(sums) < _FEWEST:
            return None
        total = sum(map(size_of, sums), Decimal())
        before = (c for c in reversed(self.found[: self.at[sums[0].start]]) if c.exclude_reason in _TOLD)
        return next((c for c in before if currency_of(c) == currency_of(sums[0]) and size_of(c) == total), None)

    def read(self) -> None:
        """Read the sums of the table, in place."""
        kind = side(self.table.columns, self._above)
        parts = self._parts()
        if kind == "measures" and self._whole is not None and self._owner is not None:
            self._count_whole(self._whole, self._owner)
        for number, row in enumerate(self.table.rows):
            for figure in row.figures:
                k = self.at.get(figure.start)
                if k is None:
                    continue
                columns = self.table.columns
                head = columns[figure.column] if len(columns) > figure.column else ""
                claim = self._read(self.found[k], row, head, kind)
                if claim.exclude_reason == "" and number in parts:
                    claim = replace(claim, exclude_reason="part")
                self.found[k] = claim

    def _count_whole(self, whole: Claim, owner: _Giver) -> None:
        """Count what the rows share out, where it was read as the total of gifts told before."""
        if whole.exclude_reason == "total_to_date":
            k = self.found.index(whole)
            self.found[k] = replace(
                whole, exclude_reason="", donor=owner.id, donor_text=owner.text, donor_level=owner.level
            )

    def _read(self, claim: Claim, row: Row, head: str, kind: str) -> Claim:
        reason = self._reason(row, head, kind)
        if not reason and not kind and claim.exclude_reason in _COUNTED and is_of_no_gifts(self.table.caption[0]):
            reason = "other"
        if reason:
            return replace(claim, exclude_reason=reason)
        if kind == "givers":
            return self._from_label(claim, row, head)
        if kind == "takers" and self._owner is not None:
            return self._to_label(claim, row, head, self._owner)
        if kind == "measures" and (self._whole is not None or self._owner is not None):
            return self._for_measure(claim, row, head)
        return claim

    def _reason(self, row: Row, head: str, kind: str) -> str:
        """Give as what a row or its column leaves a sum out; empty where it is given."""
        label = row.cells[0]
        column = reason_of(head)
        if not column and kind == "measures" and not head:
            column = reason_of(self.table.caption[0])
        if is_total(label):
            told = reason_of(label)
            return column or (told if told != "other" else "") or "total_to_date"
        if column:
            return column
        if kind == "measures" and is_funded(head) and any(reason_of(one) == "need" for one in self.table.columns):
            return "total_to_date"
        if kind == "takers" or party_named(label) is not None:
            return ""
        return reason_of(label) or (reason_of(row.heading[0]) if row.heading and not kind else "")

    def _from_label(self, claim: Claim, row: Row, head: str) -> Claim:
        """Read a row of a table of givers."""
        label, others = row.cells[0], " ; ".join(row.cells[1:])
        short = self._shorts.get(label.partition(" ")[0])
        places = [party for party, _, _ in self.reader.places(row.low, row.high)]
        giver = short if short is not None else _Giver(*giver_of(label, places))
        body = self._body
        recipient, words = self._receiver(others)
        form = form_of(others) or form_of(label)
        bank = body[0] if body is not None and body[0] is not None else None
        opens = next((one.id for one, name in parties_in(label) if label.startswith(name)), None)
        own = bank is not None and bank.id in (giver.id, opens)
        if (own and not form) or [giver.id] == self._countries:
            return replace(claim, exclude_reason="budget")
        listed = party_named(giver.text) is not None
        if bank is not None and form in ("loan", "grant", "guarantee") and form_of(label) and not listed:
            giver = _Giver(bank.id, body[1] if body is not None else bank.name, bank.level)
        stage = stage_of(head, (*row.heading, *self._above), self._totals) or "disbursed"
        form = form or ("unknown" if giver.id in _BANKS else "grant")
        return _gift(claim, giver, recipient, words, form, stage)

    def _receiver(self, others: str) -> tuple[str | None, str | None]:
        """Give whom the givers of a table give to: by another cell of the row, else by the lines above."""
        body = self._body
        words = body[1] if body is not None else None
        here = [one for one in _in_line(others) if one[0].kind == "country"]
        if here:
            return (here[0][0].id, here[0][1]) if len({one.id for one, _ in here}) == 1 else (None, words)
        if self._countries:
            return (self._countries[0] if len(self._countries) == 1 else None), words
        if body is not None:
            return (body[0].id if body[0] is not None else None), words
        return self.reader.topic() or self._capital, None

    def _to_label(self, claim: Claim, row: Row, head: str, owner: _Giver) -> Claim:
        """Read a row of a table of receivers, whose giver is told above it."""
        recipient, words = receiver_of(row.cells[0])
        if recipient is not None and recipient == owner.id:
            return replace(claim, exclude_reason="budget")
        stage = stage_of(head, (*row.heading, *self._above), self._totals) or "disbursed"
        return _gift(claim, owner, recipient, words, form_of(" ".join(row.cells)) or "grant", stage)

    def _for_measure(self, claim: Claim, row: Row, head: str) -> Claim:
        """Read a row that says what the gift of one giver is for."""
        whole, owner = self._whole, self._owner
        if whole is not None:
            owner = _Giver(whole.donor, whole.donor_text or "", whole.donor_level)
        if owner is None:
            return claim
        receivers = [one for one in self._countries if one != owner.id]
        recipient = whole.recipient if whole is not None else receivers[0] if len(receivers) == 1 else None
        to = _TO.search(row.cells[0])
        stage = whole.status if whole is not None else ""
        stage = stage or stage_of(head, (*row.heading, *self._above), self._totals) or "disbursed"
        form = form_of(" ".join(row.cells)) or "grant"
        made = _gift(claim, owner, recipient, to["who"] if to is not None else None, form, stage)
        return replace(made, exclude_reason="part") if whole is not None else made

    def _parts(self) -> frozenset[int]:
        """Give the rows that the row before them is the sum of."""
        sizes = [sum((figure.value for figure in row.figures), Decimal()) for row in self.table.rows]
        found = set[int]()
        for k, size in enumerate(sizes):
            if is_total(self.table.rows[k].cells[0]):
                continue  # those that a total counts up are told by it alone
            total = Decimal()
            for n in range(k + 1, len(sizes)):
                total += sizes[n]
                if total >= size:
                    if total == size and n - k >= _FEWEST:
                        found.update(range(k + 1, n + 1))
                    break
        return frozenset(found)

    def _places(self, row: Row) -> Iterator[int]:
        return (self.at[figure.start] for figure in row.figures if figure.start in self.at)


def _gift(claim: Claim, giver: _Giver, recipient: str | None, words: str | None, form: str, stage: str) -> Claim:
    """Give a claim as a gift, whatever it was read as without its table."""
    return replace(
        claim,
        exclude_reason="",
        donor=giver.id,
        donor_text=giver.text if giver.id is not None else None,
        donor_level=giver.level,
        recipient=recipient,
        recipient_text=words,
        channel=None,
        instrument=form,
        modality="goods" if form == "in_kind" else None,
        status="delivered" if form == "in_kind" and stage == "disbursed" else stage,
        polarity="actual",
    )


def _without_unit(line: str) -> str:
    """Give a line of a caption without the currency that it names: "US dollars" are of no country."""
    unit = unit_of(line, 0, len(line))
    return line if unit is None else f"{line[: unit.start]} {line[unit.end :]}"


def _in_line(line: str) -> Iterator[tuple[Party, str]]:
    """Give the parties of a line, in a title of capitals too ("FLOODS IN PAKISTAN")."""
    return parties_in(_CAPITALS.sub(lambda match: match[0].capitalize(), line))


def _owner_in(line: str) -> _Giver | None:
    """Give whose money a line tells of: "Norwegian aid", "Malta's grants", "Ministry of Works, Oslo", "Lund Fund"."""
    for party, words in parties_in(line):
        start = line.find(words)
        before = f" {line[:start].rstrip().lower()}"
        gives = _GIVEN_BY.search(before) is not None  # "disbursements of Ireland"
        if before.endswith(_TOWARDS) and not gives:
            continue
        owns = (
            gives
            or party.kind in ("body", "agency")
            or party.form == "demonym"
            or line[start + len(words) :][:1] in "'’"
        )
        owns = owns or (party.form == "capital" and _MINISTRY.search(line) is not None)
        if owns:
            return _Giver(party.id, words, party.level)
    named = body_of((line,))
    return _Giver(slug(named[1]), named[1], "foundation") if named is not None and named[0] is None else None
