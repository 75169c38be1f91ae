"""Reduce Markdown and HTML fragments to plain paragraphs.

What a reader would see stays, in order: link texts, list items, table cells,
headings. What only steers a browser goes: addresses, emphasis marks, images,
rules, tags. One paragraph a line, hard line breaks inside a paragraph undone.
Whole pages are read by `analysis.corpus.readers.page`, not here.
"""

import html
import re

_TAG = re.compile(r"<(?:!--.*?--|!\[CDATA\[|/?[a-zA-Z][\w.:\-]{0,40}(?:\s[^<>]{0,4000})?/?)>", re.DOTALL)
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|figure|figcaption|hr|pre)(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ITEM_TAG = re.compile(r"<li(?:\s[^<>]{0,2000})?>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(script|style|head|template|noscript|svg)\b.{0,100000}?</\1\s*>", re.DOTALL | re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[ \t\r]*\n")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")  # one of blanks of any kind
_HARD_BREAK = re.compile(r"[ ]{2,}\n")  # as Markdown writes the end of a line that is meant
_PARAGRAPH_TAG = re.compile(r"<(?:p|br|div|h[1-6]|li)\b[^<>]{0,500}>", re.IGNORECASE)

_MARKDOWN = re.compile(
    r"""
    \]\((?:https?://|/|mailto:|\#)        # a link
    | \*\*\S[^*\n]*(?:\n[^*\n]+)?\*\*     # bold
    | ^\#{1,6}\x20\S                      # a heading
    | \\[\[\]()#*_$]                      # an escaped mark
    | (?<![\w*])\*[^\s*][^*]{2,400}\*(?![\w*])   # italics
    | </(?:span|a|u|s|sup|b|i|em|strong)> # tags within a line
    | <https?://[^\s<>]+>                 # a bare address
    """,
    re.VERBOSE | re.MULTILINE,
)
_IMAGE = re.compile(r"!\[[^\]]{0,2000}\]\([^()\s]{0,4000}(?:\s+\"[^\"]{0,1000}\")?\)(?:\{[^{}]{0,300}\})?")
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]\\]|\\.){0,4000})\]"
    r"\((?:[^()\s]|\([^()\s]{0,500}\)){0,4000}(?:\s+\"[^\"]{0,1000}\")?\)(?:\{[^{}]{0,300}\})?"
)
_AUTOLINK = re.compile(r"<(?P<text>(?:https?://|mailto:)[^\s<>]{1,2000})>")
_STRONG = re.compile(
    r"\*{2,3}(?=\S)(?P<text>[^*]{1,4000}?)(?<=\S)\*{2,3}|(?<!\w)__(?=\S)(?P<under>[^_]{1,4000}?)(?<=\S)__(?!\w)"
)
_LOOSE_STRONG = re.compile(r"\*\*")
_EMPHASIS = re.compile(
    r"(?<![\w*\\])\*(?=\S)(?P<text>[^*]{1,4000}?)(?<=\S)\*(?!\*)|(?<![\w\\])_(?=\S)(?P<under>[^_]{1,4000}?)(?<=\S)_(?!\w)"
)
_ESCAPE = re.compile(r"\\(?P<mark>[!-/:-@\[-`{-~])")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)]|[a-z][.)])[ \t]+(?=\S)")
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.*?)\s*#*$")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:=\s*){3,}|#+)$")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")


def plain_text(text: str) -> str:
    r"""`text` without Markdown or HTML, where it is written in either; else unchanged.

    >>> plain_text("## Aid\n\nOslo [gave](https://x.example/a) **€2 million**\nto Kyiv.")
    'Aid\nOslo gave €2 million to Kyiv.'

    Text that only looks a little like it is left alone:

    >>> plain_text("2 * 3 < 7 and [sic] stays.")
    '2 * 3 < 7 and [sic] stays.'
    """
    if _PARAGRAPH_TAG.search(text):
        text = html_to_text(text)
    return markdown_to_text(text) if _MARKDOWN.search(text) else unwrap(text)


