"""Rule: a plan document as rows. The document has been checked; nothing here can fail on it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlmodel import SQLModel

from minplan.exchange.document import Document, Ref
from minplan.exchange.known import ANYBODY, Known
from minplan.exchange.shapes import Values
from minplan.journey.goal import Goal, Milestone
from minplan.journey.proposal import Proposal
from minplan.journey.win import Win
from minplan.words import Text


@dataclass
class Builder:
    """Builds the rows of one document. `ids` knows every ref; `texts` are the words met on the way.

    `known` are its professionals by name.
    """

    document: Values
    plan_id: UUID
    citizen_id: UUID
    contact_id: UUID
    at: datetime
    known: Mapping[str, Known]
    ids: dict[str, UUID] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)

    def words(self, value: Values | None) -> UUID | None:
        """The id of the text that holds `value`; None when there is none."""
        return self.must(value) if value else None

    def must(self, value: Values) -> UUID:
        """The id of the text that holds `value`."""
        text = Text(
            id=uuid4(),
            plan_id=self.plan_id,
            body=value.get("text"),
            lang=value.get("lang"),
            phrase=value.get("phrase"),
            slots=value.get("slots") or None,
            written_at=self.at,
        )
        self.texts.append(text)
        return text.id

    def named(self, ref: str) -> UUID:
        """The id of what the document calls `ref`, the same each time."""
        return self.ids.setdefault(ref, uuid4())

    def who(self, name: str) -> UUID | None:
        """Whom the document means by a name: the citizen, one of the professionals, or nobody who is known here."""
        if name == self.document["citizen"]["name"]:
            return self.citizen_id
        return self.known.get(name, ANYBODY).person_id

    def goals(self) -> Iterator[SQLModel]:
        """Goals with their milestones."""
        for position, goal in enumerate(self.document["goals"]):
            goal_id = self.named(goal["ref"])
            yield Goal(
                id=goal_id,
                plan_id=self.plan_id,
                title_id=self.must(goal["title"]),
                why_id=self.words(goal.get("why")),
                track=goal["track"],
                position=position,
            )
            for place, milestone in enumerate(goal["milestones"]):
                yield Milestone(
                    id=self.named(milestone["ref"]),
                    plan_id=self.plan_id,
                    goal_id=goal_id,
                    title_id=self.must(milestone["title"]),
                    position=place,
                )

    def wins(self) -> Iterator[SQLModel]:
        """Wins, on a step or on their own."""
        for position, win in enumerate(self.document["wins"]):
            yield Win(
                plan_id=self.plan_id,
                text_id=self.must(win["text"]),
                on=date.fromisoformat(win["on"]),
                by_name=None if win["by"] == "citizen" else win["by"],
                step_id=self.named(win["step"]) if "step" in win else None,
                position=position,
            )

    def suggestions(self, steps: list[Values]) -> Iterator[SQLModel]:
        """What lies beside the way waits for the citizen's answer; the contact person stands behind it."""
        for step in steps:
            if step["state"] == "suggested":
                yield Proposal(
                    plan_id=self.plan_id,
                    what="step",
                    step_id=self.named(step["ref"]),
                    by_id=self.contact_id,
                    at=self.at,
                    to="citizen",
                )

    def memory(self) -> Iterator[SQLModel]:
        """What export needs in order to write the same document back."""
        yield Document(plan_id=self.plan_id, as_of=date.fromisoformat(self.document["as_of"]))
        for ref, subject in self.ids.items():
            yield Ref(subject_id=subject, plan_id=self.plan_id, ref=ref)
