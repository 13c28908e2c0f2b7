"""The tables: the minutes, and the rows that hold what the rules do not count; times are UTC milliseconds."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are called, so that a migration can name them on both databases."""
NO_KEY_TWICE = {"sqlite_autoincrement": True}
"""The key of a deleted row is not given again, so that an old page or cache never hits another row."""


class Table(SQLModel):
    """What all tables of Placard share: one catalogue, apart from any other of SQLModel."""

    metadata = sa.MetaData(naming_convention=NAMES)


def _key(to: str, **more: Any) -> Any:
    """A column that holds another table's key; rows go with what they belong to."""
    return Field(foreign_key=to, ondelete="CASCADE", index=not more.get("primary_key", False), **more)


def _seat(*columns: str) -> sa.ForeignKeyConstraint:
    """That a committee and a seat key name a seat of that committee, where both are there."""
    return sa.ForeignKeyConstraint(columns, ["seat.committee_id", "seat.key"], ondelete="CASCADE")


def _text(**more: Any) -> Any:
    """A column of any text."""
    return Field(sa_type=sa.Text, **more)


def _time(**more: Any) -> Any:
    """A column for a moment: milliseconds since 1970, UTC."""
    return Field(sa_type=sa.BigInteger, **more)


def _json(**more: Any) -> Any:
    """A column for plain data that nobody searches in."""
    return Field(sa_type=sa.JSON, **more)


class ConferenceRow(Table, table=True):
    """An event with committees; everything below reaches its conference by key."""

    __tablename__ = "conference"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    name: str = _text()
    created: int = _time()


class DelegationRow(Table, table=True):
    """Who is represented: a state, an organization, a person of history. `key` never changes."""

    __tablename__ = "delegation"
    __table_args__ = (sa.UniqueConstraint("conference_id", "key"), NO_KEY_TWICE)

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = _key("conference.id")
    key: str = _text()
    name: str = _text()
    short_name: str = _text()
    iso2: str | None = _text(default=None)
    kind: str = _text()


class CommitteeRow(Table, table=True):
    """A committee: what its pages show beside the floor, and the number of its last act.

    `topic` lists the topics; `rulebook` is the name it was founded with (the rulebook itself is on the
    record); `head` is kept where processes share the database, elsewhere the last row of the minutes is it.
    """

    __tablename__ = "committee"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = _key("conference.id")
    name: str = _text()
    topic: list[str] = _json(default_factory=list)
    rulebook: str = _text()
    head: int = Field(default=0)
    guide_digest: str | None = _text(default=None)
    language: str = _text(default="en")
    time_zone: str = _text(default="UTC")
    created: int = _time()


class MinuteRow(Table, table=True):
    """One act of a committee; `app/minutes.py` says what the columns hold. TEXT, as it was hashed."""

    __tablename__ = "minute"
    __table_args__ = (sa.UniqueConstraint("committee_id", "by", "command_id"),)

    committee_id: int = _key("committee.id", primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: int = _time()
    by: str = _text()
    command_id: str = _text()
    digest: str = _text()
    command: str = _text()
    events: str = _text()
    chain: str = _text()


class AliveRow(Table, table=True):
    """When a committee's room was last served, for processes that share a database."""

    __tablename__ = "alive"

    committee_id: int = _key("committee.id", primary_key=True)
    at: int = _time()


class SeatRow(Table, table=True):
    """A place in a committee; events use its key. `rights` are those set by hand when it was founded.

    A delegation with a seat cannot be deleted, a whole conference can: that is checked at the end.
    """

    __tablename__ = "seat"
    __table_args__ = (
        sa.ForeignKeyConstraint(["delegation_id"], ["delegation.id"], deferrable=True, initially="DEFERRED"),
    )

    committee_id: int = _key("committee.id", primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    delegation_id: int | None = Field(default=None, index=True)
    kind: str = _text()
    rights: dict[str, Any] = _json(default_factory=dict)


class PersonRow(Table, table=True):
    """Somebody who joined; the name is optional and can be erased."""

    __tablename__ = "person"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = _key("conference.id")
    name: str | None = _text(default=None)


class HoldingRow(Table, table=True):
    """A role that a person has held since a moment, until another (None: still).

    Without a committee it holds for the whole conference (organizers); without a seat it only looks on.
    """

    __tablename__ = "holding"
    __table_args__ = (_seat("committee_id", "seat_key"), NO_KEY_TWICE)

    id: int | None = Field(default=None, primary_key=True)
    person_id: int = _key("person.id")
    committee_id: int | None = _key("committee.id", default=None, nullable=True)
    seat_key: str | None = _text(default=None)
    role: str = _text()
    since: int = _time()
    until: int | None = _time(default=None)


class DeviceRow(Table, table=True):
    """A sign-in: the browser's token as SHA-256, whose it is, how long, and whether it was withdrawn."""

    __tablename__ = "device"

    token_hash: str = Field(sa_type=sa.Text, primary_key=True)
    person_id: int = _key("person.id")
    name: str = _text(default="")
    expires: int = _time()
    last_seen: int = _time()
    revoked: int | None = _time(default=None)


class JoinCodeRow(Table, table=True):
    """A code that lets people in, as SHA-256: to which place, until when, and whether it was withdrawn."""

    __tablename__ = "join_code"
    __table_args__ = (_seat("committee_id", "seat_key"),)

    code_hash: str = Field(sa_type=sa.Text, primary_key=True)
    conference_id: int = _key("conference.id")
    committee_id: int | None = _key("committee.id", default=None, nullable=True)
    seat_key: str | None = _text(default=None)
    role: str = _text()
    expires: int | None = _time(default=None)
    revoked: int | None = _time(default=None)


class LibraryItemRow(Table, table=True):
    """A text to read and reuse, of a conference or of one committee."""

    __tablename__ = "library_item"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = _key("conference.id")
    committee_id: int | None = _key("committee.id", default=None, nullable=True)
    title: str = _text()
    body: str = _text()
    meta: dict[str, Any] = _json(default_factory=dict)


class ProfileRow(Table, table=True):
    """What a delegation was given to read in a committee: position, sources, questions."""

    __tablename__ = "profile"

    committee_id: int = _key("committee.id", primary_key=True)
    delegation_key: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = _json(default_factory=dict)


class GuideRow(Table, table=True):
    """A study guide as it was understood, and the file it was read from, by the file's SHA-256."""

    __tablename__ = "guide"

    committee_id: int = _key("committee.id", primary_key=True)
    digest: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = _json(default_factory=dict)
    source: bytes | None = Field(default=None, sa_column=sa.Column(sa.LargeBinary, nullable=True))


class WorkingPaperRow(Table, table=True):
    """A paper while it is written: its clauses as data; `version` grows with each change."""

    __tablename__ = "working_paper"

    committee_id: int = _key("committee.id", primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = _json(default_factory=dict)
    version: int = Field(default=1)
    changed_by: str = _text()
    changed_at: int = _time()
