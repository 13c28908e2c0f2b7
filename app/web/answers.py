"""How an answer is put: JSON for scripts, a plain page for a form, and which status a refusal has."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import Any

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from app.procedure.act import Refusal
from app.screens.environment import LANGUAGES, page
from app.web.headers import HEADERS
from app.words.language import N_, language

log = logging.getLogger(__name__)
NOTHING_HERE = N_("There is nothing at this address. Open Placard again and go on from there.")
BROKEN = N_(
    "Something went wrong in Placard. Look at the page before you press again, and tell the organizer."
)
NOT_WRITTEN = N_(
    "It could not be kept: the disk may be full. What you typed is still on your page; send it once more."
)
RETRY_AFTER = 5
"""Seconds after which what could not be written may be tried again."""
NOT_READ = N_("This form could not be read. Open the page again and send it once more.")
LANGUAGE_COOKIE = "language"
"""Holds the language that somebody chose on this device; no secret."""
STATUS = {"forbidden": 403, "stale": 409, "impossible": 422, "against_rulebook": 422}


def wants_json(request: Request) -> bool:
    """Whether the request asks for JSON: its Accept says so, or it sent JSON and takes anything."""
    accept = request.headers.get("accept", "")
    sent = request.headers.get("content-type", "").startswith("application/json")
    return "application/json" in accept or (sent and "text/html" not in accept)


def status_of(refusals: Iterable[Refusal]) -> int:
    """403 the policy, 409 the page is older than the floor, 422 a rule or a field: the gravest wins."""
    found = {STATUS[refusal.ground] for refusal in refusals}
    return next(status for status in (403, 409, 422) if status in found)


def as_page(request: Request, status: int, sentences: list[str]) -> Response:
    """A page that says what stands against it, in the reader's language, with the way back."""
    back = request.headers.get("referer", "")
    here = str(request.base_url)
    locale = locale_of(request)
    shown = page(
        "refused.html",
        locale,
        status=status,
        sentences=[language(locale).tell(one) for one in sentences],
        back=back if back.startswith(here) else "/",
    )
    return HTMLResponse(shown, status)


def nothing_here(request: Request, fault: Exception | None = None) -> Response:
    """The answer where no route is, or where the policy has no row for one."""
    return at_fault(request, getattr(fault, "status_code", 404), "address.unknown", NOTHING_HERE)


def broken(request: Request, fault: Exception) -> Response:
    """The answer where the software is at fault: a sentence; the log has the rest."""
    answer = at_fault(request, 500, "fault", BROKEN)
    answer.headers.update({**HEADERS, "cache-control": "no-store"})  # it does not pass the guard
    return answer


def not_written(request: Request, fault: Exception) -> Response:
    """The answer where the database takes nothing: the disk is full, or its server is away."""
    why = getattr(fault, "orig", fault)  # its message may hold what was to be written
    name = getattr(why, "sqlite_errorname", type(why).__name__)
    log.warning("the database refused: %s", name, exc_info=fault)
    return later(at_fault(request, 503, "not_written", NOT_WRITTEN))


def later(refusal: Response) -> Response:
    """A refusal that may be none in a moment."""
    refusal.headers["retry-after"] = str(RETRY_AFTER)
    return refusal


def told(rule: str, sentence: str, field: str = "", may_insist: bool = False) -> dict[str, Any]:
    """One refusal as scripts get it: rule id, sentence, field, and whether to insist is open."""
    return {"rule": rule, "sentence": sentence, "field": field, "may_insist": may_insist}


def refused(status: int, *all_told: dict[str, Any]) -> Response:
    """The answer to a script whose request was refused."""
    return JSONResponse({"refused": list(all_told)}, status)


def at_fault(request: Request, status: int, rule: str, sentence: str) -> Response:
    """The answer to a request that no act is in: one sentence, for a script or on a page."""
    if wants_json(request):
        return refused(status, told(rule, language(locale_of(request)).tell(sentence)))
    return as_page(request, status, [sentence])


def locale_of(request: HTTPConnection) -> str:
    """The language of a page: the cookie's choice, else the browser's first that there is, else English."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    wanted = [chosen, *(part.split(";")[0].strip()[:2] for part in _accepted(request))]
    return next((code for code in wanted if code in LANGUAGES), "en")


def _accepted(request: HTTPConnection) -> list[str]:
    return request.headers.get("accept-language", "")[:200].split(",")
