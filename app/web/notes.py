"""Notes in the browser: written, answered, read and reported by delegations; passed on by the dais."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from app import notes
from app.notes import LONGEST_NOTE, MOST_RECIPIENTS, Written
from app.procedure.act import LONGEST_REASON, Refusal, decisive, impossible, stale, words
from app.procedure.note_passing import may_pass_notes, notes_readers
from app.procedure.roster import delegations
from app.screens.correspondence import DAIS
from app.screens.drawn import drawn
from app.screens.notes.shown import threads_view
from app.screens.view import html
from app.store import Store
from app.web.kept import Fields, kept, not_kept, pressed
from app.web.pages import Visit, visit
from app.web.signed_in import LARGEST_KEY

JOINERS = {ord(character): None for character in "\u200c\u200d"}
"""What joins letters and pictures of a phone's keyboard: not printable alone, and of no harm."""
EVERY = 10**6


def routes(here: str) -> list[Route]:
    """Every way to the notes of a committee at `here`."""
    thread, note = f"{here}/notes/threads/{{thread:int}}", f"{here}/notes/{{note:int}}"
    return [
        Route(f"{here}/notes", page, methods=["GET"]),
        Route(f"{here}/notes/threads", send, methods=["POST"]),
        Route(thread, answer, methods=["POST"]),
        Route(f"{thread}/reading", have_read, methods=["POST"]),
        Route(f"{note}/report", report, methods=["POST"]),
        Route(f"{note}/settlement", settle, methods=["POST"]),
        Route(f"{note}/passing", pass_on, methods=["POST"]),
        Route(f"{note}/return", give_back, methods=["POST"]),
    ]


async def page(request: Request) -> Response:
    """The notes of a delegation, or as the dais has them."""
    seen = await visit(request)
    if isinstance(seen, Response):
        return seen
    every = _every(seen) if request.query_params.get("all") else ""
    if seen.holder.is_dais:
        return seen.draw("notes/dais.html", slots=seen.slots("dais", "dais-notes"), all=every)
    key = seen.holder.seat_key
    begins = not seen.house.beside.correspondence[seen.directory.committee].of.get(key)
    return seen.draw(
        "notes/page.html", slots=seen.slots(f"seat:{key}", f"notes:{key}"), key=key, all=every, begins=begins
    )


async def send(request: Request) -> Response:
    """A new note, to one or several."""
    found = await pressed(request, lists=("to",))
    if isinstance(found, Response):
        return found
    seen, form = found
    to = tuple(dict.fromkeys(form.get("to", "").split()))
    text = _text(form)
    if refusal := _against(seen, text) or _against_recipients(seen, to):
        return not_kept(seen, refusal)
    committee, written = seen.directory.committee, _written(seen, form, text)
    return await _kept_note(seen, lambda: notes.send_note(seen.house.store, committee, to, written))


async def answer(request: Request) -> Response:
    """An answer to everybody in a thread."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    text, thread = _text(form), request.path_params["thread"]
    if refusal := _against(seen, text):
        return not_kept(seen, refusal)
    if thread > LARGEST_KEY:
        return not_kept(seen, stale("note.unknown"))
    committee, written = seen.directory.committee, _written(seen, form, text)
    return await _kept_note(seen, lambda: notes.answer_note(seen.house.store, committee, thread, written))


async def have_read(request: Request) -> Response:
    """A party has read a thread up to a note."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    thread, place = request.path_params["thread"], form.get("place", "")
    if thread > LARGEST_KEY or not (place.isascii() and place.isdecimal() and len(place) < 8):
        return not_kept(seen, stale("note.unknown"))
    store, committee, party = seen.house.store, seen.directory.committee, _party(seen)
    try:
        await notes.mark_thread_read(store, committee, thread, party, int(place))
    except notes.NoThread:
        return not_kept(seen, stale("note.unknown"))
    return await _shown(seen, thread)


async def report(request: Request) -> Response:
    """A recipient brings a note before the dais."""
    return await _change(
        request, lambda seen, form, note: notes.report_note(*_of(seen), note, seen.holder.seat_key)
    )


async def settle(request: Request) -> Response:
    """The dais has dealt with a report."""
    return await _change(request, lambda seen, form, note: notes.settle_report(*_of(seen), note))


