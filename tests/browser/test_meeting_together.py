"""Two people, two screens, one plan: an Arabic phone that joins by the picture, and a Danish desk. Nothing is lost."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
import zxingcpp
from browser.caseworker import Caseworker
from browser.chromium import PHONE, WIDE
from browser.citizen import Citizen
from browser.lived_in import NOW
from browser.table import sit_down
from PIL import Image
from playwright.sync_api import Browser, Locator, expect
from serving import served

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = ("Ydelse", "Køkkenet", "Skolen")
ROUNDS = 10
SECONDS_AWAY = 10


class Both(NamedTuple):
    """The two at the table."""

    lars: Caseworker
    yusuf: Citizen


@pytest.fixture
def both(browser: Browser, tmp_path: Path) -> Iterator[Both]:
    address = sit_down(tmp_path, "Yusuf", "Lars Holm")
    with served(tmp_path, MINPLAN_NOW=NOW) as served_at:
        wide = browser.new_context(base_url=served_at, viewport=WIDE)  # type: ignore[arg-type]
        phone = browser.new_context(base_url=served_at, viewport=PHONE, locale="ar")  # type: ignore[arg-type]
        lars = Caseworker(wide.new_page()).come_in("Lars Holm")
        lars.page.goto(address)
        yield Both(lars, Citizen(phone.new_page(), "ar"))
        for context in (wide, phone):
            context.close()


def test_ten_edits_each_and_ten_seconds_away_end_the_same_on_both(both: Both) -> None:
    lars, yusuf = both
    _join_by_picture(both)
    for text in WORDS:
        _add_point(lars, text)
    first = [field.input_value() for field in _fields(lars).all()]
    expect(_fields(yusuf)).to_have_count(len(first))
    for who in both:
        _unfold_points(who)
    for turn in range(ROUNDS):
        if turn == ROUNDS // 2:
            yusuf.page.context.set_offline(True)
        _append(lars, turn % 3, f"L{turn}")
        _append(yusuf, (turn + 1) % 3, f"Y{turn}")
        if turn == ROUNDS // 2 + 1:
            yusuf.page.wait_for_timeout(SECONDS_AWAY * 1000)
            yusuf.page.context.set_offline(False)
    _put_together(both)
    _hold_the_same(both, first)
    assert yusuf.page.locator("html").get_attribute("lang") == "ar"
    assert lars.page.locator("html").get_attribute("lang") == "da"
    for who in both:
        who.sees("Det vil vi tale om")


def _join_by_picture(both: Both) -> None:
    lars, yusuf = both
    lars.press("Lad en telefon gå med")
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(lars.page.locator(".square").screenshot())))
    yusuf.page.goto(found.text)
    yusuf.press("Gå med").heading("Jeres møde")
    lars.heading("Jeres møde")  # the desk goes back into the room by itself


def _add_point(who: Citizen, text: str) -> None:
    fold = who.unfold("Sæt noget på")
    who.write("Eller skriv med dine egne ord", text, fold).press("Sæt det på", fold)
    expect(who.page.locator("#agenda").get_by_text(text, exact=True).first).to_be_visible()
    expect(fold).to_have_js_property("open", False)  # it closes by itself, a little later


def _fields(who: Citizen) -> Locator:
    """The words of each point, in the order of the agenda."""
    return who.page.locator("#agenda form[id^=point-] textarea[name=text]")


def _unfold_points(who: Citizen) -> None:
    for fold in who.page.locator("#agenda li details").all():
        fold.locator("summary").click()


def _append(who: Citizen, which: int, word: str) -> None:
    """Type a line more at the end of a point's words, letter by letter."""
    field = _fields(who).nth(which)
    field.focus()
    who.page.keyboard.press("Control+End")
    field.press_sequentially(f"\n{word}", delay=20)


def _put_together(both: Both) -> None:
    """Until nothing waits: where both had changed the same line they choose to keep both."""
    for who in (both.yusuf, both.lars):
        who.page.bring_to_front()
        for _ in range(40):
            if who.page.locator(".conflict").count():
                who.page.locator(".conflict [data-choose=both]").first.click()
            elif not who.page.locator("form[data-saves][data-dirty]").count():
                break
            who.page.wait_for_timeout(500)
    for who in both:
        expect(who.page.locator("form[data-saves][data-dirty]")).to_have_count(0)


def _hold_the_same(both: Both, first: list[str]) -> None:
    said = [field.input_value() for field in _fields(both.lars).all()]
    for index, text in enumerate(said):
        expect(_fields(both.yusuf).nth(index)).to_have_value(text)
    lines = [line for text in said for line in text.split("\n")]
    typed = [f"{who}{turn}" for turn in range(ROUNDS) for who in "LY"]
    assert sorted(lines) == sorted([*first, *typed]), "every word is there, and once"
