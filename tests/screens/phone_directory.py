"""The committee whose phones are drawn in tests: its names, flags and the profile of Ghana."""

from __future__ import annotations

from app.screens.directory import Directory, Entry
from delegations.profiles import Mention, Profile
from delegations.study_guides.guide import Citation, Instrument, TopicPosition
from tests.words.reading import NAMES

COMMITTEE = 7
FLAGS = {"canada": "CA", "france": "FR", "ghana": "GH", "honduras": "HN", "mexico": "MX", "peru": "PE"}
FLAGS_OR_NONE: dict[str, str | None] = {**FLAGS, "spain": "ES", "viet-nam": "VN", "aclu": None}
PROFILE = Profile(
    "ghana",
    "Ghana",
    (
        TopicPosition(
            "Reintegration",
            "Ghana asks that every return be announced to the receiving State before a flight leaves. It "
            "wants help to start again for those who come back, paid for in part by the sending State.",
            17,
            300,
        ),
    ),
    (Citation("IOM, 2022", "IOM. (2022). World Migration Report."), Citation("UNGA, 2018")),
    (Instrument("Global Compact for Migration", "A/RES/73/195", 2018),),
    (Mention("Deportation and the law", 120),),
    ("Which duty to consult could a sending State accept?", "Who pays for reintegration?"),
    (),
    17,
    300,
)
DIRECTORY = Directory(
    COMMITTEE,
    "IOM Council",
    organ="The Council",
    topics=("Reintegration after return",),
    entries={
        key: Entry(key, NAMES[key], NAMES[key], flag, "member" if flag else "ngo", flag or "ACLU")
        for key, flag in FLAGS_OR_NONE.items()
    },
    profiles={"ghana": PROFILE},
    questions=PROFILE.questions,
)
