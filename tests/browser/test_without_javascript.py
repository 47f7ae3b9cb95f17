"""Every change works where no script runs: by the citizen, and by the contact person where the policy lets them."""

from functools import partial

import pytest
from browser.caseworker import Caseworker
from browser.citizen import Citizen
from browser.fixtures import Scene

pytestmark = pytest.mark.browser

NEXT = "Skriv ned, hvad du kan nu"
LAST = "Prøv én aften, med Mette første gang"
AGREED = "Aftal timer med plejehjemmet"
CLUBS = "Mette finder to bogklubber"


@pytest.fixture
def plain(scene: Scene) -> Scene:
    """Somebody whose browser runs no script."""
    return partial(scene, java_script_enabled=False)


def test_goals_milestones_and_steps_are_added(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.follow("Tilføj et mål").write("Hvad vil du gerne?", "Lære at svømme").pick("Helbred")
    karin.press("Gem målet").hears("Målet står ved horisonten.").heading("Lære at svømme")
    karin.write("Hvad er delmålet?", "Vænne mig til vandet").press("Gem delmålet").hears("Delmålet er på vejen.")
    karin.follow("Tilføj et skridt").write("Hvad er skridtet?", "Tag med til svømmehallen 🏊")
    karin.select("Hvor fører det hen?", "Vænne mig til vandet").press("Sæt det på vejen")
    karin.hears("ligger nu på vejen.").sees("Tag med til svømmehallen 🏊", "fører mod: Lære at svømme")
    karin.follow("Lære at svømme").change("Skriv det med andre ord", "Gem ordene", {"Målet": "Svømme i havet"})
    karin.hears("Ordene er ændret.").heading("Svømme i havet")


def test_a_step_is_added_with_a_ready_sentence(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.follow("Tilføj et skridt").unfold("Helbred").get_by_role("link").first.click()
    karin.sees("Brug mine egne ord i stedet").press("Sæt det på vejen").sees("Skriv eller vælg noget her.")
    karin.lead_somewhere().press("Sæt det på vejen").hears("ligger nu på vejen.")


def test_a_step_is_done_and_taken_back(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.press("Det er klaret").heading(f"Du klarede det: {NEXT}").press("Tag det tilbage")
    karin.hears("Skridtet er åbent igen.").sees(NEXT, "Du er her")


def test_a_step_goes_through_every_state(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.open_step(NEXT).press("Sæt i gang").hears("Skridtet er i gang.")
    answer = {"Navn, hvis det er en anden": "lægen", "Hvornår ventes svaret?": "2026-12-03"}
    karin.change("Det venter på nogen", "Gem", answer, ("En anden",)).hears("Skridtet venter nu.")
    karin.sees("Bolden ligger hos lægen.")
    karin.change("Lad det hvile", "Lad det hvile", {"Hvornår ser vi på det igen?": "2026-12-10"})
    karin.hears("Skridtet hviler.").press("Sæt det til senere").hears("Skridtet kommer senere.")
    karin.change("Giv bolden videre", "Giv bolden videre", picks=("Mette Krog (kommunen)",))
    karin.hears("Bolden er givet videre.").sees("Du hører fra Mette Krog senest")
    karin.change("Gå en ny vej", "Gå en ny vej", {"Hvad tager du med?": "Jeg ved, hvem jeg kan spørge"})
    karin.hears("Ny vej.").sees("Jeg ved, hvem jeg kan spørge").press("Tag det tilbage")
    karin.hears("Skridtet er åbent igen.")


def test_words_and_days_of_a_step_are_changed(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.open_step(NEXT).change("Skriv det med andre ord", "Gem ordene", {"Skridtet": "Lav en liste"})
    karin.hears("Ordene er ændret.").heading("Lav en liste")
    karin.change("Skriv hvorfor", "Gem ordene", {"Hvad er det godt for?": "Så glemmer jeg det ikke"})
    karin.hears("Ordene er ændret.").sees("Så glemmer jeg det ikke")
    karin.change("Vælg en dag", "Gem dagen", {"Dag": "2026-12-01", "Klokken": "10:30"})
    karin.hears("Datoen er ændret.").sees("tirsdag den 1. december kl. 10.30")


def test_the_order_of_the_way_is_changed(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.open_step(LAST).press("Tidligere").hears("Rækkefølgen er ændret.")
    karin.press("Senere på vejen").hears("Rækkefølgen er ændret.")
    karin.change("Del det i mindre skridt", "Del skridtet", {"Lille skridt 1": "Find en aften"})
    karin.hears("Skridtet er delt i mindre skridt.")
    karin.change("Det her først", "Det her først", {"Hvornår ser vi på det igen?": "2026-12-10"}, (AGREED,))
    karin.hears("Det her kommer først.").back_to_the_way().sees("Først:", "Find en aften")
    karin.open_step(NEXT).press("Gør det til næste skridt").hears("Det er nu næste skridt.")


def test_what_is_the_citizens_own_is_set(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.follow("Ret ordene").write("Med dine egne ord", "Et hus ved havet").press("Gem").hears("Horisonten er gemt.")
    karin.sees("Et hus ved havet").follow("Ret ordene").press("Ikke nu").sees("Ikke nu. Her er ro.")
    karin.follow("Vælg dit tegn").pick("Båd").press("Vælg tegnet").hears("Dit tegn er valgt.")
    karin.follow("Skriv en sejr").write("Hvad gik godt?", "Jeg ringede selv").press("Gem sejren")
    karin.hears("Sejren er gemt.").sees("Jeg ringede selv").back_to_the_way()
    for show in ("I dag", "Denne uge", "Hele vejen"):
        karin.follow(show).sees(NEXT)
    karin.follow("Hvad er der sket?").heading("Det er sket på vejen").sees("Der er en ny sejr.")


def test_a_citizen_calls_and_says_thanks(plain: Scene) -> None:
    karin: Citizen = plain("Karin")
    karin.press("Har I glemt mig?").hears("Tak. Vi har fået det. Du får svar senest onsdag den 25. november.")
    karin.change("Skriv mere", "Send", {"Skriv mere, hvis du vil": "Jeg venter på jer"}).hears("Det er sendt.")
    karin.sees("Jeg venter på jer").sees_not("Tak, det er godt").press("Jeg har ikke brug for svar længere")
    karin.hears("Samtalen er slut.").press("Tag det tilbage").sees("Du får svar senest onsdag den 25. november.")
    karin.back_to_the_way()
    karin.follow("Spørg om noget").pick("Jeg har en idé").write("Eller skriv med dine egne ord", "Må jeg prøve?")
    karin.press("Send").sees("Må jeg prøve?", "Du får svar senest onsdag den 25. november.").back_to_the_way()
    karin.open_step(NEXT).unfold("Spørg om noget andet")
    karin.press("Hvad med mine penge?").heading("Hvad med mine penge?").sees(NEXT)


def test_a_contact_moves_what_lies_with_the_municipality(plain: Scene) -> None:
    mette: Caseworker = plain("Mette Krog")
    mette.open_citizen("Karin").open_step(CLUBS)
    mette.change("Giv en ny dag", "Lov den nye dag", {"Hvornår hører Karin fra jer?": "2026-12-01"})
    mette.hears("Den nye dag er lovet.")
    answer = {"Navn, hvis det er en anden": "biblioteket", "Hvornår ventes svaret?": "2026-12-03"}
    mette.change("Giv bolden videre", "Giv bolden videre", picks=("Os begge",)).hears("Bolden er givet videre.")
    mette.change("Lad det hvile", "Lad det hvile").hears("Skridtet hviler.").press("Sæt i gang")
    mette.hears("Skridtet er i gang.").press("Det er klaret").heading("Klaret:").press("Tag det tilbage")
    mette.hears("Skridtet er åbent igen.").open_step(CLUBS)
    mette.change("Det venter på nogen", "Gem", answer, ("En anden",)).hears("Skridtet venter nu.")


def test_a_contact_adds_what_the_law_asks_and_proposes_the_rest(plain: Scene) -> None:
    mette: Caseworker = plain("Mette Krog")
    why = "Vi følger op sammen"
    mette.open_citizen("Karin").follow("Tilføj et skridt").write("Hvad er skridtet?", "Kom til samtale")
    mette.write("Hvad er det godt for?", why).pick("Det skal vi efter loven").pick("Nej")
    mette.write("Lov og paragraf, hvis loven beder om det", "LAB § 31").lead_somewhere().press("Læg forslaget frem")
    mette.hears("ligger nu på vejen.").sees("Kom til samtale")
    mette.follow("Tilføj et mål").write("Hvad er målet?", "Et kursus").pick("Arbejde & læring")
    mette.press("Læg forslaget frem").hears("Det ligger som et forslag, indtil borgeren svarer.")
    karin: Citizen = plain("Karin")
    karin.sees("Det skal vi efter loven", "Kom til samtale").follow("Et kursus").pick("Ja").press("Send svaret")
    karin.hears("Svaret er ja.").sees("Et kursus")


def test_a_contact_praises_and_sets_down_a_win(plain: Scene) -> None:
    mette: Caseworker = plain("Mette Krog")
    praise = "Jeg lagde mærke til, at du ringede selv."
    mette.open_citizen("Karin").follow("Giv ros").write("Din sætning", praise).press("Send ros")
    mette.hears("Din ros er sendt.").follow("Skriv en sejr").write("Hvad gik godt?", "Karin holdt oplæg")
    mette.press("Gem sejren").hears("Sejren er gemt.")
    karin: Citizen = plain("Karin")
    karin.sees(praise, "Karin holdt oplæg").unfold("2 ting er nye")
    karin.sees("Du har fået ros.").press("Jeg har set det").sees_not("Du har fået ros.")
