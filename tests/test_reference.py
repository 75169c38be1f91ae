"""The register's file: complete, well formed, and refused with every fault at once."""

from pathlib import Path

import pytest
from babel import Locale
from babel.core import get_global

from analysis.errors import ReferenceFileError
from analysis.reference import load_entities

HEADER = "id,name,kind,aliases,demonyms,capitals,country,exclusions,valid_from,valid_to,note\n"
# Regions of CLDR that are no territory of ISO 3166, or have no names in the news.
NOT_ISO = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA"}


def codes_of(territory: str) -> set[str]:
    """ISO 3166 alpha-3 codes, withdrawn ones included, of an alpha-2 code."""
    aliases = get_global("territory_aliases")
    return {code for code, now in aliases.items() if len(code) == 3 and code.isalpha() and now == [territory]} | {
        territory + "X"  # Kosovo, XKX, is user-assigned
    }


def test_every_territory_of_iso_3166_is_in_the_register():
    """Each ISO 3166 territory is an entity, and its CLDR name is one of its names."""
    by_id = {e.id: {name.replace("’", "'").removeprefix("The ") for name in e.names} for e in load_entities()}
    names = {two: name.replace("’", "'") for two, name in Locale("en").territories.items() if two.isalpha()}
    lacking = [
        (two, name)
        for two, name in names.items()
        if two not in NOT_ISO and not any(name in by_id.get(code, ()) for code in codes_of(two))
    ]

    assert lacking == []


def test_states_have_demonyms_and_capitals_and_bodies_their_sort():
    """A country can be named by its people; an organisation says what sort of body it is."""
    without = [e.id for e in load_entities() if e.kind == "country" and not e.demonyms]
    sorts = {e.sort for e in load_entities() if e.kind == "organization"}

    assert (without, {"multilateral", "agency", "company", "foundation", "ngo"} - sorts) == (["VAT"], set())


def test_there_are_enough_people_and_organisations():
    """The subject's people and organisations are there, with a country that exists."""
    entities = load_entities()
    ids = {entity.id for entity in entities}
    listed = [e for e in entities if e.kind in ("person", "organization")]

    assert (len(listed) >= 150, [e.id for e in entities if e.country and e.country not in ids]) == (True, [])


def test_countries_carry_their_own_code():
    """The country of a country is itself, so that people and bodies join on it."""
    assert [e.id for e in load_entities() if e.kind == "country" and e.country != e.id] == []


def test_every_fault_of_a_file_is_listed_at_once(tmp_path: Path):
    """A register with faults is refused; the message has each with its line."""
    path = tmp_path / "entities.csv"
    path.write_text(
        HEADER
        + "A,Ada,person,,,,,,2024-13-01,,\n"
        + "B,Bo,robot,,,,,,,,\n"
        + ",Cy,person,,,,,,2024-02-01,2023-01-01,\n"
        + "A,Di,person,,,,,,,,\n",
        encoding="utf-8",
    )

    with pytest.raises(ReferenceFileError) as caught:
        load_entities(path)

    assert caught.value.faults == [
        "line 2: `valid_from` is '2024-13-01', expected ISO 8601 such as 2024-03-04",
        "line 3: `kind` is 'robot', expected one of person, country, organization, place, group",
        "line 4: `id` is empty",
        "line 4: `valid_to` 2023-01-01 is before `valid_from` 2024-02-01",
        "line 5: id 'A' stands in line 2 already",
    ]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"id,name\nA,Ada\n", "column `kind` is missing"),
        (b"id,name,kind,colour\nA,Ada,person,red\n", "column `colour` is not known"),
        (b"id,name,kind\nA,Ada,person,,,,,,,,,,,\n", "line 2: more cells than columns; quote a comma"),
        (b"\xff\xfe\x00", "is not UTF-8 text; save it as CSV UTF-8"),
        (b"id;name;kind\nA;Ada;person\n", "its columns are separated by `;`; save it as CSV with commas"),
        (b"id,name,kind,name\nA,Ada,person,B\n", "column `name` stands twice"),
        (b"id,name,kind\n", "holds no entity; give one a line under the heading"),
        (b"id,name,kind\nA,Ada\0,person\n", "line 2: a character that cannot be printed; type the line again"),
        (
            b"id,name,kind\nA,A\xe2\x80\xaeda,person\n",
            "line 2: a character that cannot be printed; type the line again",
        ),
        (b"id,name,kind\nA B,Ada,person\n", "line 2: `id` 'A B' holds a blank, expected one word such as fen-pumps"),
        (b"id,name,kind\nA," + b"a" * 30_000 + b",person\n", "line 2: `name` holds 30,000 characters, expected 20,000"),
        (b"", "column `id` is missing"),
    ],
)
def test_a_file_that_is_no_register_is_refused(tmp_path: Path, content: bytes, fault: str):
    """A wrong column, a stray comma or another encoding is named."""
    path = tmp_path / "watchlist.csv"
    path.write_bytes(content)

    with pytest.raises(ReferenceFileError) as caught:
        load_entities(path)

    assert any(line.startswith(fault) for line in caught.value.faults)


def test_a_missing_file_is_named(tmp_path: Path):
    """A path that leads nowhere is said to, with what to do."""
    with pytest.raises(ReferenceFileError, match="there is no such file; give the path of a CSV"):
        load_entities(tmp_path / "nowhere.csv")


def test_a_folder_is_no_register(tmp_path: Path):
    """A path that leads to a folder is said to."""
    with pytest.raises(ReferenceFileError, match="cannot be read as a file: Is a directory"):
        load_entities(tmp_path)


def test_a_watchlist_needs_three_columns(tmp_path: Path):
    """An analyst's list of names loads with id, name and kind alone."""
    path = tmp_path / "watchlist.csv"
    path.write_text("id,name,kind\npump-co,Fen Pumps Ltd,organization\n", encoding="utf-8-sig")
    (entity,) = load_entities(path)

    assert (entity.id, entity.names, entity.demonyms, entity.valid_from) == ("pump-co", ("Fen Pumps Ltd",), (), None)
