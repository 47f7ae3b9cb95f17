"""Notes of the hour: the writer's alone until they share them."""

import re
from uuid import uuid4

import pytest
from cast import Plan
from meetings import closed, opened
from web.browser import Browser

from minplan import access, db
from minplan.meeting import Meeting

LIVE = {"X-Save": "live"}


@pytest.fixture
def here(amira: Plan) -> str:
    """The address of a meeting that goes on."""
    return f"/plans/{amira.id}/meetings/{opened(amira)}"


def _save(who: Browser, here: str, text: str, seen: str = "", **more: str) -> str:
    answer = who.post(f"{here}/notes", data={"text": text, "seen": seen, **more}, headers=LIVE)
    assert answer.status_code == 204, answer.text
    return answer.headers["X-Seen"]


def _shown(page: str) -> str:
    return re.findall(r'id="note-text".*?>(.*?)</textarea>', page, re.DOTALL)[0]


def test_a_draft_is_kept_and_nobody_else_reads_it(here: str, bo: Browser, citizen: Browser) -> None:
    seen = _save(bo, here, "Hun vil gerne i køkkenet")
    _save(bo, here, "Hun vil gerne i et køkken", seen)
    assert _shown(bo.get(f"{here}/room").text) == "Hun vil gerne i et køkken"
    assert "køkken" not in citizen.get(f"{here}/room").text


def test_a_draft_is_no_change_of_the_plan(here: str, bo: Browser, amira: Plan) -> None:
    with access.view(amira.bo, amira.id) as view:
        before = view.plan.revision
    _save(bo, here, "Et sted at begynde")
    with access.view(amira.bo, amira.id) as view:
        assert view.plan.revision == before


def test_no_words_are_no_draft(here: str, bo: Browser) -> None:
    seen = _save(bo, here, "Noget")
    assert _save(bo, here, "", seen) == ""
    assert _shown(bo.get(f"{here}/room").text) == ""


def test_two_screens_of_one_person_lose_nothing(here: str, bo: Browser) -> None:
    seen = _save(bo, here, "Først")
    _save(bo, here, "Først\nHer", seen)
    answer = bo.post(f"{here}/notes", data={"text": "Først\nDer", "seen": seen}, headers=LIVE)
    assert answer.status_code == 409
    assert "Her" in answer.text
    assert "Der" in answer.text


def test_an_answer_that_was_lost_makes_no_conflict(here: str, bo: Browser) -> None:
    _save(bo, here, "Hej")
    assert _save(bo, here, "Hej med dig", "", tried="Hej")


def test_shared_it_is_read_by_both(here: str, bo: Browser, citizen: Browser) -> None:
    seen = _save(bo, here, "Vi kalder på en tolk")
    assert bo.post(f"{here}/notes/sharing", data={"text": "Vi finder en tolk", "seen": seen}).status_code == 303
    assert "Vi finder en tolk" in citizen.get(f"{here}/room").text
    assert _shown(bo.get(f"{here}/room").text) == ""


def test_whoever_wrote_it_takes_it_off(here: str, bo: Browser, citizen: Browser) -> None:
    bo.post(f"{here}/notes/sharing", data={"text": "Vi finder en tolk", "seen": ""})
    note = re.findall(r"notes/([0-9a-f-]{36})/removal", bo.get(f"{here}/room").text)[0]
    assert citizen.post(f"{here}/notes/{note}/removal").status_code == 404
    assert bo.post(f"{here}/notes/{note}/removal").status_code == 303
    assert "Vi finder en tolk" not in citizen.get(f"{here}/room").text


def test_nobodys_note_is_nobodys(here: str, bo: Browser) -> None:
    assert bo.post(f"{here}/notes/{uuid4()}/sharing").status_code == 404


def test_an_id_number_is_not_kept_and_the_words_are_not_lost(here: str, bo: Browser) -> None:
    words = {"text": "Hun er 010190-1234", "seen": ""}
    assert bo.post(f"{here}/notes", data=words, headers=LIVE).status_code == 422
    page = bo.post(f"{here}/notes", data=words)
    assert page.status_code == 422
    assert "Hun er …" in page.text


def test_without_a_script_it_is_saved_by_its_button(here: str, bo: Browser) -> None:
    answer = bo.post(f"{here}/notes", data={"text": "Et ord", "seen": "", "from": "note"})
    assert answer.location == f"{here}/room#note"


def test_a_device_at_the_table_shows_no_draft_from_home(
    here: str, nobody: Browser, bo: Browser, citizen: Browser
) -> None:
    _save(citizen, here, "Skrevet hjemme")
    bo.post(f"{here}/codes")
    code = "".join(re.findall(r">(\d{3}) (\d{3})<", bo.get(f"{here}/codes").text)[0])
    assert nobody.post("/join", data={"code": code}).location.endswith(f"{here}/room")
    assert "Skrevet hjemme" not in nobody.get(f"{here}/room").text
    _save(nobody, here, "Skrevet ved bordet")
    assert _shown(nobody.get(f"{here}/room").text) == "Skrevet ved bordet"
    own = citizen.get(f"{here}/room").text
    assert _shown(own) == "Skrevet hjemme" and "Skrevet ved bordet" in own
    assert nobody.get(f"{here}/notes").status_code == 404


def test_when_the_hour_is_over_one_reads_ones_notes_on_a_page_of_their_own(amira: Plan, bo: Browser) -> None:
    over = f"/plans/{amira.id}/meetings/{closed(amira, amira.step)}"
    _save(bo, over, "Lige før vi gik")
    page = bo.get(f"{over}/notes").text
    assert "Lige før vi gik" in page and 'id="note-text"' not in page
    note = re.findall(r"notes/([0-9a-f-]{36})/removal", page)[0]
    assert bo.post(f"{over}/notes/{note}/removal", data={"at": "notes"}).location == f"{over}/notes"
    assert "Lige før vi gik" not in bo.get(f"{over}/notes").text


def test_what_comes_too_late_is_said_where_the_notes_stand(amira: Plan, bo: Browser) -> None:
    made = opened(amira)
    here = f"/plans/{amira.id}/meetings/{made}"
    _save(bo, here, "Til mig selv")
    with db.writing() as session:
        session.get_one(Meeting, made).state = "missed"
    note = re.findall(r"notes/([0-9a-f-]{36})/sharing", bo.get(f"{here}/notes").text)[0]
    late = bo.post(f"{here}/notes/{note}/sharing")
    assert late.status_code == 422
    assert "Mødet er ikke åbent" in late.text and "Til mig selv" in late.text
    assert bo.post(f"{here}/notes/{note}/removal", data={"at": "notes"}).location == f"{here}/notes"
