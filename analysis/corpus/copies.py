"""Whether two texts are copies of one: the decision, for one pair at a time.

Wire copy is reprinted with another headline, trimmed, extended by a local
paragraph, corrected. What it keeps is most of its sentences word for word, and
the names and figures in them. A form letter keeps its sentences too, but is
filled with other names and figures each time; outlets that publish such forms
(governments, agencies, stock and weather desks) publish them under their own
name, so the same outlet is held to a stricter rule than two different ones.

The figures below were chosen on data: see METHODOLOGY, "Copies".
"""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np

from analysis.corpus.minhash import Hashes, shingles_of, words_of

MIN_SHINGLES = 25  # below this, only word for word the same text is a copy
MIN_RATIO = 0.2  # of the shorter text to the longer: less is a quotation or a round-up
MAX_DAYS = 7  # between the two publications, where both are dated

MIN_SHARED = 0.6  # of the shorter text's shingles, in the longer one
MAX_FOREIGN = 0.3  # of the shorter text's names and figures, not in the longer one

SAME_OUTLET_SHARED = 0.8
# For two texts of one outlet that each have names or figures which the other lacks:
SAME_OUTLET_DAYS = 2
CORRECTION_ALIKE = 0.85  # Jaccard similarity of the shingles of a correction,
CORRECTION_EXCHANGED = 3  # which exchanges few names and figures;
EDITION_SHINGLES = 500  # another edition is a long text, and exchanges no figure

SAME_ADDRESS_SHARED = 0.2  # a page that was rewritten in place, not a page that is always new

_MARKER = re.compile(r"\b(?:[A-ZÀ-ÖØ-Þ]\w+|\d[\d.,]*)")


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article."""

    shingles: Hashes
    markers: frozenset[str]  # its names and figures
    headline: frozenset[str]  # the names in its headline
    outlet: str | None
    day: date | None
    address: str | None  # which page it was, where that is known


def text_of(body: str, headline: str | None, outlet: str | None, day: date | None, address: str | None) -> Text:
    """Take from an article what is compared."""
    named = frozenset(name for name in _markers(headline or "") if not _is_figure(name))
    return Text(shingles_of(words_of(body)), _markers(body), named, outlet, day, address)


def are_copies(one: Text, other: Text) -> bool:
    """Decide whether two texts are copies of one text, in part or as a whole.

    >>> wire = "Lima said on Monday it would send 40 tons of rice to Quito, where rain has spoiled the harvest. "
    >>> more = "The ship leaves Callao on May 3 with room for nine trucks, its master told reporters there."
    >>> sent = text_of(wire + more, None, "A", None, None)
    >>> are_copies(sent, text_of("QUITO - " + wire + more, None, "B", None, None))
    True

    Two reports of one event share names and figures, not sentences:

    >>> own = "Quito will get 40 tons of rice from Lima after its harvest rotted; on May 3 a ship is to leave Callao."
    >>> are_copies(sent, text_of(own * 2, None, "B", None, None))
    False
    """
    short, long = sorted((one, other), key=lambda text: len(text.shingles))
    if len(short.shingles) < MIN_SHINGLES:
        return False
    common = len(np.intersect1d(short.shingles, long.shingles, assume_unique=True))
    shared = common / len(short.shingles)
    if one.address is not None and one.address == other.address:
        return shared >= SAME_ADDRESS_SHARED
    days = abs((one.day - other.day).days) if one.day and other.day else None
    if len(short.shingles) < MIN_RATIO * len(long.shingles) or (days is not None and days > MAX_DAYS):
        return False
    if one.outlet != other.outlet:
        foreign = len(short.markers - long.markers)
        return shared >= MIN_SHARED and foreign <= MAX_FOREIGN * len(short.markers)
    if shared < SAME_OUTLET_SHARED:
        return False
    ours, theirs = short.markers - long.markers, long.markers - short.markers
    if not ours or not theirs:
        return True  # cut or extended
    if (days or 0) > SAME_OUTLET_DAYS or _exchanged_subject(one, other):
        return False
    alike = common / (len(short.shingles) + len(long.shingles) - common)
    is_correction = alike >= CORRECTION_ALIKE and min(len(ours), len(theirs)) <= CORRECTION_EXCHANGED
    exchanges_figures = any(map(_is_figure, ours)) and any(map(_is_figure, theirs))
    return is_correction or (len(short.shingles) >= EDITION_SHINGLES and not exchanges_figures)


def _exchanged_subject(one: Text, other: Text) -> bool:
    """Whether each headline names something that is only in its own text: a form, filled anew."""
    ours = (one.headline - other.headline) & (one.markers - other.markers)
    theirs = (other.headline - one.headline) & (other.markers - one.markers)
    return bool(ours) and bool(theirs)


def _markers(text: str) -> frozenset[str]:
    return frozenset(found.rstrip(".,").casefold() for found in _MARKER.findall(text))


def _is_figure(marker: str) -> bool:
    return marker[0].isdigit()
