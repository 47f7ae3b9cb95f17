"""Resources as they look, for whoever reads the document."""

from typing import Any

_PLAN, _GOAL, _MILESTONE, _STEP, _MEETING, _CITIZEN, _BO, _YES = (
    f"0b7d5c1e-6a3f-4c2d-9e81-{n:012d}" for n in range(1, 9)
)
_REFS = [{"system": "fagsystem", "id": "A-17"}]
_SAID = {"text": "Besøg skolen", "lang": "da", "phrase": None}

EXAMPLES: dict[str, dict[str, Any]] = {
    "Plan": {
        "id": _PLAN, "citizen": _CITIZEN, "external_refs": _REFS, "contact": _BO, "tracks": ["work", "health"],
        "horizon": None, "created_at": "2026-11-02T08:00:00Z",
    },
    "Citizen": {"id": _CITIZEN, "plan": _PLAN, "external_refs": _REFS, "name": "Karin", "language": "da"},
    "Caseworker": {
        "id": _BO, "external_refs": _REFS, "name": "Bo", "email": "bo@kommune.example", "phone": "99 99 99 99",
        "role": "Sagsbehandler", "department": "Beskæftigelse", "active": True,
    },
    "Consent": {
        "id": _YES, "plan": _PLAN, "kind": "sharing", "department": "health", "topic": "health",
        "given_at": "2026-11-16T09:00:00Z", "until": "2027-11-16", "withdrawn_at": None, "runs": True,
    },
    "Goal": {
        "id": _GOAL, "plan": _PLAN, "external_refs": [], "title": None, "why": None, "track": "work", "reached": False,
    },
    "Milestone": {
        "id": _MILESTONE, "plan": _PLAN, "goal": _GOAL, "external_refs": [], "title": _SAID, "track": "work",
        "reached": False,
    },
    "Step": {
        "id": _STEP, "plan": _PLAN, "milestone": _MILESTONE, "external_refs": _REFS, "kind": "agreed", "title": _SAID,
        "why": {"text": "For at se, hvordan der er", "lang": "da", "phrase": None}, "law": None, "tracks": ["work"],
        "state": "active", "is_next": True,
        "ball": {"holder": "citizen", "name": None, "since": "2026-11-16", "promised": None},
        "when_on": "2026-11-23", "when_at": None, "until": None, "done_on": None, "learned": None,
    },
    "Meeting": {
        "id": _MEETING, "plan": _PLAN, "external_refs": _REFS, "kind": "talk", "state": "agreed",
        "starts": "2026-11-24T10:00:00+01:00", "ends": "2026-11-24T11:00:00+01:00", "place": "Rådhuset",
        "mode": "office", "called_by": "municipality", "offered_by": None, "answer_by": None, "cancelled_by": None,
    },
}  # fmt: skip
