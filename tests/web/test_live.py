"""What the screens in the room hear: that something is new, never what, and only while they may be there."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from cast import Plan
from flask import Flask
from meetings import opened
from web.browser import Browser
from werkzeug.test import TestResponse

from minplan import access, identity
from minplan.meeting.live import subscriber as subscribers

SECRET = "Pengene er brugt"


@pytest.fixture
def here(amira: Plan) -> str:
    return f"/plans/{amira.id}/meetings/{opened(amira)}"


@pytest.fixture(autouse=True)
def _short_beat(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subscribers, "BEAT", 0.5)


def events(answer: TestResponse) -> Iterator[str]:
    """What comes, one event after the other."""
    assert answer.status_code == 200
    for piece in answer.iter_encoded():
        yield from filter(None, piece.decode().split("\n\n"))


def present(client: Browser, here: str) -> str:
    """Who is here, as the room says it."""
    return client.get(f"{here}/room").text.partition('<section id="presence"')[2].partition("</section>")[0]


def shown(client: Browser, here: str) -> str:
    page = client.get(f"{here}/room").text
    return page.partition('data-since="')[2].partition('"')[0]


def test_a_change_is_announced_by_its_version_and_by_nothing_else(
    amira: Plan, here: str, bo: Browser, citizen: Browser
) -> None:
    since = shown(bo, here)
    answer = bo.get(f"{here}/live?since={since}")
    assert answer.mimetype == "text/event-stream"
    assert (answer.headers["Cache-Control"], answer.headers["X-Accel-Buffering"]) == ("no-store", "no")
    assert "Content-Encoding" not in answer.headers
    came = events(answer)
    assert next(came) == ": here"
    citizen.post(f"{here}/agenda", data={"text": SECRET})
    told = next(came)
    now = shown(citizen, here)
    assert told == f"event: changed\nid: {now}\ndata: {now}"
    assert now != since and SECRET not in told
    answer.close()


def test_a_line_on_which_nothing_happens_says_that_it_lives(here: str, bo: Browser) -> None:
    answer = bo.get(f"{here}/live?since={shown(bo, here)}")
    came = events(answer)
    assert [next(came), next(came)] == [": here", "event: here\ndata: ."]
    answer.close()


def test_who_comes_back_says_what_was_heard_last(here: str, bo: Browser, citizen: Browser) -> None:
    since = shown(bo, here)
    citizen.post(f"{here}/agenda", data={"text": SECRET})
    answer = bo.get(f"{here}/live", headers={"Last-Event-ID": since})
    came = events(answer)
    assert next(came) == ": here" and next(came).startswith("event: changed\n")
    answer.close()


def test_whoever_is_signed_out_hears_nothing_more(amira: Plan, here: str, bo: Browser) -> None:
    answer = bo.get(f"{here}/live?since={shown(bo, here)}")
    identity.end_all(amira.bo)
    assert "changed" not in "".join(events(answer)), "and it came to its end"
    assert bo.get(f"{here}/live").status_code == 303


def test_beyond_the_cap_one_is_asked_to_come_again(app: Flask, here: str, bo: Browser, citizen: Browser) -> None:
    app.extensions["minplan"] = replace(app.extensions["minplan"], live_max=0)
    answer = bo.get(f"{here}/live")
    assert (answer.status_code, answer.headers["Retry-After"], answer.data) == (503, "15", b"")
    assert citizen.get(f"{here}/room").status_code == 200


def test_for_a_stranger_there_is_nothing_to_hear(stranger: Browser, here: str, bo: Browser) -> None:
    assert stranger.get(f"{here}/live").status_code == 404
    assert stranger.post(f"{here}/presence").status_code == 404
    elsewhere = here.rpartition("/")[0] + f"/{uuid4()}"
    assert bo.get(f"{elsewhere}/live").status_code == 404
    assert bo.post(f"{elsewhere}/presence").status_code == 404


@pytest.fixture
def stranger(amira: Plan, app: Flask) -> Browser:
    return app.test_client().come_in(access.person(amira.dorte))  # type: ignore[attr-defined, no-any-return]


def test_who_is_here_stands_in_the_room_and_what_they_touch(here: str, bo: Browser, citizen: Browser) -> None:
    script = {"HX-Request": "true"}
    answer = citizen.post(f"{here}/presence", data={"touching": "point-1"}, headers=script)
    assert (answer.status_code, answer.headers["X-Live"]) == (204, shown(citizen, here))
    assert "<bdi>Amira</bdi>" in present(bo, here)
    assert '<span hidden data-touching="point-1">Amira skriver her</span>' in present(bo, here)
    assert "data-touching" not in present(citizen, here)
    assert citizen.post(f"{here}/presence", data={"left": "1"}, headers=script).status_code == 204
    assert "Amira" not in present(bo, here)


def test_without_a_script_one_is_led_back_and_a_link_fetches_the_newest(here: str, citizen: Browser) -> None:
    answer = citizen.post(f"{here}/presence", data={"says": ""})
    assert (answer.status_code, answer.location) == (303, f"{here}/room")
    assert f'<a href="{here}/room">Hent det nyeste</a>' in citizen.get(answer.location).text


@pytest.mark.parametrize("data", [{"touching": "<b>"}, {"touching": "x" * 81}, {"says": "aloud.nothing"}])
def test_nonsense_is_refused(here: str, citizen: Browser, data: dict[str, str]) -> None:
    assert citizen.post(f"{here}/presence", data=data).status_code == 422


def test_a_seat_hears_its_own_meeting(amira: Plan, here: str, nobody: Browser) -> None:
    client = nobody.sit_down(amira.citizen, meeting_of(here))
    answer = client.get(f"{here}/live?since={shown(client, here)}")
    assert next(events(answer)) == ": here"
    answer.close()
    assert client.post(f"{here}/presence").status_code == 303


def meeting_of(here: str) -> UUID:
    return UUID(here.rpartition("/")[2])
