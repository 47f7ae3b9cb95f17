"""minplan: a citizen's own plan. The door is `create_app`, loaded only when somebody asks for it."""

from typing import Any


def __getattr__(name: str) -> Any:
    """Keep `import minplan.clock` light: the web is imported on first use of `minplan.create_app`."""
    if name == "create_app":
        from minplan.routes import create_app

        return create_app
    raise AttributeError(f"module 'minplan' has no attribute {name!r}")
