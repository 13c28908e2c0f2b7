"""The library in the browser: search and read, send an item to every screen, mark as read, quote."""

from __future__ import annotations

import asyncio
import hashlib
import secrets

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.library import NoItem, OfConference, mark_read, remove_item, send_item, take_down
from app.notes.own import NotesTooLong, add_to_speech
from app.papers.edits import DraftRefused, edited
from app.procedure.act import forbidden, impossible, stale
from app.screens.reading.library import library_page, may_quote_in, text_page
from app.web import library_adding
from app.web.answers import as_page
from app.web.kept import Fields, kept, not_kept, pressed
from app.web.pages import Visit, visit
from app.web.paper_visits import PaperVisit
from app.web.policy_rows import LIBRARIANS
from app.words import language
from app.words.language import N_
from app.words.reading import quoted_sentence
from delegations.collection import Text

NO_TEXT = N_("There is no such text in this library. It may have been taken out; open the library again.")


def routes(here: str) -> list[Route]:
    """Every way into the library of a committee at `here`."""
    item, text = f"{here}/library/{{item:int}}", f"{here}/library/{{text}}"
    return [
        Route(f"{here}/library", shelf, methods=["GET"]),
        Route(f"{here}/library", library_adding.add, methods=["POST"]),
        Route(text, read, methods=["GET"]),
        Route(f"{item}/sending", send, methods=["POST"]),
        Route(f"{item}/taking-down", down, methods=["POST"]),
        Route(f"{item}/removal", remove, methods=["POST"]),
        Route(f"{item}/reading", have_read, methods=["POST"]),
        Route(f"{text}/quotes", quote, methods=["POST"]),
    ]


async def shelf(request: Request) -> Response:
    """Everything there is to read, or what a search finds."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    query = request.query_params.get("q", "")[:200]
    keeps = seen.holder.role in LIBRARIANS
    # beside the loop: a search in some hundred texts must not hold up a live room
    view = await asyncio.to_thread(library_page, seen.room.floor, seen.directory, query, keeps)
    return library_adding.draw_library(seen, view)


async def read(request: Request) -> Response:
    """One chapter or item."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    found = _text(seen)
    if found is None:
        return as_page(request, 404, [NO_TEXT])
    query, holder = request.query_params.get("q", "")[:200], seen.holder
    keeps = holder.role in LIBRARIANS
    view = text_page(seen.room.floor, seen.directory, found, query, holder.seat_key, holder.is_dais, keeps)
    return seen.draw("library/text.html", v=view, key=holder.seat_key)


async def send(request: Request) -> Response:
    """Send an item to every screen."""
    return await _change_item(request, "send")


async def down(request: Request) -> Response:
    """Take what was sent off the wall, or off every screen."""
    return await _change_item(request, "down")


async def remove(request: Request) -> Response:
    """Take an item out of the library."""
    return await _change_item(request, "remove")


async def have_read(request: Request) -> Response:
    """A delegation has read what was sent to it."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    number, seat = request.path_params["item"], seen.holder.seat_key
    if seen.directory.update(number) is None:
        return not_kept(seen, stale("library.no_item"))
    try:
        await mark_read(seen.house.store, seen.directory.committee, number, seat, seen.room.now())
    except NoItem:
        return not_kept(seen, stale("library.no_item"))
    seen.house.beside.note_reader(seen.directory.committee)
    return kept(seen, f"library/item-{number}" if form.get("stay") else "")


async def quote(request: Request) -> Response:
    """Put words of a text with their citation into the speech note, or as a clause into a paper."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    text = _text(seen)
    if text is None:
        return not_kept(seen, stale("library.no_text"), 404)
    words = _quoted(text, form)
    if not words:
        return not_kept(seen, impossible("quote.not_there", "paragraph"))
    cited = f"“{words}” ({text.citation})"
    press = form.get("command_id") or secrets.token_hex(8)
    if form.get("to") == "speech":
        return await _into_speech(seen, text, cited, press)
    return await _into_paper(seen, text, cited, form.get("to", ""), press)


async def _change_item(request: Request, step: str) -> Response:
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    store, committee, number = seen.house.store, seen.directory.committee, request.path_params["item"]
    try:
        match step:
            case "send":
                await send_item(store, committee, number, seen.room.now())
            case "down":
                await take_down(store, committee, number, form.get("from") == "everywhere")
            case _:
                await remove_item(store, committee, number)
    except NoItem:
        return not_kept(seen, stale("library.no_item"))
    except OfConference:
        return not_kept(seen, forbidden("library.of_conference"))
    if step == "remove":
        await seen.house.beside.read_names(committee)
        return kept(seen, "library")
    await seen.house.beside.read_said(committee)
    return kept(seen, f"library/item-{number}")


async def _into_speech(seen: Visit, text: Text, cited: str, press: str) -> Response:
    if seen.holder.role != "delegate":
        return not_kept(seen, forbidden("role.not_allowed", role=seen.holder.role))
    try:
        await add_to_speech(seen.house.store, seen.directory.committee, seen.holder.seat_key, cited, press)
    except NotesTooLong:
        return not_kept(seen, impossible("notes.too_long"))
    return kept(seen, f"library/{text.key}", _said(seen))


async def _into_paper(seen: Visit, text: Text, cited: str, to: str, press: str) -> Response:
    paper, holder = seen.room.floor.papers.get(to), seen.holder
    if paper is None or not may_quote_in(paper, holder.seat_key, holder.is_dais):
        return not_kept(seen, forbidden("quote.no_paper"))
    clause = {"edit": "add", "kind": "preambular", "text": cited}
    uid = hashlib.sha256(press.encode()).hexdigest()[:12]
    try:
        await PaperVisit(seen, paper).write(None, lambda text: edited(text, clause, uid))
    except DraftRefused as no:
        if no.refusal.rule != "draft.uid_taken":  # the same press again: it stands there already
            return not_kept(seen, no.refusal)
    return kept(seen, f"papers/{paper.key}", _said(seen, paper.name))


def _quoted(text: Text, form: Fields) -> str:
    """The words that are quoted: those chosen in a paragraph, else all of it; "" where they are not there."""
    place = form.get("paragraph", "")
    if not place.isdecimal() or len(place) > 6 or int(place) >= len(text.paragraphs):
        return ""
    paragraph, words = text.paragraphs[int(place)], " ".join(form.get("words", "").split())
    return words if words and words in " ".join(paragraph.split()) else "" if words else paragraph


def _text(seen: Visit) -> Text | None:
    found = seen.directory.collection.get(seen.request.path_params["text"])
    return found if found and found.kind != "position" else None


def _said(seen: Visit, paper: str = "") -> str:
    return quoted_sentence(paper, language(seen.locale))
