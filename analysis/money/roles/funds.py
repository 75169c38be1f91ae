"""Gifts that go into a fund of many: the fund receives them, where they are for no country of their own.

"Ireland gave the Global Fund 72 million euros. Malta followed with 2 million": the fund hands on what it gets, to
whom is not known yet. A fund is told by its name or by what it is ("the fund", "the alliance") behind its name.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis.money.text.reader import Reader
from analysis.money.text.screen import Begun
from analysis.records import Claim
from analysis.reference import load_entities

_COUNTED = frozenset(["", "part"])
_GAVE = frozenset(["", "part", "restatement"])
# The funds, and what a text calls each when it has named it; nothing where that is said of too much else.
_CALLED = {
    "ACT-A": "",
    "ADAPTATION-FUND": "fund",
    "CEPI": "",
    "CERF": "fund",
    "CIF": "",
    "COVAX": "",
    "CREWS": "",
    "ECW": "",
    "FRLD": "fund",
    "GAFSP": "",
    "GAVI": "alliance",
    "GBFF": "fund",
    "GCF": "fund",
    "GCFF": "facility",
    "GEF": "",
    "GFATM": "fund",
    "GFF": "facility",
    "GPE": "",
    "GPEI": "",
    "IDA": "",
    "LDCF": "fund",
    "PANDEMIC-FUND": "fund",
    "PRF": "facility",
    "PRGT": "",
    "RST": "",
    "SANTIAGO-NETWORK": "",
    "SOFF": "facility",
    "TFFF": "facility",
    "UN-PBF": "fund",
    "UNITAID": "",
    "UNRWA": "agency",
    "WPHF": "fund",
}
_OF_ONE = frozenset(["agency"])  # what works for the people of one land, whom a text is about
_LEADS = ("UN", "relief", "vaccine")  # before what a fund is called ("the vaccine alliance")
_ITS_PEOPLE = ("Palestinian", "Palestinians")  # named of the agency for its refugees
_ITS_LAND = {"UNRWA": "PSE"}
_LAND = re.compile(r"\b(?:[Ss]trip|[Tt]erritor\w+|enclave|West\sBank|Gaza)\b")
_GIVES_ONLY = frozenset(["CERF", "IDA", "PRGT", "RST"])  # which a text is about for what it gives
_OPENING = 200  # characters in which a text about an agency names it
_HEAD = 700  # characters in which a text says what it is about
_RAISES = re.compile(
    r"\b(?:replenish|pledg|donors?\b|raise[ds]?\b|contribut|summit|conference|short\sof|shortfall|fundrais|fill|who\spays|pays?\b)",
    re.IGNORECASE,
)
_INTO = r"(?:to|for|into|in|towards?|with|of|joins?)\s+(?:the\s+|its\s+)?(?:[\w’'-]+\s+){0,2}?"
_GIVEN = (
    r"(?:contributions?|pledges?|gifts?|donations?|payments?|shares?|commitments?|cheques?|grants?"
    r"|gave|give[sn]?|giving|hand(?:s|ed)?|offer(?:s|ed)?|pays?|paid|promised?|grant(?:s|ed)?|wired?|sent|sends?)"
)
_BEFORE = re.compile(
    rf"\b{_GIVEN}\s+(?:(?:to|for|into|of)\s+)?(?:the\s+|it\s+)?(?:[\w’'-]+\s+){{0,4}}?$", re.IGNORECASE
)
_BEHIND = re.compile(rf"^[^.;:]{{0,60}}?\b{_INTO}$", re.IGNORECASE)
# "5 million of IDA credits": what such a fund gives, beside what is paid "to" it.
_PAID_IN = re.compile(
    r"\b(?:to|into|for|towards?|joins?)\s+(?:the\s+|its\s+)?(?:[\w’'-]+\s+){0,2}?(?:of\s(?:the\s)?)?$", re.IGNORECASE
)
# "UNRWA's clinics" are where its people work, "Gavi's budget" is its money.
_ITS_WORK = re.compile(r"^[’']s?\s(?!(?:core|general|own|budgets?|accounts?|replenishment|purchases|coffers|next)\b)")
# "for two radars", "to clinics in the hills": others than the fund get it.
_FOR_OTHERS = re.compile(
    r"^[^.;:]{0,80}?\b(?:to|for|towards?)\s+"
    r"(?!(?:the\s+|its\s+)?(?:fund|alliance|agency|next|coming|period|replenishment|20\d\d|it\b|give|contribute"
    r"|provide|pay|put|add|be\b|(?:[\w-]+\s+){1,2}years))",
    re.IGNORECASE,
)
_PAID = re.compile(r"\s+(?:contribution|pledge|donation|payment)\s(?:to|into)\b")
_CLOSES = re.compile(r"[,;:]")
_REACH = 110  # characters behind an amount in which the fund that gets it stands


_BESIDE = 300  # characters between the sums of two who give
_MOMENT = 400  # characters after a gift to a fund in which the next is to it, too
_PLAINLY = 3  # what a country weighs behind "to", "for" or "help"


@dataclass(frozen=True, slots=True)
class _Named:
    """A fund where it is named."""

    id: str
    start: int
    end: int


def _start_of(one: _Named) -> int:
    return one.start


def with_funds(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the gifts into a fund of many to the fund; `claims` are those of the text, in order."""
    if not any(claim.exclude_reason in _COUNTED and claim.amount is not None for claim in claims):
        return list(claims)
    named = _named(reader.text)
    if not named:
        return list(claims)
    about = _about(named, reader.text)
    again = len(named) >= _AGAIN and len({one.id for one in named}) == 1
    givers = {one for claim in claims if claim.exclude_reason in _COUNTED for one in (claim.donor or "").split()}
    found: list[Claim] = []
    last: Claim | None = None
    gave: set[str] = set()
    for read in claims:
        made = claim = _of_givers(read, reader)
        if claim.exclude_reason in _COUNTED and claim.amount is not None:
            told = _into(claim, named, reader)
            beside = _givers_beside(claim, claims)
            topic = about if about not in gave else None
            before = _still(last, claim) or topic
            fund = told.id if told is not None else _filled_up(claim, named, givers, reader, again=again)
            fund = fund or _goes_on(claim, before, givers, beside, reader)
            if fund is None and _still(last, claim) is not None and _is_for_others(claim, beside, reader):
                made = replace(claim, recipient=None)  # not for whom the text is about
            if fund is not None and fund not in (claim.donor or "").split():
                words = reader.text[told.start : told.end] if told is not None else None
                made = replace(claim, recipient=fund, recipient_text=words)
            last = made if made.recipient in _CALLED or made.recipient_text is not None or last is None else last
            gave.update((claim.donor or "").split())
        found.append(made)
    return found


