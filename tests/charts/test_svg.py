"""A chart leaves as one element that is safe in a page, the same bytes each time."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from analysis.charts.outlets import plot_outlets
from analysis.charts.svg import to_svg
from analysis.charts.trends import plot_trend

HOSTILE = [
    "<script>alert(1)</script>",
    "$x^2$ & $y$",
    "\u202eyawroN",
    "\x00\x1b\ufffe",
    "漢字 अ",
    '"onload="x',
    "x" * 9000,
]


def drawn(name="Norway", prefix="a-", title="Norway leads", description="Two bars."):
    """Draw a chart of one outlet of this name."""
    table = pd.DataFrame({"outlet": [name], "independent": [2], "copies": [1]})
    return to_svg(plot_outlets(table), title=title, description=description, prefix=prefix)


def test_it_tells_what_it_shows():
    """The element is an image with a title and a description."""
    root = etree.fromstring(drawn())
    words = [root.findtext(f"{{http://www.w3.org/2000/svg}}{part}") for part in ("title", "desc")]

    assert (root.get("role"), root.get("aria-labelledby"), words) == (
        "img",
        "a-title a-desc",
        ["Norway leads", "Two bars."],
    )


def test_same_table_same_bytes():
    """Nothing in it depends on the clock, the run, or the place in memory."""
    assert drawn() == drawn()


def test_it_holds_no_style_that_a_strict_page_refuses():
    """There is no style attribute, style element, script, or link out of the page."""
    svg = drawn()

    assert re.findall(r"<style|style=|<script|<metadata|<!DOCTYPE|xlink|href=\"(?!#)", svg) == []


def test_ids_are_the_figure_s_own():
    """Two figures of one page share no id, and every reference finds its target."""
    ids = [set(re.findall(r'\bid="([^"]+)"', drawn(prefix=prefix))) for prefix in ("a-", "b-")]
    asked = set(re.findall(r"(?:url\(#|href=\"#)([^)\"]+)", drawn(prefix="a-")))

    assert (ids[0] & ids[1], asked - ids[0]) == (set(), set())


def test_colours_are_the_page_s_with_a_fallback():
    """Every colour is a variable of the page, so that one drawing serves light, dark and paper."""
    colours = set(re.findall(r'(?:fill|stroke)="(?!none|url)([^"]+)"', drawn()))

    assert {re.fullmatch(r"var\(--[a-z]+, #[0-9a-f]{6}\)", colour) is not None for colour in colours} == {True}


def test_text_stays_text():
    """Labels can be selected and searched."""
    assert ">Norway</text>" in drawn()


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_are_text(name):
    """Markup, formulas, controls and endless words come out as short, escaped text."""
    root = etree.fromstring(drawn(name, title=name, description=name).encode())
    tags = {etree.QName(element).localname for element in root.iter(etree.Element)}

    assert tags <= {"svg", "title", "desc", "g", "path", "text", "defs", "clipPath", "rect", "use"}


@given(st.lists(st.floats(0, 100) | st.just(float("nan")), min_size=1, max_size=8))
@settings(deadline=None, max_examples=25)
def test_any_trend_is_well_formed(shares):
    """Whatever the shares, the element parses and stays small."""
    svg = to_svg(plot_trend(pd.Series(shares), highest=100), title="t", description="d")

    assert etree.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert len(svg) < 4000
