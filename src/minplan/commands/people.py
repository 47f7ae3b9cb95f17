"""List, add, change and end a municipality's people, and give and end colleagues' places on plans.

Somebody is named by id or by e-mail. An id number is read from standard input, so that no list of processes shows it.
"""

import sys
from argparse import ArgumentParser, Namespace
from typing import Any
from uuid import UUID, uuid4

from pydantic import ValidationError

from minplan import identity, office
from minplan.access import HOME
from minplan.errors import Conflict, Invalid, MinplanError, NotAllowed, NotFound
from minplan.office import Doorkeeper, NewCitizen, NewPerson, NewPlace
from minplan.office.commands import KINDS

FIELDS = ("name", "language", "email", "department", "role", "phone", "hours")
SENTENCES = {
    "required": "is needed", "missing": "is needed", "taken": "belongs to somebody who is here already",
    "bad_email": "must be an e-mail address", "bad_phone": "must be a telephone number",
    "bad_id_number": "must be ten digits", "young": "is of somebody who is not yet 18",
    "own_place": "gives nobody a place of their own", "too_long": "is too long", "string_too_long": "is too long",
    "id_number": "must not hold an id number", "still_contact": "is a contact person: hand the citizens over first",
    "has_places": "cannot change while the person has places on plans", "is_contact": "is the contact person",
    "on_plan": "has a place on the plan already", "unknown": "is nobody who can be that here",
}  # fmt: skip


def arguments(parser: ArgumentParser) -> None:
    """What is to be done, and to whom."""
    verbs = parser.add_subparsers(dest="verb", required=True)
    made = {name: verbs.add_parser(name, help=help) for name, help in VERBS.items()}
    for each in made.values():
        each.add_argument("--municipality", default=HOME, metavar="CODE")
    made["list"].add_argument("--name", default="", help="only those whose name holds this")
    for name in ("change", "end", "return"):
        made[name].add_argument("person")
    for name in ("place", "leave"):
        made[name].add_argument("citizen")
        made[name].add_argument("colleague")
    for name in ("end", "place", "leave"):
        needed = name != "end"
        made[name].add_argument("--by", required=needed, help="the e-mail of whoever decides it; the citizen reads it")
    _fields(made["add"], "citizen", *KINDS)
    _fields(made["change"], *KINDS)
    made["place"].add_argument("--role", default="")


VERBS = {
    "list": "everybody, with id, kind, name and e-mail",
    "add": "a colleague, or a citizen with an empty plan",
    "change": "what is said of somebody",
    "end": "they cannot sign in any more, from now",
    "return": "they can sign in again",
    "place": "give a colleague a place on a citizen's plan",
    "leave": "end a colleague's place on a citizen's plan",
}


def _fields(parser: ArgumentParser, *kinds: str) -> None:
    parser.add_argument("--kind", choices=kinds, required="citizen" in kinds)
    for name in (*FIELDS, "stand-in", "contact"):
        parser.add_argument(f"--{name}", help="an id or an e-mail" if name in ("stand-in", "contact") else None)
    parser.add_argument("--number", choices=["-"], help="read an id number from standard input")


def run(args: Namespace) -> None:
    if args.municipality not in dict(office.municipalities()):
        raise MinplanError(f"There is no municipality {args.municipality!r}; add it with minplan municipality add.")
    try:
        _ACTS[args.verb](office.operator(args.municipality), args)
    except Invalid as error:
        raise MinplanError(_sentence(error.fields)) from None
    except ValidationError as error:
        faults = {str(fault["loc"][0]): str(fault["type"]) for fault in error.errors()}
        raise MinplanError(_sentence(faults)) from None
    except NotFound:
        raise MinplanError("There is nobody by that id or e-mail in this municipality.") from None
    except (NotAllowed, Conflict):
        raise MinplanError("Whoever is named with --by may not do that.") from None


def _sentence(faults: dict[str, str]) -> str:
    told = (f"{field.replace('_', '-')} {SENTENCES.get(code, 'cannot be used')}" for field, code in faults.items())
    return "; ".join(told).capitalize() + "."


def _list(by: Doorkeeper, args: Namespace) -> None:
    for row in office.people(by, args.name, most=1_000_000)[0]:
        ended = f"ended {row.ended_on}" if row.ended_on else ""
        print("\t".join((str(row.id), row.kind, row.name, row.email or "", ended)).rstrip())


def _add(by: Doorkeeper, args: Namespace) -> None:
    key = uuid4()
    if args.kind == "citizen":
        new: NewCitizen | NewPerson = NewCitizen(**_given(args, "name", "language"), contact=_id(by, args.contact))
    else:
        new = NewPerson(kind=args.kind, **_given(args, *FIELDS), stand_in=_id(by, args.stand_in))
    office.add(by, key, new, _number(args))
    print(key)


def _change(by: Doorkeeper, args: Namespace) -> None:
    card = office.one(by, _needed(by, args.person))
    if card.kind == "citizen":
        kept = {"name": card.name, "language": card.language}
        new: NewCitizen | NewPerson = NewCitizen(**kept | _given(args, *kept))
    else:
        values: dict[str, Any] = {name: getattr(card, name) or "" for name in ("kind", *FIELDS)}
        values |= _given(args, "kind", *FIELDS)
        new = NewPerson(**values, stand_in=_id(by, args.stand_in) or card.stand_in)
    office.change(by, card.id, new, {}, _number(args))


def _end(by: Doorkeeper, args: Namespace) -> None:
    office.end(_named(by, args.by) if args.by else by, _needed(by, args.person))


def _return(by: Doorkeeper, args: Namespace) -> None:
    office.come_back(by, _needed(by, args.person))


def _place(by: Doorkeeper, args: Namespace) -> None:
    new = NewPlace(colleague=_needed(by, args.colleague), role=args.role)
    office.give_place(_named(by, args.by), _plan(by, args), new)


def _leave(by: Doorkeeper, args: Namespace) -> None:
    office.end_place(_named(by, args.by), _plan(by, args), _needed(by, args.colleague))


_ACTS = {
    "list": _list, "add": _add, "change": _change, "end": _end, "return": _return, "place": _place, "leave": _leave,
}  # fmt: skip


def _given(args: Namespace, *names: str) -> dict[str, Any]:
    return {name: getattr(args, name) for name in names if getattr(args, name) is not None}


def _number(args: Namespace) -> str:
    return sys.stdin.readline().strip() if args.number else ""


def _id(by: Doorkeeper, text: str | None) -> UUID | None:
    return _needed(by, text) if text else None


def _needed(by: Doorkeeper, text: str) -> UUID:
    """The id that is meant. Raises NotFound."""
    try:
        return UUID(text)
    except ValueError:
        found = identity.by_email(by.municipality_id, text)
    if found is None:
        raise NotFound
    return found.id


def _named(by: Doorkeeper, text: str) -> Doorkeeper:
    """In whose name it is done: somebody of the same municipality who has not left. Raises NotAllowed, NotFound."""
    card = office.one(by, _needed(by, text))
    if card.ended_on:
        raise NotAllowed
    return office.of_person(card.id)


def _plan(by: Doorkeeper, args: Namespace) -> UUID:
    found = office.one(by, _needed(by, args.citizen)).plan_id
    if found is None:
        raise NotFound
    return found
