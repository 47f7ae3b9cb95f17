"""The journal: who did what to whose plan. One entry for each revision, never removed, never changed, but that a name
which is let go of is emptied."""

from minplan.journal.entry import Entry, News, Record
from minplan.journal.pending import Pending
from minplan.journal.store import LAST, as_news, before_entering, before_last, newest, news, telling, values_of, write

__all__ = [
    "LAST",
    "Entry",
    "News",
    "Pending",
    "Record",
    "as_news",
    "before_entering",
    "before_last",
    "newest",
    "news",
    "telling",
    "values_of",
    "write",
]
