"""P-30: nobody outside the recipients reads private papers, ballots before their time, or the dais."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import re
import time
from collections.abc import Iterator, Mapping

import pytest

from app.live import TICK
from tests.afternoon import WORDS, Afternoon
from tests.promises.everything import CHANNELS, Everything
from tests.served import Served
from tests.shared_text.typist import HANG, Typist

TITLE, TEXT, OPENING = "Quokka sanctuary", "to feed every wombat at dusk", "Numbatting"
TYPED, SAID = " and bilby", "Is the dunnart endangered?"
CANARIES = ("quokka", "wombat", "numbatting")
BESIDE = ("bilby", "dunnart", "potoroo")
"""What was typed together, said of a clause, and taken out again: the last two are never for all."""
ROLES = ("organizer", "observer", "projector", "lobby", "nobody")
WRITING = ("text", "versions/1", "comments", "comments/1", "codes")


@pytest.fixture(scope="module")
def afternoon(served: Served) -> Afternoon:
    return Afternoon(served, words={**WORDS, "title": TITLE, "text": TEXT, "opening": OPENING})


@pytest.fixture(scope="module")
def listeners(afternoon: Afternoon) -> Iterator[Mapping[str, Everything]]:
    """Everybody, with a socket open for each channel there is, from before the first act."""
    served = afternoon.served
    clients = {role: served.client(role) for role in ROLES}
    for name, place in (("author", 0), ("sponsor", 1), ("signatory", 2), ("other delegation", 5)):
        clients[name] = served.client("delegate", afternoon.seats[place])
    clients |= {"chair": served.client("chair", "dais-1"), "assistant": served.client("assistant")}
    _, invited = served.another_committee()
    clients["chair elsewhere"] = served.joined(next(one.code for one in invited if one.post.role == "chair"))
    found = {name: Everything(served, client) for name, client in clients.items()}

    async def open_all() -> list[asyncio.Task[None]]:
        return [asyncio.create_task(one.listen(name)) for one in found.values() for name in CHANNELS]

    tasks = served.ask(open_all())
    yield found
    for task in tasks:
        served.loop.call_soon_threadsafe(task.cancel)
    clients["chair elsewhere"].close()


def leaks(listeners: Mapping[str, Everything]) -> dict[str, list[str]]:
    """Who was told what of the paper."""
    return {
        name: [canary for canary in CANARIES if canary in text] for name, text in readings(listeners).items()
    }


def readings(listeners: Mapping[str, Everything]) -> dict[str, str]:
    """All that everybody was given so far."""
    return {name: one.read().lower() for name, one in listeners.items()}


def types_beside(afternoon: Afternoon, listeners: Mapping[str, Everything]) -> None:
    """The author types on its socket, comments, and takes something out, while everybody tries to listen."""
    served, author = afternoon.served, listeners["author"].client
    afternoon.text(0, version=1, edit="add", kind="operative", text="a potoroo that goes again")
    found = author.get(f"{served.here}/papers/WP-1").json()["document"]["clauses"]
    first, second = (clause["uid"] for clause in found)
    afternoon.text(0, version=2, edit="remove", clause=second)
    said = author.post(f"{served.here}/papers/WP-1/comments", json={"clause": first, "comment": SAID})
    assert said.status_code == 200, said.text

    async def open_all() -> list[asyncio.Task[None]]:
        for one in listeners.values():
            one.uids = (first, second)
        return [asyncio.create_task(one.type_along()) for one in listeners.values()]

    tasks = served.ask(open_all())
    with Typist(served, author) as typist:
        typist.greet(first).writes(first, TYPED)
        until = time.monotonic() + HANG
        while not all("bilby" in "".join(listeners[name].heard) for name in ("author", "chair")):
            assert time.monotonic() < until, "those who may listen hear what is typed"
            time.sleep(0.05)
    for task in tasks:
        served.loop.call_soon_threadsafe(task.cancel)


def test_p30_a_working_paper_is_for_its_sponsors_its_signatories_and_the_dais(
    afternoon: Afternoon, listeners: Mapping[str, Everything]
) -> None:
    afternoon.opens()
    afternoon.seat(0, "/papers", title=TITLE)
    afternoon.text(0, version=0, edit="add", kind="operative", opening=OPENING, text=TEXT)
    told = leaks(listeners)
    assert {name for name, found in told.items() if found} == {"author", "chair", "assistant"}
    assert told["author"] == told["chair"] == list(CANARIES), "who may read it, reads all of it"

    types_beside(afternoon, listeners)
    beside = {name: [one for one in BESIDE if one in text] for name, text in readings(listeners).items()}
    assert {name for name, found in beside.items() if found} == {"author", "chair", "assistant"}
    assert beside["author"] == ["bilby", "dunnart", "potoroo"], "who may read it, reads all of it"

    for name in ("sponsors", "signatories", "readers", "submission", "departures", "withdrawal", *WRITING):
        given = {"reader": afternoon.seats[5]} if name == "readers" else {}
        guess = afternoon.served.act("delegate", f"/papers/WP-1/{name}", afternoon.seats[5], **given)
        assert guess.status_code in (403, 404, 409, 422), f"{name}: {guess.text}"
        assert not [canary for canary in CANARIES if canary in guess.text.lower()]
    assert not leaks(listeners)["other delegation"], "who guesses a paper's key reads nothing of it"

    for place in (1, 2, 3, 4):
        afternoon.seat(0, "/papers/WP-1/readers", reader=afternoon.seats[place])
    afternoon.seat(1, "/papers/WP-1/sponsors")
    for place in (2, 3, 4):
        afternoon.seat(place, "/papers/WP-1/signatories")
    afternoon.chair("/papers/WP-1/signatories", seat=afternoon.served.members()[6])
    readers = {"author", "sponsor", "signatory", "chair", "assistant"}
    assert {name for name, found in leaks(listeners).items() if found} == readers

    afternoon.seat(0, "/papers/WP-1/submission")
    afternoon.chair("/papers/WP-1/return", reason="Count the marsupials again")
    afternoon.seat(0, "/papers/WP-1/submission")
    assert {name for name, found in leaks(listeners).items() if found} == readers

    afternoon.chair("/papers/WP-1/approval")
    beside = {name: [one for one in BESIDE[1:] if one in text] for name, text in readings(listeners).items()}
    assert {name for name, found in beside.items() if found} <= readers, "what is public is the text alone"
    everybody = readers | {"organizer", "observer", "other delegation"}
    assert everybody <= {name for name, found in leaks(listeners).items() if found}, "then it is public"


def test_p30_the_dais_channel_is_for_the_dais(
    afternoon: Afternoon, listeners: Mapping[str, Everything]
) -> None:
    served = afternoon.served
    for name, one in listeners.items():
        answers = {
            channel: one.client.get(f"{served.here}/live?have={json.dumps({channel: {}})}").status_code
            for channel in ("dais", "seat:argentina", "papers")
        }
        dais = name in ("chair", "assistant")
        own = name == "author"
        outside = name in ("lobby", "nobody", "chair elsewhere")
        no = 401 if outside else 403
        expected = {"dais": 200 if dais else no, "seat:argentina": 200 if own else no, "papers": no}
        assert answers == expected, name


def shown(one: Everything) -> list[str]:
    """What somebody reads now on pages beside the minutes, without what only counts acts or time.

    Frames come when they come; what they show is what a fresh page shows (P-18).
    """
    text = re.sub(r"'date': '[^']*'|'content-length': '\d+'", "", one.read(minutes=False))
    return re.sub(r"\d{2,}", "#", re.sub(r"\b[0-9a-f]{12,}\b", "#", text)).splitlines()


def test_p30_how_a_delegation_votes_stays_hidden_until_the_result_is_announced(
    afternoon: Afternoon, listeners: Mapping[str, Everything]
) -> None:
    motion = afternoon.seat(0, "/motions", kind="introduce_draft", paper="WP-1")
    watching = {name: one for name, one in listeners.items() if name not in ("author", "sponsor")}
    rounds: list[dict[str, tuple[list[str], list[str]]]] = []
    for choices in (("yes", "no"), ("no", "yes")):
        vote = afternoon.chair("/votes", about="motion", subject=str(motion), mode="devices")
        for place, choice in enumerate(choices):
            afternoon.seat(place, f"/votes/{vote}/ballots", choice=choice)
        time.sleep(2 * TICK)  # tallies may be shown a tick later
        opened = {name: shown(one) for name, one in watching.items()}
        afternoon.chair(f"/votes/{vote}/closure")
        time.sleep(2 * TICK)
        rounds.append({name: (opened[name], shown(one)) for name, one in watching.items()})
        for name, one in watching.items():
            assert (
                "Argentina voted" not in one.client.get(f"{afternoon.served.here}/minutes?kind=vote").text
            ), name
        afternoon.chair(f"/votes/{vote}/annulment", reason="Again")
    for name in watching:
        first, swapped = (one[name] for one in rounds)
        assert differences(first[0], swapped[0]) == [], f"{name} learns who votes how"
        assert differences(first[1], swapped[1]) == [], f"{name} learns who voted how"


def minutes_of(one: Everything) -> str:
    """The votes in the minutes, as somebody reads them."""
    return one.client.get(f"{one.served.here}/minutes?kind=vote", headers={"Accept": "text/html"}).text


def differences(one: list[str], other: list[str]) -> list[tuple[str, str]]:
    """The lines in which two readings differ."""
    return [pair for pair in itertools.zip_longest(one, other, fillvalue="") if pair[0] != pair[1]]


def test_p30_a_result_says_how_each_delegation_voted_once_it_is_announced(
    afternoon: Afternoon, listeners: Mapping[str, Everything]
) -> None:
    motion = afternoon.served.room().floor.motions.pending[0].number
    afternoon.by_devices("motion", str(motion))
    for name in ("chair", "other delegation", "observer"):
        assert (
            "Argentina voted" in listeners[name].client.get(f"{afternoon.served.here}/minutes?kind=vote").text
        ), name


def test_p30_the_log_names_no_paper_and_no_token(
    afternoon: Afternoon, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    code = afternoon.served.code("observer")
    with caplog.at_level("DEBUG"), contextlib.closing(afternoon.served.joined(code)) as client:
        token = client.cookies["placard"]
        client.get(f"{afternoon.served.here}/papers/WP-1")
        client.get(f"{afternoon.served.here}/papers/{TITLE}")
        client.post(f"{afternoon.served.here}/papers/WP-1/text", json={"text": TEXT})
    ours = [one.getMessage() for one in caplog.records if not one.name.startswith(("http", "asyncio"))]
    said = "\n".join([*ours, *capfd.readouterr()]).lower()
    assert not [secret for secret in (*CANARIES, code.lower(), token.lower()) if secret in said]
