"""A word is asked for the phrases that begin with it, and gives the longest that stands."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.money.items import Phrases

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
