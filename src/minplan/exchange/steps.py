"""Rule: the steps of a plan document as rows."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from minplan.exchange.rows import Builder
from minplan.exchange.shapes import Values
from minplan.journey.step import Step


def all_steps(document: Values) -> list[Values]:
    """Every step of a document, in the order in which it is written."""
    return [step for goal in document["goals"] for milestone in goal["milestones"] for step in milestone["steps"]]


def steps(builder: Builder) -> Iterator[Step]:
    """The steps; what runs at the same time is joined afterwards, because it may stand further down."""
    way = {ref: place for place, ref in enumerate(builder.document["way"], start=1)}
    for goal in builder.document["goals"]:
        for milestone in goal["milestones"]:
            for position, step in enumerate(milestone["steps"]):
                yield Step(
                    milestone_id=builder.named(milestone["ref"]),
                    position=position,
                    way=way.get(step["ref"]),
                    **_own_fields(builder, step),
                )


def _own_fields(builder: Builder, step: Values) -> Values:
    ball, when = step.get("ball", {}), step.get("when")
    is_day = when is not None and "T" not in when
    return {
        "id": builder.named(step["ref"]),
        "plan_id": builder.plan_id,
        "title_id": builder.must(step["title"]),
        "why_id": builder.words(step.get("why")),
        "learned_id": builder.words(step.get("learned")),
        "tracks": ",".join(step["tracks"]),
        "kind": step["kind"],
        "law": step.get("law"),
        "state": step["state"],
        "ball": ball.get("with"),
        "ball_name": ball.get("name"),
        "when_on": _day(when) if is_day else None,
        "when_at": datetime.fromisoformat(when) if when and not is_day else None,
        **{name: _day(step.get(name)) for name in ("since", "until", "done_on")},
    }


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
