"""What comes of a meeting, in the room: halves, one tap, fields, and each one's yes."""

from uuid import UUID

import pytest
from cast import Plan, said
from flask import Flask
from gathered import agreed, agreement, confirm, outcome
from web.browser import Browser
from web.table import amira, at, bo, plan, where

from minplan import meeting

__all__ = ["amira", "bo", "plan", "where"]


def test_both_halves_are_there_for_both_and_each_reads_them_as_theirs(
    amira: Browser, bo: Browser, plan: Plan, where: UUID
) -> None:
    amira.post(at(plan, where, "expectations"), data={"side": "citizen", "phrase": "expect.answers_in_time"})
    bo.post(at(plan, where, "expectations"), data={"side": "municipality", "text": "Vi ses hver måned"})
    hers, his = (each.get(at(plan, where, "room")).text for each in (amira, bo))
    assert "Det forventer jeg af jer" in hers and "Det kan I forvente af mig" in hers
    assert "Det kan Amira forvente af os" in his and "Det forventer vi af Amira" in his
    assert "Bo svarer til den tid, der er lovet" in hers and "Du svarer til den tid, du har lovet" in his
    assert "Vi ses hver måned" in hers


def test_it_is_too_much_too_little_or_fitting(amira: Browser, plan: Plan, where: UUID) -> None:
    key = meeting.expect(plan.bo, plan.id, where, "municipality", said("Ring hver dag")).subject_id
    found = amira.post(
        at(plan, where, f"expectations/{key}/fit"), data={"seen": "", "fits": "much"}, headers={"X-Save": "live"}
    )
    assert (found.status_code, found.headers["X-Seen"]) == (204, "much")
    late = amira.post(at(plan, where, f"expectations/{key}/fit"), data={"seen": "", "fits": "little"})
    assert late.status_code == 409 and "For meget" in late.text


def test_one_tap_and_another_make_a_step(amira: Browser, bo: Browser, plan: Plan, where: UUID) -> None:
    bo.post(at(plan, where, "agreements"), data={"ready": "call_and_ask"})
    page = amira.get(at(plan, where, "room")).text
    assert "En aftale, hvis du siger ja" in page and "Jeg er enig" in page
    mark = outcome(plan, where).digest
    done = amira.post(at(plan, where, "confirmation"), data={"side": "citizen", "says": "agree", "digest": mark})
    assert done.status_code == 303
    assert outcome(plan, where).agreements[0].sealed
    assert "Det er et skridt på vejen nu." in amira.get(at(plan, where, "room")).text


@pytest.mark.parametrize(
    ("part", "data"),
    [("what", {"text": "Ring til Ida"}), ("why", {"text": "Så ved vi mere"}), ("day", {"on": "2026-11-20"}),
     ("ball", {"ball": "both"}), ("other", {"name": "Lægen"}), ("kind", {"kind": "own"}), ("law", {"law": "LAB § 31"})],
)  # fmt: skip
def test_each_field_is_saved_on_its_own(
    bo: Browser, plan: Plan, where: UUID, part: str, data: dict[str, str]
) -> None:
    key = agreed(plan, where)
    row = agreement(key)
    seen = {"what": str(row.what_id), "ball": "citizen", "kind": "agreed"}.get(part, "")
    to = at(plan, where, f"agreements/{key}/{part}")
    found = bo.post(to, data={"seen": seen, "from": "x"} | data, headers={"X-Save": "live"})
    assert found.status_code == 204
    again = bo.post(to, data={"seen": found.headers["X-Seen"]} | data, headers={"X-Save": "live"})
    assert (again.status_code, again.headers["X-Seen"]) == (204, found.headers["X-Seen"])
    value = next(iter(data.values()))
    assert value in bo.get(at(plan, where, "room")).text


@pytest.mark.parametrize(
    ("part", "data"),
    [("what", {"text": ""}), ("day", {"on": "2026-13-40"}), ("day", {"on": "2026-11-01"}), ("ball", {"ball": "x"}),
     ("other", {"name": "x" * 300}), ("kind", {"kind": "x"}), ("milestone", {"milestone": "x"}),
     ("milestone", {"milestone": "00000000-0000-0000-0000-000000000000"}), ("what", {"text": "010190-1234"})],
)  # fmt: skip
def test_what_cannot_be_used_is_told_and_the_words_stay(
    bo: Browser, plan: Plan, where: UUID, part: str, data: dict[str, str]
) -> None:
    key = agreed(plan, where)
    found = bo.post(at(plan, where, f"agreements/{key}/{part}"), data={"seen": ""} | data)
    assert found.status_code == 422


