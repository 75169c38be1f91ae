"""The lexicon: complete, unambiguous where it says so, and easy to extend."""

from decimal import Decimal
from pathlib import Path

import pytest

from analysis.errors import ReferenceFileError
from analysis.money.notation import lexicon
from analysis.money.notation.context import dateline_currency, home_currency
from analysis.money.notation.currencies import CURRENCIES, load_lexicon, read_rows
from analysis.records import Amount


def test_a_row_is_all_a_currency_needs(tmp_path: Path) -> None:
    """One line in the table adds a currency: its sign, its names, its adjective and its cents."""
    table = tmp_path / "currencies.csv"
    line = "QQQ,Ruritanian,florizel|florizels,Fz,mite|mites,,,invented\n"
    table.write_text(CURRENCIES.read_text(encoding="utf-8") + line, encoding="utf-8")
    found = load_lexicon(table)
    names = [form.codes for text in ("florizels", "mites") for _, form in found.names[text]]
    spelled = [form.codes for words, form in found.names["ruritanian"] if words == ("ruritanian", "florizels")]

    assert (found.signs["Fz"].codes, found.signs["QQQ"].codes, names, spelled) == (
        ("QQQ",),
        ("QQQ",),
        [("QQQ",), ("QQQ",)],
        [("QQQ",)],
    )


def test_faults_of_the_table_are_listed_at_once(tmp_path: Path) -> None:
    """A table with a bad code and a repeated one names both lines."""
    table = tmp_path / "currencies.csv"
    header = CURRENCIES.read_text(encoding="utf-8").splitlines()[0]
    table.write_text(f"{header}\nqq,,,,,,,\nEUR,,,,,,,\nEUR,,,,,,,\n", encoding="utf-8")
    with pytest.raises(ReferenceFileError) as raised:
        read_rows(table)

    assert raised.value.faults == [
        "line 2: `code` is 'qq', expected three capital letters",
        "line 4: `code` 'EUR' repeats",
    ]


@pytest.mark.parametrize("form", ["$", "dollars", "pounds", "crowns", "Rs", "kr", "pesos", "francs", "¥", "cents"])
def test_shared_forms_are_not_stated(form: str) -> None:
    """A form that several countries use does not state its currency."""
    found = load_lexicon()
    forms = [found.signs[form]] if form in found.signs else [f for words, f in found.names[form] if words == (form,)]

    assert [each.stated for each in forms] == [False]


def test_hedges_have_known_qualifiers() -> None:
    """Every hedge maps to a qualifier of the records, and no hedge to two."""
    every = [text for texts in lexicon.HEDGES.values() for text in texts]

    assert (set(lexicon.HEDGES) <= set(_QUALIFIERS), len(every)) == (True, len(set(every)))


_QUALIFIERS = ("exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague")


@pytest.mark.parametrize(
    ("home", "code"), [("AU", "AUD"), ("gb", "GBP"), ("EUR", "EUR"), ("KES", "KES"), ("Atlantis", ""), ("", "")]
)
def test_home_is_a_country_or_a_currency(home: str, code: str) -> None:
    """The home of an outlet may be given either way; an unknown one says nothing."""
    assert home_currency(home) == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SYDNEY (AP) — It rained.", ("AUD", "Sydney")),
        ("TORONTO, May 4 - It rained.", ("CAD", "Toronto")),
        ("DAR ES SALAAM: It rained.", ("TZS", "Dar Es Salaam")),
        ("It rained in Sydney - again.", ("", "")),
        ("", ("", "")),
    ],
)
def test_datelines(text: str, expected: tuple[str, str]) -> None:
    """A dateline is a place before a dash at the very start, and nothing else."""
    assert dateline_currency(text) == expected


@pytest.mark.parametrize(
    ("text", "home", "currency", "reason"),
    [
        ("The mill won $3 million.", "AU", "AUD", "home currency AUD"),
        ("The mill won $3 million.", None, "USD", "'$' taken at its most usual meaning"),
        ("The mill won A$1 million, then $3 million.", "CA", "AUD", "as 'A$' earlier in the text"),
        ("The mill won 3 million crowns.", "SE", "SEK", "home currency SEK"),
        ("The mill won 3 million pounds.", "EGP", "EGP", "home currency EGP"),
        ("The mill won 3 million pounds.", "FR", "GBP", "'pounds' taken at its most usual meaning"),
        ("PRAGUE - The mill won 3 million crowns.", "SE", "CZK", "dateline Prague"),
    ],
)
def test_the_reason_is_on_the_record(text: str, home: str | None, currency: str, reason: str) -> None:
    """An assumed currency says from what it was assumed."""
    from analysis.money.amounts import find_amounts

    last: Amount = find_amounts(text, home=home)[-1]

    assert (last.currency, last.certainty, last.reason) == (currency, "assumed", reason)


def test_scales_are_whole_powers_of_ten() -> None:
    """A scale word multiplies by a power of ten, whatever its spelling."""
    scales = {**lexicon.SCALE_WORDS, **lexicon.SCALE_PLURALS, **lexicon.SCALE_SHORT, **lexicon.SCALE_PREFIXES}

    assert [word for word, scale in scales.items() if scale != Decimal(10) ** scale.adjusted()] == []
