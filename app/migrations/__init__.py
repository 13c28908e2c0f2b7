"""Migrations of the tables, run by the program itself: up to this release, down to an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

BASE = "base"
"""The revision before the first: no tables."""


class NewerDatabase(Exception):
    """The database was written by a newer release of Placard; the message is one sentence."""


def upgrade(connection: Connection, revision: str = "head") -> None:
    """Brings the tables to a revision (by default this release's), in the connection's transaction.

    Raises NewerDatabase where the tables are of a revision that this release does not have.
    """
    _run(command.upgrade, connection, revision)


def downgrade(connection: Connection, revision: str) -> None:
    """Takes the tables back to a revision; rows and columns that it does not have are lost."""
    _run(command.downgrade, connection, revision)


def revision_of(connection: Connection) -> str:
    """The revision of the tables, "" where there are none."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def is_earlier(connection: Connection) -> bool:
    """Whether the tables are those of an earlier release, so that opening them here changes them."""
    return revision_of(connection) in _revisions()[1:]


def is_current(connection: Connection) -> bool:
    """Whether the tables are exactly those of this release."""
    return revision_of(connection) == newest()


def newest() -> str:
    """The revision of this release."""
    return _revisions()[0]


@cache
def _revisions() -> tuple[str, ...]:
    """Every revision that this release knows, its own first."""
    return tuple(one.revision for one in ScriptDirectory.from_config(_config()).walk_revisions())


def _run(step: Callable[[Config, str], None], connection: Connection, revision: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    try:
        step(config, revision)
    except CommandError as error:
        raise NewerDatabase(
            f"The database was made by another release of Placard, start that one ({error})."
        ) from error


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
