"""The lines for cron in docs/sync.md: what was taken in is moved away, what was not stays to be tried again."""

import subprocess
from pathlib import Path

DOC = Path(__file__).parents[2] / "docs" / "sync.md"
SCHEDULE = "*/10 * * * * minplan "
FOLDERS = ("ind", "indlest", "afvist")


def test_only_files_that_were_not_taken_in_stay(tmp_path: Path) -> None:
    for folder in (*FOLDERS, "bin"):
        (tmp_path / folder).mkdir()
    for code in range(4):
        (tmp_path / "ind" / f"{code}.csv").touch()
    stand_in = tmp_path / "bin" / "minplan"  # ends as the file is called
    stand_in.write_text('#!/bin/sh\nfor last; do :; done\nexit "$(basename "$last" .csv)"\n')
    stand_in.chmod(0o755)
    run = _line("sync push").replace("/srv/minplan", str(tmp_path))
    for _ in range(2):
        subprocess.run(["sh", "-c", run], env={"PATH": f"{stand_in.parent}:/usr/bin:/bin"}, check=True)
    left = [sorted(path.stem for path in (tmp_path / name).iterdir()) for name in FOLDERS]
    assert left == [["1", "2"], ["0"], ["3"]]


def _line(words: str) -> str:
    lines = DOC.read_text("utf-8").splitlines()
    [found] = [line.removeprefix(SCHEDULE) for line in lines if line.startswith(SCHEDULE) and words in line]
    assert "%" not in found  # which cron reads as the end of the line
    return found
