"""Who gives: the subject of the giving verb, its agent, or the possessor of the gift."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.corpus.sentences import Sentence
from analysis.money.roles.agents import agent, governed
from analysis.money.roles.described import Phrase
from analysis.money.roles.described_roles import MEMBERS, as_party, subject, told_giver
from analysis.money.roles.gapping import gapped_giver
from analysis.money.roles.inverted import inverted_giver
from analysis.money.roles.officers import body_of, stands_for
from analysis.money.roles.owners import TELLINGS, apposed, bearer, owner_behind, possessor, sharer
from analysis.money.roles.signing import between, signed_with
from analysis.money.terms.instruments import LENDERS
from analysis.money.text.clauses import Noun
from analysis.money.text.coordination import as_one, gapped_receiver, givers_with, listed_giver
from analysis.money.text.items import Item, is_name, phrase_text
from analysis.money.text.parties import CONTINENTS, Party
from analysis.money.text.people import group_giving
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.several import at_a_table
from analysis.money.text.subjects import is_given, is_handed, stands, subjects, unknown_doer
from analysis.money.text.verbs import HAVE, Verb, is_verb
from analysis.money.text.whose import home
from analysis.money.text.words import is_adverb


@dataclass(frozen=True, slots=True)
class Found:
    """A party in a role: who it is, the words, and how it was found."""

    party: Party  # of several that give together, with the ids of all, separated by a blank
    item: Item
    how: str  # possessor agent from subject gap speaker listed
    text: str
    several: tuple[Party, ...] = ()  # those who give together


def find_donor(
    items: list[Item], a: int, verb: Verb | None, noun: Noun | None, sentence: Sentence, reader: Reader
) -> Found | None:
    """Who gives the amount at `a`, named or told by what they are; None where nobody is, or can be resolved."""
    found = _named(items, a, verb, noun, sentence, reader)
    if found is None and a and items[a - 1].low in _QUOTES:
        return None  # "An officer quoted 5m"
    if found is None or found.how == "group":
        told = told_giver(items, a, verb, noun, sentence, reader)
    else:
        phrase = subject(items, a, verb)
        surer = phrase is not None and _unsure(found, phrase, items)
        told = as_party(items, phrase, sentence, reader) if phrase is not None and surer else None
    return Found(told[0], told[1], "described", told[1].text) if told is not None else found


_QUOTES = frozenset("quotes quoted mentions mentioned cites cited".split())


def _unsure(found: Found, told: Phrase, items: list[Item]) -> bool:
    """Whether whom the clause names is less its giver than the description that does what its verb says."""
    owner = items[told.start].start <= found.item.start < items[told.head].start
    within = items[told.head].start < found.item.start < items[told.end - 1].end
    if within and items[told.head].low in MEMBERS:
        return False
    beside = told.opening > 0 and items[told.opening - 1].low == "with" and found.item.end <= items[told.opening].start
    if beside or found.how in ("group", "speaker"):  # "Ida Vask said all were kind, with one family giving 5m"
        return True
    private = found.party.level == "person" and told.level == "foundation"  # "Ida Lund's charity"
    return (owner or within) and not private


def _named(
    items: list[Item], a: int, verb: Verb | None, noun: Noun | None, sentence: Sentence, reader: Reader
) -> Found | None:
    """Who is named as the giver of the amount at `a`; None where nobody is, or can be resolved."""
    doubtful = None
    for item, how in _ways(items, a, verb, noun):
        if item is None:
            continue
        party = party_of(item, items, sentence, reader)
        if party is None and how == "gap" and item.donors and verb is not None and verb.cue.sense == "give":
            party = item.donors[0]  # "Vask gave 5m and Lundia 2m": nothing else tells who Lundia is
        if party is not None and party.level == "person":
            party = stands_for(party.name, item.start, reader.text) or party
        if party is not None and party.level == "person" and (_announces(items, verb) or _announcer(items, item)):
            party = body_of(party.name, reader.text) or _for_whom(item, items, sentence, reader) or party
        if party is not None and party.form == "town" and not item.head:
            continue  # a town receives
        if party is None:
            if how == "subject" and verb is not None and unknown_doer(items, a, verb):
                break
            continue
        found = with_others(party, item, how, items, sentence, reader)
        if item.anaphor and _helped(items, party):  # nobody gives to himself: try who else is named
            doubtful = doubtful or found
            continue
        return found
    return doubtful or _group(items, a, verb)


def _group(items: list[Item], a: int, verb: Verb | None) -> Found | None:
    """Give people who give and are told by what they are ("readers of the paper"), or by their verb alone."""
    for item, how in ((group_giving(items, a, verb), "group"), (at_a_table(items, a, verb), "table")):
        if item is not None and item.party is not None:
            return Found(item.party, item, how, item.text if how == "group" else "")  # a verb is no giver's name
    return None


def _ways(items: list[Item], a: int, verb: Verb | None, noun: Noun | None) -> Iterator[tuple[Item | None, str]]:
    """Give who may be the giver, and how, the surest first; the others are not looked for before they are asked."""
    listed = listed_giver(items, a, verb)
    yield listed, "listed"
    yield gapped_giver(items, a) if listed is None and gapped_receiver(items, a) is None else None, "gap"
    yield None if _lets_go(items, verb, noun) else possessor(items, a, noun), "possessor"
    yield apposed(items, a), "possessor"
    yield sharer(items, a) or owner_behind(items, a) or bearer(items, a), "possessor"
    yield inverted_giver(items, a), "agent"
    yield _promiser(items, verb), "agent"
    yield between(items, a), "subject"
    yield signed_with(items, verb), "agent"
    yield _thanked(items, a), "agent"
    yield agent(items, a, verb, noun) or _comer(items, verb), "agent"
    yield _maker(items, a, noun), "subject"
    yield _absolute(items, a, verb), "gap"
    moves = verb is not None and verb.index > a and not verb.passive  # "5m will go to", "5m reached"
    moves = moves or is_given(items, a, verb)
    if not moves and (verb is None or verb.cue.sense != "receive" or verb.passive):
        yield _aside(items, verb), "subject"
        acting = subjects(items, a, verb)
        yield from ((item, "subject") for item in acting)
        yield None if acting else _after_clause(items, a, verb), "subject"
    yield _demonym(items, a, noun), "possessor"
    yield _through(items, a), "agent"
    yield _speaker(items, a) if at_a_table(items, a, verb) is None else None, "speaker"
    yield _lender(items, a), "speaker"


def with_others(party: Party, item: Item, how: str, items: list[Item], sentence: Sentence, reader: Reader) -> Found:
    """Join those who give as one with a party that was found ("Norway and Sweden will give 5m")."""
    k = items.index(item)
    run = givers_with(items, k, how) if how in ("subject", "agent", "possessor", "carried") else [k]
    if len(run) == 1:
        return Found(party, item, how, item.text)
    parties = [party if j == k else party_of(items[j], items, sentence, reader) for j in run]
    several = tuple(one for one in parties if one is not None)
    joint = as_one(several)
    words = phrase_text(items, run[0], run[-1]) if joint.id != party.id else item.text
    return Found(joint, item, how, words, several)


def without(found: Found | None, recipient: str | None) -> Found | None:
    """Take the receiver out of several givers ("Norway and Mali announced 5m for Mali": Norway gives)."""
    if found is None or recipient is None or " " not in found.party.id:
        return found
    left = tuple(one for one in found.several if one.id not in recipient.split())
    return replace(found, party=as_one(left), several=left) if left else found


def _helped(items: list[Item], party: Party) -> bool:
    """Whether the clause names a party as the one that is helped ("... for Mali")."""
    named = [k for k, item in enumerate(items) if item.party is not None and item.party.id == party.id]
    return any(items[k - 1].low in ("to", "for", "help", "helping") for k in named if k and not items[k].head)


def _for_whom(item: Item, items: list[Item], sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country that a person announces a gift for: of the dateline, or of an office told of nearby."""
    if item.head != "human":
        return home(reader)
    for spoken in (sentence, *reader.before(sentence, limit=6)):
        words = items if spoken is sentence else reader.items(spoken)
        offices = (w for w in words if w.head in ("office", "government") and w.party is not None)
        known = next((w.party for w in offices if w.party is not None and w.party.id != "various"), None)
        if known is not None and known.level == "government":
            return home(reader) or known
    return home(reader)


