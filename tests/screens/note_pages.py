"""The pages of notes and of private scores in their states: real views, real templates, no server."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from app.access import Holder
from app.procedure.note_passing import MuteNotes, SwitchNotes
from app.screens.correspondence import DAIS, Correspondence, Note, Thread
from app.screens.environment import page
from app.screens.regions import Screens
from app.screens.scorebook import USUAL, Remark, Score, Scorebook
from app.screens.scoring import score_card
from app.screens.view import html
from app.web.pages import Slot
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, Meeting, before_the_vote, in_debate
from tests.screens.cockpit_pages import COMMITTEE
from tests.screens.reading_pages import directory

OWN = "ghana"
AT = 1_790_000_000_000
LONG = (
    "Shall we move a moderated caucus on access to asylum procedures?\n"
    "Ten minutes, forty-five seconds each: you move it, and we second it before lunch."
)
BOOK = Scorebook(
    USUAL,
    0,
    {("ghana", "speaking"): Score(4, CHAIR, 1), ("france", "writing"): Score(5, "dais-2", 1)},
    {"ghana": (Remark(1, "ghana", CHAIR, "Answers questions with figures from the guide.", AT),)},
)


def note(key: int, by: str, text: str, place: int, **more: Any) -> Note:
    """A note in a thread."""
    usual = {"readers": "dais_if_reported", "returned": "", "reported_by": "", "settled": False}
    party = DAIS if by == CHAIR else by
    return Note(key, by, party, text, AT + key * 60_000, place=place, **{**usual, **more})


def notes() -> Correspondence:
    """One to read, one that waits, one that was returned, one that was reported, and one with the dais."""
    held = {"readers": "dais_always"}
    return Correspondence(
        {
            1: Thread(
                1, {OWN: 1, "france": 2}, (note(1, "france", LONG, 1), note(2, OWN, "Yes, please.", 2))
            ),
            2: Thread(2, {OWN: 0, DAIS: 0}, (note(3, OWN, "May we have five minutes more?", 1),)),
            3: Thread(3, {OWN: 0, "mexico": 0}, (note(4, OWN, "Sign our paper.", 0, **held),)),
            4: Thread(
                4,
                {OWN: 0, "peru": 0},
                (note(5, OWN, "You again", 0, returned="Say what you want of them.", **held),),
            ),
            5: Thread(
                5,
                {OWN: 0, "haiti": 1},
                (note(6, "haiti", "Nobody listens to you.", 1, reported_by=OWN, **held),),
            ),
        }
    )


def passing(**rules: Any) -> Meeting:
    """A committee in debate that passes notes."""
    return in_debate(rulebook=house(note_passing={"from_start": True, **rules}))


def pages() -> dict[str, str]:
    """Every page by name."""
    held, muted = passing(under_18=True, held=True), passing()
    muted.do(MuteNotes(OWN, True))
    off = passing()
    off.do(SwitchNotes(False))
    voting = before_the_vote(rulebook=house(note_passing={"from_start": True}))
    return {
        "empty": seat(passing(), Correspondence()),
        "threads": seat(held, notes()),
        "muted": seat(muted, notes()),
        "off": seat(in_debate(), Correspondence()),
        "voting": seat(voting, notes()),
        "dais": dais(muted, notes()),
        "dais-off": dais(off, Correspondence()),
        "scores": scores(OWN),
        "scores-none": scores(""),
        "rubric": rubric(),
    }


def seat(meeting: Meeting, found: Correspondence) -> str:
    """The page of a delegation."""
    channels = (f"seat:{OWN}", f"notes:{OWN}")
    return drawn("notes/page.html", meeting, found, channels, "delegate", all="", begins=not found.threads)


def dais(meeting: Meeting, found: Correspondence) -> str:
    """The page of the dais."""
    return drawn("notes/dais.html", meeting, found, ("dais", "dais-notes"), "chair", all="")


def scores(key: str) -> str:
    """The scores, with the card of a delegation or of none."""
    meeting = in_debate()
    card = html(score_card(meeting.floor, directory(), BOOK, key, whole=True), "en") if key else ""
    return drawn(
        "scoring/page.html", meeting, notes(), ("dais-scores",), "chair", card=Markup(card), chosen=key
    )


def rubric() -> str:
    """What is scored."""
    rows = [(one.key, one.name, one.most) for one in USUAL] + [("", "", 5)]
    return drawn(
        "scoring/rubric.html", in_debate(), notes(), (), "organizer", rows=rows, version=0, most_points=10
    )


def drawn(
    template: str, meeting: Meeting, found: Correspondence, channels: tuple[str, ...], role: Any, **more: Any
) -> str:
    """A page with the regions of these channels, as its route draws it."""
    screens = Screens(directory, lambda: found, lambda: BOOK)
    slots: dict[str, Slot] = {}
    for channel in channels:
        for name, view in screens.views(meeting.history, channel, "en").items():
            shown = Slot(Markup(html(view, "en")), f"{len(slots) + 1:016x}")
            slots[f"{channel.partition(':')[0]}:{name}"] = shown
    key = OWN if role == "delegate" else ""
    shared = {"committee": COMMITTEE, "directory": directory(), "build": "", "zone": "UTC", "slots": slots}
    holder = Holder("device", 1, 1, COMMITTEE, key or CHAIR, role)
    return page(template, "en", key=key, holder=holder, **(shared | more))
