"""Who shares out a round of grants: those that the text says receive are not its givers, whoever else is named there.

"The Lund Trust has given 5m to 12 groups. Harbour Rovers were allocated 30,000, the Mill Choir 20,000 and Berga
Library gets 10,000": the three are subjects, and nobody gives in their clauses. Whoever gives the sum told before
gives these as well. So it is with the lines of a list headed "This year's recipients:".
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from analysis.money.roles.authorities import of_authority
from analysis.money.roles.full_names import with_full_names
from analysis.money.roles.getters import of_getter
from analysis.money.roles.kin import with_kin
from analysis.money.roles.listed import listed_takers, with_listed
from analysis.money.roles.seekers import without_seekers
from analysis.money.roles.senders import of_own_fund, of_sender
from analysis.money.text.doer_phrases import is_verbal
from analysis.money.text.list_items import LINE, MARK
from analysis.money.text.list_runs import hands_on, list_runs
from analysis.money.text.reader import Reader
from analysis.money.text.sizes import currency_of, size_of
from analysis.money.text.verbs import AUXILIARIES
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_UNGIVEN = frozenset(["no_donor", "other", "price"])  # as what a sum of a round may have been left out
_AUX = (
    r"(?:(?:is|are|was|were|be|been|being|has|have|had|having|will|would|also|each|now|both|all|to|just|already|then"
    r"|since|itself|recently)\s)*"
)
_GIVEN = r"(?:given|granted|awarded|allocated|allotted|handed|left|bequeathed|presented\swith|earmarked|approved\sfor)"
# Who is said to receive: the subject of a verb of receiving, or of one of giving in the passive.
_RECEIVES = (
    rf"(?:{_AUX}(?:gets?|got|getting|receiv(?:es?|ed|ing)|landed|lands|secure[ds]|wins?|won|obtain(?:s|ed)|c[ao]mes?\saway\swith"
    r"|(?:walk(?:ed|s)\soff|went\shome|goes\shome|walk(?:ed|s)\saway)\swith|(?:(?<=is\sto\s)|(?<=are\sto\s)|(?<=will\s))have"
    r"|(?<=st\sand\s)took|(?<=nd\sand\s)took|(?<=rd\sand\s)took|(?<=th\sand\s)took|t(?:akes?|ook)(?=\sthe\s\w+\s(?:slice|share|sum|amount|grant|award))"
    r"|(?<=will\s)see|scored|picked\sup|pocketed|bagged|takes?\shome|took\shome|come\sout\sbest|shares?\sin|(?:has|have|gets?)\sa\sshare|shared|sharing"
    r"|(?:(?<=will\s)|(?<=would\s)|(?<=to\s))take(?=\sthe\s\w+\s(?:slice|share|sum|amount|part))"
    r"|(?<=will\s)share|(?<=to\s)share|(?<=each\s)share)"
    rf"|(?:is|are|was|were|been|being|be)\s(?:also\s|each\s|just\s|all\s)*{_GIVEN})"
)
# What may stand between that verb and its sum.
_SMALL = (
    r"(?:[\s,]+(?:an?|the|its|their|up|to|over|more|than|most|nearly|almost|about|some|around|at|least|another|further"
    r"|total|of|additional|between|as|much|amounts?|slice|cheque|check|biggest|largest|smallest|single|top|first|second|grants?|awards?|allocations?|sums?|funding"
    r"|worth|just|only|each|as|well|in|with|out|combined|[a-z]+-year|for|\w+\syears))*[\s(,–—-]*$"
)
_PHRASE = r"\s(?:an?|the)\s[^.;,()]{2,50}?\s(?:of|at|with|worth)\s$"  # "got a bus worth 5,000"
_TAKES = re.compile(
    rf"(?P<who>.*?)\b(?:{_RECEIVES}|among\s[^.;]{{2,40}}?\s{_GIVEN})(?:{_SMALL}|{_PHRASE})",
    re.IGNORECASE | re.DOTALL,
)
# "Smaller sums went to the Mill Choir (5,000)", "Other winners include Berga Library (2,000)"
_GOES = re.compile(
    r"\b(?:went|goes|go|going|awarded|given|presented|distributed|paid)\sto\s(?:the\s|an?\s)?(?P<who>[^.;:,]{2,60}?)[\s(,–—-]*$"
    r"|\b[Aa](?:lso\son\sthe\slist|mong\s(?:the\s)?(?:others|other\s\w+|recipients|winners|beneficiaries))\s(?:are|is|were|was)"
    r"\s[^.;:]{2,80}?[\s(,]*$"
    r"|\b(?:recipients|beneficiaries|winners)\s(?:\w+\s){0,3}?(?:are|were|include|included|including)"
    r"\s[^.;:]{2,80}?[\s(,]*$",
    re.IGNORECASE,
)
# "Six groups share it, among them the Mill Choir with 5,000"
_AMONG = re.compile(
    r"\b(?:shar(?:es?|ed|ing)|divided?|split)\b[^.;]{2,80}?,\s(?:among\sthem|including|with|led\sby)\s[^.;:,]{2,60}?"
    r"\s(?:with|getting|receiving|taking|at)\s$",
)
# ", and Berga, in a deal signed on Friday, " between two sums that are got
_ASIDE = re.compile(
    r"^(?:[^,;()]{1,40},)?\W*(?:(?:and|while|with|but|plus)\s)?(?:the\s)?(?P<who>[A-ZÀ-Þ][^,;()]{1,50}),\s"
    r"(?:in|under|through|by|after|where|which|who|whose|the|an?|home|its|already)\s[^,;]{3,80},\s[^,;]{0,30}$"
)
# "sold his boots and got", "won a prize of": no gift. "is due to get" tells what others owe.
_OF_OTHERS = re.compile(
    r"\band\s(?:got|received|won|gets|receives)\b[^,;]*$|\bwhat\s(?:is|was)\sleft\b|\bdue\sto\s(?:get|receive)\b"
    r"|\b(?:won|wins?)\b[^.;,]*\b(?:prizes?|jackpots?|contracts?|lotter(?:y|ies))\b"
)
_SAYS = re.compile(r"\b(?:that|said|says|announced|confirmed|after|when|as|:)\s")
# Another who gets a sum, where the verb is understood: ", the Mill Choir 20,000 and Berga Library "
_NEXT = re.compile(
    r"^[\s)\]]*(?:[^,;]{0,60})?[;,]?\s*(?:and|while|with|but|plus)?\s*(?:the\s|an?\s)?[^\W_][^.;:]{1,70}?[\s(,]*$"
)
_AIM = re.compile(
    r"^\s(?:to|for|towards|so)\s[^,;]{2,58}[,;]\s(?:and\s|while\s|plus\s)?"
)  # "20,000 to mend its roof, and Lund Hall"
# Who gives stands behind the sum: "from the Mill Trust", "by the bank".
_FROM = re.compile(
    r"^[^;.]{0,160}?\b(?:from|by|courtesy\sof|thanks\sto)[\s.…]+"
    r"(?:(?:the|an?|its|his|her|their|two|three|four|both)\s|(?:it|him|her|them)\b|[A-ZÀ-Þ])",
)
# "from Lund to Berga" tells a stretch, not who gives.
_LEADS_FROM = re.compile(r"^\W*From\s|\b(?:from|by)\s(?:the\s)?[A-ZÀ-Þ](?![\w’'-]*\s(?:to|until)\s[A-ZÀ-Þ])")
# What stands for those that get a sum: they are named before.
_PRONOUN = re.compile(
    r"\W*(?:(?:and|but|then|so)\s)?(?:it|they|she|he|(?:the|this|that)\s(?:club|school|group|charity|choir|team|"
    r"organi[sz]ation|museum|church|society|hospice|hospital|library|band|village|college|nursery))"
    r"(?:\s(?:has|have|had|also|was|were|will))*\s*",
    re.IGNORECASE,
)
# What opens a list of those that get something, and of those that give.
_OF_TAKERS = re.compile(
    r"\b(?:recipients?|beneficiar(?:y|ies)|winners?|awards?|awarded|grants?|granted|allocat\w+|receiv(?:es?|ing)|going\sto"
    r"|scholarships?|by\s(?:county|region|market|fund|state|town|area)|successful|projects|funded)\b",
    re.IGNORECASE,
)
_OF_GIVERS = re.compile(
    r"\b(?:donors?|contributors?|contributions?|givers?|supporters|sponsors|donations?|donated|pledg\w+|gave"
    r"|(?:gifts|grants)\sfrom|backers|funders|spending|expenses)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(rf"^\s*(?:{MARK}\s+)?[^\W_][^.;|]{{1,80}}?(?:\s\|[^|]{{1,40}})?\s?[,:–—|(-]\s*$")
_BARE = re.compile(rf"^\s*(?:{MARK}\s+)$")
_TO = re.compile(r"^\s(?:to|for)\s")
# What opens a report of a round: who shares in it, or that it is one of grants.
_OF_ROUND = re.compile(
    r"\b(?:(?:will\s|to\s)?(?:share|benefit)\s(?:in\s|from\s)?[^.;\n]{0,60}?(?:grants?|fund(?:ing)?|scheme|round|cycle|awards?)"
    r"|grants?\s(?:round|cycle|program(?:me)?s?|awards?|recipients)|(?:awards|awarded|approved|announce[sd]?|hands\sout)"
    r"\s[^.;\n]{0,60}?(?:grants|awards|scholarships|bursaries))\b",
    re.IGNORECASE,
)
# "94,000 among 18 groups", "320,000 to 27 organisations"
_TO_MANY = re.compile(
    r"^[^.;,]{0,40}?\s(?:among|between|across|to|for)\s(?:the\s|some\s|more\sthan\s|over\s|nearly\s|about\s)?(?:\d{1,3}|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?\sof|scores\sof|several|many|local|community)\s(?:[a-z-]+\s){0,3}?[a-z]+s\b"
)
_IN_GRANTS = re.compile(r"^\sin\s(?:[a-z]+\s)?(?:grants|bursaries|scholarships|awards)\b")
_FUNDS = re.compile(r"\b(?:Foundation|Fund|Trust|Endowment|Bank)\b")  # who gives by its name
_OPENING = 600  # characters that say what a text reports
_SHORT = 60  # characters of a heading that names a part of a list
_BOUND = 1500  # characters above a line of a list in which its heading stands
_LONGEST = 160  # characters of a line of a list
_NEAR = 300  # characters between two sums of one round
_LENT = re.compile(r"\b(?:lent|lends?|borrow\w*)\b")
# What is paid month by month, or for each of many things.
_RUNNING = re.compile(r"\s?(?:an?|per|every)\s(?:month|week|day|night|hour|head|year)\b")


def with_round_givers(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with their givers by full names, and the sums told by who gets them to who gives those beside."""
    claims = with_kin(with_full_names(claims, reader), reader)
    runs = list(list_runs(reader))
    takers = list(_takers(claims, listed_takers(runs), reader))
    gets = {key: who for key, who, _ in takers}
    told = {key: who for key, who, open_end in takers if open_end}
    claims = without_seekers(claims, gets.values(), reader)
    claims = _without_takers(claims, {key: who for key, who, open_end in takers if not open_end}, told, reader)
    if not told:
        return with_listed(_to_getters(claims, gets, reader), runs, reader)
    givers = [claim for claim in claims if _is_giver(claim, told)]
    sure = [one for one in givers if one.claim_id not in told]
    found: list[Claim] = []
    last: Claim | None = None  # the sum of the round before
    for claim in claims:
        made = claim
        if claim.claim_id in told:
            if claim.exclude_reason in _COUNTED:
                made = _given(_without_far(claim, sure), givers, told, reader)
            elif last is not None:
                made = _counted(claim, last, reader)
        found.append(made)
        if made.exclude_reason in _COUNTED and (claim.claim_id in told or _is_shared_out(made, reader)):
            last = made
    return with_listed(_to_getters(_as_parts(found, told, reader), gets, reader), runs, reader)


