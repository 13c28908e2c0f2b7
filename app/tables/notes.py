"""Notes that are passed, and what the dais keeps of each delegation for itself: never on the record."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from app.tables.base import (
    NO_KEY_TWICE,
    Table,
    foreign_key,
    json_column,
    names_seat,
    text_column,
    time_column,
)


class NoteThreadRow(Table, table=True):
    """A note with its answers, between parties that never change."""

    __tablename__ = "note_thread"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    committee_id: int = foreign_key("committee.id")


class NotePartyRow(Table, table=True):
    """Who a thread is between: a seat's key, or the dais; `read_to` is the place of the last note it read."""

    __tablename__ = "note_party"

    thread_id: int = foreign_key("note_thread.id", primary_key=True)
    party: str = Field(sa_type=sa.Text, primary_key=True)
    read_to: int = Field(default=0)


class NoteRow(Table, table=True):
    """One note: what seat `by` wrote at `at`, and who reads it (`readers`, as it was when it was written).

    `place` counts the notes of a thread in the order in which they were passed on; none while one waits for
    the dais, or was returned with the sentence `returned`. `press` is the press that sent it. `reported_by`
    is the party that reported it, `settled` whether the dais has dealt with that.
    """

    __tablename__ = "note"
    __table_args__ = (
        names_seat("committee_id", "by"),
        sa.UniqueConstraint("committee_id", "by", "press"),
        sa.UniqueConstraint("thread_id", "place"),
        NO_KEY_TWICE,
    )

    id: int | None = Field(default=None, primary_key=True)
    committee_id: int = foreign_key("committee.id")
    thread_id: int = foreign_key("note_thread.id")
    by: str = text_column()
    press: str = text_column()
    body: str = text_column()
    at: int = time_column()
    readers: str = text_column()
    place: int | None = Field(default=None)
    returned: str | None = text_column(default=None, nullable=True)
    reported_by: str | None = text_column(default=None, nullable=True)
    settled: bool = Field(default=False)


class RubricRow(Table, table=True):
    """What the dais scores: each criterion with its key, name and most points; `version` grows."""

    __tablename__ = "rubric"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    criteria: list[Any] = json_column(default_factory=list)
    version: int = Field(default=1)


class ScoreRow(Table, table=True):
    """The points that `by` gave a delegation by one criterion (its key in the rubric); none: taken back."""

    __tablename__ = "score"
    __table_args__ = (names_seat("committee_id", "seat_key"),)

    committee_id: int = foreign_key("committee.id", primary_key=True)
    seat_key: str = Field(sa_type=sa.Text, primary_key=True)
    criterion: str = Field(sa_type=sa.Text, primary_key=True)
    points: int | None = Field(default=None)
    by: str = text_column()
    version: int = Field(default=1)


class RemarkRow(Table, table=True):
    """What the dais noted of a delegation; `press` is the press that sent it."""

    __tablename__ = "remark"
    __table_args__ = (
        names_seat("committee_id", "seat_key"),
        sa.UniqueConstraint("committee_id", "by", "press"),
        NO_KEY_TWICE,
    )

    id: int | None = Field(default=None, primary_key=True)
    committee_id: int = foreign_key("committee.id")
    seat_key: str = text_column()
    by: str = text_column()
    press: str = text_column()
    body: str = text_column()
    at: int = time_column()
