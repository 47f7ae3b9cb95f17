"""A citizen and her contact person, each with their own browser, on the same way."""

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene

pytestmark = pytest.mark.browser

AGREED = "Aftal timer med plejehjemmet"
CLUBS = "Mette finder to bogklubber"
LAST = "Prøv én aften, med Mette første gang"
LATER = "Det ligger som et forslag, indtil borgeren svarer."


def test_what_is_proposed_waits_for_the_citizens_answer(scene: Scene) -> None:
    mette: Caseworker = scene("Mette Krog")
    mette.open_citizen("Karin").open_step(AGREED)
    mette.change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Aftal timer sammen"}).hears(LATER)
    mette.back_to_the_way()
    for title in ("Besøg biblioteket", "Ring til Ydelse", "Kig på en bolig"):
        mette.follow("Tilføj et skridt").write("Hvad er skridtet?", title)
        mette.write("Hvad er det godt for?", "Så ved vi det").lead_somewhere().press("Læg forslaget frem").hears(LATER)
    karin: Citizen = scene("Karin")
    karin.sees(AGREED).answer("Aftal timer sammen", "Ja").hears("Svaret er ja.").sees("Aftal timer sammen")
    own = {"Dine ord, hvis du retter det": "Besøg biblioteket om aftenen"}
    karin.answer("Besøg biblioteket", "Ja, men ret det", own).hears("Det er rettet, og svaret er ja.")
    karin.answer("Ring til Ydelse", "Nej tak").hears("Svaret er nej tak.")
    karin.answer("Kig på en bolig", "Lad os tale om det").hears("I taler om det.")
    mette.page.reload()
    mette.sees("Aftal timer sammen", "Besøg biblioteket om aftenen", "Kig på en bolig")
    mette.sees_not(AGREED)


def test_a_citizens_other_date_waits_for_the_contact(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.open_step(AGREED).change("Vælg en dag", "Gem dagen", {"Dag": "2026-12-08"})
    karin.hears("Det ligger som et forslag. Du får svar senest onsdag den 25. november.")
    mette: Caseworker = scene("Mette Krog")
    mette.open_citizen("Karin").follow("Svar på et forslag").pick("Ja").press("Send svaret").hears("Svaret er ja.")
    karin.page.reload()
    karin.sees("tirsdag den 8. december")


def test_a_call_gets_a_persons_answer(scene: Scene) -> None:
    karin: Citizen = scene("Karin")
    karin.follow("Spørg om noget").pick("Jeg har en idé")
    karin.write("Eller skriv med dine egne ord", "Må jeg prøve køkkenet?").press("Send")
    karin.hears("Tak. Vi har fået det.").back_to_the_way()
    mette: Caseworker = scene("Mette Krog")
    mette.sees("Har spurgt dig").follow("Svar: Jeg har en idé").sees("Må jeg prøve køkkenet?")
    mette.pick("Ja, hvis …").write("Dine ord", "Hvis du ringer til dem først", mette.form("Send svaret"))
    mette.press("Send svaret").hears("Svaret er sendt.")
    karin.page.reload()
    karin.sees("Ja, hvis …", "Hvis du ringer til dem først").follow("Jeg har en idé").press("Tak, det er godt")
    karin.hears("Samtalen er slut.")


def test_a_hidden_track_does_not_exist_for_whom_it_is_hidden_from(scene: Scene) -> None:
    mette: Caseworker = scene("Mette Krog")
    mette.open_citizen("Karin").sees(CLUBS).open_step(CLUBS)
    address = mette.page.url
    karin: Citizen = scene("Karin")
    karin.follow("Dig og dem omkring dig").follow("Hvad fagpersoner må se")
    mettes = karin.unfold("Ret, hvad Mette Krog må se")
    karin.untick("Fællesskab", mettes).press("Gem for Mette Krog").hears("Det er gemt.")
    assert mette.page.goto(address).status == 404  # type: ignore[union-attr]
    mette.follow("Gå til din forside").open_citizen("Karin").sees_not(CLUBS, LAST)
    mette.follow("Hvad er der sket?").sees_not(CLUBS, LAST)
    karin.follow("Tilbage til: Dig og dem omkring dig").back_to_the_way().sees(CLUBS, LAST)
