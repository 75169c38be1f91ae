"""Where names that no register lists begin and end: "the Rotary Club of Lund", "Nasser al-Misri", "Bread For The Poor".

Runs of capitals are one name with the small words, marks and owners that join them; some words open
a sentence as well as a name.
"""

import re
from functools import cache

from analysis.money.text.items import Item, is_name
from analysis.money.text.words import plural, vocabulary

_JOINERS = frozenset("of for and & the de del van von al bin ibn da di du dos la el der den .".split())


# What is named by "of": "the National Bank of ...", but not "Blue Timber of Lund".
_OF = frozenset(
    """bank university church society union school association federation federations club clubs league diocese dioceses
    archdiocese community congregation congregations band chamber guild institute college sisters brothers brotherhood
    knights daughters friends order lodge lions circle fellowship women parish parishes assembly synod circuit academy
    group rotarians company""".split()
)


_FOR = frozenset("foundation fund trust society association institute".split())


# Whose a body is, inside its name: "the Kumasi Women's Association".
_OWNERS = frozenset(["women", "men", "children", "people", "fishermen", "policemen", "alumni"])


# "the Class of 1975", "Local 1199", "Branch 415"
_NUMBERED = frozenset(["class", "local", "lodge", "chapter", "post", "branch", "troop", "squadron"])


def is_deed(items: list[Item], k: int) -> bool:
    """Read "Vask Pledges 5m" in a headline of capitals: what is done with a sum is no part of the doer's name."""
    if k + 1 >= len(items) or items[k + 1].kind != "amount" or not items[k].text[:1].isupper():
        return False
    return any(cue.form == "third" and cue.sense in ("give", "receive") for cue in items[k].cues)


_FIRST = frozenset("first second third one".split())  # words that open sentences, and names of bodies


def opens_name(items: list[Item], i: int) -> bool:
    """Read "First Coast Credit Union", "A. Lund": names that open with a word, or a letter, that seldom opens one."""
    word, after = items[i], items[i + 1 : i + 3]
    if len(word.text) == 1 and len(after) == 2:
        return word.text.isupper() and after[0].text == "." and after[0].start == word.end and is_name(after[1])
    if word.low not in _FIRST or not word.text[:1].isupper() or not after or not is_name(after[0]):
        return False
    end = name_end(items, i + 1)
    return end > i + 2 and bool(kind_of(items[i + 1 : end])) and not items[end - 1].low.endswith("s")


def body_after(items: list[Item], i: int) -> bool:
    """Read "the Aino Lehto Foundation": a body that goes by the name of a listed person, which stands at `i`."""
    return i + 1 < len(items) and is_name(items[i + 1]) and bool(kind_of(items[i + 1 : name_end(items, i)]))


def _hyphen(items: list[Item], k: int) -> bool:
    """Whether a hyphen at `k` joins two words, and does not end a dateline ("DHAKA - Japan")."""
    return items[k].low == "-" and items[k].start == items[k - 1].end


def name_end(items: list[Item], i: int) -> int:
    """Give where the run of capitals that begins at `i` ends, with what joins them; `i` where none begins."""
    end = i
    while end < len(items) and end - i < _LONGEST:
        if end > i and is_deed(items, end):
            break
        given = end == i and (items[end].kind == "party" or items[end].low in _OPENING)
        if items[end].kind == "party" and end > i > 0 and items[i - 1].low in ("in", "at"):
            break  # "In Geneva Norway pledged"
        if is_name(items[end]) or given or (items[end].kind == "party" and end > i):
            end += 1
            continue
        size = (_joiner(items, i, end) or _small_inside(items, end)) if end > i else 0
        if not size:
            break
        end += size
    return end


_LONGEST = 12  # words of a name
_OPENING = _FIRST | {"a", "i", "q"}


_SMALL = frozenset("above all for the of and to in our every each with without across beyond".split())


def _small_inside(items: list[Item], k: int) -> int:
    """Give how many small words at `k` are in capitals within a name ("Bread For The Poor"), but not in a headline."""
    end = k
    while end < len(items) and items[end].low in _SMALL and items[end].text[:1].isupper():
        end += 1
    if end == k or end == len(items) or not is_name(items[end]) or items[end].start == items[end - 1].end:
        return 0
    plain = sum(item.kind == "word" and len(item.text) > 4 and item.text.islower() for item in items)
    return end - k if plain > 1 else 0


