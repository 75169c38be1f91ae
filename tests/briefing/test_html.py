"""Words of strangers become text, and nothing else."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.briefing.html import clip, identifier, marked, render_part, said, web_address
from tests.briefing.hostile import ADDRESSES, PAYLOADS

TAG = re.compile(r"</?bdi>|</?mark>")


@given(st.text())
@example("<script>")
@example("\u202e")
@example("\ud800")
@settings(deadline=None)
def test_any_text_is_escaped_and_isolated(text):
    """Inside its element no character of any text opens a tag or an attribute."""
    html = str(said(text))
    inner = html.removeprefix("<bdi>").removesuffix("</bdi>")

    assert html == f"<bdi>{inner}</bdi>"
    assert re.search(r"[<>\"']", inner) is None
    assert inner.isprintable() or re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", inner) is None


@given(st.text(), st.text(min_size=1), st.text())
@settings(deadline=None)
def test_marking_loses_no_words(before, words, after):
    """A sentence with a mark holds the same escaped words as without it, and one mark."""
    html = str(marked(before + words + after, words, before=10**6, after=10**6))

    assert html.count("<mark>") == 1
    assert re.search(r"[<>\"']", TAG.sub("", html)) is None


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_payloads_stay_text(payload):
    """The usual list shows as text, cut to a length a page can hold."""
    html = str(said(payload))

    assert TAG.sub("", html).count("<") == 0
    assert len(html) < 4000


@pytest.mark.parametrize("address", [a for a in ADDRESSES if not a.startswith("https://example.org/ok")])
def test_only_web_addresses_are_links(address):
    """Scripts, data, files, and addresses that break out of an attribute are no links."""
    assert web_address(address) == ""


@given(st.text())
@settings(deadline=None)
def test_an_address_cannot_leave_its_attribute(text):
    """Whatever is accepted holds no quote, blank or bracket, and begins with http."""
    address = web_address(f"https://{text}")

    assert re.search(r"[\s\"'<>`]", address) is None
    assert address == "" or address.startswith("https://")


def test_ids_tell_values_apart():
    """Two values never share an id, though both are made of forbidden characters."""
    values = ['a"b', "a'b", "a b", "a-b", "é", "è", ""]

    assert len({identifier(value, "x-") for value in values}) == len(values)


def test_long_text_says_what_is_left_out():
    """A cut is told with its size."""
    assert clip("a" * 30, 10) == "aaaaaaaaaa … (20 more characters)"


def test_a_template_escapes_what_it_is_given():
    """A part of the page escapes values that are not markup of ours."""
    part = render_part("brief", findings=[], nothing="<b>none</b>")

    assert part.html.strip() == "<p>&lt;b&gt;none&lt;/b&gt;</p>"
