"""A newer guide while the committee runs: compared first, then at once for everybody, and on the record."""

from __future__ import annotations

import re
import threading
from html import unescape
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest

from app import renewals
from app.founding import SAMPLE
from app.minutes import decode
from app.preparing.renewal import Renewal, renewal
from app.procedure.roster import delegations
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.preparing_road import page, send, until_read, version

CHANGES = {
    "Some Ghanaians have been sent home": "Many Ghanaians have come home",
    "Argentine Republic": "Jamaica",
    "Kingdom of Spain": "Kingdom of Norway",
}
"""What the newer guide has in other words: Ghana's position, and two delegations in the place of others."""


def newer() -> bytes:
    """The newer guide."""
    text = SAMPLE.read_text("utf-8")
    for before, after in CHANGES.items():
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    return text.encode()


def load(organizer: httpx.Client, committee: int, data: bytes) -> str:
    """Load a newer guide; returns the address of its preparation."""
    answer = organizer.post(f"/organizer/committees/{committee}/guide", files={"file": ("newer.txt", data)})
    return until_read(organizer, answer.headers["location"])


def test_what_differs_is_shown_first_and_counts_at_once_when_it_is_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[str] = []

    def noted(*given: Any) -> Renewal:
        where.append(threading.current_thread().name)
        return renewal(*given)

    monkeypatch.setattr(renewals, "renewal", noted)
    with Served(tmp_path / "data") as served:
        Afternoon(served).opens()
        assert "argentina" in served.room().floor.attendance.ever
        organizer, ghana = served.client("organizer"), served.client("delegate", "ghana")
        assert f"{served.committee}/guide" in page(organizer, "/organizer")
        before = served.head()
        here = load(organizer, served.committee, newer())
        assert organizer.get(here).headers["location"] == f"{here}/changes"
        for step in ("start", "delegations", "rules", "check"):
            assert organizer.get(f"{here}/{step}").headers["location"] == f"{here}/changes"
        shown = page(organizer, f"{here}/changes")
        for told in ('id="position-ghana"', 'id="come-jamaica"', 'id="come-norway"', 'id="leave-spain"'):
            assert told in shown, told
        assert where and not [name for name in where if not name.startswith(("asyncio_", "uvloop_"))], (
            "beside the loop of the rooms"
        )
        assert 'id="stays-argentina"' in shown and 'id="leave-argentina"' not in shown
        assert "Many Ghanaians" not in page(ghana, f"{served.here}/profiles/ghana")
        assert served.head() == before
        seen = version(organizer, f"{here}/changes")
        chosen = ["jamaica", "spain", "argentina", "ghana", "nobody"]
        done = send(organizer, f"{here}/changes", version=seen, chosen=chosen)
        assert done.status_code == 200, unescape(done.text)
        assert len(re.findall('class="seatcode"', done.text)) == 1 and "Jamaica" in done.text
        profile = page(ghana, f"{served.here}/profiles/ghana")
        assert "Many Ghanaians" in profile and 'id="renewed"' in profile
        assert 'id="renewed"' not in page(ghana, f"{served.here}/profiles/peru")
        seats = served.room().floor.seats
        assert not seats["jamaica"].closed and "norway" not in seats
        assert seats["spain"].closed and not seats["argentina"].closed and not seats["ghana"].closed
        roll = [seat.key for seat in delegations(served.room().floor)]
        assert (
            roll.index("jamaica") == sorted(roll).index("jamaica")
            or roll[roll.index("jamaica") - 1] < "jamaica"
        )
        minutes = page(organizer, f"{served.here}/minutes")
        assert "Jamaica" in minutes and "Spain" in minutes
        acts = [decode(row) for row in served.ask(served.house.store.since(served.committee, before[0]))]
        assert {act.by for act in acts} == {"organizer"} and len(acts) == 2
        again = send(organizer, f"{here}/changes", version=seen, chosen=chosen)
        assert again.headers["location"] == "/organizer"
        assert len(served.ask(served.house.store.since(served.committee, before[0]))) == 2


def test_until_it_is_confirmed_it_can_be_left_taken_up_and_put_away(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        here = load(served.client("organizer"), served.committee, newer())
    with Served(tmp_path / "data") as served:
        organizer, before = served.client("organizer"), served.head()
        offered = page(organizer, f"/organizer/committees/{served.committee}/guide")
        assert here in offered and "newer.txt" in offered
        stale = version(organizer, f"{here}/changes")
        send(organizer, f"{here}/review", version=stale, field="s0.name", does="accept")
        late = send(organizer, f"{here}/changes", version=stale, chosen=["jamaica"])
        assert late.status_code == 409 and "another window" in late.text
        name = served.house.directory(served.committee).name
        send(organizer, f"{here}/removal", version=version(organizer, f"{here}/changes"), name=name)
        assert organizer.get(here).status_code == 404
        assert served.head() == before
        assert "Many Ghanaians" not in page(organizer, f"{served.here}/profiles/ghana")


def test_only_organizers_of_the_committee_load_a_newer_guide(served: Served) -> None:
    path = f"/organizer/committees/{served.committee}/guide"
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("nobody", "")):
        client = served.client(role, seat)
        assert client.get(path).status_code in (401, 403)
        assert client.post(path, files={"file": ("newer.txt", newer())}).status_code in (401, 403)
    organizer = served.client("organizer")
    for number in (999, 2**70):
        assert organizer.get(f"/organizer/committees/{number}/guide").status_code == 404
    empty = organizer.post(
        path, data={"text": " "}, files={"file": ("", b"")}, headers={"Accept": "text/html"}
    )
    assert empty.status_code == 422 and "Nothing was kept" in empty.text
