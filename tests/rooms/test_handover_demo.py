"""The demo's contact persons can be reached, and one of its citizens has had two."""

from sqlalchemy import Engine

from minplan import access, exchange, handover, identity


def test_the_demos_contact_persons_can_be_reached_and_one_citizen_has_had_two(database: Engine) -> None:
    exchange.demo()
    karin = next(person for person in access.demo_people() if person.name == "Karin")
    card = identity.visit(identity.begin(karin.id)).contact  # type: ignore[union-attr]
    assert card and card.hours and (card.phone, card.stand_in, card.stand_in_phone) == (
        "+45 70 00 00 01", "Lars Holm", "+45 70 00 00 02",
    )  # fmt: skip
    with access.view(karin.id) as view:
        mine = handover.mine(view)
    assert [period.name for period in mine.periods] == ["Mette Krog", "Hanne Bruun"]
    assert mine.hello and mine.hello[0] == "Mette"
