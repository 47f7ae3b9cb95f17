"""`minplan sync push` and `pull`: a realistic export comes in, faults are told by their place, changes go out once."""

import csv
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cast import Plan, prepare
from saying import Said, saying
from sqlalchemy import Engine, select
from systems_plan import agreed

from minplan import access, clock, db, office, own_data, sync
from minplan.access import HOME
from minplan.sync import from_files
from minplan.sync.files.columns import columns
from minplan.sync.inbox_message import InboxMessage
from minplan.sync.shapes import Messages, Paging
from minplan.sync.store import refs

_row = InboxMessage.__table__  # type: ignore[attr-defined]
EXAMPLE = Path(__file__).parents[2] / "docs" / "mapping.example.toml"
HEADING = "Sagsnr;Aktivitetsnr;Art;Overskrift;Formål;Hjemmel;Milepæl;Spor;Frist;Status;Ændret"
FIRST = 'S-1;A-1;Lovkrav;"Samtale; på jobcentret";Få overblik;LAB § 27;M-1;Helbred;31-12-2026;Åben;16-11-2026 09:00:00'
TABLES = ("000001-everything.csv", "000002-changes.csv")
SECOND = "S-1;A-2;Aftale;Gåtur på Ærø;Ro i hovedet;;M-1;Helbred;;Åben;16-11-2026 09:00:01"


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    return saying(capsys, "sync")


@pytest.fixture
def amira(sqlite: Engine) -> Plan:
    """A plan that a system calls S-1, with a landmark that it calls M-1."""
    plan = prepare()
    agreed(plan)
    new = sync.NewSystem(code="fagsystem", name="Fagsystemet", scopes=sync.SCOPES)
    caller = sync.by_key(str(sync.add_system(office.operator(HOME), new)[1]))
    named = {"id": "n", "type": "plan", "subject": "S-1", "plan": str(plan.id), "version": 1, "data": {}}
    assert sync.receive(caller, Messages.model_validate({"messages": [named]})).items[0].outcome == "done"
    with db.writing() as session:
        refs.keep(session, HOME, "fagsystem", "milestone", "M-1", plan.milestone, plan.id)
    return plan


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """A file with these lines below the heading."""

    def write(*lines: str, encoding: str = "windows-1252", heading: str = HEADING) -> Path:
        path = tmp_path / "aktiviteter.csv"
        path.write_bytes("\r\n".join([heading, *lines, ""]).encode(encoding))
        return path

    return write


def push(said: Said, *files: Path, mapping: Path | None = EXAMPLE) -> tuple[int, str, str]:
    way = ["--mapping", str(mapping)] if mapping else []
    return said("push", "--system", "fagsystem", *way, *map(str, files))


def step(amira: Plan, ref: str) -> Any:
    caller = from_files.as_sender(office.operator(HOME), "fagsystem")
    return sync.one_by_ref(caller, amira.id, "step", "fagsystem", ref)


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-8-sig"])
def test_a_danish_export_comes_in(amira: Plan, said: Said, table: Any, encoding: str) -> None:
    path = table(FIRST, SECOND, encoding=encoding)
    assert push(said, path) == (0, "2 done, 0 waiting, 0 older, 0 refused, 0 twice\n", "")
    one, other = step(amira, "A-1"), step(amira, "A-2")
    assert (one.title.text, one.title.lang, one.law) == ("Samtale; på jobcentret", "da", "LAB § 27")
    assert (str(one.ball.promised), one.ball.holder, one.tracks) == ("2026-12-31", "municipality", ["health"])
    assert (other.title.text, other.state) == ("Gåtur på Ærø", "suggested")
    assert push(said, path) == (0, "0 done, 0 waiting, 0 older, 0 refused, 2 twice\n", "")


def test_a_newer_line_changes_what_it_says_and_an_older_one_nothing(amira: Plan, said: Said, table: Any) -> None:
    push(said, table(FIRST, SECOND))
    newer = FIRST.replace("Få overblik", "Se vejen").replace("09:00:00", "10:00:00")
    older = FIRST.replace("Få overblik", "Noget gammelt").replace("09:00:00", "08:00:00")
    gone = SECOND.replace("Åben", "Annulleret").replace("09:00:01", "10:00:00")
    assert push(said, table(newer, older, gone))[1] == "2 done, 0 waiting, 1 older, 0 refused, 0 twice\n"
    assert step(amira, "A-1").why.text == "Se vejen"
    with pytest.raises(sync.Problem):
        step(amira, "A-2")


