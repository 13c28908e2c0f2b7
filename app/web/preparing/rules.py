"""The rulebook of a committee that is being prepared: a house, what goes on top of it, single settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from app.blueprints import RESERVED, rulebook_of
from app.preparing.delegations import table, with_fitting_keys
from app.preparing.preparation import Preparation
from app.procedure.act import impossible
from app.procedure.floor import Floor
from app.procedure.roster import Seat
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import UnknownRulebook, load, names, overlay_names, overlays
from app.screens.directory import Directory, Entry
from app.screens.rulebook_form import UNTOUCHED, Form, changed, groups
from app.screens.rules_at_hand import otherwise
from app.screens.says_form import SaysForm, changed_says, says_form
from app.web.answers import locale_of
from app.web.fields import MOST_SETTINGS
from app.web.preparing.visits import PreparingVisit, sent_visit, visit
from app.words import refusal_sentence
from app.words.language import N_

BASE = "harvard"
"""The house that others are compared with: its settings are the reference's defaults."""
CHANGED = N_(
    "The rules were changed in another window. What you typed stands below; look at it and keep it again."
)


async def page_of(request: Request) -> Response:
    """The rulebooks to choose from, and every setting of the chosen one."""
    seen = await visit(request)
    return seen if isinstance(seen, Response) else _draw(seen)


async def save(request: Request) -> Response:
    """Take another rulebook, or keep single settings; what does not fit together is said and not kept."""
    found = await sent_visit(request, MOST_SETTINGS)
    if isinstance(found, Response):
        return found
    seen, sent = found
    chosen = sent.get("does", [""])[-1] == "choose"
    edit = _chosen(sent) if chosen else _set(seen.prepared.preparation, sent)
    try:
        rulebook_of(replace(seen.prepared.preparation, **edit))
    except UnknownRulebook as wrong:
        fault = refusal_sentence(impossible("rulebook.wrong", fault=str(wrong)), {}, seen.tongue)
        return _draw(seen, 422, fault, UNTOUCHED if chosen else sent)
    if await seen.edit(sent.get("version", [""])[-1], lambda now: replace(now, **edit)):
        later = await visit(request)
        if isinstance(later, Response):
            return later
        return _draw(later, 409, CHANGED, UNTOUCHED if chosen else sent)
    return seen.go("rules")


def _chosen(sent: Form) -> dict[str, Any]:
    """Another rulebook: single settings of the one before do not go with it."""
    on_top = tuple(one for one in overlay_names() if one in sent.get("overlays", ()))
    return {"rulebook": sent.get("rulebook", [""])[-1], "overlays": on_top, "parameters": {}}


def _set(preparation: Preparation, sent: Form) -> dict[str, Any]:
    """Single settings on top of those that were set before."""
    book = rulebook_of(preparation)
    found = changed(book, sent) | changed_says(book, preparation.language, sent)
    return {"parameters": {**preparation.parameters, **found}}


def _draw(seen: PreparingVisit, status: int = 200, wrong: str = "", typed: Form = UNTOUCHED) -> Response:
    directory = Directory(0, "", reader=locale_of(seen.request))
    book = rulebook_of(seen.prepared.preparation)
    return seen.draw(
        "rules.html",
        status,
        wrong=wrong,
        book=book,
        books=[load(name) for name in names()],
        overlays=overlays(),
        differs=otherwise(load(BASE), book, directory),
        groups=groups(book, directory, typed),
        says=_says(seen.prepared.preparation, book, typed),
    )


def _says(preparation: Preparation, book: Rulebook, typed: Form) -> SaysForm:
    """What the chair will say, with the delegations that are on the table so far."""
    rows = with_fitting_keys(table(preparation), RESERVED)
    entries = {one.key: Entry(one.key, one.name, one.short_name, None, one.kind, "") for one in rows}
    seats = {one.key: Seat(one.key, one.kind, one.order) for one in rows}
    floor = Floor(rulebook=book, topics=preparation.topics, seats=seats)
    directory = Directory(0, "", "", preparation.topics, entries, language=preparation.language)
    return says_form(floor, directory, typed)
