"""Ask the encoder of amounts what it makes of one: the model is loaded, and a window run, when first asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from math import exp, log
from pathlib import Path
from typing import Any, Final

import numpy as np

from analysis.encoder.load import Encoder, load_encoder
from analysis.encoder.words import Span
from analysis.money.in_context.windows import Window, groups, near, window

ROLES: Final = ("giver", "receiver")  # whose words the encoder points at
MODEL: Final = Path(__file__).parent / "model"
_LEAST: Final = 0.005  # chance of a piece that is kept
_SURE: Final = 1e-4  # from no or from yes; nearer to them a chance is taken for this


@dataclass(frozen=True, slots=True)
class Seen:
    """What the encoder makes of an amount.

    Log odds: whether it is given, and of each stage and form. `parties` gives, by role, how likely each word around
    names who fills it, by the word's offsets in the text; an empty span at either end is that none does.
    """

    counts: float
    status: tuple[float, ...]
    instrument: tuple[float, ...]
    parties: Mapping[str, Mapping[Span, float]] = field(default_factory=dict)


class InContext:
    """The amounts of a text as the encoder reads them; what it read is kept."""

    def __init__(self, text: str, amounts: Sequence[Span]) -> None:
        self.text, self._amounts = text, amounts
        self._starts = [start for start, _ in amounts]
        self._group_of = {span[0]: group for group in groups(amounts, len(text)) for span in group}
        self._seen: dict[int, Seen] = {}  # by the offset of the amount
        self._read_groups: set[int] = set()  # by the offset of their first amount

    def __call__(self, start: int) -> Seen | None:
        """Give what it makes of the amount that begins at an offset; None where it does not get that far."""
        group = self._group_of.get(start)
        if group is not None and group[0][0] not in self._read_groups:
            self._read_groups.add(group[0][0])
            self._seen.update(self._read(group))
        return self._seen.get(start)

    def _read(self, group: Sequence[Span]) -> dict[int, Seen]:
        encoder = model()
        cut = window(self.text, group, near(self._amounts, self._starts, group), encoder.pieces)
        if not cut.places:  # figures so long that none fits
            return {}
        fed = {"ids": np.array([cut.ids]), "shapes": np.array([cut.shapes]), "rows": np.array([*cut.places.values()])}
        found, pointed = encoder.session.run(None, fed)
        stages = len(encoder.facts["status"])
        likely = np.exp(pointed[0] - pointed[0].max(axis=2, keepdims=True))
        likely /= likely.sum(axis=2, keepdims=True)
        seen = {}
        for k, start in enumerate(cut.places):
            row = found[0, k].tolist()
            parties = {role: _words(cut, likely[n, k]) for n, role in enumerate(ROLES)}
            seen[start] = Seen(row[0], tuple(row[1 : 1 + stages]), tuple(row[1 + stages :]), parties)
        return seen


def _words(cut: Window, likely: Any) -> dict[Span, float]:
    """Sum up by word how likely each piece names a party, without what is next to nothing."""
    found: dict[Span, float] = {}
    for k in np.flatnonzero(likely > _LEAST):
        word = cut.words[k]
        found[word] = found.get(word, 0.0) + float(likely[k])
    return found


def with_context(chance: float, seen: Seen, *, paper: bool = False, about: float | None = None) -> float:
    """Give how likely an amount counts by its clause and the rules (`chance`), by the encoder and by all of its text.

    `paper` says that the text is a list, a transcript or a speech: of their sums fewer are gifts. `about` gives the log
    odds by what the whole text is about; it is asked where the text is none of these, and no state or bank of nations
    would give: states give in news of every kind.
    """
    by = model().facts["beside"]
    chance = min(max(chance, _SURE), 1 - _SURE)
    start = by["constant"] + (by["paper"] if paper else 0.0)
    start += by["private"] + by["text"] * about if about is not None else 0.0
    return 1 / (1 + exp(-(start + by["table"] * log(chance / (1 - chance)) + by["encoder"] * seen.counts)))


def with_forms(stages: Sequence[float], forms: Sequence[float], seen: Seen) -> tuple[list[float], list[float]]:
    """Give log odds of each stage and form by features and by the encoder, as far as it is to be trusted."""
    by = model().facts["beside"]
    return (
        [one + by["status"] * own for one, own in zip(stages, seen.status, strict=True)],
        [one + by["instrument"] * own for one, own in zip(forms, seen.instrument, strict=True)],
    )


@cache
def model() -> Encoder:
    """Read the model once a process, when the first amount is in doubt.

    Raises:
        ModelError: a model file is missing or altered.
    """
    return load_encoder(MODEL, "claims")
