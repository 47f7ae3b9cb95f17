"""The noun: a municipality. Everybody belongs to one, and nothing crosses between two."""

from sqlmodel import Field, SQLModel

HOME = "home"  # of a house that serves one municipality only


class Municipality(SQLModel, table=True):
    """A municipality by its code, and what people call it."""

    code: str = Field(primary_key=True)
    name: str
