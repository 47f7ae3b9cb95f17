"""A citizen gets another contact person, and later asks for one, as it looks where scripts run."""

import pytest
from browser.fixtures import Scene

pytestmark = pytest.mark.browser


def test_from_one_contact_person_to_the_next(scene: Scene) -> None:
    inger, lars, yusuf = scene("Inger Dahl"), scene("Lars Holm"), scene("Yusuf")
    inger.page.goto("/contacts")
    inger.follow("Lars Holm").pick("Yusuf").select("Den nye kontaktperson", "Mette Krog")
    inger.press("Giv borgeren en ny kontaktperson").sees("Der er noget at rette")
    inger.write("Hvorfor?", "Lars er på orlov.").press("Giv borgeren en ny kontaktperson")
    inger.hears("har fået en ny kontaktperson")
    lars.page.goto("/me")
    lars.follow("Yusuf har fået Mette Krog").write("Mit udkast", "Ring efter kl. 12.").press("Gem")
    lars.hears("Kun borgeren og du")
    yusuf.page.goto("/plan")
    yusuf.sees("Du har fået ny kontakt: Mette Krog").follow("Det skal min nye kontakt vide")
    yusuf.sees("Ring efter kl. 12.").press("Send til Mette Krog").hears("Det er sendt til din nye kontaktperson.")
    yusuf.press("Tag det tilbage").hears("Det er taget tilbage.")
    yusuf.press("Jeg vil ikke sende noget").sees("Du har valgt ikke at sende noget.")


def test_asking_for_another_shows_the_day_and_can_be_taken_back(scene: Scene) -> None:
    karin, inger = scene("Karin"), scene("Inger Dahl")
    karin.page.goto("/plan/contacts")
    karin.follow("Jeg vil gerne tale med en anden").pick("Jeg føler mig ikke tryg.").press("Send ønsket")
    karin.hears("Tak. Dit ønske er sendt.").unfold("Ret dine ord")
    inger.page.goto("/petitions")
    inger.follow("Karin").sees("Jeg føler mig ikke tryg.")
    karin.press("Tag ønsket tilbage").hears("Dit ønske er taget tilbage.").sees("Send ønsket")
    inger.write("Dit svar", "Jeg ringer til dig.").press("Send svaret").heading("Siden er her ikke")
