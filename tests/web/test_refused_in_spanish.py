"""Organizers' pages are in the reader's language, and so is what is refused there and at the door."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx2 as httpx
import pytest

from app.founding import SAMPLE
from tests.served import Served
from tests.web.preparing_road import NEW, begin, version
from tests.words.left_in_english import left_in_english

SPANISH = {"Accept": "text/html", "Accept-Language": "es"}
TWO_ROWS = "name,iso\nMexico,MX\nMexico,MX\n=1+1,\nAtlantis,\nChile,QQ\n"
PEOPLE = "name,delegation\nAda Example,\nAda Example,Atlantis\n=1,Mexico\n"


@dataclass(frozen=True)
class Refused:
    """A form that is refused: its address, the status, words of the Spanish sentence, and its body."""

    path: str
    status: int
    says: str
    body: dict[str, Any] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)


NO_ZIP = {"file": ("guides.zip", b"PK\x03\x04 no archive")}
ROAD = [
    Refused(NEW, 422, "Elija un archivo"),
    Refused("/organizer/set-ups", 422, "no es", files={"file": ("x.json", b"{}")}),
    Refused("/organizer/conference/pasted", 422, "Elija un archivo"),
    Refused("/organizer/conference/guides", 422, "no se puede abrir", files=NO_ZIP),
    Refused("/organizer/conference/opening", 422, "Ningún comité"),
    Refused("/organizer/conference/swaps", 422, "Elija dos comités", {"one": "9:a", "other": "9:b"}),
    Refused("/organizer/people/pasted", 422, "Elija un archivo"),
    Refused("/organizer/library", 422, "Elija un archivo", {"text": ""}),
    Refused("/organizer/library", 422, "caracteres", {"title": "x" * 400, "text": "words"}),
    Refused("/organizer/status/sign-ins", 409, "ya ha terminado", {"device": "9"}),
    Refused("/join", 404, "código", {"code": "ZZZZ ZZZZ ZZZZ"}),
]


@pytest.fixture(scope="module")
def organizer(served: Served) -> Iterator[httpx.Client]:
    client = served.joined(served.code("organizer"))
    client.headers.update(SPANISH)
    yield client
    client.close()


def sent(client: httpx.Client, one: Refused) -> httpx.Response:
    return client.post(one.path, data=one.body, files=one.files or None)


@pytest.mark.parametrize("one", ROAD, ids=lambda one: f"{one.path}-{one.says}")
def test_a_refused_form_answers_in_spanish(organizer: httpx.Client, one: Refused) -> None:
    answer = sent(organizer, one)
    assert answer.status_code == one.status, answer.text
    assert one.says in answer.text
    assert left_in_english(answer.text, "es") == []


@pytest.mark.parametrize(
    "path",
    [
        "/nothing/here",
        "/organizer/preparations/999",
        "/organizer/committees/999/seats",
        "/organizer/people/999/data.json",
        "/committees/999/",
        "/help/nothing",
    ],
)
def test_what_is_not_there_is_said_in_spanish(organizer: httpx.Client, path: str) -> None:
    answer = organizer.get(path, follow_redirects=True)
    assert '<html lang="es"' in answer.text
    assert left_in_english(answer.text, "es") == []


def test_the_steps_of_a_preparation_answer_in_spanish(organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    now = version(organizer, f"{here}/start")
    forms = [
        ("start", {"version": now, "name": "", "topics": "", "language": "es", "time_zone": "Nowhere/Else"}),
        ("start", {"version": "77", "name": "OIM", "topics": "Uno", "language": "es", "time_zone": "UTC"}),
        ("review", {"version": now, "field": "s99.name", "does": "accept"}),
        ("review", {"version": now, "field": "s0.name", "does": "edit", "value": "x" * 20_001}),
        ("delegations", {"version": now, "key": "nobody", "name": "X"}),
        ("delegations", {"version": now, "key": "ghana", "name": "", "kind": "member"}),
        ("delegations", {"version": now, "key": "ghana", "name": "Ghana", "iso2": "QQ", "kind": "member"}),
        ("delegations", {"version": now, "key": "ghana", "name": "Mexico", "short_name": "Mexico"}),
        ("delegations/pasted", {"table": ""}),
        ("delegations/pasted", {"table": TWO_ROWS}),
        ("delegations/whole", {"version": now, "does": "join", "roster": "no body"}),
        ("removal", {"version": now, "name": "another"}),
        ("opening", {"version": "77"}),
        ("guide", {"text": ""}),
    ]  # fmt: skip
    for step, fields in forms:
        answer = organizer.post(f"{here}/{step}", data=fields)
        assert answer.status_code in (200, 404, 409, 422), (step, fields, answer.status_code)
        assert left_in_english(answer.text, "es") == [], (step, fields)


def test_rows_of_the_assignment_list_answer_in_spanish(organizer: httpx.Client) -> None:
    answer = organizer.post("/organizer/people/pasted", data={"table": PEOPLE})
    assert answer.status_code == 200
    assert "no tiene asiento" in answer.text
    assert left_in_english(answer.text, "es") == []


def test_a_guide_that_cannot_be_read_says_why_to_each_in_their_language(organizer: httpx.Client) -> None:
    here = begin(organizer, "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    spanish = organizer.get(f"{here}/reading")
    assert left_in_english(spanish.text, "es") == [] and "Word" in spanish.text
    told = organizer.get(f"{here}/reading", headers={"Accept": "application/json"}).json()["sentence"]
    assert told in spanish.text.replace("&#39;", "'")
    english = organizer.get(f"{here}/reading", headers={"Accept-Language": "en"})
    assert "This is an old Word file" in english.text


def test_every_page_of_the_road_is_in_spanish(served: Served, organizer: httpx.Client) -> None:
    here = begin(organizer, "iom.txt", SAMPLE.read_bytes())
    own, committee = f"/organizer{served.here}", served.here
    pages = [
        *("/organizer", "/organizer/people", "/organizer/conference", "/organizer/library", f"{NEW}/new"),
        *("/organizer/status", "/organizer/now", "/organizer/statistics", f"{own}/seats", f"{own}/guide"),
        *(f"{here}/{step}" for step in ("start", "review", "review?card=s0", "delegations", "check")),
        *(f"{committee}/{page}" for page in ("moves", "lobby", "papers", "library", "minutes")),
    ]
    for path in pages:
        answer = organizer.get(path)
        assert answer.status_code == 200, path
        assert left_in_english(answer.text, "es") == [], path


def test_a_page_in_english_is_found_to_be_english(organizer: httpx.Client) -> None:
    answer = organizer.get("/nothing/here", headers={"Accept-Language": "en"})
    assert left_in_english(answer.text, "es") != []
