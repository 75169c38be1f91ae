"""The `newsbook` command on the sample corpus, and what it says to bad input."""

import json
import shutil
import subprocess
import sys

import pytest

from analysis.briefing import standing
from analysis.cli import main
from analysis.config import ROOT, SAMPLE
from analysis.corpus.store import open_store

WEEK = "weekly/2025-W41"


@pytest.fixture
def newsbook(monkeypatch, capsys):
    """Run the command in this process: exit status, standard output, standard error."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["newsbook", *map(str, arguments)])
        status = 0
        try:
            main()
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """Ingest the sample and render its last week, once for all tests that only look."""
    folder = tmp_path_factory.mktemp("sample")
    places = ["--store", str(folder / "store"), "--reports", str(folder / "reports")]
    said = []
    for arguments in (["ingest", str(SAMPLE)], ["brief", "weekly", "--as-of", "2025-10-12"]):
        ran = subprocess.run(
            [sys.executable, "-m", "analysis", *arguments, *places],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
        )
        assert ran.returncode == 0, ran.stderr
        said.append(ran.stdout)
    return folder, places, said


def _copy(sample, tmp_path):
    """Copy the sample's store and reports, for a test that changes them."""
    shutil.copytree(sample[0], tmp_path / "copy")
    return ["--store", tmp_path / "copy" / "store", "--reports", tmp_path / "copy" / "reports"]


def test_brief_prints_where_the_page_is(sample):
    """The last line printed is the path of the page, and the page is there."""
    folder, _, said = sample
    last = said[1].splitlines()[-1]

    assert (last, (folder / "reports" / WEEK / "briefing.html").is_file()) == (
        str(folder / "reports" / WEEK / "briefing.html"),
        True,
    )


def test_report_holds_every_file(sample):
    """A report is a page, eight tables, a workbook, the executed notebook and a manifest."""
    place = sample[0] / "reports" / WEEK

    assert sorted(path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()) == [
        "briefing.html",
        "executed.ipynb",
        "ledger.xlsx",
        "manifest.json",
        "tables/amounts_not_counted.csv",
        "tables/claims.csv",
        "tables/mentions.csv",
        "tables/new_names.csv",
        "tables/pledges.csv",
        "tables/pledges_by_year.csv",
        "tables/sentiment.csv",
        "tables/tone.csv",
    ]


def test_page_asks_nothing_of_the_network(sample):
    """The page names no file or script outside itself, and no place of this machine."""
    page = (sample[0] / "reports" / WEEK / "briefing.html").read_text(encoding="utf-8")

    found = [word for word in ('src="http', "<link", "@import", str(sample[0]), str(ROOT)) if word in page]
    assert found == []


def test_verify_renders_the_same_bytes(sample, newsbook):
    """A report of the sample comes out the same, byte for byte, when it is rendered again."""
    status, out, _ = newsbook("verify", sample[0] / "reports" / WEEK, *sample[1])

    assert (status, "11 files come out the same, byte for byte." in out) == (0, True)


def test_verify_names_a_changed_figure(sample, newsbook, tmp_path):
    """A figure changed in a table is found, and the command fails."""
    places = _copy(sample, tmp_path)
    table = places[3] / WEEK / "tables" / "pledges.csv"
    table.write_bytes(table.read_bytes().replace(b"0", b"9", 1))
    status, _, err = newsbook("verify", places[3] / WEEK, *places)

    assert (status, "tables/pledges.csv was changed after it was published" in err) == (1, True)


def test_second_ingest_adds_nothing(sample, newsbook, tmp_path):
    """The same files again: nothing is added, nothing annotated, and the version stays."""
    places = _copy(sample, tmp_path)
    before = open_store(places[1]).version
    status, out, _ = newsbook("ingest", SAMPLE, *places)

    assert (status, ": 0 articles added" in out, "0 texts annotated" in out, open_store(places[1]).version) == (
        0,
        True,
        True,
        before,
    )


