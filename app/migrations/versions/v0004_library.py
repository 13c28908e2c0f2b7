"""Notes that delegations keep for themselves, read marks, and which questions were touched."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What delegations keep, what they have read, what the dais said of the guide's questions."""
    op.create_table(
        "own_note",
        *(_committee(), _text("seat_key"), _text("notes"), _text("speech")),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("committee_id", "seat_key", name="pk_own_note"),
        *(_of_committee("own_note"), _of_seat("own_note")),
    )
    op.create_table(
        "read_mark",
        *(_committee(), sa.Column("item_id", sa.Integer, nullable=False), _text("seat_key")),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("committee_id", "item_id", "seat_key", name="pk_read_mark"),
        *(_of_committee("read_mark"), _of_seat("read_mark")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["library_item.id"], name="fk_read_mark_item_id", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "touch",
        *(_committee(), sa.Column("question", sa.Integer, autoincrement=False, nullable=False)),
        *(_text("about"), sa.Column("agreed", sa.Boolean, nullable=False)),
        sa.PrimaryKeyConstraint("committee_id", "question", "about", name="pk_touch"),
        _of_committee("touch"),
    )


def downgrade() -> None:
    """Notes, read marks and what was said of questions are lost."""
    for table in ("touch", "read_mark", "own_note"):
        op.drop_table(table)


def _committee() -> sa.Column[int]:
    return sa.Column("committee_id", sa.Integer, nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _of_committee(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_committee_id"
    return sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name=name, ondelete="CASCADE")


def _of_seat(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id", "seat_key"],
        ["seat.committee_id", "seat.key"],
        name=f"fk_{table}_committee_id_seat_key",
        ondelete="CASCADE",
    )
