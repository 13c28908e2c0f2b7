"""Calling speakers: the next on the list, a raised placard; thanking them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import (
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    dais,
    impossible,
    meets,
    no_vote_open,
    stale,
)
from app.procedure.list_state import emptied
from app.procedure.queues import may_run_list, takes_floor, the_list
from app.procedure.quorum import quorate
from app.procedure.speeches import (
    CallNextSpeaker,
    CallSpeaker,
    CommentsFollow,
    EndSpeech,
    SpeechBegan,
    end_of_speech,
    same_speaker,
)

if TYPE_CHECKING:
    from app.procedure.floor import Floor


def may_call(floor: Floor, by: str) -> Refusals:
    """The dais gives the floor while a list is in use; nobody speaks into a vote."""
    yield from may_run_list(floor, by)
    yield from no_vote_open(floor)
    yield from quorate(floor)


def may_end(floor: Floor, by: str) -> Refusals:
    """The dais thanks the speaker, also while a roll is called."""
    yield from dais(floor, by)
    yield from meets(floor)
    if floor.speeches.now is None:
        yield stale("speech.none")


def settle_call_next(floor: Floor, by: str, at: int, command: CallNextSpeaker) -> Outcome:
    """Two chairs who press at once: the second sees who was called by the first."""
    yield from same_speaker(floor, command.after)
    name, speakers = the_list(floor)
    if not speakers.queue:
        yield impossible("list.empty")
        return
    yield from _speech(floor, at, name, speakers.queue[0], speakers.seconds)


def settle_call(floor: Floor, by: str, at: int, command: CallSpeaker) -> Outcome:
    """The chair recognises a raised placard."""
    yield from same_speaker(floor, command.after)
    yield from acts_for(floor, by, command.seat)
    using = the_list(floor)
    yield from takes_floor(floor, command.seat, "seat")
    yield from _speech(floor, at, using[0], command.seat, using[1].seconds)


def _speech(floor: Floor, at: int, name: str, seat: str, seconds: int) -> Outcome:
    """The speech on the floor ends, the next begins; none outlives the caucus it is held in."""
    ms = seconds * 1000
    caucus = floor.clocks.get("caucus") if name == "caucus" else None
    if caucus is not None:
        left = caucus.left(at)
        if left <= 0:
            yield against("caucus.time_up")
        elif floor.rulebook.caucuses.uneven_time == "allow_short_last_speech":
            ms = min(ms, left)
    yield from end_of_speech(floor, at)
    yield SpeechBegan(seat, name, ms)


def settle_end(floor: Floor, by: str, at: int, command: EndSpeech) -> Outcome:
    """Thank you."""
    now = floor.speeches.now
    if now is None or now.seat != command.seat:
        yield stale("speech.other", seat=now.seat if now else "")
        return
    yield from end_of_speech(floor, at)
    yield from what_follows(floor)


def what_follows(floor: Floor) -> Outcome:
    """After a speech: comments where the house has them and nothing was yielded [DUM]; or the list's end."""
    now, rules = floor.speeches.now, floor.rulebook.yields
    if now is None:
        return
    own_time = now.list == "general" and now.kind == "speech"
    if own_time and rules.comments_if_none and rules.comments_max:
        yield CommentsFollow(now.seat, rules.comments_max)
    elif not (now.kind == "comment" and floor.speeches.comments and floor.speeches.comments.left):
        yield from emptied(floor, (now.seat,))


ACTS = {
    CallNextSpeaker: Act(may_call, settle_call_next),
    CallSpeaker: Act(may_call, settle_call),
    EndSpeech: Act(may_end, settle_end),
}
APPLY: dict[type, object] = {}
