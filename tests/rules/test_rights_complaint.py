"""What `minplan work` says once a day of the rights."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from municipal_files import RIGHT, SOUND, TODAY, lay

from minplan import clock, config
from minplan.content.checking.complaint import rights_complaint


@pytest.mark.parametrize(
    ("files", "day", "told"),
    [
        ({}, TODAY, None),
        ({"rights/own.toml": "["}, TODAY, "Of the rights 1 broken: `minplan rights check` says which."),
        ({"rights/own.toml": RIGHT}, date(2027, 1, 1), "Of the rights 37 stale: `minplan rights check` says which."),
    ],
)
def test_the_operator_hears_of_what_is_not_shown(tmp_path: Path, files: dict[str, str], day: date, told: str) -> None:
    clock.start(clock.parse(str(TODAY)))
    found = replace(config.read({}), rights=lay(tmp_path / "own", SOUND | files), data_dir=tmp_path)
    assert rights_complaint(found, day) == told


def test_in_production_without_a_folder_nothing_is_shown_and_that_is_said() -> None:
    said = rights_complaint(replace(config.read({}), production=True), TODAY)
    assert said is not None and said.startswith("MINPLAN_RIGHTS is not set")
