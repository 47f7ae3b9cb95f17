"""A step that comes from a system: added, changed by the verbs that people use, or taken back."""

from typing import Any
from uuid import UUID

from minplan import access, journey
from minplan.errors import NotAllowed
from minplan.journey import StepView
from minplan.sync import owners
from minplan.sync.actions import step_verbs
from minplan.sync.actions.work import Work
from minplan.sync.problem import Pointed, Problem
from minplan.sync.read.steps import steps
from minplan.sync.shapes.common import Ref
from minplan.sync.shapes.step import Step
from minplan.sync.shapes.step_sent import StepSent
from minplan.sync.store import refs

SENT = StepSent
_NEEDED = ("milestone", "kind", "title", "why", "tracks")
_FOR_GOOD = ("milestone", "kind", "law", "tracks")
# Of what waits for an answer, how far it has come is not asked: it has not begun.
_ONCE_AGREED = ("state", "until")


def read(work: Work, id: UUID) -> Step:
    """The step. Raises Problem."""
    only = tuple(each for each in work.found.part.steps if each.id == id)
    if not only:
        raise Problem("not-found")
    return steps(work.caller, work.found._replace(part=work.found.part._replace(steps=only)))[0]


def settled(work: Work, sent: StepSent) -> StepSent:
    """What is sent, its milestone by our id. Raises Problem where nobody has sent that yet."""
    if not isinstance(sent.milestone, Ref):
        return sent
    found = work.meant("milestone", sent.milestone)
    if found is None:
        raise Problem("invalid", errors=(Pointed("/milestone", "not_yet_there"),))
    return sent.model_copy(update={"milestone": found})


def is_lost(work: Work, id: UUID) -> bool:
    """Whether it was turned down: it is not suggested again."""
    return str(id) in work.found.way.lost


def waits(work: Work, id: UUID) -> bool:
    """Whether it lies beside the way until the citizen answers."""
    return any(each.id == id for each in work.found.way.suggestions)


def add(work: Work, sent: StepSent) -> UUID:
    """A new step. Raises Problem and Invalid by field."""
    _must_be_whole(work, sent)
    with access.change(work.by, work.plan_id) as change:
        added = journey.add_within(change, step_verbs.new_step(sent))
    if added.outcome.kind == "done" and sent.state:
        work.again()
        step_verbs.to_state(work, added.step, sent)
    return added.step


def changed(sent: StepSent, current: Step) -> frozenset[str]:
    """What is sent otherwise than it stands."""
    found = owners.changed(sent, current)
    return found - set(_ONCE_AGREED) if current.state == "suggested" else found


def change(work: Work, id: UUID, sent: StepSent, current: Step) -> UUID:
    """Bring a step up to date; returns its id, another one where a suggestion was laid anew."""
    names = changed(sent, current)
    one = next(each for each in work.found.part.steps if each.id == id)
    if current.state == "suggested":
        return _anew(work, one, sent, current)
    _must_stay(sent, names)
    step_verbs.carry_out(work, one, sent, current, names)
    return id


def take_back(work: Work, id: UUID) -> None:
    """Take an own suggestion back. Raises NotAllowed: what is agreed is no system's to remove."""
    asked = (each for each in journey.proposals(work.found.view, work.found.way) if each.step_id == id)
    own = next((each for each in asked if each.own and each.what == "step"), None)
    if own is None:
        raise NotAllowed
    journey.withdraw(work.by, work.plan_id, own.id)
    refs.forget(work.session, work.caller.municipality_id, "step", id)


def _anew(work: Work, one: StepView, sent: StepSent, current: Step) -> UUID:
    """Another suggestion in the place of one that has no answer yet; everybody's ids for it go along."""
    whole = _as_sent(current).model_copy(update={name: getattr(sent, name) for name in sent.model_fields_set})
    mine = refs.of(work.session, work.caller.municipality_id, [one.id]).get(one.id, [])
    take_back(work, one.id)
    work.again()
    id = add(work, whole)
    for each in mine:
        refs.keep(work.session, each.municipality_id, each.system, "step", each.external_id, id, work.plan_id)
    return id


def _as_sent(current: Step) -> StepSent:
    ball = current.ball.model_dump(include={"holder", "name"}) if current.ball else None
    names = ("milestone", "kind", "law", "tracks", "when_on", "when_at")
    told: dict[str, Any] = {name: getattr(current, name) for name in names} | {"ball": ball}
    for name in ("title", "why"):
        words = getattr(current, name)
        told[name] = words and words.model_dump()
    return StepSent.model_validate(told)


def _must_be_whole(work: Work, sent: StepSent) -> None:
    missing = [name for name in _NEEDED if getattr(sent, name) is None]
    faults = [Pointed(f"/{name}", "required") for name in missing]
    if sent.kind == "law" and not sent.law:
        faults.append(Pointed("/law", "required"))
    if sent.kind != "law" and sent.law:
        faults.append(Pointed("/law", "only_of_law"))
    if sent.milestone and not any(each.id == sent.milestone for each in work.found.part.milestones):
        faults.append(Pointed("/milestone", "not_there"))
    tracks = enumerate(sent.tracks or [])
    # What the citizen has not let this system's department see, it does not send either.
    faults += [Pointed(f"/tracks/{at}", "not_shared") for at, track in tracks if track not in work.found.tracks]
    if faults:
        raise Problem("invalid", errors=tuple(faults))


def _must_stay(sent: StepSent, names: frozenset[str]) -> None:
    fixed = [name for name in _FOR_GOOD if name in names]
    fixed += [name for name in ("title", "why") if name in names and getattr(sent, name) is None]
    if fixed:
        raise Problem("invalid", errors=tuple(Pointed(f"/{name}", "fixed") for name in fixed))
