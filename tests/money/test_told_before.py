"""What a text only tells again: gifts of months long over, programmes, and who gives by what they are of."""

from datetime import date

import pytest

from analysis.money.amounts import find_amounts
from analysis.money.pledges import find_pledges

_DAY = date(2025, 3, 20)
_NEWS = "OSLO - Norway will give Mali 2 million kroner for wells, its prime minister said on Monday.\n\n"


def _reasons(text: str, day: date | None = _DAY) -> list[str]:
    return [claim.exclude_reason for claim in find_pledges(text, published_at=day)]


@pytest.mark.parametrize(
    ("behind", "reason"),
    [
        ("Sweden sent the country tents worth 9 million kronor in November.", "restatement"),
        ("In November, Sweden gave the country 9 million kronor.", "restatement"),
        ("The fund for the country was revived in June, when Stockholm promised 9 million kronor.", "restatement"),
        ("Sweden gave the country 9 million kronor in February.", ""),
        ("Sweden will give the country 9 million kronor in November.", ""),
        ("Sweden gave the country 9 million kronor for schools that were hit in November.", ""),
    ],
)
def test_gift_of_a_month_long_over(behind: str, reason: str) -> None:
    """A month without a year lies before the day of the text; six weeks are news."""
    assert _reasons(_NEWS + behind) == ["", reason]


def test_month_says_nothing_of_a_text_without_a_day() -> None:
    """Nothing tells how long ago November was."""
    assert _reasons(_NEWS + "Sweden sent the country tents worth 9 million kronor in November.", None) == ["", ""]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The IMF completed the third review of Chad's $90 million programme, letting it draw about $20 million.", 1),
        ("The IMF completed the third review of Chad's $90 million programme, which allows it to draw $20 million.", 1),
        ("The Vask Fund paid Chad $20 million, the third instalment of a $90 million loan.", 0),
        ("The €50 million Facility for Mali paid out €5 million to the country on Monday.", 1),
    ],
)
def test_programme_is_not_counted_beside_its_payment(text: str, counted: int) -> None:
    """The payment counts alone, before the programme or behind it."""
    assert [at for at, reason in enumerate(_reasons(text)) if not reason] == [counted]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        (
            "UNICEF signed an agreement on Monday under which the UN agency will give 4 million rupees to schools.",
            "UNICEF",
        ),
        ("HMNZS Vask left Auckland on Tuesday with water and tents worth $410,000 for Tonga.", "NZL"),
        ("The European Commission gave its blessing to €54 million in German state support for the plant.", "DEU"),
        ("The €50 million Ukraine Facility paid out €5 million to Kyiv on Tuesday.", "EU"),
        ("Sport England gave the club £9,000 on Monday for a new pitch.", "GBR"),
    ],
)
def test_giver_by_what_it_is_of(text: str, donor: str) -> None:
    """An agency named before, a navy's country, the member who pays, the Union's own fund, a public body."""
    assert find_pledges(text)[-1].donor == donor


def test_share_of_one_of_several_givers_is_a_part() -> None:
    """It is in what they give together."""
    assert _reasons("Chad and Mali will give Niger 9 million euros together; Mali's share is 4 million euros.") == [
        "",
        "part",
    ]


def test_aim_goes_on_over_the_point_of_a_number() -> None:
    """A point between digits, or behind a capital, ends no sentence."""
    claim = find_pledges("Japan will give $4 million to help 1.4 million people in Niger.")[0]
    assert claim.purpose == "to help 1.4 million people in Niger"


def test_parts_for_things_are_no_gift_of_them() -> None:
    """What serves tanks is given to who has them."""
    assert find_pledges("Canada sent Ukraine spare parts for 50 tanks.") == []


def test_words_behind_a_code_are_a_figure() -> None:
    """A scale has to follow."""
    assert [str(one.low) for one in find_amounts("It is to bring USD three billion, on the EUR one day.")] == [
        "3000000000"
    ]


def test_who_is_told_beside_gives_and_not_who_says_so() -> None:
    """What ends in "ly" may be a family."""
    text = "Chairman Ola Vask said locals had been generous, with one farming family giving $50,000 to the school."

    assert find_pledges(text)[0].donor == "one-farming-family"


@pytest.mark.parametrize(
    ("text", "donors"),
    [
        (
            "Norway and Chile said they would give 12 million euros and 4 million euros respectively to Mali.",
            ["NOR", "CHL"],
        ),
        ("The EU paid Ukraine 1 billion euros. An ally of Kyiv, Canada, paid out C$2.5 billion.", ["EU", "CAN"]),
        ("A grant of $5 million has been received by Lund University.", [None]),
        ("Five million euros was received by the Lund Fund from Norway.", ["NOR"]),
    ],
)
def test_each_sum_has_its_own_giver(text: str, donors: list[str | None]) -> None:
    """Lists that go together, a name set off before its verb, and who receives a sum."""
    assert [claim.donor for claim in find_pledges(text)] == donors


def test_aim_is_of_its_own_clause() -> None:
    """What another is expected to do is no aim."""
    text = "The African Development Bank will lend Kenya $400 million and the IMF is expected to release $976 million."

    assert find_pledges(text)[0].purpose is None
