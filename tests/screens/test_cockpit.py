"""What the chair sees in each state: open presses are in order, forms make commands, no secret is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlencode

import pytest

from app.procedure.floor import ACTS, Refused, decide
from app.procedure.papers import SubmitPaper
from app.procedure.undo import UndoAct
from app.procedure.votes import CastBallot
from app.screens.cockpit import DAIS, HISTORY
from app.screens.directory import Entry
from app.web.fields import OWN_FIELDS, command_from, from_form
from app.web.table import ACT_ROWS, ActRow
from resolutions.document import to_json
from tests.procedure.meeting import CHAIR
from tests.screens.cockpit_pages import TEXT, cockpit, directory, regions
from tests.screens.cockpit_scenes import SCENES, scene

NO_ACT = re.compile(r"/committees/7/(questions/\d+/touches|scores(/remarks)?|notes/\d+/\w+|walls/\d)")
"""What the dais says of the guide's questions, scores for itself, does with a note, and puts on a wall."""
FILLED = {
    "reason": "heard wrongly",
    "title": "A paper",
    "topic": "flights",
    "opening": "Urges",
    "text": "States",
}
VOID = ("input", "img", "use", "circle", "rect", "path")


@dataclass
class Form:
    """A form of the page: where it posts, its fields, and its buttons as (name, value, attributes)."""

    action: str
    id: str
    values: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    ticked: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    buttons: list[dict[str, str | None]] = field(default_factory=list)


