"""Back from paper over HTTP: a sheet or nothing of it, once, by the chair alone, and back as a whole."""

from __future__ import annotations

import json
import re
import secrets
from html import unescape
from typing import Any

import pytest

from app.catching_up.sheet import Sheet
from app.minutes import decode, replay, verify
from app.transcripts.play import play
from app.transcripts.record import transcript
from tests.served import Served

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    """The sample committee debates."""
    for path in ("/roll-calls", "/roll-call/all-present", "/roll-call/closure", "/debates"):
        served.do("chair", path, "dais-1")
    return served


def send(served: Served, happened: str, does: str = "enter", **given: Any) -> Any:
    base = str(given.pop("base", served.room().floor.number))
    looked = given.pop("looked", Sheet(happened=happened).digest)
    sent = {
        "happened": happened,
        "does": does,
        "base": base,
        "looked": looked,
        "command_id": secrets.token_hex(16),
        **given,
    }
    return served.client("chair", "dais-1").post(f"{served.here}/catching-up", data=sent, headers=HTML)


def spoken(served: Served) -> list[str]:
    return [one.seat for one in served.room().floor.speeches.heard]


def test_a_sheet_is_entered_whole_and_marked(debating: Served) -> None:
    one, two = debating.members()[:2]
    before = debating.room().floor.number
    looked = send(debating, f"speech: {one}\nspeech: {two}", "look")
    assert looked.status_code == 200 and "Enter these 6 acts" in unescape(looked.text)
    assert debating.room().floor.number == before
    answer = send(debating, f"speech: {one}\nspeech: {two}", command_id="sheet001")
    assert answer.status_code == 303 and answer.headers["location"].endswith(f"/minutes?sheet={before + 1}")
    assert spoken(debating) == [one, two]
    rows = debating.ask(debating.house.store.since(debating.committee, before))
    assert [decode(row).sheet for row in rows] == [before + 1] * 6
    again = send(debating, f"speech: {one}\nspeech: {two}", base=before, command_id="sheet001")
    assert again.status_code == 303 and again.headers["location"] == answer.headers["location"]
    assert spoken(debating) == [one, two], "pressed twice it counts once"


def test_nothing_is_entered_where_one_line_is_refused(debating: Served) -> None:
    one = debating.members()[0]
    head = debating.head()
    answer = send(debating, f"speech: {one}\nvote: DR 9.9; 3-2")
    assert answer.status_code == 422
    said = unescape(answer.text)
    assert "Line 2 is refused" in said and f"speech: {one}\nvote: DR 9.9; 3-2" in said
    assert debating.head() == head


def test_a_sheet_that_was_looked_through_before_something_else_happened_is_looked_through_again(
    debating: Served,
) -> None:
    one, two = debating.members()[:2]
    before, base = spoken(debating), debating.room().floor.number
    debating.do("chair", "/speakers", "dais-1", seat=two)
    answer = send(debating, f"speech: {one}", base=base)
    assert answer.status_code == 409 and "Look through it again" in unescape(answer.text)
    assert spoken(debating) == before and f"speech: {one}" in unescape(answer.text)
    debating.do("chair", "/speakers/departures", "dais-1", seat=two)


def test_it_is_taken_back_as_a_whole_or_act_by_act(debating: Served) -> None:
    one, two = debating.members()[:2]
    before = spoken(debating)
    send(debating, f"speech: {one}\nspeech: {two}")
    last = debating.room().floor.number
    chair = debating.client("chair", "dais-1")
    debating.do("chair", f"/acts/{last}/undoing", "dais-1")
    assert debating.room().floor.speeches.now is not None
    first = last - 5
    undoing = f"/sheets/{first}/undoing"
    minutes = unescape(chair.get(f"{debating.here}/minutes").text)
    assert minutes.count("entered afterwards from paper") >= 6 and undoing in minutes
    debating.do("chair", undoing, "dais-1")
    assert spoken(debating) == before and debating.room().floor.speeches.now is None
    assert undoing not in chair.get(f"{debating.here}/minutes").text


def test_the_record_is_read_back_with_its_sheets(debating: Served) -> None:
    one = debating.members()[0]
    send(debating, f"speech: {one}")
    rows = debating.ask(debating.house.store.since(debating.committee))
    floor = debating.room().floor
    assert verify(rows) is None and replay(rows) == floor
    number = floor.number - 2
    debating.do("chair", f"/sheets/{number}/undoing", "dais-1")
    rows = debating.ask(debating.house.store.since(debating.committee))
    lines = [json.dumps(told).encode() for told in transcript(map(decode, rows), {})]
    *_, last = play(lines)
    assert last["floor"]["undone"] == list(debating.room().floor.undone), "a record plays back, sheets too"


def test_what_was_changed_after_it_was_looked_through_is_looked_through_again(debating: Served) -> None:
    one, two = debating.members()[:2]
    before = debating.room().floor.number
    answer = send(debating, f"speech: {one}", looked=Sheet(happened=f"speech: {two}").digest)
    assert answer.status_code == 200 and "Enter these 3 acts" in unescape(answer.text)
    assert debating.room().floor.number == before


def test_an_attendance_that_nobody_touched_is_not_entered(debating: Served) -> None:
    one, two = debating.members()[:2]
    page = unescape(debating.client("chair", "dais-1").get(f"{debating.here}/catching-up").text)
    found = re.search(r'name="attendance_was" value="([^"]*)"', page)
    assert found is not None and f"{one}=present" in found[1].split()
    debating.do("chair", "/roll-call/statuses", "dais-1", status="absent", seat=one)
    standing = {f"status.{seat}": "present" for seat in debating.members()} | {f"status.{two}": "absent"}
    looked = unescape(send(debating, "", "look", attendance_was=found[1], **standing).text)
    names = debating.house.directory(debating.committee).short_names
    assert f"{names[two]} was absent" in looked and f"{names[one]} was" not in looked
    assert "Enter this act" in looked
    debating.do("chair", "/roll-call/statuses", "dais-1", status="present", seat=one)


def test_a_press_has_an_id_that_any_press_may_have(debating: Served) -> None:
    head = debating.head()
    answer = send(debating, "list closed", command_id="\0" * 3000)
    assert answer.status_code == 422 and "list closed" in unescape(answer.text)
    assert debating.head() == head


def test_the_chair_alone_catches_up(debating: Served) -> None:
    for role, seat in (("assistant", "assistant-1"), ("delegate", debating.members()[0]), ("observer", "")):
        client = debating.client(role, seat)
        assert client.get(f"{debating.here}/catching-up").status_code == 403
        sent = {"happened": "list closed", "does": "enter"}
        assert client.post(f"{debating.here}/catching-up", data=sent, headers=HTML).status_code == 403
