"""The tables: the minutes, and the rows that hold what the rules do not count; times are UTC milliseconds."""

from app.tables.ballots import SecretChoiceRow
from app.tables.base import Table
from app.tables.conferences import AliveRow, CommitteeRow, ConferenceRow, DelegationRow, MinuteRow, SeatRow
from app.tables.notes import NotePartyRow, NoteRow, NoteThreadRow, RemarkRow, RubricRow, ScoreRow
from app.tables.people import DeviceRow, HoldingRow, JoinCodeRow, PersonRow
from app.tables.texts import (
    ClauseTextRow,
    CommentRow,
    GuideRow,
    LibraryItemRow,
    OwnNoteRow,
    PaperCodeRow,
    PaperVersionRow,
    PreparationRow,
    PreparedGuideRow,
    ProfileRow,
    ReadMarkRow,
    ReceivedGuideRow,
    TouchRow,
    WorkingPaperRow,
)

__all__ = [
    "AliveRow",
    "ClauseTextRow",
    "CommentRow",
    "CommitteeRow",
    "ConferenceRow",
    "DelegationRow",
    "DeviceRow",
    "GuideRow",
    "HoldingRow",
    "JoinCodeRow",
    "LibraryItemRow",
    "MinuteRow",
    "NotePartyRow",
    "NoteRow",
    "NoteThreadRow",
    "OwnNoteRow",
    "PaperCodeRow",
    "PaperVersionRow",
    "PersonRow",
    "PreparationRow",
    "PreparedGuideRow",
    "ProfileRow",
    "ReadMarkRow",
    "ReceivedGuideRow",
    "RemarkRow",
    "RubricRow",
    "ScoreRow",
    "SeatRow",
    "SecretChoiceRow",
    "Table",
    "TouchRow",
    "WorkingPaperRow",
]
