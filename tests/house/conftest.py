from web.fixtures import app, browser, newcomer, nobody

__all__ = ["app", "browser", "newcomer", "nobody"]
