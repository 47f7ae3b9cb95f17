"""The last good content of a municipality's folder, kept over a restart: one file, written whole or not at all."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

NAME = "rights.json"


def keep(place: Path, texts: Mapping[str, str]) -> None:
    """Write the texts of a folder's files, unless they stand there. Raises OSError."""
    if kept(place) == texts:
        return
    place.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=place, suffix=".new", delete=False) as fresh:
        try:
            json.dump(dict(texts), fresh, ensure_ascii=False)
            fresh.flush()
            os.fsync(fresh.fileno())
            os.replace(fresh.name, place / NAME)
        except BaseException:
            with suppress(OSError):
                os.unlink(fresh.name)
            raise


def kept(place: Path) -> dict[str, str] | None:
    """The texts that were written last; None where there are none that can be read."""
    try:
        found = json.loads((place / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return None
    sound = isinstance(found, dict) and all(isinstance(each, str) for each in found.values())
    return found if sound else None
