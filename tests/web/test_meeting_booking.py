"""Booking on the web: both propose, the other answers, and every word that cannot be used comes back."""

from datetime import UTC, timedelta
from typing import Any
from uuid import UUID

from cast import Plan
from web.browser import Browser

from minplan import access, clock, meeting

TIMES = {"on1": "2026-11-24", "clock1": "10:00", "on2": "2026-11-25", "clock2": "13:30"}
FIRST, SECOND = "2026-11-24T10:00:00+01:00", "2026-11-25T13:30:00+01:00"
PROPOSAL = TIMES | {"kind": "talk", "mode": "library", "place": "1. sal", "minutes": "45"}


def address(plan: Plan) -> str:
    return f"/plans/{plan.id}/meetings"


def proposed(browser: Browser, plan: Plan, **more: Any) -> str:
    """Propose one; the address of its card."""
    answer = browser.post(address(plan), data=PROPOSAL | more)
    assert answer.status_code == 303, answer.text
    return str(answer.location)


def card(plan: Plan, where: str, by: str = "citizen") -> meeting.Card:
    with access.view(getattr(plan, by), plan.id, "meeting") as view:
        return meeting.card(view, UUID(where.rsplit("/", 1)[1]))


def test_a_citizen_proposes_and_hears_by_which_day_there_is_an_answer(citizen: Browser, amira: Plan) -> None:
    form = citizen.get(f"{address(amira)}/new").text
    assert "Min samtale" in form and "Opfølgning efter loven" not in form
    where = proposed(citizen, amira)
    page = citizen.get(where).text
    assert "Du får svar senest onsdag den 18. november" in page
    assert "tirsdag den 24. november kl. 10.00" in page and "På biblioteket" in page
    assert "45 minutter" in page


