"""Whose country says "we" in a text that speaks for itself: a statement, a speech, a transcript.

Told by the country's own agencies and people, by what only one of its own says ("the United States and our
allies", "my fellow Chileans"), and in a text full of "we" by the country that it names most. A country whose
war or aggression a text tells of does not speak in it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from analysis.money.text.paragraphs import parted_by
from analysis.money.text.parties import Party, countries, party_named, surnames, voice_scanner
from analysis.money.text.words import dac_members, oda_recipients

Named = tuple[Party, int, int]
Bodies = dict[str, list[str]]  # agencies and people, by country

# "we", "our", "us", "my" as whole words; the first letter stands first, by which they are found four times as fast.
_WE = re.compile(r"[WwOoUuMm](?<!\w.)(?:(?<=[Ww])e|(?<=[Oo])ur|(?<=[Uu])s|(?<=[Mm])y)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"\n]*\"")
_SPEAKS = 4  # times that "we" or "our" stands outside quotes, in a text that speaks for itself
_OPENING = 10_000  # characters by which a text is told to speak for itself
_BULLET = re.compile(r"\n\s*[-*•](?=\s)")  # behind the break of a line, by which it is found soonest
# A line of few words that no mark ends; one that opens with a phrase ("Clearing mines. ...", "Chad: ...") or a number.
_TITLE = re.compile(r"[A-Z“\"\d](?!.*[.!?:;,…\"”]\s*$).{2,110}$")
_TITLE_WORDS = 14
_LEAD = re.compile(
    r"[A-Z][\w’'.-]*ing\b[^.:!?]{3,80}[.:]\s(?=[A-Z“])|[A-Z][^.!?:“”\"]{2,90}:\s(?=[A-Z“\"])|\d{1,2}[.)]\s(?=[A-Z])"
)
_OFTEN = 800  # characters to one such word, at most
# Behind a country's name: "the United States and our partners", "the U.S., together with our allies".
_OURS = re.compile(
    r"(?:,?\s(?:and|together\swith|along\swith|alongside)|\swith)\sour\s(?:\w+\s){0,2}"
    r"(?:allies|partners|friends|neighbours|neighbors)\b"
)
# Before it: "my fellow Americans", "we in Norway".
_SELF = re.compile(r"\b(?:[Ff]ellow|[Ww]e(?:,|\sin)(?:\sthe)?)\s$")
_HOSTILE = re.compile(
    r"""(?:['’]s?)?\s(?:
    (?:\w+\s){0,2}(?:invasion|aggression|wars?\s(?:on|against|in|of)|attacks?|assaults?|occupation|annexation|atrocities|threats?|coercion|
        oligarchs?|elites|disinformation|propaganda|regime)\b
    | (?:has\s|had\s|would\s|will\s|to\s|further\s|again\s)*(?:invad|attack|bomb|shell|threaten|annex)
    )""",
    re.VERBOSE,
)
_WAR = re.compile(r"\s(?:\w+\s)?wars?\b")  # "the Russian war", as "Sudan's war" may be one that it suffers
_AGAINST = re.compile(
    r"\b(?:[Ss]anction(?:s|ed|ing)?(?:\s\w+){0,3}(?:\son)?|against|condemn\w*|deter\w*|punish\w*|costs\son|hold|up\sto)(?:\sthe)?\s$"
)
# Before the name of who is attacked: "Russia's war against", "the invasion of", "moved against".
_ATTACKED = re.compile(
    r"\b(?:(?:wars?|attacks?|aggression|invasion|assaults?|strikes?|moved?)\s(?:\w+\s)?(?:against|on|of|in|upon)"
    r"|invad(?:e|es|ed|ing)|attack(?:ed|ing))\s(?:the\s)?$"
)
# How the last word of that ends, with what parts it from the name; most names stand behind others.
_LEADS_ON = tuple(
    f"{word}{blank}"
    for word in "against on of in upon the invade invades invaded invading attacked attacking".split()
    for blank in " \n\t\xa0"
)
_ADMINISTRATION = re.compile(r"\b(?P<who>[A-Z]\w+(?:-[A-Z]\w+)?)\s[Aa]dministration\b")
_BEFORE = 40  # characters before a name that say so
_SHARE = 15  # one of so many mentions as a foe makes one


@lru_cache(maxsize=4)  # asked several times of one text
def speaks(text: str) -> bool:
    """Tell whether a text says "we" of itself, its quotes aside; a long one by how it begins."""
    opening = text[:_OPENING]
    needed = max(_SPEAKS, -(-len(opening) // _OFTEN))
    return len(list(islice(_WE.finditer(_QUOTED.sub("", opening)), needed))) == needed


def is_paper(text: str) -> bool:
    """Tell whether a text is a list, a transcript or a speech, and no report.

    A cleaned body has no bold type left: there a third of the lines are headings, numbered, or begin with one.
    """
    return "**" in text or _has_bullets(text) or speaks(text) or _is_headed(text)


def _has_bullets(text: str) -> bool:
    return len(_BULLET.findall(f"\n{text[:_OPENING]}")) > 1


def _is_headed(text: str) -> bool:
    lines = [line for line in text[:_OPENING].split(parted_by(text)) if line.strip()]
    headed = sum(1 for line in lines[:-1] if _TITLE.match(line) and len(line.split()) <= _TITLE_WORDS)
    headed += sum(1 for line in lines if _LEAD.match(line))
    return headed > 1 and 3 * headed >= len(lines)


def is_hostile(after: str) -> bool:
    """Tell whether the words behind a state's name are of its war, its attack or its threat.

    >>> is_hostile(" aggression"), is_hostile(" aid")
    (True, False)
    """
    return _HOSTILE.match(after) is not None


def foes_of(text: str, places: Iterable[Named]) -> frozenset[str]:
    """Give the ids of the countries whose war, attack or aggression a text tells of, or against which it is."""
    named: Counter[str] = Counter()
    hostile: Counter[str] = Counter()
    attacked: Counter[str] = Counter()
    for party, start, end in places:
        named[party.id] += 1
        low = max(0, start - _BEFORE)
        if text.endswith(_LEADS_ON, low, start) and _ATTACKED.search(text, low, start):
            attacked[party.id] += 1
        elif (
            _HOSTILE.match(text, end)
            or (party.form == "demonym" and _WAR.match(text, end))
            or _AGAINST.search(text, low, start)
        ):
            hostile[party.id] += 1
    found = {key for key, n in (hostile - attacked).items() if n >= 2 and (_SHARE if n > 2 else 3) * n >= named[key]}
    return frozenset(key for key in found if attacked.keys() - {key})  # in a war of its own a country is helped


def voice_of(
    text: str, places: Sequence[Named], topic: str | None, foes: Collection[str], bodies: Bodies
) -> Party | None:
    """Give the country that a text speaks for; None where none does, or several may.

    Args:
        text: the text.
        places: the countries named in it, towns aside, and from where to where.
        topic: the country that it speaks of helping, if one stands out.
        foes: what `foes_of` gives.
        bodies: what `bodies_of` gives.
    """
    found = _by_bodies(bodies)
    if found is None and speaks(text):
        found = _by_self(text, places, foes) or _by_names(places, bodies, topic, foes)
    return countries().get(found) if found is not None else None


_OWN = 2  # times that a text names whose paper it is


# "We, the Leaders of the Group of Seven (G7), met in Oslo"
_SIGNED = re.compile(
    r"[Ww](?<!\w.)e,\sthe\s(?:[Ll]eaders|[Mm]embers|(?:\w+\s)?[Mm]inisters|[Hh]eads\sof\s[\w ]{4,30}?)\sof\s(?:the\s)?"
    r"(?P<club>[A-Z][\w-]*(?:\s(?:[A-Z][\w-]*|of|and|the))*)"
)


def signers_of(text: str) -> Party | None:
    """Give the club or union of states whose leaders speak in the opening of a text; None where no such stands there.

    >>> signers_of("We, the Leaders of the Group of Seven, met in Oslo.").id
    'G7'
    """
    signed = _SIGNED.search(text, 0, _OPENING)
    club = party_named(signed["club"]) if signed is not None else None
    return club if club is not None and club.level == "multilateral" else None


def issuer_of(text: str, places: Sequence[Named], foes: Collection[str], bodies: Bodies) -> Party | None:
    """Give the donor country whose papers a text reads like: it names none of the others half as often.

    Its agencies and people count as well as its name, and its administrations ("the Lund-Berg Administration"). A list
    may name those that it helps as often as it likes: only other donors could have issued it, too.
    """
    own = Counter({key: len(names) for key, names in bodies.items()})
    told = not speaks(text)  # who speaks may be of a country that gives no aid
    for match in _ADMINISTRATION.finditer(text):
        known = next((surnames()[word] for word in match["who"].split("-") if word in surnames()), None)
        if known is not None and known.id in countries():
            own[known.id] += 1
    own.update(party.id for party, _, _ in places if party.id not in foes)
    least = _OWN
    if told and is_paper(text):
        own = Counter({key: n for key, n in own.items() if key in dac_members()})
        least = 1 if len(own) == 1 else _OWN
    (first, most), (_, less) = [*own.most_common(2), ("", 0), ("", 0)][:2]
    return countries().get(first) if first in dac_members() and most >= max(least, 2 * less) else None


def bodies_of(text: str, foes: Collection[str]) -> Bodies:
    """Give which of its own agencies and people a text names, by country."""
    scanner, parties = voice_scanner()
    found: dict[str, list[str]] = {}
    for number, start, end in scanner.find_matches_as_indexes(text):
        if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
            continue
        known = parties[number]
        if known.id not in foes:
            found.setdefault(known.id, []).append(known.entity_id)
    return found


def _by_bodies(bodies: Bodies) -> str | None:
    """Give the country whose agencies and people are named thrice, and twice as often as any other's.

    A leader whom everybody writes of is not enough: several of its own must be named.
    """
    ranked = sorted(bodies, key=lambda key: (-len(bodies[key]), key))
    if not ranked:
        return None
    first, second = bodies[ranked[0]], (len(bodies[ranked[1]]) if len(ranked) > 1 else 0)
    several = [len(set(bodies[key])) for key in ranked]  # how many of each country's own
    often = len(first) >= 3 and len(first) >= 2 * second and several[0] >= 2
    sure = often or (several[0] >= 4 and several[0] >= 2 * max(several[1:], default=0))
    return ranked[0] if sure else None


def _by_self(text: str, places: Sequence[Named], foes: Collection[str]) -> str | None:
    """Give the country of which a text says what only its own say, more often than of any other."""
    own = Counter(
        party.id
        for party, start, end in places
        if party.id not in foes and (_OURS.match(text, end) or _SELF.search(text, max(0, start - _BEFORE), start))
    )
    (first, most), (_, less) = [*own.most_common(2), ("", 0), ("", 0)][:2]
    return first if most > less else None


def _by_names(places: Sequence[Named], bodies: Bodies, topic: str | None, foes: Collection[str]) -> str | None:
    """Give the country that a text names by far the most, its agencies and people included."""
    several = {key: len(set(own)) for key, own in bodies.items()}
    score = Counter(party.id for party, _, _ in places if party.id not in foes)
    for key in score:
        score[key] += several.get(key, 0)
    ranked = sorted(score, key=lambda key: (-score[key], key))
    rival = score[ranked[1]] if len(ranked) > 1 else 0
    if not ranked or (ranked[0] == topic and (topic in oda_recipients() or (rival and rival * 4 >= score[topic]))):
        known = max(several, key=lambda key: (several[key], key), default=None)
        others = max((n for key, n in several.items() if key != known), default=0)
        return known if known is not None and several[known] >= max(3, 3 * others) else None
    second = max((score[key] for key in ranked[1:] if key != topic), default=0)
    helped = 1.2 * score[topic] if topic is not None and ranked[0] != topic else 0  # who is helped is named often
    return ranked[0] if score[ranked[0]] >= max(3, 1.5 * second, helped) else None
