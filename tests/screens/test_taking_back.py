"""The undo bar: what the dais did last, as a sentence, and nothing that others did since."""

from __future__ import annotations

from app.procedure.speakers_lists import LeaveSpeakersList
from app.procedure.speaking_time import SetSpeakingTime
from app.words import clock_time
from tests.screens.cockpit_pages import regions
from tests.screens.cockpit_scenes import SCENES


def test_the_undo_bar_says_what_the_dais_did_last_and_when() -> None:
    meeting = SCENES["debate"]()
    meeting.do(SetSpeakingTime(75))
    number = meeting.floor.number
    bar = regions(meeting)["undo"]
    assert "75" in bar and f"/committees/7/acts/{number}/undoing" in bar and 'data-key="u"' in bar
    assert f'data-deadline="{meeting.at + 10_000}"' in bar
    assert clock_time(meeting.at, "UTC") in bar
    meeting.do(LeaveSpeakersList(), by=meeting.floor.speeches.general.queue[0])
    assert regions(meeting)["undo"] == bar, "what a delegation does is not the chair's slip"


def test_where_nothing_can_be_taken_back_there_is_no_undo() -> None:
    assert "<form" not in regions(SCENES["founded"]())["undo"]
