"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Conference, committee, delegations and seats; the minutes; people and how they came in; texts."""
    _conference()
    _minutes()
    _people()
    _texts()
    for table, column in INDEXED:
        op.create_index(f"ix_{table}_{column}", table, [column])


def downgrade() -> None:
    """No tables."""
    for table in reversed(TABLES):
        op.drop_table(table)


TABLES = (
    *("conference", "delegation", "committee", "minute", "alive", "seat", "person", "holding", "device"),
    *("join_code", "library_item", "profile", "guide", "working_paper"),
)
INDEXED = (
    ("delegation", "conference_id"),
    ("committee", "conference_id"),
    ("seat", "delegation_id"),
    ("person", "conference_id"),
    ("holding", "person_id"),
    ("holding", "committee_id"),
    ("device", "person_id"),
    ("join_code", "conference_id"),
    ("join_code", "committee_id"),
    ("library_item", "conference_id"),
    ("library_item", "committee_id"),
)


def _conference() -> None:
    _table("conference", _id(), _text("name"), _time("created"), sqlite_autoincrement=True)
    _table(
        "delegation",
        *(_id(), _of("conference"), _text("key"), _text("name"), _text("short_name")),
        *(_text("iso2", nullable=True), _text("kind")),
        sa.UniqueConstraint("conference_id", "key", name="uq_delegation_conference_id_key"),
        _belongs("delegation", "conference"),
        sqlite_autoincrement=True,
    )
    _table(
        "committee",
        *(_id(), _of("conference"), _text("name"), _json("topic"), _text("rulebook"), _number("head")),
        *(_text("guide_digest", nullable=True), _text("language"), _text("time_zone"), _time("created")),
        _belongs("committee", "conference"),
        sqlite_autoincrement=True,
    )
    _table(
        "seat",
        *(_of("committee"), _text("key"), _of("delegation", nullable=True), _text("kind"), _json("rights")),
        _key("seat", "committee_id", "key"),
        _belongs("seat", "committee"),
        sa.ForeignKeyConstraint(
            ["delegation_id"],
            ["delegation.id"],
            name="fk_seat_delegation_id",
            deferrable=True,
            initially="DEFERRED",
        ),
    )


def _minutes() -> None:
    _table(
        "minute",
        *(_of("committee"), sa.Column("number", sa.Integer, autoincrement=False, nullable=False)),
        *(_time("at"), _text("by"), _text("command_id"), _text("digest"), _text("command")),
        *(_text("events"), _text("chain")),
        _key("minute", "committee_id", "number"),
        sa.UniqueConstraint("committee_id", "by", "command_id", name="uq_minute_committee_id_by_command_id"),
        _belongs("minute", "committee"),
    )
    _table(
        "alive",
        *(_of("committee"), _time("at"), _key("alive", "committee_id")),
        _belongs("alive", "committee"),
    )


def _people() -> None:
    _table(
        "person",
        *(_id(), _of("conference"), _text("name", nullable=True)),
        _belongs("person", "conference"),
        sqlite_autoincrement=True,
    )
    _table(
        "holding",
        *(_id(), _of("person"), _of("committee", nullable=True), _text("seat_key", nullable=True)),
        *(_text("role"), _time("since"), _time("until", nullable=True)),
        *(_belongs("holding", "person"), _belongs("holding", "committee"), _names_seat("holding")),
        sqlite_autoincrement=True,
    )
    _table(
        "device",
        *(_text("token_hash"), _of("person"), _text("name"), _time("expires"), _time("last_seen")),
        *(_time("revoked", nullable=True), _key("device", "token_hash"), _belongs("device", "person")),
    )
    _table(
        "join_code",
        *(_text("code_hash"), _of("conference"), _of("committee", nullable=True)),
        *(_text("seat_key", nullable=True), _text("role")),
        *(_time("expires", nullable=True), _time("revoked", nullable=True), _key("join_code", "code_hash")),
        *(_belongs("join_code", "conference"), _belongs("join_code", "committee"), _names_seat("join_code")),
    )


def _texts() -> None:
    _table(
        "library_item",
        *(_id(), _of("conference"), _of("committee", nullable=True), _text("title"), _text("body")),
        *(_json("meta"), _belongs("library_item", "conference"), _belongs("library_item", "committee")),
        sqlite_autoincrement=True,
    )
    _table(
        "profile",
        *(_of("committee"), _text("delegation_key"), _json("body")),
        *(_key("profile", "committee_id", "delegation_key"), _belongs("profile", "committee")),
    )
    _table(
        "guide",
        *(_of("committee"), _text("digest"), _json("body")),
        sa.Column("source", sa.LargeBinary, nullable=True),
        *(_key("guide", "committee_id", "digest"), _belongs("guide", "committee")),
    )
    _table(
        "working_paper",
        *(_of("committee"), _text("key"), _json("body"), _number("version"), _text("changed_by")),
        *(_time("changed_at"), _key("working_paper", "committee_id", "key")),
        _belongs("working_paper", "committee"),
    )


def _table(name: str, *parts: sa.schema.SchemaItem, **kinds: bool) -> None:
    named = [_key(name, "id")] if any(getattr(part, "name", "") == "id" for part in parts) else []
    op.create_table(name, *parts, *named, **kinds)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer, nullable=False)


def _of(table: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(f"{table}_id", sa.Integer, nullable=nullable)


def _text(name: str, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)


def _time(name: str, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON, nullable=False)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _belongs(table: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{to}_id"
    return sa.ForeignKeyConstraint([f"{to}_id"], [f"{to}.id"], name=name, ondelete="CASCADE")


def _names_seat(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["committee_id", "seat_key"],
        ["seat.committee_id", "seat.key"],
        name=f"fk_{table}_committee_id_seat_key",
        ondelete="CASCADE",
    )
