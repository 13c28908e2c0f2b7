"""P-30: own notes, and positions that nobody confirmed, reach nobody whom they are not for."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Iterator, Mapping

import httpx2 as httpx
import pytest

from app.blueprints import of_guide
from app.founding import RULEBOOK, found
from app.invitations import Invited, invite
from app.minutes import decode
from app.notes.own import OwnNotes, read_notes
from app.transcripts import transcript
from delegations.study_guides.guide import (
    Citation,
    Questions,
    Section,
    Stakeholder,
    StudyGuide,
    TopicPosition,
)
from tests.afternoon import Afternoon
from tests.promises.everything import CHANNELS, Everything
from tests.promises.test_p30_private_papers_and_ballots import ROLES
from tests.served import Served

NOTES, SPEECH, QUOTED = "Quokka coalition", "wombat rhetoric", "thylacine"
CANARIES = ("quokka", "wombat rhetoric", "thylacine")
PAPER = "Echidna tariff"
INFERRED = (
    "Defends zyzzyva quotas, numbat inspectors and bilby registers; wants dunnart harbours closed, "
    "potoroo fleets counted and quoll markets watched by thornbill wardens at night."
)
SECRET = ("zyzzyva", "numbat", "bilby", "dunnart", "potoroo", "quoll", "thornbill", "glider")
CONFIRMED = "Asks for notice of flights, for lawyers at hearings, and for loans to those who return home."


@pytest.fixture(scope="module")
def afternoon(served: Served) -> Afternoon:
    """A committee after an afternoon in which a delegation has kept notes and quoted into them."""
    played = Afternoon(served)
    played.play()
    here, seat = served.here, played.seats[0]
    mine = served.client("delegate", seat)
    notes = {"command_id": "a" * 16, "notes": NOTES, "speech": SPEECH, "version": "0"}
    assert mine.post(f"{here}/notes", json=notes).status_code == 200
    assert mine.post(f"{here}/notes", json={**notes, "notes": f"Old {NOTES}"}).status_code == 409
    item = {"text": f"Report\n\nThe {QUOTED} was seen. Nobody believed it."}
    added = served.client("chair", "dais-1").post(
        f"{here}/library", files={"none": ("", b"")}, data=item, follow_redirects=False
    )
    key = added.headers.get("location", "/item-1").rpartition("/")[2]
    quote = {"command_id": "b" * 16, "paragraph": "0", "to": "speech"}
    assert mine.post(f"{here}/library/{key}/quotes", json=quote).status_code == 200
    number = key.removeprefix("item-")
    assert served.client("chair", "dais-1").post(
        f"{here}/library/{number}/removal", json={"command_id": "c" * 16}
    ).status_code == 200  # fmt: skip
    played.seat(0, "/papers", title=PAPER)
    return played


@pytest.fixture(scope="module")
def others(afternoon: Afternoon) -> Iterator[Mapping[str, Everything]]:
    """Everybody but the delegation itself, each with a socket on every channel that there is."""
    served = afternoon.served
    clients = {role: served.client(role) for role in ROLES}
    clients["other delegation"] = served.client("delegate", afternoon.seats[4])
    clients |= {"chair": served.client("chair", "dais-1"), "assistant": served.client("assistant")}
    kept = {name: Everything(served, client) for name, client in clients.items()}

    async def open_all() -> list[asyncio.Task[None]]:
        return [asyncio.create_task(one.listen(name)) for one in kept.values() for name in CHANNELS]

    tasks = served.ask(open_all())
    yield kept
    for task in tasks:
        served.loop.call_soon_threadsafe(task.cancel)


def searched(one: Everything, *words: str) -> str:
    """What the search answers to these words, without the query itself that the page repeats."""
    here, found = one.served.here, []
    for word in words:
        text = one.client.get(f"{here}/library?q={word}", headers={"Accept": "text/html"}).text
        found.append(text.replace(f'value="{word}"', ""))
    return "\n".join(found)


def test_p30_own_notes_are_for_their_own_seat_and_nobody_else(
    afternoon: Afternoon, others: Mapping[str, Everything]
) -> None:
    served, seat = afternoon.served, afternoon.seats[0]
    own = Everything(served, served.client("delegate", seat)).read().lower()
    assert [canary for canary in CANARIES if canary in own] == list(CANARIES), "its own seat reads them"
    for name, one in others.items():
        read = f"{one.read()}{searched(one, 'quokka', 'rhetoric', 'thylacine')}".lower()
        assert [canary for canary in CANARIES if canary in read] == [], name


def test_p30_no_frame_carries_own_notes_not_even_those_of_their_own_seat(afternoon: Afternoon) -> None:
    served, seat = afternoon.served, afternoon.seats[0]
    client = served.client("delegate", seat)
    channels = json.dumps({f"seat:{seat}": {}, "public": {}, "projector": {}})
    frames = client.get(f"{served.here}/live?have={channels}").text.lower()
    data = client.get(f"{served.here}/floor.json").text.lower()
    assert seat in frames and seat in data
    assert [canary for canary in CANARIES if canary in frames + data] == []


def test_p30_neither_record_nor_directory_nor_log_holds_own_notes(
    afternoon: Afternoon, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    served, seat = afternoon.served, afternoon.seats[0]
    with caplog.at_level(logging.DEBUG):
        too_long = {"command_id": "d" * 16, "notes": "quokka" * 4000, "speech": "", "version": "2"}
        assert served.client("delegate", seat).post(f"{served.here}/notes", json=too_long).status_code == 422
        kept = served.ask(read_notes(served.house.store, served.committee, seat))
    assert kept.notes == NOTES
    rows = [line for line in served.dump() if "quokka" in line.lower()]
    assert len(rows) == 1 and 'INSERT INTO "own_note"' in rows[0]
    said = [one.getMessage() for one in caplog.records if not one.name.startswith(("http", "asyncio"))]
    for text in (*said, *capfd.readouterr(), repr(served.house.directory(served.committee)), repr(kept)):
        assert "quokka" not in text.lower()
    assert "quokka" not in repr(OwnNotes(NOTES)).lower()


def test_p30_a_private_paper_is_in_no_profile_library_or_question_of_others(
    afternoon: Afternoon, others: Mapping[str, Everything]
) -> None:
    readers = {name for name, one in others.items() if PAPER.lower() in one.read().lower()}
    assert readers == {"chair", "assistant"}
    for name, one in others.items():
        assert PAPER.lower() not in searched(one, "echidna", "tariff").lower(), name


def guide_with_doubts() -> StudyGuide:
    """A guide with a published and an inferred position, in a chapter that tells both."""
    peru = Stakeholder(
        "Perou", "Peru", "country", "PE", (TopicPosition("", INFERRED, 4, 40),), page=4, line=40,
        sources=(Citation("Glider, 2024", "Glider, A. (2024). Of gliders."),), confidence="inferred",
    )  # fmt: skip
    known = [
        Stakeholder(name, name, "country", code, (TopicPosition("", CONFIRMED, 3, line),), page=3, line=line)
        for name, code, line in (("Ghana", "GH", 20), ("Chile", "CL", 24), ("Kenya", "KE", 28))
    ]
    return StudyGuide(
        committee="Council",
        organization="Council",
        topics=("Returns",),
        stakeholders=(*known, peru),
        sections=(
            Section("The past", 1, 1, "Peru and Ghana have spoken before. Flights went on for years."),
            Section("Around the table", 15, 3, f"{CONFIRMED}\n\n{INFERRED}"),
            Section("Country positions", 30, 4, INFERRED),
        ),
        questions=Questions(("Who pays for a safe return?",), ()),
    )


@pytest.fixture(scope="module")
def doubtful(served: Served) -> tuple[int, tuple[Invited, ...]]:
    """A committee whose guide has a position that nobody confirmed."""

    async def make() -> tuple[int, tuple[Invited, ...]]:
        blueprint = of_guide(guide_with_doubts(), b"a guide with doubts", RULEBOOK)
        made = await found(served.house.store, blueprint, time.time_ns() // 1_000_000)
        return made.committee, await invite(served.house.store, served.house.access, made.committee, False)

    return served.ask(make())


def all_of(client: httpx.Client, committee: int, seat: str) -> str:
    """Everything that somebody in this committee can ask for."""
    here = f"/committees/{committee}"
    pages = ["floor", "seat", "library", "standing", "papers", "minutes", "floor.json", "projector", "rules"]
    pages += [f"profiles/{key}" for key in ("ghana", "peru", "chile")]
    pages += [f"library/chapter-{number}" for number in (1, 2, 3)] + ["library/peru", "library/ghana"]
    pages += [f"library?q={word}" for word in ("flights", "peru", "registers", "fleets", "quotas")]
    names = ("public", "projector", "dais", f"seat:{seat}", "seat:peru")
    pages += [f"live?have={json.dumps({name: {}})}" for name in names]
    return "\n".join(client.get(f"{here}/{page}", headers={"Accept": "text/html"}).text for page in pages)


def test_p30_a_position_that_nobody_confirmed_is_for_the_dais_alone(
    served: Served, doubtful: tuple[int, tuple[Invited, ...]]
) -> None:
    committee, invited = doubtful
    posts = {(one.post.role, one.post.seat_key): one.code for one in invited}
    for (role, seat), code in posts.items():
        if role in ("delegate", "observer", "projector"):
            client = served.joined(code)
            read = all_of(client, committee, seat).lower()
            assert [word for word in SECRET if word in read] == [], (role, seat)
            client.close()
    chair = served.joined(next(code for (role, _), code in posts.items() if role == "chair"))
    assert "zyzzyva" in all_of(chair, committee, "dais-1").lower(), "the dais reads it, and sees that it is"
    profile = chair.get(f"/committees/{committee}/profiles/peru", headers={"Accept": "text/html"}).text
    assert "inferred" in profile
    standing = chair.get(f"/committees/{committee}/standing", headers={"Accept": "text/html"}).text.lower()
    assert "zyzzyva" not in standing, "it is compared with nobody"
    chair.close()


def test_p30_the_record_as_text_holds_no_notes(afternoon: Afternoon) -> None:
    served = afternoon.served
    minutes = served.ask(served.house.store.since(served.committee))
    lines = transcript((decode(one) for one in minutes), served.house.names(served.committee))
    text = json.dumps(list(lines)).lower()
    assert PAPER.lower() in text, "the record of the dais is whole"
    assert [canary for canary in CANARIES if canary in text] == []
