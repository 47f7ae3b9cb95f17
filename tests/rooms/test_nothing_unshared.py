"""Every function of the room, tried as everybody who is not the citizen: it tells what is shown to them, and no more.

A new function is found by itself. Where it takes what no other one takes, `given` says what a stranger would give it.
"""

import inspect
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from itertools import product
from types import FunctionType
from typing import Any
from uuid import UUID

import keepsakes
import pytest
from cast import said
from keepsakes import keep_everything, kinds_in, print_now
from sqlalchemy import Connection, Engine, select, text
from web.household import Household, gather
from web.stage import Stage, _act

from minplan import access, clock, db, feelings, journey
from minplan.errors import MinplanError, NotFound
from minplan.feelings import own
from minplan.feelings.keepsake import KINDS
from minplan.feelings.store import mine, shown

TABLES = ("keepsake", "showing", "shown_to", "builds_on")
# These ask nobody who they are. The first are given what another query of the same cupboard has answered, which nobody
# outside the room can open; the last counts for the operator and names citizens, never what they keep.
TRUSTED = {mine.end, mine.standing, mine.shown_to, mine.names, shown.answers, mine.keepers}
OTHERS = (
    "contact", "team", "mentor", "citizen who supports", "in an emergency", "colleague", "another citizen", "leader",
    "administrator", "staff elsewhere",
)  # fmt: skip


@dataclass
class Scene:
    """Everybody, and what Amira keeps."""

    household: Household
    kept: dict[str, UUID]
    agreed: UUID  # a meeting that comes
    closed: UUID
    locked: dict[str, str]  # what stands in the rows, as it would be printed
    prints: dict[UUID, str]  # what a form would say that its reader saw

    @property
    def plan(self) -> UUID:
        return self.household.stage.cast.id

    @property
    def citizen(self) -> UUID:
        return self.household.people["citizen"]


@pytest.fixture
def scene(sqlite: Engine) -> Scene:
    """On one database: what is asked is the same on both, and asked thousands of times."""
    household = gather(Stage(None, *_act()))  # type: ignore[arg-type]
    with sqlite.connect() as connection:
        agreed, closed = (_meeting(connection, household, state) for state in ("agreed", "closed"))
    cast = household.stage.cast
    feelings.empty(cast.citizen)
    kept = keep_everything(cast.citizen, cast.step, closed)
    with db.reading() as connection:
        locked = {row.kind: repr(row.content) for row in mine.every(connection, cast.citizen, *KINDS)}
    prints = {id: print_now(cast.citizen, kind, id) for kind, id in kept.items()}
    return Scene(household, kept, agreed, closed, locked, prints)


def _meeting(connection: Connection, household: Household, state: str) -> UUID:
    table = db.metadata().tables["meeting"].c
    found = table.plan_id == household.stage.cast.id, table.state == state
    return connection.execute(table.id.table.select().where(*found)).mappings().one()["id"]  # type: ignore[no-any-return]


@cache
def functions() -> list[FunctionType]:
    """What the room offers at its door, what a citizen alone is offered, and every query."""
    offered = [getattr(feelings, name) for name in feelings.__all__]
    alone = [getattr(own.Writing, name) for name in dir(own.Writing) if not name.startswith("_")]
    queries = [each for cupboard in (mine, shown) for each in vars(cupboard).values()]
    found = {each for each in (*offered, *alone, *queries) if isinstance(each, FunctionType)}
    return sorted((each for each in found if _is_ours(each)), key=lambda each: (each.__module__, each.__qualname__))


def _is_ours(function: FunctionType) -> bool:
    asked = set(inspect.signature(function).parameters)
    opens = asked & {"by", "citizen", "view", "connection", "session"}  # nothing is opened without one of these
    return bool(opens) and function.__module__.startswith("minplan.feelings") and function not in TRUSTED


