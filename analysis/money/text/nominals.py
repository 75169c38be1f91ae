"""Noun phrases of givers and receivers: names grown by office, possessor and person.

"the Dutch prime minister, Mark Rutte" becomes one party (the Netherlands, an
office, a name); "the finance ministry" a party still to be resolved; "Wash
Drainage Ltd" a company nobody listed. Which of them gives is decided in
`analysis.money.roles.donors`.
"""

from functools import cache

from analysis.money.text.items import NOT_NAMES, Item, is_name, made, phrase_text
from analysis.money.text.name_runs import body_after, kind_of, name_end, opens_name
from analysis.money.text.neighbours import appositions, joined, with_units
from analysis.money.text.parties import Party
from analysis.money.text.several import MEETS, MEMBERS, OF_ALL, from_many, several, various_words
from analysis.money.text.unlisted import is_home, national, relief_fund, service, unlisted
from analysis.money.text.verbs import PREPOSITIONS, is_verb
from analysis.money.text.words import vocabulary

_LINKS = frozenset(["of", "for"])
_MODIFIERS = frozenset(
    "federal new former outgoing interim acting then own central national caretaker deputy assistant senior top "
    "first second - s visiting newly elected right left far wing conservative liberal social democratic".split()
)
# Heads that are also the first word of "US military aid", "state budget support".
_WEAK_HEADS = frozenset(
    ["military", "state", "army", "budget", "people", "nation", "navy", "cooperation", "treasury", "crown"]
)
_LOOSE_HEADS = frozenset("official officials leader leaders head state secretary prince counterpart colleague".split())
_UNSURE_HEADS = _WEAK_HEADS | _LOOSE_HEADS
_ANAPHORS = {
    "country": frozenset(["country", "nation", "homeland", "kingdom", "island", "republic", "state"]),
    "government": frozenset(
        ["office", "government", "cabinet", "administration", "parliament", "ministry", "authorities"]
    ),
    "body": frozenset(
        [
            "bloc",
            "union",
            "bank",
            "lender",
            "fund",
            "alliance",
            "agency",
            "organisation",
            "organization",
            "commission",
            "council",
        ]
    ),
    "firm": frozenset(["company", "firm", "foundation", "charity", "group", "trust", "club", "cannery", "brewery"]),
}
_KINDS = {word: kind for kind, words in reversed(_ANAPHORS.items()) for word in words}  # the first kind has it
_PRONOUNS = {"it": "it", "they": "it", "he": "person", "she": "person", "we": "government"}
_POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my"])
_DEFINITE = frozenset(["the", "this", "that"]) | _POSSESSIVES

Merged = tuple[Item, int]


def grow(items: list[Item]) -> list[Item]:
    """Merge the items of each noun phrase that names a party."""
    _own_plurals(items)
    grown: list[Item] = []
    after, opening = 0, _opening_words()  # what stands before `after` is in `grown`
    for index, item in enumerate(items):
        if index < after:
            continue
        if item.kind == "mark" or (
            item.kind == "word"
            and item.low not in opening
            and item.text[0].islower()
            and not (item.cues and (item.low in MEMBERS or item.has("head")))
        ):
            grown.append(item)  # most words begin no name
        else:
            phrase, after = _phrase(items, index)
            grown.append(phrase)
    return appositions(joined(with_units(grown)))


def _own_plurals(items: list[Item]) -> None:
    """Take the apostrophe of "the Philippines' ministry" for the possessive that it is."""
    for k, mark in enumerate(items):
        if mark.low != "'" or not 0 < k < len(items) - 1:
            continue
        owner, after = items[k - 1], items[k + 1]
        plural = owner.kind == "party" and owner.low.endswith("s") and owner.end == mark.start
        if plural and after.kind in ("word", "party") and after.start > mark.end:
            mark.low = "'s"


@cache
def _opening_words() -> frozenset[str]:
    """Give the small words that may begin a party in lower case."""
    return various_words() | MEETS | OF_ALL | _DEFINITE | frozenset(_PRONOUNS)


@cache
def _given_names() -> frozenset[str]:
    return frozenset(vocabulary()["givers"]["given_names"])


_SHORT = frozenset(["pm", "mod", "mfa"])  # offices as capitals alone: "5 pm" is an hour


# Whose name a body may go by: "the Prince Albert Foundation".
_ROYALS = frozenset(["king", "queen", "prince", "princess", "duke", "president", "emir", "pope"])


