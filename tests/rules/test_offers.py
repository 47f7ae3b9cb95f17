"""The catalogue of offers: whole in every language, dated, and never taken down by one that is broken."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from minplan import content
from minplan.content import INTERESTS, OFFER_PARTS, Offer, forbidden_in, read_offers
from minplan.content.checking.reading_ease import lix, too_long
from minplan.content.offers import every_offer, offers

DAY = date(2026, 11, 22)
LANGUAGES = ("da", "en", "ar")


def fields(**changed: Any) -> dict[str, Any]:
    told = {part: {"da": "Svømning"} for part in OFFER_PARTS}
    return told | {"id": "swim", "owner": "Kommunen", "interests": ["move"], "checked": DAY} | changed


def made(**changed: Any) -> Offer:
    (offer,) = read_offers({"offer": [fields(**changed)]})
    return offer


def test_the_demo_has_enough_to_choose_from_and_something_for_every_interest() -> None:
    found = offers(DAY)
    assert len(found) >= 12 and {each for offer in found for each in offer.interests} == set(INTERESTS)


@pytest.mark.parametrize("offer", every_offer(), ids=lambda offer: offer.id)
def test_an_offer_is_told_whole_plainly_and_kindly_in_every_language(offer: Offer) -> None:
    for part in OFFER_PARTS:
        said = {lang: offer.said(part, lang) for lang in LANGUAGES}
        assert all(lang == spoken for lang, (_, spoken) in said.items()), part
        assert not [word for lang, (text, _) in said.items() for word in forbidden_in(text, lang)], part
    assert not [found for part in OFFER_PARTS for found in too_long(offer.said(part, "da")[0])]


def test_the_danish_of_the_catalogue_reads_easily() -> None:
    assert lix(" ".join(each.said(part, "da")[0] for each in every_offer() for part in ("what", "gives"))) <= 30


def test_what_is_told_in_danish_alone_is_read_in_danish_and_says_so() -> None:
    assert made().said("what", "ar") == ("Svømning", "da")


def test_an_offer_is_there_from_its_first_day_to_its_last() -> None:
    offer = made(valid_from=DAY, valid_to=date(2026, 11, 30))
    days = (date(2026, 11, 21), DAY, date(2026, 11, 30), date(2026, 12, 1))
    assert [offer.is_there(each) for each in days] == [False, True, True, False]
    assert replace(offer, valid_from=None, valid_to=None).is_there(date(2099, 1, 1))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"id": "Svømning"}, "id must be"),
        ({"interests": []}, "interests must be one to three"),
        ({"interests": ["volcanoes"]}, "interests must be one to three"),
        ({"what": {"en": "Swimming"}}, "what must be texts by language"),
        ({"what": "Svømning"}, "what must be texts by language"),
        ({"checked": "i går"}, "checked must be a day"),
        ({"valid_to": 2027}, "valid_to must be a day"),
        ({"price": 100}, "unknown field price"),
        ({"name": {"da": "x" * 61}}, "name must be"),
    ],
)
def test_what_is_wrong_with_an_offer_is_said_with_its_id(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told) as error:
        made(**changed)
    assert str(error.value).startswith(f"{changed.get('id', 'swim')}: ")


def test_two_of_one_id_are_one_too_many() -> None:
    with pytest.raises(ValueError, match="swim: stands here twice"):
        read_offers({"offer": [fields(), fields()]})
    lacking = fields()
    del lacking["owner"]
    with pytest.raises(ValueError, match="owner is missing"):
        read_offers({"offer": [lacking]})


def test_every_interest_has_its_picture_and_every_part_its_sentence() -> None:
    assert len(set(INTERESTS)) == len(INTERESTS) == 12 and content.phrases("say")["say.about_offer"].slots == ("place",)
