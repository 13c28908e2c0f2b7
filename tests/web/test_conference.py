"""A conference over HTTP: committees from a table, their guides, swapped, opened, watched, printed."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import httpx2 as httpx
import pytest

from app.founding import SAMPLE
from app.invitations import committees
from app.preparing.guide_files import receive
from app.preparing.preparation import Preparation
from app.preparing.preparations import begin, listed, one, throw_away
from delegations.roster import all_members
from tests.preparing.test_conferences import BOMB, packed
from tests.printing.pages import texts
from tests.served import Served
from tests.web.preparing_road import NEW

HERE = "/organizer/conference"
TABLE = "Delegation;Migration Council;Health Assembly\nGhana;x;x\nMexico;x;\nPeru;;x\nChad;;x\nKorea;;x\n"
HEALTH = (
    b"World Health Assembly\n\nTopic: Clean Water\n\nCountry positions\n\nPeru: It waits.\n\nChad: It asks.\n"
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data")) as served:
        yield served


@pytest.fixture
def organizer(house: Served) -> httpx.Client:
    return house.client("organizer")


def send(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data=fields, headers={"Accept": "text/html"})


def page(client: httpx.Client, path: str = HERE) -> str:
    answer = client.get(path, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return unescape(answer.text)


def when(client: httpx.Client, says: str) -> str:
    """The page of the conference, once it says so."""
    deadline = time.monotonic() + 90
    while says not in (shown := page(client)):
        assert time.monotonic() < deadline, shown
        time.sleep(0.1)
    return shown


def test_from_a_table_and_an_archive_to_two_open_committees(house: Served, organizer: httpx.Client) -> None:
    asked = unescape(organizer.post(f"{HERE}/pasted", files={"file": ("c.csv", TABLE.encode())}).text)
    assert "Prepare 2 committees" in asked and "Did you mean Republic of Korea" in asked
    assert "Migration Council" not in page(organizer)
    for _ in range(2):  # the same table again begins nothing twice
        assert send(organizer, f"{HERE}/taken", table=TABLE, rulebook="thimun").status_code == 303
    shown = page(organizer)
    assert shown.count("Migration Council</bdi>") == 1 and shown.count("a topic") == 2
    assert send(organizer, f"{HERE}/opening").status_code == 422

    files = {"Migration.txt": SAMPLE.read_bytes(), "x/health-assembly.txt": HEALTH, "odd.txt": b"?"}
    told = organizer.post(f"{HERE}/guides", files={"file": ("guides.zip", packed(files))}).text
    assert "Migration.txt is being read for Migration Council" in told
    assert "odd.txt is not the guide of any one committee" in told
    when(organizer, "Open 2 committees")

    rows = {one.preparation.name: one.id for one in house.ask(listed(house.house.store, (1,)))}
    mine, other = rows["Migration Council"], rows["Health Assembly"]
    twice = send(organizer, f"{HERE}/swaps", one=f"{mine}:ghana", other=f"{other}:peru")
    assert twice.status_code == 422 and "sits in Health Assembly already" in twice.text
    assert send(organizer, f"{HERE}/swaps", one=f"{mine}:mexico", other=f"{other}:peru").status_code == 303

    opened = send(organizer, f"{HERE}/opening")
    assert len(re.findall('class="seatcode"', opened.text)) == 2 * 5 + 2 + 4
    found = re.search(r'name="codes" value="([^"]+)"', opened.text)
    assert found is not None
    sheets = texts(organizer.post("/organizer/invites.pdf", data={"codes": found[1]}).content)
    assert len(sheets) == 4, "dais and delegations of each committee apart, in one print job"

    made = dict(sorted(house.ask(committees(house.house.store)))[1:])
    assert set(made.values()) == {"Migration Council", "Health Assembly"}
    (council,) = (key for key, name in made.items() if name == "Migration Council")
    floor = house.ask(house.house.room(council)).floor
    assert {key for key, seat in floor.seats.items() if not seat.is_dais} == {"ghana", "peru"}
    assert floor.rulebook.id == "thimun"
    assert house.house.directory(council).profiles["peru"].position


def test_all_that_are_ready_are_opened_and_of_the_others_it_is_said_why_not(
    house: Served, organizer: httpx.Client
) -> None:
    store, before = house.house.store, house.ask(committees(house.house.store))
    ready = Preparation(name="Ready Council", topics=("One",), delegations=all_members()[:3])
    house.ask(begin(store, 1, ready, 1))
    bare = house.ask(begin(store, 1, replace(ready, name="Bare Council", topics=()), 1))
    cut = house.ask(begin(store, 1, replace(ready, name="Cut Council"), 1))
    house.ask(receive(store, cut, "cut.txt", HEALTH))  # a server stopped while it was read
    shown = page(organizer)
    assert "the reading was interrupted" in shown and "being read</a>" not in shown
    assert "Open 1 committee and" in shown

    opened = unescape(send(organizer, f"{HERE}/opening").text)
    assert "2 committees were not opened" in opened and "Ready Council" in opened
    assert f'/preparations/{bare}"><bdi>Bare Council</bdi></a></p><span class="note">' in opened
    assert "needs: a topic<" in opened and "read again: the reading was interrupted<" in opened
    assert len(house.ask(committees(store))) == len(before) + 1
    refused = send(organizer, f"{HERE}/opening")
    assert refused.status_code == 422 and len(house.ask(committees(store))) == len(before) + 1

    alone = send(organizer, f"{NEW}/{cut}/opening", version="1")
    assert alone.status_code == 422 and "interrupted" in page(organizer, f"{NEW}/{cut}/check")
    assert send(organizer, f"{HERE}/guides/again", preparation=str(cut)).headers["location"] == HERE
    when(organizer, "Open 1 committee and")
    for key in (bare, cut):
        house.ask(throw_away(store, key, house.ask(one(store, key, (1,))).version))


def test_one_print_job_and_one_page_for_all(house: Served, organizer: httpx.Client) -> None:
    send(organizer, f"{HERE}/name", name="  Lakeside   Model UN ")
    badges = " ".join(texts(organizer.get("/organizer/badges.pdf").content))
    assert "Lakeside Model UN" in badges
    number = len(house.ask(committees(house.house.store)))
    placards = texts(organizer.get("/organizer/placards.pdf").content)
    seats = [
        seat
        for key, _ in house.ask(committees(house.house.store))
        for seat in house.ask(house.house.room(key)).floor.seats.values()
        if not seat.is_dais
    ]
    assert len(placards) == len(seats)
    assert page(organizer, "/organizer/now").count('<li id="now-') == number


def test_the_overview_follows_the_rooms(house: Served, organizer: httpx.Client) -> None:
    rows = "/organizer/now/rows"
    assert "no roll call yet" in organizer.get(rows).text
    house.do("chair", "/roll-calls")
    house.do("chair", "/roll-call/all-present")
    shown = page(organizer, rows)
    assert f'{len(house.members())}<span class="mute">/{len(house.members())}' in shown
    assert "enough to vote" in shown and "The roll is being called" in shown
    assert organizer.get(rows).headers["x-now"].isdecimal()


def test_a_newer_guide_of_a_committee_that_runs_is_no_committee_to_open(
    house: Served, organizer: httpx.Client
) -> None:
    ready = Preparation(name="Newer", topics=("One",), delegations=all_members())
    key = house.ask(begin(house.house.store, 1, ready, 1, renews=house.committee))
    assert "Newer" not in page(organizer)
    before = house.ask(committees(house.house.store))
    assert send(organizer, f"{HERE}/opening").status_code == 422
    assert house.ask(committees(house.house.store)) == before
    other = house.ask(begin(house.house.store, 1, ready, 1))
    refused = send(organizer, f"{HERE}/swaps", one=f"{key}:peru", other=f"{other}:chad")
    assert refused.status_code == 422 and "runs already" in refused.text
    house.ask(throw_away(house.house.store, other, 1))


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [("g.zip", BOMB, "too large"), ("g.zip", b"PK\x03\x04 no", "cannot be opened")],
)
def test_a_hostile_archive_changes_nothing(
    organizer: httpx.Client, name: str, data: bytes, says: str
) -> None:
    answer = organizer.post(f"{HERE}/guides", files={"file": (name, data)})
    assert answer.status_code == 422 and says in answer.text


def test_nobody_but_an_organizer_has_a_conference(house: Served, tmp_path: Path) -> None:
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("projector", ""), ("nobody", "")):
        client = house.client(role, seat)
        for path in (HERE, "/organizer/now", "/organizer/now/rows"):
            assert client.get(path).status_code in (401, 403), (role, path)
        for step in ("taken", "guides", "swaps", "opening", "name"):
            assert client.post(f"{HERE}/{step}", data={"table": TABLE}).status_code in (401, 403), (
                role,
                step,
            )
