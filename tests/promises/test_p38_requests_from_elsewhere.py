"""P-38: state changes only by a request from this server's own pages, and never by a GET."""

from __future__ import annotations

import secrets

import pytest

from app.web.openapi import openapi_paths
from app.web.policy import POLICY
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.origins import foreign
from tests.web.saying import sentences
from tests.web.test_bad_input import body_of, path_values

UNSAFE = [row.path for row in POLICY if row.method not in ("GET", "WEBSOCKET")]
PAGES = [row.path for row in POLICY if row.method == "GET"]
OPERATIONS = {path: one["post"] for path, one in openapi_paths().items()}
ELSEWHERE = {
    *("/static/{build}/{path}", "/committees/{committee}/"),
    *("/organizer/preparations/{preparation}", "/organizer/preparations/{preparation}/reading"),
    "/organizer/preparations/{preparation}/changes",
}
"""Pages that lead on to another one."""
NAMES = {
    "amendment": "A1",
    "form": "csv",
    "paper": "WP-1",
    "key": "france",
    "name": "chairs",
    "build": "x",
    "path": "placard.css",
    "vote": 1,
    "text": "chapter-1",
    "item": 1,
    "wall": 1,
    "seat": "france",
    "question": 0,
    "version": 1,
    "comment": 1,
    "person": 1,
    "picture": "spoken",
    "thread": 1,
    "note": 1,
    "remark": 1,
    "election": 1,
}


@pytest.fixture(scope="module")
def adopted(served: Served) -> Served:
    """A committee with everything in it: speeches, votes, an adopted text; and one being prepared."""
    Afternoon(served).play()
    assert served.preparation
    return served


def address_of(served: Served, path: str, **more: object) -> str:
    """The address of a page, with things that are there in its place holders."""
    there = {"committee": served.committee, "preparation": served.preparation, **NAMES, **more}
    there["test"] = served.phone_test
    if path.endswith("/text.{form}"):  # a text is no table
        there["form"] = "txt"
    return path.format(**there)


def request_for(served: Served, path: str) -> tuple[str, dict[str, object]]:
    """The address and a body that would do something."""
    operation = OPERATIONS.get(path)
    if operation is None:
        body: dict[str, object] = {"code": served.code("chair"), "version": 0, "edit": "title", "text": "x"}
        return address_of(served, path), body
    body = {**body_of(operation), "command_id": secrets.token_hex(8)}
    return path.format(committee=served.committee, **path_values(operation)), body


@pytest.mark.parametrize("path", UNSAFE)
def test_p38_a_request_from_elsewhere_changes_nothing(adopted: Served, path: str) -> None:
    address, body = request_for(adopted, path)
    client = adopted.client("organizer" if path.startswith("/organizer") else "chair")
    before = adopted.dump()
    origins = {**foreign(adopted.base), "the browser says so": adopted.base}
    for what, origin in origins.items():
        headers = {} if origin is None else {"Origin": origin}
        if what == "the browser says so":
            headers["Sec-Fetch-Site"] = "cross-site"
        request = client.build_request("POST", address, json=body, headers=headers)
        if origin is None:
            del request.headers["origin"]
        answer = client.send(request)
        assert answer.status_code == 403, (what, answer.status_code, answer.text)
        assert "set-cookie" not in answer.headers
        assert sentences(answer)
    assert adopted.dump() == before


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "OPTIONS", "HEAD", "QUERY"])
def test_p38_no_other_method_does_anything(adopted: Served, method: str) -> None:
    before = adopted.dump()
    for path in UNSAFE:
        address, body = request_for(adopted, path)
        role = "organizer" if path.startswith("/organizer") else "chair"
        answer = adopted.client(role).request(method, address, json=body, follow_redirects=True)
        is_page = method == "HEAD" and path in PAGES
        assert answer.status_code == (200 if is_page else 404), (path, answer.status_code)
    assert adopted.dump() == before


def test_p38_no_get_changes_anything(adopted: Served) -> None:
    roles = ("organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby", "nobody")
    clients = {role: adopted.client(role) for role in roles}
    clients["chair"].get(f"{adopted.here}/chair")  # the room is open from here on
    before = adopted.dump()
    seen = set()
    for path in PAGES:
        votes = adopted.room().floor.votes.past
        address = address_of(adopted, path, vote=votes[-1].number)
        for role, client in clients.items():
            answer = client.get(f"{address}?have={{}}&again", headers={"Accept": "text/html"})
            assert answer.status_code in (200, 303, 401, 403, 404), (role, address, answer.status_code)
            assert "set-cookie" not in answer.headers
            seen |= {path} if answer.status_code == 200 else set()
    assert set(PAGES) - ELSEWHERE - seen == set(), "each was really shown"
    assert adopted.dump() == before


def test_p38_the_same_request_from_a_page_of_this_server_is_taken(adopted: Served) -> None:
    before = adopted.head()
    assert adopted.act("delegate", "/papers", adopted.members()[3], title="A paper").status_code == 200
    assert adopted.head() != before
