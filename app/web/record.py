"""Pages of the record: the minutes in sentences, the result of a vote, an adopted text."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from app.minutes import decode, head_code
from app.procedure.undo import Entry
from app.screens.disclosure import may_be_told
from app.screens.record import ActLine, draft_view, result_view
from app.web.answers import as_page
from app.web.live import channels_of
from app.web.pages import Visit, visit
from app.words import act_sentences, language

NO_VOTE = "There is no announced vote with this number."
NO_TEXT = "There is no adopted resolution under this address."
KINDS = {
    **dict.fromkeys(("votes", "voting", "placards", "results"), "vote"),
    **dict.fromkeys(("papers", "approval", "sponsorship", "sharing", "amendments", "adoption"), "paper"),
    "attendance": "attendance",
}
"""The module that an event's class stands in -> the kind of act that the minutes are sorted by."""
ICONS = {"vote": "vote", "paper": "file-text", "attendance": "users", "debate": "mic"}


async def minutes(request: Request) -> Response:
    """Everything that happened, in sentences, as far as this viewer may be told."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    rows = await seen.house.store.since(seen.directory.committee)
    lines = [line for row in rows if (line := _line(seen, decode(row)))]
    shown = request.query_params.get("kind", "")
    kept = [line for line in lines if shown in ("", line.kind)]
    head = head_code(rows[-1].chain) if rows else ""
    return seen.draw("record/minutes.html", lines=kept, kind=shown, head=head, key=seen.holder.seat_key)


def _line(seen: Visit, entry: Entry) -> ActLine | None:
    """One act in sentences; None where nothing of it may be told."""
    floor, holder = seen.room.floor, seen.holder
    told = [e for e in entry.events if may_be_told(e, floor, holder.is_dais, holder.seat_key)]
    if not told:
        return None
    sentences = act_sentences(entry.by, told, floor, seen.directory.short_names, language(seen.locale))
    kind = _kind(told)
    undone = entry.number in floor.undone
    return ActLine(entry.number, entry.at, entry.by, sentences, undone, ICONS[kind], kind)


def _kind(events: list[Any]) -> str:
    """The noun that the act is about: the module of its first event."""
    noun = type(events[0]).__module__.rpartition(".")[2]
    return KINDS.get(noun, "debate")


async def result(request: Request) -> Response:
    """The result of an announced vote: picture, sentence, table."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    number = request.path_params["vote"]
    vote = next((one for one in seen.room.floor.votes.past if one.number == number), None)
    if vote is None:
        return as_page(request, 404, [NO_VOTE])
    view = result_view(seen.room.floor, seen.directory, vote)
    return seen.draw("record/result.html", v=view, key=seen.holder.seat_key)


async def resolution(request: Request) -> Response:
    """An adopted text, in the layout of the United Nations."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    paper = seen.room.floor.papers.get(request.path_params["paper"])
    if paper is None or paper.stage != "adopted":
        return as_page(request, 404, [NO_TEXT])
    view = draft_view(seen.room.floor, seen.directory, paper)
    return seen.draw("record/resolution.html", v=view, key=seen.holder.seat_key)


async def floor_json(request: Request) -> Response:
    """What this viewer's screens show, as data: for programs that take part."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    screens = seen.house.screens(seen.directory.committee)
    floor = seen.room.floor
    shown: dict[str, Any] = {"number": floor.number, "at": floor.at, "now": seen.room.now()}
    for channel in sorted(channels_of(seen.holder) - {"projector"}):
        views = screens.views(floor, channel, seen.locale)
        shown[channel] = {name: asdict(view) for name, view in views.items()}  # type: ignore[call-overload]
    return JSONResponse(shown)
