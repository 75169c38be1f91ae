"""Links in Markdown, with all but their words blanked, so that a rule reads the sentence that a reader sees."""

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
