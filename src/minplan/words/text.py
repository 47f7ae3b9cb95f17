"""The noun: one version of one text. Rows are never changed, only emptied by rule: the journal points at them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import JSON, CheckConstraint, Column, update
from sqlmodel import Field, Session, SQLModel

from minplan.words.shape import ERASED, NewText, Words


class Text(SQLModel, table=True):
    """Own words (`body`, `lang`) or a phrase (`phrase`, `slots`) of one plan."""

    __table_args__ = (
        CheckConstraint("(body IS NULL) <> (phrase IS NULL) OR erased_at IS NOT NULL", name="text_own_or_phrase"),
        CheckConstraint("body IS NULL OR lang IS NOT NULL", name="text_own_has_language"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    plan_id: UUID = Field(foreign_key="plan.id", index=True)
    body: str | None = None
    lang: str | None = None
    phrase: str | None = None
    slots: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True)))
    author_id: UUID | None = Field(default=None, foreign_key="person.id")
    written_at: datetime
    erased_at: datetime | None = None  # emptied by rule: the row stays, so that what points to it still holds

    def says(self, new: NewText) -> bool:
        """Whether these are the very words of `new`."""
        return self.as_words() == new.as_words()

    def as_words(self) -> Words:
        """The view of this row."""
        return Words(self.body, self.lang, self.phrase, self.slots or None)


def erase(session: Session, ids: Iterable[UUID], at: datetime) -> int:
    """Empty these texts for good; how many still had words. Their rows stay, so that what points at them holds."""
    full = (Text.id.in_(list(ids)), Text.erased_at.is_(None))  # type: ignore[attr-defined, union-attr]
    empty = {"body": None, "lang": ERASED, "phrase": None, "slots": None, "erased_at": at}
    return session.execute(update(Text).where(*full).values(empty)).rowcount  # type: ignore[attr-defined]


def write(session: Session, plan_id: UUID, new: NewText, author_id: UUID | None, at: datetime) -> Text:
    """Keep `new` as a text of its own; returns the row, flushed so that others may point at it."""
    text = Text(
        plan_id=plan_id,
        body=None if new.phrase else new.text,
        lang=None if new.phrase else new.lang,
        phrase=new.phrase,
        slots=new.slots or None,
        author_id=author_id,
        written_at=at,
    )
    session.add(text)
    session.flush()
    return text
