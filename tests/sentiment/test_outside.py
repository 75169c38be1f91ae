"""A classifier of somebody else's as a measure of tone: with the package, and without it."""

import pytest

from analysis.errors import ModelError
from analysis.sentiment import outside
from analysis.sentiment.measures import scorer_of

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "oslo", "paid", "was", "late", "good", "."]
PAID, LATE = ("Oslo paid.", 0, 4), ("Oslo was late.", 0, 4)


def tiny_model(folder, labels):
    """Make a classifier of a few hundred weights, that has learned nothing, in a folder."""
    transformers = pytest.importorskip("transformers", reason="the package transformers is not installed")
    torch = pytest.importorskip("torch", reason="the package torch is not installed")
    torch.manual_seed(1)
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    words = transformers.BertTokenizerFast(vocab_file=str(folder / "vocab.txt"))
    config = transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        initializer_range=1.0,
        id2label=dict(enumerate(labels)),
        label2id={name: place for place, name in enumerate(labels)},
    )
    words.save_pretrained(folder)
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    return f"transformers:{folder}"


def test_a_model_gives_scores_of_our_shape(tmp_path):
    """Scores have a label, a probability and a polarity; order and company change none."""
    score = scorer_of(tiny_model(tmp_path, ["negative", "neutral", "positive"]))
    one, other = score([PAID, LATE])

    assert score([LATE, PAID, PAID]) == [other, one, one]
    assert [
        (each.label in (-1, 0, 1), -1 <= each.polarity <= 1, 1 / 3 <= each.probability <= 1, each.clear)
        for each in (one, other)
    ] == [(True, True, True, each.probability >= 0.8) for each in (one, other)]


def test_a_model_with_other_labels_is_refused(tmp_path):
    """Stars are no tone: the error names the labels and what was expected."""
    score = scorer_of(tiny_model(tmp_path, ["1 star", "2 stars"]))

    with pytest.raises(ModelError, match="calls its labels 1 star, 2 stars; expected positive, negative"):
        score([PAID])


def test_a_model_that_is_not_here_is_not_fetched(tmp_path):
    """A name that was never downloaded is an error that says so."""
    pytest.importorskip("transformers", reason="the package transformers is not installed")
    score = scorer_of(f"transformers:{tmp_path / 'none'}")

    with pytest.raises(ModelError, match=r"cannot be loaded: .* Download it first; a briefing fetches nothing"):
        score([PAID])


def test_without_the_package_the_error_says_what_to_install(monkeypatch):
    """Where the package is missing, the way out is named."""
    monkeypatch.setattr(outside, "is_installed", lambda: False)

    with pytest.raises(ModelError, match="pip install transformers torch"):
        outside.score_outside("absent/model", [PAID])
