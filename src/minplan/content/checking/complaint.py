"""What the operator is told once a day where rights are not shown as they should be."""

from datetime import date

from minplan.config import Settings
from minplan.content.checking.look import look, table
from minplan.content.municipal import whereabouts


def rights_complaint(found: Settings, today: date) -> str | None:
    """One sentence, or None where nothing is broken or stale."""
    if found.production and not found.rights:
        return "MINPLAN_RIGHTS is not set: in production no right is shown, since nobody has signed one."
    folder, place = whereabouts(found)
    kinds = [row.kind for row in table(look(folder, today, place), today, {})]
    counts = {kind: kinds.count(kind) for kind in ("broken", "stale")}
    told = [f"{count} {kind}" for kind, count in counts.items() if count]
    return f"Of the rights {' and '.join(told)}: `minplan rights check` says which." if told else None
