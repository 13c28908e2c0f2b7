"""The committee on paper: what a chair needs to go on without any screen, as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from app.procedure.amendment_order import amendments_in_order
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.queues import list_in_use
from app.procedure.roster import delegations, votes_on_substance
from app.procedure.sharing import shows_names
from app.procedure.wording import operations_of
from app.screens.directory import Directory
from app.screens.disclosure import code_told
from app.screens.shown import told
from app.words import clock_time, listed, motion_detail, motion_title
from app.words.context import Context
from app.words.language import N_, capital
from app.words.names import LISTS, STATUSES, code_name
from app.words.said_of_texts import amendment_sentences
from app.words.votes import majorities_today
from app.words.whereabouts import where_we_are
from resolutions.rendering.text import render_text

HEADINGS = {
    "attendance": N_("Attendance"),
    "lists": N_("Speakers' lists"),
    "motions": N_("Motions that wait, in the order in which they are put"),
    "majorities": N_("Majorities today"),
    "drafts": N_("Drafts before the committee"),
    "amendments": N_("Amendments that wait"),
    "tally": N_("Tally sheet"),
    "none": N_("none"),
}
COLUMNS = (N_("Yes"), N_("No"), N_("Abstain"), N_("Pass"), N_("Note"))


@dataclass(frozen=True, slots=True)
class Attending:
    """A delegation, its answer in words, and whether it votes on substance."""

    name: str
    status: str
    votes: bool


@dataclass(frozen=True, slots=True)
class DraftOnPaper:
    """A draft with its sponsors and its numbered text, and the amendments to it as sentences."""

    name: str
    sponsors: str
    text: str
    amendments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OnPaper:
    """Everything on the copy. `as_of` says when and after which act it was made, `head` is its code."""

    committee: str
    as_of: str
    head: str
    where: str
    headings: dict[str, str]
    attending: tuple[Attending, ...]
    lists: tuple[str, ...]
    motions: tuple[str, ...]
    majorities: tuple[str, ...]
    drafts: tuple[DraftOnPaper, ...]
    columns: tuple[str, ...]


def on_paper(floor: Floor, directory: Directory, at: int, head: str) -> OnPaper:
    """The copy of the floor at room time `at` (ms); `head` is the code of the record as it is read aloud."""
    context = told(floor, directory)
    say = context.gettext
    number = say.say(N_("Entry {number}"), number=floor.number)
    return OnPaper(
        committee=directory.name,
        as_of=f"{clock_time(at, directory.time_zone)}, {number}",
        head=code_told(floor, head),
        where=" ".join(where_we_are(floor, directory.short_names, say)),
        headings={key: say(message) for key, message in HEADINGS.items()},
        attending=tuple(_attending(context)),
        lists=tuple(_lists(context)),
        motions=tuple(_motions(context)),
        majorities=majorities_today(floor, say),
        drafts=tuple(_draft(paper, context) for paper in floor.papers.papers if _is_alive(paper)),
        columns=tuple(say(column) for column in COLUMNS),
    )


def _attending(context: Context) -> list[Attending]:
    floor = context.floor
    found = []
    for seat in delegations(floor):
        status = floor.attendance.statuses.get(seat.key)
        words = capital(code_name(STATUSES, status, context.gettext)) if status else "–"
        found.append(Attending(context.seat(seat.key), words, votes_on_substance(floor, seat.key)))
    return found


def _lists(context: Context) -> list[str]:
    """Each list with its names in order; who is speaking stands first."""
    floor, found = context.floor, []
    now = floor.speeches.now
    queues = {"general": floor.speeches.general.queue}
    if (using := list_in_use(floor)) is not None:
        queues[using[0]] = using[1].queue
    for name, queue in queues.items():
        on_it = [*([now.seat] if now and now.list == name else []), *queue]
        if on_it:
            names = ", ".join(context.seat(key) for key in on_it)
            found.append(f"{capital(code_name(LISTS, name, context.gettext))}: {names}")
    return found


def _motions(context: Context) -> list[str]:
    say, found = context.gettext, []
    for one in context.floor.motions.pending:
        movers = listed([context.seat(key) for key in (one.seat, *one.also)], say)
        title = motion_title(one.kind, one.terms, context.names, say)
        detail = motion_detail(one.kind, one.terms, context.names, say)
        found.append(f"{title} ({movers}){': ' if detail else ''}{detail}")
    return found


def _is_alive(paper: Paper) -> bool:
    return paper.text is not None and paper.stage in ("approved", "introduced")


def _draft(paper: Paper, context: Context) -> DraftOnPaper:
    assert paper.text is not None
    waiting = amendments_in_order(context.floor, paper)
    shown = paper.sponsors if shows_names(context.floor, paper) else ()
    sponsors = ", ".join(context.seat(key) for key in shown)
    speak = context.gettext
    said = ((one.key, amendment_sentences(paper.text, operations_of(one), speak)) for one in waiting)
    sentences = tuple(f"{key}: {' '.join(what)}" for key, what in said)
    return DraftOnPaper(f"{paper.name} {paper.title}", sponsors, render_text(paper.text), sentences)
