"""Bad input out of the OpenAPI document: every field of every act missing, wrong, too long, made up."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import Any

import httpx2 as httpx
import pytest

from app.web.openapi import openapi_paths
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.saying import sentences

ACTS = {one["post"]["operationId"]: (path, one["post"]) for path, one in openapi_paths().items()}
OWN = ("command_id", "insist")
PLAUSIBLE: dict[str, Any] = {
    # a value that fits by its form, where the schema's own first choice would not
    "kind": "recess",
    "seconds": 30,
    "order": ["argentina"],
    "title": "A paper",
    "reason": "A reason",
    "document": {"title": "A paper", "clauses": []},
    "base": "0" * 64,
    "subject": "WP-9",
}
LONG = "long " * 1_000
WRONG: dict[str, tuple[Any, ...]] = {
    "string": (7, True, None, ["a"], {"a": "b"}),
    "integer": ("seven", "", 1.5, None, [1], {"a": 1}, 10**400),
    "boolean": ("perhaps", 7, None, [True]),
    "array": ("argentina", 7, None, {"a": "b"}, [7]),
    "object": ("text", 7, None, ["a"]),
}


def type_of(schema: dict[str, Any]) -> str:
    """The JSON type of a field; the first of several."""
    if "anyOf" in schema:
        return type_of(schema["anyOf"][0])
    return "string" if "enum" in schema or "const" in schema else str(schema["type"])


def plausible(name: str, schema: dict[str, Any]) -> Any:
    """A value that fits the field by its form."""
    if "enum" in schema:
        return schema["enum"][0]
    return PLAUSIBLE.get(
        name, {"string": "argentina", "integer": 1, "boolean": True}.get(type_of(schema), [])
    )


def body_of(operation: dict[str, Any]) -> dict[str, Any]:
    """A body with every field of the act, of the right form."""
    properties = operation["requestBody"]["content"]["application/json"]["schema"]["properties"]
    return {name: plausible(name, schema) for name, schema in properties.items() if name not in OWN}


def path_values(operation: dict[str, Any]) -> dict[str, Any]:
    """The names in the path, with values of the right form."""
    named = {one["name"]: one["schema"] for one in operation["parameters"] if one["name"] != "committee"}
    return {name: plausible(name, schema) for name, schema in named.items()}


Case = tuple[str, dict[str, Any], dict[str, Any]]
"""What is wrong, the values of the path, the body."""


def cases(operation: dict[str, Any]) -> Iterator[Case]:
    """Every way in which this act can be given wrongly, whatever the floor is."""
    schema = operation["requestBody"]["content"]["application/json"]["schema"]
    path, body = path_values(operation), body_of(operation)
    for name in schema["required"]:
        may_be_left_out = (operation["operationId"], name) == ("SubmitPaper", "document")
        if name != "command_id" and not may_be_left_out:
            yield f"without {name}", path, {key: value for key, value in body.items() if key != name}
    for name in body:
        for what, value in wrong_values(schema["properties"][name]):
            yield f"{name} {what}", path, {**body, name: value}
    for name in path:
        for value in ("999999", "-1", "nobody", "WP-99", "%00", "..", "long" * 500):
            yield f"/{name} = {value[:10]}", {**path, name: value}, body
    yield "a field too many", path, {**body, "by": "dais-1"}


def wrong_values(schema: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """What can be wrong with a field, and a value that is."""
    nullable = any(one.get("type") == "null" for one in schema.get("anyOf", ()))
    for value in WRONG[type_of(schema)]:
        if not (value is None and nullable):
            yield f"= {str(value)[:20]}", value
    if "enum" in schema:
        yield "not offered", "argentina"
    match type_of(schema):
        case "string":
            yield "too long", LONG
            yield "unprintable", "a\u0000\u202eb"
        case "integer":
            yield "out of range", -(10**12)
            yield "too large", 10**12


@pytest.fixture(scope="module")
def debating(served: Served) -> Afternoon:
    """A committee in debate with a motion, a paper, and a vote that is over."""
    afternoon = Afternoon(served)
    afternoon.opens()
    afternoon.debates()
    afternoon.caucuses()
    afternoon.writes()
    return afternoon


def post(
    served: Served, client: httpx.Client, command: str, path: dict[str, Any], body: Any
) -> httpx.Response:
    template = ACTS[command][0]
    url = template.format(committee=served.committee, **path)
    return client.post(url, json={"command_id": secrets.token_hex(16), **body})


@pytest.mark.parametrize("command", ACTS)
def test_an_act_given_wrongly_is_refused_in_words_and_changes_nothing(
    debating: Afternoon, command: str
) -> None:
    served = debating.served
    seats = [served.client("chair", "dais-1")]
    if command in ("AddSeat", "CloseSeat", "ChangeRights"):
        seats.append(served.client("organizer"))
    else:
        seats.append(served.client("delegate", debating.seats[2]))
    before = served.head()
    for client in seats:
        for what, path, body in cases(ACTS[command][1]):
            answer = post(served, client, command, path, body)
            assert 400 <= answer.status_code < 500, (command, what, answer.status_code, answer.text)
            if answer.status_code != 404 or answer.headers["content-type"] == "application/json":
                assert sentences(answer), (command, what)
            assert served.head() == before, (command, what, answer.text)


def test_what_is_over_is_stale_or_refused_and_nothing_changes(debating: Afternoon) -> None:
    served = debating.served
    floor = served.room().floor
    vote, motion = floor.votes.past[0].number, floor.motions.decided[0].motion.number
    member, chair = ("delegate", debating.seats[3]), ("chair", "dais-1")
    stale: list[tuple[tuple[str, str], str, dict[str, Any]]] = [
        (member, f"/votes/{vote}/ballots", {"choice": "no"}),
        (chair, f"/votes/{vote}/ballots", {"choice": "no", "seat": debating.seats[3]}),
        (chair, f"/votes/{vote}/count", {"yes": 6, "no": 0}),
        (chair, f"/votes/{vote}/closure", {}),
        (chair, f"/votes/{vote}/result", {}),
        (chair, f"/votes/{vote}/annulment", {"reason": "Too late"}),
        (chair, f"/votes/{vote}/silences", {"seat": debating.seats[3]}),
        (chair, "/votes", {"about": "motion", "subject": str(motion), "mode": "placards"}),
        (chair, f"/motions/{motion}/decision", {"granted": True}),
        (chair, f"/motions/{motion}/ruling", {"reason": "Too late"}),
        (member, f"/motions/{motion}/withdrawal", {}),
        (chair, "/papers/WP-1/approval", {}),
        (chair, "/papers/WP-1/return", {"reason": "Too late"}),
        (("delegate", debating.seats[0]), "/papers/WP-1/submission", {}),
        (chair, "/caucus/closure", {}),
        (chair, "/speeches/end", {"seat": debating.seats[0]}),
        (chair, "/roll-call/closure", {}),
        (chair, "/clocks/speech/pause", {}),
        (chair, "/acts/1/undoing", {}),
    ]
    before = served.head()
    for (role, seat), path, given in stale:
        answer = served.act(role, path, seat, **given)
        assert answer.status_code in (403, 409, 422), (path, answer.status_code, answer.text)
        assert sentences(answer)
        assert served.head() == before, path
