"""Acts come in here: one plain endpoint for every row of the table."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from typing import Any, Protocol

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from app.access import Holder
from app.house import House
from app.papers.texts import text_as_it_stands
from app.procedure.act import Refusal, forbidden, impossible
from app.procedure.floor import Floor
from app.procedure.papers import SubmitPaper
from app.procedure.secret_ballots import CloseElection
from app.rooms import CommandIdReused, NotInOrder, NotRecorded, Recorded, RoomStopped, UnknownCommittee
from app.web.answers import as_page, later, locale_of, refused, status_of, told, wants_json
from app.web.fields import BadFields, command_from, fields_of
from app.web.signed_in import holder_of
from app.web.table import ACT_ROWS, ActRow
from app.words import Names, act_sentences, language, names_on, refusal_sentence
from resolutions.document import to_json


class RefusalAnswer(Protocol):
    """How refusals are put to whoever sent the request."""

    def __call__(
        self,
        request: Request,
        refusals: tuple[Refusal, ...],
        status: int,
        names: Any,
        may_insist: bool = False,
    ) -> Response:
        """The answer with this status."""


def routes() -> list[Route]:
    """One POST route for every row of the table."""
    return [
        Route(
            f"/committees/{{committee:int}}{row.path}",
            _endpoint(row),
            methods=["POST"],
            name=row.command.__name__,
        )
        for row in ACT_ROWS
    ]


def _endpoint(row: ActRow) -> Any:
    async def act(request: Request) -> Response:
        house: House = request.app.state.house
        committee = request.path_params["committee"]
        holder = await holder_of(request, committee)
        if holder is None:
            return answer_refusals(request, (forbidden("sign_in.needed"),), 401, {})
        names = house.names(committee)
        if holder.role not in row.who:
            return answer_refusals(request, (forbidden("role.not_allowed", role=holder.role),), 403, names)
        if not house.presses.take(holder):
            return answer_refusals(request, (impossible("too_many"),), 429, names)
        try:
            given = await fields_of(request, row)
            async with _prepared(house, committee, row, given):
                return await decided(request, house, holder, command_from(row, given), given)
        except BadFields as bad:
            return answer_refusals(request, bad.refusals, 422, names)
        except NotRecorded:
            return later(answer_refusals(request, (impossible("not_recorded"),), 503, names))

    return act


def _prepared(
    house: House, committee: int, row: ActRow, given: dict[str, Any]
) -> AbstractAsyncContextManager[None]:
    """What has to come first and stand still meanwhile: a paper's text, the ballots of an election.

    Entering it raises NotRecorded where ballots that are held cannot be recorded.
    """
    if row.command is SubmitPaper:
        return _with_text(house, committee, given)
    if row.command is CloseElection and committee in house.boxes:
        return house.boxes[committee].emptied()
    return nullcontext()


@asynccontextmanager
async def _with_text(house: House, committee: int, given: dict[str, Any]) -> AsyncIterator[None]:
    async with house.desks.resting(committee, str(given["paper"])):
        await _fill_in_text(house, committee, given)
        yield


async def _fill_in_text(house: House, committee: int, given: dict[str, Any]) -> None:
    """A paper is submitted with its text; a form leaves it out and means the working paper as it stands."""
    if "document" in given:
        return
    room = await house.room(committee)
    paper = room.floor.papers.get(str(given["paper"]))
    if paper is not None:
        draft = await text_as_it_stands(house.store, committee, paper, house.directory(committee))
        given["document"] = to_json(draft.text)


async def decided(
    request: Request,
    house: House,
    holder: Holder,
    command: Any,
    given: dict[str, Any],
    answer: RefusalAnswer | None = None,
) -> Response:
    """Give the command to the room and say what came of it; `answer` puts refusals, else a page."""
    answer = answer or answer_refusals
    committee = request.path_params["committee"]
    by = holder.seat_key or holder.role
    names = house.names(committee)
    try:
        room = await house.room(committee)
        names = names_on(room.floor, house.names(committee))
        done = await room.act(by, given["command_id"], command, insist=given.get("insist", ""))
    except NotInOrder as no:
        may_insist = holder.role == "chair"  # to insist is a ruling
        return answer(request, no.refusals, status_of(no.refusals), names, may_insist)
    except CommandIdReused:
        return answer(request, (impossible("command_id.reused"),), 422, names)
    except UnknownCommittee:
        return answer(request, (impossible("committee.unknown"),), 404, names)
    except NotRecorded:
        house.beside.note_recording(committee, False)
        return later(answer(request, (impossible("not_recorded"),), 503, names))
    except RoomStopped:
        return answer(request, (impossible("not_recorded"),), 503, names)
    house.beside.note_recording(committee, True)
    if not wants_json(request):
        return RedirectResponse(_back(request, given), 303)
    return _recorded(request, by, done, room.floor, house.names(committee))


def _recorded(request: Request, by: str, done: Recorded, floor: Floor, names: Names) -> Response:
    """What was recorded, for scripts: its number, its time, and the sentence of the minutes."""
    sentences = act_sentences(by, done.events, floor, names, language(locale_of(request)))
    return JSONResponse({"recorded": done.number, "at": done.at, "sentence": " ".join(sentences)})


def _back(request: Request, given: dict[str, Any]) -> str:
    """The page to return to without script: a path of this committee, else its front page."""
    here = f"/committees/{request.path_params['committee']}"
    back = given.get("back", "")
    fits = back.startswith(here + "/") and not set(back) & set("\\\r\n\t ")
    return back if fits else f"{here}/"


def answer_refusals(
    request: Request,
    refusals: tuple[Refusal, ...],
    status: int,
    names: Any,
    may_insist: bool = False,
) -> Response:
    """The refusals in words: as JSON for scripts, as a page for a plain form."""
    insistable = may_insist and all(refusal.ground == "against_rulebook" for refusal in refusals)
    tongue = language(locale_of(request))
    sentences = [refusal_sentence(refusal, names, tongue) for refusal in refusals]
    if not wants_json(request):
        return as_page(request, status, sentences)
    said = zip(refusals, sentences, strict=True)
    return refused(status, *(told(one.rule, words, one.field, insistable) for one, words in said))
