"""The room: who opens it, and what stands in it."""

import re

from cast import Plan, said
from meetings import agreed, opened
from web.browser import Browser

from minplan import meeting


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


def test_its_parts_are_a_tap_away_and_each_leads_to_one_that_is_there(amira: Plan, bo: Browser) -> None:
    made = opened(amira)
    here = f"/plans/{amira.id}/meetings/{made}"
    assert "#confirmation" not in bo.get(f"{here}/room").text, "nothing to say yes to yet"
    meeting.expect(amira.bo, amira.id, made, "municipality", said("Ring, når det er svært"))
    page = bo.get(f"{here}/room").text
    ways = re.findall(r'href="#([a-z]+)"', page.partition('class="room-ways"')[2].partition("</nav>")[0])
    assert ways[0] == "say" and ways[-2:] == ["confirmation", "closing"]
    assert all(f'<section id="{way}"' in page for way in ways)


def test_a_phone_is_let_in_from_the_top_of_the_room_and_by_a_professional_only(
    amira: Plan, bo: Browser, citizen: Browser
) -> None:
    here = f"/plans/{amira.id}/meetings/{opened(amira)}"
    assert f'action="{here}/codes"' in bo.get(f"{here}/room").text.partition('id="start"')[0]
    assert f'action="{here}/codes"' not in citizen.get(f"{here}/room").text


def test_what_fits_is_asked_with_the_words_it_is_about(amira: Plan, citizen: Browser) -> None:
    made = opened(amira)
    line = meeting.expect(amira.bo, amira.id, made, "municipality", said("Ring, når det er svært")).subject_id
    page = citizen.get(f"/plans/{amira.id}/meetings/{made}/room").text
    assert f'aria-labelledby="fit-{line}-asked expectation-{line}-what"' in page
    assert f'id="fit-{line}-asked"' in page and f'id="expectation-{line}-what"' in page
