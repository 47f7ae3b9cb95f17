"""A folder into which changes are written, and where in the feed it stands."""

import fcntl
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from minplan.errors import MinplanError

_NUMBERED = re.compile(r"([0-9]{6,})-(?:everything|changes)\.")


class Folder:
    """Files are there whole or not at all. The place is moved once they are: what dies between writes them again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = path / "cursor.json"

    @contextmanager
    def held(self) -> Iterator[None]:
        """One at a time. Raises MinplanError where somebody else is at it, or nothing can be written."""
        with self._lock() as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise MinplanError("Another pull is writing into this folder.") from None
            yield

    def _lock(self) -> TextIO:
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            return open(self._path / ".lock", "w")
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise MinplanError(f"{self._path}: nothing can be written in this folder ({reason})") from None

    def place(self, system: str) -> tuple[str | None, int]:
        """The cursor, or None at the beginning; and the number of the newest file. Raises MinplanError."""
        try:
            found = json.loads(self._place.read_text("utf-8"))
            after, written, whose = found["after"], found["written"], found["system"]
        except FileNotFoundError:
            return None, self._highest()
        except (ValueError, TypeError, KeyError):
            raise self._unreadable() from None
        if not (isinstance(after, str) and isinstance(written, int)):
            raise self._unreadable()
        if whose != system:
            raise MinplanError(f"This folder is of the system {whose!r}.")
        return after, written

    def _highest(self) -> int:
        """So that whoever reads by name meets what begins anew behind what is there."""
        found = (_NUMBERED.match(each.name) for each in self._path.iterdir())
        return max((int(each[1]) for each in found if each), default=0)

    def _unreadable(self) -> MinplanError:
        return MinplanError(f"{self._place} cannot be read: remove it to read everything anew.")

    def move(self, system: str, after: str, written: int) -> None:
        """From now on it stands here."""
        self.write(self._place.name, [json.dumps({"system": system, "after": after, "written": written})])

    def lines(self, name: str) -> Iterator[dict[str, Any]]:
        """What a file of JSON Lines says."""
        with open(self._path / name, encoding="utf-8") as file:
            yield from map(json.loads, file)

    def write(self, name: str, parts: Iterable[str]) -> None:
        """A file, whole or not at all."""
        beside = self._path / f".{name}.part"
        with open(beside, "w", encoding="utf-8", newline="", opener=_for_owner) as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path / name)


def _for_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
