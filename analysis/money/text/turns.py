"""Who speaks where: the turns of a transcript or an interview, and whether they ask or answer.

"MINISTER: We gave 5m. JOURNALIST: When?" has two turns. A text without labels has them too, where one line after the
other is a question and what follows answers it.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# "MR. LUND:", "Question (Wire):", "Hon IDA BERG (Minister of Health):", "– Sofía:"; "Q:" and "A:" in a line as well.
_SHORT = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z][A-Za-z])|(?<=\b[A-Z][a-z]{2}))\."  # "MR.", "Ms.", "Hon.", "Teri S."
_LABEL = re.compile(rf"\n[ \t–—*-]*(?P<label>[A-ZÀ-Þ](?:[^\n:.?!;]|{_SHORT}){{0,110}}):\*{{0,2}}[ \t]")
_LETTERS = re.compile(r"[\s*](?P<label>[QA]):\*{0,2}[ \t]")
_BRACKET = re.compile(r"\s*\((?P<inside>[^)]*)\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_MANY = 3  # labels, or questions, from which a text is a talk of several
_ASKERS = frozenset(
    """q question questions host interviewer journalist reporter correspondent anchor moderator presenter
    newsreader press""".split()
)
_OFFICES = frozenset(
    """minister secretary commissioner president premier ambassador spokesperson spokesman spokeswoman chancellor
    director-general governor mayor administrator envoy""".split()
)
_ASKED = re.compile(r"\?[\s\"”’')*]*$|^[\s“\"]*To ask\b|\bbe pleased to state\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of a text that one speaker says."""

    start: int
    end: int
    label: str  # as printed; empty where none is
    key: str  # by which the same speaker is known again
    asks: bool


@lru_cache(maxsize=4)  # asked for each "we" of a text
def turns_of(text: str) -> tuple[Turn, ...]:
    r"""Give the turns of a text that several speak in; none of any other.

    >>> [turn.key for turn in turns_of("Q: Who pays?\nA: We do.\nQ: And when?\nA: In May.")]
    ['q', 'a', 'q', 'a']
    """
    if "?" not in text and "To ask" not in text:
        return ()
    found = tuple(_labelled(text)) if text.count(":") >= _MANY else ()
    return found or (tuple(_unlabelled(text)) if text.count("?") >= _MANY else ())


def turn_at(text: str, offset: int) -> Turn | None:
    """Give the turn that an offset lies in."""
    return next((turn for turn in turns_of(text) if turn.start <= offset < turn.end), None)


def _labelled(text: str) -> Iterator[Turn]:
    led = f"\n{text}"
    marks = [(match.start("label") - 1, match.end() - 1, match["label"]) for match in _LABEL.finditer(led)]
    if not marks or {"Q", "A"} & {label for _, _, label in marks}:
        letters = [(match.start("label") - 1, match.end() - 1, match["label"]) for match in _LETTERS.finditer(led)]
        marks = sorted({*marks, *letters})
    if len(marks) < _MANY:
        return
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    asked = [bool(_ASKED.search(text[start:end].strip())) for (_, start, _), end in zip(marks, ends, strict=True)]
    keys = [key_of(label) for _, _, label in marks]
    often = Counter(keys)
    # A label that stands once is one of a list, unless what it leads asks.
    kept = [
        k
        for k, key in enumerate(keys)
        if often[key] > 1 or key in _ASKERS or is_office(marks[k][2]) or asked[k] or marks[k][2].isupper()
    ]
    if len(kept) < _MANY or len({keys[k] for k in kept}) < 2 or not any(asked) or max(often.values()) < 2:
        return
    asks: Counter[str] = Counter(keys[k] for k in kept if asked[k])
    for k, after in pairwise([*kept, None]):
        if k is None:
            return
        end = marks[after][0] if after is not None else len(text)
        key = keys[k]
        yield Turn(marks[k][1], end, marks[k][2], key, key in _ASKERS or 2 * asks[key] >= often[key])


def key_of(label: str) -> str:
    """Give by what a speaker is known again: the last word of the name, which a bracket may hold.

    >>> key_of("MR. LUND"), key_of("Question (Wire)"), key_of("Minister of State (Deputy Ida Berg)")
    ('lund', 'question', 'berg')
    """
    inside = _BRACKET.search(label)
    outer = _WORD.findall(_BRACKET.sub("", label).split(",")[0])
    if inside is not None and is_office(_BRACKET.sub("", label)) and not is_office(outer[-1] if outer else ""):
        outer = _WORD.findall(inside["inside"].split(",")[0]) or outer
    return outer[-1].lower() if outer else ""


def is_office(label: str) -> bool:
    """Tell whether a label holds an office of a state ("MINISTER", "Minister of State (Deputy Ida Berg)")."""
    return not _OFFICES.isdisjoint(word.lower() for word in _WORD.findall(label))


def _unlabelled(text: str) -> Iterator[Turn]:
    """Give the turns of an interview whose questions stand in lines of their own."""
    lines: list[tuple[int, int, bool]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line), bool(_ASKED.search(line.strip())) and len(line) < _LINE))
        at += len(line) + 1
    asked = [k for k, (_, _, asks) in enumerate(lines) if asks and k + 1 < len(lines) and not lines[k + 1][2]]
    if len(asked) < _MANY or asked[-1] - asked[0] > _APART * len(asked):
        return
    said = " ".join(text[start:end] for start, end, asks in lines[asked[0] :] if not asks)
    if len(_SELF.findall(said)) < _MANY:
        return  # an explainer that asks itself
    for start, end, asks in lines[asked[0] :]:
        yield Turn(start, end, "", "question" if asks else "answer", asks)


_SELF = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_LINE, _APART = 400, 5  # characters of a question; lines between two
