"""Givers that no register lists, by the name the text prints in full: "the Choral Society" is that of Dunkeld.

Later in a text a name goes without what sets it apart ("the Town Foundation" after "Rawthorpe Town
Foundation"); without this one giver would have two ids, and a bare one that many share. What somebody is may
stand before the name ("a Leiden temple, Fo Guang, gave"), and a list may print all names in capitals.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from analysis.money.roles.agencies import of_agency
from analysis.money.roles.authorities import of_authority
from analysis.money.roles.both import of_both, of_each
from analysis.money.roles.described import description_id, is_description, may_be_place
from analysis.money.roles.own_subjects import of_own_subject
from analysis.money.roles.sayers import of_heads, of_sayer
from analysis.money.roles.senders import of_bank, of_own_fund, of_sender, of_titled
from analysis.money.roles.whole_names import is_body, national_society, whole_name, with_kin
from analysis.money.roles.wills import of_will
from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import Party, countries, officials, party_named, surnames
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, callings, slug
from analysis.records import Claim

_WORD = r"[A-Z][\w'’&-]*"
_NAME = re.compile(rf"{_WORD}(?: {_WORD})+")
_ONE = re.compile(r"[A-Z][a-z]{3,}")
_PERSON = re.compile(r"\b(?=([A-ZÀ-Þ][\w-]+ [A-ZÀ-Þ][\w-]+))")
_BEFORE = rf"(?P<more>(?:{_WORD}[ ]){{1,3}})"
_CAPITALS = 4  # letters from which a name in capitals is no abbreviation
_AROUND = 120  # characters behind a description in which its name ends
_PLACED = re.compile(r" (?:in|from|of|at|near) [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*$")
# ", Fo Guang, gave", ", the Lodge Circle.": a name between commas, with a state or a county before it.
_BESIDE = re.compile(
    rf"(?P<where>,\ {_WORD}(?=,))?,\ (?P<the>the\ )?"
    rf"(?P<name>{_WORD}(?:\ (?:(?:of|for|and|de|la|del|di|du|van|von|&)\ (?:the\ )?)?{_WORD}){{0,6}})(?=[,.;:]|\ \()",
    re.VERBOSE,
)
_RED_CROSS = "REDCROSS"  # the movement, in the register
_SOCIETY = re.compile(r" (?P<name>Red (?:Cross|Crescent))\b")
_MEMBERS = ("s", "people", "men", "women", "staff", "crew")  # how words for many end, who have no one name


def with_full_names(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with givers of no register under the longer name that the text printed."""
    claims = of_heads([_named_in_full(claim, reader) for claim in claims], reader)
    return [of_agency(of_authority(_of_two_places(claim, reader.plain), reader), reader) for claim in claims]


def _of_two_places(claim: Claim, text: str) -> Claim:
    """Read "the Rotary Club of Lund and Berga": what is of two places, wherever "the club" goes back to it."""
    donor = claim.donor or ""
    if claim.exclude_reason not in ("", "part") or "-of-" not in donor or " " in donor or not donor.islower():
        return claim
    of, _, place = donor.rpartition("-of-")
    first = f"{of.replace('-', '[ -]')} of {re.escape(place)}"
    verbs = r"(?:has|have|held|holds|is|was|will|gave|gives|met|hosted|raised|donated)\b"
    named = re.compile(rf"\b[Tt]he (?P<name>(?i:{first}) and [A-ZÀ-Þ][\w’'-]+?)(?= {verbs}|[’']s\b)").search(text)
    return replace(claim, donor=slug(named["name"])) if named is not None else claim


def _named_in_full(claim: Claim, reader: Reader) -> Claim:
    told = of_own_subject(of_sayer(of_both(of_bank(claim, reader), reader), reader), reader)
    told = of_own_fund(of_sender(of_will(_with_full(told, reader), reader), reader), reader)
    return of_each(told, reader)


