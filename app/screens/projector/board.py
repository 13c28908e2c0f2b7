"""Which layout the room sees: chosen by the floor alone, in the order in which things matter."""

from __future__ import annotations

from typing import TypeAlias

from app.procedure.caucuses import Caucus
from app.procedure.documents import Amendment
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.screens.directory import Directory
from app.screens.projector import debate, election, interrupted, meeting, texts, timed, votes
from app.screens.projector.fresh import just_introduced, result_on_show

Board: TypeAlias = (
    meeting.Join
    | meeting.RollCall
    | meeting.Agenda
    | meeting.Suspended
    | meeting.Adjourned
    | debate.Speaking
    | debate.OpenFloor
    | debate.FreeTime
    | debate.Ladder
    | interrupted.Raised
    | interrupted.InHand
    | interrupted.WholeRoom
    | timed.Debated
    | timed.Consulted
    | texts.DocumentPage
    | texts.Redline
    | election.Electing
    | votes.Question
    | votes.RollCallVote
    | votes.Result
)
"""Every layout of the board."""


def draw(floor: Floor, directory: Directory) -> Board:
    """The board for a floor: a point comes first, a vote, a speech, motions, and then an empty floor."""
    if floor.meeting.state == "adjourned":
        return meeting.adjourned(floor, directory)
    if floor.meeting.state == "suspended":
        return meeting.suspended(floor, directory)
    if floor.attendance.calling:
        return meeting.roll_call(floor, directory)
    if floor.points.pending:
        return interrupted.raised(floor, directory, floor.points.pending[0])
    if elected := election.electing(floor, directory):
        return elected
    if floor.votes.now is not None:
        return _vote(floor, directory, floor.votes.now)
    if not floor.attendance.statuses:
        return meeting.join(floor, directory)
    return _sitting(floor, directory)


def _vote(floor: Floor, directory: Directory, vote: Vote) -> Board:
    if vote.mode == "roll_call":
        return votes.roll_call_vote(floor, directory, vote)
    amendment = floor.papers.amendment(vote.subject) if vote.about == "amendment" else None
    change = texts.redline(floor, directory, amendment, vote) if amendment else None
    return change or votes.question(floor, directory, vote)


def _sitting(floor: Floor, directory: Directory) -> Board:
    announced = result_on_show(floor)
    if announced is not None:
        return votes.result(floor, directory, announced)
    heard = _heard(floor, directory)
    if heard is not None:
        return heard
    if floor.motions.pending:
        return debate.ladder(floor, directory)
    if floor.caucus is not None:
        return _caucus(floor, directory, floor.caucus)
    if floor.meeting.debate == "none":
        return meeting.agenda(floor, directory)
    if floor.resolution_debate is not None:
        return timed.debated(floor, directory)
    if floor.consultations.paper:
        return timed.consulted(floor, directory)
    text = _text(floor, directory)
    if text is None and floor.meeting.debate == "closed":
        return meeting.agenda(floor, directory)
    return text or debate.open_floor(floor, directory)


def _caucus(floor: Floor, directory: Directory, caucus: Caucus) -> Board:
    """Questions to those who answer, a big clock, or a list."""
    if caucus.answering:
        return interrupted.question_time(floor, directory)
    if caucus.speakers is None and "caucus" in floor.clocks:
        return debate.free_time(floor, directory)
    return debate.open_floor(floor, directory)


def _heard(floor: Floor, directory: Directory) -> Board | None:
    """What the room does together, a speech, or a question on which delegations speak; else None."""
    together = interrupted.whole_room(floor, directory)
    if together is not None:
        return together
    if floor.speeches.now is not None and not _waits_for_appeal(floor):
        if floor.speeches.now.list == "debate" and floor.resolution_debate is not None:
            return timed.debated(floor, directory)
        return debate.speaking(floor, directory)
    if floor.rulings.appeal is not None:
        return interrupted.appealed(floor, directory, floor.rulings.appeal)
    heard = next((motion for motion in floor.motions.pending if motion.hearing is not None), None)
    return interrupted.in_hand(floor, directory, heard) if heard is not None else None


def _waits_for_appeal(floor: Floor) -> bool:
    """Whether the speech on the floor is not one on the appeal that is open."""
    now = floor.speeches.now
    return floor.rulings.appeal is not None and now is not None and now.list != "question"


def _text(floor: Floor, directory: Directory) -> Board | None:
    """The text that was just introduced; in voting procedure the one that is voted on next."""
    introduced = just_introduced(floor)
    wanted = introduced.terms.paper if introduced else ""
    amendment = floor.papers.amendment(introduced.terms.amendment) if introduced else None
    drafts = floor.papers.before_the_committee(floor.meeting.topic)
    if floor.meeting.debate == "closed" and drafts and not introduced:
        wanted, amendment = drafts[0].key, _next_amendment(floor, drafts[0].key)
    if amendment is not None and amendment.stage == "introduced":
        return texts.redline(floor, directory, amendment)
    paper = next((draft for draft in drafts if draft.key == wanted), None)
    return texts.document_page(floor, directory, paper) if paper else None


def _next_amendment(floor: Floor, paper: str) -> Amendment | None:
    """The first amendment that waits for its vote and fits the text."""
    waiting = (one for one in floor.papers.pending_amendments(paper) if one.stage == "introduced")
    return next((one for one in waiting if one.standing != "conflict"), None)
