"""What passed motions do with time off the general list: caucuses, panels, questions, guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.procedure.act import GUEST, Outcome
from app.procedure.caucuses import Caucus, CaucusExtended, CaucusKind, CaucusOpened, closing_caucus, usable
from app.procedure.opening_speeches import everyone
from app.procedure.queues import SpeakersList
from app.procedure.speeches import SpeechBegan, end_of_speech, last_speaker

if TYPE_CHECKING:
    from app.procedure.floor import Floor
    from app.procedure.precedence import Motion


def open_moderated_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Timed speeches on a topic, from a list of its own; its proposer is asked for a slot."""
    speakers = SpeakersList(True, (), motion.terms.speech_seconds)
    asked = floor.rulebook.caucuses.proposer_slot != "none" and floor.attendance.here(motion.seat)
    total = usable(floor, motion.terms.total_seconds, speakers)
    yield from closing_caucus(floor, at)
    yield CaucusOpened(
        Caucus(
            "moderated",
            motion.terms.topic,
            motion.seat,
            total,
            speakers,
            slot="asked" if asked else "waived",
            opened_as=motion.kind,
        )
    )


def open_unmoderated_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Delegations leave their seats and negotiate."""
    yield from _open(floor, motion, at, "unmoderated")


def open_consultation(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Free discussion from the seats, without the chair calling speakers [RYAN]."""
    yield from _open(floor, motion, at, "consultation")


def open_round_robin(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Every delegation that is present speaks once, in roll-call order [PAC]."""
    speakers = everyone(floor, motion.terms.speech_seconds)
    yield from closing_caucus(floor, at)
    yield CaucusOpened(
        Caucus("round_robin", motion.terms.topic, motion.seat, 0, speakers, opened_as=motion.kind)
    )


def open_panel(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The sponsors of a draft answer questions [OX25] [MUAP]: of the one named, or the last introduced."""
    paper = floor.papers.get(motion.terms.paper) or next(
        reversed(floor.papers.before_the_committee(floor.meeting.topic)), None
    )
    yield from _open(floor, motion, at, "panel", paper.sponsors if paper is not None else ())


def _open(
    floor: Floor, motion: Motion, at: int, kind: CaucusKind, answering: tuple[str, ...] = ()
) -> Outcome:
    """A caucus takes the place of whatever speech or caucus was on."""
    yield from closing_caucus(floor, at)
    terms = motion.terms
    yield CaucusOpened(
        Caucus(
            kind,
            terms.topic,
            motion.seat,
            terms.total_seconds * 1000,
            answering=answering,
            opened_as=motion.kind,
        )
    )


def open_questions(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A number of questions to the last speaker, with follow-ups: the Latin American circuit (K)."""
    yield from closing_caucus(floor, at)
    last = last_speaker(floor)
    yield CaucusOpened(
        Caucus(
            "questions",
            motion.terms.topic,
            motion.seat,
            0,
            answering=(last,),
            questions=motion.terms.count,
            opened_as=motion.kind,
        )
    )


def hear_guest(floor: Floor, motion: Motion, at: int) -> Outcome:
    """A person who is no member speaks, and does not vote (K)."""
    yield from end_of_speech(floor, at)
    yield SpeechBegan(GUEST + motion.terms.name, "guest", motion.terms.total_seconds * 1000, "guest")


def extend_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """The caucus goes on, with its topic and speech length."""
    caucus = floor.caucus or floor.last_caucus
    if caucus is not None:
        yield CaucusExtended(usable(floor, motion.terms.total_seconds, caucus.speakers))


def end_caucus(floor: Floor, motion: Motion, at: int) -> Outcome:
    """Back to the general list."""
    yield from closing_caucus(floor, at)


CAUCUSES = (
    open_moderated_caucus,
    open_unmoderated_caucus,
    open_consultation,
    open_round_robin,
    open_panel,
    open_questions,
    hear_guest,
    extend_caucus,
    end_caucus,
)
