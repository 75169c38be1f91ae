"""How firm a gift is where its own clause only says that it will be given.

A part is as firm as its whole; "a further 200 million will be lent on the same
terms" as the sum before; what a government will hand over after it "approved a
package" is approved.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.money.reader import Reader
from analysis.money.stages import FUTURE
from analysis.money.verbs import verb_at
from analysis.records import Claim

_FIRM = frozenset(["committed", "approved", "allocated"])
_NEAR = 500  # characters from a sum to the one that goes on about it
_FURTHER = re.compile(r"^\W*(?:A\s+further|Another|An\s+(?:additional|extra)|The\s+(?:rest|remaining|other))\b")
_BACK = 2  # sentences before a gift in which a decision on it may be told


def with_firmness(claims: Sequence[Claim], reader: Reader) -> list[Claim]:
    """Give the claims with the stage of those that are only promised, where the text tells a firmer one."""
    firm: list[Claim] = []
    for claim in claims:
        stage = _stage(claim, firm, reader) if claim.status == "pledged" and _is_told(claim) else None
        firm.append(replace(claim, status=stage) if stage is not None else claim)
    return firm


def _is_told(claim: Claim) -> bool:
    return claim.exclude_reason in ("", "part") and claim.donor is not None


def _stage(claim: Claim, before: Sequence[Claim], reader: Reader) -> str | None:
    last = next((c for c in reversed(before[-3:]) if c.donor == claim.donor and not c.exclude_reason), None)
    near = last is not None and claim.start - last.end < _NEAR and last.status in _FIRM
    if last is not None and near and (claim.exclude_reason == "part" or _FURTHER.match(claim.sentence)):
        return last.status
    return _decided(claim, reader) if claim.polarity == "future" else None


def _decided(claim: Claim, reader: Reader) -> str | None:
    """Give the stage of the decision that the sentences before tell of, without a sum, by the same giver."""
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    for earlier in reader.before(sentence, limit=_BACK):
        if reader.amounts_in(earlier):
            return None
        items = reader.items(earlier)
        if not any(item.party is not None and item.party.id == claim.donor for item in items):
            continue
        for k, item in enumerate(items):
            if not item.cues:
                continue
            verb = verb_at(items, k)
            done = verb is not None and verb.cue.sense == "give" and not verb.aux & (FUTURE | {"to", "not"})
            gift = any(word.has("noun", "give") for word in items[k + 1 : k + 9])
            if verb is not None and done and gift and verb.cue.value in ("approved", "committed"):
                return verb.cue.value
    return None
