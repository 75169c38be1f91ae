"""For whom a speaker speaks: the state or the body whose "we" gives.

A transcript, an interview, a speech or a letter tells it once: in its heading or what introduces the guest ("Ida Berg,
who runs the Lund Foundation"), in a label ("Minister of State (Deputy Ida Berg)"), or below ("The writer is Foreign
Minister of Norway"). Who asks speaks for nobody.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from functools import lru_cache

from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import Party, countries, home_of_currency, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import slug
from analysis.money.text.turns import is_office, turn_at, turns_of
from analysis.money.text.voice import bodies_of, speaks
from analysis.money.text.words import oda_recipients

_LEADS = (
    r"(?:(?:executive |managing |deputy |vice[- ])?(?:president|director|chair(?:man|woman|person)?|head|secretary)"
    r"(?:[- ]general)?|chief executive(?: officer)?|CEO|founder|co-?founder|coordinator|administrator|principal|"
    r"governor|general manager|treasurer|trustee|commissioner|board member)"
)
_CAP = r"(?!I['’])[A-ZÀ-Þ][\w’'&.-]*"
_NAME = (
    rf"(?P<name>{_CAP}(?: (?:(?:of|for|and|the|&|de|del|della|di|da|do|la|le|les|und|für|pour|y|e|et|to) )*"
    rf"(?:(?:dell|d|l|all)[’'])?{_CAP}){{0,9}})"  # of so many words that a heading in capitals costs little
)
_LED = re.compile(
    rf"\b(?:{_LEADS}(?: emeritus)?,? (?:of|at|for) (?:the |our |this )?"
    rf"|who (?:now )?(?:heads|runs|leads|chairs|directs|manages|founded|presides over) (?:the )?"
    rf"|has (?:headed|run|led|chaired|directed|managed|presided over) (?:the )?"
    rf"|[Aa]sk (?:the )?){_NAME}",
)
_OWNED = re.compile(rf"{_NAME}(?:['’]s?)?,? {_LEADS}\b")  # "Lund Foundation president Ida Berg"
_ITS = re.compile(rf"\b(?:its|whose) {_LEADS}\b|\b(?:foundation|fund|trust|charity) {_LEADS}\b")
_BODY = re.compile(_NAME)
_OPENS = 1_000  # characters in which a guest is introduced
_HOSTS = frozenset(["host", "presenter", "interviewer", "anchor"])
_BELOW = 400  # characters at the end that tell who writes
_WRITER = re.compile(r"\b[Tt]he (?:writer|author) (?:is|was|serves as)\b")
_SIGNED = re.compile(
    r"\n[^\n.]{4,40} (?:is|serves as) (?:the )?(?=[A-Za-z])"
)  # "Ida Berg is president of the Lund Foundation"
_SPOKEN = re.compile(
    r"(?:(?:Opening|Closing|Keynote|Press) )?(?i:remarks|speech|address|statement|keynote|letter)\b[^\n]{0,40}?"
    r"\b(?:by|of|from)\b"
)
_AS = re.compile(rf"\b[Aa]s (?:the )?(?:{_LEADS}|ambassador|minister)")


def speaker(reader: Reader, offset: int) -> Party | None:
    """Give for whom "we" speaks at an offset; None where the text does not tell."""
    turn = turn_at(reader.text, offset)
    if turn is None:
        return _writer(reader) if not turns_of(reader.text) else _before_turns(reader, offset)
    return None if turn.asks else _of_turn(reader, turn.key)


def _before_turns(reader: Reader, offset: int) -> Party | None:
    """Give who makes the statement that opens a transcript, before the first question: the only one who answers."""
    turns = turns_of(reader.text)
    keys = {turn.key for turn in turns if not turn.asks}
    first = turns[0].start
    spoken = offset < first and len(keys) == 1 and turns[0].label and first > _OPENS // 2
    return _of_turn(reader, next(iter(keys))) if spoken else None


@lru_cache(maxsize=16)
def _of_turn(reader: Reader, key: str) -> Party | None:
    """Give for whom the speaker of a key speaks."""
    turns = turns_of(reader.text)
    own = [turn for turn in turns if turn.key == key]
    labels = {turn.label for turn in own}
    office = any(map(is_office, labels))
    named = next((state for label in labels if is_office(label) and (state := _state_in(label)) is not None), None)
    # What a host says by way of welcome is of the opening.
    first = next((turn for turn in turns if turn.key not in _HOSTS), turns[0])
    opening = (0, max(0, min(_OPENS, first.start - len(first.label))))
    alone = len({turn.key for turn in turns if not turn.asks}) == 1 or key in ("a", "answer")
    found = named or _named_in(opening, key, reader) or (_introduced(opening, reader) if alone else None)
    return found or (_home(reader, labels) if office else None)


def _named_in(opening: tuple[int, int], key: str, reader: Reader) -> Party | None:
    """Give for whom it is said in the opening that the speaker of a name or an office speaks."""
    for low, high in _lines(opening, reader):
        if re.search(rf"\b{re.escape(key)}\b", reader.text[low:high], re.IGNORECASE):
            found = _body_in(low, high, reader) or _office_in(low, high, key, reader)
            if found is not None:
                return found
    return None


def _introduced(opening: tuple[int, int], reader: Reader) -> Party | None:
    """Give for whom the only guest of a text speaks."""
    for low, high in _lines(opening, reader):
        found = _body_in(low, high, reader) or _office_in(low, high, "", reader)
        if found is not None:
            return found
    told = reader.text[slice(*opening)]
    named = (match["name"] for match in _BODY.finditer(told)) if _ITS.search(told) else ()
    return next((party for party in map(_party, named) if party is not None and party.level == "foundation"), None)


def _lines(opening: tuple[int, int], reader: Reader) -> Iterator[tuple[int, int]]:
    """Give the sentences of a stretch."""
    low, high = opening
    while low < high:
        number, index = reader.at(low)
        sentences = reader.paragraph(number)
        for sentence in sentences[index:]:
            if sentence.start >= high:
                return
            yield sentence.start, min(sentence.end, high)
        after = reader.around(low)[1]
        if after <= low:
            return
        low = after


def _body_in(low: int, high: int, reader: Reader) -> Party | None:
    """Give the body that somebody is said to lead between two offsets."""
    told = reader.text[low:high]
    for pattern in (_LED, _OWNED):
        for match in pattern.finditer(told):
            found = _party(match["name"])
            if found is not None:
                return found
    return None


def _party(name: str) -> Party | None:
    """Give the body of a name: of the register, or called by what bodies are called ("Ida Berg's Lund Trust")."""
    name = name.rstrip(".,-").removesuffix("'s").removesuffix("’s")
    known = party_named(name)
    if known is not None:
        return countries().get(known.id, known) if known.kind in ("agency", "body", "country") else None
    own = re.split(r"['’]s ", name)[-1]
    name = own if " " in own else name
    if " " not in name or (level_of(name) != "foundation" and name.split()[0].lower() not in _FOUNDATIONS):
        return None
    return Party(slug(name), slug(name), "body", "name", "foundation", name)


_FOUNDATIONS = frozenset(
    "fondazione fundación fundacion fundação fundacao fundacja fondation stiftung stichting".split()
)


def _office_in(low: int, high: int, key: str, reader: Reader) -> Party | None:
    """Give the state whose office-holder is told of between two offsets, the one of a key if several are."""
    number, index = reader.at(low)
    sentence = reader.paragraph(number)[index]
    held = [
        item
        for item in reader.items(sentence)
        if item.head == "office" and item.party is not None and item.party.kind == "country" and item.start < high
    ]
    fitting = [item for item in held if key in item.low or key in (item.name or "").lower()]
    found = [item.party.id for item in fitting if item.party is not None]
    return countries().get(found[0]) if found and (not key or len(set(found)) == 1) else None


def _state_in(label: str) -> Party | None:
    """Give the state that a label names ("The Prime Minister of Norway")."""
    match = re.search(rf"\bof (?:the )?{_NAME}", label)
    known = party_named(match["name"]) if match is not None else None
    return known if known is not None and known.kind == "country" else None


def _home(reader: Reader, labels: Collection[str]) -> Party | None:
    """Give the state whose office-holders answer: that of the parliament or the ministry that the heading names."""
    if any(_OF_UNION.search(label) for label in labels):
        union = party_named("European Union") if _UNION.search(reader.text, 0, _HEADING) is not None else None
        if union is not None:
            return union
    named = bodies_of(reader.text[:_HEADING] + " ".join(labels), reader.foes)
    return countries().get(next(iter(named))) if len(named) == 1 else _by_money(reader)


def _by_money(reader: Reader) -> Party | None:
    """Give the only state that is not helped itself in whose own money a text counts again ("1,500 million yen")."""
    stated = Counter(amount.currency for amount in reader.amounts if amount.currency and amount.certainty == "stated")
    homes = {home for home in map(home_of_currency, stated) if home in countries() and home not in oda_recipients()}
    homes.discard("USA")  # in whose money all count
    often = sum(often for currency, often in stated.items() if home_of_currency(currency) in homes)
    return countries()[homes.pop()] if len(homes) == 1 and often >= _AGAIN else None


_AGAIN = 2
_OF_UNION = re.compile(r"\b(?:commissioner|spokes(?:person|man|woman))\b", re.IGNORECASE)
_UNION = re.compile(r"\bEuropean Commission\b|\bBerlaymont\b|\bBrussels\b", re.IGNORECASE)
_HEADING = 400  # characters of a heading


@lru_cache(maxsize=4)
def _writer(reader: Reader) -> Party | None:
    """Give for whom the one who says a whole text speaks."""
    text = reader.text
    if not speaks(text):
        return None
    below = max(0, len(text) - _BELOW)
    told = _SPOKEN.match(text) or _WRITER.search(text, 0, _OPENS) or _WRITER.search(text, below)
    told = (
        told
        or _SIGNED.search(text, below)
        or (_AS.search(text, 0, _OPENS) if _LETTER.search(text, 0, _OPENS) else None)
    )
    if told is None:
        return None
    number, index = reader.at(told.end())
    sentence = reader.paragraph(number)[index]
    low = max(told.start(), sentence.start)
    known = _body_in(low, sentence.end, reader) or _office_in(low, sentence.end, "", reader)
    return known or (_by_money(reader) if is_office(text[low : sentence.end]) else None)


_LETTER = re.compile(r"\b(?:SIR|Sir|Dear [A-Z]?\w+|[Ll]etter)\b")
