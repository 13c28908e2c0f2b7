"""What the chair says now, with today's numbers: one line for every state of the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.agenda_order import nothing_left
from app.procedure.explanations import EXPLANATION
from app.procedure.figures import figure
from app.procedure.handling import lacks_second, unopposed
from app.procedure.hearing import Hearing
from app.procedure.hearings import speakers_on
from app.procedure.presence import calls_the_roll
from app.procedure.quorum import members, members_here, quorum_to_open
from app.procedure.roster import delegations
from app.words.chair_debate import caucus_line, list_line, speech_line
from app.words.chair_hearing import hearing_line
from app.words.chair_points import appeal_line, point_line, ruling_result_line, ruling_vote_line
from app.words.chair_room import room_line
from app.words.chair_sentences import step_sentence
from app.words.chair_timed import paragraph_line, timed_line
from app.words.chair_voting import counted, explanation_waits, step_line, yes_needed
from app.words.context import Context
from app.words.language import ENGLISH, NN_, Language, Names, capital, plain
from app.words.names import MAJORITIES, code_name, names_on, topic_name

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion
    from app.procedure.questions import Vote

_VOTES = {"placards": "vote_placards", "devices": "vote_devices"}
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
        return step_sentence(context, "meeting_adjourned")
    if floor.meeting.state == "suspended":
        return suspended_line(context)
    if floor.points.pending and not floor.attendance.calling:
        return point_line(context, floor.points.pending[0])
    if floor.rulings.appeal is not None and floor.votes.now is None:
        return appeal_line(context, floor.rulings.appeal)
    together = room_line(context) if floor.votes.now is None else ""
    if together and not floor.attendance.calling:
        return together
    if floor.attendance.calling or floor.meeting.debate == "none":
        return _before_debate(context)
    if floor.speeches.now is not None and floor.speeches.now.list == EXPLANATION:
        return speech_line(context)
    if floor.votes.now is not None and not explanation_waits(floor):
        return vote_line(context, floor.votes.now)
    if floor.meeting.debate == "closed":
        return motion_line(context, floor.motions.pending[0]) if floor.motions.pending else step_line(context)
    return _debate(context)


def suspended_line(context: Context) -> str:
    """Until when, if it was said."""
    until = plain(context.floor.meeting.until).removeprefix("until ")
    if until:
        return step_sentence(context, "meeting_suspended_until", until=until)
    return step_sentence(context, "meeting_suspended")


def _before_debate(context: Context) -> str:
    """Roll call, quorum, the next topic."""
    floor = context.floor
    if floor.attendance.calling:
        return _calling(context)
    if floor.votes.now is not None:
        return vote_line(context, floor.votes.now)
    if floor.meeting.state == "not_open" and not calls_the_roll(floor):
        return step_sentence(context, "call_to_order")
    if not floor.attendance.statuses and calls_the_roll(floor):
        return step_sentence(context, "roll_call_begins")
    if floor.caucus is not None or floor.speeches.now is not None:
        return _debate(context)
    if floor.motions.pending:
        return motion_line(context, floor.motions.pending[0])
    here, quorum, total = len(members_here(floor)), quorum_to_open(floor), len(members(floor))
    counted = {"quorum": quorum, "present": here, "members": total}
    if here < quorum:
        return step_sentence(context, "no_quorum", **counted)
    return step_sentence(context, "quorum_reached", next=_next_topic(context), **counted)


def _next_topic(context: Context) -> str:
    """The first topic that was not adjourned, if debate has not been on it; motions where none is left."""
    floor = context.floor
    if nothing_left(floor):
        return step_sentence(context, "motions_asked")
    if floor.meeting.session == 1 and not floor.meeting.tabled and not floor.votes.past and floor.topics:
        topic = topic_name(1, context.names, context.gettext)
        return step_sentence(context, "first_topic", topic=topic)
    return step_sentence(context, "which_topic")


def _calling(context: Context) -> str:
    """The next name of the roll, or the end of it."""
    floor = context.floor
    asked = floor.attendance.statuses
    left = [seat.key for seat in delegations(floor) if seat.key not in asked]
    if left:
        return step_sentence(context, "roll_call_name", delegation=context.seat(left[0]))
    here, total = len(members_here(floor)), len(members(floor))
    return step_sentence(context, "roll_call_ends", present=here, members=total)


def vote_line(context: Context, vote: Vote) -> str:
    """Ask for votes, call the roll, or announce what was counted."""
    if vote.tally is not None:
        return _result(context, vote)
    if vote.about == "ruling" and vote.mode == "placards":
        return ruling_vote_line(context, vote)
    if vote.mode != "roll_call":
        put: dict[str, str | int] = {"question": context.question(vote), "votes_needed": yes_needed(vote)}
        return step_sentence(context, _VOTES[vote.mode], **put)
    called = vote.next()
    if called is None:
        return step_sentence(context, "vote_all_called")
    step = "vote_name" if called[1] == 1 else "vote_name_passed"
    return step_sentence(context, step, delegation=context.seat(called[0]))


def _result(context: Context, vote: Vote) -> str:
    assert vote.tally is not None
    question, shown = context.question(vote), counted(vote)
    if vote.about == "ruling":
        return ruling_result_line(context, vote)
    if vote.about == "motion":
        step = "motion_passes" if vote.tally.passed else "motion_fails"
        return step_sentence(context, step, motion=question, **shown)
    step = "text_adopted" if vote.tally.passed else "text_not_adopted"
    return step_sentence(context, step, question=question, **shown)


def _debate(context: Context) -> str:
    """Who speaks, what is moved, who is next."""
    floor = context.floor
    if floor.speeches.now is not None:
        return speech_line(context)
    if floor.motions.pending:
        return motion_line(context, floor.motions.pending[0])
    if floor.caucus:
        return caucus_line(context)
    if floor.consultations.paper:
        return paragraph_line(context)
    return timed_line(context) if floor.rulebook.timed_debate.used else list_line(context)


def motion_line(context: Context, motion: Motion) -> str:
    """The motion on top: what it is for, who decides it, and how to vote."""
    rule = context.floor.rulebook.motion(motion.kind)
    values: dict[str, str | int] = {
        "delegation": context.seats(motion.movers),
        "motion": context.moved(motion),
    }
    if rule is not None and lacks_second(context.floor, rule, motion):
        return step_sentence(context, "motion_second", **values)
    if rule is not None and motion.hearing is not None:
        speakers = speakers_on(context.floor, rule, motion)
        if not speakers.enough(motion.hearing):
            return hearing_line(context, motion.hearing, speakers, context.moved(motion))
    needed = context.floor.rulebook.majority(rule) if rule else None
    if rule is None or needed is None:
        return step_sentence(context, "motion_chair", **values)
    if unopposed(context.floor, rule, motion):
        return step_sentence(context, "motion_objections", **values)
    values["majority"] = code_name(MAJORITIES, needed, context.gettext)
    values["votes_needed"] = figure(context.floor, "motion", needed).needed
    then = _heard(context, motion) or step_sentence(context, "motion_vote_now")
    return step_sentence(context, "motion_put", next=then, **values)


def _heard(context: Context, motion: Motion) -> str:
    """Who speaks on the motion before it is put; "" where nobody does, or all were heard."""
    rule = context.floor.rulebook.motion(motion.kind)
    if rule is None:
        return ""
    speakers = speakers_on(context.floor, rule, motion)
    if speakers.enough(motion.hearing or Hearing()):
        return ""
    gettext = context.gettext
    in_favour, opposed = (gettext.count(_HEARD, n) for n in (speakers.in_favour, speakers.opposed))
    if not speakers.in_favour:
        return step_sentence(context, "motion_heard_against", opposed=opposed)
    return step_sentence(context, "motion_heard_both", in_favour=in_favour, opposed=opposed)
