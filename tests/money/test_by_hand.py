"""Pledges joined, parted and hung by hand, whatever the rules say, and replayed in order."""

import pandas as pd
import pytest

from analysis.errors import ReferenceFileError
from analysis.money.corrections import COLUMNS, add_corrections, apply_corrections, load_corrections
from analysis.schemas import CLAIMS
from tests.money.ledger_help import MILLION, claim, ledger_of

SAME = (claim("c1", "a1"), claim("c2", "a2"))
APART = (claim("c1", "a1"), claim("c2", "a2", low=250 * MILLION, high=250 * MILLION))


def corrected(claims, *lines):
    """Give the ledger after corrections, as (figure in millions, articles, is a part, rule)."""
    corrections = pd.DataFrame([(*line, "why") for line in lines], columns=COLUMNS)
    return [
        (int(row["low"] / MILLION), row["articles"], row["parent_id"] is not None, row["merge_rule"])
        for row in ledger_of(*claims, corrections=corrections)
    ]


def test_joins_two_pledges():
    """Claims that no rule joins are one pledge where an analyst says so; the row names the reason."""
    assert corrected(APART, ("c2", "same_as", "c1")) == [(100, 2, False, "joined by hand: why")]


def test_takes_a_claim_out_of_a_pledge():
    """A claim set apart is a pledge of its own, and no rule brings it back."""
    assert corrected(SAME, ("c2", "apart_from", "c1")) == [
        (100, 1, False, "one report"),
        (100, 1, False, "set apart by hand: why"),
    ]


def test_splits_a_pledge_in_two():
    """Two claims taken out and joined make the second pledge."""
    claims = [claim(f"c{n}", f"a{n}") for n in (1, 2, 3, 4)]
    found = corrected(claims, ("c3", "apart_from", "c1"), ("c4", "apart_from", "c1"), ("c4", "same_as", "c3"))

    assert sorted((figure, articles) for figure, articles, _, _ in found) == [(100, 2), (100, 2)]


@pytest.mark.parametrize(
    ("lines", "pledges"),
    [
        ([("c2", "apart_from", "c1"), ("c2", "same_as", "c1")], 1),
        ([("c2", "same_as", "c1"), ("c2", "apart_from", "c1")], 2),
        ([("c2", "apart_from", "c1"), ("c1", "same_as", "c2")], 1),
    ],
)
def test_the_last_word_about_two_claims_stands(lines, pledges):
    """A later line takes back an earlier one, whichever of the two claims it names first."""
    assert len(corrected(SAME, *lines)) == pledges


def test_setting_apart_what_is_apart_changes_nothing():
    """A claim that the rules do not join keeps the reports that they do."""
    claims = [*SAME, claim("c3", "a3", donor="SWE")]

    assert corrected(claims, ("c3", "apart_from", "c1"))[0][:2] == (100, 2)


def test_hangs_a_pledge_under_another():
    """A pledge that is a part of another by hand is not added."""
    assert corrected(APART, ("c1", "part_of", "c2")) == [
        (100, 1, True, "part by hand: why"),
        (250, 1, False, "one report"),
    ]


def test_frees_a_part():
    """A part that is none is counted by itself."""
    part = claim("c2", "a1", start_char=90, exclude_reason="part", low=30 * MILLION, high=30 * MILLION)

    assert [row[:3] for row in corrected([claim("c1", "a1"), part], ("c2", "part_of", ""))] == [
        (100, 1, False),
        (30, 1, False),
    ]


def test_joins_a_claim_that_did_not_count():
    """A sum that was read as something else becomes evidence of the pledge it repeats."""
    claims = [claim("c1", "a1"), claim("c2", "a2", exclude_reason="price", donor=None, recipient=None)]

    assert corrected(claims, ("c2", "same_as", "c1")) == [(100, 2, False, "joined by hand: why")]


def test_a_repetition_set_apart_is_no_evidence():
    """A restatement that an analyst took out of a pledge is not put back."""
    claims = [claim("c1", "a1"), claim("c2", "a2", exclude_reason="restatement")]

    assert corrected(claims, ("c2", "apart_from", "c1")) == [(100, 1, False, "one report")]


def test_a_corrected_receiver_outvotes_guesses():
    """What an analyst says of the receiver counts like a printed one."""
    claims = CLAIMS.frame([claim("c1", "a1", recipient_text=None)])
    lines = pd.DataFrame([("c1", "recipient", "MDA", "the speaker meant Moldova")], columns=COLUMNS)
    fixed, _ = apply_corrections(claims, lines)

    assert fixed.loc[0, ["recipient", "recipient_text"]].tolist() == ["MDA", "corrected by hand"]


def test_orphans_name_the_nearest_claim():
    """A line about a claim that is not there comes back with the id it may have meant, of either claim."""
    claims = CLAIMS.frame([claim("4f1c09e", "a1"), claim("77aa012", "a2")])
    lines = [("4f1c09d", "donor", "SWE", "x"), ("77aa012", "same_as", "4f1c0ee", "x"), ("zzzzzzz", "donor", "SWE", "x")]
    _, orphans = apply_corrections(claims, pd.DataFrame(lines, columns=COLUMNS))

    assert orphans[["claim_id", "nearest"]].to_numpy().tolist() == [
        ["4f1c09d", "4f1c09e"],
        ["77aa012", "4f1c09e"],
        ["zzzzzzz", ""],
    ]


def test_round_trip(tmp_path):
    """What is written is what is read, in the order it was written, in every form."""
    path = tmp_path / "corrections.csv"
    rows = [("c1", "donor", "SWE"), ("c2", "same_as", "c1"), ("c3", "apart_from", "c1"), ("c3", "part_of", "")]
    add_corrections(path, rows[:2], "first")
    add_corrections(path, rows[2:], 'he said "no", twice')

    read = load_corrections(path)
    assert read.to_numpy().tolist() == [[*row, "first"] for row in rows[:2]] + [
        [*row, 'he said "no", twice'] for row in rows[2:]
    ]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (("c1", "same_as", ""), "`same_as` names no other claim"),
        (("c1", "apart_from", "c1"), "`apart_from` names the claim itself"),
        (("c1", "sameas", "c2"), "did you mean `same_as`"),
        (("c1", "exclude_reason", "satire"), "`exclude_reason` is 'satire', expected one of need, request"),
        (("c1", "said_on", "Monday"), "`said_on` is 'Monday', expected a day such as 2024-03-01"),
    ],
)
def test_a_fault_writes_nothing(tmp_path, row, fault):
    """One faulty line of several leaves the file as it was, and the message says what is wrong."""
    path = tmp_path / "corrections.csv"
    with pytest.raises(ReferenceFileError) as raised:
        add_corrections(path, [("c1", "donor", "SWE"), row], "why")

    assert (fault in str(raised.value), path.exists()) == (True, False)
