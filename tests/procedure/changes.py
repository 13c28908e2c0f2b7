"""Amendments in tests: offers to WP-1, and a committee that has a draft and some of them before it."""

from __future__ import annotations

from typing import Any

from app.procedure.amendments import ProposeAmendment
from app.procedure.wording import ground
from resolutions.document import Clause, Document, digest
from tests.procedure.meeting import TEXT, Meeting, in_debate

LONG_TEXT = Document(
    "Reintegration",
    "The Council",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "the Global Compact"),
        Clause("o1", "operative", None, "b", "Urges", "States to give notice"),
        Clause("o2", "operative", None, "c", "Requests", "a report on returns, costs and what was learnt"),
        Clause("o3", "operative", None, "d", "Decides", "to remain seized of the matter"),
    ),
)


def offer(
    action: Any, clause: str = "o2", opening: str = "", text: str = "", base: str = "", amendment: str = ""
) -> ProposeAmendment:
    """A change to WP-1, on the text that the tests begin with."""
    return ProposeAmendment("WP-1", action, base or digest(TEXT), clause, opening, text, amendment=amendment)


def offered(meeting: Meeting, action: Any, clause: str = "o2", text: str = "", **more: Any) -> str:
    """Spain offers a change to WP-1 on the text as it is now; returns the key of the amendment."""
    parent = more.pop("amendment", "")
    base = ground(meeting.floor, meeting.paper("WP-1"), parent)
    assert base is not None
    opening = "Requests" if text else ""
    given = ProposeAmendment("WP-1", action, digest(base), clause, opening, text, "", parent)
    meeting.do(given, by="spain", **more)
    return meeting.floor.papers.amendments[-1].key


def introduced(meeting: Meeting, action: Any, clause: str = "o2", text: str = "", **more: Any) -> str:
    """The same, and it is before the committee."""
    key = offered(meeting, action, clause, text, **more)
    meeting.carry("introduce_amendment", "spain", amendment=key)
    return key


def on_a_draft(rulebook: Any = None, text: Document = LONG_TEXT, **founding: Any) -> Meeting:
    """WP-1 of Ghana and Peru is debated."""
    meeting = in_debate(rulebook=rulebook, **founding)
    meeting.introduced(text=text)
    return meeting


def adopted(meeting: Meeting, key: str) -> None:
    """The amendment is put and carried."""
    meeting.put("amendment", key)
    assert meeting.hands(len(meeting.vote.order), 0)


def wording(meeting: Meeting, clause: str) -> str:
    """What a clause of WP-1 says now; "" where it is gone."""
    text = meeting.paper("WP-1").text
    assert text is not None
    return next((f"{one.opening} {one.text}" for one in text.clauses if one.uid == clause), "")


def state(meeting: Meeting, key: str) -> tuple[str, str]:
    """The stage of an amendment and how it stands."""
    one = meeting.floor.papers.amendment(key)
    assert one is not None
    return one.stage, one.standing
