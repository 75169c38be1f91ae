"""A gift is told once where its giver's speaker is taken down, and in a fact sheet; what is old is no news."""

import pytest

from analysis.money.pledges import find_pledges


def _reasons(text):
    return [c.exclude_reason for c in find_pledges(text)]


TURN = "MS. LUND: Norway will give Chad 7 million euros for wells.\n\n"


@pytest.mark.parametrize(
    "later",
    [
        "Q    Norway has also given Chad 9 million euros for roads. Thanks.",
        "MR. MOE: And with that 7 million euros, Norway will give Chad wells.",
        "MR. MOE: As I said, Norway will give Chad 7 million euros.",
    ],
)
def test_a_transcript_tells_a_gift_once(later):
    """A question, a known sum and a figure that was told are no gifts of their own."""
    first, second = _reasons(TURN + later)
    assert (first, second) == ("", "restatement")


def test_news_tells_it_in_each_sentence():
    """Without turns of speakers the same words are read as those of news."""
    assert _reasons("Norway will give Chad 7 million euros for wells. The 7 million euros is a grant.") == ["", ""]


def test_a_heading_tells_for_its_body():
    """A figure in bold counts there, and not again behind it."""
    text = "- **Norway gives 7 million euros for wells.** Norway will give Chad 7 million euros for wells."
    assert _reasons(text) == ["", "restatement"]


def test_a_part_of_a_running_total_is_none():
    """What a sum to date includes is no new gift."""
    text = "Since 2022, Norway has given Chad a total of 90 million euros, including 7 million euros for wells."
    assert "" not in _reasons(text)
    assert "part" not in _reasons(text)


def test_what_is_denounced_is_no_gift():
    """A list of waste and fraud tells what others gave."""
    text = "Here is some of the waste and fraud:\n\n- $7 million for wells in Chad\n- $3 million for plays in Mali"
    assert "" not in _reasons(text)


BROKEN = "We — we were there — it rained — and that's the — a good day.\n\n"


@pytest.mark.parametrize(
    "told",
    [
        "The Education Ministry of Norway has also given Chad 7 million euros for wells.",
        "And last week, Norway gave Chad 7 million euros for wells.",
        "Back in June, Norway gave Chad 7 million euros for wells.",
    ],
)
def test_a_speaker_tells_what_was_done_besides_and_before(told):
    """A speech that breaks off is taken down as spoken; what it counts up is no news, and in a report it is."""
    assert _reasons(BROKEN + told) == ["restatement"]
    assert _reasons(told) == [""]


@pytest.mark.parametrize(
    "told",
    [
        "Both ministers spoke of the May 9 announcement of 7 million euros from Norway for Chad.",
        "The minister came from the summit in Oslo, where she announced 7 million euros from Norway for Chad.",
        "Building on the gifts Norway announced in Oslo, including 7 million euros for Chad, they spoke of wells.",
    ],
)
def test_what_others_heard_before_is_recalled(told):
    """A sum that is named by the day or the meeting at which it was announced is recalled."""
    assert "" not in _reasons(told)
    assert "part" not in _reasons(told)


def test_a_line_in_italics_tells_for_its_body():
    """A figure of a heading in italics counts there, read as the words behind it tell."""
    body = "Today, Norway announces that it gives Chad 7 million euros for wells."
    text = f"*Norway Giving 7 Million Euros for Wells*\n\n{body}"
    assert _reasons(text) == ["", "restatement"]
