"""A figure that replaces an older one: raised, cut, or put right in a later notice.

Both figures stay in the life of the pledge; the new one rules. What is joined
here is taken out of the vote of texts: many papers may still print the old sum.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from analysis.money.cues import is_notice, is_own_notice, new_figure, states_change, states_right
from analysis.money.groups import Groups
from analysis.money.merge import same_amount, same_instrument, same_recipient
from analysis.money.reports import RANK, Report, before_words, days_between

CHANGE_DAYS = 180  # a pledge that is older is seldom told of as "raised"
NOTICE_REACH = 400  # characters from the wrong figure to the right one
REVISED = "figure revised"
NOTICED = "figure corrected in a later notice"
_FROM = ("from", "instead of", "rather than", "originally", "initially", "previously", "earlier", "not")


def without_old(counted: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """Part counted reports into those that stand, and the older figures printed beside a new one.

    "raised its pledge from 2 billion to 2.7 billion" promises 2.7 billion.
    """
    sentences: dict[tuple[str, str], list[Report]] = {}
    for report in counted:
        sentences.setdefault((report.article, report.sentence), []).append(report)
    old = {
        report.id
        for beside in sentences.values()
        for report in beside
        if len({r.currency for r in beside}) < len(beside) and states_change(report) and _is_from(report)
    }
    return [r for r in counted if r.id not in old], [r for r in counted if r.id in old]


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
        older: reports that restate a figure, looked for beside the new one.
        groups: joined in place.

    Returns:
        Ids of the claims whose figure was replaced.
    """
    by_donor: dict[str, list[Report]] = {}
    for report in counted:
        by_donor.setdefault(str(report.row["donor"]), []).append(report)
    beside: dict[str, list[Report]] = {}
    for report in older:
        beside.setdefault(report.article, []).append(report)
    replaced: set[str] = set()
    for new in counted:
        if not states_change(new):
            continue
        earlier = [r for r in by_donor[str(new.row["donor"])] if _may_replace(new, r)]
        told = [old for old in beside.get(new.article, []) if _restated_beside(old, new)]
        fits = [r for r in earlier if any(same_amount(r, old) for old in told)] or _only_one(new, earlier, groups)
        for r in fits:
            groups.join(r.id, new.id, REVISED, force=True)
            replaced.add(r.id)
    return replaced


def _may_replace(new: Report, old: Report) -> bool:
    gap = days_between(old, new)
    if old.story == new.story or same_amount(old, new):
        return False
    recent = gap is None or 0 <= gap <= CHANGE_DAYS
    return recent and old.currency == new.currency and _may_share(new, old)


def _may_share(new: Report, old: Report) -> bool:
    return same_instrument(new, old) and (same_recipient(new, old) or not (new.named and old.named))


def _restated_beside(old: Report, new: Report) -> bool:
    near = old.sentence == new.sentence or abs(old.place - new.place) <= NOTICE_REACH
    return near and old.currency == new.currency and old.donors <= new.donors


def _only_one(new: Report, earlier: Sequence[Report], groups: Groups) -> list[Report]:
    """Give the reports of the one earlier gift that "raised its pledge to 2.7 billion" can mean."""
    way = new_figure(new)
    if way is None or new.value is None:
        return []
    fits = [r for r in earlier if r.value is not None and (r.value < new.value) == (way == "up")]
    return fits if len({groups.find(r.id) for r in fits}) == 1 else []


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
    return given_by(right[0], about), printed, [given_by(wrong, about), *known_again]


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
    return report.having(**kept, exclude_reason="", **fields)


def sum_of(values: Iterable[Decimal | None]) -> Decimal:
    """Add up the figures that are known."""
    return sum((value for value in values if value is not None), Decimal(0))
