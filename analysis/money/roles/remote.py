"""Receivers that a whole document was searched for, and that stand far from the gift: nobody says that they get it.

A fact sheet, a briefing or a list of pledges tells of many things. "We will invest 320 million in ports" is for no
country that was named two pages before, unless the document is about that country.
"""

from analysis.money.text.parties import countries
from analysis.money.text.reader import Reader
from analysis.records import Claim

_WHOLE = 4000  # characters beyond which a paper tells of many things
_FAR = 500  # characters before a gift beyond which a country is named elsewhere
_THOUSAND = 1000
_ITEMS = ("- ", "• ", "* ", "– ")
_COUNTED = 30_000  # characters of a text in which `Reader.times_named` counts
# Times in a thousand characters that a text names a country of which it tells everywhere, and where it is near.
_EVERYWHERE = 2.0
_OFTEN = 1.1
_SELDOM = 0.5


def is_remote(claim: Claim, reader: Reader) -> bool:
    """Whether the receivers of a claim were guessed, and are named far from it in a paper on much else."""
    if claim.recipient is None or claim.recipient_text is not None:
        return False
    if len(reader.text) <= _WHOLE or reader.kind != "paper":
        return False
    own = claim.recipient.split()
    size = min(len(reader.text), _COUNTED) / _THOUSAND
    often = max(reader.times_named(one) for one in own) / size
    if often >= _EVERYWHERE or not any(one in countries() for one in own):
        return False
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    named = reader.places(max(0, sentence.start - _FAR), sentence.end)
    near = [one for one in named if one[0].id in own]
    if not near:
        return True
    line = reader.text.rfind("\n", 0, claim.start) + 1
    last = max(start for _, start, _ in near)
    if last >= min(sentence.start, line):
        return False
    if reader.text.startswith(_ITEMS, line):  # an item of a list is about something else than the one before it
        return often < _OFTEN
    return often < (_SELDOM if last >= reader.text.rfind("\n", 0, max(0, line - 1)) else _OFTEN)
