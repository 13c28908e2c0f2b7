"""What was decided a moment ago: whether a result, or a text just introduced, still has the board."""

from __future__ import annotations

from app.procedure.catalogue import Effect
from app.procedure.floor import Floor
from app.procedure.precedence import Motion
from app.procedure.questions import Vote
from app.words import result_sentence
from app.words.context import Context

SHOWN_BY_ITSELF: tuple[Effect, ...] = (
    "adjourn_meeting",
    "suspend_meeting",
    "open_moderated_caucus",
    "open_unmoderated_caucus",
    "open_consultation",
    "open_round_robin",
    "open_panel",
    "open_questions",
    "hear_guest",
    "straw_poll",
    "keep_silence",
    "extend_caucus",
    "introduce_paper",
    "introduce_amendment",
    "adjourn_debate",
    "close_debate",
    "resume_debate",
)
"""Effects that put something else on the board at once: there the result is one sentence at its foot."""


def last_result(floor: Floor) -> Vote | None:
    """The vote announced last, as long as nothing has begun since."""
    return floor.votes.past[-1] if floor.votes.fresh and floor.votes.past else None


def result_on_show(floor: Floor) -> Vote | None:
    """The result that has the board to itself, if one has."""
    last = last_result(floor)
    if last is None or floor.caucus is not None:
        return None
    motion = motion_of(floor, last)
    rule = floor.rulebook.motion(motion.kind) if motion else None
    passed = last.tally is not None and last.tally.passed
    return None if passed and rule and rule.effect in SHOWN_BY_ITSELF else last


def just_introduced(floor: Floor) -> Motion | None:
    """The motion that has just put a draft or an amendment before the committee."""
    last = last_result(floor)
    motion = motion_of(floor, last) if last else None
    if last is None or motion is None or not (last.tally and last.tally.passed):
        return None
    return motion if motion.terms.paper or motion.terms.amendment else None


def carried(context: Context) -> str:
    """The sentence for the motion that brought the committee here: "Passed, 21-6. ..."; "" for none."""
    last = last_result(context.floor)
    if last is None or last.tally is None or not last.procedural:
        return ""
    return result_sentence(last.tally, last.rule, "", context.names, last.procedural, context.gettext)


def motion_of(floor: Floor, vote: Vote) -> Motion | None:
    """The motion that a vote decided; None where it was about a text."""
    if vote.about != "motion":
        return None
    done = (one.motion for one in floor.motions.decided if str(one.motion.number) == vote.subject)
    return floor.motions.find(int(vote.subject)) or next(done, None)
