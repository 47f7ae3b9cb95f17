"""Verbs of a citizen about their strengths: keep, reword and let go."""

from collections.abc import Collection
from uuid import UUID

from minplan import access
from minplan.errors import Conflict, Invalid, NotFound
from minplan.feelings import own
from minplan.feelings.actions.letting_go import let_go
from minplan.feelings.actions.standing import standing
from minplan.feelings.store import mine as store
from minplan.feelings.strength import MOST, NewStrength, Strength, strength_of
from minplan.journey import Outcome
from minplan.words import NewText

KIND = "strength"


def strengths(by: UUID) -> list[Strength]:
    """What this citizen has kept, the oldest first. Raises Locked where the key is lost."""
    with own.reading(by) as mine:
        every = mine.every(KIND)
        shown = standing(mine, every)
        return [strength_of(each.id, each.content, shown.get(each.id)) for each in reversed(every)]


def keep_strengths(by: UUID, cards: Collection[NewStrength]) -> int:
    """Keep these cards; how many of them were not there already. Raises Invalid where there are too many."""
    with own.writing(by) as mine:
        there = [{name: each.content[name] for name in ("shelf", "words")} for each in mine.every(KIND)]
        new = [card.as_content() for card in cards if card.as_content() not in there]
        if len(there) + len(new) > MOST:
            raise Invalid({"text": "enough"})
        for card in new:
            mine.keep(KIND, card)
        return len(new)


def reword_strength(by: UUID, strength: UUID, seen: str, new: NewText) -> Outcome:
    """Say a card in other own words; whoever was shown it before reads neither.

    `seen` is what stood in the field when the person began; raises Conflict where it is something else by now.
    """
    with own.writing(by) as mine:
        words = mine.one(KIND, strength).content["words"]
        wanted = new.model_dump(exclude_defaults=True)
        if words == wanted:
            return Outcome("unchanged", strength)
        if seen != words.get("text", ""):
            raise Conflict("text", mine=new.as_words(), theirs=NewText(**words).as_words())
        mine.change(KIND, strength, words=wanted)
        return Outcome("done", strength)


def let_strength_go(by: UUID, strength: UUID) -> None:
    """Delete a card for good. It needs no key. Raises NotFound."""
    let_go(by, KIND, strength)


def steps_on(view: access.View, strength: UUID) -> list[UUID]:
    """The steps that were proposed because of this card. Raises NotFound for anybody but the citizen."""
    if not view.viewer.is_citizen:
        raise NotFound
    return store.steps_on(view.connection, view.plan.citizen_id, strength)
