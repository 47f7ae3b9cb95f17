"""What the form sends, and what the answer means to a caseworker."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from minplan.demo_backend.house import CODE, House, Silent
from minplan.demo_backend.store import Store

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
SILENT = "minplan svarer ikke. Prøv igen om lidt."
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
_NAMES = {"starts": "from", "ends": "to"}  # what the forms call a field of the interface, when not as it does
_WRONG = {
    "required": "Det mangler.",
    "bad_length": "Det skal være efter det, der står i Fra, og samme dag.",
    "in_the_past": "Det er forbi. Vælg et tidspunkt, der kommer.",
    "too_far": "Det er for langt ude i fremtiden.",
    "only_of_law": "Det hører kun til det, vi skal efter loven.",
    "id_number": "Her må der ikke stå et cpr-nummer.",
}


class Answered(NamedTuple):
    """`status` 0 is no answer at all; `wrong` says by field of the form what cannot be used."""

    status: int
    says: str
    wrong: Mapping[str, str] = {}

    @property
    def is_done(self) -> bool:
        """Whether it stands there now."""
        return 200 <= self.status < 300


def send(house: House, store: Store, plan: str, said: Mapping[str, str]) -> Answered:
    """Send what was filled in, and write down the answer. Raises KeyError and ValueError for what no form sends."""
    what, method, path, body, seen = _FORMS[said["form"]](said)
    try:
        answer = house.ask(method, f"/plans/{plan}{path}", body, **seen)
    except Silent:
        found = Answered(0, SILENT)
    else:
        found = Answered(answer.status_code, SAYS.get(answer.status_code, "Det gik ikke."), _wrong(answer.json(), said))
    store.went(plan, what, found.status, found.says)
    if found.is_done:
        store.put(path.split("/")[1].removesuffix("s"), answer.json())
    return found


def _wrong(answer: Any, said: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with which field of the form, in words; nothing where all is well."""
    found = ((each["pointer"].strip("/").partition("/")[0], each["code"]) for each in answer.get("errors", ()))
    told = {_NAMES.get(name, name): _WRONG.get(code, "Det kan minplan ikke bruge.") for name, code in found}
    return {name: words for name, words in told.items() if name in said}


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
