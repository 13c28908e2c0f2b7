"""Where the committee is, in at most five sentences: for somebody who has just come in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.procedure.debate_speakers import side_called
from app.procedure.paragraphs import standing_of_paragraphs
from app.procedure.queues import list_in_use
from app.procedure.quorum import members, members_here, quorum_to_open, quorum_to_vote
from app.words.chair import suspended_line
from app.words.context import Context
from app.words.elections import office_of
from app.words.language import ENGLISH, N_, NN_, Language, Names, capital, plain
from app.words.measures import listed
from app.words.names import DEBATE_STAGES, caucus_name, code_name, names_on, topic_name

if TYPE_CHECKING:
    from app.procedure.floor import Floor

MOST = 5
NEXT_SPEAKERS = 3
_MOTIONS = NN_("One motion waits: {what}.", "{n} motions wait; the first is {what}.")


def where_we_are(floor: Floor, names: Names, gettext: Language = ENGLISH) -> tuple[str, ...]:
    """Up to five sentences: phase, who is here, who speaks, what is moved or voted on, which drafts are up.

    `names` gives the delegations' short names by seat key. No result is told before it is announced.
    """
    context = Context(floor, names_on(floor, names), gettext)
    return tuple(capital(sentence) for sentence in _sentences(context))[:MOST]


def phase_now(floor: Floor, names: Names, gettext: Language = ENGLISH) -> str:
    """The first of these sentences."""
    return capital(_phase(Context(floor, names_on(floor, names), gettext)))


def _sentences(context: Context) -> Iterator[str]:
    yield _phase(context)
    state = context.floor.meeting.state
    if state == "adjourned":
        return
    if context.floor.attendance.statuses:
        yield _here(context)
    if state == "sitting":
        yield from _speaking(context)
        yield from _question(context)
        yield from _drafts(context)


def _phase(context: Context) -> str:
    """State, session and topic; the caucus where there is one."""
    floor = context.floor
    meeting = floor.meeting
    if meeting.state == "adjourned":
        return context.say(N_("The meeting is adjourned."))
    if meeting.state == "suspended":
        return suspended_line(context)
    if floor.attendance.calling:
        return context.say(N_("The roll is being called for session {session}."), session=meeting.session)
    if meeting.debate == "none":
        return context.say(N_("Session {session}; no topic is under debate."), session=meeting.session)
    topic = topic_name(meeting.topic, context.names, context.gettext)
    if meeting.debate == "closed":
        return context.say(N_("The committee is in voting procedure on {topic}."), topic=topic)
    return _caucus(context, topic) if floor.caucus else _debate(context, topic)


def _debate(context: Context, topic: str) -> str:
    """What is in hand, where a resolution has its own debate or its text is consulted on."""
    debate, consulted = context.floor.resolution_debate, context.floor.consultations.paper
    if debate is not None:
        stage = code_name(DEBATE_STAGES, debate.now.stage, context.gettext)
        question = context.text(debate.now.subject)
        return context.say(N_("The committee debates {question} ({stage})."), question=question, stage=stage)
    if consulted:
        paper = context.paper(consulted)
        return context.say(N_("The committee is in informal consultations on {paper}."), paper=paper)
    return context.say(N_("Debate is open on {topic}."), topic=topic)


def _caucus(context: Context, topic: str) -> str:
    caucus = context.floor.caucus
    assert caucus is not None
    about = plain(caucus.topic) or topic
    kind = caucus_name(caucus, context.names, context.gettext)
    return context.say(N_("The committee is in a caucus ({caucus}) on {topic}."), caucus=kind, topic=about)


def _here(context: Context) -> str:
    """The members, against the quorum that matters now."""
    floor = context.floor
    open_debate = floor.meeting.debate == "none"
    needed = quorum_to_open(floor) if open_debate else quorum_to_vote(floor)
    message = (
        N_("{here} of {members} members are here; {needed} are needed to open debate.")
        if open_debate
        else N_("{here} of {members} members are here; {needed} are needed to vote on substance.")
    )
    return context.say(message, here=len(members_here(floor)), members=len(members(floor)), needed=needed)


def _speaking(context: Context) -> Iterator[str]:
    """The speech and the next names, of the list or of both sides of a timed debate; or the paragraphs."""
    floor = context.floor
    using = list_in_use(floor)
    speakers = using[1] if using is not None else None
    waiting = _debaters(floor) if floor.caucus is None else ()
    waiting = waiting or (speakers.queue if speakers else ())
    following = context.seats(waiting[:NEXT_SPEAKERS]) if waiting else ""
    now = floor.speeches.now
    if now is not None:
        message = N_("{seat} has the floor; next: {seats}.") if following else N_("{seat} has the floor.")
        yield context.say(message, seat=context.seat(now.seat), seats=following)
    elif floor.consultations.paper and floor.caucus is None:
        yield _paragraphs(context)
    elif floor.resolution_debate is not None and floor.caucus is None:
        yield from _sides(context, following)
    elif following:
        yield context.say(N_("Next on the list: {seats}."), seats=following)
    elif floor.meeting.debate == "open" and speakers is not None:
        yield context.say(
            N_("The list is open and empty.") if speakers.open else N_("The list is closed and empty.")
        )


def _debaters(floor: Floor) -> tuple[str, ...]:
    """Who waits on what is debated, the side that is called next first."""
    debate = floor.resolution_debate
    if debate is None or debate.now.stage == "vote":
        return ()
    first, hearing = side_called(debate.now), debate.now.hearing
    rest = hearing.waiting("against" if first == "for" else "for") if debate.now.stage == "open" else ()
    return (*hearing.waiting(first), *rest)


def _sides(context: Context, following: str) -> Iterator[str]:
    """Who is heard next in a timed debate; nothing once its question waits for the vote."""
    debate = context.floor.resolution_debate
    if following:
        yield context.say(N_("Next to speak on it: {seats}."), seats=following)
    elif debate is not None and debate.now.stage != "vote":
        yield context.say(N_("Nobody waits to speak on it."))


def _paragraphs(context: Context) -> str:
    """How many paragraphs are agreed, and which is in hand."""
    paper, clause = context.floor.consultations.paper, context.floor.consultations.clause
    every = standing_of_paragraphs(context.floor, paper)
    agreed = {one.clause for one in every if one.state == "agreed"}
    values = {"agreed": len(agreed), "all": len(every)}
    if not clause or clause in agreed:
        return context.say(N_("{agreed} of {all} paragraphs are agreed."), **values)
    message = N_("{agreed} of {all} paragraphs are agreed; {paragraph} is in hand.")
    return context.say(message, paragraph=context.paragraph(paper, clause), **values)


def _question(context: Context) -> Iterator[str]:
    """The vote, or else the motions."""
    floor = context.floor
    now, pending = floor.votes.now, floor.motions.pending
    if floor.elections.now is not None:
        office = office_of(floor.elections.now)
        yield context.say(N_("The committee elects by secret ballot: {office}."), office=office)
    elif now is not None:
        message = (
            N_("A vote is open on {question}.") if now.is_open else N_("The vote on {question} is closed.")
        )
        yield context.say(message, question=context.question(now))
    elif pending:
        yield context.gettext.count(_MOTIONS, len(pending), what=context.moved(pending[0]))


def _drafts(context: Context) -> Iterator[str]:
    """What is before the committee on its topic."""
    floor = context.floor
    drafts = [paper.name for paper in floor.papers.before_the_committee(floor.meeting.topic)]
    if drafts:
        yield context.say(N_("Before the committee: {papers}."), papers=listed(drafts, context.gettext))
