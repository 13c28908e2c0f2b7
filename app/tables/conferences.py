"""The conference, its committees, delegations and seats, and the minutes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field

from app.tables.base import NO_KEY_TWICE, Table, foreign_key, json_column, text_column, time_column


class ConferenceRow(Table, table=True):
    """An event with committees; everything below reaches its conference by key.

    `keep_days` is how long data of people stays after the last act of a committee that has met.
    """

    __tablename__ = "conference"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    name: str = text_column()
    created: int = time_column()
    keep_days: int = Field(default=30, sa_column_kwargs={"server_default": "30"})


class DelegationRow(Table, table=True):
    """Who is represented: a state, an organization, a person of history. `key` never changes."""

    __tablename__ = "delegation"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"), NO_KEY_TWICE)

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    key: str = text_column()
    name: str = text_column()
    short_name: str = text_column()
    iso2: str | None = text_column(default=None)
    kind: str = text_column()


class CommitteeRow(Table, table=True):
    """A committee: what its pages show beside the floor, and the number of its last act.

    `topic` lists the topics; `rulebook` is the name it was founded with (the rulebook itself is on the
    record); `head` is kept where processes share the database, elsewhere the last row of the minutes is it.
    """

    __tablename__ = "committee"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    name: str = text_column()
    topic: list[str] = json_column(default_factory=list)
    rulebook: str = text_column()
    head: int = Field(default=0)
    guide_digest: str | None = text_column(default=None)
    language: str = text_column(default="en")
    time_zone: str = text_column(default="UTC")
    created: int = time_column()


class MinuteRow(Table, table=True):
    """One act of a committee; `app/minutes.py` says what the columns hold. TEXT, as it was hashed."""

    __tablename__ = "minute"
    __table_args__ = (sa.UniqueConstraint("committee_id", "by", "command_id"),)

    committee_id: int = foreign_key("committee.id", primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: int = time_column()
    by: str = text_column()
    command_id: str = text_column()
    digest: str = text_column()
    command: str = text_column()
    events: str = text_column()
    chain: str = text_column()


class AliveRow(Table, table=True):
    """When a committee's room was last served, for processes that share a database."""

    __tablename__ = "alive"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    at: int = time_column()


class SeatRow(Table, table=True):
    """A place in a committee; events use its key.

    `kind` and `rights` are those that it was founded with; what they are now is on the record.

    A delegation with a seat cannot be deleted, a whole conference can: that is checked at the end.
    """

    __tablename__ = "seat"
    __table_args__ = (
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], deferrable=True, initially="DEFERRED"),
    )

    committee_id: int = foreign_key("committee.id", primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    delegation_id: int | None = Field(default=None, index=True)
    kind: str = text_column()
    rights: dict[str, Any] = json_column(default_factory=dict)
