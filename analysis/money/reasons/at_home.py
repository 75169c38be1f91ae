"""What a state spends on its own people: a budget, and no gift.

A gift of a government that names no receiver may be public spending at home
("the ministry awards 60 million to the counties"). Words of the clause tell,
or that a long text speaks of nobody abroad where it is said; not of a state's own paper,
which tells of what it hands out. So is a part of such
a sum; and what a place of a donor country gets from nobody in such a text. What "the
government" of a state that aid goes to pays in its own money, it pays at home, too.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache
from typing import Final

from babel.core import get_global

from analysis.money.notation.context import home_currency
from analysis.money.reasons.ordinary import without_ordinary
from analysis.money.reasons.politics import without_politics
from analysis.money.text.around import beside
from analysis.money.text.reader import Reader
from analysis.money.text.scenes import OPENING
from analysis.money.text.words import dac_members, oda_recipients, word_lists
from analysis.records import Claim

_NEAR = 300  # characters before a sentence in which somebody abroad may be named
_LAW = re.compile(r"\b(?:[A-Z][\w’'-]*\s)+(?:Act|Law|Bill)\b")
# "The Budget provides", "It includes" behind "the Infrastructure Deal ...": what a law gives is spent, not handed over.
_LAWS = r"(?:Act|Law|Bill|Plan|Deal|Budget|Agenda)"
_IS_LAW = re.compile(rf"(?:^|\s){_LAWS}$")
_TELLS_OF_LAW = re.compile(rf"\b(?:[Tt]he|[A-Z][\w’'-]*)\s(?:[A-Z][\w’'-]*\s)*{_LAWS}\b(?!\s+for\b)[^\n]*$")
_GOES_ON = re.compile(r"\W*(?:It|This)\s")
_CHAIN = 8  # sentences that may go on about "it"
_HEALTH = re.compile(r"\bWHO\b")
_GIFTS = frozenset(["", "part"])
_UNLIKELY = _GIFTS | {"other"}  # what the words around made no gift, too


def without_home(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Leave out, as `budget`, what governments spend on their own people.

    What a charity or a body of nations hands out is a gift still; so is what a
    short text says without any word of where it goes.
    """
    claims = without_ordinary(without_politics(claims, reader.text), reader)
    return [replace(c, exclude_reason="budget") if _stays(c, reader) or _is_own_pay(c, reader) else c for c in claims]


def _stays(claim: Claim, reader: Reader) -> bool:
    gift = claim.exclude_reason in _GIFTS
    # What the weights made no gift, though its clause tells of one, may be this too.
    open_ = gift or (claim.exclude_reason == "other" and claim.instrument == "grant" and reader.kind != "paper")
    if not open_ or claim.amount is None or reader.house is not None or _says("abroad", claim.sentence):
        return False
    home = {party.id for party in (reader.main, reader.voice(claim.start)) if party is not None}
    if _names_receiver(claim, home) or _HEALTH.search(claim.sentence):
        return False
    long, law = len(reader.text) > OPENING, _is_law(claim, reader)
    if (
        not _is_text(claim)
        and claim.donor in dac_members()
        and reader.kind == "paper"
        and _hands_out(claim, reader.text)
    ):
        return False
    nameless = (
        long and bool(home & dac_members()) and (claim.donor is None or (_is_unlisted(claim) and _is_public(claim)))
    )
    if claim.donor_level != "government" and not nameless and not (law and _is_text(claim)):
        return False
    givers = home if nameless else set((claim.donor or "").split())
    told = law or _says("own", claim.sentence) or _says("ministries", claim.donor_text or "")
    if (long or claim.recipient is None) and told:
        return not _speaks_of_others(claim, reader, givers, before=0)
    if not gift:
        return False
    open_end = claim.channel is None and claim.recipient in (None, *givers)
    at_home = nameless or claim.donor in home
    return long and at_home and open_end and not _speaks_of_others(claim, reader, givers, _NEAR)


# "The department announced 5m in grants", "is making 5m available to towns": who gets it is described, if not named.
_AWARDS = re.compile(
    r"\b(?:announc|award|obligat|releas|launch|approv|mak(?:es?|ing)\b|made\b|grant(?:s|ed)\b|receiv|provid|forgiv|allocat)"
    r"[^.;$]{0,70}$|\*\* ?$",
    re.IGNORECASE,
)
_AS_AWARDS = re.compile(
    r"^\W*(?:[\w’'-]+\W+){0,4}?(?:grants?|awards?|available|debt\srelief|forgiveness|cooperative\sagreement"
    r"|notices?\sof\sfunding|loans?)\b|^[^.;]{0,80}\bto\s(?:grantees|\d|states|tribes|communit|rural|support)",
    re.IGNORECASE,
)
_BY_LAW = re.compile(rf"\b{_LAWS}\b[^.;,$]{{0,40}}$")


