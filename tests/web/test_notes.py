"""Notes over HTTP: who writes to whom, who reads what, held notes, reports, and what stops them at once."""

from __future__ import annotations

import json

import httpx2 as httpx
import pytest

from app.notes import LONGEST_NOTE, MOST_RECIPIENTS, NOTES_A_MINUTE
from app.screens.correspondence import DAIS
from tests.passing import PAGE, Passing
from tests.served import Served
from tests.web.shelf import wait_for


def rule(answer: httpx.Response) -> str:
    """The rule by which it was refused."""
    return str(answer.json()["refused"][0]["rule"])


@pytest.fixture
def passing(served: Served) -> Passing:
    """Notes are on, as the house has them, and none was written yet."""
    found = Passing(served)
    found.begin_anew()
    return found


def test_a_note_goes_to_one_and_is_answered_in_its_thread(passing: Passing) -> None:
    one, other, third = passing.one, passing.other, passing.third
    assert passing.send(one, other, "A caucus on water?").status_code == 200
    assert "A caucus on water?" in passing.page(other)
    assert "A caucus on water?" not in passing.page(third)
    thread = passing.thread_of("A caucus on water?")
    assert passing.post(other, f"threads/{thread}", text="Ten minutes.").status_code == 200
    assert "Ten minutes." in passing.page(one)
    assert rule(passing.post(third, f"threads/{thread}", text="Me too")) == "note.unknown"
    assert passing.post(third, f"threads/{thread}/reading", place="1").status_code == 409


def test_unread_notes_are_counted_until_they_are_read_on_the_tab_and_on_any_device(passing: Passing) -> None:
    one, other = passing.one, passing.other
    passing.send(one, other, "First")
    thread = passing.thread_of("First")
    passing.post(one, f"threads/{thread}", text="Second")
    unread = passing.served.house.beside.correspondence[passing.served.committee].unread
    assert (unread.get(other), unread.get(one, 0)) == (2, 0)
    front = passing.served.client("delegate", other).get(f"{passing.served.here}/seat", headers=PAGE).text
    assert "2 unread notes" in front
    assert passing.post(other, f"threads/{thread}/reading", place="1").status_code == 200
    assert "1 unread note" in passing.page(other)
    passing.post(other, f"threads/{thread}/reading", place="9999999")
    assert "unread note" not in passing.page(other)
    passing.post(one, f"threads/{thread}", text="Third")
    assert "1 unread note" in passing.page(other), "what was not there yet cannot have been read"


def test_a_note_to_several_and_to_the_dais_is_read_by_all_of_them(passing: Passing) -> None:
    passing.send(passing.one, [DAIS, passing.other], "A question of order")
    for reader in (passing.one, passing.other, "dais-1", "dais-2"):
        assert "A question of order" in passing.page(reader)
    thread = passing.thread_of("A question of order")
    assert passing.post("dais-2", f"threads/{thread}", text="Raise your placard.").status_code == 200
    assert "Raise your placard." in passing.page(passing.other)
    cockpit = passing.served.client("chair", "dais-1").get(f"{passing.served.here}/chair", headers=PAGE).text
    assert "A question of order" in cockpit, "the inbox has it"


@pytest.mark.parametrize(
    ("to", "text", "why"),
    [
        ([], "Hello", "note.no_recipient"),
        (["nobody-here"], "Hello", "note.recipient"),
        (["dais-1"], "Hello", "note.recipient"),
        (["own"], "Hello", "note.recipient"),
        (["other"], "  \n ", "note.needs_words"),
        (["other"], "x" * (LONGEST_NOTE + 1), "text.too_long"),
        (["other"], "\u202egnihtyna", "text.not_plain"),
    ],
)
def test_what_is_no_note_is_refused_in_a_sentence_and_nothing_is_kept(
    passing: Passing, to: list[str], text: str, why: str
) -> None:
    names = {"own": passing.one, "other": passing.other}
    answer = passing.send(passing.one, [names.get(one, one) for one in to], text)
    assert (answer.status_code, rule(answer)) == (422, why)
    assert passing.served.house.beside.correspondence[passing.served.committee].threads == {}


def test_a_note_goes_to_a_few_at_once(passing: Passing) -> None:
    many = passing.served.members()[1 : MOST_RECIPIENTS + 2]
    assert rule(passing.send(passing.one, many)) == "note.too_many_recipients"
    assert passing.send(passing.one, many[:-1]).status_code == 200


def test_pictures_of_a_phones_keyboard_are_words_too(passing: Passing) -> None:
    family = "👩\u200d👩\u200d👧 सहमत"
    assert passing.send(passing.one, passing.other, family).status_code == 200
    assert family in passing.page(passing.other)


def test_the_same_press_again_is_one_note(passing: Passing) -> None:
    for _ in range(2):
        passing.send(passing.one, passing.other, "Once", command_id="f" * 32)
    assert passing.page(passing.other).count("Once</p>") == 1


def test_a_delegation_sends_only_so_many_in_a_minute_and_is_told_how_long_it_waits(passing: Passing) -> None:
    for number in range(NOTES_A_MINUTE):
        assert passing.send(passing.one, passing.other, f"Note {number}").status_code == 200
    answer = passing.send(passing.one, passing.other, "One more")
    sentence = answer.json()["refused"][0]
    assert (sentence["rule"], sentence["field"]) == ("note.too_often", "text")
    assert "6 notes within a minute" in sentence["sentence"]
    assert passing.send(passing.third, passing.other, "Others may").status_code == 200
    for number in range(NOTES_A_MINUTE + 1):
        assert passing.send("dais-1", passing.other, f"From the dais {number}").status_code == 200


