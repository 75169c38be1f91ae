"""What is glued to the end of a text: teasers of other stories, and a cut-off.

A teaser opens with a kicker in capitals and a colon, runs its summary into its
first sentence and breaks off. Transcripts open paragraphs the same way, so
their labels (which recur) are told apart first.
"""

import re

from analysis.corpus.sentences import split_sentences
from analysis.corpus.unicode import CAPITALS

_KICKER = re.compile(
    rf"""
    [\"“‘']? (?P<kicker>[A-Z0-9À-ÖØ-Þ](?:[A-Z0-9À-ÖØ-Þ’'&\-/,.!?$€£%]
        |[ ](?=[A-Z0-9À-ÖØ-Þ’'&‘“$€£\-])){{2,59}}) [”’\"']? :
    [ ] (?=[\"“‘'{CAPITALS}0-9$€£])
    """,
    re.VERBOSE,
)
# A summary without a full stop, and the sentence that was glued to it.
_GLUE = re.compile(
    r"[a-z0-9’”][ ](?:The|A|An|In|On|At|It|This|Two|Three|After|When|As|For|With|Some|Police|Officials)[ ][A-Za-z]"
)
_WHOLE = re.compile(r"(?:[.!?][\"'”’»)\]]*|[.!?][\"'”’»)\]]*\s*\([^()]{1,60}\)|[:;])$")
# What an interface prints where it cuts a text short.
_MARKER = re.compile(
    r"""
    \s* (?:…|\.\.\.)? \s*
    (?:
        \[\+?\d+\ chars\] | \[(?:…|\.\.\.|&hellip;|continued|cut)\] | \((?:more|continued)\)
      | (?:continue\ reading|read\ more|read\ full\ story) \s* (?:…|\.\.\.|→|»)?
    )
    $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "... it said. - Reuters": whose report it was, behind the last sentence.
_AGENCY_TAIL = re.compile(
    r"(?<=[.!?”\"’)])\s*(?P<tag>(?:[-–—]{1,2}\s?|\()(?:Reuters|AFP|AP|dpa|Bernama|Xinhua|PTI|ANI|IANS|UNB|BSS|EFE|IPS|CNA|TASS|Bloomberg"
    r"|[A-Z]{3,6}(?:/[A-Z]{2,6})?)\)?)$"
)
_DANGLING = re.compile(
    r"(?:,[”’\"']?|\b(?:the|a|an|of|and|or|to|in|for|with|that|on|by|from|at|as|was|were|is|are|be|been|has|have|had|its|their|"
    r"his|her|which|who|but|would|will|could|told|than|into|between|because|our|your)|[-–])$"
)


def kicker_of(paragraph: str) -> str | None:
    """Return the kicker in capitals that opens a paragraph, or None.

    >>> kicker_of("‘NO GOING BACK’: The leader said it"), kicker_of("Oslo: a city")
    ('NO GOING BACK', None)
    """
    match = _KICKER.match(paragraph)
    if match is None or sum(letter.isupper() for letter in match["kicker"]) < 3:
        return None
    return match["kicker"].strip(" .!?,'’")


def is_cut_off(paragraph: str) -> bool:
    """Whether a paragraph breaks off: no end mark, or one that goes on.

    >>> is_cut_off("She said she would spend it on"), is_cut_off("It is over.”")
    (True, False)
    """
    return paragraph.endswith(("…", "...", ",”", ",’", ',"')) or not _WHOLE.search(paragraph)


def first_teaser(paragraphs: list[str]) -> int:
    """Return the index where the teasers at the end of a text begin; its length where there are none.

    >>> first_teaser(["Oslo gives.", "More is to come.", "CHESS: Girl, 14, wins again She beat two masters and"])
    2
    >>> first_teaser(["MR. LUND: Thank you all very much for", "MS. DAHL: Thank you."])
    2
    """
    start = len(paragraphs)
    kickers: list[str] = []
    while start > 0 and len(kickers) < 40:
        kicker = kicker_of(paragraphs[start - 1])
        if kicker is None:
            break
        kickers.append(kicker)
        start -= 1
    if not kickers or not start or len(set(kickers)) < len(kickers):
        return len(paragraphs)
    earlier = {kicker for kicker in map(kicker_of, paragraphs[:start]) if kicker}
    if earlier & set(kickers) or len(earlier) > 2:
        return len(paragraphs)
    for index in range(start, len(paragraphs)):
        if _is_teaser(paragraphs[index]):
            return index
    return len(paragraphs)


def _is_teaser(paragraph: str) -> bool:
    return len(paragraph) >= 40 and (is_cut_off(paragraph) or _GLUE.search(paragraph[:400]) is not None)


def split_agency(paragraph: str) -> tuple[str, str]:
    """Return the last paragraph without the agency behind its last sentence, and that.

    >>> split_agency("“It is over,” he said. - Reuters")
    ('“It is over,” he said.', '- Reuters')
    >>> split_agency("It is over (at last).")
    ('It is over (at last).', '')
    """
    match = _AGENCY_TAIL.search(paragraph, max(0, len(paragraph) - 40))
    return (paragraph[: match.start()], match["tag"]) if match and match.start() > 10 else (paragraph, "")


def cut_end(paragraphs: list[str]) -> tuple[str, str]:
    """Return the last paragraph without the sentence that breaks off, and that sentence.

    >>> cut_end(["Oslo gives.", "It gave before. It will give more to the"])
    ('It gave before.', 'It will give more to the')

    A heading or the last item of a list is not cut off:

    >>> cut_end(["Oslo gives.", "Pumps and generators"])
    ('Pumps and generators', '')
    """
    last = paragraphs[-1]
    marker = (
        _MARKER.search(last, max(0, len(last) - 80))
        if last.endswith((")", "]", "…", "...", "»", "→", "g", "e", "y", "G", "E", "Y"))
        else None
    )
    whole = last[: marker.start()].rstrip() if marker and marker.group().strip() else last
    if not whole:
        return "", last
    marked = len(whole) < len(last) or whole.endswith(("…", "..."))
    if not marked and not is_cut_off(whole):
        return last, ""
    if len(whole) < len(last) and not is_cut_off(whole):
        return whole, last[len(whole) :].strip()
    sentence = split_sentences(whole)[-1]
    if not marked and not _breaks_off(sentence.text):
        return last, ""
    return whole[: sentence.start].rstrip(), last[sentence.start :]


def _breaks_off(sentence: str) -> bool:
    """Return whether a last sentence without an end mark is cut off: it ends in a word that wants another.

    One that only lacks its full stop stays: it is more often a slip, a heading or a signature than a cut.
    """
    return len(sentence.split()) >= 5 and _DANGLING.search(sentence) is not None