class Page(HTMLParser):
    """The forms of a page, and its ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.ids: list[str] = []
        self._open: Form | None = None
        self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "form":
            self._open = Form(str(given["action"]), str(given.get("id") or ""))
            self.forms.append(self._open)
        elif tag == "button" and given.get("type") == "submit":
            owner = next((form for form in self.forms if form.id == given.get("form")), self._open)
            assert owner, f"a button that posts nothing: {given}"
            owner.buttons.append(given)
        elif self._open and given.get("name") and tag in ("input", "textarea"):
            self._field(self._open, given)
        elif self._open and tag == "select":
            self._select = str(given["name"])
            self._open.choices[self._select] = []
        elif self._open and tag == "option" and self._select:
            self._open.choices[self._select].append(str(given["value"]))

    def _field(self, form: Form, given: dict[str, str | None]) -> None:
        name = str(given["name"])
        if given.get("type") == "hidden":
            form.values.setdefault(name, []).append(str(given.get("value") or ""))
        elif given.get("type") == "checkbox":
            form.ticked.setdefault(name, []).append(str(given.get("value") or ""))
        else:
            form.typed.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        if tag == "select":
            self._select = ""


def row_of(action: str) -> tuple[ActRow, dict[str, str]]:
    """The act that takes a form, and the fields in its path."""
    for row in ACT_ROWS:
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", f"/committees/7{row.path}")
        if found := re.fullmatch(pattern, action):
            return row, found.groupdict()
    raise AssertionError(f"no act is taken at {action}")


def given(form: Form, row: ActRow, button: dict[str, str | None], seat: str) -> dict[str, Any]:
    """What the server is sent when a person fills the form and presses the button."""
    sent: dict[str, Any] = {**form.values, **form.ticked}
    sent |= {name: values[-1] for name, values in form.choices.items() if values}
    for name in form.typed:
        sent[name] = (
            seat if name in ("seat", "reader") else FILLED.get(name, "1" if name in ("yes", "no") else "60")
        )
    if button.get("name"):
        sent[str(button["name"])] = button.get("value")
    return from_form(urlencode(sent, doseq=True).encode(), row)


def presses(name: str) -> Iterator[tuple[Form, dict[str, str | None], Any]]:
    """Every button of a state with the command that it gives."""
    seat = next(iter(scene(name).floor.attendance.statuses), "argentina")
    for form in Page(cockpit(scene(name))).forms:
        if form.action == "/language" or NO_ACT.fullmatch(form.action):
            continue
        row, path = row_of(form.action)
        for button in form.buttons:
            sent = given(form, row, button, seat)
            if (
                row.command is SubmitPaper
            ):  # a form leaves the text out: the server takes it as it was written
                sent["document"] = to_json(TEXT)
            assert sent.keys() - {"command_id"} <= OWN_FIELDS.union(row.body_fields), (form.action, sent)
            yield form, button, command_from(row, {**sent, **path})


@pytest.mark.parametrize("name", SCENES)
def test_every_form_makes_a_command_of_the_table(name: str) -> None:
    assert sum(1 for _ in presses(name)) > 0


@pytest.mark.parametrize("name", SCENES)
def test_a_button_that_is_open_is_in_order(name: str) -> None:
    floor = scene(name).floor
    for form, button, command in presses(name):
        shut = {"aria-disabled", "disabled"} & button.keys() or button.get("aria-pressed") == "true"
        if shut or form.typed or form.choices or isinstance(command, UndoAct):
            continue
        decision = decide(floor, CHAIR, floor.at, command)
        refusals = decision.refusals if isinstance(decision, Refused) else ()
        grounds = {one.rule: one.ground for one in refusals}
        assert set(grounds.values()) <= {"against_rulebook"}, (command, grounds)


@pytest.mark.parametrize("name", SCENES)
def test_a_button_that_is_closed_says_why(name: str) -> None:
    text = cockpit(scene(name))
    for why in re.findall(r'aria-disabled="true" aria-describedby="([^"]+)"', text):
        assert re.search(rf'id="{re.escape(why)}">.*?<span>[^<]+[.]</span>', text), why


@pytest.mark.parametrize("name", SCENES)
def test_ids_are_there_once_and_views_are_values(name: str) -> None:
    ids = Page(cockpit(scene(name))).ids
    assert sorted(one for one in set(ids) if ids.count(one) > 1) == []
    floor = scene(name).floor
    again = SCENES[name]().floor
    for key, draw in DAIS.items():
        assert draw(floor, directory()) == draw(again, directory()), key
        assert hash(draw(floor, directory())) == hash(draw(again, directory())), key
    for key, told in HISTORY.items():
        view = told(scene(name).history, directory())
        assert hash(view) == hash(told(SCENES[name]().history, directory())), key


def test_the_dais_sees_who_has_voted_by_device_and_nobody_sees_how() -> None:
    told = []
    for choice in ("yes", "no"):
        meeting = SCENES["motions"]()
        vote = meeting.put("motion", meeting.floor.motions.pending[0].number, "devices")
        for key in vote.order[:9]:
            meeting.do(CastBallot(vote.number, choice), by=key)
        told.append(regions(meeting))
    assert told[0] == told[1]
    assert "9 of 31" in told[0]["now"]


def test_the_speaker_comes_with_its_position_and_the_page_of_the_guide() -> None:
    now = regions(scene("moderated"))["now"]
    assert "Ecuador" in now and "Thousands of Ecuadorians" in now
    assert re.search(r'href="/committees/7/profiles/ecuador" class="chip source">p\. \d+', now)
    assert "data-remaining" in now and "data-deadline" in now  # the speech is held, the caucus runs


def test_the_top_motion_has_the_vote_button_and_shows_what_it_needs() -> None:
    motions = regions(scene("motions"))["motions"]
    titles = re.findall(r"<h3>([^<]+)</h3>", motions)
    assert titles == ["Unmoderated caucus, 15 min", "Moderated caucus, 10 min of 30 s", "Adjourn debate"]
    assert motions.count('data-key="v"') == 1
    assert re.findall(r'class="need num"[^>]*>(\d+ of \d+)', motions) == ["16 of 31", "16 of 31", "21 of 31"]


def test_a_paper_shows_its_names_and_an_amendment_its_redline() -> None:
    papers = regions(scene("amended"))["papers"]
    assert "Sponsors 2 of 2" in papers and "4 of 4 names" in papers and "1 of 4 names" in papers
    assert "<ins>" in papers and "<del>" in papers
    assert "Approve" in regions(scene("submitted"))["papers"]


def test_who_passed_is_called_again_and_may_no_more_abstain() -> None:
    now = regions(scene("second_round"))["now"]
    assert "Second round" in now
    assert re.search(r'value="abstain"[^>]*aria-disabled="true"', now)
    assert not re.search(r'value="yes"[^>]*aria-disabled', now)


def test_in_a_suspension_only_the_next_session_is_open() -> None:
    now = regions(scene("suspended"))["now"]
    assert "Begin the next session" in now and "tomorrow, 09:00" in now
    assert "Start the roll call" not in now


def test_words_of_people_are_escaped_wherever_they_stand() -> None:
    meeting = SCENES["quiet"]()
    mover = next(key for key in meeting.floor.attendance.statuses if meeting.floor.attendance.here(key))
    meeting.motion("unmoderated_caucus", mover, total_seconds=600, topic="<script>alert(1)</script>")
    meeting.put("motion", meeting.floor.motions.pending[0].number)
    assert "<script>alert" not in "".join(regions(meeting).values())


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    entries = {key: replace(one, short_name="<b>&") for key, one in directory().entries.items()}
    names = replace(directory(), entries=entries, committee=8)
    assert isinstance(entries["ecuador"], Entry)
    text = "".join(regions(scene("roll_vote"), names).values())
    assert "<b>&" not in text and "&lt;b&gt;&amp;" in text


def test_every_act_of_the_dais_has_its_place_in_some_state() -> None:
    offered = {type(command) for name in SCENES for _, _, command in presses(name)}
    missing = {command.__name__ for command in ACTS} - {command.__name__ for command in offered}
    elsewhere = {"OpenCommittee", "AddSeat", "CloseSeat", "ChangeRights", "ChangeRulebook", "TimeUp"}
    # a note is a delegation's, and who is muted has written one: tests/screens/note_pages.py
    # a remark is written where the minutes are read, and the times of the day are set on a page of their own:
    # app/templates/record/minutes.html and timetable.html
    elsewhere |= {"ReceiveSecretBallots", "CountElection"}  # the room's own
    assert missing == elsewhere | {"ReopenRoom", "AskStatus", "MuteNotes", "AddRemark", "SetTimetable"}
