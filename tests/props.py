"""What the cast acts with: steps of every kind placed straight into the plan, and questions to what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from cast import Plan
from sqlalchemy import func, select

from minplan import access, clock, db, journal, journey
from minplan.access import Membership
from minplan.journal import News
from minplan.journey.kinds import BEHIND, OPEN
from minplan.journey.step import Step
from minplan.words import Text, Words

SINCE, UNTIL, LATER = date(2026, 11, 9), date(2026, 11, 18), date(2026, 11, 25)


def place(amira: Plan, kind: str = "own", state: str = "active", ball: str = "citizen", **fields: Any) -> UUID:
    """A step put straight into Amira's plan, with whatever its kind, state and ball ask for."""
    open_, waits = state in OPEN, state in ("waiting", "resting")
    with db.writing() as session:
        at = clock.now()
        title, why = (Text(plan_id=amira.id, body=body, lang="da", written_at=at) for body in ("Skridt", "Derfor"))
        session.add_all([title, why])
        session.flush()
        values = {
            "law": "LAB § 1" if kind == "law" else None,
            "why_id": None if kind == "own" else why.id,
            "ball": None if state in BEHIND else ball,
            "ball_name": "Lægen" if ball == "other" and state not in BEHIND else None,
            "since": SINCE if open_ and (ball == "municipality" or state == "waiting") else None,
            "until": UNTIL if waits and (ball == "municipality" or state == "waiting") else None,
            "when_on": UNTIL if open_ and not waits and ball == "municipality" else None,
            "done_on": SINCE if state in BEHIND else None,
            "way": None if state == "suggested" else _end(session, amira.id),
            "tracks": "health",
        }  # fmt: skip
        ids = {"id": uuid4(), "plan_id": amira.id, "milestone_id": amira.milestone, "title_id": title.id, "position": 9}
        row = Step(kind=kind, state=state, **(ids | values | fields))
        session.add(row)
        return row.id


def _end(session: Any, plan: UUID) -> int:
    return (session.execute(select(func.max(Step.way)).where(Step.plan_id == plan)).scalar() or 0) + 1  # type: ignore[arg-type]


def elsewhere(amira: Plan) -> UUID:
    """A step of Dorte's own plan."""
    with access.view(amira.dorte) as view:
        plan = view.plan.id
    text = {"text": "Dortes", "lang": "da"}
    goal = journey.add_goal(amira.dorte, plan, journey.NewGoal(title=text, track="work")).subject_id
    milestone = journey.add_milestone(amira.dorte, plan, journey.NewMilestone(goal=goal, title=text)).subject_id
    new = journey.NewStep(milestone=milestone, title=text, tracks=["work"])
    return journey.add_step(amira.dorte, plan, new).subject_id  # type: ignore[return-value]


def hide(amira: Plan, who: UUID, *tracks: str) -> None:
    """Amira keeps tracks from somebody, without a word in the journal."""
    with db.writing() as session:
        session.get_one(Membership, (amira.id, who)).hidden = ",".join(tracks)


def row(table: type, key: UUID | None) -> dict[str, Any]:
    """The row as it stands in the database; empty when there is none."""
    with db.reading() as connection:
        columns = table.__table__  # type: ignore[attr-defined]
        found = connection.execute(select(columns).where(columns.c.id == key)).one_or_none()
        return dict(found._mapping) if found else {}


def words(text: UUID | None) -> str | None:
    """What a text says."""
    return row(Text, text)["body"] if text else None


def way(amira: Plan, who: UUID | None = None, show: str = "all") -> journey.Way:
    """The way through somebody's eyes, Amira's own if nobody else's."""
    with access.view(who or amira.citizen, amira.id) as view:
        return journey.way(view, show)


def entries(amira: Plan, most: int = 9999) -> list[News]:
    """The whole journal, newest first."""
    with db.reading() as connection:
        return journal.news(connection, amira.id, 0, most)


def revision(amira: Plan) -> int:
    return int(row(access.Plan, amira.id)["revision"])


def next_step(amira: Plan) -> UUID | None:
    """The one next step that is stored."""
    return row(access.Plan, amira.id)["next_step_id"]  # type: ignore[no-any-return]


def waiting_proposals(amira: Plan, who: UUID) -> tuple[journey.ProposalView, ...]:
    with access.view(who, amira.id) as view:
        return journey.proposals(view, journey.way(view))


@contextmanager
def one_change(amira: Plan) -> Iterator[None]:
    """Inside, the plan gets exactly one revision, and that revision exactly one entry."""
    before = revision(amira)
    yield
    assert revision(amira) == before + 1, "one change is one revision"
    assert [entry.revision for entry in entries(amira) if entry.revision > before] == [before + 1]


@contextmanager
def nothing_written(amira: Plan) -> Iterator[None]:
    """Inside, no row of any table changes."""
    before = everything()
    yield
    assert everything() == before, "something was written"


TRACES = {"sign_in", "attempt", "opening"}


def everything() -> dict[str, list[Any]]:
    """Every row of every table, but for those that say who came and looked."""
    with db.reading() as connection:
        tables = db.metadata().sorted_tables
        return {
            table.name: sorted(map(str, connection.execute(select(table))))
            for table in tables
            if table.name not in TRACES
        }


def own(text: str) -> Words:
    return Words(text, "da")

