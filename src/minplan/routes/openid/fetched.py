"""What a provider says, kept for a while. That it gave no answer is kept too, for some seconds."""

from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from requests import RequestException

from minplan.routes.openid.wire import Unsound

PAUSE = 5  # seconds in which a provider that failed is not asked again, so that not everybody waits for it in turn

Said = TypeVar("Said")


class Fetched(Generic[Said]):
    """`fetch` answers, or raises RequestException; of many who need it at once one asks."""

    def __init__(self, fetch: Callable[[], Said], empty: Said) -> None:
        self._fetch = fetch
        self._at: float | None = None
        self._failed: tuple[float, type[RequestException]] | None = None
        self._fetching = Lock()
        self.found = empty

    def renew(self, age: float) -> bool:
        """Fetch when what there is is older than `age`; whether it was. RequestException, at once after a failure."""
        with self._fetching:
            if self._at is not None and monotonic() - self._at <= age:
                return False
            if self._failed is not None and monotonic() - self._failed[0] <= PAUSE:
                raise self._failed[1]("a moment ago")
            self.found = self._asked()
            self._at = monotonic()
            return True

    def _asked(self) -> Said:
        try:
            return self._fetch()
        except RequestException as error:
            self._failed = monotonic(), Unsound if isinstance(error, ValueError) else RequestException
            raise
