"""The vocabulary of claims, read from data/reference/claims.toml.

Verb lemmas are inflected here, so that the file holds one line a word. A word
may be several things ("pledge" is a noun, a verb, a verb of speech): all its
readings are kept, and `analysis.money.text.clauses` picks by what stands beside it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from analysis.config import REFERENCE

VOCABULARY = REFERENCE / "claims.toml"

# A token is initials (U.S.), a word, a number, a possessive, or one mark. Hyphens split,
# so that "EU-funded" and "mine-clearing" hold their parts.
TOKEN = re.compile(
    r"""
    (?:[A-Z]\.){2,}      # initials
    | ['’]s\b            # possessive
    | [^\W\d_]+          # a word
    | \d(?:[\d.,]*\d)?   # a number
    | \S                 # one mark
    """,
    re.VERBOSE,
)


# The same of a text in small letters, where there are no initials; what is most common stands first.
_SMALL_TOKEN = re.compile(r"[^\W\d_]+|['’]s\b|\d(?:[\d.,]*\d)?|\S")


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a word: what it is, what it says of an amount beside it."""

    pos: str  # verb noun phrase head item
    sense: str  # give weak receive reason propose chain speech | give reason | name of a list
    value: str  # status, reason or instrument
    form: str = ""  # base third past ing, for a verb


Phrases = dict[str, list[tuple[tuple[str, ...], tuple[Cue, ...]]]]


def tokens(text: str) -> tuple[str, ...]:
    """Give the tokens of `text`, in lower case.

    >>> tokens("Canada's EU-funded aid")
    ('canada', "'s", 'eu', '-', 'funded', 'aid')
    """
    found: list[str] = []
    for run in text.lower().split():
        if run.isalpha():  # as most are: one word
            found.append(run)
        else:
            found += _SMALL_TOKEN.findall(run)
    return tuple(found)


def inflect(lemma: str, irregular: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the forms of a verb phrase, keyed by base, third, past and ing.

    >>> inflect("pledge", {})["ing"], inflect("set aside", {"set": "sets set set setting"})["past"]
    (('pledging',), ('set aside',))
    """
    first, _, rest = lemma.partition(" ")
    tail = f" {rest}" if rest else ""
    if first in irregular:
        third, past, participle, *ing = irregular[first].split()
        past_forms = [past, participle]
    else:
        third, past_forms, ing = _regular(first)
    return {
        "base": (lemma,),
        "third": (third + tail,),
        "past": tuple(dict.fromkeys(form + tail for form in past_forms)),
        "ing": tuple(form + tail for form in ing),
    }


def _regular(word: str) -> tuple[str, list[str], list[str]]:
    if word.endswith("e"):
        return word + "s", [word + "d"], [word[:-1] + "ing"]
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies", [word[:-1] + "ied"], [word + "ing"]
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es", [word + "ed"], [word + "ing"]
    return word + "s", [word + "ed"], [word + "ing"]


@cache
def vocabulary() -> dict[str, Any]:
    """Give the vocabulary file as it stands."""
    with VOCABULARY.open("rb") as file:
        return tomllib.load(file)


@cache
def cue_index() -> Phrases:
    """Give every cue phrase by its first token, longest first."""
    readings: dict[tuple[str, ...], list[Cue]] = {}
    for phrase, cue in (*_verb_cues(), *_noun_cues()):
        readings.setdefault(tokens(phrase), []).append(cue)
    return index({key: tuple(dict.fromkeys(cues)) for key, cues in readings.items()})


def _verb_cues() -> Iterator[tuple[str, Cue]]:
    words = vocabulary()
    for sense, lists in words["verbs"].items():
        for value, lemmas in lists.items():
            for lemma in lemmas:
                for form, phrases in inflect(lemma, words["irregular"]).items():
                    yield from ((phrase, Cue("verb", sense, value, form)) for phrase in phrases)


def _noun_cues() -> Iterator[tuple[str, Cue]]:
    words = vocabulary()
    for sense, lists in words["nouns"].items():
        for value, phrases in lists.items():
            for phrase in phrases:
                yield from ((form, Cue("noun", sense, value)) for form in sorted({phrase, plural(phrase)}))
    for value, phrases in words["heads"].items():
        yield from ((phrase, Cue("head", "head", value)) for phrase in phrases)


def plural(noun: str) -> str:
    """Give the plural of a noun phrase in -s; anything else stays."""
    if not noun[-1].isalpha() or noun.endswith(("s", "x", "ch", "sh")):
        return noun
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


def index(readings: dict[tuple[str, ...], tuple[Cue, ...]]) -> Phrases:
    """Phrases grouped by their first token, longest first."""
    found: Phrases = {}
    for key, cues in readings.items():
        found.setdefault(key[0], []).append((key, cues))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def one_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Give a pattern that finds any of `phrases` as whole words, longest first, whatever the case."""
    ordered = sorted({re.escape(p).replace("'", "['’]") for p in phrases}, key=lambda p: (-len(p), p))
    return re.compile(r"(?<![\w-])(?:" + "|".join(ordered) + r")(?!\w)", re.IGNORECASE)


class WordLists:
    """Named lists of phrases, all looked for in one pass of a text: the answer of `one_of`, sooner."""

    def __init__(self, lists: dict[str, list[str]]) -> None:
        self._names = list(lists)
        first: dict[str, int] = {}  # of each phrase, the place of the first list that holds it
        for place, phrases in enumerate(lists.values()):
            for phrase in phrases:
                first.setdefault(phrase.lower(), place)
        self._places = list(first.values())
        self._automaton = AhoCorasick(list(first), matchkind=MatchKind.Standard)

    def first_in(self, text: str) -> str | None:
        """Give the first list of which a phrase stands in `text` as whole words, whatever the case.

        >>> words = WordLists({"held": ["on hold", "won't"], "sent": ["sent"]})
        >>> words.first_in("Sent, then put ON HOLD."), words.first_in("it won’t do"), words.first_in("on holders")
        ('held', 'held', None)
        """
        place = min(self._found(text), default=None)
        return None if place is None else self._names[place]

    def count(self, text: str) -> int:
        """Tell how often phrases of the lists stand in `text`.

        >>> WordLists({"sent": ["sent"]}).count("Sent, sent off, and consent.")
        2
        """
        return sum(1 for _ in self._found(text))

    def _found(self, text: str) -> Iterator[int]:
        """Yield the place of the list of each phrase that stands in a text."""
        low = text.lower().replace("’", "'")
        for number, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            before, after = low[start - 1 : start] if start else "", low[end : end + 1]
            if before != "-" and not _in_word(before) and not _in_word(after):
                yield self._places[number]


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def word_lists(section: str, *only: str) -> WordLists:
    """Give the lists of phrases of a section of the vocabulary, in order, or some of them."""
    return WordLists({name: phrases for name, phrases in vocabulary()[section].items() if not only or name in only})


@cache
def open_nouns() -> frozenset[str]:
    """Give the nouns that name money or a scheme, and not the act of giving."""
    return frozenset(vocabulary()["open"]["nouns"])


@cache
def dac_members() -> frozenset[str]:
    """Give the countries of the OECD's Development Assistance Committee, as ISO 3166 alpha-3 codes."""
    return frozenset(vocabulary()["dac"]["members"])


@cache
def oda_recipients() -> frozenset[str]:
    """Give the states on the DAC List of ODA Recipients, as ISO 3166 alpha-3 codes."""
    return frozenset(vocabulary()["givers"]["helped"])


@cache
def topic_words() -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Sector of each single word, and of each pair of words that opens a longer phrase, by the first of them."""
    words: dict[str, str] = {}
    pairs: dict[str, dict[str, str]] = {}
    for name, phrases in vocabulary()["sectors"].items():
        for phrase in phrases:
            key = tokens(phrase)
            if len(key) == 1:
                words.setdefault(key[0], name)
            else:
                pairs.setdefault(key[0], {}).setdefault(key[1], name)
    return words, pairs


# What ends like an adverb and is none ("the Vask family gave", "Italy and its ally sent").
_NO_ADVERBS = frozenset(
    """family ally supply assembly reply july italy monopoly oligopoly anomaly fly butterfly jelly belly bully rally
    homily lily doily folly gully panoply""".split()
)


def is_adverb(word: str) -> bool:
    """Whether a word in small letters ends as adverbs do, and is no noun that does.

    >>> is_adverb("jointly"), is_adverb("family"), is_adverb("the vask family")
    (True, False, False)
    """
    return word.endswith("ly") and word.rpartition(" ")[2] not in _NO_ADVERBS
