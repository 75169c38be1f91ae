"""Ways of speaking of sums not yet passed, held, told before or added up, and what else they are.

The third part of `analysis.money.reasons.sayings_lexicon`, asked in its order.
"""

from analysis.money.reasons.saying import HEDGE, MANY, row

BEFORE = (
    # a bill that nobody has passed yet
    row(
        "proposed",
        r"^(?!.*\b(?:passed|signed|approved|adopted|enacted|voted)\b).*\b(?:bills?|legislation|amendments?"
        r"|proposals?)\ "
        r"(?:[\w’',]+\ ){0,10}?(?:(?:that|which)\ (?:would\ )?|will\ |would\ )"
        r"(?:also\ )?(?:provid|giv|gave|allocat|cancel|fund|includ|send|set|creat)\w*\b[^;.]{0,40}$",
    ),
    row("request", rf"\b(?:push|press|lobby|campaign|clamour|plead)(?:es|ed|ing|s)?\ for{HEDGE}"),
    row("total_to_date", rf"\bto\ date\ (?:of|is|are|totals?){HEDGE}"),
    # finance that is brought together, held, or put in by firms
    row(
        "other",
        rf"\bmobili[sz](?:e|es|ed|ing){HEDGE}",
        r"\W*(?:in|of)\ (?:\w+\ ){0,3}(?:financing|finance|investments?|capital|lending|resources)\b",
    ),
    row("other", r"\bportfolios?\b[^;.]{0,40}$"),
    row("other", r"", r"\W*(?:[\w-]+\W+){0,3}?portfolios?\b"),
    row("other", r"", rf"[^;.,]{{0,40}}\binvestments?\ by\ (?:\S+\ ){{0,3}}?{MANY}\b"),
    row("other", r"", r"\W*(?:war\ (?:fund|chest)|sovereign\ (?:wealth\ )?fund|rainy[\s-]day\ fund)\b"),
    row(
        "other",
        r"\b(?:secur|land|attract|draw|drew|lur|won|win)\w*\W*(?:\w+\W+){0,3}$",
        r"[^;.,]{0,40}\binvestments?\b",
    ),
    row(
        "other",
        r"",
        r"[^;]{0,30}\binvest(?:ments?|ed)?\b[^;]{0,40}\b(?:manufacturing|production\ (?:facility|line|site)"
        r"|data\ cent(?:er|re)s?|factor(?:y|ies)|chips|chipmaking)\b",
    ),
    row(
        "restatement",
        r"",
        r"\W*(?:(?:in|of|worth)\ )?(?:[\w-]+\ ){0,4}?(?:already|previously|earlier)\ "
        r"(?:announced|pledged|promised|approved|agreed|committed)\b",
    ),
    # a change of what is spent or owed
    row(
        "other",
        r"\b(?:cut|cuts|cutting|reduc\w+|slash\w*|lower\w*|trim\w*)\b[^;.]{0,40}\b(?:spending|expenditures?"
        r"|outlays)\b"
        r"[^;.]{0,20}\bby\W*(?:\w+\W+){0,3}$",
    ),
    # running totals
    row(
        "total_to_date",
        r"(?:^|[;•]\ )\W*since\ [^;]{3,60}?,\ [^;.]{0,40}\b(?:has|have|had|['’]ve|provided|given|gave"
        r"|contributed|sent|delivered"
        r"|disbursed|committed)\b[^;.]*$",
    ),
    row(
        "total_to_date",
        r"\b(?:in|over|during)\ the\ (?:last|past|previous)\ (?:fiscal\ |financial\ |budget\ )year\b[^;.]*$",
    ),
    row(
        "total_to_date",
        r"\b(?:has|have|had)\ (?:\w+\ )?(?:contributed|provided|given|donated|disbursed|sent|lent|paid)"
        r"\ (?:[\w’']+\ ){0,4}?a\ total\ of\W*$",
    ),
    row(
        "total_to_date",
        r"\b(?:brings?|bringing|brought|takes?|taking|took)\ [^;.]{0,60}?"
        r"\b(?:aid|help|support|assistance|funding|giving|contributions|donations)\b[^;.]{0,40}?"
        r"\bto\W*(?:\w+\W+){0,2}$",
    ),
    row(
        "total_to_date",
        r"\b(?:now|already|so\ far)\ (?:totals?|stands?\ at|comes?\ to|amounts?\ to)\W*(?:\w+\W+){0,2}"
        r"$",
    ),
    row(
        "total_to_date",
        r"\b(?:fund|appeal|campaign)\b[^;]{0,50}\bhas\ (?:so\ far\ )?(?:collected|raised|received|"
        r"taken\ in)\W*$",
    ),
    row(
        "total_to_date",
        r"\b(?:members|allies|donors|countries|nations|partners|governments)\b[^;]{0,30}\b(?:have|had|"
        r"has)\ (?:\w+\ )?(?:pledged|promised|given|committed|provided)\W*(?:\w+\W+){0,2}$",
        r"[^,;.]{0,40}\bthis\ year\b",
    ),
    row(
        "total_to_date",
        r"",
        r"[^.;,]{0,60}\b(?:paid(?:\ out)?|given|provided|disbursed|delivered|sent|committed)\ since\b",
    ),
    row("total_to_date", r"\b(?:over|in|during|within)\ (?:that|this|the)\ (?:same\ )?(?:period|time)\b[^;.]*$"),
    # budgets
    row("budget", r"", r"\W*(?:that\ |which\ )?(?:the\ )?\w+\ spends\ on\b"),
    row("budget", r"\b(?:runs?|ran|running)\ on\W*(?:about\W*|around\W*)?$"),
    # looking back
    row("restatement", r"", r"\W*(?:that\ )?(?:you|he|she|they|we|i)\ (?:talked\ about|mentioned|spoke\ of|cited)\b"),
    row("restatement", r"\b(?:pledged|promised|offered|gave)\W*(?:\w+\W+){0,2}$", r"\W*(?:then|at\ the\ time)\b"),
    row(
        "restatement",
        r"\b(?:promised|pledged)\W*$",
        r"\W*and\ (?:has|have)\ (?:so\ far\ |only\ )?(?:paid|delivered|sent)\b",
    ),
    row(
        "restatement",
        r"",
        r"\W*(?:in\ \w+\ )?announced\ by\ (?:[\w’'.]+\ ){1,4}?(?:an?|two|three|last|earlier|in|on)\ "
        r"(?:\w+\ ago|week|month|year|\w+day)\b",
    ),
    row(
        "restatement",
        r"",
        r"\W*(?:\w+\ (?:in\ \w+\ )?)?(?:has|have|had)\ (?:still\ )?not\ (?:arrived|been\ (?:paid|"
        r"delivered))\b",
    ),
    # plans
    row(
        "conditional",
        r"\b(?:readiness|willingness|interest|intention)\ (?:to|in)\ (?:examin|consider|explor|study|invest"
        r"|discuss|look)\w*\b[^;.]{0,60}$",
    ),
    row("conditional", r"\bpropos\w+\b[^;.]*\bwould\ (?:raise|bring|yield|save|cost)\b[^;.]{0,20}$"),
    row("conditional", r"\bhad\ been\ (?:expected|due|set|supposed|meant|slated|likely)\ to\ (?:\w+\ ){1,3}$"),
    row("conditional", r"\b(?:foresees?|envisages?|envisions?)\b[^;]{0,30}$"),
    row("conditional", r"", r"[^,;.]{0,60}\b(?:hangs?|hinges?)\ on\b"),
    row("conditional", r"\bsounded\ out\b[^;.]{0,20}$"),
    row("conditional", r"\b(?:if,?\ and\ only\ if|only\ if|provided\ that)\b[^;.]{0,60}$"),
    row("conditional", r"", r"[^;.]{0,80}?\b(?:only\ (?:if|after|when|once)|hangs?\ on|hinges?\ on)\b"),
    row("conditional", r"", r"[^;.]{0,60}?,?\ should\ (?:others|the|it|they|an?)\b"),
    row("conditional", r"", r"[^;.]{0,60}?\bwould\ be\ paid\ (?:when|after|once)\b"),
    # what nobody has decided yet
    row("proposed", r"\b(?:due|scheduled|expected|set)\ to\ (?:vote|decide)\b[^;.]{0,60}$"),
    row("proposed", r"\b(?:is|are|was|were)\ (?:still\ |yet\ )?to\ decide\b[^;.]{0,60}$"),
    row(
        "proposed",
        r"",
        r"[^;.]{0,60}?\b(?:is|are|was|were)\ (?:still\ )?(?:(?:under|in)\ (?:preparation|consideration|negotiation"
        r"|discussion)|being\ (?:prepared|negotiated|discussed|considered|drafted))\b",
    ),
    row("proposed", r"\basked\ to\ (?:back|approve|endorse)\b[^;.]{0,80}$"),
    row("proposed", r"\bclose\ to\ a\ decision\b[^;.]{0,12}$"),
    row("proposed", r"\bno\ (?:final\ )?decision\ (?:\w+\ ){0,4}on\b[^;.]{0,30}$"),
    row("proposed", r"\bdecision\ (?:\w+\ ){0,2}(?:pending|due|awaited|outstanding)\ (?:\w+\ ){0,3}on\b[^;.]{0,30}$"),
    row(
        "proposed",
        r"\bproposed\ (?:[\w-]+\ ){0,2}(?:loan|grant|package|credit|aid|fund)s?\ of\W*(?:\w+\W+){0,2}$",
    ),
    row("conditional", r"\b(?:put|puts|putting)\ off\ (?:an?|the|its|any)\ (?:decision|vote)\b[^;.]{0,30}$"),
    row("blocked", r"\b(?:put|puts|putting)\ off\ (?:an?|the|its)\ (?:payment|tranche|transfer)\b[^;.]{0,30}$"),
    row("conditional", r"\b(?:examining|thinking\ of|looking\ at)\b[^;.]{0,60}$"),
    # what somebody did not want
    row(
        "denied",
        r"\b(?:turn(?:s|ed|ing)?\ (?:down|away)|shot\ down|threw\ out|vot(?:es|ed)\ down)\W+"
        r"(?:(?!an?\ offer)\w+\W+){0,2}$",
    ),
    # what somebody would like to have
    row(
        "request",
        r"\b(?:wants?|wanted|is\ after|are\ after)\W*(?:about\W+|another\W+)?$",
        r"[^,;.]{0,12}\b(?:for|in|more|extra|to\ (?!go\b|be\b))",
    ),
    row("request", r"\b(?:request|appeal|plea|application|petition)\b[^,;.]{0,40},\ for\W*$"),
    # what is not there
    row("need", r"", r"\W*(?:is|are|was|were)\ (?:still\ )?(?:missing|lacking|outstanding|short)\b", gift=False),
    row("need", r"\bwould\ (?:take|require|call\ for|swallow)\W*(?:\w+\W+){0,2}$"),
    row("need", r"\bput\ a\ (?:price|figure|number)\ on\b[^;.]{0,80}:\W*$"),
    # what harm comes to
    row(
        "loss",
        r"\bcosts?\ (?:\w+['’]s?\ |the\ |its\ |their\ |\w+\ ){0,3}"
        r"(?:economy|economies|factories|farmers|growers|industry|treasury|exporters|businesses|shops)"
        r"\W*(?:an?\ estimated\W*|about\W*)?$",
    ),
    row(
        "loss",
        r"\b(?:burned|burnt|destroyed|ruined|wrecked|swept\ away|killed|spoiled|stole|stolen|poached)\b[^,;.]{0,40}"
        r"\bworth\W*(?:about\W*)?$",
    ),
    row("damage", r"", r"\W*(?:of|in|worth\ of)\ (?:\w+\ )?(?:damage|destruction|destroyed|ruined|wrecked)\b"),
    # what a firm sells
    row(
        "revenue",
        r"\b(?:won|wins?|winning|land(?:s|ed)|secur(?:es|ed)|book(?:s|ed)|received)\ (?:an?\ |the\ )?(?:\w+\ ){0,2}"
        r"(?:orders?|contracts?|tenders?)\b[^,;.]{0,40}(?:\bworth|\bof|\bfor|,)\W*(?:about\W*)?$",
    ),
    # what a wrongdoer pays
    row(
        "fine",
        r"\b(?:caught|convicted|found\ guilty|offenders?|violators?|culprits?)\b[^;.]{0,20}\bpays?\W*(?:up\ to\W*)?$",
    ),
    # what somebody keeps from being paid
    row(
        "blocked",
        r"\b(?:stop(?:s|ped|ping)?|prevent(?:s|ed|ing)?|block(?:s|ed|ing)?|barr(?:ed|ing)|enjoin(?:s|ed))\b[^;.]{0,60}"
        r"\bfrom\ (?:paying|giving|sending|disbursing|releasing|transferring|spending|lending)\W*(?:\w+\W+){0,3}$",
    ),
    row("blocked", r"\b(?:is|are|was|were|been)\ sitting\ on\W*(?:\w+\W+){0,2}$"),
    # the same sum in other money
    row(
        "conversion",
        r"\bin\ (?:local|foreign|hard|other|our|their|its)\ (?:money|currency|terms)\b[^;.]{0,25}$",
    ),
    # a correction: "is giving 21 million, not 12 million"
    row("denied", r"\d[^;.]{0,60}[,–—]\ (?:and\ )?not\W*$"),
    row(
        "denied",
        r"\b(?:took|taken|takes|taking)\ note\ of\ (?:an?|the)\ (?:\w+\ )?(?:report|post|claim|rumou?r)s?\b[^;]*$",
    ),
    # what was told long before
    row(
        "restatement",
        r"",
        r"\W*(?:that\ |which\ )?(?:the\ )?(?:\w+\ ){1,3}(?:held\ out|promised|pledged|announced|offered|dangled)"
        r"\ (?:\w+\ )?in\ (?:19|20)\d\d\b",
    ),
    row(
        "restatement",
        r"\b(?:after|following)\ the\ (?:\w+\ ){1,3}of\ (?:19|20)\d\d\b[^;.]{0,60}$",
    ),
    row("restatement", r"\b(?:by|under|from|with|through)\ an?\ (?:19|20)\d\d\ (?:\w+\ ){1,2}(?:of|worth)\W*$"),
    row(
        "total_to_date",
        r"\bsince\ (?:19|20)\d\d\b[^;.]{0,90}\b(?:has|have|had)\ (?:\w+\ )?(?:spent|given|sent|lent|paid"
        r"|amounted\ to|come\ to|totall?ed|reached)\W*(?:\w+\W+){0,2}$",
    ),
)
