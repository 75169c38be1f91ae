"""Find every mention of a registered entity in a text.

One pass of the register's automaton, longest alias first; then the context of
the aliases that need one. Counting is `analysis.mentions.count`. Nobody is
found here whom the register does not list.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from analysis.mentions.context import Context
from analysis.mentions.phrases import names_language, names_money
from analysis.mentions.register import Doubt, Meaning, Register, Sense, default_register
from analysis.records import Mention

# The same length, so that offsets hold: curly quotes, hard spaces and line ends.
_SAME: Final = (("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u202f", " "), ("\n", " "), ("\u2011", "-"))
_INTRODUCED: Final = re.compile(
    r"""[ ]?\(\s?(?:the\s|or\s|hereafter\s)?["'“]?(?P<acronym>[A-Z][A-Za-z&-]{1,9})["'”]?\s?\)""", re.VERBOSE
)

# A capitalised word before a hyphen is half of a name, unless it is one of these at the head of a sentence.
_WORD_BEFORE: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][^\W\d_]+$")
_PREFIXES: Final = frozenset(["Anti", "Pro", "Ex", "Then", "Post", "Pre", "Non"])

Hit = tuple[int, int, Sense | Doubt]


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
    plain = text
    for printed, same in _SAME:
        plain = plain.replace(printed, same)
    hits, doubtful = _hits(plain, register)
    introduced = _introductions(plain, hits, register)
    if introduced:
        hits = _with_introduced(plain, hits, introduced)
    if not doubtful:
        return [Mention(m[0], m[1], m[2], text[a:b], a, b) for a, b, m in hits if type(m) is Sense]
    context = Context(text, hits, register.by_id)
    return list(_settled(text, hits, context.settle))


def _hits(plain: str, register: Register) -> tuple[list[Hit], bool]:
    """Aliases on word boundaries, and whether any needs its context."""
    hits: list[Hit] = []
    doubtful = False
    meanings = register.meanings
    padded = plain + " "
    for index, start, end in register.automaton.find_matches_as_indexes(plain):
        if start and (plain[start - 1].isalnum() or plain[start - 1] in "@_"):
            continue
        meaning = meanings[index]
        after = padded[end]
        stop = end
        if after.isalnum() or after in "$€£_":
            shorter = _shorter(padded, start, end, register)
            if shorter is None:
                continue
            stop, meaning = shorter
        if meaning is None:
            continue
        if isinstance(meaning, Doubt):
            doubtful = True
        elif meaning.kind == "country" and _names_no_country(plain, start, stop, meaning.form):
            continue
        if plain[start - 1 : start] == "-" and _is_half_a_name(plain, start, meaning, hits):
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


def _names_no_country(plain: str, start: int, end: int, form: str) -> bool:
    return names_money(plain, start, end) or (form == "demonym" and names_language(plain, start, end))


def _shorter(padded: str, start: int, end: int, register: Register) -> tuple[int, Meaning] | None:
    """Find the longest alias that ends on a word before `end`: "Washington" in "Washington statement"."""
    for stop in range(end - 1, start + 1, -1):
        if padded[stop].isalnum() or padded[stop] in "$€£_" or not padded[stop - 1].isalnum():
            continue
        index = register.index.get(padded[start:stop])
        if index is not None:
            return stop, register.meanings[index]
    return None


def _introductions(plain: str, hits: list[Hit], register: Register) -> dict[str, Sense]:
    """Acronyms that the text introduces in brackets behind a full name."""
    if "(" not in plain:
        return {}
    found = {}
    for start, end, meaning in hits:
        if type(meaning) is not Sense or plain[end : end + 2].strip()[:1] != "(" or " " not in plain[start:end]:
            continue
        match = _INTRODUCED.match(plain, end)
        if match and _abbreviates(match["acronym"], plain[start:end]):
            found[match["acronym"]] = Sense(meaning.entity_id, meaning.kind, "acronym")
    return found


def _abbreviates(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` stand in `name` in order, the first at its head."""
    letters = iter(name.lower())
    return acronym[0] == name[0] and all(letter in letters for letter in acronym.lower() if letter.isalpha())


def _with_introduced(plain: str, hits: list[Hit], introduced: dict[str, Sense]) -> list[Hit]:
    """Read every occurrence of an introduced acronym as the text introduced it."""
    words = "|".join(sorted(map(re.escape, introduced), key=len, reverse=True))
    said = {m.start(): m for m in re.finditer(rf"(?<![\w@])(?:{words})(?!\w)", plain)}
    kept = [hit for hit in hits if hit[0] not in said]
    starts = [start for start, _, _ in kept]
    added: list[Hit] = []
    for start, match in said.items():
        after = bisect_left(starts, start)
        clear_before = after == 0 or kept[after - 1][1] <= start
        clear_behind = after == len(kept) or match.end() <= starts[after]
        if clear_before and clear_behind:
            added.append((start, match.end(), introduced[match.group()]))
    return sorted([*kept, *added], key=lambda hit: hit[0])


def _settled(text: str, hits: list[Hit], settle: Callable[[int, int, Doubt], Sense | None]) -> Iterator[Mention]:
    for start, end, meaning in hits:
        sense = settle(start, end, meaning) if isinstance(meaning, Doubt) else meaning
        if sense is None:
            continue
        if meaning is not sense and sense.kind == "country" and _names_no_country(text, start, end, sense.form):
            continue
        yield Mention(sense.entity_id, sense.kind, sense.form, text[start:end], start, end)
