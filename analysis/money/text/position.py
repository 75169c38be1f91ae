"""Where a party stands in its clause: as the subject, or behind a preposition, a verb, or in a list.

There is no parser here: what stands before a name, and before the list it is
in, decides.
"""

from analysis.money.text.items import Item
from analysis.money.text.verbs import AUXILIARIES, BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, is_verb
from analysis.money.text.words import is_adverb

_OPENERS = frozenset(
    [",", ":", "“", '"', "‘", "'", "(", ")", "”", "–", "—", "-", ";", "…", "*", "’", "•", "[", "]", "."]
)
_JOIN = frozenset(
    "and or but while that which who because if when as after before although though whereas so where whether "
    "meanwhile also both since until how why than yesterday today what finally lastly then again next".split()
)


def opens_subject(items: list[Item], i: int) -> bool:
    """Whether the party at `i` stands where a subject stands, not behind a preposition or a verb."""
    k = i - 1
    if items[i].low in _NOMINATIVE:
        return True
    if _ends_sentence(items, i) and not (k >= 0 and items[k].has("verb", "speech")):  # "Go ahead, Jordan."
        return False
    if k > 0 and items[k].low in BE and items[k - 1].low == "there":  # "then there is Britain, which"
        return True
    if k >= 0 and items[k].low == "that":  # "said that Malta", not "that country"
        return True
    named = _glossed(items, i)
    first = _coordinated(items, i) if named is None else named
    if first is not None and (named is not None or not _rules_verb(items, i)):
        return opens_subject(items, first)
    return _after_opener(items, i)


def _after_opener(items: list[Item], i: int) -> bool:
    """Whether what stands before the party at `i` and its own modifiers lets a subject begin."""
    k = i - 1
    if items[i].head == "government" and k >= 0 and items[k].head == "human":  # "the Lund-Berg administration"
        k -= 1
    k -= titled(items, i)
    while k >= 0 and (
        (items[k].low in DETERMINERS and items[k].low != "that") or items[k].low in _KINDS or _adjective(items[k])
    ):
        k -= 3 if items[k].low in ("based", "born") and k >= 2 and items[k - 1].low == "-" else 1
    if k >= 0 and items[i].head in ("human", "org") and _does(items, i) and _describe(items, k, i):
        return True
    relative = [item.low for item in items[i + 1 : i + 3]] in ([",", "whose"], [",", "which"], [",", "who"])
    k -= _apposed(items, k) if relative or _rules_verb(items, i) else 0
    if k < 0:
        return True
    before = items[k]
    if before.low in PREPOSITIONS and before.low not in ("as", "because", "after", "before", "since", "until", "than"):
        return False
    if before.low in _ASKING and items[-1].low == "?" and (not k or items[k - 1].low in _QUESTIONS):
        return True  # "What is Norway doing for Mali?"
    if _behind_phrase(items, k) and _rules_verb(items, i):
        return True
    if before.low == "and" and k > 1 and items[k - 1].kind == "party" and items[k - 2].low == "between":
        return False  # "a memorandum between Tokyo and Dushanbe provides"
    return _owned(items, k, i) or opens(items, k, i)


def _owned(items: list[Item], k: int, i: int) -> bool:
    """Read "Vietnam's Vingroup will": the owner before the name at `i` opens the clause."""
    owner = k > 0 and items[k].low == "'s" and items[k - 1].kind == "party"
    firm = owner and items[i].head in ("human", "org") and " " not in items[i].text
    return firm and _rules_verb(items, i) and opens_subject(items, k - 1)


def opens(items: list[Item], k: int, i: int) -> bool:
    """Whether the item at `k`, before a party and what describes it, lets a subject begin."""
    before = items[k]
    city = before.head == "human" or (before.party is not None and before.party.form == "capital")
    if city:  # "In Geneva Norway pledged"
        return k > 0 and items[k - 1].low in ("in", "at") and _rules_verb(items, i)
    dated = before.low in _DATES or (before.low.isdigit() and len(before.low) == 4)  # "On Thursday Norway pledged"
    speaks = before.has("verb", "speech") and before.low not in _ADDRESSES  # not "she told members"
    return before.low in _OPENERS or before.low in _JOIN or dated or speaks


_LONGEST = 4  # words that describe a name before it


_NO_CALLING = PREPOSITIONS | AUXILIARIES | frozenset(["whom", "not", "and", "made", "named", "called", "than"])


def _does(items: list[Item], i: int) -> bool:
    """Whether a verb follows the name at `i`, or its age or what it is and then a verb."""
    if i + 1 == len(items):
        return False
    full = " " in items[i].text  # "high-speed Internet, roads" is a list
    return _rules_verb(items, i) or (full and items[i + 1].low in (",", "("))


def _describe(items: list[Item], k: int, i: int) -> bool:
    """Whether the items up to `k` say what the name behind them is ("Shipping magnate Ida Lund gave")."""
    last = items[k]
    noun = last.text.islower() and last.text.isalpha() and not is_verb(items, k) and last.low not in _JOIN
    if not noun or last.low in _NO_CALLING or items[k + 1].low in DETERMINERS or items[i + 1].low == "'s":
        return False
    first = k
    while first >= 0 and k - first < _LONGEST and _plain(items, first):
        first -= 1
    return first < 0 or (k - first <= _LONGEST and first < k and opens(items, first, i))


def _plain(items: list[Item], k: int) -> bool:
    """Whether the item at `k` may describe a name behind it."""
    word = items[k]
    if word.kind not in ("word", "party") or word.low in _JOIN or word.low in AUXILIARIES | PREPOSITIONS:
        return False
    return not (k and is_verb(items, k) and word.text.islower())


