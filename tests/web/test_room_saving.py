"""Saving a field of the room: both see it, and two who change the same words lose nothing, with a script or without."""

import re
from uuid import UUID

import pytest
from cast import Plan, said
from meetings import opened
from web.browser import Browser

from minplan import access, meeting

LIVE = {"X-Save": "live"}
MINE, THEIRS = "Praktik\nog penge", "Praktik\nog tid"


@pytest.fixture
def point(amira: Plan) -> str:
    """The address of a point on the agenda of a meeting that goes on."""
    made = opened(amira)
    outcome = meeting.add_point(amira.bo, amira.id, made, said("Praktik"))
    return f"/plans/{amira.id}/meetings/{made}/agenda/{outcome.subject_id}"


def _seen(who: Browser, point: str) -> str:
    page = who.get(f"{point.partition('/agenda')[0]}/room").text
    return re.findall(rf'action="{point}/text".*?name="seen" value="(.*?)"', page, re.DOTALL)[0]


def _both_write(bo: Browser, citizen: Browser, point: str) -> dict[str, str]:
    """Theirs is saved; what mine sends is still to be."""
    seen = _seen(bo, point)
    theirs = {"text": THEIRS, "seen": seen, "from": "point"}
    assert citizen.post(f"{point}/text", data=theirs, headers=LIVE).status_code == 204
    return {"text": MINE, "seen": seen, "from": "point"}


def test_a_script_hears_what_the_field_shows_now(point: str, bo: Browser, citizen: Browser) -> None:
    answer = bo.post(f"{point}/text", data={"text": "Prøve noget", "seen": _seen(bo, point)}, headers=LIVE)
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["X-Seen"] == _seen(citizen, point)


def test_the_same_words_twice_are_saved_once(point: str, bo: Browser) -> None:
    words = {"text": "Prøve noget", "seen": _seen(bo, point)}
    first = bo.post(f"{point}/text", data=words, headers=LIVE).headers["X-Seen"]
    assert bo.post(f"{point}/text", data=words, headers=LIVE).headers["X-Seen"] == first


def test_a_script_gets_mine_theirs_and_both(point: str, bo: Browser, citizen: Browser) -> None:
    answer = bo.post(f"{point}/text", data=_both_write(bo, citizen, point), headers=LIVE)
    assert answer.status_code == 409
    assert "<html" not in answer.text
    assert all(line in answer.text for line in ("og penge", "og tid"))
    assert f'data-seen="{_seen(bo, point)}"' in answer.text


def test_a_page_shows_mine_theirs_and_both_and_each_can_be_chosen(point: str, bo: Browser, citizen: Browser) -> None:
    page = bo.post(f"{point}/text", data=_both_write(bo, citizen, point))
    assert page.status_code == 409
    seen = re.findall(r'name="seen" value="(.*?)"', page.text)
    assert seen == [_seen(bo, point)] * 2
    both = re.findall(r"<textarea[^>]*>(.*?)</textarea>", page.text, re.DOTALL)[0]
    assert both == "Praktik\nog tid\nog penge"
    answer = bo.post(f"{point}/text", data={"text": both, "seen": seen[0], "from": "point"})
    assert answer.location.endswith("/room#point")
    assert "og tid\nog penge" in citizen.get(answer.location).text


def test_what_arrived_before_although_nobody_heard_is_no_conflict(point: str, bo: Browser) -> None:
    seen = _seen(bo, point)
    bo.post(f"{point}/text", data={"text": "Prakt", "seen": seen}, headers=LIVE)
    again = {"text": "Praktik i køkken", "seen": seen, "tried": "Prakt"}
    assert bo.post(f"{point}/text", data=again, headers=LIVE).status_code == 204


def test_what_cannot_be_kept_says_why_and_keeps_the_words(point: str, bo: Browser) -> None:
    words = {"text": "x" * 2001, "seen": _seen(bo, point)}
    live = bo.post(f"{point}/text", data=words, headers=LIVE)
    assert live.status_code == 422
    assert "data-fault" in live.text
    page = bo.post(f"{point}/text", data=words)
    assert page.status_code == 422
    assert "x" * 2001 in page.text


def test_odd_input_is_no_fault_of_ours(point: str, bo: Browser) -> None:
    for seen in ("no id", "", "0" * 36):
        answer = bo.post(f"{point}/text", data={"text": "a", "seen": seen, "from": "æ#<"})
        assert answer.status_code in (303, 409, 422)


def test_a_conflict_is_read_in_the_readers_language(point: str, bo: Browser, citizen: Browser) -> None:
    words = _both_write(bo, citizen, point)
    page = bo.post(f"{point}/text?lang=ar", data=words).text
    assert 'dir="rtl"' in page
    assert "og tid" in page


def test_words_of_another_line_are_compared_with_nothing(point: str, bo: Browser, amira: Plan) -> None:
    made = UUID(point.split("/")[4])
    other = meeting.add_point(amira.bo, amira.id, made, said("Hemmelig\nPraktik"))
    with access.view(amira.bo, amira.id) as view:
        seen = next(each.text_id for each in meeting.one(view, made).agenda if each.id == other.subject_id)
    mine = {"text": "Hemmelig\nMit", "seen": str(seen)}
    page = bo.post(f"{point}/text", data=mine, headers=LIVE)
    assert page.status_code == 409
    both = re.findall(r"data-both[^>]*>(.*?)</textarea>", page.text, re.DOTALL)[0]
    assert both == "Praktik\nHemmelig\nMit", "as if the writer had begun with nothing"
