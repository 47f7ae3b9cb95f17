"""Start a stand-in case system beside the demo: it follows what changes, and sends in what a caseworker writes.

It has a database of its own in the folder of the data, lets itself into the demo, and needs MINPLAN_DEMO.
"""

from argparse import ArgumentParser, Namespace

from minplan import config, office, sync
from minplan.access import HOME
from minplan.errors import MinplanError

SCOPES = (
    "citizens:read", "plans:read", "plans:write", "meetings:read", "meetings:write", "consents:read", "changes:read",
    "webhooks:write",
)  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """Where it is, and where minplan is."""
    parser.add_argument("--port", type=int, default=8090, help="where its pages are, on this machine alone")
    parser.add_argument("--minplan", default="http://127.0.0.1:8000", metavar="ADDRESS", help="where the demo runs")


def run(args: Namespace) -> None:
    from minplan import demo_backend  # brings the web along, which no other command needs

    found = config.settings()
    if not found.demo:
        raise config.ConfigError("MINPLAN_DEMO is not set, and a system of nobody's belongs beside the demo alone.")
    house = demo_backend.House(args.minplan.rstrip("/"))
    store = demo_backend.Store(found.data_dir / "backend" / "backend.sqlite3")
    try:
        said = demo_backend.come_in(house, store, _new_key, f"http://127.0.0.1:{args.port}/events")
    except demo_backend.Silent:
        raise MinplanError(f"minplan does not answer at {args.minplan}; is it started (bin/run)?") from None
    for sentence in said:
        print(f"the case system {sentence}")
    print(f"case system: http://127.0.0.1:{args.port}", flush=True)
    demo_backend.serve(house, store, args.port)


def _new_key() -> str:
    from minplan.demo_backend import CODE

    by = office.operator(HOME)
    if any(each.code == CODE and not each.ended_on for each in sync.systems(by)):
        return sync.renew_key(by, CODE)
    _, key = sync.add_system(by, sync.NewSystem(code=CODE, name="Fagsystemet (demo)", scopes=SCOPES))
    return str(key)
