"""Records of the finders as rows of the store's tables.

One text gives the same rows for every article that carries it, but for the id
of the article. Figures are held to what the store can keep: four decimals, 34
digits before the point. Nothing is stored here.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from hashlib import blake2b
from typing import Any

from analysis.corpus.runs import canonical_json
from analysis.corpus.sentences import split_sentences
from analysis.records import Amount, Claim, Mention, Name

Row = dict[str, Any]

_SCALE = Decimal("0.0001")
_WIDE = Context(prec=38)


@dataclass(frozen=True, slots=True)
class Annotators:
    """The functions that annotate a text, handed to `annotate` by its caller.

    They have to be functions of a module, because worker processes import them
    by name, and pure: the same text gives the same records.
    """

    version: str  # a new one annotates the whole corpus again
    find_amounts: Callable[[str], list[Amount]]
    find_claims: Callable[..., list[Claim]]  # called as find_claims(text, published_at=date or None)
    find_mentions: Callable[[str], list[Mention]]
    score_sentences: Callable[[str], Iterable[Mapping[str, Any]]]  # every sentence, as columns of `sentences`
    installed: Callable[[], str]  # gives the version of the annotators where it is called, on whatever machine


def text_rows(annotators: Annotators, text: str, day: date | None) -> dict[str, list[Row]]:
    """Annotate one text: rows by name of table, without ids of articles."""
    sentences = [sentence_row(score) for score in annotators.score_sentences(text)]
    return {
        "mentions": mention_rows(annotators.find_mentions(text), sentences, text),
        "sentences": sentences,
        "amounts": [amount_row(amount) for amount in annotators.find_amounts(text)],
        "claims": [claim_row(claim) for claim in annotators.find_claims(text, published_at=day)],
    }


def keyed_rows(rows: dict[str, list[Row]], article_id: str) -> dict[str, list[Row]]:
    """Make the rows of one article: the id of the article added, claims given their own."""
    keyed = {name: [{**row, "article_id": article_id} for row in found] for name, found in rows.items()}
    keyed["claims"] = _with_claim_ids(keyed["claims"], article_id)
    return keyed


def mention_rows(mentions: Iterable[Mention], sentences: list[Row], text: str) -> list[Row]:
    """Make rows of `mentions`, each with the sentence of `sentences` that it stands in."""
    starts = [sentence["start_char"] for sentence in sentences]
    rows = []
    for mention in mentions:
        around = sentences[bisect_right(starts, mention.start) - 1]
        rows.append(
            {
                "entity_id": mention.entity_id,
                "kind": mention.kind,
                "form": mention.form,
                "alias": mention.text,
                "start_char": mention.start,
                "end_char": mention.end,
                "sentence": text[around["start_char"] : around["end_char"]],
            }
        )
    return rows


def name_rows(names: Iterable[Name], text: str) -> list[Row]:
    """Make rows of `names`, without ids of articles, each with the sentence it stands in."""
    names = list(names)
    sentences = split_sentences(text) if names else []
    starts = [sentence.start for sentence in sentences]
    return [
        {
            "kind": name.kind,
            "name": name.name,
            "entity_id": name.entity_id,
            "probability": round(name.probability, 4),
            "text": name.text,
            "start_char": name.start,
            "end_char": name.end,
            "sentence": sentences[bisect_right(starts, name.start) - 1].text,
        }
        for name in names
    ]


def sentence_row(score: Mapping[str, Any]) -> Row:
    """Make a row of `sentences`; lists become JSON."""
    return {key: _stored(value) if isinstance(value, list | tuple) else value for key, value in score.items()}


def _stored(values: Sequence[Any]) -> str:
    return canonical_json(values) if values else "[]"  # as most sentences have it


def amount_row(amount: Amount) -> Row:
    """Make a row of `amounts`."""
    return {**_money(amount), "text": amount.text, "start_char": amount.start, "end_char": amount.end}


def claim_row(claim: Claim) -> Row:
    """Make a row of `claims`, without its id."""
    plain = (
        "donor donor_text donor_level recipient recipient_text channel purpose sector instrument modality earmark "
        "status polarity speaker speaker_role sentence text exclude_reason confidence"
    )
    count, item = claim.in_kind or (None, None)
    return {
        **{name: getattr(claim, name) for name in plain.split()},
        **(_money(claim.amount) if claim.amount else {"equivalents": "[]"}),
        "in_kind_count": storable(count),
        "in_kind_item": item,
        "said_on": claim.said_on.isoformat() if claim.said_on else None,
        "start_char": claim.start,
        "end_char": claim.end,
    }


def _money(amount: Amount) -> Row:
    equivalents = [
        {
            "low": _text(other.low),
            "high": _text(other.high),
            "currency": other.currency,
            "implied_rate": _text(other.implied_rate),
            "text": other.text,
        }
        for other in amount.equivalents
    ]
    return {
        "low": storable(amount.low),
        "high": storable(amount.high),
        "currency": amount.currency,
        "certainty": amount.certainty,
        "qualifier": amount.qualifier,
        "per": amount.per,
        "years": storable(amount.years),
        "equivalents": _stored(equivalents),
    }


def storable(value: Decimal | None) -> Decimal | None:
    """`value` to four decimals; None where it has more digits than the store keeps.

    >>> storable(Decimal("2.50005"))
    Decimal('2.5000')

    Text can print any number of digits; a figure of 35 is no amount of money:

    >>> storable(Decimal("9" * 35)) is None
    True
    """
    if value is None:
        return None
    try:
        return value.quantize(_SCALE, context=_WIDE)
    except InvalidOperation:
        return None


def _text(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def rekeyed_claims(claims: Iterable[tuple[str, str, str]], old: str, new: str) -> dict[str, str]:
    """Map the ids of an article's claims to those that the same claims have in another article.

    Args:
        claims: (`claim_id`, `sentence`, `text`) of every claim of the article `old`.
        old: the article they were read in.
        new: an article with the same text.
    """
    times = Counter((sentence, text) for _, sentence, text in claims)
    return {
        _claim_id(old, words, rank): _claim_id(new, words, rank)
        for words, most in times.items()
        for rank in range(1, most + 1)
    }


def _with_claim_ids(claims: list[Row], article_id: str) -> list[Row]:
    """Claims with the digest of article, sentence and words; the second of equals is told apart by its rank."""
    seen: Counter[tuple[str, str]] = Counter()
    keyed = []
    for claim in claims:
        words = (claim["sentence"], claim["text"])
        seen[words] += 1
        keyed.append({**claim, "claim_id": _claim_id(article_id, words, seen[words])})
    return keyed


def _claim_id(article_id: str, words: tuple[str, str], rank: int) -> str:
    parts = "\x1f".join([article_id, *words, str(rank)])
    return blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
