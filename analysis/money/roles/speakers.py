"""Givers who speak: what "we" give in an answer, a speech or a letter is given by the body or state of who speaks.

"MARTA LUND, director of the Lund Fund. ... LUND: We gave 5m to two schools, and a clinic gets 2m": the fund gives both.
Who is named in the sentence as its doer keeps the gift, and so does who gives to those that speak ("They gave us 5m").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.standing import Place
from analysis.money.text.office_states import answered_by
from analysis.money.text.parties import Party, countries, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.speakers import speaker
from analysis.money.text.verbs import before_verb
from analysis.money.text.words import oda_recipients
from analysis.records import Claim

_GIVEN = frozenset(["", "part", "no_donor"])
_OWN = re.compile(
    r"(?:we|i|our|my|us|ours)\b(?!.*\b(?:friends|partners|donors|neighbou?rs|allies|supporters|members|sponsors)\b)"
    r"|(?:all|both|most) of us\b",
    re.IGNORECASE,
)
# What stands for the state, or for the body, of who speaks.
_STATE = re.compile(
    r"(?:^(?=[A-Z])|\b(?i:the|our|my|this)\s)(?i:government|cabinet|ministry|department|(?:prime |foreign )?minister|"
    r"secretary|deputy secretary|council|commission|agency|state|embassy)(?: (?:in|for|at) .*| of [a-z].*)?$"
    r"|\b(?:[Oo]ur|[Mm]y) \w+$"
)
_BODY = re.compile(
    r"(?:^(?=[A-Z])|\b(?i:the|our|my|this)\s)(?i:board|trustees|council|foundation|fund|trust|college|commission|"
    r"committee|agency|company|bank|charity|directors|union|group|office)(?: (?:in|of|for|at) .*)?$"
)
_WE = re.compile(r"(?:\b(?:[Ww]e|I)|^(?:[Oo]ur|[Mm]y)\b.*)$")
_TO_US = re.compile(
    r"\b(?:(?:g[ai]ve[ns]?|giving|left|lent|sent|paid|offered|promised|awarded|granted|handed|brought|told|owes?|to|for|"
    r"with) us|(?:we|I)(?:['’]ve| have| had)? (?:also |just |now )?(?:received|got|took in|raised|borrowed|collected|"
    r"had|were given|are given|get))\b"
)
_FROM = re.compile(r"\b(?:from|by) (?:the )?[A-Z]\w")

_OTHERS = re.compile(r"\b(?:[Tt]hey|[Hh]e|[Ss]he|[Tt]hose|[Pp]eople)\b(?!.*\b(?:[Ww]e|I|[Oo]ur|[Mm]y)\b)", re.DOTALL)


def with_speakers(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give what a speaker's own side gives to the state or body that the text says they speak for.

    `places` are those of amounts, by claim id.
    """
    reply = answered_by(reader)
    if reply is not None:
        return [_replied(claim, places.get(claim.claim_id), reply, reader) for claim in claims]
    return [_spoken(claim, places.get(claim.claim_id), reader) for claim in claims]


# A line of a reply that opens with who is helped: "(ii) Nepal: ...", "Bhutan – Rs. 550 crore".
_LINE = re.compile(r"[ \t*•–—-]*(?:\(?\w{1,4}[.)][ \t]*)?(?P<name>[A-ZÀ-Þ][\w.&’' -]{2,40}?)\*{0,2}[ ]?[:–—-]+[ ]")


def _replied(claim: Claim, place: Place | None, reply: tuple[Party, int], reader: Reader) -> Claim:
    """Give a sum of a government's written reply to that government, and to the country that its line opens with."""
    house, start = reply
    if claim.start < start or claim.exclude_reason not in (*_GIVEN, "other"):
        return claim
    line = _LINE.match(reader.text, reader.text.rfind("\n", 0, claim.start) + 1, claim.start)
    helped = party_named(line["name"]) if line is not None else None
    made = replace(claim, donor=house.id, donor_text=None, donor_level=house.level)
    if helped is not None and line is not None and helped.kind == "country" and helped.id != house.id:
        return replace(made, recipient=helped.id, recipient_text=line["name"], exclude_reason=_counted(claim))
    own = claim.donor_text is None or _STATE.search(claim.donor_text) is not None
    if place is not None and place.verb is not None and place.verb.passive and not _FROM.search(claim.sentence):
        own = own or claim.donor_level not in ("government", "multilateral")  # "Tents were handed over"
    return made if claim.exclude_reason in ("", "part") and own and claim.recipient != house.id else claim


