import json

from analysis.corpus.annotate import annotate
from analysis.corpus.audit import check_corpus
from analysis.corpus.ingest import ingest
from analysis.corpus.store import open_store
from tests.corpus.stores import SIMPLE, apart, content, write_jsonl

PITCH = "Our newsroom is paid for by its readers; one of them could be you."
ABOUT = "The Post is printed in Bergen, Vardø and Tromsø."


def _words(number):
    """Return a paragraph that shares no word with another number's, even where digits are not looked at."""
    return "Norway counts " + " ".join(f"w{chr(97 + number)}{chr(97 + k)}" for k in range(26)) + "."


def _post(number, *furniture, **known):
    """Return one article of the Post, with paragraphs of its own and the furniture under them."""
    words = _words(number)
    return apart(number, **{"outlet": "Post", **known}) | {"body": "\n".join([words, f"End {words}", *furniture])}


def _ingested(tmp_path, *portions):
    store = open_store(tmp_path / "store", create=True)
    reports = [ingest([write_jsonl(tmp_path / f"{k}.jsonl", part)], store) for k, part in enumerate(portions)]
    return store, reports


def _ends(store):
    """Return number of the article -> its last paragraph's first word, and what was removed."""
    rows = store.articles(columns=["url", "body", "removed"]).sort_values("url")
    return {
        url.rsplit("/", 1)[1]: (body.split("\n")[-1].split()[0], [(p["role"], p["text"]) for p in json.loads(removed)])
        for url, body, removed in rows.itertuples(index=False)
    }


def test_paragraphs_of_an_outlet_that_recur_go_and_are_kept_with_their_role(tmp_path):
    """What the Post prints under its articles is taken out of them; another outlet keeps its only one."""
    store, (report,) = _ingested(
        tmp_path, [*(_post(n, PITCH, ABOUT) for n in range(5)), _post(5), _post(6, PITCH, outlet="Courier")]
    )

    gone = ("End", [("boilerplate", PITCH), ("boilerplate", ABOUT)])
    assert _ends(store) == dict.fromkeys("01234", gone) | {"5": ("End", []), "6": ("Our", [])}
    assert (report.shortened, check_corpus(store)) == (5, [])


def test_articles_that_lost_a_paragraph_are_known_again(tmp_path):
    """Neither the same file nor the same articles in another layout add anything."""
    articles = [_post(n, PITCH) for n in range(6)]
    store, _ = _ingested(tmp_path, articles)
    before = content(store)

    spaced = [each | {"body": each["body"].replace(" ", "  ")} for each in articles]
    reports = [ingest([path], store) for path in (tmp_path / "0.jsonl", write_jsonl(tmp_path / "b.jsonl", spaced))]
    assert ([report.added for report in reports], content(store) == before) == ([0, 0], True)


def test_one_article_more_is_stripped_as_those_before_it(tmp_path):
    """A habit is remembered: what was taken out of earlier articles counts for the next one."""
    store, (_, later) = _ingested(tmp_path, [_post(n, PITCH) for n in range(6)], [_post(7, PITCH)])

    assert (later.shortened, _ends(store)["7"]) == (1, ("End", [("boilerplate", PITCH)]))


def test_stored_articles_keep_their_text(tmp_path):
    """A habit that shows later changes only what is new: offsets of annotations count the text as it was."""
    store, _ = _ingested(tmp_path, [_post(n, PITCH) for n in range(3)])
    annotate(store, SIMPLE)
    before = content(store)

    ingest([write_jsonl(tmp_path / "more.jsonl", [_post(n, PITCH) for n in range(3, 6)])], store)
    annotate(store, SIMPLE)
    last = {number: end for number, (end, _) in _ends(store).items()}
    assert last == dict.fromkeys("012", "Our") | dict.fromkeys("345", "End")
    assert all(row in content(store)["sentences"] for row in before["sentences"])
    assert check_corpus(store) == []


def test_a_story_told_again_and_again_is_no_habit(tmp_path):
    """Updates of one story under new openings share their end, and keep it."""
    inner = "\n".join(
        f"Paragraph {k} tells at length who met whom in Bergen, and why." + " They met." * k for k in range(6)
    )
    end = "The ministers meet again on the island in the spring."
    store, (report,) = _ingested(
        tmp_path, [apart(n, outlet="Post") | {"body": f"{_words(n)}\n{inner}\n{end}"} for n in range(6)]
    )

    assert (report.shortened, {last for last, _ in _ends(store).values()}) == (0, {"The"})


def test_new_figures_in_the_same_words_are_a_report(tmp_path):
    """A desk that fills in amounts of money every day reports them."""
    store, (report,) = _ingested(tmp_path, [_post(n, f"The bank lent €{n + 3} million to farmers.") for n in range(6)])

    assert (report.shortened, {last for last, _ in _ends(store).values()}) == (0, {"The"})
