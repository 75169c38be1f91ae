"""Stages that the words before a sum settle, whatever else they weigh: who "will commit" 5 million still promises it.

"Commits to provide", "to commit" tell of a commitment that is to come; what a law that is the subject gives was voted.
What is announced as awards has been awarded, and a compact between two states has been signed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.terms.shared_out import as_share
from analysis.money.text.around import beside, of_sentence
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_ALLOTS = "CERF"  # which shares out what it holds
_LEFT = 200  # characters of the paragraph before a sum that are read
_RIGHT = 70  # and behind it
_CLAUSE = 90  # and of its sentence before it, in which a word may say that all is to come
_BLANKED = 400  # more of them, for the addresses that were blanked there
_HEDGE = (
    r"(?:(?:an?|the|its|up|to|over|more|than|nearly|almost|about|some|around|at|least|another|additional|total|of|new"
    r"|combined|roughly|approximately|estimated)\s)*"
)
_MARKS = re.compile(r"[*_\s]+")
_TO_COME = re.compile(
    r"\b(?:commits?|committing|commit\sthemselves)\sto\s(?:\w+\s)?(?:\w+ing|provide|contribute|invest|give|mobili[sz]e)\b"
    r"[^.;$€£]*$|\b(?:will|to)\scommit\s(?:\w+\s){0,5}$"
)
# "A preliminary agreement on 5m": nothing is bound yet.
_PRELIMINARY = re.compile(r"\b(?:preliminary|non-?binding|letters?\sof\sint(?:ent|erest))\b[^.;]*$", re.IGNORECASE)
# "A further 5 million will follow in May": it is still to be paid.
_FOLLOWS = re.compile(r"^\s(?:[a-z]+\s){0,3}?(?:will|is\sto|are\sto)\s(?:follow|come\slater|be\spaid\slater)\b")
# "The 5 million grant that Norway will give": it is promised, whatever else is told of it
_WILL = re.compile(
    r"^\s(?:[\w-]+\s){0,3}?(?:that|which)\s(?:the\s)?(?:[\w-]+\s){1,3}?(?:will|is\sto|are\sto)\s(?:give|pay|provide|send|lend"
    r"|contribute|donate|hand\sover)\b"
)
_PROMISED = re.compile(r"\bpromised\sto\s\w+[^.;,$€£]*$")
_LAW = re.compile(
    r"\b[A-Z]\w+\s(?:Act|Law|Rescue\sPlan)\s(?:(?:will|would|also|has)\s)*"
    r"(?:provid|devot|includ|invest|deliver|allocat|dedicat|appropriat|secur)\w*\b[^.;]*$"
)
# "Announced 5m in awards", "a 5m grant award", "is making two awards, totalling 5m", "a 5m compact with Chad"
_AWARDED = re.compile(
    r"^\s?(?:in\s)?(?:[\w’'-]+\s){0,4}?(?:awards?(?!\s(?:program|season))|grants?\s(?:selections?|that\s(?:are|have)\s(?:being|been)\sawarded)"
    r"|(?:funding\s)?allocations?(?=\s(?:to|for|under)\b|\W*$)|cooperative\sagreements?)\b"
    r"|^\s?(?:[A-Z]\w+\s){1,3}[Cc]ompact\b"
)
_AWARDS = re.compile(
    r"\b(?:(?:is|are|was|were)\s(?:also\s|now\s)?awarding\s[^.;$€£]*|\bawards?,?\s(?:of|total(?:l?ing)?|worth)\s(?:[\w-]+\s){0,3})$"
)
# "Maine is getting 5 million", "In March 2023, Chad launched a 5 million project": what is under way was decided.
_UNDER_WAY = re.compile(
    rf"\b(?:is|are)\s(?:each\s|now\s|also\s)?(?:receiving|getting)\s{_HEDGE}$"
    rf"|\b[Ii]n\s(?:[A-Z][a-z]+\s)?20\d\d,?\s[^.;$€£]{{0,90}}\blaunched\s{_HEDGE}$"
)
# "I hereby determine", "under my authority to", "has authorized 5 million": who holds the power has used it.
_POWER = re.compile(
    r"\bhereby\s(?:determine|direct|delegate|authori[sz]e|approve|certify|find)\b[^;]*$"
    r"|\b(?:presidential|drawdown)\s(?:drawdown\s)?authority\sto\b[^;]*$"
    rf"|(?<!\bto\s)(?<!\bbe\s)\b(?:authori[sz](?:ed|es|ing)|(?:signed|signs)\soff\son|waved\sthrough|rubber-?stamped)\s{_HEDGE}$",
    re.IGNORECASE,
)
_USES_POWER = re.compile(
    r"^[^.;:$€£]{0,60}?\b(?:I|we|he|she|[Tt]he\s(?:[A-Z][\w-]*\s){0,2}?(?:[Pp]resident|[Aa]dministration))"
    r"\s(?:(?:has|have|will|also|just|today)\s){0,2}authori[sz]ed?\b"
)
_SIGNED = re.compile(rf"\bsigned\s{_HEDGE}$")
_DRAWDOWN = re.compile(r"^\sdraw-?down\b")
# "Has released 5 million in funds", "released a package of grants totalling 5 million": it has left.
_RELEASED = re.compile(rf"(?<!\bto\sbe\s)(?<!\bwill\sbe\s)\breleased\s(?:all\s(?:of\s)?)?{_HEDGE}$")
_FUNDS = re.compile(r"^\s(?:in|of)\s[^.;$€£]{0,60}?\bfund(?:s|ing)\b")
_PACKAGE = re.compile(
    r"(?<!\bwill\sbe\s)\breleased\s[^.;:$€£]{0,40}?\b(?:packages?|rounds?|tranches?|instal?lments?|grants?)\b[^.;:,$€£]{0,30}$"
)
_PAPER = re.compile(r"^\s(?:[\w-]+\s){0,2}?(?:notice|plan|strategy|proposal|report|call|request|roadmap|budget)\b")
_INCLUDING = re.compile(r",\s(?:including|of\swhich)\s[^.;]*$")
_NOT_YET = re.compile(
    r"\b(?:will|would|to\sbe|going\sto|intend\w*|plan\w*|expect\w*|could|may|should|propos\w+|they[’']ll|we[’']ll)\b",
    re.IGNORECASE,
)


def with_sure_stages(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text with the stage of gifts that are to be committed, or that a law gives."""
    found: list[Claim] = []
    for claim in claims:
        counts = claim.exclude_reason in _COUNTED and claim.amount is not None
        made = _staged(_allotted(_to_follow(claim, text)), text) if counts else claim
        if counts and made.status in ("pledged", "allocated") and found and found[-1].status == "disbursed":
            made = _as_whole(made, found[-1])
        found.append(as_share(made, found, text) if counts else made)
    return found


