"""A store whose n-th call to the database fails: before it is done, or after it was done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

from app.store import Store


class DiskFull(OSError):
    """What the failing call raises."""


class Faults:
    """Counts statements, commits and begins of the writing engine; lets one of them fail."""

    def __init__(self) -> None:
        self.calls = 0
        self.fail_at = 0
        self.after_commit = False
        self.always = False

    def call(self) -> None:
        self.calls += 1
        if self.always or self.calls == self.fail_at:
            raise DiskFull("no space left on the device")


@contextmanager
def faults(store: Store) -> Iterator[Faults]:
    """Lets calls of this store's writing engine fail as the returned object says."""
    engine: Engine = store._writing
    counted = Faults()
    below = _below_sqlite if engine.dialect.name == "sqlite" else _within_sqlalchemy
    with below(engine, counted):
        yield counted


@contextmanager
def _below_sqlite(engine: Engine, counted: Faults) -> Iterator[None]:
    """The driver itself fails: the room's rows go to it directly."""

    class Cursor(sqlite3.Cursor):
        def execute(self, *given: Any) -> Cursor:
            counted.call()
            super().execute(*given)
            return self

        def executemany(self, *given: Any) -> Cursor:
            counted.call()
            super().executemany(*given)
            return self

    class Connection(sqlite3.Connection):
        def cursor(self, *_: Any) -> Cursor:  # type: ignore[override]
            return super().cursor(Cursor)

        def commit(self) -> None:
            counted.call()
            super().commit()
            _lose_the_answer(counted)

    def connecting(dialect: Any, record: Any, values: Any, named: dict[str, Any]) -> None:
        named["factory"] = Connection

    event.listen(engine, "do_connect", connecting)
    engine.dispose()
    engine.raw_connection().close()
    counted.calls = 0  # what it takes to connect is not meant
    try:
        yield
    finally:
        event.remove(engine, "do_connect", connecting)
        engine.dispose()


@contextmanager
def _within_sqlalchemy(engine: Engine, counted: Faults) -> Iterator[None]:
    """Fails before the driver is called."""
    commit = engine.dialect.do_commit

    def execute(*_: Any) -> None:
        counted.call()

    def committing(connection: Any) -> None:
        counted.call()
        commit(connection)
        _lose_the_answer(counted)

    event.listen(engine, "before_cursor_execute", execute)
    setattr(engine.dialect, "do_commit", committing)  # noqa: B010 - a method is replaced
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", execute)
        setattr(engine.dialect, "do_commit", commit)  # noqa: B010


def _lose_the_answer(counted: Faults) -> None:
    if counted.after_commit:
        counted.after_commit = False
        raise DiskFull("the answer of COMMIT was lost")