def _joiner(items: list[Item], i: int, end: int) -> int:
    """Give how many items at `end` go on with the name that began at `i`, with the word they join to it; else 0."""
    join, after = items[end].low, items[end + 1] if end + 1 < len(items) else None
    if join.isdigit() and items[end - 1].low in _NUMBERED and len(join) <= 4:
        return 1
    if after is None or join in _QUOTES:
        return _nickname(items, i, end)
    if join == "and" and after.low == "the":
        return _with_seas(items, end)
    if join == "-":
        return _hyphened(items, i, end)
    if join in ("'", "'s"):
        return 2 if _owned_inside(items, i, end) or _prefixed(items, end) else 0
    if join == "of":
        return _of(items, i, end)
    if join in _PARTICLES and after.low == "-" and end + 2 < len(items) and is_name(items[end + 2]):
        return 3 if after.start == items[end].end else 0  # "Nasser al-Misri"
    return 2 if join in _JOINERS and is_name(after) and _joins(items, i, end) else 0


_QUOTES = frozenset('"“‘')
_CLOSING = frozenset('"”’')
_NICKNAME = 3  # words of a nickname, at most
_PARTED_BY_AND = {"Asia": ("Pacific", "Far"), "America": ("Caribbean",), "Americas": ("Caribbean",), "East": ("North",)}


def _with_seas(items: list[Item], end: int) -> int:
    """Read "Fund for Asia and the Pacific", "Bank for Latin America and the Caribbean"."""
    behind = items[end + 2] if end + 2 < len(items) else None
    return 3 if behind is not None and behind.text in _PARTED_BY_AND.get(items[end - 1].text, ()) else 0


def _nickname(items: list[Item], i: int, end: int) -> int:
    """Give how many items a name in quotes inside another takes up, with the surname behind: 'Bo "The Oak" Lund'."""
    for size in range(1, _NICKNAME + 1):
        close = end + 1 + size
        if close + 1 >= len(items) or not items[close - 1].text[:1].isupper():
            return 0
        if items[close].text in _CLOSING:
            glued = items[end].end == items[end + 1].start and items[close - 1].end == items[close].start
            apart = items[end - 1].end < items[end].start and items[close].end < items[close + 1].start
            return size + 3 if glued and apart and is_name(items[close + 1]) and end == i + 1 else 0
    return 0


_FIRMS = frozenset(["co", "inc", "corp", "bros", "ltd"])


def _joins(items: list[Item], i: int, end: int) -> bool:
    """Whether a small word at `end` joins two parts of a name and not two names."""
    join, before = items[end].low, items[end - 1]
    if join == "." and _abbreviated(before) and before.end == items[end].start:
        return True  # "St. Ambrose", "Ida F. Lund"
    if join == "." and before.low in _FIRMS and before.end == items[end].start and kind_of(items[end + 1 : end + 4]):
        return True  # "the Lund Motor Co. Fund"
    if join == "for" and before.low in _FOR:
        return True  # "the Al-Dana Foundation for Orphans"
    if join == "and" and end > i + 2 and items[end - 2].low == "for" and items[end - 3].low in _FOR:
        # "Fund for Economic and Social Growth", but "Fund for Peace and Vask Shipping".
        behind = items[end + 2] if end + 2 < len(items) else None
        named = behind is not None and (is_name(behind) or behind.kind == "party")
        return named and not kind_of(items[end + 1 : end + 4])
    linked = join in ("and", "for", ".", "the")
    return not linked or bool(kind_of(items[end : end + 4]) and not kind_of(items[i:end]))


_PARTICLES = frozenset(["al", "el", "ul", "as", "ad", "ar"])


def _abbreviated(word: Item) -> bool:
    return word.low == "st" or len(word.text) == 1


# How the second half of an adjective ends ("Kuwait-based", "Oslo-bound"), which ends no given name.
_DESCRIBING = (
    "ed",
    "ing",
    "born",
    "led",
    "run",
    "built",
    "made",
    "bound",
    "wide",
    "owned",
    "style",
    "side",
    "era",
    "hit",
)


def _hyphened(items: list[Item], i: int, end: int) -> int:
    """Read "Al-Dana", "Dairy Co-operative", "Chen Shu-mei"; the dash of a dateline stands free ("DHAKA - Japan")."""
    after = items[end + 1]
    if not _hyphen(items, end) or after.start != items[end].end:
        return 0
    society = items[end - 1].low == "co" and after.low in ("op", "ops", "operative", "operatives")
    if is_name(after) or after.kind == "party" or society:
        return 2
    given = end - i > 1 and after.low.isalpha() and not after.cues and not after.low.endswith(_DESCRIBING)
    behind = items[end + 2] if end + 2 < len(items) else None
    dated = after.low in ("day", "saint") and behind is not None and is_name(behind)  # "Latter-day Saints"
    return 2 if given or dated else 0