async def pass_on(request: Request) -> Response:
    """The dais passes on a note that waits."""
    return await _change(request, lambda seen, form, note: notes.pass_on(*_of(seen), note))


async def give_back(request: Request) -> Response:
    """The dais returns a note that waits, with a sentence."""
    return await _change(
        request,
        lambda seen, form, note: notes.return_note(*_of(seen), note, _sentence(form)),
        lambda form: _against_sentence(_sentence(form)),
    )


async def _change(
    request: Request,
    change: Callable[[Visit, Fields, int], Awaitable[int]],
    stands: Callable[[Fields], Refusal | None] = lambda form: None,
) -> Response:
    """One step of a note, whose readers then see it as it is."""
    found = await pressed(request)
    if isinstance(found, Response):
        return found
    seen, form = found
    note = request.path_params["note"]
    if refusal := stands(form):
        return not_kept(seen, refusal)
    if note > LARGEST_KEY:
        return not_kept(seen, stale("note.unknown"))
    try:
        thread = await change(seen, form, note)
    except notes.NoThread:
        return not_kept(seen, stale("note.unknown"))
    except notes.NotReportable:
        return not_kept(seen, impossible("note.recipients_only"))
    except notes.SettledAlready:
        return not_kept(seen, stale("note.settled"))
    return await _shown(seen, thread)


async def _kept_note(seen: Visit, keep: Callable[[], Awaitable[int]]) -> Response:
    """A note that is kept, or what stands against it; its words stay in the form then."""
    try:
        thread = await keep()
    except notes.NoThread:
        return not_kept(seen, stale("note.unknown"))
    except notes.NotesFull:
        return not_kept(seen, impossible("note.full", "text"))
    except notes.TooManyNotes as many:
        too_often = impossible("note.too_often", "text", number=notes.NOTES_A_MINUTE, seconds=many.seconds)
        return not_kept(seen, too_often)
    return await _shown(seen, thread)


async def _shown(seen: Visit, thread: int) -> Response:
    await seen.house.beside.read_notes(seen.directory.committee, thread)
    return kept(seen, "notes")


def _against(seen: Visit, text: str) -> Refusal | None:
    """What stands against a note of these words now."""
    refusals = [*may_pass_notes(seen.room.floor, seen.holder.seat_key)]
    if not text:
        refusals.append(impossible("note.needs_words", "text"))
    refusals += words(text.translate(JOINERS), "text", LONGEST_NOTE)
    return decisive(refusals)


def _against_recipients(seen: Visit, to: tuple[str, ...]) -> Refusal | None:
    if not to:
        return impossible("note.no_recipient", "to")
    if len(to) > MOST_RECIPIENTS:
        return impossible("note.too_many_recipients", "to", most=MOST_RECIPIENTS)
    known = {DAIS, *(one.key for one in delegations(seen.room.floor))} - {_party(seen)}
    return None if known.issuperset(to) else impossible("note.recipient", "to")


def _against_sentence(sentence: str) -> Refusal | None:
    if not sentence:
        return impossible("note.needs_sentence", "sentence")
    return decisive(words(sentence, "sentence", LONGEST_REASON))


def _written(seen: Visit, form: Fields, text: str) -> Written:
    """The note as it is kept: who reads it is what its form said."""
    floor, dais = seen.room.floor, seen.holder.is_dais
    return Written(
        text,
        seen.holder.seat_key,
        form.get("command_id", "")[:64] or secrets.token_hex(16),
        seen.room.now(),
        "recipients" if dais else notes_readers(floor),
        held=not dais and floor.rulebook.note_passing.held,
        limited=not dais,
    )


def _text(form: Fields) -> str:
    return form.get("text", "").replace("\r\n", "\n").strip()


def _sentence(form: Fields) -> str:
    return " ".join(form.get("sentence", "").split())


def _party(seen: Visit) -> str:
    return DAIS if seen.holder.is_dais else seen.holder.seat_key


def _of(seen: Visit) -> tuple[Store, int]:
    return seen.house.store, seen.directory.committee


def _every(seen: Visit) -> str:
    """All threads of the reader, as they are now."""
    found = seen.house.beside.correspondence[seen.directory.committee]
    view = threads_view(seen.room.floor, seen.directory, found, _party(seen), EVERY)
    return drawn(html(view, seen.locale))
