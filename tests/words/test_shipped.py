"""What shipped files say to people is marked, word for word, so that every language has it."""

from __future__ import annotations

from app.procedure.rulebook_files import load, names, overlays
from app.words.shipped import BODIES, CALLED_THE_SAME, EVIDENCE
from delegations.templates import templates


def test_every_body_s_name_and_note_is_marked() -> None:
    said = {text for one in templates() for text in (one.title, one.note) if text}
    assert said == {*BODIES, *CALLED_THE_SAME}


def test_what_each_rulebook_rests_on_is_marked() -> None:
    said = {*(load(name).evidence for name in names()), *(one.evidence for one in overlays())}
    assert {text for text in said if text.endswith(".")} == set(EVIDENCE)
