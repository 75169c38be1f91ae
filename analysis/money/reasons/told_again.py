"""Sums that a text comes back to: "The 12 million euros will buy pumps" speaks of the gift told before.

A sum with an article or a possessive is one that the reader knows. Where the same figure is read as a gift
elsewhere in the text, it is that gift, whatever is now said of it: how it will be paid, what somebody thinks of it.
So is a figure that hardly comes twice by chance ("13.5 million") without such words, where nothing else is told of it,
but in a giver's own papers: there what is no gift by its own words tells again of one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from analysis.money.roles.standing import Place
from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING
from analysis.money.text.verbs import before_verb
from analysis.money.text.whole import is_rare
from analysis.records import Amount, Claim

_TOLD = frozenset(["", "part"])
# Reasons that come of what is said of a sum; that it was called off or denied is news of its own.
_OPEN = frozenset(["other", "no_donor", "conditional", "request", "price", "total_to_date", "restatement", "budget"])
# Those that what is said of a known sum may give besides ("the 5 million has gone into wages").
_SAID = frozenset(["need", "loss", "damage", "salary", "revenue", "market_rate", "blocked"])
# Those of a first mention that a later one corrects: a clause that names no giver, or seems to look back.
_UNSURE = frozenset(["no_donor", "restatement", "conditional"])
# Those that it corrects where both name the same giver: the first has no word of giving, or one of what things cost.
_UNREAD = frozenset(["other", "price"])
# What denies a gift itself, beside "may not be spent on", "declined to say what would become of".
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|fals\w+|untrue|not\ true|never|no\ such|invent\w+|exist\w*)\b", re.IGNORECASE
)
_KNOWN = re.compile(
    r"""
    (?: \b(?:the|this|that|these|those|all|his|her|its|their|our|my|whose)
      | (?!\b(?:it|he|she|that|there|here|what|who|let)[’'])\b[\w.-]+(?:[’']s|s[’']) )
    \s+ (?: (?!(?:remaining|other|rest|second|third|further|additional|extra|next|previous)\b) [\w’'-]+\s+ )?
    (?: (?:loan|credit|grant|gift|donation|aid|sum|pledge|commitment|contribution|package|guarantee)\s+ (?:of\s+)? )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR = 40  # characters before a sum that hold what makes it a known one
# "the 5m that Sweden will give" is another sum.
_TO_COME = re.compile(
    r"^[^.;,]{0,30}?\b(?:that|which)\b(?![^.;,]{0,20}\b(?:has|have|had)\b)[^.;,]{0,30}?\b(?:will|would|is\sto|are\sto)\b"
)
# Words at the sum that name its form: "the 5m grant".
_OWN_FORM = re.compile(
    r"^\s(?:[\w-]+\s){0,2}?(?:grants?|gifts?|donations?|loans?|credits?|guarantees?)\b", re.IGNORECASE
)
Figure = tuple[object, ...]


def with_told_again(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Count every mention of a sum that is a gift where it is told, and read the gift the same way at each.

    Args:
        claims: those of the text, in order.
        places: those of amounts, by claim id.
        reader: the text that they were found in.
    """
    text, found = reader.text, list(claims)
    first: dict[Figure, int] = {}
    gifts: dict[Figure, int] = {}
    tells_little = len(text) <= OPENING  # a longer text may well give two countries 5 million each
    for at, claim in enumerate(claims):
        if claim.amount is None:
            continue
        figure = figure_of(claim.amount)
        begun = first.setdefault(figure, at)
        again = begun != at and _is_known(claim, text)
        if figure in gifts:
            gift, place = found[gifts[figure]], places.get(claim.claim_id)
            same = is_same_money(claim, gift) and not _names_giver(claim, gift, place)
            if same and again:
                found[at] = _again(claim, gift, place, text)
            elif same and claim.exclude_reason in _OPEN and is_rare(figure) and not _in_own_paper(claim, reader):
                paid = claim.donor if claim.donor in (gift.donor or "").split() else gift.donor  # of several, one paid
                found[at] = replace(as_told(claim, gift, text), donor=paid)
            if same and (again or tells_little or is_rare(figure)) and _names_receiver_of(gift, claim):
                found[gifts[figure]] = replace(gift, recipient=claim.recipient, recipient_text=claim.recipient_text)
        elif claim.exclude_reason in _TOLD:
            gifts[figure] = at
            before = found[begun]
            if again and is_same_money(before, claim) and _is_corrected(before, claim):
                found[begun] = as_told(before, claim, text)
    return found


def figure_of(amount: Amount) -> Figure:
    """Give the figure of a sum; "up to 5 million" is that of "the 5 million"."""
    return (amount.low, amount.high) if amount.qualifier == "range" else (amount.high or amount.low,)


def is_same_money(one: Claim, other: Claim) -> bool:
    """Whether two sums of one figure are of one currency, or of a sign that was read as two ("$", "Rs")."""
    if one.amount is None or other.amount is None or one.amount.currency == other.amount.currency:
        return True
    texts = one.text.lower(), other.text.lower()
    assumed = "assumed" in (one.amount.certainty, other.amount.certainty)
    return assumed and (texts[0].endswith(texts[1]) or texts[1].endswith(texts[0]))


def _in_own_paper(claim: Claim, reader: Reader) -> bool:
    """Whether a giver's own list or speech tells of a sum, which tells each of its gifts once, and quotes nobody."""
    return reader.kind == "paper" and reader.house is not None and not _QUOTES.intersection(claim.sentence)


_QUOTES = frozenset('“”"')


def _is_corrected(before: Claim, claim: Claim) -> bool:
    """Whether the first mention of a sum was left out for what a later one, which is a gift, tells better."""
    if before.exclude_reason in _UNSURE:
        return True
    return before.exclude_reason in _UNREAD and before.donor is not None and before.donor == claim.donor


def _names_receiver_of(gift: Claim, claim: Claim) -> bool:
    """Whether a later mention names who receives a sum, where that was guessed of the first one."""
    if gift.recipient_text is not None or claim.recipient_text is None or claim.exclude_reason not in _TOLD:
        return False
    givers = set((gift.donor or "").split())
    return claim.donor in (gift.donor, None) and not givers & set((claim.recipient or "").split())


def _is_known(claim: Claim, text: str) -> bool:
    """Whether an article or a possessive before the sum says that it was told ("the bank's 5 million")."""
    known = _KNOWN.search(text[max(0, claim.start - _NEAR) : claim.start]) is not None
    return known and _TO_COME.match(text[claim.end : claim.end + 2 * _NEAR]) is None


def _names_giver(claim: Claim, gift: Claim, place: Place | None) -> bool:
    """Whether the clause of a sum names another giver: its owner, the subject of a verb of giving, or one more."""
    if claim.donor is None or gift.donor is None or claim.donor == gift.donor or place is None:
        return False
    if set(gift.donor.split()) < set(claim.donor.split()):
        return True
    items, a = place.items, place.index
    owner = items[a - 2].party if a > 1 and items[a - 1].low in ("'s", "'") else None
    if owner is not None:
        return owner.id == claim.donor  # "Norway's 5 million"
    verb = place.verb
    if verb is None or verb.passive or verb.cue.sense != "give" or claim.donor_text is None:
        return False
    subject, between = before_verb(items, verb.head), items[verb.head : a]
    if any(item.low in ("that", "which", "if") for item in between):  # "he promised that the 5 million would be spent"
        return False
    return subject >= 0 and items[subject].text == claim.donor_text


def _again(claim: Claim, gift: Claim, place: Place | None, text: str) -> Claim:
    if claim.exclude_reason == "denied":
        gives = place is not None and place.verb is not None and place.verb.cue.sense == "give"
        return claim if gives or _DENIES.search(claim.sentence) else as_told(claim, gift, text)
    if claim.exclude_reason not in _TOLD:
        return as_told(claim, gift, text) if claim.exclude_reason in _OPEN or claim.exclude_reason in _SAID else claim
    others = claim.donor != gift.donor and claim.recipient != gift.recipient
    return claim if others and claim.donor and claim.recipient else as_told(claim, gift, text)


def as_told(claim: Claim, gift: Claim, text: str) -> Claim:
    """Give the claim of one mention what was read at another; roles that only it has it keeps, and a form it names."""
    if gift.donor is not None:
        claim = replace(claim, donor=gift.donor, donor_text=gift.donor_text, donor_level=gift.donor_level)
    if gift.recipient is not None:
        claim = replace(claim, recipient=gift.recipient, recipient_text=gift.recipient_text)
    if claim.amount is not None and gift.amount is not None and claim.amount.certainty == "assumed":
        claim = replace(claim, amount=replace(claim.amount, currency=gift.amount.currency))
    own = _OWN_FORM.match(text[claim.end : claim.end + _NEAR]) is not None
    return replace(
        claim,
        purpose=claim.purpose or gift.purpose,
        sector=gift.sector,
        instrument=claim.instrument if own else gift.instrument,
        status=gift.status,
        polarity=gift.polarity,
        exclude_reason=gift.exclude_reason,
    )
