"""A figure that replaces an older one: raised, cut, or put right in a later notice.

Both figures stay in the life of the pledge; the new one rules. What is joined
here is taken out of the vote of texts: many papers may still print the old sum.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import chain, islice

from analysis.money.merging.anew import names_purpose, share_purpose, share_subject
from analysis.money.merging.cues import (
    is_notice,
    is_own_notice,
    new_figure,
    states_change,
    states_correction,
    states_figure_alone,
    states_right,
    stepped,
    times_old,
)
from analysis.money.merging.groups import Groups
from analysis.money.merging.merge import near, same_amount, same_instrument, same_recipient
from analysis.money.merging.reports import RANK, Report, before_words, days_between

CHANGE_DAYS = 180  # a pledge that is older is seldom told of as "raised"
NOTICE_REACH = 400  # characters from the wrong figure to the right one
UNLIKELY = Decimal("0.75")  # a pledge is seldom raised to more than four times what it was
ROUGHLY = Decimal("0.1")  # "doubled to 400 million" may have been 190
REVISED = "figure revised"
NEAREST = "figure revised; which of several pledges is not said, the nearest in size is taken"
NOTICED = "figure corrected in a later notice"
_FROM = ("from", "instead of", "rather than", "originally", "initially", "previously", "earlier", "not")


def without_old(counted: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """Part counted reports into those that stand, and the older figures printed beside a new one.

    "raised its pledge from 2 billion to 2.7 billion" promises 2.7 billion; "by 0.7
    to 2.7 billion" too, and says that it was 2 billion.
    """
    sentences: dict[tuple[str, str], list[Report]] = {}
    for report in counted:
        sentences.setdefault((report.article, report.sentence), []).append(report)
    old = {
        report.id: report
        for beside in sentences.values()
        for report in beside
        if len({r.currency for r in beside}) < len(beside) and states_change(report) and _is_from(report)
    }
    old |= {report.id: report for beside in sentences.values() for report in _before_step(beside)}
    return [r for r in counted if r.id not in old], list(old.values())


def _before_step(beside: Sequence[Report]) -> Iterator[Report]:
    """Give the step of "by 0.7 to 2.7 billion" as the older figure that it tells."""
    for step in beside if len(beside) > 1 else ():
        news = (r for r in beside if r.place > step.place and r.currency == step.currency)
        new = next((r for r in news if stepped(r) is not None), None)
        if new is None or new.value is None or step.value is None or not _is_step(step):
            continue
        figure = new.value - step.value if stepped(new) == "up" else new.value + step.value
        if figure > 0:  # a pledge is not raised from nothing
            yield step.having(low=figure, high=figure, qualifier="about")


def _is_step(report: Report) -> bool:
    return before_words(report).rstrip(" ,(€$£").lower().endswith(" by")


def _is_from(report: Report) -> bool:
    return before_words(report).rstrip(" ,(€$£").lower().endswith(_FROM)


def read_revisions(reports: Iterable[Report]) -> list[Report]:
    """Give the reports that say a pledge was raised or cut to a figure, whatever they were read as, as new figures.

    "from 2 billion to 3 billion" is read as an interval; where a pledge is
    raised the end of it is the new figure, and the start where it is cut.
    """
    found = []
    for report in (r for r in reports if r.donors and r.reason in ("", "other")):
        way = new_figure(report)
        both = str(report.row["text"]).lower().startswith("from ")
        if way is not None and both:
            figure = report.row["high" if way == "up" else "low"]
            found.append(report.having(low=figure, high=figure, qualifier="exact", exclude_reason=""))
        elif way is not None and report.reason:
            found.append(report.having(exclude_reason=""))
    return found


def join_revisions(counted: Sequence[Report], older: Iterable[Report], groups: Groups) -> set[str]:
    """Join a raised or cut figure to the pledge it replaces.

    Args:
        counted: reports that count.
        older: reports that restate or deny a figure, looked for beside the new one.
        groups: joined in place.

    Returns:
        Ids of the claims whose figure was replaced.
    """
    givers: dict[tuple[str, str], list[tuple[int, str, Report]]] = {}
    for report in counted:
        entry = (report.day or date.min).toordinal(), report.id, report
        givers.setdefault((str(report.row["donor"]), str(report.currency)), []).append(entry)
    for row in givers.values():
        row.sort(key=lambda entry: entry[:2])
    beside: dict[str, list[Report]] = {}
    for report in older:
        beside.setdefault(report.article, []).append(report)
    replaced: set[str] = set()
    for new in sorted(counted, key=lambda r: (str(r.day or "9999"), r.id)):  # a pledge may be raised twice
        told = [old for old in beside.get(new.article, []) if _restated_beside(old, new)]
        way = new_figure(new)
        if not told and way is None:
            continue
        known = _told_before(new, givers[str(new.row["donor"]), str(new.currency)])
        earlier = [r for r in known if _may_replace(new, r)]
        fits, rule = [r for r in earlier if any(same_amount(r, old) for old in told)], REVISED
        if not fits and way is not None:
            fits, rule = _meant(new, way, earlier, groups)
        for r in fits:
            groups.join(r.id, new.id, rule, force=True)
            replaced.add(r.id)
    return replaced


def _told_before(new: Report, told: Sequence[tuple[int, str, Report]]) -> Iterator[Report]:
    """Give the reports of the last months before a report, and those without a day; all where it has none itself."""
    if new.day is None:
        return (r for _, _, r in told)
    last = new.day.toordinal()
    dateless = bisect_left(told, (date.min.toordinal(), "~"), key=lambda entry: entry[:2])
    first = max(dateless, bisect_left(told, (last - CHANGE_DAYS, ""), key=lambda entry: entry[:2]))
    end = bisect_left(told, (last + 1, ""), key=lambda entry: entry[:2])
    return (r for _, _, r in chain(islice(told, dateless), islice(told, first, end)))


def _may_replace(new: Report, old: Report) -> bool:
    gap = days_between(old, new)
    if old.story == new.story or same_amount(old, new):
        return False
    recent = gap is None or 0 <= gap <= CHANGE_DAYS
    return recent and old.currency == new.currency and _may_share(new, old)


def _may_share(new: Report, old: Report) -> bool:
    if not same_instrument(new, old):
        return False
    if new.recipients and same_recipient(new, old):
        return True
    return not (new.named and old.named) and (share_purpose(new, old) or share_subject(new, old))


def _restated_beside(old: Report, new: Report) -> bool:
    if old.currency != new.currency or old.id == new.id:
        return False
    if old.sentence == new.sentence and _is_from(old):  # "from 2 billion", "21 million, not 12 million"
        return old.reason == "denied" or (old.donors <= new.donors and states_change(new))
    near_by = old.sentence == new.sentence or abs(old.place - new.place) <= NOTICE_REACH
    changed = new_figure(new) is not None or states_correction(new.sentence)
    return near_by and changed and old.reason != "denied" and old.donors <= new.donors


def _meant(new: Report, way: str, earlier: Sequence[Report], groups: Groups) -> tuple[list[Report], str]:
    """Give the reports of the earlier gift that "raised its pledge to 2.7 billion" means, and the rule.

    Of several, the one with the receiver, purpose or sector of the new report; where
    these leave several to one receiver, the nearest in size: one of them was
    replaced, and to replace none counts it twice.
    """
    if new.value is None:
        return [], REVISED
    fits = [r for r in earlier if r.value is not None and (r.value < new.value) == (way == "up")]
    times = times_old(new)
    if times is not None:
        fits = [r for r in fits if near(r.value, new.value / times, ROUGHLY)]
    for says in _signs(new):
        if len({groups.find(r.id) for r in fits}) > 1:
            chosen = {groups.find(r.id) for r in fits if says(r)}
            fits = [r for r in fits if groups.find(r.id) in chosen] or fits
    if len({groups.find(r.id) for r in fits}) <= 1:
        return fits, REVISED
    likely = (r for r in fits if new.named and r.named and near(r.value, new.value, UNLIKELY))
    sizes = {r.value for r in likely if r.value is not None}
    nearest = min(sizes, key=lambda size: abs(size - (new.value or 0)), default=None)
    chosen = {groups.find(r.id) for r in fits if r.value == nearest}
    return ([r for r in fits if groups.find(r.id) in chosen], NEAREST) if len(chosen) == 1 else ([], REVISED)


def _signs(new: Report) -> list[Callable[[Report], bool]]:
    """Give what tells which of several pledges a new figure is of, the plainest first."""
    sector = new.row["sector"]
    return [
        lambda old: new.named and old.named and bool(new.recipients & old.recipients),
        lambda old: names_purpose(new.sentence, old),
        lambda old: sector != "other" and old.row["sector"] == sector,
    ]


def read_notices(
    everything: Sequence[Report], counted: Sequence[Report]
) -> list[tuple[Report, list[Report], list[Report]]]:
    """Find notices of correction: the right figure, the reports it corrects, and what else the notice repeats.

    A notice says what an earlier report of the same outlet had, and then what
    is right. It names neither giver nor receiver; both are taken from the report.
    """
    outlets: dict[str, list[Report]] = {}
    for report in counted:
        outlets.setdefault(report.outlet, []).append(report)
    articles: dict[str, list[Report]] = {}
    for report in everything:
        articles.setdefault(report.article, []).append(report)
    found = []
    for said in articles.values():
        for wrong in (r for r in said if r.currency is not None and is_notice(r.sentence)):
            own = [r for r in outlets.get(wrong.outlet, []) if r.story != wrong.story]
            notice = _notice(wrong, said, own)
            if notice is not None:
                found.append(notice)
    return found


def _notice(
    wrong: Report, said: Sequence[Report], own: Sequence[Report]
) -> tuple[Report, list[Report], list[Report]] | None:
    printed = [r for r in own if _same_printed(wrong, r) and _not_against(wrong, r)]
    if not printed or len({r.row["donor"] for r in printed}) != 1:
        return None
    about = printed[0]
    known = [r for r in own if r.row["donor"] == about.row["donor"] and not _same_printed(wrong, r)]
    after = [r for r in _until_next(wrong, said) if r.currency == wrong.currency]
    repeated = [r for r in after if any(_same_printed(r, k) for k in known)]
    others = [r for r in after if r not in repeated and not same_amount(r, wrong)]
    right = [r for r in others if states_right(r.sentence)] or (others if is_own_notice(wrong.sentence) else [])
    if len({r.value for r in right}) != 1:
        return None
    known_again = [given_by(r, next(k for k in known if _same_printed(r, k))) for r in repeated]
    # "The correct amount is 6m" says nothing of the stage.
    stage = {"status": about.row["status"]} if states_figure_alone(right[0].sentence) else {}
    return given_by(right[0], about, **stage), printed, [given_by(wrong, about), *known_again]


def _until_next(wrong: Report, said: Sequence[Report]) -> list[Report]:
    """Give the reports of an article after a wrong figure, up to the next notice."""
    near = [r for r in said if wrong.place < r.place <= wrong.place + NOTICE_REACH]
    stops = [r.place for r in near if r.sentence != wrong.sentence and is_notice(r.sentence)]
    return [r for r in near if r.place < min(stops, default=r.place + 1)]


def _same_printed(notice: Report, report: Report) -> bool:
    """Whether a notice has a report's figure; a currency that it leaves open is the report's."""
    if notice.row["certainty"] != "assumed":
        return same_amount(notice, report)
    return notice.value is not None and notice.value == report.value and not report.row["per"]


def _not_against(notice: Report, report: Report) -> bool:
    """Whether a notice names anybody of the report, or nobody; who gives and who receives it does not say plainly."""
    spoken = notice.donors | (notice.recipients if notice.named else frozenset())
    return not spoken or bool(spoken & (report.donors | report.recipients))


def given_by(report: Report, known: Report, **fields: object) -> Report:
    """Give a report the parties and the kind of a known one, and let it count."""
    taken = ["donor", "donor_level", "recipient", "channel", "instrument", "sector", "status"]
    if report.row["certainty"] == "assumed" and known.currency is not None:
        taken += ["currency", "certainty"]
    kept = {name: known.row[name] for name in taken}
    if not report.reason.startswith("denied") and RANK.get(report.status, -1) > RANK.get(known.status, -1):
        kept["status"] = report.status
    return report.having(**{**kept, "exclude_reason": "", **fields})


def sum_of(values: Iterable[Decimal | None]) -> Decimal:
    """Add up the figures that are known."""
    return sum((value for value in values if value is not None), Decimal(0))
