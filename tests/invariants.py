"""What holds of a plan after every change, whoever made it. Each check says in its message what was lost."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cast import Plan
from props import entries
from sqlalchemy import select

from minplan import access, db, journey
from minplan.access import Viewer
from minplan.journal import News
from minplan.journey.actions.common import plain
from minplan.journey.kinds import BEHIND, OPEN
from minplan.journey.step import Step

Row = dict[str, Any]
# These change other steps than their own: the order of the way, and what rests until this has settled.
WIDE = {"move", "split", "settle_first"}
# Somebody of the municipality says the day in these; in all others its promise stays what it was.
NAMES_A_DAY = {"promise", "set_date", "wait", "rest", "answer", "hand_over"}


@dataclass(frozen=True)
class Picture:
    """A plan at one moment."""

    revision: int
    next_id: UUID | None
    steps: dict[UUID, Row]


def picture(amira: Plan) -> Picture:
    with db.reading() as connection:
        plan = access.Plan.__table__  # type: ignore[attr-defined]
        table = Step.__table__  # type: ignore[attr-defined]
        cover = connection.execute(select(plan).where(plan.c.id == amira.id)).one()
        rows = connection.execute(select(table).where(table.c.plan_id == amira.id)).all()
    return Picture(cover.revision, cover.next_step_id, {row.id: dict(row._mapping) for row in rows})


def sound(now: Picture) -> None:
    """What holds at any moment."""
    open_steps = {key for key, step in now.steps.items() if step["state"] in OPEN}
    assert (now.next_id in open_steps) if open_steps else now.next_id is None, "one next step, and an open one"
    for step in now.steps.values():
        _is_whole(step)
    line = [step["way"] for step in now.steps.values() if step["state"] in (*OPEN, *BEHIND)]
    assert None not in line and len(set(line)) == len(line), "two steps in the same place"


def _is_whole(step: Row) -> None:
    state, ball = step["state"], step["ball"]
    assert state not in OPEN or ball, "an open step is somebody's turn"
    assert state not in BEHIND or (ball is None and step["done_on"]), "what lies behind is nobody's turn"
    assert state != "waiting" or (step["since"] and step["until"]), "waiting has since and until"
    if state in OPEN and ball == "municipality":
        assert step["since"] and promised(step), "the municipality has since and a promised day"
    # The name may have been taken back since, and is then empty.
    outside = step["ball_name"] is not None and step["kind"] != "law"
    assert ball != "other" or outside, "somebody outside has a name, and no law"
    assert step["kind"] == "own" or step["why_id"], "an agreement says what it is good for"
    assert step["after_id"] != step["id"], "no step waits for itself"


def promised(step: Row) -> Any:
    return step["until"] if step["state"] in ("waiting", "resting") else step["when_on"] or step["when_at"]


def followed(amira: Plan, before: Picture, now: Picture) -> None:
    """One change is one revision and one entry, which tells what became of its step and of the next one."""
    told = entries(amira)
    assert [entry.revision for entry in told] == list(range(now.revision, 0, -1)), "each revision has one entry"
    if now.revision == before.revision:
        assert now == before, "something changed that no entry tells"
        return
    assert now.revision == before.revision + 1
    entry = told[0]
    if before.next_id != now.next_id:
        assert (entry.before.get("next"), entry.after.get("next")) == (plain(before.next_id), plain(now.next_id))
    for key, old in before.steps.items():
        _step_followed(amira, entry, old, now.steps[key])


def _step_followed(amira: Plan, entry: News, old: Row, new: Row) -> None:
    changed = {name for name in old if old[name] != new[name]}
    wide = entry.verb in WIDE or str(old["id"]) in entry.after.get("woken", ())
    assert not changed or entry.step_id == old["id"] or wide, f"{entry.verb} changed another step"
    if old["state"] in BEHIND:
        kept = not changed & {"state", "done_on", "ball"}
        assert entry.verb == "reopen" or kept, f"{entry.verb} took away what is done"
    if not wide:
        for name in changed - _forgotten(entry):
            assert (entry.before.get(name), entry.after.get(name)) == (plain(old[name]), plain(new[name])), name
    theirs = all(each["ball"] == "municipality" and each["state"] in OPEN for each in (old, new))
    if theirs and not _named_a_day(amira, entry):
        assert promised(old) == promised(new), f"{entry.verb} gave a new day in the municipality's name"


def _forgotten(entry: News) -> set[str]:
    """What an entry does not tell, because it would keep what somebody has just taken back."""
    return {"ball_name"} if entry.verb == "erase" else set()


def _named_a_day(amira: Plan, entry: News) -> bool:
    if entry.actor_id == amira.citizen:  # a yes to the day that the municipality proposed itself
        return entry.verb == "answer" and entry.after["what"] == "when" and entry.after["status"] == "yes"
    return entry.verb in NAMES_A_DAY


def hidden_stays_hidden(amira: Plan, now: Picture, who: UUID) -> None:
    """Nothing of what is kept from somebody stands on any of their pages, and they still meet one next step."""
    with access.view(who, amira.id) as view:
        way = journey.way(view)
        seen = {key for key, step in now.steps.items() if _sees(view.viewer, step)}
        story, asked = journey.story(view), journey.proposals(view, way)
    shown = [*way.behind, *way.ahead, *way.suggestions]
    assert {UUID(key) for key in way.titles} | {step.id for step in shown} <= seen
    assert {win.step_id for win in way.wins} <= seen | {None}
    assert {goal.track for goal in way.goals}.isdisjoint(view.viewer.hidden)
    assert {change.entry.step_id for change in story.changes} <= seen | {None}
    assert {each.step_id for each in asked} <= seen | {None}
    reachable = {key for key in seen if now.steps[key]["state"] in OPEN}
    assert {step.id for step in way.ahead} == reachable
    assert [step.id for step in way.ahead if step.is_next] == ([way.next.id] if reachable else [])  # type: ignore[union-attr]
    assert now.next_id not in reachable or way.next.id == now.next_id  # type: ignore[union-attr]


def _sees(viewer: Viewer, step: Row) -> bool:
    law_for_the_contact = step["kind"] == "law" and viewer.relation == "contact"
    return viewer.is_citizen or law_for_the_contact or viewer.hidden.isdisjoint(step["tracks"].split(","))
