"""The right of reply to a grave insult: asked for by a note, granted after the speech [DUM] [RYAN] [COLA]."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.procedure.act import (
    LONGEST_REASON,
    Act,
    Outcome,
    Refusals,
    acts_for,
    against,
    anyone,
    chair_between_votes,
    impossible,
    is_dais,
    no_vote_open,
    on_behalf,
    sits,
    stale,
    words,
)
from app.procedure.queues import takes_floor
from app.procedure.quorum import quorate
from app.procedure.rulings import with_ruling
from app.procedure.speeches import SpeechBegan, end_of_speech

if TYPE_CHECKING:
    from app.procedure.floor import Floor


@dataclass(frozen=True, slots=True)
class Reply:
    """A delegation asks to reply to what `to` said, on these grounds."""

    seat: str
    to: str
    grounds: str


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies that were asked for and wait for the chair."""

    asked: tuple[Reply, ...] = ()

    def of(self, seat: str) -> Reply | None:
        """What a delegation asked for."""
        return next((reply for reply in self.asked if reply.seat == seat), None)


@dataclass(frozen=True, slots=True)
class AskReply:
    """Ask to reply to the speech on the floor, or to the last one that was held."""

    grounds: str = ""
    seat: str = ""


@dataclass(frozen=True, slots=True)
class ReplyAsked:
    """A note asks for the right of reply."""

    seat: str
    to: str
    grounds: str


@dataclass(frozen=True, slots=True)
class GrantReply:
    """Give a delegation that asked the floor for its reply."""

    seat: str
    seconds: int


@dataclass(frozen=True, slots=True)
class ReplyGranted:
    """The chair granted a reply."""

    seat: str


@dataclass(frozen=True, slots=True)
class DenyReply:
    """Decline a reply that was asked for."""

    seat: str


@dataclass(frozen=True, slots=True)
class ReplyDenied:
    """The chair declined a reply."""

    seat: str


def replies_to(floor: Floor) -> tuple[str, bool]:
    """Whose words a reply asked for now would answer ("" for nobody's), and whether those were a reply."""
    now, heard = floor.speeches.now, floor.speeches.heard
    if now is not None:
        return now.seat, now.kind == "reply"
    return (heard[-1].seat, heard[-1].kind == "reply") if heard else ("", False)


def may_ask(floor: Floor, by: str) -> Refusals:
    """Present delegations, after somebody spoke; to a reply only where the house lets them (T61)."""
    yield from anyone(floor, by)
    yield from sits(floor)
    yield from no_vote_open(floor)
    to, was_reply = replies_to(floor)
    if not to:
        yield stale("reply.nothing")
    elif was_reply and not floor.rulebook.replies.reply_to_reply:
        yield against("reply.to_reply")
    if by in floor.seats and not is_dais(floor, by):
        yield from takes_floor(floor, by)


def settle_ask(floor: Floor, by: str, at: int, command: AskReply) -> Outcome:
    """In writing where the house asks for it; to others' words, once at a time."""
    yield from acts_for(floor, by, command.seat)
    seat, (to, _) = on_behalf(floor, by, command.seat), replies_to(floor)
    if is_dais(floor, by):
        yield from takes_floor(floor, seat, "seat")
    if seat == to:
        yield impossible("reply.to_itself", "seat")
    if floor.replies.of(seat):
        yield stale("reply.asked", "seat", seat=seat)
    yield from words(command.grounds, "grounds", LONGEST_REASON)
    if floor.rulebook.replies.written and not command.grounds.strip():
        yield against("reply.written", "grounds")
    yield ReplyAsked(seat, to, command.grounds.strip())


def may_decide(floor: Floor, by: str) -> Refusals:
    """A chair, once somebody asked."""
    yield from chair_between_votes(floor, by)
    if not floor.replies.asked:
        yield stale("reply.none")


def may_grant(floor: Floor, by: str) -> Refusals:
    """After the speech, not into it [DUM]."""
    yield from may_decide(floor, by)
    yield from quorate(floor)
    if floor.speeches.now is not None:
        yield against("reply.after_speech", seat=floor.speeches.now.seat)


def settle_grant(floor: Floor, by: str, at: int, command: GrantReply) -> Outcome:
    """Up to the house's longest reply, on a clock of its own."""
    most = floor.rulebook.replies.seconds
    if floor.replies.of(command.seat) is None:
        yield stale("reply.none", "seat")
        return
    yield from takes_floor(floor, command.seat, "seat")
    if not 0 < command.seconds <= 3600:
        yield impossible("seconds.positive", "seconds")
    elif command.seconds > most:
        yield against("reply.seconds", "seconds", most=most)
    yield ReplyGranted(command.seat)
    yield from end_of_speech(floor, at)
    yield SpeechBegan(command.seat, "reply", command.seconds * 1000, "reply")


def settle_deny(floor: Floor, by: str, at: int, command: DenyReply) -> Outcome:
    """The chair decides [DUM]."""
    if floor.replies.of(command.seat) is None:
        yield stale("reply.none", "seat")
    yield ReplyDenied(command.seat)


def apply_asked(floor: Floor, event: ReplyAsked, at: int) -> Floor:
    """It waits."""
    asked = (*floor.replies.asked, Reply(event.seat, event.to, event.grounds))
    return replace(floor, replies=Replies(asked))


def apply_decided(floor: Floor, event: ReplyGranted | ReplyDenied, at: int) -> Floor:
    """It waits no more. The decision is a ruling; whether it may be appealed the house says [DUM]."""
    left = tuple(reply for reply in floor.replies.asked if reply.seat != event.seat)
    granted, rules = isinstance(event, ReplyGranted), floor.rulebook.replies
    floor = with_ruling(floor, "reply", event.seat, event.seat, "", granted, rules.appealable)
    return replace(floor, replies=Replies(left))


ACTS = {
    AskReply: Act(may_ask, settle_ask),
    GrantReply: Act(may_grant, settle_grant),
    DenyReply: Act(may_decide, settle_deny),
}
APPLY = {
    ReplyAsked: apply_asked,
    ReplyGranted: apply_decided,
    ReplyDenied: apply_decided,
}
