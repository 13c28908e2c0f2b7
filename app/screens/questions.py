"""The guide's questions: which caucuses and clauses touched each, and those that nobody has touched yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, Literal

from app.procedure.floor import Floor
from app.screens.directory import Directory
from delegations.uncovered import Touch, touches
from resolutions.document import Document
from resolutions.rendering.layout import LaidOut, laid_out

BY_THE_CHAIR = "chair"
"""What `Touched.about` is where the chair says it of the question itself."""
COUNTED = ("approved", "introduced", "adopted")
"""The stages of papers whose clauses count: those that everybody may read and that have not failed."""
State = Literal["untouched", "proposed", "touched"]


@dataclass(frozen=True, slots=True)
class Touched:
    """A caucus or a clause that may have touched a question, and the words that both use.

    `about` is its key, `paper` the name of its paper ("" for a caucus), `label` a caucus's topic or a
    clause's number. `agreed` where the chair said so.
    """

    about: str
    paper: str
    label: str
    shared: tuple[str, ...]
    agreed: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question by its place in the guide (from 0)."""

    place: int
    text: str
    state: State
    touched: tuple[Touched, ...]


@dataclass(frozen=True, slots=True)
class QuestionsView:
    """The questions of the guide in its order."""

    template: ClassVar[str] = "cockpit/questions.html"
    coalesced: ClassVar[bool] = False

    committee: int
    questions: tuple[Asked, ...]
    untouched: int


def draw_questions(floor: Floor, directory: Directory) -> QuestionsView:
    """The strip of the dais."""
    found = asked(floor, directory)
    return QuestionsView(directory.committee, found, sum(one.state == "untouched" for one in found))


def offered(floor: Floor, directory: Directory) -> tuple[str, ...]:
    """The questions as topics of a caucus: those that nobody has touched first."""
    order = ("untouched", "proposed", "touched")
    return tuple(one.text for one in sorted(asked(floor, directory), key=lambda one: order.index(one.state)))


def asked(floor: Floor, directory: Directory) -> tuple[Asked, ...]:
    """Every question with what touched it."""
    if not directory.questions:
        return ()
    said = dict(_said(floor))
    found = _touches(directory.questions, tuple((key, words) for key, (_, _, words) in said.items()))
    return tuple(
        _asked(place, text, _of(place, said, found, directory.touched))
        for place, text in enumerate(directory.questions)
    )


def _asked(place: int, text: str, touched: tuple[Touched, ...]) -> Asked:
    state: State = "proposed" if touched else "untouched"
    return Asked(place, text, "touched" if any(one.agreed for one in touched) else state, touched)


Said = Mapping[str, tuple[str, str, str]]
"""Caucuses and clauses by key: paper, label, words."""


def _of(
    place: int, said: Said, found: tuple[Touch, ...], answers: Mapping[tuple[int, str], bool]
) -> tuple[Touched, ...]:
    """What touched one question: what is proposed and was not denied, and what the chair said."""
    shared = {one.text: one.shared for one in found if one.question == place}
    agreed = {about for (question, about), yes in answers.items() if question == place and yes}
    denied = {about for (question, about), yes in answers.items() if question == place and not yes}
    chairs = (Touched(BY_THE_CHAIR, "", "", (), True),) if BY_THE_CHAIR in agreed else ()
    return (
        *chairs,
        *(
            Touched(about, paper, label, shared.get(about, ()), about in agreed)
            for about, (paper, label, _) in said.items()
            if about in agreed or (about in shared and about not in denied)
        ),
    )


def _said(floor: Floor) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """The topics of caucuses that were held, and the operative clauses that everybody may read."""
    for decided in floor.motions.decided:
        topic = decided.motion.terms.topic
        if decided.ending == "passed" and topic:
            yield f"motion-{decided.motion.number}", ("", topic, topic)
    for paper in floor.papers.papers:
        if paper.stage in COUNTED and paper.text is not None:
            for number, uid, words in _clauses(paper.text):
                yield f"{paper.key}-{uid}", (paper.name, number, words)


@lru_cache(maxsize=256)
def _clauses(text: Document) -> tuple[tuple[str, str, str], ...]:
    """Number, uid and words of each operative clause with what stands under it."""
    return tuple((one.number, one.uid, _words(one)) for one in laid_out(text) if one.part == "operative")


def _words(row: LaidOut) -> str:
    return " ".join([row.text, *(_words(child) for child in row.children)])


@lru_cache(maxsize=256)
def _touches(questions: tuple[str, ...], texts: tuple[tuple[str, str], ...]) -> tuple[Touch, ...]:
    """Worked out once for the same questions and texts: each act of the room asks again."""
    return touches(questions, dict(texts))
