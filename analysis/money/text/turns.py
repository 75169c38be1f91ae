"""Who speaks where: the turns of a transcript or an interview, and whether they ask or answer.

"MINISTER: We gave 5m. JOURNALIST: When?" has two turns. A text without labels has them too, where one line after the
other is a question and what follows answers it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

# "MR. LUND:", "Question (Wire):", "Hon IDA BERG (Minister of Health):", "– Sofía:"; "Q:" and "A:" in a line as well.
# A time may stand before ("[06:41:03] LUND:").
_SHORT = r"(?:(?<=\b[A-Z])|(?<=\b[A-Z][A-Za-z])|(?<=\b[A-Z][a-z]{2}))\."  # "MR.", "Ms.", "Hon.", "Teri S."
_TIME = r"(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?"
_HEADING = re.compile(r"[ \t]*[^\n.?!…]{1,60}(?:\n\n|$)")  # behind a label, in a line of its own: "Sudan: Food Aid"
_LABEL = re.compile(
    rf"\n[ \t–—*-]*{_TIME}(?P<label>[A-ZÀ-Þ](?:[^\n:.?!;]|{_SHORT}){{0,110}}):\*{{0,2}}(?:[ \t]|(?=\n))"
)
_LETTERS = re.compile(r"[\s*](?P<label>[QA])[:.]\*{0,2}[ \t]")
_DASHED = re.compile(r"\n[ \t*]*(?P<label>[A-ZÀ-Þ][^\n:.?!;,–—]{0,40}?)\*{0,2} [–—-] ")  # "Gazette – And then?"
_BRACKET = re.compile(r"\s*\((?P<inside>[^)]*)\)")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
LONG = 30_000  # characters of a text that is no interview but a transcript, with a label before each speaker
_MANY = 3  # labels, or questions, from which a text is a talk of several
_ASKERS = frozenset(
    """q question questions host interviewer journalist reporter correspondent anchor moderator presenter
    newsreader press intro introduction narrator floor audience""".split()
)
_OFFICES = frozenset(
    """minister secretary commissioner president premier ambassador spokesperson spokesman spokeswoman chancellor
    director-general governor mayor administrator envoy""".split()
)
# "And when?", "And when? (Tunde, Ibadan)", "And when? — R. Lund, Sixth Avenue"
_ENDS_ASKING = re.compile(
    r"\?[\s\"”’')*_]*(?:\([^()\n]{2,60}\)|[–—-] ?[A-ZÀ-Þ][^\n?]{2,60})?\s*$",
)
_OPENS_ASKING = re.compile(r"[\s“\"]*To ask\b")
_PLEASED = "be pleased to state"  # as India's parliament asks
_TAIL = 90  # characters in which a question ends
_LABELLED = re.compile(r"\n[^\n:]{1,160}:")  # where a label may be: told cheaply
_SIGNED = re.compile(r"\([A-ZÀ-Þ][^()\n]{2,60}\)$")  # "Your forms are long. (Sr. N.)", among questions that are signed
_SET_OFF = re.compile(r"(?P<mark>\*{1,3}|_{1,2})(?=[^\s*_])[^\n]+(?<=[^\s*_])(?P=mark)$")  # a line in bold or italics


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
    if not found and len(text) < LONG and text.count("?") > 1:
        return tuple(_lettered(text)) or tuple(_dashed(text)) or tuple(_unlabelled(text))
    return found


def turn_at(text: str, offset: int) -> Turn | None:
    """Give the turn that an offset lies in."""
    return next((turn for turn in turns_of(text) if turn.start <= offset < turn.end), None)


def _labelled(text: str) -> Iterator[Turn]:
    marks = _marks(_LABEL, text)
    if {"Q", "A"} & {label for _, _, label in marks}:
        marks = sorted({*marks, *_marks(_LETTERS, text)})
    return _of_marks(marks, text)


def _lettered(text: str) -> Iterator[Turn]:
    """Give the turns of "Q. Who pays? A. We do.", also where several stand in one line."""
    return _of_marks(_marks(_LETTERS, text), text)


def _dashed(text: str) -> Iterator[Turn]:
    """Give the turns of a talk whose labels a dash ends ("Gazette – And then?"), each of which stands again."""
    marks = _marks(_DASHED, text)
    often = Counter(label for _, _, label in marks)
    return _of_marks([mark for mark in marks if often[mark[2]] > 1], text)


def _marks(pattern: re.Pattern[str], text: str) -> list[tuple[int, int, str]]:
    """Give where each label begins, its time or bullet included, where the words behind it do, and the label."""
    led = f"\n{text}"
    tried = (pattern.match(led, likely.start()) for likely in _LABELLED.finditer(led)) if pattern is _LABEL else None
    found = [
        (max(0, match.start() - 1), match.end() - 1, match["label"].strip("* "))
        for match in (pattern.finditer(led) if tried is None else tried)
        if match is not None
    ]
    return [mark for mark in found if mark[2].isupper() or not _HEADING.match(text, mark[1])]


def _of_marks(marks: list[tuple[int, int, str]], text: str) -> Iterator[Turn]:
    """Give the turns that labels lead, from where each begins to where the words behind it do."""
    if len(marks) < _MANY:
        return
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    asked = [_asks(text[start:end].strip()) for (_, start, _), end in zip(marks, ends, strict=True)]
    keys = _keys([label for _, _, label in marks])
    often = Counter(keys)
    # A label that stands once is one of a list, unless what it leads asks.
    kept = [
        k
        for k, key in enumerate(keys)
        if often[key] > 1 or key in _ASKERS or is_office(marks[k][2]) or asked[k] or marks[k][2].isupper()
    ]
    if len(kept) < _MANY or len({keys[k] for k in kept}) < 2 or not any(asked) or max(often.values()) < 2:
        return
    asks = _asking([keys[k] for k in kept], [asked[k] for k in kept])
    for k, after in pairwise([*kept, None]):
        if k is None:
            return
        end = marks[after][0] if after is not None else len(text)
        yield Turn(marks[k][1], end, marks[k][2], keys[k], keys[k] in asks)


def _asks(said: str) -> bool:
    """Whether what a speaker says asks: it ends in a question, or is put as parliaments put theirs."""
    ends = "?" in said[-_TAIL:] and _ENDS_ASKING.search(said, max(0, len(said) - _TAIL)) is not None
    return ends or _OPENS_ASKING.match(said) is not None or _PLEASED in said


def _asking(keys: Sequence[str], asked: Sequence[bool]) -> frozenset[str]:
    """Give the keys of those who ask: half of their turns do, or of two speakers' far more than the other's."""
    often = Counter(keys)
    asks = Counter(key for key, asks in zip(keys, asked, strict=True) if asks)
    found = {key for key in often if key in _ASKERS or 2 * asks[key] >= often[key]}
    shares = sorted((asks[key] / often[key], key) for key in often if often[key] > 1)
    if not found and len(shares) == 2 and 2 * shares[0][0] < shares[1][0]:
        found.add(shares[1][1])
    return frozenset(found)


def _keys(labels: Sequence[str]) -> list[str]:
    """Give the key of each label: that of the first of those whose words it repeats in part ("MINISTER", "Ida").

    >>> _keys(["Minister Lund", "Reporter (Wire)", "Minister", "Lund", "Berg"])
    ['lund', 'reporter', 'lund', 'lund', 'berg']
    """
    known: dict[frozenset[str], str] = {}
    found: list[str] = []
    for label in labels:
        words = frozenset(word.lower() for word in name_words(label)) - _TITLES
        if words not in known:
            same = (key for own, key in known.items() if words and own and (words <= own or own <= words))
            known[words] = next(same, key_of(label))
        found.append(known[words])
    return found


_TITLES = frozenset("mr mrs ms miss dr hon rt the sir madam lady lord deputy senator prof shri smt sen rep".split())


def key_of(label: str) -> str:
    """Give by what a speaker is known again: the last word of the name, which a bracket may hold.

    >>> key_of("MR. LUND"), key_of("Question (Wire)"), key_of("Minister of State (Deputy Ida Berg)")
    ('lund', 'question', 'berg')
    """
    words = name_words(label)
    return words[-1].lower() if words else ""


def name_words(label: str) -> list[str]:
    """Give the words of the name in a label, or of the office where it holds no name."""
    inside = _BRACKET.search(label)
    outer = _WORD.findall(_BRACKET.sub("", label).split(",")[0])
    if inside is not None and is_office(_BRACKET.sub("", label)) and not is_office(outer[-1] if outer else ""):
        outer = _WORD.findall(inside["inside"].split(",")[0]) or outer
    return outer


def is_office(label: str) -> bool:
    """Tell whether a label holds an office of a state ("MINISTER", "Minister of State (Deputy Ida Berg)")."""
    return not _OFFICES.isdisjoint(word.lower() for word in _WORD.findall(label))


def _unlabelled(text: str) -> Iterator[Turn]:
    """Give the turns of an interview whose questions stand in lines of their own."""
    printed: list[tuple[int, str]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            printed.append((at, line))
        at += len(line) + 1
    told = [line.strip() for _, line in printed]
    # Questions that ask nothing ("You lost the plant.") are known by their print, or by who sent them in.
    set_off = sum(bool(_SET_OFF.match(line)) for line in told) >= _MANY
    signed = sum(bool(_SIGNED.search(line)) for line in told if "?" in line) > 1
    lines = [
        (
            start,
            start + len(line),
            len(line) < _LINE
            and bool((_SET_OFF.match(own) if set_off else _asks(own)) or (signed and _SIGNED.search(own))),
        )
        for (start, line), own in zip(printed, told, strict=True)
    ]
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
