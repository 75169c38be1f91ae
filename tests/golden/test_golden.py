"""The tables of the sample's last week are what they were when somebody last read them."""

import pytest

from tests.golden import refresh


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """Render the sample's last week."""
    return refresh.render(tmp_path_factory.mktemp("golden"))


@pytest.mark.parametrize("name", sorted(path.name for path in refresh.GOLDEN.glob("*.csv")))
def test_table_is_the_golden_one(report, name):
    """A change of a rule shows here row by row; `make sample-report` keeps the new tables."""
    rendered = (report / "tables" / name).read_text(encoding="utf-8")

    assert rendered.splitlines() == (refresh.GOLDEN / name).read_text(encoding="utf-8").splitlines()
