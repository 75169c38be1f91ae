"""Sums of more than one form: "5 million in loans, grants and budget support", "half credit, half grant"."""

import re

from analysis.money.text.screen import sparse

# A sum of which part is lent and part given has no one form.
_MIXED = (
    r"(?:(?:grants?|gifts?|donations)\s+(?:and|or)\s+(?:[\w-]+\s+){0,2}?(?:loans?|credits?|guarantees?)"
    r"|(?:loans?|credits?)\s+(?:and|or)\s+(?!the\s+rest\b)(?:[\w-]+\s+){0,2}?(?:grants?|gifts?|guarantees?)"
    r"|(?:grants?|loans?|credits?|equity),\s+(?:(?!not\b)[\w-]+\s+)?(?:grants?|loans?|credits?|debt|guarantees?)"
    r"(?:,|\s+and)\s+\w+"  # "in loans, grants and budget support"
    r"|cash\s+and\s+(?:in-kind|goods|groceries|supplies|equipment|kind)"
    r"|(?:half|part|partly|some|a\s+third|a\s+quarter)\s+(?:of\s+(?:it|which|that|the\s+\w+)\s+)?"
    r"(?:(?:is|are|was|to\s+be|will\s+be|as|in|in\s+the\s+form\s+of)\s+)?(?:an?\s+)?"
    r"(?:repayable|repaid|loans?|lent|grants?|given|outright))\b"
)
_BOTH = sparse(rf"^\s*[^;.$€£¥\d]{{0,60}}?\b{_MIXED}", re.IGNORECASE)
_BOTH_BEFORE = sparse(rf"\b{_MIXED}[^;.,]{{0,25}}$", re.IGNORECASE)


def is_mixed(left: str, right: str) -> bool:
    """Whether the words on either side of a sum say that it is of two forms.

    >>> is_mixed("France promised ", " in loans, grants and budget support")
    True
    >>> is_mixed("France promised ", ", in grants, not loans, every cent of it")
    False
    """
    return bool(_BOTH.match(right) or _BOTH_BEFORE.search(left))