def _with_full(claim: Claim, reader: Reader) -> Claim:
    name = claim.donor_text or ""
    if not name or claim.donor is None:
        return claim
    body = party_named(claim.donor.replace("-", " ").title()) if "-" in claim.donor and claim.donor.islower() else None
    if body is not None and body.kind == "body":  # "It" of a listed body that its sentence prints in other words
        return replace(claim, donor=body.id, donor_level=body.level)
    titled = of_titled(claim)
    if titled is not claim:
        return titled
    if claim.donor == description_id(name) and is_description(name):
        beside = _named_beside(claim, name) or _named_next(claim, name, reader)
        return replace(claim, donor=beside) if beside is not None else claim
    own = claim.donor == slug(name)  # of no register
    government = officials().get(claim.donor) or (_official(name, claim.start, reader.text) if own else None)
    government = government or (_of_surname(name, reader) if own else None)
    if government is not None:
        return replace(claim, donor=government.id, donor_level=government.level)
    society = _society(claim, name, reader.text)
    if society is not None:
        level = claim.donor_level if claim.donor == _RED_CROSS else "foundation"
        return replace(claim, donor=slug(society), donor_text=society, donor_level=level)
    if claim.donor == _RED_CROSS:
        return claim
    return _unlisted(claim, name, reader) if own else _both_of_name(claim, name, reader)


_STAND_INS = frozenset(["they", "the couple", "couple", "their"])


def _both_of_name(claim: Claim, told: str, reader: Reader) -> Claim:
    """Read "Jon and Ida Lund said they would give 5m": "they" are the two of the name, not the second of them alone."""
    donor = claim.donor or ""
    if told.lower() not in _STAND_INS or claim.donor_level != "person" or donor.count("-") != 1:
        return claim
    name = next((one[1] for one in _PERSON.finditer(reader.text, 0, claim.start) if slug(one[1]) == donor), None)
    whole = whole_name(name, reader.text.find(name), reader.text) if name is not None else ""
    return replace(claim, donor=slug(whole)) if " and " in whole else claim


def _unlisted(claim: Claim, name: str, reader: Reader) -> Claim:
    """Give a claim whose giver no register lists under the longer name of that giver, or of both who give."""
    listed = _listed(name)
    if listed is not None:
        return replace(claim, donor=listed.id, donor_level=listed.level)
    at = _where(claim, name, reader.text)
    both = with_kin(name, at, reader.text) if at is not None and claim.donor_level == "person" else None
    if both is not None:
        return replace(claim, donor=" ".join(slug(one) for one in both))
    whole = whole_name(name, at, reader.text) if at is not None else name
    if whole != name:
        return replace(claim, donor=slug(whole), donor_text=whole)
    full = _of_one_word(name, reader.text) if _ONE.fullmatch(name) else _of_several(claim, name, reader)
    return replace(claim, donor=slug(full)) if full is not None else claim


def _society(claim: Claim, name: str, text: str) -> str | None:
    """Give the name of the national society that gives, where the movement or the nation in its name was read."""
    at = _where(claim, name, text) if claim.donor == _RED_CROSS or claim.donor in countries() else None
    if at is None or claim.donor == _RED_CROSS:
        return national_society(name, at, text) if at is not None else None
    behind = _SOCIETY.match(text, at + len(name))
    return national_society(behind["name"], behind.start("name"), text) if behind is not None else None


def _official(name: str, before: int, text: str) -> Party | None:
    """Give the government of a listed official who goes by one name ("Jake announced" after "Jake Sullivan")."""
    if name not in _of_officials():
        return None
    person = surnames().get(name)
    if person is not None and text.find(person.name, 0, before) >= 0:
        return countries().get(person.id)
    for match in re.compile(rf"\b(?:President )?{re.escape(name)}(?: {_WORD}| admin)?").finditer(text, 0, before):
        words = match.group()
        if person is not None and (words.startswith("President ") or words.endswith(" admin")):
            return countries().get(person.id)
        known = officials().get(slug(words))
        if known is not None:
            return known
    return None


@cache
def _of_officials() -> frozenset[str]:
    """Give every word of the names of listed officials."""
    return frozenset(word for one in surnames().values() if one.id in countries() for word in one.name.split())


def _where(claim: Claim, name: str, text: str) -> int | None:
    """Give where the name of a giver stands nearest to the amount, in its sentence if it does."""
    inside = claim.sentence.find(name)
    first = text.rfind(claim.sentence, 0, claim.end + len(claim.sentence)) if inside >= 0 else -1
    nearer = text.rfind(name, first + inside, claim.start) if first >= 0 else -1
    at = max(first + inside, nearer) if first >= 0 else text.rfind(name, 0, claim.start)
    at = at if at >= 0 else text.find(name)
    return at if at >= 0 else None


def _of_several(claim: Claim, name: str, reader: Reader) -> str | None:
    """Give the longer name before, for "the Town Foundation"."""
    if _NAME.fullmatch(name) is None or f"the {name}".lower() not in claim.sentence.lower():
        return None
    longer = re.search(rf"\b{_BEFORE}{re.escape(name)}\b", reader.text[: claim.start])
    words = [word for word in longer["more"].split() if word.lower() not in NOT_NAMES] if longer is not None else []
    return " ".join([*words, name]) if words else None


