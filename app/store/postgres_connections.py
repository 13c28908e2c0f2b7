"""Connections to PostgreSQL, and the two locks of a whole database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text

ONE_AT_A_TIME = text("SELECT pg_advisory_xact_lock(:key)")
MIGRATING, WRITING_ROWS = {"key": 7_065_001}, {"key": 7_065_002}
"""The numbers of two locks of the whole database: one process migrates, one writer changes rows."""


@contextmanager
def migrating(url: str) -> Iterator[Connection]:
    """A connection of its own for one migration, in one transaction, one process at a time."""
    engine = connections(url, 1)
    try:
        with engine.begin() as connection:
            connection.execute(ONE_AT_A_TIME, MIGRATING)
            yield connection
    finally:
        engine.dispose()


def connections(url: str, size: int, read_only: bool = False) -> Engine:
    """A small pool that waits at most 2 s for a connection, and 10 s for a lock."""
    engine = create_engine(
        make_url(url).set(drivername="postgresql+psycopg"),
        pool_size=size,
        max_overflow=0,
        pool_timeout=2,
        hide_parameters=True,  # what people wrote is in no log, not even where writing it fails (P-30)
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
    )

    @event.listens_for(engine, "connect")
    def settings(connection: Any, record: Any) -> None:
        connection.execute("SET synchronous_commit = on")
        connection.execute("SET lock_timeout = '10s'")
        if read_only:
            connection.execute("SET default_transaction_read_only = on")
        connection.commit()

    return engine
