"""Who came in: people, what they hold, their devices and the codes they were given."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Field

from app.tables.base import NO_KEY_TWICE, Table, foreign_key, names_seat, text_column, time_column


class PersonRow(Table, table=True):
    """Somebody who joined; the name is optional and can be erased."""

    __tablename__ = "person"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    name: str | None = text_column(default=None)


class HoldingRow(Table, table=True):
    """A role that a person has held since a moment, until another (None: still).

    Without a committee it holds for the whole conference (organizers); without a seat it only looks on.
    """

    __tablename__ = "holding"
    __table_args__ = (names_seat("committee_id", "seat_key"), NO_KEY_TWICE)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = foreign_key("person.id")
    committee_id: int | None = foreign_key("committee.id", default=None, nullable=True)
    seat_key: str | None = text_column(default=None)
    role: str = text_column()
    since: int = time_column()
    until: int | None = time_column(default=None)


class DeviceRow(Table, table=True):
    """A sign-in: the browser's token as SHA-256, whose it is, how long, and whether it was withdrawn."""

    __tablename__ = "device"

    token_hash: str = Field(sa_type=sa.Text, primary_key=True)
    person_id: int = foreign_key("person.id")
    name: str = text_column(default="")
    expires: int = time_column()
    last_seen: int = time_column()
    revoked: int | None = time_column(default=None)


class JoinCodeRow(Table, table=True):
    """A code that lets people in, as SHA-256: to which place, until when, and whether it was withdrawn."""

    __tablename__ = "join_code"
    __table_args__ = (names_seat("committee_id", "seat_key"),)

    code_hash: str = Field(sa_type=sa.Text, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    committee_id: int | None = foreign_key("committee.id", default=None, nullable=True)
    seat_key: str | None = text_column(default=None)
    role: str = text_column()
    expires: int | None = time_column(default=None)
    revoked: int | None = time_column(default=None)
