"""What a citizen does with a right: take it along to a meeting, and say what they live on."""

from collections.abc import Callable

import pytest
from cast import Plan
from meetings import agreed
from web.browser import Browser
from web.fixtures import PSEUDO

from minplan import access
from minplan.access import PersonView


def test_one_tap_puts_it_on_the_agenda_of_the_one_meeting(citizen: Browser, bo: Browser, amira: Plan) -> None:
    meeting = agreed(amira)
    address = f"/plans/{amira.id}/rights/bisidder/agenda"
    page = citizen.get("/rights/bisidder?lang=da").text
    assert f'action="{address}"' in page and f'value="{meeting}"' in page
    for told in ("Det står på dagsordenen nu.", "Det står på dagsordenen allerede."):
        answer = citizen.post(address, data={"meeting": str(meeting)})
        assert answer.status_code == 303 and told in citizen.get(answer.headers["Location"]).text
    for browser in (citizen, bo):
        assert browser.get(f"/plans/{amira.id}/meetings/{meeting}").text.count("Spørg om: Tag en bisidder med") >= 1


def test_of_several_meetings_the_citizen_chooses(citizen: Browser, amira: Plan) -> None:
    agreed(amira)
    agreed(amira)
    address = f"/plans/{amira.id}/rights/tolk/agenda"
    assert f'href="{address}"' in citizen.get("/rights/tolk").text
    page = citizen.get(f"{address}?lang={PSEUDO}").text
    assert page.count('type="radio" name="meeting"') == 2 and page.count(" checked") == 1, "the next one is chosen"
    for meeting in ("", "nothing", str(amira.id)):
        assert citizen.post(address, data={"meeting": meeting}).status_code == 422


def test_without_a_meeting_one_can_be_proposed(citizen: Browser, amira: Plan) -> None:
    page = citizen.get(f"/plans/{amira.id}/rights/tolk/agenda?lang={PSEUDO}").text
    assert f'href="/plans/{amira.id}/meetings/new"' in page
    assert citizen.get(f"/plans/{amira.id}/rights/nope/agenda").status_code == 404


def test_in_another_language_the_danish_name_stands_behind(citizen: Browser, bo: Browser, amira: Plan) -> None:
    meeting = agreed(amira)
    citizen.get("/rights?lang=ar")
    citizen.post(f"/plans/{amira.id}/rights/tolk/agenda", data={"meeting": str(meeting)})
    assert "(Bed om en tolk)</span>" in bo.get(f"/plans/{amira.id}/meetings/{meeting}").text


@pytest.mark.parametrize("lang", ["da", PSEUDO])
def test_what_somebody_lives_on_is_said_put_right_and_told(
    citizen: Browser, bo: Browser, amira: Plan, lang: str
) -> None:
    address = f"/plans/{amira.id}/benefit"
    citizen.get(f"/rights?lang={lang}")
    assert citizen.post(address, data={"benefit": "kontanthjaelp", "seen_benefit": ""}).status_code == 303
    late = bo.post(address, data={"benefit": "sygedagpenge", "seen_benefit": ""})
    assert late.status_code == 409 and 'role="alert"' in late.text
    told = {"benefit": "", "seen_benefit": "kontanthjaelp"}
    assert bo.post(address, data=told).status_code == 303 and "<bdi>Bo</bdi>" in citizen.get(address).text
    if lang == "da":
        assert "Der står noget nyt om, hvad du lever af." in citizen.get("/plan/history").text
        assert "lever af" not in bo.get(f"/plans/{amira.id}/history").text, "colleagues read none of it there"


def test_the_contact_person_finds_the_way_to_it_and_a_colleague_does_not(
    bo: Browser, browser: Callable[[PersonView], Browser], amira: Plan
) -> None:
    tove = browser(access.person(amira.tove))  # type: ignore[arg-type]
    address = f"/plans/{amira.id}/benefit"
    for page in (f"/plans/{amira.id}", f"/plans/{amira.id}/steps/{amira.step}"):
        assert f'href="{address}"' in bo.get(page).text and address not in tove.get(page).text
    assert bo.get(address).status_code == 200 and tove.get(address).status_code == 404


@pytest.mark.parametrize("form", [{}, {"benefit": "x", "seen_benefit": ""}, {"benefit": "dagpenge"}, {"benefit": "\0"}])
def test_what_is_no_answer_is_said_by_field(citizen: Browser, amira: Plan, form: dict[str, str]) -> None:
    answer = citizen.post(f"/plans/{amira.id}/benefit?lang={PSEUDO}", data=form)
    assert answer.status_code == 422 and "error-summary" in answer.text