def _to_getters(claims: Sequence[Claim], gets: Mapping[str, str], reader: Reader) -> list[Claim]:
    return [of_getter(one, gets[one.claim_id], reader) if one.claim_id in gets else one for one in claims]


def _without_takers(
    claims: Sequence[Claim], named: Mapping[str, str], told: Mapping[str, str], reader: Reader
) -> list[Claim]:
    """Give the claims whose clause names a giver behind the sum (`named`) without the givers that it says receive.

    "Clubs across Leitrim were allocated 5m, the Department said": Leitrim gives none of the shares told next, either.
    """
    found = [_named_behind(claim, named, reader) for claim in claims]
    gone = {claim.donor for claim, made in zip(claims, found, strict=True) if claim.donor != made.donor}
    return [_of_nobody(one) if one.donor in gone and one.claim_id in told else one for one in found]


def _named_behind(claim: Claim, named: Mapping[str, str], reader: Reader) -> Claim:
    if claim.exclude_reason not in _COUNTED or claim.claim_id not in named or not _is_taker(claim, named):
        return claim
    found = _of_state(of_own_fund(of_sender(_of_nobody(claim), reader), reader), reader)
    return found if found.donor is not None else claim


def _of_nobody(claim: Claim) -> Claim:
    return replace(claim, donor=None, donor_text=None, donor_level=None)


