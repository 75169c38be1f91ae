"""Councils, counties, governors and ministers whose country their name does not say: it is that of the text.

"The Lund City Council voted to lend 5 million kronor" is Sweden's money. The country is told by a word of the name,
by the dateline, by the money, or by what the text names most. Whom nobody names is such a body where the sentence
speaks of one: nobody else gives there.
"""

import re
from collections import Counter
from dataclasses import replace

from analysis.money.roles.state_names import holds_office, is_of_state
from analysis.money.roles.state_subjects import state_gives
from analysis.money.text.local_signs import local_country, pays_in
from analysis.money.text.parties import CONTINENTS, Party, countries, home_of_currency, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.whose import home
from analysis.money.text.words import oda_recipients, vocabulary
from analysis.records import Claim

_COUNTED = ("", "part")
_CITY = r"\b(?:city|town|county|canton|region|province|municipality|commune|borough|district|government) of (?:the )?$"
_BEFORE = re.compile(_CITY, re.IGNORECASE)
_TITLED = re.compile(
    r"\b(?:Gov\.|Governor|Premier|(?:First|Chief|Prime) Minister|Minister|Commissioner|Tánaiste|Taoiseach) "
    r"(?:[A-Z]\. ?){0,2}$"
)
_OWN = re.compile(r"\b(?:his|her) own\b|\bpersonal(?:ly)?\b|\bpocket\b|\bsalary\b")  # what an officer gives in person
_OFFICES = re.compile(
    r"\b(?:(?:city|county|town|district|borough|regional|parish|state)? ?(?:council|councillors|commissioners|"
    r"legislature|lawmakers|supervisors|aldermen)|minister|premier|governor|mayor|department|ministry|treasury|"
    r"the crown|state library|state officials|(?:state|county|city|provincial|regional) government)\b|\bGov\.|\bCM\b",
    re.IGNORECASE,
)
_MINISTRY = re.compile(
    r"(?:^|-)(?:department|ministry)-(?:of|for)-|^(?:president|prime-minister|governor|premier)s?-(?:.*-)?office$"
)
_GOVERNMENT = re.compile(r"(?:that )?(?:[Tt]he )?(?:[Ff]ederal |[Nn]ational )?(?:[Gg]overnment|[Cc]abinet|[Ss]tate)")
# What nobody calls a state body in America, so that "$" is no sign of it.
_ELSEWHERE = re.compile(r"\b(?:[Tt]he Government|[Mm]inisters?|Cabinet|Parliament|councillors?|Cllr|shire)\b")
_OFTEN = 3  # times that a country is named, and more than any other, that an authority is of
_AROUND = 400  # characters before a sentence that may tell whose money it is


def of_authority(claim: Claim, reader: Reader) -> Claim:
    """Give a gift of a town, a council or an officer to the country of the text, if the text tells which that is."""
    if claim.exclude_reason not in _COUNTED or claim.amount is None:
        return claim
    if claim.donor in countries():
        return _of_home(claim, reader)
    if claim.donor in (None, "council") and _of_union(claim, reader):
        near = reader.text[max(0, claim.start - _AROUND) : claim.end + _AROUND]
        union = party_named("European Peace Facility" if _UNDER_FACILITY.search(near) else "European Union")
        return replace(claim, donor=union.id, donor_level=union.level) if union is not None else claim
    if state_gives(claim, reader):
        if claim.donor is not None and not claim.donor.islower() and (claim.donor_text or "-") in claim.sentence:
            return claim  # a listed body beside it: "the Council adopted 5m under the Peace Facility"
        state = _country("", claim, reader)
        if state is not None and claim.recipient_text is not None and state.id in (claim.recipient or "").split():
            return claim  # the only country that is named is helped
    elif claim.donor is None:
        start = reader.text.rfind(claim.sentence, 0, claim.end)
        number, index = reader.at(claim.start)
        near = reader.text[max(0, start - _AROUND) : max(claim.end, reader.paragraph(number)[index].end)]
        state = _country("", claim, reader) if _OFFICES.search(near) is not None else None
    else:
        state = _state(claim, reader)
    helped = state is not None and state.id in (claim.recipient or "").split()
    if state is None or (helped and (claim.donor is None or " " in (claim.recipient or ""))):
        return claim
    if claim.recipient == state.id and claim.recipient_text is None:  # guessed: what is given at home is for nobody
        claim = replace(claim, recipient=None)
    return replace(claim, donor=state.id, donor_level=state.level)


def _of_home(claim: Claim, reader: Reader) -> Claim:
    """Give what "the Government" gives to the country of the text, where the one it was taken for is who is helped.

    "The Government has released 5 million euros for Chad" is not Chad's, in news that speaks of the Dáil.
    """
    if (
        claim.amount is None
        or claim.donor not in oda_recipients()
        or _GOVERNMENT.fullmatch(claim.donor_text or "") is None
    ):
        return claim
    local = local_country(reader.text, claim.amount)
    if local is None or local.id == claim.donor or local.id in oda_recipients():
        return claim
    start = reader.text.rfind(claim.sentence, 0, claim.start + len(claim.sentence))
    if all(party.id != claim.donor for party, _, _ in reader.countries_in(max(start, 0), start + len(claim.sentence))):
        return claim
    helped = claim.donor if local.id in (claim.recipient or "").split() else claim.recipient
    return replace(claim, donor=local.id, donor_level=local.level, recipient=helped)


