"""Link the names of one article: full name, surname and acronym are one.

The identity of a name is the fullest form that the article prints of it. A
surname that two people of the article bear is left as printed: nobody guesses
which of them is meant.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from analysis.mentions.names.spans import Span

_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_SMALL: Final = frozenset(
    "a al and bin da das de del der di do dos du e el et for in la le of on the van von y zu".split()
)
_INTRODUCED: Final = re.compile(
    r"""
    (?P<before>\s?\(\s?(?:the\s|or\s)?["'“‘]?)   # behind a long form: "World Food Programme (WFP)"
    """,
    re.VERBOSE,
)


def canonical_names(text: str, spans: Sequence[Span]) -> list[str]:
    """Give each span the name it goes by: the fullest form in this text.

    Args:
        text: the article.
        spans: its names, in order.

    Returns:
        One name a span. People go by the full name that their surname, or
        first name, belongs to; organisations by the name that their acronym
        stands for; everybody else by the most frequent spelling.
    """
    printed = [" ".join(text[span.start : span.end].split()) for span in spans]
    keys = [name_key(name) for name in printed]
    spelled = _spellings(printed, keys)
    full = {
        "person": _full_names(_of(spans, keys, "person")),
        "organization": _long_forms(text, spans, printed, keys),
    }
    return [spelled[full.get(span.kind, {}).get(key, key)] for span, key in zip(spans, keys, strict=True)]


def name_key(name: str) -> str:
    """Fold case, accents and signs, so that spellings of one name compare equal.

    >>> name_key("Séléka"), name_key("AL-BASHIR"), name_key("U.S.")
    ('seleka', 'al bashir', 'us')
    """
    joined = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name)  # initials: "U.S."
    plain = unicodedata.normalize("NFKD", joined)
    return " ".join(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold())) or name


def _of(spans: Sequence[Span], keys: Sequence[str], kind: str) -> list[str]:
    return [key for span, key in zip(spans, keys, strict=True) if span.kind == kind]


def _spellings(printed: Iterable[str], keys: Iterable[str]) -> dict[str, str]:
    """Choose the most frequent spelling of each key; of equals one that is not all capitals, then the first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for name, key in zip(printed, keys, strict=True):
        counts[key][name] += 1
    return {key: max(found, key=lambda name: (not _shouted(name), found[name])) for key, found in counts.items()}


def _shouted(name: str) -> bool:
    return name.isupper() and " " in name


def _full_names(keys: Iterable[str]) -> dict[str, str]:
    """Map the key of a surname or a first name to the one fuller name that has it at an end."""
    every = list(dict.fromkeys(keys))
    fuller: dict[str, set[str]] = defaultdict(set)
    for key in every:
        words = key.split()
        for cut in range(1, len(words)):
            fuller[" ".join(words[cut:])].add(key)
            fuller[" ".join(words[:cut])].add(key)
    return {key: found for key in every if (found := _one(fuller[key])) is not None}


def _one(fuller: set[str]) -> str | None:
    """Give the fullest of names that contain each other; None where two people share the part."""
    if not fuller:
        return None
    longest = max(sorted(fuller), key=len)
    return longest if all(_within(name.split(), longest.split()) for name in fuller) else None


def _within(words: Sequence[str], fuller: Sequence[str]) -> bool:
    """Whether words stand in a fuller name in their order: "Bo Lund" in "Bo Ek Lund"."""
    rest = iter(fuller)
    return all(word in rest for word in words)


def _long_forms(text: str, spans: Sequence[Span], printed: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    """Map the key of an acronym to the long form that stands before its bracket, or that has its initials."""
    found: dict[str, str] = {}
    ours = [i for i, span in enumerate(spans) if span.kind == "organization"]
    acronyms = {keys[i] for i in ours if is_acronym(printed[i])}
    for i in ours:
        for acronym in acronyms & _initials(printed[i]):
            found.setdefault(acronym, keys[i])
    for before, after in pairwise(ours):
        bracket = _INTRODUCED.fullmatch(text, spans[before].end, spans[after].start)
        if bracket and is_acronym(printed[after]) and not is_acronym(printed[before]):
            found[keys[after]] = keys[before]
    return found


def is_acronym(name: str) -> bool:
    """Whether a name is written like an acronym.

    >>> is_acronym("UNHCR"), is_acronym("AfDB"), is_acronym("Oslo"), is_acronym("U.N.")
    (True, True, False, True)
    """
    capitals = sum(letter.isupper() for letter in name)
    return " " not in name and capitals >= 2 and 2 * capitals >= sum(letter.isalpha() for letter in name)


def _initials(name: str) -> set[str]:
    """Acronyms that a name of several words may have: with its small words and without."""
    words = [word for word in _WORD.findall(name) if not word.isdigit()]
    if len(words) < 2 or is_acronym(name):
        return set()
    every = "".join(word[0] for word in words)
    great = "".join(word[0] for word in words if word.lower() not in _SMALL)
    return {name_key(letters) for letters in (every, great) if len(letters) > 1}