def _of_state(claim: Claim, reader: Reader) -> Claim:
    """Give a sum of nobody to the state if an office of it is told of, even if the sum was taken to help that state."""
    if claim.donor is not None or claim.recipient_text is not None:
        return of_authority(claim, reader)
    found = of_authority(replace(claim, recipient=None), reader)
    return replace(found, recipient=claim.recipient if found.donor != claim.recipient else None)


def _as_parts(claims: Sequence[Claim], told: Mapping[str, str], reader: Reader) -> list[Claim]:
    """Give the claims with the shares of a round as parts of the sum that was shared out, if they come to no more."""
    found = list(claims)
    for at, whole in enumerate(claims):
        if whole.exclude_reason not in _COUNTED or whole.claim_id in told or not _is_shared_out(whole, reader):
            continue
        shares = [k for k in range(at + 1, len(found)) if found[k].claim_id in told and _is_of(found[k], whole)]
        if sum((size_of(found[k]) for k in shares), Decimal()) > size_of(whole):
            continue
        for k in shares:
            found[k] = replace(found[k], exclude_reason="part")
    return found


def _is_of(claim: Claim, whole: Claim) -> bool:
    same = claim.donor == whole.donor and currency_of(claim) == currency_of(whole)
    return same and claim.exclude_reason in _COUNTED and claim.start - whole.end <= _BOUND


