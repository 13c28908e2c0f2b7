"""Minutes of votes: the question, each answer, the count, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.words.context import Context, Teller
from app.words.language import N_
from app.words.names import CHOICES, code_name
from app.words.votes import figures, result_sentence, threshold_of
from resolutions.voting import Ballot, Tally

if TYPE_CHECKING:
    from app.procedure.placards import HandsCounted
    from app.procedure.results import ResultAnnounced, VoteClosed, VoteVoided
    from app.procedure.second_votes import SecondVoteDue
    from app.procedure.vote_changes import BallotChanged
    from app.procedure.votes import BallotCast, BallotCorrected, NoAnswerNoted
    from app.procedure.voting import VoteOpened

_OPENED = {
    "placards": N_("The committee voted by placards on {question}. {threshold}"),
    "devices": N_("The committee voted on its devices on {question}. {threshold}"),
    "roll_call": N_("The committee voted by roll call on {question}. {threshold}"),
}
_ANSWERS = {
    "yes": N_("{seat} voted yes."),
    "no": N_("{seat} voted no."),
    "abstain": N_("{seat} abstained."),
    "pass": N_("{seat} passed."),
}
_WITH_RIGHTS = {
    "yes": N_("{seat} voted yes, with rights."),
    "no": N_("{seat} voted no, with rights."),
    "abstain": N_("{seat} abstained, with rights."),
    "pass": N_("{seat} passed."),
}


def opened(event: VoteOpened, context: Context) -> str:
    """The question, the way of voting and what carries it."""
    vote = event.vote
    threshold = threshold_of(vote, context.gettext)
    return context.say(_OPENED[vote.mode], question=context.question(vote), threshold=threshold)


def cast(event: BallotCast, context: Context) -> str:
    """An answer."""
    ballot: Ballot = event.ballot
    table = _WITH_RIGHTS if ballot.with_rights else _ANSWERS
    return context.say(table[ballot.choice], seat=context.seat(ballot.seat))


def no_answer(event: NoAnswerNoted, context: Context) -> str:
    """Silence."""
    return context.say(N_("{seat} was called and did not answer."), seat=context.seat(event.seat))


def changed(event: BallotChanged, context: Context) -> str:
    """The new answer."""
    choice = code_name(CHOICES, event.ballot.choice, context.gettext)
    seat = context.seat(event.ballot.seat)
    return context.say(N_("{seat} changed its vote to {choice}."), seat=seat, choice=choice)


def corrected(event: BallotCorrected, context: Context) -> str:
    """The right answer, with the reason."""
    return context.say(
        N_("The answer of {seat} was corrected to {choice}: {reason}."),
        seat=context.seat(event.ballot.seat),
        choice=code_name(CHOICES, event.ballot.choice, context.gettext),
        reason=context.reason(event.reason),
    )


def hands_counted(event: HandsCounted, context: Context) -> str:
    """The figures of the dais."""
    shown = _figures(event.vote, event.tally, context)
    return context.say(N_("The dais counted the placards: {figures}."), figures=shown)


def closed(event: VoteClosed, context: Context) -> str:
    """The figures of the ballots."""
    return context.say(
        N_("The vote was closed: {figures}."), figures=_figures(event.vote, event.tally, context)
    )


def announced(event: ResultAnnounced, context: Context) -> str:
    """The result in full."""
    vote = context.vote(event.vote)
    if vote is None or vote.tally is None:
        message = (
            N_("The result was announced: passed.")
            if event.passed
            else N_("The result was announced: failed.")
        )
        return context.say(message)
    return context.say(
        N_("The result was announced. {result}"),
        result=result_sentence(
            vote.tally, vote.rule, names=context.names, procedural=vote.procedural, gettext=context.gettext
        ),
    )


def second_due(event: SecondVoteDue, context: Context) -> str:
    """At a later meeting."""
    message = N_("The vote on {paper} was tied; it is put once more at a later meeting.")
    return context.say(message, paper=context.paper(event.paper))


def voided(event: VoteVoided, context: Context) -> str:
    """With the reason."""
    return context.say(N_("The chair called the vote off: {reason}."), reason=context.reason(event.reason))


def _figures(number: int, tally: Tally, context: Context) -> str:
    vote = context.vote(number)
    return figures(tally, vote.procedural if vote else False)


TELLERS: dict[str, Teller] = {
    "VoteOpened": opened,
    "VoteClosed": closed,
    "ResultAnnounced": announced,
    "VoteVoided": voided,
    "SecondVoteDue": second_due,
    "BallotCast": cast,
    "NoAnswerNoted": no_answer,
    "BallotCorrected": corrected,
    "BallotChanged": changed,
    "HandsCounted": hands_counted,
}
