"""Verbs where they stand: whether a word is one, how it is used, what carries it.

Many words of giving are nouns too ("pledge", "grant", "fund"); what stands
beside them decides. A verb may lean on another ("decided to provide"): the
chain is kept, outermost first, because it tells the stage of the gift.
"""

from dataclasses import dataclass

from analysis.money.text.items import Item
from analysis.money.text.words import Cue, is_adverb

BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'s", "gets", "got"])
MODALS = frozenset(["will", "would", "can", "could", "may", "might", "should", "shall", "must", "won", "ll", "d"])
HAVE = frozenset(["has", "have", "had", "having", "ve"])
HELPERS = HAVE | MODALS
AUXILIARIES = BE | HELPERS
_SKIPPED = (
    BE
    | MODALS
    | HAVE
    | frozenset(
        """to not n never also already now still then just soon therefore jointly together alone today yesterday
    tomorrow         further only even again both all each do does did t initially
    formally officially previously earlier
        separately recently reportedly instead likewise ready able due expected set likely himself herself itself
        on monday tuesday wednesday thursday friday saturday sunday this week once first last month year newly
        currently immediately quickly eventually later far so it he she they we that there
        """.split()
    )
)
PREPOSITIONS = frozenset(
    """to for in of at from with against by on near via through between about toward towards across inside outside
    into over during after since under amid along alongside behind beyond despite around among within without like
    unlike per upon onto below above as than until before because
    """.split()
)
DETERMINERS = frozenset("the a an its his her their our this that these those some any each every no both".split())
FIGURE_STARTS = frozenset(
    "a an another additional further up more over nearly almost about around some at approximately roughly another "
    "the its his their as around upwards close extra fresh new half several hundreds tens millions only just".split()
)


_PUT_IN = FIGURE_STARTS | {"in"}  # "sent tents and put in 5 million"


@dataclass(slots=True)
class Verb:
    """A verb in its place: the reading that matters, how it is used, what carries it."""

    index: int
    cue: Cue
    passive: bool
    aux: frozenset[str]
    head: int  # index of the first verb of its chain ("decided" of "decided to provide")
    chain: tuple[Cue, ...]  # readings of the chain verbs, outermost first


def is_verb(items: list[Item], i: int) -> bool:
    """Tell whether the word at `i`, which may also be a noun, is a verb where it stands."""
    if not items[i].cues:  # as most words have none
        return False
    forms = {cue.form for cue in items[i].cues if cue.pos == "verb"}
    if not forms:
        return False
    before = items[i - 1] if i else None
    if "past" in forms and "base" not in forms:
        return (before is None or before.low not in _ADJECTIVAL) and not _given_that(items, i)
    if "ing" in forms:
        return _is_gerund(items, i, before)
    if before is None:
        return False
    if ("past" in forms and before.low in _BEFORE_PAST) or before.low in _BEFORE_BASE or _behind_modal(items, i):
        return True
    noun = items[i].has("noun") or items[i].has("head")
    if not noun and "third" in forms:
        return before.low not in _BEFORE_NOUN and not before.low.isdigit()
    goes_on = _goes_on(items, i, before) or ("past" in forms and _pays_in(items, i, before))
    return (not noun and goes_on) or _has_object(items, i, before)


_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozen hundred thousand more".split())
# Words before a plural noun; "that" may be a relative ("a law that sets aside").
_BEFORE_NOUN = (DETERMINERS - {"that"}) | _NUMBERS


def _given_that(items: list[Item], i: int) -> bool:
    """Tell whether the word at `i` only opens "given that ..."."""
    return items[i].low == "given" and i + 1 < len(items) and items[i + 1].low == "that"


def _goes_on(items: list[Item], i: int, before: Item) -> bool:
    """Read "has sent tents and put in 5 million": a second verb of the same subject."""
    after = items[i + 1] if before.low == "and" and i + 1 < len(items) else None
    return after is not None and (after.kind == "amount" or after.low in _PUT_IN)


