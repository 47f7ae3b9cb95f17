"""A picture that is taken along: the plain words before, those who read it, and those who learn of nothing."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import keepsakes
import pytest
from cast import Plan
from meetings import agreed, opened
from props import nothing_written
from sqlalchemy import select
from web.browser import Browser
from web.pressing import fields

from minplan import access, clock, db, vault
from minplan.access import Opening
from minplan.feelings import own
from minplan.meeting import Meeting

NOTE = {"text": "Kanariefugl <b>", "lang": "da"}
PICTURE: dict[str, Any] = {"day": "hard", "sizes": {"afraid": 3, "hopeful": 1}, "own": [], "note": NOTE}


@pytest.fixture
def tove(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> Browser:
    """The browser of her who works with the plan, and is shown nothing."""
    return browser(access.person(amira.tove))  # type: ignore[arg-type]


def kept(amira: Plan) -> UUID:
    with own.writing(amira.citizen) as mine:
        return mine.keep("checkin", PICTURE)


def shown(amira: Plan, at: UUID, with_note: bool = False) -> UUID:
    found = keepsakes.show(amira.citizen, amira.id, "checkin", kept(amira), at, [amira.bo], with_note).subject_id
    assert found
    return found


def card(amira: Plan, at: UUID) -> str:
    return f"/plans/{amira.id}/meetings/{at}"


def test_nothing_is_shown_before_the_citizen_has_read_what_it_means(amira: Plan, citizen: Browser) -> None:
    at, picture = agreed(amira), kept(amira)
    along = f"/feelings/album/{picture}/showing"
    assert "Bo" in citizen.get(along).text
    with nothing_written(amira):
        page = citizen.post(along, data={"meeting": str(at), "people": str(amira.bo)})
    assert page.status_code == 200
    for said in ("<bdi>Bo</bdi> kan se det til og med mødet", "nødt til at skrive det ned", "rådighed eller sanktion"):
        assert said in page.text
    done = citizen.post(along, data=fields(page.text, along))
    assert done.status_code == 303 and done.location == card(amira, at)
    assert "<bdi>Bo</bdi> kan se det til og med mødet" in citizen.get(done.location).text


def test_who_is_named_reads_it_and_who_is_not_learns_of_nothing(
    amira: Plan, bo: Browser, tove: Browser, citizen: Browser
) -> None:
    at = agreed(amira)
    before = tove.get(card(amira, at)).text
    shown(amira, at)
    page = bo.get(card(amira, at)).text
    assert "har vist dig, hvad der fylder" in page and "håbefuld" in page and "Hvad vil du gerne have, jeg ved?" in page
    assert "Kanariefugl" not in page
    assert tove.get(card(amira, at)).text == before
    assert "håbefuld" in citizen.get(card(amira, at)).text


def test_who_is_not_named_hears_the_same_of_what_is_there_and_what_is_not(amira: Plan, tove: Browser) -> None:
    at = agreed(amira)
    for showing in (shown(amira, at), uuid4()):
        to = f"{card(amira, at)}/pictures/{showing}/answer"
        whole = {"seen_words": "", "text": "Hej"}
        assert tove.get(to).status_code == 404
        for data in ({}, whole, whole | {"text": "x" * 2001}):
            assert tove.post(to, data=data).status_code == 404


def test_the_note_is_shown_where_that_was_chosen(amira: Plan, bo: Browser, citizen: Browser) -> None:
    at, picture = agreed(amira), kept(amira)
    along = f"/feelings/album/{picture}/showing"
    page = citizen.post(along, data={"meeting": str(at), "people": str(amira.bo), "note": "yes"}).text
    assert "Kanariefugl &lt;b&gt;" in page
    citizen.post(along, data=fields(page, along))
    assert "Kanariefugl &lt;b&gt;" in bo.get(card(amira, at)).text


def test_bo_says_that_he_has_read_it_and_the_citizen_sees_his_sentence(
    amira: Plan, bo: Browser, citizen: Browser
) -> None:
    at = agreed(amira)
    to = f"{card(amira, at)}/pictures/{shown(amira, at)}/answer"
    assert "Jeg har læst det" in bo.get(to).text
    done = bo.post(to, data={"seen_words": "", "text": "Tak. Vi tager det roligt.", "at": "card"})
    assert done.status_code == 303 and done.location == card(amira, at)
    page = citizen.get(card(amira, at)).text
    assert "<bdi>Bo</bdi> har læst det." in page and "Tak. Vi tager det roligt." in page


def test_what_cannot_be_kept_comes_back_with_its_words(amira: Plan, bo: Browser) -> None:
    at = agreed(amira)
    to = f"{card(amira, at)}/pictures/{shown(amira, at)}/answer"
    for text, status in (("x" * 2001, 422), ("Hun er 010190-1234", 422)):
        page = bo.post(to, data={"seen_words": "", "text": text})
        assert page.status_code == status and text[:6] in page.text
    assert bo.post(to, data={"text": "Tak"}).status_code == 422
    assert bo.post(to, data={"seen_words": "", "text": "\0"}).status_code == 422
    bo.post(to, data={"seen_words": "", "text": "Først"})
    late = bo.post(to, data={"seen_words": "", "text": "Sidst"})
    assert late.status_code == 409 and "Først" in late.text and ">Sidst</textarea>" in late.text


@pytest.mark.parametrize("wrong", ["", "x", "\0", "00000000-0000-4000-8000-000000000000", "9" * 10_000])
def test_a_choice_that_is_none_is_put_right_where_it_stands(amira: Plan, citizen: Browser, wrong: str) -> None:
    at, picture = agreed(amira), kept(amira)
    along, whole = f"/feelings/album/{picture}/showing", {"meeting": str(at), "people": str(amira.bo)}
    for field in whole:
        data = whole | {field: wrong}
        with nothing_written(amira):
            page = citizen.post(along, data=data)
        assert page.status_code == 422 and f'href="#along-{field}"' in page.text


def test_the_way_back_is_one_tap_and_leads_where_one_was(amira: Plan, bo: Browser, citizen: Browser) -> None:
    at = opened(amira)
    for place, to in (("card", card(amira, at)), ("room", f"{card(amira, at)}/room#brought"), ("album", "/feelings")):
        showing = shown(amira, at)
        assert bo.post(f"/feelings/showings/{showing}/ending").status_code == 403
        done = citizen.post(f"/feelings/showings/{showing}/ending", data={"at": place})
        assert done.status_code == 303 and done.location.startswith(to)
    assert "håbefuld" not in bo.get(f"{card(amira, at)}/room").text
    assert citizen.post(f"/feelings/showings/{uuid4()}/ending").status_code == 404


def test_in_the_room_it_lies_folded_and_a_device_at_the_table_has_nothing(
    amira: Plan, bo: Browser, tove: Browser, nobody: Browser
) -> None:
    at = opened(amira)
    shown(amira, at)
    room = f"{card(amira, at)}/room"
    folded = r'id="brought".*?<details class="fold"><summary>Se det</summary>.*håbefuld'
    assert re.search(folded, bo.get(room).text, re.S)
    nobody.sit_down(amira.citizen, at)
    for other in (tove, nobody):
        page = other.get(room).text
        assert 'id="brought"' not in page and "håbefuld" not in page


def test_the_citizen_reads_who_has_looked_at_it(amira: Plan, bo: Browser) -> None:
    at = agreed(amira)
    bo.get(card(amira, at))
    shown(amira, at)
    bo.get(card(amira, at))
    with db.reading() as connection:
        assert list(connection.execute(select(Opening.what)).scalars()) == ["meeting", "meeting", "shown"]  # type: ignore[call-overload]


def test_after_the_meeting_there_is_nothing_left_on_its_pages(amira: Plan, bo: Browser, citizen: Browser) -> None:
    at = agreed(amira)
    showing = shown(amira, at)
    clock.start(clock.now() + timedelta(days=1))
    for who in (bo, citizen):
        assert "håbefuld" not in who.get(card(amira, at)).text
    assert bo.get(f"{card(amira, at)}/pictures/{showing}/answer").status_code == 404


def test_a_lost_key_leaves_the_card_whole_and_the_way_back(amira: Plan, bo: Browser, citizen: Browser) -> None:
    at = agreed(amira)
    showing = shown(amira, at)
    vault.destroy(amira.citizen)
    for who in (bo, citizen):
        page = who.get(card(amira, at))
        assert page.status_code == 200 and "Det kan ikke åbnes lige nu" in page.text
    assert citizen.post(f"/feelings/showings/{showing}/ending", data={"at": "card"}).status_code == 303


def test_without_a_meeting_ahead_there_is_a_way_to_one(amira: Plan, citizen: Browser) -> None:
    page = citizen.get(f"/feelings/album/{kept(amira)}/showing").text
    assert f"/plans/{amira.id}/meetings/new" in page


def test_another_citizens_picture_is_not_there(amira: Plan, browser: Callable[[access.PersonView], Browser]) -> None:
    picture = kept(amira)
    dorte = browser(access.person(amira.dorte))  # type: ignore[arg-type]
    assert dorte.get(f"/feelings/album/{picture}/showing").status_code == 404
    assert dorte.post(f"/feelings/album/{picture}/showing").status_code == 404


def test_who_does_not_work_with_the_plan_any_more_is_not_said_to_see_it(amira: Plan, citizen: Browser) -> None:
    at, picture = agreed(amira), kept(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", picture, at, [amira.tove])
    assert "<bdi>Tove</bdi> kan se det" in citizen.get(card(amira, at)).text
    with db.writing() as session:
        session.delete(session.get_one(access.Membership, (amira.id, amira.tove)))
    page = citizen.get(card(amira, at)).text
    assert "kan se det til og med" not in page and "Ingen kan se det lige nu" in page


def test_of_a_meeting_that_is_only_proposed_no_time_is_promised(amira: Plan, citizen: Browser) -> None:
    at, picture = agreed(amira), kept(amira)
    with db.writing() as session:
        row = session.get_one(Meeting, at)
        row.state, row.offered_by = "offered", "municipality"
    along = f"/feelings/album/{picture}/showing"
    assert "Foreslået: " in citizen.get(along).text
    page = citizen.post(along, data={"meeting": str(at), "people": str(amira.bo)}).text
    assert "<bdi>Bo</bdi> kan se det til og med mødet." in page


def test_a_name_is_a_name_whatever_it_looks_like(amira: Plan, bo: Browser) -> None:
    with db.writing() as session:
        session.get_one(access.Person, amira.citizen).name = "<i>Amira"
    at = opened(amira)
    meetings = [card(amira, at), f"{card(amira, at)}/room"]
    bo.post(f"{meetings[0]}/agenda", data={"text": "Penge"})
    shown(amira, at)
    for page in meetings:
        found = bo.get(page).text
        assert "&lt;i&gt;Amira" in found and "<i>Amira" not in found


def test_a_note_that_another_window_wrote_meanwhile_is_read_before_it_is_shown(
    amira: Plan, bo: Browser, citizen: Browser
) -> None:
    at, picture = agreed(amira), kept(amira)
    along = f"/feelings/album/{picture}/showing"
    old = fields(citizen.post(along, data={"meeting": str(at), "people": str(amira.bo), "note": "yes"}).text, along)
    citizen.post(f"/feelings/album/{picture}/note", data={"note": "HEMMELIG", "seen_note": NOTE["text"]})
    asked = citizen.post(along, data=old)
    assert asked.status_code == 409 and "Der står noget andet nu" in asked.text and "HEMMELIG" in asked.text
    assert "HEMMELIG" not in bo.get(card(amira, at)).text
    assert citizen.post(along, data=fields(asked.text, along)).status_code == 303
    assert "HEMMELIG" in bo.get(card(amira, at)).text


def test_a_meeting_that_is_moved_asks_for_the_new_day(amira: Plan, bo: Browser, citizen: Browser) -> None:
    at, picture = agreed(amira), kept(amira)
    keepsakes.show(amira.citizen, amira.id, "checkin", picture, at, [amira.bo])
    with db.writing() as session:
        row = session.get_one(Meeting, at)
        row.starts, row.ends = row.starts + timedelta(days=20), row.ends + timedelta(days=20)
    again = f'href="/feelings/album/{picture}/showing"'
    page = citizen.get(card(amira, at)).text
    assert "Mødet er flyttet. <bdi>Bo</bdi> kan se det til og med mandag den 16. november." in page and again in page
    clock.start(clock.now() + timedelta(days=1))
    page = citizen.get(card(amira, at)).text
    assert "Ingen kan se det, før du viser det til den nye dag" in page and again in page
    assert "håbefuld" not in bo.get(card(amira, at)).text
    assert "Mødet er flyttet." in citizen.get(f"/feelings/album/{picture}").text
    along = f"/feelings/album/{picture}/showing"
    asked = citizen.post(along, data={"meeting": str(at), "people": str(amira.bo)}).text
    assert citizen.post(along, data=fields(asked, along)).status_code == 303
    assert "håbefuld" in bo.get(card(amira, at)).text
