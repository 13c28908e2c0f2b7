"""Drafts and amendments on their way to the vote, as the cockpit draws them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.procedure.amendments import ProposeAmendment
from app.procedure.consensus import AskConsensus
from app.procedure.explanations import HearExplanation
from app.procedure.friendly import OfferFriendly
from app.procedure.raised_placards import RaisePlacard
from app.procedure.results import CloseVote
from app.procedure.rulebook import Rulebook
from app.procedure.rules.measures import Share
from app.procedure.sponsorship import SignAmendment
from app.procedure.voting import OpenVote
from resolutions.document import digest
from tests.procedure.changes import LONG_TEXT
from tests.procedure.houses import house
from tests.procedure.meeting import Meeting, ballot
from tests.screens.debate_scenes import here, opened


def drafted(book: Rulebook | str = "harvard", drafts: int = 1) -> Meeting:
    """Drafts are before the committee, on which no names are missing."""
    meeting = opened(book)
    seats = here(meeting)
    for place in range(drafts):
        meeting.introduced(seats[place * 8 : place * 8 + 8], LONG_TEXT)
    return meeting


def change(meeting: Meeting, place: int, clause: str, words: str) -> str:
    """The delegation at this place offers a change to the text as it is now; returns its key."""
    text = meeting.paper("WP-1").text
    assert text is not None
    proposed = ProposeAmendment("WP-1", "modify", digest(text), clause, "Requests", words)
    meeting.do(proposed, by=here(meeting)[place])
    return meeting.floor.papers.amendments[-1].key


def introduced(meeting: Meeting, place: int, clause: str, words: str) -> str:
    """The same, with enough names and before the committee."""
    key = change(meeting, place, clause, words)
    for seat in here(meeting)[20:28]:
        meeting.do(SignAmendment(key), by=seat)
    meeting.carry("introduce_amendment", here(meeting)[place], amendment=key)
    return key


def friendly() -> Meeting:
    """An amendment is offered to the sponsors, and none has answered."""
    meeting = drafted()
    key = change(meeting, 12, "o2", "an annual report")
    meeting.do(OfferFriendly(key), by=here(meeting)[12])
    return meeting


def conflict() -> Meeting:
    """One amendment was adopted, another contradicts it by now."""
    meeting = drafted()
    introduced(meeting, 12, "o2", "an annual report")
    introduced(meeting, 13, "o2", "a monthly report")
    meeting.put("amendment", "A1")
    meeting.hands(len(meeting.vote.order), 0)
    return meeting


def two_amendments() -> Meeting:
    """Either may be put first."""
    meeting = drafted()
    introduced(meeting, 12, "o2", "an annual report")
    introduced(meeting, 13, "o3", "to meet again")
    return meeting


def unopposed() -> Meeting:
    """In a house where what nobody speaks against is adopted."""
    amendments: dict[str, Any] = {"signatories_min": Share(0, 1), "unopposed_passes": True}
    meeting = drafted(house(amendments=amendments))
    introduced(meeting, 12, "o2", "an annual report")
    return meeting


def may_ask() -> Meeting:
    """Debate is closed, and the draft is next."""
    meeting = drafted()
    meeting.carry("close_debate", here(meeting)[0])
    return meeting


def asked() -> Meeting:
    """The chair asks whether anybody objects."""
    meeting = may_ask()
    meeting.do(AskConsensus("WP-1"))
    return meeting


def contradiction() -> Meeting:
    """A draft is adopted in a house where the next may not contradict it."""
    meeting = drafted(house(action={"several_drafts": "non_contradictory_only"}), 2)
    meeting.carry("close_debate", here(meeting)[0])
    meeting.put("paper", "WP-1")
    meeting.hands(len(meeting.vote.order), 0)
    return meeting


def with_rights() -> Meeting:
    """Votes are counted; one delegation voted with rights and explains first."""
    meeting = may_ask()
    meeting.do(OpenVote("paper", "WP-1", "roll_call"))
    rights = here(meeting)[14]
    while called := meeting.vote.next():
        meeting.do(ballot(meeting, "yes", called[0], rights=called[0] == rights))
    meeting.do(CloseVote(meeting.vote.number))
    return meeting


def explaining() -> Meeting:
    """A draft was voted on in a house that hears three explain their votes; one placard is up."""
    meeting = drafted(house(action={"explanations": "three_speakers"}), 2)
    meeting.carry("close_debate", here(meeting)[0])
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll(dict(zip(here(meeting), ("yes", "no", "abstain") * 12, strict=False)))
    meeting.announce()
    meeting.do(RaisePlacard(), by=here(meeting)[18])
    return meeting


def tied() -> Meeting:
    """The vote on the draft was tied in a house that takes it once more at a later meeting."""
    meeting = drafted(house(votes={"tie": "second_vote_then_fails"}))
    meeting.carry("close_debate", here(meeting)[0])
    meeting.put("paper", "WP-1")
    meeting.hands(len(meeting.vote.order) // 2, len(meeting.vote.order) // 2)
    return meeting


def explains() -> Meeting:
    """It explains its vote."""
    meeting = explaining()
    meeting.do(HearExplanation("WP-1", here(meeting)[18]))
    return meeting


_TOLD = (
    *(friendly, conflict, two_amendments, unopposed, may_ask, asked, contradiction, with_rights),
    *(explaining, explains, tied),
)
SCENES: Mapping[str, Callable[[], Meeting]] = {f"put_{one.__name__}": one for one in _TOLD}
"""Every one of these states by name."""
