"""The stage that the lead of a list tells, and of what is under way or awarded behind a link."""

from dataclasses import replace

import pytest

from analysis.money.pledges import find_pledges
from analysis.money.terms.sure_stages import with_sure_stages

_WINNERS = """The Ministry of Trade of Norway gives 90 million kroner to towns today.

The Harbour Prize winners:

[Friends of
Bodø](https://example.org/prize/friends-of-bodo.htm) (Nordland)

40 million kroner for a fish market

[Molde Trust](https://example.org/prize/molde.htm) (Møre)

50 million kroner for a school of rowing
"""
_APPROVED = """Norway is announcing that its parliament has approved:

-   **$5 million** in aid for the people of Malawi, who lost their
    harvest to the floods of the spring.
-   Nearly **$2 million** in aid for the people of Mali.
"""
_PROJECTS = """Norway is giving $9 million to Malawi for its airports, with projects
such as:

-   Chileka Airport, Blantyre—$2 million for a fire station that the
    town has asked for.
-   Karonga Airport, Karonga—$1 million to light the runway.
"""


@pytest.mark.parametrize(
    ("text", "sums", "stage"),
    [
        (_WINNERS, ("40 million kroner", "50 million kroner"), "committed"),
        (_APPROVED, ("$5 million", "$2 million"), "approved"),
        (_PROJECTS, ("$2 million", "$1 million"), "committed"),
    ],
)
def test_the_lead_of_a_list_tells_how_far_its_sums_have_come(text: str, sums: tuple[str, ...], stage: str) -> None:
    """A lead over wrapped lines, or over lines without marks, tells the stage of each sum below it."""
    found = [claim for claim in find_pledges(text) if any(one in claim.text for one in sums)]
    counted = [claim for claim in found if claim.exclude_reason in ("", "part")]
    assert counted
    assert {claim.status for claim in counted} == {stage}


def test_an_award_is_read_behind_a_link() -> None:
    """The address of a page between a sum and its noun hides nothing."""
    (claim,) = find_pledges(
        "Norway [announced $5 million](https://example.org/a/very/long/address/of/a/page/of/the/ministry) in new awards"
        " for schools in Malawi."
    )
    assert claim.status == "committed"


def test_what_somebody_is_receiving_was_decided() -> None:
    """What is on its way to somebody is no mere promise."""
    (claim,) = find_pledges("Malawi is receiving $5 million from Norway for its schools.")
    assert claim.status == "committed"


def test_each_of_two_equal_sums_is_read_by_its_own_words() -> None:
    """The words beside a sum are its own, though the same figure stands before it."""
    first, second = find_pledges("Norway pledged $5 million in military aid and $5 million in food aid to Ukraine.")
    assert (first.instrument, second.instrument) == ("in_kind", "grant")


def test_a_project_that_was_launched_on_a_day_gone_by_was_decided() -> None:
    """A dated launch tells of a decision."""
    text = "In March 2023, Norway launched a $4 million project to teach nurses in Malawi."
    found = [replace(claim, exclude_reason="", status="pledged") for claim in find_pledges(text)]
    assert [claim.status for claim in with_sure_stages(found, text)] == ["committed"]


def test_what_a_released_sum_includes_was_released_too() -> None:
    """Parts of a sum that was paid were paid with it; a notice that is released gives nothing yet."""
    text = "Norway released a package of grants totalling $48 million for Malawi, including $6 million to Zomba."
    assert [claim.status for claim in find_pledges(text)] == ["disbursed", "disbursed"]
    (notice,) = find_pledges("Norway released a $5 million notice of funding for clinics in Malawi.")
    assert notice.status != "disbursed"


_MUCH = " ".join(f"In town number {k} the council met and spoke of the weather and the old bridge." for k in range(90))


@pytest.mark.parametrize(("figure", "stage"), [("9", "pledged"), ("9.3", "committed")])
def test_a_round_figure_comes_twice_by_chance_in_a_long_text(figure: str, stage: str) -> None:
    """A long text may tell of 9 million twice; 9.3 million is the same gift, and as far as it is told anywhere."""
    deal = f"Norway signed a deal with Chad on ${figure} million."
    text = f"Norway will give Chad ${figure} million for wells. {_MUCH} {deal}"
    assert find_pledges(text)[0].status == stage