def test_where_no_column_counts_the_newer_file_does_and_in_it_the_lower_line(
    amira: Plan, said: Said, table: Any, tmp_path: Path
) -> None:
    mapping = tmp_path / "mapping.toml"
    counted = 'version = { column = "Ændret", time = "%d-%m-%Y %H:%M:%S" }'
    mapping.write_text(EXAMPLE.read_text("utf-8").replace(counted, 'version = { by = "file" }'), "utf-8")

    def sent(written: int, *lines: str) -> str:
        path = table(*lines)
        os.utime(path, (written, written))
        return push(said, path, mapping=mapping)[1][:29]

    corrected = FIRST.replace("Få overblik", "Se vejen")
    assert sent(1_795_000_000, SECOND, FIRST, corrected) == "3 done, 0 waiting, 0 older, 0"
    assert step(amira, "A-1").why.text == "Se vejen"
    assert sent(1_795_000_001, FIRST) == "1 done, 0 waiting, 0 older, 0"  # higher up than before, and newer
    assert step(amira, "A-1").why.text == "Få overblik"
    assert sent(1_795_000_000, corrected) == "0 done, 0 waiting, 1 older, 0"


def test_what_is_refused_is_told_by_its_line_and_the_rest_goes_in(amira: Plan, said: Said, table: Any) -> None:
    number = SECOND.replace("Gåtur på Ærø", "Ring til 010199-1234")
    late = SECOND.replace("A-2", "A-3").replace("S-1", "S-9")
    long = FIRST.replace("A-1", "A-4").replace("LAB § 27", "§" * 101).replace("jobcentret", "x" * 9999)
    code, out, err = push(said, table(FIRST, number, late, long))
    assert (code, out) == (3, "1 done, 1 waiting, 0 older, 2 refused, 0 twice\n")
    assert err.splitlines() == [
        "aktiviteter.csv, line 3, column Overskrift: refused invalid /data/title/text id_number",
        "aktiviteter.csv, line 4: waits for plan S-9",
        "aktiviteter.csv, line 5, column Overskrift: refused invalid /data/title/text string_too_long",
        "aktiviteter.csv, line 5, column Hjemmel: refused invalid /data/law too_long",
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (FIRST.replace("31-12-2026", "2026-12-31"), "line 3, column Frist: it is not written as %d-%m-%Y"),
        (FIRST.replace("31-12-2026", "31-02-2026"), "line 3, column Frist: it is not written as %d-%m-%Y"),
        (FIRST.replace("Helbred", "Hemmeligt"), "line 3, column Spor: the mapping does not say what this means"),
        (FIRST.replace("16-11-2026 09", "16-11 09"), "line 3, column Ændret: it is not written as %d-%m-%Y %H:%M:%S"),
        (FIRST + ";mere", "line 3: 12 cells instead of 11"),
        (FIRST.replace('jobcentret"', "jobcentret"), "line 3: it cannot be read as a table (unexpected end of data)"),
    ],
)
def test_nothing_is_taken_of_a_table_that_cannot_be_read(
    amira: Plan, said: Said, table: Any, line: str, fault: str
) -> None:
    assert push(said, table(SECOND, line)) == (1, "", f"minplan: aktiviteter.csv, {fault}\n")
    assert _count() == 1


def test_what_is_no_table_says_where(amira: Plan, said: Said, table: Any, tmp_path: Path) -> None:
    missing = push(said, table(SECOND, heading=HEADING.replace("Spor", "Sport")))
    assert missing[2] == "minplan: aktiviteter.csv, line 1, column Spor: there is no such column\n"
    broken = table(SECOND)
    broken.write_bytes(broken.read_bytes() + b"\x81\n")
    assert push(said, broken)[2] == "minplan: aktiviteter.csv, line 3, column 1: this byte is not windows-1252\n"
    broken.write_bytes(b"\0")
    told = "aktiviteter.csv, line 1: there is a character U+0000"
    assert push(said, broken, broken)[2] == f"minplan: {told}\n{told}\n"
    broken.write_bytes(b"")
    assert push(said, broken)[0] == 1


def test_a_file_that_is_not_there_is_said_so_and_not_the_database(
    amira: Plan, said: Said, table: Any, tmp_path: Path
) -> None:
    none, folder = tmp_path / "none.jsonl", tmp_path / "ud"
    folder.mkdir()
    gone = f"minplan: {none}: no such file\n"
    assert push(said, none, mapping=None) == push(said, table(FIRST), mapping=none) == (1, "", gone)
    assert push(said, none, folder, mapping=None) == (1, "", f"{gone}{folder}: it is a folder\n")
    convert = ("convert", "--from", "nav-akaas", "--system", "nav", "--people", str(none))
    assert said(*convert, str(none)) == (1, "", gone)
    assert push(said, tmp_path / ("x" * 300), mapping=None)[2].endswith("x: it cannot be read (file name too long)\n")


