"""A table that a form brings: a file or pasted rows, as text."""

from __future__ import annotations

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from app.web.answers import NOT_READ
from app.words.language import N_
from delegations.study_guides.reading import Unreadable
from delegations.study_guides.reading.plain import decode

NO_TEXT = N_(
    "This file is no CSV. In your spreadsheet choose “save as CSV”, or copy the rows and paste them."
)
LARGEST_TABLE = 512 * 1024
"""Bytes of a table: 1,000 rows of long names have a third of it."""
TOO_LARGE = N_("This table is too large for a roster. Keep only the rows and columns of the delegations.")


class NotATable(ValueError):
    """What was sent is no table; the message is one sentence."""


async def sent_table(request: Request) -> str:
    """The text of the table that a form brings, as a file or pasted. Raises NotATable."""
    try:
        async with request.form(max_files=1, max_fields=6, max_part_size=2 * LARGEST_TABLE) as form:
            file, text = form.get("file"), str(form.get("table", "") or "")
            data = await file.read() if isinstance(file, UploadFile) and file.filename else b""
    except HTTPException as error:  # how Starlette tells that the form has faults
        raise NotATable(NOT_READ) from error
    if len(data) > LARGEST_TABLE or len(text) > LARGEST_TABLE:
        raise NotATable(TOO_LARGE)
    if not data:
        return text
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise NotATable(NO_TEXT)
    try:
        return decode(data)[0]
    except Unreadable:
        raise NotATable(NO_TEXT) from None
