"""Who is heard on a question: in turn, each once, and until everybody was heard or the rest is waived."""

from __future__ import annotations

import pytest

from app.procedure.granting import GrantMotion
from app.procedure.hearing import Hearing, Speakers
from tests.procedure.houses import house
from tests.procedure.meeting import in_debate


def test_a_hearing_knows_who_waits_and_who_was_called_on_which_side() -> None:
    hearing = Hearing().named("peru", "for").named("spain", "against").named("ghana", "for")
    assert (hearing.waiting("for"), hearing.waiting("against")) == (("peru", "ghana"), ("spain",))
    heard = hearing.heard("peru", "for").heard("spain", "against")
    assert (heard.waiting_for, heard.waiting_against) == (("ghana",), ())
    assert (heard.called("for"), heard.called("against")) == (("peru",), ("spain",))
    assert all(heard.knows(seat) for seat in ("peru", "spain", "ghana")) and not heard.knows("mexico")
    assert hearing.only(lambda key: key != "ghana").waiting_for == ("peru",)


@pytest.mark.parametrize(
    ("hearing", "turn", "enough"),
    [
        (Hearing(), None, False),
        (Hearing(("a",), ("b",)), "for", False),
        (Hearing((), ("b",)), "against", False),
        (Hearing(("a",), ("b",), ("c",)), "against", False),
        (Hearing(("a",), ("b",), ("c",), ("d",)), "for", False),
        (Hearing(("a",), ("b",), ("c", "e"), ("d",)), "against", False),
        (Hearing(("a",), (), ("c", "e"), ("d",)), "for", False),
        (Hearing((), (), ("c", "e"), ("d", "f")), None, True),
        (Hearing(("a",), ("b",), waived=True), "for", True),
    ],
)
def test_sides_take_turns_and_friends_of_the_motion_come_first(
    hearing: Hearing, turn: str | None, enough: bool
) -> None:
    two = Speakers(2, 2)
    assert (two.turn(hearing), two.enough(hearing)) == (turn, enough)


def test_a_motion_that_is_granted_is_gone() -> None:
    meeting = in_debate(rulebook=house("thimun"))
    number = meeting.motion("suspend_meeting", "peru")
    assert "motion.second_missing" in meeting.rules(GrantMotion(number, True))
    meeting.do(GrantMotion(number, False))
    assert meeting.rules(GrantMotion(number, True)) == ("motion.gone",)
