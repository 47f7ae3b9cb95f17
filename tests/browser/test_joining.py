"""A screen joins at the table: the picture as a camera sees it, the digits without a script, and the way out."""

import re
from io import BytesIO
from typing import Any

import pytest
import zxingcpp
from browser.chromium import PHONE
from browser.citizen import Citizen
from browser.looking import faults
from browser.table import Room, room
from PIL import Image
from playwright.sync_api import Browser, expect

__all__ = ["room"]

pytestmark = pytest.mark.browser
CAN_BE_READ = re.compile(r"http://127\.0\.0\.1:\d+/join\?lang=da#(\d{6})")
QUIET = 4  # modules of white that a picture needs around it
LOOKS: list[dict[str, Any]] = [
    {"color_scheme": "light"},
    {"color_scheme": "dark"},
    {"color_scheme": "dark", "forced_colors": "active"},
    {"color_scheme": "light", "contrast": "more"},
]


def come_to_the_table(browser: Browser, desk: Citizen, **options: Any) -> Citizen:
    """A phone in which nobody has signed in, with the picture before its camera."""
    context = browser.new_context(viewport=PHONE, **options)  # type: ignore[arg-type]
    context.set_default_timeout(8000)
    phone = Citizen(context.new_page())
    expect(desk.page.locator(".square svg")).to_be_visible()
    phone.page.goto(address_in(desk.page.screenshot(full_page=True)))
    return phone


def send_away(who: Citizen) -> None:
    """Away from the table with the screen that sits there."""
    who.page.locator("#devices").get_by_role("button", name="Fjern fra bordet").click()
    who.hears("Skærmen er ikke med ved bordet længere.")


def address_in(picture: bytes) -> str:
    """What a camera reads, held before the whole page."""
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)).convert("L"))
    return found.text


@pytest.mark.parametrize("lang", ["da", "ar"])
def test_a_camera_reads_the_picture_in_every_look(room: Room, lang: str) -> None:
    mette = room("Mette Krog", lang).press("Lad en telefon gå med")
    code = mette.page.locator(".code").inner_text().replace(" ", "")
    for look in LOOKS:
        mette.page.emulate_media(**look)
        for width in (320, 360, 1200):
            mette.page.set_viewport_size({"width": width, "height": 740})
            read = CAN_BE_READ.fullmatch(address_in(mette.page.screenshot(full_page=True)))
            assert read and read[1] == code, (look, width)


def test_the_picture_has_white_around_it_and_is_black_on_white(room: Room) -> None:
    mette = room("Mette Krog", color_scheme="dark").press("Lad en telefon gå med")
    drawn = mette.page.locator(".square svg")
    modules = int((drawn.get_attribute("viewBox") or "").split()[-1])
    picture = Image.open(BytesIO(drawn.screenshot())).convert("L")
    white = int(picture.width * (QUIET - 0.5) / modules)
    for edge in ((white, 20, picture.width - white, white), (white, 20, white + 1, picture.height - 20)):
        assert picture.crop(_box(*edge)).getextrema() == (255, 255)
    assert picture.getextrema() == (0, 255)


def _box(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    return left, top, max(right, left + 1), max(bottom, top + 1)


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_each_page_of_it_is_whole_for_everybody(room: Room, browser: Browser, lang: str) -> None:
    mette = room("Mette Krog", lang).press("Lad en telefon gå med")
    phone = come_to_the_table(browser, mette)
    assert not faults(mette.page, lang, citizen=False, colours=lang == "da")
    phone.page.goto(f"{phone.page.url.partition('?')[0]}?lang={lang}")
    phone.lang = lang
    phone.write("De seks tal", "12 34 5x").press("Gå med")
    phone.sees("De tal passer ikke. Se dem efter, eller bed om nye. De virker én gang og i ti minutter.")
    assert not faults(phone.page, lang, citizen=True, colours=lang == "da")


def test_the_phone_joins_in_one_tap_and_its_address_forgets_the_code(room: Room, browser: Browser) -> None:
    mette = room("Mette Krog").press("Lad en telefon gå med")
    asked: list[str] = []
    phone = come_to_the_table(browser, mette)
    phone.page.on("request", lambda request: asked.append(request.url))
    expect(phone.page).to_have_url(re.compile(r"/join\?lang=da$"))
    expect(phone.page.get_by_label("De seks tal")).to_have_value(re.compile(r"\d{6}"))
    code = phone.page.get_by_label("De seks tal").input_value()
    expect(phone.page.get_by_role("button", name="Gå med", exact=True)).to_be_focused()
    phone.page.keyboard.press("Enter")
    phone.heading("Jeres møde").sees("Du er med ved bordet", "i navnet Karin")
    mette.heading("Jeres møde").hears("En skærm mere er med ved bordet.")
    assert asked and not [address for address in asked if code in address]
    phone.press("Gå fra bordet").hears("Du er gået fra bordet.").heading("Gå med ved bordet")
    phone.page.go_back()
    expect(phone.page).to_have_url(re.compile("/(join|sign-in)"))
    phone.sees_not("Du er med ved bordet")


def test_six_digits_are_enough_without_a_script(room: Room, browser: Browser) -> None:
    mette = room("Mette Krog", java_script_enabled=False).press("Lad en telefon gå med")
    code = mette.page.locator(".code").inner_text()
    phone = come_to_the_table(browser, mette, java_script_enabled=False)
    phone.write("De seks tal", "12345").press("Gå med").sees("De tal passer ikke.")
    phone.write("De seks tal", code).press("Gå med").sees("Du er med ved bordet")
    mette.follow("Tilbage til mødet").sees("Skærme ved bordet", "Fjern fra bordet")
    send_away(mette)
    phone.page.reload()
    phone.heading("Gå med ved bordet").sees("Pladsen ved bordet er slut på den her skærm.")


def test_the_citizens_own_phone_needs_no_code_and_sees_every_screen(room: Room, browser: Browser) -> None:
    mette = room("Mette Krog").press("Lad en telefon gå med")
    tablet = come_to_the_table(browser, mette).press("Gå med").heading("Jeres møde")
    karin = room("Karin")
    karin.sees("De er med i dit navn.")
    send_away(karin)
    tablet.heading("Gå med ved bordet")  # by itself: its line has ended


def test_unsent_words_of_a_borrowed_phone_do_not_wait_for_good(room: Room, browser: Browser) -> None:
    mette = room("Mette Krog").press("Lad en telefon gå med")
    phone = come_to_the_table(browser, mette)
    phone.page.evaluate("localStorage['room a b'] = JSON.stringify({ words: 'Hej', until: Date.now() - 1 })")
    phone.page.evaluate("localStorage['room a c'] = JSON.stringify({ words: 'Hej', until: Date.now() + 1e6 })")
    phone.page.evaluate("localStorage['room a d'] = JSON.stringify({ words: 'Hej' })")
    phone.page.reload()
    assert sorted(phone.page.evaluate("Object.keys(localStorage)")) == ["room a c", "room a d"]
