"""The keys to what citizens keep: each opens its own, nothing opens without, and what was destroyed stays so."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from socket import create_server
from time import monotonic
from uuid import UUID, uuid4

import pytest
from databases import OWN, made
from keys_away import away
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from minplan import config, db, vault
from minplan.errors import Locked
from minplan.vault import store

ANOTHER = "another key of the house, long enough"
SAID = {"text": "jeg er bange"}


@pytest.fixture(params=["sqlite", "postgresql"])
def keys(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[None]:
    """An empty place for keys: once a file, once a database of its own on a server."""
    before = store.engine()
    if request.param == "sqlite":
        store.use(db.open_engine(f"sqlite:///{tmp_path}/keys.sqlite3", forgetful=True))
        yield
    else:
        with made(request.getfixturevalue("postgresql_server"), f"{OWN}_keys") as address:
            store.use(db.open_engine(address, forgetful=True))
            yield
            store.engine().dispose()
    store.use(before)


def house_key(monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    changed = replace(config.settings(), vault_key=key)
    monkeypatch.setattr(config, "settings", lambda: changed)


def kept() -> tuple[UUID, UUID, bytes]:
    """Somebody with a key, and what they sealed with it about something."""
    owner, about = uuid4(), uuid4()
    return owner, about, vault.new_box(owner).seal(about, SAID)


@pytest.mark.usefixtures("keys")
def test_what_was_sealed_opens_in_its_own_place_only() -> None:
    owner, about, sealed = kept()
    stranger = uuid4()
    assert vault.box(owner).open(about, sealed) == SAID
    for box, place in ((vault.box(owner), uuid4()), (vault.new_box(stranger), about)):
        with pytest.raises(Locked):
            box.open(place, sealed)
    for at in range(0, len(sealed), 7):
        bent = sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :]
        with pytest.raises(Locked):
            vault.box(owner).open(about, bent)
    for part in (b"", sealed[:1], sealed[:20], sealed[:-1], sealed + b"x"):
        with pytest.raises(Locked):
            vault.box(owner).open(about, part)


@pytest.mark.usefixtures("keys")
def test_nothing_can_be_told_from_what_is_locked() -> None:
    owner, about, sealed = kept()
    box = vault.box(owner)
    assert box.seal(about, SAID) != sealed, "the same words look different each time"
    assert len({len(box.seal(about, {"text": "a" * count})) for count in (0, 1, 100, 400)}) == 1
    assert box.slot("lift:step") == vault.box(owner).slot("lift:step") != vault.new_box(uuid4()).slot("lift:step")
    assert "lift" not in box.slot("lift:step")


@pytest.mark.usefixtures("keys")
def test_two_browsers_at_once_make_one_key() -> None:
    owner, about = uuid4(), uuid4()
    with ThreadPoolExecutor(6) as pool:
        boxes = list(pool.map(lambda _: vault.new_box(owner), range(12)))
    assert all(vault.box(owner).open(about, box.seal(about, SAID)) == SAID for box in boxes)
    assert vault.count() == (1, 0)


@pytest.mark.usefixtures("keys")
def test_a_key_that_was_destroyed_is_gone_and_a_new_one_opens_nothing_of_before() -> None:
    owner, about, sealed = kept()
    assert vault.destroy(owner) and not vault.destroy(owner) and not vault.is_kept(owner)
    with pytest.raises(Locked) as raised:
        vault.box(owner)
    assert raised.value.lost
    with pytest.raises(Locked) as raised:
        vault.new_box(owner).open(about, sealed)
    assert raised.value.lost


@pytest.mark.usefixtures("keys")
def test_without_the_house_key_no_key_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, about, sealed = kept()
    with monkeypatch.context() as patched:
        house_key(patched, ANOTHER)
        for opening in (vault.box, vault.new_box):
            with pytest.raises(Locked) as raised:
                opening(owner)
            assert not raised.value.lost, "it opens again with the right one"
        assert vault.count() == (1, 1)
    assert vault.box(owner).open(about, sealed) == SAID


@pytest.mark.usefixtures("keys")
def test_the_key_of_one_opens_nothing_in_the_place_of_another() -> None:
    one, about, sealed = kept()
    other, _, _ = kept()
    theirs = dict(store.every())[one]
    store.turn(lambda owner, wrapped: theirs if owner == other else wrapped)
    with pytest.raises(Locked):
        vault.box(other)
    assert vault.box(one).open(about, sealed) == SAID


@pytest.mark.usefixtures("keys")
def test_a_new_house_key_opens_everything_and_the_former_one_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    former = config.settings().vault_key
    owner, about, sealed = kept()
    house_key(monkeypatch, ANOTHER)
    lost, _, _ = kept()
    house_key(monkeypatch, "the new key of the house, long enough")
    assert vault.renew(former) == (2, 1), "what neither opens stays, and is counted"
    after = store.every()
    assert vault.renew(former) == (2, 1) and store.every() == after, "asked twice, done once"
    assert vault.box(owner).open(about, sealed) == SAID
    with pytest.raises(Locked):
        vault.box(lost)
    assert vault.renew(ANOTHER) == (2, 0) and vault.box(lost)
    house_key(monkeypatch, former)
    assert vault.count() == (2, 2)


@pytest.mark.usefixtures("keys")
def test_where_the_renewing_breaks_off_every_key_is_as_it_was() -> None:
    kept(), kept(), kept()
    before, seen = store.every(), []

    def breaks(owner: UUID, wrapped: bytes) -> bytes:
        seen.append(owner)
        if len(seen) == 3:
            raise RuntimeError("the disk is full")
        return b"broken" + wrapped

    with pytest.raises(RuntimeError, match="full"):
        store.turn(breaks)
    assert len(seen) == 3 and store.every() == before


@pytest.mark.parametrize("keys", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("keys")
def test_the_file_holds_no_trace_of_a_key_that_was_destroyed_or_renewed(monkeypatch: pytest.MonkeyPatch) -> None:
    former = config.settings().vault_key
    (one, _, _), (other, _, _), (third, _, _) = kept(), kept(), kept()
    wrapped = dict(store.every())
    assert all(key in _bytes() for key in wrapped.values())
    vault.destroy(one)
    house_key(monkeypatch, ANOTHER)
    vault.renew(former)
    left = _bytes()
    assert not [owner for owner, key in wrapped.items() if key in left]
    assert one.bytes not in left and one.hex.encode() not in left
    assert all(dict(store.every())[owner] in left for owner in (other, third))


@pytest.mark.parametrize("keys", ["sqlite"], indirect=True)
@pytest.mark.usefixtures("keys")
def test_a_new_file_is_its_owners_alone_in_a_folder_that_others_may_enter() -> None:
    kept()
    assert {oct(file.stat().st_mode & 0o777) for file in _folder().iterdir()} == {"0o600"}


@pytest.mark.usefixtures("keys")
def test_keys_that_cannot_be_reached_are_as_good_as_locked_until_they_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    owner, about, sealed = kept()
    for engine in away(tmp_path):
        with monkeypatch.context() as patched:
            patched.setattr(store, "_engine", engine)
            for asked in (vault.box, vault.new_box, vault.is_kept, vault.destroy):
                caplog.clear()
                with pytest.raises(Locked):
                    asked(owner)
                assert caplog.messages == ["the keys cannot be reached"]
            with pytest.raises(DBAPIError):
                vault.count()
    assert vault.box(owner).open(about, sealed) == SAID


def test_a_server_of_keys_that_is_silent_is_given_up_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    with create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://127.0.0.1:{silent.getsockname()[1]}/keys"
        monkeypatch.setattr(store, "_engine", db.open_engine(address, forgetful=True))
        begun = monotonic()
        with pytest.raises(Locked):
            vault.box(uuid4())
        assert monotonic() - begun < 10


def _bytes() -> bytes:
    """Every byte in the folder of the keys, as a copy of the disk has them."""
    return b"".join(file.read_bytes() for file in sorted(_folder().iterdir()))


def _folder() -> Path:
    return Path(make_url(str(store.engine().url)).database or "").parent
