"""Givers that no register lists, by the name the text prints in full: "the Choral Society" is that of Dunkeld.

Later in a text a name goes without what sets it apart ("the Town Foundation" after "Rawthorpe Town
Foundation"); without this one giver would have two ids, and a bare one that many share.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.items import NOT_NAMES
from analysis.money.reader import Reader
from analysis.money.slugs import slug
from analysis.records import Claim

_NAME = re.compile(r"[A-Z][\w'’&-]*(?: [A-Z][\w'’&-]*)+")
_BEFORE = r"(?P<more>(?:[A-Z][\w'’&-]*[ ]){1,3})"


def with_full_names(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with givers of no register under the longer name that the text printed before."""
    return [_with_full(claim, reader) for claim in claims]


def _with_full(claim: Claim, reader: Reader) -> Claim:
    name = claim.donor_text or ""
    if _NAME.fullmatch(name) is None or claim.donor != slug(name):
        return claim  # one of a register, or told by what it is
    if f"the {name}".lower() not in claim.sentence.lower():
        return claim
    longer = re.search(rf"\b{_BEFORE}{re.escape(name)}\b", reader.text[: claim.start])
    words = [word for word in longer["more"].split() if word.lower() not in NOT_NAMES] if longer is not None else []
    return replace(claim, donor=slug(" ".join([*words, name]))) if words else claim