def _pays_in(items: list[Item], i: int, before: Item) -> bool:
    """Read "The embassy put in 5 million"."""
    after = items[i + 1 : i + 3]
    object_follows = len(after) == 2 and (after[1].kind == "amount" or after[1].low in FIGURE_STARTS)
    return before.kind == "party" and object_follows and after[0].low in ("in", "up")


_LEAD_BASE = MODALS | {"to"}
_BETWEEN = frozenset(
    "together also soon now then still instead therefore each both all again even first shortly".split()
)


def _behind_modal(items: list[Item], i: int) -> bool:
    """Tell whether small words alone stand between a modal and the word at `i` ("will together send")."""
    k = i - 1
    while k >= 0 and items[k].low in _BETWEEN:
        k -= 1
    return 0 <= k < i - 1 and items[k].low in _LEAD_BASE


# "the provided goods": after these a participle describes; after "this" or "all" it may be a verb.
_ADJECTIVAL = DETERMINERS - {"this", "that", "those", "all", "both", "each"}
_BEFORE_PAST = HAVE | BE
_BEFORE_BASE = MODALS | {"to", "not", "and to", "never", "n't", "also", "jointly", "t", "does", "did"}


def _is_gerund(items: list[Item], i: int, before: Item | None) -> bool:
    """Tell whether "funding" or "lending" is a verb: it has an object and leans on a verb or a preposition."""
    if not (items[i].has("noun") or items[i].has("head")):
        return True
    after = items[i + 1] if i + 1 < len(items) else None
    takes = after is not None and (after.kind in ("amount", "party") or after.low in DETERMINERS)
    return takes and (before is None or before.low in BE or before.low in ("by", "of", "in", "and", "for"))


def _has_object(items: list[Item], i: int, before: Item) -> bool:
    """Tell whether a word that may be a noun has a bare subject before it and an object after it."""
    after = items[i + 1] if i + 1 < len(items) else None
    apposed = (
        i > 2 and before.low == items[i - 3].low == "," and items[i - 2].kind == "party"
    )  # "the agency, AICS, put 3m"
    subject = apposed or before.kind == "party" or before.low in ("which", "that", "who") or is_adverb(before.low)
    if not subject or after is None or (before.party and before.party.form == "demonym" and not before.head):
        return False
    return after.kind in ("amount", "party") or after.low in FIGURE_STARTS or after.low == "to" or after.low.isdigit()


def verb_at(items: list[Item], i: int) -> Verb | None:
    """Give the verb at `i` with its auxiliaries and the verbs that carry it."""
    if not is_verb(items, i):
        return None
    cues = [cue for cue in items[i].cues if cue.pos == "verb"]
    weight = {"give": 0, "reason": 1, "propose": 1, "receive": 2, "weak": 3, "chain": 4, "speech": 5}
    cue = min(cues, key=lambda c: weight[c.sense])
    aux, k = _auxiliaries(items, i)
    after = items[i + 1].low if i + 1 < len(items) else ""
    past = any(c.form == "past" for c in cues)
    passive = past and ((bool(aux & BE) and not aux & {"having"}) or (not aux and _reduced(items, i, after)))
    passive = passive or (past and not aux and _handed_by(items, i))
    head = i
    chain: list[Cue] = []
    k = _behind_place(items, _behind_count(items, _agreed(items, k))) if "to" in aux else k
    k = _behind_asked(items, k) if "to" in aux else k
    k = _second_infinitive(items, k) if "to" in aux and k > 0 and items[k].low == "and" else k
    while (
        k >= 0
        and is_verb(items, k)
        and items[k].has("verb", "chain", "reason")
        and ("to" in aux or items[i].low.endswith("ing"))
    ):
        found = items[k].cue("verb", "chain") or items[k].cue("verb", "reason")
        assert found is not None
        chain.insert(0, found)
        head = k
        outer, k = _auxiliaries(items, k)
        aux |= outer
        if "to" not in outer:
            break
    return Verb(i, cue, passive, aux, head, tuple(chain))


def _behind_asked(items: list[Item], k: int) -> int:
    """Give the verb before whom it asks in "wants parliament to approve", or `k` itself."""
    asks = k > 0 and items[k].kind == "party" and is_verb(items, k - 1) and items[k - 1].has("verb", "chain", "reason")
    wish = asks and any(cue.value in ("proposed", "request") for cue in items[k - 1].cues)
    return k - 1 if wish else k


