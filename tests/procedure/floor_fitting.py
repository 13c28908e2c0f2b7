"""Random meetings: what fits the fields of acts on the floor (yields, replies, the agenda, straw polls)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.procedure.agenda_order import SetAgenda
from app.procedure.floor import Floor
from app.procedure.late_arrivals import AnswerNote
from app.procedure.quorum import members
from app.procedure.replies import DenyReply, GrantReply
from app.procedure.roster import delegations
from app.procedure.yields import YieldFloor

Fitting = Callable[[Floor, str], list[Any]]
FLOOR_FITTING: dict[str, Fitting] = {
    "count": lambda floor, by: [0, 1, 2, 5],
    "here": lambda floor, by: [0, len(members(floor))],
    "to": lambda floor, by: ["chair", "delegate", "questions", "comments"],
    "grounds": lambda floor, by: ["A grave insult", ""],
    "question": lambda floor, by: ["Shall we break early"],
    "remark": lambda floor, by: ["The interpreter came late"],
    "name": lambda floor, by: ["The Director General"],
    "seconds": lambda floor, by: [0, 30, 60, 90],
}
"""By the name of the field."""
FLOOR_SPECIAL: dict[type, dict[str, Fitting]] = {
    AnswerNote: {"seat": lambda floor, by: list(floor.attendance.notes)},
    SetAgenda: {"order": lambda floor, by: [(2,), (1, 2), (2, 1)]},
    YieldFloor: {"seat": lambda floor, by: [seat.key for seat in delegations(floor)]},
    GrantReply: {"seat": lambda floor, by: [reply.seat for reply in floor.replies.asked]},
    DenyReply: {"seat": lambda floor, by: [reply.seat for reply in floor.replies.asked]},
}
"""By the command, where the name alone says too little."""
