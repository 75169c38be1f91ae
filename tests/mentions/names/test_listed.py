"""What the register says of names: on spans made by hand, beside what `find_mentions` finds."""

import pytest

from analysis.mentions.find import find_mentions
from analysis.mentions.names.listed import listed_ids, with_register
from analysis.mentions.names.spans import Span

CASES = [
    ("a people", "Norwegian boats", [("Norwegian", "place")], [("Norwegian", "group", "NOR")]),
    ("a country overlooked", "They left Norway.", [], [("Norway", "place", "NOR")]),
    ("part of an entity", "The US Congress met.", [("US", "place")], [("US Congress", "organization", "US-CONGRESS")]),
    ("an entity in a longer name", "the Bank of Ghana", [("Bank of Ghana", "organization")], None),
    ("a side of a country", "Southern Norway", [("Southern Norway", "place")], [("Southern Norway", "place", "NOR")]),
    ("half of a name", "The Norwegian Seamen", [("Norwegian Seamen", "organization")], None),
    ("somebody else", "Oda Holm left.", [("Oda Holm", "person")], None),
    ("a people of a continent", "African boats", [("African", "place")], [("African", "group", "AFRICA")]),
    ("a mainland", "off mainland China", [], [("China", "place", "CHN")]),
    (
        "a heading in capitals",
        "WHY NORWAY CLOSES DOWN SCHOOLS",
        [("NORWAY CLOSES", "organization")],
        [("NORWAY", "place", "NOR")],
    ),
    ("read as a place", "Mark Rutte left.", [("Mark Rutte", "place")], [("Mark Rutte", "person", "mark-rutte")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_register_has_the_word_on_its_own(text, found, wanted):
    """Kinds, edges and ids of the listed are the register's; the others stay as found, without an id."""
    spans = [Span(text.index(words), text.index(words) + len(words), kind, 0.9) for words, kind in found]
    mentions = find_mentions(text)

    agreed = with_register(text, spans, mentions)
    ids = listed_ids(text, agreed, mentions)
    expected = wanted if wanted is not None else [(*name, None) for name in found]
    assert [(text[s.start : s.end], s.kind, i) for s, i in zip(agreed, ids, strict=True)] == expected
