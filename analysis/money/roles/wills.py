"""Givers who are dead, by how their gift is told: "the late Ida Lund left the parish 5m in her will".

A will gives for whoever made it: what comes "from the estate of Ida Lund", or is "left by the late Ida Lund", is hers,
whoever else the sentence names.
"""

import re
from dataclasses import replace

from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import slug
from analysis.records import Claim

_CAP = r"[A-ZÀ-Þ][\w’'-]*\.?"
_TITLES = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Lady|Rev|Fr|Sr|Judge|Canon|Madame|Chief)\.?\s)*"
_NICK = r"(?:\s[“\"‘'(][A-Z][\w -]{1,20}[”\"’')])?"
_NAME = rf"{_TITLES}(?P<name>{_CAP}(?:(?:\sand|\s&)\s{_CAP})?{_NICK}(?:\s(?:de\s|van\s|von\s)?{_CAP}){{1,3}})"
# Behind a sum: "from the estate of Ida Lund", "left by the late Ida Lund".
_BEHIND = re.compile(
    r"[^,;.!?$€£]{0,90}?(?:,\s)?\b(?:(?:from|in|by)\s(?:the\s)?(?:estate|will|bequest|legacy)\sof"
    r"|(?:left|bequeathed|willed|donated|given)(?:\s\w+){0,4}?\sby|(?:bequest|legacy|gift)\s(?:from|of|by))"
    rf"\s(?P<late>the\slate\s)?(?:[a-z-]+\s){{0,4}}?{_NAME}"
)
_OF_WILL = re.compile(r"\b(?:estate|will|bequest|legacy|bequeathed|willed)\b")
# Before it: "the late Ida Lund, who taught there, left the parish ".
_BEFORE = re.compile(
    rf"\b[Tt]he\slate\s(?:[a-z-]+\s){{0,4}}?{_NAME}(?:,[^,;:.]{{2,80}},)?"
    r"(?:,?\swho)?\s(?:has\s|had\s|also\s)?(?:left|bequeathed|willed)\s(?P<rest>[^;:.]{0,60})$"
)
_ESTATE = re.compile(
    rf"\b(?:the\s)?[Ee]state\sof\s(?:the\slate\s)?(?:[a-z-]+\s){{0,4}}?{_NAME}(?P<rest>[^;:.]{{0,80}})$"
)


def of_will(claim: Claim, reader: Reader) -> Claim:
    """Give what somebody left to who left it, by the name that the sentence prints."""
    if claim.amount is None or claim.exclude_reason not in ("", "part"):
        return claim
    low, high = reader.around_sum(claim.start, claim.end)
    found = _BEHIND.match(reader.plain, claim.end, high)
    if found is not None and not (found["late"] or _OF_WILL.search(found[0])):
        found = None
    lead = reader.plain[low : claim.start]
    found = found or _BEFORE.search(lead) or _ESTATE.search(lead)
    if found is None or party_named(found["name"]) is not None:
        return claim
    known = slug(re.sub(r"[“”\"‘()]", "", found["name"]).replace(" & ", " and "))
    if claim.donor is not None and _begins_and_ends(claim.donor, known):
        return claim  # without the nickname
    return replace(claim, donor=known, donor_text=found["name"], donor_level="person")


def _begins_and_ends(short: str, whole: str) -> bool:
    """Whether an id of two words or more is another without some between."""
    words, all_of = short.split("-"), whole.split("-")
    return len(words) > 1 and words[0] == all_of[0] and words[-1] == all_of[-1]
