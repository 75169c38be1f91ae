"""Tone toward the one named: single scores, spans, names, files."""

import json
from dataclasses import asdict

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from analysis import score_target
from analysis.errors import ModelError, SpanError
from analysis.sentiment import target
from analysis.sentiment.clause import _OWNERS
from analysis.sentiment.target import CLEAR, score_targets

CLEAR_CASES = [
    # sentence, target, label
    ("Finland kept its promise and sent the ambulances a month early.", "Finland", 1),
    ("Hungary blocked the aid again and drew furious criticism.", "Hungary", -1),
    ("The regulator fined Nordhafen Bank 20 million euros for cheating its customers.", "Nordhafen Bank", -1),
    ("The delegates will meet in Ankara on Tuesday.", "Ankara", 0),
    ("Voters adore Mayor Lindqvist, who saved the hospital.", "Mayor Lindqvist", 1),
    ("The junta massacred villagers and lied about it.", "The junta", -1),
]
NAMES = ["Oslo", "Vladimir Putin", "Mother Teresa", "the Ministry of Finance", "Évariste Nkomo", "IBM", "李明", "Nice"]
FRAMES = [
    ("", " blocked the shipment out of spite."),
    ("The nurses thanked ", " for the beds."),
    ("It was ", "'s fault, the auditors said."),
    ("In a report, ", " is named twice, with no comment."),
]


@pytest.mark.parametrize(("sentence", "name", "label"), CLEAR_CASES, ids=[case[1] for case in CLEAR_CASES])
def test_reads_plain_tone(sentence, name, label):
    """Praise, blame and plain report of a target get their label."""
    start = sentence.index(name)

    assert score_target(sentence, start, start + len(name)).label == label


def test_two_targets_of_one_sentence_differ():
    """One sentence can praise one and blame the other."""
    sentence = "Denmark generously paid for the hospital that Russian troops had brutally destroyed."
    spans = [(sentence.index(name), sentence.index(name) + len(name)) for name in ("Denmark", "Russian troops")]

    assert [score_target(sentence, *span).label for span in spans] == [1, -1]


@pytest.mark.parametrize("frame", FRAMES, ids=[frame[1].strip() for frame in FRAMES])
def test_the_name_changes_nothing(frame):
    """Swapping in another name leaves the score the same to the last bit."""
    before, after = frame
    scores = {score_target(before + name + after, len(before), len(before) + len(name)) for name in NAMES}

    assert len(scores) == 1


@settings(deadline=None, max_examples=40)
@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30))
def test_any_name_changes_nothing(name):
    """Whatever stands for the name, the score is that of the masked sentence; "our" is no name."""
    assume(name.lower() not in _OWNERS)
    sentence = f"Critics say {name} delivered the aid late."

    assert score_target(sentence, 12, 12 + len(name)) == score_target("Critics say Xu delivered the aid late.", 12, 14)


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=400), st.data())
def test_any_text_gets_a_score_or_a_span_error(text, data):
    """Any sentence with any span inside it is scored within bounds, or refused for being white space."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if not text[start:end].strip():
        with pytest.raises(SpanError):
            score_target(text, start, end)
        return
    score = score_target(text, start, end)

    assert (score.label in (-1, 0, 1), -1 <= score.polarity <= 1, 1 / 3 <= score.probability <= 1) == (True,) * 3


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 99), (4, 5)])
def test_refuses_a_span_outside(start, end):
    """A span that names nothing in the sentence is an error that says so."""
    with pytest.raises(SpanError, match="expected 0 <= start < end <= length"):
        score_target("Oslo paid.", start, end)


def test_clear_means_sure():
    """A score is clear exactly from the stated probability."""
    scores = score_targets([(sentence, 0, 3) for sentence, _, _ in CLEAR_CASES])

    assert [score.clear for score in scores] == [score.probability >= CLEAR for score in scores]


def test_batches_score_as_single_sentences_do():
    """Order and company change no score, and copies get the same one."""
    asked = [(sentence, sentence.index(name), sentence.index(name) + len(name)) for sentence, name, _ in CLEAR_CASES]
    alone = [score_target(*one) for one in asked]

    assert score_targets([*asked[::-1], *asked]) == [*alone[::-1], *alone]


def test_a_long_text_is_read_around_the_target():
    """Ten megabytes before and after the sentence neither change its score nor hang."""
    filler = "word " * 1_000_000
    sentence = "Critics say Xu delivered the aid late."
    start = len(filler) + 12

    assert score_target(filler + sentence + filler, start, start + 2).label in (-1, 0, 1)


def test_a_printed_mark_is_no_target():
    """A text that prints the model's own mark cannot point it elsewhere."""
    sentence = "[TGT] is a hero, and Xu stole the aid, [TGT] said."
    start = sentence.index("Xu")

    assert score_target(sentence, start, start + 2) == score_target(sentence.replace("[TGT]", "TGT"), start - 2, start)


def test_an_altered_model_is_refused(tmp_path, monkeypatch):
    """A weight file that is not the released one is refused, by name and digest."""
    for path in target.MODEL.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "target.onnx").write_bytes(b"other")
    monkeypatch.setattr(target, "MODEL", tmp_path)

    with pytest.raises(ModelError, match=r"target\.onnx: has digest .* expected"):
        target._load.__wrapped__()


def test_a_missing_model_says_what_to_do(tmp_path, monkeypatch):
    """A missing file is named, with the way out."""
    monkeypatch.setattr(target, "MODEL", tmp_path)

    with pytest.raises(ModelError, match=r"target\.json: is missing\. Install Newsbook again"):
        target._load.__wrapped__()


def test_the_model_card_states_the_digest():
    """The card describes the weights that are shipped."""
    card = (target.MODEL / "MODEL_CARD.md").read_text(encoding="utf-8")
    digests = json.loads((target.MODEL / "target.json").read_text(encoding="utf-8"))["sha256"]

    assert [digest in card for digest in digests.values()] == [True, True]


def test_scoring_loads_no_training_package():
    """Nothing that scoring imports needs torch."""
    import subprocess
    import sys

    code = (
        "import sys; from analysis import score_target; score_target('Oslo paid.', 0, 4); "
        "print(sorted({'torch', 'transformers', 'onnx', 'huggingface_hub'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


def test_a_score_is_a_plain_record():
    """A score holds Python numbers, so that it pickles and serialises."""
    score = score_target("Oslo paid.", 0, 4)

    assert json.loads(json.dumps(asdict(score))) == asdict(score)


def test_scores_end_where_processors_begin_to_differ():
    """Powers differ in their sixteenth digit between processors; tables of both have to be the same."""
    (score,) = score_targets([("The minister praised Norway warmly.", 21, 27)])
    assert (score.polarity, score.probability) == (round(score.polarity, 6), round(score.probability, 6))
