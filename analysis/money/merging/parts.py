"""Parts of a whole hang under it and are not added: shares, tranches, gifts of single members.

A part is never larger than its whole, and the parts in one money are never more
than it together. What an article calls a part of something nobody reported is
left out: counting it alone would count it twice when the whole is told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from analysis.money.merging.anew import NEWS_DAYS, share_subject
from analysis.money.merging.changes import sum_of
from analysis.money.merging.cues import event_of, is_share, is_tranche, whole_of
from analysis.money.merging.gift import Gift
from analysis.money.merging.merge import HEDGED, RATE_DAYS, near, same_instrument
from analysis.money.merging.reports import SEVERAL, Report, before_words, days_between, in_euro, most

_BESIDES = re.compile(r"\b(?:also|in\s+addition|additionally|separately|besides|on\s+top)\b", re.IGNORECASE)
PART_REACH = 5000  # characters from a whole to its part; in longer papers, other wholes stand between
_GOES_ON = 600  # characters after a total of several in which a gift of one of them needs no word of its subject
PART = "part of a stated total"
_INCLUDING = re.compile(
    r"\bincluding\s+(?:(?:an?|another|additional|initial|nearly|about|almost|over|more\s+than|up\s+to|at\s+least)\s+)*$",
    re.IGNORECASE,
)
_CODE = 3  # letters of a country
TRANCHE = "tranche of a larger gift"
MEMBER = "part of a total of several givers"
AT_EVENT = "promised at the conference whose total is known"


def hang_parts(gifts: Sequence[Gift]) -> list[Gift]:
    """Hang what an article calls a part under the whole told before it; give the gifts that stay.

    Another body's guarantee of a loan is no part of the loan: it stands alone, and so does what would be part of
    another's gift, or of a gift to others, told in another sentence.
    """
    told: dict[str, list[tuple[Report, Gift]]] = {}
    for gift in gifts:
        for report in gift.everything:
            told.setdefault(report.article, []).append((report, gift))
    giving = by_day(gift for gift in gifts if not _is_only_part(gift))
    wholes = {gift.id: _whole(gift, told, giving) for gift in gifts if _is_part(gift)}
    stay = []
    for gift in gifts:
        whole = wholes.get(gift.id)
        if whole is not None and not _is_cover(gift, whole):
            gift.hang(whole, PART)
            take_from_whole(gift, whole)
        elif _is_only_part(gift) and whole is None and gift.parent is None and not _is_anothers(gift, told):
            continue
        stay.append(gift)
    kept = {id(gift) for gift in stay}
    for gift in stay:  # what hung under a part that is left out stands alone
        if gift.parent is not None and id(gift.parent) not in kept:
            gift.parent = None
    return stay


ALWAYS = date.min
Days = dict[tuple[str, date | None], list[Gift]]
Kinds = dict[tuple[str, str], list[Gift]]


def by_day(gifts: Iterable[Gift]) -> Days:
    """Give the gifts of each giver in one money that a day's reports tell of; under the first of days all of them."""
    found: Days = {}
    for gift in gifts:
        for day in {ALWAYS, *(report.day for report in gift.reports)}:
            found.setdefault((_giver(gift), day), []).append(gift)
    return found


def by_receiver(gifts: Iterable[Gift]) -> Kinds:
    """Give the gifts of each giver in one money to a receiver, in an article, or ("") at all."""
    found: Kinds = {}
    for gift in gifts:
        for key in {*gift.recipients, *(report.article for report in gift.reports), ""}:
            found.setdefault((_giver(gift), key), []).append(gift)
    return found


def _giver(gift: Gift) -> str:
    return " ".join([*sorted(gift.donors), str(gift.ruling.currency)])


def _is_part(gift: Gift) -> bool:
    return any(report.reason == "part" or _is_included(report) for report in gift.reports)


def _is_included(report: Report) -> bool:
    """Whether "including" leads to a sum that was read as a gift by itself."""
    return not report.reason and _INCLUDING.search(before_words(report)) is not None


def _is_only_part(gift: Gift) -> bool:
    return all(report.reason == "part" for report in gift.reports)


def _is_cover(gift: Gift, whole: Gift) -> bool:
    """Whether a part is another body's guarantee of the whole."""
    covers = gift.ruling.row["instrument"] == "guarantee" != whole.ruling.row["instrument"]
    return covers and not gift.donors & whole.donors and SEVERAL not in whole.donors


