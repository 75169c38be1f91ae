"""What the encoder of amounts learns from beside the annotated texts. Nothing here needs torch."""

import gzip
import json
import sys

import pytest

from analysis.money.in_context.read import model
from analysis.money.in_context.training import unlabelled as texts
from analysis.money.in_context.training.rows import unlabelled


@pytest.fixture
def news(tmp_path):
    """Give a gzipped file of forty texts with a day, half of them without money."""
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for day in range(1, 21):
            for told in (f"Norway gave Mali {day} million euros.", f"Rain fell on {day} towns."):
                file.write(json.dumps({"text": told, "date": f"2024-02-{day:02}"}) + "\n")
    return path


def _written(news, out, *more):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["unlabelled", str(news), str(out), *more])
        texts.main()
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_a_share_of_the_texts_with_money_is_taken(news, tmp_path):
    """The same texts whenever it is asked; each has its amounts, and nobody's labels."""
    rows = _written(news, tmp_path / "once.jsonl")
    assert rows == _written(news, tmp_path / "twice.jsonl")
    assert 0 < len(rows) < 20
    assert all("euros" in row["text"][slice(*row["amounts"][0])] and not row["labels"] for row in rows)


def test_days_that_figures_are_published_of_are_left_out(news, tmp_path):
    """From the first day to the last, both included."""
    taken = {row["text"] for row in _written(news, tmp_path / "all.jsonl")}
    left = {row["text"] for row in _written(news, tmp_path / "some.jsonl", "--without", "2024-02-05", "2024-02-20")}
    assert left == {text for text in taken if int(text.split()[3]) < 5}


def test_a_window_is_read_once_and_no_more_than_asked_for(tmp_path):
    """Texts that recur give one window, without targets."""
    path = tmp_path / "rows.jsonl"
    told = [
        "Norway gave Mali 5 million euros.",
        "Chad lent Niger 7 million euros.",
        "Norway gave Mali 5 million euros.",
    ]
    rows = [{"source": "unlabelled", "text": text, "amounts": [[17, 32]], "labels": []} for text in told]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    windows = unlabelled(path, model().tokenizer, 10)
    assert [(len(one.window.places), one.targets) for one in windows] == [(1, ()), (1, ())]
    assert unlabelled(path, model().tokenizer, 1) == windows[:1]
