"""Who gives and who receives where the clause does not say: from the rest of the text.

A giver is filled in only where a short text tells of one alone and the clause
has no other doer; a receiver from the gift told before or from what the text
is about, in a long text only where that country is spoken of nearby. A role
that is printed is never replaced.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.corpus.sentences import Sentence
from analysis.money.roles.described import description_id, is_description
from analysis.money.roles.helped import helped, turned_to
from analysis.money.roles.home_money import givers_of_aid, pays_in
from analysis.money.roles.listed_states import with_listed_states
from analysis.money.terms.instruments import LENDERS
from analysis.money.text.parties import countries, is_fund
from analysis.money.text.position import opens_subject
from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING
from analysis.money.text.subjects import takes
from analysis.money.text.verbs import AUXILIARIES, is_verb
from analysis.money.text.whole import GIFT_REASONS, without_petty
from analysis.money.text.whose import home
from analysis.money.text.words import oda_recipients
from analysis.records import Amount, Claim

_GIFT_WORDS = re.compile(
    r"\b(?:aid|assistance|support|package|contribut\w+|donat\w+|grants?|funding|pledge\w*|help|shipments?)\b",
    re.IGNORECASE,
)

Giver = tuple[str, str | None]  # id, level


def with_sole_giver(claims: Sequence[Claim], reader: Reader, left_open: Collection[str]) -> list[Claim]:
    """Where a short text tells of one giver alone, the gifts that leave their giver open are that one's.

    `left_open` holds the ids of claims whose clause has no doer of its own.
    """
    note = len(reader.text) <= _NOTE and _GIVES.search(reader.text) is not None
    lacking = [_lacks_giver(claim, left_open) or (note and _is_open(claim)) for claim in claims]
    if len(reader.text) > OPENING or not any(lacking):
        return list(claims)
    passed = {claim.channel for claim in claims}
    named = {(c.donor, c.donor_level) for c in claims if c.donor not in (None, "various", *passed) and not _is_told(c)}
    givers = {(donor, level) for donor, level in named if donor is not None and level != "person"} or _who_acts(reader)
    getting = {one for claim in claims for one in _named_receivers(claim)}
    givers = givers or ({one for one in _only_other(reader) if one[0] not in getting} if note else set())
    givers = {one for one in givers if one[0] not in reader.foes}
    if len(givers) != 1:
        return list(claims)
    ((donor, level),) = givers
    aided = note and donor in oda_recipients()  # who is helped, but for its own money
    return [
        without_petty(_given_by(claim, donor, level))
        if lacks and not _is_helped(donor, claim) and not (aided and not _in_its_money(donor, claim))
        else claim
        for claim, lacks in zip(claims, lacking, strict=True)
    ]


def _in_its_money(donor: str, claim: Claim) -> bool:
    return claim.amount is not None and _may_pay(donor, claim.amount)


def with_note_giver(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give what a note leaves to nobody to the one state that acts in it, or is named, and whose money it is."""
    if len(reader.text) > _NOTE or not any(_is_nobodys(claim) for claim in claims):
        return list(claims)
    getting = {one for claim in claims for one in _named_receivers(claim)} | reader.foes
    acting = {one for one, _ in _who_acts(reader)} - getting
    aided = not oda_recipients().isdisjoint(reader.topics) or _OF_AID.search(reader.text) is not None
    named = (set(reader.topics) & givers_of_aid()) - getting if aided else set[str]()
    told = {one for claim in claims if claim.exclude_reason in _GAVE for one in _ids(claim.donor)} if aided else None
    return [_by_money(claim, acting, named, told) if _is_nobodys(claim) else claim for claim in claims]


# What a note of aid from state to state speaks of, where it does not say whom it helps.
_OF_AID = re.compile(
    r"\b(?:humanitarian|(?:military|development|financial) (?:aid|assistance|support)|weapons?|ammunition|munitions?|"
    r"armed forces|tanks|drones|bilateral)\b",
    re.IGNORECASE,
)


def _is_nobodys(claim: Claim) -> bool:
    open_to = claim.exclude_reason in (*_COUNTED, "no_donor") or _is_open(claim)
    return claim.amount is not None and claim.donor is None and open_to


