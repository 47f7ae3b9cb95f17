"""Who works in the municipality, and who asks."""

from uuid import UUID

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import Caseworker, Me, Page, Paging

_SCOPE = "caseworkers:read"
_ALL = "The municipality's professionals, also those who have left."
_BY_REF = "/caseworkers/by-ref/{system}/{ref}"


@operation("GET", "/caseworkers", "listCaseworkers", _SCOPE, _ALL, answers={200: Page[Caseworker]}, query=Paging)
def list_caseworkers(caller: sync.Caller, query: Paging) -> Answer:
    return Answer(sync.caseworkers(caller, query))


@operation("GET", "/caseworkers/{caseworker}", "getCaseworker", _SCOPE, "One of them.", answers={200: Caseworker})
def get_caseworker(caller: sync.Caller, caseworker: UUID) -> Answer:
    found = sync.caseworker(caller, caseworker)
    return Answer(found, etag=sync.etag_of(found))


_NAMED = "One of them, by what a system calls them."


@operation("GET", _BY_REF, "getCaseworkerByRef", _SCOPE, _NAMED, answers={200: Caseworker})
def get_caseworker_by_ref(caller: sync.Caller, system: str, ref: str) -> Answer:
    return get_caseworker(caller, sync.called(caller, "caseworker", system, ref))


@operation("GET", "/me", "getMe", "", "Who the caller is, and what it may.", answers={200: Me})
def get_me(caller: sync.Caller) -> Answer:
    found = sync.me(caller)
    return Answer(found, etag=sync.etag_of(found))
