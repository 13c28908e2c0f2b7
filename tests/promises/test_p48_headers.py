"""P-48: every answer carries the headers that bind a browser: pages, files, exports, refusals and faults."""

from __future__ import annotations

import contextlib
import re
import secrets
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from app.rooms import NotRecorded
from app.screens.environment import build
from app.web.policy import POLICY
from app.web.roles import LARGEST_ACT
from tests.afternoon import Afternoon
from tests.promises.test_p38_requests_from_elsewhere import ELSEWHERE, address_of, request_for
from tests.served import Served

ROLES = ("organizer", "chair", "delegate", "nobody")
ONLY_SELF = {"script-src", "style-src", "font-src", "connect-src", "form-action"}
NOTHING = {"default-src", "base-uri", "object-src", "frame-ancestors"}
EXACT = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    # with no-referrer a browser sends its forms with Origin: null; see DECISIONS.md
    "referrer-policy": "same-origin",
}
INLINE = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)(?![^>]*application/json)|\son[a-z]+=", re.IGNORECASE
)


@pytest.fixture(scope="module")
def adopted(served: Served) -> Served:
    """A committee with an adopted text and an amendment, and one being prepared."""
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.writes, afternoon.amends, afternoon.adopts):
        scene()
    assert served.preparation
    return served


def is_bound(answer: httpx.Response, kept: bool = False) -> None:
    """The answer lets a browser load nothing from elsewhere, run nothing inline, be framed by nobody."""
    where = f"{answer.request.method} {answer.request.url} {answer.status_code}"
    named = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    assert {named[name] for name in NOTHING} == {"'none'"}, where
    assert {named[name] for name in ONLY_SELF} == {"'self'"}, where
    assert named["img-src"] == "'self' data:", where
    assert set(named) == NOTHING | ONLY_SELF | {"img-src"}, where
    assert {name: answer.headers.get(name) for name in EXACT} == EXACT, where
    assert answer.headers["cache-control"] == ("public, max-age=31536000" if kept else "no-store"), where
    assert "server" not in answer.headers and "x-powered-by" not in answer.headers, where
    if answer.headers.get("content-type", "").startswith("text/html"):
        assert not INLINE.search(answer.text), f"{where}: {INLINE.search(answer.text)}"


def test_p48_every_page_file_and_export_for_everybody(adopted: Served) -> None:
    vote = adopted.room().floor.votes.past[-1].number
    shown = set()
    for row in POLICY:
        if row.method != "GET":
            continue
        static = row.path.startswith("/static")
        address = address_of(adopted, row.path, vote=vote)
        for role in ROLES:
            answer = adopted.client(role).get(f"{address}?have={{}}&again", headers={"Accept": "text/html"})
            is_bound(answer, kept=static and answer.status_code == 200)
            shown |= {row.path} if answer.status_code == 200 else set()
    assert {row.path for row in POLICY if row.method == "GET"} - ELSEWHERE - shown <= {"/openapi.json"}


def test_p48_every_act_and_form_refused_at_the_door_and_behind_it(adopted: Served) -> None:
    met = set()
    for row in POLICY:
        if row.method != "POST":
            continue
        address, _ = request_for(adopted, row.path)
        for role in ("nobody",) if row.path in ("/join", "/sign-out") else ("chair", "nobody"):
            client = adopted.client(role)
            for answer in (
                client.post(address, json={"door": 1}),
                client.post(address, json={}, headers={"Origin": "https://evil.example"}),
            ):
                is_bound(answer)
                met.add(answer.status_code)
    assert {401, 403, 422} <= met


@contextlib.contextmanager
def unlucky(served: Served, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The store records nothing."""

    async def lost(*_: object, **__: object) -> None:
        raise NotRecorded

    with monkeypatch.context() as patched:
        patched.setattr(served.room(), "act", lost)
        yield


def test_p48_refusals_and_faults_of_every_kind(adopted: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    chair = adopted.client("chair", "dais-1")
    press = {"command_id": secrets.token_hex(16)}
    address, page = f"{adopted.here}/roll-calls", {"Accept": "text/html"}
    found = [
        chair.post(address, content=b" " * (LARGEST_ACT + 1)),
        chair.post(address, content=iter([b" " * LARGEST_ACT] * 2)),
        chair.get("/nothing/here"),
        chair.request("PUT", "/join"),
        chair.request("OPTIONS", address),
        chair.head("/help"),
        chair.post("/join", json={"code": "nobody-has-this"}),
    ]
    with monkeypatch.context() as patched:
        patched.setattr(adopted.house.presses, "take", lambda holder: False)
        found += [chair.post(address, json=press), chair.post(address, data=press, headers=page)]
    with unlucky(adopted, monkeypatch):
        found += [chair.post(address, json=press), chair.post(address, data=press, headers=page)]
    with monkeypatch.context() as patched, contextlib.closing(adopted.joined(adopted.code("chair"))) as other:
        patched.setattr(adopted.house.presses, "take", None)  # what is not callable is a fault of ours
        found.append(other.post(address, json=press))
    for answer in found:
        is_bound(answer)
    assert {answer.status_code for answer in found} == {200, 404, 413, 429, 500, 503}


def test_p48_a_file_in_part_one_that_is_known_and_one_that_is_not_there(adopted: Served) -> None:
    nobody, file = adopted.client("nobody"), f"/static/{build()}/placard.css"
    whole = nobody.get(file)
    part = nobody.get(file, headers={"Range": "bytes=0-9"})
    known = nobody.get(file, headers={"If-None-Match": whole.headers["etag"]})
    assert [one.status_code for one in (whole, part, known)] == [200, 206, 304]
    for answer in (whole, part, known):
        is_bound(answer, kept=True)
    for wrong in (file + "x", f"/static/{build()}/..%2f..%2fREADME.md", f"/static/{build()}/vendor"):
        answer = nobody.get(wrong)
        assert answer.status_code == 404
        is_bound(answer)
    is_bound(nobody.get(file, headers={"Range": "bytes=9999999-"}))


def test_p48_behind_tls_a_browser_is_told_to_stay_there(adopted: Served, tmp_path: Path) -> None:
    name, over_tls = "strict-transport-security", {"X-Forwarded-Proto": "https"}
    assert name not in adopted.client("nobody").get("/").headers, "a room without TLS must stay reachable"
    assert name not in adopted.client("nobody").get("/", headers=over_tls).headers, "no proxy is believed"
    with Served(tmp_path, proxy="127.0.0.1") as behind:
        for page in ("/", "/nothing"):
            answer = behind.client("nobody").get(page, headers=over_tls)
            assert answer.headers[name] == "max-age=31536000"
            is_bound(answer)


def test_p48_a_handshake_that_is_refused_opens_nothing(adopted: Served) -> None:
    """Upgrades are answered by the server below the application: what matters is that there is no page."""
    headers = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    headers |= {"Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==", "Origin": "https://evil.example"}
    answer = adopted.client("nobody").get(f"{adopted.here}/live", headers=headers)
    assert (answer.status_code, answer.text) == (403, "")
