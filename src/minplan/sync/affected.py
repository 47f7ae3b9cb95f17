"""Rule: what an entry of the journal comes to in the feed. An own step that nobody was shown comes to nothing."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from minplan.sync.arriving import has_come
from minplan.sync.case import IN_CASE
from minplan.sync.known import Known
from minplan.sync.leading import behind, landmarks, let_go, moved
from minplan.sync.of_their_own import begun, brought_about, shown, to_another
from minplan.sync.told import BRINGS_ABOUT, SHOWN, TOLD, Affected, Told


def affected(entry: Any, known: Known) -> list[Affected]:
    """Each resource that changed by this entry, once, in the order in which a reader needs them."""
    pair = (entry.subject, entry.verb)
    if pair in SHOWN:
        found: Iterable[Affected] = shown(SHOWN[pair], entry, known)
    elif pair in BRINGS_ABOUT:
        found = brought_about(entry, known)
    elif entry.audience != "all":
        found = ()
    else:
        # What was done to something before the citizen showed it stays between people.
        about = entry.step_id or entry.subject_id
        direct = _direct(TOLD.get(pair), entry, known) if _is_since(about, entry, known) else ()
        found = (*direct, *(each for each in _moved(entry, known) if _is_since(each.subject, entry, known)))
    once: dict[tuple[str, UUID, str | None], Affected] = {}
    for each in found:
        once.setdefault((each.type, each.subject, each.tracks), each)
    return list(once.values())


def _is_since(subject: UUID, entry: Any, known: Known) -> bool:
    return known.since.get(subject, entry.at) <= entry.at


def _direct(told: Told | None, entry: Any, known: Known) -> Iterator[Affected]:
    if told is None:
        return
    if told.type == "step":
        yield from _step(told, entry, known)
    elif told.type == "meeting":
        yield from _meeting(entry, known)
    elif told.type == "plan":
        yield from _plan(told, entry, known)
    elif told.type == "citizen":
        if entry.subject_id == entry.citizen_id:
            yield Affected("citizen", entry.subject_id, told.what)
    elif told.type == "goal" and _was_shown(entry, known, entry.subject_id):
        yield from let_go("goal", entry.subject_id, known)
    elif told.type == "goal":
        yield from _if(known.is_goal_in(entry.subject_id), told, entry.subject_id)
    elif told.type == "milestone":
        if told.what == "created" and known.is_milestone_said(entry.subject_id):
            yield from behind(entry.subject_id, known)
        yield from _if(known.is_milestone_in(entry.subject_id), told, entry.subject_id)
    elif entry.subject_id in known.shown:
        yield Affected(told.type, entry.subject_id, told.what)


def _if(so: bool, told: Told, subject: UUID) -> Iterator[Affected]:
    if so:
        yield Affected(told.type, subject, told.what)


def _step(told: Told, entry: Any, known: Known) -> Iterator[Affected]:
    if entry.subject == "proposal" and not _settles(entry):
        return
    step = entry.step_id
    if step is None:
        yield from _proposed(entry, known)
    elif known.is_declined(step):
        yield from let_go("step", step, known)
    elif known.is_step_in(step):
        yield from landmarks(step, "answered" if entry.verb == "answer" else told.what, entry, known)
        yield Affected("step", step, told.what)
        yield from known.wins_on(step, told.what)
    elif _was_shown(entry, known, step):
        yield from let_go("step", step, known)


def _settles(entry: Any) -> bool:
    """Whether something new is laid before the citizen, or was answered so that something changes. A change of what is
    there is told when it is made."""
    said = entry.after
    whole = said.get("what") in ("step", "goal", "milestone")
    if entry.verb == "propose":
        return whole
    return said.get("status") in ("yes", "adjusted") or (whole and said.get("status") != "talk")


def _proposed(entry: Any, known: Known) -> Iterator[Affected]:
    """A goal or a milestone, which has the proposal's own id from the beginning."""
    type, what = entry.after.get("what"), "created" if entry.verb == "propose" else "updated"
    if type in ("goal", "milestone"):
        what = "deleted" if entry.after.get("status") in ("no", "withdrawn") else what
        if type == "milestone" and entry.subject_id in known.agreed:
            yield from behind(entry.subject_id, known)
        yield Affected(type, entry.subject_id, what)


def _was_shown(entry: Any, known: Known, own: UUID) -> bool:
    """Whether the citizen had shown these words of their own step or goal, and has just said others."""
    return own in known.shown and entry.before.get("title_id") == str(known.shown[own])


def _meeting(entry: Any, known: Known) -> Iterator[Affected]:
    """The meeting, the steps that it has laid on the way, and what was agreed."""
    yield Affected("meeting", entry.subject_id, "created" if entry.verb == "propose_meeting" else "updated")
    was, there = entry.before.get("laid", {}), entry.after.get("laid", {})
    for step in entry.after.get("steps", ()):
        if known.is_step_in(UUID(step)):
            yield from moved(UUID(step), was.get(step, {}), known)
            yield from landmarks(UUID(step), "created" if has_come(step, entry) else "updated", entry, known)
            yield Affected("step", UUID(step), "updated" if step in there else "created")
        elif was.get(step, {}).get("kind") in IN_CASE:
            yield from let_go("step", UUID(step), known)
    for agreement in known.meetings.get(entry.subject_id, ()) if entry.verb == "close_meeting" else ():
        if known.is_step_in(agreement.step_id):
            yield Affected("agreement", agreement.id, "created")


def _plan(told: Told, entry: Any, known: Known) -> Iterator[Affected]:
    plan = entry.plan_id
    if entry.verb == "erase" and entry.actor_id is None:
        yield Affected("plan", plan, "deleted")
    elif told.what == "created":
        yield from begun(entry, known)
    elif entry.verb == "change_contact" and entry.before.get("department") != entry.after.get("department"):
        yield from to_another(entry, known)
    elif entry.verb in ("erase", "set_horizon"):
        # A good life in their own words: what was not shown changes for the citizen alone.
        had = entry.before.get("horizon_id", str(known.shown.get(plan)))
        yield from _if(plan in known.shown and had == str(known.shown[plan]), told, plan)
    else:
        yield Affected("plan", plan, told.what)


def _moved(entry: Any, known: Known) -> Iterator[Affected]:
    """Other steps of the case that changed with it: which is next, and what woke or was put to rest."""
    before, after = entry.before, entry.after
    others = [*_next(entry), *after.get("woken", ()), *_keys(before.get("steps"))]
    for step in (UUID(each) for each in others if each):
        if known.is_step_in(step):
            yield Affected("step", step, "updated", direct=False)


def _next(entry: Any) -> tuple[str | None, ...]:
    """Which step was next and which one is, where that is another. Smaller steps name the next one in any case."""
    was, now = entry.before.get("next"), entry.after.get("next")
    same = was == now or (entry.verb == "split" and "next" not in entry.before)
    return () if same else (was, now)


def _keys(found: Any) -> Iterable[str]:
    return found if isinstance(found, dict) else ()
