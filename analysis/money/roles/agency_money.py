"""Gifts in what is told of an agency's own money: the agency gets them.

"UNHCR said it had received 5m from Norway", "The ICRC cuts its budget. Governments give less: the United States
transferred 380m", "Top donors to date: Sweden 108.7m": where the text names one agency at first and says that it is
paid into, what goes to nobody named is for it. Where somebody else is helped the text names a country, and the
receiver is read from there.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from analysis.money.text.reader import Reader
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
# Agencies that live on what they are given; "who" and the many societies of the Red Cross are other words.
AGENCIES: Final = frozenset(
    """FAO IAEA ICRC IFRC ILO IOM OCHA OHCHR PAHO UNAIDS UNDP UNEP UNESCO UNFPA UNHCR UNICEF UNODC UNRWA UNWOMEN
    WFP""".split()
)
_HEAD = 300  # characters in which a text says whom it is about
_PAID_INTO = re.compile(
    r"\b(?:donors?|contributions?|contributed|contributors?|received|supporters?|giver|core|flexible|unearmarked)\b",
    re.IGNORECASE,
)
_NEAR = 400  # characters before a sum in which that is said


def with_agency_money(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give what goes to nobody to the one agency that the text is about."""
    if not any(map(_is_asked, claims)):
        return list(claims)
    agencies = list(dict.fromkeys(_named_at_first(reader)))
    if len({ident for ident, _ in agencies}) != 1:
        return list(claims)
    agency, end = agencies[0]
    return [
        replace(claim, recipient=agency)
        if _is_asked(claim) and claim.start > end and _is_paid_in(claim, reader)
        else claim
        for claim in claims
    ]


def _is_asked(claim: Claim) -> bool:
    nobody = claim.recipient is None and claim.recipient_text is None
    given = claim.donor is not None and claim.donor not in AGENCIES  # of one agency's money another gets nothing
    money = claim.amount is not None and claim.instrument != "in_kind"
    return nobody and given and money and claim.exclude_reason in _COUNTED


def _is_paid_in(claim: Claim, reader: Reader) -> bool:
    return _PAID_INTO.search(reader.text, max(0, claim.start - _NEAR), claim.end + len(claim.sentence)) is not None


def _named_at_first(reader: Reader) -> Iterator[tuple[str, int]]:
    """Give the agencies that the head of a text names, and where each name ends."""
    for sentence in reader.sentences():
        if sentence.start >= _HEAD:
            return
        for item in reader.items(sentence):
            if item.party is not None and item.party.id in AGENCIES and item.start < _HEAD:
                yield item.party.id, item.end
