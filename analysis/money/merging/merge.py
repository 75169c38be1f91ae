"""Which claims report the same gift.

Claims are joined pair by pair and the groups are the connected parts, so the
order of articles cannot matter. A claim whose recipient is not printed joins a
group only where exactly one fits. Every join names its rule. Which reports
speak of another gift of the same size is `analysis.money.merging.anew`.
"""

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import islice, pairwise

from analysis.money.merging.anew import (
    NEWS_DAYS,
    is_another,
    names_purpose,
    newness,
    recalls,
    reuses,
    share_purpose,
    share_subject,
)
from analysis.money.merging.groups import Groups
from analysis.money.merging.other_receivers import gives_others
from analysis.money.merging.reports import RANK, SEVERAL, Report, days_between, in_euro

# A hedge ("about", "upwards of") may round; an exact figure may not.
HEDGED = Decimal("0.02")
EXACT = Decimal("0.001")
CONVERTED = Decimal("0.03")
# Two outlets may each convert on their own day and round; further apart it is chance.
RATE_DAYS = 7
# A later stage of a gift may be reported long after it was announced.
STAGE_WINDOWS = 4
_LAST = len(RANK)
_ALIKE = Decimal("1.035")  # widest difference that any rule lets pass
_EURO = "EUR at the ECB rate"


def same_amount(a: Report, b: Report) -> bool:
    """Whether two reports state the same gift: money within its hedges, or the same count of things.

    "Billions" is no figure that another could be equal to. A conversion printed
    beside one of the amounts may be the other's figure; so may the other's worth at
    the ECB rate, within days of it.
    """
    if a.currency is None or b.currency is None:
        return _same_goods(a, b)
    if (a.row["per"] or None) != (b.row["per"] or None) or (a.row["qualifier"] == "vague") != (
        b.row["qualifier"] == "vague"
    ):
        return False
    if a.currency != b.currency:
        return _converted(a, b) or _converted(b, a) or _same_at_rate(a, b)
    if {"range"} == {a.row["qualifier"], b.row["qualifier"]} and not near(a.row["high"], b.row["high"], HEDGED):
        return False
    hedged = any(r.row["qualifier"] not in ("exact", "range") for r in (a, b))
    return near(a.value, b.value, HEDGED if hedged else EXACT)


def near(one: Decimal | None, two: Decimal | None, tolerance: Decimal) -> bool:
    """Whether two figures differ by no more than a share of the larger."""
    if one is None or two is None:
        return one is two
    return abs(one - two) <= tolerance * max(abs(one), abs(two))


def _equivalents(report: Report) -> Iterator[tuple[str, Decimal]]:
    for other in json.loads(report.row["equivalents"] or "[]"):
        figure = other.get("low") or other.get("high")
        if figure:
            yield str(other["currency"]), Decimal(str(figure))


def _converted(a: Report, b: Report) -> bool:
    return any(code == b.currency and near(figure, b.value, CONVERTED) for code, figure in _equivalents(a))


def _same_at_rate(a: Report, b: Report) -> bool:
    """Whether two outlets may have stated one sum in two currencies; one article would print both together."""
    apart = days_between(a, b)
    if a.story == b.story or apart is None or abs(apart) > RATE_DAYS:
        return False
    one, two = in_euro(a), in_euro(b)
    return one is not None and two is not None and near(one, two, HEDGED)


def _same_goods(a: Report, b: Report) -> bool:
    if a.row["in_kind_item"] is None or b.row["in_kind_item"] is None:
        return False
    words = [set(re.findall(r"\w+", str(r.row["in_kind_item"]).lower().rstrip("s"))) for r in (a, b)]
    heads = [str(r.row["in_kind_item"]).lower().split(" of ")[-1].split()[-1].rstrip("s") for r in (a, b)]
    return a.row["in_kind_count"] == b.row["in_kind_count"] and (heads[0] == heads[1] or bool(words[0] & words[1]))


def same_instrument(a: Report, b: Report) -> bool:
    """Whether the instruments do not exclude each other; a loan is no grant, where a text calls it one."""
    one, two = a.instrument, b.instrument
    return one == two or None in (one, two) or {one, two} <= {"grant", "in_kind"}


