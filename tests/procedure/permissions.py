"""What a committee in a random meeting holds about permissions: open acts are taken, closed ones refused."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from app.procedure.act import state_of
from app.procedure.asks import asks, filled
from app.procedure.floor import ACTS, permitted
from tests.procedure.fields import plausible
from tests.procedure.invariants import HeldCommittee

INSISTING = "The chair so rules"
SELDOM = ("OpenCommittee", "CloseSeat", "ChangeRights", "AddSeat", "TimeUp", "ReopenRoom")
"""Acts of the organizer and of the room, which no form asks for while the committee debates."""


class PermittedCommittee(HeldCommittee):
    """Fills forms from what they ask, and presses what is closed."""

    @precondition(lambda self: self.meeting.floor.meeting.state != "adjourned")
    @rule(data=st.data())
    def fill_a_form(self, data: st.DataObject) -> None:
        """Every open act is accepted when it is filled from its own asks, whatever option is taken."""
        floor = self.meeting.floor
        by = data.draw(st.sampled_from(list(floor.seats)))
        open_acts = [
            command
            for command, refusals in permitted(floor, by).items()
            if state_of(refusals) == "open" and command.__name__ not in SELDOM
        ]
        if not open_acts:
            return
        command = data.draw(st.sampled_from(open_acts))
        chosen: dict[str, Any] = {}
        while forms := [ask for ask in asks(floor, by, command, **chosen) if ask.options]:
            ask = forms[0]
            chosen[ask.field] = data.draw(st.sampled_from(ask.options))
        given = filled(floor, by, command, **chosen)
        assert given is not None or not chosen, f"{command.__name__} offered {chosen}"
        if given is not None:
            assert self.press(given, by, "", after=0)

    @precondition(lambda self: True)
    @rule(data=st.data(), insist=st.sampled_from(["", INSISTING]))
    def press_what_is_closed(self, data: st.DataObject, insist: str) -> None:
        """Refused by the same rules to everybody, but to a chair that insists against the rulebook."""
        floor = self.meeting.floor
        by = data.draw(st.sampled_from(list(floor.seats)))
        closed = [command for command in ACTS if state_of(permitted(floor, by)[command]) != "open"]
        command = data.draw(st.sampled_from(closed))
        refusals = permitted(floor, by)[command]
        stood = self.press(data.draw(plausible(command, floor, by)), by, insist, after=0)
        if stood:
            assert state_of(refusals) == "against_rulebook" and floor.seats[by].kind == "chair" and insist
