"""Counts of goods that add up what was handed over until now, and such as nobody gives.

"We have sent 475 million doses to 112 countries", "it has shipped more than 20 radars": a gift of goods is announced
with its exact count ("has sent 12 radars"), and said to be new. A round or vague count in a tense that looks back adds
up many gifts, each told before. So does what "together" or "to date" was given, of whatever count. "10 lorries for
every one that was lost" is a ratio, and "the sale of 300 missiles" no gift.
"""

import re
from collections.abc import Sequence

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.list_items import without_marks
from analysis.records import Claim

_LEFT, _RIGHT = 420, 160  # characters of the paragraph around a count that are read

_HANDED = (
    r"(?:provided|delivered|sent|shipped|donated|given|gave|contributed|committed|supplied|distributed|transferred"
    r"|dispatched|made)"
)
_ON = r"(?:[^.;$€£]|\.\d){0,230}?"  # through a list
_NEW = re.compile(
    r"\b(?:(?-i:new)|additional|another|further|extra|announc\w+|today|tonight|yesterday|tomorrow|recent(?:ly)?|just|latest"
    r"|first|will|would|plans?|intends?|pledg\w+|promis\w+|agreed|this\s(?:week|weekend|morning|afternoon|evening|month)"
    r"|last\s(?:week|night|month)|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|[’']ll\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(rf"(?:\b(?:has|have)\b|[’']ve\b)(?:\s[\w’',-]+){{0,6}}?\s{_HANDED}\b{_ON}$", re.IGNORECASE)
_PAST = re.compile(rf"\b{_HANDED}\s(?:\w+\s){{0,3}}$", re.IGNORECASE)
# "by donating more than", "including making available over": what was done, told by the way
_BY_THE_WAY = re.compile(
    r"(?:\bby|\bincluding|,(?:\sand)?)\s(?:donating|delivering|sending|shipping|providing|making\savailable)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"\b(?:more\sthan|over|upwards\sof|in\sexcess\sof|nearly|almost|approximately|roughly|around)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_LARGE = re.compile(r"\bmillions?\b|^(?:several|hundreds|thousands|dozens|scores)\b", re.IGNORECASE)
_VAGUE = re.compile(r"^(?:several|hundreds|thousands|dozens|scores)\b", re.IGNORECASE)
# What adds up: givers, or a time that reaches to now
_ADDED_UP = re.compile(
    r"^\W*(?:Together|In\stotal|Altogether|All\stold|Cumulatively)\b|\b(?:(?:to\sdate|so\sfar|thus\sfar)\b|since\s)",
    re.IGNORECASE,
)
# "When combined with previous donations, Chad will have pledged"; "its pledge made at the first summit, to share"
_COMBINED = re.compile(
    r"\bcombined\swith\s(?:its\s|our\s|their\s)?(?:previous|earlier|prior|past)\b"
    r"|\b(?:commitment|pledge|promise)\s(?:that\s)?(?:(?:it|they|we|he|she)\s)?made\s(?:at|in|during|last)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",\s")
_NEAR = 90  # characters before a count that may open a ratio
_SINCE_AFTER = re.compile(r"^[^.;,$€£]{0,90}\b(?:since\s|to\sdate\b|so\sfar\b|thus\sfar\b)")
# "deliver 10 million barrels from the reserve", which buyers pay for; "gave you the numbers: 200 lorries"
_RELEASED = re.compile(
    r"^[^.;]{0,60}\bfrom\s(?:the|its|our|their)\s(?:[A-Z]\w+\s){0,3}(?:[Rr]eserves?|[Ss]tockpiles?)\b"
)
_FIGURES = re.compile(r"\b(?:numbers?|figures?|count)\b[^.;]{0,30}:\s$", re.IGNORECASE)
_RATIO = re.compile(r"\bfor\s(?:every|each)\b", re.IGNORECASE)
_SOLD = re.compile(r"\b(?:sales?|purchases?)\sof\s(?:the\s|these\s|those\s|up\sto\s|an?\s|another\s)*$", re.IGNORECASE)


def without_running_goods(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text without counts of goods that add up what was given, or that are not given.

    Args:
        claims: those of the text, in order.
        text: the text that they were found in.
    """
    summed = {id(claim): _is_no_gift(claim, text) for claim in claims if claim.amount is None}
    # What stands beside a sum of gifts in a list is one, too: "700 tanks, 1,000 guns".
    lists = {(claim.sentence, claim.donor) for claim in claims if summed.get(id(claim))}
    return [c for c in claims if c.amount is not None or (c.sentence, c.donor) not in lists]


def _is_no_gift(claim: Claim, text: str) -> bool:
    before, after = _around(claim, text)
    if _SOLD.search(before) or _RATIO.search(before[-_NEAR:]) or _RATIO.match(after.lstrip()):
        return True
    if _COMBINED.search(before) or _FIGURES.search(before):
        return True
    if "barrels" in claim.text.lower() and _RELEASED.match(f"{claim.text[-40:]}{after}"):
        return True
    if _NEW.search(f"{before} {claim.text}") or _NEW.search(_CLAUSE.split(after, maxsplit=1)[0]):
        return False
    perfect, past = _PERFECT.search(before) is not None, _PAST.search(before) is not None
    if (perfect or past) and (_ADDED_UP.search(before) or _SINCE_AFTER.match(after)):
        return True
    rounded = _ROUND.search(before) is not None
    if perfect and (rounded or _LARGE.search(claim.text)):
        return True
    return (past or _BY_THE_WAY.search(before) is not None) and (rounded or _VAGUE.match(claim.text) is not None)


def _around(claim: Claim, text: str) -> tuple[str, str]:
    """Give the words of the sentence before a count and those after it, without marks of layout."""
    before, after = beside(claim, text, _LEFT, _RIGHT)
    ended = to_end(f"x{without_marks(after)}" if after[:1] in ".;?!" else f"x {without_marks(after)}")
    return f"{of_sentence(without_marks(before))} ", ended[1:]
