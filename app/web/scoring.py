"""Private scoring in the browser: points and remarks of the dais, its rubric, the table as CSV."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app import scores
from app.procedure.act import Refusal, decisive, impossible, stale, words
from app.procedure.roster import delegations
from app.scores import LONGEST_CRITERION, LONGEST_REMARK, ChangedByAnother, RemarksFull
from app.screens.drawn import drawn
from app.screens.scorebook import MOST_CRITERIA, MOST_POINTS, Scorebook
from app.screens.scoring import criterion_name, score_card, scores_csv
from app.screens.shown import tongue
from app.screens.view import html
from app.web.downloads import table
from app.web.kept import Fields, kept, not_kept, pressed
from app.web.pages import Visit, visit
from app.web.signed_in import LARGEST_KEY

SEPARATOR = "\n"
"""Between the values of the rubric's fields: no name of a criterion holds it."""


def routes(here: str) -> list[Route]:
    """Every way to the scores of a committee at `here`."""
    return [
        Route(f"{here}/scores", page, methods=["GET"]),
        Route(f"{here}/scores.csv", as_csv, methods=["GET"]),
        Route(f"{here}/scores", give, methods=["POST"]),
        Route(f"{here}/scores/erasure", erase, methods=["POST"]),
        Route(f"{here}/scores/remarks", remark, methods=["POST"]),
        Route(f"{here}/scores/remarks/{{remark:int}}/removal", remove, methods=["POST"]),
        Route(f"{here}/rubric", rubric, methods=["GET"]),
        Route(f"{here}/rubric", change_rubric, methods=["POST"]),
    ]


async def page(request: Request) -> Response:
    """The table, and the card of the delegation that the address names."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    seat = request.query_params.get("seat", "")
    card = (
        score_card(seen.room.floor, seen.directory, _book(seen), seat, whole=True)
        if _scored(seen, seat)
        else None
    )
    shown = drawn(html(card, seen.locale)) if card else ""
    return seen.draw(
        "scoring/page.html", slots=seen.slots("dais-scores"), card=shown, chosen=seat if card else ""
    )


async def as_csv(request: Request) -> Response:
    """The table for a spreadsheet."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return table(scores_csv(seen.room.floor, seen.directory, _book(seen)), "scores")


async def give(request: Request) -> Response:
    """Points for one delegation by one criterion, on the points that were seen; pressed again they go."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    seat, criterion = form.get("seat", ""), form.get("criterion", "")
    most = next((one.most for one in _book(seen).rubric if one.key == criterion), None)
    if most is None or not _scored(seen, seat):
        return not_kept(seen, stale("score.unknown"))
    points = form.get("points", "")
    if points and (_number(points) is None or int(points) > most):
        return not_kept(seen, impossible("score.points", "points", most=most))
    store, committee, by = seen.house.store, seen.directory.committee, seen.holder.seat_key
    version = _number(form.get("version", "")) or 0
    return await _keep(
        seen,
        form,
        lambda: scores.give_points(store, committee, seat, criterion, _number(points), by, version),
    )


async def remark(request: Request) -> Response:
    """A remark on one delegation."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    seat, text = form.get("seat", ""), " ".join(form.get("remark", "").split())
    if not _scored(seen, seat):
        return not_kept(seen, stale("score.unknown"))
    if refusal := decisive(words(text, "remark", LONGEST_REMARK)):
        return not_kept(seen, refusal)
    if not text:
        return not_kept(seen, impossible("remark.needs_words", "remark"))
    store, committee, by = seen.house.store, seen.directory.committee, seen.holder.seat_key
    press = form.get("command_id", "")[:64] or secrets.token_hex(16)
    at = seen.room.now()
    return await _keep(seen, form, lambda: scores.add_remark(store, committee, seat, text, by, press, at))


async def remove(request: Request) -> Response:
    """Take a remark out for good."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    key = min(request.path_params["remark"], LARGEST_KEY)
    store, committee = seen.house.store, seen.directory.committee
    return await _keep(seen, form, lambda: scores.remove_remark(store, committee, key))


async def erase(request: Request) -> Response:
    """Every score and remark goes, once the chair has said so."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    if not form.get("sure"):
        return not_kept(seen, impossible("scores.not_sure", "sure"))
    store, committee = seen.house.store, seen.directory.committee
    return await _keep(seen, form, lambda: scores.erase_scores(store, committee))


async def rubric(request: Request) -> Response:
    """What is scored, as a form; it shows no scores, so an organizer may set it too."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    book, speak = _book(seen), tongue(seen.directory)
    rows = [(one.key, criterion_name(one, speak), one.most) for one in book.rubric]
    rows += [("", "", 5)] * min(2, MOST_CRITERIA - len(rows))
    return seen.draw("scoring/rubric.html", rows=rows, version=book.version, most_points=MOST_POINTS)


async def change_rubric(request: Request) -> Response:
    """The rubric as it was typed; a criterion without a name is left out."""
    found = await pressed(request, lists=("key", "name", "most"), between=SEPARATOR)
    if isinstance(found, Response):
        return found
    seen, form = found
    columns = [form.get(name, "").split(SEPARATOR) for name in ("key", "name", "most")]
    typed = [(key, " ".join(name.split()), most) for key, name, most in zip(*columns, strict=False)]
    criteria = [one for one in typed if one[1]]
    if refusal := _against_rubric(seen, criteria):
        return not_kept(seen, refusal)
    store, committee = seen.house.store, seen.directory.committee
    known = {one.key for one in _book(seen).rubric}
    rows = [(key if key in known else "", name, int(most)) for key, name, most in criteria]
    version = _number(form.get("version", "")) or 0
    try:
        await scores.set_rubric(store, committee, rows, version)
    except ChangedByAnother:
        return not_kept(seen, stale("rubric.changed_meanwhile"))
    await seen.house.beside.read_scores(committee)
    here = f"/committees/{committee}/rubric"
    return kept(seen, "rubric", see=here)


def _against_rubric(seen: Visit, criteria: list[tuple[str, str, str]]) -> Refusal | None:
    if not criteria:
        return impossible("rubric.no_criteria", "name")
    if len(criteria) > MOST_CRITERIA:
        return impossible("rubric.too_many", "name", most=MOST_CRITERIA)
    refusals = [refusal for _, name, _ in criteria for refusal in words(name, "name", LONGEST_CRITERION)]
    for _, _, most in criteria:
        if not 1 <= (_number(most) or 0) <= MOST_POINTS:
            refusals.append(impossible("score.points", "most", most=MOST_POINTS))
    return decisive(refusals)


async def _keep(seen: Visit, form: Fields, change: Callable[[], Awaitable[object]]) -> Response:
    """One change, which every screen of the dais then shows; a page of scores is drawn again."""
    try:
        await change()
    except ChangedByAnother:
        return not_kept(seen, stale("score.changed_meanwhile"))
    except RemarksFull:
        return not_kept(seen, impossible("remark.full", "remark"))
    committee, page_of = seen.directory.committee, form.get("page_of", "")
    await seen.house.beside.read_scores(committee)
    back = f"scores?seat={page_of}" if _scored(seen, page_of) else "scores"
    return kept(seen, back, **({"see": f"/committees/{committee}/{back}"} if "page_of" in form else {}))


def _scored(seen: Visit, seat: str) -> bool:
    return seat in {one.key for one in delegations(seen.room.floor)}


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None


def _book(seen: Visit) -> Scorebook:
    return seen.house.beside.scorebooks[seen.directory.committee]
