"""The table of acts, the registry of commands, the routes, the policy and the OpenAPI document agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from app.procedure.floor import COMMANDS
from app.procedure.undo import UndoAct, UndoSheet
from app.web.openapi import openapi_paths
from app.web.table import ACT_ROWS, INSIDE, act_path
from tests.served import Served


def test_every_command_has_one_way_in_or_is_the_rooms_own() -> None:
    outside = [row.command for row in ACT_ROWS]
    assert {*outside, *INSIDE} == {*COMMANDS.values(), UndoAct, UndoSheet}
    assert not set(outside) & INSIDE
    assert [path for path, times in Counter(row.path for row in ACT_ROWS).items() if times > 1] == []


def test_no_field_stands_both_in_the_path_and_in_the_body() -> None:
    for row in ACT_ROWS:
        names = [field.name for field in fields(row.command)]
        assert sorted(row.path_fields + row.body_fields) == sorted(names), row.path
        assert set(row.path_fields) <= set(names), row.path


def test_the_openapi_document_is_the_table(served: Served) -> None:
    document = served.client("nobody").get("/openapi.json").json()
    assert document["paths"] == openapi_paths()
    assert set(document["paths"]) == {f"/committees/{{committee}}{row.path}" for row in ACT_ROWS}
    for row in ACT_ROWS:
        operation = document["paths"][f"/committees/{{committee}}{row.path}"]["post"]
        assert operation["operationId"] == row.command.__name__
        assert {one["name"] for one in operation["parameters"]} == {"committee", *row.path_fields}
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        assert set(schema["properties"]) == {*row.body_fields, "command_id", "insist"}
        assert "$ref" not in str(schema), "a client finds everything in one place"


def test_a_template_asks_for_the_path_of_an_act_by_its_command() -> None:
    assert act_path(7, "CastBallot", vote=3) == "/committees/7/votes/3/ballots"
