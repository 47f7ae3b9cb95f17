"""Before a meeting: a citizen and their contact person find a time, say what it is about, and decide who comes."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import Locator, expect

pytestmark = pytest.mark.browser


def _offer(row: Locator, on: str, clock: str) -> None:
    row.get_by_label("Dag", exact=True).fill(on)
    row.get_by_label("Klokken", exact=True).fill(clock)


def _propose(person: Citizen, *times: tuple[str, str]) -> None:
    """From the list of meetings: propose these times."""
    person.follow("Møder").follow("Foreslå et møde")
    person.unfold("Flere tider, hvis du vil")
    for number, (on, clock) in enumerate(times, 1):
        _offer(person.page.get_by_role("group", name=f"Forslag {number}", exact=True), on, clock)


def test_a_citizen_proposes_with_a_note_and_the_other_says_yes(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    _propose(karin, ("2026-12-01", "10:00"), ("2026-12-02", "13:30"))
    karin.unfold("Hvad vil du gerne tale om?")
    karin.unfold("Hvordan, hvor længe og med hvem")
    karin.pick("Mine penge").pick("På biblioteket").write("Eller skriv med dine egne ord", "Min husleje")
    karin.press("Send forslaget").hears("Tak. Du får svar senest onsdag den 25. november.")
    karin.sees("Du venter på svar", "tirsdag den 1. december kl. 10.00", "Min husleje")
    mette: Caseworker = scene("Mette Krog")
    mette.follow("Mine møder").page.get_by_role("link", name=re.compile("^Karin")).first.click()
    mette.heading("Borgerens egen samtale")
    mette.sees("Karin foreslår et møde", "Mine penge")
    mette.pick("onsdag den 2. december kl. 13.30").press("Sig ja til mødet").hears("Godt. I har en aftale.")
    karin.page.reload()
    karin.sees("I har en aftale", "onsdag den 2. december kl. 13.30", "På biblioteket")


def test_the_citizen_needs_something_and_decides_who_comes(scene: Scene) -> None:
    lars: Caseworker = scene("Lars Holm")
    lars.open_citizen("Yusuf")
    _propose(lars, ("2026-12-08", "09:00"), ("2026-12-09", "09:00"))
    lars.page.get_by_role("radio", name="Rundbordssamtale").check()
    lars.write("Derfor mødes vi", "Vi samler trådene")
    lars.press("Send forslaget").hears("Forslaget er sendt.")
    guest = lars.unfold("Tag en med")
    lars.write("Navn", "Jonas", guest)
    lars.unfold("Rolle, sprog og hvorfor")
    lars.write("Rolle", "Psykolog", guest).write("Hvorfor kommer de?", "Han kender søvn", guest)
    lars.press("Spørg borgeren", guest).hears("Nu spørger vi borgeren.").sees("Venter på borgerens ja")
    yusuf: Citizen = scene("Yusuf")
    yusuf.follow("Møder").page.get_by_role("link", name=re.compile("^Rundbordssamtale")).first.click()
    yusuf.sees("Her vælger du", "Vi samler trådene", "Han kender søvn")
    yusuf.sees("Må Jonas være med?").press("Ja, det er fint").hears("Godt. Det ved alle nu.")
    needs = yusuf.unfold("Fortæl, hvad du har brug for")
    yusuf.pick("Et roligt rum", needs).pick("Bedst om formiddagen", needs).press("Gem", needs)
    yusuf.hears("Tak, fordi du siger det. Vi ser på det.")
    yusuf.press("Ingen af dem passer").hears("Det er helt i orden.")
    lars.page.reload()
    lars.sees("Yusuf vil gerne have andre tider", "Mangler et svar")
    answer = lars.unfold("Svar")
    lars.press("Send svaret", answer).hears("Svaret er sendt.")
    lars.follow("Foreslå tider").sees("Bedst om formiddagen")
    _offer(lars.page.get_by_role("group", name="Forslag 1", exact=True), "2026-12-10", "09:00")
    lars.press("Send forslaget").hears("De nye tider er sendt.")
    yusuf.page.reload()
    yusuf.sees("Ja, det sørger vi for.").press("Sig ja til mødet").hears("Godt. I har en aftale.")
    expect(yusuf.page.locator(".when")).to_have_text("torsdag den 10. december kl. 09.00")