def test_a_folder_that_cannot_be_written_in_is_said_so(amira: Plan, said: Said, tmp_path: Path) -> None:
    place = tmp_path / "ud"
    place.write_text("no folder")
    words = ("pull", "--system", "fagsystem", "--folder")
    assert said(*words, str(place)) == (
        1, "", f"minplan: {place}: nothing can be written in this folder (file exists)\n"
    )  # fmt: skip
    (tmp_path / "cursor.json").mkdir()
    assert said(*words, str(tmp_path)) == (1, "", f"minplan: {tmp_path}/cursor.json: is a directory\n")


@pytest.mark.parametrize(
    "text",
    ["", "type = 1", "= =", 'type = "feeling"', 'type="step"\nsubject="A"\nversion={}', "\udcff",
     'type="step"\nsubject="A"\nversion={by="line"}',
     'type="step"\nsubject="A"\nversion={by="file"}\nfields.x={column="A",constant="B"}'],
)  # fmt: skip
def test_a_mapping_that_is_none(amira: Plan, said: Said, table: Any, tmp_path: Path, text: str) -> None:
    path = tmp_path / "mapping.toml"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    code, out, err = push(said, table(FIRST), mapping=path)
    assert (code, out) == (1, "") and err.startswith("minplan: mapping.toml")


def test_json_lines_come_in_and_one_bad_line_stops_the_file(amira: Plan, said: Said, tmp_path: Path) -> None:
    path = tmp_path / "beskeder.jsonl"
    goal = {"type": "goal", "plan": "S-1", "version": 1, "data": {"title": {"text": "Æble"}, "track": "work"}}
    good = [json.dumps(goal | {"id": f"g-{at}", "subject": f"g-{at}"}, ensure_ascii=False) for at in range(3)]
    path.write_text("\n".join([good[0], "", '{"id": "x", "hemmeligt": 1, "hemmeligt": 2}', good[1][:40], "NaN"]))
    code, out, err = push(said, path, mapping=None)
    assert (code, out) == (1, "") and "hemmeligt" not in err and _count() == 1
    assert [line.partition(": ")[0] for line in err.removeprefix("minplan: ").splitlines()] == [
        "beskeder.jsonl, line 3", "beskeder.jsonl, line 4, column 33", "beskeder.jsonl, line 5"
    ]  # fmt: skip
    path.write_text("\ufeff" + "\r\n".join(good) + '\r\n{"id": "y"}\r\n', "utf-8")
    code, out, err = push(said, path, mapping=None)
    assert (code, out) == (3, "3 done, 0 waiting, 0 older, 1 refused, 0 twice\n")
    assert err.startswith("beskeder.jsonl, line 4: refused invalid /type missing")


def _count() -> int:
    with db.reading() as connection:
        return len(list(connection.execute(select(_row.c.id))))


def pulled(folder: Path, name: str) -> list[Any]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


def pull(said: Said, folder: Path, *more: str) -> str:
    code, out, err = said("pull", "--system", "fagsystem", "--folder", str(folder), *more)
    assert (code, err) == (0, "")
    return out.split("\t")[0].strip()


def test_everything_first_and_then_what_has_changed(amira: Plan, said: Said, tmp_path: Path) -> None:
    folder = tmp_path / "ud"
    name = pull(said, folder)
    assert name == "000001-everything.jsonl"
    first = pulled(folder, name)
    assert {each["subject"]["type"] for each in first} >= {"plan", "citizen", "goal", "milestone", "step"}
    assert "Gå en tur" not in (folder / name).read_text("utf-8")  # a step of the citizen's own
    assert pull(said, folder) == "nothing new"
    id = agreed(amira, "Nyt skridt")
    assert pull(said, folder) == "000002-changes.jsonl"
    [change] = [each for each in pulled(folder, "000002-changes.jsonl") if each["subject"]["id"] == str(id)]
    assert (change["data"]["title"]["text"], change["deleted"]) == ("Nyt skridt", False)
    assert pull(said, folder) == "nothing new"
    assert sorted(path.name for path in folder.iterdir()) == [
        ".lock", "000001-everything.jsonl", "000002-changes.jsonl", "cursor.json"
    ]  # fmt: skip
    assert oct((folder / name).stat().st_mode)[-3:] == "600"


def test_what_leaves_the_case_leaves_a_tombstone(amira: Plan, said: Said, tmp_path: Path) -> None:
    caller = from_files.as_sender(office.operator(HOME), "fagsystem")
    before: Any = sync.shelf(caller, amira.id, "step", Paging()).items
    with access.view(amira.citizen, amira.id) as view:
        own = sync.own_case(view)[amira.step]
    assert own.text_id
    sync.show_in_case(amira.citizen, amira.id, amira.step, own.text_id)
    pull(said, tmp_path)
    sync.keep_from_case(amira.citizen, amira.id, amira.step)
    told = {each["subject"]["id"]: each for each in pulled(tmp_path, pull(said, tmp_path))}
    assert len(before) == 1 and told[str(amira.step)]["deleted"] and told[str(amira.step)]["data"] is None


