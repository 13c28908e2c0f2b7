"""Back from paper: what happened while no screen worked is copied on one page, looked through, entered."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.batches import Together
from app.catching_up.rehearsing import Rehearsed, rehearse
from app.catching_up.sheet import EXAMPLES, Sheet
from app.procedure.act import Refusal, impossible
from app.rooms import CommandIdReused, NotInOrder, NotRecorded, Recorded, RoomStopped
from app.screens.catching_up import page_of
from app.web.fields import FORM, BadFields, check_own, kind_of, read_form
from app.web.pages import Visit, visit
from app.words import language, refusal_sentence

MOST_FIELDS = 1000
STATUS = "status."


async def sheet(request: Request) -> Response:
    """The empty sheet, with the attendance and the list as they are now."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else _draw(seen, Sheet())


async def enter(request: Request) -> Response:
    """Look a sheet through, or enter what was looked through: all of it or nothing, and once.

    What was typed stays on the page.
    """
    seen = await visit(request, counted=False)
    if isinstance(seen, Response):
        return seen
    try:
        if kind_of(request) != FORM:
            raise BadFields(impossible("body.kind"))
        sent = read_form(await request.body(), most=MOST_FIELDS)
    except BadFields as bad:
        return _draw(seen, Sheet(), wrong=_said(seen, *bad.refusals), status=422)
    given = {"command_id": secrets.token_hex(16)} | {name: values[-1] for name, values in sent.items()}
    typed = _typed(given)
    try:
        check_own({"command_id": given["command_id"]})
    except BadFields as bad:
        return _draw(seen, typed, wrong=_said(seen, *bad.refusals), status=422)
    if not seen.house.presses.take(seen.holder):
        return _draw(seen, typed, wrong=_said(seen, impossible("too_many")), status=429)
    same = given.get("looked") == typed.digest
    done = seen.room.done_together(seen.holder.seat_key, given["command_id"])
    if done is not None and same:
        return _to_minutes(seen, done)
    tried = await asyncio.to_thread(_rehearsed, seen, typed)
    if given.get("does") != "enter" or not same or tried.stopped or not tried.acts:
        return _draw(seen, typed, tried, status=422 if tried.stopped else 200)
    return await _entered(seen, typed, tried, given)


def _typed(given: Mapping[str, str]) -> Sheet:
    """What was typed: a status or a list that nobody touched says nothing of how it was."""
    chosen = {name.removeprefix(STATUS): value for name, value in given.items() if name.startswith(STATUS)}
    were = dict(one.split("=", 1) for one in given.get("attendance_was", "").split() if "=" in one)
    statuses = {seat: status for seat, status in chosen.items() if status != were.get(seat, "")}
    queue, standing = given.get("queue", ""), given.get("queue_was", "")
    list_told = queue.split() != standing.split()
    return Sheet(statuses, given.get("happened", ""), queue if list_told else "", list_told)


def _rehearsed(seen: Visit, typed: Sheet) -> Rehearsed:
    names, at = seen.directory.short_names, seen.room.now()
    return rehearse(seen.room.history, seen.holder.seat_key, at, typed, names, language(seen.locale))


async def _entered(seen: Visit, typed: Sheet, tried: Rehearsed, given: Mapping[str, str]) -> Response:
    """Record what was looked through: `base` says on which act the chair saw the preview."""
    base = given.get("base", "")
    together = Together(
        given["command_id"],
        int(base) if base.isdecimal() and len(base) < 10 else -1,
        tuple((one.command, one.insist) for one in tried.acts),
    )
    try:
        done = await seen.room.act_together(seen.holder.seat_key, together)
    except NotInOrder as no:
        return _draw(seen, typed, tried, _said(seen, *no.refusals), 409)
    except CommandIdReused:
        return _draw(seen, typed, tried, _said(seen, impossible("command_id.reused")), 422)
    except (NotRecorded, RoomStopped):
        return _draw(seen, typed, tried, _said(seen, impossible("not_recorded")), 503)
    return _to_minutes(seen, done)


def _to_minutes(seen: Visit, done: Recorded) -> Response:
    return RedirectResponse(f"/committees/{seen.directory.committee}/minutes?sheet={done.number}", 303)


def _said(seen: Visit, *refusals: Refusal) -> str:
    names, tongue = seen.directory.short_names, language(seen.locale)
    return " ".join(refusal_sentence(one, names, tongue) for one in refusals)


def _draw(
    seen: Visit, typed: Sheet, tried: Rehearsed | None = None, wrong: str = "", status: int = 200
) -> Response:
    queue = typed.queue if typed.list_told else None
    view = page_of(seen.room.floor, seen.directory, typed.statuses, typed.happened, queue)
    press = secrets.token_hex(16)
    entered = max((kept.entry.sheet for kept in seen.room.history.kept), default=0)
    return seen.draw(
        "record/catching_up.html",
        status,
        v=view,
        entered=entered,
        tried=tried,
        wrong=wrong,
        press=press,
        examples=EXAMPLES,
        looked=typed.digest,
    )
