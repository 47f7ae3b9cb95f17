"""The journal: who did what to whose plan. One entry for each revision, never changed, never removed."""

from minplan.journal.entry import Entry, News, Record
from minplan.journal.store import last_of, news, write

__all__ = ["Entry", "News", "Record", "last_of", "news", "write"]
