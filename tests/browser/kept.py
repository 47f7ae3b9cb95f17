"""What Yusuf keeps for himself in the demo that people have lived in: one of everything, and some of it shown."""

from datetime import timedelta
from uuid import UUID

import keepsakes

from minplan import clock, feelings
from minplan.feelings import CheckIn, NewAnswer, NewStrength, NewTrusted, OwnWord
from minplan.journey import Outcome
from minplan.words import NewText

Ids = dict[str, UUID]
BEFORE = CheckIn("hard", {"afraid": 4, "worn_out": 3, "sad": 2, "hopeful": 1})
NOW = CheckIn(
    "mixed",
    {"worried": 4, "worn_out": 3, "lonely": 2, "impatient": 1, "hopeful": 3, "proud": 2, "calm": 1},
    (OwnWord("weighs", "غربة", "ar", 3), OwnWord("lifts", "القهوة مع أخي", "ar", 2)),
    NewText(text="أنام قليلًا، لكن المطبخ يفرحني.", lang="ar"),
)


def keep(people: Ids, ids: Ids) -> None:
    """Two pictures, a backpack, people, strengths, a horizon, and what he said after a meeting; adds their ids."""
    yusuf, lars, plan = people["Yusuf"], people["Lars Holm"], ids["plan"]
    now = clock.now()
    clock.start(now - timedelta(days=40))
    ids["earlier checkin"] = _made(feelings.keep_checkin(yusuf, BEFORE))
    clock.start(now)
    ids["checkin"] = _made(feelings.keep_checkin(yusuf, NOW))
    ids["showing"] = _made(keepsakes.show(yusuf, plan, "checkin", ids["checkin"], ids["meeting"], [lars]))
    thanks = NewText(text="Tak. Vi taler om søvnen, hvis du vil.", lang="da")
    feelings.answer_shown(lars, plan, ids["meeting"], ids["showing"], "", thanks)
    _carry(yusuf, ids)
    _strengthen(yusuf, ids)
    _look_back(yusuf, ids)


def _carry(yusuf: UUID, ids: Ids) -> None:
    feelings.put_down(yusuf, "money")
    ids["worry"] = _made(feelings.put_down(yusuf, None, NewText(text="هل تبقى عائلتي معي؟", lang="ar")))
    ids["trusted"] = _made(feelings.trust(yusuf, NewTrusted(name="أخي سامي", circle="close", phone="20 30 40 50")))
    feelings.trust(yusuf, NewTrusted(name="Lægen i Havnegade", circle="professional"))
    feelings.keep_for_me(yusuf, NewText(text="أمشي إلى البحر كل جمعة", lang="ar"))


def _strengthen(yusuf: UUID, ids: Ids) -> None:
    cook = NewText(text="أطبخ لأربعين شخصًا", lang="ar")
    job = NewText(text="أريد أن أعمل في مطبخ", lang="ar")
    feelings.keep_strengths(yusuf, [NewStrength(shelf="work", words=job), NewStrength(shelf="good_at", words=cook)])
    ids["strength"] = feelings.strengths(yusuf)[0].id
    keepsakes.show_to_team(yusuf, "strength", ids["strength"])
    feelings.answer_horizon(yusuf, "", NewAnswer(question="days", scenes=["scene.cook", "scene.morning"]))
    feelings.answer_horizon(yusuf, "", NewAnswer(question="feel", words=job))


def _look_back(yusuf: UUID, ids: Ids) -> None:
    ids["pulse"] = feelings.answer_after(yusuf, ids["closed meeting"], {"decide": 2, "sense": 3, "further": 1})
    keepsakes.show_to_team(yusuf, "pulse", ids["pulse"])
    feelings.say_lift(yusuf, ids["next"], feelings.ANSWERS[-1])
    keepsakes.show_lift(yusuf, ids["next"])


def _made(outcome: Outcome) -> UUID:
    assert outcome.subject_id
    return outcome.subject_id
