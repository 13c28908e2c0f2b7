"""The OpenAPI entries of the acts, out of the table that makes their routes."""

from __future__ import annotations

from typing import Any

from app.procedure.act import LONGEST_REASON
from app.web.fields import adapter
from app.web.table import ACT_ROWS, ActRow

ANSWERS = {
    "200": "Recorded: number, at (room time, ms), sentence",
    "401": "No sign-in",
    "403": "This role or seat may not",
    "409": "The page is older than the floor",
    "413": "The body is too large",
    "422": "Not in order, or a field is wrong",
    "429": "Too many presses",
    "503": "Not recorded; try again with the same command_id",
}


def openapi_paths() -> dict[str, Any]:
    """The OpenAPI entries of all acts."""
    return {f"/committees/{{committee}}{row.path}": {"post": _operation(row)} for row in ACT_ROWS}


def _operation(row: ActRow) -> dict[str, Any]:
    schema = _body_schema(row)
    kinds = ("application/json", "application/x-www-form-urlencoded")
    return {
        "operationId": row.command.__name__,
        "summary": (row.command.__doc__ or "").strip().splitlines()[0],
        "tags": ["acts"],
        "parameters": [_path_parameter(name, row) for name in ("committee", *row.path_fields)],
        "requestBody": {"required": True, "content": {kind: {"schema": schema} for kind in kinds}},
        "responses": {code: {"description": words} for code, words in ANSWERS.items()},
    }


def _body_schema(row: ActRow) -> dict[str, Any]:
    whole: dict[str, Any] = adapter(row.command).json_schema()
    properties = {name: whole["properties"][name] for name in row.body_fields}
    properties["command_id"] = {
        "type": "string",
        "minLength": 8,
        "maxLength": 64,
        "pattern": "^[0-9A-Za-z]+$",
    }
    properties["insist"] = {"type": "string", "maxLength": LONGEST_REASON, "default": ""}
    needed = [name for name in whole.get("required", []) if name in row.body_fields]
    return {
        "type": "object",
        "properties": properties,
        "required": [*needed, "command_id"],
        "additionalProperties": False,
    }


def _path_parameter(name: str, row: ActRow) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer", "minimum": 1}
    if name != "committee":
        schema = adapter(row.command).json_schema()["properties"][name]
    return {"name": name, "in": "path", "required": True, "schema": schema}