def test_missing_renders_what_lacks_a_report(sample, newsbook, tmp_path):
    """`--missing` renders every whole period of the store without a report, and none a second time."""
    places = _copy(sample, tmp_path)
    status, out, _ = newsbook("brief", "monthly", "--missing", *places)
    again = newsbook("brief", "monthly", "--missing", *places)

    assert (status, len(out.splitlines()), again[:2]) == (0, 2, (0, "No period of `monthly` lacks a report.\n"))


def test_period_without_articles_is_rendered(sample, newsbook, tmp_path):
    """A week in which nothing was published has a briefing that says so."""
    places = _copy(sample, tmp_path)
    status, _, _ = newsbook("brief", "weekly", "--as-of", "2019-03-03", *places)
    facts = json.loads((places[3] / "weekly" / "2019-W09" / "manifest.json").read_text())

    assert (status, set(facts["totals"].values())) == (0, {0})


def test_status_shows_store_runs_and_what_is_due(sample, newsbook):
    """One screen: articles, the last runs, and the briefings of the last whole period."""
    status, out, _ = newsbook("status", *sample[1])

    assert (status, [word for word in ("articles", "annotate", "brief", "weekly", "due") if word not in out]) == (0, [])


def test_correction_is_recorded_and_replayed(sample, newsbook, tmp_path, monkeypatch):
    """A claim is corrected by its id; the correction is checked and kept with its reason."""
    from analysis.commands import correct

    places = _copy(sample, tmp_path)
    monkeypatch.setattr(correct, "CORRECTIONS", tmp_path / "corrections.csv")
    claim = open_store(places[1]).claims(columns=["claim_id"])["claim_id"].iloc[0]
    status, out, _ = newsbook("correct", claim, "instrument=loan", "--because", "the text says lend", *places)

    assert (status, claim in out, (tmp_path / "corrections.csv").read_text()) == (
        0,
        True,
        f"claim_id,field,value,because\n{claim},instrument,loan,the text says lend\n",
    )


def test_corrupt_input_is_tallied_and_the_rest_loaded(newsbook, tmp_path):
    """A line cut in the middle is named with its file and line; the others are loaded, the loss is shown."""
    good = {"headline": "Aid", "body": "Norway gives Ukraine 5 million euros. " * 5, "published_at": "2025-10-07"}
    (tmp_path / "cut.jsonl").write_text(json.dumps(good) + "\n" + json.dumps(good)[:40] + "\n")
    status, out, err = newsbook("ingest", tmp_path / "cut.jsonl", "--store", tmp_path / "store")

    assert (status, "1 article added" in out, "left out: 1" in err, "cut.jsonl" in err) == (0, True, True, True)


BAD = [
    # arguments, exit status, what is said
    (["brief", "wekly"], 1, "Did you mean `weekly`?"),
    (["brief", "weekly", "--as-of", "yesterday"], 1, "'yesterday' is no date, expected ISO 8601 such as 2024-03-03."),
    (["brief", "weekly", "-p", "curency=USD"], 1, "Did you mean `currency`?"),
    (["brief", "weekly", "-p", "currency"], 1, "expected KEY=VALUE, such as -p currency=USD."),
    (["brief", "weekly", "-p", "currency=XXX"], 1, "'XXX' has no ECB reference rate"),
    (["brief", "weekly", "-p", "top=many"], 1, "'many' is not a whole number"),
    (["brief", "weekly", "-p", "start=2025-10-06"], 1, "Parameter `end`"),
    (["brief", "weekly", "-p", "start=2025-10-06", "-p", "end=soon"], 1, "'soon' is no date"),
    (["brief", "weekly", "-p", "store=x"], 1, "is set by --store, not by -p."),
    (["brief", "weekly", "-p", "store_version=99"], 1, "has no version 99"),
    (["brief", "weekly", "-p", "watchlist=none.csv"], 1, "'none.csv' does not exist."),
    (["verify", "no/such/report"], 1, "holds no manifest.json"),
    (["ingest", "no/such/file.csv"], 1, "does not exist"),
    (["ingest", "x.csv", "--map", "titel=Title"], 1, "Unknown parameter `titel` for --map."),
    (["schedule", "weekly", "--as", "chron"], 1, "Did you mean `cron`?"),
    (["correct", "nothing", "a=b", "--because", "x"], 1, "has no claim `nothing`."),
    (
        ["ingest", "x.jsonl", "--engine", "spark"],
        1,
        "Expected `local`, `dask://HOST:PORT` or the path of a cluster file",
    ),
    (["brief"], 2, "Missing argument"),
    (["brief", "weekly", "--nope"], 2, "No such option"),
    (["nonsense"], 2, "No such command"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), BAD, ids=[" ".join(case[0]) for case in BAD])
