"""A sentence as a row of items: amounts, parties, cue words, plain words, marks.

The clause rules of `analysis.money.clauses` read items, never characters, so
that "the Dutch prime minister, Mark Rutte," is one party with a name and an
office. Offsets are those of the text the sentence was cut from.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from analysis.money.parties import Party, name_index, surnames
from analysis.money.words import TOKEN, Cue, cue_index
from analysis.records import Amount


@dataclass(slots=True)
class Item:
    """One unit of a sentence."""

    kind: str  # amount party word mark
    text: str
    low: str
    start: int
    end: int
    amount: Amount | None = None
    party: Party | None = None
    cues: tuple[Cue, ...] = ()
    # A party grown into a noun phrase ("the Dutch prime minister Mark Rutte"):
    name: str | None = None  # person named in it
    role: str | None = None  # office, as printed
    head: str = ""  # government office org person, or empty for a bare name
    anaphor: str = ""  # what has to be resolved: country government body person it same
    donors: list[Party] = field(default_factory=list)  # "France and Germany"

    def has(self, pos: str, *senses: str) -> bool:
        """Whether one reading is of this part of speech, and of one of these senses if any."""
        return any(cue.pos == pos and (not senses or cue.sense in senses) for cue in self.cues)

    def cue(self, pos: str, *senses: str) -> Cue | None:
        """Give the first reading of this part of speech, and of one of these senses if any."""
        return next((c for c in self.cues if c.pos == pos and (not senses or c.sense in senses)), None)


def itemize(text: str, base: int, amounts: Sequence[Amount], article: str = "") -> list[Item]:
    """Cut `text`, which stands at `base`, into items; `amounts` have absolute offsets.

    A surname is a party only where `article` holds the full name.
    """
    raw = [(m.group(), m.start() + base, m.end() + base) for m in TOKEN.finditer(text)]
    exact = [t[0].replace("’", "'") for t in raw]
    low = [t.lower() for t in exact]
    items: list[Item] = []
    index, pending = 0, list(amounts)
    while index < len(raw):
        if pending and raw[index][2] > pending[0].start:
            amount = pending.pop(0)
            items.append(Item("amount", amount.text, amount.text.lower(), amount.start, amount.end, amount))
            while index < len(raw) and raw[index][1] < amount.end:
                index += 1
            continue
        limit = _limit(raw, index, pending)
        size, known = _name(exact, index, limit, article)
        length, readings = _readings(low, index, limit)
        if size and size >= length:
            readings = ()
        else:
            size, known = max(length, 1), None
        start, end = raw[index][1], raw[index + size - 1][2]
        kind = "party" if known else "word" if exact[index][0].isalnum() else "mark"
        piece = text[start - base : end - base]
        lowered = piece.lower().replace("’", "'")
        items.append(Item(kind, piece, lowered, start, end, party=known, cues=readings))
        index += size
    return items


def _limit(raw: list[tuple[str, int, int]], index: int, pending: list[Amount]) -> int:
    """How many tokens a phrase may take before the next amount begins."""
    if not pending:
        return len(raw) - index
    size = 0
    while index + size < len(raw) and raw[index + size][1] < pending[0].start:
        size += 1
    return size


def _name(words: list[str], index: int, limit: int, article: str) -> tuple[int, Party | None]:
    """Tokens that the longest name at `index` takes, and whose it is; an exclusion takes them for nobody."""
    for key, known in name_index().get(words[index], ()):
        size = len(key)
        if size <= limit and tuple(words[index : index + size]) == key:
            return size, known
    person = surnames().get(words[index])
    if person is not None and article and person.name in article:
        return 1, person
    return 0, None


def _readings(words: list[str], index: int, limit: int) -> tuple[int, tuple[Cue, ...]]:
    for key, readings in cue_index().get(words[index], ()):
        size = len(key)
        if size <= limit and (size == 1 or tuple(words[index : index + size]) == key):
            return size, readings
    return 0, ()
