"""Rule: what a receiver is told (CloudEvents 1.0, JSON): that there is something new and where, and nobody's words."""

import json
from typing import Any

TYPE = "application/cloudevents+json; charset=utf-8"


def event(delivery: Any, source: str, cursor: str) -> bytes:
    """The event of a delivery. Read `/changes` for what it is about, with its `cursor` as a sign of whether that was
    read already."""
    told = {
        "specversion": "1.0",
        "id": str(delivery.id),
        "source": source,
        "type": f"dk.minplan.{delivery.type}.{delivery.tells}.v1",
        "subject": _subject(delivery),
        "time": delivery.at.isoformat(timespec="microseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "data": {"cursor": cursor},
    }
    return json.dumps(told, separators=(",", ":")).encode()


def _subject(delivery: Any) -> str:
    if delivery.type == "plan":
        return f"plans/{delivery.plan_id}"
    if delivery.type == "citizen":
        return f"citizens/{delivery.subject_id}"
    return f"plans/{delivery.plan_id}/{delivery.type}s/{delivery.subject_id}"