def _phrase(items: list[Item], i: int) -> Merged:
    """Give the party that begins at `i` and where it ends, or the item itself."""
    item = items[i]
    if item.kind == "party":
        return _from_party(items, i)
    if item.kind != "word":
        return item, i + 1
    group = several(items, i)
    if group is not None:
        return group
    royal = item.low in _ROYALS and item.text[:1].isupper() and bool(kind_of(items[i + 1 : name_end(items, i)]))
    if (
        item.has("head")
        and not royal
        and not _verbal_head(items, i)
        and (item.low not in _SHORT or item.text[0].isupper())
    ):
        return _from_head(items, i)
    if item.low in _DEFINITE:
        return _definite(items, i) or (item, i + 1)
    if item.text == "I" and not (i and (items[i - 1].text[:1].isupper() or items[i - 1].low == "-")):
        return Item("party", item.text, item.low, item.start, item.end, anaphor="voice"), i + 1
    if item.low in _PRONOUNS:
        return Item("party", item.text, item.low, item.start, item.end, anaphor=_PRONOUNS[item.low]), i + 1
    named = item.text[:1].isupper() and item.low not in NOT_NAMES and not _places(items, i)
    return _capitals(items, i) if named or opens_name(items, i) else (item, i + 1)


_PLACING = frozenset("host neighbour neighbor fellow tiny landlocked wealthy impoverished".split())


def _places(items: list[Item], i: int) -> bool:
    """Whether a capital only opens a sentence, in which the word describes a country ("Host Italy put up 5m")."""
    known = items[i + 1].party if i + 1 < len(items) else None
    opens = i == 0 or items[i - 1].kind == "mark"
    return opens and items[i].low in _PLACING and known is not None and known.kind == "country"


def _capitals(items: list[Item], i: int) -> Merged:
    """Give a phrase that opens with a capital: an office with its name, or a name nobody listed."""
    office = _titled(items, i)
    if office is None:
        return unlisted(items, i)
    titled, end = _from_head(items, office)
    role = phrase_text(items, i, office)
    whole = made(items, i, end - 1, titled.party, head=titled.head, name=titled.name, role=role)
    whole.anaphor = "" if whole.party else "government"
    return whole, end


def _titled(items: list[Item], i: int) -> int | None:
    """Where the office of "External Affairs Minister Devika R." stands, if the capitals at `i` lead to one."""
    for k in range(i + 1, min(i + 4, len(items))):
        if items[k].has("head") and items[k].low not in _UNSURE_HEADS:
            return k if items[k].text[:1].isupper() else None
        if not is_name(items[k]) and items[k].low not in ("-", "and", "&"):
            return None
    return None


def _verbal_head(items: list[Item], i: int) -> bool:
    after = items[i + 1].low if i + 1 < len(items) else ""
    return items[i].low in ("state", "states", "heads") and (
        after == "that" or (i > 0 and items[i - 1].kind in ("party", "amount"))
    )


def _from_party(items: list[Item], i: int) -> Merged:
    """Give a name followed by what it governs: "Spain's Ministry of Foreign Affairs", "Dutch premier Mark Rutte"."""
    item, j = items[i], i + 1
    assert item.party is not None
    if _adjectival(items, i):
        return Item("word", item.text, item.low, item.start, item.end), i + 1
    if item.text in _given_names() and j < len(items) and is_name(items[j]) and not items[j].cues:
        return unlisted(items, i)
    if item.party.kind == "person":
        named = made(items, i, i, item.party, head="office", name=item.text), j
        return unlisted(items, i) if body_after(items, i) else named
    state = relief_fund(items, i) or service(items, i)
    if state is not None:
        return state
    body = national(items, i) if is_home(item.party) else None
    if body is not None:
        return body
    owns = j < len(items) and items[j].low == "'s"
    j += owns
    k = _head_behind(items, j, described=owns or item.party.form == "demonym", owned=owns)
    part = k < len(items) and ((owns and items[k].low in _PARTS) or _is_side(items, i, k))
    if k >= len(items) or not (items[k].has("head") or part) or _verbal_head(items, k):
        return item, i + 1
    end = _head_end(items, k)
    if items[k].low in _WEAK_HEADS and end < len(items) and (items[end].has("noun") or items[end].low == "'s"):
        return item, i + 1
    head = _head_kind(items, k, end)
    name, stop, _ = _name_after(items, end) if head == "office" else (None, end, None)
    return made(items, i, stop - 1, item.party, head=head, name=name, role=phrase_text(items, i, end - 1)), stop


