"""Corrections: replayed, checked, and never lost."""

from decimal import Decimal

import pytest

from analysis.config import CORRECTIONS
from analysis.errors import ReferenceFileError
from analysis.money.corrections import add_corrections, apply_corrections, load_corrections
from analysis.money.ledger import merge_claims
from tests.money.ledger_help import tables

ARTICLES = [
    {"id": "a", "date": "2025-03-03", "outlet": "A", "story": "a", "text": "Norway will give Mali 5 million euros."}
]


def written(tmp_path, *lines: str):
    """Give the corrections of a file with these lines."""
    path = tmp_path / "corrections.csv"
    path.write_text("\n".join(["claim_id,field,value,because", *lines]) + "\n", encoding="utf-8")
    return load_corrections(path)


def test_changes_a_field(tmp_path):
    """A correction gives a claim its right value."""
    claims, _ = tables(ARTICLES)
    fixed, orphans = apply_corrections(claims, written(tmp_path, "a-0,donor,SWE,the quote was misread"))

    assert (fixed.loc[0, "donor"], claims.loc[0, "donor"], len(orphans)) == ("SWE", "NOR", 0)


def test_rejects_a_claim(tmp_path):
    """A claim with a reason to leave it out makes no pledge."""
    claims, articles = tables(ARTICLES)
    fixed, _ = apply_corrections(claims, written(tmp_path, "a-0,exclude_reason,restatement,told last year"))

    assert merge_claims(fixed, articles).empty


def test_an_amount_is_a_decimal(tmp_path):
    """A corrected figure has the type of the column."""
    claims, _ = tables(ARTICLES)
    fixed, _ = apply_corrections(claims, written(tmp_path, "a-0,low,6000000,misprint", "a-0,high,6000000,misprint"))

    assert fixed.loc[0, ["low", "high"]].tolist() == [Decimal(6_000_000), Decimal(6_000_000)]


def test_orphans_are_reported(tmp_path):
    """A correction that matches no claim comes back."""
    claims, _ = tables(ARTICLES)
    _, orphans = apply_corrections(claims, written(tmp_path, "zzz,donor,SWE,whatever"))

    assert orphans["claim_id"].tolist() == ["zzz"]


def test_replaying_twice_changes_nothing(tmp_path):
    """Corrections are statements, not steps."""
    claims, _ = tables(ARTICLES)
    corrections = written(tmp_path, "a-0,recipient,NER,the speaker meant Niger")
    once, _ = apply_corrections(claims, corrections)
    twice, _ = apply_corrections(once, corrections)

    assert twice.equals(once)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("a-0,donor,SWE,", "`because` is empty"),
        ("a-0,doner,SWE,x", "did you mean `donor`"),
        ("a-0,status,given,x", "`status` is 'given', expected one of"),
        ("a-0,low,many,x", "`low` is 'many', expected a number"),
        ("a-0,sector,,x", "`sector` may not be empty"),
        ("a-0,sentence,x,x", "`sentence` is no field of a claim that can be corrected"),
    ],
)
def test_faults_name_their_line(tmp_path, line, fault):
    """A line that cannot be used is named, with what was expected."""
    with pytest.raises(ReferenceFileError, match="line 2: ") as raised:
        written(tmp_path, line)

    assert fault in str(raised.value)


def test_a_missing_column_is_named(tmp_path):
    """A file without a reason column is refused."""
    path = tmp_path / "corrections.csv"
    path.write_text("claim_id,field,value\n", encoding="utf-8")

    with pytest.raises(ReferenceFileError, match="column `because` is missing"):
        load_corrections(path)


def test_a_value_beyond_the_columns_is_refused(tmp_path):
    """A reason with a bare comma would lose what stands behind it."""
    with pytest.raises(ReferenceFileError, match=r"line 2: .* more values than columns"):
        written(tmp_path, "a-0,donor,SWE,misread, twice")


def test_a_file_in_another_encoding_is_told_by_line(tmp_path):
    """A spreadsheet that saved Latin-1 gets its line named, and no traceback."""
    path = tmp_path / "corrections.csv"
    path.write_bytes("claim_id,field,value,because\na-0,donor,SWE,na\u00efve\n".encode("latin-1"))

    with pytest.raises(ReferenceFileError, match="line 2 is not UTF-8"):
        load_corrections(path)


def test_an_empty_file_holds_no_corrections(tmp_path):
    """It is taken as a missing one is, and added to with its header."""
    path = tmp_path / "corrections.csv"
    path.touch()

    assert load_corrections(path).empty
    add_corrections(path, [("a-0", "donor", "SWE")], "misread")
    assert list(load_corrections(path)["claim_id"]) == ["a-0"]


def test_adding_to_a_file_without_a_last_line_end_starts_a_line(tmp_path):
    """The correction that stood last keeps its reason."""
    path = tmp_path / "corrections.csv"
    path.write_text("claim_id,field,value,because\na-0,donor,SWE,misread", encoding="utf-8")
    add_corrections(path, [("b-0", "donor", "NOR")], "misprint")

    assert list(load_corrections(path)["because"]) == ["misread", "misprint"]


def test_no_file_no_corrections(tmp_path):
    """A corpus without corrections is not an error."""
    assert load_corrections(tmp_path / "none.csv").empty


def test_adding_writes_what_loading_reads(tmp_path):
    """A correction added is the correction read back."""
    path = tmp_path / "corrections.csv"
    add_corrections(path, [("a-0", "donor", "SWE")], 'it was "Sweden", twice')

    assert load_corrections(path).to_dict("records") == [
        {"claim_id": "a-0", "field": "donor", "value": "SWE", "because": 'it was "Sweden", twice'}
    ]


def test_adding_without_a_reason_is_refused(tmp_path):
    """Nobody changes a figure without saying why."""
    with pytest.raises(ReferenceFileError, match="`because` is empty"):
        add_corrections(tmp_path / "corrections.csv", [("a-0", "donor", "SWE")], " ")


def test_the_file_of_the_project_loads():
    """The corrections in the repository can be used."""
    assert list(load_corrections(CORRECTIONS).columns) == ["claim_id", "field", "value", "because"]
