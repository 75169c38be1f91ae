"""Which description of a sentence gives: the subject of the verb, or who stands behind "by" or "from".

`described` reads the phrases; here is asked where they stand, and whom "she", "the guild" and
"its staff" go back to.
"""

import re
from dataclasses import replace
from itertools import pairwise

from analysis.corpus.sentences import Sentence
from analysis.money.roles.agents import belongs
from analysis.money.roles.described import SMALL, Phrase, description_id, may_be_place, party_told, phrases
from analysis.money.text.clauses import Noun
from analysis.money.text.items import NOT_NAMES, Item, is_name, phrase_text
from analysis.money.text.parties import Party, party_named
from analysis.money.text.position import opens
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import by_noun, party_of
from analysis.money.text.slugs import slug
from analysis.money.text.subjects import TAKING, stands
from analysis.money.text.verbs import AUXILIARIES, PREPOSITIONS, Verb, before_verb, is_verb
from analysis.money.text.words import is_adverb, open_nouns

Told = tuple[Party, Item]


def told_giver(
    items: list[Item], a: int, verb: Verb | None, noun: Noun | None, sentence: Sentence, reader: Reader
) -> Told | None:
    """Give who is told by what they are, where nobody is named as the giver of the amount at `a`."""
    phrase = subject(items, a, verb) or giver_behind(items, a, verb, noun) or distant_subject(items, a, verb)
    if phrase is not None:
        kept = phrase.level == "person" and _is_allowance(items, a)
        return None if kept else as_party(items, phrase, sentence, reader)
    return _standing_in(items, a, verb, sentence, reader)


def _name_behind(items: list[Item], k: int) -> tuple[int, int] | None:
    """Give where the name of "a software firm, Baltkods." stands, if a comma at `k` sets one off."""
    if k >= len(items) or items[k].low != ",":
        return None
    end = next(
        (j for j in range(k + 1, len(items)) if items[j].kind == "mark" and items[j].low not in ("&", "-", "'s")),
        len(items),
    )
    return (k + 1, end) if _is_whole_name(items, k + 1, end) else None


def _is_allowance(items: list[Item], a: int) -> bool:
    """Whether an amount comes every week or month: what people send their kin so is no gift."""
    amount = items[a].amount
    if amount is not None and amount.per in ("day", "week", "month"):
        return True
    behind = [item.low for item in items[a + 1 : a + 10]]
    return any(one == "every" and two in ("day", "week", "month") for one, two in pairwise(behind))


def as_party(items: list[Item], phrase: Phrase, sentence: Sentence, reader: Reader) -> Told:
    """Give a description as a party: one named before where it stands for that one, else by its words."""
    party, item = party_told(items, phrase)
    if phrase.start == phrase.head and phrase.end == phrase.head + 1 and phrase.level == "foundation":
        named = by_noun(item, sentence, reader) or _by_text(item, reader)
        if named is not None:
            return named, item
    body = next((one for one in items[phrase.head : phrase.end] if one.head == "org" and one.donors), None)
    if items[phrase.head].low in MEMBERS and body is not None:
        return body.donors[0], body  # "members of the Kamor Bowling Club"
    owner = _owner(items, phrase, sentence, reader)
    if owner is not None:
        first = phrase.start + 2 * bool(items[phrase.start].anaphor)  # behind "the company's"
        name = f"{owner.id.lower()}-{description_id(phrase_text(items, first, phrase.head))}"
        party = Party(name, name, "body", "name", phrase.level, item.text)
    return party, item


MEMBERS = frozenset(["members", "friends", "congregations"])  # who stand for the body they are of


def _owner(items: list[Item], phrase: Phrase, sentence: Sentence, reader: Reader) -> Party | None:
    """Give the body whose people "its staff" or "the company's staff" are, if it is known."""
    word = items[phrase.start]
    if not word.anaphor and (phrase.level != "person" or phrase.opening == phrase.start):
        return None
    if not word.anaphor:
        word = items[phrase.start - 1]
        if word.low not in ("its", "their"):
            return None
        word = Item("party", word.text, word.low, word.start, word.end, anaphor="own firm")
    found = party_of(word, items, sentence, reader)
    return found if found is not None and found.kind == "body" else None