def _is_side(items: list[Item], i: int, k: int) -> bool:
    """Read "the Indian side", as communiques call a government."""
    party = items[i].party
    return items[k].low == "side" and k == i + 1 and party is not None and party.form == "demonym"


# Parts of a body, which act for it where it owns them ("the World Bank's board"); alone they are anybody's.
_PARTS = frozenset("board directors council committee secretariat mission chamber branch wing bank fund".split())


_PORTFOLIOS = frozenset(
    """- & planning water culture defence
    defense finance trade aid development health education energy foreign interior justice labour labor
    transport environment climate agriculture budget export import""".split()
)


def _head_behind(items: list[Item], j: int, *, described: bool, owned: bool) -> int:
    """Where the head that a country or body owns stands: "Estonia's economy ministry"; else where it could stand."""
    k = j
    while k < len(items) and k - j < 3 and items[k].low in _MODIFIERS:
        k += 1
    if k < len(items) and (items[k].has("head") or not described):
        return k
    for far in range(k, min(k + 4, len(items))):
        word = items[far]
        if (word.has("head") and word.low not in _WEAK_HEADS) or (owned and word.low in _PARTS):
            return far
        plain = word.kind == "word" and word.text[:1].islower() and word.low not in PREPOSITIONS
        described_by = plain and all(cue.pos == "noun" and cue.sense == "reason" for cue in word.cues)
        if not described_by and word.low not in _PORTFOLIOS:
            break
    return k


_LED = frozenset(
    "based born led backed funded brokered run made built style controlled occupied held bound wide".split()
)


def _adjectival(items: list[Item], i: int) -> bool:
    """Read "Kuwait-based", "Russian-occupied": the name only describes."""
    return i + 2 < len(items) and items[i + 1].low == "-" and items[i + 2].low in _LED


def _head_kind(items: list[Item], start: int, end: int) -> str:
    kinds = [cue.value for item in items[start:end] for cue in item.cues if cue.pos == "head"]
    return "office" if "office" in kinds else "government"


def _head_end(items: list[Item], k: int) -> int:
    """Where a head ends, with more heads ("government spokesman") and "of Foreign Affairs"."""
    end = k + 1
    while end < len(items):
        if items[end].has("head") and items[end].low not in _WEAK_HEADS and not _verbal_head(items, end):
            end += 1
        elif items[end].low in _LINKS and end + 1 < len(items) and is_name(items[end + 1]):
            end = _names_end(items, end + 1)
        elif items[end].low in _LINKS and end + 1 < len(items) and items[end + 1].low in _PORTFOLIOS:
            end += 2  # "minister for development"
        else:
            break
    return end


def _names_end(items: list[Item], start: int) -> int:
    """Where "Foreign Affairs, Trade and Development" ends."""
    end = start
    while end < len(items):
        linked = items[end].low in ("and", "&", ",", "of", "for") and end > start
        if is_name(items[end]):
            end += 1
        elif linked and end + 1 < len(items) and is_name(items[end + 1]):
            end += 2
        else:
            break
    return end


def _name_after(items: list[Item], i: int) -> tuple[str | None, int, Party | None]:
    """Give a person's name at `i`, or after a comma: (name, where it ends, the party if it is registered)."""
    start = i + 1 if i < len(items) and items[i].low == "," else i
    if start < len(items) and items[start].kind == "party":
        known = items[start].party
        if known is not None and known.kind == "person":
            return items[start].text, start + 1, known
        return None, i, None
    end = start
    while end < len(items) and end - start < 5 and (is_name(items[end]) or items[end].low in ("-", "al", "van", "de")):
        if items[end].has("head"):
            break
        end += 1
    apposition = start > i
    if end == start or (apposition and (end - start < 2 or end >= len(items) or items[end].low != ",")):
        return None, i, None
    return phrase_text(items, start, end - 1), end + apposition, None


