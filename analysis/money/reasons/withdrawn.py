"""Gifts that are taken back: a promise that is withdrawn, shelved or rescinded is a cancelled gift."""

import re

from analysis.money.terms.stages import Setting
from analysis.money.text.screen import sparse

_PROMISE = re.compile(
    r"\b(?:promis\w+|pledg\w+|gifts?|donations?|contributions?|aid|grants?|loans?|credits?|guarantees?|support|assistance|offer\w*|funding|package|commitment)\b",
    re.IGNORECASE,
)


def was_promised(s: Setting) -> bool:
    """Whether what is withdrawn was a gift."""
    return bool(_PROMISE.search(s.left[-80:]) or _PROMISE.search(s.right[:60]))


_TAKES_BACK = sparse(
    r"""
    \b(?:rescind|withdr[ae]w|cancel|scrap|revok|retract|reneg)\w*
        \ (?:on\ )?(?:the|its|his|her|their|that|this)\ (?:\w+\ )?
        (?:pledge|promise|grant|gift|offer|aid|donation|loan)\b
    | ^[^;.]{0,140}\b(?:has|have|had|was|were|is|been)\ (?:since\ |now\ |been\ |\w+ly\ ){0,3}
        (?:withdrawn|rescinded|cancell?ed|scrapped|revoked)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_withdrawn(s: Setting) -> bool:
    """Whether what was promised is taken back later in the sentence ("... has rescinded the pledge")."""
    noun = s.noun is not None and s.noun.cue.sense == "give"
    verb = s.verb is not None and s.verb.cue.sense == "give" and s.verb.index < s.index
    return (noun or verb) and bool(_TAKES_BACK.search(s.right))
