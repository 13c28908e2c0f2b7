"""The words a rulebook may use for majorities, phases of the business, parameters and effects."""

from typing import Literal

from resolutions.voting import MajorityKind

Majority = MajorityKind
"""What may carry a question, as it is counted."""


Carried = Majority | Literal["chair", "automatic"]
"""How a motion is decided: by a majority, by the chair, or at once because it is granted on request."""


MotionPhase = Literal["agenda", "list", "caucus", "caucus_over", "resolution", "voting"]


Parameter = Literal[
    "total_seconds",
    "speech_seconds",
    "topic",
    "paper",
    "amendment",
    "until",
    "topic_number",
    "order",
    "clauses",
    "to",
    "count",
    "name",
    "rule",
    "mode",
]


Effect = Literal[
    "adjourn_meeting",
    "suspend_meeting",
    "open_moderated_caucus",
    "open_unmoderated_caucus",
    "open_consultation",
    "open_round_robin",
    "open_panel",
    "open_questions",
    "hear_guest",
    "extend_caucus",
    "end_caucus",
    "extend_debate_time",
    "end_debate_stage",
    "set_debate_mode",
    "introduce_paper",
    "introduce_amendment",
    "adjourn_to_time",
    "set_agenda",
    "open_debate",
    "adjourn_debate",
    "resume_debate",
    "close_debate",
    "set_speaking_time",
    "limit_debate",
    "straw_poll",
    "keep_silence",
    "open_speakers_list",
    "close_speakers_list",
    "enter_voting",
    "reorder_drafts",
    "suspend_rule",
    "divide",
    "divide_clause_by_clause",
    "take_roll_call",
    "ask_acclamation",
    "divide_the_house",
    "declare_important",
    "reconsider",
    "withdraw",
    "introduce_working_paper",
    "refer",
    "postpone",
    "find_no_competence",
]


NEEDS: dict[Effect, tuple[Parameter, ...]] = {
    "open_moderated_caucus": ("total_seconds", "speech_seconds"),
    "open_unmoderated_caucus": ("total_seconds",),
    "open_consultation": ("total_seconds",),
    "open_round_robin": ("speech_seconds",),
    "open_panel": ("total_seconds",),
    "open_questions": ("count",),
    "straw_poll": ("topic",),
    "hear_guest": ("name", "total_seconds"),
    "extend_caucus": ("total_seconds",),
    "extend_debate_time": ("total_seconds",),
    "set_debate_mode": ("mode",),
    "introduce_paper": ("paper",),
    "introduce_amendment": ("amendment",),
    "resume_debate": ("topic_number",),
    "set_agenda": ("order",),
    "adjourn_to_time": ("until",),
    "set_speaking_time": ("speech_seconds",),
    "suspend_rule": ("rule",),
    "reorder_drafts": ("order",),
    "divide": ("paper", "clauses"),
    "divide_clause_by_clause": ("paper",),
    "ask_acclamation": ("paper",),
    "declare_important": ("paper",),
    "reconsider": ("paper",),
    "introduce_working_paper": ("paper",),
    "refer": ("to",),
}
"""What an effect cannot do without: a motion that has it asks for these."""
