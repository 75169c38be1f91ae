"""The line that opens a report: where, when, and which agency.

"KYIV, March 4 (Reuters) - ", "WASHINGTON (AP) — ", "CANBERRA: ", "Nairobi — ".
A place in capitals, or an agency in brackets, or a date, tells it from a
sentence; the label of a speaker in a transcript is none.
"""

import re

from analysis.corpus.unicode import CAPITALS

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPS = rf"[{CAPITALS}][{CAPITALS}.'’\-]{{2,}}(?:[ /][{CAPITALS}][{CAPITALS}.'’/\-]*){{0,3}}"
_TITLE = rf"[{CAPITALS}][\w.'’\-]+(?:[ /][{CAPITALS}][\w.'’\-]+){{0,3}}"
_AGENCY = rf"\((?P<agency>[{CAPITALS}][^()\n]{{1,40}})\)|/(?P<wire>[A-Z][\w \-]{{2,25}})/"

_DATELINE = re.compile(
    rf"""
    (?P<line>
        (?: (?P<caps>{_CAPS}) | (?P<title>{_TITLE}) )      # the place
        (?: ,\s (?P<region>{_TITLE}|[A-Z]\.[A-Z]\.) )?     # and its country or state
        (?: [,.]?\s (?P<date>{_DAY}) )?
        (?: \s? (?:{_AGENCY}) )?
    )
    (?: \s*(?P<dash>--|[-–—―])\s*(?=[\"“‘'{CAPITALS}0-9$€£]) | (?P<colon>:)\s+(?=[\"“‘'{CAPITALS}0-9$€£]) )
    """,
    re.VERBOSE,
)
_AGENCY_ONLY = re.compile(
    r"(?P<line>\((?:Reuters|AP|AFP|IPS|UPI|ANI|PTI|Xinhua|Bloomberg|CNN|BBC|dpa|EFE|TASS)\))\s*(?:--|[-–—―])\s*"
)
_SPEAKERS = frozenset(
    """
    the sir madam dear editor mr mrs ms dr president secretary senator minister officer official officials
    administration operator moderator question answer note update updated correction clarification editor
    breaking watch listen read photo video exclusive opinion analysis explainer factbox live aide speaker
    reporter participant host press q a caption live blog review fact sheet statement remarks background more
    related teaser summary key points highlights on from between in by at since until after before during for
    subject hoax fact myth truth claim whereas memorandum attention date re
    """.split()
)


_HEADING = re.compile(r"(?!BEIJING|NANJING|CHONGQING|READING)\w+ING\b")  # "CUTTING RED TAPE: ..."
_LINKS = frozenset(["of", "de", "la", "el", "au", "en", "do", "da", "del", "upon"])


def split_dateline(paragraph: str, labels: frozenset[str] = frozenset()) -> tuple[str | None, str]:
    """Return the dateline that opens a text, and what follows it.

    Args:
        paragraph: The first paragraph of a text.
        labels: What stands in capitals before a colon in other paragraphs: speakers.

    >>> split_dateline("KYIV, March 4 (Reuters) - Norway will send pumps.")
    ('KYIV, March 4 (Reuters)', 'Norway will send pumps.')

    A speaker is not a place, nor is every capital word before a dash:

    >>> split_dateline("THE PRESIDENT: Good morning.")[0] is None
    True
    >>> split_dateline("NATO-led forces left.")[0] is None
    True
    """
    match = _AGENCY_ONLY.match(paragraph)
    if match is None:
        match = _DATELINE.match(paragraph[:200])
        if match is None or not _is_dateline(match, paragraph, labels):
            return None, paragraph
    return match["line"].strip(), paragraph[match.end() :]


def _is_dateline(match: re.Match[str], paragraph: str, labels: frozenset[str]) -> bool:
    place = match["caps"] or match["title"]
    words = [word.strip(".'’-") for word in re.split(r"[ /\-]", place.lower())]
    if any(word in _SPEAKERS for word in words) or len(paragraph) - match.end() < 20:
        return False
    if match["agency"] or match["wire"] or match["date"]:
        return bool(match["dash"]) or bool(match["caps"])
    if match["colon"]:
        # Headings of sections look the same; the names of cities are short.
        short = len(words) <= 2 or (len(words) == 3 and words[1] in _LINKS)
        return bool(match["caps"]) and place not in labels and short and not _HEADING.match(place)
    spaced = paragraph[match.end("line") : match.end("line") + 1] == " " or match["dash"] in ("—", "--")
    if match["caps"]:
        return spaced
    plain = len(words) <= 2 and "-" not in place and len(place) >= 4 and match["region"] is None
    return spaced and plain and len(paragraph) >= 80
