"""What an analyst decided about which claims are one gift: joined, set apart, a part of.

Corrections of fields are applied to claims before merging (`corrections`); these
speak of two claims, so they are replayed while pledges are made, in the order of
the file. A later line takes back an earlier one about the same claims.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.money.merging.gift import Gift
from analysis.money.merging.groups import Groups

SAME, APART, PART = "same_as", "apart_from", "part_of"
LINKS = (SAME, APART, PART)  # fields of a correction whose value is another claim


@dataclass(frozen=True, slots=True)
class ByHand:
    """The decisions that stand after replaying the file."""

    together: Mapping[tuple[str, str], str] = field(default_factory=dict)  # two claims: why
    apart: Mapping[tuple[str, str], str] = field(default_factory=dict)  # a claim and what it is not: why
    wholes: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # a claim: its whole or "", and why
    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # a claim: what was corrected, and why


def read_by_hand(corrections: pd.DataFrame | None) -> ByHand:
    """Replay corrections in order; the last word about two claims stands.

    Args:
        corrections: as `load_corrections` returns them; None for none.
    """
    together: dict[tuple[str, str], str] = {}
    apart: dict[tuple[str, str], str] = {}
    wholes: dict[str, tuple[str, str]] = {}
    changed: dict[str, dict[str, str]] = {}
    for row in [] if corrections is None else corrections.to_dict("records"):
        claim, name, value, because = (str(row[key]) for key in ("claim_id", "field", "value", "because"))
        for known in ((claim, value), (value, claim)) if name in (SAME, APART) else ():
            together.pop(known, None)
            apart.pop(known, None)
        if name == SAME:
            together[claim, value] = because
        elif name == APART:
            apart[claim, value] = because
        elif name == PART:
            wholes[claim] = (value, because)
        else:
            changed.setdefault(claim, {})[name] = f"{name} corrected by hand: {because}"
    return ByHand(together, apart, wholes, {claim: tuple(fields.values()) for claim, fields in changed.items()})


def forced_apart(groups: Groups, hand: ByHand) -> frozenset[str]:
    """Claims that the rules joined with one an analyst set them apart from."""
    return frozenset(
        claim
        for claim, other in hand.apart
        if claim in groups and other in groups and groups.find(claim) == groups.find(other)
    )


def join_by_hand(groups: Groups, hand: ByHand) -> None:
    """Join the claims that an analyst said are one gift."""
    for (one, two), because in hand.together.items():
        if one in groups and two in groups:
            groups.join(one, two, f"joined by hand: {because}", force=True)


def settle_by_hand(gifts: Sequence[Gift], hand: ByHand) -> None:
    """Hang parts where an analyst said so, free those that are none, and note every correction."""
    owner = {report.id: gift for gift in gifts for report in gift.evidence}
    owner |= {report.id: gift for gift in gifts for report in gift.reports}
    for claim, (whole, because) in hand.wholes.items():
        gift, parent = owner.get(claim), owner.get(whole)
        if gift is None or (whole and parent is None):
            continue
        gift.parent = None
        if parent is not None:
            gift.hang(parent, f"part by hand: {because}")
        else:
            gift.rules.append(f"counted by itself by hand: {because}")
    for (claim, _), because in hand.apart.items():
        if claim in owner:
            owner[claim].rules.append(f"set apart by hand: {because}")
    for gift in gifts:
        notes = [note for report in gift.everything for note in hand.changed.get(report.id, ())]
        gift.notes.extend(dict.fromkeys(notes))
