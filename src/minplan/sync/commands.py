"""The shapes of what whoever looks after the systems asks."""

from pydantic import BaseModel, ConfigDict

from minplan.access import card


class NewSystem(BaseModel):
    """A system to let in: by a key that is made for it, or by the tokens of an `issuer` that names it `client_id`."""

    model_config = ConfigDict(extra="forbid")

    code: str
    name: card.Name
    scopes: tuple[str, ...]
    departments: tuple[str, ...] = ()
    issuer: str | None = None
    client_id: str | None = None
