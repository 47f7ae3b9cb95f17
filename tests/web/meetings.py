"""Meetings of a plan in every state, with one of everything that a meeting has."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from minplan import access, clock
from minplan.meeting import AgendaPoint, Agreement, Attendance, Expectation, JoinCode, Meeting, Need, Note, TimeOffer
from minplan.words import NewText, write

Ids = dict[str, UUID]


def give_meetings(session: Any, plan: UUID, citizen: UUID, contact: UUID, team: UUID) -> Ids:
    """One that is going on (`meeting`), one proposed, agreed and over (`closed`, where the plan has a next step); and
    the ids of what the first one has."""
    said = write(session, plan, NewText(text="Penge og praktik", lang="da"), citizen, clock.now()).id
    rows = _in_each_state(plan, said, session.get_one(access.Plan, plan).next_step_id)
    session.add_all(rows.values())
    session.flush()
    things = _of(rows["open"], said, citizen, contact, team)
    times = {"side": "municipality", "starts": rows["offered"].starts, "ends": rows["offered"].ends}
    session.add_all([*things.values(), TimeOffer(meeting_id=rows["offered"].id, position=0, **times)])
    session.flush()
    over = {"closed": rows["closed"].id} if "closed" in rows else {}
    return {"meeting": rows["open"].id} | over | {name: thing.id for name, thing in things.items()}


def _in_each_state(plan: UUID, said: UUID, step: UUID | None) -> dict[str, Meeting]:
    now, hour = clock.now(), timedelta(hours=1)
    past = {"opened_at": now - 9 * hour, "closed_at": now - 8 * hour, "next_id": step}
    states: dict[str, dict[str, Any]] = {
        "open": {"starts": now - hour / 2, "opened_at": now - hour / 2},
        "offered": {"starts": now + 200 * hour, "offered_by": "municipality"},
        "agreed": {"starts": now + 2 * hour},
    } | ({"closed": {"starts": now - 9 * hour, **past}} if step else {})
    where = {"plan_id": plan, "place": "Biblioteket", "mode": "library", "purpose_id": said}
    return {
        state: Meeting(state=state, ends=each["starts"] + hour, position=index, **where, **each)
        for index, (state, each) in enumerate(states.items())
    }


def _of(here: Meeting, said: UUID, citizen: UUID, contact: UUID, team: UUID) -> dict[str, Any]:
    at, now, plan = {"meeting_id": here.id, "position": 0}, clock.now(), here.plan_id
    code = {"made_by": contact, "made_at": now, "expires_at": now + timedelta(hours=1), "used_at": now, "device": "z"}
    return {
        "point": AgendaPoint(**at, text_id=said, by_name="Amira", by_id=citizen),
        "need": Need(meeting_id=here.id, kind="quiet"),
        "attendee": Attendance(**at, kind="team", answer="asked", person_id=team, name="Tove"),
        "expectation": Expectation(**at, side="municipality", text_id=said),
        "agreement": Agreement(**at, plan_id=plan, kind="own", what_id=said, ball="citizen"),
        "seat": JoinCode(plan_id=plan, meeting_id=here.id, code_hash=str(here.id), **code),
        "note": Note(plan_id=plan, meeting_id=here.id, by_id=contact, body="Husk", lang="da", at=now),
    }