@dataclass
class Stranger:
    """Somebody who tries everything; `view` is the plan as they may open it, or None."""

    scene: Scene
    person: UUID
    view: access.View | None
    connection: Connection
    showings: list[UUID]
    session: Any = None

    def given(self, name: str) -> list[Any]:
        """What they give as this argument, one after the other; nothing where they can have no such thing."""
        scene, words, shown_ids = self.scene, said("ukendt"), self.showings
        if name in ("view", "own", "self"):
            return [self.view] if name == "view" and self.view else []
        new = journey.NewStep(milestone=scene.household.stage.cast.milestone, title=words, tracks=["health"])
        table: dict[str, list[Any]] = {
            "by": [self.person], "citizen": [self.person], "person": [scene.kept["person"]],
            "connection": [self.connection],
            "session": [self.session], "plan": [scene.plan], "now": [clock.now()], "seen": [""],
            "meeting": [scene.agreed, scene.closed, None], "at_meeting": [scene.agreed], "people": [[self.person], []],
            "step": [scene.household.stage.cast.step], "kind": list(KINDS), "kinds": list(KINDS),
            "question": list(feelings.QUESTIONS), "slot": ["days"], "months": [12], "told": [0], "with_note": [True],
            "showings": [shown_ids], "showing": shown_ids, "command": [new], "answers": [{}], "answer": ["lifts"],
            "closed": [[]], "cards": [[]], "picture": [None], "before": [None], "form": [{}], "lang": ["da"],
            "add": [journey.add_within], "content": [{}], "agreed": [feelings.FOR_MEETING, feelings.FOR_TEAM],
            **dict.fromkeys(("words", "said", "text"), [words]),
            "keepsake": list(scene.kept.values()), "trusted": [scene.kept["person"]],
            **{kind: [scene.kept[kind]] for kind in ("worry", "strength", "checkin", "pulse")},
        }  # fmt: skip
        assert name in table, f"say what a stranger gives as {name!r}"
        return table[name]


def _new(function: Callable[..., Any], name: str) -> list[Any]:
    """A new thing of the shape that the function asks for."""
    shape = inspect.get_annotations(function, eval_str=True)[name]
    values = {
        feelings.NewStrength: {"shelf": "work", "words": said("ukendt")}, feelings.CheckIn: {},
        feelings.NewAnswer: {"question": "days", "away": True}, feelings.NewTrusted: {"name": "U", "circle": "close"},
    }  # fmt: skip
    return [shape(**values[shape])] if shape in values else [0] if shape is int else [said("ukendt")]


def revealed(scene: Scene, role: str) -> set[str]:
    """Of which kinds somebody in this role learns anything, by any function with any argument."""
    found: set[str] = set()
    with stranger(scene, scene.household.people[role]) as somebody:
        for told in (each for function in functions() for each in attempts(somebody, function)):
            found |= kinds_in(told, scene.kept) | {kind for kind, row in scene.locked.items() if row in told}
    return found


@contextmanager
def stranger(scene: Scene, person: UUID) -> Iterator[Stranger]:
    """Somebody with the plan as they may open it: once for all that they try."""
    with ExitStack() as stack:
        view = _opened(stack, person, scene.plan)
        connection = stack.enter_context(db.reading())
        found = connection.execute(select(db.metadata().tables["showing"].c.id)).scalars()
        yield Stranger(scene, person, view, connection, list(found) or [scene.kept["checkin"]])


def attempts(somebody: Stranger, function: FunctionType) -> Iterator[str]:
    """Everything that a function answers, as text. What was done is undone."""
    names = list(inspect.signature(function).parameters)
    if "session" not in names:
        yield from _answers(function, names, somebody)
        return
    with db.writing() as session:
        yield from _answers(function, names, replace(somebody, session=session))
        session.rollback()


def _opened(stack: ExitStack, person: UUID, plan: UUID) -> access.View | None:
    """Any page's door at all, also those that are for supporters and for an emergency."""
    relations = frozenset((*access.INSIDERS, *access.SUPPORTERS, "emergency"))
    try:
        return stack.enter_context(access.view(person, plan, "shown", relations))
    except MinplanError:
        return None


