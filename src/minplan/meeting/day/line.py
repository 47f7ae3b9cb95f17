"""Rule: where a point stands on the agenda. What the citizen wants to talk about is met first."""

from uuid import UUID

from minplan.meeting.agenda import AgendaPoint

Line = list[AgendaPoint]


def place_new(line: Line, point: AgendaPoint, citizen: UUID) -> None:
    """Put a new point in: the citizen's after their own, everybody else's last."""
    own = [index for index, each in enumerate(line) if each.by_id == citizen]
    at = len(line) if point.by_id != citizen else own[-1] + 1 if own else 0
    line.insert(at, point)
    number(line)


def move(line: Line, point: AgendaPoint, beside: AgendaPoint, place: str) -> bool:
    """Put a point right `before` or `after` another one; whether that is somewhere else than it was."""
    old = line.index(point)
    line.remove(point)
    line.insert(line.index(beside) + (place == "after"), point)
    number(line)
    return line.index(point) != old


def number(line: Line) -> None:
    """Give the points their places in this order."""
    for position, point in enumerate(line):
        if point.position != position:
            point.position = position
