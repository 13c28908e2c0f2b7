"""Votes on paper: the hands that were counted, and the roll call as the tally sheet has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.catching_up.reading import folded, seats_of
from app.catching_up.sheet import Entering, NotRead
from app.procedure.floor import Floor
from app.procedure.placards import EnterCount
from app.procedure.questions import About, Vote
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.votes import CastBallot, NoAnswer
from app.procedure.voting import OpenVote
from app.words.language import N_, Language
from app.words.names import CHOICES
from resolutions.voting import Choice

OTHERS = N_("others")


def by_placards(about: About, subject: str, counted: tuple[int, int, int]) -> Entering:
    """The question is put, the hands are counted, the result is announced."""
    floor = yield OpenVote(about, subject)
    number = _open(floor).number
    yield EnterCount(number, *counted)
    yield AnnounceResult(number)


def called_by_name(
    about: About,
    subject: str,
    items: Sequence[str],
    before: Floor,
    names: Mapping[str, str],
    say: Language,
) -> Entering:
    """Everybody answers in the order of the roll; who is not on the sheet gave no answer."""
    answers, rest = _answers(items, before, names, say)
    floor = yield OpenVote(about, subject, "roll_call")
    number = _open(floor).number
    while (called := _open(floor).next()) is not None:
        seat, turn = called
        given = answers.get(seat, [])
        choice = given[min(turn, len(given)) - 1] if given else rest
        floor = yield CastBallot(number, choice, seat=seat) if choice else NoAnswer(number, seat)
    yield CloseVote(number)
    yield AnnounceResult(number)


def _answers(
    items: Sequence[str], floor: Floor, names: Mapping[str, str], say: Language
) -> tuple[dict[str, list[Choice]], Choice | None]:
    """Seat -> its answers, a pass first; and what all others said, None where the sheet does not say."""
    answers: dict[str, list[Choice]] = {}
    rest: Choice | None = None
    for item in items:
        choice, told = _choice(item, say)
        if folded(told) in (folded(OTHERS), folded(say(OTHERS))):
            rest = choice
            continue
        for seat in seats_of(floor, names, told):
            given = answers.setdefault(seat, [])
            if given and (choice in given or "pass" not in (choice, *given)):
                raise NotRead(N_("{name} stands on the sheet twice."), name=names.get(seat, seat))
            given.insert(0 if choice == "pass" else len(given), choice)
    if not items:
        raise NotRead(N_("After what is voted on stand the answers, such as: no Ghana, Peru; yes others."))
    return answers, rest


def _choice(item: str, say: Language) -> tuple[Choice, str]:
    """An answer and who gave it: "no Ghana, Peru"."""
    for choice, word in CHOICES.items():
        for said in (word, say(word)):
            if folded(item).startswith(f"{folded(said)} "):
                return choice, item.split(None, len(said.split()))[-1]  # type: ignore[return-value]
    raise NotRead(N_("“{item}” begins with no answer: yes, no, abstain or pass."), item=item[:60])


def _open(floor: Floor) -> Vote:
    assert floor.votes.now is not None, "the vote was opened by the line itself"
    return floor.votes.now