def _behind_place(items: list[Item], k: int) -> int:
    """Give the verb before the place or day of "agreed in Jeddah to lend", or `k` itself."""
    for j in range(k - 1, max(k - 4, 0), -1):
        if items[j].low in ("in", "at", "on", "during", "after"):
            return j - 1 if items[j - 1].has("verb", "chain") and is_verb(items, j - 1) else k
    return k


def _behind_count(items: list[Item], k: int) -> int:
    """Give the verb before the count of "voted 120 to 66 to grant", or `k` itself."""
    j = k
    while j > 0 and (items[j].low.isdigit() or items[j].low in ("to", "-", "–", "by", "unanimously", "overwhelmingly")):
        j -= 1
    return j if 0 <= j < k and items[j].has("verb", "chain") else k


def _second_infinitive(items: list[Item], k: int) -> int:
    """Give the verb that carries "to send tents and (to pay 5m)" from before the first infinitive, or `k` itself."""
    for j in range(k - 1, max(k - 16, 0), -1):
        if items[j].kind == "amount" or items[j].low in (";", "that", "which"):
            break
        if items[j].low == "to" and is_verb(items, j + 1):
            return j - 1 if is_verb(items, j - 1) and items[j - 1].has("verb", "chain", "reason") else k
    return k


_AGREEMENTS = frozenset(["agreement", "deal", "pact", "memorandum", "accord", "contract", "treaty", "letter"])


def _agreed(items: list[Item], k: int) -> int:
    """Give the verb before "an agreement (to provide ...)", or `k` itself."""
    if k < 0 or items[k].low not in _AGREEMENTS:
        return k
    j = k - 1
    while j >= 0 and k - j < 4 and not items[j].has("verb", "chain"):
        j -= 1
    return j if j >= 0 and items[j].has("verb", "chain") else k


def _auxiliaries(items: list[Item], i: int) -> tuple[frozenset[str], int]:
    """Give the small words before a verb, and the index of what stands before them."""
    found = set()
    k = i - 1
    while k >= 0 and items[k].kind != "amount" and (items[k].low in _SKIPPED or _adverb(items[k])):
        if items[k].low in ("it", "he", "she", "they", "we", "that", "there") or items[k].kind == "party":
            break
        found.add(items[k].low)
        k -= 1
    return frozenset(found), k


def before_verb(items: list[Item], i: int) -> int:
    """Give the index of what stands before the verb at `i` and its small words; -1 where nothing does."""
    return _auxiliaries(items, i)[1]


def _adverb(item: Item) -> bool:
    return item.kind == "word" and is_adverb(item.low) and not item.cues and not item.text[:1].isupper()


# Verbs whose subject, in the passive, gets what stands behind them ("The gallery was given 5m").
HANDING = frozenset(
    "given granted awarded handed gifted promised offered left lent loaned paid bequeathed entrusted".split()
)


def _handed_by(items: list[Item], i: int) -> bool:
    """Read the headline "Gallery handed 5m by an heiress": handed to it, and not by it."""
    behind = items[i + 1 : i + 4]
    if items[i].low not in HANDING or len(behind) < 3 or behind[0].kind != "amount" or behind[1].low != "by":
        return False
    return behind[2].low.isalpha() and not behind[2].low.endswith("ing") and behind[2].low not in _BY_WHEN


_BY_WHEN = frozenset("monday tuesday wednesday thursday friday saturday sunday then now next the cheque check".split())


def _reduced(items: list[Item], i: int, after: str) -> bool:
    """Read "aid pledged by Japan", "$5m announced last month": a participle that leans on the noun before it."""
    if i == 0 or after not in (
        "by",
        "in",
        "last",
        "at",
        "earlier",
        "to",
        "for",
        "on",
        "this",
        "from",
        "under",
        "through",
    ):
        return False
    before = items[i - 1]
    return before.kind == "amount" or before.has("noun") or before.low in (")",)