def _behind_phrase(items: list[Item], k: int) -> bool:
    """Whether the items up to `k` are one phrase that opens the sentence ("Despite the crisis Norway gave")."""
    if items[0].low not in PREPOSITIONS or k < 1:
        return False
    inside = items[1 : k + 1]
    return not any(
        (i.kind in ("mark", "amount") or i.low in PREPOSITIONS or i.low in AUXILIARIES or is_verb(items, n))
        and i.low != "'s"
        for n, i in enumerate(inside, start=1)
    )


_OWNERS = frozenset(["its", "his", "her", "their", "our", "the", "'s"])


def _apposed(items: list[Item], k: int) -> int:
    """Give how many items up to `k` describe the name behind them ("its neighbour Sweden", "for its part")."""
    if k < 1 or items[k].kind != "word" or items[k].cues or not items[k].text.isalpha() or items[k].text[0].isupper():
        return 0
    size = (
        2
        if items[k - 1].low in _OWNERS
        else 3
        if k > 1 and items[k - 2].low in _OWNERS and _adjective(items[k - 1])
        else 0
    )
    if not size or items[k].low in PREPOSITIONS:
        return 0
    if items[k - size + 1].low == "'s" and k >= size and items[k - size].kind == "party":
        size += 1  # "Ethiopia's creditor China"
    if items[k].low == "part" and k >= size and items[k - size].low == "for":
        return size + 1
    return size if k - size < 0 or items[k - size].low not in PREPOSITIONS else 0


_TITLES = frozenset("mr mrs ms miss dr sir lord lady dame prof rev".split())


def titled(items: list[Item], i: int) -> int:
    """Give how many items before the name at `i` are its title: "Mr", or "Mr" and a stop."""
    stop = i > 1 and items[i - 1].low == "."
    return 1 + stop if items[i].head == "human" and i and items[i - 1 - stop].low in _TITLES else 0


def _ends_sentence(items: list[Item], i: int) -> bool:
    """Whether nothing follows the party at `i`, or its sentence ends with it."""
    return items[i + 1].low in (".", "?", "!") if i + 1 < len(items) else i > 0


_DATES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today tonight tomorrow then now afterwards
    says said ago year month week""".split()
)
_QUESTIONS = frozenset(["what", "how", "why", "when", "where", "which", "much", "many", ":", ","])
_ASKING = BE | HAVE | MODALS | {"do", "does", "did"}
_NOMINATIVE = frozenset(["i", "we", "he", "she", "they"])
_ADDRESSES = frozenset("told tells telling tell asked urged thanked reminded informed".split())

# What a giver is, in front of its name ("whose firm Lund Pumps gave").
_KINDS = frozenset("firm company charity foundation bank group whose brewery grower carmaker lender".split())


def _glossed(items: list[Item], i: int) -> int | None:
    """Where the name begins that the party at `i` only repeats in brackets: "the Kestrel Bank (KB)"."""
    if i < 2 or items[i - 1].low != "(" or items[i + 1 : i + 2] == [] or items[i + 1].low != ")":
        return None
    k = i - 2
    if items[k].kind == "party":
        return k
    if not items[k].text[:1].isupper():
        return None
    while k > 0 and (items[k - 1].text[:1].isupper() or items[k - 1].low in ("of", "for", "and", "the")):
        k -= 1
    while items[k].low in ("of", "for", "and", "the") and k < i - 2:
        k += 1
    return k


def _coordinated(items: list[Item], i: int) -> int | None:
    """Where the party stands that the one at `i` follows in a list: "with Chad, Mali and Niger"."""
    k = i - 1
    while k >= 0 and items[k].low in ("the", "both"):
        k -= 1
    if k < 1 or items[k].low not in (",", "and", "&"):
        return None
    k -= 2 if items[k].low in ("and", "&") and items[k - 1].low == "," else 1
    return k if k >= 0 and items[k].kind == "party" else None


def _rules_verb(items: list[Item], i: int) -> bool:
    """Whether the list that the party at `i` is in ends before a verb ("after talks with Chad, Mali pledged")."""
    k = i + 1
    while k < len(items) and (items[k].kind == "party" or items[k].low in (",", "and", "&", "the", "also", "both")):
        k += 1
    if [item.low for item in items[k : k + 2]] in (["’", "m"], ["’", "re"], ["’", "ve"], ["’", "ll"], ["’", "d"]):
        return True
    closed = items[k - 1].low == ","  # "Norway, with Chad and Mali, will": the verb is Norway's
    return (
        not closed and k < len(items) and (is_verb(items, k) or items[k].low in AUXILIARIES or is_adverb(items[k].low))
    )


def _adjective(item: Item) -> bool:
    return (
        item.kind == "word"
        and not item.cues
        and item.low.isalpha()
        and item.low not in PREPOSITIONS
        and item.low not in _JOIN
        and item.low.endswith(
            (
                "based",
                "born",
                "member",
                "ern",
                "al",
                "ful",
                "ous",
                "ic",
                "ing",
                "ish",
                "ese",
                "ive",
                "born",
                "new",
                "former",
                "largest",
                "some",
                "many",
                "several",
                "three",
                "four",
                "five",
                "six",
                "other",
            )
        )
    )


def joins_unknown(items: list[Item], item: Item) -> bool:
    """Read "Lund Heinz and its foundation gave 5m": whose it is stands beside it, though no register lists that one."""
    k = next((k for k, other in enumerate(items) if other is item), 0)
    beside = items[k - 2] if k > 1 and items[k - 1].low == "and" else None
    return beside is not None and beside.kind == "party" and beside.party is None and not beside.anaphor
