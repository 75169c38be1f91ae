"""Givers who are the subject of their own clause, where that of the clause before was taken.

"Lund Oil gave 5m, and the payment house Vask 2m", "the estate left 5m and the Berga community fund approved 2m": the
second sum is told of another doer, who stands right before it or before its verb.
"""

import re
from dataclasses import replace

from analysis.money.text.items import NOT_NAMES
from analysis.money.text.name_runs import level_of
from analysis.money.text.parties import party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import bare_name, slug
from analysis.records import Claim

_CAP = r"[A-ZÀ-Þ][\w’'&.-]*"
_KIND = (
    r"(?:fund|trust|club|group|company|foundation|church|bank|charity|association|family|union|society|"
    r"firm|brewery)"
)
_PLACE = r"(?:(?:city|town|municipality|county|province|district|village|canton|state)\sof\s)?"
_NAME = (
    rf"(?P<name>{_PLACE}{_CAP}(?:\s(?:(?:of|for|the|de|du|van|von|and|&)\s)?{_CAP}){{0,6}}"
    rf"(?:\s(?:[a-z]+\s)?{_KIND}\b)?)"
)
# Two names beside "and" are one, or give as one ("Trade and Development", "Lund and Vask gave 5m").
_JOIN = r"(?:(?:,|;|(?<=[^\W\d_A-Z])|(?<=\d))\s(?:and|while|but|whereas)\s|;\s)"
_COMMA = r",\s"
_NO_GIVER = re.compile(
    r"\b(?:Board|Cabinet|Council|Commission|Department|Ministry|Minister|Secretary|Government|State|Congress|Parliament|"
    r"President|Agency|Centre|Treasury|Authority)\b"
)
# What the doer is, before the name: "the payment house Vask", "his younger brother Jon".
_WHAT = (
    r"(?:(?:the|his|her|their|its|fellow)\s)?"
    r"(?:(?!(?:in|at|of|from|by|for|to|near|with|on|and|that|which|who|state)\s)[a-z][\w-]*\s){0,3}?"
    r"(?:[A-ZÀ-Þ]\w+[’']s\s)?"
)
_GAVE = (
    r"(?:gave|donated|pledged|contributed|committed|approved|provided|presented|handed\sover|handed|chipped\sin|put\sup|"
    r"put\sin|added|sent|granted|transferred|paid|offered|promised|remitted|wired|allotted|awarded|released|gifted|"
    r"turned\sover|delivered|gives|donates|pledges|adds|contributes|provides|grants|approves|"
    r"(?:is|are)\s(?:giving|donating|adding|contributing|sending|providing|paying)|"
    r"(?:will|would)\s(?:give|donate|add|contribute|send|provide|pay|grant))"
)
_ADVERB = r"(?:(?:also|already|since|has|have|had|separately|now|then|later|together|jointly|each)\s)*"
_BEFORE_SUM = (
    r"(?:\s(?:a|an|another|some|about|over|nearly|almost|around|up\sto|as\smuch\sas|more\sthan|further|one|for|worth|of|"
    r"cheques?|checks?|donations?|gifts?|grants?|the|in|with|additional|extra|just|roughly))*\s$"
)
_CLAUSE = re.compile(rf"{_JOIN}{_WHAT}{_NAME}(?:,\s[^,;:]{{3,80}},)?\s{_ADVERB}{_GAVE}{_BEFORE_SUM}")
_GAPPED = re.compile(rf"(?:{_JOIN}|{_COMMA}){_WHAT}{_NAME}(?:\s(?:a|another|some|about|with|further|one|for))*\s$")
_GIVEN = re.compile(rf"\b{_GAVE}{_BEFORE_SUM}")


def of_own_subject(claim: Claim, reader: Reader) -> Claim:
    """Give a sum to the name that its own clause has as its doer, where one before that clause was read.

    The verb may be understood, if the sentence said before what somebody gave ("Lund gave 5m and Vask 2m").
    """
    if claim.amount is None or claim.exclude_reason not in ("", "part") or " " in (claim.donor or ""):
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    found = _last(_CLAUSE, sentence.start, claim.start, reader)
    if found is None and _is_told_before(claim, sentence.start, reader):
        found = _last(_GAPPED, sentence.start, claim.start, reader)
    if found is None or _NO_GIVER.search(found["name"]) is not None:
        return claim
    told = claim.donor_text or ""
    if told and told in reader.text[found.start() : claim.start]:
        return claim  # who was read stands in the clause
    name = bare_name(found["name"])
    party = party_named(name)
    if name.lower() in NOT_NAMES or (party is not None and party.kind in ("country", "place", "agency")):
        return claim
    if party is not None:
        return replace(claim, donor=party.id, donor_text=name, donor_level=party.level)
    level = level_of(name) or claim.donor_level or "company"
    return replace(claim, donor=slug(name), donor_text=name, donor_level=level)


_CAPITAL_BEFORE = re.compile(r"[A-ZÀ-Þ][\w’'&.-]*$")


def _last(pattern: re.Pattern[str], low: int, high: int, reader: Reader) -> re.Match[str] | None:
    """Give the last match that begins in some words, as the first may run over the sum of another."""
    found = None
    while (more := pattern.search(reader.plain, low, high)) is not None:
        low = more.start() + 1
        if more[0][:1] in ",;" or _CAPITAL_BEFORE.search(reader.plain, max(0, low - 40), more.start()) is None:
            found = more
    return found


def _is_told_before(claim: Claim, low: int, reader: Reader) -> bool:
    """Whether a sum before in the sentence stands right behind a verb of giving."""
    number, index = reader.at(claim.start)
    before = [one for one in reader.amounts_in(reader.paragraph(number)[index]) if one.end <= claim.start]
    return any(_GIVEN.search(reader.plain, low, one.start) is not None for one in before)
