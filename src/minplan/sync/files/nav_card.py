"""The noun: NAV's activity cards as they are sent (`Aktivitetskort.V1`), as far as they are used.

What is not used is kept aside in `model_extra`, to be told.
"""

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class Read(BaseModel):
    """What stands there beside what is used is no fault."""

    model_config = ConfigDict(extra="allow", frozen=True)


class Detail(Read):
    """A line that the sender has named."""

    label: str = ""
    verdi: str = ""


class Card(Read):
    """One activity of somebody's."""

    id: UUID
    person: str = Field(alias="personIdent")
    title: str = Field(alias="tittel")
    state: Literal["FORSLAG", "PLANLAGT", "GJENNOMFORES", "FULLFORT", "AVBRUTT"] = Field(alias="aktivitetStatus")
    starts: date | None = Field(alias="startDato", default=None)
    says: str | None = Field(alias="beskrivelse", default=None)
    details: list[Detail] = Field(alias="detaljer", default=[])
    changed: datetime = Field(alias="endretTidspunkt")
    agreed: bool = Field(alias="avtaltMedNav", strict=True)


class Upsert(Read):
    """A card is new, or new again."""

    action: Literal["UPSERT_AKTIVITETSKORT_V1"] = Field(alias="actionType")
    id: UUID = Field(alias="messageId")
    card: Card = Field(alias="aktivitetskort")


class Discard(Read):
    """A card is gone with its history."""

    action: Literal["KASSER_AKTIVITET"] = Field(alias="actionType")
    id: UUID = Field(alias="messageId")
    card: UUID = Field(alias="aktivitetsId")
    person: str = Field(alias="personIdent")


any_card: TypeAdapter[Upsert | Discard] = TypeAdapter(Upsert | Discard)
