"""P-46 at the edge: a planted or a used cookie opens nothing, and signing out closes the sockets too."""

from __future__ import annotations

import contextlib
from pathlib import Path

import httpx2 as httpx

from tests.access.sockets import COOKIE, closing_code, join, live
from tests.served import Served


def browser(served: Served, token: str) -> httpx.Client:
    """A client that sends this cookie and nothing else."""
    client = served.nobody()
    client.cookies.set(COOKIE, token, domain="127.0.0.1")
    return client


def status(served: Served, token: str) -> int:
    """What the committee's floor answers to a cookie."""
    with contextlib.closing(browser(served, token)) as client:
        page = client.get(f"{served.here}/floor.json").status_code
        act = client.post(f"{served.here}/roll-calls", json={"command_id": "1234567890"}).status_code
    assert (page == 401) == (act == 401), "pages and acts agree on who is signed in"
    return page


def test_p46_a_planted_cookie_is_replaced_and_opens_nothing(served: Served) -> None:
    planted = "planted-by-somebody-else-0123456789abcdefghij"
    with contextlib.closing(browser(served, planted)) as client:
        token = join(served, client, "observer")
    assert token != planted and len(token) >= 43, "256 random bits"
    assert (status(served, planted), status(served, token)) == (401, 200)


def test_p46_every_claim_gives_a_new_token_and_ends_the_one_before(served: Served) -> None:
    with contextlib.closing(served.nobody()) as client:
        tokens = [join(served, client, role) for role in ("observer", "observer", "chair")]
    assert len(set(tokens)) == 3
    assert [status(served, token) for token in tokens] == [401, 401, 200]


def test_p46_a_new_role_closes_the_sockets_of_the_old_sign_in(served: Served) -> None:
    client = served.nobody()
    with contextlib.closing(client), live(served, join(served, client, "observer")) as socket:
        join(served, client, "chair")
        assert closing_code(socket) == 4401


def test_p46_signing_out_kills_the_cookie_and_its_sockets(served: Served) -> None:
    with contextlib.closing(served.nobody()) as client:
        token = join(served, client, "delegate", served.members()[0])
        observer = join(served, served.client("observer"), "observer")
        with live(served, token) as one, live(served, token) as two, live(served, observer) as other:
            left = client.post("/sign-out")
            assert left.status_code == 200 and COOKIE not in client.cookies
            assert [closing_code(socket) for socket in (one, two)] == [4401, 4401]
            assert other.ping().wait(5), "nobody else is put out"
    assert status(served, token) == 401, "replaying what was copied opens nothing"


def test_p46_the_cookie_is_for_this_site_and_no_script(served: Served) -> None:
    with contextlib.closing(served.nobody()) as client:
        answer = client.post("/join", json={"code": served.code("observer")})
    parts = {part.strip().lower() for part in answer.headers["set-cookie"].split(";")[1:]}
    assert {"httponly", "samesite=lax", "path=/"} <= parts
    assert not any(part.startswith("domain=") for part in parts)


def test_p46_over_tls_the_cookie_is_of_this_host_alone(tmp_path: Path) -> None:
    with Served(tmp_path, proxy="127.0.0.1") as served:
        headers = {"X-Forwarded-Proto": "https", "Origin": f"https://127.0.0.1:{served.port}"}
        with contextlib.closing(served.nobody()) as over_tls:
            answer = over_tls.post("/join", json={"code": served.code("observer")}, headers=headers)
    assert answer.headers["set-cookie"].startswith("__Host-placard=")
    assert "secure" in {part.strip().lower() for part in answer.headers["set-cookie"].split(";")}
