"""The ballot of one seat: the choices that it has now, what was recorded, and whether it may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.screens.at_hand import own_sentence
from app.screens.directory import Directory
from app.screens.phone.vote import about_of, question_of
from app.screens.shown import Who, tongue, who
from app.words import threshold_of
from delegations.nearest import Said

ASKED = ("placards", "devices", "called")
"""The states in which the question stands on the sheet."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice; `closed` is a code for why it is not open to this seat."""

    choice: str
    closed: str = ""


@dataclass(frozen=True, slots=True)
class BallotSheet:
    """`state`: none, placards, devices, called, waiting, closed or no_vote; the rest is for the sheet.

    `paper` is the key of the text that is voted on, "" for a motion; `own` the sentence of the seat's own
    position that is nearest to it.
    """

    template: ClassVar[str] = "phone/ballot.html"
    coalesced: ClassVar[bool] = False

    state: str = "none"
    committee: int = 0
    vote: int = 0
    question: str = ""
    about: str = ""
    threshold: str = ""
    paper: str = ""
    choices: tuple[Offered, ...] = ()
    chosen: str = ""
    may_change: bool = False
    with_rights: bool = False
    who: Who | None = None
    own: Said | None = None


def ballot(floor: Floor, directory: Directory, key: str) -> BallotSheet:
    """What a seat is asked now."""
    now = floor.votes.now
    if now is None:
        return BallotSheet()
    state = _state(now, key)
    given = now.ballots.get(key)
    asked = state in ("devices", "called")
    return BallotSheet(
        state=state,
        committee=directory.committee,
        vote=now.number,
        question=question_of(floor, directory, now),
        about=about_of(floor, directory, now),
        threshold=threshold_of(now, tongue(directory)) if state in ASKED else "",
        paper=_paper(floor, now),
        choices=_choices(now, key) if asked else (),
        chosen=given.choice if given else "",
        may_change=floor.rulebook.votes.change_until != "never",
        with_rights=state == "called" and _rights(floor, now, key),
        who=who(directory, key) if state == "placards" else None,
        own=own_sentence(floor, directory, key, now) if state in ASKED else None,
    )


def _state(now: Vote, key: str) -> str:
    if key not in now.order:
        return "no_vote"
    if not now.is_open:
        return "closed"
    if now.mode != "roll_call":
        return now.mode
    called = now.next()
    return "called" if called is not None and called[0] == key else "waiting"


def _choices(now: Vote, key: str) -> tuple[Offered, ...]:
    """The open choices, and abstention with its reason where a promise or a pass has closed it."""
    open_ = now.choices(key)
    offered = [Offered(choice) for choice in open_]
    may_abstain = not now.procedural or now.ballot_rules.procedural_abstain
    if "abstain" not in open_ and may_abstain:
        closed = Offered("abstain", "promised" if key in now.must_vote else "passed")
        offered.insert(2, closed)
    return tuple(offered)


def _rights(floor: Floor, now: Vote, key: str) -> bool:
    """Whether a yes or no may come with rights: sponsors of the draft have none."""
    paper = floor.papers.get(now.subject) if now.about == "paper" else None
    sponsor = paper is not None and key in paper.sponsors
    return now.ballot_rules.with_rights and not now.procedural and not sponsor


def _paper(floor: Floor, now: Vote) -> str:
    if now.about == "paper":
        return now.subject
    amendment = floor.papers.amendment(now.subject) if now.about == "amendment" else None
    return amendment.paper if amendment else ""
