"""Exact scores of names, kind by kind: the same start, the same end, the same kind."""

from collections import Counter
from collections.abc import Iterable, Mapping

from analysis.mentions.names.spans import KINDS
from analysis.mentions.names.training.rows import Marked


class Tally:
    """Names right, extra and missed, by kind."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}

    def add(self, found: Iterable[Marked], gold: Iterable[Marked]) -> None:
        """Compare the names of one text.

        >>> tally = Tally()
        >>> tally.add([(0, 4, "place")], [(0, 4, "place"), (9, 12, "person")])
        >>> tally.f1()["place"], tally.f1()["person"]
        (1.0, 0.0)
        """
        have, want = set(found), set(gold)
        for kind, count in self.counts.items():
            ours, theirs = ({name for name in names if name[2] == kind} for names in (have, want))
            count.update(right=len(ours & theirs), extra=len(ours - theirs), missed=len(theirs - ours))

    def f1(self) -> Mapping[str, float]:
        """Give F1 by kind."""
        return {
            kind: 2 * c["right"] / (2 * c["right"] + c["extra"] + c["missed"] or 1) for kind, c in self.counts.items()
        }

    def lines(self) -> list[str]:
        """Write precision, recall and F1 of each kind."""
        return [
            f"{kind}: P {_share(c['right'], c['extra'])} R {_share(c['right'], c['missed'])} F1 {self.f1()[kind]:.3f}"
            for kind, c in self.counts.items()
        ]


def _share(right: int, wrong: int) -> str:
    return f"{right / (right + wrong or 1):.3f}"
