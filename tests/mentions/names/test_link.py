"""Linking the names of one article."""

import re

import pytest

from analysis.mentions.names.link import canonical_names, is_acronym, name_key
from analysis.mentions.names.spans import Span

KINDS = {"P": "person", "O": "organization", "L": "place", "G": "group"}


def linked(marked):
    """Give printed and canonical names of a text with marks: `[Oslo|L]`."""
    text, spans, last = "", [], 0
    for match in re.finditer(r"\[([^|\]]+)\|([POLG])\]", marked):
        text += marked[last : match.start()]
        spans.append(Span(len(text), len(text) + len(match[1]), KINDS[match[2]], 0.9))
        text += match[1]
        last = match.end()
    return canonical_names(text + marked[last:], spans)


CASES = [
    ("a surname behind the full name", "[Ada Lund|P] left. [Lund|P] is ill.", ["Ada Lund", "Ada Lund"]),
    ("a surname before it", "[Lund|P] is ill, says [Ada Lund|P].", ["Ada Lund", "Ada Lund"]),
    ("a first name", "[Ada Lund|P] fell. [Ada|P] was four.", ["Ada Lund", "Ada Lund"]),
    ("a surname of two", "[Ada Lund|P] and [Bo Lund|P]; [Lund|P] left.", ["Ada Lund", "Bo Lund", "Lund"]),
    ("a longer form of one name", "[Bo Lund|P], or [Bo Ek Lund|P]. [Lund|P].", ["Bo Lund", "Bo Ek Lund", "Bo Ek Lund"]),
    ("an acronym in brackets", "[Sahel Grain Fund|O] ([SGF|O]). [SGF|O] pays.", ["Sahel Grain Fund"] * 3),
    ("an acronym of other letters", "[Conseil du Grain|O] (the [CNG|O])", ["Conseil du Grain"] * 2),
    ("an acronym by its initials", "[SGF|O] is the [Sahel Grain Fund|O].", ["Sahel Grain Fund"] * 2),
    ("an acronym without small words", "[Bank of the Nile|O]; [BN|O]", ["Bank of the Nile"] * 2),
    ("another acronym", "[Sahel Grain Fund|O] and [UNX|O]", ["Sahel Grain Fund", "UNX"]),
    ("brackets with a party", "[Ada Lund|P] ([SGF|O])", ["Ada Lund", "SGF"]),
    ("capitals", "[ADA LUND|P] WINS\n[Ada Lund|P] won.", ["Ada Lund", "Ada Lund"]),
    ("accents", "[Séléka|O] and [Seleka|O] and [Séléka|O]", ["Séléka"] * 3),
    ("a surname that is a town", "[Ada Lund|P] of [Lund|L]", ["Ada Lund", "Lund"]),
    ("a name over two lines", "[Ada\nLund|P]", ["Ada Lund"]),
]


@pytest.mark.parametrize(("marked", "names"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_links(marked, names):
    """Each occurrence goes by the fullest form of the one named."""
    assert linked(marked) == names


def test_no_names_are_linked():
    """A text without names has none to link."""
    assert canonical_names("nobody", []) == []


def test_keys_fold_case_accents_and_signs():
    """Spellings of one name have one key; a name of signs alone keeps itself."""
    assert [name_key(name) for name in ("U.S.", "US", "Al-Amin", "al amin", "東京", "&")] == [
        "us",
        "us",
        "al amin",
        "al amin",
        "東京",
        "&",
    ]


def test_acronyms_are_told_by_their_letters():
    """Capitals without a blank are an acronym; a capitalised word is none."""
    assert [is_acronym(name) for name in ("EU", "AfDB", "U.N.", "Oslo", "UN Women", "A")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
