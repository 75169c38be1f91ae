"""Run one finder of names over texts, inside its own environment: how fast, and how much it finds.

    python peers_mentions.py PEER IN.json OUT.json

IN holds {"speed": [text], "names": [[id, alias]], "seconds": limit}; OUT gets
{"version", "characters", "seconds", "build", "hits"}. Only the standard
library and the peer are imported: this file runs where the project is not
installed.
"""

import importlib.metadata
import json
import sys
import time
from pathlib import Path


def load_spacy(names):
    """Load spaCy's PhraseMatcher on its blank English pipeline: tokens are made, then matched."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    nlp.max_length = 100_000_000
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    by_id = {}
    for identity, alias in names:
        by_id.setdefault(identity, []).append(nlp.make_doc(alias))
    for identity, docs in by_id.items():
        matcher.add(identity, docs)

    def find(text):
        return len(spacy.util.filter_spans(matcher(nlp.make_doc(text), as_spans=True)))

    return find


def load_flashtext2(names):
    """Load flashtext2, told to mind the case as a name does."""
    from flashtext2 import KeywordProcessor

    finder = KeywordProcessor(case_sensitive=True)
    for identity, alias in names:
        finder.add_keyword(alias, identity)

    def find(text):
        return len(finder.extract_keywords_with_span(text))

    return find


def load_pyahocorasick(names):
    """Load the automaton of pyahocorasick alone: overlapping hits, no word boundaries, no context."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for identity, alias in names:
        automaton.add_word(alias, (identity, len(alias)))
    automaton.make_automaton()

    def find(text):
        return sum(1 for _ in automaton.iter_long(text))

    return find


PEERS = {
    "spaCy PhraseMatcher": (load_spacy, "spacy"),
    "flashtext2": (load_flashtext2, "flashtext2"),
    "pyahocorasick, automaton alone": (load_pyahocorasick, "pyahocorasick"),
}


def main(name, source, target):
    """Time one peer: the best of three passes, each stopped at the limit."""
    load, package = PEERS[name]
    given = json.loads(Path(source).read_text(encoding="utf-8"))
    start = time.process_time()
    find = load(given["names"])
    build = time.process_time() - start
    find(given["speed"][0][:2000])
    passes = [timed(find, given["speed"], given["seconds"]) for _ in range(3)]
    best = min(passes, key=lambda made: made["seconds"] / made["characters"])
    result = {"version": importlib.metadata.version(package), "build": build, **best}
    Path(target).write_text(json.dumps(result), encoding="utf-8")


def timed(find, texts, limit):
    """Find in one text after the other, until there is none or the time is up."""
    done, hits, start = 0, 0, time.process_time()
    for text in texts:
        hits += find(text)
        done += len(text)
        if time.process_time() - start > limit:
            break
    return {"characters": done, "seconds": time.process_time() - start, "hits": hits}


if __name__ == "__main__":
    main(*sys.argv[1:])
