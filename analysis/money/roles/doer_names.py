"""Whom a phrase names, tells or stands for: "mining boss Themba Nkosi", "the Graz choir festival", "its board".

The name that ends a phrase is taken, else its own words where a name stands in them. What stands for
somebody ("it", "the rocker", "its board") is who does something in the sentences before.
"""

import re
from dataclasses import replace
from functools import cache, lru_cache

from analysis.corpus.sentences import Sentence
from analysis.money.notation.currencies import currency_codes
from analysis.money.roles.described import description_id
from analysis.money.roles.described_roles import Told
from analysis.money.text.doer_phrases import INSIDE, OWNED, Span, is_capital, opening
from analysis.money.text.items import NOT_NAMES, Item, made, phrase_text
from analysis.money.text.name_runs import of_counted
from analysis.money.text.parties import Party, name_index
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.slugs import slug
from analysis.money.text.unlisted import SERVICES, serves
from analysis.money.text.verbs import DETERMINERS
from analysis.money.text.words import vocabulary

_BACK = 4  # sentences before in which the doer of "it" is looked for
_FAR = 12  # and before which nobody else may do anything
_WHERE = frozenset(["in", "at", "near"])  # a name behind these is of a place
_BODIES = frozenset("firm company bank group foundation charity trust lender retailer club association".split())
_PERSONAL = frozenset(["he", "she"])
_PRONOUNS = frozenset(["it", "he", "she", "they"])
# Who decides or acts for a body, and what a person leaves: what these give, the body or person gives.
_ORGANS = frozenset(
    """board boards directors governors trustees council committee management owners shareholders executive
    chairman chairwoman chair chief boss ceo president director manager spokesman spokeswoman spokesperson founder
    secretary treasurer head headquarters parent bosses leaders leadership will estate executors members""".split()
)
_OF_STATES = frozenset(["government", "country", "voice", "union"])  # what states are called, for `resolve`
_ENVOYS = frozenset(["representative", "ruler", "consulate", "legation", "envoys", "delegate"])
# What gives nothing though a clause may say so: sums, gifts, papers, things that are sent, small words.
_THINGS = frozenset(
    """package deal agreement programme program project scheme plan money sum sums rest remainder remaining cash figure
    total amount cheque check gift donation grant loan bequest aid funds fund-raiser budget bill law share part half
    third quarter proceeds takings profit profits sale auction raffle concert collection appeal will estate letter note
    statement ministers minister announcement intent intention pledge offer readiness decision move order contract work
    works building roof clinic hospital ward road bridge equipment goods supplies trucks lorries convoy flight
    flights plane ship shipment consignment tents rice
    cargo answer question first second one another more most others other all both each this that these those there what
    year month week day today yesterday tomorrow time thing things item page cost price value accord pact treaty
    arrangement facility call word boxes pennies tranche instalment installment having out yes no them it he she they
    we you who whose which ours yours theirs few let good dear thanks government state somebody someone
    anybody anyone nobody everybody everyone later earlier ago
    monday tuesday wednesday thursday friday saturday sunday""".split()
)

# "I'm", "we've", "let's": a pronoun with its verb, which stand in a phrase as a name with its "'s" does.
_SHORTENED = re.compile(
    r"\b(?:i|we|you|he|she|it|they|that|there|here|who|what|let)['’](?:m|re|ve|s|ll|d)\b", re.IGNORECASE
)


def told(items: list[Item], span: Span, sentence: Sentence, reader: Reader) -> Told | None:
    """Give whom a phrase names, tells, or stands for."""
    first, last = items[span.start], items[span.end - 1]
    if _stands_in(items, span):
        if first.anaphor.removeprefix("own ") in _OF_STATES:
            return None  # "the cabinet", "we": asked of the whole text before
        return _before(first.low in _PERSONAL, items, span.start, sentence, reader)
    if first.low in OWNED:
        organ = last.low in _ORGANS
        return _before(False, items, span.start, sentence, reader) if organ else _owned(items, span, sentence, reader)
    found = named(items, span, sentence, reader)
    if found is None and _is_small(items, span):
        if span.definite:  # "the gravel-voiced rocker"
            found = _before(_is_person(last), items, span.start, sentence, reader)
            who = found[0] if found is not None else None
            return None if who is not None and who.level == "person" and last.low in _BODIES else found
        many = last.low.endswith("s") and span.end - span.start > 1
        return _by_words(items, span) if span.gives and (many or span.indefinite) else None
    return found


def _is_small(items: list[Item], span: Span) -> bool:
    """Whether a phrase holds no name and no thing ("flower farm owners")."""
    words, last = items[span.start : span.end], items[span.end - 1]
    opens = words[0].kind == "word" and span.start == 0
    plain = all(word.text.islower() or word.low in INSIDE for word in words[opens:])
    return plain and last.kind == "word" and last.low not in _THINGS and not last.cues