def _by_money(claim: Claim, acting: Collection[str], named: Collection[str], told: Collection[str] | None) -> Claim:
    """Give a claim to the only one of those who act, else of those named, that pays in the money of its amount.

    In a text of aid, whose other givers are `told`, one may pay in money of the world if no other gives there.
    """
    for among in (acting, named):
        paying = [one for one in among if claim.amount is not None and _may_pay(one, claim.amount)]
        worldly = claim.amount is not None and claim.amount.currency in _OF_THE_WORLD
        if told is not None and not paying and worldly:
            paying = [*among] if len(among) == 1 and set(told) <= set(among) else []
        if len(paying) > 1:
            return claim
        if paying:
            guessed = claim.recipient == paying[0] and claim.recipient_text is None
            if guessed and paying[0] in oda_recipients():
                return claim  # who is helped, by somebody who is not named
            level = countries()[paying[0]].level if paying[0] in countries() else "multilateral"
            return replace(claim, donor=paying[0], donor_level=level, recipient=None if guessed else claim.recipient)
    return claim


_OF_THE_WORLD = frozenset(["USD", "EUR"])  # in which states give whose own money is another


def _may_pay(giver: str, amount: Amount) -> bool:
    return pays_in(giver, amount) if giver in countries() else giver == "EU" and amount.currency == "EUR"


def _is_told(claim: Claim) -> bool:
    """Whether the giver of a claim is told by what they are alone ("a widow in Cork")."""
    words = claim.donor_text
    return words is not None and claim.donor in ("anonymous", description_id(words)) and is_description(words)


_NOTE = 1_200  # characters of a note that tells of one gift
_GIVES = re.compile(
    r"\b(?:giv|gave|gift|donat|transfer|deliver|send|sent\b|ship|grant|provi[ds]|support|aid\b|assist|contribut|pledg|drawdown|package)\w*",
    re.IGNORECASE,
)


def _is_open(claim: Claim) -> bool:
    """Whether nobody is known to give or to do what a note says of a sum: its worth, its cost, its share."""
    return claim.donor is None and claim.exclude_reason in ("other", "price", "market_rate", "budget")


def _only_other(reader: Reader) -> set[Giver]:
    """Give the one country that a note names beside the one it is about."""
    topic = reader.topic()
    others = {key for key, weight in reader.topics.items() if key != topic or not weight} & set(countries())
    return {(next(iter(others)), "government")} if len(others) == 1 else set()


def _lacks_giver(claim: Claim, left_open: Collection[str]) -> bool:
    if claim.donor is not None or claim.claim_id not in left_open:
        return False
    told = claim.exclude_reason == "other" and bool(_GIFT_WORDS.search(claim.sentence))
    return told or claim.exclude_reason in GIFT_REASONS


def _named_receivers(claim: Claim) -> list[str]:
    """Give those whom a claim of a gift names as who gets it."""
    return _ids(claim.recipient) if claim.recipient_text and claim.exclude_reason in GIFT_REASONS else []


def _is_helped(donor: str, claim: Claim) -> bool:
    """Whether a claim names the giver among several who receive; one alone may be a wrong guess."""
    receivers = _ids(claim.recipient)
    return len(receivers) > 1 and donor in receivers


def _given_by(claim: Claim, donor: str, level: str | None) -> Claim:
    reason = "" if claim.exclude_reason == "no_donor" and claim.recipient is not None else claim.exclude_reason
    return replace(claim, donor=donor, donor_level=level, exclude_reason=reason, confidence=min(claim.confidence, 0.4))


def _who_acts(reader: Reader) -> set[Giver]:
    """Give the countries and bodies whose offices are named or who do something in the text."""
    found: set[Giver] = set()
    for sentence in reader.sentences():
        items = reader.items(sentence)
        for k, item in enumerate(items):
            party = item.party
            if party is None or party.kind == "place" or party.id == "various" or takes(items, k):
                continue
            acts = k + 1 < len(items) and (is_verb(items, k + 1) or items[k + 1].low in AUXILIARIES)
            if item.head in ("office", "government") or party.kind == "agency" or (acts and opens_subject(items, k)):
                found.add((party.id, party.level))
    return found


