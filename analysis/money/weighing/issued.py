"""Gifts told in the papers of a donor state, whose giver no clause names: they are the state's own.

A list of grants ("**Lund Bridge** will receive $5 million") does not say in each line who awards them, and what is
said to give is a law, a programme or a notice ("The first NOFO provides $5 million"). Whose paper it is, is told by
the text (`Reader.house`); a firm or a charity that a line names as who gives keeps its gift.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.money.roles.standing import Place
from analysis.money.roles.unions import is_union
from analysis.money.text.items import Item
from analysis.money.text.list_items import above, before_lists, item_at
from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import Party, is_fund
from analysis.money.text.reader import Reader
from analysis.money.text.subjects import stands
from analysis.money.text.unlisted import SERVICES
from analysis.money.text.verbs import before_verb
from analysis.money.text.voice import is_hostile
from analysis.money.weighing.second import given
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_PRIVATE = frozenset(["company", "foundation", "person"])
_LIKELY = 0.4  # how likely what somebody "will receive" is given, from which the paper's own state gives it
_LIKELIER = 0.47  # and how likely any other sum that nobody is said to give
_UNSURE = 0.5  # highest score of such a claim
# What no body is called whose own money it is: a law, a programme, a notice, an office of the state, a work.
_MEANS = re.compile(
    r"(?:\b(?:Programs?|Programmes?|Initiatives?|Grants?|Awards?|Law|Act|Plan|Infrastructure|NOFO|Response|Relief|Funding|"
    r"Assistance|Financing|Challenge|Compact|Supplemental|Era|Services|Revolving\sFunds|Inventor(?:y|ies)|Department|Interior|"
    r"Treasury|Agriculture|Bureau|Office|Administration|Development|Package|Formula|Prizes?|Competition|Bridge|Dam|"
    r"Expressway|Highway|Interchange|Tunnel|Canal)"
    r"|\sFund)$",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(r"\b(?:Secretary|Administrator|Commissioner|Ambassador|Envoy|Coordinator)\b[^.;]{0,100}$")
_ABROAD = frozenset(["government", "multilateral"])
_OWN_WORDS = re.compile(
    r"(?:(?:the\s)?President|[Ww]e|[Oo]ur|I|(?:the\s)?(?:Department|Office|Bureau|Secretary)\b.*)$", re.DOTALL
)
_SEATED = re.compile(
    r"(?:\bat\s(?:the\s)?(?:\d{4}\s)?|\w-)$"
)  # "a fund housed at the World Bank", "U.S.-ASEAN Futures"
_MEETING = re.compile(r"(?:['’]s?)?\s(?:\w+['’]?\s){0,2}(?:Summit|Ministerial|Forum|Conference|Meeting)\b")
_OFFICIAL_IN = re.compile(r"\b(?:Secretary|Administrator|Commissioner|Ambassador|Envoy)\b")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&-]{1,7}")
_SHORT = re.compile(r"\s?\((?P<short>[A-Z][A-Z0-9&-]{1,7})\)")  # the acronym that explains a name
_EXPLAINED = 60  # characters before a bracket in which its acronym is explained
_FROM = re.compile(r"\b(?:by|from)[\s*_]+(?:the[\s*_]+)?$")
_TOWARDS = re.compile(r"\b(?:to|with|for|at|of)[\s*_]+(?:the[\s*_]+)?$")
_LABELS = re.compile(r"[—–:][\s*_]*$")  # "Lund Airport, Ohio—$5 million", which receives
_FEDERAL = re.compile(r"(?:\s(?:in|of))?\s(?:new\s|additional\s)?federal\b")  # "awarded a $5 million federal grant"
_SPEAKS = re.compile(r"\b(?:I|[Ww]e|my|our)\b")
_ABOVE = 3000  # characters before an amount in which the heading of its list stands
_NEAR = 600  # characters before an amount in which its receiver is named, or in its paragraph
_OFTEN = 5  # times that a paper names a country that it is about
_SERVICES = SERVICES - {"fund"}
_OFFICES = frozenset(["Department", "Office", "Bureau", "Ministry"])
_HOUSE = frozenset(["government", "voice", "own government", "it"])  # what stands for the state itself


def with_issuer(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give the gifts of nobody, or of what is no body, to the state whose paper the text is.

    What such a state gives goes to no country that only another part of its paper names. `places` are by claim id.
    """
    found = [_issued(claim, places.get(claim.claim_id), reader) for claim in claims]
    return [
        replace(claim, recipient=None) if _is_place(claim) and _is_unlikely(claim, reader) else claim for claim in found
    ]


def _is_place(claim: Claim) -> bool:
    """Whether countries or a region, and no fund or union of them, were guessed to receive."""
    return claim.recipient is not None and not (is_fund(claim.recipient) or is_union(claim.recipient))


