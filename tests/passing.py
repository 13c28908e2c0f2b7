"""A committee that passes notes, as tests press it over HTTP."""

from __future__ import annotations

import secrets
from typing import Any

import httpx2 as httpx
from sqlmodel import Session, delete

from app.procedure.note_passing import notes_on
from app.procedure.rules import NoteRules
from app.tables import NoteThreadRow
from tests.served import Served

PAGE = {"Accept": "text/html"}


class Passing:
    """A committee that passes notes, with three delegations and a dais of two."""

    def __init__(self, served: Served) -> None:
        self.served = served
        self.one, self.other, self.third = served.members()[:3]

    def post(self, by: str, path: str, **fields: Any) -> httpx.Response:
        """Seat `by` presses something at `path` below the notes."""
        role = {"dais-1": "chair", "dais-2": "chair", "assistant-1": "assistant"}.get(by, "delegate")
        client = self.served.client(role, by)
        body = {"command_id": secrets.token_hex(16), **fields}
        return client.post(f"{self.served.here}/notes/{path}", json=body)

    def send(self, by: str, to: str | list[str], text: str = "Shall we talk?", **more: Any) -> httpx.Response:
        """A new note."""
        return self.post(by, "threads", to=[to] if isinstance(to, str) else to, text=text, **more)

    def page(self, by: str) -> str:
        """The page of notes of a seat."""
        role = {"dais-1": "chair", "dais-2": "chair"}.get(by, "delegate")
        answer = self.served.client(role, by).get(f"{self.served.here}/notes", headers=PAGE)
        assert answer.status_code == 200
        return answer.text

    def rules(self, **settings: Any) -> None:
        """The house changes how notes are passed; the rulebook speaks of `note_passing` settings."""
        changes = {f"note_passing.{name}": value for name, value in settings.items()}
        self.served.do("chair", "/rulebook", "dais-1", reason="A decision", parameters=changes)

    def begin_anew(self) -> None:
        """Whatever an earlier test left is gone."""

        def empty(rows: Session) -> None:
            rows.execute(delete(NoteThreadRow))

        served, floor = self.served, self.served.room().floor
        served.ask(served.house.store.write(empty))
        served.ask(served.house.beside.read_notes(served.committee))
        if not notes_on(floor):
            served.do("chair", "/notes/switch", "dais-1", on=True)
        for seat in floor.note_passing.muted:
            served.do("chair", "/notes/mutes", "dais-1", seat=seat, muted=False)
        if floor.rulebook.note_passing != NoteRules():
            self.rules(readers="dais_if_reported", under_18=False, held=False)

    def key_of(self, text: str) -> int:
        """The key of the note with these words."""
        found = self.served.house.beside.correspondence[self.served.committee].threads.values()
        return next(note.key for thread in found for note in thread.notes if note.text == text)

    def thread_of(self, text: str) -> int:
        """The key of its thread."""
        found = self.served.house.beside.correspondence[self.served.committee].threads.values()
        return next(one.key for one in found if any(note.text == text for note in one.notes))
