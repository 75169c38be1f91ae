"""What a state spends on its own works, fleets and lands: a budget, also where its paper tells it as it tells grants.

"The Administration will invest 8 million to deepen the navigation channel" goes to nobody. A fact sheet says of grants
who gets them: towns, tribes, an applicant. The words behind a sum tell what is bought or built.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reasons.unmarked import sentence_around
from analysis.money.text.words import dac_members, word_lists
from analysis.records import Claim

_TOLD = frozenset(["", "part"])
_AT_HOME = re.compile(r"\bat\shome\b")
_TO_SOMEBODY = re.compile(r"(?:in)?to\s[A-Z]")  # "5 million to Lund Metals"
_BESIDE = 180  # characters behind a sum that say what is done with it, and before it


def without_works(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text, as `budget` those that tell what a state spends on works of its own.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    return [replace(c, exclude_reason="budget") if _is_work(c, text) else c for c in claims]


def _is_work(claim: Claim, text: str) -> bool:
    if claim.exclude_reason not in _TOLD or claim.amount is None or claim.donor_level != "government":
        return False
    before, after = sentence_around(claim, text)
    abroad = claim.recipient is not None and not dac_members().issuperset(claim.recipient.split())
    if (abroad and _AT_HOME.search(before) is None) or _TO_SOMEBODY.match(after):
        return False
    near = f"{before[-_BESIDE:]} # {after[:_BESIDE]}"
    return (
        word_lists("works", "own").first_in(near) is not None and word_lists("works", "others").first_in(near) is None
    )
