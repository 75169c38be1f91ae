"""Words, shingles and MinHash sketches of texts: what finding copies compares.

A shingle is five words in a row, hashed. The sketch of a text is the minimum of
its shingles under 128 hash functions (package `rensa`); two sketches agree in
about as many places as the texts share shingles. Bands of a sketch are the keys
under which texts that may be copies meet.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np
import numpy.typing as npt
from rensa import RMinHash

Hashes = npt.NDArray[np.uint64]
Sketches = npt.NDArray[np.uint32]

SHINGLE_WORDS = 5
N_HASHES = 128
BAND_HASHES = 2  # 64 bands of two: texts that share a quarter of their shingles meet in 98 of 100 cases
_SEED = 20240226

_WORD = re.compile(r"\w+")
_ACCENT = re.compile(r"[\u0300-\u036f]+")  # combining marks, which NFKD splits off their letters
_MULTIPLY = np.uint64(0x9E3779B97F4A7C15)  # odd, high bits well mixed: Fibonacci hashing
_MIX = np.uint64(0xBF58476D1CE4E5B9)  # from splitmix64


def words_of(text: str) -> list[str]:
    """Split a text into words without case, accents, punctuation and spacing.

    >>> words_of("Příbram’s  AID—€5 million.")
    ['pribram', 's', 'aid', '5', 'million']
    """
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return _WORD.findall(text.casefold())


def words_hash(words: Sequence[str]) -> str:
    """Digest the words alone: equal for texts that differ in layout only.

    >>> words_hash(words_of("Aid, again.")) == words_hash(words_of("AID AGAIN"))
    True
    """
    return blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) + 1


def shingles_of(words: Sequence[str]) -> Hashes:
    """Hash the distinct shingles of a text, sorted; a text shorter than one shingle is one.

    >>> len(shingles_of("a b c d e f".split())), len(shingles_of(["a"])), len(shingles_of([]))
    (2, 1, 0)
    """
    if not words:
        return np.empty(0, np.uint64)
    hashes = np.fromiter(map(_word_hash, words), np.uint64, len(words))
    width = min(SHINGLE_WORDS, len(words))
    count = len(words) - width + 1
    mixed = np.zeros(count, np.uint64)
    for place in range(width):
        mixed = mixed * _MULTIPLY + hashes[place : place + count]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX
    return np.unique(mixed ^ (mixed >> np.uint64(32)))


def sketch_all(shingles: Sequence[Hashes]) -> Sketches:
    """Make one sketch a text: a row of `N_HASHES` minima.

    >>> sketch_all([shingles_of(["a"]), shingles_of(["a"])]).shape
    (2, 128)
    """
    if not shingles:
        return np.empty((0, N_HASHES), np.uint32)
    ends = np.cumsum([0, *map(len, shingles)]).astype(np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(np.concatenate(shingles), ends, N_HASHES, _SEED)
    return np.array(matrix.to_rows(), np.uint32).reshape(len(shingles), N_HASHES)


def bands_of(sketches: Sketches) -> Hashes:
    """Derive the band keys of each sketch: a row of `N_HASHES / BAND_HASHES` keys.

    Two texts share the key of a band where all the minima of that band agree.
    """
    rows = sketches.reshape(len(sketches), -1, BAND_HASHES).astype(np.uint64)
    keys = np.broadcast_to(np.arange(rows.shape[1], dtype=np.uint64), rows.shape[:2]).copy()
    for place in range(BAND_HASHES):
        keys = (keys * _MULTIPLY) ^ rows[:, :, place]
    keys = (keys ^ (keys >> np.uint64(29))) * _MIX
    return keys ^ (keys >> np.uint64(32))