def _lets_go(items: list[Item], verb: Verb | None, noun: Noun | None) -> bool:
    """Whether the verb forgives a debt, or pays it off for who owes it: it is the receiver's, not the giver's."""
    if verb is None:
        return False
    pays = noun is not None and items[noun.index].low in _OWED and items[verb.index].low.startswith(_PAYS_OFF)
    return pays or items[verb.index].low.startswith(("cancel", "forg", "waiv", "writ", "wrote"))


_OWED = frozenset(["debt", "debts", "arrears"])
_PAYS_OFF = ("paid", "pay", "repa", "clear", "settl")


def _announces(items: list[Item], verb: Verb | None) -> bool:
    """Whether the verb is one of saying: who announces a gift need not be who pays."""
    return verb is not None and items[verb.index].low.startswith(("announc", "unveil"))


def _announcer(items: list[Item], item: Item) -> bool:
    """Read "the 5m announced by Ida Lund"."""
    k = items.index(item)
    return k > 1 and items[k - 1].low == "by" and items[k - 2].low in ("announced", "unveiled")


_THANKS = frozenset("thank thanks thanked thanking praise praises praised praising credited".split())


def _thanked(items: list[Item], a: int) -> Item | None:
    """Read "Mali thanked Norway for the 5m": who is thanked gives."""
    at = next((k for k in range(a - 1, -1, -1) if items[k].low in _THANKS), None)
    if at is None or any(item.kind == "amount" or item.low == ";" for item in items[at:a]):
        return None
    giver = governed(items, at + (2 if items[at + 1].low == "to" else 1))
    behind = items[items.index(giver) + 1 :] if giver is not None else []
    return giver if behind and any(item.low == "for" for item in behind[:5]) else None


