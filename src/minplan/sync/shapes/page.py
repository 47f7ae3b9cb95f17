"""Lists, page by page."""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from minplan.sync.shapes.common import Shape

CURSOR = r"^[A-Za-z0-9_-]{22}$"
Item = TypeVar("Item", bound=BaseModel)


class Page(Shape, Generic[Item]):
    """A part of a list, and where the next one begins; null at the end."""

    items: list[Item]
    next: str | None

    @classmethod
    def model_parametrized_name(cls, params: tuple[Any, ...]) -> str:
        """What the document calls it: a `StepPage`."""
        return f"{params[0].__name__}Page"


class Paging(BaseModel):
    """Which part of a list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(default=50, ge=1, le=200, description="How many at most.")
    after: str | None = Field(default=None, pattern=CURSOR, description="What `next` said.")
