"""The choices of secret ballots while they wait to be counted; nothing in them says whose they are."""

from __future__ import annotations

import sqlalchemy as sa
from sqlmodel import Field

from app.tables.base import Table, foreign_key, text_column


class SecretChoiceRow(Table, table=True):
    """What one ballot says: the keys of the candidates that it names, with blanks between; "" is blank.

    `key` is chance, and rows lie in its order: neither order nor time says who cast which. `election` is the
    number of the act that opened it. Rows are deleted when they were counted.
    """

    __tablename__ = "secret_choice"
    __table_args__ = {"sqlite_with_rowid": False}

    key: str = Field(sa_type=sa.Text, primary_key=True)
    committee_id: int = foreign_key("committee.id")
    election: int = Field()
    choice: str = text_column()
