"""The words around an amount: scales, numbers, hedges, rates, and what is not money.

Data only. Currencies are in `currencies` and its table; `numbers`, `phrases` and `amounts` combine the words.
"""

from decimal import Decimal

_K, _LAKH, _M, _CRORE, _B, _T = (Decimal(10) ** n for n in (3, 5, 6, 7, 9, 12))

# --- scale words ------------------------------------------------------------------
SCALE_WORDS: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": _K,
    "lakh": _LAKH,
    "lac": _LAKH,
    "million": _M,
    "crore": _CRORE,
    "billion": _B,
    "trillion": _T,
    "quadrillion": Decimal(10) ** 15,
    "milliard": _B,
    "arba": _B,  # Nepal
    "kharba": Decimal(10) ** 11,
}
SCALE_PLURALS: dict[str, Decimal] = {
    "hundreds": Decimal(100),
    "thousands": _K,
    "lakhs": _LAKH,
    "lacs": _LAKH,
    "millions": _M,
    "crores": _CRORE,
    "billions": _B,
    "trillions": _T,
}
# Abbreviations: read after a figure only. Those of one letter touch it, or stand between it and a currency.
SCALE_SHORT: dict[str, Decimal] = {
    "k": _K,
    "K": _K,
    "m": _M,
    "M": _M,
    "mn": _M,
    "Mn": _M,
    "MN": _M,
    "mln": _M,
    "Mln": _M,
    "MLN": _M,
    "mio": _M,
    "Mio": _M,
    "mil": _M,
    "Mil": _M,
    "mill": _M,
    "mm": _M,
    "MM": _M,
    "b": _B,
    "B": _B,
    "bn": _B,
    "Bn": _B,
    "BN": _B,
    "bln": _B,
    "Bln": _B,
    "bil": _B,
    "bill": _B,
    "mrd": _B,
    "mlrd": _B,
    "Mrd": _B,
    "t": _T,
    "T": _T,
    "tn": _T,
    "Tn": _T,
    "tr": _T,
    "trn": _T,
    "trln": _T,
    "tril": _T,
    "cr": _CRORE,
    "Cr": _CRORE,
    "th": _K,
    # As the local press prints them in English text.
    "mia": _B,
    "miljard": _B,
    "miljarder": _B,
    "miljoner": _M,
    "Millionen": _M,
    "Milliarden": _B,
    "millones": _M,
    "milhões": _M,
    "bilhões": _B,
    "bilhão": _B,
    "milyar": _B,
    "milyon": _M,
    "miliar": _B,
    "triliun": _T,
    "juta": _M,
    "thd": _K,
} | {"BLN": _B, "TRLN": _T}
# Before a code: "30 MUSD", "5 kEUR".
SCALE_PREFIXES: dict[str, Decimal] = {"M": _M, "m": _M, "k": _K, "K": _K, "bn": _B, "mn": _M, "G": _B, "T": _K}

# --- number words -----------------------------------------------------------------
UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
} | {"fourty": 40}
FRACTION_WORDS: dict[str, Decimal] = {
    "half": Decimal("0.5"),
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "third": Decimal(1) / 3,
    "thirds": Decimal(1) / 3,
}
# Counts that are no number: the interval each allows, as (low, high) multiples of what follows.
VAGUE_COUNTS: dict[str, tuple[Decimal, Decimal | None]] = {
    "tens": (Decimal(10), Decimal(100)),
    "dozens": (Decimal(24), Decimal(100)),
    "scores": (Decimal(40), Decimal(100)),
    "several": (Decimal(2), Decimal(10)),
    "few": (Decimal(2), Decimal(10)),
    "many": (Decimal(2), None),
    "multi": (Decimal(1), None),
    "multiple": (Decimal(2), None),
    "umpteen": (Decimal(2), None),
}
VAGUE_JOINED: dict[str, Decimal] = {
    "multimillion": _M,
    "multibillion": _B,
    "multitrillion": _T,
    "multithousand": _K,
}
ARTICLES = frozenset(["a", "an"])

