from analysis.corpus.boilerplate import boilerplate_paragraphs, paragraph_key, without_boilerplate
from analysis.corpus.load import load_articles
from analysis.records import Cleaned

PITCH = "Our newsroom is paid for by 1204 members; one of them could be you."


def articles(tmp_path, bodies, outlet="Post"):
    """Return articles of one outlet with these bodies."""
    path = tmp_path / "a.csv"
    quoted = "".join(f'{outlet},https://a.example/{i},"{body}"\n' for i, body in enumerate(bodies))
    path.write_text("outlet,url,text\n" + quoted, encoding="utf-8")
    return list(load_articles(path))


def test_what_recurs_at_the_edges_of_an_outlets_articles_is_boilerplate(tmp_path):
    """A pitch under many articles is found, whatever its figure, and taken out."""
    bodies = [
        f"Report number {n} about the {'sea' * n} of Norway.\n{PITCH.replace('1204', str(n))}" for n in range(1, 9)
    ]
    found = boilerplate_paragraphs(articles(tmp_path, bodies))

    cleaned = without_boilerplate(Cleaned(bodies[0], ()), found["Post"])
    assert (list(found), found["Post"]) == (["Post"], {paragraph_key(PITCH)})
    assert (cleaned.body, [r.role for r in cleaned.removed]) == (bodies[0].split("\n")[0], ["boilerplate"])


def test_copies_of_one_text_are_not_a_habit(tmp_path):
    """A story that an outlet printed ten times does not make its sentences furniture."""
    bodies = ["Norway sends pumps to Kyiv today.\nThey leave Bergen on Friday morning."] * 10

    assert boilerplate_paragraphs(articles(tmp_path, bodies)) == {}


def test_few_articles_show_no_habit(tmp_path):
    """What stands under three articles may be chance."""
    assert boilerplate_paragraphs(articles(tmp_path, [f"Report {'x' * n} here.\n{PITCH}" for n in range(3)])) == {}


def test_an_article_is_not_emptied():
    """A text that is nothing but boilerplate stays, so that it is seen."""
    cleaned = Cleaned(PITCH, ())

    assert without_boilerplate(cleaned, frozenset([paragraph_key(PITCH)])) is cleaned
