"""Load an encoder that is shipped with the package, after a check of its digests.

Nothing here knows what an encoder is for. Training is beside each model.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from analysis.encoder.words import Pieces
from analysis.errors import ModelError


@dataclass(frozen=True, slots=True)
class Encoder:
    """A graph that is ready to run, its tokenizer, how it cuts words, and what its `NAME.json` says."""

    session: InferenceSession
    tokenizer: Tokenizer
    pieces: Pieces
    facts: dict[str, Any]


def load_encoder(folder: Path, name: str) -> Encoder:
    """Read `NAME.onnx` and `tokenizer.json` of a folder and check them against the digests of `NAME.json`.

    It runs on one thread: annotation runs one process a core, and more threads
    would only wait for each other.

    Raises:
        ModelError: a file is missing or altered.
    """
    facts = json.loads(_read(folder / f"{name}.json"))
    graph, words = (_checked(folder / file, facts["sha256"][file]) for file in (f"{name}.onnx", "tokenizer.json"))
    tokenizer = Tokenizer.from_buffer(words)
    return Encoder(open_session(graph), tokenizer, Pieces(tokenizer), facts)


def open_session(graph: bytes) -> InferenceSession:
    """Make a graph ready to run on one thread."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _checked(path: Path, digest: str) -> bytes:
    held = _read(path)
    found = hashlib.sha256(held).hexdigest()
    if found != digest:
        raise ModelError(path, f"has digest {found}, expected {digest}.", todo="Install Newsbook again.")
    return held


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ModelError(path, "is missing.", todo="Install Newsbook again, or run `make model`.") from error
