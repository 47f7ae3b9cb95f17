"""Style, types, repetition and size, checked by the tools that know them."""

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[2]


def _clean(*command: str) -> None:
    found = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_style() -> None:
    _clean("ruff", "check", "--quiet", ".")


@pytest.mark.slow
def test_types() -> None:
    _clean("mypy")


def test_nothing_is_known_to_be_unsafe() -> None:
    """Of medium severity and more; what is safe all the same says why, after `# nosec` and its number."""
    _clean("bandit", "--quiet", "--recursive", "--severity-level", "medium", "src")


@pytest.mark.slow
def test_nothing_is_said_twice() -> None:
    _clean("pylint", "src/minplan")


def test_files_stay_small() -> None:
    sizes = [len(file.read_text("utf-8").splitlines()) for file in (ROOT / "src/minplan").rglob("*.py")]
    assert median(sizes) <= 60
    assert sum(size <= 150 for size in sizes) >= 0.9 * len(sizes)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt", "package-lock.json"])
def test_locks_pin_by_content_and_leave_the_registry_to_whoever_installs(name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    assert '"resolved"' not in lock
    assert "index-url" not in lock
    assert "--hash=sha256:" in lock or '"integrity": "sha512-' in lock


def test_functions_stay_small() -> None:
    sizes = {
        f"{file.relative_to(ROOT)}: {each.name}": (each.end_lineno or 0) - each.lineno + 1
        for file in (ROOT / "src/minplan").rglob("*.py")
        if "migrations" not in file.parts  # one list of tables, however long
        for each in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert median(sizes.values()) <= 8
    assert sum(size <= 20 for size in sizes.values()) >= 0.9 * len(sizes)
    assert not [name for name, size in sizes.items() if size > 40]
