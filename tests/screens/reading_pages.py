"""The pages that are read beside the floor, in their states: library, search, a text, profiles, standing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from app.notes.own import OwnNotes
from app.procedure.papers import StartPaper
from app.screens.directory import Directory, Update
from app.screens.environment import page
from app.screens.reading.library import library_page, text_page
from app.screens.reading.profile import profile_page
from app.screens.reading.standing import standing_page
from app.web.library_adding import Given
from delegations.collection import collection
from delegations.library import Item
from delegations.roster import Delegation, roster_from
from delegations.searching import Index
from delegations.standing import standing, texts_of
from tests.procedure.meeting import Meeting, in_debate
from tests.screens.cockpit_pages import directory as sample
from tests.screens.cockpit_pages import guide

OWN = "ghana"
ITEM = Item(
    "Charter flights to Port-au-Prince resume after a pause of four months",
    "The first flight landed on Tuesday.\n\nHaiti had asked for ten days of notice and was given two, nurses "
    "who met the returnees say.\n\nGhana and Mexico recalled A/RES/73/195.",
    ("ghana", "haiti", "mexico"),
    ("A/RES/73/195",),
)


@cache
def directory() -> Directory:
    """The sample committee with its guide, an item that was sent, and where everybody stands."""
    roster: tuple[Delegation, ...] = roster_from(guide())
    texts = collection(guide(), {4: (ITEM, "Example Herald, 5 June")}, sample().profiles, roster)
    return replace(
        sample(),
        collection=texts,
        index=Index(texts.texts),
        standing=standing(texts_of(guide(), roster, published_only=True)),
        updates=(Update(4, ITEM.title, 1_790_000_000_000, True, frozenset({"france", "peru"})),),
    )


def drawn(template: str, key: str, names: Directory, **context: object) -> str:
    """A page of the committee as its route draws it."""
    shared = {"committee": names.committee, "directory": names, "holder": None, "build": "", "zone": "UTC"}
    return page(template, "en", key=key, **(shared | context))


def pages() -> dict[str, str]:
    """Every page by name."""
    floor, names = in_debate().floor, directory()
    bare = replace(sample(), questions=(), profiles={})
    return {
        "library": library(names, ""),
        "library-empty": library(bare, ""),
        "library-dais": library(names, "", keeps=True),
        "library-refused": library(names, "", keeps=True, refused="Choose a file or paste a text."),
        "found": library(names, "reintegration notice"),
        "nothing-found": library(names, "zeppelin"),
        "item": text("item-4", "ten days", OWN, writing()),
        "item-dais": text("item-4", "", "", in_debate(), keeps=True),
        "chapter": text("chapter-2", "", "", in_debate()),
        "standing": drawn("library/standing.html", OWN, names, v=standing_page(names)),
        "standing-silent": drawn("library/standing.html", "", bare, v=standing_page(bare)),
        "profile-own": profile(OWN, OwnNotes("Ask Haiti about notice.", "Thank the chair.", 3)),
        "profile-conflict": profile(OWN, OwnNotes("From a phone", "", 2), OwnNotes("From a laptop", "", 3)),
        "profile-other": drawn(
            "phone/profile.html", OWN, names, v=profile_page(floor, names, "haiti", OWN, False, False)
        ),
        "profile-silent": drawn(
            "phone/profile.html", "", bare, v=profile_page(floor, bare, "ghana", "", False, False)
        ),
    }


def library(names: Directory, query: str, keeps: bool = False, refused: str = "") -> str:
    """The library."""
    view = library_page(in_debate().floor, names, query, keeps)
    given = Given(title="A title that stays", sends=True) if refused else Given()
    return drawn("library/page.html", "" if keeps else OWN, names, v=view, given=given, refused=refused)


def text(key: str, query: str, seat: str, meeting: Meeting, keeps: bool = False) -> str:
    """One text."""
    names = directory()
    found = names.collection.get(key)
    assert found is not None
    view = text_page(meeting.floor, names, found, query, seat, keeps, keeps)
    return drawn("library/text.html", seat, names, v=view)


def writing() -> Meeting:
    """A meeting in which Ghana writes a paper."""
    meeting = in_debate()
    meeting.do(StartPaper("Notice before flights"), by=OWN)
    return meeting


def profile(key: str, written: OwnNotes, theirs: OwnNotes | None = None) -> str:
    """A delegation's own profile with its notes."""
    names = directory()
    view = profile_page(in_debate().floor, names, key, key, False, False)
    own = theirs or written
    return drawn("phone/profile.html", key, names, v=view, own=own, written=written, theirs=theirs)
