"""Settle an alias in doubt by the words around it and by its article.

Used by `analysis.mentions.find` alone. Each rule answers one question, and the
first that objects cancels the hit. The words the rules look for are data, in
`analysis.mentions.ambiguous`.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from analysis.mentions.ambiguous import AFTER_NAME, BEFORE_SURNAME, CUES, FIRST_NAMES, PREFERENCES
from analysis.mentions.register import Doubt, Sense
from analysis.reference import Entity

_BEFORE: Final = re.compile(r"(?P<word>[\w.'-]+)[ ]\Z")
_AFTER: Final = re.compile(r"[ ](?P<word>[A-Z][\w'-]+\.?)")
_SURROUNDINGS: Final = 24  # characters that hold the two words on either side
# Words that may follow a country, capitalised, without being a surname.
_OFFICES: Final = frozenset(
    """
    President Prime Premier Foreign Defence Defense Finance Interior Interim King Queen Minister Ministry Government
    Parliament Army Navy Police Airlines Airways Ambassador Embassy Monday Tuesday Wednesday Thursday Friday Saturday
    Sunday January February March April May June July August September October November December Times Post Central
    National Republic River Office Response And Or Is Has Will To For In On At After Before Says Says Said Over With
    Gives Gets Sends Pledges Plan Crown Crisis Compact Humanitarian The Kingdom
    """.split()
)
Hit = tuple[int, int, Sense | Doubt]


class Context:
    """One article: what it holds besides the alias in question."""

    def __init__(self, plain: str, hits: Sequence[Hit], entities: dict[str, Entity]) -> None:
        """Keep the text and its hits; everything else is worked out when asked for."""
        self._plain = plain
        self._hits = hits
        self._entities = entities
        self._verdicts: dict[str, bool] = {}

    def settle(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Return the sense that a doubtful alias has here, or None where it is no mention."""
        if doubt.word and self._in_capitals(start, end):
            return None
        if doubt.surname:
            return self._person(start, end, doubt)
        if doubt.borne and self._part_of_a_name(start, end):
            return None
        if doubt.alias in CUES and not self._holds(doubt.alias):
            return None
        return self._preferred(doubt)

    @cached_property
    def _named(self) -> frozenset[str]:
        """Ids that the article names without doubt."""
        return frozenset(m.entity_id for _, _, m in self._hits if type(m) is Sense)

    def _in_capitals(self, start: int, end: int) -> bool:
        around = self._plain[max(0, start - _SURROUNDINGS) : start] + self._plain[end : end + _SURROUNDINGS]
        return around.isupper()

    def _before(self, start: int) -> str:
        match = _BEFORE.search(self._plain, max(0, start - _SURROUNDINGS), start)
        return match["word"] if match else ""

    def _after(self, end: int) -> str:
        match = _AFTER.match(self._plain, end)
        return match["word"] if match else ""

    def _part_of_a_name(self, start: int, end: int) -> bool:
        """Whether a first name stands before, or what looks like a surname after."""
        if self._before(start) in FIRST_NAMES:
            return True
        after = self._after(end)
        if not after or after in _OFFICES or self._titled(end):
            return False
        return not self._known(end + 1)

    def _known(self, start: int) -> bool:
        """Whether another alias begins at `start`."""
        return any(a == start for a, _, _ in self._hits)

    def _titled(self, end: int) -> bool:
        """Whether the words that follow are capitalised as a headline is."""
        words = re.findall(r"[A-Za-z]{4,}", self._plain[end : end + 60])[:4]
        return len(words) >= 3 and all(word[0].isupper() for word in words)

    def _person(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide which person a surname means; None where nobody registered is meant."""
        if self._after(end) in AFTER_NAME:
            return None
        title = self._before(start)
        if title[:1].isupper() and not title.endswith(("'s", "s'")) and not self._may_precede(title, start):
            return None
        if not doubt.needs_full_name:
            return doubt.senses[0]
        named = [sense for sense in doubt.senses if sense.entity_id in self._named]
        if len(named) == 1:
            return named[0]
        if named:
            return None
        return self._by_office(start, doubt)

    def _may_precede(self, word: str, start: int) -> bool:
        """Whether a capitalised word may stand before a surname without making it somebody else's."""
        if word.endswith(".") and len(word) > 4:
            return True  # the end of a sentence
        return word in BEFORE_SURNAME or any(b == start - 1 for _, b, _ in self._hits)

    def _by_office(self, start: int, doubt: Doubt) -> Sense | None:
        """Decide by the office printed before the surname, where only one person fits."""
        words = self._plain[max(0, start - _SURROUNDINGS) : start].lower().split()
        if not words:
            return None
        fitting = [s for s in doubt.senses if _holds_office(self._entities[s.entity_id], words)]
        return fitting[0] if len(fitting) == 1 else None

    def _holds(self, alias: str) -> bool:
        """Whether the article's words speak for the registered reading of `alias`."""
        if alias not in self._verdicts:
            cue = CUES[alias]
            against = sum(word in self._plain for word in cue.against)
            favour = sum(word in self._plain for word in cue.favour) if against else 0
            self._verdicts[alias] = favour >= against
        return self._verdicts[alias]

    def _preferred(self, doubt: Doubt) -> Sense | None:
        senses = {sense.entity_id: sense for sense in doubt.senses}
        ranked = [entry for entry in PREFERENCES.get(doubt.alias, ()) if entry[0] in senses]
        for entity_id, words in ranked:
            if any(word in self._plain for word in words):
                return senses[entity_id]
        return senses[ranked[0][0]] if ranked else doubt.senses[0]


def _holds_office(entity: Entity, words: Sequence[str]) -> bool:
    """Whether the words before a surname name the office that the register notes.

    >>> merkel = Entity("m", "Angela Merkel", "person", note="chancellor")
    >>> _holds_office(merkel, ["german", "chancellor"]), _holds_office(merkel, ["king"])
    (True, False)
    """
    note = entity.note.lower()
    last = words[-1].strip(".,")
    if last == "minister":
        return " ".join(words[-2:]) in note
    return last in {"president", "chancellor", "secretary", "secretary-general", "premier"} and last in note
