"""Whom the label of a row names, and whom the caption of a table names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import Party, name_index, party_named
from analysis.money.text.slugs import slug
from analysis.money.text.words import TOKEN, dac_members

_BRACKET = re.compile(r"\s*\(([^()]*)\)?")
_OPENS = re.compile(
    r"(?:of\swhich|the|governments?\sof|kingdom\sof|(?:gift|legacy|bequest|estate|donation)s?\s(?:of|from)(?:\sthe)?(?:\slate)?"
    r"|late|Mme|M\.|Mrs?\.?|Ms\.?|Miss|Dr\.?)\s+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s+(?:credits?|grants?|loans?|lending|guarantees?|financing|contributions?)$", re.IGNORECASE)
# A part of a state gives for its country: "Canton of Uri", "City of Lund".
_PART = re.compile(r"(?:canton|city|state|province|region|county|municipality)\sof\s(?=[A-Z])", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:private|other|various|individual|anonymous|miscellaneous|small(?:er)?|remaining)\s(?:\w+\s)?"
    r"(?:donors?|donations|givers|contributors?|contributions|sector|individuals|sources)\b|^others?$",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\s(?:Fund|Facility|Window|Aid)\b")  # "Japan Fund for Wells"
_PUBLIC = re.compile(r"\b(?:public|individuals|collections?|membership|members)\b", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÀ-Þ][\w'’.&-]*(?:\s(?:of|for|the|and|&|de|du|la|[A-ZÀ-Þ][\w'’.&-]*))*")
_FUND: Final = re.compile(
    r"\b(?:[A-ZÀ-Þ][\w’'-]*\s(?:(?:of|for|the)\s)*){1,6}?(?:Trust\sFund|Fund|Facility|Foundation|Appeal|Association|Society|Trust)\b"
)
_FUND_FIRST: Final = re.compile(r"\b(?:Fondation|Stiftung|Fundación|Association)(?:\s[A-ZÀ-Þ][\w’'-]*){1,3}")


def parties_in(words: str) -> Iterator[tuple[Party, str]]:
    """Give the parties of the register that words name, with the words for each, longest names first.

    >>> [(party.id, name) for party, name in parties_in("World Bank aid to Chad")]
    [('WB', 'World Bank'), ('TCD', 'Chad')]
    """
    found = list(TOKEN.finditer(words))
    tokens = [match.group() for match in found]
    at = 0
    while at < len(tokens):
        size = 1
        for key, party in name_index().get(tokens[at], ()):
            if tuple(tokens[at : at + len(key)]) == key:
                size = len(key)
                if party is not None:
                    yield party, words[found[at].start() : found[at + size - 1].end()]
                break
        at += size


def giver_of(label: str, places: Sequence[Party] = ()) -> tuple[str | None, str, str | None]:
    """Give the id of whom a label names as a giver, its words, and of what level that is; no id where it is nobody.

    Args:
        label: the words that open a row.
        places: the countries whose names or places stand in it.

    >>> giver_of("Government of Japan"), giver_of("Lund Foundation, Berga")
    (('JPN', 'Japan', 'government'), ('lund-foundation', 'Lund Foundation', 'foundation'))
    >>> giver_of("Other private donors")[0], giver_of("Donations from the public")[0]
    ('various', None)
    """
    party = _listed(label)
    if party is not None:
        return party[0].id, party[1], party[0].level
    if _MANY.search(label):
        return "various", label, "person"
    bare = _bare(label)
    state, words = next(parties_in(bare), (None, ""))
    if state is not None and state.form == "name" and state.id in dac_members() and _OF_STATE.match(bare, len(words)):
        return state.id, bare, "government"
    if _PART.match(bare):
        country = next((one for one in places if one.level == "government"), None)
        return (country.id, bare, "government") if country is not None else (slug(bare), bare, "government")
    if _PUBLIC.search(bare) or not _NAMED.match(bare):
        return None, label, None
    level = level_of(bare) or ("person" if label != bare and "of" in label.lower().split()[:2] else "foundation")
    return slug(bare), bare, level


def receiver_of(label: str) -> tuple[str | None, str]:
    """Give the id of whom a label names as a receiver, None where no register has it, and the words for it.

    >>> receiver_of("WFP"), receiver_of("Lund Relief")
    (('WFP', 'WFP'), (None, 'Lund Relief'))
    """
    words = _BRACKET.sub("", label).strip()
    party = _listed(label)
    return (party[0].id if party is not None else None), words


def _listed(label: str) -> tuple[Party, str] | None:
    """Give the party of the register that a label, or a part of it between marks, is the name of."""
    bare = _bare(label)
    inner = [match[1] for match in _BRACKET.finditer(label)]
    parts = [part for words in (bare, _BRACKET.sub("", label)) for part in re.split(r",\s|\s?/\s?", words)]
    for words in (label, bare, *parts, *inner):
        party = party_named(words.strip())
        behind = party is not None and party.kind == "country" and f", {words}" in label  # "Lund Foundation, Norway"
        if party is not None and party.form in ("name", "demonym", "region") and not behind:
            return party, words.strip()
    return None


def _bare(label: str) -> str:
    """Give a label without asides, titles and what kind of help it is."""
    words = _BRACKET.sub("", label).strip()
    for _ in range(4):
        words = _OPENS.sub("", words, count=1) if _OPENS.match(words) else words
    words = _ENDS.sub("", words)
    return words if party_named(words) or ", " not in words else words.partition(", ")[0]


def body_of(above: Sequence[str]) -> tuple[Party | None, str] | None:
    """Give the body or fund that the lines above a table name first, the topmost before the others, and its words."""
    for line in reversed(above):
        fund = _FUND.search(line) or _FUND_FIRST.search(line)
        party = next(((one, words) for one, words in parties_in(line) if one.kind == "body"), None)
        if fund is not None and (party is None or party[1] in fund[0]):
            return (party[0] if party is not None else None), fund[0]
        if party is not None:
            return party
    return None