def _into(claim: Claim, named: Sequence[_Named], reader: Reader) -> _Named | None:
    """Give the fund that the sentence of a gift says it goes to; None where it is for a country there."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    amounts = [amount for amount in reader.amounts_in(sentence) if amount.start != claim.start]
    ends = min((amount.start for amount in amounts if amount.start > claim.start), default=sentence.end)
    opens = max((amount.end for amount in amounts if amount.start < claim.start), default=sentence.start)
    text = reader.text
    for k in range(bisect_left(named, opens, key=_start_of), len(named)):
        one = named[k]
        if one.start >= ends:
            break
        behind = claim.end <= one.start < claim.end + _REACH and _BEHIND.match(text[claim.end : one.start])
        if behind and one.id in _GIVES_ONLY and _PAID_IN.search(text, claim.end, one.start) is None:
            continue
        led = opens <= one.start and one.end <= claim.start
        before = led and (_BEFORE.search(text[opens : one.start]) or _is_signed_with(text, opens, one, claim.start))
        if behind or before:
            paid = _PAID.match(text, claim.end)  # "a 5 million contribution to Gavi's new scheme"
            work = behind and not paid and _ITS_WORK.match(text[one.end : one.end + 20])
            close = _CLOSES.search(text, one.end if behind else claim.end, ends)
            high = close.start() if close is not None else ends
            return None if work or _for_country(claim, claim.end, high, one, reader) else one
    return None


# "signed an agreement with UNRWA (the agency) to provide 5 million"
_SIGNED_WITH = re.compile(
    r"\b(?:agreements?|deals?|accords?|memorandum|arrangements?|contracts?|pacts?)\s(?:today\s)?with\s(?:the\s)?$",
    re.IGNORECASE,
)
_TO_GIVE = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:to\s(?:provide|give|contribute|grant|pay|donate)|worth|valued\sat|for|of)\b[^.;]{0,25}$"
)


def _is_signed_with(text: str, opens: int, fund: _Named, start: int) -> bool:
    """Whether a fund is whom an agreement on the sum is signed with."""
    return bool(_SIGNED_WITH.search(text[opens : fund.start]) and _TO_GIVE.match(text[fund.end : start]))


def _for_country(claim: Claim, low: int, high: int, fund: _Named, reader: Reader) -> bool:
    """Whether a country that does not give stands between two offsets, or the sentence is about the fund's own land."""
    givers = (claim.donor or "").split()
    if _CALLED[fund.id] in _OF_ONE and _LAND.search(reader.text, _clause_start(claim, reader), high):
        return True
    named = reader.countries_in(low, high)
    return any(party.id not in givers and party.form in ("name", "town") for party, _, _ in named)


