"""The sample committee as the chair's page has it: names and profiles of the guide, regions, page."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from app.founding import SAMPLE
from app.procedure.act import ORGANIZER
from app.procedure.roster import Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load
from app.procedure.seats import OpenCommittee
from app.screens.directory import Directory, Entry
from app.screens.environment import build, page, provide
from app.screens.regions import Screens
from app.screens.view import html
from app.web.pages import Slot
from app.web.table import act_path
from delegations import profiles
from delegations.roster import roster_from
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from resolutions.document import Clause, Document
from tests.procedure.meeting import CHAIR, Meeting

COMMITTEE = 7
TEXT = Document(
    "Dignity in return",
    "The Council",
    (
        Clause(
            "p1", "preambular", None, "a", "Recalling", "the Global Compact for Safe and Orderly Migration"
        ),
        Clause("o1", "operative", None, "b", "Urges", "States to give notice of ten days before a flight"),
        Clause("o2", "operative", None, "c", "Requests", "an annual report on legal aid at the arrival"),
    ),
)
provide(act=act_path)


@cache
def guide() -> StudyGuide:
    """The sample guide."""
    return understand(read(SAMPLE.read_bytes(), SAMPLE.name))


@cache
def directory() -> Directory:
    """Names, flags and profiles of the sample committee."""
    roster = roster_from(guide())
    entries = {
        one.key: Entry(one.key, one.name, one.short_name, one.iso2, one.kind, one.iso2 or one.short_name[:4])
        for one in roster
    }
    return Directory(
        COMMITTEE,
        "IOM Council",
        topics=("Deportation and its humanitarian impact", "Reintegration"),
        entries=entries,
        profiles=profiles.profiles_from(guide(), roster),
        questions=(*guide().questions.guiding, *guide().questions.critical),
    )


def founded(book: Rulebook | None = None) -> Meeting:
    """The sample committee before it meets."""
    seats = [Seat(one.key, one.kind, one.order) for one in roster_from(guide())]
    seats += [Seat(CHAIR, "chair", 0), Seat("dais-2", "chair", 1), Seat("assistant-1", "assistant", 2)]
    meeting = Meeting(at=1_790_000_000_000)
    meeting.do(OpenCommittee(book or load("harvard"), directory().topics, tuple(seats)), by=ORGANIZER)
    return meeting


def members() -> tuple[str, ...]:
    """The member states, in roll-call order."""
    return tuple(one.key for one in roster_from(guide()) if one.kind == "member")


def regions(meeting: Meeting, names: Directory | None = None) -> dict[str, str]:
    """Every region of the dais for a meeting, as HTML."""
    views = Screens(lambda: names or directory()).views(meeting.history, "dais", "en")
    return {key: html(view, "en") for key, view in views.items()}


def cockpit(meeting: Meeting, names: Directory | None = None) -> str:
    """The whole page for a meeting, as the chair's route draws it."""
    shown = names or directory()
    drawn = enumerate(regions(meeting, shown).items(), 1)
    slots = {f"dais:{key}": Slot(Markup(text), f"{place:016x}") for place, (key, text) in drawn}
    return page(
        "cockpit/page.html",
        "en",
        committee=COMMITTEE,
        directory=shown,
        slots=slots,
        seat_key=CHAIR,
        build=build(),
        zone="UTC",
    )
