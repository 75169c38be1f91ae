"""Reports that repeat a gift, propose it, or say what its goods are worth: evidence, never a gift of their own."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from analysis.money.merging.anew import NEWS_DAYS, is_odd, other_kind, share_subject
from analysis.money.merging.cues import states_denial, states_worth
from analysis.money.merging.gift import Gift
from analysis.money.merging.merge import RATE_DAYS, STAGE_WINDOWS, is_person, same_amount, same_instrument
from analysis.money.merging.reports import Report, before_words, days_between

REPEATED = "told again, not counted again"
PLANNED = "planned before"
DENIED = "denied by its giver"
_ANYBODY, _NOBODY = "", "-"
_RULES = {
    **dict.fromkeys(("restatement", "no_donor", "other", "price"), REPEATED),
    **dict.fromkeys(("proposed", "conditional"), PLANNED),
    "denied": DENIED,
}
_SPAN = Decimal("0.035")
_OPEN_REASONS = ("no_donor", "other", "price")  # what a repeated gift is taken for where no giver is named
_PLANS = ("proposed", "conditional")
_ANAPHORS = re.compile(r"\b(?:it|its|they|their|them|these|those|gift|donation|aid|shipment|consignment|cargo|goods)\b")
# "Repainting them costs 90,000", "it will open an embassy, at a cost of 31 million": something else costs it.
_OTHER_COST = re.compile(r"\w+ing\s+(?:it|them)\s+costs?\b|,\s+at\s+a\s+cost\s+of\b")
_ONE = r"\b(?:an?|one|each|every|(?:a\s+)?single|per)\s+(?:[\w-]+\s+)?"  # "a drone costs 1,800"


class Shelf:
    """Gifts by the figures of their reports, for each of their givers and receivers and for anybody."""

    def __init__(self, gifts: Iterable[Gift]) -> None:
        self._rows: dict[tuple[str, str], list[tuple[Decimal, str, int]]] = {}
        self._gifts: dict[str, Gift] = {}
        for gift in gifts:
            self._gifts[gift.id] = gift
            figures = {key for report in gift.reports for key in _keys(report)}
            first = gift.reports[0].day  # those without a day come last
            number = first.toordinal() if first else 0
            for party in {*gift.donors, *(gift.recipients or (_NOBODY,)), gift.channel or _ANYBODY, _ANYBODY}:
                for currency, value in figures:
                    self._rows.setdefault((party, currency), []).append((value, gift.id, number))
        for row in self._rows.values():
            row.sort()

    def near(self, report: Report, days: int) -> Iterator[Gift]:
        """Every gift with a figure near the report's, once: of its giver, where it has one, or its receiver.

        Its first report is at most `days` away, or one of the two has no day.
        """
        found: set[str] = set()
        day = report.day.toordinal() if report.day else 0
        for currency, value in _keys(report):
            for party in _asked_for(report):
                row = self._rows.get((party, currency), [])
                first = bisect_left(row, (value * (1 - _SPAN), "", 0))
                last = bisect_left(row, (value * (1 + _SPAN), "~", 0))
                found.update(name for _, name, told in row[first:last] if abs(told - day) <= days or not told * day)
        return (self._gifts[name] for name in sorted(found))


def _asked_for(report: Report) -> Collection[str]:
    """Whose gifts a report may repeat."""
    if report.donors and not is_person(report):
        return report.donors
    if report.reason != "restatement":
        return report.recipients
    return {*report.recipients, _NOBODY} if report.named else (_ANYBODY,)


def _keys(report: Report) -> set[tuple[str, Decimal]]:
    keys = set()
    if report.currency is not None and report.value is not None:
        keys.add((report.currency, report.value))
    if report.row["in_kind_item"] is not None:
        keys.add(("goods", Decimal(report.row["in_kind_count"] or 0)))
    return keys


def add_evidence(gifts: Sequence[Gift], reports: Iterable[Report], days: int) -> None:
    """Give each report that counts for nothing to the one gift it repeats; where two fit, to none.

    Where the giver denies what was reported, the gift is denied.
    """
    shelf = Shelf(gifts)
    for report in (r for r in reports if r.reason in _RULES):
        fits = [gift for gift in shelf.near(report, days * STAGE_WINDOWS) if _repeats(report, gift, days)]
        if len(fits) == 1:
            fits[0].repeat(report, _RULES[report.reason])


def _repeats(report: Report, gift: Gift, days: int) -> bool:
    if not _in_time(report, gift, days) or not _may_repeat(report, gift):
        return False
    return any(_same_sum(report, r) for r in gift.reports)


def _same_sum(report: Report, told: Report) -> bool:
    """Whether a report has the figure of another, its kind where a giver is named, and a word of its subject.

    What another outlet says of the same giver's sum needs no such word, nor does a text that comes back to what
    it told, a figure too odd to be that of two gifts, or one for the same receiver.
    """
    if not same_amount(report, told) or (report.donors and not same_instrument(report, told)):
        return False
    if other_kind(report, told):
        return False
    elsewhere = bool(report.donors) and report.outlet != told.outlet
    if report.reason in _OPEN_REASONS:
        return elsewhere or share_subject(report, told)
    plain = report.story == told.story or is_odd(report.value) or bool(report.recipients & told.recipients)
    return plain or elsewhere or share_subject(report, told)


def _may_repeat(report: Report, gift: Gift) -> bool:
    """Whether giver, receiver and reason allow it; a giver who is a person may have announced another's money."""
    agrees = bool(report.recipients & gift.recipients)
    against = report.named and bool(gift.recipients) and not agrees and gift.channel not in report.recipients
    if report.reason == "denied":
        return bool(report.donors & gift.donors) and agrees and states_denial(report.sentence)
    if report.reason in _PLANS and gift.recipients and not agrees:
        return False  # "if it gave a billion" may be said of anybody
    if report.donors and not is_person(report):
        again = report.reason in ("restatement", *_PLANS) or (
            report.reason == "other" and _is_news(report, gift, agrees)
        )
        sure = report.reason not in _PLANS or _is_plan_of(report, agrees)
        return bool(report.donors & gift.donors) and again and sure and not against
    if report.reason == "restatement":
        return not against or not report.named
    return report.reason in _OPEN_REASONS and not report.row["per"] and agrees


