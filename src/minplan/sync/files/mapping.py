"""The mapping: what each column of a table is in a message. A TOML file that a person writes once."""

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from minplan.sync.files.faults import Fault, Unusable
from minplan.sync.files.fields import unknown
from minplan.sync.files.text import read_text
from minplan.sync.shapes.inbox import MessageType

_Path = Annotated[str, Field(pattern=r"^[a-z_]+(\.[a-z_]+)?$")]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Value(_Table):
    """A field's value: a `constant`, or what stands in a `column`.

    `values` says what each cell means; `split` makes a list of it; `date` and `time` are how a day or a moment on a
    Danish clock is written there; `ref` makes it the system's own id of something. Where the cell is empty the field is
    left out and stays as it is, or with `clear` is emptied.
    """

    column: str | None = None
    constant: Any = None
    values: dict[str, Any] | None = None
    split: str | None = Field(default=None, min_length=1)
    date: str | None = None
    time: str | None = None
    ref: bool = False
    clear: bool = False

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Value":
        if (self.column is None) == (self.constant is None):
            raise ValueError("either a column or a constant")
        if (self.date is not None) + (self.time is not None) + (self.values is not None) > 1:
            raise ValueError("one of values, date and time")
        return self


class Version(_Table):
    """What counts: a column with a number, or with a `time`; else the time of the `file`, and in it the lower line.

    The number of a line alone says nothing of which file is newer.
    """

    column: str | None = None
    time: str | None = None
    by: Literal["file"] | None = None

    @model_validator(mode="after")
    def _says_one_thing(self) -> "Version":
        if (self.column is None) == (self.by is None) or (self.time and not self.column):
            raise ValueError("either a column or by")
        return self


class Deleted(_Table):
    """The cells that say that it is no more."""

    column: str
    values: list[str]


class Mapping(_Table):
    """Which column is which part of a message. `id` are columns that together name a message; without them it is named
    by what it says."""

    type: MessageType
    subject: str
    version: Version
    plan: str | None = None
    id: list[str] = []
    deleted: Deleted | None = None
    encoding: Literal["utf-8", "windows-1252"] = "utf-8"
    delimiter: str = Field(default=";", min_length=1, max_length=1)
    fields: dict[_Path, Value] = {}

    @property
    def columns(self) -> list[str]:
        """Those that it needs."""
        own = [self.subject, self.plan, *self.id, self.version.column, self.deleted and self.deleted.column]
        named = [*own, *(each.column for each in self.fields.values())]
        return list(dict.fromkeys(name for name in named if name))

    @property
    def places(self) -> dict[str, str]:
        """Which column fills what, by the pointer into a message."""
        own = {"/subject": self.subject, "/plan": self.plan, "/version": self.version.column}
        own["/id"] = self.id[0] if self.id else None
        data = {f"/data/{path.replace('.', '/')}": each.column for path, each in self.fields.items()}
        return {place: column for place, column in (own | data).items() if column}


def read_mapping(path: Path) -> Mapping:
    """The mapping in a file. Raises Unusable."""
    try:
        found = Mapping.model_validate(tomllib.loads(read_text(path, "utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise Unusable(path.name, [Fault(None, None, f"it is not TOML: {error}")]) from None
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        told = [Fault(None, None, f"{'.'.join(map(str, each['loc'])) or 'it'}: {each['msg']}") for each in faults]
        raise Unusable(path.name, told) from None
    strange = unknown(found.type, found.fields)
    told = [Fault(None, None, f"fields.{field}: a {found.type} has only {those}") for field, those in strange]
    if told:
        raise Unusable(path.name, told)
    return found
