"""P-50: long after a committee is over, what is held of its people goes by itself; the record stays."""

from __future__ import annotations

import json
import logging
import secrets
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, select

from app.assignments import Assignment, assign
from app.keeping.backups import Place as DataPlace
from app.keeping.backups import back_up, restore
from app.keeping.daily import day
from app.keeping.erasures import erased_in
from app.keeping.retention import DAY_MS, Kept, kept
from app.minutes import replay, verify
from app.screens.correspondence import DAIS
from app.tables import PersonRow
from app.wall_clock import now_ms
from tests.passing import PAGE, Passing
from tests.promises.looked_after import placard
from tests.promises.test_p50_erasure import NAME, OTHER, found_in
from tests.served import Served
from tests.store.places import Place, place

__all__ = ["place"]
WORDS = ("quokka", "wombat", "numbat")
LONG_SIGNED_IN = 24 * 400
"""Hours: so that nobody is signed out by the time that passes."""


def lives(served: Served) -> Passing:
    """A roll call, two people on the list, notes, a remark, a note that a seat keeps; all in a few words."""
    passing = Passing(served)
    passing.begin_anew()
    served.do("chair", "/roll-calls", "dais-1")
    given = [
        Assignment(served.committee, passing.one, "delegate", NAME),
        Assignment(served.committee, passing.other, "delegate", OTHER),
    ]
    served.ask(assign(served.house.store, 1, given, now_ms()))
    passing.send(passing.one, DAIS, "quokka to the dais")
    chair, press = served.client("chair", "dais-1"), secrets.token_hex(16)
    remark = {"command_id": press, "seat": passing.one, "remark": "a wombat of a speaker"}
    assert chair.post(f"{served.here}/scores/remarks", json=remark).status_code == 200
    own = {"notes": "numbat", "version": "0"}
    assert served.client("delegate", passing.one).post(f"{served.here}/notes", json=own).status_code == 200
    return passing


def later(served: Served, days: float) -> None:
    """So much later than now, as far as sign-ins and the day's work know."""
    served.house.access._now = lambda: now_ms() + round(days * DAY_MS)


def left(served: Served, committee: int) -> Kept:
    """What is kept of the people of a committee."""
    return next(one for one in served.ask(kept(served.house.store)) if one.committee == committee)


def everybody(served: Served) -> list[str]:
    """Every name in the rows."""
    query = select(PersonRow.name).where(col(PersonRow.name).is_not(None))
    return [str(name) for name in served.ask(served.house.store.read(lambda rows: rows.exec(query).all()))]


def test_p50_the_running_server_deletes_what_is_over_its_time_and_no_more(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    settings: dict[str, Any] = {"database_url": place.url, "sign_in_hours": LONG_SIGNED_IN}
    with Served(place.data, **settings) as served, caplog.at_level(logging.INFO):
        passing, organizer = lives(served), served.client("organizer")
        unmet, _ = served.another_committee()
        ahead = [Assignment(unmet, passing.one, "delegate", OTHER)]
        served.ask(assign(served.house.store, 1, ahead, now_ms()))
        page = organizer.get("/organizer/people", headers=PAGE).text
        row = page.partition(f'id="kept-{served.committee}"')[2].partition("</tr>")[0]
        assert "30 days after the last act" in page and "it has not met yet" in page
        assert [figure in row for figure in (">2</td>", ">1</td>")] == [True, True], row
        assert organizer.post("/organizer/people/retention", data={"days": "0"}).status_code == 422
        organizer.post("/organizer/people/retention", data={"days": "10"})
        before, head = left(served, served.committee), served.ask(served.house.store.since(served.committee))
        assert (before.names, before.notes, before.scores) == (2, 2, 1) and before.sign_ins >= 2

        later(served, 9.9)
        served.ask(day(served.house))
        assert left(served, served.committee) == before, "not a day too early"
        later(served, 10.1)
        served.ask(day(served.house))
        gone = left(served, served.committee)
        assert replace(gone, due=None) == Kept(served.committee, before.committee_name, None, 0, 0, 0, 0)
        assert left(served, unmet).names == 1, "one that has not met keeps its list"
        assert served.client("delegate", passing.one).get(f"{served.here}/seat").status_code == 401
        assert organizer.get("/organizer/people", headers=PAGE).status_code == 200
        minutes = served.ask(served.house.store.since(served.committee))
        assert minutes == head and verify(minutes) is None
        assert replay(minutes) == served.room().floor
        assert "quokka" not in str(served.house.beside.correspondence[served.committee]), "open pages follow"
        told = "".join(f"{one.getMessage()} {one.__dict__.get('told', '')}" for one in caplog.records)
        assert "data of people deleted" in told and f"'notes': {before.notes}" in told
        assert not [word for word in (*WORDS, NAME) if word in told]
        assert everybody(served) == [OTHER]
    assert len(erased_in(place.data / "backups")) == 2, "an older backup does not bring them back"
    if not place.url:
        assert NAME not in str(found_in(place.data)) and found_in(place.data) == []


def test_p50_without_a_server_the_command_does_it_and_after_a_restore_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = DataPlace("", tmp_path / "data")
    with Served(data.data) as served:
        lives(served)
        committee = served.committee
    file, _ = back_up(data, tmp_path / "before.zip")
    code, told = placard(data.data, "erase")
    assert code == 0 and "2 names, 2 notes, 1 scores and remarks" in told and "kept until 20" in told
    assert placard(data.data, "erase", "--expired") == (0, "Nothing is over its time.\n")
    monkeypatch.setattr("app.commands.erase.now_ms", lambda: now_ms() + 31 * DAY_MS)
    code, told = placard(data.data, "erase", "--expired")
    assert code == 0 and "2 names, 2 notes" in told and told.endswith("deleted\n")
    assert NAME not in told and found_in(data.data) == []
    assert not [word for word in WORDS if word.encode() in data.file.read_bytes()]

    restore(file, data, force=True)
    assert found_in(data.data) == [] and b"numbat" in data.file.read_bytes()
    monkeypatch.setattr("app.access.now_ms", lambda: now_ms() + 31 * DAY_MS)
    with Served(data.data) as served:
        assert served.committee == committee
        until = time.monotonic() + 30
        while left(served, committee).anything and time.monotonic() < until:
            time.sleep(0.05)
        assert not left(served, committee).anything
        assert json.loads((data.folder / "erasures.json").read_text()), "the list stays"
    assert not [word for word in WORDS if word.encode() in data.file.read_bytes()]
