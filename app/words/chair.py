"""What the chair says now, with today's numbers: one line for every state of the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.quorum import members, members_here, quorum_to_open
from app.procedure.roster import delegations
from app.words.context import Context
from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.measures import duration_ms, speech_length
from app.words.names import CAUCUSES, MAJORITIES, code_name, names_on, topic_name
from app.words.votes import figures

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.questions import Vote

_RAISE = {
    "placards": N_("We vote on {question}. All those in favour, raise your placards."),
    "devices": N_("We vote on {question}. Vote on your devices now."),
}
_HEARD = NN_("{n} speaker", "{n} speakers")


def chairs_line(floor: Floor, names: Names, gettext: Language = ENGLISH) -> str:
    """The sentence for the chair to say now; a suggestion, as the chair rules.

    `names` gives the delegations' short names by seat key.
    """
    context = Context(floor, names_on(floor, names), gettext)
    return capital(_line(context))


def _line(context: Context) -> str:
    floor = context.floor
    if floor.meeting.state == "adjourned":
        return context.say(N_("The meeting is adjourned. Thank you, delegates."))
    if floor.meeting.state == "suspended":
        return suspended_line(context)
    if floor.attendance.calling or floor.meeting.debate == "none":
        return _before_debate(context)
    if floor.votes.now is not None:
        return vote_line(context, floor.votes.now)
    if floor.meeting.debate == "closed":
        return _voting_procedure(context)
    return _debate(context)


def suspended_line(context: Context) -> str:
    """Until when, if it was said."""
    until = plain(context.floor.meeting.until).removeprefix("until ")
    if until:
        return context.say(N_("The meeting is suspended until {until}."), until=until)
    return context.say(N_("The meeting is suspended."))


def _before_debate(context: Context) -> str:
    """Roll call, quorum, the next topic."""
    floor = context.floor
    if floor.attendance.calling:
        return _calling(context)
    if floor.votes.now is not None:
        return vote_line(context, floor.votes.now)
    if not floor.attendance.statuses:
        return context.say(N_("Please take your seats. We begin with the roll call."))
    if floor.motions.pending:
        return motion_line(context, floor.motions.pending[0])
    here, needed = len(members_here(floor)), quorum_to_open(floor)
    if here < needed:
        message = N_("We do not have a quorum: it is {needed}, and {here} of {members} members are here.")
        return context.say(message, here=here, needed=needed, members=len(members(floor)))
    message = N_("We have a quorum: it is {needed}, and {here} of {members} members are here. {next}")
    return context.say(
        message, here=here, needed=needed, members=len(members(floor)), next=_next_topic(context)
    )


def _next_topic(context: Context) -> str:
    """The first topic that was not adjourned, if debate has not been on it."""
    floor = context.floor
    if floor.meeting.session == 1 and not floor.meeting.tabled and not floor.votes.past and floor.topics:
        topic = topic_name(1, context.names, context.gettext)
        return context.say(N_("I open debate on {topic}."), topic=topic)
    return context.say(N_("Which topic do we take next?"))


def _calling(context: Context) -> str:
    """The next name of the roll, or the end of it."""
    floor = context.floor
    asked = floor.attendance.statuses
    left = [seat.key for seat in delegations(floor) if seat.key not in asked]
    if left:
        return context.say(N_("{seat}?"), seat=context.seat(left[0]))
    here, total = len(members_here(floor)), len(members(floor))
    message = N_("Everybody has been called: {here} of {members} members are here. The roll call is closed.")
    return context.say(message, here=here, members=total)


def vote_line(context: Context, vote: Vote) -> str:
    """Ask for votes, call the roll, or announce what was counted."""
    if vote.tally is not None:
        return _result(context, vote)
    if vote.mode != "roll_call":
        return context.say(_RAISE[vote.mode], question=context.question(vote))
    called = vote.next()
    if called is None:
        return context.say(N_("Everybody has been called. Voting is closed."))
    message = N_("{seat}?") if called[1] == 1 else N_("{seat} passed. {seat}, yes or no?")
    return context.say(message, seat=context.seat(called[0]))


def _result(context: Context, vote: Vote) -> str:
    assert vote.tally is not None
    shown, question = figures(vote.tally, vote.procedural), context.question(vote)
    if vote.about == "motion":
        message = (
            N_("By {figures}, the motion for {question} passes.")
            if vote.tally.passed
            else N_("By {figures}, the motion for {question} fails.")
        )
    else:
        message = (
            N_("By {figures}, {question} is adopted.")
            if vote.tally.passed
            else N_("By {figures}, {question} is not adopted.")
        )
    return context.say(message, figures=shown, question=question)


def _voting_procedure(context: Context) -> str:
    """The next question: amendments first, then the drafts in their order."""
    drafts = context.floor.papers.before_the_committee(context.floor.meeting.topic)
    if not drafts:
        return context.say(N_("Every draft has been decided. Voting procedure ends."))
    papers = context.floor.papers
    waiting = [one for one in papers.pending_amendments(drafts[0].key) if one.stage == "introduced"]
    question = context.amendment(waiting[0].key) if waiting else drafts[0].name
    return context.say(N_("We are in voting procedure. The next question is {question}."), question=question)


def _debate(context: Context) -> str:
    """Who speaks, what is moved, who is next."""
    floor = context.floor
    if floor.speeches.now is not None:
        return _speech(context)
    if floor.motions.pending:
        return motion_line(context, floor.motions.pending[0])
    return _caucus(context) if floor.caucus else _general_list(context)


def _speech(context: Context) -> str:
    speech, clock = context.floor.speeches.now, context.floor.clocks.get("speech")
    assert speech is not None
    seat = context.seat(speech.seat)
    if clock is not None and clock.rang:
        return context.say(N_("Thank you, {seat}. Your time has run out."), seat=seat)
    length = speech_length(round(speech.ms / 1000), context.gettext)
    return context.say(N_("{seat} has the floor for {speech}."), seat=seat, speech=length)


def motion_line(context: Context, motion: Motion) -> str:
    """The motion on top: what it is for, who decides it, and how to vote."""
    rule = context.floor.rulebook.motion(motion.kind)
    values = {"seats": context.seats((motion.seat, *motion.also)), "what": context.moved(motion)}
    if rule is None or rule.majority == "chair":
        message = N_("There is a motion by {seats} for {what}, to be decided by the chair.")
        return context.say(message, **values)
    majority = code_name(MAJORITIES, rule.majority, context.gettext)
    message = N_(
        "There is a motion by {seats} for {what}, to be decided by {majority}. {heard}"
        "All those in favour, raise your placards."
    )
    return context.say(message, majority=majority, heard=_heard(context, motion), **values)


def _heard(context: Context, motion: Motion) -> str:
    """Who speaks on the motion before it is put; "" where nobody does."""
    rule = context.floor.rulebook.motion(motion.kind)
    if rule is None or not (rule.speakers_for or rule.speakers_against):
        return ""
    gettext = context.gettext
    in_favour, opposed = (gettext.count(_HEARD, n) for n in (rule.speakers_for, rule.speakers_against))
    if not rule.speakers_for:
        return context.say(N_("First we hear {opposed} against it. "), opposed=opposed)
    message = N_("First we hear {in_favour} for it and {opposed} against it. ")
    return context.say(message, in_favour=in_favour, opposed=opposed)


def _caucus(context: Context) -> str:
    caucus, clock = context.floor.caucus, context.floor.clocks.get("caucus")
    assert caucus is not None
    if clock is not None and clock.rang:
        return context.say(
            N_(
                "The time of the caucus has run out. Are there motions to extend it? "
                "If not, we return to the list."
            )
        )
    if caucus.speakers is None:
        kind = code_name(CAUCUSES, caucus.kind, context.gettext)
        total = duration_ms(caucus.total_ms + caucus.extended_ms, context.gettext)
        return context.say(N_("We are in the {caucus} of {total}."), caucus=kind, total=total)
    speech = speech_length(caucus.speakers.seconds, context.gettext)
    if caucus.speakers.queue:
        next_seat = context.seat(caucus.speakers.queue[0])
        return context.say(N_("{seat}, you have the floor for {speech}."), seat=next_seat, speech=speech)
    if caucus.kind == "round_robin":
        return context.say(N_("Every delegation has spoken. The round robin ends."))
    return context.say(N_("Who wishes to speak for {speech}? Raise your placards."), speech=speech)


def _general_list(context: Context) -> str:
    general = context.floor.speeches.general
    if general.queue:
        speech = speech_length(general.seconds, context.gettext)
        return context.say(
            N_("Are there any motions? If not, {seat} has the floor next, for {speech}."),
            seat=context.seat(general.queue[0]),
            speech=speech,
        )
    if general.open:
        return context.say(
            N_("The speakers' list is open and empty. Who wishes to speak? Raise your placards.")
        )
    return context.say(N_("The speakers' list is closed and empty. Are there any motions?"))
