"""What the report says about an edition, from tables small enough to count by hand."""

import csv
import re
from dataclasses import astuple, replace
from decimal import Decimal

import pytest
from markupsafe import Markup, escape

from analysis.briefing import sections
from analysis.briefing.evidence import evidence_for
from analysis.briefing.ledger_view import in_order, ledger_row
from analysis.briefing.limits_view import limits_of
from analysis.briefing.mentions_view import mention_shares, show_mentions
from analysis.briefing.outlets_view import copied_stories, outlet_counts
from analysis.briefing.periods import trend_of, whole_period
from analysis.briefing.reasons import REASONS
from analysis.briefing.summary import changed_pledges, findings
from analysis.briefing.tables import edition_tables
from analysis.briefing.totals_view import sensitivity, totals_of
from analysis.schemas import EXCLUDE_REASONS
from tests.briefing.editions import MILLION, PARAMETERS, article, claim, edition, mention, pledge, scored
from tests.briefing.hostile import PAYLOADS, hostile_edition
from tests.briefing.pages import page_of
from tests.briefing.week import week_edition

WEEK = week_edition()
NEW = WEEK.new_pledges(WEEK.period)


def plain(value):
    """Give markup as the words a reader sees."""
    return value.striptags() if isinstance(value, Markup) else value


def test_in_brief():
    """Each finding has its number, its change or reason, and leads somewhere."""
    told = [tuple(plain(part) for part in astuple(f)) for f in findings(WEEK, mention_shares(WEEK))]

    assert [(number, target) for number, target, _, _ in told] == [
        ("€199\N{NO-BREAK SPACE}m", "pledges"),
        ("€113\N{NO-BREAK SPACE}m", "pledge-p2"),
        ("1", "pledge-p4"),
        ("67 in 100", "m-KEN"),
        ("3 in 100", "m-JPN"),
    ]
    assert told[0][2] == (
        "or more newly pledged by three donors, in 3 reported pledges; none with a figure the week before."
    )
    assert told[3][2:] == (
        "articles name Kenya; 7 in 100 the week before.",
        "20 of 30 independent texts, against 2 of 30: more than noise at 95 %.",
    )


def test_in_brief_is_never_shorter_than_three_where_there_is_something_to_say():
    """A quiet week tells what did not change, and says that the change is noise; a busy one leaves that out."""
    quiet = quiet_week()
    told = [(f.number, f.target, plain(f.words)) for f in findings(quiet, mention_shares(quiet))]

    assert told == [
        ("No", "pledges", "new pledge was reported."),
        (
            "1",
            "reason-price",
            "amount was read and not counted, of 1 read; 1 of 1 the week before, a change within noise.",
        ),
        (
            "1",
            "copies-a2",
            "of 3 articles repeat a text that is counted elsewhere; 0 of 1 the week before, a change within noise.",
        ),
    ]


def quiet_week():
    """Make a week with a price, a copy and nothing else, after one with a price."""
    rows = [article(1, "2025-10-07"), article(2, "2025-10-08"), article(3, "2025-10-08"), article(4, "2025-10-01")]
    rows[2] |= {"story_id": "a2", "is_canonical": False}
    prices = [claim(n, f"a{n}", "A pump costs 5 euros.", "5 euros", exclude_reason="price") for n in (1, 4)]
    return edition(articles=rows, claims=prices)


def test_who_fell_to_none_leads_to_the_sentences_of_the_week_before():
    """A name that nobody prints any more has a panel, with what was printed when somebody did."""
    rows = [article(n, "2025-10-07") for n in range(1, 31)] + [article(n, "2025-10-01") for n in range(31, 61)]
    named = [mention(n, "KEN", "Kenya", "Kenya votes today.") for n in range(31, 51)]
    week = edition(articles=rows, mentions=named)
    found = [(f.number, f.target) for f in findings(week, mention_shares(week))]
    shown = show_mentions(week, mention_shares(week), "countries").html

    assert found == [("No", "pledges"), ("0 in 100", "m-KEN")]
    assert "<summary>Sentences of the week before<" in shown
    assert "<mark>Kenya</mark> votes today." in shown


def test_every_target_of_in_brief_is_on_the_page():
    """No number leads to a place that is not there, and ids are unique."""
    page = page_of(WEEK)
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert set(re.findall(r'class="number" href="#([^"]+)"', page)) <= set(ids)
    assert len(ids) == len(set(ids))


def test_ids_are_unique_whatever_the_text():
    """Hostile ids of registers do not collide either."""
    ids = re.findall(r'\bid="([^"]+)"', page_of(hostile_edition()))

    assert len(ids) == len(set(ids))


