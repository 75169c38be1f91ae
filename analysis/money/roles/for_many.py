"""Receivers that are guessed against what the words of a gift say: it is for many, or against the one that was taken.

"An additional 5 million for food security around the world" is for no one country, whatever the text is about,
and what helps "those affected by Russia's war" does not go to Russia. What is "for partners in Southeast Asia" or "to
the Harbour Facility" goes there, not to a country that the sentence before names; what a state does "in Ohio" stays
with it; and who speaks in a text is named where it gets anything.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.money.text.parties import CONTINENTS, regions
from analysis.money.text.reader import Reader
from analysis.money.text.words import dac_members, oda_recipients
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_BEHIND = 170  # characters behind an amount in which its purpose is told
# "global food security", "around the world", "in more than 40 countries", "low- and middle-income countries"
_MANY = re.compile(
    r"""\b(?:
      [Gg]lobal(?:ly)?\b(?!\s(?:coalition|prices|leader|[A-Z]))
    | worldwide\b
    | (?:around|across|throughout)\sthe\s(?:world|globe)
    | (?:developing|poorest|poorer|low-income|vulnerable|partner|recipient)\s(?:countries|nations|states|economies)
    | (?:low-\sand|lower-?\sand)[\s\w-]{0,20}income\s(?:countries|nations)
    | (?:dozens?\sof|\d+|several|many)\s(?:\w+\s)?(?:countries|nations|continents)
    | world['’]s\s(?:most\svulnerable|poorest)
    | (?:countries|nations|states)\s(?:in|of|across|throughout)\sthe\s\w+
    | (?:for|across|throughout|to)\sthe\s(?:\w+\s)?(?:region|hemisphere)\b
    | (?:assistance|support|security|needs|relief|aid)\sin\sthe\s(?:\w+\s)?(?:region|hemisphere)\b
    )""",
    re.VERBOSE,
)
# A part of the world, or people of many places, behind a word that leads there.
_REGION = re.compile(
    r"""\b(?:in|across|throughout|for|of|to|around|from|on)\s(?:the\s)?
    (?:(?:entire|broader|wider|whole|[Ss]outhern|[Nn]orthern|[Ee]astern|[Ww]estern|[Cc]entral)\s(?:and\s\w+\s)?)*
    (?:Middle\sEast|(?:Southeast|South|East|Central|North)\s(?:Asia|America)|Latin\sAmerica|Southeast\sAsian
    | (?:Indo-|South\s)?Pacific\b(?!\sIslands?\sForum)|Caribbean|Africa\b|Americas\b|Western\sBalkans
    | region\b|hemisphere\b|continent\b)
    | \b(?:regional\spartners|African\scountries|COVAX)\b""",
    re.VERBOSE,
)
# Those that a state helps at home, who need not be named by it.
_AT_HOME = re.compile(
    r"\b(?:[Tt]ribal|every\sstate|(?:all\s)?(?:50|fifty)\sstates|(?:in|to)\sstates|(?:federal|state|local),?\sand\slocal"
    r"|nationwide|(?:across|around|throughout)\s(?:the|our)\s(?:country|nation|land))\b"
)
# "to the Harbour Resilience Facility", "into the Windward Fund": it is for no country that is told of elsewhere.
_TO_FUND = re.compile(
    r"^\s?(?:\w+\s){0,4}?(?:(?:to|towards?|into)\s(?:the\s)?|in\sthe\s)(?:new\s)?(?:[\w’'-]+\s){0,3}?"
    r"(?:[A-Z][\w’'.-]*\s(?:and\s|for\s|of\s)?){0,7}(?<!World\sFood\s)(?:Fund|Facility|Partnership|Program|Programme|Hub|Window|COVAX)\b"
)
_NEAR = 110  # characters behind an amount in which the fund is named
_SHORT = 1900  # characters of a text about one thing
# Parts of the world that receive nothing as one.
_VAGUE = frozenset(["ASIA", "CARIBBEAN", "LATAM", "MIDEAST"])
# Who is named in news of aid as one that gives, lends or holds back: of 25 guesses that they receive one was right.
_SELDOM_HELPED = frozenset(["CHN", "RUS"])
_OWN = re.compile(r"[.;]\s|\n\s*\n|[$€£]\s?\d")  # where the words of an amount end


def for_many(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text without the receivers that their words speak against."""
    return [replace(c, recipient=None, recipient_text=None) if _is_guessed(c, reader) else c for c in claims]


def _is_guessed(claim: Claim, reader: Reader) -> bool:
    if claim.recipient is None or claim.exclude_reason not in _COUNTED:
        return False
    if claim.recipient in reader.foes:
        return not _is_handed(claim)
    if not _VAGUE.isdisjoint(claim.recipient.split()):
        return True
    if claim.recipient_text is not None:
        return False
    seldom = claim.recipient in _SELDOM_HELPED and claim.donor_level in (None, "government", "multilateral")
    if seldom or claim.recipient in CONTINENTS:
        return True  # no part of the world gets what was not said to go there
    long = len(reader.text) > _SHORT  # a short text is about one thing, and what is near is meant
    if long and (_is_own_voice(claim, reader) or _stays(claim, reader)):
        return True
    behind = _words_behind(claim, reader, _BEHIND)
    asked = long and " " not in claim.recipient
    many = _MANY.search(behind) or (_elsewhere(claim, behind, reader) if asked else None)
    if many is None:
        return False
    named = reader.countries_in(claim.end, claim.end + many.start())
    return all(party.id != claim.recipient for party, _, _ in named)  # "to help Sudan, one of many countries"


def is_of_next_sum(claim: Claim, reader: Reader) -> bool:
    """Whether a receiver is named behind the next sum alone, and the words of this one tell of many or of a region.

    "A million for food in the Middle East, with 50,000 for Egypt": the million is not Egypt's.
    """
    if claim.recipient_text is None or " " in (claim.recipient or ""):
        return False
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    behind = next((one.start for one in reader.amounts_in(sentence) if one.start >= claim.end), None)
    if behind is None:
        return False
    named = [start for party, start, _ in reader.places(sentence.start, sentence.end) if party.id == claim.recipient]
    if not named or min(named) < behind:
        return False
    words = reader.text[claim.end : behind]
    return _MANY.search(words) is not None or _REGION.search(words) is not None


def _words_behind(claim: Claim, reader: Reader, reach: int) -> str:
    """Give the words behind a sum that are its own, up to the end of the sentence or the next sum."""
    behind = reader.text[claim.end : claim.end + reach]
    end = _OWN.search(behind)
    return behind[: end.start()] if end is not None else behind


def _elsewhere(claim: Claim, behind: str, reader: Reader) -> re.Match[str] | None:
    """Give the words that tell of a part of the world, of people at home, or of a fund as who gets it."""
    told = _REGION.search(behind)
    if told is not None:
        return told
    if claim.recipient not in oda_recipients():
        return None
    speaks = claim.donor if reader.house is None else reader.house.id
    if claim.donor in dac_members() and claim.donor == speaks and (home := _AT_HOME.search(behind)):
        return home
    return _TO_FUND.match(re.sub(r"\s+", " ", behind[:_NEAR]))


def _is_own_voice(claim: Claim, reader: Reader) -> bool:
    """Whether it is for a state that gives aid, and that speaks in the text or stands in a paper: it would say so."""
    if claim.recipient is None or not set(claim.recipient.split()) <= dac_members():
        return False
    return reader.kind == "paper" or (reader.house is not None and claim.recipient == reader.house.id)


def _stays(claim: Claim, reader: Reader) -> bool:
    """Whether the sentence of a state that speaks says in which of its own regions the money goes, and no country."""
    if reader.house is None or claim.donor != reader.house.id or claim.recipient not in oda_recipients():
        return False
    pattern = in_region(claim.donor)
    if pattern is None:
        return False
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    if pattern.search(reader.text, sentence.start, sentence.end) is None:
        return False
    named = reader.countries_in(sentence.start, sentence.end)
    return all(party.id != claim.recipient for party, _, _ in named)


@cache
def in_region(country: str) -> re.Pattern[str] | None:
    """Give what tells that money goes to a region of a country; None where none of its is listed."""
    names = [name for name, place in regions().items() if place.id == country and place.form == "region"]
    if not names:
        return None
    listed = f"(?:{'|'.join(map(re.escape, names))})"
    return re.compile(
        rf"\b(?:in|to|for|across|of|help|helping)[\s*]+(?:[\w’'-]+\s){{0,3}}?{listed}(?:i?ans?)?\b"
        rf"|\b{listed}[\s*]+(?:(?:will|would|has|have|is|are|can)\s)*(?:also\s)?(?:receiv|gets?\b|got\b|awarded)"
    )


def _is_handed(claim: Claim) -> bool:
    """Whether the words say that it goes to the receiver ("5 million to Russia")."""
    name = claim.recipient_text
    if name is None:
        return False
    return re.search(rf"\b(?:to|for|help|helping|with)\s(?:the\s)?{re.escape(name)}", claim.sentence) is not None
