"""Ask `classifier` about what the rules decided, and let it move a verdict.

The rules leave an amount out for want of a word they know ("other"), because some noun or
a sum of years stands near ("price", "salary", "since 2022"), or because words say so
("denied", "if"). The last are kept, but for what only looks back ("had given"), and for a condition, a loss or a
need that is told of something else, where the words around make a gift all but certain; the others are open to
them. What is counted so needs a giver all the same. The stage of every gift is asked of the words, what its verb
states beside them.
"""

import re
from functools import cached_property

from analysis.money.in_context.read import InContext, Seen, with_context
from analysis.money.reasons.earlier import is_dated, is_of_past_budget, is_summed
from analysis.money.reasons.puts_up import puts_up
from analysis.money.roles.standing import Place
from analysis.money.terms.instruments import IN_GRANTS, may_be_lent
from analysis.money.terms.mixed_forms import is_mixed
from analysis.money.terms.spoken import taken_back
from analysis.money.terms.stage_sayings import promises_to_pay
from analysis.money.terms.stages import Setting, status
from analysis.money.text.parties import Party
from analysis.money.text.screen import sparse
from analysis.money.weighing.classifier import likeliest, probability, weighed, weight
from analysis.money.weighing.features import features, forms, reading
from analysis.money.weighing.of_text import log_odds

# Reasons that say that no word of giving was found, or that something stands near.
_OPEN = frozenset(["other", "price", "revenue", "budget", "fine", "salary", "market_rate", "total_to_date"])
# Reasons that words somewhere in the sentence give, though they may be said of something else ("could" of the weather).
_NEARBY = frozenset(["conditional", "loss", "damage", "need", "request", "blocked"])
# Reasons that stand whatever the words say; a part is a gift already, and who gives is asked elsewhere.
_KEPT = frozenset(["cancelled", "proposed", "part", "no_donor", "total_to_date"])
_NO, _YES = 0.15, 0.85  # probabilities by clause and rules between which the encoder of amounts is asked, too
_LIFT = 0.5  # probability from which an amount counts
# And below which what the rules count does not; of a few sentences the encoder sees little.
_DROP = {"report": 0.4, "paper": 0.4, "brief": 0.2}
_NEAR = 0.3  # that by clause and rules from which the encoder is asked, where words near it say why it would not
_CERTAIN = 0.7  # that from which it does though words near it say why it would not
_ALL_BUT = 0.8  # and that from which it does whatever else the rules say
_ADDED = 0.925  # or what is added to a sum that was no gift
_UNGIVEN = 0.55  # that from which an amount whose giver is not known is a gift without one
_PART = 0.15  # and that below which a part of a told sum is none either
FORMED = frozenset(["", "part", "no_donor"])  # reasons of gifts whose stage and form are asked for
_GIVEN = frozenset(["grant", "unknown"])
_PUBLIC = frozenset(["government", "multilateral"])
_UNFIRM = frozenset(["other", "proposed", "conditional"])
_RULED = frozenset(["cancelled", "denied", "proposed"])  # stages that the weights do not know
Verdict = tuple[str, str, str]  # exclude reason, status, polarity
Told = tuple[str, str]  # status, instrument


class Words:
    """The features of a clause and what they weigh, made when first asked for and asked for once.

    `context` reads the amount among the sentences around it, where clause and rules leave it in doubt.
    """

    def __init__(self, s: Setting, context: InContext | None = None) -> None:
        self._setting = s
        self._context = context

    def __call__(self) -> list[str]:
        """Give what the clause says around the amount."""
        return self._features

    @cached_property
    def _features(self) -> list[str]:
        return features(self._setting)

    @cached_property
    def _weight(self) -> float:
        return weight(self._features)

    def probability(
        self, verdict: Verdict, donor: Party | None, recipient: str | None, *, asked_from: float = _NO
    ) -> float:
        """Give how likely the amount counts, beside a reading of the rules; `asked_from` that the encoder is asked."""
        likely = weighed(self._weight, reading(self._setting, verdict, donor, recipient))
        seen = self.in_context if asked_from < likely < _YES else None
        if seen is None:
            return likely
        paper = self._setting.kind == "paper"
        private = not paper and (donor is None or donor.level not in _PUBLIC)
        return with_context(likely, seen, paper=paper, about=log_odds(self.text) if private else None)

    @property
    def text(self) -> str:
        """The text around, where an encoder may read it; else an empty one."""
        return self._context.text if self._context is not None else ""

    @cached_property
    def in_context(self) -> Seen | None:
        """Give what the encoder makes of the amount; None where it is not to be asked, or does not get that far."""
        return self._context(self._setting.items[self._setting.index].start) if self._context is not None else None


# "The budget also requests 5m for Mali": what a budget asks for is given by nobody yet, however the words sound.
_BUDGETED = re.compile(
    r"\b(?:budget|request)(?:\s+for\s+(?:the\s+)?(?:fiscal\s+year|FY)[\w ()]{1,12})?\s+(?:(?:also|further|would)\s+)*"
    r"(?:includes?|provides?|proposes?|requests?|seeks?|invests?|supports?|reserves?)\b[^;]*$",
    re.IGNORECASE,
)


