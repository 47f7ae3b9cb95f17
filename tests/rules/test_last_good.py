"""A folder that changes while the server runs: what is broken never replaces what is good, also over a restart."""

import json
import logging
import os
from pathlib import Path
from threading import Barrier, Thread
from time import sleep
from types import SimpleNamespace

import pytest
from municipal_files import RIGHT, SOUND, TODAY, lay, signed
from receiving import until

from minplan.content.checking.accepting import accept
from minplan.content.overlay import Fault, Municipal, watching
from minplan.content.overlay.folder import read_folder
from minplan.content.overlay.watching import Watch
from minplan.content.packaged import packaged


def watch(folder: Path, kept: Path | None = None, pause: float = 0.0) -> Watch:
    return Watch(folder, lambda texts: read_folder(texts, packaged().codes, packaged().ids, TODAY), kept, pause)


def names(watched: Watch) -> list[str]:
    return [placed.right.name for placed in watched.now().rights]


def rewritten(folder: Path, text: str) -> None:
    lay(folder, {"rights/own.toml": text})
    # Two writes within one tick of a coarse clock would look the same.
    os.utime(folder / "rights/own.toml", ns=(0, (folder / "rights/own.toml").stat().st_mtime_ns + 1))


def test_a_change_is_seen_without_a_new_start(tmp_path: Path) -> None:
    watched = watch(lay(tmp_path, SOUND))
    assert names(watched) == ["Der er kaffe"]
    rewritten(tmp_path, RIGHT.replace("Der er kaffe", "Der er te"))
    assert names(watched) == ["Der er te"]


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    watched = watch(lay(tmp_path, SOUND))
    assert watched.now() is watched.now()


