"""What a reader meets who opens a briefing in a browser."""

import base64
import re

import pytest

from analysis.briefing.index import Entry, index_page

pytestmark = pytest.mark.browser

LOOKS = [("light", 1200), ("dark", 1200), ("light", 320), ("dark", 320)]


@pytest.mark.parametrize("name", ["week", "hostile"])
def test_the_page_is_silent_and_alone(opened, name):
    """No console message, no error, no dialog, and no request but the one for the file itself."""
    watched = opened(name)
    watched.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    assert watched.console == []
    assert [url for url in watched.requests if not url.startswith("file:")] == []
    assert len(watched.requests) == 1


def test_hostile_text_does_not_act(opened):
    """Nothing that strangers wrote runs, loads, or becomes an element."""
    page = opened("hostile").page
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.mouse.move(400, 400)

    assert page.title() == "Newsbook weekly briefing, 6 to 12 October 2025"
    assert page.locator("img, iframe, object, embed, form, base, script:not(:last-of-type)").count() == 0
    assert page.locator("[onerror], [onload], [onmouseover], [style]").count() == 0
    hrefs = page.eval_on_selector_all("a[href]", "links => links.map(a => a.getAttribute('href'))")
    assert {re.match(r"https?:|#|tables/|ledger\.xlsx$|data:text/csv", href) is not None for href in hrefs} == {True}


def test_hostile_text_shows_as_text(opened):
    """The reader sees what was written, tags and all."""
    page = opened("hostile").page

    assert "<script>document.title='hit'</script>" in page.locator("#ledger").inner_text()


