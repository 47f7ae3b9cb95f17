"""`bin/bench NAME [--json]`: run one benchmark on a demo of its own."""

import os
import sys
import tempfile
from argparse import ArgumentParser
from importlib import import_module

NAMES = ("pages", "live", "booklet", "sheets", "sync")


def main() -> int:
    parser = ArgumentParser(prog="bin/bench")
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--plans", type=int, default=200, help="sheets: look at so many generated plans")
    parser.add_argument("--connections", type=int, default=0, help="live: measure so many screens that wait, too")
    parser.add_argument("--quick", action="store_true", help="sync: a tenth of it")
    asked = parser.parse_args()
    options = {
        "live": {"connections": asked.connections},
        "sheets": {"many": asked.plans},
        "sync": {"quick": asked.quick},
    }
    more = options.get(asked.name, {})
    with tempfile.TemporaryDirectory(prefix="minplan-bench-") as place:
        # Before minplan is imported: it reads its settings once.
        os.environ |= {"MINPLAN_DATA": place, "MINPLAN_DEMO": "1"}
        os.environ.pop("DATABASE_URL", None)
        return int(import_module(f"bench.{asked.name}").run(asked.json, **more))


if __name__ == "__main__":
    sys.exit(main())
