"""Migrations of the tables, run by the program itself: up to this release, down to an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
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


def _run(step: Callable[[Config, str], None], connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        step(config, revision)
    except CommandError as error:
        raise NewerDatabase(
            f"The database was made by another release of Placard, start that one ({error})."
        ) from error
