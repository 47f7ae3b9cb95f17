"""The citizen says what of theirs becomes a part of the municipality's case, and reads what is and who reads it."""

import re
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from counting import selects
from flask import Flask
from props import entries, hide, place, row
from sqlalchemy import Engine, select
from systems import Machine, let_in
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock, db, journey, sync
from minplan.journey.goal import Goal
from minplan.journey.step import Step

OWN, IN = "Er kun på din vej.", "Er en del af kommunens sag"
PAGES = ("step", "goal", "win", "horizon")


@pytest.fixture
def machine(app: Flask, amira: Plan) -> Machine:
    return let_in(app)


@pytest.fixture
def things(amira: Plan) -> dict[str, tuple[UUID, UUID]]:
    """One own thing of each type, with the text that stands there."""
    win = journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Jeg gik ud"))).subject_id
    journey.set_horizon(amira.citizen, amira.id, None, said("Et roligt hjem"))
    step = row(Step, amira.step)
    with access.view(amira.citizen) as view:
        way, horizon = journey.way(view), view.plan.horizon_id
    goal = way.goals[0]
    assert win and horizon and way.wins[0].text_id
    return {
        "step": (amira.step, step["title_id"]), "goal": (goal.id, row(Goal, goal.id)["title_id"]),
        "win": (win, way.wins[0].text_id), "horizon": (amira.id, horizon),
    }  # fmt: skip


def page_of(amira: Plan, type: str, subject: UUID) -> str:
    at = {"step": f"steps/{subject}", "goal": f"goals/{subject}", "win": "wins", "horizon": "horizon"}
    return f"/plans/{amira.id}/{at[type]}"


def shown(amira: Plan) -> dict[UUID, str]:
    with access.view(amira.citizen) as view:
        return {key: each.state for key, each in sync.own_case(view).items()}


def say(browser: Browser, amira: Plan, subject: UUID, text: UUID, case: str = "yes", at: str = "case"):
    form = {"subject": subject, "seen_text": text, "case": case, "at": at}
    return browser.post(f"/plans/{amira.id}/case", data=form)


@pytest.mark.parametrize("type", PAGES)
def test_each_thing_says_where_it_stands_and_a_yes_and_a_no_hold(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]], type: str
) -> None:
    subject, text = things[type]
    address = page_of(amira, type, subject)
    if type == "win":
        say(citizen, amira, *things["step"])  # a win of no step stands for itself
    before = citizen.get(address).text
    assert OWN in before and "Ja, vis det i sagen" in before
    answer = say(citizen, amira, subject, text, at=type)
    assert (answer.status_code, answer.location) == (303, address)
    assert "fordi du har sagt ja" in citizen.get(address).text and shown(amira)[subject] == "shown"
    said_once = len(entries(amira))
    say(citizen, amira, subject, text, at=type)
    assert len(entries(amira)) == said_once, "asked twice, done once"
    answer = say(citizen, amira, subject, text, "no", at=type)
    assert OWN in citizen.get(answer.location).text and shown(amira)[subject] == "own"