def same_donor(a: Report, b: Report) -> bool:
    """Whether the givers may be the same: equal, or one of those who give jointly."""
    if a.donors == b.donors or a.donors <= b.donors or b.donors <= a.donors:
        return bool(a.donors and b.donors)
    joint = [len(r.donors) > 1 or r.donors == {SEVERAL} for r in (a, b)]
    return all(joint) and {SEVERAL} in (a.donors, b.donors)


def same_recipient(a: Report, b: Report) -> bool:
    """Whether the recipients share one, or one names the recipient and the other who passes it on."""
    if a.recipients & b.recipients or a.recipients == b.recipients:
        return True
    return a.row["channel"] in b.recipients or b.row["channel"] in a.recipients


def in_window(a: Report, b: Report, days: int) -> bool:
    """Whether the reports are near enough in time; a later stage or one that recalls the gift may come later.

    No date is no obstacle.
    """
    apart = days_between(a, b)
    if apart is None:
        return True
    first, second = (a, b) if apart >= 0 else (b, a)
    if days < abs(apart) <= days * STAGE_WINDOWS:
        return RANK.get(second.status, _LAST) > RANK.get(first.status, _LAST) or recalls(first, second)
    return abs(apart) <= days


def donors_of(report: Report) -> frozenset[str]:
    """Those who give; several of them may elsewhere be told of as "donors"."""
    return report.donors | {SEVERAL} if len(report.donors) > 1 else report.donors


def alike(
    reports: Sequence[Report], days: int, shelves: Callable[[Report], Collection[str]] = donors_of
) -> Iterator[tuple[Report, Report]]:
    """Every pair whose figures, conversions or counts are near enough to be looked at, once.

    Sorted by what `shelves` gives (who gives), by figure and by periods of `days`, each report in two of
    them, so that thousands of gifts of one donor are not compared each with each; what is further
    apart is not paired. A report without a day is compared with all.
    """
    dateless = {(shelf, key) for r in reports if r.day is None for shelf in shelves(r) for key, _ in _figures(r)}
    found: dict[tuple[str, str, int], list[tuple[Decimal, str, Report]]] = {}
    for report in reports:
        for key, figure in _figures(report):
            for shelf in shelves(report):
                for period in (0,) if (shelf, key) in dateless else _periods(report, days):
                    found.setdefault((shelf, key, period), []).append((figure, report.id, report))
    done: set[tuple[str, str]] = set()
    for shelved in found.values():
        for one, two in _neighbours(sorted(shelved, key=lambda entry: entry[:2])):
            pair = (one.id, two.id) if one.id < two.id else (two.id, one.id)
            if one.id != two.id and pair not in done:
                done.add(pair)
                yield (one, two) if pair == (one.id, two.id) else (two, one)


def _periods(report: Report, days: int) -> tuple[int, int]:
    """Give the period of a report and the next: two reports within `days` share one."""
    number = (report.day or date.min).toordinal() // max(days, 1)
    return number, number + 1


def _figures(report: Report) -> Iterator[tuple[str, Decimal]]:
    if report.row["in_kind_item"] is not None:
        yield "goods", Decimal(report.row["in_kind_count"] or 0)
    if report.currency is None or report.value is None:
        return
    yield report.currency, report.value
    yield from _equivalents(report)
    worth = in_euro(report)
    if worth is not None:
        yield _EURO, worth


def _neighbours(shelf: Sequence[tuple[Decimal, str, Report]]) -> Iterator[tuple[Report, Report]]:
    for place, (figure, _, report) in enumerate(shelf):
        for other, _, later in islice(shelf, place + 1, None):
            if other > figure * _ALIKE:
                break
            yield report, later


