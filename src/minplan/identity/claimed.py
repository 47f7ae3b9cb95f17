"""The noun: whom a provider says that somebody is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Claimed:
    """`kind` is what the roles there mean here, None where roles say nothing; `kinds` are those that may come in.

    `number` and `email` serve the first time only, and are kept nowhere. With `create` somebody unknown is made.
    """

    provider: str
    issuer: str
    subject: str
    municipality: str
    kinds: frozenset[str]
    kind: str | None = None
    number: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    create: bool = False
