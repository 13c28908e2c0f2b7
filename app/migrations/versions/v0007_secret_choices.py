"""What secret ballots say until they are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Choices without the seats that made them."""
    op.create_table(
        "secret_choice",
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("committee_id", sa.Integer, nullable=False),
        sa.Column("election", sa.Integer, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_secret_choice"),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committee.id"], name="fk_secret_choice_committee_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_secret_choice_committee_id", "secret_choice", ["committee_id"])


def downgrade() -> None:
    """An election that is not counted cannot be counted any more."""
    op.drop_table("secret_choice")
