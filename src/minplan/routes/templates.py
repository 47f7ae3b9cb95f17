"""Templates, faster: what they all know is one plain dictionary, and a template that was found is not looked for again.

Jinja chains two mappings and compares their keys at every import in every include, and asks its cache under a lock.
The price is that nothing may be added to the globals once the first template is loaded (`create_app` adds it all),
and that an edited template shows only after a restart.
"""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment
from jinja2 import Template
from jinja2.runtime import Context


class PlainContext(Context):
    """A context that keeps no list of globals of its own: every template has the same."""

    def __init__(self, environment: Any, parent: Any, name: Any, blocks: Any, globals: Any = None) -> None:  # noqa: ARG002, E501
        super().__init__(environment, parent, name, blocks)


class PlainEnvironment(Environment):
    """Flask's environment with its globals in one dictionary."""

    context_class = PlainContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._found: dict[Any, Template] = {}

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:
        template = self._found.get(name)
        if template is None:
            template = self._found[name] = super().get_template(name, parent, globals)
        return template
