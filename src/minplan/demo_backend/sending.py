"""What the form sends, and what the answer means to a caseworker."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from minplan.demo_backend.house import CODE, House, Silent
from minplan.demo_backend.store import Store

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SAYS = {
    200: "Det er ændret på planen.",
    201: "Det står på planen nu.",
    202: "Det er et forslag. Borgeren svarer selv.",
    403: "Det bestemmer systemet ikke: borgeren eller en medarbejder gør det.",
    404: "Det er ikke længere en del af sagen.",
    409: "Det passer ikke med det, der står. Måske har borgeren sagt nej tak.",
    412: "Konflikt: nogen har ændret det, efter at siden blev vist. Se på det igen.",
    422: "Noget kan ikke bruges.",
}


def send(house: House, store: Store, plan: str, said: Mapping[str, str]) -> None:
    """Send what was filled in, and write down the answer. Raises KeyError and ValueError for what no form sends."""
    what, method, path, body, seen = _FORMS[said["form"]](said)
    try:
        answer = house.ask(method, f"/plans/{plan}{path}", body, **seen)
    except Silent:
        store.went(plan, what, 0, "minplan svarer ikke. Prøv igen om lidt.")
        return
    told = SAYS.get(answer.status_code, "Det gik ikke.")
    wrong = answer.json().get("errors") if answer.status_code >= 400 else None
    if wrong:
        told += " " + ", ".join(f"{each['pointer']}: {each['code']}" for each in wrong)
    store.went(plan, what, answer.status_code, told)
    if answer.status_code < 300:
        store.put(path.split("/")[1].removesuffix("s"), answer.json())


def _new_step(said: Mapping[str, str]) -> Any:
    milestone, track = said["milestone"].split()
    words = {name: {"text": said[name]} for name in ("title", "why")}
    body = {"kind": said["kind"], "milestone": milestone, "tracks": [track]}
    law = {"law": said["law"]} if said["kind"] == "law" else {}
    day = {"when_on": said["when_on"]} if said["when_on"] else {}
    what = "Skridt efter loven" if law else "Skridt"
    return what, "PUT", f"/steps/by-ref/{CODE}/{uuid4()}", body | words | law | day, {"If-None-Match": "*"}


def _changed_step(said: Mapping[str, str]) -> Any:
    # The ETag is that of the page, so that whoever changed the step meanwhile is not overwritten.
    body = {"when_on": said["when_on"] or None} | ({"state": said["state"]} if said["state"] else {})
    return "Ændret skridt", "PATCH", f"/steps/{UUID(said['step'])}", body, {"If-Match": said["seen"]}


def _meeting(said: Mapping[str, str]) -> Any:
    starts, ends = (_moment(said["on"], said[name]) for name in ("from", "to"))
    body = {"kind": "talk", "mode": "office", "place": said["place"], "starts": starts, "ends": ends}
    return "Møde", "PUT", f"/meetings/by-ref/{CODE}/{uuid4()}", body, {"If-None-Match": "*"}


def _moment(day: str, hour: str) -> str:
    return datetime.fromisoformat(f"{day}T{hour}").replace(tzinfo=COPENHAGEN).isoformat()


_FORMS = {"step": _new_step, "change": _changed_step, "meeting": _meeting}
