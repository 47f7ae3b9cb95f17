"""What fills: by touch, by keyboard alone and without a script, in every language, and light on a slow network."""

import pytest
from browser.fixtures import Scene
from browser.pages import LANGUAGES
from browser.person import Person
from browser.test_aloud import VOICES
from browser.test_keyboard import tab_to
from browser.wire import Wire
from playwright.sync_api import Locator, expect

from minplan import content, language

pytestmark = pytest.mark.browser
MOST_BYTES = 30_000


def word(person: Person, feeling: str) -> str:
    return content.feeling_word(feeling, language.translator(person.lang)).capitalize()


def bubble(person: Person, feeling: str) -> Locator:
    return person.page.locator("label.grows", has_text=word(person, feeling))


def drawn(label: Locator) -> int:
    """How wide its circle is, in pixels."""
    return int(label.locator(".circle").evaluate("each => parseFloat(getComputedStyle(each, '::before').width)"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bubble_grows_under_a_finger_and_says_its_word_alone(scene: Scene, lang: str) -> None:
    karin: Person = scene("Karin", lang, has_touch=True, reduced_motion="reduce")
    page, help_now = karin.page, karin.page.locator("[data-help-now]")
    page.add_init_script(VOICES)
    page.goto("/feelings")
    worried, spoken = bubble(karin, "worried"), page.locator(".spoken")
    for pixels, size in ((40, "ikke"), (52, "lidt"), (68, "noget"), (84, "meget"), (100, "fylder det hele")):
        slider = page.get_by_role("slider", name=word(karin, "worried"), exact=True)
        expect(slider).to_have_attribute("aria-valuetext", karin.says(size))
        assert drawn(worried) == pixels and (help_now.get_attribute("open") is None) == (pixels < 100)
        worried.tap()
    assert drawn(worried) == 100, "it stops at the largest"
    expect(spoken).to_have_text(f"{word(karin, 'worried')}: {karin.says('fylder det hele')}")
    karin.press("Mindre")
    expect(spoken).to_have_text(f"{word(karin, 'worried')}: {karin.says('meget')}")
    aloud = page.get_by_role("button", name=karin.says("Læs højt"))
    expect(aloud).to_be_visible(visible=lang == "da")  # the only one that this device has a voice for
    bubble(karin, "glad").tap()
    if lang == "da":
        aloud.tap()
        assert page.evaluate("window.spoken") == ["Noget er godt i dag.", "da"]
    karin.press("Fjern")
    expect(page.get_by_role("slider", name=word(karin, "glad"))).to_be_focused()
    other = "en" if lang == "ar" else "ar"
    page.locator(".langs summary").tap()
    page.locator(f".langs [lang={other}]").tap()
    karin.lang = other
    expect(page.get_by_role("slider", name=word(karin, "worried"))).to_have_value("3")
    karin.press("Se mit billede")
    expect(page.get_by_role("main")).to_contain_text(word(karin, "worried").lower())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_by_keyboard_alone_with_an_own_word(scene: Scene, lang: str) -> None:
    karin: Person = scene("Karin", lang, reduced_motion="reduce")
    page, keys = karin.page, karin.page.keyboard
    page.goto("/feelings")
    tab_to(page, karin.says("Spring over"))
    keys.press("ArrowDown")
    expect(page.locator("[name=day][value=good]")).to_be_checked()
    tab_to(page, word(karin, "worried"))
    for _ in range(2):
        keys.press("ArrowUp")  # the same from the left and from the right
    expect(page.locator(":focus")).to_have_attribute("aria-valuetext", karin.says("noget"))
    tab_to(page, karin.says("+ Mit eget ord"))
    keys.press("Enter")
    tab_to(page, karin.says("Mit eget ord"))
    keys.type("regninger")
    tab_to(page, "regninger")
    keys.press("End")
    assert drawn(page.locator("label.grows", has_text="regninger")) == 100
    tab_to(page, karin.says("Se mit billede"))
    keys.press("Enter")
    karin.sees("regninger").sees_not("Hvad fylder?")


@pytest.mark.parametrize("look", [{}, {"forced_colors": "active"}])
def test_sizes_are_told_apart_with_large_letters_and_in_forced_colours(scene: Scene, look: dict[str, str]) -> None:
    karin: Person = scene("Karin", reduced_motion="reduce", **look)
    karin.page.goto("/feelings")
    karin.page.evaluate("document.documentElement.style.fontSize = '200%'")
    worried, widths = bubble(karin, "worried"), []
    for _ in range(5):
        widths.append(drawn(worried))
        worried.click()
    assert widths == sorted(widths) and len(set(widths)) == 5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_script_the_dots_grow(scene: Scene, lang: str) -> None:
    karin: Person = scene("Karin", lang, java_script_enabled=False)
    karin.page.goto("/feelings")
    sizes = karin.page.get_by_role("group", name=word(karin, "worried")).get_by_role("radio")
    widths = [sizes.nth(n).bounding_box()["width"] for n in range(5)]  # type: ignore[index]
    assert widths == sorted(widths) and len(set(widths)) == 5
    sizes.nth(3).check()
    karin.press("Se mit billede").sees("Er der også noget, der løfter – bare lidt?").press("Ja")
    worried = karin.page.get_by_role("group", name=word(karin, "worried"))
    expect(worried.get_by_label(karin.says("meget"), exact=True)).to_be_checked()
    karin.press("Se mit billede").press("Ikke i dag").sees_not("Er der også noget, der løfter")


def test_it_fits_a_slow_network_with_every_face(scene: Scene) -> None:
    karin: Person = scene("Karin")
    wire = Wire(karin.page)
    for lang in LANGUAGES:
        wire.open(f"/feelings?lang={lang}")
        print(f"{lang}: {wire.bytes} bytes, {len(wire.begun)} requests")
        assert wire.bytes <= MOST_BYTES
