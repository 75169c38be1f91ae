"""Turn bytes into text, whatever they are written in.

A byte order mark settles it, then UTF-8, then what charset-normalizer finds.
Lines are decoded one by one, so that one broken line in a file of a million
costs that line its accents and nothing else.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from analysis.corpus.limits import MAX_RECORD

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*(?P<name>[A-Za-z0-9_.:\-]{2,40})""")


def encoding_of(head: bytes) -> str:
    """Return the encoding of a text that begins with `head`.

    >>> encoding_of("Kč".encode()), encoding_of("Kyiv £5".encode("utf-16"))
    ('utf-8', 'utf-16')
    >>> encoding_of("Kučma zaplatil".encode("cp1250")) == "utf-8"
    False
    """
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) > 0.6 * (len(head) / 2) and min(even, odd) < 0.1 * max(even, odd):  # ASCII in two bytes each
        return "utf-16-le" if odd > even else "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # a character cut at the end is fine
    except UnicodeDecodeError:
        best = from_bytes(head[:20_000]).best()
        return best.encoding if best else "cp1252"
    return "utf-8"


def decode(content: bytes, *, declared: bool = False) -> str:
    """All of `content` as text, with one kind of line end; nothing is lost to an error.

    Args:
        content: The bytes of a document.
        declared: Whether to honour a `charset=` or `encoding=` near its start,
            where the bytes are not plain UTF-8.
    """
    try:
        text = content.decode(encoding_of(content[:4]) if content[:4].strip(b"\t\n\r -~") else "utf-8")
    except (UnicodeDecodeError, LookupError):
        text = content.decode(_declared(content) if declared else encoding_of(content[:65536]), errors="replace")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _declared(content: bytes) -> str:
    match = _DECLARED.search(content[:4096])
    if match is not None:
        try:
            name = codecs.lookup(match["name"].decode("ascii")).name
        except LookupError:
            name = ""
        # Pages that say Latin-1 are written in its Windows extension, as browsers read them.
        if name and name != "utf-8":
            return "cp1252" if name in ("iso8859-1", "ascii") else name
    return encoding_of(content[:65536])


def lines(stream: BinaryIO) -> Iterator[tuple[int, str | None]]:
    """Return the lines of a stream with their numbers; None for one that is too long to hold.

    Args:
        stream: Opened for bytes; read once, from its start.

    Yields:
        `(number, text)`, numbers from 1, text without its line end.
    """
    held = stream.read(512)
    encoding = encoding_of(held)
    if encoding.startswith(("utf-16", "utf-32")):
        yield from _wide_lines(stream, held, encoding)
        return
    held = held.removeprefix(codecs.BOM_UTF8)
    number = 0
    while True:
        line, mark, held = held.partition(b"\n")
        if not mark:
            line += stream.readline(MAX_RECORD + 1)
        if not line and not mark:
            return
        number += 1
        if len(line) > MAX_RECORD and not line.endswith(b"\n"):
            _skip_line(stream)
            yield number, None
            continue
        yield number, _decode_line(line).rstrip("\r\n")


def _skip_line(stream: BinaryIO) -> None:
    while True:
        piece = stream.readline(MAX_RECORD)
        if not piece or piece.endswith(b"\n"):
            return


def _decode_line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode(_single_byte(line), errors="replace")


def _single_byte(line: bytes) -> str:
    best = from_bytes(line[:20_000]).best()
    return best.encoding if best else "cp1252"


def _wide_lines(stream: BinaryIO, head: bytes, encoding: str) -> Iterator[tuple[int, str | None]]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    held, number, dropping = decoder.decode(head).removeprefix("\ufeff"), 0, False
    while True:
        piece = stream.read(2**16)
        held += decoder.decode(piece, final=not piece)
        *whole, held = held.split("\n")
        for line in whole:
            number += 1
            yield number, None if dropping else line.rstrip("\r")
            dropping = False
        if len(held) > MAX_RECORD:
            held, dropping = "", True
        if not piece:
            if held or dropping:
                yield number + 1, None if dropping else held
            return


def text_pieces(stream: BinaryIO) -> Iterator[str]:
    """Return the text of a stream in pieces of about 64 KiB; what cannot be decoded is marked, not lost."""
    head = stream.read(2**16)
    try:
        decoder = codecs.getincrementaldecoder(encoding_of(head))(errors="replace")
    except LookupError:
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    while head:
        yield decoder.decode(head)
        head = stream.read(2**16)
    yield decoder.decode(b"", final=True)
