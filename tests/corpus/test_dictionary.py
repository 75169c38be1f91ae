from analysis.config import ROOT
from analysis.corpus.dictionary import dictionary_markdown
from analysis.schemas import TABLES


def test_the_data_dictionary_is_current():
    """data/README.md is what the schemas generate; `newsbook dictionary` writes it anew."""
    assert (ROOT / "data" / "README.md").read_text(encoding="utf-8") == dictionary_markdown()


def test_every_column_is_described():
    """Each column of each table has a line, with a meaning that is a sentence."""
    text = dictionary_markdown()

    missing = [f"{t.name}.{c.name}" for t in TABLES for c in t.columns if f"| `{c.name}` | {c.dtype} |" not in text]
    unfinished = [f"{t.name}.{c.name}" for t in TABLES for c in t.columns if not c.meaning.endswith(".")]
    assert (missing, unfinished) == ([], [])
