"""Who receives, and through whom."""

import re

from analysis.corpus.sentences import Sentence
from analysis.money.roles.agents import is_kept_back
from analysis.money.roles.no_receivers import is_kept, is_source, said_by_another
from analysis.money.roles.refuge import fled_from, may_receive, refuge
from analysis.money.roles.signing import signer_helped
from analysis.money.text.coordination import listed_receiver
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.money.text.resolve import party_of
from analysis.money.text.scenes import LEADING, MEETINGS
from analysis.money.text.screen import sparse
from analysis.money.text.subjects import is_handed, people_from, takes
from analysis.money.text.unlisted import land_of
from analysis.money.text.verbs import AUXILIARIES, HELPERS, PREPOSITIONS, Verb, is_verb

_FOR = {
    "to": 6,
    "for": 6,
    "towards": 5,
    "toward": 5,
    "benefiting": 6,
    "in": 3,
    "of": 3,
    "across": 3,
    "inside": 2,
    "into": 2,
}
_HELPING = frozenset(
    "help helps helping support supports supporting assist assists assisting aid aids aiding give gives gave giving "
    "provide provides provided providing lend lends lent lending send sends sent sending offer offers offered "
    "offering grant granted grants rebuild supply supplied supplies back backing arm arming fund finance".split()
)
_HANDS_TO = _HELPING | {"to", "for", "towards"}
_MEANS = _HELPING | {"to", "for", "with"}
_CHANNELS = sparse(
    r"\b(?:through|via|channell?ed (?:through|via)|implemented by|administered by|managed by|disbursed by|"
    r"delivered by|distributed by|routed through|with the help of)\s+(?:the\s+)?",
    re.IGNORECASE,
)


def find_recipient(
    items: list[Item], a: int, verb: Verb | None, donor: Party | None, sentence: Sentence, reader: Reader
) -> tuple[str | None, str | None]:
    """Give the recipient's id and words; several ids are separated by a blank."""
    listed = listed_receiver(items, a, verb)
    if listed is not None and listed.party is not None:
        return listed.party.id, listed.text
    scored = []
    for k, item in enumerate(items):
        if item.kind != "party" or (item.party is not None and not may_receive(item.party)):
            continue
        score = receiver_score(items, k, a, verb)
        if score <= 0:
            continue
        party = land_of(item) or party_of(item, items, sentence, reader)
        if party is None or not may_receive(party) or _gives(donor, party, score):
            continue
        scored.append((score, -abs(k - a), k, party, item))
    if not scored:
        signer = signer_helped(items, verb, donor, reader)
        near = None if signer is not None else _spoken_of(items, donor, sentence, reader)
        return (near.id, None) if near is not None else (signer, None)
    _, _, k, party, item = max(scored, key=lambda s: s[:3])
    there = refuge(items, k)
    if there is not None and not _gives(donor, there[1], _PLAIN):
        k, party = there
        item = items[k]
    together = [p for p in item.donors if p.id != party.id] if item.donors and land_of(item) is None else []
    ids = [p.id for p in item.donors] if together else [party.id]
    ids = [
        *fled_from(items, k, scored),
        *_led_alike(items, k, -1),
        *ids,
        *_following(items, k),
        *_led_alike(items, k, 1),
    ]
    return " ".join(dict.fromkeys(ids)), item.text


def _gives(donor: Party | None, party: Party, score: int) -> bool:
    """Whether a party is the giver; of several givers, one that the sentence plainly helps is not."""
    givers = donor.id.split() if donor is not None else []
    return party.id in givers and (len(givers) == 1 or score < _PLAIN)


def _spoken_of(items: list[Item], donor: Party | None, sentence: Sentence, reader: Reader) -> Party | None:
    """Give the country that a sentence announces ("On Chad, ...", "Chad: ...") or means by "there"."""
    givers = donor.id.split() if donor is not None else []
    for k in range(min(len(items) - 1, 7)):
        party, lead = items[k].party, items[k - 2].low if k > 1 and items[k - 1].low == "the" else items[k - 1].low
        about = items[k + 1].low == ":" or (items[k + 1].low == "," and k and lead in _ABOUT)
        known = party is not None and party.kind in ("country", "place") and party.id not in givers
        if about and known and not items[k].head:
            return party
    there = next((k for k in range(1, len(items)) if items[k].low == "there" and _means_place(items, k)), None)
    if there is None:
        return None
    named = reader.countries_in(max(0, sentence.start - _BEFORE), items[there].start)
    told = [(party, weight) for party, _, weight in named if party.id not in givers]
    return next((p for p, weight in reversed(told) if weight), told[-1][0] if told else None)


_ABOUT = frozenset(["on", "for", "about", "in"])
_BEFORE = 500  # characters before a "there" in which its place is named


