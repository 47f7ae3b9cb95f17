"""`bin/scan [seconds]`: wapiti against a served demo, as people of several kinds; 1 when it finds medium or worse."""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import requests
from serving import served

PEOPLE = ("Karin", "Mette")
SECONDS = 300
MEDIUM = 2
# Not csrf, which looks for tokens only: a form of another site is refused by what the browser says of it, and a test
# holds that. Not those that need an address on the internet, or lists of words from there.
MODULES = (
    "backup,blindsql,cookieflags,crlf,csp,exec,file,htaccess,http_headers,methods,permanentxss,redirect,"
    "shellshock,sql,xss"
)
# Debian 12's wapiti writes a pattern that its own Python refuses whenever an address is to be left alone.
WAPITI = (
    "/usr/bin/python3",
    "-c",
    "import re, wapitiCore.net.crawler as crawler; from wapitiCore.main.wapiti import wapiti_main; "
    "crawler.wildcard_translate = lambda address: re.compile(re.escape(address)); wapiti_main()",
)
# They end the sign-in that the scan lives on.
LEFT_ALONE = ("/sign-out", "/sign-ins/end", "/sign-ins/end-all")


def main() -> int:
    seconds = int(sys.argv[1]) if sys.argv[1:] else SECONDS
    with tempfile.TemporaryDirectory(prefix="minplan-scan-") as place:
        os.environ |= {"MINPLAN_DATA": place, "MINPLAN_DEMO": "1"}
        os.environ.pop("DATABASE_URL", None)
        subprocess.run([sys.executable, "-m", "minplan.cli", "upgrade"], check=True)
        subprocess.run([sys.executable, "-m", "minplan.cli", "demo"], check=True)
        log = Path(place, "log")
        with served(Path(place), log, MINPLAN_LOG="info") as address:
            found = [_scan(address, name, Path(place), seconds) for name in PEOPLE]
        return max(*found, _failures(log))


def _scan(address: str, name: str, place: Path, seconds: int) -> int:
    cookies, report = place / f"{name}.json", place / f"{name}-report.json"
    home = _come_in(address, name, cookies)
    left_alone = [part for path in LEFT_ALONE for part in ("-x", address + path)]
    subprocess.run(
        [*WAPITI, "-u", f"{address}/", "-s", home, "-c", cookies, "--scope", "folder", "-m", MODULES, *left_alone,
         "--max-scan-time", str(seconds // 4), "--max-attack-time", str(seconds // 12), "--max-links-per-page", "60",
         "--store-session", place, "--flush-session", "-v", "0", "-f", "json", "-o", report],
        check=True,
    )  # fmt: skip
    found = list(_findings(json.loads(report.read_text("utf-8"))))
    print(f"{name}: {len(found)} findings")
    for level, what in sorted(found, reverse=True):
        print(f"  level {level}: {what}")
    return int(any(level >= MEDIUM for level, _ in found))


def _failures(log: Path) -> int:
    """What our own log says of it: how far the scan came, and whether anything broke."""
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    asked = [line for line in lines if line["message"] == "request"]
    inside = {(line["method"], line["route"]) for line in asked if line["kind"] and line["status"] < 400}
    broken = sorted({str(line["route"]) for line in asked if line["status"] >= 500})
    print(f"{len(asked)} requests, {len(inside)} kinds of pages and forms answered to somebody signed in")
    print(f"failures of our own: {', '.join(broken) or 'none'}")
    return int(bool(broken))


def _come_in(address: str, name: str, cookies: Path) -> str:
    """Sign in as a browser would, and leave the cookies as wapiti reads them; returns the first page's address."""
    kept = requests.Session()
    kept.trust_env = False
    button = re.search(rf'value="([0-9a-f-]{{36}})"[^>]*><span dir="auto">{name}', kept.get(f"{address}/sign-in").text)
    assert button, f"{name} is not at the door"
    home = kept.post(f"{address}/sign-in", data={"person": button[1]}).url
    jar = {each.name: {"value": each.value, "version": 0, "expires": None, "secure": False, "port": None}
           for each in kept.cookies}  # fmt: skip
    cookies.write_text(json.dumps({"127.0.0.1": {"/": jar}}), "utf-8")
    return home


def _findings(told: dict[str, Any]) -> Iterator[tuple[int, str]]:
    for kind in ("vulnerabilities", "anomalies"):
        for category, entries in told[kind].items():
            for each in entries:
                where = f"{each['method']} {each['path']} {each.get('parameter') or ''}"
                yield each["level"], f"{category}: {where} {each['info']}"


if __name__ == "__main__":
    sys.exit(main())
