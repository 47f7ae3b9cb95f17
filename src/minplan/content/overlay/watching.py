"""A municipality's folder, looked at again while the server runs. What is broken never replaces what is good."""

import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.folder import Signature, signature, texts_in
from minplan.content.overlay.keeping import keep, kept
from minplan.content.overlay.nouns import Municipal

PAUSE = 5.0  # seconds between two looks
Read = Callable[[Mapping[str, str]], tuple[Municipal, list[Fault]]]
_log = logging.getLogger("minplan.rights")


class Watch:
    """The last good content of `folder`, as `read` understands it, kept at `place` over a restart if there is one."""

    def __init__(self, folder: Path, read: Read, place: Path | None = None, pause: float = PAUSE) -> None:
        self._folder, self._read, self._place, self._pause = folder, read, place, pause
        self._good: Municipal | None = None
        self._seen: Signature | None = None
        self._next = 0.0
        self._lock = Lock()

    def now(self) -> Municipal:
        """What is good now. Files are looked at every few seconds, and read when one has changed."""
        # One thread looks; the others have something good meanwhile, or wait for the first.
        if self._is_time() and self._lock.acquire(blocking=self._good is None):
            try:
                if self._is_time():
                    self._look()
            finally:
                self._lock.release()
        return self._good or Municipal()

    def _is_time(self) -> bool:
        return self._good is None or time.monotonic() >= self._next

    def _look(self) -> None:
        seen: Signature = ()
        try:
            seen = signature(self._folder)
            if seen != self._seen:
                self._take(seen, *texts_in(self._folder))
        except OSError as error:
            self._refuse((), [Fault(Path(error.filename or ".").name, 1, "", "cannot be read")])
        except Exception as error:  # whatever it is, no page goes down for a file
            self._refuse(seen, [Fault(".", 1, "", f"cannot be read: {type(error).__name__}")])
        self._next = time.monotonic() + self._pause

    def _take(self, seen: Signature, texts: Mapping[str, str], faults: list[Fault]) -> None:
        municipal, wrong = self._read(texts)
        if faults or wrong:
            self._refuse(seen, [*faults, *wrong])
            return
        self._seen, self._good = seen, municipal
        if self._place:
            try:
                keep(self._place, texts)
            except OSError:
                _log.warning("The last good rights could not be written down; they last as long as this process.")

    def _refuse(self, seen: Signature, faults: list[Fault]) -> None:
        if seen == self._seen and self._good is not None:
            return
        self._seen = seen
        for fault in faults:
            fields = {"file": fault.file, "line": fault.line, "id": fault.id, "what": fault.what}
            _log.error("The municipality's rights are broken; the last good ones stay.", extra={"fields": fields})
        if self._good is None:
            self._good = self._last_good()

    def _last_good(self) -> Municipal:
        texts = kept(self._place) if self._place else None
        return self._read(texts)[0] if texts else Municipal()
