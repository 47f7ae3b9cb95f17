"""With JavaScript a change grows into the page: no full load, the focus where one expects it, and one sentence said."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NEXT = "Skriv ned, hvad du kan nu"
AGREED = "Aftal timer med plejehjemmet"


def test_a_change_swaps_and_the_focus_lands_on_the_heading(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.stays().press("Det er klaret").heading("Du klarede det:").hears("Det er klaret.").has_stayed()
    expect(karin.page.get_by_role("heading", level=1)).to_be_focused()
    expect(karin.page).to_have_title(f"Du klarede det: {NEXT} – minplan")
    karin.press("Tag det tilbage").hears("Skridtet er åbent igen.").has_stayed()
    expect(karin.page.get_by_role("heading", level=2, name=NEXT)).to_be_focused()


def test_the_back_button_goes_back(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    way = karin.page.url
    karin.press("Det er klaret").heading("Du klarede det:")
    expect(karin.page).to_have_url(re.compile("/celebration$"))
    karin.page.go_back()
    karin.heading("Hej Karin")
    expect(karin.page).to_have_url(way)
    karin.page.go_forward()
    karin.heading("Du klarede det:")


def test_typed_words_survive_a_change_beside_them(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.open_step(NEXT).stays()
    karin.write("Hvad er det godt for?", "Det her har jeg tænkt længe over", karin.unfold("Skriv hvorfor"))
    karin.press("Sæt i gang").hears("Skridtet er i gang.").has_stayed()
    expect(karin.page.get_by_label("Hvad er det godt for?")).to_have_value("Det her har jeg tænkt længe over")
    expect(karin.page.get_by_role("heading", level=1)).to_be_focused()
    karin.press("Gem ordene", karin.unfold("Skriv hvorfor")).hears("Ordene er ændret.").has_stayed()
    karin.sees("Det her har jeg tænkt længe over")


def test_a_receipt_is_met_at_its_promised_day(scene: Scene) -> None:
    karin: Citizen = scene("Karin", viewport={"width": 390, "height": 600})
    karin.follow("Spørg om noget").stays().pick("Jeg har en idé").press("Send").hears("Tak. Vi har fået det.")
    expect(karin.page.locator("#promise")).to_be_focused()
    expect(karin.page.locator("#promise")).to_be_in_viewport(ratio=1)
    karin.has_stayed()


def test_a_form_that_did_its_work_is_closed(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.open_step(NEXT).stays()
    fold = karin.unfold("Skriv hvorfor")
    karin.write("Hvad er det godt for?", "Ring til 010203-1234", fold).press("Gem ordene", fold)
    expect(karin.page.get_by_role("alert")).to_be_focused()
    expect(fold).to_have_attribute("open", "")
    karin.write("Hvad er det godt for?", "Så ved jeg, hvad jeg kan", fold).press("Gem ordene", fold)
    karin.hears("Ordene er ændret.").has_stayed()
    expect(karin.page.locator("#why")).not_to_have_attribute("open", "")
    expect(karin.page.locator("#why textarea[name=why]")).to_have_value("Så ved jeg, hvad jeg kan")


def test_a_reason_that_was_sent_is_not_there_to_be_sent_again(scene: Scene) -> None:
    mette: Caseworker = scene("Mette Krog")
    mette.open_citizen("Karin").open_step(AGREED).stays()
    fold = mette.unfold("Skriv det med andre ord")
    because = mette.write("Skridtet", "Du skal komme", fold).page.locator("#title-because")
    because.fill("Du skal komme")
    expect(mette.page.locator("#title-because-tone")).not_to_be_empty()
    expect(fold).to_have_attribute("open", "")
    mette.press("Gem ordene", fold).hears("Det ligger som et forslag").has_stayed()
    expect(mette.page.locator("#title")).not_to_have_attribute("open", "")
    expect(because).to_have_value("")


def test_what_is_to_be_put_right_is_read_first(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.follow("Tilføj et skridt").stays().write("Hvad er skridtet?", "Ring til 010203-1234")
    karin.press("Sæt det på vejen")
    expect(karin.page.get_by_role("alert")).to_be_focused()
    karin.sees("Det ligner et CPR-nummer.").has_stayed()
    assert "010203" not in karin.page.get_by_label("Hvad er skridtet?").input_value()