def html_to_text(fragment: str) -> str:
    r"""Return the text of an HTML fragment, one block a line; items of lists keep a dash.

    >>> html_to_text("<p>Oslo &amp; Bergen</p><p>give <b>more</b>.</p><ul><li>Pumps</li><li></li></ul>")
    'Oslo & Bergen\ngive more.\n- Pumps'
    """
    text = _UNSEEN.sub("\n", fragment)
    text = "\n".join(" ".join(part.split()) for part in _EMPTY_LINE.split(text))
    text = _TAG.sub("", _BLOCK_TAG.sub("\n", _ITEM_TAG.sub("\n- ", text)))
    lines = (" ".join(line.split()) for line in html.unescape(text).split("\n"))
    return "\n".join(line for line in lines if line not in ("", "-"))


def markdown_to_text(text: str) -> str:
    r"""Return the text of a Markdown document, one paragraph, heading or list item a line.

    Items keep a dash, and how far they stand from the margin: what is told of a list is not told of a text.

    >>> markdown_to_text("-   One\n    more\n    * Two\n\n***\n\nIt cost \\$5.")
    '- One more\n    - Two\nIt cost $5.'
    """
    lines = ((mark, _inline(block)) for mark, block in _blocks(text))
    return "\n".join(mark + line for mark, line in lines if line)


def _blocks(text: str) -> list[tuple[str, str]]:
    """Give the paragraphs, headings and items of lists, each with the mark of an item."""
    blocks: list[list[str]] = [[]]
    marks: dict[int, str] = {}  # by the number of the block
    for written in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = _QUOTE.sub("", written, count=1) if written.lstrip().startswith(">") else written
        if not line.strip() or _RULE.match(line):
            blocks.append([])
            continue
        if heading := _HEADING.match(line):
            blocks += [[heading["text"]], []]
            continue
        item = _ITEM.match(line)
        if item:
            blocks.append([])
        if bullet := _BULLET.match(line) if item else None:
            marks[len(blocks) - 1] = f"{_margin(line)}- "
            line = line[bullet.end() :]
        blocks[-1].append(line.strip().removesuffix("\\") if item else line.strip())
        if line.endswith("  "):  # a hard break
            blocks.append([])
    return [(marks.get(number, ""), " ".join(block)) for number, block in enumerate(blocks) if block]


def _margin(line: str) -> str:
    """Give the blanks that a line begins with."""
    wide = line.expandtabs(4)
    return " " * (len(wide) - len(wide.lstrip()))


def _text(match: re.Match[str]) -> str:
    return match["text"] or match["under"] or ""


def _inline(block: str) -> str:
    if "[" in block:
        block = _IMAGE.sub("", block)
        block = _LINK.sub(r"\g<text>", block)
    if "<" in block:
        block = _TAG.sub("", _AUTOLINK.sub(r"\g<text>", block))
    if "*" in block or "_" in block:
        block = _STRONG.sub(_text, block)
        block = _EMPHASIS.sub(_text, block)
        block = _LOOSE_STRONG.sub("", block)
    if "\\" in block:
        block = _ESCAPE.sub(r"\g<mark>", block)
    if "&" in block:
        block = html.unescape(block)
    return " ".join(block.split())


def unwrap(text: str) -> str:
    r"""`text` with hard line breaks undone, where it is wrapped at a fixed width.

    It is taken to be wrapped when paragraphs are set apart by empty lines and
    nearly every line that another one follows is filled to within a word of
    the longest.

    >>> unwrap("A line of words that goes on to a width that is\nthe same in all of the text.\n\nNew.")
    'A line of words that goes on to a width that is the same in all of the text.\n\nNew.'

    Paragraphs of one line each stay as they are:

    >>> unwrap("One.\nTwo.")
    'One.\nTwo.'
    """
    if _BLANK_LINE.search(text) is None:
        return text
    blocks = _BLANK_LINE.split(text)
    inner = [line.rstrip() for block in blocks for line in block.split("\n")[:-1] if not line.endswith("  ")]
    if not inner:
        return text
    width = max(map(len, inner))
    full = sum(len(line) >= width - 20 for line in inner)
    ended = sum(line.endswith((".", "!", "?", ".”", '."')) for line in inner)  # sentences rarely end where lines do
    if not 40 <= width <= 120 or full < 0.8 * len(inner) or ended > 0.4 * len(inner):
        return text
    return "\n\n".join(" ".join(part.split()) for block in blocks for part in _HARD_BREAK.split(block))
