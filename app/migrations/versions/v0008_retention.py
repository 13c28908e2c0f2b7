"""How long data of people stays after a committee is over."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Thirty days, until an organizer says otherwise."""
    op.add_column("conference", sa.Column("keep_days", sa.Integer, nullable=False, server_default="30"))


def downgrade() -> None:
    """What organizers chose is lost."""
    op.drop_column("conference", "keep_days")
