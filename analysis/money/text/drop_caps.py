r"""Names whose first word opens an article in capitals, as papers print it ("NEW Zealand has given Fiji 5 million").

The register knows "New Zealand"; a paper's style of opening is no other name.
"""

import re

from analysis.money.text.parties import party_named

_OPENS = re.compile(r"\n(?P<first>[A-Z]{3,}) (?P<rest>[A-Z][a-z]+(?: (?:for )?[A-Z][a-z]+){0,3})")


def without_drop_caps(text: str) -> str:
    r"""Print names of the register as it does where only their first word stands in capitals; offsets stay.

    >>> without_drop_caps("SUVA\nNEW Zealand gave 5 million. THE World Bank too.")
    'SUVA\nNew Zealand gave 5 million. THE World Bank too.'
    >>> without_drop_caps("JICA Kenya gave 5 million.")
    'JICA Kenya gave 5 million.'
    """
    return _OPENS.sub(_as_registered, f"\n{text}")[1:]  # a search for "^" would be slow


def _as_registered(found: re.Match[str]) -> str:
    first, rest = found["first"], found["rest"].split()
    if party_named(first) is not None:
        return found[0]
    names = (" ".join([first.capitalize(), *rest[:size]]) for size in range(len(rest), 0, -1))
    if not any(party_named(name) is not None for name in names):
        return found[0]
    return f"\n{first.capitalize()}{found[0][1 + len(first) :]}"
