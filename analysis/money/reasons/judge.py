"""Does the amount count, at what stage, and if not, why not.

The order of the questions matters: a denial beats a proposal, a proposal a
restatement, and the noun beside the amount ("in damage") beats the verb. What
is no gift by any cue stays "other"; nothing counts by default.
"""

import re
from dataclasses import replace

from analysis.money.reasons.earlier import is_of_past_budget, is_old, is_part, is_total
from analysis.money.reasons.figures import by_phrase
from analysis.money.reasons.given import is_gift
from analysis.money.reasons.measured import measured, refined, some_reason
from analysis.money.reasons.rates import by_unit, quoted
from analysis.money.reasons.things import in_table, is_size, subject_noun
from analysis.money.reasons.withdrawn import is_withdrawn, was_promised
from analysis.money.roles.beneficiaries import benefits
from analysis.money.terms.let_off import forgives
from analysis.money.terms.spoken import asks, taken_back
from analysis.money.terms.stage_sayings import told_stage
from analysis.money.terms.stages import FUTURE, Setting, status
from analysis.money.text.clauses import valued
from analysis.money.text.people import collects_for
from analysis.money.text.screen import sparse
from analysis.money.text.verbs import Verb
from analysis.money.text.whole import GIFT_REASONS
from analysis.money.text.words import word_lists

