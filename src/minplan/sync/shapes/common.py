"""What all resources are made of."""

from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from minplan import content, language
from minplan.words import Words

# What systems call things: printable, and with no slash at its ends, where an address would lose it.
REF = r"^[!-.0-~]([!-~]{0,198}[!-.0-~])?$"
Owner = Literal["municipality", "citizen"]
Track = Literal["work", "health", "family", "economy", "community"]


def owned(by: Owner, **more: Any) -> Any:
    """A field that is written by one side alone; the other reads it."""
    return Field(json_schema_extra={"x-owner": by}, **more)


def told(says: str) -> Any:
    """A field that neither side writes as such; what it means."""
    return Field(description=says)


class Shape(BaseModel):
    """An object with these members and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ref(Shape):
    """What another system calls this."""

    system: str = Field(pattern=r"^[a-z][a-z0-9-]{1,39}$")
    id: str = Field(max_length=200, pattern=REF)


class Taken(Shape):
    """What was written, for a system that may not read it: our `id`, and what it calls this itself."""

    id: UUID
    external_refs: list[Ref]


class Said(Shape):
    """Somebody's own `text` in its language, verbatim; or a `phrase` of the product, which `text` says in Danish."""

    text: str
    lang: str
    phrase: str | None = None


class Fault(Shape):
    """What is wrong with one field."""

    pointer: str
    code: str


class Refusal(Shape):
    """RFC 9457. `type` is stable; nobody's words stand in it."""

    type: str
    title: str
    status: int
    detail: str | None = None
    errors: list[Fault] = []


class CodeMeaning(Shape):
    """What a code in `errors`, or in `detail`, means, and what to do about it."""

    code: str
    says: str


class ProblemType(Shape):
    """What a problem means, and what to do about it; `codes` are those that minplan has of its own."""

    type: str
    status: int
    title: str
    says: str
    codes: list[CodeMeaning] = []


class ProblemTypes(Shape):
    """Every problem that there is."""

    items: list[ProblemType]


def said(words: Words | None) -> Said | None:
    """Words as they leave the house; nothing of what was erased. A phrase is written out in Danish."""
    if words is None or words.erased:
        return None
    if words.text is not None:
        return Said(text=words.text, lang=words.lang or "und")
    danish = content.say(words, language.translator(language.SOURCE), language.get(language.SOURCE))
    return Said(text=danish, lang=language.SOURCE, phrase=words.phrase)