def _is_plan_of(report: Report, agrees: bool) -> bool:
    """Whether a plan may be that of a gift: "if you make a billion" is of none, nor are "billions" proposed."""
    if report.reason == "conditional":
        return (agrees and report.named) or is_odd(report.value)
    return bool(report.row["qualifier"] != "vague")


def _is_news(report: Report, gift: Gift, agrees: bool) -> bool:
    """Whether a sum read as something else speaks of the gift: same receiver, or in the week of its reports."""
    gaps = [days_between(told, report) for told in gift.reports]
    return agrees or (bool(gift.recipients) and any(gap is not None and 0 <= gap <= RATE_DAYS for gap in gaps))


def _in_time(report: Report, gift: Gift, days: int) -> bool:
    """Whether the day fits: a repetition comes after the news, a plan before it; no day is no obstacle."""
    first = gift.reports[0].day  # those without a day come last
    if report.day is None or first is None:
        return True
    after = (report.day - first).days
    wide = days * STAGE_WINDOWS
    return -wide <= after <= NEWS_DAYS if report.reason in _PLANS else -NEWS_DAYS <= after <= wide


def add_worth(gifts: Sequence[Gift], reports: Iterable[Report]) -> None:
    """Give goods the worth that a later sentence states: "The maize is valued at 19.6 million shillings".

    The sentence names the goods, or stands for the last goods told before it
    ("It puts their value at ..."). Goods with a sum of their own keep it.
    """
    goods: dict[str, list[tuple[int, Report, Gift]]] = {}
    for gift in gifts:
        if gift.ruling.currency is None:
            for report in gift.reports:
                goods.setdefault(report.article, []).append((report.place, report, gift))
    for report in sorted(reports, key=lambda r: (r.article, r.place)):
        told = sorted(goods.get(report.article, []), key=lambda entry: entry[0])
        before = [entry for entry in told if entry[0] < report.place]
        if report.currency is None or report.row["per"] or not before or not states_worth(report):
            continue
        meant = _meant(report, before)
        if meant is not None and meant.worth is None:
            meant.worth = report
            meant.repeat(report, "worth of the goods stated apart")


def _meant(report: Report, before: Sequence[tuple[int, Report, Gift]]) -> Gift | None:
    if any(_names(report.sentence, goods, _ONE) for _, goods, _ in before if (goods.row["in_kind_count"] or 1) > 1):
        return None
    named = [gift for _, goods, gift in before if _names(report.sentence, goods)]
    if named:
        return named[-1]
    gifts = {gift.id for _, _, gift in before}
    said = before_words(report).lower()
    return before[-1][2] if len(gifts) == 1 and _ANAPHORS.search(said) and not _OTHER_COST.search(said) else None


def _names(sentence: str, goods: Report, lead: str = r"\b") -> bool:
    """Whether a sentence uses the noun of the goods, behind some words: "maize" of "tonnes of maize"."""
    item = str(goods.row["in_kind_item"] or "").lower()
    head = item.split(" of ")[-1].split()[-1:] or [""]
    noun = rf"{lead}{re.escape(head[0].rstrip('s'))}(?:s|es)?\b"
    return len(head[0]) > 2 and re.search(noun, sentence.lower()) is not None
