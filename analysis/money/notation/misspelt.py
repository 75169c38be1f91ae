"""Scale words as they are mistyped, or as another language spells and shortens them, behind a figure.

Coders of trackers, and wires in a hurry, print "120 milion CZK" and "1.5. million EUR": read as their writer meant
them, where nothing else can be meant.
"""

from decimal import Decimal

from analysis.money.notation.lexicon import SCALE_WORDS
from analysis.money.notation.tokens import GLUED, SPACED, Token

_MILLION = "milion milions millon millons mllion milllion millionen milioni miljon"
_BILLION = "bilion bilions billon billons biliion billlion"
_THOUSAND = "tousand thousend thousant tys tis tsd thsd thou"
MISSPELT = {
    **dict.fromkeys(_MILLION.split(), Decimal(10) ** 6),
    **dict.fromkeys([*_BILLION.split(), "mld"], Decimal(10) ** 9),
    **dict.fromkeys(_THOUSAND.split(), Decimal(1000)),
}


def slips(tokens: list[Token], at: int) -> bool:
    """Whether the token at `at` is a full stop that slipped in before a scale word ("1.5. million")."""
    if tokens[at].text != "." or tokens[at].gap != GLUED or at + 1 >= len(tokens):
        return False
    after, before = tokens[at + 1], tokens[at - 1]
    decimal = before.kind == "n" and ("." in before.text or "," in before.text)
    return decimal and after.low in SCALE_WORDS and after.gap == SPACED and after.text.islower()