def _hands_out(claim: Claim, text: str) -> bool:
    """Whether a body of a state awards the sum to others, and no law sets it aside."""
    before = _LINK.sub("", beside(claim, text, 260)[0])[-120:]
    if _BY_LAW.search(before):
        return False
    return bool(_AWARDS.search(before)) or bool(_AS_AWARDS.match(text[claim.end : claim.end + 120]))


_LINK = re.compile(r"\]\([^)\s]*\)")

# "The government has released 5m rupees for drains": no country beside it, as nobody needs it at home.
_ORGANS = r"(?:government|treasury|parliament|cabinet|ministry|department|lawmakers|mps)"
_ORGAN = re.compile(
    rf"\b(?:{_ORGANS}|state|province|authorities)\b(?!\s+(?:of|in)\s+(?:the\s+\w+\s+of\s+)?[A-Z]\w+$)", re.I
)
_SPEAKS = re.compile(rf"(?:^|[.:;]\s|\b[Tt]he\s)(?:[A-Z]\w+\s)?{_ORGANS}\b", re.I)
_OUTWARD = re.compile(
    r"\b(?:donat|gift|lend|lent\b|loan|neighbou?r|solidarity|friend|brother|sister|condolen|foreign|embass|ambassador"
    r"|envoy|abroad|overseas|humanitarian|border|charit)",
    re.I,
)


def _is_own_pay(claim: Claim, reader: Reader) -> bool:
    """Whether an organ of a state that aid goes to pays in money that is used there alone, and names nobody else."""
    if claim.exclude_reason not in _UNLIKELY or claim.amount is None or claim.donor_level != "government":
        return False
    users = _users().get(claim.amount.currency or "", frozenset())
    if not users or claim.recipient_text is not None or _OUTWARD.search(claim.sentence):
        return False
    own = claim.donor in users
    told = _ORGAN.search(claim.donor_text or "") if own else _SPEAKS.search(claim.sentence.partition(claim.text)[0])
    return bool(told) and not _speaks_of_others(claim, reader, users, before=0)


_SHARED: Final = frozenset(["USD", "EUR", "AUD", "NZD"])


@cache
def _users() -> dict[str, frozenset[str]]:
    """Give the states that aid goes to, by the currency they use; none that rich ones use as well."""
    aliases = get_global("territory_aliases")
    found: dict[str, set[str]] = {}
    for state in oda_recipients():
        currency = home_currency(aliases[state][0]) if aliases.get(state) else ""
        if currency and currency not in _SHARED:
            found.setdefault(currency, set()).add(state)
    return {currency: frozenset(states) for currency, states in found.items()}


def _names_receiver(claim: Claim, home: Set[str]) -> bool:
    """Whether somebody is named who gets the sum, or passes it on; "states" and "towns" are nobody abroad."""
    receiver, channel = claim.recipient_text or "", claim.channel or ""
    if _IS_LAW.search(receiver) or claim.recipient in home or _says("ministries", receiver):
        receiver = ""
    registered = channel.isupper() or channel == "various"
    return registered or receiver != receiver.lower() or (bool(receiver) and not _says("own", claim.sentence))


def _is_unlisted(claim: Claim) -> bool:
    """Whether the giver was read off words that no register holds, as those of a programme ("the Block Grant")."""
    return claim.donor is not None and claim.donor == claim.donor.lower()


def _is_public(claim: Claim) -> bool:
    """Whether a sentence tells of public money."""
    return bool(_LAW.search(claim.sentence)) or _says("public", claim.sentence)


def _is_it(claim: Claim) -> bool:
    """Whether "it" gives, or nobody is named in a sentence about "it"."""
    if claim.donor_text is None:
        return bool(_GOES_ON.match(claim.sentence))
    return claim.donor_text.lower() in ("it", "this")


def _is_text(claim: Claim) -> bool:
    """Whether the giver is no body but a law, or "it"."""
    return _is_it(claim) or bool(_IS_LAW.search(claim.donor_text or ""))


def _is_law(claim: Claim, reader: Reader) -> bool:
    """Whether a law or a budget does the giving, named or as "it"."""
    if _LAW.search(claim.sentence) or _IS_LAW.search(claim.donor_text or ""):
        return True
    if not _is_it(claim):
        return False
    number, index = reader.at(claim.start)
    before = [sentence.text for sentence in reader.paragraph(number)[max(0, index - _CHAIN) : index]]
    told = next((text for text in reversed(before) if not _GOES_ON.match(text)), "")
    return bool(_TELLS_OF_LAW.search(told))


def _says(where: str, text: str) -> bool:
    """Whether words of one of the lists stand in a text."""
    return word_lists("home", where).first_in(text) is not None


def _speaks_of_others(claim: Claim, reader: Reader, givers: Set[str], before: int) -> bool:
    """Whether the sentence, or the words before it, name a country that does not give, or speak of what is abroad."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    start = max(0, sentence.start - before)
    if before and _says("abroad_before", reader.text[start : sentence.end]):
        return True
    return any(party.id not in givers for party, _, _ in reader.countries_in(start, sentence.end))
