"""Repair what encodings, editors and browsers leave in a text.

Mojibake is undone where ftfy finds it reversible; invisible characters go,
exotic spaces become spaces. Letters, quotes, dashes and currency signs stay as
printed. Looks before it works: a text without any of this costs one scan.
"""

import html
import re
import unicodedata

from ftfy import fix_encoding

# Capital letters of Latin scripts, for use inside a character class.
CAPITALS = "A-ZÀ-ÖØ-Þ" + "".join(chr(code) for code in range(0x100, 0x250) if chr(code).isupper())

# UTF-8 read as a Windows code page shows these leads before a continuation.
_MOJIBAKE = re.compile(
    r"""
    [ÂÃÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]    # two bytes: Ã©, Â£
    | [âï][\x80-\x9f€‚‹„‰™¬»][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¬]?  # three: â€™, â‚¬
    | ð[\x9fŸ]                                         # four: emoji
    """,
    re.VERBOSE,
)
_MOJIBAKE_LEADS = "ÂÃÐÑâïð"
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width marks, directions, tags, controls: nothing a reader sees.
_INVISIBLE = re.compile(
    r"[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
)
# Joiners shape Arabic and Indic letters and emoji; between Latin letters they are dirt.
_JOINERS = re.compile(r"(?<![\u0590-\u1cff\u2190-\U0001ffff])[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\u024f]|$)")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_ESCAPES = re.compile(r"\\(?:u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[89a-fA-F][0-9a-fA-F]))")
_ENTITIES = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|shy|euro|pound|yen|cent|copy|reg|eacute|ccedil|ouml|uuml|auml|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
)


def repair(text: str) -> str:
    r"""`text` with broken and invisible characters put right.

    >>> repair("The mayor\u00e2\u20ac\u2122s \u00c2\u00a35 of\u00adfer\u200b")
    'The mayor’s £5 offer'

    Text that is in order comes back as it is:

    >>> repair("Kč 5 – “zażółć”")
    'Kč 5 – “zażółć”'
    """
    if "&" in text:
        text = _unescape(text)
    if "\\" in text:
        text = _ESCAPES.sub(lambda match: chr(int(match["four"] or match["two"], 16)), text)
    if not text.isascii() and any(lead in text for lead in _MOJIBAKE_LEADS) and _MOJIBAKE.search(text):
        text = "\n".join(_mend(line) if _MOJIBAKE.search(line) else line for line in text.split("\n"))
    # What is not printable beside line feeds: controls, marks without width, spaces that are not the space.
    if not text.replace("\n", "").isprintable():
        text = _LINE_ENDS.sub("\n", text)
        text = _SPACES.sub(" ", text)
        text = _INVISIBLE.sub("", text)
        text = _JOINERS.sub("", text)
        text = _SURROGATES.sub("\ufffd", text)
    if "\u2010" in text or "\u2011" in text:
        text = text.replace("\u2010", "-").replace("\u2011", "-")
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _mend(line: str) -> str:
    """`line` with mojibake undone, as often as it was done."""
    for _ in range(4):
        mended = fix_encoding(line)
        if mended == line:
            break
        line = mended
    return line


def _unescape(text: str) -> str:
    for _ in range(10):  # "&amp;amp;pound;" was escaped more than once
        if not _ENTITIES.search(text):
            break
        text = _ENTITIES.sub(lambda match: html.unescape(match.group()), text)
    return text
