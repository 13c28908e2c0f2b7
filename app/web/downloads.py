"""Files that a browser keeps, and never shows as a page of ours."""

from __future__ import annotations

from starlette.responses import Response

MARK = "\ufeff"
"""Tells spreadsheets that what follows is UTF-8."""


def download(data: bytes, kind: str, name: str) -> Response:
    """The answer with a file of media type `kind`; of its name letters, digits and dots stay."""
    safe = "".join(one if one.isascii() and (one.isalnum() or one == ".") else "-" for one in name)
    return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{safe}"'})


def table(text: str, name: str) -> Response:
    """A table for a spreadsheet; `text` is CSV, `name` goes without its ending."""
    return download(f"{MARK}{text}".encode(), "text/csv", f"{name}.csv")
