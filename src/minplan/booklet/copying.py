"""Verb: what was written on a page by hand becomes what it would be on the screen, by the very same verbs."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from minplan import access, dialogue, journey, meeting, rights
from minplan.access import View
from minplan.booklet.copied import STEPS, Copied, Landed, Reach
from minplan.errors import Conflict, Invalid, NotAllowed
from minplan.journey import Ball, NewStep, Outcome, When
from minplan.words import NewText

_REMEMBERED = int(timedelta(days=7).total_seconds())
# Which of a line's own fields is meant by a fault of a verb.
_BESIDE = {"when": "_on", "on": "_on", "new": "_new"}


def reach(view: View) -> Reach:
    """Where lines can go on an opened plan."""
    way = journey.way(view)
    found = [(each.id, each.track) for goal in way.goals for each in goal.milestones]
    beside = [each for each in found if way.next and each[0] == way.next.milestone_id]
    milestone, track = next(iter([*beside, *found]), (None, "work"))
    return Reach(view.viewer.is_citizen, _meeting(view), milestone, track)


def copy(by: UUID, plan: UUID, found: Reach, once: str, lines: Sequence[Copied]) -> tuple[Landed, ...]:
    """Write these lines in: all of them, or none. The same line of the same form (`once`) is written in once.

    Raises Invalid by the lines' own fields, with what is to be put right in each of them.
    """
    faults: dict[str, str] = {}
    landed = []
    with access.together(paper=True) as session:
        # Before the plan is locked: whoever sends the same form meanwhile waits here, and not for each other.
        new = [access.first(session, f"copied:{by}:{plan}:{once}:{line}", _REMEMBERED) for line in lines]
        # What is written in already has its landmark.
        fresh = [line for line, is_new in zip(lines, new, strict=True) if is_new]
        found = _with_landmark(by, plan, found, fresh)
        for line, is_new in zip(lines, new, strict=True):
            with _noting(faults, line):
                # A citizen's second tap hears what the first one did; what a professional writes may only be proposed.
                again = Outcome("done" if found.by_citizen else "unchanged")
                outcome = _land(by, plan, found, line) if is_new else again
                landed.append(Landed(line.to, outcome.kind, outcome.subject_id))
        if faults:
            raise Invalid(faults)
    return tuple(landed)


@contextmanager
def _noting(faults: dict[str, str], line: Copied) -> Iterator[None]:
    """What keeps this line out, by its fields; the other lines are looked at as well."""
    try:
        yield
    except Invalid as error:
        faults |= {line.field + _BESIDE.get(field, ""): code for field, code in error.fields.items()}
    except Conflict:
        faults[line.field] = "changed_meanwhile"
    except NotAllowed as error:
        faults[line.field] = error.reason or "ask_contact"


def _land(by: UUID, plan: UUID, found: Reach, line: Copied) -> Outcome:
    if line.to in STEPS:
        return _step(by, plan, found, line)
    if line.to == "win":
        return journey.add_win(by, plan, journey.NewWin(text=line.text))
    if line.to == "horizon":
        return journey.set_horizon(by, plan, line.seen, line.text)
    if line.to == "question":
        return dialogue.call(by, plan, dialogue.NewCall(topic="question", text=line.text))
    if found.meeting is None:
        raise Invalid({"text": "no_meeting"})
    return meeting.add_point(by, plan, found.meeting, line.text)


def _step(by: UUID, plan: UUID, found: Reach, line: Copied) -> Outcome:
    """What stands in the halves of agreements is agreed; a citizen says it as a step of their own, as on the screen."""
    if found.milestone is None:
        raise Invalid({"text": "no_landmark"})
    agreed = line.to != "step" and not found.by_citizen
    command = NewStep(
        milestone=found.milestone,
        title=line.text,
        why=NewText(phrase="why.found_together") if agreed else None,
        tracks=[found.track],  # type: ignore[list-item]
        kind="agreed" if agreed else "own",
        ball=Ball(holder=line.ball),  # type: ignore[arg-type]
        when=When(on=line.on),
    )
    return rights.add_step(by, plan, command, rights.Beside(prospect=rights.NewProspect(new=line.new)))


def _with_landmark(by: UUID, plan: UUID, found: Reach, lines: Sequence[Copied]) -> Reach:
    """A citizen's plan without a goal yet gets one for everybody, as where two agree on something at a meeting."""
    if not found.by_citizen or found.milestone or all(line.to not in STEPS for line in lines):
        return found
    title = NewText(phrase="goal.find_way")
    goal = journey.add_goal(by, plan, journey.NewGoal(title=title, track=found.track)).subject_id  # type: ignore[arg-type]
    assert goal  # from a citizen it stands at once
    landmark = journey.NewMilestone(goal=goal, title=NewText(phrase="milestone.agreed"))
    return found._replace(milestone=journey.add_milestone(by, plan, landmark).subject_id)


def _meeting(view: View) -> UUID | None:
    """The coming meeting, while it can be written to; not for a colleague whom the citizen does not want there."""
    coming = meeting.coming(view)
    if coming is None or coming.state not in meeting.GOING:
        return None
    me = view.viewer
    comers = meeting.one(view, coming.id).attendance if me.relation == "team" else ()
    away = any(each.person_id == me.person_id and each.answer == "not_coming" for each in comers)
    return None if away else coming.id
