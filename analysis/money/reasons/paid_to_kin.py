"""What a state or a fund pays to each family that a disaster has hit: a gift, though it is told by the head.

"The province announced compensation of 10 million each for the families of three miners", "the city is
paying 300,000 won to each affected household", "heirs of the dead are to get 2 million apiece". Reports tell these
beside what others give, and the words by the head ("each", "per household") are those of a price. What a court awards,
who may claim it, and what was paid before tell of no gift; a brief has no room for them beside its news.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.money.reasons.by_neighbours import like
from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.parties import home_of_currency
from analysis.money.text.reader import Reader
from analysis.money.text.screen import sparse
from analysis.records import Claim

# Reasons that stand for want of a word of giving, or for the words around ("lost its roof", "a month").
_UNREAD = frozenset(["budget", "price", "other", "no_donor", "damage", "loss", "salary", "need"])
_GIFTS = frozenset(["", "part"])
_BEFORE, _AFTER = 300, 160  # characters of the paragraph around a sum that are read
_HEADS: Final = 20  # times that a total is of what each gets, at least

_FEW = (
    r"(?:famil(?:y|ies)|(?:next[\s-]of[\s-])?kin\b|heirs?\b|relatives|household(?:er)?s?|home\s?owners?|homes?\b|houses?\b"
    r"|survivors?|evacuees?|victims?|residents?|widows?|orphans|farmers?|fisher(?:men|folk)|injured|wounded|dead\b|deceased"
    r"|bereaved|displaced|persons?\b|workers?|those\b)"
)
# Whom ill befell, somewhere in the sentence.
_ILL = re.compile(
    r"\b(?:kill(?:ed|ing)|dead|died?|deaths?|deceased|perished|martyr\w*|bereaved|injur\w+|wounded|destroyed|damaged|displaced"
    r"|affected|flooded|inundated|lost|collapsed|homeless|evacuat\w+|evacuees|victims|survivors|hit|stricken|relocate|kin)\b",
    re.IGNORECASE,
)
# Asked of the text last, which is long: somebody is given a sum by the head.
_ASKED = sparse(
    r"\b(?:each|every|apiece|kin|heirs|(?:per|a)\s(?:family|household)|famil(?:y|ies)\sof|bereaved|displaced\sfamilies"
    r"|households|house(?:holder)?s|ex[\s-]gratia)\b",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"^(?:\s\([^)]*\))?(?:\sin\s[^.,;]{{1,25}})?,?\s(?:each\b|apiece\b|(?:to|for)\s(?:each|every)\b[^.;]{{0,30}}\b{_FEW}"
    r"|to\sthe\s(?:owners?|famil\w+|kin|next[\s-]of[\s-]kin|relatives|heirs)\sof\s(?:each|every)\b"
    r"|(?:per|a)\s(?:family|household|house|home|victim|survivor|child|head|person)\b)",
    re.IGNORECASE,
)
_BY_HEAD = re.compile(r"\s(?:each|apiece)$")  # which may be read as the sum's own
# "to the kin of the dead", "for the families of the three women": what they get is told of each.
_KIN = re.compile(
    r"^(?:\s\([^)]*\))?(?:\sin\s[^.,;]{1,25})?\s(?:to|for)\s(?:the\s)?(?:(?:next[\s-]of[\s-])?kin|heirs|bereaved|injured|wounded"
    r"|(?:famil(?:y|ies)|relatives)\sof\s(?:each|every|the\s(?:dead|deceased)|those\s(?:killed|who\sdied)))\b",
    re.IGNORECASE,
)
_ABOUT = (
    r"(?:(?:a|an|the|up|to|of|between|about|some|around|as|much|one-off|flat|another|additional|further|living|cash"
    r"|rental|monthly|emergency|allowance|bonus|grant|payment|assistance|relief|aid)\s)*$"
)
# "each affected household would get", "heirs of the dead are to be paid"
_GETS = re.compile(
    rf"\b(?:(?:each|every)\b[^.;]{{0,12}}|(?:of|whose|bereaved|displaced|affected)\b[^.;]{{0,6}}|(?=(?:heirs|kin|famil\w+|relatives"
    rf"|householders|households|home\s?owners)\b)){_FEW}[^.;]{{0,80}}"
    rf"\b(?:will|would|are|is|to|being|be)\s(?:also\s)?(?:get|receive|given|paid|handed|be\s(?:given|paid|handed))\s{_ABOUT}",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:pay(?:s|ing)?|paid|giv(?:es?|ing|en)|gave|provid(?:es?|ed|ing)|grant(?:s|ed|ing)?|hand(?:s|ed|ing)?"
    r"|announc(?:es?|ed|ing)|approv(?:es?|ed)|releas(?:es?|ed|ing)|offer(?:s|ed|ing)?|extend(?:s|ed)|distribut(?:es?|ed|ing)"
    r"|receives?|gets?|sent|transferr?(?:s|ed)?|promis(?:es?|ed)|ex[\s-]gratia|payments?)\b",
    re.IGNORECASE,
)
# Courts and laws, what is asked, what was paid before, work, and goods at so much each.
_NOT = re.compile(
    r"\b(?:court|jury|judge|tribunal|sue[ds]?|lawsuit|settlement|verdict|ordered|insur\w+|under\sthe\slaw|owes?|demand\w*|seek\w*"
    r"|ask(?:s|ed|ing)|may\s(?:get|receive|claim)|claim|eligible|entitled|should|if|earlier|initially|already|previously"
    r"|(?:has|have)\sbeen\s(?:paying|giving)|had\s(?:paid|given|announced|promised|been)|employees|wages?|salar\w+|ransom|cost(?:s|ing)?|spen[dt]s?|sold|not|never"
    r"|law\sfirm|subsid\w+|budgeted)\b",
    re.IGNORECASE,
)
_NOT_BEHIND = re.compile(
    r"\b(?:court|jury|judge|lawsuit|settlement|verdict|insurance|law\sfirm|employees|earlier|last\s(?:month|week))\b",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:at|for)\s(?:about\s|around\s)?$", re.IGNORECASE)  # "at 2 million apiece"
# A state by no name, whoever else was taken for the giver.
_STATE = re.compile(
    r"(?:\b(?:[Tt]he|(?:[A-Z]\w+\s){0,3}[A-Z]\w+)\s(?:(?:state|federal|provincial|central|union)\s)?(?:[Gg]overnment|[Ss]tate|[Cc]abinet|[Tt]reasury"
    r"|[Mm]inist(?:er|ry)|[Pp]resident|[Aa]uthorities|[Pp]rovince|[Cc]ouncil)"
    r"|\bGovernment\sspokes\w+|\b(?:Chief|Prime)\sMinister)\b"
)
# Such compensation is no court's: "the government announced compensation of".
_AWARDED = re.compile(rf"(?:{_STATE.pattern}).{{0,60}}\b(?:announced|approved|decided|is\spaying|will\spay)\b")
_NO_STATE = frozenset(["foundation", "company", "person"])
_AFAR = frozenset(["government", "multilateral"])


_NEAR = 160  # characters between two payments
_GOES_ON = re.compile(r"\b(?:and|with|plus)\s$")
_ON = re.compile(rf"\s(?:each|apiece|to|for)\s(?:to\s|for\s)?(?:the\s)?(?:\w+\s)?(?:funerals?|{_FEW})", re.IGNORECASE)


def with_paid_to_kin(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a report with what is paid by the head to those whom ill befell as gifts."""
    if reader.kind == "brief":
        return list(claims)
    found: list[Claim] = []
    paid: Claim | None = None  # the payment before, by this reading
    for claim in claims:
        fine = claim.exclude_reason == "fine" and _AWARDED.search(claim.sentence) is not None
        if (claim.exclude_reason in _UNREAD or fine) and claim.amount is not None:
            if _is_paid(claim, reader.text) and _ASKED.search(reader.text) is not None:
                paid = _as_gift(claim, found, reader)
                found.append(paid)
                continue
            if paid is not None and _is_beside(claim, paid, reader.text):
                found.append(like(claim, paid))
                continue
        found.append(claim)
    return found


