"""P-30: what the server writes down holds no name, code, token or text, not even where it fails."""

from __future__ import annotations

import io
import json
import logging
import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from app.operations.logs import Form, set_up
from tests.afternoon import WORDS, Afternoon
from tests.served import Served
from tests.web.shelf import HTML, add, press

CANARIES = {name: f"{word} quokka{place}x" for place, (name, word) in enumerate(WORDS.items())}
NOTE, PERSON, TEXT = "wombat rhetoric", "Numbat Thornbill", "bilby registers"


class Played:
    """A whole meeting, and everything that was logged meanwhile."""

    def __init__(self, served: Served, form: Form) -> None:
        self.served, self.form = served, form
        self.stream = io.StringIO()
        handler = set_up(form, self.stream)
        try:
            self._play()
        finally:
            logging.getLogger().removeHandler(handler)

    def _play(self) -> None:
        served = self.served
        afternoon = Afternoon(served, dict(CANARIES))
        afternoon.play()
        self.seat = afternoon.seats[0]
        mine = served.client("delegate", self.seat)
        note = {"command_id": secrets.token_hex(8), "notes": NOTE, "speech": NOTE, "version": "0"}
        assert mine.post(f"{served.here}/notes", json=note).status_code == 200
        add(served, text=f"{TEXT}\n\nNobody believed the {TEXT}.")
        mine.get(f"{served.here}/library?q={TEXT}", headers=HTML)
        press(served, "1/sending")
        table = f"name,delegation\n{PERSON},{self.seat}\n"
        people = served.client("organizer").post(
            "/organizer/people/pasted", files={"file": ("people.csv", table)}, headers=HTML
        )
        assert people.status_code == 200
        served.nobody().post("/join", json={"code": "ZZZZ-ZZZZ-ZZZZ"})
        served.nobody().get(f"{served.here}/profiles/{self.seat}", headers=HTML)
        self._fails()

    def _fails(self) -> None:
        """The store fails as drivers do, with the values of the row in its message; an act as pages do."""

        def fail(work: object) -> None:
            values = {"name": PERSON, "note": NOTE, "code": self.served.code("chair")}
            raise OperationalError("insert into person", values, RuntimeError(f"disk of {PERSON}\n{NOTE}"))

        store = self.served.house.store
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(store, "_record", lambda *_: fail(None))
            assert self.served.act("delegate", "/speakers", self.seat).status_code == 503
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(store, "_write", fail)
            assert press(self.served, "1/removal").status_code == 503

    def secrets(self) -> dict[str, str]:
        """Everything that no log may hold, by what it is."""
        served = self.served
        found = {f"the word {name}": word for name, word in CANARIES.items()}
        found |= {"a note": NOTE, "a person": PERSON, "an item": TEXT, "the seat": self.seat}
        found |= {f"code {place}": one.code for place, one in enumerate(served.invited)}
        found |= {f"bare {name}": code.replace("-", "") for name, code in found.items() if "code" in name}
        for who, client in served._clients.items():
            found |= {f"token of {who}": token for token in client.cookies.values()}
        for entry in served.house.directory(served.committee).entries.values():
            found[f"the name of {entry.key}"] = entry.name
        return found


@pytest.fixture(scope="module", params=["json", pytest.param("plain", marks=pytest.mark.long)])
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    """The meeting, with each form of the log."""
    data: Path = tmp_path_factory.mktemp("data")
    with Served(data) as served:
        yield Played(served, request.param)


def test_p30_no_log_holds_a_name_a_code_a_token_or_a_text(played: Played) -> None:
    text = played.stream.getvalue()
    assert "OperationalError" in text, "the faults were told"
    leaked = {
        what for what, secret in played.secrets().items() if re.search(rf"\b{re.escape(secret)}\b", text)
    }
    assert not leaked


def test_p30_a_log_for_programs_is_one_object_a_line_and_tells_every_request(played: Played) -> None:
    lines = played.stream.getvalue().splitlines()
    if played.form == "plain":
        assert not any("request" in line for line in lines), "people see what they should look at"
        return
    told: list[dict[str, Any]] = [json.loads(line) for line in lines]
    requests = [one for one in told if one["event"] == "request"]
    assert len(requests) > 80
    assert {"/committees/{committee}/motions", "/committees/{committee}/profiles/{key}"} <= {
        one["route"] for one in requests
    }
    assert all(one["status"] and one["ms"] >= 0 and one["at"].endswith("+00:00") for one in requests)
    assert [one["faults"][0]["through"] for one in told if "faults" in one], "where it failed"
