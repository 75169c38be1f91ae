"""How much one input may take, so that a hostile file ends in a named reason.

Each bound is far above what real exports need (the largest article of the
corpora this was developed on has 0.6 MB) and low enough that a run stays under
its memory target.
"""

from typing import Final

MAX_RECORD: Final = 16 * 2**20  # bytes of one JSON line, CSV row or JSON array element
MAX_FIELD: Final = 4 * 2**20  # characters of one CSV field: a missing quote swallows no more than this
MAX_DOCUMENT: Final = 64 * 2**20  # bytes of a document that is parsed as a whole: a page, a DOCX, an XML file
MAX_UNPACKED: Final = 8 * 2**30  # bytes that one compressed file may unfold to
MAX_RATIO: Final = 200  # unfolded to packed, beyond which a large stream is a bomb; text reaches 20
MIN_SUSPECT: Final = 16 * 2**20  # below this many unfolded bytes the ratio is not looked at
MAX_MEMBERS: Final = 100_000  # entries of one archive
MAX_NESTING: Final = 3  # archives within archives
MAX_HEAD: Final = 2**16  # bytes looked at to tell a format
