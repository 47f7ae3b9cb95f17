"""The `minplan` command: one file per subcommand, and whatever is wrong is said in one sentence."""

from collections.abc import Iterator

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
