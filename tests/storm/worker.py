"""`minplan work` on a clock that somebody else moves on: three days of retries pass while a test looks on.

python -m storm.worker SHIFT: a file that holds by how many seconds the clock is ahead.
"""

import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from minplan import clock
from minplan.cli import main
from minplan.sync.actions import posting, telling

LOOK = 0.02  # seconds
HANGS = 0.5  # seconds after which a receiver that says nothing is left alone


def _follow(shift: Path) -> None:
    while True:
        clock.start(datetime.now(UTC) + timedelta(seconds=float(shift.read_text("ascii") or 0)))
        time.sleep(LOOK)


if __name__ == "__main__":
    posting.LONGEST = posting.CONNECT = HANGS  # type: ignore[assignment]
    telling.PAUSE = LOOK  # type: ignore[assignment]
    threading.Thread(target=_follow, args=(Path(sys.argv[1]),), daemon=True).start()
    sys.exit(main(["work"]))
