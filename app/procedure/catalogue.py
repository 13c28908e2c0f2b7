"""The words a rulebook may use for majorities, phases of the business, parameters and effects."""

from typing import Literal

Majority = Literal["simple_cast", "two_thirds_cast", "simple_present", "two_thirds_present", "unanimous"]


MotionPhase = Literal["agenda", "list", "caucus", "caucus_over", "resolution", "voting"]


Parameter = Literal["total_seconds", "speech_seconds", "topic", "paper", "amendment", "until", "topic_number"]


Effect = Literal[
    "adjourn_meeting",
    "suspend_meeting",
    "open_moderated_caucus",
    "open_unmoderated_caucus",
    "open_consultation",
    "open_round_robin",
    "extend_caucus",
    "end_caucus",
    "introduce_paper",
    "introduce_amendment",
    "adjourn_debate",
    "resume_debate",
    "close_debate",
    "set_speaking_time",
    "open_speakers_list",
    "close_speakers_list",
]