def _clause_start(claim: Claim, reader: Reader) -> int:
    """Give where the words of a sentence begin that a semicolon does not part from a sum."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    return max(sentence.start, reader.text.rfind(";", sentence.start, claim.start) + 1)


def _goes_on(
    claim: Claim, fund: str | None, givers: Collection[str], beside: Collection[str], reader: Reader
) -> str | None:
    """Give the fund that the text is about, or that got the gift before, where a gift says nothing of its receiver."""
    given = claim.recipient_text not in (None, *_ITS_PEOPLE) and not _is_giver_beside(claim, beside)
    if fund is None or given or claim.donor is None or claim.instrument == "in_kind":
        return None
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    if _is_for_others(claim, beside, reader):
        return None
    own = (claim.recipient or "").split()
    named = list(reader.countries_in(sentence.start, sentence.end))
    if _CALLED[fund] in _OF_ONE:  # who is helped is told by its own name; of others' lands it speaks as of givers
        own = []
        if _LAND.search(reader.text, sentence.start, sentence.end) is not None:
            return None
        named = [one for one in named if one[0].id != _ITS_LAND[fund]]
    others = (party.id not in givers and (weight >= _PLAINLY or party.id in own) for party, _, weight in named)
    return None if any(others) else fund


def _givers_beside(claim: Claim, claims: Sequence[Claim]) -> set[str]:
    """Give the ids of those who give the sums close to a claim."""
    near = (one for one in claims if abs(one.start - claim.start) < _BESIDE and one.exclude_reason in _GAVE)
    return {giver for one in near if one is not claim for giver in (one.donor or "").split()}


def _is_giver_beside(claim: Claim, beside: Collection[str]) -> bool:
    """Whether who was read as the receiver gives, too: "Chad, once a recipient, pledged 3m, and Mali put in 1m"."""
    own = (claim.recipient or "").split()
    return bool(own) and set(own) <= set(beside) and own != (claim.donor or "").split()


def _is_for_others(claim: Claim, beside: Collection[str], reader: Reader) -> bool:
    """Whether a gift that names no receiver says that it is for something else than the fund."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    next_sum = (amount.start for amount in reader.amounts_in(sentence) if amount.start >= claim.end)
    behind = reader.text[claim.end : min(next(next_sum, sentence.end), claim.end + _REACH)]
    open_to = claim.recipient_text is None or _is_giver_beside(claim, beside)
    return open_to and _FOR_OTHERS.match(behind) is not None


