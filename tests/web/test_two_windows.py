"""A citizen with two windows open: what one of them kept does not go without a word."""

import re
from html import unescape

from cast import Plan
from meetings import closed
from web.browser import Browser

from minplan import feelings


def sent(page: str, action: str) -> dict[str, str]:
    """What the form that goes there sends by itself."""
    form = re.findall(rf'<form[^>]*action="{action}"[^>]*>.*?</form>', page, re.DOTALL)[0]
    return {name: unescape(value) for name, value in re.findall('type="hidden" name="([^"]+)" value="([^"]*)"', form)}


def test_whether_a_step_lifts(citizen: Browser, amira: Plan) -> None:
    lift = f"/plans/{amira.id}/steps/{amira.step}/lift"
    window = sent(citizen.get(lift).text, lift)
    assert citizen.post(lift, data=window | {"answer": "lifts"}).status_code == 303
    late = citizen.post(lift, data=window | {"answer": "drains"})
    assert late.status_code == 409 and "Dit svar er ændret i et andet vindue." in late.text
    assert 'id="said-lifts"' in late.text
    assert citizen.post(lift, data=window | {"answer": "lifts"}).status_code == 303, "the same, sent twice"
    assert citizen.post(lift, data=sent(late.text, lift) | {"answer": "drains"}).status_code == 303
    found = feelings.lift(amira.citizen, amira.step)
    assert found and found.answer == "drains"


def test_the_questions_after_a_meeting(citizen: Browser, amira: Plan) -> None:
    after = f"/plans/{amira.id}/meetings/{closed(amira, amira.step)}/afterwards"
    window = sent(citizen.get(after).text, after) | {"to": "me"}
    assert citizen.post(after, data=window | {"decide": "3"}).status_code == 303
    late = citizen.post(after, data=window | {"decide": "0", "sense": "1"})
    assert late.status_code == 409 and "Sådan står det der:" in late.text and "<b>meget</b>" in late.text
    assert re.search('name="decide" value="0" checked', late.text), "what was chosen now stands in the form"
    (kept,) = feelings.pulses(amira.citizen)
    assert kept.answers == {"decide": 3}
    again = sent(late.text, after) | {"decide": "0", "sense": "1", "to": "me"}
    assert citizen.post(after, data=again).status_code == 303
    assert feelings.pulses(amira.citizen)[0].answers == {"decide": 0, "sense": 1}
