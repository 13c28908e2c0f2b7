"""P-32: nobody can link a secret ballot to a seat: not by a table, the record, a screen, a log, or order."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.minutes import Minute
from app.screens.environment import provide
from app.screens.regions import Screens
from app.store.sqlite import SqliteStore
from app.tables import SecretChoiceRow
from app.web.table import act_path
from tests.procedure.meeting import MEMBERS
from tests.rooms.ballots import CANDIDATES, electing
from tests.screens.council import directory
from tests.store.places import Place

provide(act=act_path)
pytestmark = pytest.mark.anyio
CHOICES = ("france", "ghana", "ghana", "peru", "ghana", "france", "peru", "ghana")


async def held(place: Place, order: Sequence[int], choices: Sequence[str]) -> list[Minute]:
    """A whole election in which seats vote in this order; returns its record."""
    async with electing(place) as election:
        await election.open()
        for number in order:
            await election.put(MEMBERS[number], choices[number])
        await election.close()
        return list(await election.committee.store.since(election.committee.room.committee_id))


def told(minutes: Sequence[Minute]) -> list[tuple[str, str, str]]:
    """What the record says, but for times, chance and the codes over them."""
    return [(one.by, one.command, one.events) for one in minutes if "ReopenRoom" not in one.command]


async def test_p32_who_chose_what_and_when_leaves_no_trace_in_the_record(tmp_path: Path) -> None:
    """The same seats, the same sum: the same bytes, whoever chose what and whoever came first."""
    one = await held(Place("", tmp_path / "one"), range(8), CHOICES)
    turned = await held(Place("", tmp_path / "two"), (4, 2, 0, 1, 3, 7, 6, 5), CHOICES[::-1])
    received = [json.loads(said[1]) for said in told(one) if "SecretBallots" in said[1]]
    first = {tuple(command["seats"]) for command in received}
    assert first == {tuple(sorted(MEMBERS[:5])), tuple(sorted(MEMBERS[5:]))}, (
        "groups, in the alphabet's order"
    )
    without = [said for said in told(one) if "SecretBallots" not in said[1]]
    assert without == [said for said in told(turned) if "SecretBallots" not in said[1]]
    again = await held(Place("", tmp_path / "three"), (3, 4, 1, 0, 2, 6, 5, 7), CHOICES[::-1])
    assert told(again) == told(one), "within a group nothing differs"


async def test_p32_no_row_has_a_choice_beside_a_seat_a_press_or_a_time(sqlite_place: Place) -> None:
    assert set(SecretChoiceRow.__table__.columns.keys()) == {  # type: ignore[attr-defined]
        *("key", "committee_id", "election", "choice")
    }
    async with electing(sqlite_place) as election:
        await election.open()
        for seat, choice in zip(MEMBERS, CHOICES, strict=True):
            await election.put(seat, choice)
        rows = await election.rows()
        assert sorted(row.choice for row in rows) == sorted(CHOICES)
        assert len({row.key for row in rows}) == len(rows)
        minutes = await election.committee.store.since(election.committee.room.committee_id)
        received = [one for one in minutes if "SecretBallots" in one.events]
        assert received and all(one.by == "room" for one in received)
        for one in received:
            assert set(json.loads(one.command)) == {"command", "election", "seats"}
            assert set(json.loads(one.events)[0]) == {"event", "election", "seats"}
        await _lie_in_no_order_of_time(election.committee.store)


async def _lie_in_no_order_of_time(store: object) -> None:
    """Rows lie in the order of their keys, which are chance: there is no row number that grows with time."""
    assert isinstance(store, SqliteStore)

    def ask(rows: object) -> str:
        found = rows.connection().exec_driver_sql(  # type: ignore[attr-defined]
            "SELECT sql FROM sqlite_master WHERE name = 'secret_choice'"
        )
        return str(found.scalar_one())

    assert "WITHOUT ROWID" in await store.read(ask)


async def test_p32_no_screen_shows_more_than_how_many(sqlite_place: Place) -> None:
    """Every region of every channel is the same, whatever the seats chose, until the result is announced."""
    shown = []
    for name, choices in (("one", CHOICES), ("two", CHOICES[::-1])):
        async with electing(Place("", sqlite_place.data / name)) as election:
            await election.open()
            for seat, choice in zip(MEMBERS[:7], choices, strict=False):
                await election.put(seat, choice)
            screens, past = Screens(directory), election.committee.room.history
            channels = ("public", "projector", "projector:2", "dais", *(f"seat:{key}" for key in MEMBERS))
            shown.append(
                {
                    (channel, region): screens.html(view, "en")
                    for channel in channels
                    for region, view in screens.views(past, channel, "en").items()
                    if region not in ("undo",)
                }
            )
    assert [place for place in shown[0] if shown[0][place] != shown[1][place]] == []
    assert "5" in shown[0]["projector", "board"]


async def test_p32_nothing_of_a_choice_is_logged(
    sqlite_place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        async with electing(sqlite_place) as election:
            await election.open()
            caplog.clear()
            for seat, choice in zip(MEMBERS, CHOICES, strict=True):
                await election.put(seat, choice)
            written = " ".join(record.getMessage() for record in caplog.records)
            assert not [name for name in CANDIDATES if name in written]
