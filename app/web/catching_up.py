"""Back from paper: what happened while no screen worked is copied on one page, looked through, entered."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from app.batches import Together
from app.catching_up.papers import STAGES
from app.catching_up.rehearsing import Rehearsed, rehearse
from app.catching_up.sheet import EXAMPLES, Sheet
from app.papers.texts import put_text
from app.procedure.act import Refusal, impossible
from app.procedure.papers import PaperStarted
from app.rooms import CommandIdReused, NotInOrder, NotRecorded, Recorded, RoomStopped
from app.screens.catching_up import NewPaper, page_of
from app.web.copied_sheets import sheet_of, with_paper, without_texts
from app.web.fields import FORM, BadFields, check_own, kind_of, read_form
from app.web.pages import Visit, visit
from app.web.sent_texts import NotSent, read_sent, sent_form
from app.words import language, refusal_sentence
from resolutions.reading import ReadResolution

MOST_FIELDS = 1000


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
    try:
        typed = sheet_of(given)
        check_own({"command_id": given["command_id"]})
    except (NotSent, BadFields) as bad:
        why = bad.refusals if isinstance(bad, BadFields) else (bad.refusal,)
        return _draw(seen, sheet_of(without_texts(given)), wrong=_said(seen, *why), status=422)
    if not seen.house.presses.take(seen.holder):
        return _draw(seen, typed, wrong=_said(seen, impossible("too_many")), status=429)
    same = given.get("looked") == typed.digest
    done = seen.room.done_together(seen.holder.seat_key, given["command_id"])
    if done is not None and same:
        return await _to_minutes(seen, typed, done)
    tried = await asyncio.to_thread(_rehearsed, seen, typed)
    if given.get("does") != "enter" or not same or tried.stopped or not tried.acts:
        return _draw(seen, typed, tried, status=422 if tried.stopped else 200, new=_new(given))
    return await _entered(seen, typed, tried, given)


async def read(request: Request) -> Response:
    """Read the text of a paper that was written meanwhile and put it on the sheet; nothing is entered."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    typed, new, found = Sheet(), NewPaper(), None
    try:
        sent = await sent_form(request, most=MOST_FIELDS)
        given = {name: value for name, value in sent.items() if isinstance(value, str)}
        typed, new = sheet_of(without_texts(given)), _new(given)
        typed, found = sheet_of(given), await read_sent(seen.house, sent, seen.locale)
        if found.document is not None:
            organ = seen.directory.organ or seen.directory.name
            mark, say = secrets.token_hex(4), language(seen.locale)
            typed, new = with_paper(typed, new, found, organ, mark, say), NewPaper()
    except NotSent as no:
        return _draw(seen, typed, wrong=_said(seen, no.refusal), status=422, new=new, found=found)
    return _draw(seen, typed, new=new, found=found)


def _new(given: Mapping[str, str]) -> NewPaper:
    """The paper whose text is not read yet, as its fields stand."""
    fields = ("title", "sponsors", "signatories", "stage", "count", "text")
    return NewPaper(**{name: given[name].strip() for name in fields if name in given})


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
    return await _to_minutes(seen, typed, done)


async def _to_minutes(seen: Visit, typed: Sheet, done: Recorded) -> Response:
    await _keep_texts(seen, typed, done)
    return RedirectResponse(f"/committees/{seen.directory.committee}/minutes?sheet={done.number}", 303)


async def _keep_texts(seen: Visit, typed: Sheet, done: Recorded) -> None:
    """Give the papers that a sheet started their texts to write on; the same press again does no harm."""
    texts = {text.title: text for text in typed.texts}
    acts = [kept.entry for kept in seen.room.history.kept if kept.entry.sheet == done.number]
    for started in (event for act in acts for event in act.events if isinstance(event, PaperStarted)):
        paper, text = seen.room.floor.papers.get(started.paper), texts.get(started.title)
        if paper is None or text is None:
            continue
        committee, by, now = seen.directory.committee, seen.holder.seat_key, seen.room.now()
        async with seen.house.desks.resting(committee, paper.key):
            await put_text(seen.house.store, committee, paper, text, by, done.at, now)


def _said(seen: Visit, *refusals: Refusal) -> str:
    names, tongue = seen.directory.short_names, language(seen.locale)
    return " ".join(refusal_sentence(one, names, tongue) for one in refusals)


def _draw(
    seen: Visit,
    typed: Sheet,
    tried: Rehearsed | None = None,
    wrong: str = "",
    status: int = 200,
    new: NewPaper | None = None,
    found: ReadResolution | None = None,
) -> Response:
    queue = typed.queue if typed.list_told else None
    view = page_of(
        seen.room.floor,
        seen.directory,
        typed.statuses,
        typed.happened,
        queue,
        typed.texts,
        new or NewPaper(),
        found,
    )
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
        stages=STAGES,
        looked=typed.digest,
    )
