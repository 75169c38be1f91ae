"""Lines of a list that a country's name opens: "- Laos: CHF 4 million for survey teams".

Whether the label gives or receives is told by the sentence that opens the list.
Where that names a giver who spends, the labels receive; where it tells of
pledges and names no giver, the labels give.
"""

import re
from dataclasses import dataclass

from analysis.corpus.sentences import Sentence
from analysis.money.roles.donors import Found
from analysis.money.text.items import Item
from analysis.money.text.list_givers import names_givers
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.subjects import stands, takes
from analysis.money.text.verbs import HELPERS
from analysis.money.text.words import dac_members, is_adverb, oda_recipients

_BULLETS = frozenset(["•", "*", "-", "–", "·", "▪", "—"])
_PARTS = _BULLETS | {";"}
_COLONS = frozenset([":", "–", "—"])
_PLEDGES = frozenset(
    """pledges pledged promises promised contributions contributors donors givers offers offered announcements
    commitments who""".split()
)
_ALSO = frozenset(["also", "further", "now", "together"])
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_BACK = 14  # sentences before a line in which its list may begin


@dataclass(frozen=True, slots=True)
class Label:
    """The party that opens a line, and the giver whom the list names, if the label is no giver."""

    item: Item
    giver: Party | None
    giver_item: Item | None
    receiver: str | None  # whom the list is for, where the labels give


def label_of(items: list[Item], a: int, sentence: Sentence, reader: Reader) -> Label | None:
    """Give the label of the line that the amount at `a` stands in; None where it is in no labelled list."""
    k = _label_at(items)
    if k is None or a <= k + 1:
        return _that_hands_on(items, a)
    if label_gives(items, a) or _hands_on(items, k, a):
        return Label(items[k], None, None, None)
    heading = lead(sentence, reader)
    return _told_by_heading(items, a, k, heading, reader) if heading is not None else None


def _told_by_heading(items: list[Item], a: int, k: int, heading: Sentence, reader: Reader) -> Label | None:
    """Give the label at `k`, or a nearer one, as the words that open its list tell of it."""
    inner = _label_within(items, a)
    if inner is not None and inner > k:
        k = inner
    words = reader.items(heading)
    if not _announces_list(heading, reader):  # an entry before, of more than one sentence
        return Label(items[k], None, None, None) if _is_giver(items[k]) else None
    if names_givers(heading.text):
        return Label(items[k], None, None, for_whom(words))
    for n, item in enumerate(words):
        if not stands(words, n) or takes(words, n) or item.low == "it":
            continue
        party = party_of(item, words, heading, reader)
        if party is not None and party.id != "various" and party.level != "person":
            own = _is_one_of(items[k], words)
            return Label(items[k], None, None, for_whom(words)) if own else Label(items[k], party, item, None)
    if any(item.low in _PLEDGES for item in words):
        return Label(items[k], None, None, for_whom(words))
    owner = next((item for n, item in enumerate(words) if owns_money(words, n)), None)
    if owner is not None:
        return Label(items[k], owner.party, owner, None)
    decided = _decided(heading, reader)
    return Label(items[k], *decided, None) if decided is not None and decided[0] != items[k].party else None


def _that_hands_on(items: list[Item], a: int) -> Label | None:
    """Read "- Lund Endowment: 5m to Mora College": who opens a line gives what it says goes to somebody else."""
    k = a - 2
    bullet = k > 0 and items[0].low in _BULLETS
    if k < 0 or k > bullet + (items[bullet].low == "the") or items[k + 1].low != ":" or items[k].head != "org":
        return None
    behind = items[a + 1 : a + 4]
    to = bool(behind) and behind[0].low == "to"
    whom = next((item for item in behind[1:] if item.low != "the"), None)
    named = whom is not None and (whom.kind == "party" or whom.text[:1].isupper())
    party = items[k].party or next(iter(items[k].donors), None)
    return Label(items[k], party, items[k], None) if to and named and party is not None else None


def _hands_on(items: list[Item], k: int, a: int) -> bool:
    """Read "- Malta: 5m to UNHCR for Chad": a state that nobody helps gives what its line says goes to an agency."""
    party = items[k].party
    behind = [item for item in items[a + 1 : a + 4] if item.low != "the"]
    to = a == k + 2 and len(behind) > 1 and behind[0].low == "to" and behind[1].kind == "party"
    return to and party is not None and party.kind == "country" and party.id not in oda_recipients()


_DECIDING = ("approv", "grant", "award", "sign", "commit", "allocat", "releas", "disburs")
_ABOVE = 4  # sentences above a heading in which its body decides


def _decided(heading: Sentence, reader: Reader) -> tuple[Party, Item] | None:
    """Give the bank or charity that decides on gifts above a heading that names none ("The following were approved:").

    What such a body lists under the names of countries goes to them.
    """
    if not heading.text.rstrip().endswith(":"):
        return None
    count = 0
    for earlier in reader.before(heading, limit=_BACK):
        if _in_entry(earlier, reader):
            continue
        words = reader.items(earlier)
        for n, item in enumerate(words):
            acts = (stands(words, n) and not takes(words, n)) or _organ_of(words, n)
            if acts and any(word.low.startswith(_DECIDING) for word in words[n + 1 :]):
                party = party_of(item, words, earlier, reader)
                if party is not None and party.level in ("multilateral", "foundation"):
                    return party, item
        count += 1
        if count == _ABOVE:
            break
    return None


