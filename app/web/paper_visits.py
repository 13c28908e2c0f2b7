"""Requests about one working paper: found, allowed or answered, and its text changed by whoever may."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from app.papers.edits import DraftRefused
from app.papers.rights import may_read, why_not_write
from app.papers.texts import ChangedMeanwhile, Draft, blank, change_draft, read_draft, text_as_it_stands
from app.procedure.act import Refusal, forbidden, impossible, stale
from app.procedure.documents import Paper
from app.web.acts import answer_refusals
from app.web.answers import status_of, wants_json
from app.web.fields import BadFields, text_fields
from app.web.pages import Visit, visit
from resolutions.document import Document


@dataclass(frozen=True, slots=True)
class PaperVisit:
    """One request about a paper that its sender may read."""

    seen: Visit
    paper: Paper

    @property
    def path(self) -> str:
        """The paper's page."""
        return f"/committees/{self.seen.directory.committee}/papers/{self.paper.key}"

    @property
    def empty(self) -> Document:
        """The text before anybody wrote on it."""
        return blank(self.paper, self.seen.directory)

    @property
    def is_private(self) -> bool:
        """Whether the sender is one of those who may read it before everybody may."""
        return self.seen.holder.is_dais or self.seen.holder.seat_key in self.paper.readers

    @property
    def why_not_write(self) -> Refusal | None:
        """What stands against the sender's writing on it now."""
        return why_not_write(self.seen.room.floor, self.paper.key, self.seen.holder)

    def refuse(self, *refusals: Refusal, status: int = 0) -> Response:
        """These refusals in words; without `status` as their grounds have it."""
        names = self.seen.directory.short_names
        return answer_refusals(self.seen.request, refusals, status or status_of(refusals), names)

    async def draft(self) -> Draft:
        """The text as it is written now."""
        return await read_draft(self.seen.house.store, self.seen.directory.committee, self.paper, self.empty)

    async def text(self) -> Draft:
        """The text as it stands: as it is written, or on the record."""
        seen = self.seen
        return await text_as_it_stands(seen.house.store, seen.directory.committee, self.paper, seen.directory)

    async def change(self, version: str, edit: Callable[[Document], Document]) -> Draft | Response:
        """The text changed on the version that the writer saw, or what stands against it."""
        if not version.isdecimal():
            return self.refuse(impossible("field.missing", "version", name="version"))
        try:
            return await self.write(int(version[:9]), edit)
        except DraftRefused as no:
            return self.refuse(no.refusal)

    async def write(self, version: int | None, edit: Callable[[Document], Document]) -> Draft:
        """The text changed on this version, or (None) on whichever there is; those who type in it are told.

        Raises DraftRefused, also where the sender may not write on it any more.
        """
        seen, committee, at = self.seen, self.seen.directory.committee, self.seen.room.now()
        by = seen.holder.seat_key
        async with seen.house.desks.resting(committee, self.paper.key):
            if refusal := self.why_not_write:  # asked here: it may have been handed in meanwhile
                raise DraftRefused(refusal)
            try:
                draft = await change_draft(
                    seen.house.store, committee, self.paper, self.empty, version, by, at, edit
                )
            except ChangedMeanwhile:
                raise DraftRefused(stale("draft.changed_meanwhile", "version")) from None
            if desk := seen.house.desks.at(committee, self.paper.key):
                desk.rewritten(draft.updates)
        return draft

    def look_again(self) -> None:
        """Those who have the paper open look at its page again."""
        if desk := self.seen.house.desks.at(self.seen.directory.committee, self.paper.key):
            desk.look_again()

    def saved(self, **told: object) -> Response:
        """The answer to what was done: for scripts, or the way back to the paper."""
        if wants_json(self.seen.request):
            return JSONResponse({"saved": True, **told})
        return RedirectResponse(self.path, 303)


async def paper_visit(request: Request, page: bool = False) -> PaperVisit | Response:
    """Let a request about a paper in, or answer it; `page` says that a person is to read the answer."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    found = seen.room.floor.papers.get(request.path_params["paper"])
    if found is not None and may_read(found, seen.holder):
        return PaperVisit(seen, found)
    taken = found is not None and seen.holder.seat_key in found.taken
    unknown = impossible("paper.not_for_you") if page else impossible("paper.unknown")
    why = forbidden("paper.taken_back") if taken else unknown
    return answer_refusals(request, (why,), 404, seen.directory.short_names)


async def writing(request: Request) -> tuple[PaperVisit, Mapping[str, str]] | Response:
    """A request of somebody who may write the paper now, with its fields; or the answer to all others."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    if refusal := visited.why_not_write:
        return visited.refuse(refusal)
    form = await sent_fields(visited)
    return form if isinstance(form, Response) else (visited, form)


async def sent_fields(visited: PaperVisit) -> Mapping[str, str] | Response:
    """The fields of a request, form or JSON, as text; or what is wrong with them."""
    try:
        return await text_fields(visited.seen.request)
    except BadFields as bad:
        return visited.refuse(*bad.refusals)
