"""The pages of a delegate at moments of a meeting: real floors, real views, real templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from markupsafe import Markup

from app.access import Post
from app.directories import qr_path
from app.invitations import Invited
from app.papers.check import findings_of
from app.papers.comments import Comment
from app.papers.edits import edited
from app.procedure.amendments import ProposeAmendment
from app.procedure.attendance import StartRollCall
from app.procedure.floor import Floor
from app.procedure.papers import StartPaper
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.procedure.sponsorship import SignPaper, SponsorPaper
from app.procedure.votes import CastBallot
from app.screens import phone
from app.screens.directory import Directory
from app.screens.environment import page, provide
from app.screens.phone.comments import comments_by_clause
from app.screens.phone.paper import paper_view
from app.screens.phone.papers import shelf_view
from app.screens.reading.profile import profile_page
from app.screens.view import html
from app.web.pages import Slot
from app.web.policy_rows import PREPARATIONS
from app.web.table import act_path
from resolutions.document import Document, digest
from tests.procedure.meeting import CHAIR, TEXT, Meeting, committee, in_debate
from tests.screens import election_scenes, phone_debate
from tests.screens.phone_directory import COMMITTEE, DIRECTORY, FLAGS_OR_NONE
from tests.words.reading import NAMES

COMMENTS = (
    Comment(1, "o1", "peru", "Say who pays for it.", 1_000_000),
    Comment(2, "o1", "ghana", "“Urges” is stronger.", 2_000_000, "peru"),
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
    noticed = findings_of(text) if text and writes else ()
    view = paper_view(meeting.floor, DIRECTORY, found, text or found.text, version, key, writes, noticed)
    private = not found.is_public and key in found.readers
    said = comments_by_clause(DIRECTORY, COMMENTS if private else ())
    return rendered("phone/paper.html", key, v=view, comments=said, may_comment=private)


def pages() -> dict[str, str]:
    """Every page at every moment, by name."""
    debated = {name: seat_page(floor) for name, floor in phone_debate.floors().items()}
    return {
        **before(),
        **at_the_list(),
        **debated,
        **in_procedure(),
        **with_papers(),
        **elections(),
        **around(),
    }


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
    meeting.hands(2, 7, insist="They have left the room")
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


def elections() -> dict[str, str]:
    """A secret ballot: open, for several places, on paper, in, and announced."""
    standing = ("ghana", "honduras", "viet-nam")
    shown = {
        "secret-ballot": election_scenes.opened(in_debate(), standing),
        "secret-ballot-places": election_scenes.opened(in_debate(), standing, 2, places=2),
        "secret-in": election_scenes.opened(in_debate(), standing, 5),
        "secret-on-paper": election_scenes.on_paper(in_debate(), standing),
        "elected": election_scenes.announced(in_debate(), standing, 5, 2, 1),
    }
    return {name: seat_page(meeting.floor) for name, meeting in shown.items()}


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


OVERVIEW: dict[str, Any] = {"preparations": (), "preparing": PREPARATIONS}


def with_subs() -> Document:
    """The text with two sub-clauses under its first operative clause."""
    text = TEXT
    for number, words in enumerate(("the number of persons on each flight", "any medical need on arrival")):
        text = edited(text, {"edit": "add", "kind": "sub", "parent": "o1", "text": words}, f"s{number}")
    return text


def around() -> dict[str, str]:
    """Joining, the lobby, a profile, and the organizer's pages."""
    qr, size = qr_path("http://192.0.2.20:8000/#7KQM2ZP4X9DA")
    long_name = replace(DIRECTORY, name="International Organization for Migration (IOM)")
    lobby = replace(DIRECTORY, join_qr=qr, join_qr_size=size, join_url="http://192.0.2.20:8000/#7KQM2ZP4X9DA")
    post = partial(Post, 1, "delegate", COMMITTEE)
    seats = [Invited(post(key), NAMES[key], "7KQM-2ZP4-X9DA") for key in FLAGS_OR_NONE]
    roles = [Invited(Post(1, "organizer"), "", "7KQM-2ZP4-X9DB"), _chair()]
    floor = in_debate().floor

    def profile(key: str, directory: Directory = DIRECTORY) -> str:
        view = profile_page(floor, directory, "ghana", key, False, False)
        return rendered("phone/profile.html", key, v=view, directory=directory)

    return {
        "join": page("phone/join.html", "en", refused=""),
        "join-refused": page("phone/join.html", "en", refused="No seat has this code."),
        "lobby": rendered("phone/lobby.html", "", directory=lobby),
        "profile": profile("ghana"),
        "profile-looked-up": profile("", long_name),
        "overview": page(
            "organizer/overview.html", "en", **OVERVIEW, committees=[(COMMITTEE, DIRECTORY, floor)]
        ),
        "codes": page(
            "organizer/codes.html",
            "en",
            directories={COMMITTEE: DIRECTORY},
            base="http://192.0.2.20:8000",
            invited=[*roles, *seats],
            qr={one.code: (qr, size) for one in (*roles, *seats)},
            reached=True,
            alone=False,
        ),
    }


def _chair() -> Invited:
    return Invited(Post(1, "chair", COMMITTEE, CHAIR), "", "7KQM-2ZP4-X9DC")
