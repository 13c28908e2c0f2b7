"""Transcripts on the command line: played, described, and written out of a record."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, select

from app.minutes import decode
from app.settings import Settings
from app.store import Store, open_store
from app.tables import CommitteeRow, DelegationRow, SeatRow
from app.transcripts.lines import BadLine
from app.transcripts.play import play
from app.transcripts.record import NothingRecorded, transcript
from app.transcripts.vocabulary import vocabulary

STANDARD_INPUT = "-"


def play_file(file: str) -> int:
    """Play the transcript in `file` ("-" reads standard input) and print what became of each line.

    Returns the exit code: 2 for a bad line, of which one sentence is told on standard error. Raises OSError.
    """
    with nullcontext(sys.stdin.buffer) if file == STANDARD_INPUT else Path(file).open("rb") as lines:
        try:
            for told in play(lines):
                _print(told)
        except BadLine as error:
            sys.stdout.flush()
            print(error, file=sys.stderr)
            return 2
    return 0


def print_words() -> None:
    """Print all that a transcript may say, as JSON."""
    _write(json.dumps(vocabulary(), ensure_ascii=False, indent=2))


def print_record(settings: Settings, committee: int) -> None:
    """Print the record of a committee (0: the first) as a transcript.

    Raises NothingRecorded, DataDirectoryInUse, UnknownEvent.
    """
    store = open_store(settings.database_url, settings.data)
    for line in asyncio.run(_recorded(store, committee)):
        _print(line)


async def _recorded(store: Store, committee: int) -> list[dict[str, Any]]:
    """The record of a committee as lines, with the names of its delegations."""
    try:
        number = committee or await store.read(first_committee)
        names = await store.read(lambda rows: names_of(rows, number))
        minutes = await store.since(number)
        if not minutes:
            raise NothingRecorded(
                f"There is no record of committee {number}." if number else "Nothing is recorded."
            )
        return list(transcript((decode(minute) for minute in minutes), names))
    finally:
        await store.close()


def first_committee(rows: Session) -> int:
    """The first committee, 0 where there is none."""
    found = rows.exec(select(CommitteeRow.id).order_by(col(CommitteeRow.id))).first()
    return found or 0


def names_of(rows: Session, committee: int) -> dict[str, str]:
    """The short names of the delegations of a committee, by seat key."""
    query = select(SeatRow.key, DelegationRow.short_name).where(
        SeatRow.committee_id == committee, SeatRow.delegation_id == DelegationRow.id
    )
    return dict(rows.exec(query).all())


def _print(told: Any) -> None:
    _write(json.dumps(told, ensure_ascii=False, sort_keys="floor" in told))


def _write(text: str) -> None:
    """One line; a half of a letter that somebody wrote is told as its code."""
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")
