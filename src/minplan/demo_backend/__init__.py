"""A stand-in case system for the demo: its own process and database, which knows minplan by its interface alone."""

from minplan.demo_backend.coming_in import come_in
from minplan.demo_backend.house import CODE, House, Silent
from minplan.demo_backend.serving import serve
from minplan.demo_backend.store import Store

__all__ = ["CODE", "House", "Silent", "Store", "come_in", "serve"]
