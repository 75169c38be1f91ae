"""The tables beside the page, as CSV and as one workbook."""

import csv
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.briefing.gate import table_rows
from analysis.briefing.manifest import digest_file, page_facts
from analysis.briefing.tables import NAMES, edition_tables, safe_cell, save_tables, write_tables
from analysis.briefing.workbook import dictionary, write_workbook
from tests.briefing.editions import edition
from tests.briefing.hostile import hostile_edition
from tests.briefing.week import week_edition

FORMULAS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+44 20 7946 0000",
    "-2 degrees",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "\ufeff=1",
    "\n=1",
]
_OPENERS = "=+-@\t\r\n"


@pytest.mark.parametrize("text", FORMULAS)
def test_formula_is_led_by_an_apostrophe(text):
    """A text that a spreadsheet would run is written so that it shows as text."""
    assert safe_cell(text)[0] == "'"


@settings(deadline=None)
@given(st.text())
def test_no_text_opens_a_formula(text):
    """Whatever the text, its cell does not open with what a spreadsheet runs."""
    cell = safe_cell(text)

    assert cell == "" or cell.lstrip(" \u00a0\ufeff")[:1] not in set(_OPENERS) - {""} or cell[0] == "'"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (Decimal("1E+9"), "1000000000"),
        (Decimal("-2.50"), "-2.50"),
        (None, ""),
        (pd.NA, ""),
        (pd.NaT, ""),
        (float("nan"), ""),
        (True, "True"),
        (7, "7"),
        (pd.Timestamp("2024-03-03T09:30:00Z"), "2024-03-03T09:30:00Z"),
        ("a\x00b\x1b", "ab"),
        ("\ud800", ""),
    ],
)
def test_value_is_written_plainly(value, cell):
    """Numbers are written out, nothing stays empty, and control characters go."""
    assert safe_cell(value) == cell


def test_every_table_is_there():
    """A briefing has the six tables, with the columns that a reader was promised."""
    tables = edition_tables(week_edition())
    promised = (
        "pledge_id donor recipient low high currency qualifier instrument status sector purpose "
        "first_reported articles independent_texts low_converted high_converted"
    )

    assert (tuple(tables), set(promised.split()) - set(tables["pledges"].columns)) == (NAMES, set())


def test_a_pledge_is_readable_on_its_own():
    """A row of pledges names its parties and quotes each text once, with where and when it was printed."""
    rows = edition_tables(week_edition())["pledges"].set_index("pledge_id")
    row = rows.loc["p1"]

    assert (row["donor_name"], row["recipient_name"], row["evidence"]) == (
        "Norway",
        "Ukraine",
        "“Oslo will give at least 80 million euros to rebuild clinics in Ukraine.” (Outlet 1, 2025-10-07)",
    )


def test_claims_are_split_by_whether_they_count():
    """Every claim of the period is in one of two tables, with where it was printed."""
    week = week_edition()
    tables = edition_tables(week)
    both = [*tables["claims"]["claim_id"], *tables["amounts_not_counted"]["claim_id"]]

    assert (sorted(both), tables["claims"]["outlet"].isna().any()) == (
        sorted(week.claims_of(week.period)["claim_id"]),
        False,
    )


def test_rows_keep_their_order_whatever_the_order_of_the_store():
    """Shuffled frames give the same tables."""
    week = week_edition()
    other = replace(
        week, claims=week.claims.iloc[::-1], mentions=week.mentions.iloc[::-1], archive=week.archive.iloc[::-1]
    )

    for name, rows in edition_tables(week).items():
        pd.testing.assert_frame_equal(rows, edition_tables(other)[name])


def test_period_without_articles_has_empty_tables():
    """A period in which nothing was published has every table, with headings and no row."""
    nothing = edition(articles=[])

    assert {name: len(rows) for name, rows in edition_tables(nothing).items()} == dict.fromkeys(NAMES, 0)


def test_saved_rows_are_those_counted(tmp_path):
    """What `save_tables` counts is what the files hold, whatever the texts hold."""
    hostile = hostile_edition()
    asked = replace(hostile.parameters, tables=tmp_path / "tables")
    counted = save_tables(replace(hostile, parameters=asked))

    assert table_rows(tmp_path / "tables") == counted


def test_the_page_names_the_digests_of_its_tables(tmp_path):
    """Every table and the workbook stand in the manifest on the page, by the path they have in the report."""
    week = week_edition()
    asked = replace(week, parameters=replace(week.parameters, tables=tmp_path / "tables"))
    save_tables(asked)
    facts = dict(page_facts(asked))

    assert [f"tables/{name}.csv" in facts for name in NAMES] == [True] * len(NAMES)
    assert facts["ledger.xlsx"] == f"digest {digest_file(tmp_path / 'tables' / 'ledger.xlsx')[:12]}"
    assert "currency EUR, top 10, sentiment target" in facts["Parameters"]


