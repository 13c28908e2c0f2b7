"""The guides of preparations in the rows: the file that is being read or was refused, and the one in use."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlmodel import Session, col, delete, select

from app.preparing.founded import is_founded
from app.preparing.preparation import from_json, to_json
from app.store import Store
from app.tables import PreparationRow, PreparedGuideRow, ReceivedGuideRow
from delegations.said import Said
from delegations.study_guides import guide as guides
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import GuideText, Line


@dataclass(frozen=True, slots=True)
class Received:
    """A file that is not the guide yet: `sentence` is "" or says why it could not be read."""

    id: int
    file_name: str
    sentence: str


def kept(sentence: str) -> str:
    """A sentence for a row: its message with its values, so that everybody reads it in their language."""
    message, values = (sentence.message, sentence.values) if isinstance(sentence, Said) else (sentence, {})
    return json.dumps([message, values], ensure_ascii=False)


def said_again(row: str) -> str:
    """The sentence of a row; one of before stands there in English."""
    if not row.startswith("["):
        return row
    message, values = json.loads(row)
    return Said(message, **values)


async def receive(store: Store, preparation: int, file_name: str, source: bytes) -> int:
    """Keep a file until it is read, in the place of one that waited; returns its number."""

    def work(rows: Session) -> int:
        rows.execute(delete(ReceivedGuideRow).where(col(ReceivedGuideRow.preparation_id) == preparation))
        row = ReceivedGuideRow(preparation_id=preparation, file_name=file_name, source=source)
        rows.add(row)
        rows.flush()
        assert row.id is not None
        return row.id

    return await store.write(work)


async def received(store: Store, preparation: int) -> Received | None:
    """The file that is being read for a preparation, or was refused; None where there is none."""
    query = select(ReceivedGuideRow.id, ReceivedGuideRow.file_name, ReceivedGuideRow.sentence)
    mine = query.where(col(ReceivedGuideRow.preparation_id) == preparation)
    found = await store.read(lambda rows: rows.exec(mine).first())
    return Received(found[0] or 0, found[1], said_again(found[2])) if found else None


async def read_again(store: Store, received: int) -> bytes:
    """The bytes of a file that is to be read once more; what was said of it is gone, b"" with it."""

    def work(rows: Session) -> bytes:
        row = rows.get(ReceivedGuideRow, received)
        if row is None:
            return b""
        row.sentence = ""
        rows.add(row)
        return row.source

    return await store.write(work)


async def refuse(store: Store, received: int, sentence: str) -> None:
    """Keep why a file could not be read."""

    def work(rows: Session) -> None:
        row = rows.get(ReceivedGuideRow, received)
        if row is not None:
            row.sentence = kept(sentence)
            rows.add(row)

    await store.write(work)


async def give_up(store: Store, preparation: int) -> None:
    """Let go of a file that is being read or was refused; the guide that was in use stays."""

    def work(rows: Session) -> None:
        rows.execute(delete(ReceivedGuideRow).where(col(ReceivedGuideRow.preparation_id) == preparation))

    await store.write(work)


async def take_over(store: Store, received: int, guide: StudyGuide, text: GuideText, at: int) -> None:
    """Make a file that was read the guide of its preparation, whatever version that has.

    Nothing happens where it was given up, or the preparation opened, while it was being read.
    """

    def work(rows: Session) -> None:
        file = rows.get(ReceivedGuideRow, received)
        row = rows.get(PreparationRow, file.preparation_id) if file else None
        if file is None or row is None or is_founded(rows, row):
            return
        prepared = from_json(row.body, None).with_guide(guide, file.file_name)
        row.body, row.version, row.changed = to_json(prepared), row.version + 1, at
        rows.add(row)
        now = rows.get(PreparedGuideRow, file.preparation_id)
        now = now or PreparedGuideRow(preparation_id=file.preparation_id)
        now.body = guides.to_json(guide)
        now.lines = [[line.number, line.page, line.text, line.style] for line in text.lines]
        now.source = file.source
        rows.add(now)
        rows.delete(file)

    await store.write(work)


def waits(rows: Session, preparation: int) -> bool:
    """Whether a file is being read for a preparation, or waits for a word because it could not be."""
    query = select(ReceivedGuideRow.id).where(col(ReceivedGuideRow.preparation_id) == preparation)
    return rows.exec(query).first() is not None


def guide_of(rows: Session, preparation: int) -> StudyGuide | None:
    """The guide of a preparation as it was understood; None where it has none."""
    query = select(PreparedGuideRow.body).where(col(PreparedGuideRow.preparation_id) == preparation)
    body = rows.exec(query).first()
    return guides.from_json(body) if body else None


async def source_of(store: Store, preparation: int) -> bytes:
    """The file that the guide was read from; empty where there is none."""
    query = select(PreparedGuideRow.source).where(col(PreparedGuideRow.preparation_id) == preparation)
    return await store.read(lambda rows: rows.exec(query).first() or b"")


async def lines_of(store: Store, preparation: int) -> tuple[Line, ...]:
    """The guide's text as it was read; empty where there is none."""
    query = select(PreparedGuideRow.lines).where(col(PreparedGuideRow.preparation_id) == preparation)
    found = await store.read(lambda rows: rows.exec(query).first() or [])
    return tuple(Line(*line) for line in found)