def _whole(gift: Gift, told: dict[str, list[tuple[Report, Gift]]], giving: Days) -> Gift | None:
    """Give the whole that most of the reports point to, else the one larger gift of its giver to its receiver."""
    found: dict[str, Gift] = {}
    votes = []
    for part in (r for r in gift.reports if r.reason == "part" or _is_included(r)):
        entries: Iterable[tuple[Report, Gift]] = told.get(part.article, [])
        if not part.reason:
            entries = [(r, whole) for r, whole in entries if r.sentence == part.sentence and _is_of_whole(r, part)]
        before = _told_before(part, gift, entries)
        if before is not None:
            found[before.id] = before
            votes.append(before.id)
    chosen = most(votes)
    if chosen is not None:
        return found[chosen]
    if all(r.reason != "part" for r in gift.reports):
        return None
    larger = [other for other in _told_near(gift, giving) if other is not gift and contains(other, gift)]
    return larger[0] if len(larger) == 1 else None


def _is_of_whole(whole: Report, part: Report) -> bool:
    """Whether a sum told before one that it includes is in the same money, and of the same giver where both say who."""
    same = not whole.donors or not part.donors or bool(whole.donors & part.donors)
    return same and whole.place < part.place and whole.currency == part.currency


def _told_near(part: Gift, giving: Days) -> Iterable[Gift]:
    """Give the gifts told of while a part told apart from its whole is news, or without a day."""
    days: set[date | None] = {None}
    for day in {report.day or ALWAYS for report in part.reports}:
        near_by = range(-RATE_DAYS, RATE_DAYS + 1) if day != ALWAYS else (0,)
        days |= {day + timedelta(days=gap) for gap in near_by}
    return {gift.id: gift for day in days for gift in giving.get((_giver(part), day), ())}.values()


def _told_before(part: Report, gift: Gift, told: Iterable[tuple[Report, Gift]]) -> Gift | None:
    """Give the last larger gift told before a part in its article; else one told after it in its sentence."""
    fits = [
        (r.place, whole.id, whole)
        for r, whole in told
        if whole is not gift and _larger(r, part) and r.reason != "part" and _may_hold(r, part)
    ]
    before = [entry for entry in fits if part.place - PART_REACH <= entry[0] < part.place]
    same = [
        (-r.place, whole.id, whole)
        for r, whole in told
        if whole is not gift and r.sentence == part.sentence and r.place > part.place and _larger(r, part)
    ]
    best = max(before, default=None, key=lambda e: e[:2]) or max(same, default=None, key=lambda e: e[:2])
    return None if best is None else best[2]


def _may_hold(whole: Report, part: Report) -> bool:
    """Whether giver and receiver allow that a report tells a part of what another sentence tells.

    Registered givers and countries differ for sure; a name may be another one for the same.
    """
    if whole.sentence == part.sentence:
        return True
    givers = part.donors and whole.donors and not part.donors & whole.donors and SEVERAL not in whole.donors
    if givers and all(map(str.isupper, (*part.donors, *whole.donors))):
        return False
    both = part.named and whole.named and part.recipients and whole.recipients
    return not both or bool(part.recipients & whole.recipients) or not _are_states(part.recipients | whole.recipients)


def _are_states(receivers: Iterable[str]) -> bool:
    """Whether all of some receivers are countries by their codes."""
    return all(len(code) == _CODE and code.isupper() for code in receivers)


def _is_anothers(gift: Gift, told: dict[str, list[tuple[Report, Gift]]]) -> bool:
    """Whether a part is told after larger gifts none of which may hold it: it is a gift of its own."""
    for part in gift.reports:
        larger = [
            r
            for r, other in told.get(part.article, ())
            if other is not gift
            and r.reason != "part"
            and part.place - PART_REACH <= r.place < part.place
            and _larger(r, part)
        ]
        if larger and not any(_may_hold(r, part) for r in larger):
            return True
    return False


def _larger(whole: Report, part: Report) -> bool:
    if whole.value is None or part.value is None:
        return part.value is None and whole.value is not None
    return whole.currency != part.currency or whole.value >= part.value


def take_from_whole(part: Gift, whole: Gift) -> None:
    """Where a part names no receiver, its own giver, or who passes the money on, the whole's receiver has it."""
    part.instrument = part.instrument or whole.instrument
    channelled = bool(part.recipients) and whole.channel in part.recipients
    if not part.recipients or part.recipients <= part.donors or channelled:
        part.channel = part.channel or (part.recipient if channelled else None)
        part.recipient = whole.recipient


