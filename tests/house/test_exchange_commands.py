"""`minplan import`, `export` and `schema` as somebody at a terminal meets them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine

from minplan import access, cli, config, exchange
from minplan.db import session
from minplan.exchange.actions.demo import SHELF

FILES = sorted(str(file) for file in Path(str(SHELF)).glob("*.json"))


def test_import_prints_an_id_for_each_file_and_export_gives_the_document_back(
    database: Engine, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(["import", *FILES]) == 0
    ids = capfdbinary.readouterr().out.decode().split()
    assert [str(UUID(line)) for line in ids] == ids
    for plan, file in zip(ids, FILES, strict=True):
        assert cli.main(["export", plan]) == 0
        written = capfdbinary.readouterr()
        assert json.loads(written.out) == json.loads(Path(file).read_text("utf-8"))
        assert written.err == b""


def test_with_one_fault_nothing_is_imported(sqlite: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(Path(FILES[0]).read_text("utf-8").replace('"s4"', '"s99"', 1), "utf-8")
    assert cli.main(["import", FILES[1], str(broken)]) == 1
    written = capsys.readouterr()
    assert (
        f"{broken}: goals[0].milestones[0].steps[1].together_with: is not the ref of another step: s99" in written.err
    )
    assert written.out == ""
    assert access.demo_people() == []


@pytest.mark.parametrize("name", ["missing.json", "", "/", "/dev/zero", "a\0b"])
def test_what_is_no_file_is_said_in_a_sentence(name: str, sqlite: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", name]) == 1
    assert capsys.readouterr().err.endswith("Nothing was imported.\n")


@pytest.mark.parametrize("plan", ["nonsense", "8e7ac0f1-6a4c-4f5e-9a39-5f1d3a3a4f3b"])
def test_an_unknown_plan_is_said_in_a_sentence(plan: str, sqlite: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", plan]) == 1
    assert capsys.readouterr().err == f"minplan: There is no plan with the id {plan!r}.\n"


def test_export_writes_utf_8_whatever_the_terminal_speaks(database: Engine) -> None:
    (plan,) = exchange.bring_in([json.loads(Path(FILES[0]).read_text("utf-8"))])
    settings = {"PYTHONIOENCODING": "ascii", "DATABASE_URL": database.url.render_as_string(hide_password=False)}
    command = [sys.executable, "-m", "minplan.cli", "export", str(plan)]
    written = subprocess.run(command, env=settings, capture_output=True, check=True)
    assert "زوجتي" in written.stdout.decode("utf-8")


def test_a_reader_who_leaves_early_meets_no_traceback() -> None:
    command = f"{sys.executable} -m minplan.cli schema | head -1"
    written = subprocess.run(command, shell=True, capture_output=True, check=True)
    assert (written.stdout, written.stderr) == (b"{\n", b"")


def test_invented_people_do_not_come_into_production(
    sqlite: Engine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINPLAN_PRODUCTION", "1")
    monkeypatch.setenv("MINPLAN_SECRET", "x" * 32)
    monkeypatch.setenv("MINPLAN_NUMBER_KEY", "y" * 32)
    monkeypatch.setenv("MINPLAN_VAULT_KEY", "z" * 32)
    config.settings.cache_clear()
    assert cli.main(["demo"]) == 2
    config.settings.cache_clear()
    assert "invented people" in capsys.readouterr().err
    assert access.demo_people() == []


def test_schema_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == exchange.schema()


@pytest.mark.parametrize("kind", ["without tables", "no database at all"])
def test_a_database_that_cannot_be_used_is_said_in_a_sentence(
    kind: str, tmp_path: Path, sqlite: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "file"
    place.write_text("" if kind == "without tables" else "no database, but some other file " * 9, "utf-8")
    with _using(str(place)):
        assert cli.main(["export", "8e7ac0f1-6a4c-4f5e-9a39-5f1d3a3a4f3b"]) == 1
    assert capsys.readouterr().err.startswith("minplan: the database cannot be used (")


@contextmanager
def _using(path: str) -> Iterator[None]:
    """A process that has not opened a database yet, told to open `path`."""
    before, session._engine = session._engine, None
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", f"sqlite:///{path}")
        config.settings.cache_clear()
        try:
            yield
        finally:
            session._engine = before
            config.settings.cache_clear()
