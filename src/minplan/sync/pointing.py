"""Rule: what is wrong with a part of what was sent, or kept from whoever sent it, told of the whole."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from minplan.errors import Invalid, NotAllowed
from minplan.sync.problem import Pointed, Problem


@contextmanager
def within(place: str, besides: Mapping[str, str]) -> Iterator[None]:
    """The part stands at `place`; `besides` says where stands what is no member of it."""
    try:
        yield
    except Problem as problem:
        told = tuple(_pointed(each, place, besides) for each in problem.errors)
        raise Problem(problem.type, problem.detail, told, problem.retry_after) from None
    except Invalid as error:
        faults = (Pointed(f"/{name}", code) for name, code in error.fields.items())
        raise Problem("invalid", errors=tuple(_pointed(each, place, besides) for each in faults)) from None


@contextmanager
def renamed(names: Mapping[str, str]) -> Iterator[None]:
    """People fill in a form, whose fields are called otherwise."""
    try:
        yield
    except Invalid as error:
        raise Invalid({names.get(name, name): code for name, code in error.fields.items()}) from None


@contextmanager
def refusing(about: str) -> Iterator[None]:
    """Where the plan's rules say no and nothing else, it is said what it was about."""
    try:
        yield
    except NotAllowed as error:
        raise NotAllowed(error.reason or about) from None


def _pointed(fault: Pointed, place: str, besides: Mapping[str, str]) -> Pointed:
    return fault._replace(pointer=besides.get(fault.pointer, place + fault.pointer))
