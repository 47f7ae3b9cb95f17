"""`minplan people` and `minplan municipality`: the same verbs as on the pages, one clear sentence for what is wrong."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from cast import Plan
from officers import NUMBER, Officers, appoint
from props import nothing_written

from minplan import access, cli, exchange, identity, journey, office

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def officers(amira: Plan) -> Officers:
    return appoint()


@pytest.fixture
def say(officers: Officers, capsys: pytest.CaptureFixture[str]) -> Say:
    """Run `minplan people …`; its code, and what it said on both outputs."""

    def run(*words: str) -> tuple[int, str, str]:
        code = cli.main(["people", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


BIRGIT = ("add", "--kind", "administrator", "--name", "Gro Dal", "--email", "gro@example.dk")


def test_the_first_administrator_comes_from_here(say: Say) -> None:
    code, key, _ = say(*BIRGIT)
    assert code == 0 and f"{key.strip()}\tadministrator\tGro Dal\tgro@example.dk\n" in say("list")[1]
    assert say("list", "--name", "gro")[1].count("\n") == 1


def test_a_number_comes_by_standard_input_and_is_printed_nowhere(
    say: Say, amira: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(f"{NUMBER}\n"))
    code, out, err = say("add", "--kind", "citizen", "--name", "Mona", "--contact", str(amira.bo), "--number", "-")
    found = identity.by_number(access.HOME, NUMBER)
    assert code == 0 and found and str(found.id) == out.strip()
    assert "999999" not in out + err + "".join(say("list")[1:])


def test_a_number_among_the_words_is_refused(say: Say) -> None:
    with pytest.raises(SystemExit) as left:
        say(*BIRGIT, "--number", NUMBER)
    assert left.value.code == 2


WRONG = {
    "Email must be an e-mail address.": (*BIRGIT[:-1], "gro"),
    "Name is needed.": ("add", "--kind", "staff", "--name", "", "--email", "x@example.dk"),
    "Contact is needed.": ("add", "--kind", "citizen", "--name", "Mona"),
    "There is nobody by that id or e-mail in this municipality.": ("end", "who@example.dk"),
    "There is no municipality 'x'; add it with minplan municipality add.": ("list", "--municipality", "x"),
}


@pytest.mark.parametrize("sentence", WRONG)
def test_what_is_wrong_is_one_sentence(say: Say, amira: Plan, sentence: str) -> None:
    with nothing_written(amira):
        assert say(*WRONG[sentence]) == (1, "", f"minplan: {sentence}\n")


def test_a_card_is_changed_field_by_field(say: Say, amira: Plan) -> None:
    say("change", str(amira.tove), "--email", "tove@example.dk", "--role", "læge")
    assert say("change", "tove@example.dk", "--phone", "70 00 00 09")[0] == 0
    with access.view(amira.citizen) as view:
        assert [(each.role, each.phone) for each in view.members if each.name == "Tove"] == [("læge", "70 00 00 09")]
    assert say("change", str(amira.citizen), "--name", "Amira B")[0] == 0


def test_places_are_given_in_somebodys_name(say: Say, amira: Plan, officers: Officers) -> None:
    words = (str(amira.citizen), str(amira.camilla), "--by", str(officers.admin))
    assert say("place", *words, "--role", "læge")[0] == 0
    assert say("leave", *words)[0] == 0
    with access.view(amira.citizen) as view:
        assert [change.by for change in journey.story(view, most=2).changes] == ["Birgit", "Birgit"]
    refused = say("place", *words[:-1], str(amira.bo))
    assert refused[0] == 1 and refused[2] == "minplan: Whoever is named with --by may not do that.\n"


def test_who_leaves_teams_leaves_in_somebodys_name(say: Say, amira: Plan, officers: Officers) -> None:
    assert say("end", str(amira.tove))[2] == "minplan: By is needed.\n"
    assert say("end", str(amira.tove), "--by", str(officers.admin))[0] == 0
    assert "\tended 2026-11-16\n" in say("list")[1]
    assert say("return", str(amira.tove))[0] == 0
    assert say("end", str(amira.bo))[2] == "minplan: Person is a contact person: hand the citizens over first.\n"


def test_from_one_municipality_nobody_in_another_is_there(say: Say, amira: Plan) -> None:
    assert "Amira" not in say("list", "--municipality", "nabo")[1]
    with nothing_written(amira):
        assert say("end", str(amira.tove), "--municipality", "nabo")[0] == 1


def test_a_municipality_is_added_once(officers: Officers, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["municipality", "add", "by-2", "Byen"]) == cli.main(["municipality", "add", "by-2", "Byen"]) == 0
    cli.main(["municipality", "list"])
    assert "by-2\tByen\n" in capsys.readouterr().out
    for words in (("By", "Byen"), ("by-2", "En anden"), ("by-3", "")):
        assert cli.main(["municipality", "add", *words]) == 1
        assert capsys.readouterr().err.count("\n") == 1


def test_plans_are_imported_for_one_municipality(
    officers: Officers, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(exchange.documents()[0]), "utf-8")
    assert cli.main(["import", "--municipality", "nabo", str(file)]) == 0
    theirs = office.people(officers.by("their_admin"), "Yusuf")[0]
    assert [person.name for person in theirs] == ["Yusuf"]
    assert office.people(officers.by("admin"), "Yusuf") == ([], False)
    plan = capsys.readouterr().out.strip()
    assert str(office.one(officers.by("their_admin"), theirs[0].id).plan_id) == plan
    assert cli.main(["import", "--municipality", "x", str(file)]) == 1
    assert "There is no municipality 'x'" in capsys.readouterr().err
