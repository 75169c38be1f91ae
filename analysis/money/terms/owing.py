"""Forms that what is owed takes where it is let go of, and sums that are no cash: debts, swaps, surety, shares.

"Lenders agreed to restructure 5m of loans", "turned 5m of its credits into a gift" and "let Chad off paying 5m" are
relief of a debt, "forgave 5m on condition that Chad spends it on schools" swaps one; who "stands surety for 5m of
loans" lends nothing, and "5m of new shares" are bought. The word of lending beside such a sum is that of the debt.
What a lender gives that "need not be repaid" is a gift, as is what it grants and lends nothing of.
"""

import re
from dataclasses import replace

from analysis.money.text.screen import sparse
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_BEFORE, _BEHIND = 170, 170  # characters on either side of a sum that are read
_CLAUSE = re.compile(r"[.;:](?=\s)|[$€£¥₹]\s?\d")
_OWED = (
    r"(?:loans?|credits?|credit\slines?|lines?\sof\scredit|debts?|ow(?:e|es|ed|ing)|arrears|principal"
    r"|instal?lments?|obligations|dues)"
)
# "restructure 5m of loans", "a deal to rework 5m of its bilateral debt"
_REWORKS = sparse(
    r"\b(?:restructur|rework|reprofil|reschedul)(?:e|es|ed|ing)?\s(?:(?:the|its|their|about|some|around|up\sto|more\sthan|"
    r"nearly|another|an?|further|US|roughly|almost|over)\s?)*$",
    re.IGNORECASE,
)
_OF_DEBT = re.compile(rf"^\s(?:of|in)\s(?:[\w’'-]+\s){{0,4}}?{_OWED}\b", re.IGNORECASE)
_PUT_OFF = re.compile(
    r"\b(?:put(?:ting)?|push(?:ed|ing)?|mov(?:ed|ing))\s(?:\w+\s){0,2}?(?:off|back)\b|\b(?:deferred|postponed)\b",
    re.IGNORECASE,
)
# "a 5m debt deal"
_DEBT_DEAL = re.compile(
    r"^\sdebt\s(?:deal|restructuring|rework(?:ing)?|overhaul|accord|treatment|relief)\b", re.IGNORECASE
)
_TURNS = sparse(
    r"\b(?:turn|convert|transform|chang|swap)(?:s|ed|ing|es|e|ped|ping)?\s(?P<what>[^.;,]{0,60})$", re.IGNORECASE
)
_INTO = re.compile(r"^(?P<of>[^.;,]{0,90}?)\binto\s(?P<what>[^.;,]{3,60})", re.IGNORECASE)
_TO_GIFT = re.compile(r"^(?P<of>[^.;,]{0,60}?)\bto\s(?P<what>grants?\b)", re.IGNORECASE)
_INTO_GIFT = re.compile(r"^(?:an?\s|outright\s|pure\s){0,2}(?:grants?|gifts?|donations?|aid)\b", re.IGNORECASE)
_AS_GIFT = re.compile(r"\binto\s(?:an?\s|outright\s){0,2}(?:grants?|gifts?|donations?)\s", re.IGNORECASE)
_HAS_OWED = re.compile(rf"\b{_OWED}\b", re.IGNORECASE)
# "let Chad off paying 5m", "let the kingdom off two instalments, 5m"
_LETS_OFF = sparse(r"\b(?:let|lets|letting)\s(?:[\w’'-]+\s){1,4}?off\b[^.;]{0,50}$", re.IGNORECASE)
# "erased a third of what it owed, about 5m", "cancelled an interest-free loan of 5m that matured in 2020"
_DROPS = sparse(
    r"\b(?:eras(?:e|es|ed|ing)|cancel\w*|forg(?:ive|ives|ave|iven|iving)|waiv(?:e|es|ed|ing)|wip(?:e|es|ed|ing)\sout)\b"
    rf"[^.;]{{0,80}}?\b(?:{_OWED}|claims?|interest|repayments?)\b(?![^.;]*\b(?:promised|pledged|planned)\b)[^.;]{{0,50}}$",
    re.IGNORECASE,
)
_REPAYMENTS = sparse(r"\b(?:re|debt\s)payments?\b[^.;]{0,25}$", re.IGNORECASE)
_CONDITION = sparse(
    r"\b(?:on\s(?:the\s)?condition(?!\sof\snothing)|provided\s(?:that\s)?|(?:so|as)\slong\sas|in\s(?:return|exchange)\s(?:for\b)?|plough\w*|"
    r"(?:goes|go|going|spent|paid|used)\sinstead|instead\sbe\s\w+|against\sinvestments?)\b",
    re.IGNORECASE,
)
_SURETY = sparse(
    r"\b(?:st(?:and|ands|ood|anding)\s(?:surety|good|behind|guarantor)(?:\sfor)?|guaranteeing|(?:to|will|would)\sguarantee"
    r"|first[- ]loss\s(?:\w+\s)?(?:of|worth)|(?:carr(?:y|ies|ied)|takes?|took|bear|bears)\sthe\sfirst\sloss\son)\s"
    r"(?:(?:the|its|their|about|some|around|up\sto|more\sthan|nearly|another|an?|further|US|roughly|almost|over)\s?)*$",
    re.IGNORECASE,
)
_IN_COVER = re.compile(
    r"^\s(?:in|of)\s(?:(?:political|war|credit)[- ]risk\s|risk\s|trade\scredit\s|export\scredit\s){1,2}?"
    r"(?:cover|insurance|guarantees?)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"^\s(?:worth\s)?(?:of|in)\s(?:(?:new|its|the|fresh|newly\sissued|preferred)\s)?(?:shares|equity|share\scapital)\b"
    r"(?!\s(?:and|or)\b)|^[^.;]{0,60}?\b(?:for|as)\s(?:an?|just|under|over|\s)*\s?(?:[\w-]+\s){0,3}?(?:of\sthe\sshares|stake|holding)\b",
    re.IGNORECASE,
)