def _means_place(items: list[Item], k: int) -> bool:
    """Whether the "there" at `k` is that of "the Red Cross there", not of "there is"."""
    after = items[k + 1].low if k + 1 < len(items) else "."
    opens = items[k - 1].kind == "mark" or items[k - 1].low in ("and", "that", "but", "is", "was", "are")
    return after not in AUXILIARIES and not opens


_PLAIN = 6  # the score of "for Mali"
NEVER = -9  # the score of "because of Russia's war"


def _following(items: list[Item], k: int) -> list[str]:
    """Give the parties coordinated with the one at `k`, to its right, in a list that "and" closes."""
    found: list[str] = []
    while True:
        j, closed = k + 1, False
        while j < len(items) and (items[j].low in (",", "and") or _as_well(items, j)):
            closed = closed or items[j].low != ","
            j += 3 if items[j].low == "as" else 1
        party = items[j].party if k + 1 < j < len(items) and items[j].kind == "party" else None
        second = not found and j > k + 2 and items[k + 1].low == ","  # "in Mali, and Chad": another clause
        if party is None or party.kind not in ("country", "place") or second or _acts(items, j):
            return []  # "Mali, Chad's neighbour," is no list
        found.append(party.id)
        if closed:
            return found
        k = j


_LEADS = frozenset(["to", "for"])


def _led_alike(items: list[Item], k: int, step: int) -> list[str]:
    """Give the parties on one side of that at `k` that the same word leads to ("for Mali and for Niger")."""
    lead = items[k - 1].low if k else ""
    found: list[str] = []
    while lead in _LEADS:
        first, second = (k, k + 3) if step > 0 else (k - 3, k)
        if first < 1 or second >= len(items) or items[first - 1].low != lead:
            break
        joined = items[first + 1].low in ("and", ",") and items[second - 1].low == lead
        other = items[second if step > 0 else first]
        if not joined or other.party is None or other.party.kind not in ("country", "place"):
            break
        found.append(other.party.id)
        k += 3 * step
    return found if step > 0 else found[::-1]


def _as_well(items: list[Item], j: int) -> bool:
    return [item.low for item in items[j : j + 3]] == ["as", "well", "as"]


def _acts(items: list[Item], k: int) -> bool:
    """Whether a verb or its helper follows the party at `k`."""
    return k + 1 < len(items) and (is_verb(items, k + 1) or items[k + 1].low in HELPERS)


def receiver_score(items: list[Item], k: int, a: int, verb: Verb | None) -> int:
    """How much the party at `k` looks like the receiver of the amount at `a`; `NEVER` where it stands as none does."""
    item, behind = items[k], _governor(items, k)
    told = behind not in _HANDS_TO and said_by_another(items, a, k)
    if told or _receives_nothing(items, k, a, behind) or (behind == "from" and is_source(items, k, a, verb)):
        return NEVER
    if behind == "with" and verb is not None and items[verb.index].low.startswith("sign"):
        return 5
    place = 2 if verb is None or k > min(verb.index, a) else 0
    place -= 4 if _other_verb(items, a, k) or _of_other_sum(items, k, a, verb) else 0
    form = item.party.form if item.party is not None else ""
    if form == "capital" and not (verb is not None and verb.cue.sense == "receive" and k < verb.index):
        handed = behind in _HELPING and k > 0 and items[k - 1].low == behind
        return (4 + place) if behind in ("to", "for") or handed else 0
    if form == "demonym" and (item.head or behind not in ("to", "for", "help", "helping") or _names_scheme(items, k)):
        return _adjective_score(items, k, behind, place)
    if behind == "by" or (behind == "from" and k > a and is_kept_back(a, k - 1, verb)):  # "5m owed by Zambia"
        return _PLAIN
    if behind in _FOR or behind in _HELPING or people_from(items, k):
        return _FOR.get(behind, 6) + place
    return _score_of_verb(items, k, a, verb) or _score_of_owner(items, k, place)


def _score_of_verb(items: list[Item], k: int, a: int, verb: Verb | None) -> int:
    """Give the score of whom a verb hands the amount to, or who is its subject and receives."""
    if verb is not None and not verb.passive and verb.index < k < a and _is_handed(items, k, verb):
        return _PLAIN
    if verb is not None and verb.cue.sense == "receive" and k < verb.index:
        return 5
    return 3 if k < a and takes(items, k) else 0  # "Kenya welcomed the 5m commitment"


