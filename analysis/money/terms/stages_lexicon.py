"""Ways of speaking that say how far a gift has come: the table that `analysis.money.terms.stage_sayings` reads.

One row a way of speaking, in small letters: the stage, words that stand before the
amount, words that stand after it. What is only to come ("will be signed") says nothing,
so the rows ask for the past or for a participle that describes ("a signed loan").
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StageRow:
    """A way of speaking that tells a stage."""

    stage: str
    left: re.Pattern[str]  # searched in the clause before the amount
    right: re.Pattern[str]  # matched in the clause after it
    goods: bool = False  # told of goods alone: money does not dock


def _row(stage: str, left: str = "", right: str = "", *, goods: bool = False) -> StageRow:
    return StageRow(stage, re.compile(left, re.VERBOSE), re.compile(right, re.VERBOSE), goods)


_DONE = r"(?:has|have|had|was|were|is|are|been|being|now|already|since|just|finally|duly|formally|all|\w+ly)"
_PAPER = (
    r"(?:deals?|agreements?|accords?|pacts?|contracts?|memorand(?:um|a)|mous?|notes|letters|papers|treat(?:y|ies)"
    r"|loans?|credits?|lines?|facilit(?:y|ies)|guarantees?|grants?|arrangements?|packages?|leases?|financing)"
)
_MADE = (
    r"(?<!will\ )(?<!would\ )(?<!to\ )(?<!to\ be\ )(?<!will\ be\ )"
    r"(?:conclud|clos|complet|finali[sz]|formali[sz]|seal|sign|initiall?|ink|clinch|exchang|countersign|strik|struck)"
)
_BODY = (
    r"(?:cabinet|parliament|board|assembly|senate|congress|lawmakers|councillors|committee|council|bundestag|sejm"
    r"|folketing|storting|riksdag|knesset|rada|mps|meps|senators|deputies|legislators|legislature|directors"
    r"|government|shareholders|house|chamber|ministers|fund|bank)"
)
_CONSENT = (
    r"(?:nod|approval|assent|consent|blessing|go-ahead|go\ ahead|green\ light|backing|clearance|thumbs[\s-]up|seal"
    r"\ of\ approval)"
)
_ACCOUNT = r"(?:accounts?|treasury|coffers|budget|books|bank)"
_ARRIVED = (
    r"(?:arrived|landed|docked|touched\ down|rolled\ (?:in|into|off)|sailed\ in(?:to)?|came\ ashore"
    r"|(?:were|was|been)\ (?:\w+ly\ )?(?:handed\ over|unloaded|delivered|received|distributed|installed|put\ to\ use)"
    r"|reached\ (?!agreement)|(?:is|are)\ (?:now\ |already\ )?(?:in\ (?:use|service|place|operation)|up\ and\ running))"
)
_MOVING = (
    r"(?:(?:is|are|was|were)\ (?:now\ |already\ )?(?:on\ (?:its|their|the)\ way|en\ route|under\ way|at\ sea"
    r"|being\ (?:shipped|loaded|flown|trucked))|(?:has|have)\ (?:now\ |already\ |since\ )?(?:left|set\ (?:off|out|sail)"
    r"|departed|crossed)\b|(?:set\ (?:off|out|sail)|took\ off|departed|left)\ (?:from\ |for\ |on\ |[a-z]))"
)

STAGE_ROWS = (
    # goods that are there, goods that have left
    _row("delivered", r"", rf"[^;.]{{0,110}}?\b{_ARRIVED}", goods=True),
    _row(
        "delivered",
        r"\b(?:complet|finish|conclud)\w*\ (?:the\ |its\ |their\ )?(?:\w+\ )?(?:deliver(?:y|ies)|handovers?|shipments?)"
        r"\b[^;.]*$",
        goods=True,
    ),
    _row("delivered", r"\b(?:took|taken|takes)\ (?:delivery|receipt|charge)\ of\W*(?:\w+\W+){0,3}$", goods=True),
    _row("delivered", r"\b(?:handed|turned)\ (?:over|in)\b[^;.]{0,80}$", goods=True),
    _row("delivered", r"\barrival\ of\W*(?:\w+\W+){0,3}$", goods=True),
    _row("disbursed", r"", rf"[^;.]{{0,90}}?\b{_MOVING}", goods=True),
    _row(
        "disbursed",
        r"\b(?:loaded|shipped|dispatched|flew|flown|trucked|airlifted|took)\W*(?:\w+\W+){0,4}$",
        goods=True,
    ),
    # money that is there, or on its way
    _row(
        "disbursed", r"", rf"[^;.]{{0,80}}?\b(?:arrived|landed|credited|deposited)\ (?:[\w’'-]+\ ){{0,5}}{_ACCOUNT}\b"
    ),
    _row("disbursed", r"", rf"[^;.]{{0,60}}?\breached\ (?:[\w’'-]+\ ){{0,4}}{_ACCOUNT}\b"),
    _row(
        "disbursed",
        r"",
        r"[^;.]{0,90}?\b(?:has|have|had)\ (?:\w+\ )?been\ (?:\w+ly\ )?(?:wired|paid(?:\ (?:out|in|over))?|transferred"
        r"|disbursed|handed\ over|credited|received)\b",
    ),
    _row(
        "disbursed",
        r"",
        r"[^;.]{0,60}?\b(?:which|that|and)\ (?:was|were)\ (?:\w+ly\ )?(?:wired|paid|transferred|disbursed)\b",
    ),
    _row(
        "disbursed",
        r"",
        r"[^;.]{0,60}?\b(?:is|are)\ (?:already\ |now\ )?"
        r"(?:in\ the\ (?:post|mail|account|bank)|on\ (?:its|their|the)\ way)\b",
    ),
    _row("disbursed", r"\bmoney\ (?:is|has)\ (?:already\ |now\ )?(?:in\ the\ account|arrived|gone|moved)\b[^;.]*$"),
    # a vote, or the consent of those who vote
    _row(
        "approved",
        rf"\b(?:gave|given|gives|giving|won|wins|got|gets|received|secured|granted)\ (?:[\w’'-]+\ ){{0,4}}?"
        rf"{_CONSENT}\b[^;.]{{0,60}}$",
    ),
    _row(
        "approved",
        r"",
        rf"[^;.]{{0,80}}?\b(?:won|got|received|secured|gained|cleared)\ (?:[\w’'-]+\ ){{0,4}}?{_CONSENT}\b",
    ),
    _row("approved", rf"\b{_BODY}\b[^;,.]{{0,60}}\b(?:said|says|voted)\ (?:yes|aye|in\ favou?r)\b[^;.]{{0,40}}$"),
    _row(
        "approved",
        rf"\b{_BODY}\b(?!\ (?:secretar|minister|member))[^;,.]{{0,40}}\b(?:backed|endorsed|passed|ratified|cleared"
        r"|signed\ off|agreed|okayed|waved\ through|nodded\ through|voted|adopted|rubber-stamped)\b[^;.]{0,60}$",
        r"[^;.]{0,80}?\b(?:by|with)\ (?:\d+|a|an)\b[^;.]{0,30}\b(?:votes?|majority|margin|to\ \d+)\b",
    ),
    _row(
        "approved",
        r"\b(?:after|following)\ (?:an?|the)\ (?:\w+\ )?(?:vote|ballot)\ (?:in|by|of)\ [^;.]*$",
    ),
    _row(
        "approved",
        r"",
        rf"[^;.]{{0,110}}?\b(?:was|were|been|being)\ (?:\w+\ )?(?:approved|agreed|cleared|endorsed|passed|adopted"
        r"|okayed|voted(?:\ through)?|waved\ through|nodded\ through|signed\ off)\ (?:\w+\ )?(?:by|in)\ "
        rf"(?:[\w’'-]+\ ){{0,4}}?{_BODY}\b",
    ),
    _row("approved", r"", r"[^;.]{0,80}?\bin\ an?\ \d+\s?[-–]\s?\d+\ vote\b"),
    # a signature, an agreement that was made
    _row(
        "committed",
        rf"\b{_MADE}(?:ed|d|s|es|led|ied)?\ (?:off\ )?(?:on\ )?(?:[\w’'-]+\W+){{0,9}}?{_PAPER}\b[^;.]{{0,80}}$",
    ),
    _row("committed", r"\b(?<!to\ be\ )(?<!will\ be\ )(?:signed|initiall?ed|agreed|inked)\W*(?:\w+\W+){0,3}$"),
    _row(
        "committed",
        r"",
        r"[^;.]{0,110}?(?<!to)(?<!will)\ (?:was|were|been)\ (?:\w+\ )?(?:signed|initiall?ed|inked|exchanged|concluded"
        r"|finali[sz]ed|sealed|clinched|struck)\b",
    ),
    _row(
        "committed", r"\bopened\ (?:an?|its|the)\ (?:[\w-]+\ ){0,3}?(?:lines?|credits?|facility|window)\b[^;.]{0,40}$"
    ),
    _row("committed", r"\bput\ (?:pen\ to\ paper|(?:its|their|his|her|both)\ (?:names?|signatures?))\b[^;.]{0,60}$"),
    _row("committed", r"\b(?:pen\ was\ put\ to\ paper|came\ to\ terms|shook\ hands)\ on\b[^;.]{0,60}$"),
    _row("committed", rf"\b{_PAPER}\ (?:were\ |was\ )?(?:signed|initiall?ed|reached|struck|concluded|sealed)\b[^;.]*$"),
    _row("committed", r"", r"[^;.]{0,90}?\bas\ (?:was\ )?(?:agreed|decided|contracted|signed)\b"),
    _row(
        "committed",
        r"",
        rf"[^;.]{{0,90}}?\b(?:under|in|with|through|as\ part\ of)\ (?:an?|the|its|two|three)\ (?:[\w-]+\ ){{0,3}}?"
        rf"{_PAPER}\ (?:\w+\ )?(?:signed|initiall?ed|concluded|reached|struck)\b",
    ),
    _row("committed", r"", r"[^;.]{0,90}?\b(?:was|were|been)\ (?:\w+\ )?agreed\b(?!\ (?:to|by\ the\ cabinet))"),
)
