"""The finders that annotate the store, and the version that says when to run them again.

`corpus.annotate` is handed these, so that it imports none of the packages they
come from. Names are not among them: `analysis.briefing.naming` reads them.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from analysis.briefing.versions import rules_version
from analysis.corpus.annotate import Annotators
from analysis.mentions.find import find_mentions
from analysis.money.amounts import find_amounts
from analysis.money.pledges import scored_claims
from analysis.money.weighing.confidence import with_chance
from analysis.records import Amount, Claim, Mention
from analysis.sentiment.score import score_sentences


def annotators() -> Annotators:
    """Hand out the finders of this installation, with their version."""
    return Annotators(
        version=rules_version(),
        find_amounts=amounts_of,
        find_claims=claims_of,
        find_mentions=mentions_of,
        score_sentences=scores_of,
        installed=rules_version,
    )


def amounts_of(text: str) -> list[Amount]:
    """Find the amounts of a text, once for the amounts, the claims and the tone."""
    return list(_amounts(text))


def claims_of(text: str, *, published_at: date | None = None) -> list[Claim]:
    """Find the claims of a text as `find_pledges` does, from the amounts that were read before."""
    return [with_chance(claim) for claim in scored_claims(text, published_at=published_at, amounts=_amounts(text))]


def mentions_of(text: str) -> list[Mention]:
    """Find the mentions of a text, once for the mentions and again for the tone."""
    return list(_mentions(text))


def scores_of(text: str) -> Iterator[dict[str, Any]]:
    """Score the sentences of a text without its names and its money.

    New Zealand is not new, and ten million is no praise: both are left out of
    the scoring.

    >>> [row["polarity"] for row in scores_of("It was good. New Zealand came.")]
    [0.7, None]
    """
    drop = [(named.start, named.end) for named in _mentions(text)]
    drop += [(amount.start, amount.end) for amount in _amounts(text)]
    for score in score_sentences(text, drop=drop):
        yield {
            "start_char": score.start,
            "end_char": score.end,
            "polarity": score.polarity,
            "subjectivity": score.subjectivity,
            "n_hits": score.n_hits,
            "vader": score.vader,
            "hits": [[hit.words, hit.polarity] for hit in score.hits],
        }


# A text is annotated by one finder after the other, so one text is enough to remember.
@lru_cache(maxsize=1)
def _amounts(text: str) -> tuple[Amount, ...]:
    return tuple(find_amounts(text))


@lru_cache(maxsize=1)
def _mentions(text: str) -> tuple[Mention, ...]:
    return tuple(find_mentions(text))
