"""What the value of a correction may be: one of the vocabulary, a figure, a day, a known code.

`faults_of_value` asks the form alone, so that a file that was right stays right
when the register changes; `fault_of_party` asks the register, and is for the
moment in which an analyst types a code.
"""

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from babel import Locale

from analysis.errors import nearest
from analysis.money.merging.reports import SEVERAL
from analysis.reference import load_entities
from analysis.schemas import EXCLUDE_REASONS, Column

PARTIES = ("donor", "recipient", "channel")


def faults_of_value(column: Column, value: str) -> list[str]:
    """Say what is wrong with a value that a column of claims is to have; nothing where it is empty."""
    name, allowed = column.name, column.values
    if not value:
        return [f"`{name}` may not be empty"] if not column.null and name != "exclude_reason" else []
    said = f"`{name}` is {value!r}, expected"
    if allowed and value not in allowed:
        return [f"{said} one of {', '.join(allowed)}"]
    if name == "exclude_reason" and value not in EXCLUDE_REASONS:
        return [f"{said} one of {', '.join(EXCLUDE_REASONS)}"]
    if name == "currency" and value not in _currencies():
        return [f"{said} an ISO 4217 code such as EUR"]
    if column.dtype in ("decimal", "float64") and not _is_figure(value):
        return [f"{said} a number such as 2500000"]
    return [f"{said} a day such as 2024-03-01"] if column.dtype == "date" and not _is_day(value) else []


def fault_of_party(field: str, value: str) -> str | None:
    """Say which code of a giver, receiver or channel nobody has; None where all are known, or names in small letters.

    >>> fault_of_party("donor", "NOR SWE"), fault_of_party("donor", "harbour-trust")
    (None, None)
    >>> fault_of_party("donor", "Sweden")
    "`donor` is 'Sweden', expected the id of the register (SWE)"
    """
    if field not in PARTIES or not value:
        return None
    whole = _names().get(value.lower())
    unknown = [code for code in value.split() if code not in _ids() and code != SEVERAL and code != code.lower()]
    if not unknown:
        return None
    near = whole or _names().get(unknown[0].lower()) or nearest(unknown[0], _ids())
    what = f"the id of the register ({near})" if near else "ids of the register, or a name in small letters"
    return f"`{field}` is {value!r}, expected {what}"


@cache
def _ids() -> frozenset[str]:
    return frozenset(entity.id for entity in load_entities())


@cache
def _names() -> dict[str, str]:
    return {name.lower(): entity.id for entity in reversed(load_entities()) for name in (*entity.aliases, entity.name)}


@cache
def _currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


def _is_figure(value: str) -> bool:
    try:
        figure = Decimal(value)
    except InvalidOperation:
        return False
    return figure.is_finite() and figure >= 0


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
