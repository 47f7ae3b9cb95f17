"""The meeting on the web: before it, the hour itself, and what comes of it. Every module here is found by itself."""

from importlib import import_module
from pkgutil import iter_modules

from minplan.routes.meeting.blueprint import bp

__all__ = ["bp"]

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
