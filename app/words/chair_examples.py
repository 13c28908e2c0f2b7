"""What stands in for the placeholders of a sentence that is being written: today's names and numbers."""

from __future__ import annotations

from app.procedure.figures import figure
from app.procedure.quorum import members, members_here, quorum_now
from app.procedure.roster import delegations
from app.procedure.rulebook import MotionRule
from app.procedure.terms import Terms
from app.words.chair_sentences import step_sentence
from app.words.context import Context
from app.words.language import N_, NN_
from app.words.measures import duration, speech_length
from app.words.motions import motion_phrase
from app.words.names import CAUCUSES, MAJORITIES, POINTS, code_name, topic_name

_SPEAKERS = NN_("{n} speaker", "{n} speakers")
_TOTAL = 600


def example_values(context: Context) -> dict[str, str | int]:
    """Placeholder -> what it could be on this floor; names in words where nobody is on the roster."""
    return {**_people(context), **_numbers(context), **_motion(context), **_texts(context)}


def _people(context: Context) -> dict[str, str | int]:
    keys = [seat.key for seat in delegations(context.floor)][:2]
    first = context.seat(keys[0]) if keys else context.say(N_("the delegation"))
    both = context.seats(tuple(keys)) if keys else context.say(N_("the delegations"))
    guest = context.say(N_("the guest"))
    return {"delegation": first, "delegations": both, "answering": both, "candidates": both, "guest": guest}


def _numbers(context: Context) -> dict[str, str | int]:
    floor, say = context.floor, context.gettext
    seconds, here = floor.rulebook.speeches.general_seconds, len(members_here(floor)) or len(members(floor))
    needed = min(figure(floor, "paper", floor.rulebook.votes.resolution).needed or here, here)
    speakers = say.count(_SPEAKERS, 2)
    return {
        "seconds": seconds,
        "speech": speech_length(seconds, say),
        "total": duration(_TOTAL, say),
        "until": "14:00",
        "quorum": quorum_now(floor),
        "present": here,
        "members": len(members(floor)),
        "figures": f"{needed}-{here - needed}-0",
        "yes": needed,
        "no": here - needed,
        "abstentions": 0,
        "votes_needed": needed,
        "in_favour": speakers,
        "opposed": speakers,
    }


def _motion(context: Context) -> dict[str, str | int]:
    """The motion on top, else one that the house has and that is voted."""
    floor, book = context.floor, context.floor.rulebook
    rule = next((one for one in book.motions if book.majority(one)), MotionRule("motion", "end_caucus", ()))
    phrase = motion_phrase(rule.kind, Terms(), context.names, context.gettext)
    if floor.motions.pending:
        top = floor.motions.pending[0]
        rule, phrase = book.motion(top.kind) or rule, context.moved(top)
    majority = book.majority(rule) or "simple_cast"
    return {
        "motion": phrase,
        "majority": code_name(MAJORITIES, majority, context.gettext),
        "next": step_sentence(context, "motion_vote_now"),
    }


def _texts(context: Context) -> dict[str, str | int]:
    """The first draft before the committee and what hangs on it, else as they will be called."""
    floor, say = context.floor, context.gettext
    paper = next((one.name for one in floor.papers.papers if one.name), "DR 1.1")
    topic = topic_name(1, context.names, say) if floor.topics else context.say(N_("the topic"))
    return {
        "topic": topic,
        "paper": paper,
        "question": paper,
        "office": context.say(N_("Rapporteur")),
        "amendment": say.say(N_("amendment {amendment} to {paper}"), amendment="A1", paper=paper),
        "paragraph": say.say(N_("paragraph {number} of {paper}"), number=2, paper=paper),
        "caucus": code_name(CAUCUSES, "unmoderated", say),
        "point": code_name(POINTS, "order", say),
    }
