"""For whom a speaker speaks: the state or the body whose "we" gives.

A transcript, an interview, a speech or a letter tells it once: in its heading or what introduces the guest ("Ida Berg,
who runs the Lund Foundation"), in a label ("Minister of State (Deputy Ida Berg)", "IDA BERG (Lund Bank)"), in what the
host says to them ("Ms Berg, you are with the World Bank"), in what they say of themselves ("we at the Lund Fund"), or
below ("The writer is Foreign Minister of Norway"). Who asks speaks for nobody.
"""

import re
from collections import Counter
from functools import lru_cache

from analysis.money.text.name_runs import level_of
from analysis.money.text.office_states import HEADING, by_money, home_of, lines_of
from analysis.money.text.parties import Party, countries, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import slug
from analysis.money.text.turns import LONG, Turn, is_office, name_words, turn_at, turns_of
from analysis.money.text.voice import speaks

_LEADS = (
    r"(?i:(?:(?:executive|managing|deputy|vice|country|regional|programme|program|acting|founding|general)[ -])?"
    r"(?:president|director|chair(?:man|woman|person)?|head|secretary|manager|representative|spokes(?:person|man|woman))"
    r"(?:[- ]general)?|chief executive(?: officer)?|CEO|founder|co-?founder|coordinator|administrator|principal|"
    r"governor|treasurer|trustee|commissioner|board member|owner)"
)
_CAP = r"(?!I['’])[A-ZÀ-Þ][\w’'&.-]*"
_NAME = (
    rf"(?P<name>{_CAP}(?: (?:(?:of|for|and|the|&|de|del|della|di|da|do|la|le|les|und|für|pour|y|e|et|to) )*"
    rf"(?:(?:dell|d|l|all)[’'])?{_CAP}){{0,9}})"  # of so many words that a heading in capitals costs little
)
_THE = r"(?:the |our |this )?"
_RUNS = r"(?:heads|runs|leads|chairs|directs|manages|founded|oversees|presides over)"
# "runs the Welsh side of the Lund Fund", "head of epidemics at the Lund Trust"
_SIDE = r"(?:the (?:[\w-]+ ){1,3}(?:of|at|for|in) )?"
_UNIT = r"(?:[a-z][\w-]+ ){1,5}(?:at|of|for|with|in) "
_LED = re.compile(
    rf"\b(?:{_LEADS}(?: emeritus)?,? (?:(?:of|at|for) {_THE}|(?:of|for) {_UNIT}{_THE})"
    rf"|(?:who )?(?:now )?{_RUNS} {_SIDE}{_THE}"
    rf"|has (?:headed|run|led|chaired|directed|managed|presided over) {_SIDE}{_THE}"
    rf"|[Aa]sk {_THE}){_NAME}",
)
_OWNED = re.compile(rf"{_NAME}(?:['’]s?)?,? {_LEADS}\b")  # "Lund Foundation president Ida Berg"
_ITS = re.compile(rf"\b(?:[Ii]ts|whose) {_LEADS}\b|\b(?:foundation|fund|trust|charity|company|bank) {_LEADS}\b")
_BODY = re.compile(_NAME)
# What speakers say of themselves: "we at the Lund Fund", "As head of the Lund Fund, I", "I run the Lund Fund".
_SELF = re.compile(
    rf"\b(?:(?:I(?:['’]m| am)|[Aa]s) (?:the |an? )?{_LEADS} (?:of|at|for) {_THE}|[Ww]e (?:at|in|here at) {_THE}"
    rf"|I (?:run|lead|head|chair|direct|work for) {_THE}){_NAME}"
)
# What a host says to them: "Ms Berg, you are with the Lund Bank", "your group, the Lund Fund".
_TOLD = re.compile(rf"\b[Yy]ou(?:['’]re| are)? (?:with|from|at|run|lead|head|chair|represent|speak for) {_THE}{_NAME}")
_OPENS = 1_000  # characters in which a guest is introduced
_INTRODUCES = 1_500  # the same, with what a host says by way of welcome
_BELOW = 400  # characters at the end that tell who writes
_WRITER = re.compile(r"\b[Tt]he (?:writer|author) (?:is|was|serves as)\b")
_BYLINE = re.compile(r"\n[ \t*_]*By [A-ZÀ-Þ][^\n,]{3,50}, (?=[^\n]{4,150}\n)")  # "By Ida Berg, Minister for Trade"
_SIGNED = re.compile(
    r"\n[^\n.]{4,40} (?:is|serves as) (?:the )?(?=[A-Za-z])"
)  # "Ida Berg is president of the Lund Foundation"
_DEAR = re.compile(
    rf"(?:^|\n)Dear [^\n,]{{0,40}}?\b(?:of|at) {_THE}{_NAME}(?P<place> (?:in|at) {_THE}{_CAP}[^\n,.!:]{{0,40}})?"
)
_SPOKEN = re.compile(
    r"(?:(?:Opening|Closing|Keynote|Press) )?(?i:remarks|speech|address|statement|keynote|letter)\b[^\n]{0,40}?"
    r"\b(?:by|of|from)\b"
)
_AS = re.compile(rf"\b[Aa]s (?:the |{_CAP} )?(?:{_LEADS}|[Aa]mbassador|(?:[a-z]+ )?[Mm]inister)")
_AS_I = re.compile(rf"{_AS.pattern}[^.\n]{{0,50}}?, I\b")


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
    labels = sorted({turn.label for turn in own})
    named = next((party for label in labels if (party := _in_label(label)) is not None), None)
    often = Counter(turn.key for turn in turns if not turn.asks)
    to_office = any(turn.asks and _TO_OFFICE.search(reader.text, turn.start, turn.end) for turn in turns)
    held = any("(" in label and is_office(label) for label in labels)
    alone = not (to_office or held) and ((sum(n > 1 for n in often.values()) == 1 and often[key] > 1) or key in _GUESTS)
    opening = (0, _opening(turns))
    found = (
        named
        or _named_in(opening, own, reader)
        or _addressed(turns, own, reader)
        or (_introduced(opening, reader) if alone else None)
        or next((party for turn in own if (party := _by_self(reader.text, turn.start, turn.end)) is not None), None)
    )
    if found is not None:
        return found
    office = to_office or any(is_office(_TOWN.sub("", label)) for label in labels)
    return home_of(reader, own) if office or (alone and _of_state(reader.text[:HEADING])) else None


