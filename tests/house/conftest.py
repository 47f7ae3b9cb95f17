from web.fixtures import apart, app, browser, newcomer, nobody

__all__ = ["apart", "app", "browser", "newcomer", "nobody"]
