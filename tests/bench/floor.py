"""The floor under a page: its own selects on bare sqlite3, its own compiled template, and nothing around them.

No Flask, no SQLAlchemy, no policy, no rule: the template gets the values that the real page had. What a page costs
above this is what our own house costs.
"""

import sqlite3
from collections.abc import Callable
from typing import Any

import brotli
from flask import Flask, template_rendered
from sqlalchemy import Engine, event

from minplan.routes.compression import QUALITY


class Watched:
    """One request watched: its selects with their values, and the templates that it rendered with their context."""

    def __init__(self, app: Flask, engine: Engine) -> None:
        self.app, self.engine = app, engine
        self.selects: list[tuple[str, Any]] = []
        self.pages: list[tuple[Any, dict[str, Any]]] = []

    def __enter__(self) -> "Watched":
        event.listen(self.engine, "before_cursor_execute", self._select)
        template_rendered.connect(self._page, self.app)
        return self

    def __exit__(self, *_error: object) -> None:
        event.remove(self.engine, "before_cursor_execute", self._select)
        template_rendered.disconnect(self._page, self.app)

    def _select(self, _connection: Any, _cursor: Any, sql: str, values: Any, *_more: Any) -> None:
        if sql.lstrip().startswith("SELECT"):  # what a page writes down beside its reading is no part of the floor
            self.selects.append((sql, values))

    def _page(self, _app: Flask, template: Any, context: dict[str, Any], **_more: Any) -> None:
        self.pages.append((template, dict(context)))


def floor(watched: Watched, path: str) -> Callable[[bool], int]:
    """A function that does the same selects and the same rendering; it answers how many bytes came out."""
    connection = sqlite3.connect(path, isolation_level=None)
    templates = [(template.root_render_func, template, context) for template, context in watched.pages]

    def once(compressed: bool) -> int:
        for sql, values in watched.selects:
            connection.execute(sql, values).fetchall()
        body = "".join("".join(root(template.new_context(context))) for root, template, context in templates).encode()
        return len(brotli.compress(body, quality=QUALITY) if compressed else body)

    return once