def _standing_in(items: list[Item], a: int, verb: Verb | None, sentence: Sentence, reader: Reader) -> Told | None:
    """Give whom the subject stands for: "she" for a widow told of before, "its community trust" for itself."""
    if verb is None or verb.passive or verb.index > a or verb.cue.sense == "receive":
        return None
    last, _ = _behind_aside(items, before_verb(items, verb.head))
    if last < 0 or items[last].kind != "party" or items[last].party is not None:
        return None
    item = items[last]
    if item.anaphor.removeprefix("own ") == "firm" and _opens(items, last):
        return _firm(item, sentence, reader)
    return _told_before(items, last, sentence, reader) if item.low in _PRONOUNS else None


_HELPS = frozenset(["foundation", "charity", "trust", "club"])
_FAR = 8  # sentences before in which a firm is named


def _firm(item: Item, sentence: Sentence, reader: Reader) -> Told | None:
    """Give the firm or charity that "the company" goes back to, or what it is called where no name is found."""
    determiner, _, words = item.text.partition(" ")
    noun, own = words.rpartition(" ")[2], item.anaphor.startswith("own ")
    if noun in _HELPS and not own:
        named = _by_text(item, reader)
        if named is not None:
            return named, item
    name = _named_before(sentence, reader) if determiner.lower() in ("its", "the") else None
    if name is not None and not own and noun not in _HELPS:
        return Party(slug(name), slug(name), "body", "name", "company", name), item
    if " " not in words and (noun not in _HELPS or (own and name is None)):
        return None
    ident = slug(f"{name} {words}" if name is not None and own else words)
    return Party(ident, ident, "body", "name", "foundation" if noun in _HELPS else "company", words), item


_WORD = r"[A-Z][\w’'&-]*"
# "the Kamor Valley Trust", "the Diocese of Saint Ida"
_NAME = rf"(?:{_WORD}\s+(?:(?:of|and)\s+)?){{0,6}}%s(?:\s+(?:of|for)\s+(?:the\s+)?{_WORD}(?:\s+{_WORD}){{0,4}})?"


def _by_text(item: Item, reader: Reader) -> Party | None:
    """Give the body whose whole name, with the noun of "the trust" or "the diocese" in it, stands before."""
    pattern = _NAME % re.escape(item.low.split()[-1].capitalize())
    for match in re.finditer(pattern, reader.text[: item.start]):
        words = match[0].split()
        while len(words) > 1 and words[0].lower() in NOT_NAMES:
            words = words[1:]
        if len(words) > 1:
            name = " ".join(words)
            return party_named(name) or Party(slug(name), slug(name), "body", "name", "foundation", name)
    return None


def _named_before(sentence: Sentence, reader: Reader) -> str | None:
    """Give the last name before that does something and is no person's: of one word, or a firm's."""
    for earlier in reader.before(sentence, limit=_FAR):
        words = reader.items(earlier)
        for k, other in enumerate(words):
            firm = other.head == "org" and any(party.level == "company" for party in other.donors)
            if (firm or (other.head == "human" and _is_firm(other.text, reader))) and stands(words, k):
                return other.text
    return None


def _is_firm(name: str, reader: Reader) -> bool:
    """Whether a name of one word may be a firm's: no plural, no person's surname, no place."""
    if not name.isalpha() or name.endswith("s"):
        return False
    return not re.search(rf"\b(?:[A-Z][\w.’'-]*|in|at|near|of|from|to)\s+{name}\b", reader.text)


_PRONOUNS = frozenset(["he", "she", "they", "it"])
_BACK = 2  # sentences before that are looked at for whom "she" is


