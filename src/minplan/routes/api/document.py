"""What describes the interface, open to all."""

from functools import cache
from typing import Any

from pydantic import RootModel

from minplan import sync
from minplan.routes.api import BASE, operations
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import ProblemType, ProblemTypes


class Document(RootModel[dict[str, Any]]):
    """An OpenAPI document."""


@cache
def document() -> Document:
    """The document of every operation."""
    from minplan.routes import openapi  # of no use to whoever does not ask for it

    return Document(openapi.document(operations(), BASE))


@operation("GET", "/openapi.json", "getDocument", None, "This document.", answers={200: Document})
def get_document() -> Answer:
    return Answer(document())


@operation("GET", "/problems", "listProblems", None, "Every problem that there is.", answers={200: ProblemTypes})
def list_problems() -> Answer:
    return Answer(sync.problem_types())


@operation(
    "GET", "/problems/{type}", "getProblem", None, "What a problem means, in plain words.", answers={200: ProblemType}
)
def get_problem(type: str) -> Answer:
    return Answer(sync.problem_type(type))
