"""An error carries what a page needs in order to lose nothing that was typed."""

from minplan.errors import Conflict, Invalid, MinplanError, NotAllowed, NotFound


def test_every_refusal_is_of_one_kind() -> None:
    assert all(issubclass(kind, MinplanError) for kind in (Conflict, Invalid, NotAllowed, NotFound))


def test_invalid_names_each_field_and_why() -> None:
    error = Invalid({"title": "required", "why": "too_long"})
    assert error.fields["why"] == "too_long"
    assert str(error) == "title: required, why: too_long"


def test_a_conflict_keeps_both_wordings() -> None:
    error = Conflict("title", mine="Ring", theirs="Skriv")
    assert (error.field, error.mine, error.theirs) == ("title", "Ring", "Skriv")
