"""To what citizens have said yes, of all plans: whom a municipality's distributor of news may tell."""

from minplan import sync
from minplan.routes.api.operation import Answer, operation
from minplan.sync.shapes import Consent, Page, Paging

_ALL = "Every yes to the caller's departments; for the contact person's department also to be told of a plan."


@operation("GET", "/consents", "listEveryConsent", "consents:read", _ALL, answers={200: Page[Consent]}, query=Paging)
def list_every_consent(caller: sync.Caller, query: Paging) -> Answer:
    return Answer(sync.every_consent(caller, query))