def _is_unlikely(claim: Claim, reader: Reader) -> bool:
    return _is_far_guess(claim, reader) or _is_of_other_item(claim, reader)


def _is_of_other_item(claim: Claim, reader: Reader) -> bool:
    """Whether a receiver was guessed for an item of a list, though only other items name it, and seldom."""
    if claim.exclude_reason not in _COUNTED or claim.recipient is None or claim.recipient_text is not None:
        return False
    item = item_at(claim.start, reader)
    own = claim.recipient.split()
    if item is None or reader.kind != "paper" or any(reader.times_named(one) >= _OFTEN for one in own):
        return False
    spans = [item, *above(item[0], reader), before_lists(reader)]
    return not any(party.id in own for low, high in spans for party, _, _ in reader.places(low, high))


def _is_far_guess(claim: Claim, reader: Reader) -> bool:
    """Whether a paper that goes from one matter to the next names the receiver that was guessed far above alone."""
    if claim.exclude_reason not in _COUNTED or claim.recipient is None or claim.recipient_text is not None:
        return False
    if reader.house is None or claim.donor != reader.house.id or reader.kind != "paper":
        return False
    own = claim.recipient.split()
    if any(reader.times_named(one) > _OFTEN for one in own):
        return False  # which the paper is about
    opens = reader.around(claim.start)[0]
    item = item_at(claim.start, reader)
    heads = (*above(item[0], reader), before_lists(reader)) if item is not None else ()  # what a list is part of
    spans = [(max(0, min(opens, claim.start - _NEAR)), claim.start + len(claim.sentence)), *heads]
    return not any(party.id in own for low, high in spans for party, _, _ in reader.places(low, high))


def _issued(claim: Claim, place: Place | None, reader: Reader) -> Claim:
    if place is None or (claim.exclude_reason not in _COUNTED and claim.exclude_reason != "no_donor"):
        return claim
    house = reader.house
    if house is None or house.id in (claim.recipient or "").split():
        told = claim.recipient_text and reader.kind != "paper"  # a state's own paper tells what its parts receive
        house = None if claim.exclude_reason == "no_donor" or house is None or told else house
    if house is None:
        return claim
    if claim.exclude_reason == "no_donor":
        return _received(claim, place, house, reader)
    open_end = _is_open(claim, place) if claim.donor is None else _is_no_giver(claim, place, reader)
    open_end = open_end or _is_misread(claim, house, place, reader)
    open_end = open_end or (claim.donor_level in _PRIVATE and _FEDERAL.match(reader.text, claim.end) is not None)
    return _of(claim, house) if open_end else claim


def _of(claim: Claim, house: Party) -> Claim:
    own = claim.recipient == house.id and claim.recipient_text is None
    made = replace(claim, donor=house.id, donor_text=None, donor_level="government")
    return replace(made, recipient=None) if own else made


def _received(claim: Claim, place: Place, house: Party, reader: Reader) -> Claim:
    """Count what somebody is to receive, or what a paper tells in a phrase, if the words around make a gift likely."""
    verb = place.verb
    if reader.kind == "paper" and given(place, reader.in_context) >= _LIKELIER:
        return replace(_of(claim, house), exclude_reason="", confidence=min(claim.confidence, _UNSURE))
    if verb is None or verb.passive or verb.cue.sense != "receive" or given(place, reader.in_context) < _LIKELY:
        return claim
    subject = before_verb(place.items, verb.head)
    if subject >= 0 and place.items[subject].low in ("you", "i", "we", "they", "he", "she"):
        return claim
    return replace(_of(claim, house), exclude_reason="", confidence=min(claim.confidence, _UNSURE))


def _is_open(claim: Claim, place: Place) -> bool:
    """Whether a clause leaves its giver open: nobody does its verb, or who does stands for the state."""
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give":
        return True
    subject = before_verb(place.items, verb.head)
    if subject < 0:
        return True
    item = place.items[subject]
    if item.kind == "party":
        return item.anaphor in _HOUSE or item.head in ("government", "office")
    return not item.text[:1].isupper() or bool(_MEANS.search(item.text))


def _is_no_giver(claim: Claim, place: Place, reader: Reader) -> bool:
    """Whether what was read as the giver is no body that gives of its own."""
    name = claim.donor_text or ""
    at = _first_at(name, place.sentence.start, place.sentence.end, reader) if name else -1
    before = reader.text[max(0, at - 160) : at] if at >= 0 else ""
    if claim.donor == "various":
        behind = at >= claim.end and not _FROM.search(before)
        return name.lower() == "states" or (behind and reader.kind == "paper")  # who receives
    unlisted = claim.donor is not None and claim.donor.islower() and claim.donor != "anonymous"
    if not unlisted or claim.donor_level not in _PRIVATE or not name:
        return False
    if _SPEAKS.search(name) or _MEANS.search(name) or _is_of_state(name, reader):
        return True
    if at < 0:
        listed = reader.kind == "paper" and item_at(claim.start, reader) is not None
        return listed and not _acts_before(name, place, reader)
    if _FROM.search(before):  # "from the competitive portion of the grants"
        return reader.kind == "paper" and name[0].islower() and not level_of(name)
    return _does_nothing(claim, place, reader, at)


