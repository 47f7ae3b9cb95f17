"""The time before a meeting, from the first word to the door: every sentence of it, played by the two."""

import re
from typing import Any
from urllib.request import Request, urlopen

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import LivedIn, Scene
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, expect

pytestmark = pytest.mark.browser
BELIEF = "Jeg tror, at hun er bange for afslag"
TODAY = "mandag den 23. november kl. 14.00"


def test_each_sentence_of_before(scene: Scene) -> None:
    karin, mette = scene("Karin"), scene("Mette Krog")
    _both_propose_times(karin, mette)
    _what_the_citizen_needs(karin, mette)
    _why_how_long_and_what_is_decided(karin, mette)
    _who_comes_is_the_citizens_yes(karin, mette)
    _the_citizens_own_agenda(karin, mette)
    _what_the_other_believes_stays_with_them(mette)
    _it_stands_in_a_calendar_by_a_neutral_name(karin)
    _the_first_meetings_card(karin)
    _arriving_is_one_tap(karin, mette)
    _it_is_moved_with_an_apology(karin, mette)
    _i_cannot_come_in_two_taps(karin)


def test_a_missed_meeting_asks_how_the_person_is(lived_in: LivedIn, browser: Browser) -> None:
    context = browser.new_context(base_url=lived_in.address)
    yusuf, ids = Citizen(context.new_page()).come_in("Yusuf"), lived_in.ids["Yusuf"]
    yusuf.page.goto(f"/plans/{ids['plan']}/meetings/{ids['missed meeting']}")
    yusuf.sees("Hvordan har du det?", "Find en ny tid", "Ring til mig", "Jeg har brug for …")
    yusuf.sees_not("udeblevet", "mødte ikke op")
    context.close()


def _offer(person: Citizen, number: int, on: str, clock: str) -> None:
    row = person.page.get_by_role("group", name=f"Forslag {number}", exact=True)
    row.get_by_label("Dag", exact=True).fill(on)
    row.get_by_label("Klokken", exact=True).fill(clock)


def _both_propose_times(karin: Citizen, mette: Caseworker) -> None:
    """The citizen proposes, with a note; the other has other times; the citizen says yes to one of them."""
    karin.follow("Møder").follow("Foreslå et møde")
    _offer(karin, 1, "2026-12-01", "10:00")
    karin.unfold("Hvad vil du gerne tale om?")
    karin.pick("Mine penge").press("Send forslaget").hears("Tak. Du får svar senest onsdag den 25. november.")
    mette.follow("Mine møder").page.get_by_role("link", name=re.compile("^Karin")).first.click()
    mette.sees("Karin foreslår et møde", "Mine penge")
    mette.follow("Foreslå andre tider")
    _offer(mette, 1, "2026-11-23", "14:00")
    mette.press("Send forslaget").hears("De nye tider er sendt.")
    karin.page.reload()
    karin.sees("Her vælger du", TODAY).press("Sig ja til mødet").hears("Godt. I har en aftale.").sees(TODAY)


def _what_the_citizen_needs(karin: Citizen, mette: Caseworker) -> None:
    needs = karin.unfold("Fortæl, hvad du har brug for")
    karin.pick("En tolk", needs).select("Tolkens sprog", "العربية", needs).pick("Et roligt rum", needs)
    karin.press("Gem", needs).hears("Tak, fordi du siger det.")
    mette.page.reload()
    for told in ("En tolk", "Et roligt rum"):
        row = mette.page.locator("ul.needs > li", has_text=told)
        row.get_by_text("Svar", exact=True).click()
        mette.press("Send svaret", row).hears("Svaret er sendt.")
    karin.page.reload()
    karin.sees("Ja, det sørger vi for.")
    expect(_people(karin)).to_contain_text("tolk")  # comes along, and needs no account


def _why_how_long_and_what_is_decided(karin: Citizen, mette: Caseworker) -> None:
    for field, words in (("Derfor mødes vi", "Vi ser på dine penge"), ("Det skal vi beslutte", "Hvem der hjælper")):
        fold = mette.page.locator("#describe").get_by_text(field, exact=True).first
        fold.click()
        form = mette.page.locator("#describe details[open]").last
        mette.write(field, words, form).press("Gem", form).sees(words)
    karin.page.reload()
    karin.sees("Derfor mødes vi", "Vi ser på dine penge", "Det skal vi beslutte", "Hvem der hjælper", "60 minutter")