def _answers(function: FunctionType, names: list[str], somebody: Stranger) -> Iterator[str]:
    choices = [_new(function, name) if name in ("new", "told") else somebody.given(name) for name in names]
    for arguments in product(*choices):
        chosen = dict(zip(names, arguments, strict=True))
        if "kind" in chosen and chosen.get("keepsake") not in (None, somebody.scene.kept.get(chosen["kind"])):
            continue  # of another kind: nobody finds it by that, the citizen neither
        if "seen" in chosen:
            chosen["seen"] = somebody.scene.prints.get(chosen.get("keepsake"), "")
        try:
            told = repr(_called(function, chosen))
        except MinplanError:
            continue
        for said_before in arguments:  # an id that comes back to who gave it tells nothing
            told = told.replace(repr(said_before), "") if isinstance(said_before, UUID) else told
        yield told


def _called(function: FunctionType, given: dict[str, Any]) -> Any:
    signature = inspect.signature(function).parameters
    spread = [given.pop(name) for name, each in signature.items() if each.kind is each.VAR_POSITIONAL and name in given]
    found = function(*given.values(), *spread) if spread else function(**given)
    return _plain(found)


def _plain(found: Any) -> Any:
    """A row as its values; what is only opened by `with` is looked at by itself."""
    if hasattr(found, "__enter__"):
        return None
    if hasattr(found, "model_dump"):
        return found.model_dump()
    return found


def everything_of(scene: Scene) -> list[Any]:
    with db.reading() as connection:
        keepsakes = connection.execute(text("SELECT * FROM keepsake ORDER BY id")).all()
        rest = [connection.execute(text(f"SELECT * FROM {name}")).all() for name in TABLES[1:]]
    mine_only = [row for row in keepsakes if str(row.citizen_id).replace("-", "") == scene.citizen.hex]
    return [[tuple(row) for row in rows] for rows in (mine_only, *map(_sorted, rest))]


def _sorted(rows: Any) -> list[Any]:
    return sorted(rows, key=repr)


def test_nobody_else_learns_or_changes_anything_of_what_is_not_shown(scene: Scene) -> None:
    before = everything_of(scene)
    assert {role: revealed(scene, role) for role in OTHERS} == dict.fromkeys(OTHERS, set())
    assert everything_of(scene) == before


def test_the_same_looking_finds_everything_where_it_is_ones_own(scene: Scene) -> None:
    """Or the test above would find nothing whatever was shown."""
    alone = (feelings.album, feelings.backpack, feelings.people_i_trust, feelings.strengths, feelings.horizon_answers)
    found: set[str] = set()
    with stranger(scene, scene.citizen) as herself:
        for function in (*alone, feelings.for_me, feelings.pulses, feelings.lift, mine.every):
            for told in attempts(herself, function):  # type: ignore[arg-type]
                found |= kinds_in(told, scene.kept)
    assert found == set(scene.kept)


def test_who_is_named_learns_of_one_picture_until_the_meeting_is_over(scene: Scene) -> None:
    bo = scene.household.people["contact"]
    keepsakes.show(scene.citizen, scene.plan, "checkin", scene.kept["checkin"], scene.agreed, [bo])
    assert revealed(scene, "contact") == {"checkin"}
    assert [role for role in ("team", "in an emergency", "another citizen") if revealed(scene, role)] == []
    clock.start(clock.now() + timedelta(days=2))
    assert revealed(scene, "contact") == set()


def test_what_is_shown_to_who_works_with_the_plan_is_shown_to_them_alone(scene: Scene) -> None:
    kinds = {"strength", "pulse", "lift"}
    shown_ids = [keepsakes.show(scene.citizen, scene.plan, kind, scene.kept[kind]).subject_id for kind in sorted(kinds)]
    found = {role: revealed(scene, role) for role in OTHERS[:7]}
    assert {role: told for role, told in found.items() if told} == {"contact": kinds, "team": kinds}
    for showing in shown_ids:
        assert showing and feelings.take_back(scene.citizen, scene.plan, showing).kind == "done"
    assert revealed(scene, "contact") == set()


def test_a_citizen_alone_is_the_only_one_for_whom_their_room_opens(scene: Scene) -> None:
    for role in OTHERS:
        person = scene.household.people[role]
        try:
            with own.reading(person) as theirs:
                assert [theirs.every(kind) for kind in KINDS] == [[]] * len(KINDS)
                for id in scene.kept.values():
                    for kind in KINDS:
                        with pytest.raises(NotFound):
                            theirs.one(kind, id)
        except NotFound:
            continue
