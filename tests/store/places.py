"""Where a test keeps its record: SQLite in a directory of its own, or a schema of its own in PostgreSQL."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psycopg
import pytest
from sqlmodel import Session

from app.store import Store, open_store
from app.tables import CommitteeRow, ConferenceRow, DelegationRow, SeatRow
from tests.procedure.meeting import MEMBERS

DAIS = {"dais-1": "chair", "dais-2": "chair", "assistant-1": "assistant"}


@dataclass(frozen=True)
class Place:
    """A database of one test: its address ("" for SQLite) and a data directory."""

    url: str
    data: Path

    def open(self) -> Store:
        return open_store(self.url, self.data)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """The same test on both databases."""
    if request.param == "sqlite":
        yield Place("", tmp_path / "data")
    else:
        with schema() as url:
            yield Place(url, tmp_path / "data")


@pytest.fixture
def sqlite_place(tmp_path: Path) -> Place:
    return Place("", tmp_path / "data")


@pytest.fixture
def postgres_place(tmp_path: Path) -> Iterator[Place]:
    with schema() as url:
        yield Place(url, tmp_path / "data")


@contextmanager
def schema() -> Iterator[str]:
    """A schema of the test's own, dropped afterwards; skips in words where there is no server."""
    name = f"placard_test_{secrets.token_hex(6)}"
    with psycopg.connect(server(), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{server()}?options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


@cache
def server() -> str:
    """The address of the PostgreSQL server for tests: PLACARD_TEST_POSTGRES, or the usual port here."""
    url = os.environ.get("PLACARD_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError as error:
        pytest.skip(f"no PostgreSQL answers at {url.rpartition('@')[2]}: {error}")
    return url


async def found(store: Store, members: tuple[str, ...] = MEMBERS) -> int:
    """The rows of a conference with one committee, its delegations and dais; returns the committee's id."""

    def rows(session: Session) -> int:
        conference = ConferenceRow(name="Spring conference", created=1_000)
        session.add(conference)
        session.flush()
        assert conference.id is not None
        committee = CommitteeRow(
            conference_id=conference.id, name="Council", topic=["Water"], rulebook="harvard", created=1_000
        )
        session.add(committee)
        session.flush()
        assert committee.id is not None
        for key in members:
            delegation = DelegationRow(
                conference_id=conference.id, key=key, name=key.title(), short_name=key.title(), kind="country"
            )
            session.add(delegation)
            session.flush()
            session.add(
                SeatRow(committee_id=committee.id, key=key, delegation_id=delegation.id, kind="member")
            )
        for key, kind in DAIS.items():
            session.add(SeatRow(committee_id=committee.id, key=key, kind=kind))
        return committee.id

    return await store.write(rows)
