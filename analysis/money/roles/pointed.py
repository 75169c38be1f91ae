"""Who gives an amount by the words that the encoder of amounts points at, beside whom the rules found.

The rules ask for a party at the clause. The encoder gives each word around an amount, some sentences back included,
how likely it names the giver; here those words are read as parties: one of the register, what stands for one,
an unlisted name or a description.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.corpus.sentences import Sentence
from analysis.encoder.words import Span
from analysis.money.roles.candidates import Candidate
from analysis.money.roles.described import may_follow, party_told, phrases
from analysis.money.roles.doer_names import told
from analysis.money.roles.standing import Place
from analysis.money.text.doer_phrases import DEFINITE, INSIDE, JOINS, WHEN, is_capital, is_verbal
from analysis.money.text.doer_phrases import Span as NounSpan
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.subjects import given_to, only_handles
from analysis.money.text.verbs import AUXILIARIES, DETERMINERS, PREPOSITIONS, before_verb
from analysis.records import Claim

_APART = 3  # items between two words of one name
_LONGEST = 8  # items of a phrase before its head
_INITIALS = 2  # letters of a word that names nobody by itself ("U.S")
_DENYING = frozenset(["no", "not", "never"])
_UNNAMED = frozenset(["somebody", "someone"])  # who gives where the text itself does not name them
_SURE = 0.7  # how likely words name the giver, from which they fill a role that nobody fills
_LEAST = 0.05  # and that from which a party is asked about
_CLASSES = (0.01, 0.05, 0.2, 0.5, 0.8, 0.95)  # of how likely words name a party


@dataclass(slots=True)
class Pointed:
    """A party, the words that name it, and how likely they name who fills a role."""

    party: Party
    item: Item
    share: float = 0.0


def pointed(role: str, start: int, reader: Reader) -> dict[str, Pointed]:
    """Give who may fill a role of the amount that begins at an offset, by id; nobody where the encoder is silent.

    Args:
        role: one of `ranker.ROLES`; whom no register lists may give alone.
        start: the offset of the amount.
        reader: of the text.
    """
    seen = reader.in_context(start)
    found: dict[str, Pointed] = {}
    for sentence, shares in _by_sentence(seen.parties.get(role, {}), reader) if seen is not None else ():
        for party, item, share in _named(shares, sentence, reader, unlisted=role == "giver"):
            if role == "giver" and party.id in reader.foes:
                continue  # who makes war on those that are helped does not pay for it
            found.setdefault(party.id, Pointed(party, item)).share += share
    return found


def nobody(role: str, start: int, reader: Reader) -> float:
    """Give how likely no word around an amount names who fills a role."""
    seen = reader.in_context(start)
    return sum(share for (a, b), share in seen.parties.get(role, {}).items() if a == b) if seen is not None else 0.0


def share_class(share: float) -> int:
    """Give the class of how likely words name a party: 0 for hardly, 6 for nearly sure.

    >>> share_class(0.0), share_class(0.6), share_class(1.0)
    (0, 4, 6)
    """
    return bisect_right(_CLASSES, share)


def with_pointed(known: Mapping[str, Candidate], found: Mapping[str, Pointed]) -> dict[str, Candidate]:
    """Give candidates with how likely each is named, and those that are pointed at alone."""
    both = {key: replace(one, share=found[key].share) if key in found else one for key, one in known.items()}
    for key, one in found.items():
        if key not in both and one.share >= _LEAST:
            signs = {"pointed away", f"pointed away:{one.party.kind}"}
            both[key] = Candidate(one.party, one.item, signs, one.share)
    return both


def with_pointed_givers(claims: Sequence[Claim], places: Mapping[str, Place], reader: Reader) -> list[Claim]:
    """Give gifts that count without a giver to whom the encoder points at, where it is sure.

    `places` are those of amounts, by claim id.
    """
    return [_with_giver(claim, places.get(claim.claim_id), reader) for claim in claims]


def _with_giver(claim: Claim, place: Place | None, reader: Reader) -> Claim:
    if claim.exclude_reason or claim.donor is not None or place is None:
        return claim
    if _is_unknown(place):
        return claim
    found = pointed("giver", claim.start, reader)
    best = max(found.values(), key=lambda one: one.share, default=None)
    if best is None or best.share < _SURE or best.party.id in (claim.recipient or "").split():
        return claim
    if best.party.id == _taker(place, reader):
        return claim
    return replace(claim, donor=best.party.id, donor_text=best.item.text, donor_level=best.party.level)


def _taker(place: Place, reader: Reader) -> str | None:
    """Give the id of who gets an amount as the subject of a verb of giving ("The gallery has been given 5m")."""
    item = given_to(place.items, place.index, place.verb)
    if item is None:
        return None
    party = party_of(item, place.items, place.sentence, reader)
    return party.id if party is not None else next((one.id for one in item.donors), None)


def _is_unknown(place: Place) -> bool:
    """Whether the subject of the clause says that nobody knows who gives ("Somebody has found 5 million euros")."""
    if place.verb is None:
        return False
    subject = before_verb(place.items, place.verb.head)
    return subject >= 0 and place.items[subject].low in _UNNAMED


def _by_sentence(shares: Mapping[Span, float], reader: Reader) -> Iterator[tuple[Sentence, dict[int, float]]]:
    """Give the sentences of some words, each with the share of its items by index."""
    by: dict[int, tuple[Sentence, dict[int, float]]] = {}
    for (start, end), share in shares.items():
        number, index = reader.at(start)
        sentences = reader.paragraph(number)
        if start == end or not sentences:
            continue
        sentence = sentences[index]
        items = reader.items(sentence)
        k = next((k for k, item in enumerate(items) if item.start <= start < item.end), None)
        if k is not None:
            of_items = by.setdefault(sentence.start, (sentence, {}))[1]
            of_items[k] = of_items.get(k, 0.0) + share
    yield from by.values()


def _named(
    shares: dict[int, float], sentence: Sentence, reader: Reader, *, unlisted: bool
) -> Iterator[tuple[Party, Item, float]]:
    """Give the parties that some items of a sentence name, each with its share."""
    items = reader.items(sentence)
    rest: list[list[int]] = []
    for k in sorted(shares):
        party = party_of(items[k], items, sentence, reader) if items[k].kind == "party" else None
        if unlisted and only_handles(items, k):
            continue
        if party is not None:
            yield party, items[k], shares[k]
        elif rest and k - rest[-1][-1] <= _APART:
            rest[-1].append(k)
        else:
            rest.append([k])
    for run in rest if unlisted else ():
        found = _unlisted(items, run, shares, sentence, reader)
        if found is not None:
            yield *found, sum(shares[k] for k in run)


def _unlisted(
    items: list[Item], run: Sequence[int], shares: Mapping[int, float], sentence: Sentence, reader: Reader
) -> tuple[Party, Item] | None:
    """Give the party that a run of words names or tells, which no register lists; its head is what is pointed at."""
    head = max(run, key=lambda k: shares[k])
    described = next((one for one in phrases(items) if one.head == head), None)
    if described is not None:
        return party_told(items, described)
    if not items[head].text[0].isalpha() or items[head].low in DETERMINERS:
        return None
    found = told(items, _phrase(items, head), sentence, reader)
    return found if found is not None and any(len(word) > _INITIALS for word in found[0].id.split("-")) else None


def _phrase(items: list[Item], head: int) -> NounSpan:
    """Give the phrase of a head, with what describes it before and where it is or whom it is of behind."""
    start = head
    while start > 0 and head - start < _LONGEST and _belongs(items, start - 1):
        start -= 1
    while start < head and items[start].kind == "mark":
        start += 1
    end = head + 1
    while end < len(items) and items[end].kind == "word" and not _follows(items, end):
        end += 1  # "the Lund choir festival", of which the encoder names the choir
    joins = ("of",) if is_capital(items[head]) else ("of", "in", "from", "at")
    if end + 1 < len(items) and items[end].low in joins:
        behind = end + 1 + (items[end + 1].low in DETERMINERS)
        while behind < len(items) and (items[behind].kind == "party" or is_capital(items[behind])):
            behind += 1
            end = behind
    before = items[start - 1].low if start else ""
    return NounSpan(start, end, definite=before in DEFINITE, indefinite=before in ("a", "an"), gives=True)


def _follows(items: list[Item], k: int) -> bool:
    """Whether the item at `k` is no noun that the one before only describes."""
    return may_follow(items, k) or is_verbal(items, k) or items[k].low in _DENYING


def _belongs(items: list[Item], k: int) -> bool:
    """Whether the item at `k` describes the one behind it."""
    item = items[k]
    if item.kind == "mark":
        return item.low in INSIDE and k > 0
    small = any(item.low in words for words in (DETERMINERS, PREPOSITIONS, AUXILIARIES, JOINS, WHEN))
    return item.kind != "amount" and not small and not is_verbal(items, k)