def _owned_inside(items: list[Item], i: int, end: int) -> bool:
    """Read "the Sundar Traders' Association", "the Women's Institute": an owner within the name of a body."""
    owner, after = items[end - 1], items[end + 1]
    if owner.kind != "word" or items[end].start != owner.end or after.start == items[end].end or not is_name(after):
        return False
    if items[end].low == "'s":
        of_one = end > i + 1 and after.low in _FOR  # "Ole Lund's Foundation"
        return owner.low in _OWNERS or of_one or (end == i + 2 and items[i].low == "st") or _is_shop(items, i, end)
    several = end > i + 1 and owner.low in _groups()  # "the Royal Nurses' Circle"
    return owner.low.endswith("s") and (several or bool(kind_of(items[end + 1 : end + 3])))


def _is_shop(items: list[Item], i: int, end: int) -> bool:
    """Read "Bo's Fisheries": one capital owns one other, in the plural, which alone names nobody."""
    after, behind = items[end + 1], items[end + 2] if end + 2 < len(items) else None
    alone = behind is None or not (is_name(behind) or behind.low in _JOINERS or behind.kind == "party")
    shop = after.low.endswith("s") and not after.cues and kind_of([after]) != "foundation"
    return end == i + 1 and alone and shop and not items[i].cues


def _prefixed(items: list[Item], end: int) -> bool:
    """Read "O'Malley", "N'Diaye": a mark between a letter and the name that it opens, without a blank."""
    before, after = items[end - 1], items[end + 1]
    glued = before.end == items[end].start and items[end].end == after.start
    return glued and len(before.text) == 1 and is_name(after)


def _of(items: list[Item], i: int, end: int) -> int:
    """Read "the Rotary Club of Lund", "the Community Foundation of the Hills", "the Sisters of the Holy Well"."""
    known = items[end - 1].low in _OF or (end == i + 2 and items[i].low == "community" and items[i + 1].low in _FOR)
    if items[end - 1].low in _NUMBERED and items[end + 1].low.isdigit():
        return 2
    goes_on = items[i].low in _OF and items[i + 1].low == "of"  # "the Church of Jesus Christ of ..."
    if end > i + 1 and not (known or goes_on):
        return 0  # "Blue Timber of Lund": where it is
    if is_name(items[end + 1]) or (known and items[end + 1].kind == "party"):
        return 2
    behind = items[end + 2] if end + 2 < len(items) else None
    return 3 if known and items[end + 1].low == "the" and behind is not None and is_name(behind) else 0


_SEVERAL = re.compile("[A-Z]{2,}s")


def of_counted(items: list[Item], start: int, end: int) -> bool:
    """Whether capitals name things that are counted, and nobody: "200 Lynx Armoured Carriers", "(APCs)"."""
    if end == start + 1 and _SEVERAL.fullmatch(items[start].text):
        return True
    while start and is_name(items[start - 1]):
        start -= 1
    return items[end - 1].low.endswith("s") and start > 0 and items[start - 1].text.replace(",", "").isdigit()


def kind_of(words: list[Item]) -> str:
    """Kind of giver that the words of a name give away; empty where none does."""
    foundations, companies = _kinds()
    for word in reversed(words):
        low = word.low.strip(".")
        if low in foundations:
            return "foundation"
        if low in companies:
            return "company"
    return ""


def level_of(name: str) -> str:
    """Give the kind of giver that the words of a name give away; empty where none does.

    >>> level_of("the Lund Ocean Foundation"), level_of("Loan Programs Office")
    ('foundation', '')
    """
    foundations, companies = _kinds()
    words = [word.strip(".,") for word in name.lower().split()]
    known = (
        ("foundation" if word in foundations else "company" if word in companies else "") for word in reversed(words)
    )
    return next((level for level in known if level), "")


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """Give the words of the names of foundations, and of firms."""
    kinds = vocabulary()["companies"]
    return frozenset(kinds["foundation"]), frozenset(kinds["company"])


@cache
def _groups() -> frozenset[str]:
    """Give the plurals of what people are, whose own a body may be."""
    return frozenset(plural(noun) for noun in vocabulary()["described"]["person"]) | {"ladies"}
