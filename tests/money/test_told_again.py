"""A sum that the text comes back to is the gift that was told, whatever is said of it."""

import pytest

from analysis.money.pledges import find_pledges

TOLD = "Norway will give Chad 7 million euros for wells."


def _read(text):
    return [(c.donor, c.recipient, c.exclude_reason) for c in find_pledges(text)]


@pytest.mark.parametrize(
    "again",
    [
        "Nobody in the capital expected the 7 million euros before the winter.",
        "Asked about Norway's 7 million euros, the envoy smiled.",
        "If the rains come early, their 7 million euros may be late.",
        "The miller had never heard of it. What would the promised 7 million euros cost him?",
    ],
)
def test_a_known_sum_is_the_gift_told_before(again):
    """An article or a possessive before the same figure points back to it."""
    assert _read(f"{TOLD} {again}") == [("NOR", "TCD", "")] * 2


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("up to 7 million euros", "The 7 million euros may not be spent on salaries."),
        ("a grant of 6.3 million dollars", "A clerk said that he had never seen 6.3 million dollars in one place."),
        ("a grant of 4 million rupees", "The 4 million rupees would buy a house with a garden there."),
        ("3 million euros", "Of the 3 million euros the village needs a third at once."),
    ],
)
def test_a_known_or_a_rare_figure_is_the_gift_whatever_is_said_of_it(told, again):
    """A bound, a price or a need beside it does not make it another sum."""
    assert [reason for *_, reason in _read(f"Norway will give Chad {told} for wells. {again}")] == ["", ""]


def test_a_first_mention_without_a_word_of_giving_is_read_as_the_later_one():
    """The same giver's sum, told again as known, is the gift that the first mention was."""
    text = (
        "A jetty that Norway paid for to the tune of 6 million euros opened in Chad."
        "\n\nChad thanked Norway for the 6 million euros."
    )

    assert [reason for *_, reason in _read(text)] == ["", ""]


@pytest.mark.parametrize(
    "again",
    [
        "The dam cost 7 million euros.",
        "Nobody knows who will pay the remaining 7 million euros.",
        "The storm caused the 9 million euros of damage.",
    ],
)
def test_another_sum_stays_what_it_is(again):
    """Without such a word, with another figure, or where it is said to be another sum, nothing is taken over."""
    first, second = _read(f"{TOLD} {again}")

    assert first == ("NOR", "TCD", "")
    assert second[2] != ""


def test_a_first_mention_without_a_giver_is_read_as_the_later_one():
    """The loan that a text opens with has its giver where the text names it."""
    text = (
        "A loan of 40 million euros is ready.\n\nThe Asian Development Bank lent Laos the 40 million euros for roads."
    )

    first, second = _read(text)

    assert first == second
    assert second[0] == "ADB"


def test_what_was_called_off_is_no_gift_again():
    """That a known sum was denied is said of it anew."""
    _, second = _read(f"{TOLD} The minister denied that the 7 million euros would be paid.")

    assert second[2] == "denied"


def test_two_gifts_of_one_sum_keep_their_givers():
    """A figure that two give to two is told of both."""
    _, second = _read(f"{TOLD} In Vientiane, Japan gave Laos the 7 million euros that it had promised.")

    assert second[:2] == ("JPN", "LAO")


_LOAN = "Norway's parliament approved a loan of 18 million euros to Mali. "

MENTIONS = [
    # text; stage and form of the last sum
    (_LOAN + "The 18 million euros will move eleven villages.", ("approved", "loan")),
    (_LOAN + "Sweden will give Chad 18 million euros for wells.", ("pledged", "grant")),
    (_LOAN + "The 18 million euro grant that Sweden will give Mali is another matter.", ("pledged", "grant")),
]


@pytest.mark.parametrize(("text", "told"), MENTIONS)
def test_a_mention_has_what_was_told_first(text: str, told: tuple[str, str]):
    """What "the" points back to was told; another sum of like size was not."""
    last = find_pledges(text)[-1]
    assert (last.status, last.instrument) == told


def test_a_later_mention_may_name_who_receives() -> None:
    """A headline leaves open what the text then says of the same sum."""
    text = "Norway sends 200 million kroner to flooded valleys\n\nOSLO - Norway will give Nepal 200 million kroner."
    assert {claim.recipient for claim in find_pledges(text)} == {"NPL"}
