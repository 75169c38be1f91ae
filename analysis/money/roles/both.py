"""Two who give: "The two foundations will provide 5m", named in a sentence before, or "Lund and Vask gave 5m each"."""

import re
from dataclasses import replace

from analysis.money.text.coordination import as_one, headlined
from analysis.money.text.items import Item
from analysis.money.text.parties import Party, party_named
from analysis.money.text.reader import Reader
from analysis.money.text.slugs import slug
from analysis.records import Claim

_TWO = re.compile(
    r"\b(?:(?:the|these|both) (?:two )?(?:\w+ )?|two of [^.;:]{2,60}?)(?:organi[sz]ations|foundations|states|countries"
    r"|governments|companies|groups|banks|institutions|charities|funds|lenders|firms|families|nations|partners|funders"
    r"|donors|neighbou?rs|allies|philanthropies)\b(?P<rest>[^;:]*)$",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:two|they)\b", re.IGNORECASE)
# "Wellcome and the Vask Foundation said that they will together provide 5m"
_THEY = re.compile(
    r"\b(?:said|announced|agreed|added|pledged) (?:on \w+day )?(?:that )?they"
    r" (?:will|would|had|have|were)(?: \w+){1,3} $"
)
_NAME = re.compile(
    r"\b(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-ZÀ-Þ][a-zà-ÿ]{2,}|[$€£¥]|illion\b"
    r"|\b(?:to|from|for|of) (?:the|these|both) "
)
_BACK = 5  # sentences before in which the two are named


def of_both(claim: Claim, reader: Reader) -> Claim:
    """Give a gift of "the two foundations" to the two that the sentences before join, if they join no more."""
    if claim.exclude_reason not in ("", "part") or claim.amount is None or _MAY.search(claim.sentence) is None:
        return claim
    if "respectively" in claim.sentence:  # "the two said they would give 5m and 2m respectively"
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
        words = reader.items(earlier)
        pair = _pair(words) or _of_headline(words)
        if pair is not None:
            return _given(claim, pair, told[0][: -len(told["rest"]) or None])
    return claim


_WORD = r"[A-ZÀ-Þ][\w’'&.-]*"
_FULL = rf"{_WORD}(?: (?:(?:of|for|de) (?:the )?)?{_WORD})*"
_JOINED = re.compile(rf"(?:The )?(?P<one>{_FULL}) and (?:(?:from|by) )?(?:the )?(?P<two>{_FULL})")
_EACH = re.compile(r"\beach\b", re.IGNORECASE)


def of_each(claim: Claim, reader: Reader) -> Claim:
    """Give what two of whom one was read give "each" to both: "Lund Oil and Vask have each given 5 million"."""
    name = claim.donor_text
    if claim.exclude_reason not in ("", "part") or claim.amount is None or not name or " " in (claim.donor or " "):
        return claim
    low, high = reader.around_sum(claim.start, claim.end)
    if _EACH.search(reader.plain, low, min(high, claim.end + 8)) is None:
        return claim
    pairs = list(_JOINED.finditer(reader.plain, low, claim.start))
    found = next((pair for pair in reversed(pairs) if name in (pair["one"], pair["two"], pair[0])), None)
    if found is None or ";" in reader.plain[found.end() : claim.start]:
        return claim
    known = [party_named(found[side]) for side in ("one", "two")]
    if None not in known:
        return claim  # whom the register knows, the clause told apart
    ids = [one.id if one is not None else slug(found[side]) for side, one in zip(("one", "two"), known, strict=True)]
    return replace(claim, donor=" ".join(dict.fromkeys(ids)), donor_text=found[0])


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


def _of_headline(items: list[Item]) -> tuple[Party, Party] | None:
    """Give the two parties of a headline that a comma joins ("Lund Fund, Vask put 5m behind vaccines")."""
    joined = headlined(items, 0)
    one, two = (_party(items[k]) for k in joined) if joined else (None, None)
    return (one, two) if one is not None and two is not None else None


def _party(item: Item) -> Party | None:
    party = item.party or next(iter(item.donors), None)
    return (
        party if party is not None and party.kind in ("country", "body", "agency") and party.id != "various" else None
    )
