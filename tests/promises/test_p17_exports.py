"""P-17: what is taken away says what the record says at that act, in every form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.keeping.exported_record import exported
from app.minutes import Minute, decode, replay
from app.papers.files import read_resolution
from app.transcripts import play, transcript
from app.transcripts.plain import plain
from app.verify import verify
from app.web.exports import FORMS
from tests.afternoon import Afternoon
from tests.printing.pages import texts
from tests.served import Served


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data")) as served:
        Afternoon(served).play()
        yield served


def rows_in(served: Served) -> list[Minute]:
    return list(served.ask(served.house.store.since(served.committee)))


def test_p17_the_whole_record_comes_back_row_by_row(adopted: Served) -> None:
    chair = adopted.client("chair", "dais-1")
    file = chair.get(f"{adopted.here}/record.json").content
    rows = [Minute(**act) for act in json.loads(file)["acts"]]
    assert rows == rows_in(adopted)
    assert replay(rows) == adopted.room().floor
    names = json.loads(file)["names"]
    assert names["ghana"] == "Ghana"
    committee = json.loads(file)["committee"]
    assert exported(committee["id"], committee["name"], names, rows) == file, "the same bytes again"


def test_p17_what_was_exported_earlier_is_a_beginning_of_what_is_exported_later(adopted: Served) -> None:
    rows = rows_in(adopted)
    for count in (1, len(rows) // 2, len(rows) - 1):
        early = exported(1, "Council", {}, rows[:count])
        assert verify(early).head == rows[count - 1].chain
        assert replay([Minute(**act) for act in json.loads(early)["acts"]]) == replay(rows[:count])


def test_p17_the_transcript_plays_back_to_the_floor(adopted: Served) -> None:
    floor = adopted.room().floor
    lines = [json.dumps(line).encode() for line in transcript(map(decode, rows_in(adopted)), {})]
    told = list(play(lines))
    assert all(one["accepted"] for one in told[:-1])
    assert told[-1]["floor"] == plain(replace(floor, head=""))


def test_p17_an_adopted_text_says_the_same_in_every_form(adopted: Served) -> None:
    paper = adopted.room().floor.papers.get("WP-1")
    assert paper is not None and paper.text is not None
    said = [(clause.opening, clause.text) for clause in paper.text.clauses]
    reader = adopted.client("delegate", adopted.members()[8])
    for ending in FORMS:
        data = reader.get(f"{adopted.here}/resolutions/WP-1/text.{ending}").content
        if ending == "pdf":
            words = " ".join(" ".join(texts(data)).split())
            assert all(text in words and opening in words for opening, text in said)
        elif ending == "xml":
            words = data.decode()
            assert all(text in words and opening in words for opening, text in said)
        else:
            found = read_resolution(data, f"text.{ending}").document
            assert found is not None, ending
            assert [(clause.opening, clause.text) for clause in found.clauses] == said, ending


def test_p17_the_page_of_a_result_has_the_figures_of_the_record(adopted: Served) -> None:
    floor = adopted.room().floor
    observer = adopted.client("observer")
    for vote in floor.votes.past:
        tally = vote.counted()
        page = observer.get(f"{adopted.here}/votes/{vote.number}", headers={"Accept": "text/html"}).text
        for figure in (tally.yes, tally.no, tally.abstain):
            assert f">{figure}<" in page, (vote.number, figure)


def test_p17_the_minutes_have_every_act_and_the_code_of_the_last(adopted: Served) -> None:
    chair = adopted.client("chair", "dais-1")
    page = chair.get(f"{adopted.here}/minutes", headers={"Accept": "text/html"}).text
    assert [
        number for number in range(1, adopted.room().floor.number + 1) if f'id="act-{number}"' not in page
    ] == []
