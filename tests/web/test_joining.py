"""A screen joins a meeting by six digits: who it is then, what it reaches, and every way in which it is refused."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from cast import Plan
from flask import Flask, session
from sqlalchemy import select, update
from web.browser import Browser

from minplan import access, clock, db, identity, meeting
from minplan.errors import Invalid
from minplan.journal import Record
from minplan.meeting import Meeting
from minplan.meeting.seats.actions import joining
from minplan.routes.visitor import KEY, come_in

CODE = re.compile(r"<bdi dir=\"ltr\">(\d{3}) (\d{3})</bdi>")
PHONE = "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36"
OTHER = "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0"


@pytest.fixture
def hour(amira: Plan) -> UUID:
    """A meeting of Amira's that is going on."""
    return going_on(amira.id)


@pytest.fixture
def phone(nobody: Browser) -> Browser:
    """The citizen's own, in which nobody has signed in."""
    nobody.environ_base["HTTP_USER_AGENT"] = PHONE
    return nobody


def going_on(plan: UUID) -> UUID:
    now = clock.now()
    row = Meeting(
        plan_id=plan, state="open", starts=now, ends=now + timedelta(hours=1), opened_at=now,
        place="Biblioteket", mode="library", position=0,
    )  # fmt: skip
    with db.writing() as writing:
        writing.add(row)
        writing.flush()
        return row.id


def becomes(hour: UUID, state: str) -> None:
    with db.writing() as writing:
        step = select(access.Plan.next_step_id).where(access.Plan.id == Meeting.plan_id).scalar_subquery()
        over = {"closed": {"closed_at": clock.now(), "next_id": step}, "cancelled": {"cancelled_by": "citizen"}}
        values: dict[str, object] = over.get(state, {})  # type: ignore[assignment]
        writing.execute(update(Meeting).where(Meeting.id == hour).values(state=state, **values))  # type: ignore[arg-type]


def at(amira: Plan, hour: UUID) -> str:
    return f"/plans/{amira.id}/meetings/{hour}"


def code_by(bo: Browser, here: str) -> str:
    assert bo.post(f"{here}/codes").location == f"{here}/codes"
    found = CODE.search(bo.get(f"{here}/codes").text)
    assert found
    return found[1] + found[2]


def refused(browser: Browser, code: str, why: str, status: int = 422) -> None:
    before = sign_ins()
    answer = browser.post("/join", data={"code": code})
    assert answer.status_code == status and why in answer.text, answer.text
    assert f'value="{code}"' in answer.text, "what was typed stays"
    assert sign_ins() == before


def sign_ins() -> int:
    with db.reading() as connection:
        return len(connection.execute(select(identity.SignIn.key)).all())


def seats(amira: Plan, hour: UUID) -> tuple[meeting.SeatView, ...]:
    with access.view(amira.citizen) as view:
        return meeting.seats(view, hour)


