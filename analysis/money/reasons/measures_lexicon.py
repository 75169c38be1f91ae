"""What a figure measures where nobody gives it: the table that `analysis.money.reasons.figures.by_measure` reads.

One row a way of speaking, in small letters: the reason, words that stand before
the amount, words that stand after it. Unlike the rows of `sayings_lexicon` these are
asked only of amounts that no verb or noun of giving claims, so they may be wide; rows
are asked in order.
"""

from analysis.money.reasons.saying import HEDGE, row

_PUBLIC = r"(?:ministry|government|state|city|council|county|country|nation|army|agency|department|treasury|police)"
_POST = r"(?:bill|budget|spending\ plan|account|appropriation|fund|projects?)"
_HOARD = r"(?:estate|fortune|wealth|assets|deposits?|reserves?|portfolio|savings|legacy|collection)"
_HARM = r"(?:fires?|floods?|flooding|storms?|earthquakes?|quakes?|hurricanes?|cyclones?|hail|typhoons?|landslides?)"
_COLLECTS = r"(?:collection|appeal|fund|campaign|drive|total|tally|aid|support|assistance|contributions?|donations?)"

MEASURE_ROWS = (
    # what nobody promised, what would be
    row("denied", rf"\b(?:nobody|no\ one|never|nor|no\ country)\ (?:\w+\ )?(?:promised|offered|pledged|agreed){HEDGE}"),
    row("denied", "", r"[^;.]{0,20}\b(?:appeared|was\ printed|was\ reported)\ as\b"),
    row("conditional", r"\bwants?\b[^;.]{0,30}\b(?:raised|cut|lifted|increased|reduced)\ by\W*(?:\w+\W+){0,2}$"),
    row("conditional", rf"\b(?:is|has\ been)\ (?:\w+\ )?talk\b[^;.]{{0,40}}\bof{HEDGE}"),
    row("conditional", r"^\W*should\ (?:[\w’'-]+\ ){1,4}(?:agree|approve|vote|pass|decide|say|give)\b[^;.]*$"),
    row(
        "conditional",
        r"\b(?:yet\ to|not\ yet|has\ not|have\ not)\ (?:make\ up|made\ up|decide\w*|agree\w*|chose\w*)\b[^;.]{0,60}$",
    ),
    row(
        "conditional",
        r"\bwould\ (?:have\ )?(?:trim|strip|cut|slash|rais|sav|add|mean|fetch)\w*\b"
        r"(?!\ (?:taxes|the\ deficit))[^;.]{0,60}$",
    ),
    row("conditional", r"\b(?:wish|wants?|hopes?|intention|intends?)\ to\ (?:buy|sell|build)\b[^;.]{0,60}$"),
    row("conditional", "", r"[^;.]{0,50}[,\ ]if\ (?!not\b|any\b)"),
    row("conditional", r"(?:^|[,;]\ )\W*(?:but\ |and\ )?if\ [^;.]{3,80}$"),
    row(
        "conditional",
        r"\b(?:bill|amendments?|draft|motion)\b[^;.]{0,60}"
        r"\b(?:provides|includes|contains|sets\ aside|gives|earmarks)\b[^;]*$",
    ),
    # what a wrongdoer pays, what a court sets
    row("other", r"\b(?:prizes?|jackpots?)\b[^;.]{0,20}$"),
    row(
        "fine",
        rf"\b(?:must|(?:has|have|had)\ to)\ (?:hand\ over|pay|cough\ up|fork\ out|return){HEDGE}",
        r"[^;.]{0,90}\b(?:judge|court|ruled|ruling|regulator|tribunal|watchdog)\b",
    ),
    row(
        "fine", r"\b(?:slap|impos|hit|levi)\w*\b[^;.]{0,40}\b(?:with|on|of)\W*(?:\w+\W+){0,2}$", r"[^;.]{0,20}\bpenalt"
    ),
    # what is missing, what somebody asks for
    row("need", "", r"\W*short\b"),
    row("need", rf"\b(?:will|would|could|may|might)\ (?:swallow|eat\ up|devour|absorb|take|cost|require){HEDGE}"),
    row(
        "need",
        r"\b(?:plans?|response|programmes?|projects?|repairs?|works?|rebuilding|reconstruction|upgrades?)\b[^;.]{0,40}"
        rf"\b(?:priced|costed|put|estimated|budgeted)\ at{HEDGE}",
    ),
    row("need", rf"\b(?:need|needs|needed|lacks?|lacked)\b[^;.]{{0,40}}\b(?:find|raise|lay|come\ up|of)\b{HEDGE}"),
    row("request", rf"\b(?:turn|turns|turned|looks?|looked|appeal\w*)\ to\ (?:[\w’'-]+\ ){{1,5}}?for{HEDGE}"),
    row("request", rf"\b(?:hold(?:s|ing)?\ out|fight(?:s|ing)?|campaign\w*|push\w*|a\ claim|claims?)\ for{HEDGE}"),
    row("need", rf"\black(?:s|ed|ing)?{HEDGE}"),
    row("request", r"\b(?:beg(?:s|ged|ging)?|plead\w*|petition\w*)\b[^;.]{0,40}\bfor\W*(?:\w+\W+){0,2}$"),
    row("request", rf"\bunless\b[^;.]{{0,60}}\b(?:finds?|raises?|gets?|receives?){HEDGE}"),
    row("request", r"\b(?:wish|shopping)\ list\b[^;.]{0,60}$|\bask(?:s|ed|ing)\ (?:\w+\ ){1,3}for\W*(?:\w+\W+){0,2}$"),
    # what is lost or broken
    row("loss", rf"\b(?:depriv|rob|cheat|swindl|defraud)\w*\b[^;.]{{0,60}}\bof{HEDGE}"),
    row("loss", rf"\b(?:no\ trace\ of|not\ account\ for|no\ receipts\ for|find\ receipts\ for|not\ explain){HEDGE}"),
    row("loss", rf"\b(?:wrote|writes?|written|writing)\ off{HEDGE}"),
    row("loss", rf"\b(?:got|gets|made|get)\ (?:away|off)\ with{HEDGE}"),
    row("loss", "", r"[^;.]{0,20}\b(?:rot|rotted|perish\w*|spoil\w*|wither\w*)\b"),
    row("loss", rf"\bover(?:spent|ran|run|spend)\b[^;.]{{0,20}}\bby{HEDGE}"),
    row("loss", r"\b(?:take|takes|took|poach\w*|smuggl\w*)\ (?:fish|timber|gold|ivory|oil|fuel|sand)\b[^;.]{0,30}$"),
    row("damage", "", r"\W*(?:(?:worth\ )?of|in)\ (?:harm|havoc|wreckage)\b"),
    row("damage", rf"\b(?:losses|claims|destruction|harm)\b[^;.]{{0,30}}\b{_HARM}\b[^;.]{{0,40}}\bat{HEDGE}"),
    # what was collected so far
    row(
        "total_to_date",
        rf"\b{_COLLECTS}\b[^;.]{{0,60}}\b(?:has|had|have)\ (?:\w+\ )?"
        rf"(?:reached|grown\ to|risen\ to|passed|topped|hit){HEDGE}",
    ),
    row(
        "total_to_date",
        "",
        r"\W*(?:has|had|have)\ (?:so\ far\ |already\ )?(?:come\ in|been\ (?:received|raised|paid\ in))\b",
    ),
    row("total_to_date", "", r"\W*came\ in\b"),
    row("total_to_date", rf"\bsince\b[^;.]{{0,50}}\b(?:stood|stands|comes|came)\ (?:at|to){HEDGE}"),
    row("total_to_date", "", r"\W*in\ pledges\b"),
    row("total_to_date", r"\b(?:as\ of|by)\ [^;.,]{2,30},\W*$|\blast\ year\ alone\b[^;.]{0,30}$"),
    row("restatement", r"\breplac(?:es|ed|ing)\ (?:an?|the|one)\b[^;.]{0,40}$"),
    # what people earn
    row("salary", rf"\b(?:is|are|was|were|being|be)\ paid{HEDGE}", r"\W*(?:a|per)\ (?:year|month|week)\b"),
    row("price", "", r"\W*a\ (?:day|meal|head|person)\b[^;.]{0,40}\b(?:ration|food|meals?)\b"),
    row("salary", rf"\b(?:drew|draws?|takes?\ home|took\ home|starts?\ on|lives?\ on|pensions?\b[^;.]{{0,30}}){HEDGE}"),
    row(
        "salary",
        r"\b(?:wages?|salar(?:y|ies)|['’]s\ pay|(?:his|her|their)\ pay)\b[^;.]{0,30}"
        r"\b(?:of|is|are|was|were|to|at)\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "salary",
        rf"\b(?:chairman|director|boss|executive|governor|coach|manager)\b[^;.]{{0,30}}\b(?:earn|made|got)\w*{HEDGE}",
    ),
    # what a state spends, what a plan holds
    row("budget", "", r"\W*(?:[\w-]+\W+){0,6}?(?:spending|appropriations?|operations|finance|defen[cs]e)\ bill\b"),
    row("budget", "", r"\W*(?:federal|state|city|national|annual|regional)?\W*(?:budget|spending\ (?:plan|package))\b"),
    row(
        "budget",
        rf"\b{_PUBLIC}\b[^;.]{{0,20}}\b(?:gets?|got|receives?){HEDGE}",
        r"[^;.]{0,30}\b(?:year['’]s|annual|state|federal|national)\ (?:\w+\ )?budget\b",
    ),
    row("budget", rf"\b{_PUBLIC}\b[^;.]{{0,40}}\b(?:can|will|may|plans\ to|is\ to|has|to)\ (?:\w+\ )?spend{HEDGE}"),
    row("budget", rf"\b{_PUBLIC}\b[^;.]{{0,40}}\bspen(?:ds|t){HEDGE}", r"[^;.]{0,12}\bon\b"),
    row(
        "budget",
        rf"\b(?:took|takes?|taking|cuts?|cutting|strips?|stripped|slash\w*|trim\w*|divert\w*|mov(?:e|ed|es)){HEDGE}",
        rf"[^;.]{{0,20}}\b(?:out\ of|from)\ (?:[\w’'-]+\ ){{0,6}}?{_POST}\b",
    ),
    row("budget", r"\b(?:spending|aid|finance|defen[cs]e|tax)\ (?:bill|budget|plan)(?:['’]s)?\b[^;.]{0,40}$", r"\W*$"),
    row("budget", r"\b(?:savings\ of|budget)\b[^;.]{0,80}$"),
    row("budget", rf"\b(?:puts?|putting|pour\w*|plough\w*){HEDGE}", r"[^;.]{0,50}\b(?:its|their|our)\ own\b"),
    # what something costs
    row("price", rf"\bset(?:s|ting)?\ (?:\w+\ ){{1,3}}back{HEDGE}"),
    row("price", rf"\b(?:comes?|came|worked?|works)\ (?:in|out)\ at{HEDGE}"),
    row("price", rf"\b(?:build|make|supply|deliver|repair|paint|fit|do)\b[^;.]{{0,50}}\bfor{HEDGE}"),
    row("price", "", r"[^;.]{0,30}\b(?:under\ the\ hammer|at\ auction|at\ the\ auction)\b"),
    row("price", rf"\b(?:went|goes|go|offered|sold|sells|sell)\ (?:for|at){HEDGE}"),
    row("price", rf"\balone\ (?:made|fetched|brought){HEDGE}"),
    row(
        "price",
        rf"\b(?:fork\ out|shell\ out|cough\ up|pay(?:s|ing)?|paid|charged?|spent){HEDGE}",
        r"\W*for\ (?:that|an?|its|his|her|their|the\ (?:old|new|former|whole))\b",
    ),
    row("price", rf"\bfor\ an?\ [\w-]+\W+(?:[\w’'-]+\ ){{1,5}}?(?:pay|fork\ out|shell\ out){HEDGE}"),
    row(
        "price",
        rf"\b(?:builders|contractors|traders|sellers|dealers|owners)\b[^;.]{{0,30}}\b(?:ask|offer|quote|want)\w*\b{HEDGE}",
    ),
    row("price", rf"\b(?:in|back\ in)\ (?:19|20)\d\d\b[^;.]{{0,30}}\b(?:it|they)\ (?:was|were|cost){HEDGE}"),
    row(
        "price",
        rf"\b(?:refit|repainting|contract|purchase|ticket|ferry|jet|ship)\b[^;.]{{0,50}}\b(?:at|of|is|was){HEDGE}",
    ),
    # what business brings in
    row(
        "revenue",
        rf"\b(?:tourists|visitors|fans|pilgrims|travellers|holidaymakers)\b[^;.]{{0,20}}\b(?:left|spen\w+|brought){HEDGE}",
    ),
    row(
        "revenue",
        rf"\b(?:took|takes?|made|makes?|brought\ in|raked\ in|earned|banked|turned\ over){HEDGE}",
        r"[^;.]{0,20}\b(?:at\ the\ (?:gate|box\ office|till|door)|in\ the\ (?:\w+\ )?(?:half|quarter))\b",
    ),
    row("market_rate", rf"\b(?:clos|end|open|finish)(?:e|es|ed|ing|s)?\b[^;.]{{0,50}}\bat{HEDGE}"),
    # what is owed or owned
    row("other", r"\b(?:owes?|owed|owing|debts?|arrears|liabilities|overdraft|advance)\b[^;.]{0,40}$"),
    row("other", rf"\b{_HOARD}\b[^;.]{{0,40}}$"),
)
