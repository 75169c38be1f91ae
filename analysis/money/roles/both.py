"""Two who are named in a sentence before and give together: "The two foundations will provide 5 million euros"."""

import re
from dataclasses import replace

from analysis.money.text.coordination import as_one
from analysis.money.text.items import Item
from analysis.money.text.parties import Party
from analysis.money.text.reader import Reader
from analysis.records import Claim

_TWO = re.compile(
    r"\b(?:the|these|both) (?:two )?(?:\w+ )?(?:organi[sz]ations|foundations|states|countries|governments|companies|"
    r"groups|banks|institutions|charities|funds|lenders|firms|families|nations|partners)\b(?P<rest>[^;:]*)$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:two|they)\b", re.IGNORECASE)
# "Wellcome and the Vask Foundation said that they will together provide 5m"
_THEY = re.compile(
    r"\b(?:said|announced|agreed|added|pledged) (?:that )?they (?:will|would|had|have|were)(?: \w+){1,3} $"
)
_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{2,}|[$€£¥]|illion\b|\b(?:to|from|for|of) (?:the|these|both) ")
_BACK = 5  # sentences before in which the two are named


def of_both(claim: Claim, reader: Reader) -> Claim:
    """Give a gift of "the two foundations" to the two that the sentences before join, if they join no more."""
    if claim.exclude_reason not in ("", "part") or claim.amount is None or _MAY.search(claim.sentence) is None:
        return claim
    number, index = reader.at(claim.start)
    sentence = reader.paragraph(number)[index]
    before = reader.text[sentence.start : claim.start]
    if _THEY.search(before) is not None:
        pair = _pair(reader.items(sentence))
        named = pair is not None and claim.donor in (pair[0].id, pair[1].id)
        return _given(claim, pair, claim.donor_text) if pair is not None and named else claim
    told = _TWO.search(before)
    if told is None or "two" not in told[0].lower() or _NAME.search(told["rest"]) is not None:
        return claim
    if re.search(r"\b(?:to|for|from|of|with|between|in) $", before[: told.start()]) is not None:
        return claim
    for earlier in reader.before(sentence, limit=_BACK):
        pair = _pair(reader.items(earlier))
        if pair is not None:
            return _given(claim, pair, told[0][: -len(told["rest"]) or None])
    return claim


def _given(claim: Claim, pair: tuple[Party, Party], words: str | None) -> Claim:
    both = as_one(pair)
    return replace(claim, donor=both.id, donor_text=words, donor_level=both.level)


def _pair(items: list[Item]) -> tuple[Party, Party] | None:
    """Give the first two parties of a sentence that "and" joins, if no third is joined to them."""
    for k in range(1, len(items) - 1):
        if items[k].low not in ("and", "&"):
            continue
        second = k + 1 + (items[k + 1].low == "the" and k + 2 < len(items))
        one, two = _party(items[k - 1]), _party(items[second])
        listed = k > 2 and items[k - 2].low == "," and items[k - 3].kind == "party"
        if one is not None and two is not None and one.id != two.id and not listed:
            return one, two
    return None


def _party(item: Item) -> Party | None:
    party = item.party or next(iter(item.donors), None)
    return (
        party if party is not None and party.kind in ("country", "body", "agency") and party.id != "various" else None
    )
