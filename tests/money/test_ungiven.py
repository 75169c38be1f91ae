"""What a budget asks for, what would be, what an office gets more, and a ratio are no gifts."""

from analysis.money.pledges import find_pledges

HEAD = "Clean water for all\n\n- Wells are dug.\n- Pumps are set up.\n- Pipes are laid.\n\n"


def _reasons(text: str) -> list[str]:
    return [claim.exclude_reason for claim in find_pledges(HEAD + text)]


def test_the_budget_asks() -> None:
    """Each sum of its sentence is proposed."""
    told = "The Budget strengthens support for the poor by providing $35 million for wells and $10 million for pumps."
    assert set(_reasons(told)) <= {"proposed", "budget"}


def test_what_would_be_is_proposed() -> None:
    """What somebody announced that it would do is a gift still."""
    assert "" not in _reasons("Funding through USAID would support $25 million for clinics in Chad.")
    assert _reasons("Norway announced that it would provide $25 million for clinics in Chad.") == [""]


def test_an_increase_for_an_office_is_its_budget() -> None:
    """A gift may be raised, too."""
    told = "The bill provides an increase of $76 million for the Department of Lakes."
    assert _reasons(told)[0] not in ("", "part")


def test_a_ratio_is_no_gift() -> None:
    """It says how much of one thing goes with another."""
    assert _reasons("For every $1 million in guarantees, Norway will give Chad five pumps.")[0] == "other"
