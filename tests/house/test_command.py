"""The `minplan` command: one file per subcommand, and whatever is wrong is said in one sentence."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from minplan import cli, config


@pytest.fixture(autouse=True)
def _settings_anew() -> Iterator[None]:
    """Settings are read once in a process; what a test sets must neither come too late nor stay."""
    config.settings.cache_clear()
    yield
    config.settings.cache_clear()


def test_help_names_every_subcommand(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    assert "  upgrade " in capsys.readouterr().out


@pytest.mark.parametrize("command", ["system", "sync", "work"])
def test_what_a_command_is_for_is_said_without_any_data(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MINPLAN_DATA", str(tmp_path / "none"))
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0 and f"usage: minplan {command}" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [[], ["nonsense"], ["__init__"], ["../cli"]])
def test_an_unknown_subcommand_shows_what_there_is(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    assert "usage: minplan" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "value"), [("PORT", "many"), ("MINPLAN_LANGUAGES", "da,qq"), ("MINPLAN_DEMO", "yes")])
def test_nonsense_stops_a_start_with_one_sentence(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, value)
    assert cli.main(["upgrade"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"minplan: {name} ")
    assert said.count("\n") == 1


ON_WHAT_IS_THERE = ("people list", "export x", "work --once", "retention --dry-run", "municipality list")


@pytest.mark.parametrize("words", [*ON_WHAT_IS_THERE, "policy"])
def test_a_command_in_another_folder_makes_no_empty_house_there(words: str, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MINPLAN_")}
    needs_data = words in ON_WHAT_IS_THERE
    code, told = (2, f"minplan: There is no database at {tmp_path}/.data/") if needs_data else (0, "")
    command = [sys.executable, "-m", "minplan.cli", *words.split()]
    ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr[: len(told)]) == (code, told)
    assert not list(tmp_path.iterdir())
