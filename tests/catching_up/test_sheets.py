"""A sheet of paper gives the floor of a meeting that was held on screens, or names what it cannot read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.catching_up.readers import READERS
from app.catching_up.reading import read_line
from app.catching_up.rehearsing import Rehearsed, rehearse
from app.catching_up.sheet import EXAMPLES, WORDS, NotRead, Sheet
from app.procedure.floor import Floor
from app.procedure.rulebook_files import load
from app.procedure.speakers_lists import JoinSpeakersList
from app.procedure.speeches import CallNextSpeaker, EndSpeech
from app.words import ENGLISH, Language, language
from tests.procedure.meeting import CHAIR, Meeting, in_debate
from tests.procedure.moving import with_amendment, with_draft
from tests.words.reading import NAMES

HAPPENED = """
- speech: Ghana
2. speech: peru
motion: moderated caucus; Mexico; 10 min; 60 s; notice before flights; 6-2
on the list: Honduras, viet
speech: Viet Nam
caucus ended
absent: Canada
motion: close debate; Spain; 7-0
vote: A1; 3-4
roll call: DR 1.1; no Ghana, Peru; abstain Mexico; yes others
voting ended
"""


def tried(meeting: Meeting, sheet: Sheet | str, say: Language = ENGLISH) -> Rehearsed:
    typed = sheet if isinstance(sheet, Sheet) else Sheet(happened=sheet)
    return rehearse(meeting.history, CHAIR, meeting.at + 1000, typed, NAMES, say)


def entered(meeting: Meeting, sheet: Sheet | str) -> Meeting:
    """The acts of the sheet, given one by one."""
    found = tried(meeting, sheet)
    assert found.stopped is None, found.stopped
    for one in found.acts:
        meeting.do(one.command, insist=one.insist, after=0)
    return meeting


def without_clocks(floor: Floor) -> Floor:
    """What a clock measured, and when it was, is not on paper."""
    heard = tuple(replace(one, ms=0, ended=0) for one in floor.speeches.heard)
    past = tuple(replace(vote, opened=0) for vote in floor.votes.past)
    speeches, votes = replace(floor.speeches, heard=heard), replace(floor.votes, past=past)
    return replace(floor, at=0, speeches=speeches, votes=votes, clocks={}, last_caucus=None)


def live(meeting: Meeting) -> Meeting:
    """The same on screens, with the time that it takes."""
    for seat in ("ghana", "peru"):
        meeting.do(JoinSpeakersList(seat))
        meeting.do(CallNextSpeaker())
        meeting.do(EndSpeech(seat), after=60)
    return meeting


@pytest.mark.parametrize("tag", ["en", "es", "fr"])
def test_each_line_begins_as_the_examples_say(tag: str) -> None:
    assert set(READERS) == set(WORDS)
    say = language(tag)
    for line, _ in EXAMPLES:
        if not line.startswith("…"):
            said = read_line(1, say(line), say)
            assert said.word == read_line(1, line, ENGLISH).word
            assert len(said.items) == len(read_line(1, line, ENGLISH).items)


def test_speeches_on_paper_are_speeches_but_for_their_clocks() -> None:
    on_paper, on_screen = entered(in_debate(), "speech: Ghana\nspeech: Peru"), live(in_debate())
    assert without_clocks(on_paper.floor) == without_clocks(on_screen.floor)


def test_an_afternoon_on_paper() -> None:
    meeting = with_amendment(load("harvard"))
    meeting.carry("introduce_amendment", "peru", amendment="A1")
    floor = entered(meeting, HAPPENED).floor
    assert [one.seat for one in floor.speeches.heard] == ["ghana", "peru", "viet-nam"]
    assert floor.attendance.statuses["canada"] == "absent"
    amendment = floor.papers.amendment("A1")
    assert amendment is not None and amendment.stage == "failed"
    assert meeting.paper("WP-1").stage == "adopted"
    vote = floor.votes.past[-1]
    assert vote.mode == "roll_call" and vote.counted().no == 2 and vote.counted().abstain == 1
    assert vote.ballots["honduras"].choice == "yes"
    assert floor.meeting.debate == "none"
    assert meeting.replayed() == floor


def test_the_lists_of_the_sheet_come_last() -> None:
    meeting = in_debate()
    for seat in ("ghana", "peru", "spain"):
        meeting.do(JoinSpeakersList(seat))
    sheet = Sheet({"ghana": "present_and_voting"}, "speech: peru", "Viet Nam\nGhana", list_told=True)
    floor = entered(meeting, sheet).floor
    assert floor.speeches.general.queue == ("viet-nam", "ghana")
    assert floor.attendance.statuses["ghana"] == "present_and_voting"
    assert entered(meeting, Sheet(queue="", list_told=True)).floor.speeches.general.queue == ()
    assert tried(in_debate(), Sheet(queue="", list_told=True)).acts == ()


def test_whoever_had_the_floor_when_the_lights_went_out_has_spoken_once() -> None:
    meeting = in_debate()
    meeting.do(JoinSpeakersList("ghana"))
    meeting.do(CallNextSpeaker())
    floor = entered(meeting, "speech: Ghana\nspeech: Peru").floor
    assert [one.seat for one in floor.speeches.heard] == ["ghana", "peru"]


def test_a_motion_is_denied_or_waits() -> None:
    meeting = entered(
        in_debate(), "motion: suspend meeting; Peru; until 14:00\nmotion: unmoderated; Ghana; 5 min"
    )
    assert [one.kind for one in meeting.floor.motions.pending][-1] == "unmoderated_caucus"
    assert meeting.floor.motions.pending[0].terms.until == "until 14:00"
    meeting = entered(in_debate(), "motion: unmoderated; Ghana; 5 min; withdrawn")
    assert meeting.floor.motions.pending == ()
    thimun = with_draft(load("thimun"))
    floor = entered(thimun, "taken up: DR 1.1\nspeech for: Peru\ntime ended\nspeech against: Ghana").floor
    assert [one.seat for one in floor.speeches.heard] == ["peru", "ghana"]


def test_a_pass_is_answered_in_the_second_round() -> None:
    meeting = with_draft(load("harvard"))
    floor = entered(
        meeting, "motion: close debate; Spain; 8-0\nroll call: DR 1.1; pass Peru; no Peru; yes others"
    ).floor
    assert floor.votes.past[-1].ballots["peru"].choice == "no"
    assert floor.votes.past[-1].ballots["peru"].round == 2


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("speach: Ghana", "did you mean “speech”"),
        ("dance", "See the examples"),
        ("speech: Atlantis", "No delegation is called “Atlantis”"),
        ("speech: Gana", "did you mean Ghana?"),
        ("motion: suspend; Ghana", "Write more of it"),
        ("speech: Ghana; Peru", "one thing and nothing else"),
        ("motion: dance; Ghana", "The house has no motion “dance”"),
        ("motion: moderated caucus", "its kind and who moved it"),
        ("motion: close debate; Ghana; by the sea", "does not ask for “by the sea”"),
        ("vote: DR 9.9; 3-2", "no draft, amendment or part called “DR 9.9”"),
        ("vote: DR 1.1; many", "the count: yes, no, abstentions"),
        ("roll call: DR 1.1; yes Ghana; no Ghana", "Ghana stands on the sheet twice"),
        ("roll call: DR 1.1; maybe Ghana", "begins with no answer"),
        ("time ended", "No draft is in hand"),
    ],
)
def test_a_line_that_cannot_be_read_says_why(line: str, why: str) -> None:
    meeting = with_draft(load("harvard"))
    found = tried(meeting, f"speech: Ghana\n\n{line}\nspeech: Peru")
    assert found.stopped is not None and found.stopped.place == 3
    assert why in found.stopped.why, found.stopped.why
    assert found.stopped.text == line and [one.place for one in found.done] == [1]


def test_what_the_rules_refuse_is_told_by_its_line_and_the_chair_may_insist() -> None:
    meeting = with_draft(load("harvard"))
    found = tried(meeting, "speech: Ghana\nmotion: unmoderated; Peru; 90 min; 8-0")
    assert found.stopped is not None and found.stopped.place == 2 and found.stopped.may_insist
    assert "; insist" in found.stopped.why
    again = tried(meeting, "motion: unmoderated; Peru; 90 min; 8-0; insist the lunch was long")
    assert again.stopped is None and again.acts[0].insist == "the lunch was long"
    assert again.acts[1].insist == "", "what is in order needs no reason"
    impossible = tried(meeting, "vote: DR 1.1; 80-0; insist we counted")
    assert impossible.stopped is not None and not impossible.stopped.may_insist


def test_a_sheet_in_the_language_of_the_room() -> None:
    class Spanish(Language):
        def __call__(self, message: str) -> str:
            return {"speech": "discurso", "insist": "insisto"}.get(message, message)

    spanish = Spanish("es")
    assert read_line(1, "Discurso: Ghana", spanish).word == "speech"
    assert read_line(1, "speech: Ghana; insisto así fue", spanish).insist == "así fue"
    with pytest.raises(NotRead):
        read_line(1, "discours: Ghana", ENGLISH)


def test_a_sheet_that_is_too_long_is_refused_as_such() -> None:
    found = tried(in_debate(), "speech: Ghana\n" * 300)
    assert found.stopped is not None and found.stopped.place == 0 and "200 lines" in found.stopped.why