def _from_head(items: list[Item], i: int) -> Merged:
    """Give an office or ministry first: "the Government of Japan", "Prime Minister Trudeau", "the finance ministry"."""
    many = from_many(items, i)
    if many is not None:
        return many
    end = _head_end(items, i)
    head = _head_kind(items, i, end)
    owned = _of_party(items, end)
    if owned is not None:
        name, stop, _ = _name_after(items, owned + 1) if head == "office" else (None, owned + 1, None)
        return made(
            items, i, stop - 1, items[owned].party, head=head, name=name, role=phrase_text(items, i, owned)
        ), stop
    name, stop, person = _name_after(items, end) if head == "office" else (None, end, None)
    if items[i].low == "cooperation":
        return items[i], i + 1
    loose = items[i].low in _WEAK_HEADS or (items[i].low in _LOOSE_HEADS and end == i + 1)
    definite = i > 0 and items[i - 1].low in _DEFINITE
    if loose and not name and i == 0 and items[i].low in _PLURALS and end < len(items) and is_verb(items, end):
        group = made(items, i, end - 1, None, head="government", role=items[i].text)
        group.anaphor = "union"  # "Leaders endorsed"
        return group, end
    if loose and not name and not (definite and items[i].low not in ("budget", "military", "people")):
        return items[i], i + 1
    country = _of_party(items, stop) if name and person is None and items[stop - 1].low != "," else None
    if country is not None:  # "Prime Minister Aino Lehto of Finland"
        known = items[country].party
        role = phrase_text(items, i, end - 1)
        return made(items, i, country, known, head=head, name=name, role=role), country + 1
    bare = made(items, i, stop - 1, person, head=head, name=name, role=phrase_text(items, i, end - 1))
    bare.anaphor = "" if person else "government"
    return bare, stop


_PLURALS = frozenset(["leaders", "ministers", "ambassadors", "envoys"])
# Who acts for a state in the country of another: "the embassy in Manila" is not the Philippines'.
POSTED = frozenset(["ambassador", "envoy", "consul", "embassy", "delegation", "diplomat", "commissioner"])


def _of_party(items: list[Item], end: int) -> int | None:
    """Where the party of "... of the Czech Republic" stands, if "of" follows at `end`."""
    if end + 1 < len(items) and items[end].low == "in":  # "parliament in Oslo"
        seat = items[end + 1].party
        capital = seat is not None and seat.form == "capital"
        return end + 1 if capital and items[end - 1].low not in POSTED else None
    if end >= len(items) or items[end].low not in _LINKS:
        return None
    j = end + 1
    while j < len(items) and items[j].low in ("the", "federal", "republic", "state", "of", "kingdom"):
        j += 1
    known = items[j].party if j < len(items) else None
    return j if known is not None and known.form != "demonym" and known.kind != "person" else None


# Where a country lies: "the Gulf state", "the southern African country".
_REGIONS = frozenset(
    """African Asian European Caribbean Pacific Gulf Baltic Nordic Balkan Caucasus Caucasian Mediterranean Sahel Andean
    Himalayan Scandinavian Alpine Arab""".split()
)


def _definite(items: list[Item], i: int) -> Merged | None:
    """Read "his nation", "the war-torn country", "the bloc": a party to be resolved."""
    two = [item.low for item in items[i + 2 : i + 4]]
    counted = i + 1 < len(items) and items[i + 1].low.isdigit() and two in (["-", "nation"], ["-", "member"])
    first = i + 4 if counted or two == ["-", "based"] else i + 1  # "the Manila-based lender", "the 27-nation bloc"
    j = first
    while j < len(items) and j - first < 3 and not _anaphor_of(items[j].low):
        region = items[j].text in _REGIONS
        plain = region or items[j].low == "-" or (items[j].low.isalpha() and items[j].text[0].islower())
        if items[j].kind == "amount" or (items[j].kind == "party" and not region):
            return None
        if not plain or items[j].has("verb") or items[j].has("head"):
            return None
        j += 1
    if j >= len(items) or j - first >= 3 or not _anaphor_of(items[j].low):
        return None
    follows = items[j + 1] if j + 1 < len(items) else None
    if follows is not None and (follows.low in ("of", "for") or follows.has("noun", "give")):
        return None
    if items[j].has("head") and _of_party(items, j + 1) is not None:  # "the cabinet in Vilnius"
        return None
    kind = _anaphor_of(items[j].low)
    if kind != "country" and any(item.text in _REGIONS for item in items[i + 1 : j]):  # "the African bank"
        return None
    phrase = made(items, i, j, None, head="government" if kind == "government" else "")
    phrase.anaphor = ("own " if items[i].low in _POSSESSIVES else "") + kind
    return phrase, j + 1


def _anaphor_of(word: str) -> str:
    return _KINDS.get(word, "")
