"""Minutes of the meeting: seats, agenda, sittings, clocks, what was overruled or undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.timetable import Timetable
from app.words.context import Context, Teller
from app.words.language import N_, NN_, plain
from app.words.measures import day_time, duration_ms, listed
from app.words.names import CLOCKS, KINDS, code_name, topic_name
from app.words.rule_names import rule_name

if TYPE_CHECKING:
    from app.procedure.agenda import DebateAdjourned, DebateOpened
    from app.procedure.agenda_order import AgendaSet
    from app.procedure.clocks import (
        ClockAdjusted,
        ClockPaused,
        ClocksHeld,
        ClocksResumed,
        TimeRanOut,
    )
    from app.procedure.floor import RuleOverruled
    from app.procedure.seats import CommitteeOpened, RightsChanged, SeatAdded, SeatClosed
    from app.procedure.sittings import MeetingResumed, MeetingSuspended
    from app.procedure.timetable import TimetableSet
    from app.procedure.undo import ActUndone

_DELEGATIONS = NN_("{n} delegation", "{n} delegations")


def committee_opened(event: CommitteeOpened, context: Context) -> str:
    """With its rulebook and the size of its roster."""
    count = sum(not seat.is_dais for seat in event.seats)
    size = context.gettext.count(_DELEGATIONS, count)
    book = plain(event.rulebook.title) or plain(event.rulebook.id)
    return context.say(
        N_("The committee was founded with {size} and the rulebook “{book}”."), size=size, book=book
    )


def seat_added(event: SeatAdded, context: Context) -> str:
    """As what it joined."""
    kind = code_name(KINDS, event.seat.kind, context.gettext)
    return context.say(
        N_("{seat} joined the roster as {kind}."), seat=context.seat(event.seat.key), kind=kind
    )


def seat_closed(event: SeatClosed, context: Context) -> str:
    """Off the roster."""
    return context.say(N_("{seat} left the roster."), seat=context.seat(event.seat))


def rights_changed(event: RightsChanged, context: Context) -> str:
    """Its kind from now on, and votes that were set by hand."""
    votes = {True: N_("a vote"), False: N_("no vote"), None: N_("the rulebook's vote")}
    return context.say(
        N_("The rights of {seat} were set: {kind}, {procedural} on procedure, {substantive} on substance."),
        seat=context.seat(event.seat),
        kind=code_name(KINDS, event.kind, context.gettext),
        procedural=context.gettext(votes[event.procedural]),
        substantive=context.gettext(votes[event.substantive]),
    )


def timetable_set(event: TimetableSet, context: Context) -> str:
    """The day from and to, with its breaks; times of the committee's own zone."""
    day = Timetable(event.midnight, event.times)
    if not day.times:
        return context.say(N_("The timetable was taken away."))
    values = {"begin": day_time(day.times[0]), "end": day_time(day.times[-1])}
    if not day.breaks:
        return context.say(N_("The timetable was set: {begin} to {end}."), **values)
    breaks = listed([f"{day_time(one)}–{day_time(other)}" for one, other in day.breaks], context.gettext)
    message = N_("The timetable was set: {begin} to {end}, with breaks {breaks}.")
    return context.say(message, breaks=breaks, **values)


def _topic(message: str) -> Teller:
    """Tells an event that names a topic of the agenda."""

    def tell(event: DebateOpened, context: Context) -> str:
        return context.say(message, topic=topic_name(event.topic, context.names, context.gettext))

    return tell


def _same(message: str) -> Teller:
    """Tells an event that needs no values."""
    return lambda event, context: context.say(message)


def debate_adjourned(event: DebateAdjourned, context: Context) -> str:
    """Until when, if a time was set."""
    topic, until = topic_name(event.topic, context.names, context.gettext), plain(event.until)
    if until:
        message = N_("Debate on {topic} was postponed until {until}.")
        return context.say(message, topic=topic, until=until.removeprefix("until "))
    return context.say(N_("Debate on {topic} was adjourned."), topic=topic)


