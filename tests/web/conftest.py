from web.fixtures import amira, apart, app, bo, browser, citizen, newcomer, nobody
from web.providers import standing
from web.server import server, there

__all__ = ["amira", "apart", "app", "bo", "browser", "citizen", "newcomer", "nobody", "server", "standing", "there"]
