from web.fixtures import app, browser, newcomer, nobody
from web.server import server, there

__all__ = ["app", "browser", "newcomer", "nobody", "server", "there"]
