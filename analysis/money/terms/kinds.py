"""Sector, earmark and modality of a gift, from the words around it."""

import re
from functools import lru_cache
from itertools import pairwise

from analysis.money.text.screen import sparse
from analysis.money.text.words import tokens, topic_words, word_lists

_FLEXIBLE = sparse(r"\b(?:unearmarked|flexible funding|core (?:funding|support|contribution))\b", re.IGNORECASE)
# Names that hold a word of a sector and say nothing of the gift.
_NAMES = sparse(
    r"""
    \b(?:                                    # asked once of each place, before the ways are tried
      Reconstruction\ and\ Development\b | Red\ Crescent\b
    | (?:[Dd]efen[cs]e|[Mm]ilitary|[Aa]rmy|[Hh]ealth|[Cc]limate)\ (?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment)\b
    | (?:[A-Z]\w+\ )+(?:Army|Navy|Air\ Force)\b
        (?=\ (?:has|have|had|is|will|delivered|gave|sent|handed|flew|donated)\b)
    | (?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment)\ (?:of|for)\ (?:[Dd]efen[cs]e|[Hh]ealth)\b
    )
    """,
    re.VERBOSE,
)
# A purpose that was printed; "to Mali" and "on Friday" are none.
_AIM = re.compile(r"^for\s+[a-z]")
_PLAINLY = 2.5  # hits around a gift that outweigh a purpose without words of a sector
_OPENING = 5000  # characters in which a text says what it is about


@lru_cache(maxsize=8)
def in_crisis(text: str) -> bool:
    """Whether a text tells of a war or a disaster near its beginning."""
    return word_lists("crisis").first_in(text[:_OPENING]) is not None


def sector(
    purpose: str | None, clause: str, sentence: str, around: str, *, crisis: bool = True, lent_by: str | None = None
) -> str:
    """Give the sector that most words point to; the nearer the words, the more they weigh.

    Hospitals, roads or schools are "humanitarian" or "reconstruction" where a
    war or a disaster is near, "other" elsewhere.
    """
    weights: dict[str, float] = {}
    for text, weight in ((purpose or "", 4), (clause, 2), (sentence, 1)):
        _weigh(text, weight, weights, crisis=crisis)
    if lent_by in ("IMF", "EU") and not weights.keys() - {"other", "reconstruction"}:
        return "financial"
    if not weights:
        _weigh(around, 1, weights, crisis=crisis)
        if purpose and _AIM.match(purpose) and not _plain(weights):
            return "other"
    weights.pop("other", None)
    if not weights:
        return "other"
    rank = ["climate", "military", "reconstruction", "humanitarian", "financial"]
    return max(weights, key=lambda name: (weights[name], -rank.index(name)))


def _plain(weights: dict[str, float]) -> bool:
    """Whether the words around a gift are plainly of one sector."""
    first, second, *_ = [*sorted(weights.values(), reverse=True), 0.0, 0.0]
    return first >= _PLAINLY and first >= 3 * second


def _weigh(text: str, weight: float, weights: dict[str, float], *, crisis: bool) -> None:
    for name, count in _hits(text, crisis=crisis):
        weights[name] = weights.get(name, 0) + weight * count


@lru_cache(maxsize=16)
def _hits(text: str, *, crisis: bool) -> tuple[tuple[str, float], ...]:
    """Sectors that words of a text point to, and how much, three words at most; a sentence is asked by each claim."""
    words, phrases = topic_words()
    hits: dict[str, float] = {}
    found = tokens(_NAMES.without(text))
    named = [words[word] for word in found if word in words]
    named += [
        phrases[first][second] for first, second in pairwise(found) if first in phrases and second in phrases[first]
    ]
    for name in named:
        doubtful = name.endswith("?")
        told = name.removesuffix("?") if crisis or not doubtful else "other"
        hits[told] = hits.get(told, 0) + (0.5 if doubtful else 1)
    return tuple((name, min(count, 3)) for name, count in hits.items())


def modality(text: str) -> str | None:
    """Give the type of aid after OECD DAC, where a word tells."""
    return word_lists("modality").first_in(text)


def earmark(text: str, purpose: str | None, recipient: str | None, *, goods: bool) -> str:
    """How tightly the giver tied the gift, after the Grand Bargain's categories."""
    if goods:
        return "tightly"
    if _FLEXIBLE.search(text):
        return "unearmarked"
    if purpose:
        return "earmarked"
    return "softly" if recipient else "unearmarked"
