"""Settings of debate: speeches, yields, caucuses, how motions are handled, points, appeals, timed debate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from app.procedure.rules.measures import FORBID, Number, Seconds

TieBreak = Literal[
    "extension_first",
    "longest_total_first",
    "shortest_total_first",
    "most_speakers_first",
    "order_raised",
]
SecondsNeeded = Literal["none", "one_other_member", "second_or_objection_ladder"]
PointKind = Literal["order", "personal_privilege", "inquiry", "information", "information_to_chair"]
AppealMajority = Literal[
    "majority_to_overrule", "two_thirds_to_overrule", "unanimous_to_overrule", "not_appealable"
]


@dataclass(frozen=True, slots=True)
class SpeechRules:
    """The general speakers' list. Times in seconds."""

    __pydantic_config__ = FORBID

    general_list: bool = True
    """Whether the house has a general speakers' list; THIMUN debates resolutions instead [GAVT] [MTRT]."""
    general_seconds: Seconds = 90
    """Length of a speech on the general list [UNAF] [JAM] [RYAN] [SMIT]."""
    shortest_seconds: Seconds = 10
    """No speech on the list is set shorter than this (K)."""
    longest_seconds: Seconds = 600
    """No speech on the list is set longer than this (K)."""
    entries_per_delegation: Number = 1
    """How often a delegation may stand on the list at once [UNAF] [UNAD]; 0: without limit."""
    exhausted: Literal["ask_chair", "auto_voting", "chair_reopens", "adjourn"] = "ask_chair"
    """What an empty list means: the chair is asked; the vote at once [UNAR] [NMJL]; reopened [JAM]."""
    opening_seconds: Number = 0
    """Length of an opening speech of every delegation, 0 where there are none; THIMUN: up to a minute."""
    unused_time: Literal["lapse", "return_to_total"] = "lapse"
    """What becomes of the seconds that a caucus speaker leaves."""


@dataclass(frozen=True, slots=True)
class YieldRules:
    """To whom the rest of a speech on the general list may be yielded."""

    __pydantic_config__ = FORBID

    to: tuple[Literal["chair", "delegate", "questions", "comments"], ...] = ("chair", "delegate", "questions")
    """The yields of the house: [DUM] these three, [JAM] chair and delegate, [PAC] comments as well."""
    chain: Literal["no_second_yield", "two_successive"] = "no_second_yield"
    """Whether yielded time may be yielded on: no [DUM] [UNAD], twice in a row [ISC]."""
    in_caucus: bool = False
    """Yields in a moderated caucus: no [DUM] [JAM] [UNAD]."""
    comments_if_none: bool = False
    """Where nothing is yielded, comments follow [DUM, optional]."""
    comments_max: Number = 2
    """How many comments follow (K)."""
    comment_seconds: Seconds = 30
    """Length of a comment (K)."""


@dataclass(frozen=True, slots=True)
class CaucusRules:
    """Limits of caucuses. Times in seconds; a limit warns the chair, who may insist."""

    __pydantic_config__ = FORBID

    longest_total_seconds: Seconds = 1200
    """Longest caucus [DUM] [SMIT]."""
    longest_speech_seconds: Seconds = 60
    """Longest speech in a moderated caucus [DUM] [SMIT]."""
    uneven_time: Literal["reject", "round_down_total", "round_up_total", "allow_short_last_speech"] = "reject"
    """What happens where the speeches do not divide the total evenly [MUSP] [NHJ]."""
    proposer_slot: Literal["first_or_last", "first", "none"] = "first_or_last"
    """Which slot the proposer may choose [MUSP] [JAM]; no answer waives it (T64)."""
    extension_limit: Literal["le_original", "lt_original", "half_original", "unlimited"] = "le_original"
    """Longest extension, measured by the caucus it extends [MYL] [SAGE] [RYAN]."""
    extensions_max: Number = 1
    """How often a caucus may be extended [RYAN]."""
    tiebreak: tuple[TieBreak, ...] = (
        "extension_first",
        "longest_total_first",
        "most_speakers_first",
        "order_raised",
    )
    """Which of two motions of equal rank is put first [MSU] [JAM] [GEO] [HMAI]."""