# --- hedges before an amount: words, outermost first, and the qualifier ------------
HEDGES: dict[str, tuple[str, ...]] = {
    "about": (
        *"about around roughly approximately approx some circa ca nearly almost near nearing approaching".split(),
        "estimated",
        *"virtually practically perhaps ~ ≈".split(),
        "an estimated",
        "estimated at",
        "estimated to be",
        "close to",
        "in the region of",
        "in the order of",
        "on the order of",
        "of the order of",
        "in the neighborhood of",
        "in the neighbourhood of",
        "in the vicinity of",
        "more or less",
        "just about",
        "give or take",
        "anywhere near",
        "something like",
        "somewhere around",
    ),
    "more_than": (
        *"over above exceeding exceeds exceeded exceed topping topped tops surpassing".split(),
        *"surpassed surpasses beyond >".split(),
        "more than",
        "in excess of",
        "upwards of",
        "upward of",
        "greater than",
        "higher than",
        "larger than",
        "bigger than",
        "north of",
        "better than",
    ),
    "at_least": (
        *"minimum ≥".split(),
        "at least",
        "a minimum of",
        "minimum of",
        "no less than",
        "not less than",
        "no fewer than",
        "as little as",
        "as low as",
        "starting at",
        "starting from",
        "at the very least",
        "not below",
        "no lower than",
        "a floor of",
    ),
    "at_most": (
        *"maximum max ≤".split(),
        "up to",
        "as much as",
        "as many as",
        "as high as",
        "at most",
        "at the most",
        "no more than",
        "not more than",
        "never more than",
        "no higher than",
        "not over",
        "a maximum of",
        "maximum of",
        "not exceeding",
        "not exceed",
        "not to exceed",
        *("does not exceed", "do not exceed"),
        "capped at",
        "a cap of",
        "limited to",
        "a ceiling of",
        "up to a limit of",
    ),
    "less_than": (
        *"under below <".split(),
        "less than",
        "lower than",
        "fewer than",
        "smaller than",
        "short of",
        "shy of",
        "south of",
        "not quite",
    ),
    "exact": ("exactly", "precisely"),
}
# Abbreviated hedges, before a full stop ("approx. €300").
HEDGES_SHORT = {"approx": "about", "ca": "about", "c": "about", "est": "about", "max": "at_most", "min": "at_least"}
# Small words that may stand before a hedge and belong to it ("just over", "well above").
HEDGE_BOOSTERS = frozenset("just well far slightly little somewhat only considerably significantly way a even".split())
# Words between a hedge and its amount ("nearly another $5 million", "about the same $5").
FILLERS = frozenset(
    "a an the another additional further extra total combined whopping record mere staggering whole full its their his "
    "her our of value worth around about some nearly almost roughly approximately estimated reported".split()
)
# A hedge word after one of these is a preposition of its own ("handed over $5 million").
NOT_HEDGED_AFTER: dict[str, frozenset[str]] = {
    "over": frozenset(
        "hand handed hands handing turn turned turning fork forked forking sign signed signing dispute disputes row "
        "fight battle battles wrangle argument disagreement feud lawsuit lawsuits clash squabble all game left "
        "roll rolled carry carried make made distributed spread divided split phased".split()
    ),
    "about": frozenset("talk talks talked talking question questions worried complain complained concerns".split()),
}
# --- after an amount ----------------------------------------------------------------
TRAILERS: dict[tuple[str, ...], str] = {
    ("or", "more"): "at_least",
    ("or", "higher"): "at_least",
    ("or", "greater"): "at_least",
    ("or", "above"): "at_least",
    ("or", "over"): "at_least",
    ("and", "up"): "at_least",
    ("and", "above"): "at_least",
    ("and", "over"): "at_least",
    ("and", "more"): "at_least",
    ("-", "plus"): "more_than",
    ("plus",): "more_than",
    ("+",): "more_than",
    ("or", "less"): "at_most",
    ("or", "lower"): "at_most",
    ("or", "under"): "at_most",
    ("or", "below"): "at_most",
    ("and", "under"): "at_most",
    ("or", "fewer"): "at_most",
    ("at", "most"): "at_most",
    ("at", "the", "most"): "at_most",
    ("at", "least"): "at_least",
    ("or", "so"): "about",
    ("or", "thereabouts"): "about",
    ("give", "or", "take"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
}
# Singular of what an amount is paid by; the value of `per`.
RATE_UNITS: dict[str, str] = {
    **{
        word: word
        for word in "year quarter month week fortnight day hour minute night share barrel person head tonne ton "
        "kilo kilogram kilowatt kilometre kilometer mile litre liter gallon ounce gram bushel pound child pupil "
        "student household family worker employee unit vehicle passenger ticket seat pack item megawatt acre hectare "
        "page word lesson session visit game match episode capita device gigabyte piece bottle pint cup kg km kwh mwh "
        "meter metre dose shot case head copy pair download user customer member voter citizen resident patient "
        "shift flight trip ride stock minute second".split()
    },
    "annum": "year",
    "annually": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "quarterly": "quarter",
    "nightly": "night",
    "apiece": "piece",
    "each": "piece",
    "yr": "year",
    "hr": "hour",
    "mo": "month",
    "lb": "pound",
    "oz": "ounce",
    "bbl": "barrel",
    "pa": "year",
}
RATE_ADVERBS = frozenset("annually yearly monthly weekly daily hourly quarterly nightly apiece".split())
# "a year earlier" is a date, not a rate; "a week before tax" is one.
NOT_A_RATE = frozenset("earlier ago later before after prior previously back old".split())
TAKEN_OFF = frozenset("tax taxes deductions expenses overtime bonuses tips rent".split())
PER_WORDS = frozenset(["a", "an", "per", "each", "every", "/"])
# Units of `years`: how many years one is.
YEAR_UNITS: dict[str, Decimal] = {
    "year": Decimal(1),
    "years": Decimal(1),
    "yr": Decimal(1),
    "decade": Decimal(10),
    "decades": Decimal(10),
    "month": Decimal(1) / 12,
    "months": Decimal(1) / 12,
}

# What may stand between "five-year" and its amount.
YEARS_BETWEEN = frozenset(
    ", a an and worth of for year deal contract plan programme program agreement loan package award grant project "
    "lease pact budget fund commitment pledge".split()
)

# --- conversions --------------------------------------------------------------------
# What may stand between the bracket (or comma) and the second currency.
EQUIVALENT_LEADS = frozenset(
    "or about around approximately approx roughly equivalent equal to the of some nearly almost over more than just "
    "under less at least up worth i.e ie circa ca an estimated approximate then currently today = ~ ≈ : , around now "
    "close equals equaling equalling totalling totaling in that is well above about slightly little a".split()
)

# --- what is not money ----------------------------------------------------------------
# "pound" is a weight beside these.
WEIGHT_BEFORE = frozenset(
    "weigh weighs weighed weighing lose loses lost losing gain gains gained gaining shed sheds dropped heavy bench "
    "lift lifted lifting deadlift squat squatted thrust lighter heavier".split()
)
WEIGHT_AFTER = frozenset(
    "feet foot ft force heavier lighter overweight underweight per square lb lbs man woman baby bomb bombs dog fish "
    "bass gorilla weakling weight weights dumbbell dumbbells payload boulder warhead tackle lineman linebacker end "
    "guard quarterback bear alligator snake python rock stone sack bag barbell shell shells mortar".split()
)
# "pounds of ..." is money before these, weight before anything else.
MONEY_OF = frozenset(
    "aid support funding funds fund money cash debt debts investment investments public taxpayer taxpayers savings "
    "assets revenue profit profits losses damage loans loan grants sales spending cuts government state taxes tax "
    "income business trade exports imports contracts fees fines bonuses his her their our its the new extra that "
    "this it government's european eu bail capital equity shares credit compensation".split()
)
# A currency noun after a number is no amount before these ("10 euro zone states").
NOT_MONEY_AFTER = frozenset(
    "zone area currency currencies bloc sign signs atm atms kiosk kiosks "
    "store stores sceptic sceptics skeptic skeptics".split()
)
# Names that are also words: read only with a scale word or thousands.
NEEDS_SCALE = frozenset(
    "mark marks crown crowns sum sums som soms real tala colon bob sol kina pula dram drams punt punts ban florin "
    "grand "
    "para leone".split()
)
# Names that are names of other things with a capital ("50 Cent", the Bucks, Sen. for senator).
LOWER_ONLY = frozenset("cent buck bucks sen won bob quid".split())
# Names of minor units and others that are never read alone after a figure.
NEVER_AFTER = frozenset("br para bani fen pa gold avo".split())
# What may follow "a dollar" where it is an amount.
AFTER_LONE_UNIT = frozenset(
    "a per each for and or to more less an on in at apiece every over from extra off back tip coin bill note".split()
)
# "A 50-pound note" is money, a 50-pound anything else a weight.
MONEY_NOUNS = frozenset("fine fines note notes ticket tickets prize cheque fee bill".split())
# A name may precede its figure only for these nouns.
NAME_BEFORE = frozenset(
    "ringgit ringgits rmb renminbi baht taka rupees rupee naira euro usd rand peso pesos tenge rupiah won yen yuan "
    "shillings sen bitcoin dirhams dirham riyals riyal dinar dinars kwacha birr cedi cedis shs".split()
)
# Units so small that a handful of them is something else ("12 dong villages").
TINY_UNITS = frozenset("dong kip kips riel riels rupiah rupiahs".split())
# Signs that stand on one side of the figure only.
BEFORE_ONLY = frozenset("PS US Y= N B L T F W AU NT ID IR Mt MT FC K P Q U OR RO TD DT R. Le S/ S/. Sh.So".split())
AFTER_ONLY = frozenset("c p ¢ ￠ ct cts zł zl Zl Ft /= 元 円 le br kn din pta ptas".split())
# Verbs of change: "rose from $2 to $5" is two amounts, not a range.
CHANGES = frozenset(
    "rise rises rose risen rising fall falls fell fallen falling drop drops dropped dropping increase increases "
    "increased increasing decrease decreases decreased decreasing climb climbs climbed climbing jump jumps jumped up "
    "jumping grow grows grew grown growing cut cuts cutting raise raises raised raising reduce reduces reduced "
    "reducing down slip slips slipped slide slides slid sliding soar soars soared soaring surge surges surged surging "
    "plunge plunged tumble tumbled decline declines declined declining gain gains gained rebound rebounded double "
    "doubled doubling triple tripled tripling lower lowered lowering lift lifted lifting boost boosted boosting "
    "shrink shrank shrunk swell swelled swung swing go goes went gone going move moved moves moving change changed "
    "changes changing expand expanded advance advanced trim trimmed slash slashed hike hiked revise revised upgrade "
    "upgraded downgraded downgrade widened widen narrowed narrow dip dipped sank sink adjusted leap leapt leaped add "
    "added edged ticked quadrupled strengthened weakened converted".split()
)
