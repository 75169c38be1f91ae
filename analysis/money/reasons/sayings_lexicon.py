"""Ways of speaking that say of a figure what it is: the table that `analysis.money.reasons.figures` reads.

One row a way of speaking, in small letters: the reason, words that stand before
the amount, words that stand after it. Rows are asked in order, so a narrow one stands before a
wide one: first those of the three parts, then those that stand here.
"""

from analysis.money.reasons.saying import row
from analysis.money.reasons.sayings_before import BEFORE
from analysis.money.reasons.sayings_business import BUSINESS
from analysis.money.reasons.sayings_ungiven import UNGIVEN

ROWS = (
    *UNGIVEN,
    *BUSINESS,
    *BEFORE,
    # sums that others put in, or that are only moved, counted, cut
    row("price", r"", r"\W*(?:[\w-]+\W+){0,2}?buy-?\s?backs?\b"),
    row(
        "price",
        r"\b(?:bids?|takeovers?|mergers?|acquisitions?|buyouts?)\ (?:for|of|by|battle|fight)\b[^;.]{0,140}$",
        r"\W*(?:[\w-]+\W+){0,2}?(?:offers?|bids?|approach|deals?)\b",
    ),
    row(
        "price",
        r"\b(?:offer|pa(?:y|id)|promis|guarante)\w*\ (?:him|her|me)\W*(?:\w+\W+)?$",
        r"\W*(?:to|if\ (?:he|she|i))\ [a-z]",
    ),
    row(
        "price",
        r"(?:^|[•*:]\W*|-\ )(?:the\ )?(?:procurement|purchases?|imports?|sales?|orders?)\ of\b[^;.]{0,120}"
        r"\b(?:valued|worth|value\ of|total\w*|amounting)\b\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "other",
        r"\b(?:cut|cuts|cutting|reduc\w+|slash\w*|trim\w*)\b[^;.]{0,60}\b(?:assistance|aid|support|funding|help"
        r"|contributions?|grants?|programs?|programmes?|subsid(?:y|ies))\b[^;.]{0,40}\bby\W*(?:\w+\W+){0,3}$",
    ),
    row("budget", r"\bdivert\w*\W*(?:\w+\W+){0,3}$", r"[^;.]{0,20}\bfrom\b"),
    row(
        "other",
        r"\b(?:drain|strip|siphon|extract|claw|wring|bleed|suck)\w*\W*(?:\w+\W+){0,4}$",
        r"[^;.]{0,20}\b(?:from|out\ of)\b",
    ),
    row(
        "loss",
        r"\b(?:fraud\w*|scams?|laundering|embezzl\w+|kickbacks?)\b[^;]{0,140}"
        r"\b(?:schemes?|cases?|claims?|billings?|transactions?)\b[^;.]{0,20}"
        r"\b(?:total\w*|worth|of|involv\w+|amounting)\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of|worth\ of)\ )(?:(?!grants?\b|loans?\b|aid\b|assistance\b|financ)[\w-]+\ ){0,3}"
        r"(?:deals|contracts|orders|sales|transactions|joint\ ventures|purchases|commerce|trade)\b",
    ),
    row(
        "budget",
        r"\b(?:spen\w+|wast\w+|squander\w*|blew|burn\w*)\b[^;.]{0,30}$",
        r"\W*(?:in|of)\ (?:taxpayers?|public)['’]?\ (?:dollars|money|funds)\b",
    ),
    row("other", r"", r"[^,;.]{0,60}\b(?:gave|given|give|giving|gives)\ up\b"),
    row("other", r"", r"\W*(?:in\ \d{4}\ )?won\ by\b"),
    # the size of the fund or programme that a sum goes into ("put 5m into a 100m fund")
    row(
        "other",
        r"\d[^,;.]{0,24}\ (?:in|into|to|of|from|towards?)\ (?:an?\ |the\ |its\ |their\ |our\ |[\w’'&-]+(?:\ [\w’'&-]+)?"
        r"['’]s?\ )(?:[\w-]+\ ){0,2}$",
        r"\W*(?:[\w-]+\W+){0,4}?(?:funds?|funding|programmes?|programs?|projects?|facilit(?:y|ies)|schemes?|pools?"
        r"|plans?)\b",
    ),
    row(
        "proposed",
        r"\b(?:recommendations?|proposals?|calls?|ideas?|suggestions?)\ (?:to|for|of)\ (?:creat|set|establish|launch"
        r"|build|rais|form)\w*\b[^;.]{0,40}$",
    ),
    row("proposed", r"\b(?:is|are|was|were|be)\ proposing\ \w+ing\b[^;.]*$"),
    row(
        "revenue",
        r"\b(?:bring|brought|pour|flow|take|took|taking|collect|rais|add|send|sent|funnel)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,30}\b(?:into|to|for)\ (?:the|its|our|their|his|her)\ (?:[\w’]+\ ){0,3}?(?:treasury|coffers|exchequer"
        r"|public\ purse)\b",
    ),
    row(
        "other",
        r"\b(?:imports?|exports?|sales|revenues?|profits?|spending|output|trade|deficits?|surplus\w*|prices?|costs?"
        r"|production|shipments?|premiums?)\b[^;]{0,160}"
        r"\b(?:increas|decreas|declin|grew|grow|rose|ris|f[ae]ll|shr[aiu]nk|climb|drop|jump|surg)\w*\ by"
        r"\W*(?:\w+\W+){0,2}$",
    ),
    # what firms put into a country, whoever is praised for it
    row(
        "other",
        r"\b(?:see|sees|seeing|saw|seen|driv\w+|drove|spur\w*|generat\w*|attract\w*|welcom\w*|win|won|land\w*|draw\w*"
        r"|drew|unleash\w*|trigger\w*)\W*(?:(?:\w+|in|of)\W+){0,4}$",
        r"\W*(?:(?:in|of|worth\ of)\ )?(?:(?!aid\b|assistance\b)[\w-]+\ ){0,4}investments?\b",
    ),
    row(
        "other",
        r"\binvestment\ (?:commitments?|pledges?|plans?|announcements?)\b[^;.]{0,60}$",
    ),
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of|worth\ of)\ )?(?:[\w-]+\ ){0,4}?(?:investment\ (?:commitments?|pledges?)"
        r"|(?:manufacturing|production|assembly|chipmaking)\ (?:commitments?|investments?|capacity|operations?"
        r"|facilit(?:y|ies)|plants?))\b",
    ),
    # what money adds up to over years
    row(
        "total_to_date",
        r"\bsince\ (?:(?:19|20)\d\d|last\ \w+|(?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december)(?:\ (?:of\ )?(?:19|20)\d\d)?|(?:the\ )?\w+\ \d{4}|taking\ office|independence|then),?\ "
        r"[^;.]{0,60}\b(?:has|have|had|['’]ve)\ (?:\w+\ ){0,2}?(?:provided|given|contributed|sent|delivered|disbursed"
        r"|committed|pledged|dedicated|invested|donated|allocated|awarded|spent|lent)\W*(?:\w+\W+){0,4}$",
    ),
    row(
        "total_to_date",
        r"(?:^|[;•]\ )\W*(?:to\ date|over\ the\ (?:past|last)\ [\w-]+\ (?:years|months|decades?)),?\ [^;]{0,70}"
        r"\b(?:has|have|had|['’]ve)\b[^;.]{0,60}$",
    ),
    row(
        "total_to_date",
        r"\b(?:years|decades|decade),?\ (?:in|during|over)\ which\b[^;.]{0,60}\b(?:has|have|had)\b[^;.]{0,40}$",
    ),
    # business between states and firms, whoever announces it
    row(
        "other",
        r"\b(?:economic|commercial|trade|business|arms|energy|purchase|sales)\ (?:deals?|contracts?|agreements?"
        r"|exchanges?)\b[^;.]{0,50}$",
    ),
    row("other", r"", r"\W*(?:in|of|worth\ of)\ (?:[\w–-]+\ ){0,3}?investment\ (?:agreements?|deals?|contracts?)\b"),
    row("other", r"", r"\W*(?:[\w-]+\W+){0,2}?(?:commitments?|pledges?)\ to\ (?:\w+\ )?(?:manufactur|produc)\w+\b"),
    row(
        "other",
        r"",
        r"\W*(?:[\w-]+\W+){0,2}?investments?\ (?:by|from)\ (?:[\w’'()-]+\ ){0,6}?(?:exporters?|makers?|manufacturers?"
        r"|giants?|firms?|compan(?:y|ies)|producers?|developers?|groups?|operators?|carmakers?|chipmakers?|investors?)\b",
    ),
    row(
        "price",
        r"\bspend(?:s|ing)?\W*(?:\w+\W+){0,3}$|\bspent\W*(?:\w+\W+){0,3}$",
        r"\W*(?:on|in)\ (?:[\w’'-]+\ ){0,5}?(?:purchases|procurement)\b",
    ),
    row("loss", r"\b(?:loot|swindl|cheat|bilk|defraud|fleec|robb?)\w*\b[^;.]{0,40}\bout\ of\W*(?:\w+\W+){0,2}$"),
    row("price", r"\bg(?:ive|ives|ave|iven|iving)\ (?:[\w’']+\ ){1,4}away\ for\W*(?:\w+\W+){0,2}$"),
    row("other", r"\bfor\ (?:every|each)\W+(?:[$€£]?\s?\d[\d.,]*|dollar|euro|pound)\b[^;.]{0,90}$"),
    row("salary", r"\b(?:wage|pay|salary)\ (?:increases?|rises?|raises?|hikes?)\ of\W*(?:\w+\W+){0,2}$"),
    row("other", r"\b(?:with|having)\ (?:total\ )?assets\W*(?:\w+\W+){0,3}$"),
    row("other", r"\bassessed\ at\W*$"),
    row(
        "total_to_date",
        r"\btotal\ (?:contributions?|aid|support|assistance|pledges?|commitments?)\b[^;.]{0,80}\bto"
        r"\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "budget",
        r"\b(?:secur|won|win|obtain|got|get)\w*\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,60}\bfrom\ (?:the\ )?(?:congress|parliament|legislature)\b",
    ),
    row(
        "proposed",
        r"\b(?:democrats?|republicans?|tories|labour|conservatives?|liberals?|opposition|candidate)(?:['’]s?)?\W*$",
        r"\W*(?:[\w-]+\W+){0,3}?(?:plans?|packages?|bills?|proposals?|budgets?)\b",
    ),
    row(
        "price",
        r"\b(?:costs?|bills?)\b[^;.]{0,110}\b(?:run|comes?|came|amounts?|climb|adds?\ up)\ (?:in)?to"
        r"\W*(?:\w+\W+){0,3}$",
        gift=False,
    ),
    row("other", r"\b(?:had|has|have|holds?|held)\ an?\W*$", r"\W*(?:loan|overdraft|mortgage|debt)\b"),
    row(
        "budget",
        r"\breturn(?:s|ed|ing)?\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,10}\bto\ (?:businesses|families|taxpayers|households|consumers|shareholders|investors|owners)\b",
    ),
    row(
        "other",
        r"\b(?:cataly[sz]|leverag|unlock|mobili[sz]|attract)(?:e|es|ing|s)?\ up\ to\b[^;.]{0,60}$",
    ),
    # what somebody runs, originates, opens a way to, or gets more of than before
    row(
        "other",
        r"\b(?:overs(?:ee|ees|aw|een|eeing)|manag(?:es|ing)|supervis(?:e|es|ed|ing)|originat(?:e|es|ed|ing))"
        r"\W*(?:\w+\W+){0,4}$",
    ),
    row(
        "other",
        r"\b(?:facilitat|access|opportunit|arrang)\w*\b[^,;.$€£]{0,60}$",
        r"\W*(?:in|of|worth\ of)\ (?:[\w-]+\ ){0,3}?(?:financing|finance|capital|credit|loans?|lending|sales|trade)\b",
    ),
    row("other", r"\bopportunit(?:y|ies)\ (?:totall?ing|worth|of)\W*(?:\w+\W+){0,2}$"),
    row(
        "other",
        r"\brais(?:e|es|ed|ing)\W*(?:\w+\W+){0,3}$",
        r"\W*to\ (?:establish|build|expand|open|grow|scale|launch)\ (?:[\w-]+\W+){0,8}?(?:plants?|factor(?:y|ies)"
        r"|mills?|mines?|business(?:es)?|operations?|networks?)\b",
    ),
    row(
        "other",
        r"\bincreases?\ of\W*(?:\w+\W+){0,2}$",
        r"\W*(?:from|over|on|compared\ (?:to|with))\ (?:the\ )?(?:fiscal\ year|fy|last\ year|previous|prior|\d{4})",
    ),
    row("other", r"\binvestments?\ in\b[^;.]{0,50}\bby\W*(?:\w+\W+){0,2}$"),
    row("restatement", r"\bdeals?\ build\ (?:up)?on\b[^;.]{0,80}$"),
    row("price", r"", r"[^;.]{0,30}\bcontract(?:ing)?\ (?:dollars|awards|spending|value)\b"),
    # "300 million and — 350 million, more accurately"
    row(
        "denied",
        r"",
        r"\s*(?:and|or)?\ ?[—–-]+\ ?[$€£]?\d[^,;.]{0,20},?\ (?:more\ accurately|actually|rather|sorry|excuse\ me"
        r"|i\ mean)",
    ),
    row(
        "total_to_date",
        r"(?:^|[\s*•])since\ the\ (?:start|beginning|outbreak|onset)\ of\ [^;]{3,90},\ [^;.]{0,50}"
        r"\b(?:has|have|had|['’]ve)"
        r"\ (?:\w+\ ){0,2}?(?:provided|given|contributed|sent|delivered|disbursed|committed|donated|spent)"
        r"\W*(?:\w+\W+){0,3}$",
    ),
    row(
        "total_to_date",
        r"(?:^|[;•]\ )\W*to\ date,\ [^;]{0,70}\b(?:is|are)\ (?:providing|giving|contributing)\b[^;.]{0,40}$",
    ),
    row("price", r"\bpa(?:y|ys|id|ying)\b[^;.]{0,40}$", r"\W*for\ (?:\w+\ ){0,2}?(?:gas|oil|coal|crude|gasoline)\b"),
    row("denied", r"\bdoes\ not\ mean\W*(?:that\W*)?(?:\w+\W+){0,2}$"),
    # what a contract builds, what an economy grows by, what a firm expects
    row(
        "price",
        r"\bcontracts?\b[^;.]{0,90}\bto\ (?:develop|build|construct|design)\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "other",
        r"",
        r"\W*(?:in|of|worth\ of)\ (?:[\w-]+\ ){0,2}?(?:growth|output|gdp|economic\ activity|economic\ benefits?)\b",
    ),
    row(
        "revenue",
        r"\b(?:outlook|guidance|forecasts?)\b[^;.]{0,20}\b(?:by|to|of|at)\W*(?:\w+\W+){0,2}$",
    ),
)
