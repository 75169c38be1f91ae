"""Givers behind a sum: "5m given by Branch 4", "a 5m gift from the Lund Family Fund", where another was named.

Who stands right behind "by" or "from" gives, not who stands in the sentence before; and the whole name is theirs.
"""

import re
from dataclasses import replace

from analysis.money.text.items import NOT_NAMES
from analysis.money.text.parties import countries, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, slug
from analysis.records import Claim

_CAP = r"[A-ZÀ-Þ][\w’'&-]*\.?"
_NAME = rf"(?:the\s)?(?P<name>{_CAP}(?:\s(?:(?:of|for|and|&|de)\s(?:the\s)?)?{_CAP}|\s\d{{1,3}}\b){{1,8}})"
_GIVEN = r"(?:given|donated|pledged|provided|contributed|voted|awarded|put\sup|offered|promised|committed|granted|paid)"
_BY = re.compile(rf"[^,;.!?:$€£]{{0,60}}?\b{_GIVEN}\sby\s{_NAME}")
_FROM = re.compile(
    rf"\s(?:(?:in|of)\s)?(?:[a-z-]+\s){{0,4}}?(?P<gift>gift|donation|grants?|contribution)?\s?from\s{_NAME}"
)
# What no giver is: a fund of the giver's own, a storm, a month.
_NO_GIVER = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|Hurricane|Cyclone|"
    r"Typhoon|Storm|Tropical)\b|\d{4}|(?:\bFund|\bFacility|\bPlatform|\bPlan|\bInsurance|\bAssistance)$"
)
_FUND = re.compile(r"\b(?:Family|Memorial|Charitable|Foundation)\sFund$")

# "was presented with 5m by Lund Savings": who stands behind "by" gives, whoever is guessed.
_IS_GIVEN = re.compile(
    r"\b(?:been|was|were|is|are|being|be)\s(?:also\s|since\s)?(?:presented\swith|promised|given|awarded|granted|handed|offered|lent|left|gifted)"
    r"\s(?:[a-z-]+\s){0,4}$"
)
_BY_NAME = re.compile(rf"\s(?:[a-z-]+\s){{0,3}}?by\s{_NAME}")
# "from Vask's community fund", "by Vask's grants scheme", "Vask's staff fund gave": the fund is Vask's.
_OWNER = rf"(?P<name>{_CAP}(?:\s(?:(?:of|for|and|&)\s(?:the\s)?)?{_CAP}){{0,5}}?)[’']s?\s"
_OWN_FUND = r"(?:[\w’'-]+\s){1,5}?(?i:fund|scheme|programme|program|grants|charity|initiative)\b"
_FROM_OWN = re.compile(
    rf"\s(?:(?:in|of)\s)?(?:[a-z-]+\s){{0,4}}?(?:from|by|through|under)\s(?:the\s)?{_OWNER}{_OWN_FUND}"
)
_OWN_GIVES = re.compile(
    rf"(?:\W|\b[Tt]he\s|^){_OWNER}{_OWN_FUND}\s(?:has\s|have\s|had\s|will\s|also\s)*"
    r"(?:gave|gives?|given|provid(?:es?|ed)|donat(?:es?|ed)|award(?:s|ed)?|grant(?:s|ed)|contribut(?:es?|ed)|approved|paid)\s[^.;:,]{0,60}$"
)
_OF_A_STATE = re.compile(
    r"\b(?:Government|Commonwealth|Council|Ministry|Minister|Department|State|Commission|President|Governor|Mayor)$"
)


def of_own_fund(claim: Claim, reader: Reader) -> Claim:
    """Give what "Vask's community fund" gives to Vask, where nobody, a guessed one or the fund was read."""
    if claim.amount is None or claim.exclude_reason not in ("", "part") or " " in (claim.donor or ""):
        return claim
    low, high = reader.around_sum(claim.start, claim.end)
    found = _FROM_OWN.match(reader.plain, claim.end, high) or _OWN_GIVES.search(reader.plain[low : claim.start])
    if found is None or _OF_A_STATE.search(found["name"]) is not None:
        return claim
    told = claim.donor_text
    stands = told is not None and told in claim.sentence and told not in found[0]
    if claim.donor is not None and (stands or not (claim.donor.islower() or told is None)):
        return claim
    name = bare_name(found["name"])
    party = party_named(name)
    if (
        not name
        or _NO_GIVER.search(name) is not None
        or (party is not None and party.kind in ("country", "place", "body"))
    ):
        return claim
    if party is not None or slug(name) in (claim.recipient or "") or name.lower() in NOT_NAMES:
        return claim
    return replace(claim, donor=slug(name), donor_text=name, donor_level=claim.donor_level or "company")


