"""What a state spends on its own people: a budget, and no gift.

A gift of a government that names no receiver may be public spending at home
("the ministry awards 60 million to the counties"). Words of the clause tell,
or that a long text speaks of nobody abroad where it is said.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reader import Reader
from analysis.money.scenes import OPENING
from analysis.money.words import word_lists
from analysis.records import Claim

_NEAR = 300  # characters before a sentence in which somebody abroad may be named
_LAW = re.compile(r"\b(?:[A-Z][\w’'-]*\s)+(?:Act|Law|Bill)\b")


def without_home(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Leave out, as `budget`, what governments spend on their own people.

    What a charity or a body of nations hands out is a gift still; so is what a
    short text says without any word of where it goes.
    """
    return [replace(c, exclude_reason="budget") if _stays(c, reader) else c for c in claims]


def _stays(claim: Claim, reader: Reader) -> bool:
    if claim.exclude_reason or claim.donor_level != "government" or claim.recipient_text or claim.channel:
        return False
    if claim.amount is None or _says("abroad", claim.sentence):
        return False
    long = len(reader.text) > OPENING
    if (long or claim.recipient is None) and (_says("own", claim.sentence) or _LAW.search(claim.sentence)):
        return not _speaks_of_others(claim, reader, before=0)
    at_home = long and reader.main is not None and reader.main.id == claim.donor
    return at_home and claim.recipient is None and not _speaks_of_others(claim, reader, before=_NEAR)


def _says(where: str, text: str) -> bool:
    """Whether words of one of the two lists stand in a text."""
    return word_lists("home", where).first_in(text) is not None


def _speaks_of_others(claim: Claim, reader: Reader, *, before: int) -> bool:
    """Whether the sentence, or the words before it, name a country that does not give, or speak of what is abroad."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    start = max(0, sentence.start - before)
    if before and _says("abroad", reader.text[start : sentence.end]):
        return True
    givers = (claim.donor or "").split()
    return any(party.id not in givers for party, _, _ in reader.countries_in(start, sentence.end))
