"""While the keys cannot be reached, what they open waits; every other page is whole, and nothing typed is lost."""

from pathlib import Path

import meetings as hours
import pytest
from cast import Plan
from keepsakes import keep_everything
from keys_away import away
from web.browser import Browser

from minplan import feelings
from minplan.vault import store

WORRY = "Hvem passer min mor"


@pytest.fixture(params=[0, 1], ids=["broken file", "no answer"])
def _away(request: pytest.FixtureRequest, amira: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something of everything is kept before."""
    keep_everything(amira.citizen, amira.step, hours.closed(amira, amira.step))
    monkeypatch.setattr(store, "_engine", list(away(tmp_path))[request.param])


@pytest.mark.usefixtures("_away")
def test_every_other_page_is_whole(citizen: Browser, bo: Browser, amira: Plan) -> None:
    here, hour = f"/plans/{amira.id}", hours.agreed(amira)
    own = f"{here}/meetings/{hour}", f"{here}/steps/{amira.step}"
    for address in ("/meetings", "/mine", "/plan/data", here, *own):
        assert citizen.get(address).status_code == 200, address
    for address in (here, *own):
        assert bo.get(address).status_code == 200, address


@pytest.mark.usefixtures("_away")
def test_what_they_open_waits_and_what_was_typed_stands_there(citizen: Browser) -> None:
    for address in ("/feelings/album", "/backpack", "/mine/strengths"):
        assert citizen.get(address).status_code == 423, address
    answer = citizen.post("/backpack", data={"text": WORRY, "agreed": feelings.KEPT_AGREED})
    assert answer.status_code == 423 and WORRY in answer.text and answer.headers["Cache-Control"] == "no-store"


@pytest.mark.usefixtures("_away")
def test_nothing_is_told_to_be_deleted_that_is_not(citizen: Browser) -> None:
    page = citizen.get("/feelings/life/removal")
    assert page.status_code in (200, 423) and "/feelings/life/removal" not in citizen.get("/feelings/album").text
    assert citizen.post("/feelings/life/removal", data={"sure": "1"}).status_code == 423
