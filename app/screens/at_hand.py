"""The profile at hand: the own sentence nearest to what is voted on, and citations to look at again."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.documents import Amendment
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.wording import ground, operations_of
from app.screens.directory import Directory
from app.screens.shown import tongue
from app.words.reading import doubt_sentence
from delegations.citing import doubts
from delegations.nearest import Said, nearest_sentence
from resolutions.amendments import Add, Modify, ReplaceAll, Strike
from resolutions.document import Clause, Document, children, clause_at
from resolutions.rendering.layout import flat, laid_out


@dataclass(frozen=True, slots=True)
class Doubted:
    """A clause with a citation to look at again, and the sentence that says why."""

    uid: str
    number: str
    sentence: str


def own_sentence(floor: Floor, directory: Directory, key: str, vote: Vote) -> Said | None:
    """The sentence of a delegation's published position that is nearest to what is voted on."""
    profile, words = directory.profiles.get(key), _words_voted_on(floor, vote)
    return nearest_sentence(profile, words) if profile and words else None


def doubted(directory: Directory, text: Document) -> tuple[Doubted, ...]:
    """The clauses of a text that cite what the guide does not have so."""
    speak, instruments = tongue(directory), directory.collection.instruments
    return tuple(
        Doubted(row.uid, row.number, doubt_sentence(doubt, speak))
        for top in laid_out(text)
        for row in flat(top)
        for doubt in doubts(f"{row.text} {row.text_after}", instruments)
    )


def _words_voted_on(floor: Floor, vote: Vote) -> str:
    """The words of the clauses on the ballot without their opening phrases; "" for what is no text."""
    if vote.about == "amendment":
        amendment = floor.papers.amendment(vote.subject)
        return _words_of_amendment(floor, amendment) if amendment else ""
    if vote.about == "part":
        part = floor.papers.part(vote.subject)
        paper = floor.papers.get(part.paper) if part else None
        text = paper.text if paper else None
        return " ".join(_words_at(text, uid) for uid in part.clauses) if part and text else ""
    paper = floor.papers.get(vote.subject) if vote.about == "paper" else None
    return _words_of(paper.text.clauses) if paper and paper.text else ""


def _words_of(clauses: tuple[Clause, ...]) -> str:
    return " ".join(one.text for one in clauses if one.kind != "preambular")


def _words_of_amendment(floor: Floor, amendment: Amendment) -> str:
    paper = floor.papers.get(amendment.paper)
    text = ground(floor, paper, amendment.parent) if paper else None
    found: list[str] = []
    for one in operations_of(amendment):
        match one:
            case Add() | Modify():
                found.append(one.text)
            case Strike():
                found.append(_words_at(text, one.uid) if text else "")
            case ReplaceAll():
                found.append(_words_of(one.clauses))
            case _:
                pass
    return " ".join(found)


def _words_at(text: Document, uid: str) -> str:
    """The words of a clause with all that stands under it."""
    clause = clause_at(text, uid)
    below = " ".join(_words_at(text, child.uid) for child in children(text, uid))
    return f"{clause.text} {below}".strip() if clause else ""
