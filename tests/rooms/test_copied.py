"""What was written on paper becomes what it would be on the screen: all of it or nothing, and once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import Plan, said
from meetings import agreed
from props import everything

from minplan import access, booklet, clock, db, journal, journey, meeting
from minplan.booklet import Copied, Landed
from minplan.errors import Invalid


def _line(field: str, to: str, text: str, **more: Any) -> Copied:
    return Copied(field, to, said(text), **more)


def _copy(by: UUID, plan: UUID, *lines: Copied, once: str = "") -> tuple[Landed, ...]:
    with access.view(by, plan) as view:
        found = booklet.reach(view)
    return booklet.copy(by, plan, found, once or str(uuid4()), lines)


def _revision(plan: UUID) -> int:
    with db.writing() as session:
        return session.get_one(access.Plan, plan).revision


def test_each_line_lands_with_an_entry_of_its_own_that_knows_the_paper(amira: Plan) -> None:
    coming, before, day = agreed(amira), _revision(amira.id), clock.today() + timedelta(days=3)
    lines = (
        _line("talk_1", "talk", "Pengene"),
        _line("mine_1", "mine", "Ring til skolen", on=day),
        _line("theirs_1", "theirs", "Find en tolk", ball="municipality"),
        _line("win_1", "win", "Jeg kom ud af døren"),
        _line("horizon_1", "horizon", "Et lille hus"),
    )
    assert [each.kind for each in _copy(amira.citizen, amira.id, *lines)] == ["done"] * 5
    with access.view(amira.citizen) as view:
        way, (point,) = journey.way(view), meeting.one(view, coming).agenda
        entries = journal.news(view.connection, amira.id, before)
    assert point.text.text == "Pengene" and point.by_citizen
    assert way.wins[0].text.text == "Jeg kom ud af døren" and way.horizon and way.horizon.text == "Et lille hus"
    steps = {step.title.text: step for step in way.open}
    assert steps["Ring til skolen"].when_on == day and steps["Find en tolk"].ball.holder == "municipality"  # type: ignore[union-attr]
    assert len(entries) == 5 and all(each.after["paper"] and each.actor_id == amira.citizen for each in entries)
    assert sorted(each.revision for each in entries) == list(range(before + 1, before + 6))


def test_from_the_house_agreements_lie_as_proposals(amira: Plan) -> None:
    landed = _copy(amira.bo, amira.id, _line("theirs_1", "theirs", "Find en tolk", ball="municipality"))
    assert [each.kind for each in landed] == ["proposed"]
    with access.view(amira.citizen) as view:
        (laid,) = journey.way(view).suggestions
    assert laid.title.text == "Find en tolk" and laid.kind == "agreed" and laid.why


def test_one_bad_line_keeps_the_whole_page_out_and_each_says_what_is_wrong(amira: Plan) -> None:
    before = everything()
    late = {"ball": "municipality", "on": date(2026, 11, 1)}
    lines = (_line("win_1", "win", "Fint"), _line("theirs_1", "theirs", "A", **late), _line("talk_1", "talk", "B"))
    with pytest.raises(Invalid) as refused:
        _copy(amira.citizen, amira.id, *lines)
    assert refused.value.fields == {"theirs_1_on": "in_the_past", "talk_1": "no_meeting"}
    with pytest.raises(Invalid) as refused:
        _copy(amira.bo, amira.id, lines[0], _line("horizon_1", "horizon", "Mere ro"))
    assert refused.value.fields == {"horizon_1": "ask_contact"} and everything() == before
    with pytest.raises(Invalid) as refused:
        journey.set_horizon(amira.citizen, amira.id, None, said("Ro"))
        _copy(amira.citizen, amira.id, lines[0], _line("horizon_1", "horizon", "Mere ro", seen=uuid4()))
    assert refused.value.fields == {"horizon_1": "changed_meanwhile"}
    with access.view(amira.citizen) as view:
        assert not journey.way(view).wins


def test_the_same_form_again_adds_only_what_is_new_in_it(amira: Plan) -> None:
    first = (_line("win_1", "win", "Fint"), _line("win_2", "win", "Endnu finere"))
    assert [each.kind for each in _copy(amira.citizen, amira.id, *first, once="a")] == ["done", "done"]
    before = _revision(amira.id)
    assert [each.kind for each in _copy(amira.citizen, amira.id, *first, once="a")] == ["done", "done"]
    assert _revision(amira.id) == before
    third = _line("win_3", "win", "Og en til")
    assert [each.kind for each in _copy(amira.citizen, amira.id, *first, third, once="a")][2] == "done"
    with access.view(amira.citizen) as view:
        assert len(journey.way(view).wins) == 3


def test_the_same_form_from_several_screens_at_once_is_written_in_once(amira: Plan) -> None:
    lines = [_line(f"win_{n}", "win", f"Sejr {n}") for n in range(4)]
    with ThreadPoolExecutor(4) as screens:
        sent = [screens.submit(_copy, amira.citizen, amira.id, *lines, once="a") for _ in range(4)]
        kinds = sorted([each.kind for each in one.result()] for one in sent)
    assert kinds == [["done"] * 4] * 4
    with access.view(amira.citizen) as view:
        assert len(journey.way(view).wins) == 4


def test_on_a_plan_without_a_goal_a_citizens_steps_find_a_place_and_a_talk_becomes_a_question(amira: Plan) -> None:
    with access.view(amira.dorte) as view:
        plan = view.plan.id
    with db.writing() as session:
        session.add(access.Membership(plan_id=plan, person_id=amira.bo, relation="contact", name="Bo"))
    lines = [_line(f"step_{n}", "step", f"Skridt {n}") for n in (1, 2)]
    landed = _copy(amira.dorte, plan, *lines, _line("own_1", "question", "Hvornår ses vi?"))
    assert [each.kind for each in landed] == ["done"] * 3
    with access.view(amira.dorte) as view:
        way = journey.way(view)
    assert [step.title.text for step in way.open] == ["Skridt 1", "Skridt 2"] and len(way.goals) == 1


def test_a_double_tap_on_a_plan_without_a_goal_makes_one_goal(amira: Plan) -> None:
    with access.view(amira.dorte) as view:
        plan, stale = view.plan.id, booklet.reach(view)
    for _tap in range(2):
        (landed,) = booklet.copy(amira.dorte, plan, stale, "a", [_line("step_1", "step", "Gå en tur")])
        assert landed.kind == "done"
    with access.view(amira.dorte) as view:
        assert len(journey.way(view).goals) == 1


def test_changes_outside_are_their_own_again_after_one_that_failed(amira: Plan) -> None:
    with pytest.raises(RuntimeError), access.together(paper=True):
        journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Væk igen")))
        raise RuntimeError
    journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Står endnu")))
    with access.view(amira.citizen) as view:
        assert [win.text.text for win in journey.way(view).wins] == ["Står endnu"]
        (entry,) = journal.news(view.connection, amira.id, view.plan.revision - 1)
    assert "paper" not in entry.after


def test_what_is_told_of_paper_ends_with_the_lines_of_it_also_within_another_change(amira: Plan) -> None:
    with db.together():
        _copy(amira.citizen, amira.id, _line("win_1", "win", "Fra papiret"))
        journey.add_win(amira.citizen, amira.id, journey.NewWin(text=said("Fra skærmen")))
    with access.view(amira.citizen) as view:
        entries = journal.news(view.connection, amira.id, view.plan.revision - 2)
    assert sorted(entry.after.get("paper", False) for entry in entries) == [False, True]
