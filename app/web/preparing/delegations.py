"""The table of delegations in the browser: rows changed, a whole table put in its place, the table as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from starlette.requests import Request
from starlette.responses import Response

from app.preparing.delegations import (
    NotInTable,
    alphabetical,
    as_in_the_guide,
    changed,
    joined_by,
    removed,
    table,
)
from app.preparing.earlier import roster_of
from app.preparing.preparation import Preparation
from app.web import downloads
from app.web.organizer import organized_committees
from app.web.preparing.visits import PreparingVisit, form_visit, visit
from app.words.language import N_
from delegations.roster import Delegation, DelegationKind, Rights
from delegations.roster_heads import answer
from delegations.roster_table import roster_csv
from delegations.templates import template, templates

KINDS: tuple[DelegationKind, ...] = get_args(DelegationKind)
NO_SUCH_ROSTER = N_("Choose a body or a committee of the list, then press again.")


async def page_of(request: Request) -> Response:
    """The table."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else await draw_table(seen)


async def change_row(request: Request) -> Response:
    """Change or take out one row."""
    found = await form_visit(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    key = form.get("key", "")

    def edit(now: Preparation) -> Preparation:
        return removed(now, key) if form.get("does") == "remove" else _changed(now, key, form)

    try:
        return await seen.edit(form.get("version", ""), edit) or seen.go("delegations")
    except NotInTable as no:
        return await draw_table(seen, str(no), key)


async def whole(request: Request) -> Response:
    """The whole table at once: as in the guide again, by the alphabet again, or with another roster."""
    found = await form_visit(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    does, version = form.get("does", ""), form.get("version", "")
    if does in ("guide", "alphabet"):
        again = as_in_the_guide if does == "guide" else alphabetical
        return await seen.edit(version, again) or seen.go("delegations")
    other = await _roster(seen, form.get("roster", ""))
    if other is None:
        return await draw_table(seen, NO_SUCH_ROSTER)
    try:
        no = await seen.edit(version, lambda now: joined_by(now, *other, instead=does == "instead"))
    except NotInTable as refusal:
        return await draw_table(seen, str(refusal))
    return no or seen.go("delegations")


async def as_csv(request: Request) -> Response:
    """The table for a spreadsheet; what comes back from there is read again."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    now = seen.prepared.preparation
    return downloads.table(roster_csv(table(now), now.rights), "delegations")


async def draw_table(seen: PreparingVisit, refused: str = "", key: str = "") -> Response:
    """The page of the table; with `refused` what stood against the last press, and at which row."""
    return seen.draw(
        "delegations.html",
        422 if refused else 200,
        rows=table(seen.prepared.preparation),
        rights=seen.prepared.preparation.rights,
        no_rights=Rights(),
        refused=refused,
        refused_key=key,
        kinds=KINDS,
        templates=templates(),
        committees=await organized_committees(seen.request),
    )


def _changed(now: Preparation, key: str, form: Mapping[str, str]) -> Preparation:
    kind: DelegationKind = next((one for one in KINDS if one == form.get("kind")), "member")
    place = form.get("place", "").strip()
    return changed(
        now,
        key,
        name=form.get("name", ""),
        short_name=form.get("short_name", ""),
        iso2=form.get("iso2", ""),
        kind=kind,
        rights=Rights(
            "veto" in form, answer(form.get("procedural", "")), answer(form.get("substantive", ""))
        ),
        place=int(place) if place.isascii() and place.isdecimal() and len(place) < 5 else None,
    )


async def _roster(
    seen: PreparingVisit, name: str
) -> tuple[tuple[Delegation, ...], Mapping[str, Rights]] | None:
    """The delegations and rights of a template, or of a committee of this conference."""
    kind, _, which = name.partition(":")
    if kind == "template" and (found := template(which)):
        return found.delegations, found.rights
    known = {str(key): key for key, _ in await organized_committees(seen.request)}
    if kind == "committee" and which in known:
        room = await seen.house.room(known[which])
        return roster_of(room.floor, seen.house.directory(known[which]))
    return None
