"""What may not change a ledger: order, repetition, copies, articles about others; and what its sums are."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.money.convert import convert_pledges
from analysis.money.ledger import merge_claims
from analysis.money.totals import pledge_totals
from analysis.money.years import pledges_by_year, spread
from analysis.schemas import ARTICLES, CLAIMS
from tests.money.ledger_help import MILLION, article_row, claim

REPORTS = st.fixed_dictionaries(
    {
        "donor": st.sampled_from(["NOR", "SWE", "NOR SWE", "EU", "EPF", "various", "bill-gates"]),
        "recipient": st.sampled_from(["UKR", "MDA", "EPF", None]),
        "recipient_text": st.sampled_from(["a country", None]),
        "value": st.sampled_from([5, 10, 15, 30, 187]),
        "currency": st.sampled_from(["EUR", "NOK", "USD"]),
        "instrument": st.sampled_from(["grant", "loan", "unknown"]),
        "status": st.sampled_from(["pledged", "approved", "disbursed", "cancelled"]),
        "exclude_reason": st.sampled_from(
            ["", "", "", "", "part", "restatement", "other", "proposed", "total_to_date", "denied", "no_donor"]
        ),
        "qualifier": st.sampled_from(["exact", "exact", "about", "more_than", "at_most", "vague"]),
        "purpose": st.sampled_from([None, None, "for schools", "for shells", "to repair schools"]),
        "sector": st.sampled_from(["other", "military", "humanitarian"]),
        "per": st.sampled_from([None, None, None, "year"]),
        "years": st.sampled_from([None, None, Decimal(3)]),
        "words": st.sampled_from(
            [
                "will give {}",
                "will give another {}",
                "raised its pledge to {}",
                "paid a first tranche of {}",
                "paid the second tranche of {}",
                "doubled its pledge for schools to {}",
                "increased its pledge by 5 million to {}",
                "gives {}, not 15 million",
                "is still waiting for the {} for schools",
                "promised {} at the donor conference in Rome",
                "denied that it promised {}",
                "paid the first {} of the 30 million",
            ]
        ),
        "day": st.one_of(st.integers(0, 40), st.integers(0, 150)),
        "article": st.integers(0, 6),
        "story": st.integers(0, 4),
    }
)
SETS = st.lists(REPORTS, min_size=1, max_size=12)
FEW = settings(deadline=None, max_examples=25)


def tables_of(reports):
    """Give the claims and articles of drawn reports; an article has the day and text that its first report drew."""
    rows, articles = [], {}
    for number, drawn in enumerate(reports):
        key = f"a{drawn['article']}"
        day = date(2025, 3, 3) + timedelta(days=drawn["day"])
        articles.setdefault(key, article_row(key, day.isoformat(), f"s{drawn['story']}"))
        level = "person" if drawn["donor"] == "bill-gates" else "government"
        text = f"{drawn['value']} million"
        value, open_ = drawn["value"] * MILLION, drawn["qualifier"]
        named = ("donor", "recipient", "recipient_text", "currency", "instrument", "status", "exclude_reason")
        about = ("qualifier", "per", "years", "purpose", "sector")
        rows.append(
            claim(
                f"c{number:02}",
                key,
                **{name: drawn[name] for name in (*named, *about)},
                donor_level=level,
                low=Decimal(0) if open_ == "at_most" else value,
                high=None if open_ in ("more_than", "vague") else value,
                text=text,
                sentence=f"The giver {drawn['words'].format(text)}.",
                start_char=100 * number,
            )
        )
    return CLAIMS.frame(rows), ARTICLES.frame(articles.values())


def merged(claims, articles):
    """Give the ledger, with nulls that compare equal."""
    ledger = merge_claims(claims, articles)
    return ledger.astype(object).where(ledger.notna(), None)


@FEW
@given(SETS, st.randoms(use_true_random=False))
def test_order_changes_nothing(reports, random):
    """Claims and articles in any order give the same ledger, ids and rules included."""
    claims, articles = tables_of(reports)
    rows, order = list(range(len(claims))), list(range(len(articles)))
    random.shuffle(rows)
    random.shuffle(order)
    shuffled = merged(claims.iloc[rows].reset_index(drop=True), articles.iloc[order].reset_index(drop=True))

    pd.testing.assert_frame_equal(shuffled, merged(claims, articles))


@FEW
@given(SETS)
def test_repetition_changes_nothing(reports):
    """Claims that arrive twice leave the ledger as it was."""
    claims, articles = tables_of(reports)
    twice = pd.concat([claims, claims], ignore_index=True)

    pd.testing.assert_frame_equal(merged(twice, articles), merged(claims, articles))


@FEW
@given(SETS)
def test_an_unrelated_article_changes_nothing(reports):
    """A gift between others, in its own article, leaves every row as it was."""
    claims, articles = tables_of(reports)
    other = CLAIMS.frame([claim("z", "z", donor="CHL", recipient="HTI", currency="CLP")])
    more = merged(
        pd.concat([claims, other], ignore_index=True),
        pd.concat([articles, ARTICLES.frame([article_row("z", "2025-03-10", "z")])], ignore_index=True),
    )

    kept = more[more["donor"] != "CHL"].reset_index(drop=True)
    assert kept.to_dict("records") == merged(claims, articles).to_dict("records")


FAR = {"NOR": "CHL", "SWE": "PER", "NOR SWE": "CHL PER", "EU": "ADB", "EPF": "GCF", "various": "CHL PER"}
FAR |= {"bill-gates": "warren-buffett", "UKR": "HTI", "MDA": "FJI", None: "WSM"}


@FEW
@given(SETS, SETS)
def test_two_worlds_do_not_touch(here, there):
    """What is told of others, however much, changes no row: the ledger of both is the two ledgers together.

    Left out is what a person restates: it is looked for by figure, where no receiver is printed.
    """
    here, there = (
        [r for r in world if not is_loose(r)] or [r | {"donor": "NOR"} for r in world] for world in (here, there)
    )
    claims, articles = tables_of(here)
    far_claims, far_articles = tables_of(there)
    far_claims = far_claims.assign(
        claim_id="z" + far_claims["claim_id"],
        article_id="z" + far_claims["article_id"],
        donor=[FAR[code] for code in far_claims["donor"]],
        recipient=[FAR.get(code) if isinstance(code, str) else FAR[None] for code in far_claims["recipient"]],
    )
    far_articles = far_articles.assign(
        article_id="z" + far_articles["article_id"],
        story_id="z" + far_articles["story_id"],
        outlet="Z" + far_articles["outlet"],
    )
    both = merged(
        pd.concat([claims, far_claims], ignore_index=True), pd.concat([articles, far_articles], ignore_index=True)
    )
    apart = [*merged(claims, articles).to_dict("records"), *merged(far_claims, far_articles).to_dict("records")]

    assert sorted(both.to_dict("records"), key=by_id) == sorted(apart, key=by_id)


def is_loose(drawn):
    """Whether a drawn report is a restatement without a body that gives."""
    return drawn["donor"] == "bill-gates" and drawn["exclude_reason"] == "restatement"


def by_id(row):
    """Give the id of a row of the ledger."""
    return row["pledge_id"]


@FEW
@given(SETS)
def test_copies_have_no_vote(reports):
    """A copy of every article adds articles, and neither a pledge, a text nor a figure."""
    claims, articles = tables_of(reports)
    copies = claims.assign(claim_id="z" + claims["claim_id"], article_id="z" + claims["article_id"])
    copied = articles.assign(article_id="z" + articles["article_id"])
    told = ["donor", "recipient", "low", "high", "currency", "status", "independent_texts", "instrument"]
    once = merged(claims, articles)
    twice = merged(pd.concat([claims, copies], ignore_index=True), pd.concat([articles, copied], ignore_index=True))

    assert twice[told].to_dict("records") == once[told].to_dict("records")


@FEW
@given(SETS, st.sampled_from(["donor", "recipient", "sector", "instrument", "month", "status", "donor_level"]))
def test_totals_are_the_sum_of_the_rows_shown(reports, by):
    """However it is cut, a total is the sum of the rows that are no part and not cancelled."""
    ledger = convert_pledges(merge_claims(*tables_of(reports)), "EUR")
    shown = ledger[ledger["parent_id"].isna() & ~ledger["status"].isin(["cancelled", "denied"])]
    totals = pledge_totals(ledger, by=by)

    sums = [
        sum(column.dropna(), Decimal(0))
        for column in (shown["low_converted"], shown["best_converted"], shown["high_converted"])
    ]
    assert [sum(totals[name], Decimal(0)) for name in ("floor", "best", "ceiling")] == sums


STEP = {
    "donor": "NOR",
    "recipient": "UKR",
    "recipient_text": "a country",
    "value": 5,
    "currency": "EUR",
    "instrument": "grant",
    "status": "pledged",
    "exclude_reason": "",
    "qualifier": "exact",
    "purpose": None,
    "sector": "other",
    "per": None,
    "years": None,
    "words": "increased its pledge by 5 million to {}",
    "day": 0,
    "article": 0,
    "story": 0,
}


@FEW
@example([STEP, STEP, STEP])  # a step as large as its new figure
@given(SETS)
def test_every_claim_is_in_one_pledge_at_most(reports):
    """No sentence counts twice: a claim that makes a pledge makes one, and no part is its own whole."""
    claims, articles = tables_of(reports)
    ledger = merged(claims, articles)
    counted = {row["claim_id"] for row in claims.to_dict("records") if row["exclude_reason"] == ""}
    used = [name for ids in ledger["claim_ids"] for name in json.loads(ids) if name in counted]
    # A payment that names its whole speaks of the whole too: it is evidence there.
    named = sum("named by one of its payments" in rule for rule in ledger["merge_rule"])

    assert len(used) - len(set(used)) <= named * len(claims)
    assert set(used) == counted
    assert all(row["parent_id"] != row["pledge_id"] for row in ledger.to_dict("records"))
    assert set(ledger["parent_id"].dropna()) <= set(ledger.loc[ledger["parent_id"].isna(), "pledge_id"])


@FEW
@given(st.decimals(0, 10**12, places=2), st.decimals("1.1", 40, places=1))
def test_yearly_shares_add_up(whole, years):
    """What is spread over years is the whole, to the cent."""
    assert sum(spread(whole, years)) == whole


@FEW
@given(SETS)
def test_a_view_by_year_adds_nothing(reports):
    """The shares of each pledge by year come to the pledge."""
    ledger = convert_pledges(merge_claims(*tables_of(reports)), "EUR")
    by_year = pledges_by_year(ledger)
    whole = ledger.set_index("pledge_id")["best_converted"]

    for name, rows in by_year.dropna(subset=["best_converted"]).groupby("pledge_id"):
        assert sum(rows["best_converted"]) == whole[name]


@FEW
@given(SETS, st.randoms(use_true_random=False))
def test_names_of_articles_decide_nothing(reports, random):
    """Which reports are one gift does not hang on how claims and articles are called."""
    claims, articles = tables_of(reports)
    new = dict(zip(claims["claim_id"], random.sample(sorted(claims["claim_id"]), len(claims)), strict=True))
    called = dict(
        zip(articles["article_id"], random.sample(sorted(articles["article_id"]), len(articles)), strict=True)
    )
    renamed = merged(
        claims.assign(claim_id=claims["claim_id"].map(new), article_id=claims["article_id"].map(called)),
        articles.assign(article_id=articles["article_id"].map(called)),
    )
    back = {name: old for old, name in new.items()}

    assert groups_of(renamed, back) == groups_of(merged(claims, articles), {name: name for name in back})


def groups_of(ledger, names):
    """Give the claims of each pledge, under their first names."""
    return sorted(sorted(names[claim] for claim in json.loads(ids)) for ids in ledger["claim_ids"])
