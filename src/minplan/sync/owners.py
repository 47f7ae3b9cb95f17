"""Rule: whose a field is. What is the citizen's, or minplan's own to say, is not there or equal in what is sent.

Read from the shape that takes it: `x-owner` names the side that writes a field, `readOnly` what nobody sends.
"""

from collections.abc import Collection, Iterable
from typing import Any

from pydantic import BaseModel

from minplan.sync.problem import Pointed, Problem


def check(sent: BaseModel, current: BaseModel | None, asked: Collection[str] = ()) -> None:
    """Raise Problem for each field that would overwrite what is not the sender's. `current` is what is there, `asked`
    are fields that the citizen has not said anything about yet."""
    names = [name for name in set_in(sent) if name not in asked]
    faults = [Pointed(f"/{name}", code) for name in names if (code := _fault(sent, current, name))]
    rest = [name for name in set_in(sent) if f"/{name}" not in {each.pointer for each in faults}]
    faults += [Pointed(f"/{name}/phrase", "read_only") for name in rest if _has_other_phrase(sent, current, name)]
    if faults:
        raise Problem("invalid", errors=tuple(faults))


def changed(sent: BaseModel, current: BaseModel) -> frozenset[str]:
    """The fields that say something else than what is there."""
    return frozenset(name for name in set_in(sent) if not same(getattr(sent, name), getattr(current, name, None)))


def same(sent: Any, current: Any) -> bool:
    """Whether what is sent stands there; of an object, what it names."""
    if isinstance(sent, BaseModel) and isinstance(current, BaseModel):
        return not changed(sent, current)
    if isinstance(sent, list) and isinstance(current, list):
        return len(sent) == len(current) and all(same(*pair) for pair in zip(sent, current, strict=True))
    return bool(sent == current)


def set_in(sent: BaseModel) -> Iterable[str]:
    """The fields that were sent, in the order of the shape."""
    return [name for name in type(sent).model_fields if name in sent.model_fields_set]


def _has_other_phrase(sent: BaseModel, current: BaseModel | None, name: str) -> bool:
    """Whether it names a phrase of the product that does not stand there: nobody sends one."""
    said, stands = (getattr(getattr(each, name, None), "phrase", None) for each in (sent, current))
    return said is not None and said != stands


def _fault(sent: BaseModel, current: BaseModel | None, name: str) -> str | None:
    extra = type(sent).model_fields[name].json_schema_extra or {}
    if not isinstance(extra, dict) or not (extra.get("readOnly") or extra.get("x-owner") == "citizen"):
        return None
    mine = getattr(sent, name)
    stands = mine in (None, False, []) if current is None else same(mine, getattr(current, name, None))
    return None if stands else "read_only" if extra.get("readOnly") else "citizens_own"
