from web.fixtures import amira, app, bo, browser, citizen, newcomer, nobody
from web.server import server, there

__all__ = ["amira", "app", "bo", "browser", "citizen", "newcomer", "nobody", "server", "there"]
