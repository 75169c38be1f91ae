"""The parameters of a briefing, checked in its first cell."""

from datetime import date
from pathlib import Path

import pytest

from analysis.briefing.params import Parameters, check_parameters, rated_currencies
from analysis.errors import ParameterError

GIVEN = {"start": "2024-02-26", "end": "2024-03-03"}

BAD = [
    # parameter, value, what the error says
    ("start", "26.02.2024", "'26.02.2024' is no date, expected ISO 8601 such as 2024-03-03."),
    ("start", "20240226", "'20240226' is no date"),
    ("start", "", "'' is no date"),
    ("end", "2024-02-30", "'2024-02-30' is no date"),
    ("end", "2024-02-25", "is before the start"),
    ("end", 5, "5 is no date"),
    ("currency", "EURO", "Did you mean `EUR`?"),
    ("currency", "eur", "Did you mean `EUR`?"),
    ("currency", "XAU", "'XAU' has no ECB reference rate"),
    ("currency", "", "'' has no ECB reference rate"),
    ("watchlist", "no/such/file.csv", "'no/such/file.csv' does not exist."),
    ("previous", "no/such/folder", "'no/such/folder' does not exist."),
    ("store", 3, "3 is no text."),
    ("store_version", -1, "-1 is no whole number from 0."),
    ("store_version", "3", "'3' is no whole number from 0."),
    ("sentiment", "textblobb", "Did you mean `textblob`?"),
    ("sentiment", "transformers:", "'transformers:' is no measure of tone, expected target, textblob, vader or transf"),
    ("sentiment", None, "None is no text."),
    ("top", 0, "0 is no whole number from 1."),
    ("top", True, "True is no whole number from 1."),
    ("top", 2.5, "2.5 is no whole number from 1."),
]


def test_reads_every_parameter(tmp_path):
    """Dates, paths and numbers come back as what they are; empty means none."""
    watchlist = tmp_path / "watch.csv"
    watchlist.write_text("id,name,kind\nfen-pumps,Fen Pumps,organization\n")
    read = check_parameters(**GIVEN, currency="USD", watchlist=str(watchlist), store="s", store_version=4, top=3)

    assert read == Parameters(
        start=date(2024, 2, 26),
        end=date(2024, 3, 3),
        currency="USD",
        watchlist=watchlist,
        store=Path("s"),
        store_version=4,
        top=3,
        previous=None,
        tables=None,
    )


def test_version_zero_is_the_latest():
    """Store version 0, the notebook's default, leaves the version to the store."""
    assert check_parameters(**GIVEN).store_version is None


def test_one_day_is_a_period():
    """Both days are inside, so a period may start and end on one day."""
    assert check_parameters("2024-02-29", "2024-02-29").start == date(2024, 2, 29)


@pytest.mark.parametrize(("name", "value", "said"), BAD, ids=[f"{case[0]}={case[1]}" for case in BAD])
def test_unusable_parameter_is_named(name, value, said):
    """The error names the parameter, shows the value, and says what was expected."""
    with pytest.raises(ParameterError) as caught:
        check_parameters(**{**GIVEN, name: value})

    assert (caught.value.name, said in str(caught.value)) == (name, True)


def test_measures_of_tone_are_known_by_name(monkeypatch):
    """Tone is by our model unless another measure is asked for; a model of others needs its package."""
    monkeypatch.setattr("analysis.briefing.params.is_installed", lambda: True)
    asked = ["target", "textblob", "vader", "transformers:models/tone"]

    assert check_parameters(**GIVEN).sentiment == "target"
    assert [check_parameters(**GIVEN, sentiment=name).sentiment for name in asked] == asked


def test_a_model_of_others_without_its_package_says_what_to_install(monkeypatch):
    """Nothing runs before the package is there."""
    monkeypatch.setattr("analysis.briefing.params.is_installed", lambda: False)

    with pytest.raises(ParameterError, match="pip install transformers torch"):
        check_parameters(**GIVEN, sentiment="transformers:models/tone")


def test_rates_are_those_of_the_ecb():
    """The euro and the currencies of the shipped reference rates can be asked for, and no others."""
    assert ({"EUR", "USD", "NOK", "JPY"} <= rated_currencies(), "UAH" in rated_currencies()) == (True, False)
