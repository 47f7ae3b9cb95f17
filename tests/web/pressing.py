"""A button pressed on a page as it stands: its form is sent with all that is hidden in it."""

import re

from web.browser import Browser


def fields(page: str, action: str) -> dict[str, list[str]]:
    """What is hidden in the form of a page that leads to this address."""
    form = re.search(rf'<form[^>]* action="{re.escape(action)}".*?</form>', page, re.S)
    assert form, action
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([a-z_]+)" value="([^"]*)">', form[0]):
        found.setdefault(name, []).append(value)
    return found


def press(who: Browser, page: str, action: str) -> int:
    """Open a page, and press the button that leads to `action`; the status of the answer."""
    return who.post(action, data=fields(who.get(page).text, action)).status_code
