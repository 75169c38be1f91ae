"""Instrument, sector, earmark and modality of a gift, from the words around it."""

import re
from functools import lru_cache
from itertools import pairwise

from analysis.money.clauses import Noun
from analysis.money.given import forgives, owed
from analysis.money.items import Item
from analysis.money.screen import sparse
from analysis.money.verbs import Verb, is_verb
from analysis.money.words import tokens, topic_words, vocabulary, word_lists

_FORMS = {"grant": "grant", "gift": "grant", "loan": "loan", "credit": "loan", "guarantee": "guarantee"}
_ORDER = ("guarantee", "loan", "debt_relief", "swap", "equity")
_NAMED = frozenset([*_ORDER, "grant"])
_LENDS = re.compile(
    r"\b(?:lend|lends|lent|lending|borrow(?:s|ed|ing)?|loan(?:ed|s)?|concessional|repa(?:y|id|yable))\b", re.IGNORECASE
)
# Only promised: no word says yet in what form the money will come.
_PROMISES = re.compile(
    r"^(?:pledg|promis|vow|commit|propos|rais|increas|doubl|boost|contain|includ|total|amount|match)"
)
# Money handed over for nothing, now or later.
_HANDS = re.compile(
    r"^(?:giv|gave|donat|provid|contribut|pa(?:y|id|ys|ying)$|send|sent|hand|transfer|wire|remit|releas|allocat|allot|set|put"
    r"|chip|add|offer|spend|spent|buy|bought|cover|disburs|deliver|bequeath|gift|bestow|earmark|stump|kick|pitch|be\b|is\b|was\b)"
)
_AID = re.compile(r"^(?:aid|relief|help|(?:humanitarian\ )?assistance|contribution|offer|donation)s?$")
_CONTRIBUTIONS = frozenset(["contribution", "contributions", "donation", "donations", "gift", "grant", "grants"])
_FINANCIAL = re.compile(r"\b(?:financial|economic)\s+assistance\b", re.IGNORECASE)
# Nouns that may hold loans as well as gifts.
_OPEN = re.compile(
    r"^(?:packag|support|financ|fund|share|program|scheme|facilit|initiative|invest|commitment|pledge|promise|plan$|measure|project|backing)"
)
# "Some $45m of the package is a grant", "comes as a loan"
_IS_A = re.compile(
    r"""
    ^[^,;.]{0,50}?                                                    # "of the package"
    \b(?:is|are|was|were|be|being|comes?|came|as|in\ the\ form\ of)\s+
    (?:(?:an?|as|in\ the\ form\ of)\s+){0,2}(?:\w+\s+)?               # "a concessional"
    (?P<what>grants?|gifts?|loans?|guarantees?|credits?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "paid to growers through a guarantee scheme", "in the form of loans"
_THROUGH = sparse(
    r"""
    ^[^;.]{0,90}?
    \b(?:through|via|under|by\ means\ of|using|in\ the\ form\ of)\s+
    (?:an?\s+|the\s+|its\s+)?(?:\w+\s+){0,2}?                         # "a state"
    (?P<what>grant|loan|guarantee|credit)s?\b(?!\s+(?:union|card|agency))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a guarantee does, where its name is not printed: "to cover 5m of loans against war damage".
_COVERS = sparse(
    r"\b(?:cover(?:s|ed|ing)?|insur(?:e|es|ed|ing|ance|er)|protect(?:s|ed|ing)?|underwrit\w+)\b[^;.]*"
    r"\bagainst\s+(?:\w+\s+){0,3}(?:damage|risks?|loss(?:es)?|defaults?|non-payment)\b",
    re.IGNORECASE,
)
_UNDER_GUARANTEE = sparse(r"\bguarantees?\b[^,;.]{0,40}\b(?:under\ which|by\ which|that\ covers)\b", re.IGNORECASE)
_GUARANTEE = sparse(r"\bguarantees?\b(?! that)", re.IGNORECASE)
_GRANT_WORD = re.compile(r"\b(?:grants?|donat\w+|gifts?|bequest\w*|non-repayable)\b", re.IGNORECASE)
_FLEXIBLE = sparse(r"\b(?:unearmarked|flexible funding|core (?:funding|support|contribution))\b", re.IGNORECASE)


# What these pay out is lent, unless a word says grant.
LENDERS = frozenset(
    ["IMF", "WB", "EBRD", "EIB", "ADB", "AFDB", "IDB", "AIIB", "IFC", "IDA", "ISDB", "CEB", "NDB", "DFC", "EXIM"]
)
# Funds that give grants, loans and equity alike: only a word tells.
MIXED = frozenset(["GCF", "CIF"])
_TRANCHE = sparse(r"\b(?:tranche|instal?lment)s?\b[^;]{0,80}\b(?:loan|credit|programme|program)\b", re.IGNORECASE)


def instrument(
    items: list[Item],
    a: int,
    verb: Verb | None,
    noun: Noun | None,
    *,
    goods: bool,
    donor: str | None = None,
    text: str = "",
) -> str:
    """Give the instrument of the amount at `a`, whose sentence is `text`; "unknown" where no word tells.

    A guarantee is never cash, so its word rules; then a loan; a gift of goods
    with a value is in kind.
    """
    right = text[items[a].end - items[0].start :]
    told = _IS_A.match(right) or _THROUGH.match(right)
    if told is not None:
        return _FORMS[told["what"].lower().rstrip("s")]
    near = _near_instruments(items, a)
    named = _named(items, verb, noun, near, text)
    if named:
        return named
    attached = noun.cue.value if noun is not None else ""
    equips = verb is not None and items[verb.index].low.startswith("equip")
    if goods or equips or attached == "in_kind" or _as_goods(right):
        return "in_kind"
    if _TRANCHE.search(text) or (donor in LENDERS and not _GRANT_WORD.search(text)):
        return "loan"
    if donor in MIXED:
        return "grant" if "grant" in near or _GRANT_WORD.search(text) else "unknown"
    item = a == 1 and not items[0].text.isalnum()  # "• 5 million euros for schools"
    return "grant" if item or "grant" in near or _given_away(items, verb, noun, text) else "unknown"


_FORM = sparse(r"^[^;]{0,120}?\bin\ the\ form\ of\ (?P<what>[^;.]{3,60})")


def _as_goods(right: str) -> bool:
    """Read "covers 70 million euros, in the form of rifles and mortars"."""
    told = _FORM.match(right)
    if told is None:
        return False
    found = set(tokens(told["what"]))
    return any(word in found for word in vocabulary()["in_kind"]["items"]) or any(
        words <= found for words in (set(tokens(w)) for w in vocabulary()["nouns"]["give"]["in_kind"])
    )


def _named(items: list[Item], verb: Verb | None, noun: Noun | None, near: list[str], text: str) -> str:
    """Give the instrument that a verb or a noun of the clause names; empty where none does."""
    word = items[verb.index].low if verb is not None else ""
    if forgives(word, text):
        return "debt_relief" if owed(text) else "unknown"
    attached = noun.cue.value if noun is not None and noun.cue.sense == "give" else ""
    if (
        word.startswith(("guarante", "underwrit", "insur"))
        or _COVERS.search(text)
        or (attached == "loan" and "guarantee" in near[:1])
    ):
        return "guarantee"
    if attached in ("", "loan") and _UNDER_GUARANTEE.search(text):
        return "guarantee"
    if attached in _ORDER or attached == "grant":
        return attached
    alone = sum(item.kind == "amount" for item in items) == 1
    if attached and alone and "loan" not in near and not _TRANCHE.search(text) and _GUARANTEE.search(text):
        return "guarantee"
    found = next((kind for kind in _ORDER if kind in near), "")
    return found or ("loan" if _LENDS.match(word) else "")


def _given_away(items: list[Item], verb: Verb | None, noun: Noun | None, text: str) -> bool:
    """Whether somebody plainly gives; money "pledged" for a cause, or a "package", has no instrument yet."""
    if verb is None and noun is None:
        return False
    word = items[verb.index].low if verb is not None else ""
    counted = items[noun.index].low if noun is not None else ""
    if _AID.match(counted) and not _FINANCIAL.search(text):
        return True
    if verb is not None and _PROMISES.match(word):
        near = {item.low for item in items[verb.index + 1 : verb.index + 5]}
        return word.startswith(("rais", "increas", "doubl", "boost")) and bool(near & _CONTRIBUTIONS)
    if _HANDS.match(word):
        return True
    return not _OPEN.match(counted) and (verb is None or verb.cue.sense in ("give", "weak", "receive"))


def _near_instruments(items: list[Item], a: int) -> list[str]:
    """Instruments named in the amount's own clause, nearest first."""
    found = []
    reach = {1: len(items), -1: -1}  # where the clause ends on either side
    for step in range(1, 14):
        for side, end in reach.items():
            k = a + side * step
            if (k - end) * side >= 0:
                continue
            item = items[k]
            cue = item.cue("noun", "give") if item.cues else None
            if cue is not None and cue.value in _NAMED and not is_verb(items, k):
                found.append(cue.value)
            if item.kind == "amount" or item.low in (";", "while", "but") or (item.low == "and" and side > 0):
                reach[side] = k + side
    return found


# Names that hold a word of a sector and say nothing of the gift.
_NAMES = sparse(
    r"""
      \bReconstruction\ and\ Development\b | \bRed\ Crescent\b
    | \b(?:[Dd]efen[cs]e|[Mm]ilitary|[Aa]rmy|[Hh]ealth|[Cc]limate)\ (?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment)\b
    | \b(?:[Mm]inist(?:er|ry)|[Ss]ecretary|[Dd]epartment)\ (?:of|for)\ (?:[Dd]efen[cs]e|[Hh]ealth)\b
    """,
    re.VERBOSE,
)
# A purpose that was printed; "to Mali" and "on Friday" are none.
_AIM = re.compile(r"^for\s+[a-z]")
_PLAINLY = 2.5  # hits around a gift that outweigh a purpose without words of a sector
_OPENING = 5000  # characters in which a text says what it is about


@lru_cache(maxsize=8)
def in_crisis(text: str) -> bool:
    """Whether a text tells of a war or a disaster near its beginning."""
    return word_lists("crisis").first_in(text[:_OPENING]) is not None


def sector(
    purpose: str | None, clause: str, sentence: str, around: str, *, crisis: bool = True, lent_by: str | None = None
) -> str:
    """Give the sector that most words point to; the nearer the words, the more they weigh.

    Hospitals, roads or schools are "humanitarian" or "reconstruction" where a
    war or a disaster is near, "other" elsewhere.
    """
    weights: dict[str, float] = {}
    for text, weight in ((purpose or "", 4), (clause, 2), (sentence, 1)):
        _weigh(text, weight, weights, crisis=crisis)
    if lent_by in ("IMF", "EU") and not weights.keys() - {"other", "reconstruction"}:
        return "financial"
    if not weights:
        _weigh(around, 1, weights, crisis=crisis)
        if purpose and _AIM.match(purpose) and not _plain(weights):
            return "other"
    weights.pop("other", None)
    if not weights:
        return "other"
    rank = ["climate", "military", "reconstruction", "humanitarian", "financial"]
    return max(weights, key=lambda name: (weights[name], -rank.index(name)))


def _plain(weights: dict[str, float]) -> bool:
    """Whether the words around a gift are plainly of one sector."""
    first, second, *_ = [*sorted(weights.values(), reverse=True), 0.0, 0.0]
    return first >= _PLAINLY and first >= 3 * second


def _weigh(text: str, weight: float, weights: dict[str, float], *, crisis: bool) -> None:
    for name, count in _hits(text, crisis=crisis):
        weights[name] = weights.get(name, 0) + weight * count


@lru_cache(maxsize=16)
def _hits(text: str, *, crisis: bool) -> tuple[tuple[str, float], ...]:
    """Sectors that words of a text point to, and how much, three words at most; a sentence is asked by each claim."""
    words, phrases = topic_words()
    hits: dict[str, float] = {}
    found = tokens(_NAMES.without(text))
    for name in (*map(words.get, found), *map(phrases.get, pairwise(found))):
        if name is None:
            continue
        doubtful = name.endswith("?")
        told = name.removesuffix("?") if crisis or not doubtful else "other"
        hits[told] = hits.get(told, 0) + (0.5 if doubtful else 1)
    return tuple((name, min(count, 3)) for name, count in hits.items())


def modality(text: str) -> str | None:
    """Give the type of aid after OECD DAC, where a word tells."""
    return word_lists("modality").first_in(text)


def earmark(text: str, purpose: str | None, recipient: str | None, *, goods: bool) -> str:
    """How tightly the giver tied the gift, after the Grand Bargain's categories."""
    if goods:
        return "tightly"
    if _FLEXIBLE.search(text):
        return "unearmarked"
    if purpose:
        return "earmarked"
    return "softly" if recipient else "unearmarked"
