"""People and a system of the municipality edit the same plans at once: whoever has seen less changes nothing.

Each writes the number that it read, plus one, and a word of its own: the same words again would be no change. So as
many writes were accepted as the number says in the end, and no two of them had seen the same: else one was overwritten.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from threading import Lock, Thread
from typing import Any
from uuid import UUID, uuid4

from cast import said

from minplan import access, journey
from minplan.errors import Conflict
from storm.line import Line
from storm.mirror import Mirror
from storm.page import Visitor
from storm.processes import Server
from storm.world import SENDER, World

ROUNDS = 6  # tries of each on each plan
SYSTEMS, PEOPLE, PAGES = 3, 1, 2


class Edits:
    """What came of each try: `written` are the numbers that each plan's step was given, and by whom."""

    def __init__(self) -> None:
        self.written: dict[UUID, list[tuple[int, str]]] = {}
        self.goals: dict[UUID, int] = {}
        self.outcomes = Counter[str]()
        self._lock = Lock()

    def count(self, what: str) -> None:
        """One more of these."""
        with self._lock:
            self.outcomes[what] += 1

    def write(self, plan: UUID, number: int, by: str) -> None:
        """A try that was accepted."""
        with self._lock:
            self.written.setdefault(plan, []).append((number, by))
        self.count(f"written by {by}")


def clash(world: World, rounds: int = ROUNDS, workers: int = 2) -> dict[str, Any]:
    """What was left: `lost`, `overwritten`, `echoed`, `faults` and `unequal` are 0 if all is well."""
    server = Server(world.place / "log", workers, **world.settings)
    try:
        line, edits = Line(server.port, world.keys[SENDER]), Edits()
        own = Mirror(world.place / "clash.sqlite3", line)
        _first_words(world)
        own.begin()
        lines = [Line(server.port, world.keys[SENDER]) for _ in range(SYSTEMS)]
        acts = [partial(_system, world, each, edits) for each in lines] + [partial(_person, world, edits)] * PEOPLE
        acts += [partial(_at_page, world, Visitor(server.port, world.contact), edits) for _ in range(PAGES)]
        acts.append(partial(_citizen, world, edits))
        _all_at_once(acts, len(world.plots) * rounds, len(world.plots))
        own.follow()
        return _found(world, edits, line, own) | {"faults": sum(each.faults for each in lines)}
    finally:
        server.end()


def _all_at_once(acts: Sequence[Callable[[int], None]], tries: int, plots: int) -> None:
    errors: list[BaseException] = []

    def go(act: Callable[[int], None]) -> None:
        try:
            for turn in range(tries):
                act(turn % plots)
        except BaseException as error:
            errors.append(error)

    threads = [Thread(target=go, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def _first_words(world: World) -> None:
    for plot in world.plots:
        _, text = _step(world, plot.plan, plot.step)
        journey.reword(world.contact, plot.plan, plot.step, "title", text, said("0"))


def _step(world: World, plan: UUID, step: UUID) -> tuple[str, UUID]:
    with access.view(world.contact, plan) as view:
        one = next(each for each in journey.way(view).ahead if each.id == step)
        return one.title.text, one.title_id


def _system(world: World, line: Line, edits: Edits, at: int) -> None:
    """See it, write it, and try a thing of the citizen's."""
    plot = world.plots[at]
    path = f"/plans/{plot.plan}/steps/{plot.step}"
    _, step, etag = line.ask("GET", path)
    number = _number(step["title"]["text"]) + 1
    status, _, _ = line.ask("PATCH", path, {"title": {"text": _own(number)}}, If_Match=etag)
    if status == 200:
        edits.write(plot.plan, number, "systems")
    else:
        edits.count(f"systems, {status}")
    goal = line.ask("GET", f"/plans/{plot.plan}/goals")[1]["items"][0]
    theirs = f"/plans/{plot.plan}/goals/{goal['id']}"
    status, _, _ = line.ask("PATCH", theirs, {"title": {"text": "Et andet mål"}}, If_Match="*")
    edits.count(f"goals, {status}")


def _own(number: int) -> str:
    return f"{number} {uuid4().hex[:8]}"


def _number(text: str) -> int:
    return int(text.split()[0])


def _person(world: World, edits: Edits, at: int) -> None:
    """What a page does: what was seen is compared."""
    plot = world.plots[at]
    text, seen = _step(world, plot.plan, plot.step)
    try:
        journey.reword(world.contact, plot.plan, plot.step, "title", seen, said(_own(_number(text) + 1)))
        edits.write(plot.plan, _number(text) + 1, "people")
    except Conflict:
        edits.count("people, conflict")


def _at_page(world: World, visitor: Visitor, edits: Edits, at: int) -> None:
    """The same at a page of the server."""
    plot = world.plots[at]
    text, seen = _step(world, plot.plan, plot.step)
    status = visitor.reword(plot.plan, plot.step, seen, _own(_number(text) + 1))
    assert status in (303, 409), status
    if status == 303:
        edits.write(plot.plan, _number(text) + 1, "people")
    edits.count(f"pages, {status}")


def _citizen(world: World, edits: Edits, at: int) -> None:
    """Other words for what is theirs alone."""
    plot = world.plots[at]
    citizen = world.citizens[plot.plan]
    with access.view(citizen, plot.plan) as view:
        goal = journey.way(view).goals[0]
    number = edits.goals.get(plot.plan, 0) + 1
    journey.reword_goal(citizen, plot.plan, goal.id, goal.title_id, said(f"Mål {number}"))
    edits.goals[plot.plan] = number


def _found(world: World, edits: Edits, line: Line, own: Mirror) -> dict[str, Any]:
    lost = overwritten = unequal = 0
    heard = Counter((each.plan, each.origin) for each in own.items() if each.type == "step")
    mirrored = own.things("step")
    for plot in world.plots:
        step = line.ask("GET", f"/plans/{plot.plan}/steps/{plot.step}")[1]
        written = edits.written.get(plot.plan, [])
        people = sum(by == "people" for _, by in written)
        lost += abs(_number(step["title"]["text"]) - len(written))
        lost += len(written) - len({number for number, _ in written})
        lost += abs(people - heard[str(plot.plan), None])
        overwritten += _goal(world, plot.plan) != f"Mål {edits.goals.get(plot.plan, 0)}"
        is_last_theirs = written and max(written)[1] == "people"
        unequal += bool(is_last_theirs and mirrored[str(plot.step)] != step)
    echoed = sum(many for (_, origin), many in heard.items() if origin == SENDER)
    taken = {what: many for what, many in edits.outcomes.items() if what.startswith("goals")}
    overwritten += sum(taken.values()) - taken.get("goals, 422", 0)
    counts = {"lost": lost, "overwritten": overwritten, "echoed": echoed, "unequal": unequal}
    return counts | {"outcomes": dict(edits.outcomes)}


def _goal(world: World, plan: UUID) -> str:
    with access.view(world.citizens[plan], plan) as view:
        return journey.way(view).goals[0].title.text