def test_nothing_is_written_without_a_folder(tmp_path, monkeypatch):
    """An analyst who runs the notebook by hand gets no files."""
    monkeypatch.chdir(tmp_path)
    save_tables(week_edition())

    assert list(tmp_path.iterdir()) == []


def test_hostile_texts_stay_in_their_cells(tmp_path):
    """No cell of any CSV opens a formula, and each row has as many cells as the heading."""
    write_tables(edition_tables(hostile_edition()), tmp_path)
    csv.field_size_limit(2**31 - 1)
    bad = []
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.reader(handle))
        bad += [cell[:40] for row in rows for cell in row if cell[:1] in ("=", "@", "\t", "\r", "+")]
        bad += [f"{path.name} has a row of {len(row)}" for row in rows if len(row) != len(rows[0])]

    assert bad == []


def test_workbook_has_no_formula_and_no_link(tmp_path):
    """Hostile texts are texts in the workbook: no formula, no link, no external part."""
    write_workbook(edition_tables(hostile_edition()), tmp_path / "ledger.xlsx")
    with zipfile.ZipFile(tmp_path / "ledger.xlsx") as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/"))
        names = book.namelist()

    assert ("<f>" in sheets, "<hyperlink" in sheets, [n for n in names if "external" in n or "vba" in n]) == (
        False,
        False,
        [],
    )


def test_workbook_is_the_same_bytes_twice(tmp_path):
    """The same tables give the same file."""
    tables = edition_tables(week_edition())
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(tables, tmp_path / name)

    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_workbook_has_a_sheet_a_table_and_a_dictionary(tmp_path):
    """One sheet a table, and one that says what each column means."""
    write_workbook(edition_tables(week_edition()), tmp_path / "ledger.xlsx")
    with zipfile.ZipFile(tmp_path / "ledger.xlsx") as book:
        listed = book.read("xl/workbook.xml").decode()

    assert [name for name in (*NAMES, "dictionary") if f'name="{name}"' not in listed] == []


def test_every_column_is_explained():
    """The dictionary sheet has a meaning for every column of every table."""
    explained = dictionary(edition_tables(week_edition()))

    assert explained.loc[explained["meaning"] == "", "column"].tolist() == []


def test_a_reader_of_the_workbook_finds_who_how_much_and_the_sentences_first(tmp_path):
    """The ledger leads with names, sum, stage and evidence; no column is lost, and headings stay in sight."""
    tables = edition_tables(week_edition())
    write_workbook(tables, tmp_path / "ledger.xlsx")
    with zipfile.ZipFile(tmp_path / "ledger.xlsx") as book:
        shared = re.findall(r"<t[^>]*>([^<]*)</t>", book.read("xl/sharedStrings.xml").decode())
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    titles = shared[: len(tables["pledges"].columns)]

    assert titles[:3] + titles[13:14] == ["donor_name", "recipient_name", "amount_text", "evidence"]
    assert sorted(titles) == sorted(tables["pledges"].columns)
    assert '<pane xSplit="1" ySplit="1"' in sheet


def test_the_workbook_opens_in_an_office_program(tmp_path):
    """LibreOffice reads every sheet, and shows what would be a formula as the words that were written."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    write_workbook(edition_tables(hostile_edition()), tmp_path / "ledger.xlsx")
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    asked = [office, "--headless", "--norestore", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command = [*asked, "--convert-to", every_sheet, "--outdir", str(tmp_path), str(tmp_path / "ledger.xlsx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "ledger-pledges.csv").read_text(encoding="utf-8")

    assert len(list(tmp_path.glob("ledger-*.csv"))) == len(NAMES) + 1
    assert "=cmd|' /C calc'!A0" in shown
    assert [fault for fault in ("#REF!", "#NAME?", "Err:") if fault in shown] == []


def test_a_receiver_that_no_register_lists_is_named_with_its_country():
    """The words of the text come first, within a sentence; the country stands behind them."""
    edition = week_edition()
    told = {"recipient": "NOR", "recipient_text": "The Lund Hospice"}
    assert edition.receiver(pd.Series(told)) == "the Lund Hospice (Norway)"
    assert edition.receiver(pd.Series({**told, "recipient": None})) == "the Lund Hospice"
    assert edition.receiver(pd.Series({**told, "recipient_text": None})) == "Norway"


def test_words_that_stand_for_a_name_are_no_name():
    """A giver in no register is called as the text has it, and by its id where the text says "It" alone."""
    edition = week_edition()
    told = [
        ("lund-foundation", "It"),
        ("bank-of-berga", "We"),
        ("kestrel-trust", "It"),
        ("kestrel-trust", "Kestrel Trust"),
    ]
    claims = pd.DataFrame(told, columns=["donor", "donor_text"]).assign(recipient=None, recipient_text=None)
    names = replace(edition, claims=claims).names
    assert [names[code] for code in ("lund-foundation", "bank-of-berga", "kestrel-trust")] == [
        "Lund Foundation",
        "Bank of Berga",
        "Kestrel Trust",
    ]
