"""Secret ballots come in here: beside the acts, because what one says must not stand beside who cast it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app.ballot_box import Receipt
from app.procedure.act import impossible, stale
from app.rooms import NotInOrder, RoomStopped
from app.web.kept import kept, not_kept, pressed
from app.web.signed_in import LARGEST_KEY
from app.words import language
from app.words.language import N_

RECEIPTS: dict[Receipt, str] = {
    "held": N_("Your ballot is held, not yet counted."),
    "counted": N_("Your ballot counts."),
    "in_already": N_("The ballot of your delegation is in already, and cannot be changed."),
}
"""What a receipt says; it never depends on the choice (promise P-35)."""


def routes(here: str) -> list[Route]:
    """The way of a secret ballot into its box."""
    return [Route(f"{here}/elections/{{election:int}}/ballots", cast, methods=["POST"])]


async def cast(request: Request) -> Response:
    """The ballot of the delegation that is signed in; a field `candidates` without a name makes it blank."""
    found = await pressed(request, lists=("candidates",), between=",")
    if isinstance(found, Response):
        return found
    seen, form = found
    if "candidates" not in form:
        return not_kept(seen, impossible("election.nothing_chosen", "candidates"))
    named = tuple(form["candidates"].split(","))
    choice = () if named == ("",) else named
    election = request.path_params["election"]
    if election > LARGEST_KEY:
        return not_kept(seen, stale("election.over"))
    box = seen.house.boxes[seen.directory.committee]
    try:
        receipt = await box.put(seen.holder.seat_key, election, choice)
    except NotInOrder as no:
        return not_kept(seen, no.refusals[0])
    except RoomStopped:
        return not_kept(seen, impossible("not_recorded"), 503)
    sentence = language(seen.locale).say(RECEIPTS[receipt])
    return kept(seen, "", sentence, ballot=receipt)
