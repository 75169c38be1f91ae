"""The list of standing briefings."""

from datetime import date

import nbformat
import pytest
from nbformat.v4 import new_notebook

from analysis.briefing.due import asked_period
from analysis.briefing.periods import period_of
from analysis.briefing.standing import find_briefing, load_briefings
from analysis.errors import BriefingError, ReferenceFileError
from tests.briefing.jobs import WEEK, write_notebook

LISTED = '[weekly]\nnotebook = "n.ipynb"\ntitle = "T"\nperiod = "week"\n'

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


def test_a_notebook_beside_the_list_can_be_rendered(folder):
    """A notebook that nobody listed is a briefing under its heading, for the days its parameters state."""
    (folder / "briefings.toml").write_text(LISTED)
    found = find_briefing("n", folder / "briefings.toml")

    assert (found.title_of(WEEK), found.span) == ("What, 6 to 12 October 2025", ("2025-10-06", "2025-10-12"))
    assert asked_period(found, None, {}, today=date(2026, 1, 1)) == WEEK
    assert asked_period(found, date(2025, 10, 5), {}, today=date(2026, 1, 1)).label == "2025-W40"


@pytest.mark.parametrize("name", ["m", "../n", "n.ipynb", ""])
def test_a_name_is_no_path(folder, name):
    """A name that is neither listed nor a notebook here is refused, wherever it points."""
    (folder / "sub").mkdir()
    (folder / "sub" / "briefings.toml").write_text(LISTED.replace("n.ipynb", "../n.ipynb"))
    with pytest.raises(BriefingError, match="is not in"):
        find_briefing(name, folder / "sub" / "briefings.toml")


def test_a_notebook_without_parameters_is_none(folder):
    """The cell that takes the parameters is asked for."""
    nbformat.write(new_notebook(), folder / "bare.ipynb")
    (folder / "briefings.toml").write_text(LISTED)
    with pytest.raises(BriefingError, match="no cell tagged `parameters`"):
        find_briefing("bare", folder / "briefings.toml")