def _to_follow(claim: Claim, text: str) -> Claim:
    """Give what "will follow", or is what somebody "will give", the stage of what is still to be paid."""
    pattern = _FOLLOWS if claim.status == "disbursed" else _WILL
    asked = claim.status in ("disbursed", "approved", "committed")
    to_come = asked and pattern.match(_MARKS.sub(" ", beside(claim, text, 1, _RIGHT)[1])) is not None
    return replace(claim, status="pledged") if to_come else claim


def _allotted(claim: Claim) -> Claim:
    """Give what a fund for emergencies is told to give the stage of what it decides: it promises nothing before."""
    return replace(claim, status="allocated") if claim.donor == _ALLOTS and claim.status == "pledged" else claim


def _as_whole(claim: Claim, before: Claim) -> Claim:
    """Give what a sum that was paid includes its stage ("released 5 million, including 2 million to Lund")."""
    same = before.exclude_reason in _COUNTED and before.sentence == claim.sentence
    included = same and _INCLUDING.search(
        claim.sentence[: claim.start - before.start + claim.sentence.find(before.text)]
    )
    return replace(claim, status=before.status) if included else claim


def _staged(claim: Claim, text: str) -> Claim:
    if claim.status not in ("pledged", "committed", "allocated"):
        return claim
    before, behind = beside(claim, text, _LEFT + _BLANKED, _RIGHT + _BLANKED)
    before, behind = _MARKS.sub(" ", before)[-_LEFT:], _MARKS.sub(" ", behind)[:_RIGHT]
    near = f"{of_sentence(before)} {behind[:50].partition('. ')[0]}"
    unbound = _PRELIMINARY.search(near)
    if claim.status != "pledged" and (unbound or _TO_COME.search(before) or _PROMISED.search(before)):
        return replace(claim, status="pledged")
    if _LAW.search(before):
        return replace(claim, status="approved")
    if _POWER.search(before) or _USES_POWER.match(behind):
        return replace(claim, status="approved")
    if _SIGNED.search(before) and _DRAWDOWN.match(behind):
        return replace(claim, status="approved")
    own = of_sentence(before)
    released = _PACKAGE.search(own) or (_RELEASED.search(own) and _FUNDS.match(behind))
    if released and not _PAPER.match(behind):
        return replace(claim, status="disbursed")
    if claim.status != "pledged" or _NOT_YET.search(of_sentence(before)[-_CLAUSE:]):
        return claim
    decided = _AWARDED.match(behind) or _AWARDS.search(before) or _UNDER_WAY.search(before)
    return replace(claim, status="committed") if decided else claim
