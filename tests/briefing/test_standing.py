"""The list of standing briefings."""

import pytest

from analysis.briefing.periods import period_of
from analysis.briefing.standing import find_briefing, load_briefings
from analysis.errors import BriefingError, ReferenceFileError
from tests.briefing.jobs import WEEK, write_notebook

BAD = [
    # file, what the error says
    ('[weekly]\nnotebook = "n.ipynb"\ntitle = "T"\n', "[weekly] lacks `period`"),
    ('[weekly]\nnotebook = "n.ipynb"\ntitle = "T"\nperiod = "fortnight"\n', "`period` is 'fortnight', expected one of"),
    ('[weekly]\nnotebook = "other.ipynb"\ntitle = "T"\nperiod = "week"\n', "other.ipynb does not exist"),
    ('[weekly]\nnotebook = "n.ipynb"\ntitle = "T"\nperiod = "week"\nwhen = 3\n', "has the key `when`"),
    ('[weekly]\nnotebook = "n.ipynb"\ntitle = "T"\nperiod = "week"\nparameters = {tpo = 3}\n', "Did you mean `top`?"),
    ('["../up"]\nnotebook = "n.ipynb"\ntitle = "T"\nperiod = "week"\n', "names a folder"),
    ("weekly = 3\n", "`weekly` is no table"),
    ("[weekly\n", "line 1"),
]


@pytest.fixture
def folder(tmp_path):
    """Give a folder with a notebook in it."""
    write_notebook(tmp_path / "n.ipynb", "1")
    return tmp_path


def test_shipped_list_is_whole():
    """The briefings that ship can be loaded, and the weekly one is among them."""
    assert load_briefings()["weekly"].title_of(WEEK) == "The week in pledges and mentions, 6 to 12 October 2025"


def test_monthly_is_about_a_month():
    """A monthly briefing covers whole months."""
    monthly = find_briefing("monthly")

    assert monthly.title_of(period_of(WEEK.start, monthly.period)).endswith("October 2025")


@pytest.mark.parametrize(("text", "said"), BAD, ids=[case[1] for case in BAD])
def test_faults_are_named(folder, text, said):
    """A list that cannot be used says what is wrong with which briefing."""
    (folder / "briefings.toml").write_text(text)
    with pytest.raises(ReferenceFileError) as caught:
        load_briefings(folder / "briefings.toml")

    assert said in str(caught.value)


def test_unknown_briefing_names_the_nearest():
    """A mistyped name is answered with the briefing that was meant."""
    with pytest.raises(BriefingError, match="Did you mean `weekly`"):
        find_briefing("wekly")
