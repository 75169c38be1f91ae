"""Hostile and damaged files end in articles or in a named reason, in bounded time and memory."""

import gc
import io
import json
import time
import warnings
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analysis.corpus import containers, encoding
from analysis.corpus.load import load_articles
from analysis.errors import ReadError
from tests.corpus.exports import EXPORTS, HEADLINES, PAGE, gzipped, zipped
from tests.corpus.test_readers import load

LINES = EXPORTS["lines.jsonl"]
ENTITIES = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 10))
FAULTS = {
    "deep_arrays.json": (b"[" * 500_000, "no_articles"),
    "deep_objects.json": (b'{"a":' * 200_000, "broken_json"),
    "deep_page.html": (b"<div>" * 10_000 + b"<p>" + b"Oslo gives aid. " * 40, "no_text"),
    "deep_feed.xml": (b"<rss>" + b"<a>" * 100_000, "no_text"),
    "entities.xml": (
        f"<!DOCTYPE r [<!ENTITY e0 'ha'>{ENTITIES}]><rss><item><title>&e9;</title></item></rss>",
        "no_text",
    ),
    "outside.xml": (
        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><item><title>&x;</title></item></rss>",
        "no_text",
    ),
    "empty.csv": (b"", "empty"),
    "spaces.json": (b" \n" * 1000, "empty"),
    "cut.gz": (gzipped(LINES * 50)[:70], "unreadable_file"),
    "cut.zip": (zipped({"a.jsonl": LINES * 50})[:90], "broken_archive"),
    "bomb.gz": (gzipped(b"word " * 10_000_000), "zip_bomb"),
    "bomb.zip": (zipped({"a.txt": b"word " * 10_000_000}), "zip_bomb"),
    "noise.docx": (b"PK\x03\x04" + bytes(range(256)) * 9, "broken_archive"),
    "noise.parquet": (b"PAR1" + bytes(range(256)) * 9 + b"PAR1", "broken_parquet"),
    "digits.jsonl": (b'{"headline": ' + b"9" * 9000 + b"}\n{}", "broken_json"),
    "brackets.txt": (b"[" * 20_000 + b"](http://x" * 20_000, "broken_json"),
    "labels.txt": (b"Title: a\nFull text: b\nPublication title: c\n" * 20_000, None),
    "tags.html": (b"<a " * 200_000, "no_text"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_ends_in_a_named_reason(tmp_path, name):
    """Bombs, nesting, damage and noise are reported by name, soon."""
    content, reason = FAULTS[name]
    start = time.monotonic()
    articles, problems = load(tmp_path / name, content)

    assert bool(articles) is (reason is None)
    assert reason is None or reason in [p.reason for p in problems]
    assert time.monotonic() - start < 20


def test_one_member_that_is_a_bomb_does_not_cost_the_others(tmp_path):
    """Every member of an archive stands for itself."""
    articles, problems = load(tmp_path / "mixed.zip", zipped({"a.txt": b"word " * 10_000_000, "b.jsonl": LINES}))

    assert ([a.headline for a in articles], [p.reason for p in problems]) == (list(HEADLINES), ["zip_bomb"])


def test_paths_in_an_archive_are_only_names(tmp_path):
    """Nothing is written, wherever a member says it lies."""
    folder = tmp_path / "in"
    folder.mkdir()
    before = sorted(tmp_path.rglob("*"))
    articles, _ = load(folder / "evil.zip", zipped({"../../evil.jsonl": LINES, "/abs/evil.jsonl": LINES}))

    assert (len(articles), sorted(tmp_path.rglob("*"))) == (4, sorted([*before, folder / "evil.zip"]))


def test_archives_are_opened_to_a_depth(tmp_path):
    """An archive in an archive in an archive ... is given up by name."""
    content = LINES
    for level in range(6):
        content = zipped({f"{level}.zip" if level else "a.jsonl": content})
    articles, problems = load(tmp_path / "nested.zip", content)

    assert (articles, [p.reason for p in problems]) == ([], ["nested_archive"])


def test_a_protected_member_is_named(tmp_path):
    """An archive with a password says that it has one."""
    content = bytearray(zipped({"a.jsonl": LINES}))
    for place in (6, content.index(b"PK\x01\x02") + 8):
        content[place] |= 1

    _, problems = load(tmp_path / "locked.zip", bytes(content))
    assert [p.reason for p in problems] == ["encrypted"]


def test_a_damaged_member_leaves_no_file_open(tmp_path):
    """Where an archive lists a member whose own header is damaged, the file is closed and the others are read."""
    damaged = bytearray(zipped({"a.jsonl": LINES, "b.jsonl": LINES}))
    damaged[damaged.index(b"PK\x03\x04", 4) + 1] ^= 0xFF

    with warnings.catch_warnings(record=True) as unclosed:
        warnings.simplefilter("always", ResourceWarning)
        for name, content in {"flat.zip": bytes(damaged), "nested.zip": zipped({"in.zip": bytes(damaged)})}.items():
            articles, problems = load(tmp_path / name, content)
            assert (len(articles), [p.reason for p in problems]) == (2, ["broken_archive"])
        gc.collect()

    assert unclosed == []


def test_a_line_too_long_to_hold_is_skipped(tmp_path, monkeypatch):
    """A line beyond the bound is reported with its number, and the next is read."""
    monkeypatch.setattr(encoding, "MAX_RECORD", 1000)
    articles, problems = load(tmp_path / "long.jsonl", b'{"body": "' + b"x" * 5000 + b'"}\n' + LINES)

    assert ([a.source_row for a in articles], [(p.source_row, p.reason) for p in problems]) == (
        [2, 3],
        [(1, "line_too_long")],
    )


def test_a_document_too_large_to_hold_is_refused(tmp_path, monkeypatch):
    """A page beyond the bound is reported, not parsed."""
    monkeypatch.setattr(containers, "MAX_DOCUMENT", 100)
    _, problems = load(tmp_path / "page.html", PAGE)

    assert [p.reason for p in problems] == ["too_large"]


def test_no_macro_or_linked_part_of_a_document_is_opened(tmp_path):
    """Of a Word document only the text of its main part is looked at."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "word/document.xml", "<d xmlns:w='w'><w:p><w:r><w:t>Oslo gives aid to Kyiv.</w:t></w:r></w:p></d>"
        )
        archive.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        archive.writestr("word/_rels/document.xml.rels", "<r Target='file:///etc/hostname'/>")
    (article,), _ = load(tmp_path / "m.docx", stream.getvalue())

    assert article.body == "Oslo gives aid to Kyiv."


@pytest.fixture(scope="module")
def scratch(tmp_path_factory):
    """One file that every example overwrites."""
    return tmp_path_factory.mktemp("fuzz") / "export.dat"


def _ends(path, content):
    """Load, and return whether it ended as it should: articles, problems, or a named error."""
    path.write_bytes(content)
    try:
        articles = list(load_articles(path, on_problem=lambda _: None))
    except ReadError:
        return True
    return all(article.body.strip() and article.article_id for article in articles)


_FUZZ = settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
_NAMES = st.sampled_from(sorted(EXPORTS))


@_FUZZ
@given(_NAMES, st.floats(0, 1))
def test_a_truncated_export_ends_well(scratch, name, share):
    """Cut anywhere, an export gives what is left of it or a reason."""
    content = EXPORTS[name]

    assert _ends(scratch, content[: int(share * len(content))])


@_FUZZ
@given(_NAMES, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_export_ends_well(scratch, name, changes):
    """Whatever bytes are wrong, an export gives articles or a reason."""
    content = bytearray(EXPORTS[name])
    for share, byte in changes:
        content[int(share * (len(content) - 1))] = byte

    assert _ends(scratch, bytes(content))


@_FUZZ
@given(_NAMES, st.sampled_from(["utf-16", "utf-32", "cp037", "utf-7"]))
def test_a_misencoded_export_ends_well(scratch, name, code):
    """Bytes in another encoding than any that is expected give articles or a reason."""
    assert _ends(scratch, EXPORTS[name].decode("latin-1").encode(code, "replace"))


@_FUZZ
@given(st.binary(max_size=300), _NAMES)
def test_noise_ends_well(scratch, noise, name):
    """Noise, alone or before an export, gives articles or a reason."""
    assert _ends(scratch, noise)
    assert _ends(scratch, noise + EXPORTS[name])


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("title text body url date articles items uri headlines bodies type versioncreated".split()),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@_FUZZ
@given(st.lists(_JSON, max_size=5))
def test_any_json_ends_well(scratch, values):
    """Keys of articles may hold anything."""
    assert _ends(scratch, json.dumps(values).encode())
    assert _ends(scratch, "\n".join(map(json.dumps, values)).encode())
