"""The rooms have an order. Contracts stand in pyproject.toml; what they cannot say stands here."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import grimp

# The files of a room that may act. Any other file is a noun or a rule: it is given time, settings and rows.
ACTING = {"store", "actions", "change", "view", "read", "story", "one_time", "attempts", "arrival", "tell"}
ACTING |= {"eyes", "listing", "following", "together", "same", "still_in", "keys", "renewing"}
ACTING |= {"own", "shown", "receipts", "brought", "album", "box", "closed"}
FREE = {"cli", "commands", "routes", "db", "language", "content", "words", "clock", "config", "errors", "demo_backend"}
# What machines read, send and are told is wide: the room for them has doors of its own beside its first.
SIDE_DOORS = {"minplan.sync.shapes", "minplan.sync.hooks", "minplan.sync.from_files"}
OUTSIDE_RULES = {"minplan.clock", "minplan.config", "minplan.db"}


@cache
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("minplan", cache_dir=None)


def _room(module: str) -> str:
    return ".".join(module.split(".")[:2])


def test_a_line_imports_only_from_lines_below() -> None:
    # In a process of its own: it turns off every logger that is there, and other tests read what is logged.
    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], capture_output=True, text=True
    )
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_a_cupboard_opens_only_from_inside_its_room() -> None:
    stores = [module for module in graph().modules if module.split(".")[2:3] == ["store"]]
    strangers = [
        f"{importer} opens {store}"
        for store in stores
        for importer in graph().find_modules_that_directly_import(store)
        if _room(importer) != _room(store)
    ]
    assert not strangers, "ask at the room's door instead"


def test_routes_and_rooms_knock_at_the_door() -> None:
    inside = [
        f"{importer} reaches into {imported}"
        for importer in graph().modules
        if _room(importer) == "minplan.routes"
        for imported in graph().find_modules_directly_imported_by(importer)
        if imported.count(".") > 1 and _room(imported) not in ("minplan.routes", "minplan.language")
        if imported not in SIDE_DOORS
    ]
    assert not inside, "the room's __init__ should offer it"


def test_rules_and_nouns_are_given_what_they_need() -> None:
    reaching = [
        f"{module} imports {imported}"
        for module in graph().modules
        if _is_rule(module.split(".")[1:])
        for imported in graph().find_modules_directly_imported_by(module)
        if _room(imported) in OUTSIDE_RULES or (_room(imported) == _room(module) and _acts(imported))
    ]
    assert not reaching, "time, settings and rows are arguments of a rule"


def _is_rule(parts: list[str]) -> bool:
    is_door = ".".join(("minplan", *parts)) in SIDE_DOORS
    return len(parts) > 1 and parts[0] not in FREE and not ACTING & set(parts) and not is_door


def _acts(module: str) -> bool:
    return bool({"store", "actions"} & set(module.split(".")))
