"""Find every mention of a registered entity in a text.

One pass of the register's automaton, longest alias first; then the context of
the aliases that need one. Counting is `analysis.mentions.count`. Nobody is
found here whom the register does not list.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import fields
from operator import itemgetter
from typing import Final, cast

from analysis.mentions.borrowed import TAILS, is_town, lends_ahead, lends_behind
from analysis.mentions.context import Context
from analysis.mentions.phrases import names_language, names_money
from analysis.mentions.register import Doubt, Register, Sense, default_register
from analysis.records import Mention

# The same length, so that offsets hold. Of text with typographic marks this makes plain ASCII, which the
# automaton reads without a copy.
_SAME: Final = (
    *(("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", ";"), ("–", "-"), ("…", ".")),
    *(("\u00a0", " "), ("\u202f", " "), ("\n", " "), ("\u2011", "-")),
)
_INTRODUCED: Final = re.compile(
    r"""\(\s?(?:the\s|or\s|hereafter\s)?["'“]?(?P<acronym>[A-Z][A-Za-z&-]{1,9})["'”]?\s?\)""", re.VERBOSE
)

# A capitalised word before a hyphen is half of a name, unless it is one of these at the head of a sentence.
_WORD_BEFORE: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+$")
_PREFIXES: Final = frozenset(["Anti", "Pro", "Ex", "Then", "Post", "Pre", "Non"])

_ENDS: Final = frozenset(" ,.;:'\"()-!?/")  # what mostly stands behind a name, and ends it

Hit = tuple[int, int, Sense | Doubt]


_new = object.__new__
_set_id, _set_kind, _set_form, _set_text, _set_start, _set_end = (
    Mention.__dict__[field.name].__set__ for field in fields(Mention)
)


def _mention(entity_id: str, kind: str, form: str, text: str, start: int, end: int) -> Mention:
    """Make a `Mention` in half the time that a frozen dataclass takes to make itself."""
    made = _new(Mention)
    _set_id(made, entity_id)
    _set_kind(made, kind)
    _set_form(made, form)
    _set_text(made, text)
    _set_start(made, start)
    _set_end(made, end)
    return made


def find_mentions(text: str, register: Register | None = None) -> list[Mention]:
    """Find every mention of an entity of the register, in order, without overlaps.

    The longest alias wins. Case counts, except that names stand in capitals
    too ("UKRAINE"): "US" is a mention and "us" is not. A surname counts for a
    person once the full name, or the person's office before it ("President
    Duda"), is in the text. An acronym introduced in brackets means what it
    stands behind, in this text. Aliases that name several things are decided
    by the words around them and in the text.

    Args:
        text: any text; offsets of the result count its characters.
        register: whom to look for; the project's register by default.

    Returns:
        `Mention` records; `form` says how the entity was named, and a
        "capital" is a metonym for a government, to be counted apart.

    >>> [(m.entity_id, m.form) for m in find_mentions("Oslo said Norwegians gave more than the US.")]
    [('NOR', 'capital'), ('NOR', 'demonym'), ('USA', 'acronym')]

    A phrase that means something else cancels its alias:

    >>> find_mentions("Michael Jordan told us about Georgia Tech.")
    []
    """
    register = register or default_register()
    plain = f"{text}  "  # before the first character and behind the last stands a blank
    for printed, same in _SAME:
        if printed in plain:
            plain = plain.replace(printed, same)
    hits, doubtful = _hits(plain, register)
    introduced = _introductions(plain, hits)
    if introduced:
        hits = _with_introduced(plain, hits, introduced)
    if doubtful:
        long = any(type(m) is Doubt and not m.surname and " " in m.alias for _, _, m in hits)
        hits = _settled(plain, hits, Context(text, plain, hits, register.by_id).settle)
        # By names that were in doubt themselves.
        later = _introductions(plain, hits) if long else introduced
        if len(later) > len(introduced):
            hits = _with_introduced(plain, hits, later)
    return [_mention(m[0], m[1], m[2], text[a:b], a, b) for a, b, m in hits if type(m) is Sense]


def _hits(plain: str, register: Register) -> tuple[list[Hit], bool]:
    """Aliases on word boundaries, and whether any needs its context."""
    hits: list[Hit] = []
    doubtful = False
    meanings, is_country = register.meanings, register.is_country
    for found, first, end in register.automaton.find_matches_as_indexes(plain):
        index, start, stop = found, first, end
        before, after = plain[start - 1], plain[end]
        if before != " " and (before.isalnum() or before in "@_"):
            inner = _inner(plain, start, end, register)
            if inner is None:
                continue
            start, index = inner
            before = " "
        if after not in _ENDS and (after.isalnum() or after in "$€£_"):
            shorter = _shorter(plain, start, end, register)
            if shorter is None:
                continue
            stop, index = shorter
        meaning = meanings[index]
        if meaning is None:
            continue
        if is_country[index]:
            if _names_no_country(plain, start, stop, cast("Sense", meaning)):
                continue
        elif isinstance(meaning, Doubt):
            doubtful = True
        if before == "-" and _is_half_a_name(plain, start, meaning, hits):
            continue
        hits.append((start, stop, meaning))
    return hits, doubtful


def _is_half_a_name(plain: str, start: int, meaning: Sense | Doubt, hits: list[Hit]) -> bool:
    """Whether a person's alias is the second half of somebody else's: "Moreau-Lagarde".

    Not where the person was named in full before, or the half before it is
    somebody too: "the Xi-Putin talks".
    """
    senses = meaning.senses if isinstance(meaning, Doubt) else (meaning,)
    if any(sense.kind != "person" for sense in senses) or (hits and hits[-1][1] == start - 1):
        return False
    known = {sense.entity_id for sense in senses}
    if any(isinstance(named, Sense) and named.entity_id in known for _, _, named in hits):
        return False
    before = _WORD_BEFORE.search(plain, max(0, start - 40), start - 1)
    return before is not None and before.group() not in _PREFIXES


def _names_no_country(plain: str, start: int, end: int, sense: Sense) -> bool:
    """Whether the name of a country or a people here is money, a language, or something named after it."""
    entity_id, _, form = sense
    after, opening = plain[end], plain[end + 1]
    if after == " ":
        if opening.isupper():
            if lends_behind(plain, start, end, form):
                return True
        elif names_money(plain, start, end):
            return True
    elif (after == "-" and names_money(plain, start, end)) or (after == "," and is_town(plain, start, end, form)):
        return True
    if form == "demonym":
        return names_language(plain, start, end)
    return plain[start - 3 : start] in TAILS and lends_ahead(plain, start, entity_id, form)


def _shorter(plain: str, start: int, end: int, register: Register) -> tuple[int, int] | None:
    """Find the longest alias that ends on a word before `end`: "Washington" in "Washington statement"."""
    for stop in range(end - 1, start + 1, -1):
        if plain[stop].isalnum() or plain[stop] in "$€£_" or not plain[stop - 1].isalnum():
            continue
        index = register.index.get(plain[start:stop])
        if index is not None:
            return stop, index
    return None


def _inner(plain: str, start: int, end: int, register: Register) -> tuple[int, int] | None:
    """Find the alias that a match begun inside a word has swallowed: "China" in "define China"."""
    at = plain.find(" ", start, end)
    while at >= 0:
        index = register.index.get(plain[at + 1 : end])
        if index is not None:
            return at + 1, index
        at = plain.find(" ", at + 1, end)
    return None


def _introductions(plain: str, hits: list[Hit]) -> dict[str, Sense]:
    """Acronyms that the text introduces in brackets behind a full name."""
    found = {}
    for bracket in _INTRODUCED.finditer(plain):
        at = bisect_right(hits, bracket.start(), key=itemgetter(1))
        if not at or hits[at - 1][1] < bracket.start() - 1:
            continue
        start, end, meaning = hits[at - 1]
        if type(meaning) is not Sense or " " not in plain[start:end] or plain[end] not in " (":
            continue
        if _abbreviates(bracket["acronym"], plain[start:end]):
            found[bracket["acronym"]] = Sense(meaning.entity_id, meaning.kind, "acronym")
    return found


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` stand in `name` in order, the first at its head."""
    letters = iter(name.lower())
    return acronym[0] == name[0] and all(letter in letters for letter in acronym.lower() if letter.isalpha())


def _with_introduced(plain: str, hits: list[Hit], introduced: dict[str, Sense]) -> list[Hit]:
    """Read every occurrence of an introduced acronym as the text introduced it."""
    said = {start: word for word in sorted(introduced, key=len) for start in _places(plain, word)}
    kept = [hit for hit in hits if hit[0] not in said]
    starts = [start for start, _, _ in kept]
    added: list[Hit] = []
    for start, word in sorted(said.items()):
        end = start + len(word)
        after = bisect_left(starts, start)
        clear_before = after == 0 or kept[after - 1][1] <= start
        clear_behind = after == len(kept) or end <= starts[after]
        if clear_before and clear_behind and (not added or added[-1][1] <= start):
            added.append((start, end, introduced[word]))
    return sorted([*kept, *added], key=lambda hit: hit[0])


def _places(plain: str, word: str) -> Iterator[int]:
    """Where `word` stands by itself."""
    at = plain.find(word)
    while at >= 0:
        end = at + len(word)
        before, behind = plain[at - 1 : at], plain[end : end + 1]
        if not (before.isalnum() or before in ("@", "_") or behind.isalnum() or behind == "_"):
            yield at
        at = plain.find(word, end)


def _settled(plain: str, hits: list[Hit], settle: Callable[[int, int, Doubt], Sense | None]) -> list[Hit]:
    """Give every alias in doubt the sense that it has here, or take it out."""
    settled: list[Hit | None] = list(hits)
    for place, (start, end, meaning) in enumerate(hits):
        if type(meaning) is Sense:
            continue
        sense = settle(start, end, cast("Doubt", meaning))
        if sense is None or (sense.kind == "country" and _names_no_country(plain, start, end, sense)):
            settled[place] = None
        else:
            settled[place] = start, end, sense
    return [hit for hit in settled if hit is not None]