def _is_giver(claim: Claim, told: Mapping[str, str]) -> bool:
    return claim.exclude_reason in _COUNTED and claim.donor is not None and not _is_taker(claim, told)


def _is_taker(claim: Claim, told: Mapping[str, str]) -> bool:
    """Whether who was read as a giver is one of those that are said to get something."""
    name = claim.donor_text
    if name is None or claim.donor is None:
        return False
    own = told.get(claim.claim_id)
    if own is not None and _PRONOUN.fullmatch(own) is not None and claim.donor.islower():
        return name.lower() in own.lower() or name not in claim.sentence  # "It was granted 8,000"
    return any(name in who for who in told.values())


def _given(claim: Claim, givers: Sequence[Claim], told: Mapping[str, str], reader: Reader) -> Claim:
    """Give a sum of a round to whoever gives the round, where nobody or one of the receivers was read as its giver."""
    if claim.donor is not None and not _is_taker(claim, told):
        return claim
    giver = _beside(claim, givers, told, reader)
    if giver is None and claim.donor is None:
        return claim
    if giver is None or giver.donor in (claim.recipient or "").split():
        return _of_state(_of_nobody(claim), reader)
    return _by(giver, claim)


def _without_far(claim: Claim, givers: Sequence[Claim]) -> Claim:
    """Give a sum whose clause says who gets it without a giver whom only other sentences name, not as one."""
    name = claim.donor_text
    guessed = name is not None and claim.donor is not None and claim.donor.islower() and name not in claim.sentence
    if not guessed or _FUNDS.search(name or "") or any(one.donor == claim.donor for one in givers):
        return claim
    return _of_nobody(claim)


def _by(giver: Claim, claim: Claim) -> Claim:
    return replace(claim, donor=giver.donor, donor_text=giver.donor_text, donor_level=giver.donor_level)


def _counted(claim: Claim, last: Claim, reader: Reader) -> Claim:
    """Count a sum that was left out as nobody's where the sum before it is shared out."""
    away = claim.start - last.end > _NEAR or last.donor is None
    if (
        away
        or _LENT.search(claim.sentence)
        or claim.exclude_reason not in _UNGIVEN
        or _RUNNING.match(reader.plain, claim.end)
    ):
        return claim
    form = last.instrument if claim.instrument == "unknown" else claim.instrument
    return replace(_by(last, claim), exclude_reason="", status=last.status, instrument=form)


def _beside(claim: Claim, givers: Sequence[Claim], told: Mapping[str, str], reader: Reader) -> Claim | None:
    """Give the claim whose giver shares out: that of the nearest sum before, the surest first, else of one behind."""
    earlier = [one for one in givers if one.start < claim.start]
    own = [one for one in earlier if one.claim_id not in told]
    if own and own[-1].start >= reader.around(claim.start)[0]:
        return own[-1]
    if earlier:
        return ([one for one in own if _is_shared_out(one, reader)] or own or earlier)[-1]
    heads = "\n" not in reader.text[: claim.start].strip()
    return next((one for one in givers if one.start > claim.start and (heads or one.claim_id in told)), None)


