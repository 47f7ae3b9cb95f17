"""A step as a system sends it."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import field_validator

from minplan.sync.shapes.common import Ref, Said, Shape, owned
from minplan.sync.shapes.sent import BallSent, Day, Line, Moment, Wording, read_only
from minplan.sync.shapes.step import Kind, State

Track = Literal["work", "health", "family", "economy", "community"]


class StepSent(Shape):
    """A step to add, with `milestone`, `kind`, `title`, `why`, `tracks` and for what the law asks `law`; or to change.

    What is left out stays as it is. Of a step that is there, milestone, kind, law and tracks stay for good.
    """

    milestone: UUID | Ref | None = owned("municipality", default=None)
    kind: Kind | None = owned("municipality", default=None)
    title: Wording | None = owned("municipality", default=None)
    why: Wording | None = owned("municipality", default=None)
    law: Line | None = owned("municipality", default=None, max_length=100)
    tracks: list[Track] | None = owned("municipality", default=None, min_length=1, max_length=5)
    state: State | None = None
    ball: BallSent | None = None
    when_on: Day | None = owned("municipality", default=None)
    when_at: Moment | None = owned("municipality", default=None)
    until: Day | None = owned("municipality", default=None)
    is_next: bool | None = owned("citizen", default=None)
    learned: Said | None = owned("citizen", default=None)
    id: UUID | None = read_only()
    plan: UUID | None = read_only()
    external_refs: list[Ref] | None = read_only()
    done_on: date | None = read_only()

    @field_validator("tracks")
    @classmethod
    def _each_once(cls, tracks: list[Track] | None) -> list[Track] | None:
        return tracks and list(dict.fromkeys(tracks))