def test_off_muted_and_voting_stop_notes_at_once(passing: Passing) -> None:
    one, other = passing.one, passing.other
    passing.served.do("chair", "/notes/mutes", "dais-1", seat=one, muted=True)
    assert rule(passing.send(one, other)) == "note.muted"
    assert passing.send(other, one, "I may").status_code == 200
    assert "I may" in passing.page(one), "who is muted still reads"
    passing.served.do("assistant", "/notes/switch", on=False)
    assert rule(passing.send(other, one)) == "note.off"
    assert "Notes are switched off." in passing.page(other)


def test_the_mute_is_undone_by_one_press(passing: Passing) -> None:
    number = passing.served.do("chair", "/notes/mutes", "dais-1", seat=passing.one, muted=True)
    passing.served.do("chair", f"/acts/{number}/undoing", "dais-1")
    assert passing.send(passing.one, passing.other).status_code == 200


def test_a_seat_that_left_the_roster_reads_and_writes_nothing_any_more(passing: Passing) -> None:
    leaving = passing.served.members()[-1]
    passing.send(passing.one, leaving, "Before it left")
    assert "Before it left" in passing.page(leaving)
    passing.served.do("organizer", f"/seats/{leaving}/closure")
    wait_for(lambda: passing.send(leaving, passing.one).status_code == 401, "it is signed out")
    assert rule(passing.send(passing.one, leaving)) == "note.recipient"


# ---- who reads --------------------------------------------------------------------------------------------


def test_the_dais_reads_what_is_reported_with_its_thread_and_nothing_before(passing: Passing) -> None:
    one, other = passing.one, passing.other
    passing.send(one, other, "You are a fool")
    passing.post(one, f"threads/{passing.thread_of('You are a fool')}", text="A great fool")
    assert "fool" not in passing.page("dais-1")
    note = passing.key_of("A great fool")
    assert passing.post(passing.third, f"{note}/report").status_code == 409, "it is not its own"
    assert passing.post(one, f"{note}/report").status_code == 200
    page = passing.page("dais-1")
    assert "You are a fool" in page and "A great fool" in page
    assert passing.post("dais-2", f"{note}/settlement").status_code == 200
    assert rule(passing.post("dais-1", f"{note}/settlement")) == "note.settled"
    assert "You reported" not in passing.page(other), "the other side is not told"


def test_where_only_recipients_read_nothing_comes_before_the_dais(passing: Passing) -> None:
    passing.rules(readers="recipients")
    assert "Only those it is for can read it." in passing.page(passing.one)
    passing.send(passing.one, passing.other, "Between us")
    assert (
        rule(passing.post(passing.other, f"{passing.key_of('Between us')}/report")) == "note.recipients_only"
    )
    passing.rules(readers="dais_always")
    assert "Between us" not in passing.page("dais-1"), "it was written under another promise"


def test_with_delegates_under_18_the_dais_reads_every_note_and_the_form_says_so(passing: Passing) -> None:
    passing.rules(under_18=True)
    assert "delegates here are under 18" in passing.page(passing.one)
    passing.send(passing.one, passing.other, "See you at lunch")
    assert "See you at lunch" in passing.page("dais-1")


def test_a_held_note_waits_until_the_dais_passes_it_on_or_returns_it(passing: Passing) -> None:
    passing.rules(held=True)
    assert "It waits until the dais passes it on." in passing.page(passing.one)
    passing.send(passing.one, passing.other, "May I pass")
    passing.send(passing.one, passing.other, "May I not")
    passing.send(passing.one, DAIS, "To you alone")
    assert "May I" not in passing.page(passing.other)
    assert "Waits for the dais" in passing.page(passing.one)
    passed, returned = passing.key_of("May I pass"), passing.key_of("May I not")
    assert passing.post("dais-1", f"{passed}/passing").status_code == 200
    assert rule(passing.post("dais-2", f"{passed}/return", sentence="No")) == "note.settled"
    assert rule(passing.post("dais-1", f"{returned}/return", sentence=" ")) == "note.needs_sentence"
    assert passing.post("dais-1", f"{returned}/return", sentence="Say it kindly").status_code == 200
    page = passing.page(passing.other)
    assert "May I pass" in page and "May I not" not in page
    assert "Say it kindly" in passing.page(passing.one)
    assert "To you alone" in passing.page("dais-2"), "the dais needs no leave of its own"


def test_without_script_a_note_is_a_plain_form(passing: Passing) -> None:
    client = passing.served.client("delegate", passing.one)
    form = {"to": [passing.other, DAIS], "text": "By hand"}
    answer = client.post(f"{passing.served.here}/notes/threads", data=form, headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{passing.served.here}/notes")
    assert "By hand" in passing.page(passing.other) and "By hand" in passing.page("dais-1")


def test_notes_survive_a_restart_of_the_room(passing: Passing) -> None:
    passing.send(passing.one, passing.other, "Still here")
    served = passing.served
    served.ask(served.house.beside.read_notes(served.committee))
    assert "Still here" in passing.page(passing.other)


def test_nobody_else_watches_the_channel_of_a_seats_notes(passing: Passing) -> None:
    served, channel = passing.served, f"notes:{passing.other}"
    for role, seat in (("delegate", passing.one), ("chair", "dais-1"), ("observer", ""), ("projector", "")):
        have = json.dumps({channel: {}})
        assert served.client(role, seat).get(f"{served.here}/live?have={have}").status_code == 403, role
    have = json.dumps({"dais-notes": {}})
    assert served.client("delegate", passing.one).get(f"{served.here}/live?have={have}").status_code == 403
