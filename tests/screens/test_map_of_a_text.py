"""The map of a text: blocks as long as clauses, marks for amendments, and a table that says the same."""

from __future__ import annotations

import re
from dataclasses import replace

from app.procedure.amendments import ProposeAmendment, WithdrawAmendment
from app.screens.pictures.clauses import MOST_LINES, map_picture
from app.screens.pictures.files import as_csv, standing_alone
from app.screens.pictures.picture import Picture
from resolutions.document import Clause, Document, digest
from tests.procedure.meeting import TEXT, Meeting, in_debate
from tests.screens.phone_directory import DIRECTORY


def introduced() -> tuple[Meeting, str]:
    """A draft before the committee."""
    meeting = in_debate()
    return meeting, meeting.introduced()


def amend(meeting: Meeting, paper: str, action: str, clause: str, by: str) -> str:
    """An amendment is handed in; its key."""
    text = meeting.paper(paper).text
    assert text is not None
    words = ("", "") if action == "strike" else ("Requests", f"a yearly report to {by}")
    meeting.do(ProposeAmendment(paper, action, digest(text), clause, *words), by=by)  # type: ignore[arg-type]
    return meeting.floor.papers.amendments[-1].key


def drawn(meeting: Meeting, key: str, here: str = "#clause-") -> Picture:
    paper = meeting.paper(key)
    assert paper.text is not None
    return map_picture(meeting.floor, DIRECTORY, paper, paper.text, here)


def changes(picture: Picture) -> list[str]:
    """What the table says of each clause, in reading order."""
    return [row[-1] for row in picture.rows]


def test_a_text_that_nobody_amends_has_its_clauses_and_no_mark() -> None:
    picture = drawn(*introduced())
    assert picture.sentence == "1 preambular and 2 operative clauses. No amendment waits."
    assert [row[0] for row in picture.rows] == ["Preamble", "1.", "2."]
    assert changes(picture) == ["–"] * 3
    assert picture.markup.count('href="#clause-') == 3 and 'role="group"' in picture.markup


def test_what_waits_on_a_clause_is_marked_by_kind_and_two_contest_it() -> None:
    meeting, key = introduced()
    first = amend(meeting, key, "modify", "o1", "peru")
    assert changes(drawn(meeting, key)) == ["–", f"changed by {first}", "–"]
    other = amend(meeting, key, "strike", "o1", "spain")
    added = amend(meeting, key, "add", "o2", "mexico")
    picture = drawn(meeting, key)
    assert changes(picture) == ["–", f"contested: {first}, {other}", f"added to by {added}"]
    assert picture.sentence.endswith("Amendments wait on 2 clauses. 1 is contested.")
    meeting.do(WithdrawAmendment(first), by="peru")
    assert changes(drawn(meeting, key))[1] == f"struck by {other}"


def test_what_was_adopted_stays_marked_and_the_clause_voted_on_is_in_ink() -> None:
    meeting, key = introduced()
    first = amend(meeting, key, "modify", "o2", "peru")
    assert '<rect class="ink" x="40"' not in drawn(meeting, key).markup
    meeting.carry("introduce_amendment", "peru", amendment=first)
    meeting.carry("close_debate", "peru")
    meeting.put("amendment", first)
    assert drawn(meeting, key).markup.count('<rect class="ink" x="40"') == 1
    assert meeting.hands(len(meeting.vote.order), 0)
    picture = drawn(meeting, key)
    assert changes(picture) == ["–", "–", f"amended by {first}"]
    assert 'class="sealf"' in picture.markup


def test_a_block_is_as_high_as_its_clause_is_long() -> None:
    meeting, key = introduced()
    long = Clause("o3", "operative", None, "d", "Decides", "to remain seized of the matter " * 10)
    endless = replace(long, uid="o4", order_key="e", text="to remain seized of the matter " * 100)
    sub = Clause("o5", "operative", "o4", "a", "", "within one year")
    text = Document(TEXT.title, TEXT.organ, (*TEXT.clauses, long, endless, sub))
    picture = map_picture(meeting.floor, DIRECTORY, meeting.paper(key), text)
    blocks = re.findall(r'<rect class="(?:edgef|tintf bord)" x="(\d+)"[^>]*height="(\d+)"', picture.markup)
    heights = [int(height) for _, height in blocks]
    assert heights[0] == heights[1] < heights[3] < heights[4] == 9 * MOST_LINES
    assert [int(x) for x, _ in blocks] == [40, 40, 40, 40, 40, 54], "a sub-clause stands further in"


def test_words_of_people_are_escaped_and_the_file_says_what_the_page_says() -> None:
    meeting, key = introduced()
    nasty = Clause("o3", "operative", None, "d", "<b>Urges</b>", "<script>alert(1)</script>")
    text = Document(TEXT.title, TEXT.organ, (*TEXT.clauses, nasty))
    picture = map_picture(meeting.floor, DIRECTORY, meeting.paper(key), text, here="")
    assert "<script" not in picture.markup and "<b>" not in picture.markup and "href" not in picture.markup
    assert standing_alone(picture).startswith("<svg xmlns=")
    assert as_csv(picture).decode("utf-8-sig").splitlines()[0] == "Clause,Begins,Words,Changes"
    assert map_picture(meeting.floor, DIRECTORY, meeting.paper(key), Document("", "", ())).markup == ""
