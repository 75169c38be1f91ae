"""What tells one gift from two: time, purpose, receiver, figure, and what a text says of the figure before it."""

import cProfile
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from analysis.money.ledger import merge_claims
from analysis.schemas import ARTICLES, CLAIMS
from tests.money.ledger_help import MILLION, article_row, claim, ledger_of

DAYS = {"a": "2025-03-03", "b": "2025-03-20", "c": "2025-04-25"}


def gift(key, article, millions, words="Norway will give Ukraine a grant of {}.", **more):
    """Give a claim of so many million euros in the sentence `words`."""
    text = f"{millions} million euros"
    figures = {"low": millions * MILLION, "high": millions * MILLION, "text": text, "sentence": words.format(text)}
    return claim(key, article, **{**figures, **more})


def figures(rows):
    """Give the figures of a ledger in millions, with the number of articles, in order of size."""
    return sorted((int(row["low"] / MILLION), row["articles"]) for row in rows)


TWO = [
    # name, first, second, ledger
    ("a round sum seven weeks later is new", gift("1", "a", 100), gift("2", "c", 100), [(100, 1), (100, 1)]),
    ("an odd figure is the gift told before", gift("1", "a", 188), gift("2", "c", 188), [(188, 2)]),
    ("125 is round", gift("1", "a", 125), gift("2", "c", 125), [(125, 1), (125, 1)]),
    (
        "the sum is known to the reader",
        gift("1", "a", 100),
        gift("2", "c", 100, "Ukraine is waiting for the promised {} from Norway."),
        [(100, 2)],
    ),
    (
        "a round sum for another purpose and sector is another gift",
        gift("1", "a", 5, purpose="for cholera vaccines", sector="humanitarian"),
        gift("2", "b", 5, purpose="to train teachers", sector="other"),
        [(5, 1), (5, 1)],
    ),
    (
        "an odd one in other words is one",
        gift("1", "a", 187, purpose="for cholera vaccines", sector="humanitarian"),
        gift("2", "b", 187, purpose="to train teachers", sector="other"),
        [(187, 2)],
    ),
    (
        "the second payment is not the third",
        gift("1", "a", 6, "Ghana received the second tranche of {} on Tuesday."),
        gift("2", "b", 6, "Ghana received the third tranche of {} on Tuesday."),
        [(6, 1), (6, 1)],
    ),
    (
        "without a receiver two purposes are two gifts",
        gift("1", "a", 10, "Norway gives {} for homes.", recipient=None, recipient_text=None, purpose="for homes"),
        gift("2", "d", 10, "Norway gives {} for pipes.", recipient=None, recipient_text=None, purpose="for pipes"),
        [(10, 1), (10, 1)],
    ),
    (
        "without a receiver two subjects are two gifts",
        gift("1", "a", 10, "Norway will give {} to villages in the hills.", recipient=None, recipient_text=None),
        gift("2", "e", 10, "Norway will spend {} on testing pupils.", recipient=None, recipient_text=None),
        [(10, 1), (10, 1)],
    ),
    (
        "two outlets print one sum within days",
        gift("1", "a", 10, "Norway will give {} to villages in the hills.", recipient=None, recipient_text=None),
        gift("2", "d", 10, "Norway will spend {} on testing pupils.", recipient=None, recipient_text=None),
        [(10, 2)],
    ),
    (
        "what says nothing but the sum may be anything",
        gift("1", "a", 10, "Norway will give {}.", recipient=None, recipient_text=None),
        gift("2", "e", 10, "Norway will spend {} on testing pupils.", recipient=None, recipient_text=None),
        [(10, 2)],
    ),
    (
        "billions are no figure",
        gift("1", "a", 1000),
        gift("2", "d", 1000, qualifier="vague", high=None, text="billions of euros"),
        [(1000, 1), (1000, 1)],
    ),
    (
        "a figure told beside the one it was not",
        gift("1", "a", 12),
        gift("2", "d", 21, "Norway is giving Ukraine {}, not 12 million euros."),
        [(12, 1), (21, 1)],
    ),
    (
        "a person announced it",
        gift("1", "a", 40, donor="GATES", donor_level="foundation"),
        gift("2", "d", 40, "Bill Gates announced {} for Ukraine.", donor="bill-gates", donor_level="person"),
        [(40, 2)],
    ),
]


