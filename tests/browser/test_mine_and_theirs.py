"""Two edits at once: of one field one chooses, of two fields both hold."""

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NEXT = "Skriv ned, hvad du kan nu"
AGREED = "Aftal timer med plejehjemmet"


def test_the_same_field_shows_mine_theirs_and_the_choice(scene: Scene) -> None:
    phone: Citizen = scene("Karin").open_step(NEXT)
    computer = phone.another_window().open_step(NEXT)
    phone.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Lav en liste"}).hears("Ordene er ændret.")
    computer.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Tegn, hvad jeg kan"})
    computer.heading("I ændrede det samme samtidig").sees("Sådan står det nu", "Lav en liste")
    expect(computer.page.get_by_role("textbox").first).to_have_value("Tegn, hvad jeg kan")
    computer.press("Brug mit").hears("Ordene er ændret.").heading("Tegn, hvad jeg kan")


def test_one_may_keep_what_stands(scene: Scene) -> None:
    mette: Caseworker = scene("Mette Krog").open_citizen("Karin").open_step(AGREED)
    karin: Citizen = scene("Karin").open_step(AGREED)
    mette.change("Giv bolden videre", "Giv bolden videre", picks=("Mette Krog (kommunen)",))
    mette.hears("Bolden er givet videre.")
    karin.change("Giv bolden videre", "Giv bolden videre", picks=("Mig",)).heading("I ændrede det samme samtidig")
    karin.follow("Behold det, der står").heading(AGREED).sees("Bolden ligger hos Mette Krog (kommunen).")


def test_different_fields_both_hold(scene: Scene) -> None:
    phone: Citizen = scene("Karin").open_step(NEXT)
    computer = phone.another_window().open_step(NEXT)
    phone.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Lav en liste"}).hears("Ordene er ændret.")
    computer.change("Vælg en dag", "Gem dagen", {"Dag": "2026-12-01"}).hears("Datoen er ændret.")
    computer.heading("Lav en liste").sees("tirsdag den 1. december")
