"""Find every mention of a registered entity in a text.

One pass of the register's automaton, longest alias first; then the context of
the aliases that need one. Counting is `analysis.mentions.count`. Nobody is
found here whom the register does not list.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final, cast

from analysis.encoder.words import unbroken
from analysis.mentions.borrowed import TAILS, is_town, lends_ahead, lends_behind
from analysis.mentions.context import Context
from analysis.mentions.phrases import MONEY_OPENS, names_language, names_money
from analysis.mentions.register import Doubt, Match, Register, Sense, default_register
from analysis.records import Mention

# The same length, so that offsets hold. Of text with typographic marks this makes plain ASCII, which the
# automaton reads with no offset to convert. Wide characters come first: without them a text takes half the memory.
_SAME: Final = (
    *(("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", ";"), ("–", "-"), ("…", ".")),
    *(("\u202f", " "), ("\u2011", "-"), ("\u00a0", " "), ("\n", " ")),
)
_INTRODUCED: Final = re.compile(
    r"""\(\s?(?:the\s|or\s|hereafter\s)?["'“]?(?P<acronym>[A-Z][A-Za-z&-]{1,9})["'”]?\s?\)""", re.VERBOSE
)

# A capitalised word before a hyphen is half of a name, unless it is one of these at the head of a sentence.
_WORD_BEFORE: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+$")
_PREFIXES: Final = frozenset(["Anti", "Pro", "Ex", "Then", "Post", "Pre", "Non"])

_ENDS: Final = frozenset(" ,.;:'\"()-!?/")  # what mostly stands behind a name, and ends it

Hit = tuple[int, int, Sense | Doubt]


class _Open:
    """A `Mention` that is still being filled in: its slots, but nothing that forbids to set them."""

    __slots__ = Mention.__slots__

    def __init__(self, sense: Sense, text: str, start: int, end: int) -> None:
        self.entity_id, self.kind, self.form = sense
        self.text = text
        self.start = start
        self.end = end


def _mentions(text: str, hits: list[Hit]) -> list[Mention]:
    """Make the records, in less than half the time that a frozen dataclass takes to make itself."""
    made = []
    for start, end, meaning in hits:
        if type(meaning) is Sense:
            mention = _Open(meaning, text[start:end], start, end)
            mention.__class__ = Mention  # type: ignore[assignment]
            made.append(mention)
    return cast("list[Mention]", made)


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
    plain = text = unbroken(text)
    for printed, same in _SAME:
        if printed in plain:
            plain = plain.replace(printed, same)
    plain += "  "  # before the first character and behind the last stands a blank
    found = register.matches(plain)
    hits, doubtful = _hits(plain, found, register)
    bracketed = [hit for hit in hits if plain[hit[1] + 1] == "(" or plain[hit[1]] == "("] if "(" in plain else []
    introduced = _introductions(plain, bracketed)
    if introduced:
        hits = _with_introduced(plain, hits, introduced)
    if doubtful:
        long = any(type(m) is Doubt and not m.surname and " " in m.alias for _, _, m in bracketed)
        hits = _settled(plain, hits, Context(text, plain, hits, found, register).settle)
        # By names that were in doubt themselves.
        later = _introductions(plain, hits) if long else introduced
        if len(later) > len(introduced):
            hits = _with_introduced(plain, hits, later)
    return _mentions(text, hits)


def _hits(plain: str, found: list[Match], register: Register) -> tuple[list[Hit], bool]:
    """Aliases on word boundaries, and whether any needs its context."""
    hits: list[Hit] = []
    doubtful = False
    meanings, countries = register.meanings, register.countries
    for pattern, first, end in found:
        index, start, stop = pattern, first, end
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
        form = countries[index]
        if form:
            # Only money behind "U.S." makes it anything else.
            opening = plain[stop + 1 : stop + 4] if form == "acronym" and after == " " else "$"
            if (opening[0] == "$" or opening in MONEY_OPENS) and _names_no_country(plain, start, stop, meaning):  # type: ignore[arg-type]
                continue
        elif type(meaning) is Doubt:
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
    after = plain[end]
    if after == " ":
        if plain[end + 1].isupper():
            if form != "acronym" and lends_behind(plain, start, end, form):
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
    for start, end, meaning in hits:
        if not (plain[end] == "(" or plain[end : end + 2] == " (") or type(meaning) is not Sense:
            continue
        bracket = _INTRODUCED.match(plain, end) or _INTRODUCED.match(plain, end + 1)
        if bracket and " " in plain[start:end] and _abbreviates(bracket["acronym"], plain[start:end]):
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
