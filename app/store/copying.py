"""Every row of one database into another that has the same tables and no rows."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, MetaData, func, insert, select

AT_A_TIME = 200
"""Rows that are read and written together; a row may hold a file of 20 MB."""
Tell = Callable[[str, int], None]
"""Told the name of each table and its number of rows, before they are copied."""


class NotEmpty(Exception):
    """What was to be filled holds committees already; the message is one sentence."""


class NothingThere(Exception):
    """There is nothing to copy; the message is one sentence."""


def copy_rows(source: Connection, target: Connection, tables: MetaData, tell: Tell = lambda *_: None) -> None:
    """Copy all rows of `tables`, in an order in which no row comes before one that it names."""
    for table in tables.sorted_tables:
        tell(table.name, source.execute(select(func.count()).select_from(table)).scalar_one())
        found = source.execution_options(yield_per=AT_A_TIME).execute(select(table)).mappings()
        for some in found.partitions():
            target.execute(insert(table), [dict(row) for row in some])


def is_empty(connection: Connection, tables: MetaData) -> bool:
    """Whether none of the tables has a row."""
    return not any(connection.execute(select(table).limit(1)).first() for table in tables.sorted_tables)


def empty(connection: Connection, tables: MetaData) -> None:
    """Delete all rows."""
    for table in reversed(tables.sorted_tables):
        connection.execute(table.delete())
