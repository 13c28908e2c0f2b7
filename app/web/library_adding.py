"""A text comes into the library: uploaded or pasted, and sent to every screen at once where that is asked."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.directories import roster_of
from app.library import LONGEST_LINE, LONGEST_TEXT, MOST_ITEMS, LibraryFull, add_item, send_item
from app.screens.reading.library import LibraryPage, library_page
from app.web.answers import NOT_READ
from app.web.kept import kept
from app.web.pages import Visit, visit
from app.web.policy_rows import LARGEST_GUIDE, LIBRARIANS
from app.words.language import N_
from delegations.library import Item, article
from delegations.roster import Delegation
from delegations.said import Said
from delegations.study_guides.limits import read_limited
from delegations.study_guides.reading import Unreadable

NOTHING_SENT = N_("Choose a file or paste a text.")
TOO_MANY = N_("That was a lot at once. Wait a moment, then add it again.")
NO_WORDS = N_("There are no words in this text. Paste it instead.")
TOO_LONG = Said(
    N_("A title and a source have at most {most} characters each. Shorten them."), most=LONGEST_LINE
)
TEXT_TOO_LONG = Said(
    N_("A text that is pasted has at most {most} characters. Send it as a file."), most=LONGEST_TEXT
)
FULL = Said(N_("A library holds at most {most} items. Take one out first."), most=MOST_ITEMS)


class NotAdded(Exception):
    """Nothing was added; the message is one sentence, `status` how it is answered."""

    def __init__(self, sentence: str, status: int = 422) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True, slots=True)
class Given:
    """What the form brought. `sends`: to every screen at once."""

    data: bytes = b""
    file_name: str = ""
    title: str = ""
    source: str = ""
    text: str = ""
    sends: bool = False


async def add(request: Request) -> Response:
    """Add what was uploaded or pasted; where it cannot be, the page with what was typed still in it."""
    seen = await visit(request, counted=False)
    if isinstance(seen, Response):
        return seen
    given = Given()
    try:
        given = await sent_item(request)
        if not seen.house.presses.take(seen.holder):
            raise NotAdded(TOO_MANY, 429)
        number = await _add(seen, given)
    except NotAdded as no:
        return _again(seen, given, str(no), no.status)
    except Unreadable as no:
        return _again(seen, given, no.sentence())
    return kept(seen, f"library/item-{number}")


def draw_library(
    seen: Visit, view: LibraryPage, given: Given = Given(), refused: str = "", status: int = 200
) -> Response:
    """The library's page; `given` is what could not be added, and `refused` says why."""
    context = {"v": view, "key": seen.holder.seat_key, "given": given, "refused": refused}
    return seen.draw("library/page.html", status, longest=LONGEST_LINE, **context)


async def sent_item(request: Request) -> Given:
    """What the form brought. Raises NotAdded."""
    try:
        async with request.form(max_files=1, max_fields=8, max_part_size=LARGEST_GUIDE) as form:
            file = form.get("file")
            data, name = b"", ""
            if isinstance(file, UploadFile) and file.filename:
                data, name = await file.read(), file.filename
            words = {key: str(form.get(key) or "") for key in ("title", "source", "text")}
            return Given(data, name, sends=bool(form.get("sends")), **words)
    except HTTPException as error:  # how Starlette tells that the form has faults
        raise NotAdded(NOT_READ) from error


async def _add(seen: Visit, given: Given) -> int:
    """The number of the new item. Raises NotAdded, Unreadable."""
    item, source = await read_item(given, roster_of(seen.directory), seen.house.paper_reading)
    house, committee = seen.house, seen.directory.committee
    try:
        number = await add_item(house.store, committee, item, source, seen.room.now())
    except LibraryFull as full:
        raise NotAdded(FULL) from full
    if given.sends:
        await send_item(house.store, committee, number, seen.room.now())
    await house.beside.read_names(committee)
    return number


async def read_item(
    given: Given, roster: tuple[Delegation, ...], at_once: asyncio.Semaphore
) -> tuple[Item, str]:
    """What was sent as an item, and where it is from; read beside the live rooms, with `at_once` held.

    Raises NotAdded, Unreadable.
    """
    title, source = " ".join(given.title.split()), " ".join(given.source.split())
    if max(len(title), len(source)) > LONGEST_LINE:
        raise NotAdded(TOO_LONG)
    if len(given.text) > LONGEST_TEXT:
        raise NotAdded(TEXT_TOO_LONG, 413)
    if not given.data and not given.text.strip():
        raise NotAdded(NOTHING_SENT)
    data, name = (given.data, given.file_name) if given.data else (given.text.encode(), "pasted.txt")
    async with at_once:
        text = await asyncio.to_thread(read_limited, data, name)
        item = await asyncio.to_thread(article, text, roster)
    if not item.body and not item.title:
        raise NotAdded(NO_WORDS)
    return _titled(item, title), source


def _titled(item: Item, title: str) -> Item:
    """The item under the title that it was given; the one that was found in it goes back to its text."""
    if not title or title == item.title:
        return item
    starts = item.body.startswith(item.title.rstrip("…"))
    body = item.body if starts else f"{item.title}\n\n{item.body}".strip()
    return replace(item, title=title, body=body)


def _again(seen: Visit, given: Given, sentence: str, status: int = 422) -> Response:
    view = library_page(seen.room.floor, seen.directory, "", seen.holder.role in LIBRARIANS)
    return draw_library(seen, view, given, sentence, status)
