"""The stage that what stands over a gift in a list tells, over however many lines: items it is under, and a lead.

"The winners are:" commits each sum below it, "It has approved:" approves. A list may have no marks: a name in one line,
its sum in the next. What an item goes on with behind its first sentence is no longer what the list is of.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.money.terms.stage_leads import NO_HEADING, TOPS, is_heading, lead_stage
from analysis.money.text.around import STOP
from analysis.money.text.list_items import above, item_at, without_marks
from analysis.money.text.reader import Reader
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_OPENS = (":", "include", "including", "such as")  # how what leads to a list ends
# "Lund Airport, Ohio—5 million for a tower", under "projects such as:": a project by its name was chosen.
_NAMED = re.compile(r"^\W*[A-Z][^.;$€£]{3,150}(?:[—–:]|\s-)\W*(?:(?:over|up\sto|about|nearly|more\sthan)\s)?$")
_PROJECTS = re.compile(r"\bprojects?\b[^;]{0,200}$")
_NEWS = re.compile(r"\b(?:announc\w+|today|will|would|propos\w+|plan\w*|seek\w*|need\w*)\b", re.IGNORECASE)
_SAID = 2  # sentences at the end of a lead that may tell a stage
_TAIL = 2000  # characters of a lead that are read, the last ones: an article may be one paragraph
_PIECES = 60  # paragraphs at most between a lead and a gift in a list without marks
_SHORT = 200  # characters of a paragraph that is one line of such a list


def with_list_stages(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text with the stage of gifts in lists that the lead of their list tells.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    found: list[Claim] = []
    for claim in claims:
        tops = TOPS.get(claim.status)
        stage = None
        if tops is not None and claim.exclude_reason in _COUNTED and claim.amount is not None and claim.in_kind is None:
            stage = _of_heads(claim.start, reader, tops)
        found.append(replace(claim, status=stage) if stage is not None else claim)
    return found


def _of_heads(at: int, reader: Reader, tops: frozenset[str]) -> str | None:
    """Give the stage that a lead over an offset tells, the nearest one that tells any."""
    item = item_at(at, reader)
    own = _plain(item[0], at, reader) if item is not None else ""
    if STOP.search(own):
        return None
    heads = above(item[0], reader) if item is not None else _over_lines(at, reader)
    for low, high in heads:
        words = _plain(low, high, reader)
        if not words.endswith(_OPENS) and not is_heading(words):
            continue
        said = STOP.split(words)[-_SAID:]
        told = next((stage for one in said if (stage := lead_stage(one, tops)) is not None), None)
        if told is not None:
            return told
        last = " ".join(said)
        if "committed" in tops and _NAMED.match(own) and _PROJECTS.search(last) and not _NEWS.search(last):
            return "committed"
    return None


def _over_lines(at: int, reader: Reader) -> Iterator[tuple[int, int]]:
    """Give the lead of a list without marks: the paragraph in a colon that only short ones stand behind."""
    for place in range(_PIECES):
        low, high = reader.around(at)
        words = _plain(low, high, reader)
        if place and words.endswith(":"):
            yield low, high
            return
        if len(words) > _SHORT or words.endswith(NO_HEADING) or low <= 0:
            return
        at = low - 1
        while at > 0 and reader.plain[at].isspace():
            at -= 1


def _plain(low: int, high: int, reader: Reader) -> str:
    return without_marks(reader.plain[max(low, high - _TAIL) : high])
