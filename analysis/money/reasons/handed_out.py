"""Gifts that a donor's paper tells by a plain verb of giving and whom it goes to, whatever else the words weigh.

"The Transport Department is providing 5 million to towns" is read as what a state spends at home, "three labs were
set up with 5 million" as a gift of nobody, "launched a 5 million fund for farmers" as business. In fact sheets of a
state all three are gifts, where no law, no running sum and no condition stands beside them.
"""

import re
from typing import Final

from analysis.money.text.screen import sparse

HEDGE: Final = (
    r"(?:(?:an?|the|up|to|over|more|than|nearly|almost|about|some|around|at|least|another|additional|total|of|new"
    r"|unprecedented|historic|extra|further|roughly|approximately|initial|record|it|also)\s)*"
)
_GIVES = sparse(
    rf"\b(?:award(?:s|ed|ing)?|obligat(?:es|ed|ing)|allocat(?:es|ed|ing)|grant(?:s|ed|ing)|distribut(?:es|ed|ing)"
    rf"|provid(?:es?|ed|ing)|dedicat(?:es|ed|ing)|will\s(?:also\s)?(?:invest|award|allocate|grant|distribute|dedicate))"
    rf"\s{HEDGE}$",
    re.IGNORECASE,
)
# "to 20 colleges", "for Lund Bridge", "in new funding to help"
_TO_WHOM = re.compile(
    r"""^\s(?:in\s(?:\S+\s){1,5}?)?(?:to|across|for)\s(?:the\s|an?\s|over\s|more\sthan\s|nearly\s|\w+\s)?
    (?:(?-i:[A-Z])|\d|communit|tribe|state|school|hospital|universit|college|organi[sz]ation|nonprofit|local|grantee
      |project|rural|small|farmers|businesses|countr|help|support|launch|expand|reduce|improve|assist|develop|build)""",
    re.VERBOSE | re.IGNORECASE,
)
# Who announces hands out to classes of people alone, and may name the programme first: "in grants through X to states".
_TELLS = sparse(
    rf"\b(?:announc(?:e|es|ed|ing)|direct|approv(?:es|ed|ing)|deploy|award(?:s|ed|ing)?|distributing|investing"
    rf"|will\s(?:also\s)?(?:invest|deploy|direct))\s{HEDGE}$",
    re.IGNORECASE,
)
_TO_MANY = re.compile(
    r"""^\s(?:[^.;$]{0,110}?\s)?(?:to|across|for|in)\s(?:help\s|support\s)?(?:the\s|an?\s|over\s|more\sthan\s|nearly\s|\w+\s)?
    (?:\d|communit|tribe|tribal|states?\b|school|hospital|universit|college|organi[sz]ation|nonprofit|local\b|grantee|project
      |rural|farmers|counties|cities|towns)""",
    re.VERBOSE | re.IGNORECASE,
)
# What makes it a running sum, an older gift, a law's money or none yet.
_AGAINST = sparse(
    r"""\b(?:since|so\ far|to\ date|already|years?|last|previous(?:ly)?|earlier|past|would|requests?|(?-i:Congress)|if
    |could|can|may|must|should|eligible|compete|(?-i:Budget|FY)|law|bill|fiscal|has|have|had|we|I
    |in\ part|responded\ quickly|jobs|manufactur\w+|chips?|plants?|through\ (?:\w+\ \d\d?,\ )?(?:19|20)\d\d)\b
    |20\d\d\ ?[-–]\ ?20""",
    re.VERBOSE | re.IGNORECASE,
)
# A law's money may be awarded, too, by who announces it.
_LAW = re.compile(r"\b(?:Act|Law|Plan|BIL|IRA|ARP)\b")
# An office of the state that goes by its letters or its branch: "DRL will invest".
_OFFICE = re.compile(
    r"(?:^|[\s(’'])(?:[A-Z]{3,6}|Development|Treasury|Agency|Bureau|Service)\)?\s(?:will|is|has|also|\w+ed)\b[^,;]{0,40}$"
)
_SHORT = 120  # characters beside a sum in which it is asked what speaks against a gift
_GOT = re.compile(
    rf"\b(?:is|are|was|were|has|have)\s(?:also\s|been\s)?(?:receiv(?:ing|ed)|awarded"
    rf"|(?:funded|established|equipped|supported)\swith)\s{HEDGE}$"
    rf"|\b(?:has|have)\s(?:funded|equipped|supported)\s[^.;$]{{3,60}}?\swith\s{HEDGE}$",
    re.IGNORECASE,
)
_INSURED = re.compile(r"\b(?:insurance|indemnit\w+|payments?|contracts?|credits?|benefits?|rebates?)\b", re.IGNORECASE)
_SETS_UP = re.compile(
    rf"\b(?:launch|establish|creat|add|start)(?:ed|d|ing|es|e)?\s(?:its\s|their\s)?{HEDGE}$", re.IGNORECASE
)
_FUND = re.compile(r"^\s(?:[\w-]+\s){0,4}?(?:facility|fund|compact|trust|center\sfor)\b(?![’'])", re.IGNORECASE)
_FOR_OTHERS = re.compile(r"^[^.;$]{0,80}?\b(?:to\s(?:help|support|assist|aid)|to\sthe\sneeds)\b", re.IGNORECASE)