@pytest.mark.parametrize(("first", "second", "ledger"), [case[1:] for case in TWO], ids=[case[0] for case in TWO])
def test_two_reports(first, second, ledger):
    """Two reports of one figure are one gift or two."""
    assert figures(ledger_of(first, second, days={**DAYS, "d": "2025-03-05", "e": "2025-03-07"})) == ledger


def test_a_denied_figure_is_replaced():
    """What a figure is said not to be, "21 million, not 12 million", it was reported to be before."""
    words = "Norway is giving Ukraine {}, not 12 million euros."
    right = gift("2", "b", 21, words)
    wrong = gift("3", "b", 12, exclude_reason="denied", sentence=right["sentence"], start_char=66)
    rows = ledger_of(gift("1", "a", 12), right, wrong, days=DAYS)

    assert (figures(rows), rows[0]["merge_rule"]) == ([(21, 2)], "figure revised")


RAISES = [
    # name, words of the new report, more of it, ledger
    ("twice the one", "Norway doubled its pledge to Ukraine to {}.", {}, [(100, 1), (400, 2)]),
    ("the one of its purpose", "Norway raised its pledge for bridges to {}.", {}, [(200, 1), (400, 2)]),
    ("the one of its sector", "Norway raised its pledge to {}.", {"sector": "military"}, [(100, 1), (400, 2)]),
    ("the nearest in size", "Norway raised its pledge to Ukraine to {}.", {}, [(100, 1), (400, 2)]),
    ("none that is not half", "Norway quadrupled its pledge to Poland to {}.", {}, [(200, 1), (400, 2)]),
]


@pytest.mark.parametrize(("words", "more", "ledger"), [case[1:] for case in RAISES], ids=[case[0] for case in RAISES])
def test_one_of_two_pledges_is_raised(words, more, ledger):
    """Which of two earlier pledges a raise is of, what it says tells; else the nearest in size is replaced."""
    earlier = [
        gift("1", "a", 200, sector="military", purpose="for shells"),
        gift("2", "a", 100, purpose="for bridges", start_char=90),
    ]
    rows = ledger_of(*earlier, gift("3", "b", 400, words, **more), days=DAYS)

    assert figures(rows) == ledger


def test_a_guess_says_that_it_is_one():
    """Where the size alone decides, the row says so."""
    words = "Norway raised its pledge to Ukraine to {}."
    rows = ledger_of(gift("1", "a", 200), gift("2", "a", 100, start_char=90), gift("3", "b", 400, words), days=DAYS)

    assert [row["merge_rule"] for row in rows if row["articles"] == 2] == [
        "figure revised; which of several pledges is not said, the nearest in size is taken"
    ]


def test_a_step_is_no_gift():
    """A sum that is raised "by 20 million to 60 million" was 40 million, and is 60."""
    sentence = "Norway increased its pledge to Ukraine by 20 million euros to 60 million euros."
    step = gift("2", "b", 20, sentence=sentence, start_char=42)
    new = gift("3", "b", 60, sentence=sentence, start_char=62)

    assert figures(ledger_of(gift("1", "a", 40), gift("0", "a", 20, start_char=90), step, new, days=DAYS)) == [
        (20, 1),
        (60, 2),
    ]


DENIES = "Norway denied that it had promised Ukraine {}."


def test_a_gift_that_its_giver_denies_is_denied():
    """A denial ends the gift and stays in its life; what is paid later stands."""
    denial = gift("2", "b", 100, DENIES, exclude_reason="denied", status="denied")
    paid = gift("3", "c", 100, "Norway has paid Ukraine {}.", status="disbursed")
    (denied,) = ledger_of(gift("1", "a", 100), denial, days=DAYS)
    (stands,) = ledger_of(gift("1", "a", 100), denial, paid, days=DAYS)

    assert (denied["status"], denied["articles"], json.loads(denied["stages"])[-1]["status"]) == ("denied", 2, "denied")
    assert (stands["status"], stands["articles"]) == ("disbursed", 3)


