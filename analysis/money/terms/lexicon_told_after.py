"""Clauses behind a gift that say how far it has come, and its form: what `analysis.money.terms.told_after` reads."""

import re
from dataclasses import dataclass

from analysis.money.text.screen import sparse


@dataclass(frozen=True, slots=True)
class Telling:
    """A way in which a clause of its own begins that tells the stage of the gift before it."""

    stage: str
    words: re.Pattern[str]  # matched where a clause begins
    goods: bool | None = None  # told of goods alone, of money alone, or of both


_PAPER = (
    r"(?:agreements?|contracts?|accords?|deals?|memorand(?:um|a)|documents?|papers|notes|letters?|deeds?|treat(?:y|ies)"
    r"|policy|convention|arrangement)"
)
_BODY = (
    r"(?:cabinet|parliament|board|assembly|senate|congress|lawmakers|council|bundestag|sejm|directors|governors|college"
    r"|legislators|mps|deputies|senators|councillors|committee|trustees)"
)
_MONEY = r"(?:money|sum|loan|credit|grant|guarantee|package|funds?|financing|facility|gift|cash|cheque|transfer)"
_IT = rf"(?:it|this|that|these|they|both|the\s(?:[\w-]+\s){{0,2}}{_MONEY})"
_WAS = r"(?:\s(?:was|were|has\sbeen|have\sbeen|had\sbeen|is|are)|[’']d\sbeen|[’']s\sbeen)"
_HAS = r"(?:(?:have|has|had|was|were|been|all|both|also|already|since|now|duly|finally|even)\s){0,3}"
_THERE = (
    r"(?:arrived|got\s(?:there|here|in|through)|landed|reached\s(?!agree)|docked|crossed\b(?!\sthe\sborder)|came\sashore|discharged\sat"
    r"|(?:handed\s(?:over|to)|unloaded|delivered|received|distributed|installed|unpacked|collected|checked\sin"
    r"|weighed\sin|put\sto\s(?:use|work))\b"
    r"|(?:is|are)\s(?:now\s|already\s)?(?:in\s(?:use|service|place|operation|your|their|its)|there|running|at\swork)\b)"
)
_PAID = (
    r"(?:(?:was|were|been)\s(?:\w+\s)?(?:wired|paid|transferred|disbursed|credited|banked)\b"
    r"|(?:arrived|landed|reached|cleared)\b[^.;]{0,40}\b(?:accounts?|bank|treasury|coffers)\b"
    r"|(?:came\sin|arrived|landed)\s(?:on|last|yesterday|this)\b)"
)


def _telling(stage: str, words: str, *, goods: bool | None = None) -> Telling:
    return Telling(stage, re.compile(words, re.IGNORECASE), goods)


AFTER = (
    # "They had crossed at Raxaul", "It is in your warehouses"
    _telling("delivered", rf"(?:(?:and|but)\s)?(?:{_IT}|which|all)\s{_HAS}{_THERE}", goods=True),
    _telling("delivered", rf"the\s(?:[\w-]+\s){{1,3}}?{_HAS}{_THERE}", goods=True),
    # "medicines worth 5m, which were handed over", "boilers, for which Oslo paid 5m, reached Sumy"
    _telling("delivered", rf"\A[,\s]*(?:(?:and\s)?(?:which|that|these)\s)?{_HAS}{_THERE}", goods=True),
    # "the cash came in on Tuesday", ", already in the bank"
    _telling("disbursed", rf"(?:(?:and|but)\s)?(?:{_IT}|which)\s(?={_HAS}{_PAID}){_HAS}", goods=False),
    _telling(
        "disbursed",
        r"(?:,\s)?already\s(?:in\s(?:the|its|their)\s(?:accounts?|bank|hands)|with\sthe\b"
        r"|(?:transferred|wired|paid|disbursed)\b)",
        goods=False,
    ),
    # "It, too, was cleared by directors", "Their board passed it last week", "It has been through the board"
    _telling(
        "approved",
        rf"{_IT}(?:,\stoo,)?{_WAS}\s(?:\w+\s){{0,2}}?(?:cleared|approved|passed|adopted|voted|endorsed|activated"
        rf"|waved\sthrough|agreed)\s(?:\w+\s){{0,3}}?(?:by|in)\s(?:[\w’'-]+\s){{0,3}}?{_BODY}\b",
    ),
    _telling(
        "approved",
        rf"(?:the|its|their|his|her)\s(?:[\w’'-]+\s){{0,2}}?{_BODY}\s(?:(?:had|has|have|already|only|then|duly|since)\s)"
        r"{0,2}(?:approved|adopted|passed|cleared|voted(?:\sthrough|\sfor)?|agreed\s(?:to|on)|endorsed)"
        rf"\s(?:it|this|them|that|both|the\s{_MONEY})\b",
    ),
    _telling(
        "approved",
        rf"{_IT}(?:[’']d|[’']s|\shad|\shas)\s(?:already\s)?(?:been\sthrough|passed|cleared|gone\sthrough)"
        rf"\s(?:the|its|his|their)\s(?:\w+\s)?{_BODY}\b",
    ),
    # "A guarantee of 5m passed the board"
    _telling("approved", rf"(?:\s(?:which|that))?\s(?:passes|passed|clears|cleared)\s(?:the|its)\s(?:\w+\s)?{_BODY}\b"),
    # "The agreement with the ministry had been signed on the Monday", "Grant agreement signed 14 October"
    _telling(
        "committed",
        rf"(?:(?:the|both|two|all|an?|its|their|that|this|his|her)\s)?(?:[\w-]+\s){{0,3}}?{_PAPER}"
        r"(?:\s(?:with|between|for|of|on)(?:\s(?!(?:will|would|to|be|yet)\b)[\w’'-]+){1,6}?)?"
        rf"(?:{_WAS})?\s(?:\w+ly\s|already\s|also\s)?(?:signed|exchanged|initiall?ed|concluded|sealed|inked)\b",
    ),
    _telling("committed", rf"{_IT}(?:,\stoo,)?{_WAS}\s(?:\w+\s)?(?:contracted|signed|obligated|sealed|initiall?ed)\b"),
)