def _counted(claim: Claim) -> str:
    return "part" if claim.exclude_reason == "part" else ""


def _spoken(claim: Claim, place: Place | None, reader: Reader) -> Claim:
    if place is None or not (claim.exclude_reason in _GIVEN or _is_told(claim, place)):
        return claim
    if claim.exclude_reason == "no_donor" and not _gets(place):
        return claim
    house = speaker(reader, claim.start)
    if house is None or house.id in (claim.recipient or "").split():
        return claim
    if house.id == claim.donor and claim.exclude_reason in _GIVEN:
        return claim
    if claim.exclude_reason == "no_donor" and house.level == "government":
        return claim  # what households get at home
    if not _is_own(claim, place, house, reader):
        return claim
    made = replace(claim, donor=house.id, donor_text=None, donor_level=house.level)
    if claim.exclude_reason in ("", "part"):
        return made
    return replace(made, exclude_reason="", status="disbursed" if claim.status == "requested" else claim.status)


def _is_told(claim: Claim, place: Place) -> bool:
    """Whether a sum that nobody of a register is known to get is one that the speaker's side is said to give.

    "So we gave them 250,000", "each family has had 5,000 from us, no questions asked"
    """
    if claim.exclude_reason not in _UNREAD:
        return False
    behind = place.sentence.text[claim.end - place.sentence.start :]
    if _FROM_US.match(behind):
        return _WAS_TO.search(place.sentence.text[: claim.start - place.sentence.start]) is None
    verb, subject = place.verb, _subject(place)
    if verb is None or verb.index > place.index or not _GIVES.match(place.items[verb.index].low):
        return False
    between = place.sentence.text[
        place.items[verb.index].end - place.sentence.start : claim.start - place.sentence.start
    ]
    own = subject is not None and _WE.search(subject) is not None
    return own and claim.exclude_reason == "other" and not _PARTED.search(between) and not _LONG_AGO.search(behind)


_UNREAD = frozenset(["other", "request"])
_FROM_US = re.compile(r"[^.;,]{0,20}\bfrom us\b(?! in \d)")
_WAS_TO = re.compile(r"\b(?:was|were|is|are|had|will|would|could|should)(?: to)? (?:have|get|receive)\b")
_PARTED = re.compile(r"[,;:—–]|\b(?:where|who|which|when|as|than)\b")
_LONG_AGO = re.compile(r"\b(?:in|since|between) (?:19|20)\d\d\b|\b(?:last year|years ago)\b")
_GIVES = re.compile(r"(?:gave|given?|giving|granted|donated|awarded|sent|handed|passed|pledged|matched)\b")


def _is_own(claim: Claim, place: Place, house: Party, reader: Reader) -> bool:
    """Whether nobody but the speaker's side can be meant."""
    named = claim.donor_text or ""
    if _OWN.match(named):
        return True
    if house.id in countries() and house.id in oda_recipients():
        return False  # who thanks for what others give
    sentence = place.sentence.text
    before, behind = sentence[: claim.start - place.sentence.start], sentence[claim.end - place.sentence.start :]
    if _TO_US.search(before) or _TO_US.search(behind):
        return False
    subject = _subject(place)
    own = _STATE if house.level == "government" else _BODY
    if own.search(named) or (subject and (_WE.search(subject) or own.search(subject))):
        return True
    if (
        (named and named in sentence and not _leans(named, sentence))
        or _FROM.search(sentence)
        or _OTHERS.search(before)
    ):
        return False
    return subject is None or (claim.donor is None and subject.split()[-1:] in (["it"], ["It"]))


def _leans(named: str, sentence: str) -> bool:
    """Whether a name stands only as whom money is for ("38 million is for the Lund Fund and 17 million for pumps")."""
    return re.search(rf"\b(?:is|are|was|were) (?:meant )?for (?:the )?{re.escape(named)}", sentence) is not None


def _subject(place: Place) -> str | None:
    """Give the words before a verb of giving, back to a mark or a joint; None where there is no such verb."""
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give" or verb.index > place.index:
        return None
    last = before_verb(place.items, verb.head)
    if last < 0:
        return ""
    before = place.sentence.text[: place.items[last].end - place.sentence.start]
    return _JOINT.split(before)[-1].strip()


_JOINT = re.compile(r"[,;:—–“\"]|\b(?:and|that|but|which)\b")


def _gets(place: Place) -> bool:
    """Whether the clause says that somebody gets the amount, and not from whom."""
    verb = place.verb
    return verb is not None and (verb.cue.sense == "receive" or (verb.cue.sense == "give" and verb.passive))
