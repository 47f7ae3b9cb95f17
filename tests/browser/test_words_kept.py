"""With JavaScript: a new step is met where it is told of, and another language takes no words away."""

import pytest
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_new_step_is_met_where_it_is_told_of(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.follow("Tilføj et skridt").stays().write("Hvad er skridtet?", "Ring til biblioteket")
    karin.page.locator("[name=milestone]").select_option(index=1)
    karin.press("Sæt det på vejen").hears("“⁨Ring til biblioteket⁩” ligger nu på vejen.").has_stayed()
    expect(karin.page.locator(".flash")).to_be_focused()


def test_another_language_in_the_middle_of_a_form_takes_no_words_away(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.follow("Tilføj et skridt").stays().write("Hvad er skridtet?", "Ring til biblioteket")
    karin.page.locator(".langs summary").click()
    karin.page.get_by_role("link", name="العربية").click()
    expect(karin.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(karin.page.locator("html")).to_have_attribute("lang", "ar")
    expect(karin.page.locator("[name=title]")).to_have_value("Ring til biblioteket")
    expect(karin.page.locator("form[action$='/steps'] [name=lang]")).to_have_value("da")
    karin.has_stayed()
    karin.page.reload()
    expect(karin.page.locator("html")).to_have_attribute("dir", "rtl")
