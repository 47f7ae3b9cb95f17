"""The process: one thread follows, the others show."""

from threading import Event, Thread

from werkzeug.serving import WSGIRequestHandler, make_server

from minplan.demo_backend.following import follow
from minplan.demo_backend.house import House
from minplan.demo_backend.pages import application
from minplan.demo_backend.store import Store


class _Quiet(WSGIRequestHandler):
    def log_request(self, *_: object) -> None:
        """What somebody looks at stands in no log."""


def serve(house: House, store: Store, port: int) -> None:
    """On loopback, until interrupted."""
    hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost"))
    made = application(house, store, hosts)
    server = make_server("127.0.0.1", port, made, threaded=True, request_handler=_Quiet)
    stop = Event()
    Thread(target=follow, args=(house, store, stop), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        stop.set()
        server.server_close()