def _who_comes_is_the_citizens_yes(karin: Citizen, mette: Caseworker) -> None:
    guest = mette.unfold("Tag en med")
    mette.write("Navn", "Jonas", guest)
    mette.unfold("Rolle, sprog og hvorfor")
    mette.write("Rolle", "Økonom", guest).write("Hvorfor kommer de?", "Han kender reglerne", guest)
    mette.press("Spørg borgeren", guest).sees("Venter på borgerens ja")
    karin.page.reload()
    karin.sees("Må Jonas være med?", "Han kender reglerne").press("Ja, det er fint").hears("Godt. Det ved alle nu.")
    mette.page.reload()
    mette.sees_not("Venter på borgerens ja")


def _people(who: Citizen) -> Locator:
    return who.page.locator("#people")


def _the_citizens_own_agenda(karin: Citizen, mette: Caseworker) -> None:
    fold = karin.unfold("Sæt noget på")
    karin.press("Min bolig", fold).hears("Det står på dagsordenen nu.")
    fold = karin.unfold("Sæt noget på")
    karin.write("Eller skriv med dine egne ord", "Min søsters have", fold).press("Sæt det på", fold)
    expect(karin.page.locator("#agenda .what").filter(has_text="Min søsters have")).to_have_count(1)
    mette.page.reload()
    points = mette.page.locator("#agenda .what")
    expect(points.first).to_contain_text("Mine penge")  # the note of the booking; the citizen's own come first
    mette.sees("Min bolig", "Min søsters have")


def _what_the_other_believes_stays_with_them(mette: Caseworker) -> None:
    mette.page.get_by_text("Min forforståelse").click()
    sent: list[str] = []
    mette.page.on("request", lambda request: sent.append(str(request.post_data)))
    mette.page.locator("[data-preconception] textarea").first.fill(BELIEF)
    mette.sees("Gemt i den her browser")
    assert not any("bange" in each for each in sent)


def _it_stands_in_a_calendar_by_a_neutral_name(karin: Citizen) -> None:
    karin.unfold("I min kalender")
    with karin.page.expect_download() as found:
        karin.follow("Læg mødet ind uden sted")
    (event,) = Calendar.from_ical(found.value.path().read_bytes()).walk("VEVENT")
    assert (str(event["SUMMARY"]), event.decoded("DTSTART").hour) == ("Møde", 13)  # two o'clock is 13 in UTC
    card = karin.page.url
    karin.page.goto("/calendar")
    first, second = _address(karin, "Lav min adresse"), _address(karin, "Få en ny adresse")
    assert _fetched(first) == 404
    assert _fetched(second) == 200
    karin.page.goto(card)


def _address(karin: Citizen, button: str) -> str:
    karin.press(button).heading("Din kalenders adresse")
    address = karin.page.locator(".address").inner_text().replace("\u200b", "")
    karin.follow("Jeg har adressen").heading("Møder i din egen kalender")
    return address


def _fetched(address: str) -> Any:
    try:
        return urlopen(Request(address), timeout=5).status
    except OSError as refused:
        return getattr(refused, "code", None)


def _the_first_meetings_card(karin: Citizen) -> None:
    karin.sees("Det er jeres første møde", "Mette Krog tager imod dig.", "Ingen siger dit CPR-nummer højt.")


def _arriving_is_one_tap(karin: Citizen, mette: Caseworker) -> None:
    karin.press("Jeg er her").sees("De ved, at du er her.")
    mette.page.goto("/meetings")
    mette.sees("Er her")
    karin.press("Det var en fejl").sees("Jeg er her").sees_not("De ved, at du er her.")


def _it_is_moved_with_an_apology(karin: Citizen, mette: Caseworker) -> None:
    mette.page.goto(karin.page.url)
    mette.follow("Flyt mødet")
    _offer(mette, 1, "2026-11-24", "09:00")
    mette.write("Hvorfor?", "Tolken er syg").press("Flyt mødet").hears("Mødet er flyttet.")
    karin.page.goto("/notices")
    expect(karin.page.locator("main")).to_contain_text(re.compile("møde"))
    karin.page.goto(mette.page.url)
    karin.sees("Vi har flyttet mødet. Undskyld.", "Tolken er syg").press("Sig ja til mødet")
    karin.hears("Godt. I har en aftale.")


def _i_cannot_come_in_two_taps(karin: Citizen) -> None:
    karin.follow("Jeg kan ikke komme").sees("Du behøver ikke sige hvorfor.").press("Jeg kan ikke komme")
    karin.hears("Tak, fordi du sagde det.").sees("Find en ny tid", "Jeg har brug for …")
