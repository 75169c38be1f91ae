"""Receivers that are guessed against what the words of a gift say: it is for many, or against the one that was taken.

"An additional 5 million for food security around the world" is for no one country, whatever the text is about,
and what helps "those affected by Russia's war" does not go to Russia.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.reader import Reader
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
_OWN = re.compile(r"[.;]\s|\n\s*\n|[$€£]\s?\d")  # where the words of an amount end


def for_many(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text without the receivers that their words speak against."""
    return [replace(c, recipient=None, recipient_text=None) if _is_guessed(c, reader) else c for c in claims]


def _is_guessed(claim: Claim, reader: Reader) -> bool:
    if claim.recipient is None or claim.exclude_reason not in _COUNTED:
        return False
    if claim.recipient in reader.foes:
        return not _is_handed(claim)
    if claim.recipient_text is not None:
        return False
    behind = reader.text[claim.end : claim.end + _BEHIND]
    end = _OWN.search(behind)
    many = _MANY.search(behind[: end.start()] if end is not None else behind)
    if many is None:
        return False
    named = reader.countries_in(claim.end, claim.end + many.start())
    return all(party.id != claim.recipient for party, _, _ in named)  # "to help Sudan, one of many countries"


def _is_handed(claim: Claim) -> bool:
    """Whether the words say that it goes to the receiver ("5 million to Russia")."""
    name = claim.recipient_text
    if name is None:
        return False
    return re.search(rf"\b(?:to|for|help|helping|with)\s(?:the\s)?{re.escape(name)}", claim.sentence) is not None
