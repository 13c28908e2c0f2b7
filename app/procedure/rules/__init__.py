"""The settings of a house's rules, in groups that mirror the tables of its TOML file.

Each group is one frozen dataclass, each field one setting with its default and, below it, what it means and
where it is seen; the tags in brackets are sources (`app/procedure/sources.toml`), (K) marks what is general
knowledge and was not checked against a text. `app/procedure/parameters.py` knows every setting by the id that
the reference gives it.
"""

from app.procedure.rules.debate import (
    AppealRules,
    CaucusRules,
    HandlingRules,
    PointRules,
    ReplyRules,
    SpeechRules,
    TimedDebateRules,
    YieldRules,
)
from app.procedure.rules.measures import Code, Line, Number, Prose, Seconds, Share
from app.procedure.rules.meeting import (
    AttendanceRules,
    DeviceRules,
    NoteRules,
    QuorumRules,
    RightsRules,
    WarningRules,
)
from app.procedure.rules.texts import AmendmentRules, PaperRules
from app.procedure.rules.voting import ActionRules, DivisionRules, RollCallRules, VoteRules

__all__ = [
    "ActionRules",
    "AmendmentRules",
    "AppealRules",
    "AttendanceRules",
    "CaucusRules",
    "Code",
    "DeviceRules",
    "DivisionRules",
    "HandlingRules",
    "Line",
    "NoteRules",
    "Number",
    "PaperRules",
    "PointRules",
    "Prose",
    "QuorumRules",
    "ReplyRules",
    "RightsRules",
    "RollCallRules",
    "Seconds",
    "Share",
    "SpeechRules",
    "TimedDebateRules",
    "VoteRules",
    "WarningRules",
    "YieldRules",
]