# "5m that need not be repaid", "5m, of which not a cent will have to be paid back"
_BACK = r"(?:repaid|paid\sback|given\sback|returned|reimbursed|repayable|refundable|pay\sback|repay)"
_OWES_NOTHING = r"non-?\s?(?:repayable|reimbursable|refundable)"
_NOT_BACK = (
    rf"(?:{_OWES_NOTHING}|not\s(?:{_BACK}|an?\s\w+[^.;\d]{{0,30}}?{_BACK})"
    r"|(?:n['’]t|not|never|nothing|without)\s(?:(?:is|has|have|having|need|needs|to|be|must|will|meant|expected|due)\s)"
    rf"{{0,4}}{_BACK})\b(?!\s(?:before|until|till|for|by|at\sonce)\b)"  # "not to be repaid before 2035" is lent
)
_NOT_OWED = sparse(rf"^[^.;\d]{{0,80}}?\b{_NOT_BACK}", re.IGNORECASE)
_NOT_OWED_BEFORE = sparse(rf"\b{_OWES_NOTHING}\s(?:(?!(?:and|or)\s)[^.;,\d\s]+\s){{0,6}}$", re.IGNORECASE)
# "The bank granted the railway 5m", where no word lends
_GRANTS = re.compile(
    r"\bgrant(?:s|ed|ing)?\s(?:(?:the|a|its|his|her|of|[A-Z][\w.’'-]*|[a-z]+)\s){0,4}"
    r"(?:US|another|further|about|some|up\sto|\s)*$"
)
_GIVES_TOO = re.compile(
    r"\b(?:and|also|but|while|it|bank|fund)\s(?:(?:also|will|would|has|had|to|is|itself)\s){0,3}?"
    r"(?:giv(?:e|es|en|ing)|gave|donat\w+)\s"
    r"(?:(?:the|it|them|a|an|another|further|about|some|up|to|[A-Z][\w.’'-]*|[a-z]+)\s){0,4}$"
)
_LENDING = re.compile(
    r"\b(?:loans?|credits?|lend|lends|lent|lending|borrow\w*|tranches?|instal?lments?)\b", re.IGNORECASE
)


def with_owing(claim: Claim, left: str, right: str) -> Claim:
    """Give a counted sum of money the form that words of owing on either side tell."""
    form = owing(left, right, claim.instrument)
    return replace(claim, instrument=form) if form else claim


def owing(left: str, right: str, known: str = "unknown") -> str:
    """Give the form that words of owing tell of a sum between `left` and `right`, known as `known`; empty for none.

    >>> owing("Lenders will restructure ", " of loans to Chad"), owing("Norway turned ", " of its loans into a gift")
    ('debt_relief', 'debt_relief')
    >>> owing("Norway will convert ", " of Chad's debt into schools"), owing("The bank restructured ", " of its staff")
    ('swap', '')
    """
    before = " ".join(_CLAUSE.split(left[-_BEFORE:])[-1].split()) + " "
    full = " ".join(f"{right[:_BEHIND]} ".split())
    behind = " " + _CLAUSE.split(f"{full} ")[0].rstrip()
    if _SURETY.search(before) or _IN_COVER.match(behind):
        return "guarantee"
    if _SHARES.match(behind):
        return "equity"
    if known in ("loan", "unknown") and _is_given(left, before, behind):
        return "grant"
    form = _relief(before, behind) or ("debt_relief" if known == "debt_relief" else "")
    return "swap" if form == "debt_relief" and _CONDITION.search(behind) else form


def _is_given(left: str, before: str, behind: str) -> bool:
    """Whether a sum between the words of its clause need not be paid back, though who gives it lends."""
    if _NOT_OWED.match(behind) or _NOT_OWED_BEFORE.search(before):
        return True
    if _LENDING.search(before) or _LENDING.search(behind):
        return False
    return _GRANTS.search(before) is not None or (
        _GIVES_TOO.search(before) is not None and _LENDING.search(left) is not None
    )


def _relief(before: str, behind: str) -> str:
    if _DEBT_DEAL.match(behind):
        return "debt_relief"
    if _REWORKS.search(before) and (_OF_DEBT.match(behind) or _PUT_OFF.search(behind)):
        return "debt_relief"
    turns = _TURNS.search(before)
    if turns is not None:
        into = _INTO.match(behind) or _TO_GIFT.match(behind)
        if into is not None and (_HAS_OWED.search(turns["what"]) or _HAS_OWED.search(into["of"])):
            return "debt_relief" if _INTO_GIFT.match(into["what"]) else "swap"
        if _AS_GIFT.search(before) and _HAS_OWED.search(behind):
            return "debt_relief"
    if _LETS_OFF.search(before) or _DROPS.search(before):
        return "debt_relief"
    return "debt_relief" if _REPAYMENTS.search(before) and _PUT_OFF.search(behind) else ""
