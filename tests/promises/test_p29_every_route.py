"""P-29 for every route: whoever the policy does not name is refused, in this committee and from another."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

import httpx2 as httpx
import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from app.web.policy import POLICY
from app.web.policy_rows import PolicyRow
from tests.afternoon import Afternoon
from tests.promises.test_p38_requests_from_elsewhere import address_of, request_for
from tests.served import Served

ROLES = ("organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby", "nobody")
OPEN = {"/", "/join", "/sign-out", "/language", "/healthz", "/help", "/help/{name}", "/openapi.json"}
OPEN |= {"/phone-test/{test}", "/phone-test/{test}/pulse", "/phone-test/{test}/press"}
OPEN |= {"/static/{build}/{path}", "/committees/{committee}/", "/readyz", "/help/drills"}
"""What everybody may ask for, whoever they are, by hand; the last one leads on to one's own page."""
LOCKED = {"/operator/codes", "/operator/rehearsals"}
"""For the owner of the data directory, who has no role."""
AT_THIS_COMPUTER = {"/metrics"}
"""For whoever sits at the server, as these clients do; `tests/web/test_operations.py` asks from elsewhere."""
CLOSED = [
    row for row in POLICY if row.method != "WEBSOCKET" and row.path not in OPEN | LOCKED | AT_THIS_COMPUTER
]


@pytest.fixture(scope="module")
def adopted(served: Served) -> Served:
    """A committee with an adopted text, and one being prepared."""
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.writes, afternoon.amends, afternoon.adopts):
        scene()
    assert served.preparation
    return served


@pytest.fixture(scope="module")
def actors(adopted: Served) -> Iterator[dict[str, httpx.Client]]:
    """Each role of this committee, nobody, and some who are something in another committee."""
    found = {role: adopted.client(role) for role in ROLES}
    _, invited = adopted.another_committee()
    code = {one.post.role: one.code for one in reversed(invited)}
    there = {f"{role} elsewhere": adopted.joined(code[role]) for role in ("chair", "delegate", "observer")}
    yield {**found, **there}
    for client in there.values():
        client.close()


def test_p29_the_policy_opens_to_everybody_what_is_listed_here_and_no_more() -> None:
    rows = [row for row in POLICY if row.method != "WEBSOCKET"]
    assert {row.path for row in rows if None in row.who} | {"/committees/{committee}/"} == OPEN
    assert {row.path for row in rows if not row.who} == LOCKED


@pytest.mark.parametrize("row", CLOSED, ids=lambda row: f"{row.method} {row.path}")
def test_p29_whoever_the_policy_does_not_name_is_refused(
    adopted: Served, actors: dict[str, httpx.Client], row: PolicyRow
) -> None:
    before = adopted.head()
    for actor, client in actors.items():
        if actor in row.who:
            continue
        if row.method == "GET":
            vote = adopted.room().floor.votes.past[-1].number
            address = f"{address_of(adopted, row.path, vote=vote)}?have={{}}"
            answer = client.get(address, headers={"Accept": "text/html"})
        else:
            address, body = request_for(adopted, row.path)
            answer = client.post(address, json=body, follow_redirects=False)
        assert answer.status_code in (401, 403), (actor, address, answer.status_code, answer.text[:200])
    assert adopted.head() == before


@pytest.mark.long
@pytest.mark.parametrize("row", [row for row in CLOSED if row.method == "GET"], ids=lambda row: row.path)
def test_p29_whoever_it_names_is_let_in(
    adopted: Served, actors: dict[str, httpx.Client], row: PolicyRow
) -> None:
    vote = adopted.room().floor.votes.past[-1].number
    address = f"{address_of(adopted, row.path, vote=vote)}?have={{}}"
    for actor in row.who & set(ROLES):
        answer = actors[str(actor)].get(address, headers={"Accept": "text/html"}, follow_redirects=False)
        assert answer.status_code not in (401, 403), (actor, address, answer.status_code)


@pytest.mark.parametrize(
    "row", [row for row in POLICY if row.method == "WEBSOCKET"], ids=lambda row: row.path
)
def test_p29_a_socket_is_opened_for_those_alone_whom_the_policy_names(
    adopted: Served, actors: dict[str, httpx.Client], row: PolicyRow
) -> None:
    url = f"ws{adopted.base.removeprefix('http')}{address_of(adopted, row.path)}"

    async def knock(client: httpx.Client) -> bool:
        token = client.cookies.get("placard") or ""
        headers = {"Origin": adopted.base} | ({"Cookie": f"placard={token}"} if token else {})
        try:
            async with connect(url, additional_headers=headers) as socket:
                await socket.send(json.dumps({"have": {}}))
                return True
        except InvalidStatus as refused:
            assert refused.response.status_code == 403
            return False

    opened = {actor for actor, client in actors.items() if asyncio.run(knock(client))}
    assert opened <= (set(actors) if None in row.who else {str(one) for one in row.who})
    if row.path.endswith("/live"):
        assert opened == {str(one) for one in row.who if one}
