"""Away from the net, and the phone closes the page: what a professional has written comes back with the next one."""

import pytest
from browser.table import Room, room
from playwright.sync_api import expect

__all__ = ["room"]
pytestmark = pytest.mark.browser


def test_a_draft_that_could_not_be_sent_outlives_its_page(room: Room) -> None:
    mette = room("Mette Krog")
    address, phone = mette.page.url, mette.page.context
    phone.set_offline(True)
    mette.page.locator("#note-text").fill("Værkstedet har plads fra mandag")
    expect(mette.page.locator("#note [data-state]")).to_have_text("Gemmes, når der er net")
    mette.page.close()
    phone.set_offline(False)
    page = phone.new_page()
    page.goto(address)
    expect(page.locator("#note-text")).to_have_value("Værkstedet har plads fra mandag")
    # The closing page may have sent them at its last moment, or this one does: then nothing waits on the phone.
    for _ in range(100):
        if not page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length"):
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail("the words still wait on the phone")
    page.reload()
    expect(page.locator("#note-text")).to_have_value("Værkstedet har plads fra mandag")


def test_somebody_else_at_the_same_phone_meets_nothing_of_it(room: Room) -> None:
    karin = room("Karin")
    left = "localStorage.setItem('room 0123456789abcdef /plans/x/notes note', JSON.stringify({words: 'Hemmeligt'}))"
    karin.page.evaluate(left)
    karin.page.reload()
    expect(karin.page.locator("#room")).to_be_visible()
    assert karin.page.evaluate("Object.keys(localStorage).length") == 0
