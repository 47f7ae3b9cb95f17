"""A step that comes from a system: added, changed by the verbs that people use, or taken back."""

from contextlib import AbstractContextManager
from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.sync import owners
from minplan.sync.actions import step_verbs, suggesting
from minplan.sync.actions.meant import by_our_id, missing, must, must_stay, place_faults
from minplan.sync.actions.work import Work
from minplan.sync.pointing import refusing, renamed
from minplan.sync.problem import Pointed, Problem
from minplan.sync.read.steps import steps
from minplan.sync.shapes.step import Step
from minplan.sync.shapes.step_sent import StepSent

SENT = StepSent
ASKED = frozenset[str]()
ANEW = True
_NEEDED = ("milestone", "kind", "title", "why", "tracks")
_FOR_GOOD = ("milestone", "kind", "law", "tracks")
# Of what waits for an answer, how far it has come is not asked: it has not begun.
_ONCE_AGREED = ("state", "until")
_PROMISED = "ball/promised"


def read(work: Work, id: UUID) -> Step:
    """The step. Raises Problem."""
    only = tuple(each for each in work.found.part.steps if each.id == id)
    if not only:
        raise Problem("not-found")
    return steps(work.caller, work.found._replace(part=work.found.part._replace(steps=only)))[0]


def settled(work: Work, sent: StepSent) -> StepSent:
    """What is sent, its milestone by our id. Raises Problem where nobody has sent that yet."""
    found: StepSent = by_our_id(work, sent, "milestone")
    return found


def is_lost(work: Work, id: UUID) -> bool:
    """Whether it was turned down: it is not suggested again."""
    return str(id) in work.found.way.lost


def waits(work: Work, id: UUID) -> bool:
    """Whether it lies beside the way until the citizen answers."""
    return any(each.id == id for each in work.found.way.suggestions)


def add(work: Work, sent: StepSent) -> UUID:
    """A new step. Raises Problem and Invalid by field."""
    _must_be_whole(work, sent)
    with _by_field(sent), refusing("kind"), access.change(work.by, work.plan_id) as change:
        added = journey.add_within(change, step_verbs.new_step(sent))
    if added.outcome.kind == "done" and sent.state:
        work.again()
        step_verbs.to_state(work, added.step, sent)
    return added.step


def changed(sent: StepSent, current: Step) -> frozenset[str]:
    """What is sent otherwise than it stands; null says nothing of whose turn it is, how far it is and until when."""
    silent = {name for name in ("state", "until", "ball") if getattr(sent, name) is None}
    found = owners.changed(sent, current) - silent - ({"ball"} if _same_ball(sent, current) else set())
    return found - set(_ONCE_AGREED) if current.state == "suggested" else found


def change(work: Work, id: UUID, sent: StepSent, current: Step, names: frozenset[str]) -> None:
    """Bring a step that is agreed up to date. Raises Problem, NotAllowed, Invalid and Conflict."""
    emptied = [name for name in ("title", "why") if getattr(sent, name) is None]
    must_stay(names, *_FOR_GOOD, *emptied)
    one = next(each for each in work.found.part.steps if each.id == id)
    with _by_field(sent):
        step_verbs.carry_out(work, one, sent, current, names)


def take_back(work: Work, id: UUID) -> None:
    """Take an own suggestion back. Raises NotAllowed."""
    suggesting.take_back(work, "step", id)


def whole(current: Step) -> StepSent:
    """The step as it would be sent."""
    names = ("milestone", "kind", "law", "tracks", "when_on", "when_at")
    told: dict[str, Any] = {name: getattr(current, name) for name in names}
    told["ball"] = current.ball.model_dump(include={"holder", "name"}) if current.ball else None
    for name in ("title", "why"):
        words = getattr(current, name)
        told[name] = words and words.model_dump()
    return StepSent.model_validate(told)


def _same_ball(sent: StepSent, current: Step) -> bool:
    """Where it is nobody's turn any more there is nothing to compare; a promise begins with the citizen's yes."""
    mine, held = sent.ball, current.ball
    if mine is None or held is None:
        return True
    promised = current.when_on if current.state == "suggested" else held.promised
    said = ((mine.since, held.since), (mine.promised, promised))
    named = "name" not in mine.model_fields_set or mine.name == held.name
    return mine.holder == held.holder and named and all(one in (None, other) for one, other in said)


def _by_field(sent: StepSent) -> AbstractContextManager[None]:
    """A form has one field for its day; what is sent has one for each kind of day."""
    days = [name for name in ("when_at", "when_on") if name in sent.model_fields_set]
    day = next((name for name in days if getattr(sent, name)), days[0] if days and not sent.ball else _PROMISED)
    return renamed({"when": day, "promised": _PROMISED})


def _must_be_whole(work: Work, sent: StepSent) -> None:
    faults = missing(sent, *_NEEDED)
    if sent.kind == "law" and not sent.law:
        faults.append(Pointed("/law", "required"))
    if sent.kind != "law" and sent.law:
        faults.append(Pointed("/law", "only_of_law"))
    here = {each.id for each in work.found.part.milestones}
    suggested = isinstance(sent.milestone, UUID) and suggesting.waiting(work, "milestone", sent.milestone) is not None
    faults += place_faults("milestone", sent.milestone, here, suggested)
    tracks = enumerate(sent.tracks or [])
    # What the citizen has not let this system's department see, it does not send either.
    faults += [Pointed(f"/tracks/{at}", "not_shared") for at, track in tracks if track not in work.found.tracks]
    must(faults)