def _by_words(items: list[Item], span: Span) -> Told | None:
    """Give a phrase in small letters by its words ("old girls", "a maple producer")."""
    text = phrase_text(items, span.start, span.end - 1)
    return _made(items, span, text, description_id(text), "foundation")


def named(items: list[Item], span: Span, sentence: Sentence, reader: Reader) -> Told | None:
    """Give the name that ends a phrase, or its words where a name stands within it."""
    span = _without_place(items, span)
    last, first = items[span.end - 1], items[span.start]
    if first.party is not None and first.party.kind == "country" and last is not first and _serves(items, span):
        return first.party, first  # "the Bulgarian representative", "Norway's Customs Service of the North"
    of = next((k for k in range(span.start + 1, span.end) if items[k].low in ("of", "in", "at")), None)
    if of is not None and items[of - 1].kind == "word" and items[of - 1].text.islower():
        if items[of].low == "of" and items[of - 1].low in _ORGANS:  # "the trustees of the Abbey Fund"
            behind = of + 1 + (items[of + 1].low in DETERMINERS)
            return named(items, Span(behind, span.end), sentence, reader) if behind < span.end else None
        return _described(items, span, of - 1)
    if last.kind == "party" and last.party is not None:
        adjective = last.party.form == "demonym" and not last.head
        return None if last.party.kind == "place" or adjective else (last.party, last)
    if last.kind == "party" and last.anaphor:
        found = party_of(last, items, sentence, reader)
        return (found, last) if found is not None else None
    if last.low in _ORGANS and span.end - span.start > 2 and items[span.end - 2].low == "'s":
        return named(items, Span(span.start, span.end - 2), sentence, reader)  # "Ida Lund's estate"
    if last.kind == "party" or is_capital(last):
        return _proper(items, span, reader)
    return _described(items, span, span.end - 1)


def _without_place(items: list[Item], span: Span) -> Span:
    """Give a phrase without the place that ends it: "the Lund Choir in Berga"."""
    k = span.end - 2
    placed = k > span.start and items[k].low in ("in", "at") and is_capital(items[k - 1])
    return replace(span, end=k) if placed else span


def _serves(items: list[Item], span: Span) -> bool:
    """Whether a phrase that opens with a country is of what acts for it."""
    words = items[span.start + 1 : span.end]
    acts = any(item.low in SERVICES or item.head in ("government", "office") for item in words)
    return acts or words[-1].low in _ENVOYS or (len(words) == 1 and _is_service(items[span.start], words[0]))


def _is_service(state: Item, word: Item) -> bool:
    """Read "the Polish RARS": capitals that no register lists, behind a nationality, are a service of that state."""
    of_state = state.party is not None and state.party.form == "demonym"
    return of_state and word.party is None and serves(word.text)


def _proper(items: list[Item], span: Span, reader: Reader) -> Told | None:
    """Give the run of capitals that ends a phrase as a name."""
    start, last = span.end - 1, items[span.end - 1]
    while start > span.start and _joins_name(items, start - 1):
        start -= 1
    while start < span.end - 1 and items[start].low in ("'s", "of", "and", "-", "'", "the", "."):
        start += 1
    text = phrase_text(items, start, span.end - 1)
    opens = all(item.kind == "mark" for item in items[: span.end - 1])  # a capital may only open the sentence
    cued = last.kind == "word" and opens and bool(last.cues)
    after = items[span.end] if span.end < len(items) else None
    figure = after is not None and after.kind != "amount" and after.text[0].isdigit()
    coded = after is not None and figure and (after.start == last.end or text.isupper())  # "see LTU4"
    if (
        cued
        or coded
        or text in currency_codes()
        or text.lower() in NOT_NAMES
        or text.lower() in _THINGS
        or text.lower() in vocabulary()["givers"]["various"]
        or of_counted(items, start, span.end)
    ):
        return None
    text = _in_full(text, items[start].start, reader)
    person = last.head == "human" and " " in last.text
    return _made(items, Span(start, span.end), text, slug(text), "person" if person else "company", _bodies().get(text))


def _joins_name(items: list[Item], k: int) -> bool:
    """Whether the item at `k` is part of the name that goes on behind it."""
    item = items[k]
    if item.low == "-" and k > 0 and items[k - 1].end < item.start:
        return False  # behind the place or the heading that a report opens with
    if item.low in ("-", "&", "'", "of", "and", "the", "."):
        return k > 0 and (is_capital(items[k - 1]) or items[k - 1].low in ("of", "and"))
    whole = item.text.split()[-1][:1].isupper()  # no "Telecom firm"
    return is_capital(item) and whole and not item.anaphor and item.low not in DETERMINERS


def _in_full(name: str, offset: int, reader: Reader) -> str:
    """Give the longer name that a text printed before for a name of one word ("Midad" for "Midad Energy")."""
    if " " in name or not name.isalpha():
        return name
    longer = _longer(name, reader.text)
    return longer[0] if longer is not None and longer.end() <= offset else name