def _score_of_owner(items: list[Item], k: int, place: int) -> int:
    """Give the score of "Kenya's" and of "Kenya" before a noun."""
    item = items[k]
    after = items[k + 1] if k + 1 < len(items) else None
    unit = k + 2 < len(items) and items[k + 2].kind == "party"  # "Japan's JICA"
    owns = after is not None and not unit and (after.low == "'s" or after.has("noun"))
    return 1 + place if owns and item.party is not None and not item.head else 0


def _is_handed(items: list[Item], k: int, verb: Verb) -> bool:
    """Read "promised Kenya 5m", "presented Cuba with 5m": the party stands at once behind the verb."""
    first = verb.index + (2 if items[verb.index + 1].low == "the" else 1)
    return first == k and verb.cue.sense in ("give", "weak")


def _receives_nothing(items: list[Item], k: int, a: int, behind: str) -> bool:
    """Whether the place of the party at `k`, behind the word `behind`, is none that a receiver has."""
    if behind == "in":
        elsewhere = _giver_of_money(items, k, a) or _meets(items, k) or is_kept(items, k)
    elif behind == "by":
        elsewhere = not (k > 1 and items[k - 2].low == "owed")  # "communities hit by Russia's war"
    elif behind == "to":
        two = items[k + 1 : k + 3]
        decides = len(two) == 2 and two[0].low == "to" and two[1].kind != "amount"  # "leave it to Prague to decide"
        decides = decides and not _behind_sum(items, k)  # not "5m to Japan to help the victims"
        elsewhere = decides or _leads_there(items, k) or _owns_gift(items, k)
    else:
        elsewhere = False
    elsewhere = elsewhere or _at_war(items, k)
    part = items[k].anaphor == "it" and behind not in _HANDS_TO  # "most of it"
    if k > a and _begins_clause(items, k):
        return True
    if behind == "of" and any(item.low == "behalf" for item in items[max(0, k - 4) : k]):
        return True  # "offered 5m on behalf of Norway"
    bare = items[k].head == "office" and behind not in _MEANS
    return elsewhere or part or bare or _in_compound(items, k) or _in_condition(items, a, k)


def _owns_gift(items: list[Item], k: int) -> bool:
    """Read "adds 5m to the Swiss gift for Chad", "to Japan's pledge": whose gift it joins."""
    n = k + 2 if k + 1 < len(items) and items[k + 1].low == "'s" else k + 1
    owner = n > k + 1 or _is_adjective(items[k])
    return owner and n < len(items) and items[n].low in _JOINED


_JOINED = frozenset(["gift", "pledge", "contribution", "donation", "offer", "grant", "loan", "commitment", "promise"])
_WARS = frozenset("war invasion attack attacks aggression strikes shelling bombing assault blockade offensive".split())


def _at_war(items: list[Item], k: int) -> bool:
    """Read "because of Russia's war", "after the Russian invasion": who attacks is not helped."""
    n = k + 2 if k + 1 < len(items) and items[k + 1].low == "'s" else k + 1
    return any(item.low in _WARS for item in items[n : n + 2]) and (n > k + 1 or _is_adjective(items[k]))


def _is_adjective(item: Item) -> bool:
    return item.party is not None and item.party.form == "demonym" and not item.head


def _behind_sum(items: list[Item], k: int) -> bool:
    """Whether the "to" before the party at `k` stands at once behind an amount."""
    to = k - 2 if items[k - 1].low == "the" else k - 1
    return to > 0 and items[to - 1].kind == "amount"


def _begins_clause(items: list[Item], k: int) -> bool:
    """Whether the party at `k` does something of its own ("5m for Mali and the Swedes have given 2m")."""
    lead = k - 2 if items[k - 1].low == "the" else k - 1
    acts = k + 1 < len(items) and items[k + 1].low in HELPERS
    return acts and items[lead].low in ("and", ",", "while")


def _in_condition(items: list[Item], a: int, k: int) -> bool:
    """Whether the party stands in a condition after the amount ("... if the line to Chad is cut")."""
    return any(item.low in ("if", "unless", "because", "although", "whereas") for item in items[a + 1 : k])


def _leads_there(items: list[Item], k: int) -> bool:
    """Read "the road to Chad", "a visit to Chad": no gift goes there."""
    j = k - 1
    while j > 0 and items[j].low != "to":
        j -= 1
    return j > 0 and items[j - 1].low in LEADING


