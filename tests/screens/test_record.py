"""The pages of the record as data: a result with every ballot, an adopted text with its vote."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.procedure.parameters import with_parameters
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.undo import Entry
from app.procedure.votes import CorrectBallot
from app.screens.environment import page
from app.screens.minutes import public_lines
from app.screens.record import ActLine, draft_view, result_view
from tests.procedure.houses import house, with_motions
from tests.procedure.meeting import in_debate
from tests.procedure.test_off_the_list import GUEST
from tests.screens.council import directory
from tests.screens.moments import announced, asked, closed, failed_motion
from tests.screens.record_pages import lines, result, with_blocs


def shown(template: str, **context: object) -> str:
    """A page of the record in English."""
    return page(template, "en", committee=1, directory=directory(), zone="UTC", key="ghana", **context)


def test_the_table_names_every_member_in_alphabetical_order_wherever_the_roll_call_began() -> None:
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call", first="mexico")
    meeting.call_roll({"chile": ("pass", "no"), "china": "abstain"})
    assert meeting.announce()
    view = result_view(meeting.floor, directory(), meeting.floor.votes.past[-1])
    assert [ballot.name for ballot in view.ballots][:3] == ["Argentina", "Bolivia", "Brazil"]
    chile = next(ballot for ballot in view.ballots if ballot.key == "chile")
    assert (chile.choice, chile.round) == ("no", 2)
    assert view.sentence == "Adopted, 31-1-1. Needed 17 of 32 votes cast."


def test_a_corrected_ballot_is_marked() -> None:
    meeting = closed()
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll()
    number = meeting.vote.number
    meeting.do(CloseVote(number))
    meeting.do(CorrectBallot(number, "peru", "no", "misheard"))
    meeting.do(AnnounceResult(number))
    view = result_view(meeting.floor, directory(), meeting.floor.votes.past[-1])
    assert [ballot.key for ballot in view.ballots if ballot.changed] == ["peru"]
    html = shown("record/result.html", v=view)
    assert html.index("<table") < html.index('class="pic hemi"')
    assert html.count("corrected") == 1


def test_a_result_can_be_read_by_the_blocs_of_the_guide() -> None:
    meeting = announced()
    view = result_view(meeting.floor, with_blocs(), meeting.floor.votes.past[-1])
    told = {bloc.name: [(one.choice, one.number) for one in bloc.figures] for bloc in view.blocs}
    assert told["Commonwealth"] == [("yes", 1), ("no", 1)] and told["African Group"] == [("yes", 2)]
    assert sum(number for _, number in told[""]) == len(view.ballots) - 3  # Kenya stands in two blocs
    page_by_bloc = result(meeting, by_bloc=True)
    assert page_by_bloc.count('scope="rowgroup"') == 3 and "In no bloc" in page_by_bloc
    plain = result_view(meeting.floor, directory(), meeting.floor.votes.past[-1])
    assert plain.blocs == ()
    assert "By bloc" not in shown("record/result.html", v=plain)


def test_counted_placards_name_nobody() -> None:
    meeting = failed_motion()
    view = result_view(meeting.floor, directory(), meeting.floor.votes.past[-1])
    html = shown("record/result.html", v=view)
    assert "<table" not in html
    assert "Failed, 9-16." in html


def test_an_adopted_text_carries_symbol_sponsors_and_vote() -> None:
    floor = announced().floor
    paper = floor.papers.get("WP-1")
    assert paper is not None
    html = shown("record/resolution.html", v=draft_view(floor, directory(), paper))
    assert "DR 1.1" in html
    assert "Sponsors: <bdi>Ghana</bdi>" in html
    assert "Adopted, 23-6-4." in html
    assert f"/votes/{floor.votes.past[-1].number}" in html


def test_an_adopted_text_is_set_as_the_house_has_it() -> None:
    floor = announced().floor
    paper = floor.papers.get("WP-1")
    assert paper is not None and paper.text is not None
    rules: dict[str, Any] = {
        "papers.sponsors_shown": False,
        "papers.title_on_resolution": False,
        "papers.organ_line": "between_preamble_and_operatives",
    }
    usual = str(draft_view(floor, directory(), paper).document)
    other = replace(floor, rulebook=with_parameters(floor.rulebook, rules))
    text = str(draft_view(other, directory(), paper).document)
    assert "Ghana" in usual and paper.text.title in usual
    assert "Ghana" not in text and paper.text.title not in text
    organ, preamble = f'<p class="pre">{paper.text.organ}', paper.text.clauses[0].opening
    assert usual.index(organ) < usual.index(preamble) and text.index(organ) > text.index(preamble)


def test_minutes_are_read_from_the_newest_and_what_was_taken_back_is_struck_through() -> None:
    lines = [
        ActLine(1, 1_000_000, "dais-1", ("The roll call began.",), False, "users", "attendance"),
        ActLine(2, 61_000_000, "dais-1", ("Peru moved to <b>adjourn</b>.",), True, "mic", "debate"),
    ]
    html = shown("record/minutes.html", lines=lines, kind="", head="a1b2 c3d4")
    assert html.index("act-2") < html.index("act-1")
    assert "<s>Peru moved to &lt;b&gt;adjourn&lt;/b&gt;.</s>" in html
    assert "16:56" in html
    assert "a1b2 c3d4" in html


def test_empty_minutes_say_so() -> None:
    html = shown("record/minutes.html", lines=[], kind="vote", head="", hidden=False)
    assert "Nothing of this kind has happened yet" in html
    assert asked().floor.votes.past == ()


def test_only_what_was_decided_stands_out_in_the_minutes() -> None:
    meeting = announced()
    html = shown("record/minutes.html", lines=lines(meeting), kind="", head="a1b2 c3d4")
    assert html.count("data-vote") == len(meeting.floor.votes.past)
    assert html.count(" voted ") > html.count("data-vote")


def test_a_vote_without_remarks_has_no_column_for_them() -> None:
    assert "Remarks" not in result(announced())


def test_the_public_minutes_name_no_guest() -> None:
    meeting = in_debate(rulebook=with_motions(house(), GUEST))
    meeting.carry(GUEST.kind, "ghana", name="somebody Invited", total_seconds=300)
    entries = [Entry(*said[:6], "") for said in meeting.said]
    told = [" ".join(line.sentences) for line in public_lines(entries, meeting.floor, directory())]
    assert any("a guest" in sentence for sentence in told)
    assert not any("somebody" in sentence.lower() for sentence in told)
    named = public_lines(entries, meeting.floor, directory(), with_names=True)
    assert any("omebody Invited" in sentence for line in named for sentence in line.sentences)
