"""Ways of speaking of what is no gift: denied, taken back, needed, lost, earned, quoted, budgeted.

The first part of `analysis.money.reasons.sayings_lexicon`, asked in its order.
"""

from analysis.money.reasons.saying import HEDGE, row

_EARNERS = (
    r"(?:soldiers?|pensioners?|officers?|labourers?|staff|workers?|teachers?|nurses?|employees?|drivers?|miners?"
    r"|cleaners?)"
)
_KIN = (
    r"(?:famil(?:y|ies)|households?|persons?|people|victims?|survivors?|pupils?|child|citizens?|residents?"
    r"|voters?)"
)
_RISE = r"(?:rose|risen|fell|fallen|climbed|dropped|grew|grown|jumped|slipped|declined|recovered|soared|shrank)"
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

UNGIVEN = (
    # what somebody makes up
    row(
        "denied",
        r"\b(?:falsif\w+|fabricat\w+|fake|hoax|bogus|made\ up|untrue|debunk\w*|falsely|wrongly)\b[^;.]{0,120}"
        r"\b(?:said|says|claim\w*|stat\w+|report\w*|that)\b[^;.]*$",
    ),
    # a gift that is taken back: it counts, as cancelled
    row(
        "cancelled",
        r"\b(?:pledged|promised|offered|announced|committed|set\ aside|grants?|donations?|gifts?|pledges?|loans?"
        r"|aid)\b[^;]{0,80}$",
        r"[^;]{0,120}?,?\ (?:has|have|had|is|are|was|were|will\ be)\ (?:now\ |since\ |been\ |being\ |quietly\ ){0,3}"
        r"(?:withdrawn|rescinded|revoked|cancelled|canceled|scrapped|called\ off)\b(?!\ (?:from|by\ the\ bank))",
    ),
    row(
        "cancelled",
        r"",
        r"\W*(?:in\ )?(?:\w+\ ){0,2}?(?:donations?|grants?|gifts?|pledges?|set\ aside|promised|pledged)\b[^;]{0,120}?"
        r"\ (?:has|have|had|is|are|was|were)\ (?:now\ |since\ |been\ |being\ |quietly\ ){0,3}"
        r"(?:withdrawn|rescinded|revoked|cancelled|canceled|scrapped|called\ off)\b",
    ),
    # what the text itself takes back
    row(
        "denied",
        r"\b(?:reports?|claims?|rumou?rs?|suggestions?|allegations?|stor(?:y|ies)|figures?)\b[^;]*$",
        rf"[^;]{{0,90}}{_STATED}",
    ),
    row("denied", r"", r"\W*(?:is|was|are|were)\ not\ (?:one|a\ figure|a\ sum|true|right|correct|what)\b"),
    row(
        "denied",
        r"\b(?:our\ (?:\w+\ )?(?:story|report|article|edition|caption|headline)|an?\ (?:letter|caption"
        r"|headline))\b[^;]{0,60}"
        r"\b(?:said|stated|claimed|gave|reported|printed|put)\b[^;]*$",
    ),
    row("denied", r"", r"\W*(?:was|were)\ (?:wrongly\ )?given\ as\b"),
    row("conversion", r"\d[^;]{0,30}\bgiven\ as\W*$"),
    row("denied", r"\bgiven\ as\W*$"),
    # what somebody else says, and is contradicted
    row(
        "denied",
        r"\b(?:dismiss|deni|deny|reject)\w*\b[^.;]{0,60}\b(?:report|claim|rumou?r|story|allegation)s?"
        r"\b[^.;]{0,80}$",
    ),
    # "It is about 5,800 pounds": the same sum in other money
    row(
        "conversion",
        r"^\W*(?:in\ \w+,\ )?(?:it|that|this)\ (?:is|was)\W*(?:(?:about|around)\W*)?$",
        r"\W*$",
    ),
    # "has put its ammunition bill for next year at", "puts the cost of adapting at"
    row(
        "need",
        r"\b(?:put|puts|estimat\w+|reckon\w*)\b[^;]{0,40}\b(?:bill|cost|price)\ (?:for\ next|"
        r"of\ \w+ing)\b[^;]{0,60}\bat\W*$",
        r"(?!\W*last\ year)",
    ),
    row(
        "need",
        r"\b(?:rebuilding|reconstruction|recovery)\ (?:is|was|are|were|has\ been|put|estimated)?"
        r"[^,;]{0,20}\bat\W*(?:more\ than\W*)?$",
    ),
    row(
        "need",
        r"\b(?:repairs?|rebuilding|reconstruction|replacement|replacing|restoring)\b[^,;]{0,60}"
        r"\b(?:is|are|was|were|will)\W*(?:\w+\W+){0,2}$",
        gift=False,
    ),
    row("need", rf"\b(?:(?:has|have|had)\ (?:still\ |yet\ )?to|must|needs?\ to)\ find{HEDGE}"),
    row("request", rf"\b(?:(?:look|search|hunt|ask|push|hop)ing\ for|in\ search\ of|in\ need\ of){HEDGE}"),
    row(
        "request",
        r"\b(?:request|appeal|ask|bid)s?\b[^;,]{0,40}\b(?:is|was|are|were|stands?\ at|comes?\ to"
        r"|totals?)\W*(?:\w+\W+){0,2}$",
    ),
    row("request", rf"\b(?:requests?|pleas?|appeals?|bids?)\ to\ (?:\w+\W+){{1,4}}for{HEDGE}"),
    row("request", rf"\b(?:wants?|wanted){HEDGE}", r"[^;,.]{0,20}\bfrom\b"),
    row("need", r"", r"\W*(?:that|which)\ (?:[\w’']+\ ){1,4}(?:lack(?:s|ed)?|needs?|needed|requires?)\b"),
    row(
        "need",
        r"",
        r"\W*(?:(?:has|have|had)\ (?:as\ yet\ )?no\ (?:sponsor|donor|backer|funder|taker)s?"
        r"|remains?\ (?:unfunded|unmet))\b",
    ),
    row("need", r"\bneed(?:s|ed)?\ (?:\w+\ ){0,2}(?:financing|funding|money)\ for\W*(?:another\W*)?$"),
    row("loss", r"\binsurers?\b[^;]{0,30}\bpa(?:y|id|ying)\b\W*(?:\w+\W+){0,3}$"),
    row(
        "loss",
        r"\bcosts?\ (?!about|around|some|nearly|almost|up|more|less|an?\b|over|it\b|them\b|him\b|"
        r"her\b|us\b|me\b|you\b|the\ )[\w’']+(?:\ alone)?\W*$",
        r"\W*(?:in|since)\b",
    ),
    row("loss", rf"\b{_MISHAP}\b[^;.]{{0,30}}\bcosts?\b[^;.]{{0,30}}$"),
    row(
        "loss",
        r"\b(?:lost|destroy|ruin|wip|kill|perish|burn)\w*\b[^;.]{0,60}\b(?:crops?|harvests?|livestock|cattle"
        r"|pasture|fields|fences|stock)"
        r"\b[^;.]{0,30}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    row(
        "damage",
        r"\b(?:wreck|destroy|damag|ruin|flatten|swept|wash)\w*\b[^;.]{0,60}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    row(
        "loss",
        r"\b(?:steer|siphon|funnel|divert|pocket|misspen|misdirect|misappropriat)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,60}\b(?:to|into)\ (?:relatives|friends|cronies|(?:his|her|their|its)\ own|private|shell"
        r"|offshore)\b",
    ),
    row("loss", r"\b(?:overpa(?:y|id)|misdirect|misappropriat|embezzl|siphon|misspen)\w*\b[^;.]{0,50}$"),
    row(
        "loss",
        r"",
        r"\W*(?:had\ been\ |has\ been\ |was\ |were\ )?(?:overpaid|misspent|misappropriated|embezzled|stolen"
        r"|siphoned)\b",
    ),
    row("loss", r"\b(?:stole|stolen|steal(?:s|ing)?)\b[^;.]{0,50}$"),
    # money per head
    row("other", rf"\b(?:each|every)\ (?:\w+\ ){{0,2}}{_KIN}\W*$"),
    row("other", r"", rf"\W*(?:for|to)\ (?:each|every)\ (?:(?:\w+\ ){{0,2}}{_KIN}|\w+(?:\ \w+)?\W*$)"),
    row(
        "price",
        r"\b(?:spend|spends|spent|pays?|paid|charges?)\W*$",
        r"\ (?:an?|per)\ (?:plate|head|meal|portion|piece|copy|seat)\b",
    ),
    row(
        "salary",
        rf"\b{_EARNERS}\b[^.;]{{0,40}}\b(?:earns?|earned|makes?|starts?\ on|started\ on|takes?\ home)"
        r"\W*(?:(?:the\ equivalent\ of|about|around|some)\W*)?$",
    ),
    row("salary", r"\bearn(?:s|ed)?\W*$", r"\W*as\ (?:an?\ )?\w+"),
    row("price", r"\b(?:contracts?|tenders?)\b[^;.]{0,60}\bworth\W*(?:\w+\W+){0,2}$", gift=False),
    row("price", r"\bchang(?:e|es|ed|ing)\ hands\ (?:for|at)\W*(?:\w+\W+){0,3}$"),
    # a sum that moves to a level
    row("salary", rf"\b{_EARNERS}['’]s?\ (?:pay|wages?|salar(?:y|ies))\b[^;.]{{0,40}}$"),
    # what countries trade, which no market quotes
    row("other", r"\b(?:bilateral|two-way|mutual|total|annual|foreign)\ trade\b[^;.]{0,40}$"),
    # what a market asks today
    row(
        "market_rate",
        r"\b(?:wholesale|spot|benchmark|futures|forward|hub|world|global|market|export"
        r"|(?:\w+day|today|yesterday|last\ week)['’]s)\ (?:\w+\ )?prices?\b[^;]{0,40}$",
    ),
    row("market_rate", rf"\b(?:shares?|stocks?)\b[^;]{{0,60}}\b{_RISE}\b[^,;]{{0,30}}\bto\W*$"),
    row(
        "revenue",
        rf"\b(?:profits?|revenues?|sales|turnover|earnings|exports)\b[^;]{{0,60}}\b{_RISE}"
        rf"\b[^,;]{{0,30}}\bto\W*$",
    ),
    # what money earned in a stretch of business
    row(
        "revenue",
        rf"\b(?:returned|yielded|booked|posted|earned|netted|grossed|brought\ in){HEDGE}",
        r"\W*(?:\w+\ ){0,3}?(?:in|over|for|during)\ (?:the|its)\ (?:\w+\ )?(?:half|quarter|financial\ year"
        r"|fiscal\ year"
        r"|business\ year|six\ months|nine\ months)\b",
    ),
    row(
        "revenue",
        rf"\b(?:returned|yielded|earned){HEDGE}",
        r"\W*(?:\w+\ ){0,2}(?:in|of)\ (?:interest|dividends|profits?|returns)\b",
    ),
    row(
        "market_rate",
        rf"\b{_RISE}\ (?:by\ )?(?:[\d.,]+|an?\ \w+|\w+)\ ?(?:percent|per\ cent|%|points?)\W*to\W*$",
    ),
    row(
        "market_rate",
        r"\b(?:settl|clos|trad|quot|chang\w*\ hands|end|finish|open)(?:e|es|ed|ing|s)?\ (?:\w+"
        r"\ ){0,2}?at\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "market_rate",
        r"\b(?:gave\ up|shed|gained|lost|slipped|rose|fell|dropped|climbed|added)\W*$",
        r"[^;.]{0,30}\bto\ (?:settle|close|trade|end|finish)\b",
    ),
    row("market_rate", r"", r"[^;.,]{0,10}\bon\ the\ (?:\w+\ )?(?:exchange|bourse|spot\ market)\b"),
    row("other", rf"\breserves\b[^;]{{0,40}}\b{_RISE}\b[^,;]{{0,30}}\bto\W*$"),
    row("other", r"", r"\W*(?:that|which)?\s*(?:[\w’']+\ ){0,3}ow(?:e|es|ed)\b", gift=False),
    row("other", r"", r"[^;.]{0,40}\bas\ (?:security|collateral)\b"),
    row("other", r"", r"[^;.]{0,30}\bon\ (?:its|their|his|the)\ books\b"),
    row(
        "other",
        r"\b(?:froz\w+|freez\w+|seiz\w+|confiscat\w+|impound\w+)\W*(?:\w+\W+){0,3}$",
        r"[^;.]{0,30}\b(?:accounts?|deposits)\b",
    ),
    row(
        "other",
        r"\b(?:get|gets|getting|got|claw(?:s|ing|ed)?|wants?|wanted)\ back\b[^;.]{0,40}$"
        r"|\b(?:recover(?:s|ed|ing)?|recoup(?:s|ed|ing)?)\W*(?:\w+\W+){0,3}$",
    ),
    # what a levy brings in, what a post of the budget gets
    row(
        "revenue",
        r"\b(?:levy|levies|tax(?:es)?|duty|duties|tolls?|tariffs?)\b(?![^;]*\b(?:might|could"
        r"|may)\b)[^;.]{0,50}\b(?:bring|rais|yield|fetch|earn|net)(?:e|es|ed|s)?"
        r"(?:\ in)?\W*(?:\w+\W+){0,3}$",
    ),
    row(
        "budget",
        rf"(?:^|[;,]\ )\W*{_POST}(?:,?\ (?:and\ )?{_POST})*\ (?:is\ to\ |are\ to\ |will\ |would\ )?(?:gets?"
        rf"|receives?|takes?)"
        r"\W*(?:\w+\W+){0,3}$",
    ),
    row("budget", r"\btax\ (?:rises?|increases?|hikes?|cuts?|breaks?)\ (?:\w+\ )?worth\W*(?:\w+\W+){0,3}$"),
    row(
        "budget",
        r"\bbudget\ (?:surplus|deficit|gap|hole)\b[^;.]{0,40}$|\b(?:expect|forecast|project)\w*\ an?"
        r"\ (?:deficit|surplus)\ of\W*$",
    ),
    row("budget", r"\bspen\w*\W*(?:\w+\W+){0,3}$", r"\W*of\ (?:its|their|our|his|her)\ own\b(?!\ money)"),
    row(
        "budget",
        r"\bspen\w*\W*(?:\w+\W+){0,3}$",
        rf"\W*on\ (?:its\ |their\ )?{_POST}\ (?:this|next|last|a|each)\ year\b",
    ),
    row(
        "budget",
        r"",
        r"\W*(?:has|have|had)\ been\ (?:reserved|set\ aside|allocated|earmarked)\ in\ (?:its|the|their)"
        r"\ (?:\w+\ )?budget\b",
    ),
    row("market_rate", r"\b(?:offer|bid|sell|sold|quote)\w*\ (?:cargo(?:es)?|futures|shipments)\b[^;.]{0,30}\bat\W*$"),
    row(
        "budget",
        r"\b(?:finance|budget)\ minister\b[^;]*\basked\ (?:parliament|congress|lawmakers|mps)\b[^;]{0,30}\bfor\W*$",
    ),
    # a budget or a bill that is the subject: spending asked for, not given
    row(
        "budget",
        r"(?:^|\b(?:the|this|its|his|her|our|['’]s)\ (?:\w+\ ){0,3})(?:budget|request)"
        r"(?:\ for\ (?:the\ )?(?:fiscal\ year|fy)[\w\ ()]{1,12})?\ (?:also\ |further\ |would\ ){0,2}"
        r"(?:provid|propos|support|invest|reserv|reflect|allocat|increas|includ|restor|expand|maintain|mak"
        r"|build|continu|doubl|request|seek)\w*\b[^;]*$",
    ),
    row("proposed", r"\bproposes\ (?:increases|investments|funding)\b[^;]*$"),
    row(
        "proposed",
        r"\b(?:supplemental|request|budget|bill)\ (?:also\ )?calls\ for\W*(?:\w+\W+){0,4}$",
    ),
    row("request", r"", r"\W*(?:(?:is|are|was|were)\ (?:also\ |being\ )?)requested\b"),
    row(
        "request",
        r"\bpass\ (?:my|the|this|that|his|her|our)\ (?:\w+\ ){0,4}(?:plan|bill|request|package|budget)"
        r"\b[^.;]*$",
    ),
    row(
        "request",
        r"\b(?:congress|parliament|lawmakers|senate|house|legislators)\b[^;.]{0,50}\b(?:to|will|would|must|should|can)"
        r"\ pass\W*(?:\w+\W+){0,3}$",
    ),
    row(
        "request",
        r"",
        r"[^;.]{0,40}\b(?:in|of|as\ part\ of|under)\ (?:the|its|their|our|his|her|a)\ (?:[\w’'-]+\ ){0,4}?"
        r"(?:request|appeal)\b",
    ),
    row(
        "proposed",
        r"\b(?:bill|legislation|amendment|proposal|supplemental)\ would\ (?:also\ |further\ )?"
        r"(?:provide|give|invest|allocate|authori[sz]e|fund|set\ aside|create|send|spend)\b[^.;]{0,40}$",
    ),
    row(
        "conditional",
        r"(?:^\W*|[—–;:,]\ |\b(?:and|but|so)\ )(?:it|this|that|these|those|which)\ would\ (?:also\ |further\ )?"
        r"(?:provide|give|include|allocate|fund|invest|send|set\ aside|deliver|authori[sz]e)\b[^.;]{0,40}$",
    ),
)