def test_who_died_before_the_place_was_moved_writes_the_same_again(amira: Plan, said: Said, tmp_path: Path) -> None:
    pull(said, tmp_path)
    place = (tmp_path / "cursor.json").read_text()
    agreed(amira, "Nyt skridt")
    first = pull(said, tmp_path)
    written = (tmp_path / first).read_text()
    (tmp_path / "cursor.json").write_text(place)
    assert pull(said, tmp_path) == first and (tmp_path / first).read_text() == written


def test_whoever_begins_anew_overwrites_nothing_and_writes_behind_it(amira: Plan, said: Said, tmp_path: Path) -> None:
    pull(said, tmp_path)
    agreed(amira, "Nyt skridt")
    pull(said, tmp_path)
    before = (tmp_path / "000001-everything.jsonl").read_bytes()
    for name in ("cursor.json", "000002-changes.jsonl"):
        (tmp_path / name).rename(tmp_path / name.replace("000002", "000010").replace("cursor", "old"))
    assert pull(said, tmp_path) == "000011-everything.jsonl"
    assert (tmp_path / "000001-everything.jsonl").read_bytes() == before
    agreed(amira, "Et til")
    assert pull(said, tmp_path) == "000012-changes.jsonl"


def test_what_is_older_than_the_feed_begins_anew(amira: Plan, said: Said, tmp_path: Path) -> None:
    pull(said, tmp_path)
    agreed(amira, "Nyt skridt")
    sync.sequence()
    clock.start(clock.now() + timedelta(days=200))
    agreed(amira, "Et til")
    sync.sequence()
    own_data.tidy()
    assert pull(said, tmp_path) == "000002-everything.jsonl"
    assert "Et til" in (tmp_path / "000002-everything.jsonl").read_text("utf-8")


def test_a_table_has_the_same_columns_each_time_and_no_formula(amira: Plan, said: Said, tmp_path: Path) -> None:
    agreed(amira, "=HYPERLINK(1)")
    pull(said, tmp_path, "--csv")
    agreed(amira, "'s aftens")
    pull(said, tmp_path, "--csv")
    first, later = ((tmp_path / name).read_bytes().decode("utf-8-sig") for name in TABLES)
    assert first.splitlines()[0] == later.splitlines()[0] == ";".join(columns())
    rows = list(csv.DictReader(first.splitlines(), delimiter=";"))
    assert "'=HYPERLINK(1)" in {row["data.title.text"] for row in rows}
    assert {row["subject.type"] for row in rows} >= {"plan", "step"} and {row["deleted"] for row in rows} == {"false"}
    named = [row["data.external_refs"] for row in rows if row["subject.type"] == "plan"]
    assert [{"system": "fagsystem", "id": "S-1"}] in map(json.loads, named)
    assert "''s aftens" in {row["data.title.text"] for row in csv.DictReader(later.splitlines(), delimiter=";")}


def test_a_folder_is_one_systems_and_one_municipalitys(amira: Plan, said: Said, tmp_path: Path) -> None:
    sync.add_system(office.operator(HOME), sync.NewSystem(code="andet", name="Andet", scopes=("changes:read",)))
    pull(said, tmp_path)
    other = ("pull", "--folder", str(tmp_path), "--system")
    assert said(*other, "andet") == (1, "", "minplan: This folder is of the system 'fagsystem'.\n")
    assert said(*other, "ukendt")[2] == "minplan: There is no system 'ukendt'.\n"
    with db.writing() as session:
        session.add(access.Municipality(code="elsewhere", name="Elsewhere"))
    assert said("--municipality", "elsewhere", *other, "fagsystem")[0] == 1
    (tmp_path / "cursor.json").write_text('{"system": "fagsystem", "after": "AAAA", "written": 1}')
    assert said(*other, "fagsystem")[0] == 1
    for broken in ("[]", '{"system": "fagsystem", "after": 5, "written": 1}'):
        (tmp_path / "cursor.json").write_text(broken)
        assert "remove it to read everything anew" in said(*other, "fagsystem")[2]


def test_files_need_the_same_scopes(amira: Plan, said: Said, table: Any, tmp_path: Path) -> None:
    sync.add_system(office.operator(HOME), sync.NewSystem(code="smal", name="Smal", scopes=("plans:read",)))
    assert said("pull", "--system", "smal", "--folder", str(tmp_path))[2].endswith("changes:read is needed.\n")
    told = said("push", "--system", "smal", "--mapping", str(EXAMPLE), str(table(FIRST)))
    assert told[0] == 1 and told[2].endswith("inbox:write is needed.\n")
    assert os.listdir(tmp_path) == ["aktiviteter.csv"]