def contains(large: Gift, small: Gift, *, payment: bool = False) -> bool:
    """Whether a gift is larger than another of the same giver, receiver (or article), money and kind.

    A payment of a loan is told like a grant ("has paid"): its kind is asked for
    only where it is another.
    """
    a, b = large.ruling, small.ruling
    kind = same_instrument(a, b) or (payment and small.instrument in (None, "grant"))
    same = a.donors == b.donors and a.currency == b.currency and kind
    receivers = large.recipients & small.recipients or {r.article for r in large.reports} & {
        r.article for r in small.reports
    }
    return same and bool(receivers) and a.value is not None and b.value is not None and a.value > b.value


def hang_tranches(gifts: Sequence[Gift]) -> None:
    """Hang a payment of several under the larger gift of its giver: the one whose figure it names, else the latest.

    "The first 100 million of the 250 million" names it; such a report speaks of
    the whole too, and counts among the articles that do. Goods are no payment of a loan.
    """
    kinds = by_receiver(gifts)
    for small in gifts:
        if small.parent is not None or small.ruling.value is None:
            continue
        payment = next((r for r in small.reports if is_tranche(r) or is_share(r) or whole_of(r) is not None), None)
        if payment is None:
            continue
        named = whole_of(payment) is not None
        if not named and small.instrument == "in_kind":  # "the next tranche of arms" is a package of its own
            continue
        asked = [""] if named else [*small.recipients, *(r.article for r in small.reports)]
        others = {g.id: g for key in asked for g in kinds.get((_giver(small), key), ())}.values()
        before = [g for g in others if g is not small and _told_first(g, payment)]
        fits = (g for g in before if contains(g, small, payment=True))
        whole = _named_whole(payment, before) if named else _latest(fits)
        if whole is not None:
            small.hang(whole, TRANCHE)


def _told_first(whole: Gift, payment: Report) -> bool:
    days = [r.day for r in whole.everything if r.day is not None]
    return payment.day is None or not days or min(days) <= payment.day


_MOST = 3  # times as many reports as of any other of its figure


def _named_whole(payment: Report, gifts: Iterable[Gift]) -> Gift | None:
    """Give the gift whose figure a payment names; of several the one that most reports tell of, by far."""
    figure = whole_of(payment)
    if figure is None:
        return None
    fits = [g for g in gifts if g.ruling.currency == payment.currency and near(g.ruling.value, figure, HEDGED)]
    fits.sort(key=lambda g: len(g.reports), reverse=True)
    alone = len(fits) == 1 or (len(fits) > 1 and len(fits[0].reports) >= _MOST * len(fits[1].reports))
    return fits[0] if alone else None


def _latest(gifts: Iterable[Gift]) -> Gift | None:
    """Give the gift told of last: a tranche follows the loan it is drawn from."""
    return max(gifts, default=None, key=lambda g: (max((str(r.day) for r in g.reports if r.day), default=""), g.id))


def settle_tranches(gifts: Iterable[Gift]) -> None:
    """Give each named whole the reports of its payments, and each payment the receiver of its whole."""
    for small in gifts:
        whole = small.parent
        if whole is None or TRANCHE not in small.rules:
            continue
        named = [r for r in small.reports if whole_of(r) is not None]
        for report in named:
            whole.repeat(report, "named by one of its payments")
        if small.instrument in (None, "grant"):
            small.instrument = whole.instrument
        if named and not small.recipients & whole.recipients:
            small.channel = small.channel or small.recipient
            small.recipient = whole.recipient
        take_from_whole(small, whole)


def hang_members(gifts: Sequence[Gift]) -> None:
    """Hang the gifts of single givers under the total of several: told before them, or at the same conference.

    "Donors promised 180 million. Australia will contribute 100 million": counted
    once. Asked for: a giver among the several where they are named, no receiver
    that differs, no larger sums in the same money, and one total alone that fits.
    Elsewhere told, a gift is hung where both texts speak of the conference.
    """
    several = {id(g): g for g in gifts if (len(g.donors) > 1 or SEVERAL in g.donors) and g.ruling.value is not None}
    totals = _by_article_and_receiver(total for total in several.values() if total.parent is None)
    found: dict[int, list[tuple[Gift, str]]] = {}
    for one in gifts:
        if one.parent is not None or id(one) in several or one.ruling.value is None:
            continue
        told = {id(t): t for r in one.reports for t in totals.get(("article", r.article), ()) if _has_member(t, one)}
        rule = MEMBER
        if not told:
            near_by = (t for code in one.recipients for t in totals.get(("receiver", code), ()))
            told, rule = {id(t): t for t in near_by if _at_event(t, one)}, AT_EVENT
        if len(told) == 1:
            found.setdefault(next(iter(told)), []).append((one, rule))
    placed = {id(one) for members in found.values() for one, _ in members}
    free = [g for g in gifts if g.parent is None and id(g) not in several and id(g) not in placed]
    for total_id, one in _of_rounds([t for t in several.values() if t.parent is None], free):
        found.setdefault(total_id, []).append((one, MEMBER))
    for total_id, members in found.items():
        total = several[total_id]
        same = sum_of(m.ruling.value for m, _ in members if m.ruling.currency == total.ruling.currency)
        if same <= (total.ruling.value or 0) * (1 + HEDGED):
            for member, rule in members:
                member.hang(total, rule)


