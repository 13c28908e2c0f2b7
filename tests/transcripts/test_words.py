"""What a transcript may say is told in full: a person who never read the code can write one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from typing import Any

from app.minutes import commands
from app.procedure.parameter_table import PARAMETERS
from app.procedure.rulebook_files import load, names, overlay_names
from app.transcripts import vocabulary


def test_every_command_is_told_with_its_fields() -> None:
    told = vocabulary()["commands"]
    assert set(told) == set(commands()) - {"OpenCommittee"}
    for name, one in told.items():
        assert one["means"], name
        assert [field["name"] for field in one["fields"]] == [f.name for f in fields(commands()[name])]
        for field in one["fields"]:
            assert field["required"] or "default" in field
            assert field["type"]


def test_no_field_is_called_like_a_part_of_the_line() -> None:
    for name, kind in commands().items():
        taken = {field.name for field in fields(kind)} & {"at", "actor", "command", "insist", "line"}
        assert not taken, name


def test_words_and_defaults_of_fields_are_told() -> None:
    told = vocabulary()["commands"]
    by_name: dict[str, Any] = {field["name"]: field for field in told["OpenVote"]["fields"]}
    assert {"placards", "devices", "roll_call"} <= set(by_name["mode"]["allowed"])
    assert by_name["mode"]["default"] == "placards"
    assert by_name["subject"]["required"]
    assert told["TimeUp"]["by"] == "room"


def test_rulebooks_are_told_with_their_motions_and_parameters() -> None:
    told = vocabulary()
    assert set(told["rulebooks"]) == set(names())
    assert told["overlays"] == list(overlay_names())
    for name, book in told["rulebooks"].items():
        assert [motion["kind"] for motion in book["motions"]] == [rule.kind for rule in load(name).motions]
    moderated = next(m for m in told["rulebooks"]["harvard"]["motions"] if m["kind"] == "moderated_caucus")
    assert moderated["needs"] == ["total_seconds", "speech_seconds", "topic"]
    for motion in (motion for book in told["rulebooks"].values() for motion in book["motions"]):
        assert {*motion["needs"], *motion["takes"]} <= set(told["motion_parameters"])
    assert set(PARAMETERS) <= set(told["parameters"])


def test_a_motion_is_told_with_what_makes_it_another_in_each_house() -> None:
    books = vocabulary()["rulebooks"]
    told = {(house, motion["kind"]): motion for house, book in books.items() for motion in book["motions"]}
    assert told["harvard", "division"]["only_if_objected"]
    assert not told["nmun", "division"]["only_if_objected"]
    assert told["un4mun", "adjourn_debate"]["mover_speaks"]
    assert books["thimun"]["precedence"] == [] and books["un4mun"]["precedence"][0] == "suspend_meeting"


def test_what_a_line_may_leave_out_and_which_rules_may_be_suspended_is_told() -> None:
    told = vocabulary()
    fields_of = {field["name"]: field for field in told["commands"]["ProposeAmendment"]["fields"]}
    assert fields_of["paper"]["required"] and not fields_of["base"]["required"]
    assert "caucus.uneven" in told["rules_to_suspend"]


def test_the_command_line_prints_it_as_json() -> None:
    command = [sys.executable, "-m", "app", "meeting", "words"]
    told = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert json.loads(told.stdout) == json.loads(json.dumps(vocabulary()))
