"""The noun: one operation of the interface. The same row serves requests and the document that describes them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from minplan.sync import SCOPES

View = Callable[..., "Answer"]
EVERY: list["Operation"] = []


@dataclass(frozen=True, slots=True)
class Answer:
    """What a view answers: a resource, and what the headers say of it."""

    body: BaseModel | None = None
    status: int = 200
    etag: str | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """`path` as OpenAPI writes it: `{plan}` is one of our ids, `{system}` and `{ref}` are the caller's own.

    `scope` None is open to everybody, the empty one to every system. `answers` are those that go well, by status;
    `refusals` the problem types that this operation may answer beside those that all may. `body` and `query` are what
    it takes. `guarded`: it asks for `If-Match`; where it `creates` too, `If-None-Match: *` does as well. `once`: it
    knows an `Idempotency-Key`.
    """

    method: str
    path: str
    id: str
    scope: str | None
    says: str
    view: View
    answers: Mapping[int, type[BaseModel] | None]
    body: type[BaseModel] | None = None
    query: type[BaseModel] | None = None
    guarded: bool = False
    creates: bool = False
    once: bool = False
    refusals: tuple[str, ...] = field(default=())

    @property
    def reading(self) -> str | None:
        """The scope without which an operation that writes answers what was written by its ids alone."""
        kind, _, does = (self.scope or "").partition(":")
        found = f"{kind}:read"
        return found if does == "write" and found in SCOPES and any(self.answers.values()) else None


def operation(method: str, path: str, id: str, scope: str | None, says: str, **more: Any) -> Callable[[View], View]:
    """Offer a view under this address; `more` are the other members of an Operation."""

    def offer(view: View) -> View:
        EVERY.append(Operation(method, path, id, scope, says, view, **more))
        return view

    return offer
