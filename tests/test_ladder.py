"""The import ladder, and who may use which library."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "analysis"

RANK = {
    "errors": 0,
    "config": 0,
    "contract": 0.5,
    "records": 1,
    "schemas": 1,
    "reference": 1,
    "encoder": 1,
    "intervals": 0.5,
    "corpus": 2,
    "mentions": 3,
    "sentiment": 3,
    "money": 3,
    "charts": 4,
    "briefing": 5,
    "commands": 6,
    "cli": 7,
    "__main__": 8,
    "__init__": 8,
}

# What stands where inside `analysis.money`, by folder or module.
MONEY_RANK = {
    "notation": 0,
    "in_context": 0,
    "amounts": 1,
    "convert": 1,
    "text": 2,
    "terms": 3,
    "roles": 4,
    "reasons": 5,
    "weighing": 6,
    "training": 7,
    "whole_text": 6.5,
    "pledges": 7,
    "merging": 7,
    "ledger": 8,
    "corrections": 9,
    "totals": 9,
    "years": 9,
    "__init__": 9,
}

# Library -> the modules that may import it; a folder stands for all of its modules.
ALLOWED = {
    "textblob": ("sentiment/score.py",),
    "matplotlib": ("charts",),
    "deltalake": ("corpus/store.py", "corpus/delta.py", "corpus/annotate.py"),
    "pyarrow": ("corpus",),
    "dask": (),
    "distributed": ("corpus/cluster.py",),
    "papermill": ("briefing",),
    "nbconvert": ("briefing",),
    "typer": ("cli.py",),
    "rich": ("commands",),
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def _parts(path: Path) -> tuple[str, ...]:
    return path.relative_to(PACKAGE).with_suffix("").parts


def _imports(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, anywhere in it, with the level of a relative import."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or "", node.level
        elif isinstance(node, ast.Import):
            yield from ((alias.name, 0) for alias in node.names)


def test_imports_point_down():
    """No module imports another package of its own rank, nor a higher one."""
    broken = []
    for path in MODULES:
        mine = _parts(path)[0]
        for module, _ in _imports(path):
            if module.startswith("analysis."):
                theirs = module.split(".")[1]
                if mine != theirs and RANK[theirs] >= RANK[mine]:
                    broken.append(f"{'/'.join(_parts(path))} imports {module}")

    assert broken == []


def test_imports_inside_money_point_down():
    """What is written is read before who gives it, that before why it does not count, and the ledger last."""
    broken = []
    for path in MODULES:
        parts = _parts(path)
        if parts[0] != "money":
            continue
        for module, _ in _imports(path):
            if module.startswith("analysis.money."):
                mine = "training" if "training" in parts else parts[1]
                theirs = module.split(".")[2]
                if mine != theirs and MONEY_RANK[theirs] >= MONEY_RANK[mine]:
                    broken.append(f"{'/'.join(parts)} imports {module}")

    assert broken == []


def test_there_is_one_import_form():
    """Inside the package imports read `from analysis.x import y`: the ladder sees no other."""
    odd = []
    for path in MODULES:
        source = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(source):
            plain = isinstance(node, ast.Import) and any(a.name.split(".")[0] == "analysis" for a in node.names)
            relative = isinstance(node, ast.ImportFrom) and node.level > 0
            bare = isinstance(node, ast.ImportFrom) and node.module == "analysis"
            if plain or relative or bare:
                odd.append(f"{'/'.join(_parts(path))} line {node.lineno}")

    assert odd == []


@pytest.mark.parametrize("library", sorted(ALLOWED))
def test_library_stays_where_it_belongs(library):
    """A library is imported only where the ladder puts it."""
    broken = []
    for path in MODULES:
        where = path.relative_to(PACKAGE).as_posix()
        used = any(module.split(".")[0] == library for module, _ in _imports(path))
        if used and not any(where == allowed or where.startswith(f"{allowed}/") for allowed in ALLOWED[library]):
            broken.append(where)

    assert broken == []


def test_every_package_has_a_rank():
    """A new package says where it stands on the ladder."""
    assert {_parts(path)[0] for path in MODULES} <= set(RANK)


def test_modules_stay_small():
    """No module of code is longer than 400 lines; tables of words are not code."""
    long = {p.relative_to(PACKAGE).as_posix(): len(p.read_text(encoding="utf-8").splitlines()) for p in MODULES}

    assert {name: lines for name, lines in long.items() if lines > 400 and "lexicon" not in name} == {}
