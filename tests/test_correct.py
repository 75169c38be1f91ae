"""`newsbook correct` in each of its forms: what it writes, and what it says where it cannot."""

import json
import re

import pytest

from analysis.cli import main
from analysis.commands import correct
from analysis.corpus.store import open_store
from analysis.money.corrections import apply_corrections, load_corrections
from analysis.money.ledger import merge_claims

TEXTS = [
    "Norway will give Moldova 5 million euros for schools.",
    "Norway has promised Moldova 5 million euros.",
    "Sweden will give Moldova 9 million euros.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Make a store of three articles: two report one gift, the third another."""
    folder = tmp_path_factory.mktemp("correct")
    rows = [
        {"headline": f"Aid {n}", "outlet": f"Paper {n}", "body": text, "published_at": f"2025-10-0{n + 1}"}
        for n, text in enumerate(TEXTS)
    ]
    (folder / "news.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    run(["ingest", folder / "news.jsonl", "--store", folder / "store"])
    return folder / "store"


def run(arguments):
    """Run the command in this process, and give its exit status."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["newsbook", *map(str, arguments)])
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0)
    return 0


@pytest.fixture
def file(tmp_path, monkeypatch):
    """Keep the corrections of a test in a file of its own."""
    monkeypatch.setattr(correct, "CORRECTIONS", tmp_path / "corrections.csv")
    return tmp_path / "corrections.csv"


def ledger(store, file):
    """Give the ledger of the store after the corrections of a file."""
    opened, corrections = open_store(store), load_corrections(file)
    claims, _ = apply_corrections(opened.claims(), corrections)
    return merge_claims(claims, opened.articles(), corrections=corrections)


def ids(store, file):
    """Give the claims of Norway's pledge, its id, and the id of Sweden's."""
    rows = ledger(store, file).to_dict("records")
    norway, sweden = (next(row for row in rows if row["donor"] == code) for code in ("NOR", "SWE"))
    return json.loads(norway["claim_ids"]), norway["pledge_id"], sweden["pledge_id"]


def told(store, file):
    """Give what each pledge of the corrected ledger is: giver, articles, whether it is a part."""
    rows = ledger(store, file)
    return sorted((row.donor, row.articles, isinstance(row.parent_id, str)) for row in rows.itertuples())


FORMS = [
    # what is corrected, FIELD=VALUE, the ledger then
    ("claim", "donor=DNK", [("DNK", 1, False), ("NOR", 1, False), ("SWE", 1, False)]),
    ("pledge", "donor=DNK", [("DNK", 2, False), ("SWE", 1, False)]),
    ("claim", "exclude_reason=restatement", [("NOR", 2, False), ("SWE", 1, False)]),
    ("pledge", "exclude_reason=other", [("SWE", 1, False)]),
    ("pledge", "same_as=SWEDEN", [("NOR", 3, False)]),
    ("claim", "apart_from=PLEDGE", [("NOR", 1, False), ("NOR", 1, False), ("SWE", 1, False)]),
    ("pledge", "part_of=SWEDEN", [("NOR", 2, True), ("SWE", 1, False)]),
]


@pytest.mark.parametrize(("what", "pair", "then"), FORMS, ids=[f"{what} {pair}" for what, pair, _ in FORMS])
def test_each_form_is_written_and_replayed(store, file, what, pair, then):
    """A claim or a pledge is corrected by its id, and the ledger is what the analyst said."""
    claims, pledge, sweden = ids(store, file)
    value = pair.replace("SWEDEN", sweden).replace("PLEDGE", pledge)
    status = run(["correct", claims[0] if what == "claim" else pledge, value, "--because", "why", "--store", store])

    assert (status, told(store, file)) == (0, then)


def test_a_correction_can_be_taken_back(store, file):
    """The file is replayed in order: a pledge split and joined again is as it was."""
    claims, pledge, _ = ids(store, file)
    before = told(store, file)
    run(["correct", claims[0], f"apart_from={pledge}", "--because", "two gifts", "--store", store])
    run(["correct", claims[0], f"same_as={claims[1]}", "--because", "one after all", "--store", store])

    assert told(store, file) == before


WRONG = [
    # id, FIELD=VALUE, reason, what is said
    ("CLAIM", "doner=SWE", "why", "did you mean `donor`? Nothing was recorded."),
    ("CLAIM", "donor", "why", "expected FIELD=VALUE, such as currency=CAD"),
    ("CLAIM", "donor=SWE", " ", "`because` is empty"),
    ("CLAIM", "status=given", "why", "`status` is 'given', expected one of"),
    ("CLAIM", "donor=Sweden", "why", "`donor` is 'Sweden', expected the id of the register (SWE)"),
    ("CLAIM", "recipient=MOL", "why", "`recipient` is 'MOL', expected"),
    ("CLAIM", "currency=KRONOR", "why", "expected an ISO 4217 code such as EUR. Nothing was recorded."),
    ("CLAIM", "low=-5", "why", "expected a number such as 2500000"),
    ("PLEDGE", "low=90000000", "why", "low would be 90000000 and high 5000000. Give both"),
    ("CLAIM", "same_as=", "why", "`same_as` names no other claim"),
    ("CLAIM", "same_as=PLEDGE", "why", "both ids are of one pledge already"),
    ("CLAIM", "same_as=p-nothing", "why", "has no pledge `p-nothing`. The ids are in tables/pledges.csv of a report."),
    ("PLEDGE", "apart_from=SWEDEN", "why", "Name the claim to take out of it"),
    ("p-nothing", "donor=SWE", "why", "has no pledge `p-nothing`"),
    ("NEARLY", "donor=SWE", "why", "Did you mean `"),
]


@pytest.mark.parametrize(("target", "pair", "because", "said"), WRONG, ids=[f"{w[0]} {w[1]}" for w in WRONG])
def test_what_cannot_be_done_is_said_and_nothing_written(store, file, capsys, target, pair, because, said):
    """A wrong id, field or value, or no reason, ends with one message and leaves the file alone."""
    claims, pledge, sweden = ids(store, file)
    names = {"CLAIM": claims[0], "PLEDGE": pledge, "SWEDEN": sweden, "NEARLY": claims[0][:-1] + "x"}
    for name, known in names.items():
        target, pair = target.replace(name, known), pair.replace(name, known)
    status = run(["correct", target, pair, "--because", because, "--store", store])

    message = re.sub(r"[│\s]+", " ", capsys.readouterr().err)
    assert (status, said in message, file.exists()) == (1, True, False)


def test_two_values_for_one_field_are_refused(store, file, capsys):
    """Which of them was meant nobody can say; the last would win in silence."""
    claims, _, _ = ids(store, file)
    status = run(["correct", claims[0], "donor=SWE", "donor=NOR", "--because", "why", "--store", store])

    message = re.sub(r"[│\s]+", " ", capsys.readouterr().err)
    assert (status, "`donor` is given two values, 'SWE' and 'NOR'" in message, file.exists()) == (1, True, False)
