"""What holds for amounts whatever the text."""

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.money.amounts import find_amounts
from analysis.money.notation.currencies import load_lexicon

MONEYISH = st.lists(
    st.sampled_from(
        "$ € £ US$ A$ Rs R kr p c ¢ 5 20 1,000 2.5 0.02 1.2.3 million billion m bn k lakh crore euros dollars "
        "pounds cents pence crowns a one half quarter of the and to or between from up more than over nearly "
        "( ) [ ] , . ; - – "
        "— / + plus per year years over EUR NOK won tens hundreds millions ½ \n \n\n \u00a0 % x".split(" ")
    ),
    max_size=25,
)
PAD = st.text(alphabet="abcdefghij klmno,;\n", max_size=400).map(lambda text: text + " zz. ")

STYLES = [
    # how a value is printed, and the currency it is printed in
    ("€{v}", "EUR"),
    ("EUR {v}", "EUR"),
    ("{v} EUR", "EUR"),
    ("{v} euros", "EUR"),
    ("US${v}", "USD"),
    ("A${v}", "AUD"),
    ("HK${v}", "HKD"),
    ("£{v}", "GBP"),
    ("₹{v}", "INR"),
    ("NOK {v}", "NOK"),
    ("{v} NOK", "NOK"),
    ("{v} Norwegian kroner", "NOK"),
    ("{v} Swiss francs", "CHF"),
    ("{v} Egyptian pounds", "EGP"),
    ("RM{v}", "MYR"),
    ("KD {v}", "KWD"),
    ("{v} zloty", "PLN"),
    ("{v} Hong Kong dollars", "HKD"),
    ("JPY {v}", "JPY"),
]
SCALES = {"": 1, " million": 10**6, " billion": 10**9, "m": 10**6, "bn": 10**9, " thousand": 1000, " trillion": 10**12}


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text makes the reader fail, and every span cuts its own words out of the text."""
    assert all(text[a.start : a.end] == a.text for a in find_amounts(text))


@settings(deadline=None, max_examples=400)
@given(MONEYISH, st.booleans())
@example("€ 5 ( hundreds $ $ 5 )".split(), False)
def test_money_words_in_any_order(words: list[str], glued: bool) -> None:
    """Words of money in any order give spans in order, without overlap, that cut their own words."""
    text = ("" if glued else " ").join(words)
    found = find_amounts(text)
    spans = [(a.start, a.end) for a in found]
    ordered = all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))
    inner = all(
        text[e.start : e.end] == e.text and a.start <= e.start and e.end <= a.end for a in found for e in a.equivalents
    )

    assert (ordered, inner, [text[a.start : a.end] for a in found]) == (True, True, [a.text for a in found])


@settings(deadline=None, max_examples=400)
@given(MONEYISH)
def test_bounds_are_in_order(words: list[str]) -> None:
    """The lower bound is never above the upper one, and neither is negative."""
    found = find_amounts(" ".join(words))

    assert all((a.low is None or a.low >= 0) and (a.low is None or a.high is None or a.low <= a.high) for a in found)


@settings(deadline=None, max_examples=200)
@given(PAD, PAD)
@pytest.mark.parametrize(
    "text",
    [
        "Oslo gave more than 100 million euros (US$109 million) over five years.",
        "It cost between €5 million and €10 million, or about $11 million.",
        "Rent is nearly £900 a month.",
        "She won two and a half million Swiss francs.",
    ],
)
def test_padding_changes_nothing(text: str, before: str, after: str) -> None:
    """An amount is the same wherever in a text it stands."""
    padded = find_amounts(before + text + " " + after)
    moved = [
        replace(
            a,
            start=a.start - len(before),
            end=a.end - len(before),
            equivalents=tuple(replace(e, start=e.start - len(before), end=e.end - len(before)) for e in a.equivalents),
        )
        for a in padded
    ]

    assert moved == find_amounts(text)


@settings(deadline=None, max_examples=400)
@given(
    st.decimals(min_value=Decimal("0.1"), max_value=Decimal(9999), places=1),
    st.sampled_from(STYLES),
    st.sampled_from(sorted(SCALES)),
    st.booleans(),
)
def test_a_printed_amount_reads_back(value: Decimal, style: tuple[str, str], scale: str, grouped: bool) -> None:
    """Printing an amount in any style and reading it back is the identity."""
    pattern, currency = style
    printed = pattern.format(v=(f"{value:,}" if grouped else f"{value}") + scale)
    (amount,) = find_amounts(f"The council spent {printed} on the bridge.")

    assert (amount.low, amount.high, amount.currency, amount.text) == (
        value * SCALES[scale],
        value * SCALES[scale],
        currency,
        printed,
    )


@pytest.mark.parametrize("code", sorted(load_lexicon().codes))
def test_every_code_is_read_on_both_sides(code: str) -> None:
    """No currency is second class: every code reads before and after a scaled figure."""
    found = [find_amounts(f"It cost {text} in all.") for text in (f"{code} 3.5 million", f"3.5 million {code}")]

    assert [[(a.low, a.currency, a.certainty) for a in each] for each in found] == [
        [(Decimal(3500000), code, "stated")]
    ] * 2


@given(st.text(alphabet=st.sampled_from("\ud83d\udc00 $5m€,"), max_size=40))
def test_half_a_character_is_read_as_a_mark_of_its_place(text):
    """Text that was cut within a character gives the amounts of the rest, at their places."""
    mended = "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)
    assert find_amounts(text) == find_amounts(mended)