def _told_before(items: list[Item], k: int, sentence: Sentence, reader: Reader) -> Told | None:
    """Give the description that the pronoun at `k` goes back to, in its sentence or the two before."""
    if items[k].low == "it":
        return _says_it(items, k)
    if _names(items[:k]):
        return None
    here = _first_subject(items[:k], items[k].low)
    if here is not None:
        return party_told(items, here)
    for earlier in reader.before(sentence, limit=_BACK):
        words = reader.items(earlier)
        if _names(words):
            return None
        found = _first_subject(words, items[k].low)
        if found is not None:
            return party_told(words, found)
    return None


def _says_it(items: list[Item], k: int) -> Told | None:
    """Read "the band announced that it will": who says so of itself."""
    for phrase in phrases(items[:k]):
        says = phrase.end < k <= phrase.end + 3 and items[phrase.end].has("verb", "speech")
        if says and phrase.level != "person" and _opens(items, phrase.opening):
            return party_told(items, phrase)
    return None


def _names(items: list[Item]) -> bool:
    """Whether somebody is named in these items, other than where, whom a pronoun behind them may stand for."""
    return any(
        item.head in ("human", "org", "office")
        and not item.anaphor
        and (k == 0 or items[k - 1].low not in PREPOSITIONS)
        for k, item in enumerate(items)
    )


def _first_subject(items: list[Item], pronoun: str) -> Phrase | None:
    """Give the first description of a sentence that does something and that a pronoun may stand for."""
    for phrase in phrases(items):
        many = items[phrase.head].low.endswith(("s", "men", "people"))
        fits = many if pronoun == "they" else not many and phrase.level == "person"
        if fits and _opens(items, phrase.opening) and phrase.end < len(items):
            return phrase
    return None


def subject(items: list[Item], a: int, verb: Verb | None) -> Phrase | None:
    """Give the description that is the subject of the verb which governs the amount at `a`."""
    if verb is None or verb.passive or verb.index > a or verb.cue.sense == "receive":
        return None
    if items[verb.index].low.startswith(_LENDS):
        return None
    last, name = _behind_aside(items, before_verb(items, verb.head))
    found = [phrase for phrase in phrases(items[: verb.head + 1]) if phrase.head <= last < phrase.end <= verb.head]
    with_them = items[verb.index].low.endswith("ing")  # "Ida Vask said all were kind, with one family giving 5m"
    told = next(
        (one for one in found if _opens(items, one.opening) or (with_them and items[one.opening - 1].low == "with")),
        None,
    )
    if told is None or (told.level == "company" and items[verb.index].low.startswith(_TELLS)):
        return None
    return _named(items, told, name)


def _named(items: list[Item], phrase: Phrase, name: tuple[int, int] | None) -> Phrase:
    """Give a phrase with the name that stands behind it, if it tells of somebody new ("a bakery, Lehto & Son")."""
    new = name is not None and items[phrase.opening].low in ("a", "an")
    return replace(phrase, name=name) if new and name is not None and not _is_where(items, phrase, name) else phrase


def _is_where(items: list[Item], phrase: Phrase, name: tuple[int, int]) -> bool:
    """Read "a bakery in Goshen, Indiana, gave": what the comma sets off is where the place before it lies."""
    start, end = name
    if not may_be_place(phrase_text(items, start, end - 1)):
        return False
    before = items[phrase.head + 1 : start - 1]
    return bool(before) and before[0].low in ("in", "from", "near", "at") and before[-1].text[:1].isupper()


_LENDS = ("lend", "lent", "loan")  # what people lend each other is no aid
_TELLS = ("announc", "unveil")  # what a firm announces is what it builds


def _behind_aside(items: list[Item], last: int) -> tuple[int, tuple[int, int] | None]:
    """Give the last item of a subject before adverbs and what is said of it between commas, and its name there."""
    while last >= 0 and is_adverb(items[last].low):
        last -= 1
    if last > 0 and items[last].low == ",":
        comma = next((k for k in range(last - 1, 0, -1) if items[k].low == ","), None)
        if comma is None:
            return last, None
        return comma - 1, (comma + 1, last) if _is_whole_name(items, comma + 1, last) else None
    if last > 0 and items[last].low in ("who", "that", "which"):
        last -= 1
        last -= items[last].low == ","
    return last, None


