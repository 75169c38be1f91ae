"""Links, with all but their words blanked, so that a rule reads the sentence that a reader sees."""

import re

_LINK = re.compile(
    r"""
    (?:!\[|\[)                                        # one of two marks, which are found without trying others
    (?P<words>[^\[\]]{1,400})\]                       # what is shown; it may run over a line
    \((?P<address>[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)  # where it leads, brackets in it paired
    (?:\s+"[^"\n]*")?\)                               # a title may follow
    """,
    re.VERBOSE,
)

_ADDRESS = re.compile(r"https?://[^\s()<>\[\]\"|]+")


def without_addresses(text: str) -> str:
    """Blank the addresses of pages, offset by offset: "…/gives-$55-million" names no sum that the text states.

    >>> without_addresses("See https://example.org/Peru now.")
    'See                          now.'
    """
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text) if "://" in text else text


def without_links(text: str) -> str:
    r"""Blank the marks and addresses of Markdown links, offset by offset.

    >>> without_links("[Mali](https://example.org/Peru) gets aid.")
    ' Mali                            gets aid.'
    >>> without_links("Mali [sic] gets aid (at last).")
    'Mali [sic] gets aid (at last).'
    """
    return _LINK.sub(_words, text) if "](" in text else text


def _words(match: re.Match[str]) -> str:
    lead = match.start("words") - match.start()
    return " " * lead + match["words"] + " " * (match.end() - match.end("words"))