def test_bad_input_is_one_message(sample, newsbook, arguments, code, said):
    """Bad input ends with a message that says what to do, without a traceback: status 1, usage 2."""
    status, _, err = newsbook(*arguments, *sample[1])

    assert (status, said in " ".join(err.replace("│", " ").split()), "Traceback" in err) == (code, True, False)


def test_missing_store_says_what_to_do(newsbook, tmp_path):
    """Without a store, the message says how to make one."""
    status, _, err = newsbook("brief", "weekly", "--store", tmp_path / "none", "--reports", tmp_path)

    assert (status, "newsbook ingest PATH" in err) == (1, True)


def test_empty_corpus_says_what_to_do(newsbook, tmp_path):
    """A store without articles renders nothing, and the message says what to run."""
    open_store(tmp_path / "store", create=True)
    status, _, err = newsbook("brief", "weekly", "--store", tmp_path / "store", "--reports", tmp_path / "r")

    assert (status, "no articles in the store. Run `newsbook ingest PATH...` first." in err) == (1, True)


def _leaves(group):
    """Every command, those of a group by both names."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from ((f"{name} {below}", leaf) for below, leaf in _leaves(command))
        else:
            yield name, command


def test_every_command_takes_store_and_reports():
    """Every command has --store and --reports, and help."""
    from typer.main import get_command

    from analysis.cli import app

    lacking = [
        name
        for name, command in _leaves(get_command(app))
        if not command.help or not {"store", "reports"} <= {parameter.name for parameter in command.params}
    ]

    assert lacking == []


def test_version_is_that_of_the_package(newsbook):
    """`--version` prints the installed version and ends well."""
    from importlib.metadata import version

    assert newsbook("--version") == (0, f"newsbook {version('newsbook')}\n", "")


def test_standing_briefings_are_usable():
    """Every briefing that ships is scheduled by name with a notebook that exists."""
    assert [b.name for b in standing.load_briefings().values() if not b.notebook.exists()] == []


def test_dictionary_is_checked_without_being_written(newsbook):
    """`dictionary --check` says whether data/README.md is what the contracts give."""
    assert newsbook("dictionary", "--check") == (0, "data/README.md is current.\n", "")


def test_check_finds_the_sample_sound(newsbook, sample):
    """Nothing in the sample's store cannot be, and every day of an outlet is new since the empty version."""
    status, out, err = newsbook("check", "--since", "0", *sample[1])

    assert (status, err) == (0, "")
    assert "nothing in it that cannot be" in out
    assert "Harbour Wire" in out


def test_check_names_what_cannot_be(newsbook, sample, monkeypatch):
    """A fault is named, and the command fails, so that a scheduler notices."""
    monkeypatch.setattr("analysis.commands.check.check_corpus", lambda _: ["`mentions`: 3 are of no article"])
    status, _, err = newsbook("check", *sample[1])

    assert status == 1
    assert "`mentions`: 3 are of no article" in err
