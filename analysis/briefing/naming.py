"""Read the names of the periods that are to be rendered, where that has not been done.

The finder is imported by whoever has a text to read: a briefing with nothing
new loads no model.
"""

from collections.abc import Callable, Iterable

from analysis.briefing.periods import Period
from analysis.briefing.versions import names_version
from analysis.corpus.naming import NamesReport, read_names
from analysis.corpus.store import Store
from analysis.records import Name


def read_period_names(
    store: Store, periods: Iterable[Period], *, notify: Callable[[str], None] | None = None
) -> NamesReport:
    """Read the names in the articles of some periods, those not read yet by this version.

    Raises:
        StoreError: another run holds the store, or it cannot be written.
        ModelError: a model file is missing or altered.
    """
    days = [(period.start, period.end) for period in periods]
    return read_names(store, names_of, names_version(), days, notify=notify)


def names_of(text: str) -> list[Name]:
    """Find the names of a text; the finder and its model are loaded with the first one."""
    from analysis.mentions.names.find import find_names  # noqa: PLC0415

    return find_names(text)
