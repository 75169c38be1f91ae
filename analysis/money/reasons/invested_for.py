"""Investments that are gifts: what a state, its agency or a charity puts into something beyond itself.

"A 15 million investment to support rescue crews" is read as business, since most that is invested is to come back.
Where no firm, no plant and no law stands beside the sum, where it is no round number of billions, and where it is said
whom or what public good it is for, who speaks for a state tells by the word what it gives.
"""

import re
from decimal import Decimal
from typing import Final

from analysis.money.reasons.handed_out import HEDGE
from analysis.money.text.screen import sparse

_GREAT: Final = Decimal(1_000_000_000)  # what only a law or an industry comes to
_INVESTMENT: Final = r"investments?\b(?!\s(?:grade|funds?|bank|tax|deal|commit|pledge|plan|agree))"
_GOODS: Final = (
    r"(?:to|toward|towards|for|supporting|in|that\swill)\s"
    r"(?!(?:the\s)?(?:U\.S\.|U\.K\.|US\b|UK\b|United|American?\b))"
)
# "a 15 million investment to support", "9 million in new investments to"
_SUM_FIRST = re.compile(
    rf"^[\s-]+(?:in\snew\s|(?:(?!foreign|direct|private|public|follow)[\w’-]+\s){{0,3}}?){_INVESTMENT}\s{_GOODS}",
    re.IGNORECASE,
)
_INDEFINITE = re.compile(
    rf"\b(?:an?|another|additional|new|separate|planned|making|receives?|award\w*|launch\w*)\s{HEDGE}(?:separate\s|planned\s)?$",
    re.IGNORECASE,
)
# A firm announces what it invests in itself: who else announces it is told by name.
_ANNOUNCES = re.compile(r"\bannounc\w+\b[^;.]{0,40}$", re.IGNORECASE)
_ANNOUNCER = re.compile(
    r"\b(?:President|Secretary|Minister|Department|Ministry|Agency|Administration|Administrator|Bureau|Service|Centers"
    r"|Institutes?|Foundation|Commission|CDC|HHS|EPA|USAID|USDA|[Ww]e|I|I[’']m)\b[^;.]*\bannounc"
)
_SUM_LAST = sparse(rf"\ban?\s(?:new\s|separate\s|joint\s|additional\s|first\s)?investment\sof\s{HEDGE}$", re.IGNORECASE)
_THAT_SERVES = re.compile(r"^\s(?:over\s\w+\s\w+\s)?(?:to|toward|towards|that\swill|for|in)\s", re.IGNORECASE)
# "with an initial investment of 5 million": what a programme is begun with
_INITIAL = sparse(rf"\ban\sinitial\s(?:(?:investment|stake)\sof\s)?{HEDGE}$", re.IGNORECASE)
_STAKED = re.compile(r"^[\s-]+(?:[\w’-]+\s){0,2}?investments?\b", re.IGNORECASE)
# "This compact will invest": what was told just before
_THIS = sparse(
    rf"\bthis\s(?:new\s)?(?:[\w-]+\s){{0,2}}?(?:compact|initiative|program(?:me)?|partnership|project|fund|phase|grant|effort)"
    rf"\s(?:will|is)\s(?:also\s)?invest(?:ing)?\s{HEDGE}$",
    re.IGNORECASE,
)
# "DRL will invest": an office by its letters, with what it pays for behind
_OFFICE = sparse(
    rf"(?:(?-i:\b[A-Z]{{3,6}}|Treasury|Department|Agency|Administration|Bureau|Service))\)?\s(?:(?:is|are|will|also|today)\s)*?"
    rf"invest(?:ed|ing)?\s{HEDGE}$",
    re.IGNORECASE,
)
_PAYS_FOR = re.compile(
    r"^\s(?:(?:in|of)\s(?:\w+\s){0,2}(?:funding|grants?|assistance|aid|support|programming)\b"
    r"|(?:over\s\w+\s\w+\s)?(?:to|for)\s(?:support|help|assist|train|strengthen|improve|expand|protect|provide|prevent)\b)"
)
# "investing 5 million in recycling grants"
_PUTS = sparse(rf"\b(?:invest(?:s|ed|ing)?|an?\s(?:\w+\s)?investment\sof)\s{HEDGE}$", re.IGNORECASE)
_AS_GRANTS = re.compile(r"^\s(?:in|through)\s(?:[\w’-]+\s){0,6}?grants?\b")
# Who gives for nothing says "invest", too.
_CHARITY = sparse(r"\b(?:philanthrop\w+|non-?profits?|charit(?:y|ies|able))\b", re.IGNORECASE)
_BUSINESS = sparse(
    r"\b(?:compan(?:y|ies)|corporations?|firms?|private|plants?|factor(?:y|ies)|fabs?|manufactur\w+|semiconductors?|chips?"
    r"|jobs|startups?|inc|corp|llc|industry|ventures?|investors?|equity|businesses|commercial|foreign\sdirect)\b",
    re.IGNORECASE,
)
_LAW = sparse(
    r"\b(?:Act|Law|Plan|Bill|Budget|Agenda|Deal|Order|bill|law|budget|Framework|BIL|IRA|ARP|Congress|FY|plan|deal)\b"
)
_AGAINST = sparse(
    r"\b(?:since|so\sfar|to\sdate|already|last|previous(?:ly)?|earlier|past|would|request\w*|propos\w+|call(?:s|ed|ing)?\s(?:for|on)"
    r"|if|could|recently|buil(?:ds?|ding|t)\s(?:up)?on|annual\w*|(?:a|each|per)\syear|alongside|combined|(?:19|20)\d\d)\b"
    r"|\b(?:has|have|had)\b(?!\s(?:pledged|committed|agreed|promised)\sto)[^,;]{0,60}\#|\binclud\w+\b[^,;]{0,30}\#",
    re.IGNORECASE,
)
_NEAR = 200  # characters before a sum in which it is asked what speaks against a gift


