"""A sentence is read aloud where the device itself has a voice for its language; nothing of it goes anywhere."""

import pytest
from browser.chromium import PHONE
from browser.fixtures import LivedIn
from browser.person import Person
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser
VOICES = """
SpeechSynthesis.prototype.getVoices = () => [{lang: 'da-DK', localService: true}, {lang: 'ar-SA', localService: false}]
SpeechSynthesis.prototype.speak = said => { window.spoken = [said.text, said.lang] }
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
"""


def test_only_a_voice_of_the_device_reads_aloud(lived_in: LivedIn, browser: Browser) -> None:
    tab = browser.new_context(base_url=lived_in.address, viewport=PHONE).new_page()  # type: ignore[arg-type]
    tab.add_init_script(VOICES)
    Person(tab, "ar").come_in("Yusuf")
    ids = lived_in.ids["Yusuf"]
    tab.goto(f"/plans/{ids['plan']}/meetings/{ids['meeting']}/say?sentence=aloud.need_break")
    expect(tab.locator("[data-aloud=da]")).to_be_visible()
    expect(tab.locator("[data-aloud=ar]")).to_be_hidden()
    tab.locator("[data-aloud=da]").click()
    assert tab.evaluate("window.spoken") == ["Jeg har brug for en pause.", "da"]
    tab.goto("/rights/bisidder")
    expect(tab.locator("[data-aloud=ar]")).to_be_hidden()
    tab.locator("[data-aloud=da]").click()
    said, lang = tab.evaluate("window.spoken")
    assert said.startswith("Tag en bisidder med. ") and lang == "da"
    # What comes into a page that is there already can be heard too.
    button = "<button data-aloud=da data-text=Ja hidden>Ja</button>"
    tab.evaluate(f"document.querySelector('main').innerHTML = '{button}'")
    tab.evaluate("document.dispatchEvent(new Event('htmx:after:swap'))")
    expect(tab.locator("[data-aloud=da]")).to_be_visible()
    tab.context.close()
