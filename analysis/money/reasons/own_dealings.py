"""What people come by, lose or pay for themselves, though words near the sum may give: wills, courts, fees, ransoms.

"She left £500,000 to each of her daughters", "was ordered to give her £41 million", "headed the list with €498,000",
"paid R11 million for a house", "offered her $75,000 and told her to leave": such words at the sum tell of no gift,
nor does a text that opens with a ransom, a lawsuit settled or an election's spending tell of one where it pays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from analysis.money.text.around import beside, of_sentence, to_end
from analysis.money.text.list_items import without_marks
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TOLD = frozenset(["", "part", "no_donor"])
_PUBLIC = frozenset(["government", "multilateral"])
_PRIVATE = frozenset(["company", "person"])
_BEFORE, _AFTER = 320, 160  # characters of the sentence around a sum that are read
_OPENING = 450  # characters of a text that say what it is about

_HEDGE = r"(?:\W*\b(?:about|around|some|an?|estimated|over|nearly|more|than|at|least|up|to|just|only)\b){0,4}\W*$"
_SAME = r"(?:[^.;]|\.\d)"  # what goes on in the same clause
_KIN = (
    r"(?:sons?|daughters?|wife|widow|husband|partner|child|children|grandchild(?:ren)?|grandsons?|granddaughters?"
    r"|nephews?|nieces?|brothers?|sisters?|siblings?|mother|father|parents|godsons?|goddaughters?|godchild(?:ren)?"
    r"|cousins?|step(?:sons?|daughters?|children)|housekeeper|carer)\b(?!['’]s?\b)"
)
_COUNT = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_HOMES = (
    r"house|mansion|villa|flat|apartments?|condo\w*|bungalow|penthouse|pub|cars?|yacht|jet|rings?|necklace|watch|holiday"
    r"|pile|tickets?|package|winger|striker|midfielder|defender|goalkeeper|forward|full-?back"
)
_PAYS = r"(?:pa(?:y|ys|id|ying)|spend(?:s|ing)?|spent|splash\w*|(?:forked|shelled)\sout|blew|lavish\w*)"

_COMMERCIAL = (
    r"(?:(?:bridg(?:e|ing)|term|syndicated|revolving|shareholder|mezzanine|rollover)\s(?:loans?|credits?|financ\w+|facility)"
    r"|revolving\scredit\sfacility|overdrafts?|convertible\s(?:notes?|bonds?|loans?)|capital\sincrease"
    r"|rights\sissue)"
)


def _row(reason: str, before: str, after: str = "") -> tuple[str, re.Pattern[str], re.Pattern[str]]:
    return reason, re.compile(before, re.IGNORECASE), re.compile(after, re.IGNORECASE)


_ROWS: Final = (
    # what a will leaves within a family, and what somebody leaves in all
    _row(
        "other",
        rf"\b(?:left|leav(?:es?|ing)|beque\w+)\b{_SAME}{{0,140}}$",
        rf"^\W*(?:(?:each|apiece)\s)?to\s(?:(?:each\sof|both|all)\s)?(?:(?:his|her|their)\s(?:[\w-]+\s){{0,3}}?{_KIN}"
        rf"|{_COUNT}\s(?:of\s(?:his|her)\s)?(?:grandch\w+|nephews|nieces|sons|daughters|godch\w+|cousins)\b)",
    ),
    _row("other", rf"\b(?:left|leaves|leaving)\s(?:an?\s)?(?:\w+\s)?estate\b{_SAME}{{0,80}}$"),
    _row(
        "other",
        r"\b(?:niece|nephew|son|daughter|widow|wife|husband|brother|sister|heirs?)\b[^.;]{0,40}\binherit\w*\b[^.;]{0,40}$",
    ),
    _row("other", r"^[^.;:]{0,40}\bwills?:\s[^.;]{0,60}\bleaves\s$", r"^\W*$"),
    # what a court takes from one and gives to another
    _row("fine", rf"\b(?:ordered|sentenced)\sto\s(?:pay|give|hand|repay|hand\sover)\b{_SAME}{{0,60}}$"),
    _row("fine", rf"\b(?:court|judge|jury|jurors|tribunal)\s(?:gives?|gave|awards?|awarded)\b{_SAME}{{0,60}}$"),
    _row(
        "fine",
        r"\boffer(?:ed|s)\s(?:me|him|her|them)\b" + _HEDGE,
        r"^\W*(?:and|to\s(?:drop|settle|leave|quit|stay|keep|sign))\b",
    ),
    # what is paid for work, and to be rid of somebody
    _row(
        "salary",
        r"(?<!waived\s)(?<!waived\sher\s)(?<!waived\shis\s)\b(?:severance|sign(?:ing|-on)\sbonus|stock\s(?:awards?|options?)"
        r"|golden\s(?:handshake|parachute|hello)|pay-?off|remuneration)(?:\s(?:package|pay|payment|payout))?"
        r"\s(?:of|worth|valued\sat|totall?ing)\b" + _HEDGE,
    ),
    _row(
        "salary",
        r"\b(?:whose|his|her)\s(?:[^\sA-Za-z]?\d\S*\s(?:m\w*\s)?)?(?:pay\s)?package\sinclud\w+\b[^.;]{0,40}$",
    ),
    _row(
        "other",
        r"\b(?:is|are|was|were)\sguaranteed" + _HEDGE,
        r"^\W*(?:$|,|win\sor\slose|whatever|even\sif|for\s(?:the|his|her)\s(?:fight|bout|match))",
    ),
    _row("salary", r"\b(?:total\spurse|prize\s(?:money|fund|pot))(?:\s(?:of|is|was|were|worth|came\sto))?" + _HEDGE),
    # what is bought
    _row(
        "price",
        rf"\b(?:{_PAYS}\b|{_PAYS}\b[^.;]{{0,90}}\band){_HEDGE}",
        rf"^\W*(?:for|on)\s(?:an?|two|three)\s(?:(?!(?:of|in|for|to|and|new|hospital|school)\b)[\w-]+\s){{0,2}}?(?:{_HOMES})"
        r"(?:\s(?:on|in|that|which|with|from|to|at|overlooking|by)\b|\W*$|,)",
    ),
    _row("price", r"\b(?:release|buy-?out|get-?out)\sclause\b[^.;]{0,30}$"),
    _row("price", r"", r"^\s(?:transfer\s|signing-on\s|loan\s)?fee\)"),
    # what is lent for return, or buys a share
    _row("other", rf"\b{_COMMERCIAL}\s(?:of|worth|for)\b" + _HEDGE),
    _row("other", r"", rf"^\W*(?:in\s)?(?:[\w-]+\s){{0,2}}?{_COMMERCIAL}\b"),
    # what is taken, lost, or lies in a bank
    _row("loss", r"\b(?:made\soff\swith|rob(?:bed)?\sof|threw\s(?:out|away)|swindled\sout\sof|gambled\saway)" + _HEDGE),
    _row(
        "other",
        r"\b(?:have|has|had|with)" + _HEDGE,
        r"^\W*(?:left\s)?in\s(?:the|his|her|their)\s(?:bank|current\saccount)\b(?!\sof\b)",
    ),
    # what frees a prisoner
    _row(
        "other",
        r"\bbail\s(?:(?:was|is)\s)?(?:(?:set|fixed|granted)\s)?(?:in\sthe\s(?:sum|amount)\s)?(?:of|at)\b" + _HEDGE,
    ),
    _row("other", r"", r"^\s(?:cash\s)?bail\b"),
    # what is paid to kidnappers
    _row("other", rf"\b(?:kidnap\w*|abduct\w*|captors|ransoms?)\b{_SAME}{{0,180}}\b(?:paid|handed)\b{_SAME}{{0,60}}$"),
)
# who stands where in a ranking that is of no gifts
_ROUND = re.compile(
    rf"\b(?:series\s[a-f]\b|(?:funding|financing|seed|investment|venture)\sround|rounds?\swas\sled\b){_SAME}{{0,160}}$",
    re.IGNORECASE,
)
# What a policy pays out, whoever sold it: "an 11 million drought insurance payout", "the risk pool paid 19 million
# to Roseau", "will receive 90 million from the insurance facility".
_INSURER = (
    r"(?:insurers?|insurance\s(?:pool|facility|company|polic(?:y|ies)|cover)|risk\s(?:pool|insurance\s\w+)|catastrophe\sbonds?"
    r"|CCRIF|PCRIC|(?:African\s)?Risk\sCapacity|parametric\spolic(?:y|ies))\b"
)
_PAYS_OUT = re.compile(
    rf"\b{_INSURER}[^.;$€£]{{0,60}}\b(?:paid|pays?|paying|adds?|adding|pay-?outs?\sof)(?:\sout)?\b[^.;$€£]{{0,25}}$"
    rf"|\b{_INSURER}[^.;$€£]{{0,20}}:\s*$",
    re.IGNORECASE,
)
_PAID_OUT = re.compile(
    rf"^[^.;$€£]{{0,30}}\binsurance\s(?:pay-?out|payment|claim)\b"
    rf"|^[^;$€£]{{0,50}}\b(?:from|by|under)\s(?:the|its|a|an|their)\b[^.;$€£]{{0,70}}\b{_INSURER}|^[^.;$€£]{{0,90}}\binsurance\scover\b",
    re.IGNORECASE,
)
_PAYMENT = re.compile(r"\b(?:pay-?outs?|receiv\w*|due|gets?|got|collect\w*|payment|insurance\spay\w+)\b", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:head|top|lead)(?:s|ed|ing)?\sthe\s(?:[\w-]+\s){0,2}?(?:list|table|rankings?|league|standings|charts?)\b"
    rf"{_SAME}{{0,220}}$",
    re.IGNORECASE,
)
_OPENED: Final = (
    (
        "budget",
        re.compile(
            r"(?=[\s\S]*\b(?:election|constituenc\w+|ballot)\b)(?=[\s\S]*\b(?:spen[dt]|spenders?|expenses|returns)\b)",
            re.I,
        ),
        re.compile(r"\b(?:spen[dt]|la(?:id|y|ys)\sout)\b", re.I),
    ),
    (
        "fine",
        re.compile(
            r"(?=[\s\S]*\bsettle(?:s|d|ment)?\b)(?=[\s\S]*\b(?:lawsuits?|suits?\b|wrongful|plaintiffs?|sued|suing|abuse\sclaims))",
            re.I,
        ),
        re.compile(r"\b(?:pays?|paid|cover|covers|covered|drawn|insur\w+)\b", re.I),
    ),
    (
        "other",
        re.compile(r"(?=[\s\S]*\b(?:ransoms?|kidnap\w*|abduct\w*)\b)", re.I),
        re.compile(r"\b(?:paid|pays?|rais(?:ed|e)|handed|deliver\w*|demand\w*)\b", re.I),
    ),
)
_GIVES = re.compile(
    r"\b(?:donat\w+|donors?|gave|giv(?:es?|ing|ers?)|grants?|gifts?|pledg\w+|scholarships?|charit\w+|aid|humanitarian|awarded|fund(?:ed|ing)"
    r"|foundation|appeal|hospice|refugees?)\b",
    re.IGNORECASE,
)


def without_own_dealings(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims of a text without those that people come by, lose or pay for themselves.

    Args:
        claims: those of the text, in order.
        reader: the text that they were found in.
    """
    if not any(claim.exclude_reason in _TOLD and claim.amount for claim in claims):
        return list(claims)
    opening = reader.text[:_OPENING]
    about = [(reason, acts) for reason, opens, acts in _OPENED if opens.match(opening)]
    return [_read(c, reader.text, about) if c.exclude_reason in _TOLD and c.amount else c for c in claims]


