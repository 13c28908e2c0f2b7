"""The fields of a request: form or JSON in, a command out, or what is wrong with which field."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any
from urllib.parse import parse_qs

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from app.procedure.act import LONGEST_REASON, Refusal, impossible
from app.web.table import ActRow

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
DEEPEST_JSON = 20
LARGEST_NUMBER = 2**53 - 1
MOST_FIELDS, MOST_SETTINGS = 40, 600
"""Fields of an ordinary form, and of one with every setting of a rulebook."""
OWN_FIELDS = frozenset({"command_id", "insist", "back"})
"""Fields of the request beside the command's: the press, the dais's reason, the page to return to."""


STRICT = json.JSONEncoder(allow_nan=False, ensure_ascii=False)
"""Made once: to make one costs as much as to use it."""


class BadFields(Exception):
    """The request's fields do not make this command; `refusals` say which and why."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__(", ".join(refusal.rule for refusal in refusals))
        self.refusals = refusals


async def fields_of(request: Request, row: ActRow) -> dict[str, Any]:
    """The request's fields, form or JSON, with those of the path; raises BadFields."""
    body, kind = await request.body(), kind_of(request)
    if kind == JSON:
        given = read_json(body)
    elif kind == FORM:
        given = from_form(body, row)
        # without script no press was minted; one press by hand is one act
        given["command_id"] = given.get("command_id") or secrets.token_hex(16)
    else:
        raise BadFields(impossible("body.kind"))
    if strange := sorted(given.keys() - _known(row)):
        raise BadFields(*(impossible("field.unknown", name[:60], name=name[:60]) for name in strange[:5]))
    check_own(given)
    path = {name: request.path_params[name] for name in _of_path(row)}
    return {**given, **path}


def from_form(body: bytes, row: ActRow) -> dict[str, Any]:
    """Repeated inputs make a list where the command has a tuple, as do blanks in one: keys have none.

    Else the last one counts.
    """
    pairs = read_form(body, most=400)
    lists = {f.name for f in fields(row.command) if str(f.type).startswith("tuple")}
    given: dict[str, Any] = {name: all_ if name in lists else all_[-1] for name, all_ in pairs.items()}
    for name in lists & given.keys():
        given[name] = [item for one in given[name] for item in one.split()]
    return {name: value for name, value in given.items() if value != "" or name not in _numbers(row)}


async def text_fields(
    request: Request, most: int = MOST_FIELDS, lists: tuple[str, ...] = (), between: str = " "
) -> dict[str, str]:
    """The fields of a press that is no act, form or JSON, as a form would say them; raises BadFields.

    Of the fields `lists` all values come, with `between` between them; of any other the last one counts.
    """
    if kind_of(request) == JSON:
        given = read_json(await request.body()).items()
        found = {name: value if isinstance(value, list) else [value] for name, value in given}
    else:
        found = {**await form_of(request, most)}
    typed = {name: [*map(_as_typed, values)] for name, values in found.items()}
    return {
        name: between.join(values) if name in lists else (values or [""])[-1]
        for name, values in typed.items()
    }


def _as_typed(value: object) -> str:
    """A value of JSON as a form would carry it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


async def form_of(request: Request, most: int = MOST_FIELDS) -> dict[str, list[str]]:
    """The form that a request carries, each field with all its values; raises BadFields."""
    if kind_of(request) != FORM:
        raise BadFields(impossible("body.kind"))
    return read_form(await request.body(), most)


def kind_of(request: Request) -> str:
    """What the body is said to be, without its parameters."""
    return request.headers.get("content-type", "").split(";")[0].strip().lower()


def read_form(body: bytes, most: int) -> dict[str, list[str]]:
    """The fields of a form of at most `most` fields, each with all its values; raises BadFields."""
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=most)
    except ValueError:
        raise BadFields(impossible("body.not_form")) from None


def read_json(body: bytes) -> dict[str, Any]:
    """One JSON object (RFC 8259) of ordinary depth, numbers and characters; raises BadFields."""
    try:
        given = json.loads(body.decode())
        # NaN and half characters pass Python's reader, and would break the record's JSON and its UTF-8
        STRICT.encode(given).encode()
    except (ValueError, RecursionError):
        raise BadFields(impossible("body.not_json")) from None
    if not isinstance(given, dict) or _depth(given) > DEEPEST_JSON:
        raise BadFields(impossible("body.not_json"))
    return given


def _depth(value: Any, so_far: int = 1) -> int:
    """How deep a JSON value is nested; stops counting where it is too deep."""
    if so_far > DEEPEST_JSON or not isinstance(value, (dict, list)):
        return so_far
    inside = value.values() if isinstance(value, dict) else value
    return max((_depth(item, so_far + 1) for item in inside), default=so_far)


@cache
def _known(row: ActRow) -> frozenset[str]:
    """The fields that a request for this act may have."""
    return OWN_FIELDS.union(row.body_fields)


@cache
def _of_path(row: ActRow) -> tuple[str, ...]:
    """The fields that stand in the path."""
    return row.path_fields


@cache
def _numbers(row: ActRow) -> frozenset[str]:
    """The fields that are numbers: an empty input of a form leaves them at their default."""
    return frozenset(f.name for f in fields(row.command) if str(f.type) in ("int", "bool", "bool | None"))


def check_own(given: Mapping[str, Any]) -> None:
    """Whether the fields beside a command's are what they may be; raises BadFields."""
    press = given.get("command_id")
    if not isinstance(press, str) or not 8 <= len(press) <= 64 or not press.isascii() or not press.isalnum():
        raise BadFields(impossible("command_id.form", "command_id"))
    for name in ("insist", "back"):
        if not isinstance(given.get(name, ""), str):
            raise BadFields(impossible("field.wrong", name, name=name))
    if len(given.get("insist", "")) > LONGEST_REASON:
        raise BadFields(impossible("text.too_long", "insist", limit=LONGEST_REASON))


def command_from(row: ActRow, given: dict[str, Any]) -> Any:
    """The command that these fields make; raises BadFields naming each field that does not fit."""
    own = {name: value for name, value in given.items() if name not in OWN_FIELDS}
    try:
        command = adapter(row.command).validate_python(own)
    except ValidationError as error:
        raise BadFields(*(_fault(fault) for fault in error.errors())) from None
    endless = [name for name in own if _is_endless(getattr(command, name))]
    if endless:
        raise BadFields(*(impossible("field.wrong", name, name=name) for name in endless))
    return command


def _is_endless(value: Any) -> bool:
    """Whether a number is larger than every program that reads the record can hold (RFC 8259, section 6)."""
    return isinstance(value, int) and abs(value) > LARGEST_NUMBER


def _fault(fault: Any) -> Refusal:
    name = str(fault["loc"][0])[:60] if fault["loc"] else ""
    rule = "field.missing" if fault["type"] in ("missing", "missing_argument") else "field.wrong"
    return impossible(rule, name, name=name)


@cache
def adapter(command: type) -> TypeAdapter[Any]:
    """The reader of one command class."""
    return TypeAdapter(command)
