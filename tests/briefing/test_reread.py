"""A watchlist is searched in the articles of the trend, by the finder of the register."""

from datetime import date

import pytest

from analysis.briefing.annotators import annotators
from analysis.briefing.edition import load_edition
from analysis.briefing.mentions_view import mention_shares
from analysis.briefing.params import check_parameters
from analysis.corpus.annotate import annotate
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from analysis.errors import ReferenceFileError
from tests.corpus.stores import article, write_jsonl

BODIES = {
    1: "Sweden Pumps of Leeds won the tender on Monday.\nNorway will pay for it, and Kenya may.",
    2: "Norway sent rice to Kenya.\nThe director of Sweden Pumps, Ada Thornfield, was there. Thornfield smiled. So",
    3: "Norway sent nothing.\nSweden and Kenya had asked for wells.",
}
WATCHLIST = "id,name,kind,aliases\nsweden-pumps,Sweden Pumps,organization,\nada,Ada Thornfield,person,\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Three articles of one week, a copy of the first, and one in another language."""
    folder = tmp_path_factory.mktemp("watched")
    rows = [
        article(n, f"{body} {' '.join(f'word{n}x{k}' for k in range(60))}.", published_at=f"2025-10-0{6 + n}T08:00:00Z")
        for n, body in BODIES.items()
    ]
    rows[0] = {**rows[0], "headline": "Sweden Pumps wins"}
    copy = {
        **rows[0],
        "url": "https://press.example/copy",
        "outlet": "Outlet 9",
        "published_at": "2025-10-08T08:00:00Z",
    }
    french = {**rows[2], "url": "https://press.example/fr", "body": "Sweden Pumps a gagné. " * 30, "language": "fr"}
    made = open_store(folder / "store", create=True)
    ingest([write_jsonl(folder / "week.jsonl", [*rows, copy, french])], made)
    annotate(made, annotators(), workers=1)
    return folder / "store"


@pytest.fixture
def load(store, tmp_path):
    """Load the week with a watchlist, or with none."""

    def loaded(watchlist=""):
        path = tmp_path / "watch.csv"
        path.write_text(watchlist, encoding="utf-8")
        named = str(path) if watchlist else ""
        return load_edition(check_parameters("2025-10-06", "2025-10-12", store=str(store), watchlist=named))

    return loaded


def test_watched_names_are_counted_as_the_register_is(load):
    """Articles count once, copies have no vote, other languages are not read, a surname follows its full name."""
    week = load(WATCHLIST)
    shares = mention_shares(week).set_index("entity_id")
    rows = week.mentions.loc[week.mentions["entity_id"] == "ada", ["form", "alias", "sentence"]]

    assert list(shares.loc[["sweden-pumps", "ada"], "articles"]) == [2, 1]
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        ("name", "Ada Thornfield", "The director of Sweden Pumps, Ada Thornfield, was there."),
        ("surname", "Thornfield", "Thornfield smiled."),
    ]


def test_a_watched_name_takes_the_words_it_is_made_of(load):
    """Sweden Pumps is no mention of Sweden where the watchlist says what it is; other counts stay."""
    before = mention_shares(load()).set_index("entity_id")["articles"]
    after = mention_shares(load(WATCHLIST)).set_index("entity_id")["articles"]

    assert (before["SWE"], after["SWE"]) == (3, 1)
    assert after[["NOR", "KEN"]].tolist() == before[["NOR", "KEN"]].tolist()


def test_a_row_of_the_watchlist_redefines_an_entity(load):
    """Kenya under another name only is in no article under the old one."""
    week = load("id,name,kind\nKEN,Fenland,country\n")

    assert "KEN" not in set(week.mentions["entity_id"])


def test_prominence_is_of_headline_and_first_paragraph(load):
    """The headline names the firm, the first paragraph too; Norway stands in the first paragraph of two texts."""
    week = load(WATCHLIST)
    canonical = week.articles.loc[week.articles["is_canonical"], "article_id"]
    ours = week.prominence.loc[week.prominence["article_id"].isin(canonical)]
    counts = ours.groupby("entity_id")[["in_headline", "in_lede"]].sum()

    assert tuple(counts.loc["sweden-pumps"]) == (1, 1)
    assert tuple(counts.loc["NOR"]) == (0, 2)


def test_the_first_appearance_is_of_the_whole_store(load):
    """Norway was first named on the first day of the three."""
    first = load().first_named.set_index("entity_id")["first_published"]

    assert first["NOR"].date() == date(2025, 10, 7)


def test_a_bad_watchlist_is_refused_before_anything_runs(load):
    """Every fault is listed at once: of the file, of the aliases, and what the register has already."""
    with pytest.raises(ReferenceFileError) as caught:
        load("id,name,kind\nfen pumps,Fen Pumps,organization\nwb,WORLD BANK,organization\nx,a,group\ny,Ray,robot\n")

    assert caught.value.faults == [
        "line 2: `id` 'fen pumps' holds a blank, expected one word such as fen-pumps",
        "line 5: `kind` is 'robot', expected one of person, country, organization, place, group",
        "x: alias 'a' is too short to be found in text; give at least 2 letters",
        "`WORLD BANK` is claimed by WB and wb; give the row the other's id to replace it, or leave the alias out",
    ]