def test_totals_are_an_interval():
    """Floor, best and open ceiling of three pledges, one of them without an upper bound."""
    sums = totals_of(NEW)

    assert (sums.pledges, sums.converted, sums.is_open) == (3, 3, True)
    assert (sums.floor, sums.best) == (Decimal("197994350.28"), Decimal("198994350.28"))


def test_no_pledge_sums_to_nothing():
    """An empty ledger has totals of zero and nothing converted."""
    assert totals_of(NEW.iloc[:0]).converted == 0


def test_other_rules_give_other_totals():
    """Copies counted as pledges raise the total; loans, single sources and upper bounds out lower it."""
    best = sensitivity(WEEK).set_index("name")["best"]
    less = ("Loans left out", "Single sources out", "Lower bounds only", "Firm stages only")

    assert best["Copies counted too"] > best["As counted"]
    assert [best["As counted"] > best[name] for name in less] == [True] * 4


def test_a_rule_says_how_far_it_is_from_the_total():
    """Each total under another rule has its distance in per cent; the one that is counted stands alone."""
    words = sensitivity(WEEK).set_index("name")["words"].str.replace("\N{NO-BREAK SPACE}", " ")

    assert words["As counted"] == "€199 m or more"
    assert (words["Loans left out"], words["Single sources out"]) == ("€86.0 m or more (−57 %)", "€0 (−100 %)")


def test_a_part_of_an_earlier_pledge_is_not_hung_under_a_stranger():
    """A part whose sum is in the table stands under it; one of an earlier pledge says so and links there."""
    made = [claim(n, f"a{n}", "Oslo gives 5 euros.", "5 euros") for n in range(1, 5)]
    rows = [
        pledge(1, [made[0]], "2025-09-01", last_reported="2025-10-08", best_converted=10 * MILLION),
        pledge(2, [made[1]], "2025-10-07", best_converted=3 * MILLION, parent_id="p1"),
        pledge(3, [made[2]], "2025-10-07", best_converted=5 * MILLION),
        pledge(4, [made[3]], "2025-10-07", best_converted=2 * MILLION, parent_id="p3"),
    ]
    week = edition(articles=[article(n, "2025-10-07") for n in range(1, 5)], claims=made, pledges=rows)
    shown = sections.show_new_pledges(week).html

    assert re.findall(r'<tbody role="rowgroup" id="(\S+)" data-unfolds( class="part")?>', shown) == [
        ("pledge-p3", ""),
        ("pledge-p4", ' class="part"'),
        ("pledge-p2", ""),
    ]
    assert 'of <a href="#pledge-p1">an earlier pledge</a>' in shown
    assert 'of <a href="#pledge-p3">the sum above</a>' in shown


def test_ledger_is_ordered_by_size_with_parts_under_their_sum():
    """Largest first, a part directly under its sum, unconverted last."""
    made = [claim(n, f"a{n}", "Oslo gives 5 euros.", "5 euros") for n in range(1, 5)]
    rows = [
        pledge(1, [made[0]], "2025-10-07", best_converted=10 * MILLION),
        pledge(2, [made[1]], "2025-10-07", best_converted=None),
        pledge(3, [made[2]], "2025-10-07", best_converted=5 * MILLION, parent_id="p1"),
        pledge(4, [made[3]], "2025-10-07", best_converted=7 * MILLION),
    ]
    ledger = edition(claims=made, pledges=rows).pledges

    assert list(in_order(ledger)["pledge_id"]) == ["p1", "p3", "p4", "p2"]


def test_a_row_tells_how_it_was_read():
    """Donor resolved, rate and duration in words, ceiling open where the text has none."""
    row = ledger_row(NEW.set_index("pledge_id", drop=False).loc["p1"], WEEK)
    lent = ledger_row(NEW.set_index("pledge_id", drop=False).loc["p2"], WEEK)

    assert (row.donor, row.low, row.high, row.texts) == ("Norway", "80.0", "open", 1)
    assert dict(row.how)["Read as"] == "“Oslo” as Norway"
    assert dict(lent.how)["Rate"] == "177.0000 JPY per EUR, ECB reference rate of 7 Oct 2025"
    assert dict(lent.how)["Time"].startswith("over 10 years")


