"""Minutes of the floor: yields, questions, placards, slots, replies, warnings, polls, notes, silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_, NN_, plain
from app.words.measures import duration_ms

if TYPE_CHECKING:
    from app.procedure.minute_of_silence import SilenceBegan
    from app.procedure.note_passing import NotesMuted, NotesSwitched
    from app.procedure.proposer_slots import SlotTaken
    from app.procedure.question_time import QuestionerCalled
    from app.procedure.remarks import RemarkAdded
    from app.procedure.replies import ReplyAsked
    from app.procedure.speeches import CommentsFollow
    from app.procedure.straw_polls import StrawPollCounted, StrawPollOpened
    from app.procedure.warnings import DelegationWarned
    from app.procedure.yields import FloorYielded

_YIELDED = {
    "chair": N_("{seat} yielded to the chair."),
    "delegate": N_("{seat} yielded to {receiver}."),
    "questions": N_("{seat} yielded to questions."),
    "comments": N_("{seat} yielded to comments."),
}
_SLOTS = {
    "first": N_("{seat} chose to speak first in the caucus."),
    "last": N_("{seat} chose to speak last in the caucus."),
    "waived": N_("{seat} waived its slot in the caucus."),
}
_COMMENTS = NN_(
    "{n} comment may follow the speech of {seat}.", "{n} comments may follow the speech of {seat}."
)
_WARNED = {
    "none": N_("The chair warned {seat} (warning {count}): {reason}."),
    "no_floor_this_session": N_(
        "The chair warned {seat} (warning {count}), which loses the floor for this session: {reason}."
    ),
    "leaves_the_room": N_(
        "The chair warned {seat} (warning {count}), which leaves the room for this session: {reason}."
    ),
}


def of_seat(message: str) -> Teller:
    """Tells what one delegation did, or what was done to it."""
    return lambda event, context: context.say(message, seat=context.seat(event.seat))


def yielded(event: FloorYielded, context: Context) -> str:
    """To whom."""
    values = {"seat": context.seat(event.seat), "receiver": context.seat(event.receiver)}
    return context.say(_YIELDED[event.to], **values)


def comments_follow(event: CommentsFollow, context: Context) -> str:
    """How many."""
    return context.gettext.count(_COMMENTS, event.most, seat=context.seat(event.on))


def questioner_called(event: QuestionerCalled, context: Context) -> str:
    """A question, or a follow-up."""
    message = N_("{seat} put a follow-up question.") if event.follow_up else N_("{seat} put a question.")
    return context.say(message, seat=context.seat(event.seat))


def slot_taken(event: SlotTaken, context: Context) -> str:
    """Which."""
    return context.say(_SLOTS[event.slot], seat=context.seat(event.seat))


def reply_asked(event: ReplyAsked, context: Context) -> str:
    """To whose words, and on what grounds."""
    values = {"seat": context.seat(event.seat), "to": context.seat(event.to), "grounds": plain(event.grounds)}
    if not values["grounds"]:
        return context.say(N_("{seat} asked for a reply to {to}."), **values)
    return context.say(N_("{seat} asked for a reply to {to}: {grounds}."), **values)


def warned(event: DelegationWarned, context: Context) -> str:
    """Which warning it was, why, and what follows."""
    return context.say(
        _WARNED[event.consequence],
        seat=context.seat(event.seat),
        count=event.count,
        reason=context.reason(event.reason),
    )


def poll_opened(event: StrawPollOpened, context: Context) -> str:
    """The question."""
    return context.say(
        N_("The chair took a straw poll: {question}."), question=context.reason(event.question)
    )


def poll_counted(event: StrawPollCounted, context: Context) -> str:
    """The hands, which bind nobody."""
    return context.say(
        N_("The straw poll showed {yes} for, {no} against and {abstain} abstaining; it binds nobody."),
        yes=event.yes,
        no=event.no,
        abstain=event.abstain,
    )


def silence_began(event: SilenceBegan, context: Context) -> str:
    """For how long."""
    return context.say(
        N_("The committee kept silence for {time}."), time=duration_ms(event.ms, context.gettext)
    )


def notes_switched(event: NotesSwitched, context: Context) -> str:
    """On or off."""
    message = N_("The dais switched notes on.") if event.on else N_("The dais switched notes off.")
    return context.say(message)


def notes_muted(event: NotesMuted, context: Context) -> str:
    """From now on, or no longer."""
    message = N_("{seat} may pass no notes.") if event.muted else N_("{seat} may pass notes again.")
    return context.say(message, seat=context.seat(event.seat))


def remark_added(event: RemarkAdded, context: Context) -> str:
    """In the words of the dais, marked as its remark."""
    return context.say(N_("Remark by the dais: {remark}."), remark=context.reason(event.remark))


TELLERS: dict[str, Teller] = {
    "FloorYielded": yielded,
    "CommentsFollow": comments_follow,
    "QuestionerCalled": questioner_called,
    "PlacardRaised": of_seat(N_("{seat} raised its placard.")),
    "PlacardLowered": of_seat(N_("{seat} lowered its placard.")),
    "SlotTaken": slot_taken,
    "ReplyAsked": reply_asked,
    "ReplyGranted": of_seat(N_("The chair granted {seat} a reply.")),
    "ReplyDenied": of_seat(N_("The chair did not grant {seat} a reply.")),
    "DelegationWarned": warned,
    "RemarkAdded": remark_added,
    "StrawPollOpened": poll_opened,
    "StrawPollCounted": poll_counted,
    "SilenceBegan": silence_began,
    "NotesSwitched": notes_switched,
    "NotesMuted": notes_muted,
    "SilenceEnded": lambda event, context: context.say(N_("The silence ended.")),
}
