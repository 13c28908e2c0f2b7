"""What every table is made of: the catalogue, names of constraints, and the kinds of columns."""

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


def foreign_key(to: str, **more: Any) -> Any:
    """A column that holds another table's key; rows go with what they belong to."""
    return Field(foreign_key=to, ondelete="CASCADE", index=not more.get("primary_key", False), **more)


def names_seat(*columns: str) -> sa.ForeignKeyConstraint:
    """That a committee and a seat key name a seat of that committee, where both are there."""
    return sa.ForeignKeyConstraint(columns, ["seat.committee_id", "seat.key"], ondelete="CASCADE")


def text_column(**more: Any) -> Any:
    """A column of any text."""
    return Field(sa_type=sa.Text, **more)


def time_column(**more: Any) -> Any:
    """A column for a moment: milliseconds since 1970, UTC."""
    return Field(sa_type=sa.BigInteger, **more)


def json_column(**more: Any) -> Any:
    """A column for plain data that nobody searches in."""
    return Field(sa_type=sa.JSON, **more)
