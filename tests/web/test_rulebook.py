"""The rules over HTTP: read by everybody, changed with a reason by the organizer and the chairs alone."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from app.procedure.says import sentence_of
from app.screens.rulebook_form import groups
from tests.served import Served

BAD_NUMBERS = [("caucuses.longest_total_seconds", bad) for bad in ("--5", "9" * 5000, "9" * 12, "٣-")]


def form(served: Served) -> dict[str, list[str] | str]:
    book, directory = served.room().floor.rulebook, served.house.directory(served.committee)
    inputs = [one for group in groups(book, directory) for one in group.inputs]
    sent: dict[str, list[str] | str] = {one.name: list(one.values) for one in inputs if one.values}
    return {**sent, "shown": [one.name for one in inputs if one.kind == "several"]}


@pytest.mark.parametrize(("role", "seat"), [("chair", "dais-1"), ("delegate", "ghana"), ("observer", "")])
def test_everybody_reads_the_rules(served: Served, role: str, seat: str) -> None:
    shown = unescape(served.client(role, seat).get(f"{served.here}/rules").text)
    assert "Majorities today" in shown and "Moderated caucus" in shown
    assert ("Change the rules" in shown) == (role == "chair")


def test_a_chair_changes_a_setting_and_the_minutes_say_why(served: Served) -> None:
    chair, here = served.client("chair", "dais-1"), f"{served.here}/rulebook/settings"
    given = {**form(served), "caucuses.longest_total_seconds": "1800", "reason": "The room asked for it"}
    answer = chair.post(here, data=given, headers={"Accept": "text/html"})
    assert answer.status_code == 303, answer.text
    assert served.room().floor.rulebook.caucuses.longest_total_seconds == 1800
    assert "The room asked for it" in unescape(chair.get(f"{served.here}/minutes").text)
    again = chair.post(here, data={**form(served), "reason": "Nothing"}, headers={"Accept": "text/html"})
    assert again.status_code == 422


def test_what_does_not_fit_is_said_and_nothing_changes(served: Served) -> None:
    chair, before = served.client("chair", "dais-1"), served.head()
    for setting, value in (
        ("quorum.open", "many"),
        ("papers.symbol", "DR"),
        ("caucuses.uneven_time", "x"),
        *BAD_NUMBERS,
    ):
        given = {**form(served), setting: value, "reason": "A try"}
        answer = chair.post(f"{served.here}/rulebook/settings", data=given, headers={"Accept": "text/html"})
        assert answer.status_code == 422 and setting.split(".")[1] in unescape(answer.text), setting
        assert len(answer.text.partition('role="alert"')[2].partition("</div></div>")[0]) < 1000, setting
    assert served.head() == before


def test_what_is_refused_stands_in_the_form_again(served: Served) -> None:
    chair = served.client("chair", "dais-1")
    given = {
        **form(served),
        "papers.symbol": "DR",
        "caucuses.longest_total_seconds": "1234",
        "reason": "A try",
    }
    shown = chair.post(f"{served.here}/rulebook/settings", data=given, headers={"Accept": "text/html"})
    assert shown.status_code == 422
    for typed in ('value="1234"', 'value="DR"', 'value="A try"', 'id="group-caucuses" open'):
        assert typed in shown.text, typed
    assert 'id="group-quorum" open' not in shown.text


def test_a_press_is_what_a_browser_mints_and_has_the_limit_of_every_press(served: Served) -> None:
    chair, before = served.client("chair", "dais-1"), served.head()
    for press in ("x", "-" * 20, "a" * 65, "é" * 20):
        given = {**form(served), "caucuses.longest_total_seconds": "1700", "reason": "A", "command_id": press}
        assert chair.post(f"{served.here}/rulebook/settings", data=given).status_code == 422, press
    assert served.head() == before


def test_too_many_changes_of_the_rules_at_once_are_refused(tmp_path: Path) -> None:
    with Served(tmp_path / "data", dais_presses=1, burst=2) as served:
        chair, here = served.client("chair", "dais-1"), f"{served.here}/rulebook/settings"
        given = {**form(served), "papers.symbol": "DR", "reason": "A try"}
        statuses = [chair.post(here, data=given).status_code for _ in range(20)]
    assert 429 in statuses and set(statuses) == {422, 429}


def test_a_chair_changes_what_is_said_and_reads_it_with_todays_names(served: Served) -> None:
    chair, here = served.client("chair", "dais-1"), f"{served.here}/rulebook"
    shown = unescape(chair.get(here).text)
    assert "What the chair says" in shown and "The chair has recognized" in shown
    given = {"says.en.roll_call_begins": "Ladies and gentlemen, the roll.", "reason": "Our own words"}
    answer = chair.post(f"{here}/settings", data=given, headers={"Accept": "text/html"})
    assert answer.status_code == 303, answer.text
    assert (
        sentence_of(served.room().floor.rulebook.says, "roll_call_begins", "en")
        == "Ladies and gentlemen, the roll."
    )
    assert "Ladies and gentlemen, the roll." in unescape(chair.get(f"{served.here}/chair").text)
    assert "Ladies and gentlemen, the roll" in unescape(chair.get(f"{served.here}/minutes").text)
    before = served.head()
    given = {"says.en.roll_call_begins": "The {minister} calls.", "reason": "A slip"}
    answer = chair.post(f"{here}/settings", data=given)
    assert answer.status_code == 422 and "no placeholder {minister}" in answer.text
    assert served.head() == before


def test_nobody_else_changes_them(served: Served) -> None:
    for role, seat in (("assistant", "assistant-1"), ("delegate", "ghana"), ("observer", "")):
        client = served.client(role, seat)
        assert client.get(f"{served.here}/rulebook").status_code == 403
        assert client.post(f"{served.here}/rulebook/settings", data={"reason": "Mine"}).status_code == 403
