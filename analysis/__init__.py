"""Newsbook: an analyst's workbook for the news.

The public names, stable and documented where they are defined. They are loaded
when first used, so that `newsbook --help` and worker processes do not pay for
what they do not need.

>>> from analysis import find_amounts
>>> [a.text for a in find_amounts("Oslo gives at least €2.5 million.")]
['at least €2.5 million']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analysis.corpus.clean import clean_article
    from analysis.corpus.load import load_articles
    from analysis.corpus.store import open_store
    from analysis.mentions.find import find_mentions
    from analysis.mentions.names.find import find_names
    from analysis.money.amounts import find_amounts
    from analysis.money.ledger import merge_claims
    from analysis.money.pledges import find_pledges
    from analysis.sentiment.score import score_text
    from analysis.sentiment.target import score_target, score_targets

_HOMES = {
    "clean_article": "analysis.corpus.clean",
    "find_amounts": "analysis.money.amounts",
    "find_mentions": "analysis.mentions.find",
    "find_names": "analysis.mentions.names.find",
    "find_pledges": "analysis.money.pledges",
    "load_articles": "analysis.corpus.load",
    "merge_claims": "analysis.money.ledger",
    "open_store": "analysis.corpus.store",
    "score_target": "analysis.sentiment.target",
    "score_targets": "analysis.sentiment.target",
    "score_text": "analysis.sentiment.score",
}

__all__ = [
    "clean_article",
    "find_amounts",
    "find_mentions",
    "find_names",
    "find_pledges",
    "load_articles",
    "merge_claims",
    "open_store",
    "score_target",
    "score_targets",
    "score_text",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module `analysis` has no public name `{name}`; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
