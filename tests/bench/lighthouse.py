"""Lighthouse on a phone, signed in as a citizen, against the demo served as `bin/run` serves it."""

import json
import os
import subprocess
import sys
from statistics import median
from typing import Any

from browser.chromium import where
from flask import Flask
from serving import ROOT, served

from minplan import access, identity
from minplan.config import settings
from minplan.routes.visitor import KEY

CATEGORIES = ("performance", "accessibility", "best-practices")
TIMES = 3
CHROME = "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


def scores(app: Flask) -> dict[str, Any]:
    """The three scores (0–100) of the way, medians of three runs; empty where there is no browser."""
    chromium = where()
    if chromium is None:
        print("No Chromium here: Lighthouse is left out.", file=sys.stderr)
        return {}
    with served(settings().data_dir) as address:
        runs = [_one(app, f"{address}/plan", chromium) for _ in range(TIMES)]
    found: dict[str, Any] = {name: median(run[name] for run in runs) for name in CATEGORIES}
    return found | {"performance_runs": [run["performance"] for run in runs]}


def _one(app: Flask, url: str, chromium: str) -> dict[str, int]:
    person = next(person for person in access.demo_people() if person.name == "Karin")
    signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
    cookie = f"{app.config['SESSION_COOKIE_NAME']}={signer.dumps({KEY: identity.begin(person.id)})}"
    made = subprocess.run(
        [
            ROOT / ".venv/bin/node",
            ROOT / "node_modules/lighthouse/cli/index.js",
            url,
            "--quiet",
            "--output=json",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={CHROME}",
            f"--extra-headers={json.dumps({'Cookie': cookie})}",
        ],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
        check=True,
        timeout=180,
    )
    categories = json.loads(made.stdout)["categories"]
    return {name: round(100 * categories[name]["score"]) for name in CATEGORIES}
