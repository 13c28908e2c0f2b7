"""Timed debates and informal consultations, as every screen draws them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.procedure.amendments import ProposeAmendment
from app.procedure.brackets import BracketParagraph
from app.procedure.consultations import AgreeParagraph, OpenConsultations, TakeParagraph
from app.procedure.debate_speakers import CallDebater, JoinDebate
from app.procedure.debate_stages import EndDebateStage
from app.procedure.granting import GrantMotion
from app.procedure.rulebook import Rulebook
from app.procedure.speeches import EndSpeech
from app.procedure.taking_up import TakeUpAmendment, TakeUpDraft
from app.procedure.wording import ground
from resolutions.document import Clause, Document, digest
from tests.procedure import debates
from tests.procedure.houses import house
from tests.procedure.meeting import TEXT, Meeting
from tests.screens.debate_scenes import here, opened


def drafted(book: Rulebook, drafts: int = 1, text: Document = TEXT) -> Meeting:
    """Drafts are before the committee, none is in hand."""
    meeting = opened(book)
    seats = here(meeting)
    for place in range(drafts):
        key = meeting.approved(seats[place * 8 : place * 8 + 8], text)
        moved = meeting.motion("introduce_draft", seats[place * 8], paper=key)
        meeting.do(GrantMotion(moved, True), insist="nobody objects")
    return meeting


def to_take_up() -> Meeting:
    """Two drafts wait for their debate."""
    return drafted(debates.thimun(), 2)


def time_for() -> Meeting:
    """Time for the first of them: its submitter and two others wait."""
    meeting = to_take_up()
    meeting.do(TakeUpDraft("WP-1"))
    for key in here(meeting)[10:12]:
        meeting.do(JoinDebate("for", key))
    return meeting


def speaking_for() -> Meeting:
    """The submitter speaks."""
    meeting = time_for()
    meeting.do(CallDebater("for"))
    return meeting


def open_debate() -> Meeting:
    """Open debate: some wait on either side, one was heard."""
    meeting = to_take_up()
    meeting.do(TakeUpDraft("WP-1", "open"))
    meeting.do(CallDebater("for"))
    meeting.do(EndSpeech(here(meeting)[0]), after=70)
    for place, key in enumerate(here(meeting)[10:15]):
        meeting.do(JoinDebate("for" if place % 2 else "against", key))
    return meeting


def amendment_waits() -> Meeting:
    """An amendment can be taken up in open debate."""
    meeting = open_debate()
    text = ground(meeting.floor, meeting.paper("WP-1"), "")
    assert text is not None
    wording = "States to give notice of ninety days"
    change = ProposeAmendment("WP-1", "modify", digest(text), "o1", "Urges", wording)
    meeting.do(change, by=here(meeting)[12])
    return meeting


def amendment_debated() -> Meeting:
    """It is debated, and the clock of the draft waits."""
    meeting = amendment_waits()
    meeting.do(TakeUpAmendment("A1"))
    return meeting


def amendment_to_vote() -> Meeting:
    """Its debate is over."""
    meeting = amendment_debated()
    for stage in ("for", "against"):
        meeting.do(EndDebateStage("A1", stage))
    return meeting


def at_the_vote() -> Meeting:
    """Debate on the draft is over."""
    meeting = open_debate()
    meeting.do(EndDebateStage("WP-1", "open"))
    return meeting


def failed_in_time() -> Meeting:
    """It failed, and may be reopened."""
    meeting = at_the_vote()
    meeting.put("paper", "WP-1")
    meeting.hands(3, len(meeting.vote.order) - 3)
    return meeting


def to_consult() -> Meeting:
    """A draft is before a committee that works by consensus."""
    return drafted(house("un4mun"))


def consulting(text: Document = TEXT) -> Meeting:
    """The committee consults on it; no paragraph is taken yet."""
    meeting = drafted(house("un4mun"), text=text)
    meeting.do(OpenConsultations("WP-1"))
    return meeting


def in_hand() -> Meeting:
    """One paragraph is agreed, the next is in hand."""
    meeting = consulting()
    meeting.do(TakeParagraph("p1"))
    meeting.do(AgreeParagraph("p1"))
    meeting.do(TakeParagraph("o1"))
    return meeting


def bracketed() -> Meeting:
    """Two delegations keep brackets in it."""
    meeting = in_hand()
    meeting.do(BracketParagraph("o1", "States", here(meeting)[4]))
    meeting.do(BracketParagraph("o1", "", here(meeting)[6]))
    return meeting


def all_agreed() -> Meeting:
    """Every paragraph is agreed: the text can go to action."""
    meeting = in_hand()
    meeting.do(AgreeParagraph("o1"))
    meeting.do(TakeParagraph("o2"))
    meeting.do(AgreeParagraph("o2"))
    return meeting


def long_text() -> Meeting:
    """A draft of fourteen paragraphs; the tenth is in hand."""
    words = "States of origin and of destination to conclude bilateral agreements on reintegration"
    clauses = tuple(
        Clause(f"o{number}", "operative", None, order, "Invites", words)
        for number, order in enumerate("bcdefghijklmno", 1)
    )
    meeting = consulting(Document(TEXT.title, TEXT.organ, clauses))
    for number in range(1, 9):
        meeting.do(TakeParagraph(f"o{number}"))
        meeting.do(AgreeParagraph(f"o{number}"))
    meeting.do(TakeParagraph("o10"))
    meeting.do(BracketParagraph("o10", "bilateral", here(meeting)[4]))
    return meeting


_TOLD = (
    *(to_take_up, time_for, speaking_for, open_debate, amendment_waits, amendment_debated, amendment_to_vote),
    *(at_the_vote, failed_in_time, to_consult, consulting, in_hand, bracketed, all_agreed, long_text),
)
SCENES: Mapping[str, Callable[[], Meeting]] = {f"timed_{one.__name__}": one for one in _TOLD}
"""Every one of these states by name."""
