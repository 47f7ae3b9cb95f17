"""The room: who opens it, and what stands in it."""

from cast import Plan
from meetings import agreed, opened
from web.browser import Browser


def test_whoever_works_with_the_citizen_opens_it_for_both(amira: Plan, bo: Browser, citizen: Browser) -> None:
    here = f"/plans/{amira.id}/meetings/{agreed(amira)}"
    answer = bo.post(f"{here}/opening")
    assert answer.location == f"{here}/room"
    assert "Gå en tur" in bo.get(f"{here}/room").text
    assert "Gå en tur" in citizen.get(f"{here}/room").text


def test_opened_twice_is_opened_once(amira: Plan, bo: Browser) -> None:
    here = f"/plans/{amira.id}/meetings/{opened(amira)}"
    assert bo.post(f"{here}/opening").status_code == 303


def test_the_citizen_opens_no_meeting(amira: Plan, citizen: Browser) -> None:
    assert citizen.post(f"/plans/{amira.id}/meetings/{agreed(amira)}/opening").status_code == 404


def test_before_it_is_open_its_room_is_its_card(amira: Plan, citizen: Browser) -> None:
    here = f"/plans/{amira.id}/meetings/{agreed(amira)}"
    assert citizen.get(f"{here}/room").location == here