def _comer(items: list[Item], verb: Verb | None) -> Item | None:
    """Read "From Brussels came 9m"."""
    if verb is None or items[0].low != "from" or items[verb.index].low not in ("came", "comes", "come"):
        return None
    return governed(items, 1)


def _promiser(items: list[Item], verb: Verb | None) -> Item | None:
    """Read "the agreement by G7 leaders to provide 5m": whose giving it is, whoever speaks of it."""
    if verb is None or verb.head < 3 or items[verb.head - 1].low != "to":
        return None
    owner = items[verb.head - 4] if verb.head > 3 and items[verb.head - 3].low == "'s" else None
    if owner is not None and owner.kind == "party" and items[verb.head - 2].low in TELLINGS:
        return owner  # "Germany's decision to provide 5m"
    if items[verb.head - 2].kind != "party":
        return None
    before = [item.low for item in items[max(0, verb.head - 4) : verb.head - 2] if item.low != "the"]
    return items[verb.head - 2] if before and (before[-1] == "by" or before[-1] in _BRINGS) else None


# "got Mexico to agree to pay 5m": who is brought to give gives, not who brought it about.
_BRINGS = frozenset("get gets got gotten getting persuaded persuading convinced convincing led brought".split())


def _through(items: list[Item], a: int) -> Item | None:
    """Read "5m, through the Department of Agriculture, for schools": the agency of a state through which it gives."""
    k = a + 1 + (a + 1 < len(items) and items[a + 1].low == ",")
    if k + 1 >= len(items) or items[k].low not in ("through", "via"):
        return None
    giver = governed(items, k + 1)
    known = giver.party if giver is not None else None
    return giver if known is not None and known.kind == "agency" and known.level == "government" else None


_ASIDES = frozenset(
    "ally partner neighbour neighbor donor member lender backer supporter creditor friend signatory".split()
)


def _aside(items: list[Item], verb: Verb | None) -> Item | None:
    """Read "An ally of Kyiv, Canada, paid out 5m": the name set off before the verb is who does it."""
    k = verb.head - 2 if verb is not None and not verb.passive else -1
    if k < 4 or items[k + 1].low != "," or items[k - 1].low != "," or items[k].kind != "party" or items[k].anaphor:
        return None
    nouns = [j for j in range(max(0, k - 6), k - 2) if items[j].low in _ASIDES and items[j + 1].low == "of"]
    return items[k] if nouns else None