def _in_compound(items: list[Item], k: int) -> bool:
    """Read "the Japan-Kenya Power Partnership": a name made of names, none of which receives."""
    for j in (k - 2, k + 2):
        if 0 <= j < len(items) and items[(j + k) // 2].low == "-" and items[j].kind == "party":
            return True
    return False


def _giver_of_money(items: list[Item], k: int, a: int) -> bool:
    """Read "5m in U.S. grants": whose money it is."""
    after = items[k + 1] if k + 1 < len(items) else None
    near = a < k <= a + 3 and items[k - 1].low == "in"
    return (
        near and after is not None and after.kind == "word" and any(i.has("noun", "give") for i in items[k + 1 : k + 5])
    )


def _meets(items: list[Item], k: int) -> bool:
    """Read "at a summit in Peru", "announced in Peru": where it was said, not who receives."""
    before = items[max(0, k - 3) : k]
    return any(item.low in MEETINGS or item.has("verb", "speech") for item in before)


def _adjective_score(items: list[Item], k: int, behind: str, place: int) -> int:
    """Give the score of "Ukrainian": an office receives what goes to it, a make ("of Polish make") nothing."""
    if items[k].head:
        return _FOR[behind] + place if behind in ("to", "for") else 0
    if items[k].low.endswith("s") and behind not in _FOR and behind not in _HELPING:  # "more than the Norwegians"
        return 0
    named = [item.head for item in items[k + 1 : k + 4]]
    if "human" in named or "org" in named:  # "Czech billionaire Ida Lund"
        return 0
    return 0 if behind == "of" or _names_scheme(items, k) else max(1 + place, 1)


_SCHEMES = frozenset(
    ["initiative", "scheme", "plan", "programme", "program", "fund", "platform", "proposal", "project"]
)


def _names_scheme(items: list[Item], k: int) -> bool:
    """Read "the Czech shell initiative": whose idea it is, not who receives."""
    return any(item.low in _SCHEMES for item in items[k + 1 : k + 4])


def _of_other_sum(items: list[Item], k: int, a: int, verb: Verb | None) -> bool:
    """Read "approved 20m for Laos and 15m for Chad": Laos stands between two sums, or before the other one."""
    opening = verb.index if verb is not None and verb.index < k else k
    return any(item.kind == "amount" for item in (*items[opening:k], *items[k + 1 : a])) if k < a else False


def _other_verb(items: list[Item], a: int, k: int) -> bool:
    """Whether a verb of another clause stands between the amount and the party after it."""
    return any(
        items[j].low in ("and", "but", "while") and any(is_verb(items, n) for n in range(j + 1, min(j + 3, k)))
        for j in range(a + 1, k)
    )


def _governor(items: list[Item], k: int) -> str:
    """Give the preposition or verb that the party at `k` depends on."""
    for j in range(k - 1, max(k - 8, -1), -1):
        item = items[j]
        if item.low in PREPOSITIONS:
            if item.low == "of" and j and not items[j - 1].has("head"):
                deeper = _governor(items, j)
                return deeper if deeper in _FOR or deeper in _HELPING else "of"
            return item.low
        if item.low in _HELPING or item.low == "benefiting":
            return item.low if j == k - 1 or not items[j].has("noun") or is_verb(items, j) else ""
        if item.low in ("and", ",") and j and items[j - 1].kind == "party":
            if item.low == "," and k + 1 < len(items) and (items[k + 1].low == "'s" or _acts(items, k)):
                return ""  # "to Mali, Chad's neighbour", "for Mali, Chad has set aside"
            continue
        if item.low == ":" and j and items[j - 1].low in ("countries", "nations", "states"):  # "in two countries: ..."
            continue
        if item.low == "*":  # marks of emphasis in Markdown
            continue
        if item.kind in ("mark", "amount") or is_verb(items, j):
            return item.low if is_verb(items, j) and j == k - 1 else ""
    return ""


def find_channel(items: list[Item], sentence: Sentence, donor: Party | None, reader: Reader) -> str | None:
    """Who passes the money on: register id, or the words."""
    for match in _CHANNELS.finditer(sentence.text):
        end = match.end() + sentence.start
        item = next((i for i in items if i.kind == "party" and i.start >= end), None)
        if item is None or item.start - end > 25:
            continue
        named = _channel_name(item, donor)
        if named is not None:
            return named
    givers = donor.id.split() if donor is not None else []
    for k, item in enumerate(items):
        told = items[k - 1 - (items[k - 1].low == "the")].low in ("told", "addressed")  # "told the UN General Assembly"
        if item.kind != "party" or told or not (_governor(items, k) in ("to", "for", "into") or is_handed(items, k)):
            continue
        party = party_of(item, items, sentence, reader) if item.anaphor == "body" else item.party
        passes_on = party is not None and party.kind == "body" and party.level in ("multilateral", "foundation")
        if party is not None and passes_on and party.id not in givers:
            return party.id
    return None


def _channel_name(item: Item, donor: Party | None) -> str | None:
    if item.party is not None:
        same = donor is not None and item.party.id in donor.id.split()
        return None if same or item.party.kind in ("country", "place", "person") else item.party.entity_id
    return item.text if item.head == "org" else None
