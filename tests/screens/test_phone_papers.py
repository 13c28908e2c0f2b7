"""Papers on a delegate's page: written clause by clause, amended by a changed copy, and forms that fit."""

from __future__ import annotations

import re
from dataclasses import fields
from html.parser import HTMLParser

import pytest

from app.papers.edits import DraftRefused, edited
from app.procedure.documents import Paper
from app.procedure.papers import StartPaper
from app.procedure.sharing import SharePaper
from app.procedure.sponsorship import SponsorPaper
from app.screens import phone
from app.screens.phone.clauses import clauses_to_edit
from app.screens.phone.paper import paper_view
from app.screens.phone.papers import shelf_view
from app.screens.projector.texts import document_page
from app.web.fields import OWN_FIELDS
from app.web.policy import limit_of
from app.web.table import ACT_ROWS
from app.words import refusal_sentence
from resolutions.document import Document, clause_at, content
from tests.procedure.houses import house
from tests.procedure.meeting import CHAIR, TEXT, committee, in_debate
from tests.screens.paper_pages import beside_a_paper
from tests.screens.phone_directory import DIRECTORY
from tests.screens.phone_pages import pages, paper_page, regions, shelf_page, with_subs

PAGES = {**pages(), **beside_a_paper()}


def test_a_paper_is_written_clause_by_clause() -> None:
    text = Document("Reintegration", "The Council")
    text = edited(text, {"edit": "add", "kind": "operative", "text": "Urges States to give notice;"}, "o1")
    text = edited(text, {"edit": "add", "kind": "operative", "opening": "Requests", "text": "a report"}, "o2")
    text = edited(
        text, {"edit": "add", "kind": "operative", "opening": "Decides", "text": "x", "after": ""}, "o0"
    )
    text = edited(text, {"edit": "add", "kind": "sub", "parent": "o1", "text": "in ten days"}, "s1")
    written = [(row.number, row.uid) for row in clauses_to_edit(text)]
    assert written == [("1.", "o0"), ("2.", "o1"), ("(a)", "s1"), ("3.", "o2")]
    urges = clause_at(text, "o1")
    assert urges is not None and (urges.opening, urges.text) == ("Urges", "States to give notice")
    text = edited(text, {"edit": "change", "clause": "o1", "opening": "Urges", "text": "notice"}, "")
    text = edited(text, {"edit": "title", "text": " Return  and after "}, "")
    text = edited(text, {"edit": "remove", "clause": "o1"}, "")
    assert text.title == "Return and after" and [row.uid for row in clauses_to_edit(text)] == ["o0", "o2"]


def test_names_stand_on_a_draft_only_where_the_house_shows_them() -> None:
    """Hidden at NWMUN: from draft, shelf and wall, not from the dais, nor from whoever still writes."""
    meeting = in_debate(rulebook=house(papers={"sponsors_shown": False}))
    meeting.do(StartPaper("Notice"), by="mexico")
    meeting.do(SharePaper("WP-1", "spain"), by="mexico")
    assert "Mexico" in paper_page(meeting, "WP-1", "spain")
    meeting.introduced(("ghana", "peru"))
    for page in (paper_page(meeting, "WP-2", "spain"), paper_page(meeting, "WP-2", "ghana")):
        assert "Peru" not in page
    assert "Peru" not in shelf_page(meeting, "spain")
    assert "Peru" in paper_page(meeting, "WP-2", CHAIR)
    wall = document_page(meeting.floor, DIRECTORY, meeting.paper("WP-2"))
    assert wall.sponsors == ()


def test_every_place_that_a_clause_is_offered_can_be_taken() -> None:
    text, taken = with_subs(), 0
    for row in clauses_to_edit(text):
        for place in filter(None, (row.up, row.down, row.inward, row.outward)):
            form = {"edit": "move", "clause": row.uid, "after": place.after, "parent": place.parent}
            assert content(edited(text, form, "")) != content(text)
            taken += 1
    assert taken == 8


@pytest.mark.parametrize(
    ("form", "rule"),
    [
        ({"edit": "burn"}, "draft.unknown_edit"),
        ({}, "draft.unknown_edit"),
        ({"edit": "add", "kind": "operative", "text": " "}, "draft.needs_words"),
        ({"edit": "add", "kind": "stanza", "text": "x"}, "draft.wrong_kind"),
        ({"edit": "add", "kind": "sub", "text": "x"}, "draft.wrong_kind"),
        ({"edit": "add", "kind": "sub", "parent": "gone", "text": "x"}, "draft.no_parent"),
        ({"edit": "change", "clause": "gone", "text": "x"}, "draft.no_clause"),
        ({"edit": "change", "clause": "o1", "text": "x" * 9000}, "draft.too_long"),
        ({"edit": "change", "clause": "o1", "text": "x\x00"}, "draft.not_plain_text"),
        ({"edit": "move", "clause": "o1", "after": "gone"}, "draft.no_anchor"),
        ({"edit": "move", "clause": "o1", "parent": "o1"}, "draft.under_itself"),
        ({"edit": "remove", "clause": "gone"}, "draft.no_clause"),
        ({"edit": "title", "text": " "}, "draft.needs_title"),
        ({"edit": "title", "text": "x" * 201}, "draft.long_title"),
    ],
)
def test_an_edit_that_cannot_be_done_is_refused_in_words(form: dict[str, str], rule: str) -> None:
    with pytest.raises(DraftRefused) as no:
        edited(TEXT, form, "new")
    assert no.value.refusal.rule == rule
    said = refusal_sentence(no.value.refusal, {})
    assert said.endswith(".") and not said.startswith("Not in order")


