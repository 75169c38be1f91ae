"""Ways of speaking of hopes and of business: money to be raised, invested, bought with, fined, earned.

The second part of `analysis.money.reasons.sayings_lexicon`, asked in its order.
"""

from analysis.money.reasons.saying import HEDGE, MANY, row

_PRIVATE = rf"(?:(?:private|the\ private)[\s-](?:sector|{MANY}|money|capital|equity)|{MANY})"
_MARKETS = r"(?:bonds?|eurobonds?|capital\ markets?|markets|investors|share\ sale|new\ shares|flotation|listing|ipo)"
_WISH = r"(?:mobili[sz]|attract|unlock|leverag|cataly[sz]|harness|rais|crowd|secur|generat|export|reach)"

BUSINESS = (
    # what somebody collects for, before what somebody merely hopes for
    row(
        "request",
        r"\b(?:fund|appeal|campaign|charity|agency|agencies|un|conference|minister|president|government|hospital|school)"
        r"\b[^;.]{0,30}\b(?:wants?|wanted|aims?|aimed|hopes?|hoped|is\ trying|needs?)\ to"
        r"\ (?:raise|collect|gather|bring\ in)\W*(?:\w+\W+){0,3}$",
    ),
    # hopes for money that is not there yet
    row("total_to_date", r"", r"[^;.]{0,30}\b(?:a\ sum\ total|in\ total\ so\ far|all\ in\ all)\b"),
    row(
        "other",
        r"\b(?:goals?|targets?|objectives?|ambitions?|aims?)\ (?:of|is|was|for|to)\b[^;.]{0,60}$",
    ),
    row(
        "other",
        r"\b(?:goals?|targets?|aims?|aimed|aiming|hop(?:e|es|ed|ing)|seeks?|seeking|sought|plan(?:s|ned|ning)?"
        rf"|wants?|wanted|tr(?:y|ies|ied|ying)|efforts?|bid|drive|expect(?:s|ed)?|projected|likely)\ (?:to|at)"
        rf"\ (?:\w+ly\ |help\ )?{_WISH}\w*\b[^;.]{{0,40}}$",
    ),
    # money of others that a gift is to bring in
    row(
        "other",
        r"\b(?:(?:that|which)\ (?:\w+\ ){0,2}|can\ |could\ |help(?:s|ed|ing)?\ (?:to\ )?"
        r"|(?<!agreed\ )(?<!decided\ )(?<!promised\ )(?<!pledged\ )(?<!vowed\ )(?<!committed\ )to\ )"
        r"mobili[sz](?:e|es|ed)"
        r"\W*(?:\w+\W+){0,4}$",
    ),
    row("other", r"\b(?:enabl|trigger|spur)(?:e|es|ed|s|ing)?\W*(?:(?!to\b|the\b)\w+\W+){0,4}$"),
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\W+(?:\w+\W+){1,3}?)?(?:(?:that|which)\ )?(?:(?:has|have|was|were|is|are|already"
        r"|been)\ ){0,3}"
        r"(?:leveraged|cataly[sz]ed|crowded\ in|already\ mobili[sz]ed)\b",
    ),
    # firms that put money into themselves
    row(
        "other",
        rf"\b{_PRIVATE}\b[^;.]{{0,60}}\b(?:invest(?!ment)|pour|plough|plow|sink|sank)\w*\W*(?:\w+\W+){{0,4}}$",
    ),
    row("other", r"", rf"[^;.,]{{0,30}}\b(?:invested|spent)\ by\ (?:the\ )?{_PRIVATE}\b"),
    # borrowed or raised on a market
    row(
        "other",
        rf"\b(?:rais(?:e|es|ed|ing)|borrow(?:s|ed|ing)?|issu(?:e|es|ed|ing)|sell(?:s|ing)?|sold|plac(?:e|es|ed"
        rf"|ing)){HEDGE}",
        rf"[^;.]{{0,30}}\b(?:from|through|by|via|on|in|with|of)\ (?:\S+\ ){{0,4}}?{_MARKETS}\b",
    ),
    # added to what somebody earns, owes or is worth, not given to it
    row(
        "other",
        r"\b(?:contribut|add|inject|bring|pump|generat)\w*\W*(?:\w+\W+){0,4}$",
        r"[^;.]{0,30}\bto\ (?:[\w’'-]+\ ){0,4}?(?:economy|economies|economic\ output|gdp|output|growth|revenues?|sales"
        r"|profits?|earnings|value|wealth|debts?|deficits?|costs?|bills?|prices?|market|market\ value|coffers)\b",
    ),
    # what taxpayers keep is not given
    row(
        "other",
        r"",
        r"[^,;.$€£]{0,30}\btax(?:es)?[\s-](?:cuts?|breaks?|credits?|relief|giveaways?|rebates?|loopholes?)\b",
    ),
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of|from)\ )?(?:(?!to\b|for\b|by\b)[\w-]+\W+){0,3}?private[\s-]"
        r"(?:sector|capital|investments?|equity)\b",
    ),
    # what firms put into business, and a line that contracts cross
    row(
        "other",
        rf"\b{MANY}\b(?:\ (?:have|has|had|already|also|now|since))*\ (?:announced|committed|pledged|promised"
        rf"|planned){HEDGE}",
        r"[^;.]{0,20}\binvest",
    ),
    row(
        "other",
        r"\b(?:all|any|each|every)\ (?:[\w-]+\ ){0,2}(?:projects?|contracts?|purchases?|loans?|deals?"
        r"|transactions?|donations?|contributions?|gifts?|grants?|orders?)\W*$",
    ),
    # a debt that somebody takes up for himself
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\ )?(?:\w+\ )?(?:loans?|credit|debts?)\ (?:that\ )?(?:he|she|they|i|we|you)\ (?:\w+\ )?"
        r"(?:needed|needs?|took|takes?|owed?|has|have|had)\b",
    ),
    row("other", r"\b(?:plans?|designs?|blueprints?|drawings?)\ for\ an?\W*$", r"\W*(?:[\w-]+\W+){1,5}"),
    row("other", r"", r"\W*(?:[\w-]+\W+){0,2}?(?:joint\ ventures?|mergers?|takeovers?)\b"),
    # what firms build for themselves, whoever is named beside them; what one buys, or holds
    row(
        "other",
        r"",
        r"\W*(?:[\w-]+\W+){0,3}?investments?\ to\ (?:build|expand|open|upgrade|construct)\b(?!\ (?:schools|clinics))",
    ),
    row(
        "price",
        r"\b(?:build|construct|open|erect)\ an?\W*$",
        r"\W*(?:[\w-]+\W+){0,4}?(?:plants?|factor(?:y|ies)|mills?|mines?|fabs?|refiner(?:y|ies)|data\ cent(?:er|re)s?"
        r"|(?:manufacturing|assembly|production|recycling|battery)\ (?:facilit(?:y|ies)|lines?|sites?))\b",
    ),
    row("price", r"\bpurchases?\b[^;.]{0,90}\b(?:total\w*|worth|of|amounting\ to)\W*(?:\w+\W+){0,2}$", gift=False),
    row("other", r"", r"\W*(?:\w+\W+){0,2}?(?:in|of)\ (?:stocks?|shares|bonds|savings|assets)\b"),
    row("conditional", r"\b(?:if\ (?:someone|somebody|anyone|you|one|i)|as\ an\ example|for\ instance)\b[^;.]{0,60}$"),
    # an insurance that pays what it owes
    row(
        "other",
        r"\binsurance\ (?:\w+\ ){0,2}(?:pool|fund|scheme|facility|policy|policies|cover|company|contract)\b[^;]{0,110}"
        r"\b(?:paid|pays?|paying|transferred|transfers?|released|releases)\b[^;.]{0,30}$",
    ),
    # what a parliament is asked for, what is freed, found out, sold abroad, handed back, or only proposed
    row(
        "request",
        r"\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?\ (?:on|for|upon)|urg(?:e|es|ed|ing))\ (?:\w+\ ){0,2}"
        r"(?:congress|parliament|lawmakers|the\ senate|the\ house)\b[^;.]*$",
    ),
    row("other", r"\bfree(?:s|d|ing)?\ up\W*(?:\w+\W+){0,2}$"),
    row(
        "loss",
        r"\b(?:convict|charg|indict|prosecut|launder|corrupt|fraud|brib)\w*\b[^;]*$",
        r"\W*(?:[\w-]+\W+){0,2}?(?:scheme|fraud|racket|ring|plot|scam)\b",
    ),
    row("revenue", r"", r"\W*(?:in|of|worth\ of)\ (?:[\w.]+\ ){0,3}?(?:exports?|imports?|sales)\b(?!\ credits?)"),
    row(
        "other",
        r"\b(?:repatriat|forfeit|return|hand)\w*\b[^;.]{0,40}$",
        r"[^;.]{0,20}\b(?:forfeited|stolen|seized|looted|confiscated|embezzled)\b",
    ),
    row("budget", r"\btax\ credits?\b[^;]{0,80}$"),
    row("conditional", r"\b(?:the|an?|its|their)\ (?:proposed|planned|would-be)\W*$"),
    row("other", r"\b(?:inc|corp|ltd|llc|plc|gmbh)\b\.?,?\ [^;.]{0,40}\binvest\w*\W*(?:\w+\W+){0,2}$"),
    # what a thing went for, what it would take to build, what nobody can find
    row(
        "price",
        r"\b(?:went|goes|going|go|offered|built|made|hired|rented|had|replaced|repaired|listed)\ (?:for|at)"
        r"\W*(?:\w+\W+){0,2}$",
        gift=False,
    ),
    row(
        "need",
        r"",
        r"[^;.]{0,80}\b(?:will|would|may|might|to)\ (?:take|cost|be\ needed|need)\ to\ (?:rebuild|repair|restore"
        r"|replace|reconstruct)",
    ),
    row("need", r"\b(?:will|would|may|could)\ be\W*(?:\w+\W+){0,2}$", r"\W*short\b"),
    row("loss", r"", r"[^;.]{0,90}\b(?:(?:could|can|did)\ ?not\ (?:be\ )?(?:trac|account)\w*|unaccounted|untraced)\b"),
    row(
        "fine",
        r"\bpa(?:y|ys|id|ying)\W*(?:\w+\W+){0,2}$",
        r"\W*(?:a\ (?:day|week)\W+)?for\ (?:ignor|break|violat|breach|flout|fail|pollut|dump|disobey|contempt)",
    ),
    row("market_rate", r"\b(?:share|stock|spot|bond)\ prices?\b[^;\d]{0,60}$"),
    # what is bought whole or in part, what a court orders, a line that is drawn, a comparison
    row(
        "price",
        r"",
        r"[^;.]{0,30}\b(?:to\ (?:acquire|take\ over|snap\ up|lift\ its|raise\ its\ (?:\w+\ )?stake)|takeover"
        r"|buyout|buy-out|acquisition|asking\ price)\b",
        gift=False,
    ),
    row(
        "fine",
        r"\b(?:order|direct|requir|told|condemn|sentenc|oblig)\w*\ (?:[\w’']+\ ){0,4}?to\ pay\b[^;.]{0,60}$",
    ),
    row("other", r"\b(?:limit|ceiling|threshold)\ (?:of|at|on)\W*(?:\w+\W+){0,2}$"),
    row(
        "other",
        r"",
        r"\ (?:larger|bigger|more|higher|less|lower|smaller|cheaper|dearer)\ than\b"
        r"(?!\ (?:announced|pledged|promised|planned))",
    ),
    # what the sick pay, what students owe, what is frozen, what was left
    row("price", r"", r"\W*(?:\w+\W+){0,2}?out\ of\ (?:pocket|their\ (?:own\ )?pockets?)\b"),
    row("budget", r"\bstudent[\s-](?:loans?|debts?)\b[^;.]{0,60}$"),
    row("budget", r"", r"[^;.]{0,30}\bstudent[\s-](?:loans?|debts?)\b"),
    row(
        "other",
        r"",
        r"\W*(?:that|which)?\W*(?:is|are|was|were|’s|'s|remains?|has\ been|have\ been)\ (?:still\ )?frozen\b",
    ),
    row("loss", r"", r"[^;.]{0,50}\b(?:was|were|is|are|been|being|it)\ (?:left|abandoned|lost|wasted)\b(?!\ with)"),
    # plants that firms build for themselves, business that comes into a country
    row(
        "other",
        r"(?:\b(?:commit|pledg|spen|announc|put|promis)\w*|\binvest\w*\b[^;.]*)\W*(?:\w+\W+){0,3}$",
        r"\W*to\ (?:build|expand|open|upgrade|construct)\ (?:[\w-]+\W+){0,8}?"
        r"(?:plants?|factor(?:y|ies)|mills?|mines?|fabs?|data\ cent(?:er|re)s?|refiner(?:y|ies)"
        r"|(?:manufacturing|assembly|production)\ (?:facilit(?:y|ies)|lines?|sites?))\b",
    ),
    row("other", r"", r"\W*(?:of|in)\ (?:[\w-]+\W+){0,3}?investments?\ into\b"),
    # what is sold, though a government allows it
    row(
        "price",
        r"\b(?:arms|weapons?|military|missiles?|jets?|possible|proposed|tanks?|aircraft)\ sales?\b[^;.]{0,80}$",
    ),
    # what ends a quarrel at law
    row(
        "fine",
        r"\bpa(?:y|ys|id|ying|yment)\b[^;.]{0,30}$",
        r"[^;.]{0,20}\b(?:to\ (?:settle|resolve|end)|in\ (?:settlement|damages|restitution|penalt\w+|fines?)"
        r"|over\ (?:claims|allegations|charges))\b",
    ),
    row("other", r"\b(?:prizes?|jackpots?|prize\ money)\b[^;.]{0,30}$"),
    row("other", r"", r"\W*(?:\w+\W+){0,2}?(?:prizes?|jackpots?|prize\ money)\b"),
    row("other", r"\b(?:attract|unlock|cataly[sz]|leverag|galvani[sz]|crowd(?:s|ed|ing)?\ in)\w*\W*(?:\w+\W+){0,5}$"),
    row("other", r"", r"\W*(?:in|of)\ (?:\w+\ ){0,3}(?:lending|financing)\ (?:capacity|power|headroom)\b"),
    row("other", r"", r"[^,;.]{0,30}\b(?:being|is|are|was|were)\ invested\b"),
    # a change, a ratio, a threshold
    row(
        "price",
        r"\b(?:rais|increas|cut|reduc|lower|slash)\w*\b[^;.]{0,60}\b(?:costs?|prices?|bills?|premiums?"
        r")\b[^;.]{0,40}\bby\W*(?:\w+\W+){0,3}$",
    ),
    # not "cut its debt by": a debt that somebody cuts for another is a gift
    row(
        "other",
        r"\b(?:(?:rais|increas)\w*\b[^;.]{0,40}\bdebts?|(?:rais|increas|cut|reduc|lower|slash)\w*\b[^;.]{0,40}\b"
        r"(?:tax(?:es)?|deficits?))\b[^;.]{0,30}\bby\W*(?:\w+\W+){0,3}$",
    ),
    row("other", r"", r"[^,;.]{0,30}\bfor\ every\W+(?:[$€£¥]|\d|dollar|euro|pound)"),
    row(
        "price",
        r"",
        r"\W*(?:(?:a|per)\ \w+\W+)?(?:on\ average|for\ (?:a|the|each)\ (?:\w+\ )?(?:family|household)"
        r"\ of\b)",
    ),
    row(
        "salary",
        r"\b(?:anyone|no\ one|nobody|people|families|households|couples|individuals|workers|they|who|those"
        r"|everyone)\W*(?:\w+\W+)?"
        r"(?:make|makes|making|earn|earns|earning)\W*(?:(?:under|below|over|above|between|less\ than|more\ than"
        r"|up\ to)\W*)?$",
    ),
    row("price", r"\b(?:on\ average|an\ average\ of)\W*$"),
    row("other", r"\bfor\ every\W*$"),
    row(
        "other",
        r"\b(?:own|owns|owned|owning|hold|holds|held|holding)\b[^;]{0,40}\b(?:worth|valued\ at)\W*(?:\w+\W+){0,3}$",
    ),
    # what a court sets
    row(
        "fine",
        r"\b(?:ordered|told|sentenced|condemned|made|forced)\ to\ (?:pay|repay|return|refund|hand"
        r"\ back)\b[^;.]{0,30}$",
    ),
    row("price", r"", r"[^,;.]{0,30}\bfor\ (?:a|the|each)\ (?:\w+\ )?(?:family|household)\ of\b"),
    row("price", r"", r"\W*on\ the\ (?:dollar|euro|pound)\b"),
    # "$5 - — $50 million": said wrong, then right
    row("denied", r"", r"\s*-\ ?—\s*(?:\w+\W+){0,2}[$€£]?\d"),
    # what people earn, what firms spend on themselves, what one only speaks of
    row(
        "salary",
        r"\bincomes?\W*(?:(?:of|up|below|under|above|over|between|less|more|to|than)\W*){0,3}$",
    ),
    row("other", rf"\btalk(?:s|ed|ing)?\ about{HEDGE}"),
    row(
        "other",
        rf"\bspen(?:d|ds|t|ding){HEDGE}",
        r"\W*(?:a\ year\W*)?(?:(?:to|on)\ (?:\w+\ ){0,2})?(?:lobby|advertis|campaign|market)(?:ing|ists?|ise"
        r"|ed|s)?\b",
    ),
    row(
        "price",
        r"\b(?:gave|gives?|given|won|win|wins|award(?:s|ed)?|sign(?:s|ed)?|land(?:s|ed)?|secur(?:es"
        r"|ed))\b[^;.]{0,40}\ban?\W*$",
        r"\W*(?:contract|order|deal\ to\ (?:build|make|supply|produce|deliver|sell|run))\b",
    ),
    row(
        "price",
        r"\b(?<!will\ )(?<!would\ )(?<!could\ )(?<!may\ )(?<!might\ )(?<!to\ )costs?\W*"
        r"(?:(?:about|around|some|nearly|almost|over|more|than|up|to|an?|at|least)\W+){0,4}$",
        gift=False,
    ),
    row("price", r"\bcap(?:s|ped|ping)?\b[^;.]{0,40}\bat\W*(?:\w+\W+){0,2}$"),
    row("proposed", r"", r"\W*(?:\w+\W+){0,3}?proposed\ by\b"),
    row("other", r"\bprivate(?:[\s-]sector)?\ investments?\b[^;.]{0,40}$"),
    row("other", r"", r"\W*balance\ sheet\b"),
    row(
        "other",
        r"",
        r"\W*(?:(?:in|of)\ )?(?:[\w-]+\W+){0,3}for\ (?:the|an?)\ (?:[\w-]+\ ){0,2}"
        r"(?:homebuyer|buyer|borrower|renter|student|taxpayer|worker|veteran|pensioner|senior|driver|family"
        r"|household)\b",
    ),
    # money that buys votes is no aid
    row(
        "other",
        r"",
        r"[^;.]{0,40}\b(?:influenc(?:e|ing)|meddl(?:e|ing)|interfer(?:e|ing)|undermin(?:e|ing)|rig(?:ging)?"
        r"|disinformation|propaganda"
        r"|preferred\ candidates?)\b",
    ),
    row(
        "other",
        rf"\binvest(?:s|ed|ing)?{HEDGE}",
        r"[^;.]{0,10}\bin\ (?:an?\ |its\ )?(?:new\ )?(?:[\w-]+\ ){0,3}(?:manufacturing|chip|battery|assembly"
        r"|car|steel|memory)"
        r"\ (?:[\w-]+\ )?(?:facilit(?:y|ies)|factor(?:y|ies)|plants?|works)\b",
    ),
    # what firms put into works of their own, and gather from those who invest
    row(
        "other",
        r"\b(?:sinks?|sank|sunk|pump|pumps|pumped|pumping|plough\w*|plow\w*|pour\w*|commit\w*|spen\w+)"
        r"\W+(?:\w+\W+){0,3}$",
        r"\W*(?:in)?(?:to|on)\ (?:(?!water\b|sewage\b|clean\b)[\w-]+\ ){0,5}?(?:(?:production|oven|assembly)\ lines?"
        r"|factor(?:y|ies)|data\ cent(?:re|er)s?|refiner(?:y|ies)|steelworks|mills?"
        r"|(?:battery|ammonia|car|chip|cement|gas|power)\ plants?)\b",
    ),
    row(
        "other",
        r"\brais(?:e|es|ed|ing)\W+(?:\w+\W+){0,2}$",
        r"[^;.]{0,20}\bfrom\ (?:[\w-]+\ ){0,4}?(?:investors?|groups?|banks?|lenders|bondholders|shareholders)\b",
    ),
    row("other", r"", r"\W*(?:funding|financing|investment)\ round\b"),
    row("restatement", r"\bbuild(?:s|ing)?\ (?:up)?on\W*(?:(?!\bthat\b)\w+\W+){0,4}$"),
)
