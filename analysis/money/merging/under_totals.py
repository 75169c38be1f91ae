"""What a text says of a total holds for the sums that it lists under it.

"Donors promised 900 million for Mali and Niger", and then what each of them gives: its receivers are theirs
too, where the text prints none and the reader took one of the places it speaks of. And sums that add up to
the total told right before them are its parts, whatever each of their sentences lets a reader make of them
("16 million will help families in Colombia"). Only reports whose parties were read off the text around them
are changed, each with a rule that says so; a report that an analyst corrected never is.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from analysis.money.merging.cues import event_of
from analysis.money.merging.reports import SEVERAL, Report, after_words, in_euro
from analysis.money.text.scenes import Scenes

RECEIVER = "receiver of the total it is told under"
ONLY_RECEIVER = "receiver of every other gift of its text"
SUMMED_UP = "total of the givers told after it"
ADDS_UP = "adds up with others to the total told before them"
_COUNTED = ("", "part")
_ITEMS = ("", "part", "other", "no_donor", "conditional")  # what an item of a list may have been read as
_FEWEST = 3  # sums of a list, givers of a total, gifts that all name one receiver: two may agree by chance
# "A total of 400 million was pledged": nobody is said to give it, and whoever is told of it or is its host does not.
_PASSIVE = re.compile(
    r"^.{0,80}? \b(?: was | were | (?:has|have|had)\s+been )\s+(?:\w+ly\s+)?(?: pledged | promised )\b (?!\s+by\b)",
    re.VERBOSE | re.DOTALL,
)
_MANY = re.compile(
    r"\b(?:donors|pledges|pledging|countries|governments|nations|leaders|lenders|partners|replenishment|round\s+table"
    r"|(?:donors?['’]?|aid|pledging|international)\s+(?:conference|meeting|summit)|international\s+community)\b",
    re.IGNORECASE,
)
_PASSING = ("multilateral", "foundation")  # who passes money on
_GIVER, _RECEIVER = ("donor", "donor_text", "donor_level"), ("recipient", "recipient_text")
Told = dict[str, str]  # the rule that changed a report, by its claim


def under_totals(reports: Sequence[Report], fixed: Collection[str] = ()) -> tuple[list[Report], Told]:
    """Give the reports with what the totals of their texts say of them, and the rule of each that changed.

    Args:
        reports: every report, in any order; articles do not touch each other.
        fixed: claims that an analyst corrected.
    """
    articles: dict[str, list[Report]] = {}
    for report in reports:
        articles.setdefault(report.article, []).append(report)
    changed: dict[str, Report] = {}
    told: Told = {}
    for each in articles.values():
        for rule, report in _changes(sorted(each, key=lambda r: (r.place, r.id)), fixed):
            changed[report.id] = report
            told[report.id] = f"{told[report.id]}; {rule}" if report.id in told else rule
    return [changed.get(report.id, report) for report in reports], told


def _changes(article: Sequence[Report], fixed: Collection[str]) -> Iterator[tuple[str, Report]]:
    items = {item.id: item for item in _added_up(article) if item.id not in fixed}
    yield from ((ADDS_UP, item) for item in items.values())
    counted = [report for report in article if report.reason in _COUNTED]
    for place, total in enumerate(counted):
        if total.id not in items and total.id not in fixed and _sums_up(total, counted):
            counted[place] = total.having(donor=SEVERAL, donor_text=None, donor_level="government")
            yield SUMMED_UP, counted[place]
    named = Counter(report.row["recipient"] for report in counted if report.named)
    guessed = [r for r in counted if r.recipients and not r.named and r.id not in items and r.id not in fixed]
    for report in guessed:
        whole = next((total for total in counted if _shares_receivers(total, report)), None)
        if whole is not None:
            yield RECEIVER, _received_as(report, whole)
        elif _is_odd_one(report, named):
            yield ONLY_RECEIVER, _received_as(report, next(one for one in counted if one.named))


def _received_as(report: Report, told: Report) -> Report:
    """Give a report with the receiver of another of its text and the words that print it."""
    return report.having(**{name: told.row[name] for name in _RECEIVER})


def _shares_receivers(total: Report, one: Report) -> bool:
    """Whether a total of several givers, told before a gift, has receivers of whom one was taken for the gift's."""
    before = total.place < one.place and total.named and total.donors != one.donors
    if not before or not one.recipients < total.recipients or _prints(one, total.recipients):
        return False
    joint = len(total.donors) > 1 or SEVERAL in total.donors or event_of(total.sentence)[0]
    return joint and _is_larger(total, one)


