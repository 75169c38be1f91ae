"""What a text is about, by all of its words."""

from analysis.money.weighing.of_text import log_odds, words_of

_TRIAL = (
    "The court heard that the accused, a former clerk, forged invoices and kept the cash. Police arrested her at the "
    "airport. Her lawyer asked for bail, but the magistrate refused it and adjourned the trial until May. The jury "
    "would hear of a second bank account, which the judge had found in an earlier case of fraud. "
)
_AID = (
    "The foundation awarded grants to charities. Donors pledged aid for the refugees, and the hospital thanked them. "
)


def test_a_trial_is_of_other_things_and_grants_are_not():
    """A text of a court stands below one of charities, and a mixed one between."""
    assert log_odds(_TRIAL) < log_odds(_TRIAL + _AID) < log_odds(_AID)


def test_words_are_told_from_those_of_the_opening():
    """What stands behind the first characters is no opening; figures are no words."""
    words = words_of(f"{'court ' * 60}5 grants")
    assert "grants" in words["word"]
    assert words["opening"] == {"court"}


def test_a_text_without_known_words_has_the_odds_of_any():
    """Nothing is said of it."""
    assert log_odds("12 34") == log_odds("")
