"""Who does what the clause of a gift says, where no rule found its giver: by the phrase that stands there.

`donors` asks for parties, and for descriptions whose head is listed. Here the whole phrase before the verb, or
behind "by", is read, whatever its words; `doer_names` says whom it names, tells or stands for. Asked only of
gifts that count without a giver, so that no amount counts for it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.described_roles import Told
from analysis.money.roles.doer_names import named, sole_before, told
from analysis.money.roles.standing import Place
from analysis.money.text.doer_phrases import DAYS, WHEN, Span, acts, ending, is_capital, is_verbal, opening, phrase
from analysis.money.text.items import Item
from analysis.money.text.reader import Reader
from analysis.money.text.subjects import HANDLED, TAKEN_IN
from analysis.money.text.unlisted import SERVICES
from analysis.money.text.verbs import BE, MODALS, Verb, before_verb, is_verb, verb_at
from analysis.money.text.words import is_adverb
from analysis.records import Claim

_NEXT = 3  # items from a verb of giving to the amount that it gives, where only its words say that it is a gift
_REACH = 14  # items behind an amount in which "by" is looked for
_TRAILING = frozenset(
    """also itself himself herself themselves alone too now then already still once again both meanwhile moreover
    however instead though""".split()
)
# Whose doer says what is given is worth: "the Customs Board valued them at 5m".
_VALUING = frozenset(
    """values valued estimates estimated appraised assessed quantifies quantified calculates calculated""".split()
)
# What acts for a state, by the last word of its name: the state gives, as the rules found.
_STATELY = frozenset(
    """giant state nation republic neighbour neighbor side team unit mission contingent bank lender office
    service agency corps authority institute centre center organisation organization almoner representative
    institution agencies services offices bureau survey administration department departments ministries intent
    intention pledge offer""".split()
)


def with_doers(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give the gifts that count without a giver to whoever does what their clause says.

    Where only a country was read off the doer's name ("the Dutch royal house"), the doer takes its place.
    `places` are those of amounts, by claim id.
    """
    return [_with_doer(claim, places.get(claim.claim_id), reader) for claim in claims]


def _with_doer(claim: Claim, place: Place | None, reader: Reader) -> Claim:
    if place is None or claim.exclude_reason not in ("", "no_donor"):
        return claim
    if claim.exclude_reason:
        return _of_doer(claim, place, reader)
    if claim.donor is None:
        here = _doer(place, reader)
        found = here or sole_before(place.sentence, reader)
    else:
        here = found = _whole_name(claim, place, reader)
    if found is None:
        return claim
    if found[0].id in (claim.recipient or "").split():
        if here is None or claim.recipient_text is not None or claim.recipient != found[0].id:
            return claim
        claim = replace(claim, recipient=None)  # guessed for want of a giver
    return replace(claim, donor=found[0].id, donor_text=found[1].text, donor_level=found[0].level)


# Whose calling it is to give, as no firm's or law's is: "a consortium of philanthropies announced 5m".
_GIVERS = re.compile(
    r"\b(?:philanthrop|foundations?\b|charit|donors?\b|development banks|governments\b|nations\b|allies\b)", re.I
)


def _of_doer(claim: Claim, place: Place, reader: Reader) -> Claim:
    """Count a gift that was left out as nobody's where a phrase right before its verb of giving tells of givers."""
    items, verb = place.items, place.verb
    if claim.donor is not None or verb is None or not _governs(verb, place.index):
        return claim
    if verb.cue.sense != "give" or verb.aux & MODALS - {"will"} or "to" in verb.aux:
        return claim
    if place.index - verb.index > _NEXT:
        return claim  # "have committed 5m towards the 10m goal"
    span = ending(items, _subject_end(items, before_verb(items, verb.head)))
    found = told(items, replace(span, gives=True), place.sentence, reader) if span is not None else None
    if found is None or _GIVERS.search(found[1].text) is None or found[0].id in (claim.recipient or "").split():
        return claim
    return replace(claim, exclude_reason="", donor=found[0].id, donor_text=found[1].text, donor_level=found[0].level)


