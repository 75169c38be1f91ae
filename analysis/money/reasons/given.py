"""Whether somebody gives the amount: by the verb, the noun beside it, or a word of aid.

A verb of spending gives only with a receiver, a word of giving or a gift told
just before; nothing counts by default.
"""

import re

from analysis.money.reasons.earlier import is_revised
from analysis.money.reasons.invested import is_trade
from analysis.money.reasons.things import decides_on_thing, is_open, serves_another
from analysis.money.terms.let_off import forgives
from analysis.money.terms.stages import FUTURE, Setting
from analysis.money.text.people import collects_for
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import DETERMINERS, Verb


def is_gift(s: Setting, has_recipient: bool) -> bool:
    """Whether the amount is given, as its own clause tells it."""
    verb = s.verb
    if _comes_from(s, has_recipient) or (
        has_recipient and s.verb is not None and collects_for(s.items, s.index, s.verb)
    ):
        return True
    named_sum = s.index > 2 and s.items[s.index - 1].low == ":" and not any(i.has("noun", "reason") for i in s.items)
    if has_recipient and named_sum and _FOR.match(s.right):
        return True  # "Serbia opened its purse: 300,000 euros for the families"
    if _is_list_item(s) or s.listed or (s.told and _SUMS_UP.search(s.left) and _YEARS.search(f"{_text(s)}{s.right}")):
        return True
    named = s.noun is not None and s.noun.cue.sense == "give"
    # "In cash", "a plan" name no giving: they give where somebody gets them.
    gift_noun = named and (has_recipient or s.told or not is_open(s))
    if verb is None or (verb.index > s.index and verb.cue.value == "price"):  # "a grant of 5m will buy buses"
        buys = verb is not None and s.donates and has_recipient and bool(verb.aux & FUTURE)  # "its 5m will buy tents"
        return gift_noun or buys or _needs_no_verb(s, has_recipient)
    if not named and (serves_another(s, verb) or _is_business(s, verb)):
        return False
    if verb.cue.sense == "give" and decides_on_thing(s, verb):
        return gift_noun or has_recipient or s.told
    if verb.cue.sense in ("give", "receive") or forgives(s.items[verb.index].low, f"{s.left} {s.right}"):
        return True
    return verb.cue.sense == "weak" and _spends_on_others(s, verb, has_recipient, gift_noun=gift_noun)


def _is_business(s: Setting, verb: Verb) -> bool:
    """Whether a firm or a person pays as in business; after a gift was told, "and puts in 5m" goes on about it."""
    goes_on = s.told and not verb.passive
    return s.private and not goes_on and is_trade(s.items[verb.index].low, f"{s.left[-160:]} {s.right[:160]}")


# "Finnish support to the border guards, 2m": a gift whose sum is set behind it
_APPOSED_GIFT = sparse(
    r"\b(?:support|aid|assistance|help|contribution|grant|gift|donation|funding)\s(?:to|for|towards?)\s[^,;.]{3,70},\W*$",
    re.IGNORECASE,
)
# "Mali thanked Norway for the 5m"
_THANKED_FOR = sparse(
    r"\bthank(?:s|ed|ing)?\b[^;.]{2,60}\bfor\ (?:the|its|their|a|an|his|her)\ (?:extra\ |new\ )?$", re.IGNORECASE
)


def _needs_no_verb(s: Setting, has_recipient: bool) -> bool:
    """Whether a clause without a verb tells a gift by its form."""
    if has_recipient and (_in_short(s) or _THANKED_FOR.search(s.left)):
        return True
    return bool(_APPOSED_GIFT.search(s.left)) or (s.goods and _is_note(s))


def _is_note(s: Setting) -> bool:
    """Read "Donation of 4 fire trucks by Croatia, value 0.6m": a note without a verb."""
    cue = s.items[0].cue("noun", "give")
    return cue is not None and cue.value == "grant" and s.items[1].low == "of"


_SHORTEST_FORM = 8  # items before an amount that no verb governs
_SETS_OFF = frozenset([",", ":", "–", "—", "?", "!"])
_TO_WHOM = re.compile(r"^\W*(?:more\ |extra\ )?(?:for|to|towards?)\b", re.IGNORECASE)


def _in_short(s: Setting) -> bool:
    """Read "Italy next: 40m for Tunisia": the form of tickers, where a mark stands for the verb."""
    before = s.items[: s.index]
    if not 0 < len(before) <= _SHORTEST_FORM or before[-1].low not in _SETS_OFF or not _TO_WHOM.match(s.right):
        return False
    return not any(item.has("noun", "reason") or item.has("verb", "reason") for item in before)


