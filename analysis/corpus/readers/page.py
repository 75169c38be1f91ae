"""Read a saved web page: the article on it, and what the page says about itself."""

from collections.abc import Mapping

import trafilatura

from analysis.corpus.containers import read_whole
from analysis.corpus.drafts import Draft, Parts, Source
from analysis.corpus.encoding import decode


def read_page(source: Source, columns: Mapping[str, str] | None = None) -> Parts:
    """Return the one article that a saved page holds.

    Args:
        source: HTML.
        columns: Not used: pages have no columns.
    """
    document = trafilatura.bare_extraction(
        decode(read_whole(source), declared=True), include_comments=False, with_metadata=True
    )
    if document is None or not document.text:
        yield source.problem(None, "no_text", "no article found on the page")
        return
    yield Draft(
        row=1,
        body=document.text,
        headline=document.title,
        standfirst=document.description,
        byline=document.author,
        outlet=document.sitename,
        url=document.url,
        language=document.language,
        published=(document.date,) if document.date else (),
    )
