"""The rules in the browser: at hand for everybody, and changed by the organizer or a chair with a reason."""

from __future__ import annotations

import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from app.procedure.act import Refusal, impossible
from app.procedure.rulebook_changes import ChangeRulebook
from app.screens.rulebook_form import UNTOUCHED, Form, changed, groups
from app.screens.rules_at_hand import rules_at_hand
from app.screens.says_form import changed_says, says_form
from app.web.acts import answer_refusals, decided
from app.web.answers import wants_json
from app.web.fields import MOST_SETTINGS, BadFields, check_own, form_of
from app.web.pages import Visit, visit
from app.words import language, refusal_sentence


async def at_hand(request: Request) -> Response:
    """What each motion needs and does, and today's majorities."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    view = rules_at_hand(seen.room.floor, seen.directory)
    may_change = seen.holder.role in ("chair", "organizer")
    return seen.draw("record/rules.html", v=view, key=seen.holder.seat_key, may_change=may_change)


async def form(request: Request) -> Response:
    """Every setting of the committee's rulebook, and what its chair says."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else _form(seen)


async def change(request: Request) -> Response:
    """Change what the form sets otherwise, as one act with its reason; what is refused stays typed."""
    seen = await visit(request, counted=False)
    if isinstance(seen, Response):
        return seen
    names = seen.directory.short_names
    sent: Form = UNTOUCHED

    def answer(
        request: Request, refusals: tuple[Refusal, ...], status: int, names: Any, may_insist: bool = False
    ) -> Response:
        if wants_json(request):
            return answer_refusals(request, refusals, status, names, may_insist)
        wrong = [refusal_sentence(refusal, names, language(seen.locale)) for refusal in refusals]
        return _form(seen, sent, wrong, status)

    try:
        sent = await form_of(request, MOST_SETTINGS)
        given = _own(seen, sent)
    except BadFields as bad:
        return answer(request, bad.refusals, 422, names)
    if not seen.house.presses.take(seen.holder):
        return answer(request, (impossible("too_many"),), 429, names)
    book = seen.room.floor.rulebook
    parameters = changed(book, sent) | changed_says(book, seen.directory.language, sent)
    command = ChangeRulebook(sent.get("reason", [""])[-1], parameters)
    return await decided(request, seen.house, seen.holder, command, given, answer)


def _own(seen: Visit, sent: Form) -> dict[str, Any]:
    """The press, and the page to return to; raises BadFields."""
    press = sent.get("command_id", [""])[-1] or secrets.token_hex(16)
    given = {"command_id": press, "back": f"/committees/{seen.directory.committee}/rules"}
    check_own(given)
    return given


def _form(seen: Visit, sent: Form = UNTOUCHED, wrong: list[str] | None = None, status: int = 200) -> Response:
    book = seen.room.floor.rulebook
    return seen.draw(
        "record/rulebook.html",
        status,
        groups=groups(book, seen.directory, sent),
        says=says_form(seen.room.floor, seen.directory, sent),
        book=book,
        reason=sent.get("reason", [""])[-1],
        wrong=wrong or [],
    )
