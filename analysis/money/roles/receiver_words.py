"""Whom a gift goes to, in the words of the text, where no register lists who that is.

A hospice, a school or "six churches" have no id, yet whoever reads a ledger asks who was given the money. The words
are those of the phrase that stands where a receiver stands: behind the verb ("awarded the hospice 5m"), led to
behind the sum ("gave 5m to the hospice"), as the subject of receiving ("the hospice was given 5m"), or beside the
sum in a list ("the hospice, 5m; the school, 2m"). They make no receiver's id and decide nothing about the gift.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.standing import Place
from analysis.money.text.items import Item, is_name
from analysis.money.text.name_runs import level_of
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_verb
from analysis.money.text.whole import GIFT_REASONS
from analysis.records import Claim

_LONGEST = 14  # items of a phrase
_PUBLIC = frozenset(["government", "multilateral"])
_INSIDE = frozenset(["of", "in", "at", "near", "&", "'s", "'", "-", ".", "’s", "’"])
_STARTS = (DETERMINERS - {"this", "that", "some", "any", "every", "no"}) | frozenset(
    """six two three four five seven eight nine ten eleven twelve dozens several local rural young each nearly about
    more another other people families""".split()
)
# What money goes to that receives nothing: what it is for, or a count.
_NO_RECEIVER = frozenset(
    """cost costs total amount sum figure work works repair repairs construction research effort efforts budget appeal
    project projects programme program programmes programs plan plans purchase development improvement improvements
    building renovation restoration training use end date year years time rest same point level campaign drive scheme
    initiative purpose purposes tune one two award awards grant grants gift donation contribution largest biggest
    smallest single sum allocation allocations share prize cheque check loan first second third money pot response
    record     larger smaller bulk remainder half most need needs""".split()
)
_HELPS = frozenset(["help", "helps", "helping", "helped", "assist", "enable", "allow"])  # "will help the hospice buy"
_PRONOUNS = frozenset("it them him her us me you they he she we this that these those which who whom what i".split())
_FILLING = frozenset(
    """in grant grants loan loans donation donations gift gifts cash funding award awards each apiece towards toward
    total worth over a an year years one two three four five six more per of the contribution contributions aid
    assistance support also about money check cheque cheques checks last this week month on monday tuesday wednesday
    thursday friday saturday sunday and""".split()
)
_LEAVES = frozenset(["left", "leaves", "bequeathed", "bequeaths"])  # "left" is seldom read as a verb
_WORTH = frozenset(["worth", "valued", "appraised"])  # goods are handed, not money
_BODIES = frozenset(
    """hospital hospice shelter school college university museum library church parish pantry bank centre center clinic
    club academy theatre theater orchestra choir band brigade council association society alliance network""".split()
)
_LED = frozenset(["to", "among", "between"])
_SHARES = frozenset(["share", "shares", "shared", "split"])
_BETWEEN = frozenset(
    ["to", "also", "not", "now", "which", "who", ",", "each", "both", "all", "since", "already", "just"]
)
_ASIDES = frozenset(["which", "who", "whose", "where", "a", "an", "the", "based", "whom"])
_FAR = 14  # items behind a sum among which it is led to somebody
_GOES = frozenset(["go", "goes", "went", "going", "gone"])
_BREAKS = frozenset([",", ";", ":", "(", ")", "|", "–", "—", '"', "“", "”", "while", "but", "said", "that", "who"])
_OPENERS = frozenset(["and", "as", "-", "*", "•", "also"])
_IN_NAMES = frozenset(["and", "for", "on", "to", "with"])  # "Meals on Wheels"
_QUALIFIERS = frozenset(
    """a an about nearly almost over more another up some around just roughly some at close only additional further
    its his her their the total full whole entire combined remaining initial""".split()
)


def with_receiver_words(claims: Sequence[Claim], places: Mapping[str, Place]) -> list[Claim]:
    """Give the gifts that have no receiver the words of whom they go to, where the sentence says so.

    So, too, private gifts whose receiver is a country that was guessed.
    """
    return [_named(claim, places.get(claim.claim_id)) for claim in claims]


def _named(claim: Claim, place: Place | None) -> Claim:
    guessed = claim.recipient is None or claim.donor_level not in _PUBLIC
    if claim.exclude_reason not in GIFT_REASONS or claim.recipient_text is not None or not guessed or place is None:
        return claim
    words = receiver_words(place)
    if words is None or _overlap(words, claim.donor_text):
        return claim
    return replace(claim, recipient_text=words)


def _overlap(words: str, giver: str | None) -> bool:
    """Whether the words name the giver, who receives nothing."""
    if giver is None:
        return False
    told, given = words.lower().removeprefix("the "), giver.lower().removeprefix("the ")
    return told in given or given in told


def receiver_words(place: Place) -> str | None:
    """Give the words of whom the sum of a place goes to; None where its sentence does not say."""
    items, a = place.items, place.index
    for span in (_handed(place), _led(items, a), _receiving(place), _beside(items, a)):
        if span is not None:
            first, end = span
            only = items[first].party if end == first + 1 else None
            if only is not None and only.kind == "country":
                return None  # it would be the receiver, had nothing spoken against it
            start, stop = items[first].start - place.sentence.start, items[end - 1].end - place.sentence.start
            return " ".join(place.sentence.text[start:stop].split())
    return None


def _handed(place: Place) -> tuple[int, int] | None:
    """Read "awarded the hospice 5m", "left the foundation nearly 2m"."""
    items, a, verb = place.items, place.index, place.verb
    if verb is not None and not verb.passive and verb.index < a and verb.cue.sense in ("give", "weak"):
        first = verb.index + 1
    else:
        first = next((k + 1 for k in range(a - 1, max(a - 9, 0), -1) if items[k].low in _LEAVES), 0)
    if not first or any(item.low in _WORTH for item in items[first:a]):
        return None
    end = phrase_end(items, first)
    if end is None or end > a or items[end - 1].kind == "amount":
        return None
    if items[end].low == "of":  # "paid its first instalment of 5m"
        return None
    between = [item.low for item in items[end:a]]
    if between[:1] == ["and"]:  # "donated 18 jets and 5 million euros"
        return None
    if len(between) > 4 or any(word not in _QUALIFIERS and word not in _FILLING for word in between):
        return None
    return first, end


def _led(items: Sequence[Item], a: int) -> tuple[int, int] | None:
    """Read "gave 5m in grants to the hospice", "5m, will go to the hospice", "5m to help the hospice move"."""
    k, far = a + 1, False
    if k < len(items) and items[k].low in (",", ")") and any(item.low in _GOES for item in items[k + 1 : k + 3]):
        k += 1  # "The largest, 5m, goes to the hospice"
    while k < len(items) and k - a < _FAR:
        word, after = items[k], items[k + 1] if k + 1 < len(items) else None
        if word.low in _HELPS:
            return _helped(items, k + 1)
        if word.low in _LED and (after is None or after.low not in _HELPS):
            end = phrase_end(items, k + 1)
            return (k + 1, end) if end is not None else None
        if word.low == "for":
            end = phrase_end(items, k + 1)
            return (k + 1, end) if end is not None and _is_body(items, end - 1) else None
        far = far or (word.low in _GOES and after is not None and after.low == "to")
        passes = far or word.low == "to" or word.low in AUXILIARIES or word.low in _GOES
        passes = passes or (word.kind == "word" and (not is_verb(list(items), k) or _gives(word)))
        if not passes:
            return None
        k += 1
    return None


def _helped(items: Sequence[Item], first: int) -> tuple[int, int] | None:
    """Read "to help the parish church mend its roof": who is named, or what stands before what is done to something."""
    end = phrase_end(items, first)
    if end is None or end >= len(items) or items[end].kind != "word":
        return None
    if items[end].low in DETERMINERS and not _is_named(items[end - 1]):
        end -= 1  # what is done
    elif not _is_named(items[end - 1]):
        return None
    return (first, end) if end > first + 1 or _is_named(items[first]) else None


def _gives(word: Item) -> bool:
    return any(cue.sense == "give" for cue in word.cues)


def _is_body(items: Sequence[Item], k: int) -> bool:
    """Whether a phrase that ends at `k` names a body: "for Lund Rowing Club", not "for Lund Park"."""
    return _is_named(items[k]) and (bool(level_of(items[k].text)) or items[k].low.split()[-1] in _BODIES)


def _receiving(place: Place) -> tuple[int, int] | None:
    """Read "The hospice was given 5m", "the school gets 2m", and of two sums "... and the library 1m"."""
    items, a, verb = place.items, place.index, place.verb
    shares = a - 2 if a > 1 and items[a - 1].low in ("in", "of") else a - 1
    if shares > 0 and items[shares].low in _SHARES:
        return _phrase_before(items, _before_helpers(items, shares))
    if verb is None or verb.index >= a:
        return None
    if not (verb.cue.sense == "receive" or (verb.passive and verb.cue.sense == "give")):
        return None
    if any(item.kind == "amount" for item in items[verb.index : a]):
        return _phrase_before(items, a)
    return _phrase_before(items, _before_helpers(items, min(verb.index, verb.head)))


def _before_helpers(items: Sequence[Item], k: int) -> int:
    """Give where the subject ends whose verb stands at `k`; what stands between commas is passed."""
    while k and (items[k - 1].low in AUXILIARIES or items[k - 1].low in _BETWEEN):
        k -= 1
    if k < len(items) and items[k].low == "," and items[k - 1].low != ",":  # ", which cares for 40 children, was given"
        opens = (n for n in range(k - 1, 0, -1) if items[n].low == ",")
        return next((n for n in opens if items[n + 1].low in _ASIDES), k)
    return k


def _phrase_before(items: Sequence[Item], end: int) -> tuple[int, int] | None:
    """Give the phrase that ends before an item, from where its clause begins; what stands in apposition is passed."""
    first = end
    while first and end - first < _LONGEST:
        before = items[first - 1]
        if before.kind == "amount" or before.low in _BREAKS or _is_dash(items, first - 1):
            break
        if is_verb(list(items), first - 1):
            if not any(cue.sense == "speech" for cue in before.cues):
                return None  # "trying to save its pub has been given 5m"
            break
        if before.low in AUXILIARIES:
            break
        first -= 1
    while first < end and items[first].low in _OPENERS:
        first += 1
    if first > 1 and first < end and items[first - 1].low == "," and items[first].low in ("a", "an"):
        return _phrase_before(items, first - 1)  # "Lund House, a hospice, was given 5m"
    stop = phrase_end(items, first) if first < end else None
    return (first, stop) if stop is not None and stop >= end else None


def _is_dash(items: Sequence[Item], k: int) -> bool:
    """Whether a hyphen stands by itself, as behind a dateline ("LUND - The hospice")."""
    return items[k].low == "-" and k > 0 and items[k].start > items[k - 1].end


def _beside(items: Sequence[Item], a: int) -> tuple[int, int] | None:
    """Read "the hospice, 5m;", "the school (2m)", "Lund library (Lund): 3m": lists of whom a round gives what."""
    if not a or items[a - 1].low not in (",", "(", ":", "–", "—", "-"):
        return None
    end = a - 1
    if end > 1 and items[end - 1].low == ")":  # where it is
        end = next((k for k in range(end - 1, 0, -1) if items[k].low == "("), end)
    return _phrase_before(items, end)


def phrase_end(items: Sequence[Item], first: int) -> int | None:
    """Give where the noun phrase ends that begins at an item and may name a receiver; None where none begins."""
    if first >= len(items):
        return None
    opening = items[first]
    named = opening.kind == "party" or is_name(opening)
    many = opening.kind == "word" and opening.low.endswith("s") and not is_verb(list(items), first)
    if (
        opening.kind == "amount"
        or opening.low in _PRONOUNS
        or (opening.kind == "mark" or opening.low in PREPOSITIONS or is_verb(list(items), first))
    ):
        return None
    k = first + 1
    while k < len(items) and k - first < _LONGEST and _goes_on(items, k):
        k += 1
    body = items[k - 1].low in _BODIES  # "to engineering college", as headlines say it
    if not (named or opening.low in _STARTS or opening.low.isdigit() or many or body):
        return None
    while k > first + 1 and (
        items[k - 1].low in _INSIDE or _is_deed(items[k - 1]) or items[k - 1].low in ("and", "the", "for")
    ):
        k -= 1
    head = next((items[n - 1] for n in range(first + 1, k) if items[n].low == "of"), items[k - 1])
    demonym = k == first + 1 and opening.party is not None and opening.party.form == "demonym"
    if all(item.low in _QUALIFIERS for item in items[first:k]):  # "a further 5m"
        return None
    if demonym or head.low in _NO_RECEIVER or head.low in DETERMINERS or (k == first + 1 and not named and not many):
        return None
    return k


def _is_deed(item: Item) -> bool:
    """Whether a capitalised word is what a headline says is done ("Lund College Receives 5m")."""
    return any(cue.pos == "verb" and cue.form == "third" for cue in item.cues)


def _goes_on(items: Sequence[Item], k: int) -> bool:
    """Whether the item at `k` is of the phrase that stands before it."""
    item = items[k]
    after = items[k + 1] if k + 1 < len(items) else None
    if item.kind == "party" or is_name(item):
        return True
    if item.low in _INSIDE:
        return after is not None and (
            item.kind == "mark" or after.kind == "party" or is_name(after) or after.low in DETERMINERS
        )
    if item.low in _IN_NAMES:
        return after is not None and _is_named(after) and _is_named(items[k - 1])
    if item.low in DETERMINERS:
        return items[k - 1].low in _INSIDE or items[k - 1].low in DETERMINERS  # "in the hills", "all the schools"
    if item.kind != "word" or item.low in PREPOSITIONS or item.low in AUXILIARIES or item.low in _PRONOUNS:
        return False
    return item.low not in ("who", "which", "that", "so", "each", "next", "last", "this", "or") and not is_verb(
        list(items), k
    )


def _is_named(item: Item) -> bool:
    return item.kind == "party" or is_name(item)
