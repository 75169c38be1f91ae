"""What an amount belongs to where it is not the sum that is given: a plan, a building, a sale, another verb.

"Unveiled a 2 billion euro airport" and "plans to build a 5 million euro mill"
say what things cost, though the verb is one of giving.
"""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.verbs import BE, DETERMINERS, HAVE, MODALS, PREPOSITIONS, Verb
from analysis.money.text.words import Cue, is_adverb, open_nouns

# Verbs that decide on a thing, gift or not: "unveiled an airport", "approved the merger".
_DECIDED = ("announc", "unveil", "approv", "adopt", "endors", "clear", "author", "green", "sign", "back", "vote")
_PLANNED = frozenset(["plan", "plans", "measure", "measures", "project", "projects", "strategy", "shares", "stake"])
_WORTH = re.compile(r"\b(?:worth|value[sd]?)\b", re.IGNORECASE)
_PRICED = ("worth", "valued", "costing")
_SIZED = frozenset("another additional further extra new total own first second large big huge major".split())
_AFTER_SUM = (
    PREPOSITIONS | BE | HAVE | MODALS | DETERMINERS | frozenset(
        """and or that which who more today yesterday tomorrow last next worth so now while but it he she they we i you
        not when where if also already annually apiece earlier later ago extra further altogether together""".split()
    )
)  # fmt: skip


_STANDS = frozenset(
    "is was are were be been stood stands remained remains reached totalled totaled averaged hit".split()
)
_HEDGING = frozenset(
    "at to about around some nearly almost over more than only just a an the up down still now".split()
)


def subject_noun(s: Setting) -> Cue | None:
    """Give the noun of giving, or of anything else, that the amount is told of ("its turnover last year was 6m")."""
    k = s.index - 1
    while k >= 0 and s.items[k].low in _HEDGING:
        k -= 1
    if k < 1 or s.items[k].low not in _STANDS:
        return None
    for item in reversed(s.items[max(0, k - 9) : k]):
        if item.kind in ("mark", "amount") or item.low in (",", ";", "that", "which", "and"):
            return None
        if item.has("noun"):
            return item.cue("noun", "give") or item.cue("noun", "reason")
    return None


def in_table(s: Setting) -> bool:
    """Read "Utah $5,100,000 $310,000": sums that only blanks or bars part are cells of a table."""
    beside = [s.items[k] for k in (s.index - 1, s.index + 1) if 0 <= k < len(s.items)]
    money = s.items[s.index].amount is not None
    return any(item.low == "|" or (money and item.amount is not None) for item in beside)


def is_size(s: Setting) -> bool:
    """Read "multimillion-dollar transactions": how large a thing is; "a multi-million package" is a gift."""
    amount = s.items[s.index].amount
    vague = amount is not None and amount.text.lower().startswith("multi")
    return vague and not any(item.has("noun", "give") for item in s.items[s.index + 1 : s.index + 4])


def is_open(s: Setting) -> bool:
    """Whether the noun beside the amount names money or a scheme, and not that somebody gives it ("cash", "plan")."""
    if s.noun is None or (s.goods and _WORTH.search(s.left)):
        return False
    return s.items[s.noun.index].low in open_nouns()


def decides_on_thing(s: Setting, verb: Verb) -> bool:
    """Whether a verb of deciding governs a thing that costs the amount, and not the amount itself."""
    if not s.items[verb.index].low.startswith(_DECIDED) or verb.chain:
        return False
    return _describes(s) or _other_object(s, verb)


def serves_another(s: Setting, verb: Verb) -> bool:
    """Whether the amount belongs to a verb that no list knows ("plans to build a 5 million euro mill")."""
    k = s.index - 1
    while k > verb.index and s.items[k].low in DETERMINERS | _SIZED:
        k -= 1
    other = s.items[k]
    if k - 1 <= verb.index or s.items[k - 1].low != "to" or other.cues or not other.text.islower():
        return False
    return other.kind == "word" and other.low not in PREPOSITIONS and not other.low.endswith(("s", "ly"))


def _describes(s: Setting) -> bool:
    """Whether a thing follows that the amount describes ("a 5 million euro airport")."""
    behind = [item for item in s.items[s.index + 1 : s.index + 3] if item.low != "-"]
    if not behind:
        return False
    first = behind[0]
    if s.noun is not None and s.noun.side == "right":
        return s.items[s.noun.index].low in _PLANNED and first.low not in ("in", "of")
    plain = first.kind == "word" and first.low.isalpha() and first.text.islower() and not first.cues
    return plain and first.low not in _AFTER_SUM and not is_adverb(first.low)


def _other_object(s: Setting, verb: Verb) -> bool:
    """Whether the verb has another object, whose worth the amount is ("approved an arms sale worth 5 million")."""
    between = s.items[verb.index + 1 : s.index]
    priced = [k for k, item in enumerate(between) if item.low in _PRICED]
    return bool(priced) and not any(item.has("noun", "give") for item in between[: priced[-1]])