def _sums_up(total: Report, counted: Sequence[Report]) -> bool:
    """Whether a sum that "was pledged" is followed by smaller gifts of three givers or more to its receivers."""
    if len(total.donors) > 1 or SEVERAL in total.donors:
        return False
    if not (total.donors and _PASSIVE.search(after_words(total))) and not _is_of_many(total):
        return False
    after = (r for r in counted if r.place > total.place and r.sentence != total.sentence and _is_larger(total, r))
    members = (r for r in after if not r.named or r.recipients & total.recipients)
    return len({r.donors for r in members if r.donors and r.donors != total.donors}) >= _FEWEST


def _is_of_many(total: Report) -> bool:
    """Whether the sentence of a total tells of many who give, and its own giver is none that it names."""
    guessed = not total.donors or total.row["donor_text"] is None or total.donors <= total.recipients
    return guessed and _MANY.search(total.sentence) is not None


def _is_larger(total: Report, one: Report) -> bool:
    """Whether a total is more than a gift, as far as they can be compared; goods without a worth are no more."""
    if total.value is None or one.value is None:
        return total.value is not None
    if total.currency == one.currency:
        return total.value > one.value
    worths = in_euro(total), in_euro(one)
    return None in worths or worths[0] > worths[1]  # type: ignore[operator]


def _is_odd_one(report: Report, named: Counter[str]) -> bool:
    """Whether all gifts of a text that print a receiver print one, and another was taken for this gift's."""
    if len(named) != 1 or named.total() < _FEWEST:
        return False
    only = frozenset(next(iter(named)).split())
    return not report.recipients & only and not report.donors & only and not _prints(report, report.recipients)


def _prints(report: Report, places: Collection[str]) -> bool:
    """Whether the sentence names one of some countries; it may be a line of a list without a verb."""
    scenes = Scenes(report.sentence)
    return any(party.id in places for party, _, _ in scenes.places(0, len(scenes.plain)))


def _added_up(article: Sequence[Report]) -> Iterator[Report]:
    """Give the sums that add up to the total told right before them, as its parts."""
    sums = [r for r in article if r.value is not None and not r.row["per"] and r.row["qualifier"] == "exact"]
    taken: set[str] = set()
    for place, total in enumerate(sums):
        if total.reason or total.id in taken or len(total.donors) != 1 or SEVERAL in total.donors:
            continue
        following = (r for r in sums[place + 1 :] if r.currency == total.currency)
        items = _up_to(total.value or Decimal(0), following, lambda r: r.reason in _ITEMS)
        own = [item for item in items if item.donors in (frozenset(), total.donors)]
        sure = [item for item in items if item.reason in _COUNTED]
        if len(sure) >= _FEWEST and 2 * len(own) >= len(items):
            taken.update(item.id for item in items)
            yield from (_part_of(total, item) for item in items)


def _up_to(whole: Decimal, following: Iterable[Report], may_be: Callable[[Report], bool]) -> list[Report]:
    """Give the first of some reports, as many as add up to a sum; none where they do not."""
    items: list[Report] = []
    for report in following:
        items.append(report)
        added = sum(item.value or 0 for item in items)
        if added >= whole or not may_be(report):
            return items if added == whole and may_be(report) else []
    return []


def _part_of(total: Report, item: Report) -> Report:
    """Give an item as part of its total: its giver's, passed on by the body that was read as the giver."""
    giver = {name: total.row[name] for name in _GIVER}
    passes = item.donors and item.donors != total.donors and item.row["donor_level"] in _PASSING
    channel = item.row["channel"] or (item.row["donor"] if passes else None)
    part = item if item.recipients else _received_as(item, total)
    return part.having(**giver, channel=channel, exclude_reason="part")