def of_sender(claim: Claim, reader: Reader) -> Claim:
    """Give a sum to whoever is named right behind it as the one it is from."""
    if claim.amount is None or claim.exclude_reason not in ("", "part"):
        return claim
    low, high = reader.around_sum(claim.start, claim.end)
    by = _BY.match(reader.plain, claim.end, high)
    given = by is None and _IS_GIVEN.search(reader.plain, low, claim.start) is not None
    by = _BY_NAME.match(reader.plain, claim.end, high) if given else by
    found = by or _FROM.match(reader.plain, claim.end, high)
    guessed = given and by is not None and claim.donor_text is None
    if found is None or not (guessed or _is_open(claim, found)):
        return claim
    name = bare_name(found["name"])
    own = _NO_GIVER.search(name) is not None and _FUND.search(name) is None
    if own or " " not in name or name.endswith(("'s", "’s")) or reader.plain[found.end() : found.end() + 1] in "'’":
        return claim
    if party_named(name) is not None or slug(name) in (claim.recipient or ""):
        return claim
    return replace(claim, donor=slug(name), donor_text=name, donor_level=claim.donor_level or "company")


def _is_open(claim: Claim, found: re.Match[str]) -> bool:
    """Whether a claim has no giver, a state's that was guessed though a gift is told, or one of no register."""
    donor, name = claim.donor, slug(found["name"])
    if donor is None:
        return True
    if not donor.islower():
        return (
            claim.donor_text is None and claim.donor_level == "government" and found.groupdict().get("gift") == "gift"
        )
    if " " in donor or donor in ("various", "anonymous"):
        return False
    return not name.startswith(f"{donor}-") or not re.search(r"\s(?:of|for|in)\s", found["name"])


# "The oil firm Vask added 5m": what somebody is stands for no other where a name follows at once.
_IS = re.compile(
    r"(?:the|its|their) (?:[\w-]+ )*(?:company|firm|group|bank|charity|chain|union|maker|manufacturer|giant|retailer|"
    r"brewer|miner|club|trust|operator|insurer|lender|conglomerate)",
    re.IGNORECASE,
)
_TITLED = r" (?P<name>[A-ZÀ-Þ][\w’'&.-]*[\w.](?: (?:(?:of|&) )?[A-ZÀ-Þ][\w’'&.-]*)*)(?!['’])"


def of_titled(claim: Claim) -> Claim:
    """Give what "the oil firm Vask" gives to Vask, not to whom "the oil firm" was taken to go back to."""
    told = claim.donor_text or ""
    if claim.exclude_reason not in ("", "part") or _IS.fullmatch(told) is None:
        return claim
    found = re.search(re.escape(told) + _TITLED, claim.sentence)
    name = bare_name(found["name"]) if found is not None else ""
    party = party_named(name) if name else None
    if not name or (party is not None and party.kind in ("country", "place")):
        return claim
    if party is not None:
        return replace(claim, donor=party.id, donor_text=name, donor_level=party.level)
    return replace(claim, donor=slug(name), donor_text=name, donor_level="company")


# "State Bank of India has given": the country in a name gives nothing, but the bank that bears it.
_BANK = re.compile(r"\b(?P<name>[A-Z][\w-]+ (?:[A-Z][\w-]+ )*Bank of (?:the )?(?P<land>[A-Z]\w+)) (?!['’])")
_OF_STATES = frozenset("central national reserve development exim export import investment federal policy".split())


def of_bank(claim: Claim, reader: Reader) -> Claim:
    """Give what "the Union Bank of India" gives to it where nobody was read, or the country of its name at home."""
    if claim.amount is None or claim.exclude_reason not in ("", "part"):
        return claim
    if claim.donor is not None and claim.donor not in countries():
        return claim
    low, _ = reader.around_sum(claim.start, claim.end)
    found = next(reversed(list(_BANK.finditer(reader.plain, low, claim.start))), None)
    land = party_named(found["land"]) if found is not None else None
    if found is None or land is None or party_named(found["name"]) is not None:
        return claim
    if claim.donor not in (None, land.id) or claim.recipient not in (None, land.id):
        return claim
    if not _OF_STATES.isdisjoint(re.split(r"[\s-]", found["name"].lower())):
        return claim
    if re.search(r"\b(?:to|from|with|of|for)\s(?:the\s)?$", reader.plain[max(low, found.start() - 10) : found.start()]):
        return claim
    return replace(claim, donor=slug(found["name"]), donor_text=found["name"], donor_level="company")