def _is_whole_name(items: list[Item], first: int, end: int) -> bool:
    """Whether the items up to `end` are one name ("Casa das Carteiras")."""
    words = items[first:end]
    if not words or not all(item.kind == "party" or is_name(item) for item in (words[0], words[-1])):
        return False
    return len(words) < _LONGEST_NAME and all(
        item.text[:1].isupper() or item.low in ("&", "-", "'s") or len(item.low) <= 3 for item in words
    )


_LONGEST_NAME = 7  # items


def _opens(items: list[Item], k: int) -> bool:
    """Whether a subject may begin at `k`."""
    if k == 0 or opens(items, k - 1, k) or is_adverb(items[k - 1].low):
        return True
    j = k - 1  # "In Passau guests gave"
    while j > 0 and (items[j].kind == "party" or items[j].text[:1].isupper()):
        j -= 1
    return j < k - 1 and items[j].low in ("in", "at", "on", "from") and (j == 0 or items[j - 1].kind == "mark")


def distant_subject(items: list[Item], a: int, verb: Verb | None) -> Phrase | None:
    """Give the description that opens the clause of the amount at `a`, further from its verb, or with one unknown."""
    if verb is not None and (verb.passive or verb.index > a or verb.cue.sense == "receive"):
        return None
    end = verb.head if verb is not None else a
    if verb is not None and items[verb.index].low.startswith(_LENDS):
        return None
    for phrase in reversed(list(phrases(items[:end]))):
        between = items[phrase.end : end]
        if any(item.kind == "amount" or item.low in _PARTS for item in between):
            return None
        if any(stands(items, k) for k in range(phrase.end, end) if items[k].kind == "party"):
            return None
        if _opens(items, phrase.opening) and _does(items, phrase.end):
            _, name = _behind_aside(items, end - 1) if verb is None else _behind_aside(items, before_verb(items, end))
            return _named(items, phrase, name) if phrase.level != "company" or name is not None else None
    return None


# What opens a clause that need not be the subject's own.
_PARTS = frozenset("; because when while where as if after before since until though although whereas but".split())


def _does(items: list[Item], k: int) -> bool:
    """Whether what a subject does stands at `k`: a verb, its helper, a relative clause, a word with the end of one."""
    while k < len(items) and (items[k].low in AUXILIARIES or items[k].low in SMALL or is_adverb(items[k].low)):
        if items[k].low in AUXILIARIES:
            return True
        k += 1
    if k >= len(items):
        return False
    word = items[k]
    says = word.has("verb", "speech") and not word.has("verb", "give")
    if says or word.low in TAKING or word.low in _TELLING:
        return False
    unknown = word.kind == "word" and word.text.islower() and word.low.endswith("ed")
    return word.low in ("who", "which") or unknown or is_verb(items, k)


_TELLING = frozenset(
    "cited argued complained feared noted warned hoped believed claimed lost faced earned owed".split()
)


def giver_behind(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> Phrase | None:
    """Give the description behind "by" or "from" ("2m from a widow in Cork", "paid for by the pupils")."""
    if noun is not None and noun.cue.value == "loan":
        return None
    start = min(a, noun.index if noun is not None else a)
    if verb is not None and verb.passive and verb.index < a:
        start = min(start, verb.index)
    got = verb is not None and verb.cue.sense == "receive" and verb.passive
    sources = ("from",) if got else ("by", "from")  # "received by the school from its old pupils"
    gift = noun is not None and noun.cue.sense == "give" and items[noun.index].low not in open_nouns()
    for phrase in phrases(items):
        before = phrase.opening - 1
        if before > start and items[before].low in sources and belongs(items, before, a, verb, noun):
            sells = phrase.level == "company" and items[before].low == "from" and not gift
            apart = any(item.low == ";" for item in items[start:before])
            return None if sells or apart else _named(items, phrase, _name_behind(items, phrase.end))
    return None
