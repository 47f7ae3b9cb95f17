"""What one of the municipality's own systems did is told as a system's, by its name, wherever a name stands."""

from dataclasses import replace
from datetime import timedelta

import pytest
from answering import answer_newest
from cast import Plan, said
from flask import Flask
from sqlalchemy import Engine
from systems import Machine, let_in
from web.browser import Browser
from web.fixtures import EVERY_LANGUAGE

from minplan import access, clock, journey, meeting, office, own_data, sync

NAME = "Fagsystem"


@pytest.fixture
def machine(app: Flask, amira: Plan) -> Machine:
    return let_in(app)


@pytest.fixture
def suggested(machine: Machine, amira: Plan) -> journey.Outcome:
    words = {"title": said("Besøg skolen"), "why": said("For at se den")}
    new = journey.NewStep(milestone=amira.milestone, tracks=["health"], kind="agreed", **words)
    return journey.add_step(machine.person_id, amira.id, new)


def _proposal(amira: Plan) -> journey.ProposalView:
    with access.view(amira.citizen) as view:
        return journey.proposals(view, journey.way(view))[0]


def test_a_suggestion_says_which_system_it_came_from(
    suggested: journey.Outcome, amira: Plan, citizen: Browser, bo: Browser
) -> None:
    assert suggested.kind == "proposed"
    found = _proposal(amira)
    assert (found.by, found.by_system, found.mine) == (NAME, True, True)
    assert "Fra kommunens system Fagsystem." in citizen.get("/plan").text
    page = citizen.get(f"/plans/{amira.id}/proposals/{found.id}").text
    assert "Foreslået af kommunens system Fagsystem." in page
    assert "<bdi>Kommunens system Fagsystem</bdi>" in citizen.get("/plan/history").text
    assert "<bdi>Kommunens system Fagsystem</bdi>" in bo.get(f"/plans/{amira.id}").text, "the contact's news"
    assert "<bdi>Kommunens system Fagsystem</bdi>" in citizen.get("/plan/data/all").text


def test_the_name_stays_when_the_system_has_ended(
    suggested: journey.Outcome, amira: Plan, machine: Machine, citizen: Browser
) -> None:
    sync.end_system(office.operator(access.HOME), "fagsystem")
    assert "Fra kommunens system Fagsystem." in citizen.get("/plan").text


def test_a_time_that_a_system_offers_is_told_as_the_systems(
    machine: Machine, amira: Plan, citizen: Browser
) -> None:
    times = [clock.now() + timedelta(days=3)]
    new = meeting.NewMeeting(times=times, minutes=30, mode="phone", notes=(said("Hvad nu?"),))
    made = meeting.propose(machine.person_id, amira.id, new)
    card = f"/plans/{amira.id}/meetings/{made.subject_id}"
    assert "Kommunens system Fagsystem foreslår et møde" in citizen.get("/notices").text
    assert "Fra <bdi>kommunens system Fagsystem</bdi>" in citizen.get(card).text


def test_a_systems_reading_stands_among_the_openings_with_its_name(
    suggested: journey.Outcome, machine: Machine, amira: Plan, citizen: Browser
) -> None:
    machine.get(f"/plans/{amira.id}")
    machine.get(f"/plans/{amira.id}")
    page = citizen.get("/plan/openings").text
    assert page.count("<h2><bdi>Fagsystem</bdi></h2>") == 1, "what is fetched again is one line an hour"
    assert "Kommunens fagsystem" in page and "det, der er en del af kommunens sag" in page
    with access.view(amira.citizen) as view:
        kept, _ = own_data.openings(view, names=False)
        told = own_data.everything(view, names=False)
    assert [each.name for each in kept if each.relation == "system"] == [NAME], "it is nobody's name"
    assert told["people"][str(machine.person_id)] == NAME
    for language in EVERY_LANGUAGE:
        assert citizen.get(f"/plan/openings?lang={language}").status_code == 200


def test_a_system_is_nobody_who_could_be_chosen_or_looked_at(
    suggested: journey.Outcome, machine: Machine, amira: Plan, bo: Browser, nobody: Browser, sqlite: Engine
) -> None:
    machine.get(f"/plans/{amira.id}")
    assert NAME not in nobody.get("/sign-in").text, "it comes in by no page"
    assert NAME not in bo.get("/citizens").text
    clock.start(clock.now() + timedelta(hours=12))
    machine.get(f"/plans/{amira.id}")
    operator = office.operator(access.HOME)
    assert NAME not in str(office.people(operator)), "no place can be given to it"
    looker = replace(operator, kind="leader")
    assert NAME not in {line.name for line in office.spot_checks(looker)}, "it reads each hour"


def test_what_waits_for_an_answer_does_not_stand_in_the_case_as_if_it_were_agreed(
    suggested: journey.Outcome, amira: Plan, citizen: Browser
) -> None:
    waits = "Et forslag, der venter på svar"
    assert citizen.get("/plan/case").text.count(waits) == 1
    answer_newest(amira, "yes")
    assert waits not in citizen.get("/plan/case").text
