"""The instrument of a gift: grant, loan, guarantee, stake, debt relief, goods; "unknown" where no word tells.

After OECD DAC. Nothing is guessed: a promise or a "package" has no form yet, and where
grants and loans are mixed, no word says how much of each.
"""

import re

from analysis.money.terms.let_off import forgives, is_let_off, owed
from analysis.money.terms.mixed_forms import is_mixed
from analysis.money.text.clauses import Noun
from analysis.money.text.items import Item
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import Verb, is_verb
from analysis.money.text.words import tokens, vocabulary

_FORMS = {"grant": "grant", "gift": "grant", "loan": "loan", "credit": "loan", "guarantee": "guarantee"}
_ORDER = ("guarantee", "loan", "debt_relief", "swap", "equity")
_NAMED = frozenset([*_ORDER, "grant"])
_LENDS = re.compile(
    r"\b(?:lend|lends|lent|lending|borrow(?:s|ed|ing)?|loan(?:ed|s)?|concessional|repa(?:y|id|yable))\b", re.IGNORECASE
)
# Only promised: no word says yet in what form the money will come.
_PROMISES = re.compile(
    r"^(?:pledg|promis|vow|commit|propos|rais|increas|doubl|boost|contain|includ|total|amount|match|consist|compris"
    r"|c[oa]mes? up with)"
)
# Money handed over for nothing, now or later.
_HANDS = re.compile(
    r"^(?:giv|gave|donat|provid|contribut|pa(?:y|id|ys|ying)$|send|sent|hand|transfer|wire|remit|releas|allocat|allot|set|put"
    r"|chip|add|offer|spend|spent|buy|bought|cover|disburs|deliver|bequeath|gift|bestow|earmark|stump|kick|pitch|be\b|is\b|was\b)"
)
_AID = re.compile(r"^(?:aid|relief|help|(?:humanitarian\ )?assistance|contribution|offer|donation)s?$")
_CONTRIBUTIONS = frozenset(["contribution", "contributions", "donation", "donations", "gift", "grant", "grants"])
_FINANCIAL = re.compile(r"\b(?:financial|economic)\s+assistance\b", re.IGNORECASE)
# Nouns that may hold loans as well as gifts.
_OPEN = re.compile(
    r"^(?:packag|support|financ|fund|share|program|scheme|facilit|initiative|invest|commitment|pledge|promise|plan$|measure|project|backing)"
)
# "Some $45m of the package is a grant", "comes as a loan"
_IS_A = re.compile(
    r"""
    ^[^,;.]{0,50}?                                                    # "of the package"
    \b(?:is|are|was|were|be|being|comes?|came|as|in\ the\ form\ of)\s+
    (?:(?:an?|as|in\ the\ form\ of)\s+){0,2}(?:\w+\s+)?               # "a concessional"
    (?P<what>grants?|gifts?|loans?|guarantees?|credits?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "paid to growers through a guarantee scheme", "in the form of loans"
_THROUGH = sparse(
    r"""
    ^[^;.]{0,90}?
    \b(?:through|via|under|by\ means\ of|using|in\ the\ form\ of)\s+
    (?:an?\s+|the\s+|its\s+)?(?:\w+\s+){0,2}?                         # "a state"
    (?P<what>grant|loan|guarantee|credit)s?\b(?!\s+(?:union|card|agency))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "5m in military assistance grants", whatever the sum beside it is
IN_GRANTS = re.compile(r"^\sin\s(?:[a-z-]+\s){0,3}?(?P<what>grants)\b(?!\s(?:and|or)\s(?:\w+\s)?(?:loans|credits)\b)")
# What a guarantee does, where its name is not printed: "to cover 5m of loans against war damage".
_COVERS = sparse(
    r"\b(?:cover(?:s|ed|ing)?|insur(?:e|es|ed|ing|ance|er)|protect(?:s|ed|ing)?|underwrit\w+)\b[^;.]*"
    r"\bagainst\s+(?:\w+\s+){0,3}(?:damage|risks?|loss(?:es)?|defaults?|non-payment)\b",
    re.IGNORECASE,
)
_UNDER_GUARANTEE = sparse(r"\bguarantees?\b[^,;.]{0,40}\b(?:under\ which|by\ which|that\ covers)\b", re.IGNORECASE)
_GUARANTEE = sparse(r"\bguarantees?\b(?! that)", re.IGNORECASE)
_GRANT_WORD = re.compile(r"\b(?:grants?|donat\w+|gifts?|bequest\w*|non-re(?:pay|imburs|fund)able)\b", re.IGNORECASE)


# What these pay out is lent, unless a word says grant.
LENDERS = frozenset(
    "IMF WB EBRD EIB ADB AFDB AIIB IFC IDA ISDB CEB NDB DFC EXIM CABEI OPECFUND CAF-BANK AFREXIM NIB".split()
)
# Lenders of a state, which stands for them as the giver.
_STATE_LENDER = sparse(
    r"\b(?:(?-i:EDCF)|Economic\ Development\ Cooperation\ Fund|Exim\s?bank|Export[-–]Import\ Bank"
    r"|(?:Kuwait|Saudi)\ Fund)\b"
    r"(?P<does>[^;$€£¥\d]{0,130})$",
    re.IGNORECASE,
)
_NOT_LENT = re.compile(r"\b(?:withdr\w+|match\w*|drop\w*|waiv\w*|forg\w+|writ\w+|cancel\w*|let)\b")
# Funds that give grants, loans and equity alike: only a word tells.
MIXED = frozenset(["GCF", "CIF"])
_TRANCHE = sparse(r"\b(?:tranche|instal?lment)s?\b[^;]{0,80}\b(?:loan|credit|programme|program)\b", re.IGNORECASE)


def instrument(
    items: list[Item],
    a: int,
    verb: Verb | None,
    noun: Noun | None,
    *,
    goods: bool,
    donor: str | None = None,
    text: str = "",
) -> str:
    """Give the instrument of the amount at `a`, whose sentence is `text`; "unknown" where no word tells."""
    right = text[items[a].end - items[0].start :]
    left = text[: items[a].start - items[0].start]
    form = _instrument(items, a, verb, noun, goods=goods, donor=donor, text=text)
    return "debt_relief" if form in _NOT_LET_OFF and is_let_off(left, right) else form


_NOT_LET_OFF = frozenset(["grant", "loan", "unknown"])  # what a debt that is let off is taken for


def _instrument(
    items: list[Item],
    a: int,
    verb: Verb | None,
    noun: Noun | None,
    *,
    goods: bool,
    donor: str | None,
    text: str,
) -> str:
    """Give the instrument as if no debt were let off.

    A guarantee is never cash, so its word rules; then a loan; a gift of goods
    with a value is in kind.
    """
    right = text[items[a].end - items[0].start :]
    left = text[: items[a].start - items[0].start]
    if is_mixed(left, right):
        return "unknown"
    told = IN_GRANTS.match(right) or _IS_A.match(right) or _THROUGH.match(right)
    if told is not None:
        return _FORMS[told["what"].lower().rstrip("s")]
    near = _near_instruments(items, a)
    named = _named(items, verb, noun, near, text) or _termed(
        left, text[items[a].end - items[0].start : _next_sum(items, a) - items[0].start]
    )
    if named:
        return named
    attached = noun.cue.value if noun is not None else ""
    equips = verb is not None and items[verb.index].low.startswith("equip")
    aided = _KINDS_OF_AID.match(right) is not None
    if (
        goods
        or equips
        or attached == "in_kind"
        or _as_goods(right)
        or _SUPPLIES.match(right)
        or _priced_goods(items, a, verb, left)
    ):
        return "grant" if aided else "in_kind"
    if (_OF_DEALS.search(left) and "grant" not in near[:1]) or _STILL_PROMISED.match(right):
        return "unknown"
    of_giver = _of_giver(donor, verb, near, text)
    if of_giver:
        return of_giver
    lender = _STATE_LENDER.search(left)
    if lender is not None and not _NOT_LENT.search(lender["does"]) and not _GRANT_WORD.search(text):
        return "loan"
    # "• 5 million euros for schools", "- **5 million euros** for schools"
    item = 0 < a <= _MARKS and not any(before.text.isalnum() for before in items[:a])
    plainly = item or "grant" in near or _PUT_BY.match(right)
    return "grant" if plainly or _given_away(items, verb, noun, text) else "unknown"


def may_be_lent(donor: str | None, left: str, right: str) -> bool:
    """Whether a sum has no one form ("5m in grants and loans"), or comes from who gives and lends alike.

    >>> may_be_lent("FRA", "France announced ", ", half of it as grants and half as loans")
    True
    >>> may_be_lent("FRA", "France announced a package of ", " for Chad")
    False
    """
    mixed = is_mixed(left, right) or _OF_DEALS.search(left) is not None
    return mixed or donor in MIXED or donor in LENDERS


def _of_giver(donor: str | None, verb: Verb | None, near: list[str], text: str) -> str:
    """Give the instrument that follows from who gives: a lender lends; empty where it does not tell."""
    if _TRANCHE.search(text) or (donor in LENDERS and not _GRANT_WORD.search(text)):
        return "loan"
    if donor in LENDERS and "grant" not in near and verb is not None and verb.cue.sense == "receive":
        return "unknown"  # the grant that is named is another's, or another sum
    if donor in MIXED:
        return "grant" if "grant" in near or _GRANT_WORD.search(text) else "unknown"
    return ""


_MARKS = 3  # of a list and of emphasis before a sum that opens a line
# "Signed seven agreements worth 5m": agreements on what, no word says.
_OF_DEALS = sparse(
    r"\b(?:deals?|agreements?|accords?|pacts?|memorand(?:um|a)|projects)\b[^;.$€£¥]{0,150}"
    r"\b(?:worth|valued\ at|total(?:l?ing)?|value\ of|amounting\ to)\W*(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
# "Shelved the 5m it had promised": in which form, the promise did not say.
_STILL_PROMISED = re.compile(
    r"^\s(?:(?:that|which)\s)?(?:it|he|she|they|we|[A-Z]\w+|the\s\w+)\s(?:(?:has|have|had)\s)?(?:promised|pledged)\b"
)
# "The 9.5m set aside for them is withdrawn"
_PUT_BY = re.compile(
    r"^\s(?:(?:that|which)\s)?(?:\w+\s){0,2}?(?:set aside|earmarked|allocated|donated)\b", re.IGNORECASE
)
# What tells a loan, a guarantee or a stake without its name.
_TERMS = sparse(
    r"""
    ^[^;.$€£¥]{0,100}?
    \b(?: (?:at|with|carrying|bearing)\ (?:an?\ |no\ |zero\ |low\ )?(?:\w+\ )?(?:[\d.]+\ ?(?:%|per\ ?cent)\ )?
            (?:annual\ |fixed\ )?interest\b
        | at\ (?:an?\ )?(?:subsidi[sz]ed|preferential|reduced|concessional)\ (?:interest\ )?rates?\b
        | interest[\ -]free | low[\ -]interest | grace\ period | concessional(?!\ grant)
        | on\ (?:soft|easy)\ terms
        | be\ paid\ back | (?:be|is|are)\ repaid
        | repayable | repayments?\ (?:over|start|begin)
        )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "15 billion yen, at 1.7 per cent"
_RATE = sparse(
    r"^,?\s(?:(?!at\b)[\w’'-]+\s){0,6}?(?:[-—–]\s)?at\s(?:an?\s)?(?:(?:annual|fixed|yearly)\s)?(?:rate\sof\s)?[\d.]+\s?"
    r"(?:%|per\s?cent)(?!\s(?:of|off|below|less|above)\b|\sdiscount)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:supplement|complement|accompan|alongside|plus\b|on\ top|in\ addition|compris|includ|consist)", re.IGNORECASE
)
_TERMS_BEFORE = sparse(
    r"\b(?:repay(?:s|ing)?|pay(?:s|ing)?\ back|interest-free|concessional|soft-loan)\W*(?:\w+\W+){0,3}$", re.IGNORECASE
)
_STAKE = sparse(
    r"\b(?:stakes?|shareholding|holding|shares|equity|capital\ increase)\b[^;.,]{0,70}"
    r"\b(?:for|of|worth|with)\W*(?:\w+\W+){0,2}$"
    r"|\b(?:stakes?|shareholding|holding)\ in\b[^;.]{0,80}$",
    re.IGNORECASE,
)
_GUARANTEES = sparse(
    r"\b(?:st(?:and|ands|ood|anding)\ behind|vouch\w*\ for|surety|guarantors?|backstop\w*)\b[^;.]{0,80}$", re.IGNORECASE
)


def _termed(left: str, right: str) -> str:
    """Give the instrument that its terms tell ("at 0.5 percent interest", "stands surety for"); empty where none do."""
    if _GUARANTEES.search(left):
        return "guarantee"
    if _STAKE.search(left):
        return "equity"
    own = _TERMS.match(right) and _TERMS.match(_MORE.split(right, maxsplit=1)[0])
    return "loan" if own or _RATE.match(right) or _TERMS_BEFORE.search(left) else ""


_AT_COST = re.compile(r"\bat an? (?:\w+ )?(?:cost|value|price) of\W*(?:\w+\W+){0,2}$", re.IGNORECASE)


def _priced_goods(items: list[Item], a: int, verb: Verb | None, left: str) -> bool:
    """Read "has delivered 9,000 survival bags at a cost of 5m": a count of things, and what they cost."""
    if verb is None or verb.index >= a or not _AT_COST.search(left):
        return False
    return any(item.low[:1].isdigit() for item in items[verb.index + 1 : verb.index + 4])


_FORM = sparse(r"^[^;]{0,120}?\bin\ the\ form\ of\ (?P<what>[^;.]{3,60})")
# "Will spend 5m over two years to supply Chad with 20 trucks"
_SUPPLIES = sparse(
    r"^[^;.,$€£¥]{0,60}?(?<!\band)\sto\s(?:supply|equip|arm|furnish|outfit)\s(?:the\s)?(?:[\w’'-]+\s){1,5}?with\b",
    re.IGNORECASE,
)
_WORTH_OF_AID = re.compile(r"^\sworth\sof\s(?:[\w-]+\s){0,3}?(?:aid|assistance|relief)\b")
_IN_GOODS = re.compile(
    r"^\s(?:in|worth\sof)\s(?!(?:two|three|four|five|six|seven|eight|nine|ten)\b)(?P<what>[a-z][a-z-]*(?:\s[a-z][a-z-]*){0,3}?)"
    r"(?=[.,;]|\s(?:and|or|for|to|of|from|by|with|at|on|that|which|had|has|have|was|were)\b)"
)


# "5 million in food and medical assistance": what the money is for.
_KINDS_OF_AID = re.compile(
    r"^\sin\s(?:emergency\s)?[a-z-]+(?:,\s[a-z-]+)*\sand\s[a-z-]+\s(?:assistance|aid|relief|support|help)\b"
)


def _as_goods(right: str) -> bool:
    """Read "covers 70 million euros, in the form of rifles and mortars", "donated 5 million in mattresses"."""
    told = _FORM.match(right)
    if told is None:
        headed = _IN_GOODS.match(right)
        if headed is not None and _WORTH_OF_AID.match(right):
            return True
        return headed is not None and headed["what"].rpartition(" ")[2] in vocabulary()["in_kind"]["items"]
    found = set(tokens(told["what"]))
    return any(word in found for word in vocabulary()["in_kind"]["items"]) or any(
        words <= found for words in (set(tokens(w)) for w in vocabulary()["nouns"]["give"]["in_kind"])
    )


def _named(items: list[Item], verb: Verb | None, noun: Noun | None, near: list[str], text: str) -> str:
    """Give the instrument that a verb or a noun of the clause names; empty where none does."""
    word = items[verb.index].low if verb is not None else ""
    if forgives(word, text):
        return "debt_relief" if owed(text) or not word.startswith("waiv") else "unknown"
    attached = noun.cue.value if noun is not None and noun.cue.sense == "give" else ""
    if (
        word.startswith(("guarante", "underwrit", "insur", "stand behind", "stands behind", "stood behind", "vouch"))
        or _COVERS.search(text)
        or (attached == "loan" and "guarantee" in near[:1])
    ):
        return "guarantee"
    if attached in ("", "loan") and _UNDER_GUARANTEE.search(text):
        return "guarantee"
    if attached in _ORDER or attached == "grant":
        return attached
    if attached and "loan" not in near and _GUARANTEE.search(text) and not _TRANCHE.search(text) and _alone(items):
        return "guarantee"
    found = next((kind for kind in _ORDER if kind in near), "")
    return found or ("loan" if _LENDS.match(word) else "")


def _alone(items: list[Item]) -> bool:
    """Whether a sentence holds one amount."""
    return sum(item.kind == "amount" for item in items) == 1


def _given_away(items: list[Item], verb: Verb | None, noun: Noun | None, text: str) -> bool:
    """Whether somebody plainly gives; money "pledged" for a cause, or a "package", has no instrument yet."""
    if verb is None and noun is None:
        return False
    word = items[verb.index].low if verb is not None else ""
    counted = items[noun.index].low if noun is not None else ""
    if _AID.match(counted) and not _FINANCIAL.search(text):
        return True
    if verb is not None and _PROMISES.match(word):
        near = {item.low for item in items[verb.index + 1 : verb.index + 5]}
        return word.startswith(("rais", "increas", "doubl", "boost")) and bool(near & _CONTRIBUTIONS)
    if _HANDS.match(word):
        return True
    return not _OPEN.match(counted) and (verb is None or verb.cue.sense in ("give", "weak", "receive"))


# Behind these, what is named is added to the sum, and is not its form.
_ADDED = frozenset(
    "supplemented complemented accompanied accompanies alongside besides plus topped followed addition".split()
)
_COUNTING = frozenset(
    "of up to worth about some around at nearly over more than another the a an totalling for".split()
)


def _near_instruments(items: list[Item], a: int) -> list[str]:
    """Instruments named in the amount's own clause, nearest first."""
    found = []
    reach = {1: len(items), -1: -1}  # where the clause ends on either side
    for step in range(1, 14):
        for side, end in reach.items():
            k = a + side * step
            if (k - end) * side >= 0:
                continue
            item = items[k]
            cue = item.cue("noun", "give") if item.cues else None
            counts = cue is not None and cue.value in _NAMED and not is_verb(items, k) and not _is_union(items, k)
            if cue is not None and counts and not (side > 0 and _counts_another(items, k)):
                found.append(cue.value)
            ends = (item.kind == "amount" and not (side < 0 and _listed_with(items, k, a))) or (
                item.low in (";", "while", "but")
                or (side > 0 and item.low == "and")
                or (item.low in _ADDED and (side > 0 or (k + 1 < a and items[k + 1].low in ("by", "with"))))
            )
            if ends:
                reach[side] = k + side
    return found


def _next_sum(items: list[Item], a: int) -> int:
    """Give where the next amount begins, or the last item ends."""
    return next((item.start for item in items[a + 1 :] if item.kind == "amount"), items[-1].end)


def _is_union(items: list[Item], k: int) -> bool:
    """Whether the noun at `k` is half of "credit union", which gives as well as lends."""
    return items[k].low == "credit" and k + 1 < len(items) and items[k + 1].low in ("union", "unions")


def _counts_another(items: list[Item], k: int) -> bool:
    """Whether the noun at `k` is the form of a sum behind it ("5m, and loans of up to 9m")."""
    j = k + 1
    while j < len(items) and items[j].low in _COUNTING:
        j += 1
    return k + 1 < j < len(items) and items[j].kind == "amount"


def _listed_with(items: list[Item], k: int, a: int) -> bool:
    """Whether the sums at `k` and `a` stand in one list ("loans of 5m and 9m")."""
    return all(item.low in (",", "and", "or") for item in items[k + 1 : a])
