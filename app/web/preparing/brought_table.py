"""A table that an organizer brings: uploaded or pasted, looked at row by row, then taken."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from app.preparing.delegations import NotInTable, pasted, table, taken
from app.preparing.preparation import Preparation
from app.web.answers import as_page
from app.web.brought import NotATable, sent_table
from app.web.preparing.delegations import draw_table
from app.web.preparing.visits import form_visit, visit
from app.words.language import N_
from delegations.roster_table import LEFT_OUT, chosen

NOTHING_PASTED = N_(
    "Choose a file or paste at least one row: a name, and if you like short name, code and kind."
)
ROW = re.compile(r"\d{1,6}", re.ASCII)


async def preview(request: Request) -> Response:
    """What the table would do, row by row; nothing is changed yet."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        text = await sent_table(request)
    except NotATable as no:
        return await draw_table(seen, str(no))
    now = seen.prepared.preparation
    rows = pasted(now, text)
    if not rows:
        return await draw_table(seen, NOTHING_PASTED)
    keys = {row.delegation.key for row in rows if row.delegation}
    left = [one for one in table(now) if one.key not in keys]
    return seen.draw("pasted.html", rows=rows, text=text, left=left)


async def take(request: Request) -> Response:
    """Take the rows that have no error, the doubtful ones as it was said of them."""
    found = await form_visit(request, most=1100)
    if isinstance(found, Response):
        return found
    seen, form = found

    def edit(now: Preparation) -> Preparation:
        rows = chosen(pasted(now, form.get("table", "")), _choices(form))
        keys = {row.delegation.key for row in rows if row.delegation}
        if form.get("does") == "instead":
            now = replace(now, delegations=tuple(one for one in table(now) if one.key in keys))
        return taken(now, rows)

    try:
        return await seen.edit(form.get("version", ""), edit) or seen.go("delegations")
    except NotInTable as refusal:
        return as_page(request, 422, [str(refusal)])


def _choices(form: Mapping[str, str]) -> dict[int, str]:
    """What was said of doubtful rows, by their number."""
    said = {name.removeprefix("row-"): value for name, value in form.items() if name.startswith("row-")}
    return {int(number): value or LEFT_OUT for number, value in said.items() if ROW.fullmatch(number)}