def _of_rounds(totals: Sequence[Gift], gifts: Sequence[Gift]) -> Iterator[tuple[int, Gift]]:
    """Give the gifts of a round of donors under its total, however far behind it they are told.

    Where an article tells a total of several for somebody, and then what three or more of them give there, no more
    than it together, its other sums for the same are of that round, too.
    """
    by_article: dict[str, list[Gift]] = {}
    for gift in gifts:
        for article in {report.article for report in gift.reports}:
            by_article.setdefault(article, []).append(gift)
    for total in (one for one in totals if SEVERAL in one.donors and one.recipients):
        first = {report.article: report for report in reversed(total.reports)}
        members = {
            id(one): one
            for article, told in first.items()
            for one in by_article.get(article, ())
            if _may_be_member(total, one) and one.recipients == total.recipients and _is_behind(one, told)
        }
        if len({one.donors for one in members.values()}) >= _ROUND and _hold(total, list(members.values())):
            yield from ((id(total), one) for one in members.values())


def _hold(total: Gift, members: Sequence[Gift]) -> bool:
    """Whether some gifts are no more than a total together, as far as there are rates to compare them."""
    whole, worths = in_euro(total.ruling), sum_of(in_euro(one.ruling) for one in members)
    return whole is None or worths <= whole * (1 + HEDGED)


_ROUND = 3  # givers whose gifts make a round of a total: two may stand beside it by chance


def _is_behind(one: Gift, total: Report) -> bool:
    """Whether an article tells a gift after a total, and not as one more beside it."""
    after = [r for r in one.reports if r.article == total.article and r.place > total.place]
    return bool(after) and not any(_BESIDES.search(r.sentence) for r in after)


def _by_article_and_receiver(totals: Iterable[Gift]) -> dict[tuple[str, str], list[Gift]]:
    found: dict[tuple[str, str], list[Gift]] = {}
    for total in totals:
        for key in {("article", r.article) for r in total.reports} | {("receiver", code) for code in total.recipients}:
            found.setdefault(key, []).append(total)
    return found


def _may_be_member(total: Gift, one: Gift) -> bool:
    a, b = total.ruling, one.ruling
    listed = SEVERAL in total.donors or frozenset() < one.donors < total.donors
    larger = a.currency == b.currency and a.value is not None and b.value is not None and b.value > a.value
    return listed and not larger


def _has_member(total: Gift, one: Gift) -> bool:
    """Whether an article tells the total, and the gift of one of its givers after it."""
    told = {r.article: r for r in reversed(total.reports)}
    after = [r for r in one.reports if r.article in told and told[r.article].place < r.place]
    after = [r for r in after if r.place - told[r.article].place <= _GOES_ON or share_subject(told[r.article], r)]
    besides = SEVERAL not in total.donors and any(_BESIDES.search(r.sentence) for r in after)
    apart = bool(total.recipients ^ one.recipients) and not (one.recipients and not any(r.named for r in one.reports))
    return bool(after) and not besides and not apart and _may_be_member(total, one)


def _at_event(total: Gift, one: Gift) -> bool:
    """Whether a gift was promised at the conference that a total sums up: same receiver and days, no other place."""
    pairs = ((a, b) for a in total.reports for b in one.reports if a.named and b.named)
    return _may_be_member(total, one) and any(_one_event(a, b) for a, b in pairs)


def _one_event(a: Report, b: Report) -> bool:
    gap = days_between(a, b)
    if gap is None or abs(gap) > NEWS_DAYS or not a.recipients & b.recipients:
        return False
    (one, here), (two, there) = event_of(a.sentence), event_of(b.sentence)
    return one and two and (here == there or None in (here, there))
