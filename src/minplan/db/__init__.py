"""The database: SQLite in the data folder, or PostgreSQL by DATABASE_URL. No statement of any room stands here."""

from minplan.db.engine import WRITE, open_engine
from minplan.db.migrate import migrate
from minplan.db.query import Query
from minplan.db.session import engine, expect, noting, reading, together, use, writing
from minplan.db.tables import metadata
from minplan.db.watch import Watch

__all__ = [
    "WRITE", "Query", "Watch", "engine", "expect", "metadata", "migrate", "noting", "open_engine", "reading",
    "together", "use", "writing",
]  # fmt: skip