_GAINS = re.compile(
    r"\b(?:rais|borrow|import|export|earn|tax|buy|bought|s[eo]ld?\b|sell|sales|trad|profit|revenue|stole|steal|withdr[ae]w|pull"
    r"|transfer(?!\ of)|drain|strip|siphon|extract|wring|loot|thie|robb|smuggl|seiz"
    r"|recover|sav|cut|slash|divert|shift|freez|froze|drop|f[ae]ll|fell|rise|rose|up\b|down\b)",
    re.IGNORECASE,
)
_STATES = frozenset(["government", "multilateral", "foundation"])


def _comes_from(s: Setting, has_recipient: bool) -> bool:
    """Whether the amount is what a state, a bank of nations or a charity gives ("built with 5m from Kuwait")."""
    if _GAINS.search(s.left[-60:]):
        return False
    after = s.items[s.index + 1 : s.index + 6]
    at = next((k for k, item in enumerate(after) if item.low in ("from", "out of")), -1)
    if at >= 0 and not any(item.kind in ("mark", "amount", "party") or item.has("verb") for item in after[:at]):
        return _is_giver(s, s.index + 1 + at, hands_on=has_recipient)
    comes = s.verb is not None and s.items[s.verb.index].low in ("come", "comes", "came") and s.verb.index > s.index
    if comes and s.verb is not None and [item.low for item in s.items[s.verb.index + 1 : s.verb.index + 2]] == ["from"]:
        return _is_giver(s, s.verb.index + 1)  # "the money, 12m, comes from Denmark"
    came = s.verb is not None and s.items[s.verb.index].low in ("come", "comes", "came") and s.verb.index < s.index
    first = next((k for k in range(3) if s.items[k].low == "from"), -1) if came and len(s.items) > 3 else -1
    return first >= 0 and _is_giver(s, first)  # "From Brussels came 9m"


def _is_giver(s: Setting, k: int, *, hands_on: bool = False) -> bool:
    """Whether a state, a bank of nations or a charity stands behind the "from" at `k`."""
    j = k + 2 if k + 2 < len(s.items) and s.items[k + 1].low == "the" else k + 1
    party = s.items[j].party if j < len(s.items) else None
    after = s.items[j + 1].low if j + 1 < len(s.items) else "."
    adjective = party is not None and party.form == "demonym" and not s.items[j].head and after.isalpha()
    unit = s.items[j + 2].head in ("human", "org") if after == "'s" and j + 2 < len(s.items) else False  # its bank's
    return (
        party is not None
        and not unit
        and party.level in _STATES
        and after not in (("-",) if hands_on else ("to", "-"))
        and not adjective
    )


def _spends_on_others(s: Setting, verb: Verb, has_recipient: bool, *, gift_noun: bool) -> bool:
    """Whether a verb of spending, adding or finding gives: there is a word of giving, or somebody who gets it."""
    word = s.items[verb.index].low
    if word in _FINDS:
        return has_recipient or gift_noun or s.told or (s.donates and s.abroad)
    if is_revised(s) or _tells_gift(s, verb) or _paid_to(s, verb) or _OWN_GIFT.search(s.left):
        return True
    if s.told and word.startswith("spen") and verb.aux & (FUTURE | {"to"}):
        return not _OWN_USE.match(s.right)
    if word.startswith("invest") and not (has_recipient and _serves(s, verb)):
        return gift_noun
    if word.startswith(_RAISES) and any(i.has("noun", "give") for i in s.items[verb.index + 1 : s.index]):
        return True  # "is raising its contribution by 5m"
    offered = any(s.items[k].low.startswith(_OFFERS) for k in range(verb.head, verb.index))
    if gift_noun or has_recipient or offered or _pools(s) or (s.abroad and bool(_PAYS.match(word))):
        return True
    return s.donates and (s.told or s.abroad) and verb.index < s.index and _raises(s, verb)


# "is raising its contribution by 125 million", "Oslo found 4 million": of nothing else than the sum or the gift.
_GIFT_PART = frozenset(
    "contribution share pledge aid support gift grant donation commitment offer by to its their".split()
)


_NO_RAISE = ("invest", "includ", "contain", "total", "amount", "reach", "come", "came", "go", "went", "divert", "shift")


