"""Comments on the clauses of a working paper, said and settled by those who may read it while private."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from app.papers.comments import LONGEST_COMMENT, TooManyComments, add_comment, resolve_comment
from app.procedure.act import Refusal, impossible, stale
from app.web.paper_visits import PaperVisit, paper_visit, sent_fields
from app.web.signed_in import LARGEST_KEY
from resolutions.document import clause_at
from resolutions.lifecycle import WRITABLE


async def add(request: Request) -> Response:
    """Say something of one clause."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    form = await sent_fields(visited)
    if isinstance(form, Response):
        return form
    text, clause = " ".join(form.get("comment", "").split()), form.get("clause", "")
    if refusal := _against(visited) or _against_words(text):
        return visited.refuse(refusal)
    if clause_at((await visited.draft()).text, clause) is None:
        return visited.refuse(impossible("draft.no_clause", "clause"))
    seen, committee = visited.seen, visited.seen.directory.committee
    seat = seen.holder.seat_key
    try:
        await add_comment(seen.house.store, committee, visited.paper.key, clause, seat, text, seen.room.now())
    except TooManyComments:
        return visited.refuse(impossible("comment.too_many", "comment"))
    visited.look_again()
    return visited.saved()


async def resolve(request: Request) -> Response:
    """Settle one comment, or take it up again."""
    visited = await paper_visit(request)
    if isinstance(visited, Response):
        return visited
    if refusal := _against(visited):
        return visited.refuse(refusal)
    seen, key = visited.seen, request.path_params["comment"]
    committee, seat = seen.directory.committee, seen.holder.seat_key
    found = key <= LARGEST_KEY and await resolve_comment(
        seen.house.store, committee, visited.paper.key, key, seat, seen.room.now()
    )
    if not found:
        return visited.refuse(impossible("comment.unknown"))
    visited.look_again()
    return visited.saved()


def _against(visited: PaperVisit) -> Refusal | None:
    if not visited.is_private:
        return impossible("paper.unknown", paper="?")
    if visited.paper.stage not in WRITABLE:
        return stale("paper.not_writable", paper=visited.paper.name)
    return None


def _against_words(text: str) -> Refusal | None:
    if not text:
        return impossible("comment.needs_words", "comment")
    if len(text) > LONGEST_COMMENT:
        return impossible("comment.too_long", "comment", limit=LONGEST_COMMENT)
    return None if text.isprintable() else impossible("draft.not_plain_text", "comment")