_COUNTED = frozenset(["", "part"])
_GAVE = frozenset(["", "part", "restatement"])  # reasons of what somebody gives, or gave


def with_receivers(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Gifts without a receiver take that of the gift before them, else the country the article is about."""
    givers = {one for claim in claims if claim.exclude_reason in _GAVE for one in _ids(claim.donor)}
    filled: list[Claim] = []
    earlier: Claim | None = None
    together = _together(claims)
    for claim in with_listed_states(claims, reader):
        gift = (
            claim.exclude_reason in GIFT_REASONS
            and (claim.donor is not None or not claim.exclude_reason)
            and not is_pooled(claim, reader)
        )
        if gift and set(_ids(claim.recipient)) <= set(_ids(claim.donor)):
            own = set(_ids(claim.donor))
            beside = {one for other in claims if other.sentence == claim.sentence for one in _ids(other.donor)}
            known = (
                _of_all(_still_told(claim, earlier, reader), together, own)
                or helped(reader, own, others=givers, until=_sentence(claim, reader).end)
                or (helped(reader, own | beside) if len(reader.text) <= OPENING else None)
                or _scene(claim, reader)
            )
            filled.append(replace(claim, recipient=_if_near(known, claim, reader)))
            continue
        if gift and not claim.exclude_reason:
            earlier = claim
        filled.append(claim)
    return filled


def _together(claims: Sequence[Claim]) -> str | None:
    """Give those for whom a text says at first that many give, where they are several: what follows tells its parts."""
    first = next((claim for claim in claims if not claim.exclude_reason and claim.amount is not None), None)
    if first is None or first.recipient_text is None or first.donor not in (None, "various"):
        return None
    return first.recipient if len(_ids(first.recipient)) > 1 else None


def _of_all(told: str | None, together: str | None, givers: set[str]) -> str | None:
    """Give all for whom a text says that gifts are in place of the one of them that was told of last."""
    several = set(_ids(together))
    return together if told is not None and set(_ids(told)) < several and not several & givers else told


def is_pooled(claim: Claim, reader: Reader) -> bool:
    """Whether a gift that names no receiver is for no one country: it joins others in a fund or a bank of nations."""
    return _into_pool(claim, reader) or reader.is_of_fund


def _into_pool(claim: Claim, reader: Reader) -> bool:
    """Whether a gift goes into a fund of many, or a long text says that a state gives it to a bank of nations."""
    if is_fund(claim.channel):
        return True
    return len(reader.text) > OPENING and claim.donor_level == "government" and claim.channel in LENDERS


def _ids(parties: str | None) -> list[str]:
    return parties.split() if parties is not None else []


def _still_told(claim: Claim, earlier: Claim | None, reader: Reader) -> str | None:
    """Give the receiver of the gift told before, unless it gives here, or the one the text has gone on to."""
    told = earlier.recipient if earlier is not None else None
    if earlier is None or told is None or set(_ids(claim.donor)) & set(_ids(told)):
        return None
    return turned_to(reader, earlier.end, claim.start, {*_ids(told), *_ids(claim.donor)}) or told


def _scene(claim: Claim, reader: Reader) -> str | None:
    """Give the country of the dateline or the one named most, where what comes there from abroad stays there."""
    if claim.donor_level not in ("foundation", "company", "multilateral"):
        there = home(reader)
        return there.id if there is not None and there.id in oda_recipients() - set(_ids(claim.donor)) else None
    known = home(reader) or (reader.main if reader.leads(3) else None)
    return known.id if known is not None and known.id not in _ids(claim.donor) else None


def _sentence(claim: Claim, reader: Reader) -> Sentence:
    number, index = reader.at(claim.start)
    return reader.paragraph(number)[index]


def _if_near(known: str | None, claim: Claim, reader: Reader) -> str | None:
    """Give a receiver that was looked up, if the text still speaks of it where the gift is told."""
    if known is None:
        return None
    near = reader.near(_sentence(claim, reader))
    return known if near is None or near >= set(known.split()) else None
