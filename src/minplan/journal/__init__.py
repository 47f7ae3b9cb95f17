"""The journal: who did what to whose plan. One entry for each revision, never changed, never removed."""

from minplan.journal.entry import Entry, News, Record
from minplan.journal.store import entry_into, newest, news, write

__all__ = ["Entry", "News", "Record", "entry_into", "newest", "news", "write"]
