"""Ask `classifier` about what the rules decided, and let it move a verdict where it is sure.

The rules leave an amount out for want of a word they know ("other", and "price" where some
noun of costs stands near), or because words say so ("denied", "so far"). Only the first is
open to the words around: a reason that was read is kept. What is counted so
needs a giver all the same, and keeps the stage that its verb states.
"""

from analysis.money.classifier import probability
from analysis.money.features import features
from analysis.money.parties import Party
from analysis.money.stages import Setting, status
from analysis.money.words import dac_members

_OPEN = frozenset(["other", "price"])  # reasons that say that no word of giving was found
_LIFT, _DROP = 0.6, 0.3  # probability from which an amount counts, and below which it does not
Verdict = tuple[str, str, str]  # exclude reason, status, polarity


def second_opinion(s: Setting, verdict: Verdict, donor: Party | None, recipient: str | None) -> Verdict:
    """Give the verdict of the rules, or another one where the words around the amount speak against it."""
    reason = verdict[0]
    if reason and reason not in _OPEN:
        return verdict
    likely = probability(features(s), reason)
    if not reason and likely < _DROP:
        return "other", verdict[1], verdict[2]
    if reason and likely >= _LIFT and not _at_home(s, donor, recipient):
        stage = status(s)
        return ("no_donor" if donor is None else ""), ("pledged" if stage == "proposed" else stage), "actual"
    return verdict


def _at_home(s: Setting, donor: Party | None, recipient: str | None) -> bool:
    """Whether a state pays and nobody abroad is told of, or puts money into a rich country: no aid, mostly."""
    if donor is None or donor.level != "government":
        return False
    if recipient:
        return dac_members().issuperset(recipient.split())
    invests = any(item.low.startswith("invest") for item in s.items[max(0, s.index - 8) : s.index + 8])
    return invests or not (s.abroad or s.told)