def _is_beside(claim: Claim, paid: Claim, text: str) -> bool:
    """Whether a sum goes on with whom else a payment of the same sentence goes to ("and 5,000 to the injured")."""
    if claim.sentence != paid.sentence or claim.start - paid.end > _NEAR or claim.amount is None or paid.amount is None:
        return False
    same = claim.amount.currency == paid.amount.currency
    return (
        same and _GOES_ON.search(text[paid.end : claim.start]) is not None and _ON.match(text[claim.end :]) is not None
    )


def _is_paid(claim: Claim, text: str) -> bool:
    before, after = beside(claim, text, _BEFORE, _AFTER)
    before, after = of_sentence(before), to_end(after)
    told = _BY_HEAD.search(claim.text) or _EACH.match(after) or _KIN.match(after)
    if told is None and _GETS.search(before) is None:
        return False
    if _ILL.search(f"{before} {after}") is None or _GIVES.search(before) is None:
        return False
    return not (_NOT.search(before) or _NOT_BEHIND.search(after) or _AT.search(before))


def _as_gift(claim: Claim, before: Sequence[Claim], reader: Reader) -> Claim:
    """Give the claim as a gift of its giver or of the state whose money it is, and as a part of a total beside it."""
    last = before[-1] if before else None
    part = (
        last is not None and last.exclude_reason in _GIFTS and last.sentence == claim.sentence and _is_head(claim, last)
    )
    made = replace(claim, exclude_reason="part" if part else "", polarity="actual", instrument="grant", recipient=None)
    made = replace(made, recipient_text=None)
    if made.status in ("requested", "proposed"):
        made = replace(made, status="pledged")
    home = home_of_currency(claim.amount.currency) if claim.amount is not None else None
    if home is None or home == claim.donor or not _is_named(home, reader):
        return made
    by_state = (
        _STATE.search(claim.sentence)
        if claim.donor_level not in _NO_STATE
        else _STATE.fullmatch(claim.donor_text or "")
    )
    afar = claim.donor_level in _AFAR and (claim.donor_text or claim.donor or "") not in claim.sentence
    if claim.donor is None or by_state or afar:
        return replace(made, donor=home, donor_text=None, donor_level="government")
    return made


def _is_named(country: str, reader: Reader) -> bool:
    """Whether a text names a country or a place in it."""
    return reader.speaks_of(country) or any(p.id == country for p, _, _ in reader.places(0, len(reader.text)))


def _is_head(claim: Claim, last: Claim) -> bool:
    """Whether one gets but a small part of the sum before."""
    if claim.amount is None or last.amount is None or claim.amount.currency != last.amount.currency:
        return False
    own, whole = claim.amount.high or claim.amount.low, last.amount.high or last.amount.low
    return own is not None and whole is not None and whole >= _HEADS * own
