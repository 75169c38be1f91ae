"""Settle an alias in doubt by the words around it and by its article.

Used by `analysis.mentions.find` alone. Each rule answers one question, and the
first that objects cancels the hit. The words the rules look for are data, in
`analysis.mentions.ambiguous`.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

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
)
from analysis.mentions.register import Doubt, Match, Register, Sense
from analysis.reference import Entity

# Only a blank joins two words to a name; a line end does not.
_BEFORE: Final = re.compile(r"(?P<opens>\A|[.!?…:;\n\"“‘(]\s?)?(?<![\w'’-])(?P<word>[\w.'’-]+)[ ]\Z")
_WHOLE: Final = re.compile(r"[\w'’-][\w.'’-]*")
_OPENERS: Final = frozenset('.!?…:;\n"“‘(')  # as above, for the plain case of one word between blanks
_AFTER: Final = re.compile(r"[ ](?P<word>[A-Z][a-zà-ÿ'’-]+)\b(?![$€£])")
_CAPITALISED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)*")
_INITIAL: Final = re.compile(r"(?:[A-Z]\.)+")
_INITIALLED: Final = re.compile(r"(?<![\w'’-])(?P<first>[A-ZÀ-Þ][\w'’-]+) (?:[A-Z]\. ?){1,2}\Z")
_TERM: Final = re.compile(r"(?:['’]s)? (?:administration|presidency|White House)\b")
_OFFICES: Final = frozenset(["minister", "president", "chancellor", "secretary", "secretary-general", "premier"])
_OFFICE_ENDS: Final = frozenset(office[-3:] for office in _OFFICES)
_TERM_OPENS: Final = frozenset([" a", " p", " W", "'s", "’s"])
_TITLES: Final = BEFORE_SURNAME - COURTESIES_OF_WOMEN  # before anybody's surname
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
_CUES: Final = BytesAhoCorasick(
    [word.encode() for word in _CUE_WORDS], matchkind=MatchKind.Standard, implementation=Implementation.DFA
)
# A few words, leftmost first: searched many bytes at a time, five times as fast as one word after the other.
_AGAINST: Final = {
    alias: BytesAhoCorasick([word.encode() for word in cue.against], matchkind=MatchKind.LeftmostFirst)
    for alias, cue in CUES.items()
}

Hit = tuple[int, int, Sense | Doubt]


class Context:
    """One article: what it holds besides the alias in question."""

    def __init__(self, text: str, plain: str, hits: Sequence[Hit], found: Sequence[Match], register: Register) -> None:
        """Keep the text, its plain spelling, its hits and what they came from; the rest waits to be asked for."""
        self._text = text
        self._plain = plain
        self._hits = hits
        self._found = found
        self._register = register
        self._entities = register.by_id
        self._verdicts: dict[str, bool] = {}
        self._bearers: dict[str, tuple[Sense | None, bool]] = {}
        self._choices: dict[tuple[Sense, ...], Sense] = {}
        self._offices: dict[int, Sense | None] = {}
        self._holders: dict[tuple[str, ...], Sense | None] = {}
        self._parts: dict[tuple[int, int], bool] = {}
        self._people: dict[str, bool] = {}

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
        plainly = {m[0] for _, _, m in self._hits if type(m) is Sense}
        text = self._text
        initialled = [
            self._with_initial(start, m)
            for start, _, m in self._hits
            if type(m) is Doubt and m.needs_full_name and text[start - 2 : start - 1] == "."
        ]
        return frozenset(plainly | {sense.entity_id for sense in initialled if sense})

    def _with_initial(self, start: int, doubt: Doubt) -> Sense | None:
        """Decide whom a surname means behind the first name and an initial: "Warren E. Buffett"."""
        full = _INITIALLED.search(self._text, max(0, start - _SURROUNDINGS), start)
        if full is None:
            return None
        fitting = [s for s in doubt.senses if self._entities[s.entity_id].name.partition(" ")[0] == full["first"]]
        return fitting[0] if len(fitting) == 1 else None

    def _names_a_person(self, alias: str) -> bool:
        """Whether `alias` is part of a person's name somewhere in the article."""
        if alias not in self._people:
            self._people[alias] = any(
                self._part_of_a_name(start, end, alias)
                for start, end, m in self._hits
                if type(m) is Doubt and m.borne and m.alias == alias
            ) or (alias in PERSON_TOO and self._bears(alias))
        return self._people[alias]

    def _bears(self, alias: str) -> bool:
        """Whether a person of the article is called by `alias`, with another name beside it."""
        return any(self._part_of_a_name(start, end, alias) for start, end in self._places(alias))

    def _places(self, alias: str) -> list[tuple[int, int]]:
        """Where `alias` stands as a word of its own, in exclusions too, which leave no hit."""
        plain, index = self._plain, self._register.index.get(alias)
        if index is None or not alias.isalpha() or len(alias) > _SURROUNDINGS or alias in self._phrases:
            places = [found.span() for found in re.finditer(re.escape(alias), plain)]
        else:  # where the register met it, and nowhere else
            places = [(start, end) for pattern, start, end in self._found if pattern == index]
        return [(a, b) for a, b in places if not (plain[a - 1].isalnum() or plain[b : b + 1].isalnum())]

    @cached_property
    def _phrases(self) -> str:
        """What the patterns of more than a word cover, to the end of the word in which they end."""
        plain, is_word = self._plain, self._register.is_word
        return "\n".join(
            [
                plain[start : end + _SURROUNDINGS if plain[end].isalnum() else end]
                for pattern, start, end in self._found
                if not is_word[pattern]
            ]
        )

    @cached_property
    def _edges(self) -> frozenset[int]:
        """Where aliases begin and end."""
        return frozenset([a for a, _, _ in self._hits] + [b for _, b, _ in self._hits])

    @cached_property
    def _surnames(self) -> frozenset[int]:
        """Where surnames begin that count with a full name only."""
        return frozenset(start for start, _, m in self._hits if type(m) is Doubt and m.needs_full_name)

    def _is_a_person(self, start: int, doubt: Doubt) -> bool:
        """Whether the article knows a person of this name, and its country or city by no other name."""
        if not self._names_a_person(doubt.alias) or self._before(start)[0] in _IN:
            return False
        ids = {sense.entity_id for sense in doubt.senses}
        otherwise = any(
            type(m) is Doubt and m.alias != doubt.alias and any(sense.entity_id in ids for sense in m.senses)
            for _, _, m in self._hits
        )
        return not otherwise and not ids & self._named

    def _in_capitals(self, start: int, end: int) -> bool:
        before = self._text[max(0, start - _SURROUNDINGS) : start].rpartition("\n")[2]
        after = self._text[end : end + _SURROUNDINGS].partition("\n")[0]
        return f"{before}{after}".isupper()

    def _before(self, start: int) -> tuple[str, bool]:
        """Cut the word before `start`, and tell whether it opens a sentence."""
        text = self._text
        if start < 2 or text[start - 1] != " " or not (text[start - 2].isalnum() or text[start - 2] in "_.'’-"):
            return "", False
        least = max(0, start - _SURROUNDINGS)
        at = text.rfind(" ", least, start - 1) + 1
        word = text[at : start - 1]
        if at > 1 and word.isalpha():
            return word, text[at - 2] in _OPENERS
        if at - 2 >= least and _WHOLE.fullmatch(word):
            return self._unless_closing(word, opens=text[at - 2] in _OPENERS)
        match = _BEFORE.search(text, least, start)
        if match is None:
            return "", False
        return self._unless_closing(match["word"], opens=match["opens"] is not None)

    @staticmethod
    def _unless_closing(word: str, *, opens: bool) -> tuple[str, bool]:
        """Return the word before a name with what it was taken for; none where its full stop ends a sentence."""
        if word.endswith(".") and word not in BEFORE_SURNAME and not _INITIAL.fullmatch(word):
            return "", True  # the end of a sentence
        return word, opens

    def _after(self, end: int) -> str:
        if self._text[end : end + 1] != " " or not self._text[end + 1 : end + 2].isupper():
            return ""
        match = _AFTER.match(self._text, end)
        return match["word"] if match else ""

    def _part_of_a_name(self, start: int, end: int, alias: str) -> bool:
        """Whether a first name or a courtesy stands before, or what looks like a surname after."""
        known = self._parts.get((start, end))
        if known is None:
            known = self._parts[start, end] = self._named_before(start, end, alias) or (
                alias in FIRST_NAME_TOO and self._named_behind(start, end)
            )
        return known

    def _named_before(self, start: int, end: int, alias: str) -> bool:
        """Whether the word before makes `alias` a surname."""
        before, opens = self._before(start)
        if not before[:1].isupper():
            return False
        if before in FIRST_NAMES or before in COURTESIES or _INITIAL.fullmatch(before):
            return True
        bears = alias in SURNAME_TOO and self._first_name(before) and not opens and start - 1 not in self._edges
        return bears and not self._titled(start, end)

    def _named_behind(self, start: int, end: int) -> bool:
        """Whether the words around make an alias a first name."""
        if _KIN.search(self._plain, max(0, start - _SURROUNDINGS), start):
            return True
        after = self._after(end)
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
        if doubt.needs_full_name:
            initialled = self._text[start - 2 : start - 1] == "."
            sense = (initialled and self._with_initial(start, doubt)) or None
            if sense is not None:
                return sense
            sense = self._bearer(start, end, doubt)
        else:
            sense = doubt.senses[0]
        if sense is None:
            return None
        after = self._after(end)
        if after and (doubt.leads or after in AFTER_NAME):
            return None
        title, opens = self._before(start)
        if not title[:1].isupper() or title in _TITLES:
            return sense
        if title in COURTESIES_OF_WOMEN and self._entities[sense.entity_id].name.partition(" ")[0] not in WOMEN:
            return None
        if opens and title not in FIRST_NAMES:
            return sense
        owns = title.endswith(("'s", "s'", "’s", "s’"))
        return sense if owns or self._may_precede(title, start) else None

    def _bearer(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide who bears a surname: the one named in full, else the one of the office before it."""
        known = self._bearers.get(doubt.alias)
        if known is None:
            named = [sense for sense in doubt.senses if sense.entity_id in self._named]
            sense = (named[0] if len(named) == 1 else None) if named else self._in_office(doubt)
            known = self._bearers[doubt.alias] = sense, not named
        sense, unnamed = known
        return (unnamed and self._by_office(start, end, doubt)) or sense

    def _in_office(self, doubt: Doubt) -> Sense | None:
        """Decide by the office that the article prints before the surname; not where somebody else bears it too."""
        places = self._places(doubt.alias)
        said = {sense for start, end in places if (sense := self._by_office(start, end, doubt)) is not None}
        if len(said) != 1 or any(self._first_name(self._before(start)[0]) for start, _ in places):
            return None
        (sense,) = said
        abroad = self._countries and self._entities[sense.entity_id].country not in self._countries
        return None if abroad else sense

    @cached_property
    def _countries(self) -> frozenset[str]:
        """Countries that the article names."""
        return frozenset([m[0] for _, _, m in self._hits if type(m) is Sense and m[1] == "country"])

    def _may_precede(self, word: str, start: int) -> bool:
        """Whether a capitalised word may stand before a surname without making it somebody else's."""
        return word in BEFORE_SURNAME or start - 1 in self._edges

    def _by_office(self, start: int, end: int, doubt: Doubt) -> Sense | None:
        """Decide by the office printed before the surname, or a term behind it, where only one person fits."""
        if start not in self._offices:
            words = self._office(start, end)
            self._offices[start] = self._holder(doubt, words) if words else None
        return self._offices[start]

    def _office(self, start: int, end: int) -> list[str]:
        """Return the words of the office printed before a surname, or of the term behind it."""
        text = self._text
        if text[end : end + 2] in _TERM_OPENS and _TERM.match(text, end):
            return ["president"]
        if text[start - 4 : start - 1].lower() in _OFFICE_ENDS and self._before(start)[0].lower() in _OFFICES:
            words = text[max(0, start - _SURROUNDINGS) : start].lower().split()
            return words[-2:] if words[-1] == "minister" else words[-1:]
        return []

    def _holder(self, doubt: Doubt, words: list[str]) -> Sense | None:
        """Return the only bearer of a surname who holds an office."""
        key = (doubt.alias, *words)
        if key not in self._holders:
            fitting = [s for s in doubt.senses if _holds_office(self._entities[s.entity_id], words)]
            self._holders[key] = fitting[0] if len(fitting) == 1 else None
        return self._holders[key]

    def _holds(self, alias: str) -> bool:
        """Whether the article's words speak for the registered reading of `alias`."""
        if alias not in self._verdicts:
            self._verdicts[alias] = self._weighed(alias)
        return self._verdicts[alias]

    def _weighed(self, alias: str) -> bool:
        """Whether no more words speak against a reading than for it."""
        cue = CUES[alias]
        if not cue.proof and not _AGAINST[alias].find_matches_as_indexes(self._printed):
            return True  # most often, and cheap to see
        against, favour = (len(self._cues.intersection(words)) for words in (cue.against, cue.favour))
        return favour > 0 if cue.proof and not against else favour >= against

    @cached_property
    def _cues(self) -> frozenset[str]:
        """The words of `CUES` that a word of the article begins with."""
        printed, found = self._printed, set()
        for index, start, _ in _CUES.find_matches_as_indexes(printed, overlapping=True):
            if index not in found:
                before = printed[max(0, start - 4) : start].decode(errors="ignore")[-1:]
                if not (before.isalnum() or before == "_"):
                    found.add(index)
        return frozenset(_CUE_WORDS[index] for index in found)

    @cached_property
    def _printed(self) -> bytes:
        return self._plain.encode()

    def _preferred(self, doubt: Doubt) -> Sense:
        """Return the reading that the article speaks for most."""
        if doubt.alias not in PREFERENCES:
            return doubt.senses[0]
        if doubt.senses not in self._choices:
            self._choices[doubt.senses] = self._chosen(doubt)
        return self._choices[doubt.senses]

    def _chosen(self, doubt: Doubt) -> Sense:
        senses = {sense.entity_id: sense for sense in doubt.senses}
        ranked = [entry for entry in PREFERENCES[doubt.alias] if entry[0] in senses]
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
