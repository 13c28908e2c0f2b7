"""Working papers that several people write: shared texts, versions, comments, codes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What people do to a paper together before it is submitted."""
    _table(
        "clause_text",
        *(_text("paper"), _text("clause"), _text("seed")),
        sa.Column("state", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("committee_id", "paper", "clause", name="pk_clause_text"),
    )
    _table(
        "paper_version",
        *(_text("paper"), sa.Column("number", sa.Integer, autoincrement=False, nullable=False)),
        *(_time("at"), _text("by"), sa.Column("body", sa.JSON, nullable=False)),
        sa.PrimaryKeyConstraint("committee_id", "paper", "number", name="pk_paper_version"),
    )
    _table(
        "paper_comment",
        sa.Column("id", sa.Integer, nullable=False),
        *(_text("paper"), _text("clause"), _text("seat"), _text("body"), _time("at")),
        *(_text("resolved_by", nullable=True), _time("resolved_at", nullable=True)),
        sa.PrimaryKeyConstraint("id", name="pk_paper_comment"),
        sqlite_autoincrement=True,
    )
    _table(
        "paper_code",
        *(_text("code_hash"), _text("paper"), _text("seat")),
        *(sa.Column("edits", sa.Boolean, nullable=False), _time("expires")),
        sa.PrimaryKeyConstraint("code_hash", name="pk_paper_code"),
    )
    for table in ("paper_comment", "paper_code"):
        op.create_index(f"ix_{table}_committee_id", table, ["committee_id"])


def downgrade() -> None:
    """Versions, comments and codes are lost; the text of each paper stays."""
    for table in ("paper_code", "paper_comment", "paper_version", "clause_text"):
        op.drop_table(table)


def _table(name: str, *parts: sa.schema.SchemaItem, **kinds: bool) -> None:
    of_committee = sa.Column("committee_id", sa.Integer, nullable=False)
    belongs = sa.ForeignKeyConstraint(
        ["committee_id"], ["committee.id"], name=f"fk_{name}_committee_id", ondelete="CASCADE"
    )
    op.create_table(name, of_committee, *parts, belongs, **kinds)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _time(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=nullable)
