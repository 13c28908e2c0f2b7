"""Notes between delegations and to the dais, and what the dais scores for itself."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Threads, who they are between, the notes in them; the rubric, scores and remarks of the dais."""
    _notes()
    _scores()


def downgrade() -> None:
    """Notes, scores and remarks are lost."""
    for table in ("remark", "score", "rubric", "note", "note_party", "note_thread"):
        op.drop_table(table)


def _notes() -> None:
    op.create_table(
        "note_thread",
        *(_id(), _number("committee_id"), sa.PrimaryKeyConstraint("id", name="pk_note_thread")),
        _of_committee("note_thread"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_thread_committee_id", "note_thread", ["committee_id"])
    op.create_table(
        "note_party",
        *(_number("thread_id"), _text("party"), _number("read_to")),
        sa.PrimaryKeyConstraint("thread_id", "party", name="pk_note_party"),
        _of_thread("note_party"),
    )
    op.create_table(
        "note",
        *(_id(), _number("committee_id"), _number("thread_id"), _text("by"), _text("press"), _text("body")),
        *(sa.Column("at", sa.BigInteger, nullable=False), _text("readers")),
        *(sa.Column("place", sa.Integer), sa.Column("returned", sa.Text), sa.Column("reported_by", sa.Text)),
        sa.Column("settled", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_note"),
        sa.UniqueConstraint("committee_id", "by", "press", name="uq_note_committee_id_by_press"),
        sa.UniqueConstraint("thread_id", "place", name="uq_note_thread_id_place"),
        *(_of_committee("note"), _of_thread("note"), _of_seat("note", "by")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_note_committee_id", "note", ["committee_id"])
    op.create_index("ix_note_thread_id", "note", ["thread_id"])


def _scores() -> None:
    op.create_table(
        "rubric",
        *(_number("committee_id"), sa.Column("criteria", sa.JSON, nullable=False), _number("version")),
        sa.PrimaryKeyConstraint("committee_id", name="pk_rubric"),
        _of_committee("rubric"),
    )
    op.create_table(
        "score",
        *(
            _number("committee_id"),
            _text("seat_key"),
            _text("criterion"),
            sa.Column("points", sa.Integer),
            _text("by"),
        ),
        _number("version"),
        sa.PrimaryKeyConstraint("committee_id", "seat_key", "criterion", name="pk_score"),
        *(_of_committee("score"), _of_seat("score", "seat_key")),
    )
    op.create_table(
        "remark",
        *(_id(), _number("committee_id"), _text("seat_key"), _text("by"), _text("press"), _text("body")),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_remark"),
        sa.UniqueConstraint("committee_id", "by", "press", name="uq_remark_committee_id_by_press"),
        *(_of_committee("remark"), _of_seat("remark", "seat_key")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_remark_committee_id", "remark", ["committee_id"])


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, autoincrement=False, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _of_committee(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_committee_id"
    return sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=name, ondelete="CASCADE")


def _of_thread(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_thread_id"
    return sa.ForeignKeyConstraint(["thread_id"], ["note_thread.id"], name=name, ondelete="CASCADE")


def _of_seat(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id", column],
        ["seat.committee_id", "seat.key"],
        name=f"fk_{table}_committee_id_{column}",
        ondelete="CASCADE",
    )
