"""The picture of what fills, as people see it: every word is inside its circle, in each language and its letters."""

import pytest
from browser.fixtures import Scene
from browser.looking import faults

from minplan import content

pytestmark = pytest.mark.browser

OWN = {"own.weighs.1.text": "بلا نوم منذ أسبوع", "own.weighs.1.lang": "ar", "own.lifts.1.text": "MMMMMMMMMMMM wow"}
# As the form sends it, without its forty taps.
TELL = """told => {
    const form = Object.assign(document.createElement('form'), {method: 'post', action: '/feelings/picture'});
    for (const [name, value] of Object.entries(told))
        form.append(Object.assign(document.createElement('input'), {type: 'hidden', name, value}));
    document.body.append(form);
    form.submit();
}"""
# What sticks out of its circle: a corner of the letters as they are drawn, between their tops and the base line.
OUTSIDE = """() => [...document.querySelectorAll('.fills g')].flatMap(group => {
    const r = group.querySelector('circle').r.baseVal.value;
    return [...group.querySelectorAll('text')].filter(text => {
        const {x, width} = text.getBBox(), base = +text.getAttribute('y');
        const top = base - 0.72 * text.getAttribute('font-size');
        return [x, x + width].some(side => [base, top].some(edge => Math.hypot(side, edge) > r));
    }).map(text => text.textContent);
})"""


@pytest.mark.parametrize("lang", ["da", "en", "ar"])
def test_every_word_is_in_its_circle_and_the_page_is_as_good_as_every_other(scene: Scene, lang: str) -> None:
    sizes = {f"size.{name}": str(n % 4 + 1) for n, name in enumerate(content.feelings())}
    page = scene("Karin", lang).page
    for told in (sizes, {"size.worried": "4", "size.grateful": "2", "size.seen_and_heard": "2"}):
        page.goto("/feelings")
        with page.expect_navigation():
            page.evaluate(TELL, told | OWN)
        assert page.locator(".fills g").count() == len(told) + 2
        assert page.evaluate(OUTSIDE) == []
    assert faults(page, lang, citizen=True, colours=lang == "da") == []
