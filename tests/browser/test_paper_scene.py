"""Taking the way home on paper: in Arabic on a small phone, with no script and no mouse; and printed as a page."""

from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from browser.test_keyboard import tab_to
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_LOADED = "[...document.images].filter(image => image.complete && image.naturalWidth > 0).length"


def test_a_booklet_is_chosen_seen_and_taken_by_keyboard_in_arabic_without_a_script(scene: Scene) -> None:
    yusuf: Citizen = partial(scene, java_script_enabled=False)("Yusuf", "ar")
    page = yusuf.page
    go = partial(_go, yusuf)
    go("Tag vejen med på papir", "Enter")
    yusuf.heading("Min vej på papir")
    go("Vælg selv, hvad der skal med, og hvordan det foldes", "Enter")
    go("Sejre og ros", "Space")
    go("Linjer til mine egne ord", "ArrowDown")
    go("Hæfte til lommen", "ArrowDown")
    go("Vis siderne", "Enter")
    yusuf.sees("Lille hæfte, få ord")
    assert "part=wins" not in page.url and "part=helpers" in page.url and "format=zine" in page.url
    page.wait_for_load_state("networkidle")
    assert page.evaluate(_LOADED) == 8
    with page.expect_download() as taken:
        go("Hent hæftet", "Enter")
    paper = taken.value.path().read_bytes()
    assert paper.startswith(b"%PDF") and len(pypdfium2.PdfDocument(paper)) == 1
    go("Vejen som en side", "Enter")
    yusuf.sees("Min vej")


@pytest.mark.parametrize("lang", ["da", "ar"])
def test_the_way_is_printed_as_it_reads_and_nothing_on_it_can_be_pressed(
    scene: Scene, lang: str, tmp_path: Path
) -> None:
    karin: Citizen = scene("Karin", lang)
    karin.page.pdf(path=tmp_path / "way.pdf", prefer_css_page_size=True, tagged=True)
    sheets = list(pypdfium2.PdfDocument(tmp_path / "way.pdf"))
    assert len(sheets) <= 5 and all(sheet.get_width() < sheet.get_height() for sheet in sheets)
    told = " ".join(sheet.get_textpage().get_text_range() for sheet in sheets)
    assert "Karin" in told and "Mette Krog" in told
    if lang == "da":
        assert "Skriv ned, hvad du kan nu" in told and "Sådan så vejen ud" in told
        assert not [word for word in ("Log ud", "Tilføj et skridt", "Det er klaret", "Vis spor") if word in told]


def _go(who: Citizen, name: str, key: str) -> None:
    """With the keyboard to what says `name`, and press a key there."""
    page: Page = who.page
    tab_to(page, who.says(name))
    page.keyboard.press(key)
    page.wait_for_load_state()
