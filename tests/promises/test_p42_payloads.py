"""P-42: what is too large, too deep or made to break a parser is refused before it is parsed."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest

from app.web.policy import POLICY
from app.web.policy_rows import HERE, PolicyRow
from app.web.roles import LARGEST_ACT
from tests.raw import head, raw
from tests.served import Served
from tests.web.saying import sentences

PRESS = "0123456789abcdef"
CHAIR = ("chair", "dais-1")
JSON = {"Content-Type": "application/json"}
UNSAFE = [row for row in POLICY if row.method == "POST"]
A_MOMENT = 10.0
"""Seconds that a refusal may take on a busy machine."""


@pytest.fixture(autouse=True)
def nothing_changes(served: Served) -> Iterator[None]:
    """Whatever is sent here, nothing of it is recorded and the server goes on."""
    before = served.head()
    yield
    assert served.head() == before
    assert served.client("nobody").get("/healthz").status_code == 200


def address(served: Served, path: str) -> str:
    """An address of the row with this path; what is named in it is a number."""
    known = {"{committee}": str(served.committee)}
    return "/".join(known.get(part, "1" if part.startswith("{") else part) for part in path.split("/"))


@pytest.mark.parametrize("row", UNSAFE, ids=lambda row: row.path)
def test_p42_a_body_said_to_be_too_large_is_refused_before_it_comes(served: Served, row: PolicyRow) -> None:
    length = f"Content-Length: {row.limit + 1}"
    with raw(served) as line:
        line.say(head(served, "POST", address(served, row.path), length, "Accept: application/json"))
        assert line.status() == 413, "without a byte of the body"


def pieces(size: int) -> Iterator[bytes]:
    """A body of no said length, which a form with files would begin so."""
    yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    for _ in range(0, size, 8192):
        yield b" " * 8192


def test_p42_a_body_that_hides_its_length_cannot_grow_past_the_limit(served: Served) -> None:
    for role, path in (
        ("chair", f"{HERE}/roll-calls"),
        ("chair", f"{HERE}/papers/{{paper}}/submission"),
        ("organizer", "/organizer/people/pasted"),
        ("nobody", "/join"),
    ):
        row = next(row for row in UNSAFE if row.path == path)
        files = path.endswith("pasted")  # forms with files are read as they come
        kind = {"Content-Type": "multipart/form-data; boundary=x"} if files else JSON
        client = served.client(role)
        answer = client.post(address(served, path), content=pieces(row.limit + 8192), headers=kind)
        assert answer.status_code == 413, (path, answer.text)
        assert sentences(answer)


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 2", "Content-Length: 60"),
        ("Content-Length: 60", "Transfer-Encoding: chunked"),
        ("Content-Length: -1",),
        ("Content-Length: +2",),
        ("Content-Length: 2, 2",),
        ("Content-Length: 0x20",),
        ("Content-Length: 99999999999999999999999999",),
        ("Transfer-Encoding: chunked, identity",),
        ("Transfer-Encoding: xchunked",),
    ],
    ids=" & ".join,
)
def test_p42_a_length_that_lies_gets_nothing_through(served: Served, lines: tuple[str, ...]) -> None:
    """Nor does the rest of such a body count as a request of its own (request smuggling)."""
    body = json.dumps({"command_id": PRESS}).encode()
    inner = head(
        served,
        "POST",
        f"{served.here}/roll-calls",
        f"Content-Length: {len(body)}",
        "Content-Type: application/json",
        client=CHAIR,
    )
    with raw(served) as line:
        line.say(head(served, "POST", f"{served.here}/roll-calls", "Content-Type: application/json", *lines))
        line.say(b"{}" + inner + body)
        answers = line.hear()
    assert b" 200 " not in answers and b'"recorded"' not in answers


def test_p42_a_body_shorter_than_it_said_is_never_acted_on(served: Served) -> None:
    body = json.dumps({"command_id": PRESS}).encode()
    lines = ("Content-Type: application/json", f"Content-Length: {len(body) + 1}")
    with raw(served) as line:
        line.say(head(served, "POST", f"{served.here}/roll-calls", *lines, client=CHAIR) + body)
        assert line.hear() == b""


def nested(depth: int) -> Any:
    value: Any = "x"
    for _ in range(depth):
        value = [value]
    return value


DEEP: dict[str, tuple[str, bytes]] = {
    "one too deep": ("/motions", json.dumps({"command_id": PRESS, "kind": nested(21)}).encode()),
    "beyond recursion": ("/motions", b"[" * 8000 + b"]" * 8000),
    "objects beyond recursion": ("/motions", b'{"a":' * 2500 + b"1" + b"}" * 2500),
    "never closed": ("/motions", b'[{"a":' * 2500),
    "in a document": (
        "/papers/WP-1/submission",
        json.dumps({"command_id": PRESS, "document": {"clauses": nested(25)}}).encode(),
    ),
    "in a document, very": (
        "/papers/WP-1/submission",
        b'{"command_id":"0123456789abcdef","document":' + b"[" * 99_000 + b"]" * 99_000 + b"}",
    ),
    "an edit of a text": ("/papers/WP-1/text", b'{"version":' + b"[" * 9000 + b"]" * 9000 + b"}"),
}


@pytest.mark.parametrize("name", DEEP)
def test_p42_json_that_is_too_deep_is_one_sentence(served: Served, name: str) -> None:
    path, body = DEEP[name]
    began = time.monotonic()
    answer = served.client(*CHAIR).post(served.here + path, content=body, headers=JSON)
    assert answer.status_code in (404, 422), answer.text
    assert sentences(answer)
    assert time.monotonic() - began < A_MOMENT


FORMS: dict[str, bytes] = {
    "many fields": b"a=1&" * 8000,
    "one name many times": b"kind=recess&" * 2500,
    "nothing but signs": b"&=%&;" * 6000,
    "half escapes": b"kind=%" + b"%2" * 15_000,
    "one long value": b"reason=" + b"x" * (LARGEST_ACT - 100),
    "one long name": b"x" * (LARGEST_ACT - 100),
}


@pytest.mark.parametrize("name", FORMS)
def test_p42_a_form_that_is_made_to_break_the_reader_is_refused_at_once(served: Served, name: str) -> None:
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    began = time.monotonic()
    for path in ("/motions", "/rulebook/settings"):
        answer = served.client(*CHAIR).post(served.here + path, content=FORMS[name], headers=kind)
        assert 400 <= answer.status_code < 500, (path, answer.text)
    assert time.monotonic() - began < 3 * A_MOMENT


def part(*lines: str, body: str = "x") -> bytes:
    return "\r\n".join(["--x", *lines, "", body, ""]).encode()


FIELD = 'Content-Disposition: form-data; name="title"'
FILE = 'Content-Disposition: form-data; name="file"; filename="a.txt"'
BOMBS: dict[str, bytes] = {
    "a header of a megabyte": part(FIELD, "X-Long: " + "x" * 2**20),
    "a name of a megabyte": part(f'Content-Disposition: form-data; name="{"x" * 2**20}"'),
    "a hundred thousand headers": part(FIELD, *(f"X-{n}: x" for n in range(100_000))),
    "a header that never ends": b"--x\r\nX-Long: " + b"x" * 2**21,
    "ten thousand fields": part(FIELD) * 10_000,
    "a thousand files": part(FILE) * 1000,
    "a field of two megabytes": part(FIELD, body="x" * 2**21),
    "no name": part("Content-Disposition: form-data"),
    "no disposition": part("X: y"),
    "a name in parts": part('Content-Disposition: form-data; name*0="ti"; name*1="tle"; name*=utf-8\'\'%FF%'),
    "boundaries alone": b"--x\r\n" * 50_000,
    "almost boundaries": b"\r\n--" * 500_000,
    "a line that breaks off": part(FIELD)[:30],
    "an end before the beginning": b"--x--\r\n",
}


@pytest.mark.parametrize("name", BOMBS)
def test_p42_a_form_with_files_that_is_a_bomb_is_refused_at_once(served: Served, name: str) -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x", "Accept": "text/html"}
    body = BOMBS[name] + b"--x--\r\n"
    began = time.monotonic()
    for client, path in (
        (served.client(*CHAIR), f"{served.here}/library"),
        (served.client("organizer"), "/organizer/people/pasted"),
        (served.client("organizer"), "/organizer/preparations"),
    ):
        answer = client.post(path, content=body, headers=kind, follow_redirects=False)
        said = (path, answer.status_code, answer.text[:200])
        assert answer.status_code in (413, 422) and "<main" in answer.text, said
    assert time.monotonic() - began < 3 * A_MOMENT


@pytest.mark.parametrize("boundary", ["", "x" * 5000, '"', "ä", "\\", "=;="])
def test_p42_a_boundary_that_is_none_is_a_sentence(served: Served, boundary: str) -> None:
    kind = {
        "Content-Type": f"multipart/form-data; boundary={boundary}".encode("latin-1"),
        "Accept": "text/html",
    }
    answer = served.client(*CHAIR).post(f"{served.here}/library", content=part(FIELD), headers=kind)  # type: ignore[arg-type]
    assert answer.status_code == 422 and "<main" in answer.text, answer.text[:200]
