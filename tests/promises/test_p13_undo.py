"""P-13: the last act of the chair is taken back for ten seconds at least; what a vote decided is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.procedure.act import Refusal
from app.procedure.floor import Floor, InOrder
from app.procedure.undo import ActUndone, Entry, History, UndoAct, decide, history
from tests.afternoon import Afternoon
from tests.promises.recorded import voted
from tests.served import Served

TEN_SECONDS = 10_000


def apart_from_the_count(floor: Floor) -> Floor:
    """The floor without what goes on over an act that was taken back: number, time, code, what is undone."""
    return replace(floor, number=0, at=0, head="", undone=())


def test_p13_each_act_of_the_dais_can_be_taken_back_ten_seconds_later_or_a_rule_says_why_not() -> None:
    entries = [Entry(*said[:6], "") for said in voted().said]
    taken_back, refused = 0, set()
    for entry in entries:
        past = history(entries[: entry.number])
        if not entry.by.startswith("dais"):
            continue
        decision = decide(past, entry.by, entry.at + TEN_SECONDS, UndoAct(entry.number))
        if isinstance(decision, InOrder):
            assert decision.events == (ActUndone(entry.number),), "undo is an act of its own"
            before = past.kept[-1].before
            after = undone(past, entry)
            assert apart_from_the_count(after.floor) == apart_from_the_count(before), entry.command
            assert after.floor.number == entry.number + 1, "and what was taken back stays in the minutes"
            taken_back += 1
        else:
            refused.add(reason(decision.refusals))
    assert taken_back >= 10
    assert refused <= {"undo.vote_closed", "undo.never"} and "undo.vote_closed" in refused


def undone(past: History, entry: Entry) -> History:
    """The history after the act was taken back."""
    events = (ActUndone(entry.number),)
    number, at = entry.number + 1, entry.at + TEN_SECONDS
    return past.entered(Entry(number, at, entry.by, UndoAct(entry.number), "", events, ""))


def reason(refusals: tuple[Refusal, ...]) -> str:
    (only,) = refusals
    return only.rule


def test_p13_over_the_network_a_slip_is_taken_back_and_a_closed_vote_is_not(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        afternoon = Afternoon(served)
        afternoon.opens()
        before = served.room().floor
        slip = afternoon.chair("/speakers", seat=afternoon.seats[2])
        afternoon.chair(f"/acts/{slip}/undoing")
        assert apart_from_the_count(served.room().floor) == apart_from_the_count(before)
        again = served.act("chair", f"/acts/{slip}/undoing", "dais-1")
        assert again.status_code in (409, 422), "once"
        motion = afternoon.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=600)
        afternoon.by_placards("motion", str(motion))
        decided = served.room().floor
        for number in range(motion + 1, decided.number + 1):
            answer = served.act("chair", f"/acts/{number}/undoing", "dais-1")
            assert answer.status_code in (409, 422), number
            assert answer.json()
        assert served.room().floor == decided
        own = served.act("delegate", f"/acts/{motion}/undoing", afternoon.seats[2])
        assert own.status_code == 403, "taking back is the dais's"
