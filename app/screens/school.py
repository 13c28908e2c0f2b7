"""A delegation's page for its school: its own figures and lists; no ranking, nobody else's."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.floor import Floor
from app.screens.directory import Directory
from app.screens.pictures.own import value
from app.screens.projector.votes import subject_of
from app.screens.shown import told
from app.statistics.own import figures_of_all
from app.words import clock_time, minutes_and_seconds, motion_title
from app.words.context import Context
from app.words.language import N_, capital
from app.words.names import CHOICES, LISTS, ROLES, STAGES, code_name
from app.words.statistics import FEW, MEASURES, NOT_QUALITY

HEADINGS = {
    "figures": N_("In figures"),
    "own": N_("Own"),
    "median": N_("Median of the committee"),
    "speeches": N_("Speeches"),
    "papers": N_("Papers"),
    "motions": N_("Motions moved"),
    "votes": N_("Recorded votes"),
    "none": N_("none"),
}
ENDINGS = {
    "passed": N_("passed"),
    "failed": N_("failed"),
    "fell": N_("fell when another passed"),
    "withdrawn": N_("withdrawn"),
    "ruled_out": N_("ruled out"),
}


@dataclass(frozen=True, slots=True)
class SchoolPage:
    """One page: each list has lines of (what, detail)."""

    name: str
    committee: str
    topics: str
    headings: dict[str, str]
    figures: tuple[tuple[str, str, str], ...]
    speeches: tuple[tuple[str, str], ...]
    papers: tuple[tuple[str, str], ...]
    motions: tuple[tuple[str, str], ...]
    votes: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]


def school_pages(floor: Floor, directory: Directory, seats: tuple[str, ...]) -> tuple[SchoolPage, ...]:
    """The pages of these delegations, in their order."""
    context, figures = told(floor, directory), figures_of_all(floor, seats)
    speak = context.gettext
    return tuple(
        SchoolPage(
            name=directory.entry(seat).name,
            committee=directory.name,
            topics="; ".join(directory.topics),
            headings={key: speak(said) for key, said in HEADINGS.items()},
            figures=tuple(
                (speak(MEASURES[one.measure]), value(one, one.own), value(one, one.median))
                for one in figures[seat]
            ),
            speeches=_speeches(context, directory, seat),
            papers=_papers(context, seat),
            motions=_motions(context, seat),
            votes=_votes(context, seat),
            notes=(speak(NOT_QUALITY), speak(FEW)),
        )
        for seat in seats
    )


def _speeches(context: Context, directory: Directory, seat: str) -> tuple[tuple[str, str], ...]:
    found = []
    for one in context.floor.speeches.heard:
        if one.seat == seat:
            where = capital(code_name(LISTS, one.list, context.gettext))
            time = minutes_and_seconds(round(one.ms / 1000))
            found.append((f"{clock_time(one.ended, directory.time_zone)} {where}", time))
    return tuple(found)


def _papers(context: Context, seat: str) -> tuple[tuple[str, str], ...]:
    """Those that its name is on, with what became of them."""
    found = []
    for paper in context.floor.papers.papers:
        role = "sponsor" if seat in paper.sponsors else "signatory" if seat in paper.signatories else ""
        if role:
            what = f"{paper.name}, {paper.title}" if paper.title else paper.name
            stage = code_name(STAGES, paper.stage, context.gettext)
            found.append((what, f"{code_name(ROLES, role, context.gettext)}; {stage}"))
    return tuple(found)


def _motions(context: Context, seat: str) -> tuple[tuple[str, str], ...]:
    decided = (one for one in context.floor.motions.decided if seat in one.motion.movers)
    return tuple(
        (
            motion_title(one.motion.kind, one.motion.terms, context.names, context.gettext),
            context.gettext(ENDINGS[one.ending]),
        )
        for one in decided
    )


def _votes(context: Context, seat: str) -> tuple[tuple[str, str], ...]:
    """Announced votes in which its own answer is on the record."""
    return tuple(
        (subject_of(context, vote), code_name(CHOICES, vote.ballots[seat].choice, context.gettext))
        for vote in context.floor.votes.past
        if seat in vote.ballots
    )
