"""Nobody goes home without a next step: on no path that there is."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from inspect import Parameter, isfunction, signature
from typing import Any, get_args, get_origin
from uuid import UUID

import pytest
from cast import Plan, said
from gathered import agreed, close, confirm, going_on, notices, outcome
from props import nothing_written, one_change, way
from sqlalchemy import Engine, update
from sqlalchemy.exc import IntegrityError

from minplan import access, clock, db, exchange, journey, meeting
from minplan.errors import Invalid, MinplanError, NotAllowed
from minplan.exchange.check import check
from minplan.journey.step import Step
from minplan.meeting import Meeting, NewAgreement, NewClosing, NewConfirmation
from minplan.words import NewText

TOMORROW = date(2026, 11, 17)


def state(where: UUID) -> str:
    with db.reading() as connection:
        table = Meeting.__table__  # type: ignore[attr-defined]
        return str(connection.execute(table.select().where(table.c.id == where)).one().state)


def without_a_step(amira: Plan) -> None:
    """Amira's one step lies behind her."""
    journey.complete(amira.citizen, amira.id, amira.step, "later")


def with_a_day_gone_by(amira: Plan) -> None:
    with db.writing() as session:
        session.get_one(Step, amira.step).when_on = clock.today() - timedelta(days=1)


def test_with_a_next_step_it_ends_and_tells_everybody_who_was_there(amira: Plan) -> None:
    where = going_on(amira)
    with one_change(amira):
        assert close(amira, where).kind == "done"
    assert state(where) == "closed" and notices(amira.citizen) == ["meeting"]
    with access.view(amira.citizen) as view:
        assert meeting.ended_with(view, where) == amira.step
    with nothing_written(amira):
        assert close(amira, where).kind == "unchanged"


@pytest.mark.parametrize("lacking", [without_a_step, with_a_day_gone_by])
@pytest.mark.parametrize("command", [{}, {"next": "step"}, {"promised": True}, {"promised": True, "on": "past"}])
def test_without_a_valid_next_step_it_does_not_end(
    amira: Plan, lacking: Callable[[Plan], None], command: dict[str, Any]
) -> None:
    where = going_on(amira)
    lacking(amira)
    ids = {"step": amira.step, "past": clock.today() - timedelta(days=1)}
    with nothing_written(amira), pytest.raises(Invalid):
        close(amira, where, **{name: ids.get(value, value) for name, value in command.items()})
    assert state(where) == "open"


@pytest.mark.parametrize("lacking", [without_a_step, with_a_day_gone_by])
def test_a_promise_that_somebody_writes_is_the_next_step(amira: Plan, lacking: Callable[[Plan], None]) -> None:
    where = going_on(amira)
    lacking(amira)
    close(amira, where, promised=True, who="Tove", on=TOMORROW)
    step = way(amira).next
    assert step and step.title.slots == {"who": "Tove", "date": "2026-11-17"}
    assert step.ball and (step.ball.holder, step.ball.name, step.ball.promised) == ("municipality", "Tove", TOMORROW)


def test_one_of_what_was_agreed_can_be_the_next_step(amira: Plan) -> None:
    where = going_on(amira)
    with_a_day_gone_by(amira)
    key = agreed(amira, where, on=TOMORROW)
    confirm(amira, where)
    with pytest.raises(Invalid):
        close(amira, where)
    close(amira, where, next=key)
    assert way(amira).next and way(amira).next.id == outcome(amira, where).agreements[0].step_id  # type: ignore[union-attr]


def test_what_was_not_agreed_is_no_next_step(amira: Plan) -> None:
    where = going_on(amira)
    key = agreed(amira, where)
    with pytest.raises(Invalid):
        close(amira, where, next=key)


def test_what_the_law_asks_goes_home_whatever_was_said_and_the_rest_does_not(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where, "Mød Bo igen", kind="law", law="LAB § 31")
    agreed(amira, where, "Søg tre job")
    confirm(amira, where, says="differently")
    close(amira, where)
    assert [(each.kind, each.sealed) for each in outcome(amira, where).agreements] == [("law", True), ("agreed", False)]


def test_whoever_closes_stands_by_what_was_agreed(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where, by=amira.citizen)
    confirm(amira, where)
    close(amira, where)
    found = outcome(amira, where)
    assert found.agreements[0].sealed
    assert [each.name for each in found.said_by("municipality")] == ["Bo"]


def test_whoever_closes_and_sees_it_differently_has_said_so(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where)
    confirm(amira, where, "municipality", says="differently")
    close(amira, where)
    assert outcome(amira, where).said_by("municipality")[0].says == "differently"


def test_closing_makes_no_yes_of_i_see_it_differently_not_even_about_newer_words(amira: Plan) -> None:
    where = going_on(amira)
    agreed(amira, where)
    confirm(amira, where, "municipality", says="differently", words=said("For hurtigt"))
    agreed(amira, where, "Mød os igen")
    confirm(amira, where)
    unlaid = [each.sealed for each in outcome(amira, where).agreements]
    close(amira, where)
    found = outcome(amira, where)
    (word,) = found.said_by("municipality")
    assert (word.says, word.words and word.words.text, word.stands) == ("differently", "For hurtigt", True)
    assert [each.sealed for each in found.agreements] == unlaid


def test_a_citizen_closes_no_meeting_and_nobody_one_that_is_not_going_on(amira: Plan) -> None:
    where = going_on(amira)
    with pytest.raises(NotAllowed):
        close(amira, where, by=amira.citizen)
    later = going_on(amira, state="agreed", opened_at=None)
    with pytest.raises(Invalid):
        close(amira, later)


