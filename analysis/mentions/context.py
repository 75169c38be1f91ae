"""Settle an alias in doubt by the words around it and by its article.

Used by `analysis.mentions.find` alone. Each rule answers one question, and the
first that objects cancels the hit. The words the rules look for are data, in
`analysis.mentions.ambiguous`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from analysis.mentions.ambiguous import (
    AFTER_COUNTRY,
    AFTER_NAME,
    BEFORE_COUNTRY,
    BEFORE_SURNAME,
    COURTESIES,
    COURTESIES_OF_WOMEN,
    CUES,
    FIRST_NAME_TOO,
    FIRST_NAMES,
    PERSON_TOO,
    PREFERENCES,
    SURNAME_TOO,
    WOMEN,
    Cue,
)
from analysis.mentions.register import Doubt, Sense
from analysis.reference import Entity

# Only a blank joins two words to a name; a line end does not.
_BEFORE: Final = re.compile(r"(?P<opens>\A|[.!?…:;\n\"“‘(]\s?)?(?<![\w'’-])(?P<word>[\w.'’-]+)[ ]\Z")
_OPENERS: Final = frozenset('.!?…:;\n"“‘(')  # as above, for the plain case of one word between blanks
_AFTER: Final = re.compile(r"[ ](?P<word>[A-Z][a-zà-ÿ'’-]+)\b(?![$€£])")
_CAPITALISED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*")
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)+")
_INITIALLED: Final = re.compile(r"(?<![\w'’-])(?P<first>[A-ZÀ-Þ][\w'’-]+) (?:[A-Z]\. ?){1,2}\Z")
_TERM: Final = re.compile(r"(?:['’]s)? (?:administration|presidency|White House)\b")
_OFFICES: Final = frozenset(["minister", "president", "chancellor", "secretary", "secretary-general", "premier"])
_OFFICE_ENDS: Final = frozenset(office[-1] for office in _OFFICES)
_IN: Final = frozenset(["in", "near", "across", "throughout", "outside", "into", "within"])  # before a place only
# "her husband, Jordan," and "a boy named Chad": a person by the first name.
_KIN: Final = re.compile(
    r"""
    \b(?: husband | wife | son | daughter | brother | sister | father | mother | dad | mum | mom | uncle | aunt
      | nephew | niece | cousin | twin | friend | fianc[eé]e? | boyfriend | girlfriend | partner | named | nicknamed
      | (?:boy|girl|man|woman|baby)[ ]called
    ),?[ ]\Z
    """,
    re.VERBOSE,
)
_WORD: Final = re.compile(r"[A-Za-z]{4,}")
_SURROUNDINGS: Final = 24  # characters that hold the two words on either side
_LINE: Final = 60  # characters on either side that tell a headline in capitals
_CUE_WORDS: Final = tuple(sorted({word for cue in CUES.values() for word in (*cue.favour, *cue.against)}))
_CUES: Final = AhoCorasick(list(_CUE_WORDS), matchkind=MatchKind.Standard, implementation=Implementation.DFA)

Hit = tuple[int, int, Sense | Doubt]


class Context:
    """One article: what it holds besides the alias in question."""

    def __init__(self, text: str, plain: str, hits: Sequence[Hit], entities: dict[str, Entity]) -> None:
        """Keep the text, its plain spelling and its hits; everything else is worked out when asked for."""
        self._text = text
        self._plain = plain
        self._hits = hits
        self._entities = entities
        self._verdicts: dict[str, bool] = {}
        self._named_as: dict[str, tuple[Sense, ...]] = {}
        self._introduced: dict[str, Sense | None] = {}

    def settle(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Return the sense that a doubtful alias has here, or None where it is no mention."""
        if doubt.word and self._in_capitals(start, end):
            return None
        if doubt.surname:
            return self._person(start, end, doubt)
        if doubt.borne and (self._part_of_a_name(start, end, doubt.alias) or self._is_a_person(start, doubt)):
            return None
        if doubt.alias in CUES and not self._holds(doubt.alias):
            return None
        return self._preferred(doubt)

    @cached_property
    def _named(self) -> frozenset[str]:
        """Ids that the article names without doubt."""
        plainly = {m.entity_id for _, _, m in self._hits if type(m) is Sense}
        doubts = ((start, m) for start, _, m in self._hits if isinstance(m, Doubt) and m.needs_full_name)
        return frozenset(plainly | {sense.entity_id for start, m in doubts if (sense := self._with_initial(start, m))})

    def _with_initial(self, start: int, doubt: Doubt) -> Sense | None:
        """Decide whom a surname means behind the first name and an initial: "Warren E. Buffett"."""
        if self._text[start - 2 : start - 1] != ".":
            return None
        full = _INITIALLED.search(self._text, max(0, start - _SURROUNDINGS), start)
        if full is None:
            return None
        fitting = [s for s in doubt.senses if self._entities[s.entity_id].name.partition(" ")[0] == full["first"]]
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _people(self) -> frozenset[str]:
        """Aliases that are part of a person's name somewhere in the article."""
        borne = [(a, b, m.alias) for a, b, m in self._hits if isinstance(m, Doubt) and m.borne]
        found = {alias for a, b, alias in borne if self._part_of_a_name(a, b, alias)}
        return frozenset(found | {alias for _, _, alias in borne if alias in PERSON_TOO and self._bears(alias)})

    def _bears(self, alias: str) -> bool:
        """Whether a person of the article is called by `alias`, with another name beside it."""
        return any(self._part_of_a_name(start, end, alias) for start, end in self._places(alias))

    def _places(self, alias: str) -> Iterator[tuple[int, int]]:
        """Where `alias` stands as a word of its own, in exclusions too, which leave no hit."""
        at = self._plain.find(alias)
        while at >= 0:
            end = at + len(alias)
            if not (self._plain[at - 1].isalnum() or self._plain[end : end + 1].isalnum()):
                yield at, end
            at = self._plain.find(alias, end)

    @cached_property
    def _edges(self) -> frozenset[int]:
        """Where aliases begin and end."""
        return frozenset(edge for a, b, _ in self._hits for edge in (a, b))

    @cached_property
    def _surnames(self) -> frozenset[int]:
        """Where surnames begin that count with a full name only."""
        return frozenset(start for start, _, m in self._hits if isinstance(m, Doubt) and m.needs_full_name)

    def _is_a_person(self, start: int, doubt: Doubt) -> bool:
        """Whether the article knows a person of this name, and its country or city by no other name."""
        if doubt.alias not in self._people or self._before(start)[0] in _IN:
            return False
        ids = {sense.entity_id for sense in doubt.senses}
        otherwise = any(
            isinstance(m, Doubt) and m.alias != doubt.alias and any(sense.entity_id in ids for sense in m.senses)
            for _, _, m in self._hits
        )
        return not otherwise and not ids & self._named

    def _in_capitals(self, start: int, end: int) -> bool:
        before = self._text[max(0, start - _SURROUNDINGS) : start].rpartition("\n")[2]
        after = self._text[end : end + _SURROUNDINGS].partition("\n")[0]
        return f"{before}{after}".isupper()

    def _before(self, start: int) -> tuple[str, bool]:
        """Cut the word before `start`, and tell whether it opens a sentence."""
        text, least = self._text, max(0, start - _SURROUNDINGS)
        at = text.rfind(" ", least, start - 1) + 1
        word = text[at : start - 1]
        if at > 1 and word.isalpha() and text[start - 1] == " ":
            return word, text[at - 2] in _OPENERS
        match = _BEFORE.search(text, least, start)
        if match is None:
            return "", False
        word = match["word"]
        if word.endswith(".") and word not in BEFORE_SURNAME and not _INITIAL.fullmatch(word):
            return "", True  # the end of a sentence
        return word, match["opens"] is not None

    def _after(self, end: int) -> str:
        if self._text[end : end + 1] != " " or not self._text[end + 1 : end + 2].isupper():
            return ""
        match = _AFTER.match(self._text, end)
        return match["word"] if match else ""

    def _part_of_a_name(self, start: int, end: int, alias: str) -> bool:
        """Whether a first name or a courtesy stands before, or what looks like a surname after."""
        before, opens = self._before(start)
        if before in FIRST_NAMES or before in COURTESIES or _INITIAL.fullmatch(before):
            return True
        if alias in SURNAME_TOO and self._first_name(before) and not opens and start - 1 not in self._edges:
            return not self._titled(start, end)
        if alias in FIRST_NAME_TOO and _KIN.search(self._plain, max(0, start - _SURROUNDINGS), start):
            return True
        after = self._after(end) if alias in FIRST_NAME_TOO else ""
        # A surname of the register is one like another here: "Georgia Yoon".
        listed = end + 1 in self._edges and end + 1 not in self._surnames
        bears = bool(after) and after not in AFTER_COUNTRY and not listed
        return bears and not self._titled(start, end)

    @staticmethod
    def _first_name(word: str) -> bool:
        """Whether a word that no list holds may be a first name."""
        return bool(_CAPITALISED.fullmatch(word)) and word not in BEFORE_SURNAME and word not in BEFORE_COUNTRY

    def _titled(self, start: int, end: int) -> bool:
        """Whether the line around is capitalised as a headline is."""
        around = [
            self._text[max(0, start - _LINE) : start].rpartition("\n")[2],
            self._text[end : end + _LINE].partition("\n")[0],
        ]
        words = [word for part in around for word in _WORD.findall(part)]
        return len(words) > 4 and sum(word[0].isupper() for word in words) > 0.85 * len(words)

    def _person(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide which person a surname means; None where nobody registered is meant."""
        full = self._with_initial(start, doubt) if doubt.needs_full_name else None
        if full is not None:
            return full
        sense = self._bearer(start, end, doubt) if doubt.needs_full_name else doubt.senses[0]
        after = self._after(end)
        if sense is None or after in AFTER_NAME or (after and doubt.leads):
            return None
        title, opens = self._before(start)
        if title in COURTESIES_OF_WOMEN and self._entities[sense.entity_id].name.partition(" ")[0] not in WOMEN:
            return None
        if opens and title not in FIRST_NAMES:
            return sense
        if title[:1].isupper() and not title.endswith(("'s", "s'", "’s", "s’")) and not self._may_precede(title, start):
            return None
        return sense

    def _bearer(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide who bears a surname: the one named in full, else the one of the office before it."""
        if doubt.alias not in self._named_as:
            self._named_as[doubt.alias] = tuple(sense for sense in doubt.senses if sense.entity_id in self._named)
        named = self._named_as[doubt.alias]
        if named:
            return named[0] if len(named) == 1 else None
        if doubt.alias not in self._introduced:
            self._introduced[doubt.alias] = self._in_office(doubt)
        return self._by_office(start, end, doubt) or self._introduced[doubt.alias]

    def _in_office(self, doubt: Doubt) -> Sense | None:
        """Decide by the office that the article prints before the surname; not where somebody else bears it too."""
        places = list(self._places(doubt.alias))
        if any(self._first_name(self._before(start)[0]) for start, _ in places):
            return None
        said = {sense for start, end in places if (sense := self._by_office(start, end, doubt)) is not None}
        if len(said) != 1:
            return None
        (sense,) = said
        abroad = self._countries and self._entities[sense.entity_id].country not in self._countries
        return None if abroad else sense

    @cached_property
    def _countries(self) -> frozenset[str]:
        """Countries that the article names."""
        return frozenset(m.entity_id for _, _, m in self._hits if type(m) is Sense and m.kind == "country")

    def _may_precede(self, word: str, start: int) -> bool:
        """Whether a capitalised word may stand before a surname without making it somebody else's."""
        return word in BEFORE_SURNAME or start - 1 in self._edges

    def _by_office(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide by the office printed before the surname, or a term behind it, where only one person fits."""
        if _TERM.match(self._text, end):
            words = ["president"]
        elif self._text[start - 2 : start - 1].lower() in _OFFICE_ENDS and self._before(start)[0].lower() in _OFFICES:
            words = self._text[max(0, start - _SURROUNDINGS) : start].lower().split()
        else:
            return None
        fitting = [s for s in doubt.senses if _holds_office(self._entities[s.entity_id], words)]
        return fitting[0] if len(fitting) == 1 else None

    def _holds(self, alias: str) -> bool:
        """Whether the article's words speak for the registered reading of `alias`."""
        if alias not in self._verdicts:
            self._verdicts[alias] = self._weighed(CUES[alias])
        return self._verdicts[alias]

    def _weighed(self, cue: Cue) -> bool:
        """Whether no more words speak against a reading than for it."""
        if not cue.proof and not any(word in self._plain for word in cue.against):
            return True  # most often, and cheap to see
        against, favour = (len(self._cues.intersection(words)) for words in (cue.against, cue.favour))
        return favour > 0 if cue.proof and not against else favour >= against

    @cached_property
    def _cues(self) -> frozenset[str]:
        """The words of `CUES` that a word of the article begins with."""
        text, found = self._plain, set()
        for index, start, _ in _CUES.find_matches_as_indexes(text, overlapping=True):
            if not start or not (text[start - 1].isalnum() or text[start - 1] == "_"):
                found.add(_CUE_WORDS[index])
        return frozenset(found)

    def _preferred(self, doubt: Doubt) -> Sense | None:
        if doubt.alias not in PREFERENCES:
            return doubt.senses[0]
        senses = {sense.entity_id: sense for sense in doubt.senses}
        ranked = [entry for entry in PREFERENCES.get(doubt.alias, ()) if entry[0] in senses]
        for entity_id, words in ranked:
            if any(word in self._text for word in words):
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
    return last in _OFFICES and last in note
