"""The organizer's road over HTTP: a guide goes in, a committee comes out, and nobody else gets near it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx2 as httpx
import pytest
from sqlmodel import Session

from app.founding import SAMPLE
from app.invitations import committees
from app.preparing.preparations import listed
from app.screens.environment import LANGUAGES
from app.tables import ProfileRow
from tests.served import Served
from tests.web.preparing_road import NEW, begin, page, send, until_read, version

AS_PAGE = {"Accept": "text/html"}


@pytest.fixture
def organizer(served: Served) -> httpx.Client:
    return served.client("organizer")


def test_from_a_guide_to_a_committee_with_its_own_codes(served: Served, organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    assert "of 34" in page(organizer, f"{here}/review?card=s0")
    send(
        organizer,
        f"{here}/review",
        version=version(organizer, f"{here}/review"),
        field="s0.name",
        does="reject",
    )
    start = version(organizer, f"{here}/start")
    saved = send(
        organizer, f"{here}/start", version=start, name="IOM, second room", topics="Returns\nFamilies",
        language="es", time_zone="Europe/Madrid",
    )  # fmt: skip
    assert saved.status_code == 303
    opened = send(organizer, f"{here}/opening", version=version(organizer, f"{here}/check"))
    codes = re.findall(r'class="seatcode">([^<]+)<', opened.text)
    assert len(codes) == 33 + 2 + 1 + 2, "delegations, chairs, assistant, projector and observers"
    committee = max(key for key, _ in served.ask(committees(served.house.store)))
    room = served.ask(served.house.room(committee))
    directory = served.house.directory(committee)
    assert (directory.name, directory.language, directory.time_zone) == (
        "IOM, second room",
        "es",
        "Europe/Madrid",
    )
    assert room.floor.topics == ("Returns", "Families")
    assert len(directory.profiles) == 33
    assert served.ask(listed(served.house.store, (1,))) == ()
    assert send(organizer, f"{here}/opening", version="9").headers["location"] == "/organizer"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("story.txt", b"Once upon a time there was a king. He was old and slept a lot.", "article"),
        ("empty.pdf", b"", "empty"),
        ("locked.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word file"),
        ("bomb.docx", b"PK\x03\x04" + b"\0" * 400, "cannot be opened"),
    ],
)
def test_what_is_no_guide_is_said_in_a_sentence_and_another_may_follow(
    organizer: httpx.Client, name: str, data: bytes, says: str
) -> None:
    here = begin(organizer, name, data)
    shown = page(organizer, f"{here}/reading")
    assert says in shown and "Another file" in shown
    send(organizer, f"{here}/removal", version=version(organizer, f"{here}/check"), name=name)
    assert organizer.get(here).status_code == 404


def test_another_guide_takes_the_place_of_the_first_with_its_name(organizer: httpx.Client) -> None:
    here = begin(organizer, "first.txt", SAMPLE.read_bytes())
    answer = organizer.post(f"{here}/guide", files={"file": ("second.txt", SAMPLE.read_bytes())})
    until_read(organizer, answer.headers["location"])
    shown = page(organizer, "/organizer")
    assert "second.txt" in shown and "first.txt" not in shown


def test_the_languages_that_are_offered_are_those_that_are_taken(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    choice = page(organizer, f"{here}/start").partition('id="language"')[2].partition("</select>")[0]
    offered = re.findall(r'<option value="([^"]+)"', choice)
    assert offered == list(LANGUAGES)


def test_two_windows_do_not_overwrite_each_other(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    seen = version(organizer, f"{here}/review")
    first = send(organizer, f"{here}/review", version=seen, field="s1.name", does="accept")
    assert first.status_code == 303
    second = send(organizer, f"{here}/review", version=seen, field="s2.name", does="accept")
    assert second.status_code == 409 and "another window" in second.text
    assert "1 of" in page(organizer, f"{here}/review")


def test_what_is_opened_or_thrown_away_is_what_the_organizer_saw(
    served: Served, organizer: httpx.Client
) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    seen = version(organizer, f"{here}/check")
    send(organizer, f"{here}/review", version=seen, field="s1.name", does="accept")
    before = served.ask(committees(served.house.store))
    for stale in (seen, "", "²"):
        opened = send(organizer, f"{here}/opening", version=stale)
        assert opened.status_code == 409 and "another window" in opened.text
    assert served.ask(committees(served.house.store)) == before
    name = "International Organization for Migration (IOM)"
    assert send(organizer, f"{here}/removal", version=seen, name=name).status_code == 409
    assert "1 of" in page(organizer, f"{here}/review")


def test_an_opened_preparation_leads_to_its_committee(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    assert send(organizer, f"{here}/opening", version=version(organizer, f"{here}/check")).status_code == 200
    for step in ("", "/start", "/review", "/delegations", "/rules", "/check", "/reading"):
        assert organizer.get(here + step).headers["location"] == "/organizer", step
    for step in ("guide", "reading/stop", "start", "review", "rules", "opening", "removal"):
        answer = send(organizer, f"{here}/{step}", version="1")
        assert answer.status_code == 303 and answer.headers["location"] == "/organizer", step


def test_a_long_text_may_be_pasted(organizer: httpx.Client) -> None:
    text = SAMPLE.read_text("utf-8") + "\n\n" + "The sea is wide and the way is long. \n" * 30_000
    answer = organizer.post(NEW, data={"text": text}, files={"file": ("", b"")}, headers=AS_PAGE)
    assert answer.status_code == 303 and len(text) > 2**20
    here = until_read(organizer, answer.headers["location"])
    assert "of 34" in page(organizer, f"{here}/review?card=s0")


def test_a_form_that_cannot_be_read_is_answered_on_a_page(organizer: httpx.Client) -> None:
    many = {f"field{n}": "x" for n in range(9)}
    answer = organizer.post(NEW, data=many, files={"file": ("", b"")}, headers=AS_PAGE)
    assert answer.status_code == 422 and "could not be read" in answer.text and "<main" in answer.text
    large = organizer.post(NEW, files={"file": ("guide.txt", b"x" * (22 * 2**20))}, headers=AS_PAGE)
    assert large.status_code == 413 and "<main" in large.text and "more text than fits" in large.text


def test_what_was_typed_wrongly_stays_on_the_page_with_its_reason(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    seen = version(organizer, f"{here}/start")
    answer = send(
        organizer, f"{here}/start", version=seen, name="", topics="Returns", language="xx", time_zone="Mars"
    )
    assert answer.status_code == 422
    for sentence in ("needs a name", "time zone of the list"):
        assert sentence in unescape(answer.text)
    assert version(organizer, f"{here}/start") == seen


def test_nobody_but_an_organizer_prepares(served: Served, organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("nobody", "")):
        client = served.client(role, seat)
        for path in (f"{NEW}/new", here, f"{here}/review", f"{here}/check"):
            assert client.get(path).status_code in (401, 403), (role, path)
        for path in (NEW, f"{here}/start", f"{here}/opening", f"{here}/removal"):
            assert client.post(path, data={"version": "1"}).status_code in (401, 403), (role, path)
    assert organizer.get(f"{NEW}/{2**70}").status_code == 404
    assert organizer.get(f"{NEW}/999").status_code == 404


def test_a_preparation_is_thrown_away_by_its_name(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    seen = version(organizer, f"{here}/check")
    assert send(organizer, f"{here}/removal", version=seen, name="no").status_code == 422
    name = "International Organization for Migration (IOM)"
    assert send(organizer, f"{here}/removal", version=seen, name=name).status_code == 303
    assert organizer.get(here).status_code == 404


def test_a_committee_without_a_guide(organizer: httpx.Client) -> None:
    answer = organizer.post(NEW, data={"bare": "yes"}, files={"nothing": ("", b"")})
    here = answer.headers["location"].removesuffix("/start")
    seen = version(organizer, f"{here}/delegations")
    rows = "name,short name,iso,kind\nFrance,,,\nGermany,,,\nRed Crescent,,,ngo"
    asked = organizer.post(f"{here}/delegations/pasted", files={"table": (None, rows)})
    assert "Take 3 rows" in unescape(asked.text)
    send(organizer, f"{here}/delegations/taken", version=seen, table=rows)
    shown = page(organizer, f"{here}/delegations")
    assert "Germany" in shown and "Red Crescent" in shown
    shown = page(organizer, f"{here}/check")
    assert "has no name yet" in shown
    assert re.findall(r'Go there<span class="vh">: ([^<]*)', shown)[0] == "Committee"


def test_an_inferred_position_reaches_the_dais_alone(tmp_path: Path) -> None:
    canary = "canary of an inferred position"
    doubtful = {"topic": "", "text": canary, "page": 1, "line": 1}

    def infer(rows: Session, committee: int) -> None:
        row = rows.get_one(ProfileRow, (committee, "ghana"))
        row.body = {**row.body, "positions": [], "doubtful": [doubtful]}
        rows.add(row)

    with Served(tmp_path / "data") as served:
        served.ask(served.house.store.write(lambda rows: infer(rows, served.committee)))
        served.room()
        served.ask(served.house.beside.read_names(served.committee))
        profile = f"{served.here}/profiles/ghana"
        assert canary in served.client("chair", "dais-1").get(profile).text
        assert canary in served.client("organizer").get(profile).text
        for role, seat in (("delegate", "ghana"), ("delegate", "peru"), ("observer", "")):
            for path in (profile, f"{served.here}/floor", f"{served.here}/floor.json"):
                assert canary not in served.client(role, seat).get(path).text, (role, seat, path)
