"""What "his nation", "the government" or "it" stands for, inside one article.

The nearest party that stood as a subject is taken: first in the same sentence,
then in the ones before. A surname is looked up where it was first printed with
an office. What is further away than eight sentences is left unresolved.
"""

import re

from analysis.corpus.sentences import Sentence
from analysis.money.text.items import Item
from analysis.money.text.nominals import POSTED
from analysis.money.text.parties import Party, countries, name_index, surnames
from analysis.money.text.position import joins_unknown, opens_subject, titled
from analysis.money.text.reader import Reader
from analysis.money.text.sayer import firm_before, says_it
from analysis.money.text.scenes import OPENING
from analysis.money.text.slugs import slug
from analysis.money.text.speakers import speaker
from analysis.money.text.unlisted import is_somebody
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, is_verb
from analysis.money.text.whose import as_for, by_government, home, led_by, of_gift, of_money, where

_OPENS = 600  # characters in which a text may name afterwards whose government speaks


def party_of(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the party an item names, resolved over the article where it has to be."""
    if item.party is not None:
        return item.party
    if item.head == "org" and item.donors:
        return item.donors[0]
    if item.head != "human" and not item.anaphor:
        return None
    if items is not reader.items(sentence):  # goods may be one item in them
        return _resolved(item, items, sentence, reader)
    place = (sentence.start, item.start)
    if place not in reader.resolved:
        reader.resolved[place] = _resolved(item, items, sentence, reader)
    return reader.resolved[place]


def _resolved(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the party that a name nobody listed, or what stands for a name, means in its text."""
    if item.head == "human":
        return _human(item, items, sentence, reader)
    return _antecedent(item, items, sentence, reader)


def _human(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give a person nobody listed: for a country where an office stood by the name, else in person."""
    surname = item.text.split()[-1]
    place = reader.text.find(surname)
    if 0 <= place < item.start:
        number, index = reader.at(place)
        earlier = reader.paragraph(number)[index]
        for other in reader.items(earlier):
            if other.kind == "party" and other.name and other.name.split()[-1] == surname and other is not item:
                if other.head == "office":
                    return party_of(other, reader.items(earlier), earlier, reader)
                named = other.donors[0] if other.donors and " " in other.text and _may_be(item, other) else None
                return named if named is not None and named.level == "person" else None
    if " " in item.text:
        return item.donors[0] if item.donors else Party(slug(item.text), "", "body", "name", "person", item.text)
    k = items.index(item)
    if titled(items, k):
        return Party(slug(item.text), "", "body", "name", "person", item.text)
    owner = items[k - 2].party if k > 1 and items[k - 1].low == "'s" else None
    if owner is not None and owner.kind == "country":  # "Vietnam's Vingroup"
        return Party(slug(item.text), "", "body", "name", "company", item.text)
    described = k > 1 and items[k - 1].kind == "word" and items[k - 1].text.isalpha() and items[k - 1].text.islower()
    beside = described and items[k - 1].low not in _BESIDE and not items[k - 1].has("verb")  # "the brewer Holmbrau"
    if beside or (k == 0 and len(reader.text) <= OPENING and _gives_alone(item, items)):
        return Party(slug(item.text), "", "body", "name", "company", item.text)
    return None


def _may_be(item: Item, other: Item) -> bool:
    """Whether two names of one surname may be of one person: one of them is the surname, or they begin alike."""
    one, two = item.text.split(), other.text.split()
    return " and " not in other.text and (len(one) == 1 or one[0] == two[0])


# How words end that are no names though a capital opens them ("Residents gave", "Parliament granted").
_COMMON = ("s", "ion", "ment", "ing", "ity", "ance", "ence", "one", "body", "men", "ple", "ry", "ture", "ship", "hers")


def _gives_alone(item: Item, items: list[Item]) -> bool:
    """Whether a lone name opens a sentence and does a verb of giving ("Salmark is giving 3m to ...")."""
    k = 1
    while k < len(items) and (items[k].low in AUXILIARIES or items[k].low in ("also", "now", "again")):
        k += 1
    gives = k < len(items) and items[k].has("verb", "give") and is_verb(items, k)
    return gives and item.text.isalpha() and not item.text.isupper() and not item.low.endswith(_COMMON)


_BESIDE = (
    PREPOSITIONS
    | DETERMINERS
    | AUXILIARIES
    | frozenset("and or but that which who as said says when while if also then so not more".split())
)

_EURO = re.compile(r"euro|EUR|€")


def _antecedent(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    kind, own = item.anaphor.removeprefix("own "), item.anaphor.startswith("own ")
    alone = (
        item.text.endswith((" Commission", " Union")) and item.low.startswith("the ") and _EURO.search(sentence.text)
    )
    if alone or ("Commission" in item.text and "European Commission" in reader.text):
        return next(known for key, known in name_index()["European"] if key == ("European", "Commission"))
    named = _named_before(item, sentence, reader) if item.name and kind == "government" else None
    if named is None and item.name and item.head == "office" and kind == "government":
        person = surnames().get(item.name.split()[-1])  # "Prime Minister Meloni", whose full name stands nowhere
        named = countries().get(person.id) if person is not None else None
    told = (
        named or _speaker_of(item, items, sentence, reader) or (speaker(reader, item.start) if _says_we(item) else None)
    )
    if told is not None:
        return told
    bloc = kind == "body" and item.low.endswith(" bloc")  # of states, not the bank that was named last
    if kind == "union" or bloc:
        return _union(item, items, sentence, reader) or (_beyond(kind, item, items, sentence, reader) if bloc else None)
    if kind == "voice":
        return reader.voice(item.start) if home(reader) is None else None
    if kind == "government" and not own:
        found = _government(item, items, sentence, reader)
        return None if found is not None and item.low == "we" and found.id in reader.foes else found
    beside = own and joins_unknown(items, item)
    found = None if beside else _subject_before(item, items, sentence, reader)
    return found if found is not None or beside else _beyond(kind, item, items, sentence, reader)


def _says_we(item: Item) -> bool:
    """Whether an item is the speaker's own side, and nobody beside it ("our friends")."""
    return item.low in ("we", "i") or (item.low.startswith(("our ", "my ")) and _BESIDE_US.isdisjoint(item.low.split()))


_BESIDE_US = frozenset(
    "friends partners donors neighbours neighbors allies supporters members sponsors colleagues".split()
)


def _union(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the union of states whose "leaders" or "ministers" act, or that is "the bloc": the one named last."""
    here = [other for other in items if other.end <= item.start]
    for words in (here, *(reader.items(earlier) for earlier in reader.before(sentence, limit=12))):
        for other in reversed(words):
            known = other.party
            if known is not None and known.kind == "body" and known.id in _UNIONS:
                return known
    return None


_UNIONS = frozenset("EU NATO G7 G20 AU ASEAN ECOWAS SADC EAC GCC ARAB-LEAGUE CARICOM MERCOSUR PIF".split())


def _quoted(item: Item, sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country of the office-holder whose words in quotes say "we"; the name stands after the quote."""
    number, index = reader.at(item.start)
    sentences = reader.paragraph(number)
    before = reader.text[sentences[0].start : item.start]
    if before.count("“") <= before.count("”"):
        return None
    for said in sentences[index : index + 3]:
        words = reader.items(said)
        for k, other in enumerate(words):
            spoken = other.start > item.start and other.kind == "party" and (other.name or other.head in _SPEAKERS)
            beside = [word for word in (*words[max(0, k - 1) : k], *words[k + 1 : k + 2]) if word.low in _SAYS]
            if spoken and beside and "”" in reader.text[item.start : other.start]:
                found = party_of(other, words, said, reader)
                return found if found is not None and found.kind != "body" else None
    return None


def _speaker_of(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give whose "we" or "our government" it is, where the one who speaks is named beside."""
    quoted = _quoted(item, sentence, reader) if item.low in ("we", "i") else None
    return quoted or (_teller(items, item) if item.low == "we" or item.low.startswith("our ") else None)


def _teller(items: list[Item], item: Item) -> Party | None:
    """Read "Our government will give 5m, Foreign Minister Rewi Tane of New Zealand announced": whose "our" is."""
    for k in range(items.index(item) + 1, len(items) - 1):
        other = items[k]
        if other.head == "office" and other.party is not None and items[k + 1].has("verb", "speech"):
            return other.party if other.party.level == "government" else None
    return None


_SPEAKERS = frozenset(["office", "human", "government"])
_SAYS = frozenset(["said", "says", "told", "added", "adds"])


def _subject_before(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the nearest fitting subject, in the sentence and then in those before."""
    kind, own = item.anaphor.removeprefix("own "), item.anaphor.startswith("own ")
    here = [other for other in reversed(items) if other.end <= item.start and other.kind == "party"]
    found = says_it(items, item) or firm_before(items, item, here[:1]) if item.low == "it" else None
    if not own and item.low.split()[-1] in _NOUNS:
        found = found or by_noun(item, sentence, reader)
    found = found or _pick(kind, here, items, sentence, reader, own=own) or _office(kind, here, items, sentence, reader)
    found = found or (by_noun(item, sentence, reader) if kind == "body" else None)
    if found is not None:
        return found
    for earlier in reader.before(sentence):
        words = reader.items(earlier)
        found = _pick(kind, list(words), words, earlier, reader)
        if found is not None:
            return found
    return None


def _office(kind: str, here: list[Item], items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Read "came after the President's trip, in which he announced": "he" is who holds the office before it."""
    other = next((other for other in here if other.head), None) if kind == "person" else None
    named = other is not None and other.head == "office" and other.anaphor == "government"
    return party_of(other, items, sentence, reader) if other is not None and named else None


# What a body is, as the last word of its name.
_NOUNS = frozenset("bank fund foundation trust charity club brewery cannery group".split())
_CAPITAL = re.compile(r"(?<!^)[A-Z]")  # a name other than the first word


def by_noun(item: Item, sentence: Sentence, reader: Reader) -> Party | None:
    """Give the body whose name holds the noun of "the fund", "the bank", wherever it stood before."""
    noun = item.low.split()[-1].replace("organisation", "organization")
    for earlier in reader.before(sentence, limit=12):
        if not _CAPITAL.search(earlier.text):
            continue
        for other in reader.items(earlier):
            known = other.donors[0] if other.head == "org" and other.donors else other.party
            if known is not None and known.kind in ("body", "agency") and noun in known.name.lower().split():
                return known
    return None


def _beyond(kind: str, item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give what the dateline, the rest of the sentence or the whole text says, where nothing before does."""
    if kind == "government":
        return home(reader) or reader.main
    if kind == "body":
        later = (other.party for other in items if other.start >= item.end and other.party is not None)
        known = next((party for party in later if _fits(kind, party, item) and party.level == "multilateral"), None)
        usual = name_index()["European"] if item.low.endswith(" bloc") else ()  # "the bloc" is the EU, if nobody else
        return known or next((party for key, party in usual if key == ("European", "Union")), None)
    if kind != "country":
        return None
    return home(reader) or _named_lately(items, sentence, reader) or _ahead(item, items, sentence, reader)


def _named_lately(items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the one country of the two sentences before, for "the island nation"; none that acts in this sentence."""
    acting = {other.party.id for k, other in enumerate(items) if other.party is not None and opens_subject(items, k)}
    for earlier in reader.before(sentence, limit=2):
        named = {party.id for party, _, _ in reader.countries_in(earlier.start, earlier.end)} - acting
        if named:
            return countries().get(next(iter(named))) if len(named) == 1 else None
    return None


def _government(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Resolve "the government", "the finance minister", "we": a near one, the dateline's, the main one."""
    led = led_by(items, item)
    if led is not None:
        return led
    here = [other for other in items if other.end <= item.start and other.kind == "party"]
    if item.low.split()[-1] in POSTED and not item.name:
        return _sender(item, here, items, sentence, reader)
    place = where(items, item) if item.low != "we" else None
    if place is not None:
        return place
    found = _pick("government", list(reversed(here)), items, sentence, reader) or by_government(items, item)
    # "the Department of Labor", "the President", "we": the text's own
    proper = item.low == "we" or item.text[:1].isupper() or "dministration" in item.text
    abroad = home(reader) is None
    voice = reader.voice(item.start) if proper and abroad else None
    voice = voice or (reader.signers if item.low == "we" and abroad else None)
    if voice is not None and (item.low == "we" or found is None):
        return voice
    if found is None and item.low == "we" and abroad:
        found = as_for(items, item) or reader.only_giver(sentence.end)
    if found is None and proper and abroad and reader.dominated:
        found = reader.main
    return found or _government_nearby(item, items, sentence, reader)


def _sender(item: Item, here: list[Item], items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give whose "the embassy" or "our ambassador in Nairobi" is: of a state told of before, not of the one around."""
    around = {one.id for one in (home(reader), *(other.party for other in items[items.index(item) + 1 :][1:2])) if one}
    earlier = ((reader.items(before), before) for before in reader.before(sentence))
    for words, where_told in ((here, sentence), *earlier):
        found = _pick("government", list(reversed(words)), items if words is here else words, where_told, reader)
        if found is not None and found.id not in around:
            return found
    return reader.voice(item.start)


def _government_nearby(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Resolve "the government" by the sentences around, the dateline, the money it gives, the main country."""
    before = list(reader.before(sentence, limit=3))
    for earlier in before:
        words = reader.items(earlier)
        found = _pick("government", [w for w in words if w.head in ("office", "government")], words, earlier, reader)
        found = found or of_gift(words)
        if found is not None:
            return found
    known = home(reader) or of_money(sentence, reader) or (reader.main if reader.dominated else None)
    helped = item.low == "we" and known is not None and reader.scene_is(known)
    if known is not None and not helped:
        return known
    if item.low == "we" and len(reader.text) > OPENING:  # in a long text, whoever else was named, "we" are not
        return _ahead(item, items, sentence, reader)
    for earlier in before:
        words = reader.items(earlier)
        found = _pick("government", list(words), words, earlier, reader)
        if found is not None:
            return found
    return _ahead(item, items, sentence, reader) or (None if helped else reader.main)


def _ahead(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country named only afterwards ("the prime minister announced ... Iceland's support")."""
    scene = reader.topic()
    later = [other for other in items if other.start >= item.end]
    for k, other in enumerate(later):
        if other.party is None or other.party.id == scene or other.party.kind not in ("country", "agency"):
            continue
        possessive = k + 1 < len(later) and later[k + 1].low == "'s"
        if possessive or other.head or other.party.form == "demonym" or opens_subject(items, items.index(other)):
            return other.party
    for following in reader.after(sentence) if sentence.start < _OPENS else ():
        words = reader.items(following)
        found = [o.party for k, o in enumerate(words) if o.party is not None and opens_subject(words, k)]
        countries = [p for p in found if p.kind in ("country", "agency") and p.id != scene]
        if countries:
            return countries[0]
    return None


def _named_before(item: Item, sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country of an office-holder printed with it earlier ("Foreign Minister Baek Ji-won")."""
    assert item.name is not None
    surname = item.name.split()[-1]
    for earlier in reader.before(sentence, limit=12):
        if surname not in earlier.text:
            continue
        for other in reader.items(earlier):
            if other.party is not None and other.name and other.name.split()[-1] == surname:
                known = surnames().get(surname) if other.party.kind == "body" else None
                return countries().get(known.id, other.party) if known is not None else other.party
    return None


def _pick(
    kind: str, candidates: list[Item], items: list[Item], sentence: Sentence, reader: Reader, *, own: bool = False
) -> Party | None:
    """Give the first candidate of the right kind that stood as a subject."""
    for other in candidates:
        if other.kind != "party":
            continue
        found = other.party or (other.donors[0] if other.head == "org" and other.donors else None)
        named = other.head == "human" and found is None and _does(items, other)
        if named and (kind == "person" or (kind == "it" and not is_somebody(items, items.index(other)))):
            found = _human(other, items, sentence, reader)
        if found is None and other.anaphor == "government" and other.text[:1].isupper() and kind == "it":
            found = reader.voice(other.start) if home(reader) is None else None
        if found is None or found.id == "various" or not _fits(kind, found, other):
            continue
        if own and other.head in ("office", "government"):
            return found
        if opens_subject(items, items.index(other)):
            return found
    return None


def _does(items: list[Item], person: Item) -> bool:
    """Whether a verb follows a name nobody listed, at once or behind an apposition: a heading does nothing."""
    k = items.index(person) + 1
    after = items[k] if k < len(items) else None
    return after is not None and (after.low in (",", "'s") or after.low in AUXILIARIES or is_verb(items, k))


def _fits(kind: str, party: Party, item: Item) -> bool:
    if party.form == "town" and not item.head:  # a town receives, and does nothing
        return False
    if kind in ("country", "government"):
        return party.kind in ("country", "agency", "person", "place")
    if kind == "body":
        return party.level == "multilateral" or party.kind == "agency"
    if kind == "firm":
        return party.level in ("company", "foundation")
    if kind == "person":
        return item.head in ("office", "human") or party.kind == "person" or party.level == "person"
    people = item.text.endswith("s") and party.kind == "country"  # "the Canadians are with us. They have given 5m"
    return party.form != "demonym" or bool(item.head) or people
