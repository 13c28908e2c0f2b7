"""P-50: what is held about a person comes in one file, is erased within a minute, and stays erased."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.keeping.backup_files import unpack
from app.keeping.backups import Place, back_up, restore
from app.verify import verify
from tests.promises.looked_after import placard
from tests.served import Served

NAME, OTHER = "Wilhelmina Canarybird", "Somebody Else"
TABLE = f"name,delegation\n{NAME},Ghana\n{OTHER},Peru\n"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with Served(tmp_path / "data") as one:
        yield one


def listed(served: Served, table: str = TABLE) -> dict[str, int]:
    """The people of the list, by name, after the organizer has taken this table."""
    organizer = served.client("organizer")
    organizer.post("/organizer/people/taken", data={"table": table})
    page = organizer.get("/organizer/people", headers={"Accept": "text/html"}).text
    people = page.split("<tr>")[2:]
    return {
        name: int(row.partition("/organizer/people/")[2].partition("/")[0])
        for row in people
        for name in (NAME, OTHER)
        if name in row
    }


def erase(served: Served, person: int) -> None:
    answer = served.client("organizer").post("/organizer/people/erasure", data={"person": str(person)})
    assert answer.status_code in (200, 303)


def found_in(folder: Path) -> list[str]:
    """The files in which the name stands, in whatever way it is stored."""
    needles = [NAME.encode(), NAME.encode("utf-16-le"), NAME.split()[1].encode()]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and any(needle in path.read_bytes() for needle in needles)
    ]


def test_p50_a_persons_data_comes_in_one_file(served: Served) -> None:
    people = listed(served)
    organizer = served.client("organizer")
    told = organizer.get(f"/organizer/people/{people[NAME]}/data.json").json()
    assert told["name"] == NAME
    assert [(place["seat"], place["role"]) for place in told["places"]] == [("ghana", "delegate")]
    assert told["places"][0]["since"] and told["places"][0]["until"] is None
    assert OTHER not in json.dumps(told)
    assert organizer.get("/organizer/people/9999/data.json").status_code == 404
    assert (
        served.client("chair", "dais-1").get(f"/organizer/people/{people[NAME]}/data.json").status_code == 403
    )


def test_p50_an_erased_name_is_in_no_file_and_the_record_holds(
    served: Served, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    data = served.settings.data
    person = listed(served)[NAME]
    served.do("chair", "/roll-calls", "dais-1")
    assert found_in(data), "the search finds it while it is there"
    before = time.monotonic()
    with caplog.at_level("DEBUG"):
        erase(served, person)
    assert found_in(data) == []
    assert time.monotonic() - before < 60
    chair, organizer = served.client("chair", "dais-1"), served.client("organizer")
    record = chair.get(f"{served.here}/record.json")
    assert verify(record.content, served.head()[1]).acts == served.head()[0]
    pages = [
        organizer.get(path).content
        for path in ("/organizer/people", "/organizer/badges.pdf", f"/organizer{served.here}/set-up.json")
    ]
    said = caplog.text + "".join(capfd.readouterr())
    assert not [text for text in (*pages, record.content, said.encode()) if NAME.encode() in text]
    assert OTHER in organizer.get("/organizer/people", headers={"Accept": "text/html"}).text


def test_p50_a_restored_older_backup_erases_again(tmp_path: Path) -> None:
    place = Place("", tmp_path / "data")
    with Served(place.data) as served:
        person = listed(served)[NAME]
        file, _ = back_up(place, tmp_path / "before.zip")
        erase(served, person)
        head = served.head()
    restore(file, place, force=True)
    assert found_in(place.data) == []
    with Served(place.data) as served:
        assert (
            OTHER in served.client("organizer").get("/organizer/people", headers={"Accept": "text/html"}).text
        )
        assert served.head() == head
    moved = tmp_path / "elsewhere"
    (tmp_path / "erasures.json").write_bytes((place.folder / "erasures.json").read_bytes())
    assert placard(moved, "restore", str(file))[0] == 0
    assert found_in(moved) == [], "the list that stands beside the file counts too"
    assert json.loads((moved / "backups" / "erasures.json").read_text())[0]["person"] == person


def test_p50_a_new_person_under_an_old_number_is_not_erased(tmp_path: Path) -> None:
    """After a restore numbers are given again; the list of erasures must not take them for the old ones."""
    place = Place("", tmp_path / "data")
    with Served(place.data) as served:
        served.do("chair", "/roll-calls", "dais-1")
        file, _ = back_up(place, tmp_path / "before.zip")
        erase(served, listed(served, f"name,delegation\n{NAME},Ghana\n")[NAME])
    restore(file, place, force=True)
    with Served(place.data) as served:
        listed(served, f"name,delegation\n{OTHER},Ghana\n")
        back_up(place, tmp_path / "later.zip")
    restore(tmp_path / "later.zip", place, force=True)
    unpack(tmp_path / "later.zip", tmp_path)
    assert OTHER.encode() in (tmp_path / "placard.db").read_bytes()
    assert OTHER.encode() in (place.data / "placard.db").read_bytes()