def invests_for_others(
    before: str, after: str, size: Decimal | None, *, public: bool, private: bool, house: bool
) -> bool:
    """Whether a sum that is invested is given for somebody or for a public good.

    Args:
        before: the sentence up to the sum, without marks of layout.
        after: the sentence behind it.
        size: the sum, if known.
        public: whether a state or a body of states was read as the giver.
        private: whether a firm or a person was.
        house: whether the text is a paper of a state.

    >>> whose = {"public": False, "private": False, "house": True}
    >>> invests_for_others("Second, a ", " investment to support rescue crews", Decimal(15), **whose)
    True
    >>> invests_for_others("Acme announced a ", " investment to expand its shipyard", Decimal(15), **whose)
    False
    """
    around = f"{before[-_NEAR:]}#{after[:120]}"
    if ("nvest" not in before[-120:] and "nvest" not in after[:120]) or _AGAINST.search(around):
        return False
    if _CHARITY.search(around):
        return _PUTS.search(before) is not None or _STAKED.match(after) is not None
    if private or not (public or house) or _BUSINESS.search(around):
        return False
    if _ANNOUNCES.search(before) and not _ANNOUNCER.search(before):
        return False
    if _is_put_in(before, after, house=house):
        return True
    return size is not None and size < _GREAT and not _LAW.search(around) and _is_for(before, after)


def _is_put_in(before: str, after: str, *, house: bool) -> bool:
    """Whether a programme is begun with a sum, or who puts it in and as what says that it is a gift."""
    if _INITIAL.search(before) and ("initial investment of" in before[-80:] or _STAKED.match(after)):
        return True
    if _THIS.search(before) or (_PUTS.search(before) and _AS_GRANTS.match(after)):
        return True
    return house and _OFFICE.search(before) is not None and _PAYS_FOR.match(after) is not None


def _is_for(before: str, after: str) -> bool:
    """Whether an investment that is new to the reader is said to be for somebody or something."""
    if _SUM_FIRST.match(after):
        return _INDEFINITE.search(before) is not None
    return _SUM_LAST.search(before) is not None and _THAT_SERVES.match(after) is not None