def test_a_working_paper_shows_its_readers_and_only_its_sponsors_write() -> None:
    meeting = in_debate()
    meeting.do(StartPaper("<b>Return</b>"), by="ghana")
    meeting.share("WP-1", "peru")
    meeting.do(SponsorPaper("WP-1"), by="peru")
    shown = paper_page(meeting, "WP-1", "ghana", TEXT, 3, writes=True)
    assert "Only these delegations, and the dais, can read this:" in shown
    assert "2 of 2 sponsors, 2 of 2 signatures" in shown
    assert 'name="version" value="3"' in shown and 'name="edit" value="move"' in shown
    reading = paper_page(meeting, "WP-1", "canada", TEXT, 3)
    assert 'name="edit"' not in reading and "Urges</em> States to give notice" in reading
    shelved = shelf_view(meeting.floor, DIRECTORY, meeting.floor.papers.papers, "ghana")
    assert [(stage, rows[0].role) for stage, rows in shelved.groups] == [("working_paper", "sponsor")]
    assert "<b>Return" not in "".join(regions(meeting.floor, "ghana").values())


def test_an_amendment_is_shown_in_words_and_as_a_redline() -> None:
    shown = PAGES["draft"]
    assert "Strike operative paragraph 1." in shown
    assert "<ins>" in shown and "<del>" in shown
    assert 'name="action" value="strike"' in shown and 'name="base"' in shown


def test_the_dais_enters_for_a_delegation_that_it_must_name() -> None:
    assert '<option value="">Choose a delegation</option>' in PAGES["papers-dais"]
    assert 'name="seat"' not in PAGES["papers"]
    meeting = in_debate()
    assert meeting.rules(StartPaper("Return", seat=""), by=CHAIR) == ("seat.name_one",)


class Forms(HTMLParser):
    """Collects each form's action and the names of its fields."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, set[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append((given.get("action") or "", set()))
        elif tag in ("input", "select", "textarea", "button") and given.get("name") and self.found:
            self.found[-1][1].add(str(given["name"]))


OWN = r"/(?:elections/\d+/ballots|comments(?:/\d+)?|codes|entrance|clauses|pasted(?:/taken)?|versions/\d+)$"
"""The ends of addresses that are no acts: what is beside a paper's text, and secret ballots."""


@pytest.mark.parametrize("name", PAGES)
def test_every_form_has_the_fields_of_its_command(name: str) -> None:
    forms = Forms()
    forms.feed(PAGES[name])
    for action, names in forms.found:
        if action.endswith("/text") or not action.startswith("/committees/"):
            continue
        path = action.removeprefix("/committees/7")
        if re.search(OWN, path):
            assert limit_of("POST", action) is not None, f"{action} is a way in that nobody has opened"
            continue
        (row,) = [row for row in ACT_ROWS if re.fullmatch(re.sub(r"{\w+}", "[^/]+", row.path), path)]
        assert names <= {*row.body_fields, *OWN_FIELDS}, (action, names)
        needed = {f.name for f in fields(row.command) if f.default is f.default_factory}
        assert needed - {*row.path_fields, "document"} <= names, (action, names)


@pytest.mark.parametrize("name", PAGES)
def test_ids_are_unlike_and_nothing_is_styled_inline(name: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', PAGES[name])
    assert sorted(set(ids)) == sorted(ids)
    assert re.search(r"\sstyle=|\son[a-z]+=|<script>", PAGES[name]) is None


def test_regions_of_a_page_are_those_of_the_channels() -> None:
    found = set(re.findall(r'data-region="([^"]+)"', PAGES["queue"]))
    expected = {f"public/{name}" for name in phone.PUBLIC} | {f"seat:ghana/{name}" for name in phone.SEAT}
    expected |= {"seat:ghana/unread"}
    assert found == expected - {"public/update"}, "a seat has what it has not read itself in its place"
    assert set(re.findall(r'data-region="([^"]+)"', PAGES["observer"])) == {
        f"public/{name}" for name in phone.PUBLIC
    }
    assert paper_view(committee().floor, DIRECTORY, _paper(), None, 0, "", False).clauses == ()


def _paper() -> Paper:
    meeting = in_debate()
    meeting.do(StartPaper("Return"), by="ghana")
    return meeting.paper("WP-1")
