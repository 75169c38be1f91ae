"""Sets of articles and the ledger they must give; what order and repetition may not change."""

import json
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.money.ledger import merge_claims
from tests.money.ledger_help import tables, whole

STORIES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "stories.jsonl").read_text(encoding="utf-8").splitlines()
]
ALL = [
    {**article, "id": f"{n}-{article['id']}", "story": f"{n}-{article['story']}"}
    for n, story in enumerate(STORIES)
    for article in story["articles"]
]


CORE = ("donor", "recipient", "low", "high", "currency", "status", "articles", "independent_texts", "part")


def told(row: dict) -> dict:
    """Give a row of the ledger in the words of the cases."""
    figures = {name: whole(row[name]) for name in ("low", "high", "years")}
    return {**row, **figures, "count": whole(row["in_kind_count"]), "part": bool(row["parent_id"])}


@pytest.mark.parametrize("story", STORIES, ids=[story["name"] for story in STORIES])
def test_story_gives_its_ledger(story):
    """A set of articles gives exactly the pledges its case lists."""
    claims, articles = tables(story["articles"])
    ledger = merge_claims(claims, articles)
    wanted = [{"part": False, **row} for row in story["ledger"]]

    found = [told(row) for row in ledger.astype(object).where(ledger.notna(), None).to_dict("records")]
    rank = [json.dumps([row[name] for name in CORE]) for row in wanted]
    found.sort(key=lambda row: json.dumps([row[name] for name in CORE]))
    wanted = [row for _, row in sorted(zip(rank, wanted, strict=True), key=lambda pair: pair[0])]

    extra = [{name: row[name] for name in want} for row, want in zip(found, wanted, strict=False)]
    assert (extra, len(found)) == (wanted, len(wanted))


@settings(deadline=None, max_examples=15)
@given(st.randoms(use_true_random=False))
def test_order_of_articles_changes_nothing(random):
    """Shuffling claims and articles gives the same ledger, ids included."""
    claims, articles = tables(ALL[:24])
    order, rows = list(range(len(claims))), list(range(len(articles)))
    random.shuffle(order)
    random.shuffle(rows)

    shuffled = merge_claims(claims.iloc[order].reset_index(drop=True), articles.iloc[rows].reset_index(drop=True))

    pd.testing.assert_frame_equal(shuffled, merge_claims(claims, articles))


def test_merging_twice_changes_nothing():
    """Claims that arrive a second time leave the ledger as it was."""
    claims, articles = tables(ALL)
    twice = pd.concat([claims, claims], ignore_index=True)

    pd.testing.assert_frame_equal(merge_claims(twice, articles), merge_claims(claims, articles))


def test_an_unrelated_article_changes_nothing():
    """A gift of others is added; the rows there were stay as they were."""
    claims, articles = tables(STORIES[1]["articles"])
    other = {
        "id": "z",
        "date": "2025-03-03",
        "outlet": "Z",
        "story": "z",
        "text": "Chile will give Haiti 300 million pesos.",
    }
    more_claims, more_articles = tables([*STORIES[1]["articles"], other])

    before, after = merge_claims(claims, articles), merge_claims(more_claims, more_articles)

    kept = after[after["donor"] != "CHL"].reset_index(drop=True)
    pd.testing.assert_frame_equal(kept, before)


def test_every_merge_names_its_rule_and_claims():
    """A row says why its claims were joined, and which they are."""
    claims, articles = tables(STORIES[1]["articles"])

    (row,) = merge_claims(claims, articles).to_dict("records")

    assert (row["merge_rule"], json.loads(row["claim_ids"])) == ("same donor, recipient and amount", ["1-0", "2-0"])


def test_without_articles_each_is_its_own_text():
    """Without the articles the day a claim was made is its date."""
    claims, _ = tables(
        [
            {
                "id": "1",
                "date": "2025-03-05",
                "outlet": "A",
                "story": "1",
                "text": "Norway gave Mali 5 million euros on Monday.",
            }
        ]
    )

    (row,) = merge_claims(claims).to_dict("records")

    assert (row["first_reported"], row["articles"], row["independent_texts"]) == ("2025-03-03", 1, 1)


def test_no_claims_no_pledges():
    """An empty table gives an empty ledger."""
    claims, articles = tables([])

    assert merge_claims(claims, articles).empty
