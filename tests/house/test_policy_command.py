"""`minplan policy` says all of the policy, to a reader and to a program."""

import json

import pytest
from flask import Flask
from web.fixtures import app

from minplan import access, cli
from minplan.access import matrix
from minplan.routes.marks import RELATIONS, rules

__all__ = ["app"]


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert cli.main(["policy", *words]) == 0
    return capsys.readouterr().out


def test_a_program_gets_every_single_combination(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(printed(capsys, "--json"))
    for row in told["on_a_step"]:
        assert row["verdict"] == access.on_step(row["relation"], row["verb"], row["kind"], row["ball"])
    for row in told["on_a_plan"]:
        assert row["verdict"] == access.on_plan(row["relation"], row["verb"])
    assert {row["relation"] for row in told["on_a_plan"]} == set(matrix.RELATIONS)
    assert {row["kind"] for row in told["kinds"]} == set(RELATIONS) == set(access.KINDS)


def test_who_can_be_given_a_place_stands_there_and_every_gate_lets_them_through(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = {row["relation"]: row["kinds"] for row in json.loads(printed(capsys, "--json"))["places"]}
    assert told.keys() == {"contact", "team", *access.SUPPORTERS}
    for relation, kinds in told.items():
        assert tuple(kinds) == access.kinds_for(relation)
        assert all(relation in RELATIONS[kind] for kind in kinds)
    assert not {"editor", "administrator"} & {kind for kinds in told.values() for kind in kinds}
    text = printed(capsys)
    assert "WHO CAN BE GIVEN A PLACE ON A PLAN" in text and "  contact         staff, leader\n" in text


def test_every_address_stands_there_with_its_rule(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    text, told = printed(capsys), json.loads(printed(capsys, "--json"))
    for rule in rules(app):
        if "demo" in rule.address:
            continue
        assert f"  {rule.address} " in text
        listed = [(row["method"], row["address"], row["allowed"]) for row in told["addresses"]]
        assert (rule.method, rule.address, list(rule.allowed)) in listed


def test_a_reader_is_told_on_what_a_verdict_depends(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys)
    assert "  promise      yes if municipality " in text
    assert "ON A STEP: mentor\n  nothing" in text
