"""Untrusted words to safe HTML, and the pieces of the report that show them.

Headlines, bodies, outlets, addresses, registers and parameters are written by
strangers. They enter the page through the templates under `template/parts`,
which escape every value; the filters below decide what may be a link, what is
cut, and what a control character becomes. Nothing else in the package writes
HTML.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from analysis.briefing import wording

TEMPLATES: Final = Path(__file__).parent / "template"
LONGEST: Final = 600  # characters of one printed passage; the CSV holds all of it
PAGE_MIME: Final = "application/vnd.newsbook.page+json"

# Controls that HTML does not allow, lone surrogates, and the non-characters.
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<[^>]*>")
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of the report: HTML for the page, plain words for a terminal."""

    html: str
    plain: str = ""
    page: tuple[tuple[str, str], ...] = ()  # facts about the whole page, such as its title

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        bundle: dict[str, Any] = {"text/html": self.html, "text/plain": self.plain}
        return bundle | ({PAGE_MIME: dict(self.page)} if self.page else {})

    def __html__(self) -> str:
        """Let a template include it as it is."""
        return self.html


def clean(value: object) -> str:
    """Write text as one line, without characters that HTML forbids.

    >>> clean("Aid  for Kyiv ")
    'Aid for Kyiv'
    """
    return "" if wording.is_none(value) else _SPACE.sub(" ", _FORBIDDEN.sub("\ufffd", str(value))).strip()


def clip(value: str, longest: int = LONGEST) -> str:
    """Text cut to a length, saying how much is left out.

    >>> clip("abcdef", 4)
    'abcd … (2 more characters)'
    >>> clip("abcd", 4)
    'abcd'
    """
    left = len(value) - longest
    return value if left <= 0 else f"{value[:longest].rstrip()} … ({left:,} more characters)"


def said(value: object, longest: int = LONGEST) -> Markup:
    """Words that somebody else wrote: escaped, cut, and kept from turning the text around.

    A right-to-left override ends with its element, so it cannot reorder what
    stands beside it.

    >>> said("<script>alert(1)</script>")
    Markup('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>')
    """
    return Markup("<bdi>{}</bdi>").format(clip(clean(value), longest))


def web_address(value: object) -> str:
    """Give an address if it is one a reader may follow, else the empty string.

    >>> web_address("https://example.org/a?b=1&c=2")
    'https://example.org/a?b=1&c=2'

    Scripts, files, and addresses with blanks or credentials are not:

    >>> [web_address(u) for u in ("javascript:alert(1)", "file:///etc/passwd", "https://a b", "http://u:p@x.org", None)]
    ['', '', '', '', '']
    """
    address = "" if wording.is_none(value) else str(value)
    if not address.isascii() or not address.isprintable() or len(address) > 2000 or re.search(r"[\s\"'<>`\\]", address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme.lower() in ("http", "https") and parts.hostname and not parts.username else ""


def identifier(value: object, prefix: str = "") -> str:
    """Make a value as an id: as it is where it can be, else with a digest that tells it apart.

    >>> identifier("NOR", "who-"), identifier('a" onclick=', "who-")
    ('who-NOR', 'who-a-onclick-7f47d1')
    """
    text = str(value)
    safe = _NOT_IN_ID.sub("-", text)[:40].strip("-")
    if safe != text:
        safe += "-" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:6]
    return prefix + safe


def marked(sentence: str, words: str, *, start: int | None = None, before: int = 320, after: int = 320) -> Markup:
    """Give a sentence with `words` marked, cut around them where it is long.

    `start` is where the words stand in the sentence; without it, or where they
    are not there, the first place that has them is marked.

    >>> marked("Oslo gives 2 <b>m</b> kroner.", "2 <b>m</b> kroner")
    Markup('<bdi>Oslo gives <mark>2 &lt;b&gt;m&lt;/b&gt; kroner</mark>.</bdi>')
    >>> marked("Nothing here.", "5m")
    Markup('<bdi>Nothing here.</bdi>')
    """
    at = start if start is not None and sentence[start : start + len(words)] == words else sentence.find(words)
    if not words or at < 0:
        return said(sentence)
    left, right = sentence[:at], sentence[at + len(words) :]
    lead = "… " + _from_word(left[-before:]) if len(left) > before else left
    tail = _to_word(right[:after]) + " …" if len(right) > after else right
    return Markup("<bdi>{}<mark>{}</mark>{}</bdi>").format(_inner(lead), clip(_inner(words), LONGEST), _inner(tail))


def _from_word(text: str) -> str:
    """Drop the piece of a word at the beginning, where blanks tell words apart.

    >>> _from_word("ght it was"), _from_word("unbroken")
    ('it was', 'unbroken')
    """
    return text.partition(" ")[2].lstrip() or text.lstrip()


def _to_word(text: str) -> str:
    """Drop the piece of a word at the end.

    >>> _to_word("it was rece"), _to_word("unbroken")
    ('it was', 'unbroken')
    """
    return text.rpartition(" ")[0].rstrip() or text.rstrip()


def _inner(text: str) -> str:
    """Text for the middle of a line: cleaned, blanks at its ends kept."""
    return _SPACE.sub(" ", _FORBIDDEN.sub("\ufffd", text))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES / "parts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    wordings = (wording.money, wording.millions, wording.count, wording.decimal, wording.day, wording.words)
    environment.filters |= {f.__name__: f for f in (said, web_address, identifier, clean, escape, *wordings)}
    environment.filters |= {"many": wording.many}
    return environment


def render_part(part: str, /, **values: object) -> Fragment:
    """Fill one template of `template/parts`; every value is escaped unless it is markup of ours."""
    filled = _environment().get_template(f"{part}.html.j2").render(**values)
    return Fragment(filled, clip(_SPACE.sub(" ", _TAG.sub(" ", filled)).strip(), 200))


def stacked(*parts: Fragment) -> Fragment:
    """Put pieces of the report under each other, as one output of a cell.

    >>> stacked(Fragment("<p>one</p>", "one"), Fragment(""), Fragment("<p>two</p>", "two")).plain
    'one two'
    """
    shown = [part for part in parts if part.html]
    page = tuple(fact for part in shown for fact in part.page)
    return Fragment("\n".join(part.html for part in shown), " ".join(part.plain for part in shown), page)