@lru_cache(maxsize=64)  # a name may stand in every sentence of a text
def _longer(name: str, text: str) -> re.Match[str] | None:
    return re.search(rf"\b{name}(?: (?:[A-Z][\w’'&-]*|of|and))* [A-Z][\w’'&-]*", text)


@cache
def _bodies() -> dict[str, Party]:
    """Give the bodies of the register by their ids, where these are acronyms that a text may print."""
    found = (party for names in name_index().values() for _, party in names if party is not None)
    return {party.id: party for party in found if party.kind == "body" and party.id.isalpha()}


def _described(items: list[Item], span: Span, head: int) -> Told | None:
    """Give a phrase in small letters with a name in it by its words ("the Graz choir festival")."""
    word = items[head]
    if word.low in _THINGS or word.has("noun") or not word.text[0].isalpha():
        return None
    inside = (item for item in items[span.start : span.end] if item.start != items[0].start or item.kind == "party")
    if not any(is_capital(item) for item in inside):
        return None
    owner = next((k for k in range(span.start, head) if items[k].low == "'s"), None)
    start = owner + 1 if owner is not None and items[owner - 1].party is not None else span.start
    text = phrase_text(items, start, span.end - 1)
    return _made(items, Span(start, span.end), text, description_id(text), "foundation")


def _owned(items: list[Item], span: Span, sentence: Sentence, reader: Reader) -> Told | None:
    """Read "its labour union", "their drummer": by whose they are."""
    if items[span.end - 1].low not in _units():
        return None
    owner = _before(items[span.start].low in ("his", "her"), items, span.start, sentence, reader)
    if owner is None or span.end - span.start < 2:
        return None
    text = phrase_text(items, span.start + 1, span.end - 1)
    return _made(items, span, text, f"{owner[0].id.lower()}-{description_id(text)}", "foundation")


def _made(items: list[Item], span: Span, text: str, ident: str, level: str, known: Party | None = None) -> Told | None:
    """Make a party of a phrase; None where no letter of it is left for an id, or it is a pronoun with its verb."""
    if not ident or _SHORTENED.search(text):
        return None
    item = made(items, span.start, span.end - 1, None, head="org", name=text)
    item.party = known or Party(ident, ident, "body", "name", level, text)
    return item.party, item


@cache
def _units() -> frozenset[str]:
    """Give the nouns of those who give beside the body or person they belong to."""
    listed = vocabulary()["described"]
    return frozenset([*listed["foundation"], *listed["person"]])


@cache
def _people() -> frozenset[str]:
    listed = vocabulary()
    return frozenset([*listed["described"]["person"], *listed["givers"]["callings"]]) - {*listed["givers"]["makers"]}


def _is_person(item: Item) -> bool:
    return item.low in _people()


def _before(personal: bool, items: list[Item], k: int, sentence: Sentence, reader: Reader) -> Told | None:
    """Give the only name before `k`, else who does something in the sentences before or is alone named in one."""
    here = _only_name(items[:k], personal, reader) if personal else None
    if here is not None:
        return here
    for earlier in reader.before(sentence, limit=_BACK):
        found = _doer_of(earlier, reader)
        if found is not None and (found[0].level == "person" or not personal):
            return found
        only = _only_name(reader.items(earlier), personal, reader)
        if only is not None:
            return only
    return None


def _only_name(items: list[Item], personal: bool, reader: Reader) -> Told | None:
    """Give the one name of no register among some items; None where there are several."""
    unlisted = [
        k
        for k, one in enumerate(items)
        if one.head in ("human", "org") and one.party is None and not (k and items[k - 1].low in _WHERE)
    ]
    fits = {items[k].text: k for k in unlisted if not personal or " " in items[k].text}
    if len(fits) != 1:
        return None
    (k,) = fits.values()
    return _proper(items, Span(k, k + 1), reader)


def _doer_of(sentence: Sentence, reader: Reader) -> Told | None:
    """Give whom the phrase that opens a sentence names."""
    items = reader.items(sentence)
    span = opening(items, len(items))
    if span is None or _stands_in(items, span):
        return None
    return named(items, span, sentence, reader)


def _stands_in(items: list[Item], span: Span) -> bool:
    """Whether a phrase is one word, or one party to be resolved, that stands for somebody."""
    first = items[span.start]
    return span.end == span.start + 1 and bool(first.anaphor or first.low in _PRONOUNS)


def sole_before(sentence: Sentence, reader: Reader) -> Told | None:
    """Give the one person, state or bank of nations that does something in the sentences before, if no other does."""
    found: Told | None = None
    for earlier in reader.before(sentence, limit=_FAR):
        one = _doer_of(earlier, reader)
        if one is not None and found is not None and one[0].id != found[0].id:
            return None
        found = one or found
    return found if found is not None and found[0].level in ("person", "government", "multilateral") else None
