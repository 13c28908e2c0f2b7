"""A small guide for the tests of the organizer's road: two states, one of them inferred, and an NGO."""

from delegations.study_guides.guide import (
    Finding,
    Instrument,
    Questions,
    Stakeholder,
    StudyGuide,
    TopicPosition,
)

GUIDE = StudyGuide(
    committee="Council on Migration",
    organization="Council on Migration",
    topics=("Returns with dignity",),
    stakeholders=(
        Stakeholder(
            "Ghana", "Ghana", "country", "GH", (TopicPosition("", "Asks for notice first.", 3, 20),),
            page=3, line=20,
        ),
        Stakeholder(
            "Perou", "Peru", "country", "PE", (TopicPosition("", "Receives many who moved.", 4, 40),),
            page=4, line=40, confidence="inferred",
        ),
        Stakeholder(
            "Aid Now", "Aid Now", "ngo", None, (TopicPosition("", "Runs shelters at the border.", 5, 60),),
            page=5, line=60,
        ),
    ),
    instruments=(Instrument("Global Compact for Migration", "A/RES/73/195", 2018, 8),),
    questions=Questions(("Who pays for a safe return?",), ()),
    findings=(Finding("warn", 41, "This name is misspelt: Peru."),),
)  # fmt: skip
