"""What comes of an hour: expectations as two halves, agreements in two taps, a yes from everybody, and a next step."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.table import Room, room
from browser.test_joining import come_to_the_table
from playwright.sync_api import Browser, Locator, expect

__all__ = ["room"]
pytestmark = pytest.mark.browser
CALLS = re.compile("ringer og hører, hvordan det går")


def test_each_sentence_of_expectations_and_agreements(room: Room, browser: Browser) -> None:
    mette, karin = room("Mette Krog"), room("Karin")
    _both_write_what_they_expect(mette, karin)
    _two_taps_make_an_agreement(mette)
    _kinds_are_told_apart(mette, karin)
    _nobody_leaves_without_a_next_step(mette)
    _a_device_that_joined_waits(mette, browser)
    _a_workplace_says_yes_on_the_same_screen(mette)
    _one_hands_over_and_one_sees_it_differently(mette, karin)
    _it_closes_with_a_next_step(mette)
    _all_have_a_copy(karin)


def _part(who: Citizen, name: str) -> Locator:
    return who.page.locator(f"section#{name}")


def _both_write_what_they_expect(mette: Caseworker, karin: Citizen) -> None:
    halves = _part(karin, "expectations").locator(".half")
    first, second = halves.nth(0).bounding_box(), halves.nth(1).bounding_box()
    assert first and second and first["width"] == second["width"], "two equal halves"
    for who, half, words in ((karin, 0, "Ring, før du skriver"), (mette, 1, "Sig til, når det er svært")):
        fold = _part(who, "expectations").locator(".half").nth(half)
        fold.get_by_text("Skriv noget på").click()
        who.write("Eller skriv med egne ord", words, fold).press("Skriv det på", fold)
    mette.sees("Ring, før du skriver")
    karin.sees("Sig til, når det er svært")
    line = _part(karin, "expectations").get_by_role("listitem").filter(has_text="Sig til, når det er svært")
    karin.pick("Passende", line)
    hers = _part(mette, "expectations").get_by_role("listitem").filter(has_text="Sig til, når det er svært")
    expect(hers.get_by_text("Passende", exact=True)).to_be_visible()


def _two_taps_make_an_agreement(mette: Caseworker) -> None:
    """One tap writes it down with why, whose ball and a day; the second is the yes, further down."""
    agreements = _part(mette, "agreements")
    mette.unfold("Flere aftaler")
    agreements.get_by_role("button", name="Ring og hør, hvordan det går").first.click()
    made = agreements.get_by_role("listitem").filter(has_text="Ring og hør").first
    expect(made).to_contain_text("Derfor:")
    expect(made).to_contain_text("Bolden ligger hos dig.")
    expect(made).to_contain_text("Senest")


def _kinds_are_told_apart(mette: Caseworker, karin: Citizen) -> None:
    for what, kind in (("Gå en tur hver dag", "Hvis Karin vil"), ("Mød op hver måned", "Det skal vi efter loven")):
        fold = mette.unfold("Skriv jeres egen aftale")
        mette.write("Hvad aftaler I?", what, fold).pick(kind, fold)
        mette.write("Hvad er det godt for?", "Så ved vi, hvordan det går", fold)
        if "loven" in kind:
            mette.write("Lov og paragraf, hvis loven beder om det", "LAB § 31", fold)
        mette.press("Skriv aftalen ned", fold).sees(what)
        expect(fold).not_to_have_attribute("open", "")  # it closes when its answer is there
    karin.sees("Gå en tur hver dag", "Mød op hver måned")
    lines = _part(karin, "agreements").locator("li[id^=agreement-]")
    shown = [lines.filter(has_text=each) for each in ("Gå en tur", "Mød op")]
    expect(shown[0]).to_contain_text("Hvis du vil")
    expect(shown[1]).to_contain_text("LAB § 31")
    expect(lines.filter(has_text=CALLS)).to_contain_text("En aftale")


def _nobody_leaves_without_a_next_step(mette: Caseworker) -> None:
    """The promise asks for a day; without one, and with one that has gone by, the meeting stays open."""
    room_address, closing = mette.page.url, _part(mette, "closing")
    for day in ("", "2026-11-01"):
        closing.get_by_label("Vi fandt ikke et i dag. En af os skriver.").check()
        closing.get_by_label("Senest hvilken dag?").fill(day)
        closing.get_by_role("button", name="Slut mødet").click()
        expect(mette.page.get_by_role("alert").first).to_be_visible()
        mette.heading("Inden I går")
        mette.page.goto(room_address)
        mette.heading("Jeres møde")


def _a_device_that_joined_waits(mette: Caseworker, browser: Browser) -> None:
    room_address = mette.page.url
    mette.press("Lad en telefon gå med")
    phone = come_to_the_table(browser, mette)
    phone.press("Gå med").heading("Jeres møde")
    phone.sees("Dit ja venter, til du selv er logget ind, eller skriver under på papir.")
    phone.press("Jeg er enig", _part(phone, "confirmation"))
    expect(_part(phone, "confirmation")).to_contain_text("venter")
    phone.page.context.close()
    mette.page.goto(room_address)


def _a_workplace_says_yes_on_the_same_screen(mette: Caseworker) -> None:
    mette.follow("Giv skærmen til en arbejdsplads eller leverandør")
    mette.page.get_by_role("checkbox", name="Gå en tur hver dag").check()
    mette.press("Vis det, og giv skærmen videre").sees("Gå en tur hver dag").sees_not("Mød op hver måned")
    mette.write("Dit navn", "Bente Holt").write("Din rolle", "Havechef").pick("Jeg er enig").press("Skriv det ned")
    mette.heading("Tak. Det er skrevet ned.").follow("Giv skærmen tilbage").heading("Jeres møde").sees("Bente Holt")


def _one_hands_over_and_one_sees_it_differently(mette: Caseworker, karin: Citizen) -> None:
    mette.follow("Giv skærmen til Karin").heading("Skærmen er din, Karin").sees_not("Beskeder", "Log ud")
    mette.page.get_by_role("button", name="Jeg er enig").click()
    mette.heading("Tak. Det er skrevet ned.").follow("Giv skærmen tilbage").heading("Jeres møde")
    karin.page.reload()
    karin.unfold("Svar noget andet")
    fold = karin.unfold("Jeg ser det anderledes")
    karin.write("Hvordan ser du det?", "En tur hver dag er for meget.", fold).press("Skriv det ned", fold)
    karin.sees("En tur hver dag er for meget.")
    mette.sees("En tur hver dag er for meget.")
    karin.unfold("Svar noget andet")
    karin.press("Jeg er enig", _part(karin, "confirmation")).sees("Tak. Det er skrevet ned.")


def _it_closes_with_a_next_step(mette: Caseworker) -> None:
    closing = _part(mette, "closing")
    closing.get_by_role("radio").first.check()
    mette.press("Slut mødet", closing).heading("Det kom I frem til")


def _all_have_a_copy(karin: Citizen) -> None:
    """The citizen's own screen goes on to the summary by itself; it can be printed, and a notice leads there too."""
    karin.heading("Det kom I frem til").sees("Næste skridt", "Det har I aftalt", "Det forventer vi af hinanden")
    karin.sees("Bente Holt", "Print siden")
    karin.page.goto("/plan")
    expect(karin.page.locator("main")).to_contain_text("Mød op hver måned")