def test_a_broken_file_leaves_everything_as_it_was(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    watched = watch(lay(tmp_path, SOUND))
    before = watched.now()
    rewritten(tmp_path, RIGHT.replace('"kaffe"', '"kaffe'))
    with caplog.at_level(logging.ERROR, "minplan.rights"):
        assert watched.now() is before and watched.now() is before
    assert [record.fields["file"] for record in caplog.records] == ["rights/own.toml"], "told once"  # type: ignore[attr-defined]
    assert caplog.records[0].fields["line"] == 4  # type: ignore[attr-defined]
    rewritten(tmp_path, RIGHT.replace("Der er kaffe", "Der er vand"))
    assert names(watched) == ["Der er vand"]


def test_a_folder_that_is_gone_or_empty_takes_nothing_away(tmp_path: Path) -> None:
    folder = lay(tmp_path / "own", SOUND)
    watched = watch(folder)
    before = watched.now()
    folder.rename(tmp_path / "away")
    assert watched.now() is before
    (tmp_path / "own").mkdir()
    assert watched.now() is before
    (tmp_path / "own").rmdir()
    (tmp_path / "away").rename(folder)
    assert names(watched) == ["Der er kaffe"]


def test_a_restart_on_a_broken_folder_finds_the_last_good_one(tmp_path: Path) -> None:
    folder, kept = lay(tmp_path / "own", SOUND), tmp_path / "data/last-good"
    assert names(watch(folder, kept)) == ["Der er kaffe"]
    rewritten(folder, RIGHT.replace("waiting = 1", "sunday = 1"))
    again = watch(folder, kept)
    assert names(again) == ["Der er kaffe"]
    assert again.now().contacts["borgerraadgiver"].phone == "70 00 00 00"
    rewritten(folder, RIGHT.replace("Der er kaffe", "Der er te"))
    assert names(again) == ["Der er te"]


def test_what_is_kept_is_whole_or_not_there(tmp_path: Path) -> None:
    folder, kept = lay(tmp_path / "own", SOUND), tmp_path / "last-good"
    watch(folder, kept).now()
    assert json.loads((kept / "rights.json").read_text("utf-8")) == SOUND
    assert [file.name for file in kept.iterdir()] == ["rights.json"], "nothing half written"
    (kept / "rights.json").write_text("{", "utf-8")
    rewritten(folder, "[")
    assert names(watch(folder, kept)) == []


def test_without_anything_good_ever_what_comes_with_the_product_stands(tmp_path: Path) -> None:
    assert names(watch(lay(tmp_path, {"rights/own.toml": "["}), tmp_path / "last-good")) == []
    assert names(watch(tmp_path / "nowhere")) == []


def test_a_disk_that_is_full_takes_nothing_away(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder can be made here", "utf-8")
    assert names(watch(lay(tmp_path / "own", SOUND), tmp_path / "data/last-good")) == ["Der er kaffe"]


def test_no_page_goes_down_for_what_nobody_thought_of(tmp_path: Path) -> None:
    def read(texts: object) -> tuple[Municipal, list[Fault]]:
        raise RecursionError

    assert names(Watch(lay(tmp_path, SOUND), read, pause=0.0)) == []


PAUSE = 5.0
TEA, WATER = RIGHT.replace("Der er kaffe", "Der er te"), RIGHT.replace("Der er kaffe", "Der er vand")


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock says that the looks go by, so that a slow machine is no other case."""
    found = [0.0]
    monkeypatch.setattr(watching, "time", SimpleNamespace(monotonic=lambda: found[0]))
    return found


def test_what_changes_is_taken_when_two_looks_find_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, hands: list[float]
) -> None:
    watched, seen = watch(lay(tmp_path, SOUND), pause=PAUSE), []
    watched.now()
    for text in ("", "[", TEA) * 4 + (WATER,):  # a save under way that never stands still so long
        rewritten(tmp_path, text)
        hands[0] += PAUSE / 5
        seen += names(watched)
    assert seen == ["Der er kaffe"] * 13
    assert caplog.records == [], "nothing is told of half a save"
    for shown in ("kaffe", "vand"):
        hands[0] += PAUSE
        assert names(watched) == [f"Der er {shown}"]


def test_the_second_look_waits_for_nobody_who_asks(tmp_path: Path) -> None:
    folder, kept = lay(tmp_path / "own", SOUND), tmp_path / "last-good"
    watched = watch(folder, kept, 0.1)
    watched.now()
    rewritten(folder, TEA)
    sleep(0.15)
    watched.now()
    until(lambda: "Der er te" in (kept / "rights.json").read_text("utf-8"))


def test_a_restart_in_the_middle_of_a_change_waits_as_well(tmp_path: Path, hands: list[float]) -> None:
    folder, kept = lay(tmp_path / "own", SOUND), tmp_path / "last-good"
    watch(folder, kept).now()
    rewritten(folder, TEA)
    again = watch(folder, kept, PAUSE)
    assert names(again) == ["Der er kaffe"]
    hands[0] += PAUSE * 2
    assert names(again) == ["Der er te"]


def test_a_file_that_is_gone_is_missed_until_somebody_says_that_it_is_meant_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folder, kept = lay(tmp_path / "own", SOUND), tmp_path / "last-good"
    watched = watch(folder, kept)
    before = watched.now()
    (folder / "rights/own.toml").unlink()
    assert watched.now() is before and watched.now() is before
    assert [record.fields["file"] for record in caplog.records] == ["rights/own.toml"], "told once"  # type: ignore[attr-defined]
    assert names(watch(folder, kept)) == ["Der er kaffe"], "also after a new start"
    assert accept(folder, kept) == []
    assert names(watched) == [] and watched.now().contacts


def test_half_of_the_signatures_do_not_go_unnoticed(tmp_path: Path) -> None:
    folder, kept = tmp_path / "own", tmp_path / "last-good"
    reviews = [signed(right, "0" * 16) for right in ("bisidder", "tolk", "aktindsigt", "kaffe")]

    def laid(count: int) -> str:
        return lay(folder, SOUND | {"reviews.toml": "# who has signed\n" + "\n".join(reviews[:count])}).name

    laid(4)
    watched = watch(folder, kept)
    for count, left in ((4, 4), (2, 2), (0, 2), (1, 1)):
        laid(count)
        assert len(watched.now().reviews) == left, count
    laid(0)
    accept(folder, kept)
    assert watched.now().reviews == ()


def test_what_is_broken_cannot_be_accepted(tmp_path: Path) -> None:
    folder, kept = lay(tmp_path / "own", SOUND | {"texts.toml": ""}), tmp_path / "last-good"
    assert [(fault.file, fault.what) for fault in accept(folder, kept)] == [("texts.toml", "is empty")]
    assert not kept.exists()


def test_a_folder_within_that_cannot_be_read_is_a_fault(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    watched = watch(lay(tmp_path, SOUND))
    before = watched.now()
    (tmp_path / "rights").rename(tmp_path / "away")
    (tmp_path / "rights").symlink_to("rights")  # round and round: nobody can read it
    assert watched.now() is before
    assert [record.fields["what"] for record in caplog.records] == ["cannot be read"]  # type: ignore[attr-defined]
    (tmp_path / "rights").unlink()
    (tmp_path / "away").rename(tmp_path / "rights")
    assert names(watched) == ["Der er kaffe"]


def test_only_files_are_read_and_none_without_end(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    lay(tmp_path, SOUND | {"deadlines.toml": " \n", "texts.toml": "#" * 1_000_001})
    os.mkfifo(tmp_path / "offers.toml")
    (tmp_path / "reviews.toml").mkdir()
    assert names(watch(tmp_path)) == []
    assert {record.fields["file"]: record.fields["what"] for record in caplog.records} == {  # type: ignore[attr-defined]
        "deadlines.toml": "is empty",
        "texts.toml": "is larger than 1 MB",
        "offers.toml": "is no regular file",
        "reviews.toml": "is no regular file",
    }


def test_what_an_editor_hides_there_is_not_read(tmp_path: Path) -> None:
    lay(tmp_path, SOUND | {"._contacts.toml": "\0", "rights/.#own.toml": "["})
    (tmp_path / ".#texts.toml").symlink_to("nobody@nowhere")
    assert names(watch(tmp_path)) == ["Der er kaffe"]


def test_bytes_that_are_no_text_are_told_with_their_line(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    lay(tmp_path, SOUND)
    (tmp_path / "texts.toml").write_bytes(b"# first\n# second \xff\n")
    watch(tmp_path).now()
    assert caplog.records[0].fields == {"file": "texts.toml", "line": 2, "id": "", "what": "is no UTF-8 text"}  # type: ignore[attr-defined]


def test_a_mark_before_the_text_and_other_line_ends_are_no_fault(tmp_path: Path) -> None:
    lay(tmp_path, SOUND)
    (tmp_path / "rights/own.toml").write_bytes(b"\xef\xbb\xbf" + RIGHT.replace("\n", "\r\n").encode())
    assert names(watch(tmp_path)) == ["Der er kaffe"]


def test_many_who_ask_at_once_all_have_something_good(tmp_path: Path) -> None:
    watched, together, found = watch(lay(tmp_path, SOUND)), Barrier(8), []

    def ask() -> None:
        together.wait()
        found.append(names(watched))

    threads = [Thread(target=ask) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert found == [["Der er kaffe"]] * 8
