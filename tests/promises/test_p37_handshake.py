"""P-37: a websocket of a foreign page is refused before it is accepted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.served import Served
from tests.web.origins import foreign

PUBLIC = "https://placard.example"


@pytest.fixture(scope="module")
def behind_a_proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A Placard that people know as https://placard.example."""
    with Served(tmp_path_factory.mktemp("data"), public_url=PUBLIC) as running:
        yield running


def cookie(served: Served, origin: str) -> str:
    """The cookie of a signed-in chair."""
    with served.nobody() as client:
        joined = client.post("/join", json={"code": served.code("chair")}, headers={"Origin": origin})
        assert joined.status_code == 200, joined.text
        return "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def knock(served: Served, origin: str | None, sign_in: str, to: str = "/live", **headers: str) -> str:
    """The first thing that an address says to a handshake with this origin, or the refusal's status."""
    url = f"ws{served.base.removeprefix('http')}{served.here}{to}"
    given = {"Cookie": sign_in, **headers, **({} if origin is None else {"Origin": origin})}
    try:
        with connect(url, additional_headers=given, open_timeout=10) as socket:
            socket.send('{"have": {"public": {}}}' if to == "/live" else '{"ping": 1}')
            return str(socket.recv(timeout=10))
    except InvalidStatus as refused:
        return str(refused.response.status_code)


@pytest.mark.parametrize("what", foreign("http://127.0.0.1:1"))
def test_p37_a_handshake_from_elsewhere_is_refused_before_it_is_accepted(served: Served, what: str) -> None:
    sign_in = cookie(served, served.base)
    assert knock(served, served.base, sign_in).startswith('{"channel"')
    assert knock(served, foreign(served.base)[what], sign_in) == "403"
    assert len(served.house.galleries.get(served.committee, ())) == 0


@pytest.mark.parametrize("what", foreign("http://127.0.0.1:1"))
def test_p37_nobody_types_from_elsewhere(served: Served, what: str) -> None:
    sign_in, author = cookie(served, served.base), served.members()[0]
    if not served.room().floor.papers.papers:
        served.do("delegate", "/papers", author, title="Reintegration")
    typing = "/papers/WP-1/typing"
    assert knock(served, served.base, sign_in, typing).startswith("{")
    assert knock(served, foreign(served.base)[what], sign_in, typing) == "403"
    desk = served.house.desks.at(served.committee, "WP-1")
    assert desk is not None


@pytest.mark.parametrize("what", foreign(PUBLIC))
def test_p37_behind_a_proxy_the_public_address_counts(behind_a_proxy: Served, what: str) -> None:
    sign_in = cookie(behind_a_proxy, PUBLIC)
    assert knock(behind_a_proxy, PUBLIC, sign_in).startswith('{"channel"')
    assert knock(behind_a_proxy, foreign(PUBLIC)[what], sign_in) == "403"
    assert knock(behind_a_proxy, behind_a_proxy.base, sign_in) == "403"


def test_p37_the_browser_itself_says_that_a_page_is_foreign(served: Served) -> None:
    sign_in = cookie(served, served.base)
    for site in ("cross-site", "same-site", "none"):
        assert knock(served, served.base, sign_in, **{"Sec-Fetch-Site": site}) == "403"
    assert knock(served, served.base, sign_in, **{"Sec-Fetch-Site": "same-origin"}).startswith("{")


def test_p37_without_a_good_sign_in_no_socket_is_accepted(served: Served) -> None:
    for sign_in in ("", "placard=", f"placard={'x' * 43}", "placard=%00"):
        assert knock(served, served.base, sign_in) == "403"