def _first_at(name: str, low: int, high: int, reader: Reader) -> int:
    """Give where a name stands between two offsets, be it over two lines; -1 where it does not."""
    found = re.compile(r"\s+".join(map(re.escape, name.split()))).search(reader.text, low, high)
    return found.start() if found is not None else -1


def _acts_before(name: str, place: Place, reader: Reader) -> bool:
    """Whether a name stands before a sentence whose verb is active, or acts or owns where it last stands before.

    Who gives what the items of a list say may be named in its heading alone.
    """
    verb, sentence = place.verb, place.sentence
    at = reader.text.rfind(name, max(0, sentence.start - _ABOVE), sentence.start)
    if at < 0:
        return False
    known = _SHORT.match(reader.text, at + len(name))
    if (verb is not None and not verb.passive) or (known is not None and known["short"] in sentence.text):
        return True
    number, index = reader.at(at)
    sentences = reader.paragraph(number)
    return bool(sentences) and _does(name, reader.items(sentences[index]))


def _does_nothing(claim: Claim, place: Place, reader: Reader, at: int) -> bool:
    """Whether an unlisted name at an offset stands where no giver does."""
    name, verb = claim.donor_text or "", place.verb
    before = reader.text[max(0, at - 160) : at]
    if claim.donor_level == "person" and (_OFFICIAL.search(before) or name == "It"):
        return True  # what a bill or a programme does is not what the person named before does
    if at >= claim.end and (reader.kind == "paper" or _TOWARDS.search(before)):
        return True
    if verb is not None and not verb.passive and verb.cue.sense == "receive":
        return True
    if reader.kind != "paper":
        return False
    behind = _TOWARDS.search(before) is not None and not _owns(name, place.items)
    if level_of(name):
        return behind
    if verb is None:
        labels = _LABELS.search(reader.text, max(0, claim.start - _NEAR), claim.start) is not None
        return behind or not (_owns(name, place.items) if labels else _does(name, place.items))
    return behind or not (not verb.passive or _owns(name, place.items))


def _is_misread(claim: Claim, house: Party, place: Place, reader: Reader) -> bool:
    """Whether a paper's own "we" or officer was read as another state's, or a giver off a meeting, a seat or a foe."""
    if claim.donor is None or claim.donor == house.id or claim.donor_level not in _ABROAD or reader.kind != "paper":
        return False
    name = claim.donor_text or ""
    if _OWN_WORDS.match(name):
        spoken = reader.voice(claim.start)
        return spoken is None or spoken.id == house.id
    at = reader.text.find(name, place.sentence.start, place.sentence.end) if name else -1
    if at < 0:
        return False
    before, after = reader.text[max(0, at - 30) : at], reader.text[at + len(name) : at + len(name) + 60]
    return bool(_SEATED.search(before) or _MEETING.match(after) or is_hostile(after))


def _is_of_state(name: str, reader: Reader) -> bool:
    """Whether an unlisted name in a state's own paper is of its people, its services or its programmes.

    Its readers know what an acronym stands for that the paper does not explain as a firm's or a foundation's.
    """
    words = name.split()
    titled = rf"{_OFFICIAL_IN.pattern}\s(?:[A-Z][\w.]*\s){{0,3}}{re.escape(words[-1])}\b"
    if reader.kind == "paper" and len(words) == 1 and re.search(titled, reader.text):
        return True
    if _OFFICIAL_IN.search(name) or words[-1].lower() in _SERVICES or (words[0] in _OFFICES and "of" in words):
        return True
    if reader.kind == "paper" and name.islower() and not level_of(name):
        return True
    if reader.kind != "paper" or len(words) > 1 or not _ACRONYM.fullmatch(name):
        return False
    explained = reader.text.find(f"({name})")
    return explained < 0 or not level_of(reader.text[max(0, explained - _EXPLAINED) : explained])


def _does(name: str, items: list[Item]) -> bool:
    """Whether who is named stands in a sentence as who does something, or owns it, or the gift is its."""
    return _owns(name, items) or any(_is_named(item, name) and stands(items, k) for k, item in enumerate(items))


def _owns(name: str, items: list[Item]) -> bool:
    return any(_is_named(item, name) and after.low == "'s" for item, after in pairwise(items))


def _is_named(item: Item, name: str) -> bool:
    return item.text == name or (item.kind == "party" and name.endswith(item.text))
