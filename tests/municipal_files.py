"""A municipality's folder for tests: sound files, and one of them put otherwise."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)  # the day on which they are read
RIGHT = """\
owner = "Solvik Kommune"

[[right]]
id = "kaffe"
name = "Der er kaffe"
fact = "Du kan få kaffe, mens du venter."
action = "Sig til i skranken."
icon = "talk"
act = "Husets regler"
paragraph = "§ 1"
link = ""
benefits = ["all"]
moments = { waiting = 1 }
certainty = "confirmed"
source = "stable"
researched = 2026-11-01
[right.own.en]
name = "There is coffee"
fact = "You can have coffee while you wait."
action = "Tell the desk."
"""
SOUND = {
    "rights/own.toml": RIGHT,
    "deadlines.toml": """\
[[deadline]]
id = "tilbud"
name = { da = "Et tilbud", en = "An offer" }
count = 3
unit = "weeks"
owner = "Jobafdelingen"
""",
    "contacts.toml": """\
[[contact]]
id = "borgerraadgiver"
name = "Lone Vad"
checked = 2026-10-01
phone = "70 00 00 00"
text = { da = "Hjælper dig, når du er uenig.", en = "Helps you when you disagree." }
""",
    "texts.toml": """\
[[text]]
id = "letter:decision:means"
text = { da = "Vi ringer, før vi skriver." }
""",
}


def lay(folder: Path, files: Mapping[str, str]) -> Path:
    """Write these files into the folder, whatever lay there."""
    (folder / "rights").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def signed(right: str, of: str, on: str = "2026-11-20") -> str:
    """A review as it stands in reviews.toml."""
    return f'[[review]]\nright = "{right}"\nby = "Ida Holm, jurist"\non = {on}\nof = "{of}"\n'
