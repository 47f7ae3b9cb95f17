"""All that a system hears of, as if each thing had just changed: for whoever begins, or begins anew."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from minplan import access, clock
from minplan.sync.caller import Caller
from minplan.sync.read.changes import changes, readable
from minplan.sync.read.etag import etag_of
from minplan.sync.read.hearing import heard
from minplan.sync.read.plans import plans
from minplan.sync.shapes.change import Change, Following, Subject
from minplan.sync.shapes.page import Paging

PAGE = 50  # plans that are open at once


def beginning(caller: Caller) -> str:
    """The cursor of this moment. What changes while everything is read comes again behind it."""
    return changes(caller, Following()).next


def everything(caller: Caller, cursor: str) -> Iterator[Change]:
    """Each thing of each plan, plan by plan."""
    which = Paging(limit=PAGE)
    while True:
        page = plans(caller, which)
        yield from _of(caller, [each.id for each in page.items], cursor)
        if page.next is None:
            return
        which = Paging(limit=PAGE, after=page.next)


def _of(caller: Caller, ids: list[UUID], cursor: str) -> list[Change]:
    types = readable(caller)
    with heard(caller, ids) as plans:
        found = [_told(plan, type, each, cursor) for plan in ids for type in types for each in plans[plan].every(type)]
    access.note_case_of_system(caller.person_id, {each.plan for each in found})
    return found


def _told(plan: UUID, type: Any, data: Any, cursor: str) -> Change:
    etag = etag_of(data)
    return Change(
        cursor=cursor, id=uuid5(plan, f"{type}/{data.id}/{etag}"), type=f"dk.minplan.{type}.updated.v1", plan=plan,
        subject=Subject(type=type, id=data.id), at=clock.now(), origin=None, deleted=False, etag=etag, data=data,
    )  # fmt: skip