def agenda_set(event: AgendaSet, context: Context) -> str:
    """The topics in their order."""
    topics = [topic_name(topic, context.names, context.gettext) for topic in event.order]
    return context.say(N_("The agenda was set: {topics}."), topics=listed(topics, context.gettext))


def suspended(event: MeetingSuspended, context: Context) -> str:
    """Until when, if it was said."""
    until = plain(event.until).removeprefix("until ")
    if event.adjourned and until:
        return context.say(N_("The meeting was adjourned until {until}."), until=until)
    if not until:
        return context.say(N_("The meeting was suspended."))
    return context.say(N_("The meeting was suspended until {until}."), until=until)


def resumed(event: MeetingResumed, context: Context) -> str:
    """Which session began, and whether the roll is called again."""
    message = (
        N_("Session {session} began with a roll call.") if event.roll_call else N_("Session {session} began.")
    )
    return context.say(message, session=event.session)


def clock(message: str) -> Teller:
    """Tells what happened to one clock."""

    def tell(event: ClockPaused, context: Context) -> str:
        return context.say(message, clock=code_name(CLOCKS, event.clock, context.gettext))

    return tell


def clock_adjusted(event: ClockAdjusted, context: Context) -> str:
    """More or less time."""
    message = (
        N_("The dais added {time} to {clock}.") if event.ms > 0 else N_("The dais took {time} from {clock}.")
    )
    name = code_name(CLOCKS, event.clock, context.gettext)
    return context.say(message, time=duration_ms(event.ms, context.gettext), clock=name)


def ran_out(event: TimeRanOut, context: Context) -> str:
    """Of a speech or a caucus."""
    messages = {
        "speech": N_("The time of the speech ran out."),
        "caucus": N_("The time of the caucus ran out."),
        "silence": N_("The minute of silence was over."),
    }
    return context.say(messages[event.clock])


def clocks_resumed(event: ClocksResumed, context: Context) -> str:
    """A short stop of the room."""
    gap = duration_ms(event.gap, context.gettext)
    return context.say(N_("The room had stopped for {gap}; the clocks went on through it."), gap=gap)


def clocks_held(event: ClocksHeld, context: Context) -> str:
    """A long stop of the room."""
    gap = duration_ms(event.gap, context.gettext)
    return context.say(N_("The room had stopped for {gap}; the clocks were held as they stood."), gap=gap)


def overruled(event: RuleOverruled, context: Context) -> str:
    """Which rule, and why."""
    return context.say(
        N_("The chair went on against the rule “{rule}”: {reason}."),
        rule=rule_name(event.rule, context.gettext),
        reason=context.reason(event.reason),
    )


def undone(event: ActUndone, context: Context) -> str:
    """The act stays in the minutes."""
    return context.say(N_("Act {number} was undone."), number=event.number)


TELLERS: dict[str, Teller] = {
    "CommitteeOpened": committee_opened,
    "SeatAdded": seat_added,
    "SeatClosed": seat_closed,
    "RightsChanged": rights_changed,
    "MeetingOpened": _same(N_("The meeting was called to order.")),
    "DebateOpened": _topic(N_("Debate was opened on {topic}.")),
    "DebateClosed": _same(N_("Debate was closed, and the committee entered voting procedure.")),
    "DebateAdjourned": debate_adjourned,
    "AgendaSet": agenda_set,
    "DebateResumed": _topic(N_("Debate on {topic} was resumed.")),
    "VotingEnded": _same(N_("Voting procedure ended.")),
    "MeetingSuspended": suspended,
    "MeetingResumed": resumed,
    "TimetableSet": timetable_set,
    "MeetingAdjourned": _same(N_("The meeting was adjourned.")),
    "ClockPaused": clock(N_("The dais held {clock}.")),
    "ClockStarted": clock(N_("The dais started {clock}.")),
    "ClockAdjusted": clock_adjusted,
    "TimeRanOut": ran_out,
    "ClocksResumed": clocks_resumed,
    "ClocksHeld": clocks_held,
    "RuleOverruled": overruled,
    "ActUndone": undone,
}