@pytest.mark.parametrize("name", ["week", "hostile"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_nothing_is_wider_than_the_screen(opened, name, scheme, width):
    """The page never scrolls sideways, with all its evidence open, down to 320 points."""
    page = opened(name, width=width, scheme=scheme).page
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")

    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", ["week", "hostile"])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_no_violation(opened, name, scheme, width):
    """axe-core finds nothing wrong, folded and unfolded, in either scheme."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(name, width=width, scheme=scheme).page
    folded = axe.run(page).response["violations"]
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    unfolded = axe.run(page).response["violations"]

    assert [(v["id"], v["nodes"][0]["html"]) for v in [*folded, *unfolded]] == []


def test_columns_sort_both_ways(opened):
    """A heading sorts by its figures, once up and once down; a row keeps its evidence."""
    page = opened().page
    header = page.locator("#ledger th", has_text="Best")

    def order():
        return page.eval_on_selector_all("#ledger tbody", "all => all.map(t => [t.id, t.rows.length])")

    header.locator("button").click()
    up, said_up = order(), header.get_attribute("aria-sort")
    header.locator("button").press("Enter")
    down, said_down = order(), header.get_attribute("aria-sort")

    assert (up, said_up) == ([["pledge-p3", 2], ["pledge-p1", 2], ["pledge-p2", 2]], "ascending")
    assert (down, said_down) == ([["pledge-p2", 2], ["pledge-p1", 2], ["pledge-p3", 2]], "descending")


def test_an_open_ceiling_sorts_last_and_stays_a_word(opened):
    """“Open” is above every number, because it has no end."""
    page = opened().page
    page.locator("#ledger th", has_text="Ceiling").locator("button").click()

    assert page.locator("#ledger tbody").last.locator("td.money").last.inner_text() == "open"


def test_filter_keeps_rows_that_say_it(opened):
    """The filter reads evidence too, and tells how many rows are left."""
    page = opened().page
    page.get_by_label("Filter").first.fill("rescue boats")

    shown = page.eval_on_selector_all("#ledger tbody", "all => all.filter(t => !t.hidden).map(t => t.id)")
    assert shown == ["pledge-p3"]
    assert page.locator("#ledger-shown").inner_text() == "1 of 3 rows shown"


def test_every_number_in_brief_reaches_a_sentence_by_keyboard(opened):
    """Tab to a number, Enter, Tab to the evidence, Enter: a printed sentence is on the screen."""
    page = opened().page
    numbers = page.locator(".brief .number").count()
    reached = []
    for place in range(numbers):
        page.evaluate("scrollTo(0, 0); document.querySelectorAll('details').forEach(d => { d.open = false })")
        number = page.locator(".brief .number").nth(place)
        number.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("hash => location.hash === hash", arg=number.get_attribute("href"))
        for _ in range(40):
            if page.evaluate("document.activeElement.closest('details')?.querySelector('blockquote') != null"):
                break
            page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('details')?.open ?? false"):
            page.keyboard.press("Enter")
        reached.append(
            page.evaluate(
                "document.activeElement.closest('details')?.querySelector('blockquote p')?.checkVisibility() ?? false"
            )
        )

    assert numbers >= 3
    assert reached == [True] * numbers


@pytest.mark.parametrize("width", [1200, 390])
def test_a_doubted_number_is_two_clicks_from_its_sentence(opened, width):
    """Click a number, and, where that did not unfold a sentence, the first fold under it: one is on the screen."""
    page = opened(width=width).page
    reached = []
    for place in range(page.locator(".brief .number").count()):
        page.evaluate("scrollTo(0, 0); document.querySelectorAll('details').forEach(d => { d.open = false })")
        number = page.locator(".brief .number").nth(place)
        number.click()
        target = page.locator(number.get_attribute("href"))
        if not target.locator("blockquote p:visible").count():
            target.locator("details:has(blockquote) > summary").first.click()
        reached.append(target.locator("blockquote p:visible").count() > 0)

    assert reached == [True] * len(reached)
    assert len(reached) >= 3


@pytest.mark.parametrize("width", [1200, 390])
def test_the_contents_cover_nothing_that_a_link_leads_to(opened, width):
    """Contents that stay in sight end above what was asked for."""
    page = opened(width=width).page
    page.emulate_media(reduced_motion="reduce")
    covered = []
    for link in page.locator("nav a, .brief .number").all():
        link.evaluate("a => { scrollTo(0, 0); a.click() }")
        page.wait_for_timeout(50)
        top, below = page.evaluate(_PLACES, link.get_attribute("href"))
        covered += [link.get_attribute("href")] if top < below - 1 else []

    assert covered == []


_PLACES = """target => {
  const nav = document.querySelector("nav").getBoundingClientRect();
  return [document.querySelector(target).getBoundingClientRect().top, nav.top <= 0 ? Math.max(nav.bottom, 0) : 0];
}"""


def test_a_link_followed_again_opens_what_was_folded_since(opened):
    """The address stays the same the second time; the evidence unfolds all the same."""
    page = opened().page
    number = page.locator(".brief .number[href*='#pledge-']").first
    target = page.locator(number.get_attribute("href"))
    shown = []
    for _ in range(2):
        number.click()
        shown.append(target.locator("blockquote p:visible").count() > 0)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = false })")

    assert shown == [True, True]


def test_a_link_to_evidence_opens_it(opened):
    """The address of a row unfolds its sentences."""
    page = opened().page
    page.goto(page.url.split("#")[0] + "#pledge-p2")
    page.evaluate("location.hash = '#pledge-p1'")
    page.wait_for_selector("#pledge-p1 details[open] mark")

    assert page.locator("#pledge-p1 mark").first.inner_text() == "at least 80 million euros"


def test_the_skip_link_comes_first(opened):
    """The first stop of the keyboard leads past the masthead."""
    page = opened().page
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"


def test_without_scripts_everything_is_readable(opened):
    """Evidence unfolds and figures show where scripts are off; what needs them is not there."""
    page = opened(scripts=False).page
    page.locator("#pledge-p1 summary").click()

    assert page.locator("#pledge-p1 mark").first.is_visible()
    assert page.get_by_label("Filter").first.is_hidden()


def test_tables_download_as_csv(opened):
    """A shown table comes as CSV from inside the page."""
    page = opened().page
    href = page.locator("#by-donor-table-csv").get_attribute("href")
    rows = base64.b64decode(href.split(",", 1)[1]).decode().split("\r\n")

    assert rows[:2] == ['Donor,"Floor, €m","Best, €m",Pledges', "Japan,112994350.28,112994350.28,1"]


def test_a_click_saves_the_csv(opened, tmp_path):
    """The link under a figure saves a file of the figure's name, with the rows that are shown."""
    page = opened().page
    page.locator("figure details > summary", has_text="figures").first.click()
    with page.expect_download() as saved:
        page.locator("#by-donor-table-csv").click()
    saved.value.save_as(tmp_path / "saved.csv")
    names = page.locator("#by-donor-table tbody th").all_inner_texts()

    assert saved.value.suggested_filename == "by-donor-table.csv"
    assert [row.split(",")[0] for row in (tmp_path / "saved.csv").read_text().splitlines()] == ["Donor", *names]


def test_a_card_leaves_out_only_what_it_repeats(opened):
    """On a phone a floor that equals the best figure is not printed twice; one that differs is there to read."""
    page = opened(width=390).page
    same, other = (page.locator(f"#pledge-{name} td.money").first for name in ("p1", "p3"))

    assert (same.bounding_box()["width"], other.bounding_box()["width"] > 20) == (1, True)
    assert same.inner_text() == "80.0"


def test_a_table_of_cards_is_still_a_table(opened):
    """Where rows become cards, every cell keeps its role and its row header for those who listen."""
    page = opened(width=320).page
    for table in ("#ledger", "#drops", "#not-counted"):
        shown = page.locator(table)
        assert shown.get_attribute("role") == "table"
        lacking = "cells => cells.filter(c => !c.getAttribute('role')).length"
        assert shown.locator("tr, td, th, thead, tbody").evaluate_all(lacking) == 0
    assert page.get_by_role("table").get_by_role("row").count() > 10


def test_prints_whole(opened, tmp_path):
    """The page prints: A4, evidence unfolded, no control left over."""
    page = opened().page
    page.emulate_media(media="print")
    pdf = page.pdf(format="A4", prefer_css_page_size=True)

    assert pdf.startswith(b"%PDF-")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page/") >= 3
    assert page.locator("nav").is_hidden()
    assert page.locator(".tools").first.is_hidden()
    assert page.locator("#pledge-p1 blockquote").first.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_index_is_as_sound_as_the_page(browser, tmp_path, scheme):
    """The list of reports, with one that failed: silent, alone, no violation, and no wider than a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    hostile = "<b>bold</b> " + "x" * 300
    entries = [
        Entry("weekly", "2025-W41", hostile, "2025-10-12", 3, ""),
        Entry("weekly", "2025-W42", "", "", None, hostile),
        Entry("04_money", "2025-W40", "Money", "2025-10-05", 3, hostile),
    ]
    (tmp_path / "index.html").write_text(index_page(entries), encoding="utf-8")
    context = browser.new_context(viewport={"width": 320, "height": 900}, color_scheme=scheme)
    page, said = context.new_page(), []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "index.html").as_uri())
    violations = [v["id"] for v in axe.run(page).response["violations"]]
    wide, heads = page.evaluate("document.documentElement.scrollWidth"), page.locator("h2").all_inner_texts()
    context.close()

    assert (said, violations, wide) == ([], [], 320)
    assert heads == ["Weekly", "04_money"]