def _absolute(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Read "..., with the Finns paying 9m", "with Canada to provide 2m": the doer of what hangs on "with"."""
    if verb is None or verb.index > a or verb.index < 2:
        return None
    infinite = items[verb.index - 1].low == "to"
    if not infinite and not items[verb.index].low.endswith("ing"):
        return None
    k = verb.index - (2 if infinite else 1)
    behind = [item.low for item in items[max(0, k - 2) : k]]
    return items[k] if items[k].kind == "party" and (behind[-1:] == ["with"] or behind == ["with", "the"]) else None


def _after_clause(items: list[Item], a: int, verb: Verb | None) -> Item | None:
    """Read "Weeks after promising 2m, Norway raised the figure": a gerund's doer is the subject that follows."""
    if verb is None or verb.index > a or not items[verb.head].low.endswith("ing") or verb.head == 0:
        return None
    if items[verb.head - 1].low not in ("after", "before", "by", "since", "while", "when"):
        return None
    comma = next((k for k in range(a + 1, len(items)) if items[k].low == ","), len(items))
    return next((items[k] for k in range(comma + 1, min(comma + 5, len(items))) if stands(items, k)), None)


def _maker(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """Read "the 54 billion commitment the EU made": who made it."""
    k = noun.index + 1 if noun is not None and noun.side == "right" else a + 1  # "the 60m that the EU has promised"
    while k < len(items) and items[k].low in ("the", "that", "which"):
        k += 1
    if k + 1 >= len(items) or items[k].kind != "party":
        return None
    verb = k + 2 if items[k + 1].low in HAVE else k + 1  # "... that the EU had promised"
    gives = verb < len(items) and items[verb].has("verb", "give", "chain") and is_verb(items, verb)
    made = gives or (verb < len(items) and items[verb].low == "made")
    return items[k] if made else None


def _demonym(items: list[Item], a: int, noun: Noun | None) -> Item | None:
    """Read "a 2.7-billion-euro German package", "Dutch aid worth 5m"."""
    low, high = min(a, noun.index if noun else a), max(a, noun.index if noun else a)
    for k in range(max(low - 4, 0), max(high + 1, min(a + 3, len(items)))):
        party = items[k].party
        body = party is not None and party.kind == "body" and party.id != "various"
        if party is not None and (party.form == "demonym" or body) and k != a:
            behind = items[k - 1].low if k else ""
            if party.id in CONTINENTS or _begins_title(items, k) or is_handed(items, k):
                continue
            paid_in = behind == "in" and k == a + 2 and k + 1 < len(items) and items[k + 1].has("noun", "give")
            if paid_in or behind not in ("to", "for", "in", "by", "against", "at", "with", "via", "through"):
                return items[k]  # "5m in Danish grants"
    return None


def _begins_title(items: list[Item], k: int) -> bool:
    """Read "the African Vaccine Accelerator": a name of something else, of which the party is the first word."""
    after = items[k + 1] if k + 1 < len(items) else None
    return (
        after is not None and not items[k].head and (after.head == "human" or (after.kind == "word" and is_name(after)))
    )


def _lender(items: list[Item], a: int) -> Item | None:
    """Give the bank whose board acts in the sentence ("The IMF completed its review, so that Accra may draw 5m")."""
    for k, item in enumerate(items[:a]):
        if item.party is not None and item.party.id in LENDERS:
            behind = items[k - 1].low if k else ""
            if behind not in ("to", "with", "from", "for", "via", "through"):
                return item
    return None


_POSTED = ("ambassador", "envoy", "commissioner", "representative")  # "the Irish ambassador to Malawi said"


_WAITING = frozenset(["as", "once", "when", "if", "until", "unless", "after", "before"])


def _speaker(items: list[Item], a: int) -> Item | None:
    """Give the office-holder who speaks, where the clause names no giver of its own."""
    for k, item in enumerate(items):
        if item.kind != "party" or item.head not in ("office", "government") or (item.anaphor and not item.name):
            continue
        last = k + 2 if item.low.endswith(_POSTED) and [i.low for i in items[k + 1 : k + 2]] == ["to"] else k
        after = next((i for i in items[last + 1 : last + 4] if i.kind == "word" and not is_adverb(i.low)), None)
        before = items[k - 1] if k else None
        told = before is not None and before.low == "as" and after is not None and after.has("verb", "speech")
        waits = before is not None and before.low in _WAITING
        if waits and not told:
            continue  # "as soon as parliament ratifies it", and not "as the president said"
        speaks = any(i is not None and i.has("verb", "speech", "give", "chain") for i in (after, before))
        if speaks or k == 0:
            return item
    return None
