"""Gifts that the words around them undo: only proposed, denied, or called off, as another clause tells.

"A loan of 75m is being looked at", "China gives us 5m for the road. It is not true", "a grant of 2m was revoked in
May": verb and noun at the sum speak of a gift, and what follows speaks of that gift.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.text.reader import unwrap
from analysis.money.text.screen import sparse
from analysis.records import Claim

_COUNTED = frozenset(["", "part"])
_BEFORE, _AFTER = 110, 150  # characters of the paragraph around a sum that are read
_LINES = 4  # times as many are looked at, for the blanks of wrapped lines

# Up to the next sum: none of these words is told of that one.
_ON = r"^[^\n$€£¥₹\d]{0,90}?"
# Nor out of the sentence, nor of what the gift is for ("5m for a road that is under study").
_ON_IN_SENTENCE = r"^(?:(?!\s(?:that|who|whose|where)\b|(?<!,)\swhich\b)[^.\n$€£¥₹\d]){0,90}?"
_PROPOSED_AFTER = re.compile(
    _ON_IN_SENTENCE
    + r"""(?:
        \b(?:is|are|was|were|remains?|still)\s(?:still\s|now\s|only\s)?["“]?
            (?:under\s(?:study|discussion|consideration|review|negotiation)
            |being\s(?:looked\sat|considered|studied|weighed|examined|discussed|negotiated|prepared|mulled)
            |on\sthe\sdrawing\sboard|awaiting\s(?:approval|a\sdecision)|yet\sto\sbe\s(?:approved|decided|agreed)
            |with\sthe\s(?:cabinet|committee))
      | \b(?:has|have)\s(?:yet\sto\s(?:sign\soff|approve|agree|decide|endorse)
            |not\s(?:yet\s)?(?:signed\s(?:it\s)?off|approved|been\s(?:decided|approved|agreed)))
      | \b(?:would|will|must|still)\s(?:have\sto\s)?(?:go|come|be\sput)\sbefore\s
      | \bfor\sconsideration\sby\b
      | \bto\sbe\s(?:considered|decided(?:\son)?|discussed|voted\son|examined|reviewed)\sby\s(?:its|the|their)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PROPOSED_BEFORE = sparse(
    r"\b(?:(?:a|the|his|her)\s(?:\w+\s)?(?:proposal|motion)\s(?:to|for)\s(?:lend|give|grant|send|provide|spend|put|hand)"
    r"|(?:said|reported|rumou?red|understood)\sto\sbe\s(?:weighing|considering|mulling|planning|preparing)"
    r"|intends?\sto\swork\swith|(?:is|was)\sdue\sto\s(?:announce|offer)"
    # Who is to be won over, and what is not signed yet; "Working with Parliament, we will provide" is a promise.
    r"|(?:is|are|will|commit\w+\sto)\s(?:also\s|closely\s)?work(?:ing)?\swith\s(?:the\s)?(?:U\.?S\.?\s)?"
    r"(?:Congress|Parliament|lawmakers|legislators)\sto|(?:is|are)\sworking\son\san?"
    # "It is negotiating a loan", "talks are in progress with the bank on a grant", "its board is to vote on a loan"
    r"|(?:is|are|was|were)\s(?:now\s|still\s|also\s)?(?:negotiating|processing)"
    r"|(?:talks|negotiations|discussions)\s(?:(?:is|are|was|were)\s)?(?:now\s|still\s|also\s)?"
    r"(?:in\sprogress|under\s?way|going\son|continuing|ongoing|on|over|about)"
    r"(?=[^,]*\b(?:loans?|grants?|credits?|lines?|packages?|aid|facility|support|funding)\b[^,]*$)"
    r"|(?:board|council|parliament|directors|lawmakers|cabinet)\s(?:is|are|was|were)\s(?:due\s|expected\s|set\s)?to\s"
    r"(?:vote|decide)\s[^.;$€£¥₹\n\d]{0,20}?\bon"
    r"|letters?\sof\s(?:interest|intent))\b[^.;$€£¥₹\n\d]{0,70}$",
    re.IGNORECASE,
)
# "Approval of the review would release 5m", "5m once its board signs off": nobody may draw it before.
_UPON_BEFORE = sparse(
    r"\b(?:approval|completion|passage|conclusion|sign-off|nod|green\slight)\b[^.;$€£¥₹\n\d]{0,60}?\b(?:would|will|could)\s"
    r"(?:then\s|also\s)?(?:release|unlock|unblock|enable|open|allow|give|bring|free|make|trigger)\b[^.;$€£¥₹\n\d]{0,60}$",
    re.IGNORECASE,
)
_UPON_AFTER = re.compile(
    _ON_IN_SENTENCE + r"\b(?:once|when|if|until|provided|as\ssoon\sas)\s(?:the|its|their)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:board|directors)\s(?:of\s(?:the\s)?[\w’'-]+\s)?"
    r"(?:signs?|gives?|approves?|agrees?|completes?|concludes?|clears?|endorses?|has|have)\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"""^(?:(?!\b(?:as\s(?:to|for)|reports?|reported|figures?|rumou?rs?|claims?|another|other)\b)[^\n$€£¥₹\d]){0,110}?(?:
        \b(?:is|was|are|were)\s["“]?(?:not\s(?:true|accurate|correct|the\scase)|untrue|false|wrong\b(?!\sto\b)|invented
            |a\s(?:fairy\stale|fabrication|hoax|lie|myth|fiction)|fake)
      | \bnever\sexisted\b | \bno\ssuch\s(?:figure|sum|promise|pledge|grant|gift|loan|thing|offer)\b
      | \bmade\s(?:it|that|this)\sup\b
      | \b(?:nobody|no\sone)\s(?:[\w’']+\s){0,4}?ever\s(?:saw|seen|got|received|heard\sof)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CALLED_OFF = re.compile(
    _ON
    + r"""(?:
        \b(?:was|were|is|has\sbeen|have\sbeen|had\sbeen)\s(?:since\s|now\s|later\s|then\s|quietly\s)?
            (?:withdrawn|revoked|rescinded|terminated|scrapped|shelved|struck\sout|taken\soff\sthe\s(?:list|table)
            |returned\sunused|clawed\sback|called\soff|axed|stopped\b)
      | \b(?:will|is\sto|are\sto)\s(?:also\s|now\s)?(?:cease|lapse
            |be\s(?:stopped|discontinued|withdrawn|scrapped|axed))\b
      | ,\swhich\s(?:it|they|he|she)\s(?:has\s|have\s|had\s)?(?:since\s)?
            (?:turned\sdown|rejected|refused|declined|sent\sback|withdrew)
      | \bevaporated\b | \bfell\sthrough\b | \bcame\sto\snothing\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_BLANKS = re.compile(r"\s+")
_DEBT = re.compile(r"\b(?:debts?|owe[sd]?|owing|arrears|due|instalments?|interest-free)\b", re.IGNORECASE)


def with_undone(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Give the claims of a text with those left out that the words around them say are proposed or denied.

    What is called off stays a gift, of the stage "cancelled".
    """
    return [_undone(claim, text) if _is_open(claim) else claim for claim in claims]


def _is_open(claim: Claim) -> bool:
    """Whether a sum counts, or somebody would give it and the words around alone spoke against it."""
    if claim.exclude_reason == "other":
        return claim.donor is not None
    return claim.exclude_reason in _COUNTED | {"no_donor", "conditional"}


def _around(claim: Claim, text: str) -> tuple[str, str]:
    """Give the words of the paragraph before a sum and behind it, over the ends of wrapped lines."""
    low = max(text.rfind("\n", 0, max(0, claim.start - _BEFORE)) + 1, claim.start - _LINES * _BEFORE)
    low = max(low, 0)
    near = unwrap(text[low : claim.end + _AFTER])
    before, after = near[: claim.start - low], near[claim.end - low :]
    before, after = before.rpartition("\n")[2], after.partition("\n")[0]
    return _blanks(before[-_LINES * _BEFORE :])[-_BEFORE:], _blanks(after)


def _blanks(words: str) -> str:
    return _BLANKS.sub(" ", words)


def _undone(claim: Claim, text: str) -> Claim:
    before, after = _around(claim, text)
    if _DENIED_AFTER.match(after):
        return replace(claim, exclude_reason="denied", status="denied", polarity="denied")
    if _UPON_BEFORE.search(before) or _UPON_AFTER.match(after):
        return replace(claim, exclude_reason="conditional", polarity="hypothetical")
    if claim.exclude_reason in ("no_donor", "conditional"):
        return claim
    if _PROPOSED_AFTER.match(after) or _PROPOSED_BEFORE.search(before):
        return replace(claim, exclude_reason="proposed", status="proposed", polarity="hypothetical")
    if claim.exclude_reason == "other":
        return claim
    if _CALLED_OFF.match(after) and claim.donor is not None and not _DEBT.search(before + after):
        return replace(claim, status="cancelled", polarity="actual")
    return claim
