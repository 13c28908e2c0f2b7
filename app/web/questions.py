"""What the dais says of the guide's questions: which caucus or clause touched one, or did not."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.procedure.act import impossible, stale
from app.screens.questions import BY_THE_CHAIR, asked
from app.touched import say_touched
from app.web.kept import kept, not_kept, pressed


async def say(request: Request) -> Response:
    """Agree that something touched a question, or say that it did not."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    questions = asked(seen.room.floor, seen.directory)
    place, about = request.path_params["question"], form.get("about", "")
    if place >= len(questions):
        return not_kept(seen, stale("question.unknown"), 404)
    known = {BY_THE_CHAIR, *(one.about for one in questions[place].touched)}
    if about not in known:
        return not_kept(seen, impossible("question.unknown", "about"))
    agreed = form.get("agreed", "") == "true"
    await say_touched(seen.house.store, seen.directory.committee, place, about, agreed)
    await seen.house.beside.read_said(seen.directory.committee)
    return kept(seen, "chair#motions")
