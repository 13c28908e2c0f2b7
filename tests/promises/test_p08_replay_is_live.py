"""P-08: the floor is a function of the record: after each act, replayed from the rows, it is the live one."""

from __future__ import annotations

from pathlib import Path

from app.minutes import decode, recall
from app.procedure.undo import History
from tests.afternoon import Afternoon
from tests.served import Served


def test_p08_after_each_act_of_an_afternoon_the_record_folds_to_the_live_floor(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        compared: list[int] = []

        def compare(what: str) -> None:
            """The rows give the same floor, and the same floors before the last acts."""
            room = served.room()
            rows = served.ask(served.house.store.since(served.committee))
            whole = recall(rows)
            assert whole.floor == room.floor, what
            assert whole.kept == room.history.kept, what
            compared.append(len(rows))

        Afternoon(served, after=compare).play()
        entries = [decode(row) for row in served.ask(served.house.store.since(served.committee))]
        live = served.room().history
    assert compared[-1] == len(entries) > 90 and live.floor.undone
    for start in range(0, len(entries), 9):
        history = recall_of(live, start)
        for entry in entries[start:]:
            history = history.entered(entry)
        assert history.floor == live.floor, f"from the floor before act {start + 1}"


def recall_of(live: History, start: int) -> History:
    """The history up to act `start`, as it was then."""
    history = History()
    for kept in live.kept[:start]:
        history = history.entered(kept.entry)
    return history


def test_p08_a_room_that_is_opened_again_shows_the_floor_that_was_left(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with Served(data) as served:
        afternoon = Afternoon(served)
        for scene in (afternoon.opens, afternoon.debates, afternoon.caucuses):
            scene()
        left = served.room().floor
    with Served(data) as served:
        rows = served.ask(served.house.store.since(served.committee))
        assert recall(rows[: left.number]).floor == left
        assert served.room().floor == recall(rows).floor
