"""The day of a meeting: moved with an apology, a point that both write on, and "I cannot come" in two taps."""

import re

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene

pytestmark = pytest.mark.browser
FOURTH = re.compile(r"I mødes fredag\sden\s4\.\sdecember")


def _open_meeting(person: Citizen) -> Citizen:
    """From where somebody stands to the card of the meeting on that day."""
    person.page.get_by_role("link", name=FOURTH).first.click()
    return person


def test_it_is_moved_with_an_apology_and_then_the_citizen_cannot_come(scene: Scene) -> None:
    mette: Caseworker = scene("Mette Krog")
    _open_meeting(mette).follow("Flyt mødet")
    row = mette.page.get_by_role("group", name="Forslag 1", exact=True)
    row.get_by_label("Dag", exact=True).fill("2026-12-07")
    row.get_by_label("Klokken", exact=True).fill("13:00")
    mette.press("Flyt mødet").sees("Skriv eller vælg noget her.")
    mette.write("Hvorfor?", "Jeg er på kursus").press("Flyt mødet").hears("Mødet er flyttet.")
    karin: Citizen = scene("Karin")
    karin.follow("Et møde er foreslået.").sees("Vi har flyttet mødet. Undskyld.", "Jeg er på kursus")
    karin.press("Sig ja til mødet").hears("Godt. I har en aftale.")
    karin.page.goto("/plan")
    karin.follow("Jeg kan ikke komme").sees("Du behøver ikke sige hvorfor.").press("Jeg kan ikke komme")
    karin.hears("Tak, fordi du sagde det.").sees("Find en ny tid", "Jeg har brug for …")
    karin.press("Ring til mig").hears("Du får svar senest onsdag den 25. november.")
    mette.page.goto("/citizens")
    mette.sees("Har spurgt dig")


def test_both_write_on_the_agenda_and_put_it_in_order(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    _open_meeting(karin)
    karin.unfold("Sæt noget på")
    karin.press("Noget, jeg drømmer om").hears("Det står på dagsordenen nu.")
    mette: Caseworker = scene("Mette Krog")
    _open_meeting(mette).sees("Noget, jeg drømmer om")
    mette.unfold("Sæt noget på")
    mette.write("Eller skriv med dine egne ord", "Ferien").press("Sæt det på").hears("Det står på dagsordenen nu.")
    karin.page.reload()
    fold = karin.unfold("Ret eller flyt Ferien")
    karin.press("Tidligere", fold).hears("Rækkefølgen er ændret.")
    karin.unfold("Ret eller flyt Noget, jeg drømmer om")
    karin.page.get_by_role("button", name="Tag af").last.click()
    karin.hears("Punktet er taget af.")