@dataclass(frozen=True, slots=True)
class HandlingRules:
    """How a motion comes to its vote: seconds, objections, speakers for and against."""

    __pydantic_config__ = FORBID

    seconds: SecondsNeeded = "none"
    """Whether another member must second it [GAVM] [JAM]; with the ladder a motion that is seconded and to
    which nobody objects passes without a vote [DIM] [MTRV]."""
    speech_seconds: Seconds = 30
    """Length of a speech for or against a motion (K)."""
    mover_may_move_again: bool = True
    """Whether a mover whose motion failed may move the same again; the chair may rule it dilatory [NMRK]."""


@dataclass(frozen=True, slots=True)
class PointRules:
    """Points: which the house knows, in which order they are taken, and which interrupt a speaker."""

    __pydantic_config__ = FORBID

    available: tuple[PointKind, ...] = ("order", "personal_privilege", "inquiry", "information_to_chair")
    """The points of the house in the order in which they are taken: [MSU] this, [JAM] inquiry second."""
    order_may_interrupt: bool = True
    """A point of order interrupts a speaker: yes [DUM] [JAM] [SMIT], no [NMYP] [RYAN] [GAVT]."""
    privilege_may_interrupt: Literal["audibility_only", "any", "never"] = "audibility_only"
    """A point of personal privilege interrupts: when the speaker cannot be heard [SMIT], always [DUM]."""


@dataclass(frozen=True, slots=True)
class AppealRules:
    """Appeals from the chair's rulings."""

    __pydantic_config__ = FORBID

    majority: AppealMajority = "two_thirds_to_overrule"
    """What overrules the chair: 2/3 [JAM] [COLA], majority [NMYP] [UNMU], unanimity [DUM], nothing [GEC]."""
    question: Literal["uphold", "overrule"] = "uphold"
    """How it is put: "uphold the ruling?", so that yes keeps it [UNMU], or "overrule the ruling?"."""
    speakers_for: Number = 1
    """Speakers for the appeal, the appellant first; none at NMUN and the UN, where it is put at once."""
    speakers_against: Number = 1
    """Speakers against it, the chair first."""
    written: bool = False
    """An appeal is first made in writing: UNA-USA [UNAM]."""


@dataclass(frozen=True, slots=True)
class ReplyRules:
    """The right of reply to a grave insult [DUM] [RYAN] [COLA]."""

    __pydantic_config__ = FORBID

    written: bool = True
    """Asked for by a note to the dais [RYAN] [COLA]."""
    seconds: Seconds = 60
    """Longest reply [DUM]."""
    appealable: bool = False
    """Whether the chair's decision on it may be appealed [DUM]."""
    reply_to_reply: bool = False
    """Whether a reply may be answered by a reply (K); UN4MUN: a second intervention is allowed (K)."""


@dataclass(frozen=True, slots=True)
class TimedDebateRules:
    """Debate on one resolution at a time with time for and against: THIMUN and its affiliates."""

    __pydantic_config__ = FORBID

    used: bool = False
    """Whether resolutions are debated one at a time [GAVT] [ISC]; time runs while somebody speaks (K)."""
    mode: Literal["open", "closed"] = "closed"
    """Open: either side and amendments at any time; closed: time for, then time against."""
    for_seconds: Seconds = 600
    """Time for [GAVT]."""
    against_seconds: Seconds = 600
    """Time against [GAVT]."""
    open_seconds: Seconds = 1200
    """Time of an open debate (K)."""
    speech_seconds: Seconds = 120
    """Length of a speech, points of information not counted (K)."""
    points_of_information: bool = True
    """Whether speakers are asked points of information: each, and each follow-up, by leave of the chair, who
    rules on the point; it counts on the debate, not on the speech [GAVT] [ISC]."""
    amendment_for_seconds: Seconds = 180
    """Time for an amendment, on a clock of its own (K)."""
    amendment_against_seconds: Seconds = 180
    """Time against an amendment (K)."""
    consultations: bool = False
    """Informal consultations take the text paragraph by paragraph before action: UN4MUN [UN4] (K)."""