def _read(claim: Claim, text: str, about: Sequence[tuple[str, re.Pattern[str]]]) -> Claim:
    before, after = beside(claim, text, _BEFORE, _AFTER)
    before, after = _plain(of_sentence(f"{before} ")), f"{after[:1]}{_plain(to_end(after[1:]))}"
    if _PAYS_OUT.search(before) or (_PAID_OUT.search(after) and _PAYMENT.search(f"{before}{after}")):
        return replace(claim, exclude_reason="other")
    if claim.donor_level != "multilateral":
        for reason, left, right in _ROWS:
            if left.search(before) and right.search(after):
                return replace(claim, exclude_reason=reason)
    sentence = f"{before}{claim.text}{after}"
    private = claim.donor_level in _PRIVATE
    if private and (_RANKED.search(before) or _ROUND.search(before)) and not _GIVES.search(sentence):
        return replace(claim, exclude_reason="other")
    if claim.donor_level in _PUBLIC and claim.recipient is not None:
        return claim
    for reason, acts in about:
        if acts.search(sentence) and not _GIVES.search(sentence):
            return replace(claim, exclude_reason=reason)
    return claim


def _plain(words: str) -> str:
    """Give words without marks of layout, with the blank that parts them from the sum."""
    return f"{without_marks(words)} " if words[-1:].isspace() else without_marks(words)
