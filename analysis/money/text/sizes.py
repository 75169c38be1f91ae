"""How much a claim is of, to compare and add up what one text tells."""

from decimal import Decimal

from analysis.records import Claim


def size_of(claim: Claim) -> Decimal:
    """Give the figure that names an amount: its stated bound; nought of goods."""
    if claim.amount is None:
        return Decimal(0)
    return claim.amount.low or claim.amount.high or Decimal(0)


def currency_of(claim: Claim) -> str | None:
    """Give the currency of an amount; None of goods."""
    return None if claim.amount is None else claim.amount.currency