def _doer(place: Place, reader: Reader) -> Told | None:
    """Give who gives an amount, by a phrase of its sentence."""
    found = (told(place.items, span, place.sentence, reader) for span in _spans(place))
    return next((one for one in found if one is not None), None)


def _whole_name(claim: Claim, place: Place, reader: Reader) -> Told | None:
    """Give who does what the verb says, where the country that was found is only a word of that phrase."""
    items, verb = place.items, place.verb
    if claim.donor_level != "government" or not claim.donor_text or verb is None or not _governs(verb, place.index):
        return None
    span = ending(items, _subject_end(items, before_verb(items, verb.head)))
    if span is None or any(_of_state(item) for item in items[span.start : span.end]):
        return None
    last = items[span.end - 1]
    at = next((k for k in range(span.start, span.end - 1) if items[k].text == claim.donor_text), None)
    if at is None or items[at].anaphor or items[at + 1].low == "'s" or last.low.split()[-1] in _STATELY:
        return None
    known = last.kind == "party" and (last.party is not None or bool(last.anaphor))
    return None if known else named(items, span, place.sentence, reader)


def _of_state(item: Item) -> bool:
    """Whether a word of a phrase says that a state or an office of it acts, or that several do."""
    return item.low in ("and", "or") or item.low in SERVICES or item.head in ("government", "office")


def _governs(verb: Verb, a: int) -> bool:
    """Whether what a verb says of the amount at `a` is done by the subject before it."""
    return not verb.passive and verb.head < a and verb.cue.sense != "receive"


def _spans(place: Place) -> Iterator[Span]:
    """Give the phrases that may tell the giver of an amount, the surest first."""
    items, a = place.items, place.index
    found = (
        _gapped(items, a, place.verb),
        _agent(items, a),
        *_subjects(items, a, place.verb),
        _cleft(items, a),
        _of_participle(items, a),
    )
    yield from (span for span in found if span is not None)


def _gapped(items: list[Item], a: int, verb: Verb | None) -> Span | None:
    """Read "Vask has given 5m and Lundia 2m": the name before a further amount, where the verb is understood."""
    if verb is None or verb.passive or verb.cue.sense == "receive" or not is_capital(items[a - 1]):
        return None
    span = ending(items, a - 1)
    if span is None or items[max(span.start - 1, 0)].low not in ("and", ",", "while", ";", "the"):
        return None
    earlier = next((k for k in range(span.start - 1, verb.index, -1) if items[k].kind == "amount"), None)
    handed = earlier is not None and earlier > verb.index + 1 and is_capital(items[earlier - 1])
    return None if earlier is None or handed else span  # "gave Oxfam 5m and Caritas 2m"


def _agent(items: list[Item], a: int) -> Span | None:
    """Give what stands behind "by" or "from" after an amount ("5m left by the retired pilot Ida Lund")."""
    for k in range(a + 1, min(a + _REACH, len(items) - 1)):
        low = items[k].low
        if items[k].kind == "amount" or low in (";", ".", ":"):
            return None
        sends = low == "from" and items[k - 1].kind != "party" and not items[k - 1].low.endswith("s")
        if low == "by" and (items[k - 1].low in HANDLED or items[k - 1].low in TAKEN_IN):
            return None
        if low == "by" or sends or (low == "of" and items[k - 1].low == "gift" and items[k - 3].low in BE):
            span = phrase(items, k + 1, len(items))
            if span is not None and _is_cut(items, span):
                return None
            return replace(span, definite=False) if span is not None else None  # "by the lake" stands for nobody
    return None


def _is_cut(items: list[Item], span: Span) -> bool:
    """Read "from the Harbour, Rail and Roads Fund": a phrase that ends at its first comma is only part of the name."""
    if span.end >= len(items) or items[span.end].low != "," or not is_capital(items[span.end - 1]):
        return False
    end = next((k for k in range(span.end, len(items)) if not _lists(items[k])), len(items))
    return items[end - 1].low.split()[-1] in SERVICES and any(item.low == "and" for item in items[span.end : end])


