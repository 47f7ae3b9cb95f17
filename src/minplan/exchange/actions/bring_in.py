"""Verb: checked documents become plans, all of them or none."""

from collections.abc import Iterable, Sequence
from uuid import UUID, uuid4

from sqlmodel import Session, SQLModel

from minplan import clock, db, journal
from minplan.access import HOME, Plan
from minplan.exchange.actions import people
from minplan.exchange.known import in_document
from minplan.exchange.meetings import as_rows
from minplan.exchange.rows import Builder
from minplan.exchange.shapes import Values
from minplan.exchange.steps import all_steps, steps
from minplan.journal import Record
from minplan.journey.step import Step


def bring_in(documents: Sequence[Values], municipality: str = HOME) -> list[UUID]:
    """Write each document as the plan of a municipality's new citizen, in one transaction; the plans' ids in order."""
    with db.writing() as session:
        return [write(session, document, municipality) for document in documents]


def write(session: Session, document: Values, municipality: str = HOME) -> UUID:
    """Write one document as a new plan; returns its id."""
    plan = Plan(
        id=uuid4(),
        municipality_id=municipality,
        citizen_id=people.citizen(session, document, municipality),
        revision=people.FIRST,
        seen_revision=people.FIRST,
        token=document["citizen"].get("token"),
        created_at=clock.now(),
    )
    contact_id = people.contact(session, document, municipality)
    team_ids = people.team(session, document, municipality)
    _add(session, [plan])
    _add(session, people.places(document, plan, contact_id, team_ids))
    known = in_document(document, contact_id, team_ids)
    _lay_out(session, Builder(document, plan.id, plan.citizen_id, contact_id, plan.created_at, known), plan)
    record = Record("import", "plan", plan.id)
    journal.write(session, plan.id, plan.revision, None, plan.created_at, record)
    return plan.id


def _lay_out(session: Session, builder: Builder, plan: Plan) -> None:
    document = builder.document
    ways = list(steps(builder))
    goals, wins, meetings = list(builder.goals()), list(builder.wins()), list(as_rows(builder))
    plan.horizon_id = builder.words(document["horizon"])
    plan.next_step_id = builder.ids.get(document["next"])
    _add(session, builder.texts)
    for rows in (goals, ways, wins, meetings, builder.suggestions(all_steps(document)), builder.memory()):
        _add(session, rows)
    _join(ways, builder)
    session.flush()


def _join(ways: list[Step], builder: Builder) -> None:
    for row, step in zip(ways, all_steps(builder.document), strict=True):
        if "together_with" in step:
            row.together_with_id = builder.named(step["together_with"])


def _add(session: Session, rows: Iterable[SQLModel]) -> None:
    # One kind after the other: a row may point only at what stands already.
    found = list(rows)
    for kind in dict.fromkeys(type(row) for row in found):
        session.add_all(row for row in found if type(row) is kind)
        session.flush()
