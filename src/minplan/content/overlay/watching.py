"""A municipality's folder, looked at again while the server runs. What is broken never replaces what is good."""

import logging
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Lock, Timer

from minplan.content.overlay.fault import Fault
from minplan.content.overlay.files import Read, Signature, signature, texts_in
from minplan.content.overlay.keeping import keep, kept
from minplan.content.overlay.loss import losses
from minplan.content.overlay.nouns import Municipal

PAUSE = 5.0  # seconds between two looks
Understood = Callable[[Mapping[str, str]], tuple[Municipal, list[Fault]]]
_log = logging.getLogger("minplan.rights")


class Watch:
    """The last good content of `folder`, as `read` understands it, kept at `place` over a restart if there is one.

    What has changed is taken when two looks, `pause` seconds apart, find the same: never half a save or half a deploy.
    """

    def __init__(self, folder: Path, read: Understood, place: Path | None = None, pause: float = PAUSE) -> None:
        self._folder, self._read, self._place, self._pause = folder, read, place, pause
        self._texts: Mapping[str, str] = {}
        self._good = Municipal()
        self._seen: Signature | None = None
        self._met: tuple[Read, float] | None = None
        self._told: list[Fault] = []
        self._next: float | None = None
        self._lock = Lock()

    def now(self) -> Municipal:
        """What is good now. Files are looked at every few seconds, and read when one has changed."""
        # One thread looks; the others have something good meanwhile, or wait for the first.
        if self._is_time() and self._lock.acquire(blocking=self._next is None):
            try:
                if self._is_time():
                    self._look()
            finally:
                self._lock.release()
        return self._good

    def _is_time(self) -> bool:
        return self._next is None or time.monotonic() >= self._next

    def _look(self) -> None:
        try:
            if self._next is None:
                self._recall()
            self._see()
        except Exception as error:  # whatever it is, no page goes down for a file
            self._refuse([Fault(".", 1, "", f"cannot be read: {type(error).__name__}")])
        self._next = time.monotonic() + self._pause

    def _recall(self) -> None:
        texts = kept(self._place) if self._place else None
        if texts:
            self._texts, self._good = texts, self._read(texts)[0]

    def _see(self) -> None:
        seen = signature(self._folder)
        if seen and seen == self._seen:
            self._met, self._told = None, []
            return
        texts, faults = found = texts_in(self._folder)
        if not self._stands(found):
            return
        municipal, wrong = self._read(texts)
        wrong = [*faults, *wrong] or self._lost(texts, municipal)
        if wrong:
            self._refuse(wrong)
        else:
            self._take(seen, texts, municipal)

    def _stands(self, found: Read) -> bool:
        """Whether the look before found the same. What is good already, and the first there ever is, need no other."""
        if not self._texts or found == (self._texts, []):
            return True
        if self._met is None or self._met[0] != found:
            self._met = found, time.monotonic()
            self._look_again()
        return time.monotonic() >= self._met[1] + self._pause

    def _look_again(self) -> None:
        """Where nobody asks for a page meanwhile, the second look would wait for the next one who does."""
        if self._pause:
            again = Timer(self._pause * 1.1, self.now)
            again.daemon = True
            again.start()

    def _lost(self, texts: Mapping[str, str], municipal: Municipal) -> list[Fault]:
        found = losses(self._texts, self._good, texts, municipal)
        # What is kept there and is not what this process has was taken by somebody, or by another process.
        return [] if found and self._place and kept(self._place) == texts else found

    def _take(self, seen: Signature, texts: Mapping[str, str], municipal: Municipal) -> None:
        self._seen, self._texts, self._good = seen, texts, municipal
        self._met, self._told = None, []
        if self._place:
            try:
                keep(self._place, texts)
            except OSError:
                _log.warning("The last good rights could not be written down; they last as long as this process.")

    def _refuse(self, faults: list[Fault]) -> None:
        if faults == self._told:
            return
        self._told = faults
        for fault in faults:
            fields = {"file": fault.file, "line": fault.line, "id": fault.id, "what": fault.what}
            _log.error("The municipality's rights are broken; the last good ones stay.", extra={"fields": fields})
