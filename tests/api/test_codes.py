"""Every code that a system can be answered is told of, in one place: what it means, and what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from systems import BASE

from minplan.sync.codes import CODES, REASONS

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "minplan"
TOLD = ROOT / "docs" / "sync.md"
# What systems send comes through these; of other rooms, the files whose verbs they use.
OURS = ("sync", "routes/api")
PEOPLES = (
    "access/card.py", "journey/actions/common.py", "journey/actions/days.py", "journey/actions/reaching.py",
    "journey/actions/steps.py", "meeting/day/ahead.py", "meeting/day/actions/calling_off.py",
    "office/actions/arriving.py", "office/actions/lookup.py", "handover/actions/changing.py",
    "handover/store/change.py",
)  # fmt: skip
# `minplan system add` and a citizen's own page say theirs themselves; a token's faults stand in the log.
ELSEWHERE = ("actions/systems.py", "actions/showing.py", "api/tokens.py")
RAISED = {"Pointed": -1, "PydanticCustomError": 0, "Refused": 0, "Invalid": 0}


def _strings(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for part in {ast.IfExp: ("body", "orelse"), ast.Dict: ("values",)}.get(type(node), ()):
        found = getattr(node, part)
        for each in found if isinstance(found, list) else [found]:
            yield from _strings(each)


def _raised(path: Path, kinds: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called in kinds and node.args:
            yield from _strings(node.args[kinds[called]])
        yield from (each for word in node.keywords if word.arg == "code" for each in _strings(word.value))


def _files() -> list[Path]:
    ours = [each for room in OURS for each in (SRC / room).rglob("*.py")]
    return [each for each in ours if not each.as_posix().endswith(ELSEWHERE)]


def test_every_code_that_is_raised_is_explained() -> None:
    every = [*_files(), *(SRC / each for each in PEOPLES)]
    raised = {code for path in every for code in _raised(path, RAISED)}
    assert len(raised) > 30 and raised <= CODES.keys()


def test_every_reason_is_explained() -> None:
    reasons = {reason for path in _files() for reason in _raised(path, {"NotAllowed": 0, "refusing": 0})}
    assert len(reasons) > 4 and reasons <= REASONS.keys() | CODES.keys()


def test_nothing_is_explained_that_nobody_raises() -> None:
    said = "".join(path.read_text("utf-8") for path in SRC.rglob("*.py") if path.name != "codes.py")
    assert [each for each in (*CODES, *REASONS) if f'"{each}"' not in said] == []


@pytest.mark.parametrize(("type", "codes"), [("invalid", CODES), ("not-allowed", REASONS)])
def test_the_address_of_a_problem_says_them(app: Flask, type: str, codes: dict[str, str]) -> None:
    answer = app.test_client().get(f"{BASE}/problems/{type}")
    assert {each["code"]: each["says"] for each in answer.json["codes"]} == codes


def test_the_page_for_people_says_the_same() -> None:
    rows = re.findall(r"^\| `([a-z_]+)` \| (.+) \|$", TOLD.read_text("utf-8"), re.MULTILINE)
    assert set(CODES.items()) | set(REASONS.items()) <= set(rows)
