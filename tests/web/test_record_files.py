"""The minutes as files: what everybody may read, and what they leave out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import docx
import pypdfium2
import pytest

from app.assignments import Assignment, assign
from tests.afternoon import Afternoon
from tests.served import Served

PERSON = "Someone Assigned"


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afternoon]:
    """A served committee after its afternoon, with a private paper and a person assigned."""
    with Served(tmp_path_factory.mktemp("data")) as served:
        afternoon = Afternoon(served)
        afternoon.play()
        afternoon.seat(2, "/papers", title="A paper of our own")
        one = Assignment(served.committee, afternoon.seats[0], "delegate", PERSON)
        served.ask(assign(served.house.store, 1, [one], 1))
        yield afternoon


def taken(played: Afternoon, path: str, role: str = "chair", seat: str = "dais-1") -> tuple[int, bytes]:
    """Status and body of a file of the committee."""
    answer = played.served.client(role, seat).get(played.served.here + path, headers={"accept": "text/html"})
    return answer.status_code, answer.content


def pdf_text(data: bytes) -> str:
    """The words of all pages, with single blanks."""
    found = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in found).split())


def test_the_public_minutes_say_the_same_in_three_forms_and_nothing_private(played: Afternoon) -> None:
    table = list(csv.DictReader(io.StringIO(taken(played, "/minutes.csv")[1].decode("utf-8-sig"))))
    word = docx.Document(io.BytesIO(taken(played, "/minutes.docx")[1]))
    told = " ".join(" ".join(paragraph.text for paragraph in word.paragraphs).split())
    pdf = pdf_text(taken(played, "/minutes.pdf")[1])
    adopted = next(row for row in table if "adopted, 5-1-0" in row["text"].lower())
    assert adopted["text"] in told and "dopted, 5-1-0" in pdf
    assert any(row["taken_back"] for row in table) and "taken back" in told and "taken back" in pdf
    everything = json.dumps(table) + told + pdf
    assert "WP-2" not in everything and PERSON not in everything
    here = taken(played, "/minutes", "delegate", played.seats[2])[1].decode()
    assert "WP-2" in here, "its author reads it in its own minutes"
    assert "WP-2" not in taken(played, "/minutes?as=public", "delegate", played.seats[2])[1].decode()


def test_names_of_people_are_for_the_dais_alone(played: Afternoon) -> None:
    assert PERSON in pdf_text(taken(played, "/minutes.pdf?names=1")[1])
    assert PERSON not in pdf_text(taken(played, "/minutes.pdf?names=1", "delegate", played.seats[0])[1])
    assert taken(played, "/minutes.exe")[0] == 404
