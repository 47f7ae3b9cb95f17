"""When the way is painted on a slow phone: 1.6 Mbit/s, 150 ms there and back, a processor four times slower."""

import sys
from statistics import median
from typing import Any

from browser.chromium import PHONE, chromium, where
from browser.person import Person
from playwright.sync_api import Browser
from serving import served

from minplan.config import settings

TIMES = 5
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 93_750}
_PAINTED = """() => new Promise(done => new PerformanceObserver(list => done({
    first: performance.getEntriesByName('first-contentful-paint')[0].startTime,
    largest: list.getEntries().at(-1).startTime,
})).observe({type: 'largest-contentful-paint', buffered: true}))"""


def first_paint() -> dict[str, Any]:
    """Milliseconds from the request to the first and the largest content painted; medians of cold loads of /plan.

    Empty, with a word on standard error, without a browser.
    """
    if where() is None:
        print("No Chromium here: the first paint is left out.", file=sys.stderr)
        return {}
    with served(settings().data_dir) as address, chromium() as browser:
        runs = [_one(browser, address) for _ in range(TIMES)]
    return {f"{name}_paint_ms": round(median(run[name] for run in runs)) for name in ("first", "largest")}


def _one(browser: Browser, address: str) -> dict[str, float]:
    context = browser.new_context(base_url=address, viewport=PHONE, is_mobile=True)  # type: ignore[arg-type]
    page = context.new_page()
    Person(page).come_in("Karin")
    slowly = context.new_cdp_session(page)
    slowly.send("Network.enable")
    slowly.send("Network.clearBrowserCache")
    slowly.send("Network.emulateNetworkConditions", SLOW)
    slowly.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto("/plan")
    painted: dict[str, float] = page.evaluate(_PAINTED)
    context.close()
    return painted
