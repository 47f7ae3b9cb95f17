"""`minplan keys`: whether everything that citizens keep opens, told in counts; and a new key of the house."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from cast import Plan, prepare
from sqlalchemy import Engine

from minplan import cli, config, db, vault
from minplan.feelings import own
from minplan.vault import store

Say = Callable[..., tuple[int, dict[str, str], str]]
NEW = "the new key of the house, long enough"


@pytest.fixture
def amira(sqlite: Engine, tmp_path: Path) -> Iterator[Plan]:  # noqa: ARG001
    """Amira and Dorte keep something, and nobody else has a key here."""
    before = store.engine()
    store.use(db.open_engine(f"sqlite:///{tmp_path}/keys.sqlite3", forgetful=True))
    cast = prepare()
    for citizen in (cast.citizen, cast.dorte):
        with own.writing(citizen) as mine:
            mine.keep("worry", {"text": "huslejen"})
    yield cast
    store.use(before)


@pytest.fixture
def say(amira: Plan, capsys: pytest.CaptureFixture[str]) -> Say:  # noqa: ARG001
    """Run `minplan keys …`; its code, what it counted, and its complaint."""

    def run(*words: str) -> tuple[int, dict[str, str], str]:
        code = cli.main(["keys", *words])
        told = capsys.readouterr()
        return code, dict(line.split() for line in told.out.splitlines()), told.err

    return run


def counted(keys: int, shut: int, keepers: int, locked: int) -> dict[str, str]:
    return {"keys": str(keys), "shut": str(shut), "keepers": str(keepers), "locked": str(locked)}


def locked_under(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    changed = replace(config.settings(), vault_key=key)
    monkeypatch.setattr(config, "settings", lambda: changed)


def test_it_says_that_everything_opens(say: Say) -> None:
    assert say("check") == (0, counted(2, 0, 2, 0), "")


def test_it_says_how_much_stays_locked_where_a_key_is_lost(say: Say, amira: Plan) -> None:
    vault.destroy(amira.dorte)
    code, found, complaint = say("check")
    assert (code, found) == (1, counted(1, 0, 2, 1))
    assert "what 1 of 2 citizens keep stays locked" in complaint and "Traceback" not in complaint


def test_it_says_that_this_is_the_key_of_another_house(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    locked_under(monkeypatch, NEW)
    assert say("check")[:2] == (1, counted(2, 2, 2, 2))


def test_a_new_key_of_the_house_takes_the_place_of_the_former(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    former = config.settings().vault_key
    locked_under(monkeypatch, NEW)
    for given, code, shut in (("x" * 40, 1, 2), (former, 0, 0), (former, 0, 0)):
        monkeypatch.setattr("sys.stdin", StringIO(f"{given}\n"))
        assert say("renew", "--before", "-")[:2] == (code, counted(2, shut, 2, shut))
    monkeypatch.undo()
    locked_under(monkeypatch, former)
    assert say("check")[0] == 1, "the former key opens nothing any more"


def test_a_key_is_never_among_the_words_of_a_command(say: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit):
        say("renew", "--before", NEW)
    monkeypatch.setattr("sys.stdin", StringIO("short\n"))
    code, found, complaint = say("renew", "--before", "-")
    assert code == 1 and not found and "at least 32 characters" in complaint