def hands_out(before: str, after: str, *, public: bool, house: bool) -> bool:
    """Whether a body of a state hands a sum to somebody, by its verb and whom it goes to.

    Args:
        before: the sentence up to the sum, without marks of layout.
        after: the sentence behind it.
        public: whether a government was read as the giver.
        house: whether the text is a paper of a state.

    >>> hands_out("EPA is providing ", " across 3 local groups", public=True, house=True)
    True
    >>> hands_out("EPA has provided ", " to towns since 2020", public=True, house=True)
    False
    """
    gives = _GIVES.search(before) and _TO_WHOM.match(after)
    if not gives and not (house and public and _TELLS.search(before) and _TO_MANY.match(after)):
        return False
    if not public and not (house and _OFFICE.search(before)):
        return False
    around = f"{before[-_SHORT:]} # {after[:_SHORT]}"
    if _LAW.search(around) and not (house and public and _TELLS.search(before)):
        return False
    return not _AGAINST.search(around)


def was_given(before: str, after: str) -> bool:
    """Whether somebody got a sum, in words that leave the giver out ("three labs were set up with").

    >>> was_given("Two labs were established with ", " in first-year funding")
    True
    """
    return _GOT.search(before) is not None and not _INSURED.search(after[:60])


def sets_up(before: str, after: str, *, public: bool) -> bool:
    """Whether a fund is set up with a sum; that of a firm is for others only where it says so.

    >>> sets_up("Chad launched a ", " fund for herders", public=True)
    True
    >>> sets_up("Acme launched a ", " fund", public=False)
    False
    """
    if not _SETS_UP.search(before) or not _FUND.match(after):
        return False
    return public or _FOR_OTHERS.match(after) is not None


# "the authority under section 614 to determine whether it is important to furnish up to 5 million in assistance"
_RELEASES = sparse(
    rf"\bauthority\s(?:under|of|in|to)\b[^;]{{0,260}}\bto\s(?:furnish|provide|make\savailable|direct\sthe\sdrawdown\sof)"
    rf"\s{HEDGE}$",
    re.IGNORECASE,
)
_AS_AID = re.compile(
    r"^\s(?:in|of)\s(?:\w+\s){0,2}(?:assistance|aid|support|articles|commodities|equipment)\b", re.IGNORECASE
)


def releases(before: str, after: str) -> bool:
    """Whether a head of state passes on the power to hand a stated sum of aid to somebody, which releases it.

    >>> releases("I delegate the authority under section 2 to determine whether to furnish ", " in assistance to Chad")
    True
    """
    return _RELEASES.search(before) is not None and _AS_AID.match(after) is not None