def _is_one_of(label: Item, words: list[Item]) -> bool:
    """Whether a label is of one that the heading says give ("Norway and Chile have promised help:", "Chile: 5m")."""
    own = label.party.id if label.party is not None else None
    givers = (item for n, item in enumerate(words) if stands(words, n) and not takes(words, n))
    return any(own is not None and party.id == own for item in givers for party in (item.party, *item.donors) if party)


def _organ_of(words: list[Item], n: int) -> bool:
    """Read "the Board of Governors of the Bank has approved": the party at `n` decides through an organ of its own."""
    j = n - 1 - (words[n - 1].low == "the")
    return j > 0 and words[j].low == "of" and words[j - 1].low.endswith(("council", "board", "directors", "governors"))


def _in_entry(sentence: Sentence, reader: Reader) -> bool:
    """Whether a sentence is of a paragraph that a label opens, which no dateline is ("PARIS - The Bank has")."""
    words = reader.items(reader.paragraph(reader.at(sentence.start)[0])[0])
    k = _label_at(words)
    return k is not None and not (words[k].text.isupper() and words[k + 1].low != ":")


def label_gives(items: list[Item], a: int) -> bool:
    """Read "Chad: Will give 5m", "Chad: Donated 5m": the label does what the line's first verb says."""
    label = _label_at(items)
    if label is None:
        return False
    k = opens = label + 2
    while k < a and (items[k].low in HELPERS or items[k].low in _ALSO or is_adverb(items[k].low)):
        k += 1
    if k >= a or not items[k].has("verb", "give"):
        return False
    acts = k > opens or items[k].low.endswith(("ed", "s")) or items[k].low in ("gave", "sent", "put")
    rest = items[k + 1 :]
    noun = bool(rest) and rest[0].low in ("of", "for", "to", "from")  # "Chad: Grants for wells, 5m"
    return acts and not noun and items[opens].text[:1].isupper() and not any(item.low == "by" for item in rest)


def _announces_list(heading: Sentence, reader: Reader) -> bool:
    """Whether a sentence opens a list: it ends in a colon, stands alone as a heading, or is prose before bullets."""
    return heading.text.rstrip()[-1:] not in (".", "!", "?", "”", '"') or _bulleted(heading, reader)


def _bulleted(heading: Sentence, reader: Reader) -> bool:
    """Whether the line behind a sentence begins with a bullet."""
    return reader.text[heading.end : heading.end + 40].lstrip()[:1] in _BULLETS


def _is_giver(item: Item) -> bool:
    """Whether a label is of a state or a bank of nations that gives aid."""
    party = item.party
    return party is not None and (party.id in dac_members() or party.level == "multilateral")


def _label_within(items: list[Item], a: int) -> int | None:
    """Read "— Iraq: 45 million; — Spain, 15 million; Italy, 10 million": the label at once before the amount."""
    if a < 3 or items[a - 1].low not in (",", ":", "–", "—") or items[a - 3].low not in _PARTS:
        return None
    return a - 2 if items[a - 2].kind == "party" and items[a - 2].party is not None else None


def owns_money(words: list[Item], n: int) -> bool:
    """Read "Where Swiss funds go", "Norway's gifts": whose money a heading tells of."""
    party = words[n].party
    if party is None or party.kind not in ("country", "agency", "body") or words[n].head:
        return False
    behind = words[n + 1 : n + 4]
    owns = party.form == "demonym" or (bool(behind) and behind[0].low == "'s")
    return owns and any(item.has("noun", "give") for item in behind)


def _label_at(items: list[Item]) -> int | None:
    """Where the party that opens a line and stands before a colon or a dash is; None where there is none."""
    k = 1 if items and items[0].low in _BULLETS else 0
    k += k < len(items) and items[k].low == "the"
    named = k + 1 < len(items) and items[k].kind == "party" and items[k].party is not None
    return k if named and items[k + 1].low in _COLONS else None


def label_id(items: list[Item]) -> str | None:
    """Give the id of the party that opens a line and stands before a colon or a dash."""
    k = _label_at(items)
    party = items[k].party if k is not None else None
    return party.id if party is not None else None


def lead(sentence: Sentence, reader: Reader) -> Sentence | None:
    """Give the sentence that opens the list: the nearest before that is no line of it."""
    for earlier in reader.before(sentence, limit=_BACK):
        words = reader.items(earlier)
        line = reader.text[reader.text.rfind("\n", 0, earlier.start) + 1 : earlier.start + 1].lstrip()[:1]
        if line.isdigit() and _NUMBERED.match(reader.text, reader.text.rfind("\n", 0, earlier.start) + 1):
            continue
        plain = words and line not in _BULLETS and words[0].low not in _BULLETS and _label_at(words) is None
        if plain and not _in_entry(earlier, reader):
            return earlier
    return None


def for_whom(words: list[Item]) -> str | None:
    """Give the country behind "for" or "to" in the sentence that opens a list."""
    for k, item in enumerate(words[1:], start=1):
        before = words[k - 2].low if words[k - 1].low == "the" and k > 1 else words[k - 1].low
        if item.party is not None and item.party.kind in ("country", "place") and before in ("for", "to"):
            return item.party.id
    return None


def giver_of(label: Label) -> Found | None:
    """Give who gives in a labelled line: the label, or the giver of the whole list."""
    party = label.giver if label.giver is not None else label.item.party
    item = label.giver_item or label.item
    return Found(party, item, "listed", item.text) if party is not None else None


def receiver_of(label: Label | None) -> tuple[str, str | None] | None:
    """Give whom a labelled line names as the receiver, id and words; None where it names none."""
    if label is None or label.item.party is None:
        return None
    if label.giver is not None:
        return label.item.party.id, label.item.text
    return (label.receiver, None) if label.receiver is not None else None