def test_an_agreement_in_own_words_comes_back_with_them_when_something_is_wrong(
    bo: Browser, plan: Plan, where: UUID
) -> None:
    typed = {"what": "Mød Bo igen", "why": "", "ball": "citizen", "kind": "law", "law": "", "on": ""}
    found = bo.post(at(plan, where, "agreements"), data=typed)
    assert found.status_code == 422 and "Mød Bo igen" in found.text
    assert bo.post(at(plan, where, "agreements"), data=typed | {"law": "LAB § 31"}).status_code == 303
    assert "Det skal vi efter loven" in bo.get(at(plan, where, "room")).text


def test_a_device_at_the_table_agrees_and_its_yes_waits(
    app: Flask, amira: Browser, plan: Plan, where: UUID
) -> None:
    agreed(plan, where)
    seat: Browser = app.test_client()  # type: ignore[assignment]
    seat.sit_down(plan.citizen, where)
    page = seat.get(at(plan, where, "room")).text
    assert "Dit ja venter, til du selv er logget ind" in page
    mark = outcome(plan, where).digest
    seat.post(at(plan, where, "confirmation"), data={"side": "citizen", "says": "agree", "digest": mark, "how": "own"})
    found = outcome(plan, where)
    assert found.citizen_says and found.citizen_says.waits and not found.agreements[0].sealed
    assert "Har sagt ja ved bordet." in amira.get(at(plan, where, "room")).text


def test_the_screen_is_handed_over_and_shows_both_languages(bo: Browser, plan: Plan, where: UUID) -> None:
    agreed(plan, where)
    page = bo.get(at(plan, where, "confirmation"))
    assert "Skærmen er din, Amira" in page.text
    mark = outcome(plan, where).digest
    data = {"side": "citizen", "says": "agree", "digest": mark, "how": "handed"}
    assert bo.post(at(plan, where, "confirmation"), data=data).status_code == 303
    assert outcome(plan, where).agreements[0].sealed


def test_words_that_changed_meanwhile_are_read_again_and_ones_own_stay(
    amira: Browser, plan: Plan, where: UUID
) -> None:
    key = agreed(plan, where)
    old = outcome(plan, where).digest
    meeting.set_kind(plan.bo, plan.id, where, key, "agreed", "own")
    data = {"side": "citizen", "says": "differently", "digest": old, "words": "Hellere i morgen"}
    found = amira.post(at(plan, where, "confirmation"), data=data)
    assert found.status_code == 409 and "Hellere i morgen" in found.text


def test_a_workplace_sees_what_was_chosen_for_it_and_no_more(bo: Browser, plan: Plan, where: UUID) -> None:
    shown, secret = agreed(plan, where, "Tre timer i køkkenet"), agreed(plan, where, "Tal om sorgen")
    assert "Det må de se" in bo.get(at(plan, where, "confirmation?side=workplace")).text
    page = bo.get(at(plan, where, f"confirmation?side=workplace&about={shown}"))
    assert "Tre timer i køkkenet" in page.text and "Tal om sorgen" not in page.text
    mark = meeting.mark_of(outcome(plan, where), [shown])
    data = {"side": "workplace", "says": "agree", "digest": mark, "about": shown, "how": "handed"}
    assert bo.post(at(plan, where, "confirmation"), data=data).status_code == 422
    assert bo.post(at(plan, where, "confirmation"), data=data | {"name": "Ida Holm"}).status_code == 303
    assert secret not in outcome(plan, where).said_by("workplace")[0].about


def test_the_citizen_hands_nothing_over_and_closes_nothing(amira: Browser, plan: Plan, where: UUID) -> None:
    agreed(plan, where)
    assert amira.get(at(plan, where, "confirmation")).status_code == 404
    assert amira.post(at(plan, where, "closing"), data={"next": ""}).status_code == 404
    confirm(plan, where)


def test_what_nobody_can_read_comes_back(bo: Browser, plan: Plan, where: UUID) -> None:
    for part, field in (("agreements", "what"), ("expectations", "text")):
        found = bo.post(at(plan, where, part), data={"side": "citizen", field: "\u200b\u2067"})
        assert found.status_code == 422 and "Skriv eller vælg noget her." in found.text


def test_the_others_own_line_has_no_field_to_change_it(amira: Browser, bo: Browser, plan: Plan, where: UUID) -> None:
    key = meeting.expect(plan.citizen, plan.id, where, "citizen", said("Ring altid først")).subject_id
    line = at(plan, where, f"expectations/{key}")
    his, hers = (each.get(at(plan, where, "room")).text for each in (bo, amira))
    assert f"{line}/removal" in hers and f"{line}/fit" not in hers
    assert f"{line}/removal" not in his and f"{line}/fit" in his
    assert bo.post(f"{line}/removal").status_code == 403