def test_what_another_denies_is_not_denied():
    """Only its giver denies a gift, and in words; a false start of a speaker is no denial."""
    other = gift("2", "b", 100, DENIES, donor="SWE", exclude_reason="denied", status="denied")
    slip = gift("3", "b", 100, "Norway gave {} -- 120 million euros.", exclude_reason="denied", status="denied")
    (row,) = ledger_of(gift("1", "a", 100), other, slip, days=DAYS)

    assert (row["status"], row["articles"]) == ("pledged", 1)


def total(article, words="Donors promised Ukraine {} at a conference in Rome."):
    """Give a total of several givers."""
    return gift("t", article, 900, words, donor="various")


AT_ROME = "Norway promised Ukraine {} at the donor conference in Rome."
EVENTS = [
    # name, words of the member's report, its article, more of it, whether it is a part
    ("the same conference", AT_ROME, "d", {}, True),
    ("another place", "Norway promised Ukraine {} at a summit in Oslo.", "d", {}, False),
    ("no conference", "Norway promised Ukraine {}.", "d", {}, False),
    ("weeks later", AT_ROME, "b", {}, False),
    ("another receiver", AT_ROME, "d", {"recipient": "MDA"}, False),
    ("larger than the total", AT_ROME, "d", {"low": 950 * MILLION, "high": 950 * MILLION}, False),
]


@pytest.mark.parametrize(
    ("words", "article", "more", "part"), [case[1:] for case in EVENTS], ids=[case[0] for case in EVENTS]
)
def test_a_member_told_elsewhere(words, article, more, part):
    """A gift told in another article hangs under the total of the conference that both speak of."""
    rows = ledger_of(total("a"), gift("1", article, 100, words, **more), days={**DAYS, "d": "2025-03-04"})
    (member,) = (row for row in rows if row["donor"] == "NOR")

    assert (member["parent_id"] is not None) is part


def test_a_member_told_again_elsewhere_stays_a_member():
    """Another paper's report of a member's gift does not take it out of the total."""
    member, again = gift("1", "a", 100, start_char=90), gift("2", "b", 100)
    rows = ledger_of(total("a", "Donors promised Ukraine {}."), member, again, days=DAYS)

    assert [(row["donor"], row["articles"]) for row in rows if row["parent_id"]] == [("NOR", 2)]


def test_a_payment_without_a_receiver_is_no_part_of_anybodys_gift():
    """A tranche hangs under a gift to its receiver, or in its article, not under any larger one."""
    loan = gift("1", "a", 300, instrument="loan")
    bare = gift("2", "b", 50, "Norway paid a first tranche of {}.", recipient=None, recipient_text=None)
    rows = ledger_of(loan, bare, days=DAYS)

    assert [row["parent_id"] for row in rows] == [None, None]


def many(count):
    """Give claims and articles of a busy giver: figures, receivers and days recur."""
    rows, articles = [], {}
    for number in range(count):
        article = f"a{number // 4}"
        day = date(2021, 1, 1) + timedelta(days=(number // 4 * 7) % (count // 2))
        articles.setdefault(article, article_row(article, day.isoformat(), article))
        millions = Decimal(5 * (1 + number * 13 % 17))
        reason = ("", "", "restatement", "part", "other")[number % 5]
        words = ("will give {}", "paid a first tranche of {}", "raised its pledge to {}")[number % 3]
        receiver = ("UKR", "MDA", None)[number % 7 % 3]
        more = {"exclude_reason": reason, "recipient": receiver, "start_char": 100 * (number % 4)}
        rows.append(gift(f"c{number:06}", article, millions, f"Norway {words} on day {number}.", **more))
    return CLAIMS.frame(rows), ARTICLES.frame(list(articles.values()))


def steps(claims, articles):
    """Count the calls that one merge makes: unlike seconds, the same on a busy machine."""
    profile = cProfile.Profile()
    profile.runcall(merge_claims, claims, articles)
    return sum(entry.callcount for entry in profile.getstats())


def test_work_grows_with_the_claims_not_with_their_square():
    """Eight times the claims over eight times the days take about eight times the work."""
    small, large = many(500), many(4000)
    factor = 8
    steps(*small)

    assert steps(*large) < 2 * factor * steps(*small)
