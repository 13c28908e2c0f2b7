"""Remarks of the dais: beside the facts, at any time, and taken back like any slip."""

from app.procedure.remarks import AddRemark
from app.procedure.undo import UndoAct, decide
from app.screens.minutes import PUBLIC, act_line
from tests.procedure.meeting import roll_call
from tests.screens.council import directory
from tests.statistics.minuted import Minuted

HEARD = "The observer was heard with consent."


def test_a_remark_changes_nothing_but_the_minutes_and_everybody_reads_it() -> None:
    room = Minuted()
    before = room.floor
    number = room.does(AddRemark(HEARD), by="assistant-1")
    assert (room.floor.speeches, room.floor.votes, room.floor.motions) == (
        before.speeches,
        before.votes,
        before.motions,
    )
    line = act_line(room.entries[-1], room.floor, directory(), PUBLIC)
    assert line is not None and line.kind == "remark"
    assert line.sentences == ("Remark by the dais: The observer was heard with consent.",)
    room.undoes(number)
    assert number in room.floor.undone


def test_only_the_dais_remarks_and_it_says_something() -> None:
    meeting = roll_call()
    assert meeting.rules(AddRemark(HEARD), by="ghana") == ("dais.only",)
    assert meeting.rules(AddRemark("  ")) == ("reason.needed",)
    assert meeting.rules(AddRemark("x" * 501)) == ("text.too_long",)
    meeting.do(AddRemark(HEARD))  # also while the roll is called
    assert decide(meeting.history, "dais-1", meeting.at, UndoAct(meeting.floor.number))
