"""What a step that is sent says otherwise than the one that is there, as the verbs that people use."""

from datetime import date
from typing import Any
from uuid import UUID

from minplan import clock, journey
from minplan.errors import Invalid, NotAllowed
from minplan.journey import BEHIND, OPEN, NewStep, StepView, Wait, When
from minplan.sync.actions.work import Work
from minplan.sync.pointing import refusing
from minplan.sync.read.steps import name_in
from minplan.sync.shapes.sent import BallSent, Wording
from minplan.sync.shapes.step import Step
from minplan.sync.shapes.step_sent import StepSent

_DAYS = ("when_on", "when_at")


def new_step(sent: StepSent) -> NewStep:
    """The step to add; it has all that is needed."""
    assert isinstance(sent.milestone, UUID) and sent.title and sent.why and sent.tracks and sent.kind
    _must_be_one_day(sent)
    ball = sent.ball or BallSent(holder="citizen")
    _must_say_who(ball.holder, ball.name)
    when = _when(sent)
    if ball.promised and ball.holder != "municipality":
        raise Invalid({"ball/promised": "only_of_municipality"})
    if ball.holder == "municipality" and ball.promised and not when.day_or_time:
        when = When(on=ball.promised)
    return NewStep(
        milestone=sent.milestone, title=sent.title.new, why=sent.why.new, tracks=sent.tracks, kind=sent.kind,
        law=sent.law, ball=journey.Ball(holder=ball.holder, name=ball.name), when=when,
    )  # fmt: skip


def carry_out(work: Work, one: StepView, sent: StepSent, current: Step, names: frozenset[str]) -> None:
    """Do each thing that is asked, in an order in which one does not stand in the way of another."""
    _must_be_one_day(sent)
    if current.state in BEHIND and sent.state in OPEN:
        with refusing("state"):
            journey.reopen(work.by, work.plan_id, one.id, one.state)
    for name in ("title", "why"):
        wording: Wording | None = getattr(sent, name)
        if name in names and wording:
            journey.reword(work.by, work.plan_id, one.id, name, getattr(one, f"{name}_id"), wording.new)
    promised = _promised(sent, current)
    if promised:
        with refusing("promised"):
            journey.promise(work.by, work.plan_id, one.id, promised, seen=_iso(current.ball and current.ball.promised))
    if names.intersection(_DAYS) and (promised is None or _when(sent).on != promised):
        journey.set_date(work.by, work.plan_id, one.id, _iso(one.when_at or one.when_on), _when(sent))
    if names.intersection(("state", "ball", "until")):
        to_state(work, one.id, sent)


def to_state(work: Work, id: UUID, sent: StepSent) -> None:
    """How far it has come, where the policy lets a system say so. Raises NotAllowed and Invalid."""
    found = work.again()
    one = next((each for each in found.part.steps if each.id == id), None)
    if one is None:
        raise NotAllowed
    state = sent.state or one.state
    if sent.ball and sent.ball.name and _is_kept(work, one):
        raise NotAllowed("ball")  # whether it is the one that is not told, it is not told either
    if state == "waiting":
        _must_not_be_given_to_them(sent, one)
        _wait(work, one, sent)
    elif _is_handed_over(sent, one, name_in(work.found, one)):
        raise NotAllowed("ball")
    elif sent.until and sent.until != one.until:
        raise Invalid({"until": "not_waiting"})
    elif sent.ball and sent.ball.since and one.ball and sent.ball.since != one.ball.since:
        raise Invalid({"ball": "since_is_ours"})
    elif state != one.state:
        _enter(work, one, state)


def _enter(work: Work, one: StepView, state: str) -> None:
    verb = {"done": journey.complete, "active": journey.start, "later": journey.postpone}.get(state)
    if verb is None:
        raise NotAllowed("state")
    with refusing("state"):
        verb(work.by, work.plan_id, one.id, one.state)


def _must_not_be_given_to_them(sent: StepSent, one: StepView) -> None:
    """Whoever waits may wait for somebody else than before; that it is the citizen's turn, people say."""
    if sent.ball and sent.ball.holder == "citizen" and one.ball and one.ball.holder != "citizen":
        raise NotAllowed("ball")


def _wait(work: Work, one: StepView, sent: StepSent) -> None:
    until = sent.until or (one.until if one.state == "waiting" else None)
    if until is None:
        raise Invalid({"until": "required"})
    held = sent.ball or BallSent(holder=one.ball.holder if one.ball else "citizen", name=None)  # type: ignore[arg-type]
    name = _name_of(work, one, sent)
    _must_say_who(held.holder, name)
    since = held.since or (one.since if one.state == "waiting" else None) or clock.today()
    if until < since:
        raise Invalid({"until": "until_before_since"})
    command = Wait(ball=journey.Ball(holder=held.holder, name=name), since=since, until=until)
    with refusing("state"):
        journey.wait(work.by, work.plan_id, one.id, one.state, command)


def _name_of(work: Work, one: StepView, sent: StepSent) -> str | None:
    """By which name it lies with whom: as it is sent, and else as it stands, which may not be told."""
    stays = sent.ball is None or (_is_kept(work, one) and one.ball and one.ball.holder == sent.ball.holder)
    if stays:
        return one.ball.named if one.ball else None
    return sent.ball.name if sent.ball else None


def _is_kept(work: Work, one: StepView) -> bool:
    """Whether somebody is named whom the system is not told of."""
    return bool(one.ball and one.ball.named) and name_in(work.found, one) is None


def _must_say_who(holder: str, name: str | None) -> None:
    if holder == "other" and not name:
        raise Invalid({"ball": "who"})


def _is_handed_over(sent: StepSent, one: StepView, told: str | None) -> bool:
    """Whether the ball would lie with somebody else: that is people's to say."""
    if sent.ball is None or one.ball is None:
        return False
    named = "name" in sent.ball.model_fields_set and sent.ball.name != told
    return sent.ball.holder != one.ball.holder or named


def _promised(sent: StepSent, current: Step) -> date | None:
    day = sent.ball.promised if sent.ball else None
    return day if day and (current.ball is None or day != current.ball.promised) else None


def _must_be_one_day(sent: StepSent) -> None:
    """Where the municipality has the ball, the day of a step is the one that it promises. Raises Invalid."""
    day = clock.local(sent.when_at).date() if sent.when_at else sent.when_on
    promised = sent.ball.promised if sent.ball else None
    if day and promised and day != promised and sent.state != "waiting":
        raise Invalid({"when_on": "not_promised"})


def _when(sent: StepSent) -> When:
    if sent.when_on and sent.when_at:
        raise Invalid({"when_on": "one_of_two"})
    return When(on=sent.when_on, at=sent.when_at)


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
