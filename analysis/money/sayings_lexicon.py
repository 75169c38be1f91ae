"""Ways of speaking that say of a figure what it is: the table that `analysis.money.figures` reads.

One row a way of speaking, in small letters: the reason, words that stand before
the amount, words that stand after it. Rows are asked in order, so a narrow one stands before a
wide one.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A way of speaking."""

    reason: str
    left: re.Pattern[str]  # searched in the clause before the amount
    right: re.Pattern[str]  # matched in the clause after it
    gift: bool = False  # holds of gifts too; otherwise a word of giving beside the amount wins


def _row(reason: str, left: str = "", right: str = "", *, gift: bool = True) -> Row:
    return Row(reason, re.compile(left, re.VERBOSE), re.compile(right, re.VERBOSE), gift)


_EARNERS = (
    r"(?:soldiers?|pensioners?|officers?|labourers?|staff|workers?|teachers?|nurses?|employees?|drivers?|miners?"
    r"|cleaners?)"
)
_KIN = (
    r"(?:famil(?:y|ies)|households?|persons?|people|victims?|survivors?|pupils?|child|citizens?|residents?"
    r"|voters?)"
)
_RISE = r"(?:rose|risen|fell|fallen|climbed|dropped|grew|grown|jumped|slipped|declined|recovered|soared|shrank)"

# How far: "about", "more than the", "up to another".
_HEDGE = r"\W*(?:\w+\W+){0,3}$"
_MANY = r"(?:companies|firms|businesses|corporations|manufacturers|employers|investors|industry|industries)"
_PRIVATE = rf"(?:(?:private|the\ private)[\s-](?:sector|{_MANY}|money|capital|equity)|{_MANY})"
_MARKETS = r"(?:bonds?|eurobonds?|capital\ markets?|markets|investors|share\ sale|new\ shares|flotation|listing|ipo)"
_STATED = (
    r"\b(?:is|are|was|were)\ (?:\w+\ )?(?:incorrect|wrong|false|untrue|inaccurate|mistaken|unfounded|baseless"
    r"|nonsense)\b"
)
_MISHAP = (
    r"(?:fires?|floods?|storms?|drought|strikes?|outages?|blackouts?|failures?|thefts?|delays?|accidents?"
    r"|crash|frost|hail"
    r"|outbreaks?|loss(?:es)?|leaks?|boycott|embargo|ban)"
)
_POST = (
    r"(?:health|education|roads?|bridges|defen[cs]e|schools|pensions|agriculture|police|transport|housing"
    r"|universities|sport|culture)"
)
_WISH = r"(?:mobili[sz]|attract|unlock|leverag|cataly[sz]|harness|rais|crowd|secur|generat|export|reach)"