def test_a_colleague_who_sees_less_closes_all_the_same(amira: Plan) -> None:
    where = going_on(amira)
    journey.hide_tracks(amira.citizen, amira.id, amira.tove, {"health"})
    agreed(amira, where, track="health")
    close(amira, where, by=amira.tove)
    assert state(where) == "closed" and not outcome(amira, where).said_by("municipality")


def _written_by_hand(amira: Plan, where: UUID) -> None:
    with db.writing() as session:
        session.execute(update(Meeting).values(state="closed", closed_at=clock.now()))


def _new_by_hand(amira: Plan, where: UUID) -> None:
    now = clock.now()
    with db.writing() as session:
        row = {"plan_id": amira.id, "starts": now, "ends": now + timedelta(hours=1), "place": "", "mode": "office"}
        session.add(Meeting(**row, position=2, state="closed", opened_at=now, closed_at=now))


def _of_another_plan(amira: Plan, where: UUID) -> None:
    with access.view(amira.dorte) as view:
        other = view.plan.id
    with db.writing() as session:
        values = {"plan_id": other, "state": "closed", "closed_at": clock.now(), "next_id": amira.step}
        session.execute(update(Meeting).values(**values))


@pytest.mark.parametrize("path", [_written_by_hand, _new_by_hand, _of_another_plan])
def test_the_database_itself_keeps_a_closed_meeting_from_standing_without_one(
    amira: Plan, path: Callable[[Plan, UUID], None]
) -> None:
    where = going_on(amira)
    with pytest.raises(IntegrityError):
        path(amira, where)
    assert state(where) == "open"


@pytest.mark.parametrize("more", [{}, {"closed_at": "2026-11-01T10:00:00+01:00"}])
def test_no_document_brings_in_one_that_is_closed_without(database: Engine, more: dict[str, str]) -> None:
    document = exchange.documents()[0]
    meetings = [each | {"state": "closed"} | more for each in exchange.documents()[2]["meetings"]]
    brought = document | {"meetings": meetings, "next": None}
    if not check(brought):
        exchange.bring_in([brought])
        with access.view(_citizen()) as view:
            assert all(each.state != "closed" for each in meeting.every(view))


def _citizen() -> UUID:
    with db.reading() as connection:
        table = access.Plan.__table__  # type: ignore[attr-defined]
        return connection.execute(table.select()).one().citizen_id  # type: ignore[no-any-return]


NOW = clock.now()
GIVEN: dict[Any, Any] = {
    str: "agree",
    int: 1,
    bool: True,
    date: TOMORROW,
    datetime: NOW,
    NewText: said("Slut"),
    NewAgreement: NewAgreement(what=said("Slut")),
    NewConfirmation: NewConfirmation(side="municipality", says="agree", how="own", digest=""),
    NewClosing: NewClosing(promised=True, on=date(2026, 1, 1)),
    meeting.Here: meeting.Here(screen="a" * 16),
    meeting.NewFrame: meeting.NewFrame(mode="phone"),
    meeting.NewGuest: meeting.NewGuest(name="Ida", kind="other"),
    meeting.NewMeeting: meeting.NewMeeting(times=(NOW + timedelta(days=1),), place="Her"),
    meeting.NewNeeds: meeting.NewNeeds(),
    meeting.NewTimes: meeting.NewTimes(times=(NOW + timedelta(days=1),)),
    meeting.NeedAnswer: meeting.NeedAnswer(met=True),
}


def _verbs() -> list[Callable[..., Any]]:
    """Everything that somebody can do to a meeting: who, on which plan, at which meeting."""
    found = [each for each in vars(meeting).values() if isfunction(each)]
    return [each for each in found if _names(each) in (["by", "plan", "meeting"], ["by", "plan", "meeting_id"])]


def _names(verb: Callable[..., Any]) -> list[str]:
    return list(signature(verb).parameters)[:3]


def _given(verb: Callable[..., Any], key: UUID) -> list[Any]:
    """What this verb takes beside who, on which plan and at which meeting: of each kind one that is right."""
    return [_of(each, key) for each in list(signature(verb).parameters.values())[3:]]


def _of(parameter: Parameter, key: UUID) -> Any:
    kind = parameter.annotation
    if UUID in (kind, *get_args(kind)):
        return key
    if parameter.name == "field":
        return "what"
    if get_origin(kind) is tuple:
        return (NOW + timedelta(days=1),)
    return GIVEN[next(each for each in get_args(kind) or (kind,) if each in GIVEN)]


@pytest.mark.parametrize("verb", _verbs(), ids=lambda verb: verb.__name__)
@pytest.mark.parametrize("who", ["bo", "citizen"])
def test_no_other_verb_ends_a_meeting_that_goes_on(amira: Plan, verb: Callable[..., Any], who: str) -> None:
    """Each with whatever it takes. One that is refused is refused for a reason, and not for how it was called."""
    without_a_step(amira)
    where = going_on(amira)
    key = agreed(amira, where)
    with suppress(MinplanError):
        verb(getattr(amira, who), amira.id, where, *_given(verb, key))
    assert state(where) == "open"


def test_the_verbs_that_were_tried_are_those_there_are() -> None:
    named = {each.__name__ for each in _verbs()}
    assert {"say_missed", "cancel", "say_absent", "move", "arrive", "close_meeting"} <= named
