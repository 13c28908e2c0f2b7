"""What is read and written: library, guides and profiles, notes, working papers, preparations."""

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


class LibraryItemRow(Table, table=True):
    """A text to read and reuse, of a conference or of one committee."""

    __tablename__ = "library_item"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    committee_id: int | None = foreign_key("committee.id", default=None, nullable=True)
    title: str = text_column()
    body: str = text_column()
    meta: dict[str, Any] = json_column(default_factory=dict)


class ProfileRow(Table, table=True):
    """What a delegation was given to read in a committee: position, sources, questions.

    `changed` is when a newer guide put another position in the place of the first; 0 while that stands.
    """

    __tablename__ = "profile"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    delegation_key: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = json_column(default_factory=dict)
    changed: int = time_column(default=0, sa_column_kwargs={"server_default": "0"})


class GuideRow(Table, table=True):
    """A study guide as it was understood, and the file it was read from, by the file's SHA-256."""

    __tablename__ = "guide"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    digest: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = json_column(default_factory=dict)
    source: bytes | None = Field(default=None, sa_column=sa.Column(sa.LargeBinary, nullable=True))


class WorkingPaperRow(Table, table=True):
    """A paper while it is written: its clauses as data; `version` grows with each change."""

    __tablename__ = "working_paper"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    key: str = Field(sa_type=sa.Text, primary_key=True)
    body: dict[str, Any] = json_column(default_factory=dict)
    version: int = Field(default=1)
    changed_by: str = text_column()
    changed_at: int = time_column()


class OwnNoteRow(Table, table=True):
    """What a delegation keeps for itself: its notes and the note for its next speech. For its seat alone."""

    __tablename__ = "own_note"
    __table_args__ = (names_seat("committee_id", "seat_key"),)

    committee_id: int = foreign_key("committee.id", primary_key=True)
    seat_key: str = Field(sa_type=sa.Text, primary_key=True)
    notes: str = text_column(default="")
    speech: str = text_column(default="")
    version: int = Field(default=1)
    presses: str = text_column(default="")
    """Hashes of the presses that put words into `speech`, the newest last: a retried one does it once."""


class ReadMarkRow(Table, table=True):
    """That a delegation has read a library item which was sent to every screen, and when."""

    __tablename__ = "read_mark"
    __table_args__ = (names_seat("committee_id", "seat_key"),)

    committee_id: int = foreign_key("committee.id", primary_key=True)
    item_id: int = foreign_key("library_item.id", primary_key=True)
    seat_key: str = Field(sa_type=sa.Text, primary_key=True)
    at: int = time_column()


class TouchRow(Table, table=True):
    """What the dais said of a question of the guide and a caucus or clause: that it touched it, or did not.

    `question` is its place among the guide's (from 0), `about` names the caucus or clause.
    """

    __tablename__ = "touch"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    question: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    about: str = Field(sa_type=sa.Text, primary_key=True)
    agreed: bool = Field()


class PreparationRow(Table, table=True):
    """A committee while organizers prepare it; `body` is `app/preparing/preparation.py`'s data.

    `version` grows with each change, `changed` is when; `committee_id` is set once the committee is opened.
    `renews` is a committee that runs already, where a newer guide for it is prepared.
    Its guide stands in rows of its own: each word of the review would write the whole file again.
    """

    __tablename__ = "preparation"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    conference_id: int = foreign_key("conference.id")
    committee_id: int | None = foreign_key("committee.id", default=None, nullable=True)
    renews: int | None = foreign_key("committee.id", default=None, nullable=True)
    body: dict[str, Any] = json_column(default_factory=dict)
    version: int = Field(default=1)
    changed: int = time_column()


class PreparedGuideRow(Table, table=True):
    """The guide of a preparation: as it was understood, its text as it was read, and its file.

    `lines` are number, page, text and style of each line.
    """

    __tablename__ = "prepared_guide"

    preparation_id: int = foreign_key("preparation.id", primary_key=True)
    body: dict[str, Any] = json_column(default_factory=dict)
    lines: list[Any] = json_column(default_factory=list)
    source: bytes = Field(default=b"", sa_type=sa.LargeBinary)


class ReceivedGuideRow(Table, table=True):
    """A file that is being read for a preparation, or could not be: then `sentence` says why."""

    __tablename__ = "received_guide"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    preparation_id: int = Field(foreign_key="preparation.id", ondelete="CASCADE", unique=True)
    file_name: str = text_column()
    source: bytes = Field(default=b"", sa_type=sa.LargeBinary)
    sentence: str = text_column(default="")


class ClauseTextRow(Table, table=True):
    """The words of one clause while it is written, as a shared text: one whole state, never a log.

    `paper` is the key of the paper's row; `seed` names the text's origin: a browser that has another one
    holds other words under the same clause.
    """

    __tablename__ = "clause_text"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    paper: str = Field(sa_type=sa.Text, primary_key=True)
    clause: str = Field(sa_type=sa.Text, primary_key=True)
    seed: str = text_column()
    state: bytes = Field(sa_column=sa.Column(sa.LargeBinary, nullable=False))


class PaperVersionRow(Table, table=True):
    """A working paper as it stood: `by` are the seats that wrote it since the version before, by spaces."""

    __tablename__ = "paper_version"

    committee_id: int = foreign_key("committee.id", primary_key=True)
    paper: str = Field(sa_type=sa.Text, primary_key=True)
    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    at: int = time_column()
    by: str = text_column()
    body: dict[str, Any] = json_column(default_factory=dict)


class CommentRow(Table, table=True):
    """What a seat said of a clause of a working paper; `paper` is the paper's key on the floor."""

    __tablename__ = "paper_comment"
    __table_args__ = NO_KEY_TWICE

    id: int | None = Field(default=None, primary_key=True)
    committee_id: int = foreign_key("committee.id")
    paper: str = text_column()
    clause: str = text_column()
    seat: str = text_column()
    body: str = text_column()
    at: int = time_column()
    resolved_by: str | None = text_column(default=None, nullable=True)
    resolved_at: int | None = time_column(default=None, nullable=True)


class PaperCodeRow(Table, table=True):
    """A code that lets a delegation in to a working paper, in the name of the seat that made it."""

    __tablename__ = "paper_code"

    code_hash: str = Field(sa_type=sa.Text, primary_key=True)
    committee_id: int = foreign_key("committee.id")
    paper: str = text_column()
    seat: str = text_column()
    edits: bool = Field(default=False)
    expires: int = time_column()
