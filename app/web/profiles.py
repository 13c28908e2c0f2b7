"""A delegation's profile, the notes that it keeps for itself, and who stands near whom."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from app.confirmations import LONGEST_POSITION, NotDoubtful, confirm_position
from app.notes.own import NotesChanged, NotesTooLong, OwnNotes, read_notes, write_notes
from app.procedure.act import Refusal, impossible, stale
from app.screens.reading.profile import mark_of, profile_page
from app.screens.reading.standing import standing_page
from app.web.answers import as_page, status_of, wants_json
from app.web.kept import kept, not_kept, pressed
from app.web.pages import Visit, visit
from app.words import language, refusal_sentence
from app.words.language import N_
from delegations.study_guides.guide import TopicPosition

NO_DELEGATION = N_("There is no delegation with this name in the committee.")


@dataclass(frozen=True, slots=True)
class Corrected:
    """What somebody typed in the place of a position, by its mark, and why it was not published."""

    of: str
    text: str
    why: str


async def profile(request: Request) -> Response:
    """A delegation's profile: the public part for everyone, the own notes for its own seat alone."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return await _profile(seen, request.path_params["key"])


async def keep_notes(request: Request) -> Response:
    """Keep what a delegation writes for itself, on the version that it saw."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    committee, seat = seen.directory.committee, seen.holder.seat_key
    version = int(form["version"][:9]) if form.get("version", "").isdecimal() else 0
    written = OwnNotes(_plain(form.get("notes", "")), _plain(form.get("speech", "")), version)
    try:
        saved = await write_notes(seen.house.store, committee, seat, written)
    except NotesTooLong:
        return not_kept(seen, impossible("notes.too_long", "notes"))
    except NotesChanged as other:
        if wants_json(request):
            return not_kept(seen, stale("notes.changed_meanwhile"))
        return await _profile(seen, seat, 409, written, other.now)
    return kept(seen, f"profiles/{seat}#notes", version=saved.version)


async def confirm(request: Request) -> Response:
    """Publish a position that was inferred, as it stands or as it was corrected."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    key = request.path_params["key"]
    profile = seen.directory.profiles.get(key)
    waiting = {mark_of(one): one for one in (profile.doubtful if profile else ())}
    part = waiting.get(form.get("of", ""))
    text = _plain(form.get("text", part.text if part else "")).strip()
    refusal = await _confirmed(seen, part, text)
    if refusal is None:
        await seen.house.beside.read_names(seen.directory.committee)
        return kept(seen, f"profiles/{key}")
    if wants_json(request):
        return not_kept(seen, refusal)
    names, tongue = seen.directory.short_names, language(seen.locale)
    corrected = Corrected(form.get("of", ""), text, refusal_sentence(refusal, names, tongue))
    return await _profile(seen, key, status_of((refusal,)), corrected=corrected)


async def _confirmed(seen: Visit, part: TopicPosition | None, text: str) -> Refusal | None:
    """Publish it; what stands against that, or None."""
    if part is None:
        return stale("position.not_doubtful")
    if not text or len(text) > LONGEST_POSITION:
        return impossible("position.length", "text", limit=LONGEST_POSITION)
    try:
        await confirm_position(seen.house.store, seen.directory.committee, part, text)
    except NotDoubtful:
        return stale("position.not_doubtful")
    return None


async def standing(request: Request) -> Response:
    """The committee by its positions."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    return seen.draw("library/standing.html", v=standing_page(seen.directory), key=seen.holder.seat_key)


async def _profile(
    seen: Visit,
    key: str,
    status: int = 200,
    written: OwnNotes | None = None,
    theirs: OwnNotes | None = None,
    corrected: Corrected | None = None,
) -> Response:
    """The page; `written` is what was typed and could not be kept, `theirs` what another device kept.

    `corrected` is a position that was typed and could not be published.
    """
    if key not in seen.directory.entries:
        return as_page(seen.request, 404, [NO_DELEGATION])
    holder = seen.holder
    sees_doubtful = holder.is_dais or holder.role == "organizer"
    view = profile_page(seen.room.floor, seen.directory, key, holder.seat_key, holder.is_dais, sees_doubtful)
    own = None
    if holder.role == "delegate" and holder.seat_key == key:
        own = theirs or await read_notes(seen.house.store, seen.directory.committee, key)
    shown = {"v": view, "key": holder.seat_key, "own": own, "written": written or own, "theirs": theirs}
    return seen.draw("phone/profile.html", status, corrected=corrected, longest=LONGEST_POSITION, **shown)


def _plain(text: str) -> str:
    """What was typed, without characters that cannot be shown."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("".join(sign for sign in line if sign.isprintable() or sign == "\t") for line in lines)