def test_a_receiver_that_no_register_lists_is_named_as_printed():
    """The ledger and its table say "the Kestrel Hospice"; what opens a sentence is written as within one."""
    said = claim(1, "a1", "The Kestrel Hospice was given 5 million euros.", "5 million euros", recipient=None)
    said["recipient_text"] = "The Kestrel Hospice"
    made = edition(articles=[article(1, "2025-10-07")], claims=[said], pledges=[pledge(1, [said], "2025-10-07")])

    assert ledger_row(made.pledges.iloc[0], made).recipient == "the Kestrel Hospice"
    assert edition_tables(made)["pledges"]["recipient_name"][0] == "the Kestrel Hospice"


def test_a_figure_without_a_currency_of_its_own_shows_it():
    """A cell of a table prints a bare figure: its currency stands in brackets beside it, and where it is from."""
    cell = claim(1, "a1", "Norway | 4,271,376", "4,271,376", currency="USD")
    said = claim(2, "a1", "Norway gave 5 million euros.", "5 million euros")
    made = edition(
        articles=[article(1, "2025-10-07")],
        claims=[cell, said],
        pledges=[pledge(1, [cell], "2025-10-07"), pledge(2, [said], "2025-10-07")],
    )
    rows = [ledger_row(row, made) for _, row in made.pledges.iterrows()]

    assert [row.printed for row in rows] == ["4,271,376 [USD]", "5 million euros"]
    assert dict(rows[0].how)["Currency"] == "USD, as the head of the table says"
    assert "Currency" not in dict(rows[1].how)


def test_evidence_quotes_each_text_once():
    """Two copies are one quotation that names the other outlet."""
    found, left = evidence_for(WEEK.claims_named(["c1", "c2"]), WEEK, words="text")

    assert [(e.article_id, e.copies, e.copy_outlets, left) for e in found] == [("a1", 1, ("Second Gazette",), 0)]
    assert "<mark>at least 80 million euros</mark>" in str(found[0].sentence)


def test_evidence_counts_what_it_leaves_out():
    """More texts than are shown are counted."""
    rows = [article(n, "2025-10-07") for n in range(1, 9)]
    made = [claim(n, f"a{n}", "Oslo gives 5 euros.", "5 euros") for n in range(1, 9)]
    week = edition(articles=rows, claims=made)

    found, left = evidence_for(week.claims, week, words="text")

    assert (len(found), left) == (5, 3)


def test_an_older_pledge_that_moved_on_is_told_apart():
    """A new stage this week makes it a change; it is in no total of new pledges."""
    assert list(changed_pledges(WEEK, WEEK.period)["pledge_id"]) == ["p4"]
    assert "p4" not in set(NEW["pledge_id"])


def test_shares_count_texts_not_mentions():
    """Kenya is in 20 of this week's texts and 2 of the week before."""
    row = mention_shares(WEEK).set_index("entity_id").loc["KEN"]

    assert (row["articles"], row["articles_before"], row["is_beyond_noise"]) == (20, 2, True)


def test_outlets_split_texts_and_copies():
    """A copy counts for its outlet, and not as a text."""
    table = outlet_counts(WEEK.articles).set_index("outlet")

    assert tuple(table.loc["Second Gazette", ["independent", "copies", "total"]]) == (0, 1, 1)
    assert list(copied_stories(WEEK.articles)["articles"]) == [2]


def test_limits_are_those_of_the_edition():
    """Undated, foreign and nameless articles are counted out in words."""
    told = limits_of(WEEK)

    assert told[0] == "1 article is in the store without a date of publication, and in no count."
    assert "1 article is of this week in other languages (fr); only English is read." in told


def test_a_week_without_articles_says_so():
    """An empty period renders whole, and says that there is nothing to report."""
    page = page_of(edition())

    assert "there is nothing to report" in page
    assert "No pledge was first reported this week." in page


def test_nothing_pledged_is_no_open_interval():
    """Where there is nothing to add up, no floor, best or ceiling is shown, and nothing is called open."""
    shown = sections.show_totals(edition()).html

    assert "No new pledge this week." in shown
    assert "open" not in shown


def wide_week(low, high):
    """Make a week with one pledge whose figure is an interval, and what best makes of it."""
    made = claim(1, "a1", "Oslo gives billions of euros.", "billions of euros", low=low, high=high)
    row = pledge(
        1, [made], "2025-10-07", best_converted=(low + high) / 2, purpose="for a very long list of things, " * 9
    )
    return edition(articles=[article(1, "2025-10-07")], claims=[made], pledges=[row])