def group(reports: Sequence[Report], days: int, apart: Collection[str] = ()) -> Groups:
    """Join reports of the same gift.

    Args:
        reports: claims that count.
        days: longest gap between two reports of one gift.
        apart: ids of claims that an analyst set apart; no rule joins them.
    """
    groups = Groups(report.id for report in reports)
    free = [report for report in reports if report.id not in apart]
    pairs = []
    for a, b in sorted((pair for pair in alike(free, days * STAGE_WINDOWS) if _match(*pair, days)), key=_nearest):
        if is_another(a, b) or gives_others(a, b):
            groups.part(a.id, b.id)
        else:
            pairs.append((a, b))
    for a, b in pairs:
        known = bool(a.recipients or b.recipients) or _close(a, b)
        if known and same_recipient(a, b) and (a.donors == b.donors or _settled(a, b)):
            groups.join(a.id, b.id, _rule(a, b))
    _join_corrected(free, groups)
    _join_reused(free, groups)
    _join_announcers(free, groups)
    _join_loose(pairs, groups, lambda r: not r.recipients, "same donor and amount, recipient not repeated")
    _join_loose(pairs, groups, lambda r: not r.named, "same donor and amount, recipient not printed")
    _join_guessed(pairs, groups)
    return groups


def _match(a: Report, b: Report, days: int) -> bool:
    if a.ordinal != b.ordinal or not same_donor(a, b) or not same_instrument(a, b):
        return False
    return same_amount(a, b) and in_window(a, b, days)


def _nearest(pair: tuple[Report, Report]) -> tuple[int, str, str]:
    """Sort key of pairs: nearest in time first, so that a gift told again joins the last one of its size."""
    apart = days_between(*pair)
    return (10**6 if apart is None else abs(apart)), pair[0].id, pair[1].id


def _close(a: Report, b: Report) -> bool:
    """Whether reports without a recipient are of one purpose; where it is not said, of one text or week and a subject.

    A round sum alone says little: a government gives ten million for many things.
    Two outlets that print it within days of each other tell one piece of news.
    """
    apart = days_between(a, b)
    if a.sentence == b.sentence or share_purpose(a, b):
        return True
    if a.row["purpose"] and b.row["purpose"]:
        return names_purpose(a.sentence, b) or names_purpose(b.sentence, a)
    sectors = {a.row["sector"], b.row["sector"]} - {"other"}
    soon = a.story == b.story or apart is None or (abs(apart) <= RATE_DAYS and a.row["qualifier"] != "vague")
    news = apart is not None and abs(apart) <= NEWS_DAYS and a.outlet != b.outlet
    return soon and len(sectors) <= 1 and (news or share_subject(a, b))


def _settled(a: Report, b: Report) -> bool:
    """Whether reports of one giver and of several are of one text or day: who joined in is told differently."""
    apart = days_between(a, b)
    return a.story != b.story and apart is not None and abs(apart) <= RATE_DAYS


def _rule(a: Report, b: Report) -> str:
    if a.donors != b.donors:
        return "same recipient and amount, one of the givers"
    parts = ["same donor, recipient and amount"]
    if a.recipients != b.recipients and not a.recipients & b.recipients:
        parts = ["same donor and amount, recipient named as channel"]
    if a.currency != b.currency and None not in (a.currency, b.currency):
        parts.append("converted")
    if a.status != b.status:
        parts.append("later stage")
    return ", ".join(parts)


def _join_corrected(reports: Sequence[Report], groups: Groups) -> None:
    """Versions of one text whose sentences differ in the figure alone: a correction."""
    frames: dict[tuple[str, str, str], list[Report]] = {}
    for report in reports:
        frames.setdefault((str(report.row["donor"]), report.story, _frame(report)), []).append(report)
    for same in frames.values():
        versions: dict[str, list[Report]] = {}
        for report in same:
            versions.setdefault(report.article, []).append(report)
        for one, two in pairwise(versions[key] for key in sorted(versions)):
            only_one = [a for a in one if not any(same_amount(a, b) for b in two)]
            only_two = [b for b in two if not any(same_amount(a, b) for a in one)]
            if len(only_one) == len(only_two) == 1:
                groups.join(only_one[0].id, only_two[0].id, CORRECTED)


CORRECTED = "figure corrected between versions of one text"


