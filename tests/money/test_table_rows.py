"""Rows of tables whose head names the currency: who gives or receives in them, and what is no gift."""

from analysis.money.pledges import find_pledges
from analysis.records import Claim


def _counted(text: str) -> list[Claim]:
    return [claim for claim in find_pledges(text) if claim.exclude_reason in ("", "part")]


def test_givers_of_a_table_give_to_whom_the_title_names():
    """A cell of the row that names another country has the better claim."""
    text = (
        "Conference for Chad and Mali, pledges\n\nCountry; Pledge (EUR m); Purpose\n"
        "Norway; 5; wells in Chad\nFiji; 0.4; seed, Mali\nJapan; 12; both countries"
    )
    found = _counted(text)
    assert [(c.donor, c.recipient, c.status) for c in found] == [
        ("NOR", "TCD", "pledged"),
        ("FJI", "MLI", "pledged"),
        ("JPN", None, "pledged"),
    ]


def test_columns_say_how_far_the_sums_are():
    """Each column of money has the stage of its head."""
    text = (
        "Contributions to the Lund Relief Fund (in thousands of euros)\nDonor\tSigned\tPaid\n"
        "Norway\t350\t300\nFiji\t12\t12\nTotal\t362\t312"
    )
    assert [(c.donor, c.status) for c in _counted(text)] == [
        ("NOR", "committed"),
        ("NOR", "disbursed"),
        ("FJI", "committed"),
        ("FJI", "disbursed"),
    ]


def test_partners_of_a_fund_receive():
    """What a fund shares out goes to the labels."""
    text = "Mali Humanitarian Fund\nAllocations by partner (US$ million)\nUNICEF: 4.2\nOxfam: 1.1\nLund Relief: 0.3"
    found = _counted(text)
    assert {c.donor for c in found} == {"mali-humanitarian-fund"}
    assert [c.recipient_text for c in found] == ["UNICEF", "Oxfam", "Lund Relief"]


def test_rows_that_add_up_to_the_row_before_are_its_parts():
    """They are of the same gift; what the state itself puts up is its budget."""
    text = (
        "Chad Roads Project\nFinancing (US$ million)\nWorld Bank: 157.0\nWorld Bank loan: 97.0\n"
        "World Bank grant: 60.0\nGovernment of Chad: 5.2"
    )
    found = find_pledges(text)
    assert [c.exclude_reason for c in found] == ["", "part", "part", "budget"]
    assert [c.instrument for c in found[1:3]] == ["loan", "grant"]


def test_a_total_of_the_text_is_shared_out_by_measure():
    """The sum told above is the gift, and what the rows are for are its parts."""
    text = (
        "Australian help for Tonga\n\nAustralia has pledged A$8 million to Tonga.\n\nMeasure (A$ million)\n"
        "Schools -- 5.5\nClinics -- 1.5\nSupport to the Tonga Red Cross -- 1.0"
    )
    found = find_pledges(text)
    assert [c.exclude_reason for c in found] == ["", "part", "part", "part"]
    assert {(c.donor, c.recipient) for c in found} == {("AUS", "TON")}


def test_tables_of_trade_are_no_gifts():
    """Nobody gives what is owed, lost or traded."""
    for head in ("Debt by creditor", "Losses by country", "Exports to Chad"):
        assert _counted(f"{head} (US$ million)\nChina: 916\nFrance: 296\nFiji: 109") == []


def test_years_head_columns_of_a_state_that_disburses():
    """Whose disbursements they are, and in what currency, is told behind a comma or by "of"."""
    text = (
        "ODA disbursements of Ireland by recipient, in US dollars\n| Country | 2030 | 2031 |\n|---|---|---|\n"
        "| Chad | 33,000 | 35,000 |\n| Mali | 20,000 | 21,500 |"
    )
    found = _counted(text)
    assert [(c.donor, c.recipient) for c in found] == [("IRL", "TCD")] * 2 + [("IRL", "MLI")] * 2
    assert {c.amount.currency for c in found if c.amount is not None} == {"USD"}
