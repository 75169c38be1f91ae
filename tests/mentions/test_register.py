"""The register: its faults all at once, its collisions, and a watchlist on top."""

from pathlib import Path

import pytest

from analysis.errors import ReferenceFileError
from analysis.mentions.find import find_mentions
from analysis.mentions.register import Collision, Register, default_register
from analysis.reference import Entity


def test_every_fault_is_listed_at_once():
    """Ids that repeat, aliases too short and idle exclusions are all named."""
    entities = [
        Entity("A", "Aid Fund", "organization", aliases=("A",)),
        Entity("A", "Bread Fund", "organization", exclusions=("Michael Jordan",)),
        Entity("C", "77", "organization"),
    ]

    with pytest.raises(ReferenceFileError) as caught:
        Register(entities, origin="list.csv")

    assert caught.value.faults == [
        "A: alias 'A' is too short to be found in text; give at least 2 letters",
        "id 'A' stands twice",
        "A: exclusion 'Michael Jordan' holds none of its aliases, so it cancels nothing",
        "C: alias '77' is too short to be found in text; give at least 2 letters",
    ]


def test_collisions_of_the_project_are_all_decided():
    """No alias of the register is claimed by two entities without a rule that settles it."""
    assert [c for c in default_register().collisions() if not c.decided] == []


def test_a_collision_names_its_entities():
    """An alias claimed twice is listed with both ids."""
    register = Register(
        [
            Entity("A", "Delta Relief", "organization", aliases=("DR",)),
            Entity("B", "Dune Rescue", "organization", aliases=("DR",)),
        ]
    )

    assert register.collisions() == [Collision("DR", ("A", "B"), decided=False)]


def test_a_watchlist_adds_and_replaces(tmp_path: Path):
    """A watchlist's row adds an entity, or takes the place of one with the same id."""
    path = tmp_path / "watchlist.csv"
    path.write_text(
        "id,name,kind,aliases\nfen-pumps,Fen Pumps,organization,FPL\nNOR,Norway,country,Norge\n", encoding="utf-8"
    )
    register = Register.load(watchlist=path)
    found = [
        m.entity_id for m in find_mentions("Fen Pumps (FPL) sold Norge a pump; Norwegians and Swedes agreed.", register)
    ]

    assert found == ["fen-pumps", "fen-pumps", "NOR", "SWE"]


def test_a_watchlist_with_faults_is_refused(tmp_path: Path):
    """The faults of a watchlist are listed under its own path."""
    path = tmp_path / "watchlist.csv"
    path.write_text("id,name,kind\nx,Y,organization\n", encoding="utf-8")

    with pytest.raises(ReferenceFileError, match="x: alias 'Y' is too short") as caught:
        Register.load(watchlist=path)

    assert caught.value.path == str(path)


def test_spellings_of_a_watchlist_name_are_found():
    """A listed name is found without its accents and in capitals."""
    register = Register([Entity("z", "Fundação Rios", "organization")])
    found = [m.text for m in find_mentions("Fundação Rios, Fundacao Rios, FUNDAÇÃO RIOS, fundação rios", register)]

    assert found == ["Fundação Rios", "Fundacao Rios", "FUNDAÇÃO RIOS"]


HOSTILE = [
    # rows of a watchlist, its faults
    ("fen,Nörway,country,", ["`Nörway` is claimed by NOR and fen; {todo}"]),
    ("fen,Fen Pumps,organization,WORLD BANK", ["`WORLD BANK` is claimed by WB and fen; {todo}"]),
    ("fen,Fen Pumps,organization,aid", ["fen: alias 'aid' would be found as a word; a short name needs a capital"]),
    ("fen,Congo,country,", ["`Congo` is claimed by COG and COD and fen; {todo}"]),
    ("COD,Congo,country,", []),
    ("fen,Fen Pumps,organization,bird flu", []),
    ("fen,=cmd|calc!A1,organization,", []),
]


@pytest.mark.parametrize(("row", "faults"), HOSTILE, ids=[row for row, _ in HOSTILE])
def test_a_watchlist_may_not_take_the_names_of_others(tmp_path: Path, row: str, faults: list[str]):
    """A name that somebody else has, in any spelling, is refused; a row with the register's id replaces it."""
    path = tmp_path / "watchlist.csv"
    path.write_text(f"id,name,kind,aliases\n{row}\n", encoding="utf-8")
    found = []
    try:
        Register.load(watchlist=path)
    except ReferenceFileError as error:
        found = error.faults

    todo = "give the row the other's id to replace it, or leave the alias out"
    assert found == [fault.format(todo=todo) for fault in faults]
