"""The minutes in sentences: what happened, act by act, in the past tense."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from app.procedure.act import is_dais
from app.words.context import Context
from app.words.language import ENGLISH, N_, Language, Names, capital
from app.words.names import names_on
from app.words.told import TELLERS

if TYPE_CHECKING:
    from app.procedure.floor import Floor

OF_A_DELEGATION = frozenset(
    (
        "StatusSet",
        "SpeakersListJoined",
        "SpeakersListLeft",
        "DebateJoined",
        "ParagraphBracketed",
        "DebateLeft",
        "MotionRaised",
        "MotionJoined",
        "MotionWithdrawn",
        "MotionSeconded",
        "MotionObjectedTo",
        "SpeakerNamed",
        "FloorYielded",
        "PlacardRaised",
        "PlacardLowered",
        "SlotTaken",
        "ReplyAsked",
        "PointRaised",
        "RulingAppealed",
        "PaperStarted",
        "PaperNamed",
        "PaperSubmitted",
        "PaperWithdrawn",
        "AmendmentProposed",
        "AmendmentSigned",
        "AmendmentWithdrawn",
        "AmendmentRestated",
        "ConsensusRefused",
        "FriendlyOffered",
        "FriendlyAnswered",
    )
)
"""What a delegation does by itself, so that a dais seat that does it has entered it for the delegation.

Answers of a roll-call vote are left out: the dais enters them all.
"""


def event_sentence(event: object, floor: Floor, names: Names, gettext: Language = ENGLISH) -> str:
    """One event as a sentence of the minutes.

    `floor` is the floor after the act, or any later one: it names motions, papers and votes that the event
    knows by number. `names` gives the delegations' short names by seat key. Raises KeyError for an event
    that is not one.
    """
    context = Context(floor, names_on(floor, names), gettext)
    return capital(TELLERS[type(event).__name__](event, context))


def act_sentences(
    by: str, events: Iterable[Any], floor: Floor, names: Names, gettext: Language = ENGLISH
) -> tuple[str, ...]:
    """The sentences of one act of seat `by`, with a remark where the dais entered it for a delegation."""
    entered = is_dais(floor, by)
    return tuple(
        _entered(event_sentence(event, floor, names, gettext), gettext)
        if entered and type(event).__name__ in OF_A_DELEGATION
        else event_sentence(event, floor, names, gettext)
        for event in events
    )


def _entered(sentence: str, gettext: Language) -> str:
    """The sentence with the remark before its full stop."""
    return gettext.say(N_("{sentence} (entered by the dais)."), sentence=sentence.removesuffix("."))
