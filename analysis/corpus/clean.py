"""Take out of a text what the outlet did not report: `clean_article`.

Characters are repaired first (`unicode`), then single paragraphs are looked at
(`passages`), then the end (`teasers`) and the opening (`datelines`). What is
taken out is kept with its role. Paragraphs that recur across an outlet's
articles are found over the corpus, in `boilerplate`.
"""

from analysis.corpus.datelines import split_dateline
from analysis.corpus.markup import unwrap
from analysis.corpus.passages import hints, role_of
from analysis.corpus.teasers import cut_end, first_teaser, kicker_of, split_agency
from analysis.corpus.unicode import repair
from analysis.records import Cleaned, Removed

_ITEM = "- "
_WIDEST = 40  # blanks of a margin that tell of a list
_MOST_PASSES = 12  # a text that still changes then was made to; real ones take two


def clean_article(text: str) -> Cleaned:
    r"""Separate the report from what was printed around it.

    The body has one paragraph a line, no white space around lines but the margin of
    an item of a list ("- "), and no empty ones; offsets of everything downstream count its characters. Cleaning a body
    again changes nothing. A real paragraph is worth more than a clean one: what
    is not clearly a credit, caption, link, pitch, teaser or cut-off stays.

    Args:
        text: A body as read; plain text.

    Returns:
        The body, what was removed in order of appearance with its role
        (`credit`, `caption`, `read_more`, `teaser`, `boilerplate`, `cut_off`), and the dateline.

    >>> cleaned = clean_article("OSLO (NTB) - Norway gives 5 million kroner to Kyiv.\nPhoto: NTB\n")
    >>> cleaned.body, cleaned.dateline, [(r.role, r.text) for r in cleaned.removed]
    ('Norway gives 5 million kroner to Kyiv.', 'OSLO (NTB)', [('credit', 'Photo: NTB')])

    A paragraph that opens with a label is not a teaser:

    >>> clean_article("Aid grew.\nCORRECTION: It grew by 5 percent.").removed
    ()
    """
    body = text
    removed: list[Removed] = []
    dateline = None
    for _ in range(_MOST_PASSES):
        before = body
        body, taken, line = _pass(body)
        removed += taken
        dateline = dateline or line
        if body == before or not body:
            break
    return Cleaned(body, tuple(removed), dateline)


def _pass(text: str) -> tuple[str, list[Removed], str | None]:
    paragraphs = _paragraphs(repair(text))
    words = hints(paragraphs)
    taken: list[tuple[int, Removed]] = []
    kept: list[tuple[int, str]] = []
    for place, paragraph in enumerate(paragraphs):
        role = role_of(_bare(paragraph), words)
        if role:
            taken.append((place, Removed(role, paragraph)))
        else:
            kept.append((place, paragraph))
    texts = [paragraph for _, paragraph in kept]
    end = first_teaser([_bare(text) for text in texts])
    taken += [(place, Removed("teaser", paragraph)) for place, paragraph in kept[end:]]
    texts = texts[:end]
    if texts:
        texts[-1], agency = split_agency(texts[-1])
        texts[-1], lost = cut_end(texts)
        taken += [
            (kept[end - 1][0], Removed(role, part)) for role, part in (("cut_off", lost), ("credit", agency)) if part
        ]
    dateline = None
    if texts:
        colon = ":" in texts[0][:80]
        labels = frozenset(filter(None, map(kicker_of, texts[1:60]))) if colon else frozenset()
        dateline, texts[0] = split_dateline(texts[0], labels)
    taken.sort(key=lambda item: item[0])
    return "\n".join(filter(None, texts)), [item for _, item in taken], dateline


def _paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, white space evened out; an item of a list keeps how far in it stands."""
    if "\n\n" in text:
        text = unwrap(text)
    if "  " in text or "\t" in text:
        return [_margin(line) + " ".join(line.split()) for line in text.split("\n") if line.strip()]
    return [_margin(line) + line.strip() for line in text.split("\n") if line.strip()]


def _margin(line: str) -> str:
    """Give the blanks before an item of a list; none before anything else."""
    if not line[:1].isspace() or not line.lstrip().startswith(_ITEM):
        return ""
    wide = line.expandtabs(4)
    return " " * min(len(wide) - len(wide.lstrip()), _WIDEST)


def _bare(paragraph: str) -> str:
    """Give a paragraph without the mark of an item of a list."""
    return paragraph.lstrip().removeprefix(_ITEM)
