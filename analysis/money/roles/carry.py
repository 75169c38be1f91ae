"""The giver of the sentences before, for a clause that leaves its giver to them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.corpus.sentences import Sentence
from analysis.money.roles.donors import Found, with_others
from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.subjects import receives, stands
from analysis.money.text.verbs import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, Verb, is_verb
from analysis.money.text.words import Cue, cue_index, is_adverb, open_nouns, tokens


def carried(sentence: Sentence, reader: Reader) -> Found | None:
    """Give the giver of the sentences before, for a sentence that names none ("The aid is worth 5m")."""
    weak = None
    for earlier in reader.before(sentence, limit=4):
        if not reader.goes_on(earlier, sentence):
            continue
        if not _may_tell(earlier.text):  # asked before the sentence is cut into items
            continue
        items = reader.items(earlier)
        if not any(_tells(item.cues) for item in items):
            continue
        for k, item in enumerate(items):
            if (
                item.kind != "party"
                or not stands(items, k)
                or (item.anaphor and item.head != "office")
                or receives(items, k)
                or _denies(items, k)
                or _has_sum(items, k)
            ):
                continue
            party = party_of(item, items, earlier, reader)
            if party is None or party.kind == "place" or party.id == "various" or party.level == "person":
                continue
            if party.id != reader.topic():
                return with_others(party, item, "carried", items, earlier, reader)
            weak = weak or Found(party, item, "carried", item.text)
    return weak


def _denies(items: list[Item], k: int) -> bool:
    """Whether the party at `k` denies or refuses what the sentence tells."""
    after = items[k + 1 : k + 4]
    return any(item.has("verb", "reason") and any(cue.value == "denied" for cue in item.cues) for item in after)


def _has_sum(items: list[Item], k: int) -> bool:
    """Read "will go to Mali (5m) and Chad (2m)": what stands behind a name in brackets is its own share."""
    return k + 2 < len(items) and items[k + 1].low == "(" and items[k + 2].kind == "amount"


def _tells(cues: Iterable[Cue]) -> bool:
    """Whether a word may tell of giving."""
    return any(cue.sense in _TELLING.get(cue.pos, ()) for cue in cues)


@lru_cache(maxsize=32)
def _may_tell(text: str) -> bool:
    """Whether a sentence holds a word that may tell of giving; those before an amount are before the next one, too."""
    return not _telling_words().isdisjoint(tokens(text))


_TELLING = {"verb": ("give", "weak", "chain"), "noun": ("give",)}


@cache
def _telling_words() -> frozenset[str]:
    """Give the first words of what may tell of giving."""
    return frozenset(first for first, phrases in cue_index().items() if any(_tells(cues) for _, cues in phrases))


def may_carry(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> bool:
    """Whether the clause leaves its giver to the sentences before, rather than having a doer of its own.

    "The grant will be spread over two years" and "It is worth 5m" do; "Insurers
    expect to pay 5m" has a doer, who is no known party.
    """
    if verb is None or verb.passive:
        gift = noun is not None and noun.cue.sense == "give"
        return gift or (verb is not None and verb.cue.sense == "give") or any(i.has("noun", "give") for i in items[:a])
    if verb.cue.sense == "receive" and not _FROM & {item.low for item in items[verb.index + 1 : a + 4]}:
        return True  # "Uganda got 5m for clinics", not "... in taxes"
    before = items[: min(verb.head, a)]
    words = [item for item in before if item.kind in ("word", "party") and item.low not in PREPOSITIONS]
    if not words:
        return True
    return any(item.has("noun", "give") or item.anaphor or item.has("head") for item in words[-5:])


_FROM = frozenset(["from", "in", "by"])
_STANDING_IN = frozenset(["it", "this", "these", "they"])


def resumes_gift(items: list[Item], sentence: Sentence, reader: Reader) -> bool:
    """Whether a sentence opens with "it" or "this" and the one before tells of a gift ("It consists of 5m for ...")."""
    if items[0].low not in _STANDING_IN or len(items) < 2 or not is_verb(items, 1):
        return False
    before = next(iter(reader.before(sentence, limit=1)), None)
    if before is None or not reader.goes_on(before, sentence):
        return False
    told = reader.items(before)
    gift = any(item.has("noun", "give") and item.low not in open_nouns() for item in told)
    return gift and not any(item.has("noun", "reason") or item.low == "?" for item in told)


def has_doer(items: list[Item], a: int, verb: Verb | None) -> bool:
    """Whether the clause has a doer of its own whom nobody knows ("Insurers expect to pay 5m").

    A pronoun is none ("we report 5m"): who it stands for was only not found.
    """
    if verb is None or verb.passive:
        return False
    end = min(verb.head, a)
    start = max((k + 1 for k in range(end) if items[k].low in _OPENS), default=0)
    before = items[start:end]
    if any(item.has("noun", "give") or item.anaphor for item in before):
        return False
    return any(item.head in ("human", "org") or (item.kind == "word" and _plain(item)) for item in before)


_OPENS = frozenset([";", ":", "that", "while", "but", ","])
_SMALL = PREPOSITIONS | DETERMINERS | BE | HAVE | MODALS | frozenset(["therefore", "thus", "also", "and", "there"])


def _plain(item: Item) -> bool:
    return item.low.isalpha() and item.low not in _SMALL and not is_adverb(item.low)