def test_a_vague_sum_is_told_with_its_bounds():
    """A best figure far above its floor stands beside floor and ceiling in the sentences that lead the page."""
    vague, close = (wide_week(100_000 * MILLION, high * MILLION) for high in (900_000, 110_000))
    told = [
        " ".join(str(plain(f.words)) + str(plain(f.why)) for f in findings(w, mention_shares(w)))
        for w in (vague, close)
    ]

    assert ", from €100 bn to €900 bn;" in told[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "From €100 bn to €900 bn. 1 article" in told[0].replace("\N{NO-BREAK SPACE}", " ")
    assert "from €100" not in told[1]


def test_a_column_of_large_figures_is_in_billions():
    """Hundreds of billions are not written in millions; a long purpose is cut in the row and whole in the evidence."""
    shown = sections.show_new_pledges(wide_week(100_000 * MILLION, 900_000 * MILLION)).html

    assert "Best, €bn" in shown
    assert re.search(r'class="r money best" data-label="Best, €bn" data-sort="500000000000[.0]*">500<', shown)
    assert (shown.count("for a very long list of things, " * 8), shown.count("<dt>Purpose</dt>")) == (1, 1)


def test_two_renderings_are_the_same_bytes():
    """The page depends on its tables alone, not on the order of their rows."""
    shuffled = week_edition()
    mixed = edition_of(shuffled)

    assert page_of(WEEK) == page_of(mixed)


def edition_of(week):
    """Give the same edition with the rows of its tables in another order."""
    from dataclasses import replace

    def turned(table):
        return table.iloc[::-1].reset_index(drop=True)

    return replace(week, claims=turned(week.claims), pledges=turned(week.pledges), mentions=turned(week.mentions))


def test_names_of_a_watchlist_are_text(tmp_path):
    """Whatever a register or a watchlist calls somebody shows as text, in charts, tables and sentences."""
    kept = [payload for payload in PAYLOADS if payload.isprintable() and len(payload) < 1000 and "|" not in payload]
    with (tmp_path / "watch.csv").open("w", encoding="utf-8", newline="") as handle:
        csv.writer(handle).writerows(
            [("id", "name", "kind"), *((f"W{n}", name, "person") for n, name in enumerate(kept, 1))]
        )
    rows = [article(n, "2025-10-07") for n in range(1, 31)]
    named = [mention(a, f"W{(a + 1) // 2}", "Ola", "Ola is good.", kind="person") for a in range(1, 2 * len(kept) + 1)]
    scores = [scored(a, "Ola is good.", 0.7, [["good", 0.7]]) for a in range(1, 2 * len(kept) + 1)]
    asked = replace(PARAMETERS, watchlist=tmp_path / "watch.csv", top=30)
    page = page_of(edition(articles=rows, mentions=named, sentences=scores, parameters=asked))
    body = page[page.index("<main") : page.index("</main>")]

    assert [name for name in kept if f"<bdi>{escape(name)}</bdi>" not in body] == []
    assert re.findall(r"<(?:script|img|style|iframe|meta|form|a href='java)", body) == []


def test_a_week_of_ten_thousand_articles_stays_small():
    """The page is cut where it would grow, and says by how much; the tables hold the rest."""
    long = "a very long sentence about wells, roads, clinics and the people who run them " * 12
    sentence = f"Kenya hears that Oslo gives 5 euros for {long}."
    rows = [article(n, "2025-10-07", outlet=f"Outlet {n % 300}") for n in range(1, 10_001)]
    made = [claim(n, f"a{n}", sentence, "5 euros", purpose=long) for n in range(1, 4_001)]
    ours = [made[at : at + 10] for at in range(0, 4_000, 10)]
    pledges = [pledge(n, group, "2025-10-07", purpose=long) for n, group in enumerate(ours, 1)]
    people = [mention(n, f"P{n % 40}", "Kenya", sentence, kind="person") for n in range(1, 10_001)]
    page = page_of(edition(articles=rows, claims=made, pledges=pledges, mentions=people))

    assert len(page.encode()) < 3_000_000
    assert f"{400 - 150} more pledges, all smaller" in page


def test_every_reason_has_words():
    """A reason that the ledger may give is explained on the page."""
    assert set(REASONS) == set(EXCLUDE_REASONS)


def test_the_trend_runs_back_in_whole_periods():
    """Six weeks, oldest first, each ending the day before the next."""
    weeks = trend_of(whole_period(PARAMETERS.start, PARAMETERS.end))

    assert [w.label for w in weeks] == [f"2025-W{n}" for n in range(36, 42)]


@pytest.mark.parametrize("name", sections.__all__)
def test_a_notebook_finds_every_section(name):
    """Each public name of `sections` says in its docstring what it shows."""
    assert getattr(sections, name).__doc__
