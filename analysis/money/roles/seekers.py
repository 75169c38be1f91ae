"""Names that are no givers where they are only guessed: the text says that they get something, or that they ask.

"The county shared out 5m. Berga Library had asked for 2m, and Harbour Rovers received 30,000": in the sentences that
name neither, nobody takes the library or the Rovers for who gives.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from analysis.money.roles.authorities import of_authority
from analysis.money.roles.senders import of_own_fund, of_sender
from analysis.money.text.reader import Reader
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
# What is done by those that hope for a gift, right behind their name.
_SEEKS = (
    r"(?:,?\s(?:which|who|that))?\s(?:(?:had|has|have|also|originally|only|all)\s)*"
    r"(?:wanted|sought|seeks|asked\sfor|asks\sfor|requested|applied|applies|bid\sfor|missed\sout|is\sseeking|was\sseeking)\b"
)
_STANDS_FOR = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Ii]ts|[Tt]heir)\b")  # "It has also pledged 5m": who got a sum may give


def without_seekers(claims: Sequence[Claim], takers: Collection[str], reader: Reader) -> list[Claim]:
    """Give the claims without guessed givers that the text says get something (the words `takers`) or ask for it."""
    named = {one.donor for one in claims if one.exclude_reason in _COUNTED and _stands(one, takers)}
    return [_without(claim, takers, reader) if claim.donor not in named else claim for claim in claims]


def _stands(claim: Claim, takers: Collection[str]) -> bool:
    """Whether who gives stands in the sentence of the gift, and not as one who gets it."""
    name = claim.donor_text
    return (
        name is not None and name in claim.sentence and not any(name in who and who in claim.sentence for who in takers)
    )


def _without(claim: Claim, takers: Collection[str], reader: Reader) -> Claim:
    name = claim.donor_text
    if (
        claim.exclude_reason not in _COUNTED
        or name is None
        or not name[:1].isupper()
        or not (claim.donor or "A").islower()
    ):
        return claim
    if claim.donor_level == "person" or _STANDS_FOR.search(claim.sentence) is not None:
        return claim
    if name in claim.sentence or not (any(name in who for who in takers) or _seeks(name, reader.plain)):
        return claim
    bare = replace(claim, donor=None, donor_text=None, donor_level=None)
    return of_authority(of_own_fund(of_sender(bare, reader), reader), reader)


def _seeks(name: str, text: str) -> bool:
    """Whether a name is that of one who asks.

    >>> _seeks("Lund Rovers", "Lund Rovers, which wanted 5m, left early.")
    True
    >>> _seeks("Lund Rovers", "Lund Rovers gave 5m.")
    False
    """
    return re.search(rf"\b{re.escape(name)}{_SEEKS}", text) is not None