# What a fund takes in, which it does not give: "came away with 5m in promises", "closed its summit with 5m in hand".
_TAKES_IN = re.compile(
    r"\b(?:c[ao]mes?\s(?:away|home|back)\swith|left\swith|(?:raise[sd]?|secure[sd]?|collect(?:s|ed)?|attract(?:s|ed)?|netted"
    r"|gathered)|(?:(?:end|clos)(?:s|ed)|wound\sup)\s[^.;,]{0,50}?(?:summit|conference|round|replenishment|campaign)\b"
    r"[^.;,]{0,50}?\swith)\s(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
_TAKEN_IN = re.compile(r"^\s(?:in\s(?:hand|promises|pledges)|on\sthe\stable)\b")


def _of_givers(claim: Claim, reader: Reader) -> Claim:
    """Give what a fund was read as giving, and takes in, to the many who give it."""
    if claim.donor not in _CALLED or claim.exclude_reason not in _COUNTED or claim.amount is None:
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    before, behind = reader.text[sentence.start : claim.start], reader.text[claim.end : sentence.end]
    if _TAKES_IN.search(before) is None and _TAKEN_IN.match(behind) is None:
        return claim
    many = replace(claim, donor="various", donor_text=None, donor_level="government")
    return replace(many, recipient=claim.donor, recipient_text=None)


def _still(last: Claim | None, claim: Claim) -> str | None:
    """Give the fund that got the gift before, if that was told a moment ago."""
    if last is None or last.recipient not in _CALLED or claim.start - last.end > _MOMENT:
        return None
    return last.recipient


def _filled_up(
    claim: Claim, named: Sequence[_Named], givers: Collection[str], reader: Reader, *, again: bool
) -> str | None:
    """Give the fund named last before a pledge, if the words from there on say that it is being filled.

    "The Fund's replenishment raised 2 billion, with a pledge of 600 million from Norway." In a text that names one
    fund alone, `again` and again, each pledge is to it.
    """
    text = reader.text
    k = bisect_left(named, claim.start, key=_start_of) - 1
    if claim.recipient_text is not None or claim.donor is None or claim.instrument == "in_kind":
        return None
    while k > 0 and _HOSTS.search(text, max(0, named[k].start - _WORDS), named[k].start):
        k -= 1
    if k < 0 or claim.start - named[k].end > _SINCE or _CALLED[named[k].id] in _OF_ONE:
        return None
    fund = named[k]
    paid_in = _PLEDGES_TO.search(text, max(0, fund.start - _WORDS), fund.start) is not None
    paid_in = paid_in or _INTO_ROUND.match(text, claim.end) is not None
    if not paid_in and not _PLEDGE.search(text, max(fund.end, claim.start - _SINCE // 2), claim.end + _CLOSE):
        return None
    own = reader.countries_in(claim.end, claim.end + _REACH)
    if any(party.id not in givers and weight >= _PLAINLY for party, _, weight in own):
        return None
    filled = _FILLING.search(text, max(0, fund.start - _WORDS), claim.start)
    return fund.id if filled or again or paid_in else None


_SINCE = 600  # characters before a pledge in which the fund is named
_CLOSE = 20  # characters behind an amount in which it is called a pledge
_WORDS = 110  # characters before a fund's name in which its replenishment stands
_AGAIN = 3  # times that a text names the one fund which it is about
_PLEDGE = re.compile(r"\b(?:pledg|contribut|commitment)", re.IGNORECASE)
_HOSTS = re.compile(r"\b(?:under|by|at|within)\s(?:the\s)?$")  # "the Fund, set up under the Facility"
# "Norway and Chad made the pledges to the Fund"
_PLEDGES_TO = re.compile(
    r"\b(?:pledges|contributions|donations|payments|commitments)\s(?:to|into)\s(?:the\s)?(?:[\w’'-]+\s){0,3}$",
    re.IGNORECASE,
)
# "a contribution of 5 million to its third replenishment"
_INTO_ROUND = re.compile(
    r"[^.;:,]{0,30}?\s(?:to|into|for|towards?)\s(?:its|the|this)\s(?:[\w-]+\s){0,2}replenishment\b(?!\sof\b)",
    re.IGNORECASE,
)
_FILLING = re.compile(r"\b(?:replenish|pledging\s(?:conference|summit|session)|capital\sincrease)", re.IGNORECASE)


def _about(named: Sequence[_Named], text: str) -> str | None:
    """Give the fund that a text says at first is paid into; None where it is about something else."""
    first = named[0]
    if not _may_be_topic(first.id) and first.start < _OPENING and len(named) >= _AGAIN:
        return first.id if _CALLED[first.id] in _OF_ONE else None
    told = first.start < _HEAD // 2 and _may_be_topic(first.id) and _RAISES.search(text[:_HEAD])
    return first.id if told else None


def _may_be_topic(fund: str) -> bool:
    return _CALLED[fund] not in _OF_ONE and fund not in _GIVES_ONLY


def _named(text: str) -> list[_Named]:
    """Give where funds are named, and where what one is stands for the one named last."""
    found: list[_Named] = []
    last: dict[str, str] = {}
    for match in _scanner().finditer(text):
        known = _ids().get(match[0].lower())
        if match[0][:3] == "IDA" and known is None:
            known = "IDA"
        if known is not None:
            last[_CALLED[known]] = known
        else:
            known = last.get(match["called"].lower())
        if known is not None:
            found.append(_Named(known, match.start(), match.end()))
    return found


@cache
def _ids() -> dict[str, str]:
    """Give the ids of funds by their names, in small letters."""
    return {name.lower(): one.id for one in load_entities() if one.id in _CALLED for name in one.names}


@cache
def _scanner() -> Begun:
    names = sorted(_ids(), key=len, reverse=True)
    called = sorted({name for name in _CALLED.values() if name})
    short = rf"(?:(?:{'|'.join(_LEADS)})\s)?(?P<called>{'|'.join(called)})"
    pattern = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, names))}|(?<=[Tt]he\s){short}|(?-i:IDA)(?:-?\d\d)?)\b", re.IGNORECASE
    )  # "Ida" is a name of people
    led = (f"{lead}{blank}{word}" for lead in _LEADS for blank in " \n\t\xa0" for word in called)
    return Begun(pattern, [*names, *called, *led, "IDA"])