@lru_cache(maxsize=64)  # a giver may be named in every sentence of a text
def _of_one_word(name: str, text: str) -> str | None:
    """Give the one name that ends in a word, of those that the text prints ("Rovers" of "Larne Rovers")."""
    found: dict[str, str] = {}
    for match in re.finditer(rf"(?<![\w’'-])(?P<more>(?:{_WORD} ){{1,3}}){name}\b(?![’']s? [A-Z]| [A-Z])", text):
        words = match["more"].split()
        while words and (words[0].lower() in NOT_NAMES or _is_place(words[0])):
            words = words[1:]
        full = bare_name(" ".join([*words, name]))
        if " " in full and not (match[0] == full and _opens_sentence(text, match.start())):
            found[slug(full)] = full
    return next(iter(found.values())) if len(found) == 1 else None


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a capital at an offset may be there only because a sentence opens."""
    before = text[max(0, at - 3) : at].rstrip(" “\"‘'")
    return not before or before[-1] in ".!?:\n–—-•"


def _listed(name: str) -> Party | None:
    """Give the party of the register that a list prints in capitals ("WORLD BANK: $5 million")."""
    if not name.isupper() or sum(letter.isalpha() for letter in name) <= _CAPITALS:
        return None
    return party_named(name.title())


def _named_beside(claim: Claim, told: str) -> str | None:
    """Give the id of the name that stands between commas behind what somebody is."""
    at = claim.sentence.find(told)
    if at < 0 or re.search(r"\b(?:an?|the|one|his|her|its|their)\W+$", claim.sentence[:at], re.IGNORECASE) is None:
        return None
    head = told.split(" in ", maxsplit=1)[0].split(" of ", maxsplit=1)[0]
    if head.endswith(_MEMBERS):
        return None
    behind = _BESIDE.match(claim.sentence[at + len(told) : at + len(told) + _AROUND])
    if behind is None or _is_place(behind["name"]):
        return None
    sure = behind["the"] or behind["where"] or not may_be_place(behind["name"]) or _PLACED.search(told) is None
    return slug(behind["name"]) if sure else None  # "a church in Goshen, Indiana"


def _of_surname(name: str, reader: Reader) -> Party | None:
    """Give the state of an official whom a text calls by a surname alone, where it speaks of that state, too."""
    party = surnames().get(name)
    if party is None or party.id not in countries() or not reader.times_named(party.id):
        return None
    firsts = re.findall(rf"([A-Z][\w’'.-]+) {re.escape(name)}\b", reader.text)
    titled = {first for first in firsts if first.lower() in callings()[0] | callings()[1] or first.lower() in NOT_NAMES}
    return party if titled == set(firsts) else None


# "A retired driver has left 5m to the hospice. Ida Lund, who died last year,": whom the first words kept back.
_NEXT = re.compile(
    rf"[.!?][”\"’)]*\s+(?P<name>{_WORD}(?:\ [A-Z]\.)?(?:\ {_WORD}){{1,2}})"
    r"(?:,\ (?:aged\ )?\d\d\b|,?\ (?:who\ )?(?:died|lived|won|inherited|worked|retired|grew\ up|was\ (?:born|\d\d))\b"
    r"|,\ who\ (?:had|was|made|left|spent|ran)\b|,\ (?:of|from)\ (?P<place>[A-Z][\w’'-]+)(?=[,.]|\ who\b))"
)
_LEDE: Final = 500  # characters of a text in which news keeps a name back


def _named_next(claim: Claim, told: str, reader: Reader) -> str | None:
    """Give the id of the person whom the sentence behind names, where the opening only said what they are."""
    at = claim.sentence.find(told)
    kept_back = at >= 0 and re.search(r"(?:^|\W)an?\s$", claim.sentence[:at], re.IGNORECASE) is not None
    if claim.donor_level != "person" or claim.start > _LEDE or not kept_back:
        return None
    end = reader.at(claim.start)
    stop = reader.paragraph(end[0])[end[1]].end
    found = _NEXT.match(reader.plain, stop - 1)
    if found is None or party_named(found["name"]) is not None or is_body(found["name"]):
        return None
    place = found["place"]
    return slug(bare_name(found["name"])) if place is None or place not in (claim.recipient_text or "") else None


def _is_place(name: str) -> bool:
    """Whether a name is of a country, a city or a region, or says so ("Co Donegal")."""
    return name.startswith(("Co ", "County ")) or party_named(name) is not None
