"""One row of every table that the stage does not fill by acting, for one citizen, with a mark in every free text."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from boxed import give_rights
from sqlalchemy import insert, select

from minplan import access, clock, db, vault

Rows = list[tuple[str, dict[str, Any]]]


def furnish(plan: UUID, citizen: UUID, staff: UUID, mark: str) -> None:
    """Every table of RULES has something of this citizen afterwards."""
    now, at_home = clock.now(), {"municipality_id": access.HOME}
    ids = {name: uuid4() for name in ("notice", "meeting")}
    ours = at_home | {"plan_id": plan}
    any_ = {str: mark, date: clock.today(), datetime: now}
    later, day = now + timedelta(hours=1), clock.today() + timedelta(days=30)
    with db.writing() as session:
        texts = db.metadata().tables["text"]
        text = session.execute(select(texts.c.id).where(texts.c.plan_id == plan).limit(1)).scalar_one()
        rows: Rows = [
            ("identity", at_home | {"issuer": f"https://{mark}.dk", "subject": f"secret-{mark}", "provider": "p",
                                    "person_id": citizen, "linked_at": now}),
            ("sign_in", at_home | {"key": f"secret-key-{mark}", "person_id": citizen, "hint": f"secret-hint-{mark}",
                                   "sid": f"secret-sid-{mark}", "subject": f"secret-{mark}", "device": mark,
                                   "began_at": now, "seen_at": now, "ends_at": later}),
            ("consent", ours | {"id": uuid4(), "item": "x", "kind": "sharing", "department": mark, "topic": "work",
                                "words": mark, "lang": "da", "given_at": now, "until": day}),
            ("invitation", ours | {"id": uuid4(), "code_hash": f"secret-code-{mark}", "relation": "mentor",
                                   "name": mark, "shares": "next", "until": day, "made_at": now, "expires_at": later}),
            ("handover", ours | {"id": uuid4(), "to_id": staff, "at": now, "reason_id": text}),
            ("petition", ours | {"id": uuid4(), "words_id": text, "asked_at": now}),
            ("opening", ours | {"person_id": staff, "at": now, "relation": "contact", "name": "Bo", "what": "way",
                                "role": mark}),
            ("emergency", ours | {"id": uuid4(), "person_id": staff, "reason": mark, "at": now, "until": later}),
            ("notice", ours | {"id": ids["notice"], "person_id": citizen, "what": "news", "at": now}),
            ("mail", {"id": uuid4(), "notice_id": ids["notice"], "next_at": now}),
            *meeting_rows(ids["meeting"], plan, text, (citizen, staff), mark),
            ("calendar_feed", at_home | {"person_id": citizen, "key_hash": f"secret-feed-{mark}", "made_at": now}),
            ("document", {"plan_id": plan, "as_of": clock.today()}),
            *kept_rows(plan, citizen, staff, mark),
            *case_rows(ours, text, mark),
        ]  # fmt: skip
        for name, values in rows:
            table = db.metadata().tables[name]
            needed = (column for column in table.c if not (column.nullable or column.default or column.name in values))
            needed = (column for column in needed if column is not table.autoincrement_column)
            session.execute(insert(table), values | {column.name: any_[column.type.python_type] for column in needed})


        give_rights(session, plan, _places(session, plan), citizen, staff, mark)


def _places(session: Any, plan: UUID) -> dict[str, UUID]:
    """A step of the plan and a milestone."""
    tables = db.metadata().tables
    asked = {name: select(tables[name].c.id).where(tables[name].c.plan_id == plan) for name in ("step", "milestone")}
    return {name: session.execute(query.limit(1)).scalar_one() for name, query in asked.items()}


def meeting_rows(meeting: UUID, plan: UUID, text: UUID, people: tuple[UUID, UUID], mark: str) -> Rows:
    """A meeting with one of everything that hangs on it; the citizen and a professional are at the table."""
    (citizen, staff), now = people, clock.now()
    later = now + timedelta(hours=1)

    def new(**values: Any) -> dict[str, Any]:
        return {"id": uuid4(), "meeting_id": meeting, "position": 1} | values

    return [
        ("meeting", new(id=meeting, plan_id=plan, starts=now, ends=later, place=mark, mode="office", door=mark,
                        link=mark)),
        ("agenda_point", new(text_id=text, by_name=mark, by_id=citizen)),
        ("time_offer", new(side="municipality", starts=now, ends=later)),
        ("need", new(kind="interpreter", language="ar", words_id=text)),
        ("attendance", new(person_id=staff, name=mark, role=mark, kind="contact", language=mark, why_id=text)),
        ("expectation", new(side="citizen", text_id=text)),
        ("agreement", new(plan_id=plan, kind="own", what_id=text, ball="other", ball_name=mark)),
        ("confirmation", new(side="citizen", person_id=citizen, name=mark, role=mark, says="agree", how="own",
                             at=now, digest=mark)),
        ("join_code", new(plan_id=plan, code_hash=f"secret-join-{mark}", made_by=staff, made_at=now,
                          expires_at=later)),
        ("presence", new(screen=f"secret-{mark}", person_id=citizen, side="citizen", name=mark, seen_at=now)),
        ("note", new(plan_id=plan, by_id=citizen, body=mark, lang="da", at=now)),
        ("note", new(plan_id=plan, by_id=staff, body=f"secret of {mark}", lang="da", at=now)),
    ]  # fmt: skip


def case_rows(ours: dict[str, Any], text: UUID, mark: str) -> Rows:
    """What is shown in the municipality's case, and a message from the system that keeps it."""
    system, now = uuid4(), clock.now()
    home = {"municipality_id": ours["municipality_id"]}
    return [
        ("person", home | {"id": system, "kind": "system", "name": "Fagsystem"}),
        ("system", home | {"person_id": system, "code": f"s{system}", "departments": [], "key_hash": f"secret-{system}",
                           "scopes": "inbox:write", "made_at": now}),
        ("in_case", ours | {"subject_id": uuid4(), "type": "goal", "text_id": text, "at": now}),
        ("inbox_message", ours | {"id": uuid4(), "system_id": system, "message_id": mark, "type": "step", "version": 1,
                                  "subject": mark, "body": {"title": f"secret {mark}"}, "state": "refused",
                                  "reason": "invalid", "received_at": now}),
    ]  # fmt: skip


def kept_rows(plan: UUID, citizen: UUID, staff: UUID, mark: str) -> Rows:
    """A picture that was shown and answered, and a step that builds on it."""
    box, keepsake, showing, answer = vault.new_box(citizen), uuid4(), uuid4(), uuid4()
    note, now = {"text": mark, "lang": "da"}, clock.now()
    picture = {"day": "good", "sizes": {"glad": 3}, "own": [], "note": note, "agreed": "2026-11-22"}
    with db.reading() as connection:
        steps = db.metadata().tables["step"]
        step = connection.execute(select(steps.c.id).where(steps.c.plan_id == plan).limit(1)).scalar_one()
    return [
        ("keepsake", {"id": keepsake, "citizen_id": citizen, "kind": "checkin", "slot": f"secret-{mark}",
                      "content": box.seal(keepsake, picture | {"at": now.isoformat()})}),
        ("showing", {"id": showing, "keepsake_id": keepsake, "plan_id": plan, "at": now, "agreed": "2026-11-22"}),
        ("shown_to", {"id": answer, "showing_id": showing, "person_id": staff, "read_at": now,
                      "words": box.seal(answer, note)}),
        ("builds_on", {"step_id": step, "plan_id": plan, "keepsake_id": keepsake}),
    ]  # fmt: skip
