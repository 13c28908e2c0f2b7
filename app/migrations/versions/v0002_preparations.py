"""Committees that are being prepared."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What organizers have prepared and not yet opened, its guides in tables of their own."""
    op.create_table(
        "preparation",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("conference_id", sa.Integer, nullable=False),
        sa.Column("committee_id", sa.Integer, nullable=True),
        sa.Column("renews", sa.Integer, nullable=True),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("changed", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_preparation"),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conference.id"], name="fk_preparation_conference_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name="fk_preparation_committee_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["renews"], ["committee.id"], name="fk_preparation_renews", ondelete="CASCADE"
        ),
        sqlite_autoincrement=True,
    )
    for column in ("conference_id", "committee_id", "renews"):
        op.create_index(f"ix_preparation_{column}", "preparation", [column])
    op.add_column("profile", sa.Column("changed", sa.BigInteger, nullable=False, server_default="0"))
    op.create_table(
        "prepared_guide",
        sa.Column("preparation_id", sa.Integer, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("preparation_id", name="pk_prepared_guide"),
        _of_a_preparation("prepared_guide"),
    )
    op.create_table(
        "received_guide",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("preparation_id", sa.Integer, nullable=False),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("source", sa.LargeBinary, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_received_guide"),
        sa.UniqueConstraint("preparation_id", name="uq_received_guide_preparation_id"),
        _of_a_preparation("received_guide"),
        sqlite_autoincrement=True,
    )


def downgrade() -> None:
    """What was prepared and not opened is lost."""
    for table in ("received_guide", "prepared_guide", "preparation"):
        op.drop_table(table)
    op.drop_column("profile", "changed")


def _of_a_preparation(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_preparation_id"
    return sa.ForeignKeyConstraint(["preparation_id"], ["preparation.id"], name=name, ondelete="CASCADE")