def test_without_a_system_no_page_speaks_of_a_case(
    amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    for type in PAGES:
        page = citizen.get(page_of(amira, type, things[type][0])).text
        assert OWN not in page and "kommunens sag" not in page
    page = citizen.get("/plan/case").text
    assert "Der er ikke koblet noget system på minplan lige nu" in page and "Ja, vis det i sagen" not in page


def test_a_yes_is_to_the_words_that_stood_there(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    address = f"/plans/{amira.id}/steps/{amira.step}"
    say(citizen, amira, *things["step"])
    assert machine.get(address).json["title"]["text"] == "Gå en tur"
    journey.reword(amira.citizen, amira.id, amira.step, "title", things["step"][1], said("Gå langt"))
    assert machine.get(address).status_code == 404, "the yes ended by itself"
    assert "fordi ordene er nogle andre nu" in citizen.get(address).text
    answer = say(citizen, amira, *things["step"])
    assert answer.status_code == 409 and "Ordene er nogle andre nu." in answer.text
    assert machine.get(address).status_code == 404
    say(citizen, amira, amira.step, row(Step, amira.step)["title_id"])
    assert machine.get(address).json["title"]["text"] == "Gå langt"


def test_taken_out_it_is_gone_for_the_system_at_once(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    paths = {"step": "steps", "goal": "goals", "win": "wins"}
    for type, path in paths.items():
        subject, text = things[type]
        address = f"/plans/{amira.id}/{path}/{subject}"
        assert machine.get(address).status_code == 404
        say(citizen, amira, subject, text)
        assert machine.get(address).status_code == 200
        say(citizen, amira, subject, text, "no")
        assert machine.get(address).status_code == 404
    say(citizen, amira, *things["horizon"])
    assert machine.get(f"/plans/{amira.id}").json["horizon"]["text"] == "Et roligt hjem"
    say(citizen, amira, *things["horizon"], "no")
    assert machine.get(f"/plans/{amira.id}").json["horizon"] is None


def test_only_the_citizen_says_so_and_nobody_else_reads_that_they_did(
    machine: Machine, amira: Plan, citizen: Browser, bo: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    assert say(bo, amira, *things["step"]).status_code in (403, 404)
    assert shown(amira)[amira.step] == "own"
    say(citizen, amira, *things["step"])
    assert "Du har vist det i kommunens sag." in citizen.get("/plan/history").text
    assert "kommunens sag" not in bo.get(f"/plans/{amira.id}/history").text
    assert "kommunens sag" not in bo.get(f"/plans/{amira.id}/steps/{amira.step}").text
    with db.reading() as connection:
        notice = access.Notice.__table__  # type: ignore[attr-defined]
        assert not connection.execute(select(notice)).all(), "no professional is told"


def test_what_is_hidden_from_the_contact_person_is_offered_to_no_system(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    say(citizen, amira, *things["step"])
    hide(amira, amira.bo, "health")
    page = citizen.get(f"/plans/{amira.id}/steps/{amira.step}").text
    assert "Du har skjult det for din kontaktperson" in page and "Ja, vis det i sagen" not in page
    assert say(citizen, amira, *things["goal"]).status_code == 422
    assert machine.get(f"/plans/{amira.id}/steps/{amira.step}").status_code == 404


def test_what_is_agreed_and_what_others_said_is_not_the_citizens_to_choose(
    machine: Machine, amira: Plan, citizen: Browser
) -> None:
    words = {"title": said("Besøg skolen"), "why": said("For at se den"), "law": "LAB § 1"}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="law", **words)
    law = journey.add_step(amira.bo, amira.id, new).subject_id
    assert law
    page = citizen.get(f"/plans/{amira.id}/steps/{law}").text
    assert IN in page and "Tag det ud" not in page and "Ja, vis det" not in page
    text = row(Step, law)["title_id"]
    before = len(entries(amira))
    say(citizen, amira, law, text)
    say(citizen, amira, law, text, "no")
    assert len(entries(amira)) == before and shown(amira)[law] == "in"
    praised = journey.praise(amira.bo, amira.id, journey.NewWin(text=said("Godt gået"))).subject_id
    assert praised and say(citizen, amira, praised, uuid4()).status_code == 404


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 422), ({"subject": "x", "case": "yes", "seen_text": "x"}, 422), ({"case": "maybe"}, 422),
        ({"case": "yes", "seen_text": ""}, 422), ({"case": "no", "subject": str(uuid4())}, 404),
        ({"case": "yes", "seen_text": str(uuid4())}, 409), ({"case": "no", "at": "//evil.example"}, 303),
    ],
)  # fmt: skip
def test_what_no_page_sends_changes_nothing(
    machine: Machine, amira: Plan, citizen: Browser, form: dict[str, str], status: int
) -> None:
    asked = ({"subject": str(amira.step)} | form) if form else form
    answer = citizen.post(f"/plans/{amira.id}/case", data=asked)
    assert answer.status_code == status and shown(amira)[amira.step] == "own"
    assert status != 303 or answer.location == "/plan/case"


def test_the_page_lists_everything_and_who_reads_it(
    machine: Machine, amira: Plan, citizen: Browser, app: Flask, things: dict[str, tuple[UUID, UUID]]
) -> None:
    let_in(app, "laege", departments=("doctor",))
    say(citizen, amira, *things["goal"])
    page = citizen.get("/plan/case").text
    who, own, never = (page[page.index(f'id="{each}"') :] for each in ("c-who", "c-shown", "c-never"))
    assert "<bdi>Fagsystem</bdi>" in who and "Det har ikke læst noget endnu." in who
    assert "Det læser ikke noget fra din vej, for du har ikke sagt ja til det." in who, "of the doctor's"
    assert "At få ro" in own[: own.index("c-own")] and "Gå en tur" in own[own.index("c-own") :]
    assert "hvad der fylder" in never
    clock.start(clock.now() + timedelta(minutes=5))
    machine.get(f"/plans/{amira.id}")
    assert re.search(r"Sidst læst mandag den 16\. november kl\. 09\.05\.", citizen.get("/plan/case").text)
    assert "/plan/case" in citizen.get("/plan/data").text and "/plan/case" in citizen.get("/plan/around").text


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_every_page_is_whole_in_every_language(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]], language: str
) -> None:
    say(citizen, amira, *things["horizon"])
    citizen.get("/plan/case")  # which says in Danish what was just done
    for address in ("/plan/case", *(page_of(amira, type, things[type][0]) for type in PAGES), "/plan/history"):
        assert citizen.get(f"{address}?lang={language}").status_code == 200


