"""Put a sentence in the form the target model reads: the one named is masked.

The name, title and pronoun of the target become one token, so that who is named
cannot move the score. A possessive mark stays, because grammar may count. Long
sentences are cut to a window of tokens around the target. Training and scoring
share this module; nothing here reads a file.
"""

import re
from typing import Final

from tokenizers import Tokenizer

MARK: Final = "[TGT]"
MAX_TOKENS: Final = 96
# Six thousand characters hold any 96 tokens that news prints, and bound the work.
_REACH: Final = 3000
_STRAIGHT: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "`": "'"})
_POSSESSIVE: Final = re.compile(r"(?:'s|')$")
_OWNERS: Final = frozenset({"his", "its", "their", "my", "our", "your", "whose", "hers"})
_PRONOUNS: Final = _OWNERS | frozenset(
    "he she it they him her them i we you us me who himself herself itself themselves".split()
)


def mask_target(sentence: str, start: int, end: int) -> tuple[str, int]:
    """Replace the target by `MARK`, and the same name wherever it stands again.

    Returns:
        The masked text, and where in it the part before the target ends.

    >>> mask_target("Oslo kept Oslo’s word.", 10, 16)[0]
    " [TGT]  kept  [TGT]'s  word."

    A pronoun that stands again may mean another, and stays:

    >>> mask_target("She said she knew.", 0, 3)[0]
    ' [TGT]  said she knew.'
    """
    plain = sentence.translate(_STRAIGHT)
    named = plain[start:end].strip()
    bare = _POSSESSIVE.sub("", named)
    word = "" if len(bare) > 1 and bare.isupper() else bare.lower()  # WHO and OUR are names, or shouted
    owns = named.lower().endswith("'s") or word in _OWNERS
    left, right = _free(plain[max(0, start - _REACH) : start]), _free(plain[end : end + _REACH])
    if len(bare) > 2 and bare[0].isupper() and word not in _PRONOUNS:
        again = re.compile(rf"(?<!\w){re.escape(bare)}(?!\w)")
        left, right = again.sub(f" {MARK} ", left), again.sub(f" {MARK} ", right)
    return f"{left} {MARK}{chr(39) + 's' if owns else ''} {right}", len(left)


def encode_target(encoder: Tokenizer, sentence: str, start: int, end: int) -> list[int]:
    """Encode the masked sentence in at most `MAX_TOKENS` token ids, the target among them."""
    text, edge = mask_target(sentence, start, end)
    encoded = encoder.encode(text)
    ids, mark = encoded.ids, encoder.token_to_id(MARK)
    if len(ids) <= MAX_TOKENS:
        return ids
    at = next(i for i, (x, span) in enumerate(zip(ids, encoded.offsets, strict=True)) if x == mark and span[0] >= edge)
    first, body, last = ids[:1], ids[1:-1], ids[-1:]
    room = MAX_TOKENS - 2
    low = max(0, min(at - 1 - room // 2, len(body) - room))
    return first + body[low : low + room] + last


def _free(text: str) -> str:
    # A text that prints the mark itself must not point at a target.
    return text.replace(MARK, "TGT")