def _raises(s: Setting, verb: Verb) -> bool:
    """Whether nothing but the gift stands between a weak verb and the amount."""
    if s.items[verb.index].low.startswith(_NO_RAISE):
        return False
    return all(item.low in _GIFT_PART or item.low in DETERMINERS for item in s.items[verb.index + 1 : s.index])


# "is investing 5 million to help": what is invested for others' good.
_SERVES = re.compile(
    r"^[^;.]{0,80}?\b(?:to|for)\s(?:\w+\s)?(?:help|support|provid|assist|train|protect|improv|strengthen|expand|build)",
    re.IGNORECASE,
)


def _serves(s: Setting, verb: Verb) -> bool:
    """Whether an investment is announced, or said to help somebody; a stake in another's industry is not."""
    return bool(verb.aux & (FUTURE | {"to"})) or bool(_SERVES.match(s.right))


_RAISES = ("rais", "increas", "doubl", "tripl", "trebl", "quadrupl", "boost", "top", "step", "scal", "expand")
_FINDS = frozenset(["find", "finds", "found", "finding"])
# "The British package also contains 70m", "the credit comes to 5m"
_HOLDS = re.compile(r"^(?:contain|includ|compris|consist|amount|total|come|came|go|went)")
_OWN_USE = re.compile(r"^\W*of\ (?:its|their|our)\ own\b|[^;.]{0,60}\b(?:this|a|each|every)\ year\b")


def _tells_gift(s: Setting, verb: Verb) -> bool:
    """Whether the subject of "contains" or "comes to" is a gift that somebody gives."""
    if not _HOLDS.match(s.items[verb.index].low):
        return False
    if s.resumes and verb.head < s.index:
        return True
    for item in reversed(s.items[max(0, verb.head - 4) : verb.head]):
        if item.has("noun", "give") and not item.has("noun", "reason"):
            return True
        if item.kind in ("mark", "amount") or item.low in (",", ";", "that", "which"):
            return False
    return False


# "Bratislava's contribution to mine clearance, half a million euros, was paid"
_OWN_GIFT = re.compile(
    r"(?:['’]s?|\b(?:its|his|her|their|our))\s(?:\w+\s){0,2}"
    r"(?:contribution|share|gift|grant|donation|pledge|aid|offer|commitment)\b[^,;.]{0,60},\W*$"
)
# "That makes 12 billion over three years": the whole of what was told by the year.
_SUMS_UP = re.compile(r"^\W*(?:That|This|It)\s(?:makes|comes\sto|adds\sup\sto|amounts\sto)\W*(?:\w+\W+){0,2}$")
_YEARS = re.compile(r"\bover\s(?:the\snext\s)?(?:\w+|\d+)\syears\b")


def _text(s: Setting) -> str:
    amount = s.items[s.index].amount
    return amount.text if amount is not None else ""


_BULLETS = frozenset(["•", "*", "-", "–", "·", "▪"])
_FOR = re.compile(r"^\s+(?:for|to|towards?)\s+\w")


def _is_list_item(s: Setting) -> bool:
    """Whether the amount opens an item of a list, with what it is for ("• 5 million euros for schools in Mali")."""
    return s.index == 1 and s.items[0].low in _BULLETS and bool(_FOR.match(s.right))


def _paid_to(s: Setting, verb: Verb) -> bool:
    """Whether a body that sells nothing is paid ("We paid the Red Cross 5 million")."""
    between = s.items[verb.index + 1 : s.index]
    paid = s.items[verb.index].low in ("pay", "pays", "paid", "paying")
    return paid and any(item.party is not None and item.party.level != "company" for item in between)


# "agreed to put 1.2bn into the joint purchase", "will pay in 300m": a share of a common pot
_POOL = re.compile(
    r"^\W*(?:in)?to\W+(?:\w+\W+){0,3}(?:joint|common|shared|fund|initiative|scheme|pool|trust)\b", re.IGNORECASE
)
_PAYS_IN = sparse(r"\b(?:pa(?:y|ys|id|ying)|puts?|putting|threw|throw(?:s|n|ing)?)\ in\W*$", re.IGNORECASE)


def _pools(s: Setting) -> bool:
    """Whether the amount goes into what several pay for."""
    return bool(_PAYS_IN.search(s.left) or (_POOL.match(s.right) and not _OWN_POT.match(s.right)))


_OWN_POT = re.compile(r"^\W*(?:in)?to\W+(?:its|his|her|their|our|my)\b", re.IGNORECASE)
_OFFERS = ("offer", "promis", "pledg", "vow", "undert")
_PAYS = re.compile(r"^(?:pa(?:y|id)|put|add|cover|contain|plac)")