def _lists(item: Item) -> bool:
    return item.low in (",", "and", "&") or is_capital(item)


def _subjects(items: list[Item], a: int, verb: Verb | None) -> Iterator[Span | None]:
    """Give the phrases before the verb that governs, before a verb of giving near by, and at the start."""
    if verb is not None and (verb.passive or verb.cue.sense == "receive"):
        return
    if verb is not None and verb.head < a:
        span = ending(items, _subject_end(items, before_verb(items, verb.head)))
        yield replace(span, gives=verb.cue.sense == "give") if span is not None else None
    near = _giving_before(items, a, verb)
    if near is not None:
        yield ending(items, _subject_end(items, before_verb(items, near.head)))
    if verb is None or verb.head < a:
        first = opening(items, a)
        if first is not None and any(item.low in _VALUING for item in items[first.end : a]):
            return
        idle = first is not None and verb is None and (_undergoes(items, first.end) or _heads_list(items, first))
        yield None if idle else first


def _heads_list(items: list[Item], span: Span) -> bool:
    """Read "Additional 5m", "Boilers, heaters and 20 pumps; 5m": one word that opens a note tells what is given."""
    k = span.end
    if k != span.start + 1 or items[span.start].kind != "word":
        return False
    return items[k].kind == "amount" or (
        items[k].low == "," and k + 2 < len(items) and items[k + 2].low in (",", "and")
    )


def _undergoes(items: list[Item], k: int) -> bool:
    """Read "the clinic was built with 5m": what stands before is no doer."""
    return k + 1 < len(items) and items[k].low in BE and is_verbal(items, k + 1) and not is_adverb(items[k + 1].low)


def _giving_before(items: list[Item], a: int, verb: Verb | None) -> Verb | None:
    """Give the verb of giving nearest before the amount at `a`, beside the one that governs it."""
    for k in range(a - 1, 0, -1):
        if items[k].kind == "amount" or items[k].low == ";":
            return None
        if items[k].has("verb", "give") and is_verb(items, k) and (verb is None or k != verb.index):
            near = verb_at(items, k)
            return near if near is not None and not near.passive else None
    return None


def _subject_end(items: list[Item], last: int) -> int:
    """Give the last item of a subject before adverbs, a relative, and what is said of it between commas."""
    for _ in range(3):
        while last >= 0 and (is_adverb(items[last].low) or items[last].low in _TRAILING):
            last -= 1
        if last > 0 and items[last].low in ("who", "that", "which"):
            last -= 1
        last = _behind_time_and_place(items, last)
        if last > 0 and items[last].low == ",":
            comma = next((k for k in range(last - 1, max(last - 16, 0), -1) if items[k].low == ","), None)
            last = comma - 1 if comma is not None else last - 1
    return last


def _behind_time_and_place(items: list[Item], last: int) -> int:
    """Give the last item before "on Friday", "yesterday in Warri" or what stands in brackets behind a subject."""
    if last > 1 and items[last].low == ")":
        return next((k - 1 for k in range(last - 1, max(last - 10, 0), -1) if items[k].low == "("), last)
    if last > 1 and items[last - 1].low in ("in", "at") and items[last].text[:1].isupper() and _timed(items[last - 2]):
        last -= 2
    if last > 0 and _timed(items[last]):
        last -= 1 + (items[last - 1].low == "on")
    return last


def _timed(item: Item) -> bool:
    return item.low in DAYS or item.low in WHEN


def _cleft(items: list[Item], a: int) -> Span | None:
    """Read "It was the magnate Ida Lund who gave 5m"."""
    return phrase(items, 2, a) if [item.low for item in items[:2]] == ["it", "was"] else None


def _of_participle(items: list[Item], a: int) -> Span | None:
    """Read "Having sent coats worth 5m, the guild ...": a participle's doer is the subject that follows."""
    if items[0].low not in ("having", "after", "besides", "by"):
        return None
    comma = next((k for k in range(a + 1, len(items)) if items[k].low == ","), None)
    span = phrase(items, comma + 1, len(items)) if comma is not None else None
    return span if span is not None and acts(items, span.end) else None
