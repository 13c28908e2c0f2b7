"""The pages of a delegate at moments of a meeting: real floors, real views, real templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from app.access import Post
from app.directories import qr_path
from app.invitations import Invited
from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import StartRollCall
from app.procedure.floor import Floor
from app.procedure.papers import StartPaper
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.sponsorship import SignPaper, SponsorPaper
from app.procedure.votes import CastBallot
from app.screens import phone
from app.screens.directory import Directory, Entry
from app.screens.environment import page, provide
from app.screens.phone.paper import paper_view
from app.screens.phone.papers import shelf_view
from app.screens.view import html
from app.web.pages import Slot
from app.web.table import act_path
from app.working_papers import edited
from delegations.profiles import Mention, Profile
from delegations.study_guides.guide import Citation, Instrument, TopicPosition
from resolutions.document import Document, digest
from tests.procedure.meeting import CHAIR, TEXT, Meeting, committee, in_debate
from tests.words.reading import NAMES

COMMITTEE = 7
FLAGS = {
    "canada": "CA",
    "france": "FR",
    "ghana": "GH",
    "honduras": "HN",
    "mexico": "MX",
    "peru": "PE",
    "spain": "ES",
    "viet-nam": "VN",
    "aclu": None,
}
PROFILE = Profile(
    "ghana",
    "Ghana",
    (
        TopicPosition(
            "Reintegration",
            "Ghana asks that every return be announced to the receiving State before a flight leaves. It "
            "wants help to start again for those who come back, paid for in part by the sending State.",
            17,
            300,
        ),
    ),
    (Citation("IOM, 2022", "IOM. (2022). World Migration Report."), Citation("UNGA, 2018")),
    (Instrument("Global Compact for Migration", "A/RES/73/195", 2018),),
    (Mention("Deportation and the law", 120),),
    ("Which duty to consult could a sending State accept?", "Who pays for reintegration?"),
    (),
    17,
    300,
)
DIRECTORY = Directory(
    COMMITTEE,
    "IOM Council",
    organ="The Council",
    topics=("Reintegration after return",),
    entries={
        key: Entry(key, NAMES[key], NAMES[key], flag, "member" if flag else "ngo", flag or "ACLU")
        for key, flag in FLAGS.items()
    },
    profiles={"ghana": PROFILE},
    questions=PROFILE.questions,
)
provide(act=act_path)


def rendered(template: str, key: str, **context: Any) -> str:
    """A page of the committee as its routes draw it."""
    shared = {"committee": COMMITTEE, "directory": DIRECTORY, "holder": None, "build": "", "zone": "UTC"}
    return page(template, "en", key=key, **(shared | context))


def regions(floor: Floor, key: str) -> Mapping[str, str]:
    """The HTML of every region that seat `key` ("" for an observer) sees, by `channel:region`."""
    found = {f"public:{name}": html(draw(floor, DIRECTORY), "en") for name, draw in phone.PUBLIC.items()}
    if key:
        own = phone.SEAT.items()
        found |= {f"seat:{name}": html(draw(floor, DIRECTORY, key), "en") for name, draw in own}
    return found


def seat_page(floor: Floor, key: str = "ghana") -> str:
    """The page of a delegation, or of an observer."""
    slots = {name: Slot(Markup(shown), f"{0:016x}") for name, shown in regions(floor, key).items()}
    entry = DIRECTORY.entry(key) if key else None
    return rendered("phone/page.html", key, slots=slots, entry=entry)


def shelf_page(meeting: Meeting, key: str) -> str:
    """The page of papers."""
    view = shelf_view(meeting.floor, DIRECTORY, meeting.floor.papers.papers, key)
    return rendered("phone/papers.html", key, v=view)


def paper_page(
    meeting: Meeting,
    paper: str,
    key: str,
    text: Document | None = None,
    version: int = 0,
    writes: bool = False,
) -> str:
    """The page of one paper."""
    found = meeting.paper(paper)
    view = paper_view(meeting.floor, DIRECTORY, found, text or found.text, version, key, writes)
    return rendered("phone/paper.html", key, v=view)


def pages() -> dict[str, str]:
    """Every page at every moment, by name."""
    return {**before(), **at_the_list(), **in_procedure(), **with_papers(), **around()}


def before() -> dict[str, str]:
    """Until debate opens."""
    meeting = committee()
    shown = {"before": seat_page(meeting.floor)}
    meeting.do(StartRollCall())
    return {**shown, "roll": seat_page(meeting.floor), "debate": seat_page(in_debate().floor)}


def at_the_list() -> dict[str, str]:
    """A queue, two motions, their votes, and the caucus that follows."""
    meeting, shown = in_debate(present_and_voting=("ghana",)), {}
    for seat in ("honduras", "france", "peru", "ghana", "spain"):
        meeting.do(JoinSpeakersList(), by=seat)
    meeting.do(CallNextSpeaker())
    topic = "Reintegration support in the first 90 days after return"
    meeting.motion("moderated_caucus", CHAIR, seat="peru", total_seconds=600, speech_seconds=60, topic=topic)
    meeting.motion("unmoderated_caucus", CHAIR, seat="mexico", total_seconds=300)
    shown["queue"], shown["observer"] = seat_page(meeting.floor), seat_page(meeting.floor, "")
    meeting.do(EndSpeech("honduras"))
    meeting.put("motion", meeting.floor.motions.pending[0].number)
    shown["placards"] = seat_page(meeting.floor)
    meeting.hands(2, 7)
    vote = meeting.put("motion", meeting.floor.motions.pending[0].number, "devices")
    shown["devices"] = seat_page(meeting.floor)
    for seat in ("ghana", *(seat for seat in vote.order if seat != "ghana")):
        meeting.do(CastBallot(vote.number, "yes"), by=seat)
    shown["cast"] = seat_page(meeting.floor)
    meeting.announce()
    meeting.do(JoinSpeakersList(), by="mexico")
    meeting.do(CallNextSpeaker())
    return {**shown, "caucus": seat_page(meeting.floor)}


def in_procedure() -> dict[str, str]:
    """A draft with amendments, and its roll-call vote."""
    meeting, shown = in_debate(present_and_voting=("ghana",)), {}
    key = meeting.introduced()
    change = "an annual report on reintegration"
    meeting.do(ProposeAmendment(key, "modify", digest(TEXT), "o2", "Requests", change), by="ghana")
    meeting.do(ProposeAmendment(key, "strike", digest(TEXT), "o1"), by="canada")
    shown["draft"], shown["draft-dais"] = paper_page(meeting, key, "ghana"), paper_page(meeting, key, CHAIR)
    shown["own"] = seat_page(meeting.floor)
    meeting.carry("close_debate", "peru")
    vote = meeting.put("paper", key, "roll_call")
    shown["waiting"] = seat_page(meeting.floor)
    for seat in ("canada", "france"):
        meeting.do(CastBallot(vote.number, "yes", seat=seat))
    shown["called"] = seat_page(meeting.floor)
    meeting.call_roll()
    meeting.announce()
    return {**shown, "adopted": seat_page(meeting.floor)}


def with_papers() -> dict[str, str]:
    """A working paper with sub-clauses, and the shelf."""
    meeting = in_debate()
    empty = shelf_page(meeting, "ghana")
    meeting.do(StartPaper("Reintegration after return"), by="ghana")
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    meeting.share("WP-1", "canada")
    meeting.do(SignPaper("WP-1"), by="canada")
    return {
        "no-papers": empty,
        "papers": shelf_page(meeting, "ghana"),
        "papers-dais": shelf_page(meeting, CHAIR),
        "writing": paper_page(meeting, "WP-1", "ghana", with_subs(), 7, writes=True),
    }


def with_subs() -> Document:
    """The text with two sub-clauses under its first operative clause."""
    text = TEXT
    for number, words in enumerate(("the number of persons on each flight", "any medical need on arrival")):
        text = edited(text, {"edit": "add", "kind": "sub", "parent": "o1", "text": words}, f"s{number}")
    return text


def around() -> dict[str, str]:
    """Joining, the lobby, a profile, and the organizer's pages."""
    qr, size = qr_path("http://192.0.2.20:8000/#7KQM2ZP4X9DA")
    lobby = replace(DIRECTORY, join_qr=qr, join_qr_size=size, join_url="http://192.0.2.20:8000/#7KQM2ZP4X9DA")
    seats = [Invited(Post(1, "delegate", COMMITTEE, key), NAMES[key], "7KQM-2ZP4-X9DA") for key in FLAGS]
    roles = [Invited(Post(1, "organizer"), "", "7KQM-2ZP4-X9DB"), _chair()]
    floor = in_debate().floor
    return {
        "join": page("phone/join.html", "en", refused=""),
        "join-refused": page("phone/join.html", "en", refused="No seat has this code."),
        "lobby": rendered("phone/lobby.html", "", directory=lobby),
        "profile": rendered("phone/profile.html", "ghana", profile=PROFILE, entry=DIRECTORY.entry("ghana")),
        "overview": page("organizer/overview.html", "en", committees=[(COMMITTEE, DIRECTORY, floor)]),
        "codes": page(
            "organizer/codes.html",
            "en",
            directory=DIRECTORY,
            base="http://192.0.2.20:8000",
            invited=[*roles, *seats],
        ),
    }


def _chair() -> Invited:
    return Invited(Post(1, "chair", COMMITTEE, CHAIR), "", "7KQM-2ZP4-X9DC")
