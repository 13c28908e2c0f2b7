"""P-29: nobody acts as the chair, as another delegation or in another committee; held to a table by hand."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import httpx2 as httpx
import pytest

from app.web.openapi import openapi_paths
from tests.afternoon import Afternoon
from tests.promises.acts_by_hand import DAIS, MAY
from tests.served import Served
from tests.web.saying import sentences
from tests.web.test_bad_input import body_of, path_values

FOR_A_SEAT = (
    *("SetStatus", "JoinSpeakersList", "LeaveSpeakersList", "RaiseMotion", "StartPaper", "SponsorPaper"),
    *("SignPaper", "LeavePaper", "SubmitPaper", "WithdrawPaper", "ProposeAmendment", "SignAmendment"),
    "RaisePoint",
)
"""The acts of a delegation that name the delegation they are for."""
PAGES: dict[str, set[str]] = {
    "/chair": DAIS,
    "/seat": {"delegate"},
    "/floor": {*DAIS, "organizer", "delegate", "observer"},
    "/projector": {*DAIS, "organizer", "delegate", "observer", "projector"},
    "/lobby": {*DAIS, "organizer", "delegate", "observer", "projector", "lobby"},
    "/profiles/france": {*DAIS, "organizer", "delegate", "observer"},
    "/library": {*DAIS, "organizer", "delegate", "observer"},
    "/library/chapter-1": {*DAIS, "organizer", "delegate", "observer"},
    "/standing": {*DAIS, "organizer", "delegate", "observer"},
    "/notes": {*DAIS, "delegate"},
    "/papers": {*DAIS, "organizer", "delegate", "observer"},
    "/minutes": {*DAIS, "organizer", "delegate", "observer"},
    "/floor.json": {*DAIS, "organizer", "delegate", "observer"},
    "/live?have={}": {*DAIS, "organizer", "delegate", "observer", "projector"},
}
INSIDE_ROLES = ("organizer", "chair", "assistant", "delegate", "observer", "projector", "lobby")
OPERATIONS = {one["post"]["operationId"]: (path, one["post"]) for path, one in openapi_paths().items()}


@pytest.fixture(scope="module")
def debating(served: Served) -> Afternoon:
    """A committee in debate, with papers, a motion and a place on the list that Chile has no hand in."""
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.debates, afternoon.writes):
        scene()
    afternoon.seat(0, "/papers", title="Another paper")
    afternoon.seat(0, "/motions", kind="unmoderated_caucus", total_seconds=600)
    afternoon.seat(0, "/speakers")
    afternoon.seat(3, "/speakers")
    return afternoon


@pytest.fixture(scope="module")
def actors(debating: Afternoon) -> Iterator[dict[str, httpx.Client]]:
    """Everybody there is: each role of this committee, nobody, and the chair and a delegate of another."""
    served = debating.served
    found = {role: served.client(role) for role in INSIDE_ROLES if role != "delegate"}
    found["delegate"] = served.client("delegate", debating.seats[3])
    _, invited = served.another_committee()
    code = {one.post.role: one.code for one in reversed(invited)}
    there = {f"{role} elsewhere": served.joined(code[role]) for role in ("chair", "delegate")}
    yield {**found, **there, "nobody": served.client("nobody")}
    for client in there.values():
        client.close()


def url(served: Served, command: str) -> str:
    path, operation = OPERATIONS[command]
    return path.format(committee=served.committee, **path_values(operation))


def test_p29_the_table_by_hand_knows_every_act() -> None:
    assert set(MAY) == set(OPERATIONS)


@pytest.mark.parametrize("command", MAY)
def test_p29_only_these_roles_of_this_committee_may_give_the_act(
    debating: Afternoon, actors: dict[str, httpx.Client], command: str
) -> None:
    served = debating.served
    before = served.head()
    body = {**body_of(OPERATIONS[command][1]), "command_id": secrets.token_hex(8)}
    for actor, client in actors.items():
        may = actor in MAY[command]
        # a field too many is refused only behind the door: nothing is recorded of those who may come in
        answer = client.post(url(served, command), json={**body, "door": 1} if may else body)
        status = 422 if may else 403 if actor in INSIDE_ROLES else 401
        assert answer.status_code == status, (actor, answer.status_code, answer.text)
        assert sentences(answer)
        assert served.head() == before


@pytest.mark.parametrize("command", FOR_A_SEAT)
def test_p29_a_delegation_never_acts_for_another(debating: Afternoon, command: str) -> None:
    operation = OPERATIONS[command][1]
    names: dict[str, object] = {"paper": "WP-2", "amendment": "A1"}
    fits = {"kind": "adjourn_debate"} if command == "RaiseMotion" else {}
    refused_for_another(debating, command, names, {**body_of(operation), **fits})


def test_p29_a_delegation_never_votes_for_another(debating: Afternoon) -> None:
    motion = next(iter(debating.served.room().floor.motions.pending)).number
    vote = debating.put("motion", str(motion), "devices")
    refused_for_another(debating, "CastBallot", {"vote": vote}, {"choice": "yes", "with_rights": False})
    debating.chair(f"/votes/{vote}/annulment", reason="It was a test")


def refused_for_another(
    debating: Afternoon, command: str, names: dict[str, object], body: dict[str, object]
) -> None:
    """A delegation cannot do for Argentina what it can do for itself, with or without a reason."""
    served = debating.served
    client = served.client("delegate", debating.seats[4 if command == "JoinSpeakersList" else 3])
    before = served.head()
    path = OPERATIONS[command][0].format(committee=served.committee, **names)
    for insist in ("", "Because I say so"):
        given = {**body, "seat": debating.seats[0], "insist": insist, "command_id": secrets.token_hex(8)}
        answer = client.post(path, json=given)
        assert answer.status_code == 403, answer.text
        assert sentences(answer)
        assert served.head() == before


def test_p29_what_belongs_to_another_delegation_is_out_of_reach(debating: Afternoon) -> None:
    served = debating.served
    motion = next(iter(served.room().floor.motions.pending)).number
    others: list[tuple[str, dict[str, object]]] = [
        (f"/motions/{motion}/withdrawal", {}),
        ("/papers/WP-2/submission", {}),
        ("/papers/WP-2/withdrawal", {}),
        ("/papers/WP-2/readers", {"reader": debating.seats[3]}),
        ("/papers/WP-2/sponsors", {}),
        ("/papers/WP-2/signatories", {}),
        ("/papers/WP-2/text", {"version": 0, "edit": "title", "text": "Mine"}),
    ]
    before, text = served.head(), served.client("chair").get(f"{served.here}/papers/WP-2").json()
    for path, given in others:
        press = {} if path.endswith("text") else {"command_id": secrets.token_hex(8)}
        answer = served.client("delegate", debating.seats[3]).post(
            served.here + path, json={**given, **press}
        )
        assert answer.status_code in (403, 404), (path, answer.status_code, answer.text)
        assert sentences(answer)
    assert served.head() == before
    assert served.client("chair").get(f"{served.here}/papers/WP-2").json() == text


def test_p29_only_the_chair_insists(debating: Afternoon) -> None:
    served = debating.served
    caucus = {"kind": "moderated_caucus", "total_seconds": 601, "speech_seconds": 60, "topic": "Returns"}
    before = served.head()
    for role, seat, given in (
        ("assistant", "", {**caucus, "seat": debating.seats[3]}),
        ("delegate", debating.seats[3], caucus),
    ):
        answer = served.act(role, "/motions", seat, **given, insist="It is urgent")
        assert answer.status_code == 422, answer.text
        assert not any(one["may_insist"] for one in answer.json()["refused"])
    assert served.head() == before
    answer = served.act("chair", "/motions", "dais-1", **caucus, seat=debating.seats[3])
    assert [one["may_insist"] for one in answer.json()["refused"]] == [True]


@pytest.mark.parametrize("page", PAGES)
def test_p29_only_these_roles_see_the_page(
    debating: Afternoon, actors: dict[str, httpx.Client], page: str
) -> None:
    for actor, client in actors.items():
        status = 200 if actor in PAGES[page] else 403 if actor in INSIDE_ROLES else 401
        if page.startswith("/live") and status == 403:
            status = 401  # the lobby has no channel; its page asks for a code
        answer = client.get(debating.served.here + page, headers={"Accept": "text/html"})
        assert answer.status_code == status, (actor, answer.status_code)


def test_p29_codes_are_the_organizers_to_make(debating: Afternoon, actors: dict[str, httpx.Client]) -> None:
    served = debating.served
    before = served.dump()
    for actor, client in actors.items():
        if actor != "organizer":
            answer = client.post(f"/organizer/committees/{served.committee}/codes")
            assert answer.status_code == (401 if actor == "nobody" else 403), actor
            assert client.get("/organizer").status_code == answer.status_code
        for path in ("/operator/codes", "/operator/rehearsals"):
            assert client.post(path).status_code == 403
            assert client.post(path, headers={"Authorization": "Bearer guessed"}).status_code == 403
    assert served.dump() == before
