"""Which presses put words into a delegation's speech note."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The presses beside the note."""
    op.add_column("own_note", sa.Column("presses", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """A press that is retried across a change of release may quote twice."""
    op.drop_column("own_note", "presses")