# "Council adopts", "the Council agreed on": no council of a town in a text that speaks of the union of Europe.
_COUNCIL = re.compile(r"(?:^\W*|[.:;,]\s+|\b[Tt]he\s+)Council\s+(?!of\b)[a-z]")
_OF_EUROPE = re.compile(
    r"\b(?:EU|European\s+(?:Union|Commission|Council|Parliament|Peace\s+Facility)|macro-financial|member\s+states)\b",
)
_OTHER_COUNCIL = re.compile(r"\b[A-Z][\w’'-]+\s+Council\b|\bCouncil\s+of\s+(?!the\s+E|Europe)")
_UNDER_FACILITY = re.compile(r"\b(?:under|through|from|via|by)\s+the\s+(?:European\s+Peace\s+Facility|EPF)\b")


def _of_union(claim: Claim, reader: Reader) -> bool:
    """Whether the council that acts in the sentence of a gift is that of the union of Europe."""
    if _COUNCIL.search(claim.sentence) is None or _OF_EUROPE.search(reader.text) is None:
        return False
    others = (one[0] for one in _OTHER_COUNCIL.finditer(reader.text))
    return all(other.startswith(("European ", "The Council")) for other in others)


def _state(claim: Claim, reader: Reader) -> Party | None:
    """Give the country of a giver that no register lists, if its name tells an authority; None for any other."""
    name = claim.donor_text or ""
    words = (claim.donor or "-").rsplit(maxsplit=1)[-1].split("-")  # "Lund East and Berga Council" is one
    known = vocabulary()["authorities"]
    native = known["native"].get(claim.donor)
    if native is not None:
        return countries().get(native)
    one = " " not in (claim.donor or "") or name.endswith((" Council", " County"))
    if not one or not (claim.donor or "").islower() or not set(words).isdisjoint(known["private"]):
        return None
    stands = name.lower() in ("it", "he", "she", "they") and claim.donor_level == "person"
    named = re.sub(r"\W", " ", (claim.donor or "").title()) if stands else name  # whom the pronoun goes back to
    at = reader.text.rfind(named, 0, claim.end) if name else -1
    before = reader.text[max(0, at - 40) : at] if at > 0 else ""
    wide = reader.text[max(0, at - 110) : at] if at > 0 else ""
    if claim.donor_level == "person" and (_TITLED.search(before) is not None or holds_office(wide)):
        return None if _OWN.search(claim.sentence) is not None else _country(name, claim, reader)
    governs = words[-1] in known["last"] or (len(words) > 1 and words[1] == "of" and words[0] in known["first"])
    governs = governs or (len(words) == 1 and words[0] in known["alone"])
    governs = governs or "-".join(words[:2]) in known["opening"]  # "Arts Council England"
    governs = governs or (words[0] in known["works"] and "-".join(words[1:]) in known["nations"])  # "Sport England"
    governs = governs or _MINISTRY.search(claim.donor or "") is not None or is_of_state(name, before)
    governs = governs or any("-".join(words).endswith(funds) for funds in known["closing"])
    governs = governs or (words[-1] in known["offices"] and not set(words).isdisjoint(known["public"]))
    body = party_named(name.partition(" ")[0])  # "the Riksdag Finance Committee"
    if body is not None and body.kind == "agency" and words[-1] in ("committee", *known["offices"]):
        return countries().get(body.id)
    return _country(name, claim, reader) if governs or _BEFORE.search(before) is not None else None


def _country(name: str, claim: Claim, reader: Reader) -> Party | None:
    """Give the country of a body by its name, the dateline, the money, or what the text names most."""
    for one in re.finditer(r"(?=\b([A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?))", name):
        place = party_named(one[1]) or party_named(one[1].partition(" ")[0])
        if place is not None and place.kind in ("country", "place"):
            return countries().get(place.id)
    dated = home(reader)
    if dated is not None:
        return countries().get(dated.id)
    named = list(reader.countries_in(0, len(reader.text)))
    local = local_country(reader.text, claim.amount) if claim.amount is not None else None
    if local is not None and (name or all(party.id == local.id for party, _, _ in named)):
        return local
    money = claim.amount.currency if claim.amount is not None else None
    own = home_of_currency(money) if money else None
    if own is not None:
        return countries().get(_only_named(own, claim, {party.id for party, _, _ in named}))
    if reader.main is not None and name:  # whom nobody names is not guessed among several countries
        return countries().get(reader.main.id)
    ids = {party.id for party, _, _ in named}
    if len(ids) == 1:
        return countries().get(ids.pop())
    (first, most), (_, less) = [*Counter(party.id for party, _, _ in named).most_common(2), ("", 0), ("", 0)][:2]
    if name and most >= _OFTEN and most > less and first not in CONTINENTS:
        return countries().get(first)
    return countries().get("USA") if money == "USD" and not ids and _ELSEWHERE.search(reader.text) is None else None


def _only_named(own: str, claim: Claim, named: set[str]) -> str:
    """Give the home of a currency, or the one country named instead that has money of that name ("Sh" in Tanzania)."""
    amount, others = claim.amount, named - set(CONTINENTS)
    if amount is None or amount.certainty == "stated" or len(others) != 1:
        return own
    (other,) = others
    return other if pays_in(other, amount) else own