ROWS = (
    # what somebody makes up
    _row(
        "denied",
        r"\b(?:falsif\w+|fabricat\w+|fake|hoax|bogus|made\ up|untrue|debunk\w*|falsely|wrongly)\b[^;.]{0,120}"
        r"\b(?:said|says|claim\w*|stat\w+|report\w*|that)\b[^;.]*$",
    ),
    # a gift that is taken back: it counts, as cancelled
    _row(
        "cancelled",
        r"\b(?:pledged|promised|offered|announced|committed|set\ aside|grants?|donations?|gifts?|pledges?|loans?"
        r"|aid)\b[^;]{0,80}$",
        r"[^;]{0,120}?,?\ (?:has|have|had|is|are|was|were|will\ be)\ (?:now\ |since\ |been\ |being\ |quietly\ ){0,3}"
        r"(?:withdrawn|rescinded|revoked|cancelled|canceled|scrapped|called\ off)\b(?!\ (?:from|by\ the\ bank))",
    ),
    _row(
        "cancelled",
        r"",
        r"\W*(?:in\ )?(?:\w+\ ){0,2}?(?:donations?|grants?|gifts?|pledges?|set\ aside|promised|pledged)\b[^;]{0,120}?"
        r"\ (?:has|have|had|is|are|was|were)\ (?:now\ |since\ |been\ |being\ |quietly\ ){0,3}"
        r"(?:withdrawn|rescinded|revoked|cancelled|canceled|scrapped|called\ off)\b",
    ),
    # what the text itself takes back
    _row(
        "denied",
        r"\b(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|stor(?:y|ies)|figures?)\b[^;]*$",
        rf"[^;]{{0,90}}{_STATED}",
    ),
    _row("denied", r"", r"\W*(?:is|was|are|were)\ not\ (?:one|a\ figure|a\ sum|true|right|correct|what)\b"),
    _row(
        "denied",
        r"\b(?:our\ (?:\w+\ )?(?:story|report|article|edition|caption|headline)|an?\ (?:letter|caption"
        r"|headline))\b[^;]{0,60}"
        r"\b(?:said|stated|claimed|gave|reported|printed|put)\b[^;]*$",
    ),
    _row("denied", r"", r"\W*(?:was|were)\ (?:wrongly\ )?given\ as\b"),
    _row("conversion", r"\d[^;]{0,30}\bgiven\ as\W*$"),
    _row("denied", r"\bgiven\ as\W*$"),
    # what somebody else says, and is contradicted
    _row(
        "denied",
        r"\b(?:dismiss|deni|deny|reject)\w*\b[^.;]{0,60}\b(?:report|claim|rumou?r|story|allegation)s?"
        r"\b[^.;]{0,80}$",
    ),
    # "It is about 5,800 pounds": the same sum in other money
    _row(
        "conversion",
        r"^\W*(?:in\ \w+,\ )?(?:it|that|this)\ (?:is|was)\W*(?:(?:about|around)\W*)?$",
        r"\W*$",
    ),
    # "has put its ammunition bill for next year at", "puts the cost of adapting at"
    _row(
        "need",
        r"\b(?:put|puts|estimat\w+|reckon\w*)\b[^;]{0,40}\b(?:bill|cost|price)\ (?:for\ next|"
        r"of\ \w+ing)\b[^;]{0,60}\bat\W*$",
        r"(?!\W*last\ year)",
    ),
    _row(
        "need",
        r"\b(?:rebuilding|reconstruction|recovery)\ (?:is|was|are|were|has\ been|put|estimated)?"
        r"[^,;]{0,20}\bat\W*(?:more\ than\W*)?$",
    ),
    _row(
        "need",
        r"\b(?:repairs?|rebuilding|reconstruction|replacement|replacing|restoring)\b[^,;]{0,60}"
        r"\b(?:is|are|was|were|will)\W*(?:\w+\W+){0,2}$",
        gift=False,
    ),
    _row("need", rf"\b(?:(?:has|have|had)\ (?:still\ |yet\ )?to|must|needs?\ to)\ find{_HEDGE}"),
    _row("request", rf"\b(?:(?:look|search|hunt|ask|push|hop)ing\ for|in\ search\ of|in\ need\ of){_HEDGE}"),
    _row(
        "request",
        r"\b(?:request|appeal|ask|bid)s?\b[^;,]{0,40}\b(?:is|was|are|were|stands?\ at|comes?\ to"
        r"|totals?)\W*(?:\w+\W+){0,2}$",
    ),
    _row("request", rf"\b(?:requests?|pleas?|appeals?|bids?)\ to\ (?:\w+\W+){{1,4}}for{_HEDGE}"),
    _row("request", rf"\b(?:wants?|wanted){_HEDGE}", r"[^;,.]{0,20}\bfrom\b"),
    _row("need", r"", r"\W*(?:that|which)\ (?:[\w’']+\ ){1,4}(?:lack(?:s|ed)?|needs?|needed|requires?)\b"),
    _row(
        "need",
        r"",
        r"\W*(?:(?:has|have|had)\ (?:as\ yet\ )?no\ (?:sponsor|donor|backer|funder|taker)s?"
        r"|remains?\ (?:unfunded|unmet))\b",
    ),
    _row("need", r"\bneed(?:s|ed)?\ (?:\w+\ ){0,2}(?:financing|funding|money)\ for\W*(?:another\W*)?$"),
    _row("loss", r"\binsurers?\b[^;]{0,30}\bpa(?:y|id|ying)\b\W*(?:\w+\W+){0,3}$"),
    _row(
        "loss",
        r"\bcosts?\ (?!about|around|some|nearly|almost|up|more|less|an?\b|over|it\b|them\b|him\b|"
        r"her\b|us\b|me\b|you\b|the\ )[\w’']+(?:\ alone)?\W*$",
        r"\W*(?:in|since)\b",
    ),
    _row("loss", rf"\b{_MISHAP}\b[^;.]{{0,30}}\bcosts?\b[^;.]{{0,30}}$"),
    _row(
        "loss",
        r"\b(?:lost|destroy|ruin|wip|kill|perish|burn)\w*\b[^;.]{0,60}\b(?:crops?|harvests?|livestock|cattle"
        r"|pasture|fields|fences|stock)"
        r"\b[^;.]{0,30}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    _row(
        "damage",
        r"\b(?:wreck|destroy|damag|ruin|flatten|swept|wash)\w*\b[^;.]{0,60}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    _row(
        "loss",
        r"\b(?:steer|siphon|funnel|divert|pocket|misspen|misdirect|misappropriat)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,60}\b(?:to|into)\ (?:relatives|friends|cronies|(?:his|her|their|its)\ own|private|shell"
        r"|offshore)\b",
    ),
    _row("loss", r"\b(?:overpa(?:y|id)|misdirect|misappropriat|embezzl|siphon|misspen)\w*\b[^;.]{0,50}$"),
    _row(
        "loss",
        r"",
        r"\W*(?:had\ been\ |has\ been\ |was\ |were\ )?(?:overpaid|misspent|misappropriated|embezzled|stolen"
        r"|siphoned)\b",
    ),
    _row("loss", r"\b(?:stole|stolen|steal(?:s|ing)?)\b[^;.]{0,50}$"),
    # money per head
    _row("other", rf"\b(?:each|every)\ (?:\w+\ ){{0,2}}{_KIN}\W*$"),
    _row("other", r"", rf"\W*(?:for|to)\ (?:each|every)\ (?:(?:\w+\ ){{0,2}}{_KIN}|\w+(?:\ \w+)?\W*$)"),
    _row(
        "price",
        r"\b(?:spend|spends|spent|pays?|paid|charges?)\W*$",
        r"\ (?:an?|per)\ (?:plate|head|meal|portion|piece|copy|seat)\b",
    ),
    _row(
        "salary",
        rf"\b{_EARNERS}\b[^.;]{{0,40}}\b(?:earns?|earned|makes?|starts?\ on|started\ on|takes?\ home)"
        r"\W*(?:(?:the\ equivalent\ of|about|around|some)\W*)?$",
    ),
    _row("salary", r"\bearn(?:s|ed)?\W*$", r"\W*as\ (?:an?\ )?\w+"),
    _row("price", r"\b(?:contracts?|tenders?)\b[^;.]{0,60}\bworth\W*(?:\w+\W+){0,2}$", gift=False),
    _row("price", r"\bchang(?:e|es|ed|ing)\ hands\ (?:for|at)\W*(?:\w+\W+){0,3}$"),
    # a sum that moves to a level
    _row("salary", rf"\b{_EARNERS}['’]s?\ (?:pay|wages?|salar(?:y|ies))\b[^;.]{{0,40}}$"),
    # what countries trade, which no market quotes
    _row("other", r"\b(?:bilateral|two-way|mutual|total|annual|foreign)\ trade\b[^;.]{0,40}$"),
    # what a market asks today
    _row(
        "market_rate",
        r"\b(?:wholesale|spot|benchmark|futures|forward|hub|world|global|market|export"
        r"|(?:\w+day|today|yesterday|last\ week)['’]s)\ (?:\w+\ )?prices?\b[^;]{0,40}$",
    ),
    _row("market_rate", rf"\b(?:shares?|stocks?)\b[^;]{{0,60}}\b{_RISE}\b[^,;]{{0,30}}\bto\W*$"),
    _row(
        "revenue",
        rf"\b(?:profits?|revenues?|sales|turnover|earnings|exports)\b[^;]{{0,60}}\b{_RISE}"
        rf"\b[^,;]{{0,30}}\bto\W*$",
    ),
    # what money earned in a stretch of business
    _row(
        "revenue",
        rf"\b(?:returned|yielded|booked|posted|earned|netted|grossed|brought\ in){_HEDGE}",
        r"\W*(?:\w+\ ){0,3}?(?:in|over|for|during)\ (?:the|its)\ (?:\w+\ )?(?:half|quarter|financial\ year"
        r"|fiscal\ year"
        r"|business\ year|six\ months|nine\ months)\b",
    ),
    _row(
        "revenue",
        rf"\b(?:returned|yielded|earned){_HEDGE}",
        r"\W*(?:\w+\ ){0,2}(?:in|of)\ (?:interest|dividends|profits?|returns)\b",
    ),
    _row(
        "market_rate",
        rf"\b{_RISE}\ (?:by\ )?(?:[\d.,]+|an?\ \w+|\w+)\ ?(?:percent|per\ cent|%|points?)\W*to\W*$",
    ),
    _row(
        "market_rate",
        r"\b(?:settl|clos|trad|quot|chang\w*\ hands|end|finish|open)(?:e|es|ed|ing|s)?\ (?:\w+"
        r"\ ){0,2}?at\W*(?:\w+\W+){0,2}$",
    ),
    _row(
        "market_rate",
        r"\b(?:gave\ up|shed|gained|lost|slipped|rose|fell|dropped|climbed|added)\W*$",
        r"[^;.]{0,30}\bto\ (?:settle|close|trade|end|finish)\b",
    ),
    _row("market_rate", r"", r"[^;.,]{0,10}\bon\ the\ (?:\w+\ )?(?:exchange|bourse|spot\ market)\b"),
    _row("other", rf"\breserves\b[^;]{{0,40}}\b{_RISE}\b[^,;]{{0,30}}\bto\W*$"),
    _row("other", r"", r"\W*(?:that|which)?\s*(?:[\w’']+\ ){0,3}ow(?:e|es|ed)\b", gift=False),
    _row("other", r"", r"[^;.]{0,40}\bas\ (?:security|collateral)\b"),
    _row("other", r"", r"[^;.]{0,30}\bon\ (?:its|their|his|the)\ books\b"),
    _row(
        "other",
        r"\b(?:froz\w+|freez\w+|seiz\w+|confiscat\w+|impound\w+)\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,30}\b(?:accounts?|deposits)\b",
    ),
    _row(
        "other",
        r"\b(?:get|gets|getting|got|claw(?:s|ing|ed)?|wants?|wanted)\ back\b[^;.]{0,40}$"
        r"|\b(?:recover(?:s|ed|ing)?|recoup(?:s|ed|ing)?)\W*(?:\w+\W+){0,3}$",
    ),
    # what a levy brings in, what a post of the budget gets
    _row(
        "revenue",
        r"\b(?:levy|levies|tax(?:es)?|duty|duties|tolls?|tariffs?)\b(?![^;]*\b(?:might|could"
        r"|may)\b)[^;.]{0,50}\b(?:bring|rais|yield|fetch|earn|net)(?:e|es|ed|s)?"
        r"(?:\ in)?\W*(?:\w+\W+){0,3}$",
    ),
    _row(
        "budget",
        rf"(?:^|[;,]\ )\W*{_POST}(?:,?\ (?:and\ )?{_POST})*\ (?:is\ to\ |are\ to\ |will\ |would\ )?(?:gets?"
        rf"|receives?|takes?)"
        r"\W*(?:\w+\W+){0,3}$",
    ),
    _row("budget", r"\btax\ (?:rises?|increases?|hikes?|cuts?|breaks?)\ (?:\w+\ )?worth\W*(?:\w+\W+){0,3}$"),
    _row(
        "budget",
        r"\bbudget\ (?:surplus|deficit|gap|hole)\b[^;.]{0,40}$|\b(?:expect|forecast|project)\w*\ an?"
        r"\ (?:deficit|surplus)\ of\W*$",
    ),
    _row("budget", r"\bspen\w*\W*(?:\w+\W+){0,3}$", r"\W*of\ (?:its|their|our|his|her)\ own\b(?!\ money)"),
    _row(
        "budget",
        r"\bspen\w*\W*(?:\w+\W+){0,3}$",
        rf"\W*on\ (?:its\ |their\ )?{_POST}\ (?:this|next|last|a|each)\ year\b",
    ),
    _row(
        "budget",
        r"",
        r"\W*(?:has|have|had)\ been\ (?:reserved|set\ aside|allocated|earmarked)\ in\ (?:its|the|their)"
        r"\ (?:\w+\ )?budget\b",
    ),
    _row("market_rate", r"\b(?:offer|bid|sell|sold|quote)\w*\ (?:cargo(?:es)?|futures|shipments)\b[^;.]{0,30}\bat\W*$"),
    _row(
        "budget",
        r"\b(?:finance|budget)\ minister\b[^;]*\basked\ (?:parliament|congress|lawmakers|mps)\b[^;]{0,30}\bfor\W*$",
    ),
    # a budget or a bill that is the subject: spending asked for, not given
    _row(
        "budget",
        r"(?:^|\b(?:the|this|its|his|her|our|['’]s)\ (?:\w+\ ){0,3})(?:budget|request)\ "
        r"(?:also\ |further\ |would\ ){0,2}"
        r"(?:provid|propos|support|invest|reserv|reflect|allocat|increas|includ|restor|expand|maintain|mak"
        r"|build|continu|doubl)\w*\b[^;]*$",
    ),
    _row(
        "request",
        r"\bpass\ (?:my|the|this|that|his|her|our)\ (?:\w+\ ){0,4}(?:plan|bill|request|package|budget)"
        r"\b[^.;]*$",
    ),
    _row(
        "request",
        r"\b(?:congress|parliament|lawmakers|senate|house|legislators)\b[^;.]{0,50}\b(?:to|will|would|must|should|can)"
        r"\ pass\W*(?:\w+\W+){0,3}$",
    ),
    _row(
        "request",
        r"",
        r"[^;.]{0,40}\b(?:in|of|as\ part\ of|under)\ (?:the|its|their|our|his|her|a)\ (?:[\w’'-]+\ ){0,4}?"
        r"(?:request|appeal)\b",
    ),
    _row(
        "proposed",
        r"\b(?:bill|legislation|amendment|proposal|supplemental)\ would\ (?:also\ |further\ )?"
        r"(?:provide|give|invest|allocate|authori[sz]e|fund|set\ aside|create|send|spend)\b[^.;]{0,40}$",
    ),
    _row(
        "conditional",
        r"(?:^\W*|[—–;:,]\ |\b(?:and|but|so)\ )(?:it|this|that|these|those|which)\ would\ (?:also\ |further\ )?"
        r"(?:provide|give|include|allocate|fund|invest|send|set\ aside|deliver|authori[sz]e)\b[^.;]{0,40}$",
    ),
    # what somebody collects for, before what somebody merely hopes for
    _row(
        "request",
        r"\b(?:fund|appeal|campaign|charity|agency|agencies|un|conference|minister|president|government|hospital|school)"
        r"\b[^;.]{0,30}\b(?:wants?|wanted|aims?|aimed|hopes?|hoped|is\ trying|needs?)\ to"
        r"\ (?:raise|collect|gather|bring\ in)\W*(?:\w+\W+){0,3}$",
    ),
    # hopes for money that is not there yet
    _row("total_to_date", r"", r"[^;.]{0,30}\b(?:a\ sum\ total|in\ total\ so\ far|all\ in\ all)\b"),
    _row(
        "other",
        r"\b(?:goals?|targets?|objectives?|ambitions?|aims?)\ (?:of|is|was|for)\b[^;.]{0,60}$",
    ),
    _row(
        "other",
        r"\b(?:goals?|targets?|aims?|aimed|aiming|hop(?:e|es|ed|ing)|seeks?|seeking|sought|plan(?:s|ned|ning)?"
        rf"|wants?|wanted|tr(?:y|ies|ied|ying)|efforts?|bid|drive|expect(?:s|ed)?|projected|likely)\ (?:to|at)"
        rf"\ (?:\w+ly\ |help\ )?{_WISH}\w*\b[^;.]{{0,40}}$",
    ),
    # money of others that a gift is to bring in
    _row(
        "other",
        r"\b(?:(?:that|which)\ (?:\w+\ ){0,2}|can\ |could\ |help(?:s|ed|ing)?\ (?:to\ )?"
        r"|(?<!agreed\ )(?<!decided\ )(?<!promised\ )(?<!pledged\ )(?<!vowed\ )(?<!committed\ )to\ )"
        r"mobili[sz](?:e|es|ed)"
        r"\W*(?:\w+\W+){0,4}$",
    ),
    _row("other", r"\b(?:enabl|trigger|spur)(?:e|es|ed|s|ing)?\W*(?:(?!to\b|the\b)\w+\W+){0,4}$"),
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\W+(?:\w+\W+){1,3}?)?(?:(?:that|which)\ )?(?:(?:has|have|was|were|is|are|already"
        r"|been)\ ){0,3}"
        r"(?:leveraged|cataly[sz]ed|crowded\ in|already\ mobili[sz]ed)\b",
    ),
    # firms that put money into themselves
    _row(
        "other",
        rf"\b{_PRIVATE}\b[^;.]{{0,60}}\b(?:invest(?!ment)|pour|plough|plow|sink|sank)\w*\W*(?:\w+\W+){{0,4}}$",
    ),
    _row("other", r"", rf"[^;.,]{{0,30}}\b(?:invested|spent)\ by\ (?:the\ )?{_PRIVATE}\b"),
    # borrowed or raised on a market
    _row(
        "other",
        rf"\b(?:rais(?:e|es|ed|ing)|borrow(?:s|ed|ing)?|issu(?:e|es|ed|ing)|sell(?:s|ing)?|sold|plac(?:e|es|ed"
        rf"|ing)){_HEDGE}",
        rf"[^;.]{{0,30}}\b(?:from|through|by|via|on|in|with|of)\ (?:\S+\ ){{0,4}}?{_MARKETS}\b",
    ),
    # added to what somebody earns, owes or is worth, not given to it
    _row(
        "other",
        r"\b(?:contribut|add|inject|bring|pump|generat)\w*\W*(?:\w+\W+){0,4}$",
        r"[^;.]{0,30}\bto\ (?:[\w’'-]+\ ){0,4}?(?:economy|economies|economic\ output|gdp|output|growth|revenues?|sales"
        r"|profits?|earnings|value|wealth|debts?|deficits?|costs?|bills?|prices?|market|market\ value|coffers)\b",
    ),
    # what taxpayers keep is not given
    _row(
        "other",
        r"",
        r"[^,;.$€£]{0,30}\btax(?:es)?[\s-](?:cuts?|breaks?|credits?|relief|giveaways?|rebates?|loopholes?)\b",
    ),
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of|from)\ )?(?:(?!to\b|for\b|by\b)[\w-]+\W+){0,3}?private[\s-]"
        r"(?:sector|capital|investments?|equity)\b",
    ),
    # what firms put into business, and a line that contracts cross
    _row(
        "other",
        rf"\b{_MANY}\b(?:\ (?:have|has|had|already|also|now|since))*\ (?:announced|committed|pledged|promised"
        rf"|planned){_HEDGE}",
        r"[^;.]{0,20}\binvest",
    ),
    _row(
        "other",
        r"\b(?:all|any|each|every)\ (?:[\w-]+\ ){0,2}(?:projects?|contracts?|purchases?|loans?|deals?"
        r"|transactions?|donations?|contributions?|gifts?|grants?|orders?)\W*$",
    ),
    # a debt that somebody takes up for himself
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\ )?(?:\w+\ )?(?:loans?|credit|debts?)\ (?:that\ )?(?:he|she|they|i|we|you)\ (?:\w+\ )?"
        r"(?:needed|needs?|took|takes?|owed?|has|have|had)\b",
    ),
    _row("other", r"\b(?:plans?|designs?|blueprints?|drawings?)\ for\ an?\W*$", r"\W*(?:[\w-]+\W+){1,5}"),
    _row("other", r"", r"\W*(?:[\w-]+\W+){0,2}?(?:joint\ ventures?|mergers?|takeovers?)\b"),
    # what firms build for themselves, whoever is named beside them; what one buys, or holds
    _row(
        "other",
        r"",
        r"\W*(?:[\w-]+\W+){0,3}?investments?\ to\ (?:build|expand|open|upgrade|construct)\b(?!\ (?:schools|clinics))",
    ),
    _row(
        "price",
        r"\b(?:build|construct|open|erect)\ an?\W*$",
        r"\W*(?:[\w-]+\W+){0,4}?(?:plants?|factor(?:y|ies)|mills?|mines?|fabs?|refiner(?:y|ies)|data\ cent(?:er|re)s?"
        r"|(?:manufacturing|assembly|production|recycling|battery)\ (?:facilit(?:y|ies)|lines?|sites?))\b",
    ),
    _row("price", r"\bpurchases?\b[^;.]{0,90}\b(?:total\w*|worth|of|amounting\ to)\W*(?:\w+\W+){0,2}$", gift=False),
    _row("other", r"", r"\W*(?:\w+\W+){0,2}?(?:in|of)\ (?:stocks?|shares|bonds|savings|assets)\b"),
    _row("conditional", r"\b(?:if\ (?:someone|somebody|anyone|you|one|i)|as\ an\ example|for\ instance)\b[^;.]{0,60}$"),
    # an insurance that pays what it owes
    _row(
        "other",
        r"\binsurance\ (?:\w+\ ){0,2}(?:pool|fund|scheme|facility|policy|policies|cover|company|contract)\b[^;]{0,110}"
        r"\b(?:paid|pays?|paying|transferred|transfers?|released|releases)\b[^;.]{0,30}$",
    ),
    # what a parliament is asked for, what is freed, found out, sold abroad, handed back, or only proposed
    _row(
        "request",
        r"\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?\ (?:on|for|upon)|urg(?:e|es|ed|ing))\ (?:\w+\ ){0,2}"
        r"(?:congress|parliament|lawmakers|the\ senate|the\ house)\b[^;.]*$",
    ),
    _row("other", r"\bfree(?:s|d|ing)?\ up\W*(?:\w+\W+){0,2}$"),
    _row(
        "loss",
        r"\b(?:convict|charg|indict|prosecut|launder|corrupt|fraud|brib)\w*\b[^;]*$",
        r"\W*(?:[\w-]+\W+){0,2}?(?:scheme|fraud|racket|ring|plot|scam)\b",
    ),
    _row("revenue", r"", r"\W*(?:in|of|worth\ of)\ (?:[\w.]+\ ){0,3}?(?:exports?|imports?|sales)\b(?!\ credits?)"),
    _row(
        "other",
        r"\b(?:repatriat|forfeit|return|hand)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,20}\b(?:forfeited|stolen|seized|looted|confiscated|embezzled)\b",
    ),
    _row("budget", r"\btax\ credits?\b[^;]{0,80}$"),
    _row("conditional", r"\b(?:the|an?|its|their)\ (?:proposed|planned|would-be)\W*$"),
    _row("other", r"\b(?:inc|corp|ltd|llc|plc|gmbh)\b\.?,?\ [^;.]{0,40}\binvest\w*\W*(?:\w+\W+){0,2}$"),
    # what a thing went for, what it would take to build, what nobody can find
    _row(
        "price",
        r"\b(?:went|goes|going|go|offered|built|made|hired|rented|had|replaced|repaired|listed)\ (?:for|at)"
        r"\W*(?:\w+\W+){0,2}$",
        gift=False,
    ),
    _row(
        "need",
        r"",
        r"[^;.]{0,80}\b(?:will|would|may|might|to)\ (?:take|cost|be\ needed|need)\ to\ (?:rebuild|repair|restore"
        r"|replace|reconstruct)",
    ),
    _row("need", r"\b(?:will|would|may|could)\ be\W*(?:\w+\W+){0,2}$", r"\W*short\b"),
    _row("loss", r"", r"[^;.]{0,90}\b(?:(?:could|can|did)\ ?not\ (?:be\ )?(?:trac|account)\w*|unaccounted|untraced)\b"),
    _row(
        "fine",
        r"\bpa(?:y|ys|id|ying)\W*(?:\w+\W+){0,2}$",
        r"\W*(?:a\ (?:day|week)\W+)?for\ (?:ignor|break|violat|breach|flout|fail|pollut|dump|disobey|contempt)",
    ),
    _row("market_rate", r"\b(?:share|stock|spot|bond)\ prices?\b[^;\d]{0,60}$"),
    # what is bought whole or in part, what a court orders, a line that is drawn, a comparison
    _row(
        "price",
        r"",
        r"[^;.]{0,30}\b(?:to\ (?:acquire|take\ over|snap\ up|lift\ its|raise\ its\ (?:\w+\ )?stake)|takeover"
        r"|buyout|buy-out|acquisition|asking\ price)\b",
        gift=False,
    ),
    _row(
        "fine",
        r"\b(?:order|direct|requir|told|condemn|sentenc|oblig)\w*\ (?:[\w’']+\ ){0,4}?to\ pay\b[^;.]{0,60}$",
    ),
    _row("other", r"\b(?:limit|ceiling|threshold)\ (?:of|at|on)\W*(?:\w+\W+){0,2}$"),
    _row(
        "other",
        r"",
        r"\ (?:larger|bigger|more|higher|less|lower|smaller|cheaper|dearer)\ than\b"
        r"(?!\ (?:announced|pledged|promised|planned))",
    ),
    # what the sick pay, what students owe, what is frozen, what was left
    _row("price", r"", r"\W*(?:\w+\W+){0,2}?out\ of\ (?:pocket|their\ (?:own\ )?pockets?)\b"),
    _row("budget", r"\bstudent[\s-](?:loans?|debts?)\b[^;.]{0,60}$"),
    _row("budget", r"", r"[^;.]{0,30}\bstudent[\s-](?:loans?|debts?)\b"),
    _row(
        "other",
        r"",
        r"\W*(?:that|which)?\W*(?:is|are|was|were|’s|'s|remains?|has\ been|have\ been)\ (?:still\ )?frozen\b",
    ),
    _row("loss", r"", r"[^;.]{0,50}\b(?:was|were|is|are|been|being|it)\ (?:left|abandoned|lost|wasted)\b(?!\ with)"),
    # plants that firms build for themselves, business that comes into a country
    _row(
        "other",
        r"\b(?:commit|pledg|spen|announc|put|promis)\w*\W*(?:\w+\W+){0,3}$",
        r"\W*to\ (?:build|expand|open|upgrade|construct)\ (?:[\w-]+\W+){0,8}?"
        r"(?:plants?|factor(?:y|ies)|mills?|mines?|fabs?|data\ cent(?:er|re)s?|refiner(?:y|ies)"
        r"|(?:manufacturing|assembly|production)\ (?:facilit(?:y|ies)|lines?|sites?))\b",
    ),
    _row("other", r"", r"\W*(?:of|in)\ (?:[\w-]+\W+){0,3}?investments?\ into\b"),
    # what is sold, though a government allows it
    _row(
        "price",
        r"\b(?:arms|weapons?|military|missiles?|jets?|possible|proposed|tanks?|aircraft)\ sales?\b[^;.]{0,80}$",
    ),
    # what ends a quarrel at law
    _row(
        "fine",
        r"\bpa(?:y|ys|id|ying|yment)\b[^;.]{0,30}$",
        r"[^;.]{0,20}\b(?:to\ (?:settle|resolve|end)|in\ (?:settlement|damages|restitution|penalt\w+|fines?)"
        r"|over\ (?:claims|allegations|charges))\b",
    ),
    _row("other", r"\b(?:prizes?|jackpots?|prize\ money)\b[^;.]{0,30}$"),
    _row("other", r"", r"\W*(?:\w+\W+){0,2}?(?:prizes?|jackpots?|prize\ money)\b"),
    _row("other", r"\b(?:attract|unlock|cataly[sz]|leverag|crowd(?:s|ed|ing)?\ in)\w*\W*(?:\w+\W+){0,5}$"),
    _row("other", r"", r"\W*(?:in|of)\ (?:\w+\ ){0,3}(?:lending|financing)\ (?:capacity|power|headroom)\b"),
    _row("other", r"", r"[^,;.]{0,30}\b(?:being|is|are|was|were)\ invested\b"),
    # a change, a ratio, a threshold
    _row(
        "price",
        r"\b(?:rais|increas|cut|reduc|lower|slash)\w*\b[^;.]{0,60}\b(?:costs?|prices?|bills?|premiums?"
        r")\b[^;.]{0,40}\bby\W*(?:\w+\W+){0,3}$",
    ),
    # not "cut its debt by": a debt that somebody cuts for another is a gift
    _row(
        "other",
        r"\b(?:(?:rais|increas)\w*\b[^;.]{0,40}\bdebts?|(?:rais|increas|cut|reduc|lower|slash)\w*\b[^;.]{0,40}\b"
        r"(?:tax(?:es)?|deficits?))\b[^;.]{0,30}\bby\W*(?:\w+\W+){0,3}$",
    ),
    _row("other", r"", r"[^,;.]{0,30}\bfor\ every\W+(?:[$€£¥]|\d|dollar|euro|pound)"),
    _row(
        "price",
        r"",
        r"\W*(?:(?:a|per)\ \w+\W+)?(?:on\ average|for\ (?:a|the|each)\ (?:\w+\ )?(?:family|household)"
        r"\ of\b)",
    ),
    _row(
        "salary",
        r"\b(?:anyone|no\ one|nobody|people|families|households|couples|individuals|workers|they|who|those"
        r"|everyone)\W*(?:\w+\W+)?"
        r"(?:make|makes|making|earn|earns|earning)\W*(?:(?:under|below|over|above|between|less\ than|more\ than"
        r"|up\ to)\W*)?$",
    ),
    _row("price", r"\b(?:on\ average|an\ average\ of)\W*$"),
    _row("other", r"\bfor\ every\W*$"),
    _row(
        "other",
        r"\b(?:own|owns|owned|owning|hold|holds|held|holding)\b[^;]{0,40}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    # what a court sets
    _row(
        "fine",
        r"\b(?:ordered|told|sentenced|condemned|made|forced)\ to\ (?:pay|repay|return|refund|hand"
        r"\ back)\b[^;.]{0,30}$",
    ),
    _row("price", r"", r"[^,;.]{0,30}\bfor\ (?:a|the|each)\ (?:\w+\ )?(?:family|household)\ of\b"),
    _row("price", r"", r"\W*on\ the\ (?:dollar|euro|pound)\b"),
    # "$5 - — $50 million": said wrong, then right
    _row("denied", r"", r"\s*-\ ?—\s*(?:\w+\W+){0,2}[$€£]?\d"),
    # what people earn, what firms spend on themselves, what one only speaks of
    _row(
        "salary",
        r"\bincomes?\W*(?:(?:of|up|below|under|above|over|between|less|more|to|than)\W*){0,3}$",
    ),
    _row("other", rf"\btalk(?:s|ed|ing)?\ about{_HEDGE}"),
    _row(
        "other",
        rf"\bspen(?:d|ds|t|ding){_HEDGE}",
        r"\W*(?:a\ year\W*)?(?:(?:to|on)\ (?:\w+\ ){0,2})?(?:lobby|advertis|campaign|market)(?:ing|ists?|ise"
        r"|ed|s)?\b",
    ),
    _row(
        "price",
        r"\b(?:gave|gives?|given|won|win|wins|award(?:s|ed)?|sign(?:s|ed)?|land(?:s|ed)?|secur(?:es"
        r"|ed))\b[^;.]{0,40}\ban?\W*$",
        r"\W*(?:contract|order|deal\ to\ (?:build|make|supply|produce|deliver|sell|run))\b",
    ),
    _row(
        "price",
        r"\b(?<!will\ )(?<!would\ )(?<!could\ )(?<!may\ )(?<!might\ )(?<!to\ )costs?\W*"
        r"(?:(?:about|around|some|nearly|almost|over|more|than|up|to|an?|at|least)\W+){0,4}$",
        gift=False,
    ),
    _row("price", r"\bcap(?:s|ped|ping)?\b[^;.]{0,40}\bat\W*(?:\w+\W+){0,2}$"),
    _row("proposed", r"", r"\W*(?:\w+\W+){0,3}?proposed\ by\b"),
    _row("other", r"\bprivate(?:[\s-]sector)?\ investments?\b[^;.]{0,40}$"),
    _row("other", r"", r"\W*balance\ sheet\b"),
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\ )?(?:[\w-]+\W+){0,3}for\ (?:the|an?)\ (?:[\w-]+\ ){0,2}"
        r"(?:homebuyer|buyer|borrower|renter|student|taxpayer|worker|veteran|pensioner|senior|driver|family"
        r"|household)\b",
    ),
    # money that buys votes is no aid
    _row(
        "other",
        r"",
        r"[^;.]{0,40}\b(?:influenc(?:e|ing)|meddl(?:e|ing)|interfer(?:e|ing)|undermin(?:e|ing)|rig(?:ging)?"
        r"|disinformation|propaganda"
        r"|preferred\ candidates?)\b",
    ),
    _row(
        "other",
        rf"\binvest(?:s|ed|ing)?{_HEDGE}",
        r"[^;.]{0,10}\bin\ (?:an?\ |its\ )?(?:new\ )?(?:[\w-]+\ ){0,3}(?:manufacturing|chip|battery|assembly"
        r"|car|steel|memory)"
        r"\ (?:[\w-]+\ )?(?:facilit(?:y|ies)|factor(?:y|ies)|plants?|works)\b",
    ),
    _row("restatement", r"\bbuild(?:s|ing)?\ (?:up)?on\W*(?:(?!\bthat\b)\w+\W+){0,4}$"),
    # a bill that nobody has passed yet
    _row(
        "proposed",
        r"^(?!.*\b(?:passed|signed|approved|adopted|enacted|voted)\b).*\b(?:bills?|legislation|amendments?"
        r"|proposals?)\ "
        r"(?:[\w’',]+\ ){0,10}?(?:(?:that|which)\ (?:would\ )?|will\ |would\ )"
        r"(?:also\ )?(?:provid|giv|gave|allocat|cancel|fund|includ|send|set|creat)\w*\b[^;.]{0,40}$",
    ),
    _row("request", rf"\b(?:push|press|lobby|campaign|clamour|plead)(?:es|ed|ing|s)?\ for{_HEDGE}"),
    _row("total_to_date", rf"\bto\ date\ (?:of|is|are|totals?){_HEDGE}"),
    # finance that is brought together, held, or put in by firms
    _row(
        "other",
        rf"\bmobili[sz](?:e|es|ed|ing){_HEDGE}",
        r"\W*(?:in|of)\ (?:\w+\ ){0,3}(?:financing|finance|investments?|capital|lending|resources)\b",
    ),
    _row("other", r"\bportfolios?\b[^;.]{0,40}$"),
    _row("other", r"", r"\W*(?:[\w-]+\W+){0,3}?portfolios?\b"),
    _row("other", r"", rf"[^;.,]{{0,40}}\binvestments?\ by\ (?:\S+\ ){{0,3}}?{_MANY}\b"),
    _row("other", r"", r"\W*(?:war\ (?:fund|chest)|sovereign\ (?:wealth\ )?fund|rainy[\s-]day\ fund)\b"),
    _row(
        "other",
        r"\b(?:secur|land|attract|draw|drew|lur|won|win)\w*\W*(?:\w+\W+){0,3}$",
        r"[^;.,]{0,40}\binvestments?\b",
    ),
    _row(
        "other",
        r"",
        r"[^;]{0,30}\binvest(?:ments?|ed)?\b[^;]{0,40}\b(?:manufacturing|production\ (?:facility|line|site)"
        r"|data\ cent(?:er|re)s?|factor(?:y|ies)|chips|chipmaking)\b",
    ),
    _row(
        "restatement",
        r"",
        r"\W*(?:(?:in|of|worth)\ )?(?:[\w-]+\ ){0,4}?(?:already|previously|earlier)\ "
        r"(?:announced|pledged|promised|approved|agreed|committed)\b",
    ),
    # a change of what is spent or owed
    _row(
        "other",
        r"\b(?:cut|cuts|cutting|reduc\w+|slash\w*|lower\w*|trim\w*)\b[^;.]{0,40}\b(?:spending|expenditures?"
        r"|outlays)\b"
        r"[^;.]{0,20}\bby\W*(?:\w+\W+){0,3}$",
    ),
    # running totals
    _row(
        "total_to_date",
        r"(?:^|[;•]\ )\W*since\ [^;]{3,60}?,\ [^;.]{0,40}\b(?:has|have|had|['’]ve|provided|given|gave"
        r"|contributed|sent|delivered"
        r"|disbursed|committed)\b[^;.]*$",
    ),
    _row(
        "total_to_date",
        r"\b(?:in|over|during)\ the\ (?:last|past|previous)\ (?:fiscal\ |financial\ |budget\ )year\b[^;.]*$",
    ),
    _row(
        "total_to_date",
        r"\b(?:has|have|had)\ (?:\w+\ )?(?:contributed|provided|given|donated|disbursed|sent|lent|paid)"
        r"\ (?:[\w’']+\ ){0,4}?a\ total\ of\W*$",
    ),
    _row(
        "total_to_date",
        r"\b(?:brings?|bringing|brought|takes?|taking|took)\ [^;.]{0,60}?"
        r"\b(?:aid|help|support|assistance|funding|giving|contributions|donations)\b[^;.]{0,40}?"
        r"\bto\W*(?:\w+\W+){0,2}$",
    ),
    _row(
        "total_to_date",
        r"\b(?:now|already|so\ far)\ (?:totals?|stands?\ at|comes?\ to|amounts?\ to)\W*(?:\w+\W+){0,2}"
        r"$",
    ),
    _row(
        "total_to_date",
        r"\b(?:fund|appeal|campaign)\b[^;]{0,50}\bhas\ (?:so\ far\ )?(?:collected|raised|received|"
        r"taken\ in)\W*$",
    ),
    _row(
        "total_to_date",
        r"\b(?:members|allies|donors|countries|nations|partners|governments)\b[^;]{0,30}\b(?:have|had|"
        r"has)\ (?:\w+\ )?(?:pledged|promised|given|committed|provided)\W*(?:\w+\W+){0,2}$",
        r"[^,;.]{0,40}\bthis\ year\b",
    ),
    _row(
        "total_to_date",
        r"",
        r"[^.;,]{0,60}\b(?:paid(?:\ out)?|given|provided|disbursed|delivered|sent|committed)\ since\b",
    ),
    _row("total_to_date", r"\b(?:over|in|during|within)\ (?:that|this|the)\ (?:same\ )?(?:period|time)\b[^;.]*$"),
    # budgets
    _row("budget", r"", r"\W*(?:that\ |which\ )?(?:the\ )?\w+\ spends\ on\b"),
    _row("budget", r"\b(?:runs?|ran|running)\ on\W*(?:about\W*|around\W*)?$"),
    # looking back
    _row("restatement", r"", r"\W*(?:that\ )?(?:you|he|she|they|we|i)\ (?:talked\ about|mentioned|spoke\ of|cited)\b"),
    _row("restatement", r"\b(?:pledged|promised|offered|gave)\W*(?:\w+\W+){0,2}$", r"\W*(?:then|at\ the\ time)\b"),
    _row(
        "restatement",
        r"\b(?:promised|pledged)\W*$",
        r"\W*and\ (?:has|have)\ (?:so\ far\ |only\ )?(?:paid|delivered|sent)\b",
    ),
    _row(
        "restatement",
        r"",
        r"\W*(?:in\ \w+\ )?announced\ by\ (?:[\w’'.]+\ ){1,4}?(?:an?|two|three|last|earlier|in|on)\ "
        r"(?:\w+\ ago|week|month|year|\w+day)\b",
    ),
    _row(
        "restatement",
        r"",
        r"\W*(?:\w+\ (?:in\ \w+\ )?)?(?:has|have|had)\ (?:still\ )?not\ (?:arrived|been\ (?:paid|"
        r"delivered))\b",
    ),
    # plans
    _row(
        "conditional",
        r"\b(?:readiness|willingness|interest|intention)\ (?:to|in)\ (?:examin|consider|explor|study|invest"
        r"|discuss|look)\w*\b[^;.]{0,60}$",
    ),
    _row("conditional", r"\bpropos\w+\b[^;.]*\bwould\ (?:raise|bring|yield|save|cost)\b[^;.]{0,20}$"),
    _row("conditional", r"\bhad\ been\ (?:expected|due|set|supposed|meant|slated|likely)\ to\ (?:\w+\ ){1,3}$"),
    _row("conditional", r"\b(?:foresees?|envisages?|envisions?)\b[^;]{0,30}$"),
    _row("conditional", r"", r"[^,;.]{0,60}\b(?:hangs?|hinges?)\ on\b"),
    _row("conditional", r"\bsounded\ out\b[^;.]{0,20}$"),
    _row("conditional", r"\b(?:if,?\ and\ only\ if|only\ if|provided\ that)\b[^;.]{0,60}$"),
    # what somebody would like to have
    _row(
        "request",
        r"\b(?:wants?|wanted|is\ after|are\ after)\W*(?:about\W+|another\W+)?$",
        r"[^,;.]{0,12}\b(?:for|in|more|extra)\b",
    ),
    _row("request", r"\b(?:request|appeal|plea|application|petition)\b[^,;.]{0,40},\ for\W*$"),
    # what is not there
    _row("need", r"", r"\W*(?:is|are|was|were)\ (?:still\ )?(?:missing|lacking|outstanding|short)\b", gift=False),
    _row("need", r"\bwould\ (?:take|require|call\ for|swallow)\W*(?:\w+\W+){0,2}$"),
    _row("need", r"\bput\ a\ (?:price|figure|number)\ on\b[^;.]{0,80}:\W*$"),
    # what harm comes to
    _row(
        "loss",
        r"\bcosts?\ (?:\w+['’]s?\ |the\ |its\ |their\ |\w+\ ){0,3}"
        r"(?:economy|economies|factories|farmers|growers|industry|treasury|exporters|businesses|shops)"
        r"\W*(?:an?\ estimated\W*|about\W*)?$",
    ),
    _row(
        "loss",
        r"\b(?:burned|burnt|destroyed|ruined|wrecked|swept\ away|killed|spoiled|stole|stolen|poached)\b[^,;.]{0,40}"
        r"\bworth\W*(?:about\W*)?$",
    ),
    _row("damage", r"", r"\W*(?:of|in|worth\ of)\ (?:\w+\ )?(?:damage|destruction|destroyed|ruined|wrecked)\b"),
    # what a firm sells
    _row(
        "revenue",
        r"\b(?:won|wins?|winning|land(?:s|ed)|secur(?:es|ed)|book(?:s|ed)|received)\ (?:an?\ |the\ )?(?:\w+\ ){0,2}"
        r"(?:orders?|contracts?|tenders?)\b[^,;.]{0,40}(?:\bworth|\bof|\bfor|,)\W*(?:about\W*)?$",
    ),
    # what a wrongdoer pays
    _row(
        "fine",
        r"\b(?:caught|convicted|found\ guilty|offenders?|violators?|culprits?)\b[^;.]{0,20}\bpays?\W*(?:up\ to\W*)?$",
    ),
    # what somebody keeps from being paid
    _row(
        "blocked",
        r"\b(?:stop(?:s|ped|ping)?|prevent(?:s|ed|ing)?|block(?:s|ed|ing)?|barr(?:ed|ing)|enjoin(?:s|ed))\b[^;.]{0,60}"
        r"\bfrom\ (?:paying|giving|sending|disbursing|releasing|transferring|spending|lending)\W*(?:\w+\W+){0,3}$",
    ),
    _row("blocked", r"\b(?:is|are|was|were|been)\ sitting\ on\W*(?:\w+\W+){0,2}$"),
    # the same sum in other money
    _row(
        "conversion",
        r"\bin\ (?:local|foreign|hard|other|our|their|its)\ (?:money|currency|terms)\b[^;.]{0,25}$",
    ),
    # a correction: "is giving 21 million, not 12 million"
    _row("denied", r"\d[^;.]{0,60}[,–—]\ (?:and\ )?not\W*$"),
    _row(
        "denied",
        r"\b(?:took|taken|takes|taking)\ note\ of\ (?:an?|the)\ (?:\w+\ )?(?:report|post|claim|rumou?r)s?\b[^;]*$",
    ),
    # what was told long before
    _row(
        "restatement",
        r"",
        r"\W*(?:that\ |which\ )?(?:the\ )?(?:\w+\ ){1,3}(?:held\ out|promised|pledged|announced|offered|dangled)"
        r"\ (?:\w+\ )?in\ (?:19|20)\d\d\b",
    ),
    _row(
        "restatement",
        r"\b(?:after|following)\ the\ (?:\w+\ ){1,3}of\ (?:19|20)\d\d\b[^;.]{0,60}$",
    ),
    _row("restatement", r"\b(?:by|under|from|with|through)\ an?\ (?:19|20)\d\d\ (?:\w+\ ){1,2}(?:of|worth)\W*$"),
    _row(
        "total_to_date",
        r"\bsince\ (?:19|20)\d\d\b[^;.]{0,90}\b(?:has|have|had)\ (?:\w+\ )?(?:spent|given|sent|lent|paid"
        r"|amounted\ to|come\ to|totall?ed|reached)\W*(?:\w+\W+){0,2}$",
    ),
    # sums that others put in, or that are only moved, counted, cut
    _row("price", r"", r"\W*(?:[\w-]+\W+){0,2}?buy-?\s?backs?\b"),
    _row(
        "price",
        r"\b(?:bids?|takeovers?|mergers?|acquisitions?|buyouts?)\ (?:for|of|by|battle|fight)\b[^;.]{0,140}$",
        r"\W*(?:[\w-]+\W+){0,2}?(?:offers?|bids?|approach|deals?)\b",
    ),
    _row(
        "price",
        r"\b(?:offer|pa(?:y|id)|promis|guarante)\w*\ (?:him|her|me)\W*(?:\w+\W+)?$",
        r"\W*(?:to|if\ (?:he|she|i))\ [a-z]",
    ),
    _row(
        "price",
        r"(?:^|[•*:]\W*|-\ )(?:the\ )?(?:procurement|purchases?|imports?|sales?|orders?)\ of\b[^;.]{0,120}"
        r"\b(?:valued|worth|value\ of|total\w*|amounting)\b\W*(?:\w+\W+){0,2}$",
    ),
    _row(
        "other",
        r"\b(?:cut|cuts|cutting|reduc\w+|slash\w*|trim\w*)\b[^;.]{0,60}\b(?:assistance|aid|support|funding|help"
        r"|contributions?|grants?|programs?|programmes?|subsid(?:y|ies))\b[^;.]{0,40}\bby\W*(?:\w+\W+){0,3}$",
    ),
    _row("budget", r"\bdivert\w*\W*(?:\w+\W+){0,3}$", r"[^;.]{0,20}\bfrom\b"),
    _row(
        "other",
        r"\b(?:drain|strip|siphon|extract|claw|wring|bleed|suck)\w*\W*(?:\w+\W+){0,4}$",
        r"[^;.]{0,20}\b(?:from|out\ of)\b",
    ),
    _row(
        "loss",
        r"\b(?:fraud\w*|scams?|laundering|embezzl\w+|kickbacks?)\b[^;]{0,140}"
        r"\b(?:schemes?|cases?|claims?|billings?|transactions?)\b[^;.]{0,20}"
        r"\b(?:total\w*|worth|of|involv\w+|amounting)\W*(?:\w+\W+){0,2}$",
    ),
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of|worth\ of)\ )(?:(?!grants?\b|loans?\b|aid\b|assistance\b|financ)[\w-]+\ ){0,3}"
        r"(?:deals|contracts|orders|sales|transactions|joint\ ventures|purchases|commerce|trade)\b",
    ),
    _row(
        "budget",
        r"\b(?:spen\w+|wast\w+|squander\w*|blew|burn\w*)\b[^;.]{0,30}$",
        r"\W*(?:in|of)\ (?:taxpayers?|public)['’]?\ (?:dollars|money|funds)\b",
    ),
    _row("other", r"", r"[^,;.]{0,60}\b(?:gave|given|give|giving|gives)\ up\b"),
    _row("other", r"", r"\W*(?:in\ \d{4}\ )?won\ by\b"),
    # the size of the fund or programme that a sum goes into ("put 5m into a 100m fund")
    _row(
        "other",
        r"\d[^,;.]{0,24}\ (?:in|into|to|of|from|towards?)\ (?:an?\ |the\ |its\ |their\ |our\ |[\w’'&-]+(?:\ [\w’'&-]+)?"
        r"['’]s?\ )(?:[\w-]+\ ){0,2}$",
        r"\W*(?:[\w-]+\W+){0,3}?(?:funds?|programmes?|programs?|projects?|facilit(?:y|ies)|schemes?|pools?|plans?)\b",
    ),
    _row(
        "proposed",
        r"\b(?:recommendations?|proposals?|calls?|ideas?|suggestions?)\ (?:to|for|of)\ (?:creat|set|establish|launch"
        r"|build|rais|form)\w*\b[^;.]{0,40}$",
    ),
    _row("proposed", r"\b(?:is|are|was|were|be)\ proposing\ \w+ing\b[^;.]*$"),
    _row(
        "revenue",
        r"\b(?:bring|brought|pour|flow|take|took|taking|collect|rais|add|send|sent|funnel)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,30}\b(?:into|to|for)\ (?:the|its|our|their|his|her)\ (?:[\w’]+\ ){0,3}?(?:treasury|coffers|exchequer"
        r"|public\ purse)\b",
    ),
    _row(
        "other",
        r"\b(?:imports?|exports?|sales|revenues?|profits?|spending|output|trade|deficits?|surplus\w*|prices?|costs?"
        r"|production|shipments?|premiums?)\b[^;]{0,160}"
        r"\b(?:increas|decreas|declin|grew|grow|rose|ris|f[ae]ll|shr[aiu]nk|climb|drop|jump|surg)\w*\ by"
        r"\W*(?:\w+\W+){0,2}$",
    ),
    # what firms put into a country, whoever is praised for it
    _row(
        "other",
        r"\b(?:see|sees|seeing|saw|seen|driv\w+|drove|spur\w*|generat\w*|attract\w*|welcom\w*|win|won|land\w*|draw\w*"
        r"|drew|unleash\w*|trigger\w*)\W*(?:(?:\w+|in|of)\W+){0,4}$",
        r"\W*(?:(?:in|of|worth\ of)\ )?(?:(?!aid\b|assistance\b)[\w-]+\ ){0,4}investments?\b",
    ),
    _row(
        "other",
        r"\binvestment\ (?:commitments?|pledges?|plans?|announcements?)\b[^;.]{0,60}$",
    ),
    _row(
        "other",
        r"",
        r"\W*(?:(?:in|of|worth\ of)\ )?(?:[\w-]+\ ){0,4}?(?:investment\ (?:commitments?|pledges?)"
        r"|(?:manufacturing|production|assembly|chipmaking)\ (?:commitments?|investments?|capacity|operations?"
        r"|facilit(?:y|ies)|plants?))\b",
    ),
    # what money adds up to over years
    _row(
        "total_to_date",
        r"\bsince\ (?:(?:19|20)\d\d|last\ \w+|(?:january|february|march|april|may|june|july|august|september|october"
        r"|november|december)(?:\ (?:of\ )?(?:19|20)\d\d)?|(?:the\ )?\w+\ \d{4}|taking\ office|independence|then),?\ "
        r"[^;.]{0,60}\b(?:has|have|had|['’]ve)\ (?:\w+\ ){0,2}?(?:provided|given|contributed|sent|delivered|disbursed"
        r"|committed|pledged|dedicated|invested|donated|allocated|awarded|spent|lent)\W*(?:\w+\W+){0,4}$",
    ),
    _row(
        "total_to_date",
        r"(?:^|[;•]\ )\W*(?:to\ date|over\ the\ (?:past|last)\ [\w-]+\ (?:years|months|decades?)),?\ [^;]{0,70}"
        r"\b(?:has|have|had|['’]ve)\b[^;.]{0,60}$",
    ),
    _row(
        "total_to_date",
        r"\b(?:years|decades|decade),?\ (?:in|during|over)\ which\b[^;.]{0,60}\b(?:has|have|had)\b[^;.]{0,40}$",
    ),
    # business between states and firms, whoever announces it
    _row(
        "other",
        r"\b(?:economic|commercial|trade|business|arms|energy|purchase|sales)\ (?:deals?|contracts?|agreements?"
        r"|exchanges?)\b[^;.]{0,50}$",
    ),
    _row("other", r"", r"\W*(?:in|of|worth\ of)\ (?:[\w–-]+\ ){0,3}?investment\ (?:agreements?|deals?|contracts?)\b"),
    _row("other", r"", r"\W*(?:[\w-]+\W+){0,2}?(?:commitments?|pledges?)\ to\ (?:\w+\ )?(?:manufactur|produc)\w+\b"),
    _row(
        "other",
        r"",
        r"\W*(?:[\w-]+\W+){0,2}?investments?\ (?:by|from)\ (?:[\w’'()-]+\ ){0,6}?(?:exporters?|makers?|manufacturers?"
        r"|giants?|firms?|compan(?:y|ies)|producers?|developers?|groups?|operators?|carmakers?|chipmakers?|investors?)\b",
    ),
    _row(
        "price",
        r"\bspend(?:s|ing)?\W*(?:\w+\W+){0,3}$|\bspent\W*(?:\w+\W+){0,3}$",
        r"\W*(?:on|in)\ (?:[\w’'-]+\ ){0,5}?(?:purchases|procurement)\b",
    ),
    _row("loss", r"\b(?:loot|swindl|cheat|bilk|defraud|fleec|robb?)\w*\b[^;.]{0,40}\bout\ of\W*(?:\w+\W+){0,2}$"),
    _row("price", r"\bg(?:ive|ives|ave|iven|iving)\ (?:[\w’']+\ ){1,4}away\ for\W*(?:\w+\W+){0,2}$"),
    _row("other", r"\bfor\ (?:every|each)\W+(?:[$€£]?\s?\d[\d.,]*|dollar|euro|pound)\b[^;.]{0,90}$"),
    _row("salary", r"\b(?:wage|pay|salary)\ (?:increases?|rises?|raises?|hikes?)\ of\W*(?:\w+\W+){0,2}$"),
    _row("other", r"\b(?:with|having)\ (?:total\ )?assets\W*(?:\w+\W+){0,3}$"),
    _row("other", r"\bassessed\ at\W*$"),
    _row(
        "total_to_date",
        r"\btotal\ (?:contributions?|aid|support|assistance|pledges?|commitments?)\b[^;.]{0,80}\bto"
        r"\W*(?:\w+\W+){0,2}$",
    ),
    _row(
        "budget",
        r"\b(?:secur|won|win|obtain|got|get)\w*\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,60}\bfrom\ (?:the\ )?(?:congress|parliament|legislature)\b",
    ),
    _row(
        "proposed",
        r"\b(?:democrats?|republicans?|tories|labour|conservatives?|liberals?|opposition|candidate)(?:['’]s?)?\W*$",
        r"\W*(?:[\w-]+\W+){0,3}?(?:plans?|packages?|bills?|proposals?|budgets?)\b",
    ),
    _row(
        "price",
        r"\b(?:costs?|bills?)\b[^;.]{0,110}\b(?:run|comes?|came|amounts?|climb|adds?\ up)\ (?:in)?to"
        r"\W*(?:\w+\W+){0,3}$",
        gift=False,
    ),
    _row("other", r"\b(?:had|has|have|holds?|held)\ an?\W*$", r"\W*(?:loan|overdraft|mortgage|debt)\b"),
    _row(
        "budget",
        r"\breturn(?:s|ed|ing)?\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,10}\bto\ (?:businesses|families|taxpayers|households|consumers|shareholders|investors|owners)\b",
    ),
    _row(
        "other",
        r"\b(?:cataly[sz]|leverag|unlock|mobili[sz]|attract)(?:e|es|ing|s)?\ up\ to\b[^;.]{0,60}$",
    ),
)
