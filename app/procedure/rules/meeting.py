"""Settings of the meeting: who is there, who has which rights, devices in the room, warnings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.procedure.rules.measures import FORBID, Number, Share

Base = Literal["registered", "ever_attended", "currently_seated"]
DeviceUse = Literal["off", "informal_only", "allowed"]
NoteReaders = Literal["recipients", "dais_if_reported", "dais_always"]


@dataclass(frozen=True, slots=True)
class QuorumRules:
    """How many members must be there to open debate, and for a vote on substance."""

    __pydantic_config__ = FORBID

    open: Share = Share(1, 4)
    """Share of the members needed to open debate: 1/4 [HN22] [CITY], 1/3 [PMUN], 1/2 [DUM], 2/3 [GEC]."""
    vote: Share = Share(1, 2, "more_than")
    """Share of the members needed for a vote on substance: a majority [HN22] [CITY] [UNMU]."""
    open_base: Base = "ever_attended"
    """Of whom the share to open is taken: registered [DUM], those who ever came [AMGA], those seated now."""
    vote_base: Base = "ever_attended"
    """Of whom the share to vote is taken; who was marked as not having come must not block every vote."""
    presumed: bool = True
    """A quorum is taken to be there until a delegation challenges it [HN22] [PMUN]."""


@dataclass(frozen=True, slots=True)
class AttendanceRules:
    """Which answers a roll call knows, when they are asked again, and how they change in between."""

    __pydantic_config__ = FORBID

    statuses: tuple[Literal["present", "present_and_voting", "absent"], ...] = (
        "present",
        "present_and_voting",
        "absent",
    )
    """The answers of the roll call [DUM] [JAM]; none: the house calls no roll, as the UN does [AMPV]."""
    observers_present_only: bool = True
    """Observers and NGOs may only answer present [GEC]."""
    asked_again: Literal["each_session", "once"] = "each_session"
    """Whether each session asks the statuses again [OX18]."""
    change: Literal["next_session_only", "any_time_before_voting", "to_present_and_voting_only"] = (
        "any_time_before_voting"
    )
    """How a status changes after the roll call: at the next [PMUN], by note [OX18], upward only [UNAI]."""
    late_arrival: Literal["note_to_dais", "chair_recognises", "automatic"] = "note_to_dais"
    """How a late delegation is entered: by a note [DUM] [JAM], by the chair, or when its device signs in."""


@dataclass(frozen=True, slots=True)
class RightsRules:
    """What delegations that are not members may do: separate switches in every source."""

    __pydantic_config__ = FORBID

    observer_procedural_vote: bool = True
    """Observers vote on procedure: yes [CDMV] [NMYP], no [WM16] [IOM8]."""
    ngo_procedural_vote: bool = True
    """NGOs vote on procedure: yes [NMYP], no [PDFS] [IOM8]."""
    observer_substantive_vote: bool = False
    """Observers and NGOs vote on drafts: no in every source."""
    non_member_amendment_vote: bool = False
    """Observers and NGOs vote on amendments, though not on the draft as a whole: THIMUN affiliates (K)."""
    observer_may_sponsor: bool = False
    """Observers and NGOs may sponsor [GENR]."""
    observer_may_sign: bool = False
    """Observers and NGOs may sign; often at NMUN-type conferences (K)."""
    observer_may_move: bool = True
    """Observers and NGOs may raise motions (K)."""


@dataclass(frozen=True, slots=True)
class DeviceRules:
    """When delegates may use their devices; where they are off the placard is raised instead."""

    __pydantic_config__ = FORBID

    formal: DeviceUse = "allowed"
    """In formal debate; off or informal only at many conferences."""
    caucus: DeviceUse = "allowed"
    """In a moderated caucus."""
    unmoderated: DeviceUse = "allowed"
    """In an unmoderated caucus."""
    voting: DeviceUse = "allowed"
    """In voting procedure."""


@dataclass(frozen=True, slots=True)
class WarningRules:
    """Warnings by the chair with a consequence: JAMUN 6.3, the Latin American circuit."""

    __pydantic_config__ = FORBID

    used: bool = False
    """Whether the chair gives warnings that are counted."""
    limit: Number = 3
    """How many warnings bring the consequence; at the limit it follows."""
    consequence: Literal["none", "no_floor_this_session", "leaves_the_room"] = "no_floor_this_session"
    """What happens at the limit (K)."""


@dataclass(frozen=True, slots=True)
class NoteRules:
    """Notes between delegations and to the dais: from when, and who reads them."""

    __pydantic_config__ = FORBID

    from_start: bool = False
    """Notes may be passed from the beginning; else from when the dais switches them on (K)."""
    readers: NoteReaders = "dais_if_reported"
    """Who reads a note: those it is for, the dais too once one of them reports it, or the dais always (K)."""
    under_18: bool = False
    """Delegates are under 18: the dais reads every note, whatever else is set (K)."""
    held: bool = False
    """A note between delegations waits until the dais, which reads it, passes it on or returns it (K)."""