_IS = r"(?:\s(?:is|was|are|were|comes|came|will\sbe)|[’']s)"
# "This is a credit under the option", "Repayment will be over 22 years", "Tokyo's terms are 1.9 per cent"
LOAN_AFTER = re.compile(
    rf"(?:repayments?\s(?:will|starts?|begins?|is|are|was|over)\b"
    rf"|{_IT}(?:{_IS}|\shas\sto\sbe|\smust\sbe)\s(?:repaid|repayable|lent|paid\sback)\b"
    rf"|{_IT}{_IS}\s(?!not\b)(?:an?|as\san?)\s(?:[\w-]+\s){{0,3}}?(?:credit|loan)\b"
    r"|(?:[\w’'-]+\s){1,3}?terms\sare\b"
    r"|(?:its|the)\s(?:second|third|fourth|latest|biggest|largest|only)\s(?:credit|loan)\b"
    r"|(?:the|this)\s(?:loan|credit)\b)",
    re.IGNORECASE,
)
# "It is a grant", "Since the sum is a grant"
GRANT_AFTER = re.compile(
    rf"(?:(?:since|as|because)\s)?{_IT}{_IS}\s(?!not\b)(?:an?\s|as\san?\s|all\s|wholly\s)?(?:outright\s)?grants?\b"
    r"(?!\s(?:and|or|element))",
    re.IGNORECASE,
)

# "Its directors had agreed that morning to 5m": those who vote approve, where a minister would commit.
AGREED_BY_BODY = sparse(
    r"\b(?:parliament|boards?|assembly|senate|congress|lawmakers|bundestag|sejm|folketing|storting|riksdag|knesset|directors"
    r"|governors|legislators|mps|deputies|senators|councillors|lower\shouse|house\sof\srepresentatives)"
    r"\b(?!\s(?:secretary|minister|member|chair))"
    r"\s(?:(?!(?:will|would|to|not|if|whether|that)\b)[\w’',-]+\s){0,4}?(?:agreed|voted|ratified|resolved|endorsed|passed|adopted)\b"
    r"[^.;$€£¥₹]{0,110}$"
    r"|\b(?:government|cabinet|ministers)\s(?:has\s|had\s)?(?:decided|agreed|resolved)\s(?:at|in|during)\s(?:its|their|a|an)\s"
    r"(?:\w+\s){0,2}?(?:session|meeting|sitting)\b[^.;$€£¥₹]{0,110}$",
    re.IGNORECASE,
)

# "He has signed over 5m", "5m has been obligated": bound, and not yet paid.
BOUND_BEFORE = sparse(r"\b(?:signed\sover|obligated)\W*(?:\w+\W+){0,3}$", re.IGNORECASE)
BOUND_AFTER = sparse(r"^[^.;$€£¥₹]{0,60}?\b(?:has|have|had)\sbeen\sobligated\b", re.IGNORECASE)