def test_a_phone_joins_without_a_sign_in_and_reaches_this_table_alone(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    code = code_by(bo, here)
    assert phone.get("/join").status_code == 200
    assert phone.post("/join", data={"code": f" {code[:3]} {code[3:]}"}).location == f"{here}/room"
    page = phone.get(f"{here}/room")
    assert page.status_code == 200 and "Du er med ved bordet" in page.text
    for elsewhere in ('"/sign-ins"', '"/notices"', '"/discreet', '"/plan"', "data-later"):
        assert elsewhere not in page.text
    assert phone.get("/").location == phone.get("/join").location == f"{here}/room"
    for closed in (here, f"{here}/codes", "/plan", "/sign-ins", "/notices", "/stay", "/plan/data", "/meetings"):
        assert phone.get(closed).status_code == 404, closed
    other = at(amira, going_on(amira.id))
    assert phone.get(f"{other}/room").status_code == 404


def test_the_code_is_shown_with_its_picture_and_leads_back_when_it_has_been_used(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    code = code_by(bo, here)
    page = bo.get(f"{here}/codes")
    assert page.headers["Cache-Control"] == "no-store" and 'fill="#fff"' in page.text
    assert f"code={code}" not in page.text and f"{code}</a>" not in page.text
    assert bo.get(f"{here}/codes", headers={"HX-Request": "true"}).status_code == 204
    phone.post("/join", data={"code": code})
    asked = bo.get(f"{here}/codes", headers={"HX-Request": "true"})
    assert (asked.status_code, asked.headers["HX-Redirect"]) == (204, f"{here}/room#devices")
    assert "En skærm mere er med ved bordet." in bo.get(f"{here}/room").text
    assert bo.get(f"{here}/codes").location == f"{here}/room", "it is shown no more"


def test_only_whoever_works_with_the_citizen_makes_a_code(
    amira: Plan, hour: UUID, bo: Browser, citizen: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    assert citizen.post(f"{here}/codes").status_code == 404
    phone.post("/join", data={"code": code_by(bo, here)})
    assert phone.post(f"{here}/codes").status_code == 404
    becomes(hour, "closed")
    assert bo.post(f"{here}/codes").location == here
    with bo.session_transaction() as cookie:
        assert "Åbn det" in str(cookie["_flashes"])


@pytest.mark.parametrize("typed", ["000000", "12345", "1234567", "abcdef", "²²²²²²", "😀", "010190-1234", "1" * 20])
def test_a_guess_is_refused(amira: Plan, hour: UUID, bo: Browser, phone: Browser, typed: str) -> None:
    if code_by(bo, at(amira, hour)) != typed:
        answer = phone.post("/join", data={"code": typed})
        assert answer.status_code == 422 and "De tal passer ikke." in answer.text
    assert phone.post("/join", data={}).status_code == 422


def test_a_code_is_read_in_the_digits_of_the_hand_that_typed_it(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    code = code_by(bo, at(amira, hour))
    arabic = "\u200f" + "".join(chr(0x660 + int(digit)) for digit in code)
    assert phone.post("/join", data={"code": arabic}).status_code == 303


def test_a_used_code_is_refused(amira: Plan, hour: UUID, bo: Browser, phone: Browser, app: Flask) -> None:
    code = code_by(bo, at(amira, hour))
    phone.post("/join", data={"code": code})
    refused(app.test_client(), code, "De tal passer ikke.")  # type: ignore[arg-type]


def test_a_code_is_over_after_ten_minutes_and_when_a_newer_one_is_made(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    first = code_by(bo, here)
    second = code_by(bo, here)
    refused(phone, first, "De tal passer ikke.")
    clock.start(clock.now() + timedelta(minutes=10, seconds=1))
    refused(phone, second, "De tal passer ikke.")
    assert bo.get(f"{here}/codes").location == f"{here}/room"


@pytest.mark.parametrize("state", ["closed", "cancelled", "missed", "agreed"])
def test_a_meeting_that_is_not_going_on_lets_nobody_in_and_keeps_nobody(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser, app: Flask, state: str
) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    code = code_by(bo, here)
    becomes(hour, state)
    refused(app.test_client(), code, "De tal passer ikke.")  # type: ignore[arg-type]
    assert phone.get(f"{here}/room").location == "/join", "however the meeting came to an end"
    answer = phone.get("/join")
    if state == "closed":
        assert "Mødet er slut. Tak." in answer.text and 'href="/sign-in"' in answer.text and "papir" in answer.text
        assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    else:
        assert "Pladsen ved bordet er slut" in answer.text
    assert "Gå med ved bordet" in phone.get("/join").text and "er slut" not in phone.get("/join").text


def test_the_key_of_a_seat_opens_nothing_on_another_device(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser, app: Flask
) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    thief: Browser = app.test_client()  # type: ignore[assignment]
    thief.environ_base["HTTP_USER_AGENT"] = OTHER
    with phone.session_transaction() as kept, thief.session_transaction() as taken:
        taken.update(kept)
    assert thief.get(f"{here}/room").status_code == 303
    assert phone.get(f"{here}/room").status_code == 200


def test_whoever_is_in_as_the_citizen_just_goes_to_the_room(
    amira: Plan, hour: UUID, bo: Browser, citizen: Browser, phone: Browser
) -> None:
    code = code_by(bo, at(amira, hour))
    assert citizen.post("/join", data={"code": code}).location == f"{at(amira, hour)}/room"
    assert citizen.get("/plan").status_code == 200, "it is their own sign-in still"
    assert phone.post("/join", data={"code": code}).status_code == 303, "and the code is there for another screen"


def test_somebody_elses_browser_does_not_become_the_citizen(
    amira: Plan, hour: UUID, bo: Browser, browser: object
) -> None:
    code = code_by(bo, at(amira, hour))
    dorte: Browser = browser(access.person(amira.dorte))  # type: ignore[operator]
    for other in (bo, dorte):
        refused(other, code, "logget ind som en anden")


def test_a_seat_at_one_table_does_not_open_another_citizens(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    with access.view(amira.dorte) as view:
        dortes = going_on(view.plan.id)
    phone.sit_down(amira.dorte, dortes)
    with db.writing() as writing:
        writing.execute(update(identity.SignIn).values(device="Chrome · Android"))
    refused(phone, code_by(bo, at(amira, hour)), "logget ind som en anden")


def test_a_next_meeting_takes_the_place_of_the_one_before(amira: Plan, hour: UUID, bo: Browser, phone: Browser) -> None:
    here, later = at(amira, hour), at(amira, going_on(amira.id))
    phone.post("/join", data={"code": code_by(bo, here)})
    assert phone.post("/join", data={"code": code_by(bo, later)}).location == f"{later}/room"
    assert not seats(amira, hour)


def test_of_two_who_type_it_at_once_one_sits_down(amira: Plan, hour: UUID, bo: Browser) -> None:
    table = meeting.open_code(code_by(bo, at(amira, hour)), "somebody")

    def sit(device: str) -> bool:
        try:
            return bool(meeting.sit_down(table, device))
        except Invalid:
            return False

    with ThreadPoolExecutor() as together:
        assert sorted(together.map(sit, ("one", "two"))) == [False, True]


def test_guessing_is_limited_for_each_address_and_the_right_code_waits_too(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    code = code_by(bo, at(amira, hour))
    for _ in range(10):
        refused(phone, "77777x", "De tal passer ikke.")
    refused(phone, code, "Der er prøvet mange gange.", 429)
    clock.start(clock.now() + timedelta(minutes=20))
    assert phone.get("/join").status_code == 200


def test_where_many_guess_the_right_code_opens_from_an_address_that_has_not(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "TRIES", {"one": 10, "careful": 1, "house": 2})
    code = code_by(bo, at(amira, hour))
    for tried, status in enumerate((422, 422, 422, 422), 1):
        phone.environ_base["REMOTE_ADDR"] = f"192.0.2.{tried}"
        assert phone.post("/join", data={"code": "xxxxxx"}).status_code == status
    refused(phone, code, "Der er prøvet mange gange.", 429)
    phone.environ_base["REMOTE_ADDR"] = "192.0.2.9"
    assert phone.post("/join", data={"code": code}).status_code == 303


def test_both_see_the_screens_and_each_can_end_one(
    amira: Plan, hour: UUID, bo: Browser, citizen: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    for ender in (bo, citizen):
        phone.post("/join", data={"code": code_by(bo, here)})
        (seat,) = seats(amira, hour)
        assert (seat.device, seat.own) == ("Chrome · Android", False)
        for client in (bo, citizen, phone):
            page = client.get(f"{here}/room").text
            assert "Chrome · Android" in page and f"seats/{seat.id}/end" in page
        assert ender.post(f"{here}/seats/{seat.id}/end").location == f"{here}/room#devices"
        assert ender.post(f"{here}/seats/{seat.id}/end").status_code == 303, "asked twice, it is done once"
        assert phone.get(f"{here}/room").location == "/join"
        assert "Chrome · Android" not in bo.get(f"{here}/room").text


def test_screens_of_one_kind_are_told_apart_and_who_let_them_in_is_asked_about_the_newest(
    amira: Plan, hour: UUID, bo: Browser, citizen: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    clock.start(clock.now() + timedelta(minutes=11))
    meeting.sit_down(meeting.open_code(code_by(bo, here), "x"), "Chrome · Android")
    page = bo.get(f"{here}/room").text
    assert "<b>Skærm 1</b>" in page and "<b>Skærm 2</b>" in page and page.count("Er det jer?") == 1
    assert page.index("Er det jer?") > page.index("<b>Skærm 2</b>")
    assert "Er det jer?" not in citizen.get(f"{here}/room").text


def test_the_phones_own_language_goes_on_at_the_table(amira: Plan, hour: UUID, bo: Browser, phone: Browser) -> None:
    here = at(amira, hour)
    phone.environ_base["HTTP_ACCEPT_LANGUAGE"] = "ar"
    assert 'lang="ar"' in phone.get("/join").text
    phone.post("/join", data={"code": code_by(bo, here)})
    assert '<html lang="ar"' in phone.get(f"{here}/room").text


def test_a_danish_phone_speaks_the_citizens_language_at_the_table(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    with db.writing() as writing:
        writing.execute(update(access.Person).where(access.Person.id == amira.citizen).values(language="ar"))
    phone.environ_base["HTTP_ACCEPT_LANGUAGE"] = "da"
    phone.post("/join", data={"code": code_by(bo, at(amira, hour))})
    assert '<html lang="ar"' in phone.get(f"{at(amira, hour)}/room").text


def test_a_seat_ends_itself_and_no_other(amira: Plan, hour: UUID, bo: Browser, phone: Browser, app: Flask) -> None:
    here = at(amira, hour)
    tablet: Browser = app.test_client()  # type: ignore[assignment]
    for client in (phone, tablet):
        client.post("/join", data={"code": code_by(bo, here)})
    own, other = seats(amira, hour)
    assert phone.post(f"{here}/seats/{other.id}/end").status_code == 404
    assert phone.post(f"{here}/seats/{own.id}/end").location == "/join"
    answer = tablet.post(f"{here}/leaving")
    assert (answer.location, answer.headers["Clear-Site-Data"]) == ("/join", '"cache", "storage"')
    assert "Du er gået fra bordet." in tablet.get("/join").text
    assert not seats(amira, hour)
    for unknown in (UUID(int=7), hour):
        assert bo.post(f"{here}/seats/{unknown}/end").status_code == 404


def test_the_end_of_a_meeting_clears_the_table(amira: Plan, hour: UUID, bo: Browser, phone: Browser) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    code = code_by(bo, here)
    with access.change(amira.bo, amira.id) as change:
        meeting.clear_table(change, hour)
        change.record(Record("end_seat", "meeting", hour, audience="room"))
    assert not seats(amira, hour) and phone.get(f"{here}/room").location == "/join"
    refused(phone, code, "De tal passer ikke.")


def test_the_citizen_is_told_and_ends_it_among_their_sign_ins(
    amira: Plan, hour: UUID, bo: Browser, citizen: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    assert "En skærm er kommet med til et møde i dit navn." in citizen.get("/notices").text
    page = citizen.get("/sign-ins").text
    assert "Sidder med ved et møde og ser kun det." in page and "Fjern fra bordet" in page
    found = re.search(r'name="sign_in" value="([0-9a-f]+)"', page)
    assert found
    citizen.post("/sign-ins/end", data={"sign_in": found[1]})
    assert phone.get(f"{here}/room").location == "/join"


def test_a_screen_may_be_still_and_ends_two_hours_after_the_meeting(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser
) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    clock.start(clock.now() + timedelta(hours=2, minutes=59))
    assert phone.get(f"{here}/room").status_code == 200
    clock.start(clock.now() + timedelta(minutes=2))
    assert phone.get(f"{here}/room").status_code == 303


def test_a_sign_in_of_ones_own_takes_the_place_of_the_seat(
    amira: Plan, hour: UUID, bo: Browser, phone: Browser, app: Flask
) -> None:
    key = meeting.sit_down(meeting.open_code(code_by(bo, at(amira, hour)), "x"), "")
    with app.test_request_context("/"):
        session.update({KEY: key, "seated": True})
        come_in(amira.citizen)
        assert set(session) == {"key", "whose"}
    assert not seats(amira, hour)


def test_typed_words_of_a_seat_that_ended_are_not_lost(amira: Plan, hour: UUID, bo: Browser, phone: Browser) -> None:
    here = at(amira, hour)
    phone.post("/join", data={"code": code_by(bo, here)})
    bo.post(f"{here}/seats/{seats(amira, hour)[0].id}/end")
    answer = phone.post(f"{here}/agenda", data={"text": "Hvornår kommer pengene?"})
    assert answer.status_code == 401 and "Hvornår kommer pengene?" in answer.text
    assert "Pladsen ved bordet er slut" in answer.text and 'href="/join"' in answer.text
    assert "/sign-in" not in answer.text
    dialog = phone.post(f"{here}/agenda", data={"text": "Hej"}, headers={"HX-Request": "true"})
    assert dialog.status_code == 401 and 'href="/join"' in dialog.text
    assert phone.post("/join", data={"code": code_by(bo, here)}).status_code == 303
    assert phone.post(f"{here}/agenda", data={"text": "Hvornår kommer pengene?"}).status_code == 303
