"""Tokens are those of the pattern, and the longest phrase that begins with a word is found."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.money.text.items import Phrases, cut
from analysis.money.text.words import TOKEN, tokens

WORDS = st.lists(st.sampled_from(["set", "aside", "up", "in"]), min_size=1, max_size=6)


@given(st.sets(st.lists(st.sampled_from(["aside", "up", "in"]), max_size=3).map(tuple)), WORDS, st.data())
def test_longest_phrase_is_that_of_asking_all(tails, words, data):
    """What is told by the second word alone is what a comparison with every phrase tells."""
    keys = sorted([("set", *tail) for tail in tails], key=len, reverse=True)
    words = ["set", *words]
    stop = data.draw(st.integers(1, len(words)))

    found = Phrases([(key, " ".join(key)) for key in keys]).longest(words, 0, stop)

    best = next((key for key in keys if len(key) <= stop and tuple(words[: len(key)]) == key), None)
    assert found == ((len(best), " ".join(best)) if best is not None else (0, None))


@given(st.text(alphabet="aZé.,’'s1 \n\u00a0-$"))
def test_tokens_of_a_text_are_those_between_its_blanks(text):
    """Cutting word by word gives what the pattern finds in the whole text, and where."""
    matches = list(TOKEN.finditer(text))

    assert cut(text) == ([match.group() for match in matches], [match.span() for match in matches])


@given(st.text(alphabet="aZé.,’'s1 \n\u00a0-$"))
def test_small_tokens_are_those_of_the_pattern(text):
    """Words told to be such by their letters are cut as the pattern would, but for initials."""
    assert list(tokens(text)) == [token for run in text.lower().split() for token in TOKEN.findall(run)]