def test_the_first_page_asks_the_database_nothing_more(
    machine: Machine, amira: Plan, citizen: Browser, sqlite: Engine, things: dict[str, tuple[UUID, UUID]]
) -> None:
    say(citizen, amira, *things["step"])
    for address, times in (("/plan", 0), (f"/plans/{amira.id}/steps/{amira.step}", 1)):
        with selects(sqlite) as told:
            assert citizen.get(address).status_code == 200
        assert sum("in_case" in each for each in told) == times


def test_all_about_me_tells_what_i_have_shown_and_that_something_was_sent(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    assert "Kommunens sag" not in citizen.get("/plan/data/all").text
    say(citizen, amira, *things["horizon"])
    place(amira, "law")  # which makes its landmark a part of the case
    data = {"milestone": str(amira.milestone), "tracks": ["health"], "kind": "law", "law": "LAB § 27"}
    data |= {"title": {"text": "Samtale"}, "why": {"text": "Loven"}}
    sent = {"id": "m-1", "type": "step", "subject": "s-1", "plan": str(amira.id), "version": 1, "data": data}
    assert machine.ask("POST", "/inbox", {"messages": [sent]}).json["items"][0]["outcome"] == "done"
    page = citizen.get("/plan/data/all").text
    about = page[page.index('id="a-case"') : page.index('id="a-invited"')]
    assert "Et roligt hjem" in about and "Du viste det i sagen mandag den 16. november kl. 09.00." in about
    told = citizen.get("/plan/data.json").json
    assert told["in_case"][0]["type"] == "horizon" and told["in_case"][0]["text_id"] == str(things["horizon"][1])
    (kept,) = told["inbox_message"]
    assert (kept["message_id"], kept["state"]) == ("m-1", "done") and not {"body", "system_id"} & set(kept)
    assert "Kommunens system sendte noget om din plan" in about


def test_systems_are_told_what_was_shown_and_what_is_no_part_of_the_case_any_more(
    machine: Machine, amira: Plan, citizen: Browser, things: dict[str, tuple[UUID, UUID]]
) -> None:
    step, text = things["step"]
    told = [machine.get("/changes").json]

    def heard() -> set[tuple[str, bool]]:
        told.append(machine.get(f"/changes?after={told[-1]['next']}").json)
        return {(each["subject"]["type"], each["deleted"]) for each in told[-1]["items"]}

    say(citizen, amira, step, text)
    assert ("step", False) in heard()
    journey.reword(amira.citizen, amira.id, step, "title", text, said("Gå langt"))
    assert ("step", True) in heard(), "other words are the citizen's alone"
    say(citizen, amira, step, row(Step, step)["title_id"])
    assert ("step", False) in heard()
    say(citizen, amira, step, text, "no")
    assert ("step", True) in heard()
    journey.reword(amira.citizen, amira.id, step, "title", row(Step, step)["title_id"], said("Gå hjem"))
    assert heard() == set()
