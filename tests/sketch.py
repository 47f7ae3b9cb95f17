"""Rows drawn by hand for the rules, which read rows and know no database."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from minplan.access import PlanCover, Viewer
from minplan.journey.figures import Reader
from minplan.journey.way import Rows

TODAY = date(2026, 11, 16)
CITIZEN, BO, TOVE = uuid4(), uuid4(), uuid4()
NAMES = ("Bo", "Tove")  # the contact person and the team
_STEP = (
    "law ball_name when_on when_at since until done_on together_with_id choice_with_id after_id why_id milestone_id"
    " why_body why_lang why_phrase why_slots learned_body learned_lang learned_phrase learned_slots title_phrase"
    " title_slots"
).split()


def step(state: str = "active", way: int | None = 1, **fields: Any) -> SimpleNamespace:
    """A step's row, with the title "Skridt <way>"."""
    values = dict.fromkeys(_STEP) | {
        "id": uuid4(),
        "kind": "own",
        "state": state,
        "way": way,
        "tracks": "health",
        "ball": None if state in ("done", "detour") else "citizen",
        "title_id": uuid4(),
        "title_body": f"Skridt {way}",
        "title_lang": "da",
    }
    return SimpleNamespace(**(values | fields))


def goal(track: str = "health", name: str = "Mål", milestone: UUID | None = None, **fields: Any) -> SimpleNamespace:
    """A goal's row beside one of its milestones."""
    values: dict[str, Any] = {
        "id": uuid4(),
        "track": track,
        "title_id": uuid4(),
        "why_id": None,
        "milestone_id": milestone,
        "landmark_id": milestone,
    }
    for part, body in (("title", name), ("why", None), ("landmark", f"Ved {name}" if milestone else None)):
        values |= {f"{part}_body": body, f"{part}_lang": "da", f"{part}_phrase": None, f"{part}_slots": None}
    return SimpleNamespace(**(values | fields))


def win(step_id: UUID | None = None) -> SimpleNamespace:
    """A win's row."""
    said: dict[str, Any] = {"title_body": "Godt gået", "title_lang": "da", "title_phrase": None, "title_slots": None}
    said |= {"title_id": uuid4(), "praised": False, "audience": "all"}
    return SimpleNamespace(id=uuid4(), on=TODAY, by_name=None, step_id=step_id, **said)


def viewer(relation: str = "citizen", *hidden: str) -> Viewer:
    """Amira, Bo or Tove, from whom these tracks are kept."""
    person, name = {"citizen": (CITIZEN, "Amira"), "contact": (BO, "Bo"), "team": (TOVE, "Tove")}[relation]
    return Viewer(person, relation, name, frozenset(hidden))  # type: ignore[arg-type]


def reader(who: Viewer | None = None, next_id: UUID | None = None) -> Reader:
    """Somebody who reads a plan whose stored next step is `next_id`."""
    cover = {"revision": 7, "next_step_id": next_id, "token": "bird", "citizen_id": CITIZEN, "citizen_name": "Amira"}
    plan = PlanCover(**(dict.fromkeys(PlanCover.__slots__) | cover))  # type: ignore[arg-type]
    return Reader(who or viewer(), plan, NAMES, TODAY)


def rows(steps: list[Any], goals: list[Any] | None = None, wins: list[Any] | None = None) -> Rows:
    return Rows(steps, goals or [], wins or [])