_GUESTS = frozenset(["a", "answer", "guest"])
_TOWN = re.compile(r"\b(?:mayor|governor)\b", re.IGNORECASE)  # who speaks for no state that a text would not name
_TO_OFFICE = re.compile(
    r"\b(?:[Tt]o ask|asked) the (?:\w+ ){0,3}?(?:Minister|Secretary)\b|\bthe Minister of .{1,80} be pleased to"
)
_OFFICIAL = re.compile(
    r"\b(?:Department|Ministry|Government|Cabinet|White House|State House) (?:Press|Briefing)|\bMINISTRY\b"
)


def _of_state(heading: str) -> bool:
    """Tell whether the heading of a text is of a ministry or of who holds an office."""
    return _OFFICIAL.search(heading) is not None or is_office(_TOWN.sub("", heading[: HEADING // 2]))


def _opening(turns: tuple[Turn, ...]) -> int:
    """Give where the first speaker who does not ask begins, whom all before may introduce."""
    first = next((turn for turn in turns if not turn.asks), turns[0])
    return max(0, min(_INTRODUCES, first.start - len(first.label)))


def _in_label(label: str) -> Party | None:
    """Give the state or the body that a label names ("The Prime Minister of Norway", "IDA BERG (Lund Bank)")."""
    if is_office(label):
        return _state_in(label)
    parts = [part for part in re.split(r"[(),]", label)[1:] if part.strip()]
    return next(
        (party for part in parts if (party := _party(part.strip())) is not None and party.kind != "country"), None
    )


def _named_in(opening: tuple[int, int], own: list[Turn], reader: Reader) -> Party | None:
    """Give for whom it is said in the opening that the speaker of a name, its initials or an office speaks."""
    called = _called(own)
    if called is None:
        return None
    for low, high in lines_of(opening, reader):
        if called.search(reader.text, low, high):
            found = _body_in(low, high, reader) or _office_in(low, high, own[0].key, reader)
            if found is not None:
                return found
    return None


def _called(own: list[Turn]) -> re.Pattern[str] | None:
    """Give how the speaker of some turns may be called: by each word of the name, or in full for initials ("JB")."""
    label = own[0].label
    if label.isalpha() and label.isupper() and 1 < len(label) < 4 and label != "QA":
        return re.compile(
            r"\b"
            + r"(?:[\w’'.]+ )?".join(rf"{letter}[\w’'.-]+[ -]" for letter in label[:-1])
            + rf"(?:\w+ )?{label[-1]}\w+"
        )
    words = {word.lower() for turn in own for word in name_words(turn.label) if len(word) > 2} - _GUESTS
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE) if words else None


def _addressed(turns: tuple[Turn, ...], own: list[Turn], reader: Reader) -> Party | None:
    """Give for whom a speaker is asked to speak ("Mr Berg, you are with the Lund Bank", "And the World Bank?")."""
    k = turns.index(own[0])
    before = turns[k - 1] if k and turns[k - 1].asks else None
    if before is None:
        return None
    told = _TOLD.search(reader.text, before.start, before.end)
    if told is not None:
        return _party(told["name"])
    short = _CALL.search(reader.text, before.start, before.end)
    return _party(short["name"]) if short is not None else None


# A turn that ends by calling on a body: "Ouch. Gates?", "And the World Bank?"
_CALL = re.compile(rf"(?:[.!?:]\s|\A\s*)(?:And |Now )?(?:the |The )?{_NAME}\?\s*\Z")


def _introduced(opening: tuple[int, int], reader: Reader) -> Party | None:
    """Give for whom the only guest of a text speaks."""
    for low, high in lines_of(opening, reader):
        found = _body_in(low, high, reader) or _office_in(low, high, "", reader)
        if found is not None:
            return found
    told = reader.text[slice(*opening)]
    owned = _ITS.search(told)
    named = [match["name"] for match in _BODY.finditer(told, 0, owned.start())] if owned is not None else []
    bodies = (party for party in map(_party, reversed(named)) if party is not None)
    return next((party for party in bodies if party.level in ("foundation", "company")), None)


def _by_self(text: str, low: int, high: int) -> Party | None:
    """Give for whom it is that a speaker says they speak between two offsets; long transcripts say it elsewhere."""
    if len(text) >= LONG:
        return None
    said = (_party(match["name"]) for match in _SELF.finditer(text, low, high))
    return next((party for party in said if party is not None and party.kind != "country"), None)


def _body_in(low: int, high: int, reader: Reader) -> Party | None:
    """Give the body that somebody is said to lead between two offsets."""
    told = reader.text[low:high]
    for pattern in (_LED, _OWNED):
        for match in pattern.finditer(told):
            found = _party(match["name"])
            if found is not None and found.form != "demonym" and not _is_state(match["name"]):
                return found
    return None


def _is_state(name: str) -> bool:
    """Tell whether a name is of a state itself, whose office-holders are asked for by their office."""
    known = party_named(name)
    return known is not None and known.kind == "country"


def _party(name: str) -> Party | None:
    """Give the body of a name: of the register, or called by what bodies are called ("Ida Berg's Lund Trust")."""
    name = _STOP.split(name)[0].rstrip(".,-").removesuffix("'s").removesuffix("’s")
    known = party_named(name)
    if known is not None:
        return countries().get(known.id, known) if known.kind in ("agency", "body", "country") else None
    own = re.split(r"['’]s ", name)[-1]
    name = own if " " in own else name
    level = "foundation" if name.split()[0].lower() in _FOUNDATIONS else level_of(name)
    return Party(slug(name), slug(name), "body", "name", level, name) if " " in name and level else None


_STOP = re.compile(r"(?<=[a-z]{3})\. ")  # "the Lund Bank. What", but not "St. Mary"
_FOUNDATIONS = frozenset(
    "fondazione fundación fundacion fundação fundacao fundacja fondation stiftung stichting".split()
)


def _office_in(low: int, high: int, key: str, reader: Reader) -> Party | None:
    """Give the state whose office-holder is told of between two offsets, the one of a key if several are."""
    number, index = reader.at(low)
    sentence = reader.paragraph(number)[index]
    items = [item for item in reader.items(sentence) if item.start < high]
    offices = [item for item in items if item.head == "office"]
    held = [item for item in offices if item.party is not None and item.party.kind == "country"]
    fitting = [item for item in held if key in item.low or key in (item.name or "").lower()]
    found = [item.party.id for item in fitting if item.party is not None]
    if found:
        return countries().get(found[0]) if not key or len(set(found)) == 1 else None
    led = _LEAD.search(reader.text, low, high) is not None
    # "who heads the German Development Ministry's Africa department", "a department at the Bavarian chancellery"
    houses = {
        item.party.id
        for item, after in zip(items, [*items[1:], None], strict=True)
        if item.party is not None
        and led
        and (
            (item.party.kind == "agency" and item.party.level == "government")
            or (item.party.form == "demonym" and after is not None and after.low in _HOUSES)
        )
    }
    # "With us from Oslo is the foreign minister": where one who holds an office speaks from is their own.
    if not houses and offices:
        houses = {
            item.party.id
            for item, before in zip(items[1:], items, strict=False)
            if before.low == "from" and item.party is not None and item.party.form in ("capital", "town", "name")
        }
    return countries().get(houses.pop()) if len(houses) == 1 else None


_LEAD = re.compile(rf"\b(?:{_LEADS}|{_RUNS}|has led|has headed)\b")
_HOUSES = frozenset("government ministry chancellery cabinet embassy parliament treasury".split())


def _state_in(label: str) -> Party | None:
    """Give the state that a label names ("The Prime Minister of Norway")."""
    match = re.search(rf"\bof (?:the )?{_NAME}", label)
    known = party_named(match["name"]) if match is not None else None
    return known if known is not None and known.kind == "country" else None


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
        or _BYLINE.search(text, 0, _OPENS)
        or _SIGNED.search(text, below)
        or (_AS if _LETTER.search(text, 0, _OPENS) else _AS_I).search(text, 0, _OPENS)
    )
    found = _of_line(reader, told.start(), told.end()) if told is not None else None
    if found is not None:
        return found
    dear = _DEAR.search(text, 0, _OPENS)
    if dear is not None:
        party = _party(dear["name"])
        if party is not None and dear["place"]:
            name = f"{dear['name']}{dear['place']}"
            return Party(slug(name), slug(name), "body", "name", party.level, name)
        if party is not None:
            return party
    return _by_self(text, 0, len(text))


def _of_line(reader: Reader, low: int, at: int) -> Party | None:
    """Give for whom one speaks of whom a line that begins at `low` tells behind `at`."""
    number, index = reader.at(at)
    sentence = reader.paragraph(number)[index]
    low = max(low, sentence.start)
    known = _body_in(low, sentence.end, reader) or _office_in(low, sentence.end, "", reader)
    return known or (by_money(reader) if is_office(reader.text[low : sentence.end]) else None)


_LETTER = re.compile(r"\b(?:SIR|Sir|Dear [A-Z]?\w+|[Ll]etter)\b")
