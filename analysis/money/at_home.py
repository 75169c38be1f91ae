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
# "The Budget provides", "It includes" behind "the Infrastructure Deal ...": what a law gives is spent, not handed over.
_LAWS = r"(?:Act|Law|Bill|Plan|Deal|Budget|Agenda)"
_IS_LAW = re.compile(rf"(?:^|\s){_LAWS}$")
_TELLS_OF_LAW = re.compile(rf"\b(?:[Tt]he|[A-Z][\w’'-]*)\s(?:[A-Z][\w’'-]*\s)*{_LAWS}\b(?!\s+for\b)[^\n]*$")
_GOES_ON = re.compile(r"\W*(?:It|This)\s")
_CHAIN = 8  # sentences that may go on about "it"
_HEALTH = re.compile(r"\bWHO\b")


def without_home(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Leave out, as `budget`, what governments spend on their own people.

    What a charity or a body of nations hands out is a gift still; so is what a
    short text says without any word of where it goes.
    """
    return [replace(c, exclude_reason="budget") if _stays(c, reader) else c for c in claims]


def _stays(claim: Claim, reader: Reader) -> bool:
    if claim.exclude_reason or claim.amount is None or _names_receiver(claim) or _says("abroad", claim.sentence):
        return False
    law = _is_law(claim, reader)
    if _HEALTH.search(claim.sentence) or (claim.donor_level != "government" and not (law and _is_text(claim))):
        return False
    long = len(reader.text) > OPENING
    told = law or _says("own", claim.sentence) or _says("ministries", claim.donor_text or "")
    if (long or claim.recipient is None) and told:
        return not _speaks_of_others(claim, reader, before=0)
    speaker = reader.voice(claim.start)
    home = {party.id for party in (reader.main, speaker) if party is not None}
    open_end = claim.channel is None and claim.recipient is None
    return long and claim.donor in home and open_end and not _speaks_of_others(claim, reader, _NEAR)


def _names_receiver(claim: Claim) -> bool:
    """Whether somebody is named who gets the sum, or passes it on; "states" and "towns" are nobody abroad."""
    receiver, channel = claim.recipient_text or "", claim.channel or ""
    receiver = "" if _IS_LAW.search(receiver) else receiver
    registered = channel.isupper() or channel == "various"
    return registered or receiver != receiver.lower() or (bool(receiver) and not _says("own", claim.sentence))


def _is_it(claim: Claim) -> bool:
    """Whether "it" gives, or nobody is named in a sentence about "it"."""
    if claim.donor_text is None:
        return bool(_GOES_ON.match(claim.sentence))
    return claim.donor_text.lower() in ("it", "this")


def _is_text(claim: Claim) -> bool:
    """Whether the giver is no body but a law, or "it"."""
    return _is_it(claim) or bool(_IS_LAW.search(claim.donor_text or ""))


def _is_law(claim: Claim, reader: Reader) -> bool:
    """Whether a law or a budget does the giving, named or as "it"."""
    if _LAW.search(claim.sentence) or _IS_LAW.search(claim.donor_text or ""):
        return True
    if not _is_it(claim):
        return False
    number, index = reader.at(claim.start)
    before = [sentence.text for sentence in reader.paragraph(number)[max(0, index - _CHAIN) : index]]
    told = next((text for text in reversed(before) if not _GOES_ON.match(text)), "")
    return bool(_TELLS_OF_LAW.search(told))


def _says(where: str, text: str) -> bool:
    """Whether words of one of the lists stand in a text."""
    return word_lists("home", where).first_in(text) is not None


def _speaks_of_others(claim: Claim, reader: Reader, before: int) -> bool:
    """Whether the sentence, or the words before it, name a country that does not give, or speak of what is abroad."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    start = max(0, sentence.start - before)
    if before and _says("abroad_before", reader.text[start : sentence.end]):
        return True
    givers = (claim.donor or "").split()
    return any(party.id not in givers for party, _, _ in reader.countries_in(start, sentence.end))