# "under agreements that are due to be signed", "which Paris has yet to document": it binds nobody so far.
UNSIGNED = sparse(
    r"\b(?:(?:due|yet|still|expected|waiting|about)\sto\sbe|will\sbe|would\sbe|is\sto\sbe|are\sto\sbe)"
    r"\s(?:\w+ly\s)?(?:signed|initiall?ed|inked|countersigned|concluded)\b"
    r"|\b(?:has|have|had)\syet\sto\s(?:sign|document|conclude|initial|countersign)\b",
    re.IGNORECASE,
)
# ", to be paid in two instalments", ", payable at Easter", ", which the club will send on": not paid so far.
UNPAID_AFTER = sparse(
    r"^[^.;$€£¥₹]{0,50}?(?:\bto\sbe\s(?:\w+\s)?(?:paid|handed|sent|spread|transferred|released|wired|remitted)\b(?!\sback)|\bpayable\b"
    r"|,\s(?:which|and)\s(?:[\w’'-]+\s){0,2}?will\s(?:be\s(?:paid|sent|handed|transferred|wired)|send|pay|hand|give|wire)\b)",
    re.IGNORECASE,
)
# "They are to be flown in next week", "shipping begins in May": goods that are not there.
TO_COME_BEFORE = sparse(
    r"\b(?:(?:is|are)\s(?:\w+ly\s)?sending|(?:is|are)\sto\s(?:send|ship|leave|go|follow|get|donate|give|receive))\b[^.;]*$",
    re.IGNORECASE,
)
TO_COME_AFTER = sparse(
    r"^[^.$€£¥₹]{0,70}?\b(?:(?:is|are)\sto\s(?:be\s(?:flown|shipped|sent|delivered|trucked|handed|built)|leave|go|follow|arrive)"
    r"|(?:is|are)\son\s(?:the|its|their)\sway|to\sbe\s(?:built|flown|shipped|delivered|made)|will\s(?:be\s\w+ed|leave|go"
    r"|follow|arrive|sail|reach)|sails?\sfor|(?:shipping|deliver(?:y|ies))\s(?:begins?|starts?))\b",
    re.IGNORECASE,
)

# Ways in which the words before a gift end that tell its stage: searched in its sentence up to the sum.
BEFORE = (
    # "redeemed a pledge of", "left an envelope with", "was made possible by", "drew the last"
    Telling(
        "disbursed", re.compile(r"\bredeem(?:ed|s)\s(?:[\w’'-]+\s){0,5}?(?:pledges?|promises?)\sof\W*$", re.IGNORECASE)
    ),
    Telling(
        "disbursed",
        re.compile(
            r"\b(?:left|brought|handed\s(?:in|over)|dropped\soff)\s(?:an?|the|their|his|her)\s(?:\w+\s)?"
            r"(?:envelope|jar|tin|bucket|basket|bag)\s(?:with|of|containing)\W*(?:[\w’'-]+\s){0,2}$",
            re.IGNORECASE,
        ),
    ),
    Telling(
        "disbursed",
        re.compile(
            r"\b(?:was|were|been)\smade\spossible\s(?:by|with|thanks\sto)\W*(?:[\w’'-]+\s){0,3}$", re.IGNORECASE
        ),
    ),
    Telling(
        "disbursed",
        re.compile(r"\bdrew\s(?:down\s(?:the\s)?|the\s)(?:last|first|whole|remaining|full)?\W*$", re.IGNORECASE),
    ),
    # "The committee voted 9,000", "its board has just said yes to 7m"
    Telling(
        "approved",
        re.compile(
            rf"\b{_BODY}\b(?!\s(?:secretary|minister|member))(?:\s(?:has|have|had|just|also|then|already|today|duly)){{0,3}}"
            r"\s(?:voted|said\syes\sto|gave\s(?:its|the|their)\s(?:nod|approval|assent|blessing|green\slight)\sto)"
            r"\W*(?:(?!against|down|not)[\w’'-]+\s){0,4}$",
            re.IGNORECASE,
        ),
    ),
    # "Under notes exchanged after the summit, Japan will extend 2bn"
    Telling(
        "committed",
        re.compile(
            rf"\b(?:[Uu]nder|[Bb]y|[Ii]n)\s(?:an?\s|the\s|two\s)?(?:[\w-]+\s){{0,3}}?{_PAPER}\s(?:of\s\w+\s)?"
            r"(?:signed|exchanged|initiall?ed|concluded|sealed|inked|executed)\b[^.;$€£¥₹]{0,140}$"
        ),
    ),
)
# "according to the agreement that both put their names to", ", paid over to the agent"
TOLD_BEHIND = (
    Telling(
        "disbursed",
        re.compile(r"^[^.;$€£¥₹]{0,40},\s(?:already\s)?paid\s(?:over|in|out)\b(?!\s(?:over|in|out)\s)", re.IGNORECASE),
    ),
    Telling(
        "committed",
        re.compile(
            rf"^[^.;$€£¥₹]{{0,90}}\b(?:according\sto|under|in|by)\s(?:an?|the|two)\s(?:[\w-]+\s){{0,2}}?{_PAPER}\s"
            r"(?:(?:that|which)\s(?:[\w’'-]+\s){1,6}?(?:signed|initiall?ed|put\s(?:its|his|her|their)\snames?\sto)"
            r"|(?:signed|exchanged|initiall?ed|executed|concluded|inked))\b",
            re.IGNORECASE,
        ),
    ),
)
