"""Who may prepare a committee, and the preparation that a request is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from app.house import House
from app.preparing.preparation import Preparation
from app.preparing.preparations import ChangedElsewhere, NoPreparation, Prepared, change, one
from app.screens.environment import page
from app.wall_clock import now_ms
from app.web.answers import NOT_READ, as_page, locale_of
from app.web.fields import MOST_FIELDS, BadFields, form_of
from app.web.organizer import not_an_organizer, organized
from app.web.policy_rows import PREPARATIONS
from app.web.signed_in import LARGEST_KEY
from app.words.language import N_, Language, language

NO_PREPARATION = N_(
    "There is no such preparation here; it may have been thrown away. Look at your committees."
)
OF_FOUNDING = ("", "start", "delegations", "rules", "check", "opening")
"""Steps of a preparation that becomes a committee; one that renews a committee has the changes instead."""
VERSION = re.compile(r"\d{1,9}", re.ASCII)
CHANGED = N_("This preparation was changed in another window. Open the step again; nothing of it is lost.")


@dataclass(frozen=True, slots=True)
class PreparingVisit:
    """A request of an organizer about one preparation."""

    request: Request
    house: House
    prepared: Prepared

    @property
    def here(self) -> str:
        """The address of the preparation."""
        return f"{PREPARATIONS}/{self.prepared.id}"

    @property
    def tongue(self) -> Language:
        """What the organizer reads."""
        return language(locale_of(self.request))

    def draw(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page of the road, in the organizer's language."""
        shown = page(
            f"preparing/{template}",
            locale_of(self.request),
            here=self.here,
            prepared=self.prepared,
            p=self.prepared.preparation,
            **context,
        )
        return HTMLResponse(shown, status)

    def go(self, step: str) -> Response:
        """On to another page of this preparation."""
        return RedirectResponse(f"{self.here}/{step}" if step else self.here, 303)

    async def edit(self, version: str, edit: Callable[[Preparation], Preparation]) -> Response | None:
        """Change the preparation as the organizer saw it; the answer where that cannot be, else None.

        Raises what `edit` raises; then nothing changed.
        """
        try:
            await change(self.house.store, self.prepared.id, version_of(version), now_ms(), edit)
        except ChangedElsewhere:
            return as_page(self.request, 409, [CHANGED])
        return None


async def visit(request: Request) -> PreparingVisit | Response:
    """Let an organizer in to a preparation of its conference, or answer 401, 403 or 404 in words.

    One that was opened is a committee now: the way leads there; steps that it does not have lead to its own.
    """
    if no := await not_an_organizer(request):
        return no
    house: House = request.app.state.house
    id_ = request.path_params["preparation"]
    try:
        if id_ > LARGEST_KEY:
            raise NoPreparation(id_)
        found = await one(house.store, id_, await organized(request))
    except NoPreparation:
        return as_page(request, 404, [NO_PREPARATION])
    if found.committee is not None:
        return RedirectResponse("/organizer", 303)
    seen = PreparingVisit(request, house, found)
    step = request.url.path.removeprefix(seen.here).strip("/").partition("/")[0]
    if found.renews is not None and step in OF_FOUNDING:
        return seen.go("changes")
    return seen.go("check") if found.renews is None and step == "changes" else seen


async def sent_visit(
    request: Request, most: int = MOST_FIELDS
) -> tuple[PreparingVisit, dict[str, list[str]]] | Response:
    """A visit with its form, each field with all its values, or the answer where there is none."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    try:
        return seen, await form_of(request, most)
    except BadFields:
        return as_page(request, 422, [NOT_READ])


async def form_visit(
    request: Request, most: int = MOST_FIELDS
) -> tuple[PreparingVisit, dict[str, str]] | Response:
    """A visit with its form of at most so many fields, the last value of each; or the answer without one."""
    found = await sent_visit(request, most)
    if isinstance(found, Response):
        return found
    seen, sent = found
    return seen, {name: values[-1] for name, values in sent.items()}


def version_of(sent: str) -> int:
    """The version that a form carries; 0, which nothing has, where it carries none."""
    return int(sent) if VERSION.fullmatch(sent) else 0
