"""Whose a paragraph is when no heading says so: by its first sentence, or nobody's, which is said."""

import pytest

from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand
from tests.delegations.drawn_guides import FORMATS, Block

OPENINGS = [
    ("The Democratic Republic of the Congo (DRC) has more water than it can use.", "CD"),
    ("Germany's government insists on open data and pays for gauges.", "DE"),
    ("The Turkish government rejects any court between neighbours.", "TR"),
    ("For its part, Chile sells the rights to its water.", "CL"),
    ("China, which builds most dams, keeps its data to itself.", "CN"),
    ("As for Peru, glaciers feed the towns below them.", "PE"),
    ("While Norway objects, Iceland supports a treaty on glaciers.", "IS"),
]
BOLD = [
    ("**Canada** sees the passage as its own and wants reports.", "CA"),
    ("The **Russian Federation** has the longest coast of all.", "RU"),
    ("Although it has no coast, **China** calls for a seat.", "CN"),
    ("Ever since independence **Nigeria** has asked for its bronzes.", "NG"),
    ("In the view of **Greece** the marbles form one monument.", "GR"),
]
MARKED = ["markdown", "web page", "word", "word in bold", "word in capitals"]


FURTHER = "It says so in every letter and waits for an answer from all."


def in_paragraphs(*paragraphs: str) -> list[Block]:
    """A guide whose positions are these paragraphs below one heading."""
    return [
        ("h1", "Committee on Rivers"), ("p", "Topic: Water that Crosses Borders"),
        ("h1", "Introduction"), ("p", "Mali and Peru spoke first. A river asks for no passport."),
        ("h1", "Country Positions"), *(("p", words) for words in paragraphs),
        ("h1", "Questions a Resolution Must Answer"), ("li", "Who owns the rain?"),
    ]  # fmt: skip


def understood(blocks: list[Block], form: str = "text") -> StudyGuide:
    name, draw = FORMATS[form]
    return understand(read(draw(blocks), name))


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_paragraph_is_of_the_subject_of_its_first_sentence(form: str) -> None:
    guide = understood(in_paragraphs(*(f"{words} {FURTHER}" for words, _ in OPENINGS)), form)
    wanted = [(iso2, f"{words} {FURTHER}") for words, iso2 in OPENINGS]
    assert [(one.iso2, one.position) for one in guide.stakeholders] == wanted


@pytest.mark.parametrize("form", MARKED)
def test_a_paragraph_is_of_the_name_in_bold_in_its_first_sentence(form: str) -> None:
    guide = understood(in_paragraphs(*(words for words, _ in BOLD)), form)
    wanted = [(iso2, words.replace("**", "")) for words, iso2 in BOLD]
    assert [(one.iso2, one.position) for one in guide.stakeholders] == wanted
    assert any("China" in finding.text for finding in guide.findings)


def test_a_paragraph_that_names_only_others_goes_to_nobody_and_is_said() -> None:
    lost = "Trade with Mali has ended, and Lima said so."
    guide = understood(in_paragraphs(*(words for words, _ in OPENINGS), lost))
    assert not any("Trade" in one.position for one in guide.stakeholders)
    (said,) = [one for one in guide.findings if one.severity == "warn" and "Trade with Mali" in one.text]
    assert said.line > 0


def test_a_paragraph_that_points_back_goes_on_with_whom_is_open() -> None:
    further = "It also sold ships to Mali in the same year."
    guide = understood(in_paragraphs(*(words for words, _ in OPENINGS), further))
    assert guide.stakeholders[-1].position.endswith(further)


def test_two_names_that_are_one_subject_stand_together() -> None:
    guide = understood(
        in_paragraphs("Kenya and Uganda share a lake and ask for a fund.", *(w for w, _ in OPENINGS))
    )
    first = guide.stakeholders[0]
    assert (first.kind, first.members) == ("countries", ("KE", "UG"))
    bold = understood(
        in_paragraphs("**Kenya** and **Uganda** share a lake.", *(w for w, _ in BOLD)), "markdown"
    )
    assert bold.stakeholders[0].members == ("KE", "UG")


def test_a_body_that_nobody_knows_is_called_by_its_acronym() -> None:
    body = "The Blue River Fund (BRF) pays for pumps in twelve states."
    guide = understood(in_paragraphs(*(words for words, _ in OPENINGS), body))
    last = guide.stakeholders[-1]
    assert (last.display_name, last.kind, last.position) == ("Blue River Fund", "organization", body)


def test_a_bold_name_in_prose_under_headings_begins_nothing() -> None:
    blocks = in_paragraphs()
    blocks[5:5] = [
        ("p", "The debate began when **Mali** spoke."),
        ("h2", "Ghana"), ("p", "Ghana waits for rain. It trusts **Togo** more than others."),
        ("h2", "Peru"), ("p", "In the view of **Chile** nothing is new. Peru disagrees."),
    ]  # fmt: skip
    assert [one.iso2 for one in understood(blocks, "markdown").stakeholders] == ["GH", "PE"]


def test_points_and_bold_names_below_a_marked_heading_are_of_the_state_above() -> None:
    blocks = in_paragraphs()
    blocks[5:5] = [
        ("h2", "Ghana"), ("p", "Ghana waits for rain."), ("li", "**Togo** is its closest friend."),
        ("li", "**Mali:** a rival on quotas"), ("p", "**Chad** sells it ships."),
        ("h2", "Peru"), ("p", "Peru disagrees."),
    ]  # fmt: skip
    found = understood(blocks, "markdown").stakeholders
    assert [one.iso2 for one in found] == ["GH", "PE"]
    assert all(name in found[0].position for name in ("Togo", "Mali", "Chad"))
