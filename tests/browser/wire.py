"""What goes over the wire while a page is opened for the first time, headers and requests included."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

LINE = 4  # ": " and the end of the line


@dataclass
class Wire:
    """Every request of a page with its bytes in both directions."""

    page: Page
    begun: set[str] = field(default_factory=set)
    sent: dict[str, int] = field(default_factory=dict)
    received: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.protocol = self.page.context.new_cdp_session(self.page)
        self.protocol.send("Network.enable")
        self.protocol.on("Network.requestWillBeSent", lambda told: self.begun.add(told["requestId"]))
        self.protocol.on("Network.requestWillBeSentExtraInfo", self._asked)
        self.protocol.on("Network.loadingFinished", self._answered)

    def open(self, address: str) -> None:
        """Open a page as a browser that has never been here."""
        self.protocol.send("Network.clearBrowserCache")
        self.begun.clear()  # what the page before still fetches is not this page's
        self.sent.clear()
        self.received.clear()
        self.page.goto(address, wait_until="load")

    @property
    def bytes(self) -> int:
        """All of them, in both directions."""
        return sum(size for each in (self.sent, self.received) for name, size in each.items() if name in self.begun)

    def _asked(self, told: dict[str, Any]) -> None:
        size = sum(len(name) + len(value.encode()) + LINE for name, value in told["headers"].items())
        self.sent[told["requestId"]] = size

    def _answered(self, told: dict[str, Any]) -> None:
        self.received[told["requestId"]] = int(told["encodedDataLength"])
