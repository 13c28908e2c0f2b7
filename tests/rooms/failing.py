"""A store whose n-th call to the database fails: before it is done, or after it was done."""

from __future__ import annotations

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
    commit = engine.dialect.do_commit

    def execute(*_: Any) -> None:
        counted.call()

    def committing(connection: Any) -> None:
        counted.call()
        commit(connection)
        if counted.after_commit:
            counted.after_commit = False
            raise DiskFull("the answer of COMMIT was lost")

    event.listen(engine, "before_cursor_execute", execute)
    setattr(engine.dialect, "do_commit", committing)  # noqa: B010 - a method is replaced
    try:
        yield counted
    finally:
        event.remove(engine, "before_cursor_execute", execute)
        setattr(engine.dialect, "do_commit", commit)  # noqa: B010