def test_the_other_side_says_yes_to_one_of_the_times(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(citizen, amira)
    page = bo.get(where).text
    assert "Amira foreslår et møde" in page and FIRST in page and "Svar senest" in page
    answer = bo.post(f"{where}/answer", data={"answer": "yes", "starts": SECOND})
    assert answer.status_code == 303
    assert "Godt. I har en aftale." in bo.get(where).text
    assert "onsdag den 25. november kl. 13.30" in citizen.get(where).text
    assert card(amira, where).meeting.state == "agreed"


def test_none_of_them_fits_and_the_municipality_finds_others_by_a_promised_day(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    where = proposed(bo, amira, purpose_phrase="purpose.next_step")
    page = citizen.get(where).text
    assert "Bo foreslår et møde" in page and "Her vælger du" in page and "Vi finder næste skridt sammen." in page
    citizen.post(f"{where}/answer", data={"answer": "none"})
    assert "Det er helt i orden. Du får andre tider senest onsdag den 18. november." in citizen.get(where).text
    assert "Amira vil gerne have andre tider" in bo.get(where).text
    assert bo.post(f"{where}/times", data=PROPOSAL | {"on1": "2026-11-30"}).status_code == 303
    assert "mandag den 30. november kl. 10.00" in citizen.get(where).text


def test_a_citizen_proposes_other_times_and_sees_the_promised_day(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    assert "Foreslå andre tider" in citizen.get(f"{where}/times").text
    citizen.post(f"{where}/times", data=TIMES | {"on2": "", "clock2": "", "minutes": "30", "mode": "walk"})
    page = citizen.get(where).text
    assert "Du venter på svar" in page and "På en gåtur" in page and "30 minutter" in page


def test_what_cannot_be_used_comes_back_with_its_words(citizen: Browser, amira: Plan) -> None:
    wrong = {"on1": "2026-11-01", "on2": "", "on3": "2026-12-01", "clock3": "", "note": "Min husleje", "lang": "da"}
    answer = citizen.post(address(amira), data=PROPOSAL | wrong)
    assert answer.status_code == 422
    assert 'href="#new-clock2"' not in answer.text and 'href="#new-on2"' in answer.text
    assert 'href="#new-clock3"' in answer.text and "Min husleje" in answer.text
    past = citizen.post(address(amira), data=PROPOSAL | wrong | {"clock2": "", "on3": ""})
    assert "Vælg en dag, der ikke er gået endnu." in past.text
    assert citizen.post(address(amira), data={"kind": "talk"}).status_code == 422
    assert citizen.post(address(amira), data=PROPOSAL | {"kind": "law"}).status_code == 422


def test_the_pictures_that_were_picked_stand_on_the_agenda(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(citizen, amira, notes=["agenda.money", "agenda.health"], note="Min husleje")
    page = bo.get(where).text
    assert "Min husleje" in page
    assert "Min husleje" in bo.get("/meetings").text
    assert len(card(amira, where).meeting.agenda) == 3


def test_needs_are_said_and_answered(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(citizen, amira)
    assert "Jeg har brug for" in citizen.get(where).text
    lacking = citizen.post(f"{where}/needs", data={"kinds": ["interpreter"]})
    assert lacking.status_code == 422
    said = {"kinds": ["interpreter", "companion", "more_time"], "language": "ti", "text": "En stol med ryg"}
    assert citizen.post(f"{where}/needs", data=said).status_code == 303
    page = bo.get(where).text
    assert "Amira har brug for" in page and "ትግርኛ" in page and "En stol med ryg" in page
    assert "Har brug for 3 ting" in bo.get("/meetings").text
    needs = {need.kind: need for need in card(amira, where).needs}
    assert needs["companion"].met
    no = bo.post(f"{where}/needs/{needs['other'].id}/answer", data={"met": "no"})
    assert no.status_code == 422 and "Skriv eller vælg noget her." in no.text
    bo.post(f"{where}/needs/{needs['interpreter'].id}/answer", data={"met": "yes", "name": "Selam"})
    bo.post(f"{where}/needs/{needs['more_time'].id}/answer", data={"met": "yes"})
    found = card(amira, where)
    assert [guest.name for guest in found.meeting.attendance] == ["Bo", "Selam"]
    assert found.meeting.minutes == 60
    assert "Ja, det sørger vi for." in citizen.get(where).text


def test_somebody_more_comes_only_by_the_citizens_yes(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira, people=[str(amira.tove)])
    asked = next(guest for guest in card(amira, where).meeting.attendance if guest.name == "Tove")
    assert "Må Tove være med?" in citizen.get(where).text and "Venter på borgerens ja" in bo.get(where).text
    answer = f"{where}/attendance/{asked.id}/answer"
    assert bo.post(answer, data={"answer": "coming"}).status_code == 403
    assert citizen.post(answer, data={"answer": "coming"}).status_code == 303
    citizen.post(f"{where}/attendance", data={"name": "Samira", "kind": "family", "why": "Hun støtter mig"})
    page = bo.get(where).text
    assert "Samira" in page and "Hun støtter mig" in page
    assert card(amira, where).meeting.people == ("Bo", "Tove", "Samira")


def test_two_who_write_the_same_field_lose_nothing(bo: Browser, citizen: Browser, amira: Plan) -> None:
    where = proposed(bo, amira, purpose="Vi ser på pengene")
    seen = str(card(amira, where).meeting.purpose_id)
    new = {"field": "purpose", "purpose": "Vi ser på boligen", "seen_purpose": seen}
    assert bo.post(f"{where}/words", data=new).status_code == 303
    late = bo.post(f"{where}/words", data=new | {"purpose": "Vi ser på børnene"})
    assert late.status_code == 409
    assert "Vi ser på boligen" in late.text and "Vi ser på børnene" in late.text
    frame = {"field": "frame", "mode": "video", "link": "http://usikker.example", "minutes": "60"}
    wrong = bo.post(f"{where}/words", data=frame | {"seen_frame": card(amira, where).frame})
    assert wrong.status_code == 422 and "https://" in wrong.text
    frame |= {"link": "https://video.example.dk/1", "seen_frame": card(amira, where).frame}
    assert bo.post(f"{where}/words", data=frame).status_code == 303
    assert "https://video.example.dk/1" in citizen.get(where).text


def test_a_ready_sentence_stays_where_its_form_is_saved_as_it_stood(bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira, purpose_phrase="purpose.next_step")
    assert '<option value="purpose.next_step" selected>' in bo.get(where).text
    same = {"field": "purpose", "purpose": "", "purpose_phrase": "purpose.next_step"}
    seen = card(amira, where).meeting.purpose_id
    assert bo.post(f"{where}/words", data=same | {"seen_purpose": str(seen)}).status_code == 303
    assert card(amira, where).meeting.purpose_id == seen


def test_an_answer_to_times_that_are_gone_is_told_so(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    bo.post(f"{where}/times", data=PROPOSAL | {"on1": "2026-11-30"})
    late = citizen.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST})
    assert late.status_code == 409 and "Det er ændret imens." in late.text
    assert citizen.post(f"{where}/answer", data={"answer": "yes", "starts": "i morgen"}).status_code == 422
    assert citizen.post(f"{where}/answer", data={"answer": "yes"}).status_code == 422


def test_what_the_law_asks_for_says_so_and_what_can_be_chosen_all_the_same(
    citizen: Browser, bo: Browser, amira: Plan
) -> None:
    page = citizen.get(proposed(bo, amira, kind="law")).text
    assert "Loven beder om det her møde. Tid og sted finder I sammen." in page and "Her vælger du" in page
    assert "Loven beder om" not in citizen.get(proposed(bo, amira, kind="talk")).text


def test_lists_show_what_waits_what_comes_and_what_lies_behind(citizen: Browser, bo: Browser, amira: Plan) -> None:
    assert "Her er ingen møder endnu." in citizen.get("/meetings").text
    assert "Her er ingen møder endnu." in bo.get("/meetings").text
    where = proposed(citizen, amira)
    assert "Venter på svar" in citizen.get("/meetings").text and "Venter på dit svar" in bo.get("/meetings").text
    bo.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST})
    assert "De næste møder" in citizen.get("/meetings").text
    assert "Senere" in bo.get("/meetings").text and "Møder med Amira" in bo.get(address(amira)).text
    clock.start(clock.parse("2026-11-23"))
    assert "Denne uge" in bo.get("/meetings").text


def test_history_tells_it_and_openings_name_the_page(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    bo.get(where)
    citizen.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST})
    history = citizen.get(f"/plans/{amira.id}/history").text
    assert "Der er foreslået et møde." in history and "I har aftalt et møde." in history
    assert "et møde" in citizen.get("/plan/openings").text


def test_a_time_is_one_that_a_clock_can_show(citizen: Browser, amira: Plan) -> None:
    alone = PROPOSAL | {"on2": "", "clock2": ""}
    for said in ("10:00:00.5", "1000", "10:00+05:00", "25:00", "10.30"):
        assert "Skriv et klokkeslæt" in citizen.post(address(amira), data=alone | {"clock1": said}).text
    skipped = citizen.post(address(amira), data=alone | {"on1": "2027-03-28", "clock1": "02:30"})
    assert skipped.status_code == 422 and "Det klokkeslæt findes ikke den nat" in skipped.text


def test_an_hour_is_an_hour_in_the_night_that_has_one_twice(citizen: Browser, bo: Browser, amira: Plan) -> None:
    alone = PROPOSAL | {"on1": "2027-10-31", "clock1": "02:30", "on2": "", "clock2": "", "minutes": "60"}
    where = proposed(citizen, amira, **alone)
    assert citizen.post(address(amira), data=alone).location == where  # asked twice, done once
    found = card(amira, where).meeting
    assert found.minutes == 60 and found.ends - found.starts.astimezone(UTC) == timedelta(hours=1)
    bo.post(f"{where}/answer", data={"answer": "yes", "starts": "2027-10-31T02:30:00+02:00"})
    assert card(amira, where).meeting.state == "agreed"


def test_a_yes_is_to_the_place_that_was_seen(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    seen = card(amira, where).frame
    assert f'name="seen_frame" value="{seen}"' in citizen.get(where).text
    home = {"field": "frame", "mode": "home", "place": "Hos dig", "minutes": "45", "seen_frame": seen}
    assert bo.post(f"{where}/words", data=home).status_code == 303
    late = citizen.post(f"{where}/answer", data={"answer": "yes", "starts": FIRST, "seen_frame": seen})
    assert late.status_code == 409 and "Det er ændret imens." in late.text and "Hos dig" in late.text
    assert card(amira, where).meeting.state == "offered"


def test_the_name_is_of_whoever_proposed(citizen: Browser, amira: Plan) -> None:
    times = [clock.now() + timedelta(days=3)]
    found = meeting.propose(amira.tove, amira.id, meeting.NewMeeting(times=times)).subject_id
    where = f"{address(amira)}/{found}"
    page = citizen.get(where).text
    assert "Tove foreslår et møde" in page and "Tove tager imod dig." in page


def test_whoever_asks_twice_is_not_told_that_the_citizen_is_asked(citizen: Browser, bo: Browser, amira: Plan) -> None:
    where = proposed(bo, amira)
    guest = {"name": "Kim", "kind": "workplace"}
    for told in ("Nu spørger vi borgeren.", "Sådan var det allerede."):
        assert bo.post(f"{where}/attendance", data=guest).status_code == 303
        assert told in bo.get(where).text
    kim = next(each for each in card(amira, where).meeting.attendance if each.name == "Kim")
    assert bo.post(f"{where}/attendance/{kim.id}/answer", data={"answer": "not_coming"}).status_code == 303
    late = citizen.post(f"{where}/attendance/{kim.id}/answer", data={"answer": "coming", "seen_answer": "asked"})
    assert late.status_code == 409