def _is_shared_out(claim: Claim, reader: Reader) -> bool:
    """Whether many get a share of a gift ("5m to 12 groups", "a round of grants")."""
    behind = reader.plain[claim.end : claim.end + _NEAR].split("\n")[0]
    return (
        _TO_MANY.match(behind) is not None
        or _IN_GRANTS.match(behind) is not None
        or _OF_ROUND.search(claim.sentence) is not None
    )


def _takers(claims: Sequence[Claim], listed: Collection[int], reader: Reader) -> Iterator[tuple[str, str, bool]]:
    """Give the ids of claims whose clause says who gets the sum, with those words, and whether it names no giver."""
    by: dict[tuple[int, int], list[Claim]] = {}
    for claim in claims:
        if claim.amount is not None:
            by.setdefault(reader.at(claim.start), []).append(claim)
    for (number, index), those in by.items():
        sentence = reader.paragraph(number)[index]
        at, taking = sentence.start, False
        for k, claim in enumerate(those):
            end = those[k + 1].start if k + 1 < len(those) else sentence.end
            who = _who(at, claim.start, taking=taking, reader=reader)
            if who is None and (claim.start in listed or _in_list(claim, end, reader)):
                who = _line_before(claim.start, reader)
            lead, after = reader.plain[at : claim.start], reader.plain[claim.end : end]
            goes_on = claim.start not in listed or after.startswith(";")
            at, taking = claim.end, who is not None and goes_on
            if who is not None:
                yield claim.claim_id, who, not _FROM.search(after) and not _LEADS_FROM.search(lead)


def _who(low: int, high: int, *, taking: bool, reader: Reader) -> str | None:
    """Give the words for who gets the sum behind some words of a sentence; `taking` if the sum before is got, too."""
    lead = reader.plain[low:high]
    took = _TAKES.match(lead)
    if took is not None and _OF_OTHERS.search(took[0]) is None:
        return _SAYS.split(took["who"])[-1]
    goes = _GOES.search(lead)
    if goes is not None and not (goes["who"] and _is_verbal(low + goes.start("who"), high, reader)):
        return goes[0]
    if _AMONG.search(lead) is not None:
        return lead
    aside = _ASIDE.match(lead) if taking else None
    if aside is not None and not _is_verbal(low, low + aside.end("who"), reader):
        return aside["who"]
    aim = _AIM.match(lead) if taking else None
    bare = taking and _NEXT.match(lead) is not None and not _is_verbal(low + (aim.end() if aim else 0), high, reader)
    return lead if bare else None


def _is_verbal(low: int, high: int, reader: Reader) -> bool:
    """Whether a verb stands between two offsets of a sentence."""
    number, index = reader.at(low)
    items = reader.items(reader.paragraph(number)[index])
    inside = (k for k, item in enumerate(items) if low <= item.start < high)
    return any(items[k].low in AUXILIARIES or is_verbal(items, k) for k in inside)


def _in_list(claim: Claim, end: int, reader: Reader) -> bool:
    """Whether a sum stands in a line of a list of those that get something."""
    lead = _line_before(claim.start, reader)
    opens = _BARE.match(lead) is not None and _TO.match(reader.plain, claim.end, end) is not None
    given = claim.amount is not None and hands_on(claim.start - len(lead), claim.amount, reader.text)
    if given or (not opens and _LABEL.match(lead) is None):
        return False
    heading = _heading(claim.start, reader)
    if _OF_GIVERS.search(heading) is not None:
        return False
    if _OF_TAKERS.search(heading) is not None:
        return True
    opening = reader.plain[
        :_OPENING
    ]  # "Arts:", "Among the others:" say nothing, but the report is of a round of grants
    return len(heading) <= _SHORT and _OF_ROUND.search(opening) is not None and _OF_GIVERS.search(opening) is None


def _line_before(offset: int, reader: Reader) -> str:
    return reader.plain[reader.text.rfind("\n", 0, offset) + 1 : offset]


def _heading(offset: int, reader: Reader) -> str:
    """Give the line above the list of a line; an empty one where none is near."""
    end = reader.text.rfind("\n", 0, offset)
    while end > max(0, offset - _BOUND):
        start = reader.text.rfind("\n", 0, end) + 1
        line = reader.text[start:end].strip()
        if line and not LINE.match(reader.text, start):
            if not reader.overlaps(start, end):
                return line
            if end - start > _LONGEST:
                return ""
        end = start - 1
    return ""
