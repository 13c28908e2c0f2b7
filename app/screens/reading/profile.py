"""A delegation's profile: what the guide gives it, where it stands, and what it has done on the floor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import ClassVar

from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.sharing import may_see_names
from app.screens.directory import Directory, Entry
from app.screens.disclosure import may_read_paper
from app.screens.phone.vote import question_of
from app.screens.reading.library import Shelved, shelved
from app.screens.reading.standing import Place, place_of
from app.screens.shown import tongue
from app.words import clock_time, duration_ms
from delegations.profiles import Mention, Profile
from delegations.study_guides.guide import TopicPosition


@dataclass(frozen=True, slots=True)
class Spoken:
    """A speech that was held: when it ended, how long it was, and where, as a code (`Speech.list`)."""

    at: str
    length: str
    list: str
    kind: str


@dataclass(frozen=True, slots=True)
class Voted:
    """An answer in an announced vote by name."""

    number: int
    question: str
    choice: str


@dataclass(frozen=True, slots=True)
class Named:
    """A paper that the delegation's name is on, as far as the viewer may read it."""

    key: str
    name: str
    title: str
    stage: str
    role: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide that speaks of the delegation; `key` is "" where it is not in the library."""

    title: str
    key: str
    line: int


@dataclass(frozen=True, slots=True)
class Doubted:
    """A position that nobody confirmed, by its mark, and the names of others in whose profiles it stands."""

    mark: str
    part: TopicPosition
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProfilePage:
    """The profile as one viewer may see it; `doubtful` are positions for the dais alone.

    `renewed` is the time of day at which a newer guide changed it, "" where none did.
    """

    template: ClassVar[str] = "phone/profile.html"
    coalesced: ClassVar[bool] = False

    committee: int
    entry: Entry
    profile: Profile
    doubtful: tuple[Doubted, ...]
    renewed: str
    place: Place
    chapters: tuple[Chapter, ...]
    items: tuple[Shelved, ...]
    speeches: tuple[Spoken, ...]
    votes: tuple[Voted, ...]
    papers: tuple[Named, ...]


def profile_page(
    floor: Floor, directory: Directory, key: str, viewer: str, dais: bool, sees_doubtful: bool
) -> ProfilePage:
    """The profile of delegation `key` for the holder of seat `viewer` ("" for none).

    `dais` may read every paper; `sees_doubtful` is for the dais and the organizers.
    """
    found = directory.profiles.get(key) or Profile(key, "", questions=directory.questions)
    doubtful = found.doubtful if sees_doubtful else ()
    read, renewed = directory.collection.of(key), directory.renewed.get(key)
    return ProfilePage(
        committee=directory.committee,
        entry=_now(floor, directory.entry(key)),
        profile=replace(found, doubtful=()),
        doubtful=tuple(_doubted(directory, key, part) for part in doubtful),
        renewed=clock_time(renewed, directory.time_zone) if renewed else "",
        place=place_of(directory, key),
        chapters=tuple(_chapter(directory, one) for one in found.sections),
        items=tuple(shelved(floor, directory, text) for text in read if text.kind == "item"),
        speeches=_speeches(floor, directory, key),
        votes=_votes(floor, directory, key),
        papers=_papers(floor, key, viewer, dais),
    )


def mark_of(part: TopicPosition) -> str:
    """By what a press says which position it means: another one, or other words, have another mark."""
    return sha256(f"{part.line} {part.topic} {part.text}".encode()).hexdigest()[:16]


def _doubted(directory: Directory, key: str, part: TopicPosition) -> Doubted:
    others = (other for other, its in directory.profiles.items() if other != key and part in its.doubtful)
    return Doubted(mark_of(part), part, tuple(directory.entry(other).short_name for other in others))


def _now(floor: Floor, entry: Entry) -> Entry:
    """With the kind that its seat has on the record: rights change while the committee sits."""
    seat = floor.seats.get(entry.key)
    return replace(entry, kind=seat.kind) if seat else entry


def _chapter(directory: Directory, mention: Mention) -> Chapter:
    texts = directory.collection.texts
    found = next((t.key for t in texts if t.kind in ("chapter", "sources") and t.title == mention.title), "")
    return Chapter(mention.title, found, mention.line)


def _speeches(floor: Floor, directory: Directory, key: str) -> tuple[Spoken, ...]:
    speak = tongue(directory)
    return tuple(
        Spoken(clock_time(one.ended, directory.time_zone), duration_ms(one.ms, speak), one.list, one.kind)
        for one in floor.speeches.heard
        if one.seat == key
    )


def _votes(floor: Floor, directory: Directory, key: str) -> tuple[Voted, ...]:
    return tuple(_voted(floor, directory, one, key) for one in floor.votes.past if key in one.ballots)


def _voted(floor: Floor, directory: Directory, vote: Vote, key: str) -> Voted:
    return Voted(vote.number, question_of(floor, directory, vote), vote.ballots[key].choice)


def _papers(floor: Floor, key: str, viewer: str, dais: bool) -> tuple[Named, ...]:
    return tuple(
        Named(
            paper.key,
            paper.name,
            paper.text.title if paper.text else paper.title,
            paper.stage,
            "sponsor" if key in paper.sponsors else "signatory",
        )
        for paper in floor.papers.papers
        if key in (*paper.sponsors, *paper.signatories)
        and (dais or (may_read_paper(paper, viewer) and may_see_names(floor, paper, viewer)))
    )
