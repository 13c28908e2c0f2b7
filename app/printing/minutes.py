"""The minutes as PDF, as Word file and as CSV."""

from __future__ import annotations

import io
from dataclasses import asdict
from datetime import datetime
from typing import Any

from app.printing.typesetting import typeset
from app.screens.environment import APP
from app.screens.minutes_file import FileLine, MinutesFile
from delegations.tables import csv_of


def minutes_pdf(file: MinutesFile, at: datetime) -> bytes:
    """A4 upright; `at` is the time of making, with its zone."""
    return typeset(APP / "printing" / "minutes.typ", asdict(file), at)


def minutes_word(file: MinutesFile, at: datetime) -> bytes:
    """A Word file with the styles that Word has; times and numbers stand in a table of no lines."""
    import docx

    made = docx.Document()
    properties = made.core_properties
    properties.title, properties.author = f"{file.title}, {file.committee}"[:255], "Placard"
    properties.created = properties.modified = at.replace(tzinfo=None)
    made.add_heading(file.title, 0)
    made.add_paragraph(file.committee).runs[0].bold = True
    for said in (file.topics, file.as_of, f"{file.head_label}: {file.head}" if file.head else ""):
        if said:
            made.add_paragraph(said)
    if file.people:
        made.add_heading(file.people_label, 1)
        for delegation, names in file.people:
            made.add_paragraph(f"{delegation}: {names}")
    _acts(made, file)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _acts(made: Any, file: MinutesFile) -> None:
    """A heading for each day, a paragraph for each act."""
    day = ""
    for one in file.lines:
        if one.day != day:
            day = one.day
            made.add_heading(day, 1)
        paragraph = made.add_paragraph(f"{one.time}  ")
        run = paragraph.add_run(" ".join(one.sentences))
        run.bold, run.font.strike = one.decides, one.undone
        paragraph.add_run(_behind(one))


def _behind(one: FileLine) -> str:
    return f" ({one.remark}; {one.number})" if one.remark else f" ({one.number})"


def minutes_csv(file: MinutesFile) -> bytes:
    """A row for each act; the mark at its beginning says that it is UTF-8."""
    head = ("number", "date", "time", "kind", "taken_back", "text")
    rows = (
        (str(one.number), one.day, one.time, one.kind, "1" if one.undone else "", " ".join(one.sentences))
        for one in file.lines
    )
    return ("\ufeff" + csv_of([head, *rows])).encode()
