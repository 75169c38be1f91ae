"""Open files and what is packed in them, within bounds.

A `.gz` is one source, a `.zip` one per member; both may hold further archives,
to a bounded depth. Members are never written to disk, so that a path such as
`../../etc/passwd` inside an archive is only a name. A stream that unfolds too
far stops with `TooLargeError`, which the loader turns into a named reason.
"""

import bz2
import contextlib
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from analysis.corpus.drafts import Source
from analysis.corpus.limits import (
    MAX_DOCUMENT,
    MAX_HEAD,
    MAX_MEMBERS,
    MAX_NESTING,
    MAX_RATIO,
    MAX_UNPACKED,
    MIN_SUSPECT,
)
from analysis.records import Problem

# What the standard library raises on damaged or truncated packed data.
DAMAGED = (EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, NotImplementedError, OSError, UnicodeError)


class TooLargeError(Exception):
    """A stream that holds or unfolds to more than one input may take."""

    def __init__(self, what: str, reason: str = "too_large") -> None:
        super().__init__(what)
        self.reason = reason


class _Bounded(io.RawIOBase):
    """A stream that counts what it hands out and what it took to make it."""

    def __init__(self, stream: BinaryIO, packed: Callable[[], int], raw: BinaryIO) -> None:
        super().__init__()
        self._stream = stream
        self._raw = raw  # what lies under the stream, which does not close it
        self._packed = packed
        self._out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._out += len(piece)
        if self._out > MAX_UNPACKED:
            raise TooLargeError(f"unfolds to more than {MAX_UNPACKED >> 30} GiB", "zip_bomb")
        if self._out > MIN_SUSPECT and self._out > MAX_RATIO * max(1, self._packed()):
            raise TooLargeError(f"unfolds to more than {MAX_RATIO} times its size", "zip_bomb")
        return len(piece)

    def close(self) -> None:
        self._stream.close()
        self._raw.close()
        super().close()


def file_source(path: Path) -> Source:
    """Return the source that a file is."""
    return Source(path.as_posix(), lambda: path.open("rb"))


def head_of(source: Source, size: int = MAX_HEAD) -> bytes:
    """Return the first bytes of a source."""
    with source.open() as stream:
        return stream.read(size)


def read_whole(source: Source) -> bytes:
    """All bytes of a source that is parsed as one document.

    Raises:
        TooLargeError: There are more than `MAX_DOCUMENT` of them.
    """
    with source.open() as stream:
        content = stream.read(MAX_DOCUMENT + 1)
    if len(content) > MAX_DOCUMENT:
        raise TooLargeError(f"is one document of more than {MAX_DOCUMENT >> 20} MiB")
    return content


def unpacked(source: Source, *, depth: int = 0) -> Iterator[Source | Problem]:
    """Return the sources inside `source`: itself, unless it is packed.

    A DOCX is a zip archive too, but one document: it comes out as itself.
    """
    head = head_of(source, 8)
    kind = _packing(head)
    if kind is None:
        yield source
    elif depth >= MAX_NESTING:
        yield source.problem(None, "nested_archive", f"archives are opened {MAX_NESTING} deep, this lies deeper")
    elif kind == "zip":
        yield from _zip_members(source, depth)
    else:
        yield from unpacked(Source(source.name, lambda: _open_stream(source, kind)), depth=depth + 1)


def _packing(head: bytes) -> str | None:
    if head.startswith(b"\x1f\x8b"):
        return "gz"
    if head.startswith(b"BZh"):
        return "bz2"
    if head.startswith(b"\xfd7zXZ\x00"):
        return "xz"
    return "zip" if head.startswith((b"PK\x03\x04", b"PK\x05\x06")) else None


def _open_stream(source: Source, kind: str) -> BinaryIO:
    openers: dict[str, Callable[[BinaryIO], object]] = {
        "gz": lambda packed: gzip.GzipFile(fileobj=packed),
        "bz2": bz2.BZ2File,
        "xz": lzma.LZMAFile,
    }
    with contextlib.ExitStack() as on_damage:
        raw = on_damage.enter_context(source.open())
        stream = cast("BinaryIO", openers[kind](raw))
        on_damage.pop_all()
    return _bounded(stream, raw.tell, raw)


def _bounded(stream: BinaryIO, packed: Callable[[], int], raw: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Bounded(stream, packed, raw), 2**16))


def _zip_members(source: Source, depth: int) -> Iterator[Source | Problem]:
    try:
        with source.open() as raw, zipfile.ZipFile(_seekable(raw)) as archive:
            members = archive.infolist()
    except DAMAGED as error:
        yield source.problem(None, "broken_archive", f"not a readable zip archive: {error}")
        return
    if any(member.filename == "word/document.xml" for member in members):
        yield source
        return
    if len(members) > MAX_MEMBERS:
        yield source.problem(None, "zip_bomb", f"{len(members)} members, expected at most {MAX_MEMBERS}")
        return
    for member in sorted(members, key=lambda m: m.filename):
        name = member.filename.rpartition("/")[2]
        if member.is_dir() or not name or name.startswith(".") or member.filename.startswith("__MACOSX/"):
            continue
        inner = Source(f"{source.name}!{member.filename}", _member_opener(source, member))
        if member.flag_bits & 1:
            yield inner.problem(None, "encrypted", "is protected by a password; unpack it first")
            continue
        yield from _unpacked_member(inner, depth)


def _unpacked_member(inner: Source, depth: int) -> Iterator[Source | Problem]:
    try:
        yield from unpacked(inner, depth=depth + 1)
    except TooLargeError as error:
        yield inner.problem(None, error.reason, str(error))
    except DAMAGED as error:
        yield inner.problem(None, "broken_archive", f"cannot be unpacked: {error}")


def _seekable(raw: BinaryIO) -> BinaryIO:
    """`raw`, or a copy in memory where it cannot go back (an archive in an archive)."""
    if raw.seekable():
        return raw
    content = raw.read(MAX_DOCUMENT + 1)
    if len(content) > MAX_DOCUMENT:
        raise TooLargeError(f"an archive of more than {MAX_DOCUMENT >> 20} MiB inside an archive")
    return io.BytesIO(content)


def _member_opener(source: Source, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def opener() -> BinaryIO:
        with contextlib.ExitStack() as on_damage:
            outer = on_damage.enter_context(source.open())
            raw = on_damage.enter_context(_seekable(outer))
            stream = cast("BinaryIO", on_damage.enter_context(zipfile.ZipFile(raw).open(member)))
            on_damage.pop_all()
        if raw is not outer:
            outer.close()
        return _bounded(stream, lambda: member.compress_size, raw)

    return opener