def _join_reused(reports: Sequence[Report], groups: Groups) -> None:
    """Join what a later text tells again in the words of an earlier one, up to a year and more on.

    Asked for are one giver, one figure told alike, and long sentences most of whose words agree. What is signed or
    announced "today" is told in the same words every time, and is new each time.
    """
    alike_told: dict[tuple[object, ...], list[Report]] = {}
    for report in reports:
        if report.value is not None and report.day is not None and not newness(report):
            key = (report.row["donor"], report.currency, report.value, report.row["qualifier"], report.ordinal)
            alike_told.setdefault(key, []).append(report)
    for told in alike_told.values():
        told.sort(key=lambda report: (report.day or date.min, report.id))
        for place, report in enumerate(told):
            for before in told[max(0, place - _LAST_TOLD) : place]:
                apart = days_between(before, report)
                late = before.story != report.story and apart is not None and apart <= _LONG_AFTER
                others = before.named and report.named and not same_recipient(before, report)
                if late and not others and reuses(before, report):
                    groups.join(before.id, report.id, REUSED)


REUSED = "told again in the same words"
_LONG_AFTER = 400  # days
_LAST_TOLD = 3  # reports of one figure before one that are compared with it


def _join_announcers(reports: Sequence[Report], groups: Groups) -> None:
    """Join a sum that a person gives to the one gift of a body with its figure and receiver, told within days.

    "Gates announced 40 million for Mozambique" is the foundation's gift.
    """
    told = [(r.value, r) for r in reports if r.value is not None and r.named]
    bodies = sorted((entry for entry in told if not is_person(entry[1])), key=lambda entry: (entry[0], entry[1].id))
    values = [value for value, _ in bodies]
    for value, person in (entry for entry in told if is_person(entry[1])):
        fits = bodies[bisect_left(values, value * (1 - EXACT)) : bisect_right(values, value * (1 + EXACT))]
        found = {groups.find(body.id) for _, body in fits if _announced(person, body)}
        if len(found) == 1:
            groups.join(person.id, found.pop(), "announced by a person")


def is_person(report: Report) -> bool:
    """Whether the giver is one person."""
    return bool(report.row["donor_level"] == "person")


def _announced(person: Report, body: Report) -> bool:
    apart = days_between(person, body)
    if person.article == body.article or apart is None or abs(apart) > RATE_DAYS:
        return False
    same = bool(person.recipients & body.recipients) and same_amount(person, body) and same_instrument(person, body)
    return same and not is_another(person, body)


def _frame(report: Report) -> str:
    words = str(report.row["text"])
    sentence = report.sentence.replace(words, "#") if words in report.sentence else report.sentence
    return " ".join(sentence.split())


def _join_guessed(pairs: Sequence[tuple[Report, Report]], groups: Groups) -> None:
    """Join reports of different articles none of which prints the recipient, where one group alone fits."""
    fits: dict[str, set[str]] = {}
    printed = {one.id for a, b in pairs for one, other in ((a, b), (b, a)) if other.named}
    for a, b in pairs:
        loose = not a.named and not b.named and not {a.id, b.id} & printed
        known = bool(a.recipients or b.recipients)
        if a.recipients and b.recipients and not same_recipient(a, b):
            continue
        if loose and a.donors == b.donors and a.story != b.story and (known or _close(a, b)):
            fits.setdefault(a.id, set()).add(b.id)
            fits.setdefault(b.id, set()).add(a.id)
    for guessed in sorted(fits):
        found = {groups.find(other) for other in fits[guessed]} - {groups.find(guessed)}
        if len(found) == 1:
            groups.join(guessed, found.pop(), "same donor and amount, recipient not printed")


def _join_loose(
    pairs: Sequence[tuple[Report, Report]], groups: Groups, is_loose: Callable[[Report], bool], rule: str
) -> None:
    """Join a report whose recipient is open to the one group that fits it; where two fit, to none."""
    fits: dict[str, set[str]] = {}
    for a, b in pairs:
        for loose, other in ((a, b), (b, a)):
            if is_loose(loose) and not is_loose(other) and a.donors == b.donors and _close(a, b):
                fits.setdefault(loose.id, set()).add(other.id)
    for loose_id in sorted(fits):
        found = {groups.find(other) for other in fits[loose_id]}
        if len(found) == 1 and groups.find(loose_id) not in found:
            groups.join(loose_id, found.pop(), rule)
