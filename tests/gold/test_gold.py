"""The gold agrees with itself: what it states is printed, and every name in it is one of the vocabulary."""

import json
import re
import sys
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import folders

from analysis.corpus.clean import clean_article
from analysis.corpus.load import load_articles
from analysis.mentions.register import default_register
from analysis.schemas import DONOR_LEVELS, EXCLUDE_REASONS, INSTRUMENTS, QUALIFIERS, SECTORS, STATUSES

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "data" / "sample"
WRITTEN = [HERE / name for name in folders.WRITTEN]
FOLDERS = [folder for folder in (SAMPLE, *WRITTEN) if folder.is_dir()]
ROWS = sorted(HERE.glob("rows*.jsonl"))


def toml(folder, name):
    """Read a file of the gold."""
    gold = folder / "GOLD" if (folder / "GOLD").is_dir() else folder
    return tomllib.loads((gold / name).read_text(encoding="utf-8"))


def bodies(folder):
    """Clean the articles, by the name that the gold gives each."""
    files = [path for path in folder.iterdir() if path.suffix in (".jsonl", ".txt", ".html")]
    found = [(path, article) for path in files for article in load_articles(path)]
    return {
        (article.url if path.suffix == ".jsonl" and article.url else path.name): clean_article(article.body).body
        for path, article in found
    }


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_amounts_are_printed_in_this_order(folder):
    """Every amount stands in its article, behind the one before."""
    texts, lost = bodies(folder), []
    for entry in toml(folder, "amounts.toml")["article"]:
        at = 0
        for words in entry["amounts"]:
            start = texts[entry["article"]].find(words, at)
            lost += [(entry["article"], words)] if start < 0 else []
            at = max(at, start + len(words))

    assert lost == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_does_not_count_is_an_amount_with_a_reason(folder):
    """Every amount left out is one of the article's amounts, and its reason is in the vocabulary."""
    amounts = Counter(
        (entry["article"], words) for entry in toml(folder, "amounts.toml")["article"] for words in entry["amounts"]
    )
    left_out = toml(folder, "not_counted.toml")["amount"]
    listed = Counter((row["article"], row["text"]) for row in left_out)

    assert (listed - amounts, {row["reason"] for row in left_out} - set(EXCLUDE_REASONS)) == (Counter(), set())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_pledges_use_the_vocabulary(folder):
    """Fields of a pledge hold words of the schema; ids are unique, parents and reports exist."""
    pledges, articles = toml(folder, "pledges.toml")["pledge"], set(bodies(folder))
    ids = [pledge["id"] for pledge in pledges]
    words = {
        "donor_level": DONOR_LEVELS,
        "instrument": INSTRUMENTS,
        "status": STATUSES,
        "sector": SECTORS,
        "qualifier": QUALIFIERS,
    }
    wrong = [(p["id"], name, p[name]) for p in pledges for name, allowed in words.items() if p[name] not in allowed]
    wrong += [(p["id"], "part_of", p["part_of"]) for p in pledges if p.get("part_of", ids[0]) not in ids]
    wrong += [(p["id"], "report", r) for p in pledges for r in p["reports"] if r not in articles]
    wrong += [(p["id"], "money or goods") for p in pledges if "currency" not in p and "in_kind" not in p]

    assert (wrong, len(ids)) == ([], len(set(ids)))


@pytest.mark.parametrize("folder", [folder for folder in WRITTEN if folder.is_dir()], ids=lambda folder: folder.name)
def test_an_amount_is_left_out_or_its_article_reports_a_pledge_of_money(folder):
    """An amount that is not left out belongs to one of the pledges that its article reports."""
    left_out = Counter((row["article"], row["text"]) for row in toml(folder, "not_counted.toml")["amount"])
    reports = {
        report
        for pledge in toml(folder, "pledges.toml")["pledge"]
        if "currency" in pledge
        for report in pledge["reports"]
    }
    orphans = [
        (entry["article"], words)
        for entry in toml(folder, "amounts.toml")["article"]
        for words in (
            Counter(entry["amounts"]) - Counter({t: n for (a, t), n in left_out.items() if a == entry["article"]})
        )
        if entry["article"] not in reports
    ]

    assert orphans == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_article_has_its_amounts_and_mentions(folder):
    """The tables of amounts and of mentions know all articles with either, and no others."""
    articles = set(bodies(folder))
    tables = {
        name: {entry["article"] for entry in toml(folder, name)["article"]}
        for name in ("amounts.toml", "mentions.toml")
    }

    assert {name: listed - articles for name, listed in tables.items()} == {
        "amounts.toml": set(),
        "mentions.toml": set(),
    }


@pytest.mark.parametrize("path", ROWS, ids=lambda path: path.stem)
def test_rows_are_well_formed(path):
    """A row's figure stands in its text in some scale, and its donor in the register."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    known = {entity.id for entity in default_register().entities}
    wrong = [
        row["id"]
        for row in rows
        if row["donor"] not in known
        or row["kind"] not in {"Financial", "Humanitarian", "Military"}
        or not re.fullmatch("[A-Z]{3}", row["currency"])
        or not any(_printed(row["amount"] / scale, row["text"]) for scale in (1, 1e3, 1e6, 1e7, 1e9))
        or (row["announced"] and date.fromisoformat(row["announced"]) < date(2022, 1, 1))
    ]

    assert (wrong, len({row["id"] for row in rows})) == ([], len(rows))


def _printed(value, text):
    """Whether a number stands in a text, with a point or a comma for decimals and for thousands."""
    forms = {
        f"{value:,.0f}",
        f"{value:,.0f}".replace(",", " "),
        f"{value:,.0f}".replace(",", "."),
        f"{value:.10g}",
        f"{value:.10g}".replace(".", ","),
    }
    return any(re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d|[.,]\d)", text) for form in forms)
