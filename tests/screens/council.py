"""A committee of thirty-four delegations that the field knows, its names, and the draft it debates."""

from __future__ import annotations

from dataclasses import replace

from app.procedure.speakers_lists import JoinSpeakersList
from app.screens.directory import Directory, Entry
from delegations.countries import by_iso2
from delegations.names import slug
from resolutions.document import Clause, Document
from tests.procedure.meeting import Meeting, in_debate

STATES = [
    *("AR", "BO", "BR", "CA", "CL", "CN", "CO", "CR", "CU", "DO", "EC", "ES", "FR", "GB", "GH", "GT", "HN"),
    *("HT", "IN", "KE", "KP", "KR", "MX", "NI", "NO", "PA", "PE", "PH", "PT", "RU", "SV", "US", "VE", "VN"),
]
ENTRIES = {
    slug(country.display): Entry(
        slug(country.display), country.display, country.display, country.iso2, "member", code
    )
    for code in STATES
    if (country := by_iso2(code))
}
KEYS = tuple(sorted(ENTRIES, key=lambda key: ENTRIES[key].short_name))
TOPICS = ("Deportation and its humanitarian impact", "Labour mobility schemes")
NOTICE = (
    "States of origin and of destination to conclude bilateral agreements on reintegration, so that every "
    "person returned arrives with identity papers and a named contact for work, housing and health care"
)
TEXT = Document(
    "Reintegration after return",
    "The Council",
    (
        Clause("p1", "preambular", None, "a", "Recalling", "the Global Compact for Migration"),
        Clause("o1", "operative", None, "b", "Invites", NOTICE),
        Clause("o2", "operative", None, "c", "Requests", "a report on the following"),
        Clause("s1", "sub", "o2", "a", "", "the first ninety days after return"),
        Clause("s2", "sub", "o2", "b", "", "the cost of reception"),
        Clause("o3", "operative", None, "d", "Decides", "to remain seized of the matter"),
    ),
)
BETTER = (
    "States of origin and of destination to conclude bilateral agreements on reintegration, so that every "
    "person returned arrives with valid identity documents, a copy of their medical record and a named "
    "contact for work, housing and health care within thirty days"
)


def directory(**changes: object) -> Directory:
    """The committee's names, with a way to join."""
    plain = Directory(
        1,
        "International Organization for Migration",
        topics=TOPICS,
        entries=ENTRIES,
        join_url="https://placard.example/join/KMV427",
        join_code="KMV 427",
        join_qr="M0 0h7v7h-7zM22 0h7v7h-7zM0 22h7v7h-7zM9 9h3v3h-3zM16 14h5v2h-5z",
        join_qr_size=29,
        claimed=12,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def sitting(**founding: object) -> Meeting:
    """Debate is open; Cuba is absent, Ghana is present and voting."""
    return in_debate(("cuba",), ("ghana", "bolivia"), members=KEYS, topics=TOPICS, others=(), **founding)  # type: ignore[arg-type]


def with_list(meeting: Meeting, *seats: str) -> Meeting:
    """These delegations wait to speak."""
    for seat in seats:
        meeting.do(JoinSpeakersList(seat))
    return meeting