_CONDITION = sparse(
    r"\b(?:if\s+(?:approved|congress|parliament|the|it|they)|could\s+(?:be|reach|rise|provide|give|send|receive|get|total|include|go)|might|subject\s+to|is\s+considering|"
    r"are\s+considering|was\s+considering|under\s+(?:discussion|consideration)|in\s+talks|hopes?\s+to|hoping\s+to|would\s+like\s+to|"
    r"wants?\s+to|(?-i:plans?)\s+to|planning\s+to|ready\s+to|provided\s+that|as\s+long\s+as|may\s+(?:be|provide|give|receive)|potential(?:ly)?|unless)\b",
    re.IGNORECASE,
)
_ASKED = sparse(
    r"""
    \b(?: call(?:s|ed|ing)?\s+(?:on|upon) | urg(?:e|es|ed|ing) | ask(?:s|ed|ing)? | press(?:es|ed|ing)
        | request(?:s|ed|ing)? | pressur\w+(?:\s+on)? | lobb(?:y|ies|ied|ying) | push(?:es|ed|ing)? )\b
    (?!\s+for)[^.;]{0,60}\bto\s+\w+[^.;]{0,40}$        # "on Norway to give"
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DENIED_LEFT = sparse(
    r"\b(?:den(?:y|ies|ied|ying)|rul(?:e|es|ed|ing)\s+out|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)\s+to|no\s+plans?\s+to)\b[^.]{0,90}$",
    re.IGNORECASE,
)
# Verbs whose subject says what the figure is: "damage had reached", "losses came to".
_MEASURING = re.compile(r"^(?:estimat|reach|amount|come|came|total|rise|rose|stand|stood|climb|grow|grew|add)")


def judge(s: Setting, has_donor: bool, has_recipient: bool) -> tuple[str, str, str]:
    """Give the exclude reason (empty where the claim counts), the status and the polarity."""
    s = replace(s, abroad=True) if has_recipient and not s.abroad else s
    reason = _reason(s, has_donor, has_recipient)
    stage = told_stage(s) if reason in GIFT_REASONS else status(s)
    if reason == "cancelled":
        return "" if has_donor else "no_donor", "cancelled", "actual"
    if reason == "proposed" or (reason == "budget" and _BUDGET.search(s.left)):
        return reason, "proposed", "hypothetical"
    if reason in ("request", "need"):
        return reason, "requested", "hypothetical"
    if reason == "denied":
        return reason, "denied", "denied"
    stage = "pledged" if stage == "proposed" and not reason else stage  # an announced plan
    return reason, stage, _polarity(s, reason)


_BUDGET = re.compile(r"\b(?:budget|request)\s+(?:also\s+|further\s+|would\s+){0,2}\w+\b[^;]*$", re.IGNORECASE)


def _polarity(s: Setting, reason: str) -> str:
    if reason == "conditional":
        return "hypothetical"
    if reason in ("restatement", "total_to_date"):
        return "historical"
    if s.verb is not None and s.verb.aux & FUTURE:
        return "future"
    return "actual"


def _reason(s: Setting, has_donor: bool, has_recipient: bool) -> str:
    """Why the amount is not a pledge; empty where it is one."""
    if taken_back(s.items, s.index):
        return "denied"
    for question in _QUESTIONS:
        found = question(s)
        if found:
            return refined(s, found, has_recipient=has_recipient)
    if not is_gift(s, has_recipient):
        return "" if has_donor and benefits(s, has_recipient) else some_reason(s)
    if has_donor:
        return ""
    if s.verb is not None and s.items[s.verb.index].low.startswith("borrow"):
        return "other"
    measure = measured(s)
    return measure if measure and (not has_recipient or measure != "other") else "no_donor"


def _cell(s: Setting) -> str:
    """Leave out what stands in a table or only says how large a thing is: neither is said to be given."""
    return "other" if in_table(s) or is_size(s) else ""


_AT_A_RATE = re.compile(r"^[^,;.]{0,12}\bat\b[^,;.]{0,40}\brates?\b(?! of)", re.IGNORECASE)


def _conversion(s: Setting) -> str:
    """Read "49 million euros at the central bank's rate" restates a sum in other money."""
    return "conversion" if _AT_A_RATE.match(s.right) else ""


def _phrase(s: Setting) -> str:
    """Give the reason of a fixed way of speaking around the amount."""
    word = s.items[s.verb.index].low if s.verb is not None else ""
    gives = (s.verb is not None and s.verb.cue.sense == "give") or forgives(word, f"{s.left} {s.right}")
    return by_phrase(s.left, s.right, gives=gives)


def _valuation(s: Setting) -> str:
    """Read "put its ammunition bill at 8bn" sets a figure on a thing."""
    set_on = valued(s.items, s.index) or _GIVEN_AS.search(s.left)
    if s.goods or not set_on:
        return ""
    return (_measured(s, s.verb) if s.verb is not None else "") or some_reason(s)


_GIVEN_AS = sparse(r"\b(?:giv(?:e|es|en|ing)|gave|list\w*|cit\w+|quot\w+)\b[^;]{0,50}\bas\W*(?:\w+\W+){0,2}$")


def _noun_reason(s: Setting) -> str:
    if s.noun is None or s.noun.cue.sense != "reason":
        return ""
    if s.verb is not None and forgives(s.items[s.verb.index].low, f"{s.left} {s.right}"):
        return ""
    reason = s.noun.cue.value
    if s.items[s.noun.index].low in ("bill", "bills") and s.items[s.noun.index - 1].low in (
        "spending",
        "budget",
        "finance",
    ):
        return "budget"
    if s.items[s.noun.index].low in ("bill", "bills") and _LAWMAKING.search(f"{s.left} {s.right}"):
        return "conditional"
    if s.noun.side == "right" and _apart(s, s.noun.index):
        return ""
    gives = s.verb is not None and s.verb.cue.sense in ("give", "propose") and s.verb.index < s.index
    if reason == "price" and _bears(s):
        return ""
    if s.noun.side == "left" and gives and reason in ("price", "other", "revenue") and s.goods:
        return ""
    return reason


def _bears(s: Setting) -> bool:
    """Whether a price is what a giver pays for others; `benefits` says of what has no verb whether it is."""
    if s.verb is None:
        return s.donates and bool(_AT_COST.search(s.left))
    return s.abroad and (_for_others(s, s.verb) or _foots(s, s.verb))


def _subject_reason(s: Setting) -> str:
    """Give the reason noun of which the amount is told ("its turnover last year was 6 billion")."""
    told_of = subject_noun(s)
    return told_of.value if told_of is not None and told_of.sense == "reason" else ""


# A bill before a parliament is no price.
_LAWMAKING = re.compile(
    r"\b(?:draft|senate|house|congress|parliament|lawmakers|legislat\w+|committee|passed|spending\ bill|aid\ bill"
    r"|appropriations?)\b",
    re.IGNORECASE,
)


def _apart(s: Setting, noun: int) -> bool:
    """Whether a comma and a verb of its own part the amount from a noun behind it."""
    return s.verb is not None and s.verb.index < s.index and any(i.low == "," for i in s.items[s.index + 1 : noun])


# "will shoulder 12m of the cost": somebody else's cost that a giver bears
_SHARES = ("shoulder", "foot", "cover", "bear", "pick", "pay", "paid", "meet", "contribut", "provid", "giv", "gave")
_OF_COST = re.compile(r"^\W*of\ the\ (?:\w+\ )?(?:costs?|bills?|fees)\b", re.IGNORECASE)
_AT_COST = re.compile(r"\bat an? (?:\w+ )?cost of\W*(?:\w+\W+){0,2}$", re.IGNORECASE)


def _for_others(s: Setting, verb: Verb) -> bool:
    """Read "will equip a brigade at a cost of 5m", "place orders worth 5m": what a giver pays for others."""
    word = s.items[verb.index].low
    shares = word.startswith(_SHARES) and bool(_OF_COST.match(s.right))
    return shares or word.startswith("plac") or (bool(_AT_COST.search(s.left)) and verb.cue.sense in ("give", "weak"))


_FOOTS = ("foot", "pick", "cover", "meet", "met", "shoulder", "bear", "bore")


def _foots(s: Setting, verb: Verb) -> bool:
    """Read "is footing the bill of 5m": who carries the cost for others gives it."""
    carries = s.items[verb.index].low.startswith(_FOOTS) and verb.index < s.index and not verb.passive
    return carries and s.noun is not None and verb.index < s.noun.index < s.index


def _verb_reason(s: Setting) -> str:
    verb = s.verb
    if verb is None or _is_purpose(s, verb):
        return ""
    word, around = s.items[verb.index].low, f"{s.left} {s.right}"
    gift_noun = s.noun is not None and s.noun.cue.sense == "give"
    if s.left.rstrip().endswith(" from") and _TO.match(s.right) and not gift_noun:
        return "restatement" if verb.cue.sense in ("give", "weak") else some_reason(s)
    carried = _chain_reason(s, verb)
    if carried:
        return carried
    if (verb.cue.sense == "weak" or verb.cue.value in ("market_rate", "other")) and _MEASURING.match(word):
        measured = _measured(s, verb)
        if measured:
            return measured
    if verb.cue.sense == "reason" and not forgives(word, around):
        return _word_reason(s, verb, word, gift_noun=gift_noun)
    if (
        verb.aux & {"could", "might", "may", "can", "should"}
        and verb.cue.sense != "weak"
        and not _tells_now(word, verb)
    ):
        return "conditional"
    return ""


def _tells_now(word: str, verb: Verb) -> bool:
    """Read "I can announce 5m": to say so is to do it."""
    return "can" in verb.aux and word in ("announce", "confirm", "unveil") and not verb.aux & {"not", "t", "never"}


_TO = re.compile(r"^[^,;.$€£]{0,20}?\sto\b")


def _is_purpose(s: Setting, verb: Verb) -> bool:
    """Read "2.5 million euros to buy nets": what the money is for is no price."""
    gift = s.donates or (s.noun is not None and s.noun.cue.sense == "give" and s.noun.side == "left")
    if gift and verb.aux & FUTURE and verb.index > s.index and verb.cue.value == "price":
        return True  # "a grant of 5m will buy buses"
    return verb.index > s.index and "to" in verb.aux and not verb.passive and verb.cue.value in ("price", "other")


_PROMISED_AFTER = re.compile(
    r"^\W*(?:(?:that|which)\ )?(?:it|he|she|they|[\w’']+)\ (?:had\ |has\ |have\ )?"
    r"(?:promised|pledged|announced|committed|approved)\b"
)


def _chain_reason(s: Setting, verb: Verb) -> str:
    """Give the reason that stands in what carries the verb: a refusal, a request, a plan."""
    chain = {cue.value for cue in verb.chain}
    negated = bool(verb.aux & {"not", "never", "t", "n"}) and "only" not in verb.aux
    if negated and _PROMISED_AFTER.match(s.right):
        return "restatement"  # "has still not spent the 5m it promised"
    if negated or "denied" in chain:
        return "blocked" if word_lists("phrases", "blocked").first_in(s.left[-60:]) else "denied"
    for reason in ("request", "need", "blocked", "conditional"):
        if reason in chain:
            return reason
    planned = "proposed" in chain and not _ANNOUNCED.search(s.left)
    return "proposed" if verb.cue.sense == "propose" or planned else ""


# "announced that it plans to provide": a plan told to the world is a pledge.
_ANNOUNCED = re.compile(
    r"\bannounc\w+\s+(?:that\s+|on\s+\w+day\s+(?:that\s+)?)?(?:[\w’']+\s+){1,4}?plans?\s+to\b", re.IGNORECASE
)


_FROM = re.compile(r"^[^;.]*\bfrom\b")
_WAGES = frozenset(["hour", "day", "week", "month"])


def _word_reason(s: Setting, verb: Verb, word: str, *, gift_noun: bool) -> str:
    """Give the reason that a verb such as "cost" or "lost" gives."""
    reason = verb.cue.value
    bought = verb.cue.value == "price" and _FROM.match(s.right)  # "will purchase 5m in wheat from Canada"
    if reason in ("price", "other", "revenue", "budget", "market_rate") and s.goods and gift_noun and not bought:
        return ""
    amount = s.items[s.index].amount
    if reason == "revenue" and word.startswith("earn") and amount is not None and amount.per in _WAGES:
        return "salary"
    if reason == "revenue" and s.abroad and collects_for(s.items, s.index, verb):
        return ""  # "pupils collected 900 euros for Mali"
    if reason == "price" and ((verb.aux & FUTURE and word.startswith("cost")) or measured(s) == "need"):
        return "need"
    if reason == "cancelled" and not was_promised(s):
        return some_reason(s)
    return "blocked" if reason == "denied" and _is_blocked(s) else reason


def _measured(s: Setting, verb: Verb) -> str:
    """Give the reason noun that is the subject of "reached", "came to"; empty where there is none."""
    if s.items[verb.head - 1].low in ("and", "or"):  # "forgives the interest and adds 5m": the noun is an object
        return ""
    for item in reversed(s.items[max(0, verb.index - 10) : verb.index]):
        cue = item.cue("noun", "reason")
        if cue is not None:
            return cue.value
        if item.low in (",", ";") or item.has("noun", "give"):
            return ""
    return ""


def _context_reason(s: Setting) -> str:
    """Give the reason that stands in the words around; the first question that says yes."""
    questions = (
        (is_withdrawn, "cancelled"),
        (_is_denied, "denied"),
        (_is_asked, "request"),
        (_is_blocked, "blocked"),
        (_is_total, "total_to_date"),
        (is_of_past_budget, "total_to_date"),
        (is_old, "restatement"),
        (is_part, "part"),
        (asks, "conditional"),
        (_is_imagined, "conditional"),
        (_is_conditional, "conditional"),
    )
    return next((reason for question, reason in questions if question(s)), "")


def _is_total(s: Setting) -> bool:
    """Whether the amount sums up gifts; what has been owed "since 1980" is no sum of gifts."""
    word = s.items[s.verb.index].low if s.verb is not None else ""
    return is_total(s) and not forgives(word, _around(s))


def _around(s: Setting) -> str:
    return f"{s.left} # {s.right}"


def _is_denied(s: Setting) -> bool:
    return bool(_DENIED_LEFT.search(s.own[0])) and not _is_blocked(s)


def _is_asked(s: Setting) -> bool:
    """Whether somebody is called on to give; not "Belgium, asked to help, gave 5m"."""
    free = s.verb is not None and s.verb.cue.sense in ("give", "weak") and "to" not in s.verb.aux and not s.verb.chain
    return bool(_ASKED.search(s.own[0])) and not free


def _is_blocked(s: Setting) -> bool:
    return word_lists("phrases", "blocked").first_in(" # ".join(s.own)) is not None


# "The centre says the tax would add 5m": who speaks in the present of what would be, reckons.
_RECKONS = re.compile(
    r"\b(?:says|estimates?|argues?|believes?|thinks?|reckons?|projects?|calculates?|finds?|expects?|predicts?)\b[^;.]*$"
)


def _is_imagined(s: Setting) -> bool:
    """Whether the verb says what would be, and nobody promised it in the past."""
    return s.verb is not None and "would" in s.verb.aux and bool(_RECKONS.search(s.left))


# Where the right of an amount goes on about something else.
_OTHER_CLAUSE = re.compile(r",\s(?:where|which|who|whose|and|but|as)\b|\swhere\b|\s(?:--|—|–)\s")

# Nor is when it was ("On Sunday, when nobody could get through, we released 5 million").
_WHEN = sparse(r"\bwhen\ [^,;.]{0,40}\bcould\b[^,;.]{0,60},")
# What a gift is to bring about is no condition ("so that lenders are paid if the line is cut").
_SO_THAT = sparse(r"\bso\ that\b.*$", re.DOTALL)


def _is_conditional(s: Setting) -> bool:
    """Whether the gift hangs on something; a firm pledge "subject to approval" does not cease to be one."""
    told = f"{_WHEN.without(s.left)} # {_OTHER_CLAUSE.split(s.right, maxsplit=1)[0]}"
    found = _CONDITION.search(_SO_THAT.without(told))
    if found is None or (found.group().lower().startswith("plan") and _ANNOUNCED.search(s.left)):
        return False
    if s.kind == "paper" and s.donates and found.group().lower().startswith(("plan", "subject")):
        return False  # who gives tells of it in these words
    firm = s.verb is not None and s.verb.cue.sense == "give" and status(s) != "proposed"
    return not (firm and found.group().lower().startswith(("subject", "unless", "provided", "potential")))


_QUESTIONS = (  # in order: the first that gives a reason is right
    _cell,
    _conversion,
    quoted,
    _phrase,
    _valuation,
    _noun_reason,
    _subject_reason,
    _verb_reason,
    by_unit,
    _context_reason,
)
