"""A booklet of an opened plan: what goes in, whom it speaks to, and what never does."""

from uuid import UUID

import pypdfium2
import pytest
from answers import printed
from cast import Plan, said
from sheets import faults
from sqlalchemy import Engine

from minplan import access, booklet, clock, content, db, exchange, journey
from minplan.booklet import FORMATS, PARTS, USUAL, Booklet
from minplan.words import has_id_number

ADDRESS = "https://minplan.example.dk/sign-in"


def _people() -> dict[str, UUID]:
    return {person.name: person.id for person in access.demo_people()}


def _read(person: UUID, plan: UUID | None = None, lang: str = "da", **chosen) -> Booklet:
    with access.view(person, plan) as view:
        return booklet.fill(view, lang, ADDRESS, **chosen)


@pytest.mark.parametrize(("turn", "lang"), [*enumerate(("da", "en", "ar"))])
def test_every_plan_of_the_demo_is_a_booklet_in_every_format(turn: int, lang: str, sqlite: Engine) -> None:
    """Each plan in each format and in each language; and each format in each language, of one plan or another."""
    exchange.demo()
    for number, name in enumerate(("Karin", "Samira", "Yusuf"), turn):
        for beside in (False, True):
            found = _read(_people()[name], lang=lang, beside=beside, parts=PARTS)
            assert (found.lang, found.dir) == (lang, "rtl" if lang == "ar" else "ltr")
            assert (found.labels["way"].beside is not None) == (beside and lang != "da")
            for kind in ("reading", "zine") if beside else [*FORMATS][number % 3 :: 3]:
                pdf = booklet.make(found, kind)
                assert list(faults(found, kind, pdf, look=False)) == []
                text = printed(pdf)
                assert not has_id_number(text) and "999999" not in text


def test_it_says_what_the_plan_says(sqlite: Engine) -> None:
    clock.start(clock.parse("2026-11-22"))
    exchange.demo()
    found = _read(_people()["Karin"])
    assert found.name.text == "Karin" and found.token == "bicycle"
    assert found.contact and (found.contact.name.text, found.contact.phone) == ("Mette Krog", "+45 70 00 00 01")
    assert found.meeting and found.meeting.when.text == "torsdag den 3. december kl. 10.00"
    assert [point.text for point in found.points or ()] == ["Har I glemt mig?"]
    assert found.way and [stop.title.text for stop in found.way.stops if stop.here] == ["Skriv ned, hvad du kan nu"]
    assert [lane.track for lane in found.way.lanes] == ["work", "health", "economy", "community"]
    turns = {stop.turn.text for stop in found.way.stops if stop.turn}
    assert {"Bolden ligger hos dig.", "Bolden ligger hos \u2068Mette Krog\u2069."} <= turns
    assert [win.by and win.by.text for win in found.wins or ()].count("Mette Krog") == 1
    assert found.help[0].phone == "112" and len(found.rights) <= 3
    text = printed(booklet.make(found))
    assert "Karin" in text and "Skriv ned, hvad du kan nu" in text and "70 00 00 01" in text
    assert "Du er her" in text and "Det gør kommunen" in text


def test_the_cover_says_when_the_contact_person_answers_and_who_does_when_they_are_away(amira: Plan) -> None:
    with db.writing() as session:
        bo = session.get_one(access.Person, amira.bo)
        bo.phone, bo.hours, bo.stand_in_id = "70 00 00 09", "kl. 8–14", amira.tove
        session.get_one(access.Person, amira.tove).phone = "70 00 00 08"
    found = _read(amira.citizen, amira.id)
    assert found.contact and found.contact.instead and found.contact.hours
    assert (found.contact.phone, found.contact.hours.text) == ("70 00 00 09", "kl. 8–14")
    assert (found.contact.instead.name.text, found.contact.instead.phone) == ("Tove", "70 00 00 08")
    cover = printed(booklet.make(found))
    assert "Træffes: kl. 8–14" in cover and "70 00 00 08" in cover
    with db.writing() as session:
        session.get_one(access.Person, amira.tove).ended_on = clock.today()
    found = _read(amira.citizen, amira.id)
    assert found.contact and found.contact.instead is None, "whoever has left answers no more"


def test_what_fills_is_never_chosen_for_anybody(amira: Plan) -> None:
    assert "circles" not in USUAL and _read(amira.citizen, amira.id).circles is None
    chosen = _read(amira.citizen, amira.id, parts=["circles"])
    assert [circle.face for circle in chosen.circles or ()] == [
        name for name, each in content.feelings().items() if not each.extra
    ]
    assert chosen.way is None and chosen.wins is None and chosen.points is None and chosen.rights == ()
    assert len(pypdfium2.PdfDocument(booklet.make(chosen))) == 8


def test_what_is_hidden_from_whoever_prints_is_not_on_the_paper(amira: Plan) -> None:
    assert "Gå en tur" in printed(booklet.make(_read(amira.tove, amira.id)))
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    before = booklet.make(_read(amira.tove, amira.id))
    journey.complete(amira.citizen, amira.id, amira.step, "later")
    assert booklet.make(_read(amira.tove, amira.id)) == before, "the day or the edition tells that something is hidden"
    assert "Gå en tur" not in printed(booklet.make(_read(amira.tove, amira.id)))
    assert "Gå en tur" in printed(booklet.make(_read(amira.citizen, amira.id)))


def test_the_same_revision_is_the_same_bytes_and_a_new_one_is_not(amira: Plan) -> None:
    first = booklet.make(_read(amira.citizen, amira.id))
    assert booklet.make(_read(amira.citizen, amira.id)) == first
    journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Jeg gik hele vejen")))
    assert booklet.make(_read(amira.citizen, amira.id)) != first


def test_it_speaks_to_the_citizen_whoever_prints_it(amira: Plan) -> None:
    for person in (amira.citizen, amira.bo):
        found = _read(person, amira.id)
        assert found.way and found.way.stops[0].turn and found.way.stops[0].turn.text == "Bolden ligger hos dig."


def test_what_is_agreed_with_somebody_outside_stands_with_what_others_do(amira: Plan) -> None:
    doctor = journey.Ball(holder="other", name="Sygehuset")
    words = {"title": said("Sygehuset skriver en erklæring"), "why": said("Så ved vi det")}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="agreed", ball=doctor, **words)
    journey.add_step(amira.bo, amira.id, new)
    with access.view(amira.citizen) as view:
        (asked,) = journey.proposals(view, journey.way(view))
    journey.answer(amira.citizen, amira.id, asked.id, journey.ProposalAnswer(answer="yes"))
    found = _read(amira.citizen, amira.id)
    assert [deal.what.text for deal in found.theirs or ()] == ["Sygehuset skriver en erklæring"] and not found.mine
    assert found.labels["theirs"].text == "Det gør kommunen og andre"


def test_of_very_many_wins_the_newest_are_laid_out_and_the_page_says_that_there_are_more(amira: Plan) -> None:
    for n in range(40):
        journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said(f"Sejr nummer {n}")))
    found = _read(amira.citizen, amira.id)
    assert found.wins and len(found.wins) == 30
    assert "mere på skærmen" in printed(booklet.make(found))