def second_opinion(s: Setting, verdict: Verdict, donor: Party | None, recipient: str | None, words: Words) -> Verdict:
    """Give the verdict of the rules, or another one where the words around the amount speak against it."""
    reason = verdict[0]
    if reason == "budget" and _BUDGETED.search(s.left):
        return verdict
    if reason in _OPEN and is_of_past_budget(s):
        return verdict
    if reason == "part" and words.probability(verdict, donor, recipient) < _PART:
        return "other", verdict[1], verdict[2]
    if reason in _UNFIRM and puts_up(s, donor):
        return "", "pledged" if reason != "other" else status(s), "actual"
    doubtful = not reason or _is_open(s, reason)
    if not doubtful and (reason in _KEPT or _is_said(s, reason)):
        return verdict
    likely = words.probability(verdict, donor, recipient, asked_from=_NO if doubtful else _NEAR)
    if not reason:
        return ("other", verdict[1], verdict[2]) if likely < _DROP[s.kind] else verdict
    if likely < _needed(s, reason, doubtful=doubtful, given=donor is not None):
        return verdict
    stage = status(s)
    return ("no_donor" if donor is None else ""), ("pledged" if stage == "proposed" else stage), "actual"


def _needed(s: Setting, reason: str, *, doubtful: bool, given: bool) -> float:
    """Give how likely a gift must be to count against a reason of the rules; `given` where somebody would give it."""
    if doubtful:
        return _LIFT if given else _UNGIVEN
    if reason in _NEARBY:
        return _CERTAIN
    return _ADDED if _adds(s) else _ALL_BUT


_DENIES = sparse(r"\b(?:den(?:y|ies|ied|ying)|refus\w+|rul(?:e|es|ed|ing)\s+out|declin\w+)\b", re.IGNORECASE)


def _is_said(s: Setting, reason: str) -> bool:
    """Whether words say outright that a gift is denied, or was given before a time that is past."""
    if reason == "denied":
        return _DENIES.search(s.left) is not None or taken_back(s.items, s.index)
    before = s.verb is not None and bool(s.verb.aux & {"had", "previously"})
    return reason == "restatement" and before and is_dated(s)


def _is_open(s: Setting, reason: str) -> bool:
    """Whether the words around may speak against a reason of the rules."""
    if _adds(s) or _OWED.match(s.right) or (_ENABLING.search(s.left) and _LENT_BY_OTHERS.match(s.right)):
        return False
    if reason == "restatement":  # a promise kept today, or a gift told of the day before, is no old one
        return not is_dated(s)
    return reason in _OPEN and not (reason == "total_to_date" and _sums_up(s))


# "has 5m of debt": what is owed is given by nobody, unless it is forgiven, and that the rules read.
_OWED = re.compile(r"^\W*(?:of|in)\s(?:\w+\s)?debts?\b(?!\s(?:relief|forgiveness|cancell?ation|swap))", re.IGNORECASE)

# "unlocks 5m in private investment": what a gift or a guarantee draws others to lend or invest, nobody gives.
_ENABLING = re.compile(
    r"\b(?:enabl|unlock|leverag|cataly[sz]|mobili[sz]|attract|trigger|crowd)\w*(?:\s(?:in|up|to|about|over|some|more|than))*\s*$",
    re.IGNORECASE,
)
_LENT_BY_OTHERS = re.compile(
    r"^\W*(?:in|of)\s(?:new|more|further|additional|private|commercial|public)\s(?:\w+\s)?"
    r"(?:lending|investments?|financing|loans?|capital|credit)\b",
    re.IGNORECASE,
)


def _adds(s: Setting) -> bool:
    """Whether a sum is added to one that was told, and that was no gift."""
    return s.verb is not None and s.items[s.verb.index].low.startswith("add") and not s.told


# "... to date", "... since October 2023" behind the sum; "Since 2022 it has sent" before it.
_TO_DATE = re.compile(r"^[^,;]{0,90}\b(?:to\s+date\b|since\s[^,;]{0,20}(?:,\s)?(?:19|20)\d\d\b)", re.IGNORECASE)
_SINCE = re.compile(r"^\W*Since\s[^,;.]{0,20}(?:19|20)\d\d\b")


def _sums_up(s: Setting) -> bool:
    """Whether the words at the sum itself say that it was given over years."""
    return _TO_DATE.match(s.right) is not None or _SINCE.match(s.left) is not None or is_summed(s)


# "- Kuwait: 40m": who gives and how much, and not a word of how.
def _is_bare(s: Setting) -> bool:
    """Whether a line of a list tells of a gift by its giver and its sum alone."""
    return s.listed and not _WORD.search(s.right) and s.left.rstrip().endswith(":")


_WORD = re.compile(r"[A-Za-z]")


def second_forms(
    s: Setting,
    verdict: Verdict,
    instrument: str,
    donor: Party | None,
    recipient: str | None,
    words: Words,
) -> Told:
    """Give the stage and the form of a gift that its words and the rules' reading of them speak for.

    Of the stage what the rules read is one sign among others, even where they know the verb; that a gift was
    called back, and that a line of credit was drawn on, they alone read. Of the form a loan, goods, a grant and the
    like that they read stay; where they know none ("promised 5m"), the words may tell that it is a gift, unless
    the sum is lent in part, or may be.
    """
    status = verdict[1]
    found = [*words(), *reading(s, verdict, donor, recipient), *forms(s, status, instrument)]
    stage, form = likeliest(found, lambda: words.in_context)
    if status in _RULED or (stage == "disbursed" and promises_to_pay(s)):
        stage = status
    if instrument not in _GIVEN or IN_GRANTS.match(s.right):
        return stage, instrument
    if instrument == "unknown" and (_is_bare(s) or is_mixed("", s.right)):
        return stage, instrument
    kept = instrument == "grant" or may_be_lent(donor.id if donor is not None else None, s.left, s.right)
    return stage, instrument if kept and form in _GIVEN else form


def given(place: Place, context: InContext | None = None) -> float:
    """Give how likely somebody gives an amount, by the words around it, whatever the rules say.

    `context` reads it among the sentences around, where it is to be asked.
    """
    likely = probability(features(place), ["always"])
    if context is None or not _NO < likely < _YES:
        return likely
    seen = context(place.items[place.index].start)
    return likely if seen is None else with_context(likely, seen)
