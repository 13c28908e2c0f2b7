"""A house's own motions and differences: a file of data makes them work, without a line of Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.procedure.rulebook_files import UnknownRulebook, compose, load, read
from app.words import event_sentence, motion_phrase, motion_title, names_on
from tests.procedure.meeting import in_debate

SCHOOL = """
id = "school"
title = "School of the Lake"
based_on = "harvard"
removed_motions = ["round_robin"]
precedence_of = "GEO"

[votes]
resolution = "two_thirds_cast"

[[motions]]
kind = "silent_reading"
title = "Silent reading caucus"
effect = "open_unmoderated_caucus"
phases = ["list", "resolution"]
parameters = ["total_seconds"]
ordered = false
majority = "two_thirds_cast"

[[motions]]
kind = "close_debate"
speakers_against = 1
"""


@pytest.fixture
def school(tmp_path: Path) -> str:
    """The school's own file."""
    file = tmp_path / "school.toml"
    file.write_text(SCHOOL, "utf-8")
    return str(file)


def test_a_house_lists_only_what_it_does_otherwise(school: str) -> None:
    book, harvard = load(school), load("harvard")
    assert (book.id, book.title) == ("school", "School of the Lake")
    assert book.quorum == harvard.quorum
    assert book.votes.resolution == "two_thirds_cast"
    assert book.motion("round_robin") is None
    close, theirs = book.motion("close_debate"), harvard.motion("close_debate")
    assert close is not None and theirs is not None
    assert (close.speakers_against, theirs.speakers_against) == (1, 2)
    assert (close.majority, close.effect) == (theirs.majority, theirs.effect)
    assert book.place("close_debate") == 0


def test_a_motion_of_the_house_s_own_is_moved_voted_and_works(school: str) -> None:
    meeting = in_debate(rulebook=load(school))
    meeting.put("motion", meeting.motion("silent_reading", "peru", total_seconds=300))
    assert not meeting.hands(5, 4)  # two thirds of nine are six
    meeting.put("motion", meeting.motion("silent_reading", "peru", total_seconds=300))
    assert meeting.hands(6, 3)
    assert meeting.floor.caucus is not None
    assert meeting.floor.clocks["caucus"].total == 300_000
    assert meeting.replayed() == meeting.floor


def test_it_is_called_by_its_own_title(school: str) -> None:
    meeting = in_debate(rulebook=load(school))
    meeting.motion("silent_reading", "peru", total_seconds=300)
    motion = meeting.floor.motions.pending[0]
    names = names_on(meeting.floor, {"peru": "Peru"})
    assert motion_title(motion.kind, motion.terms, names) == "Silent reading caucus, 5 min"
    assert motion_phrase(motion.kind, motion.terms, names) == "the motion “Silent reading caucus”"
    said = event_sentence(meeting.said[-1][5][0], meeting.floor, {"peru": "Peru"})
    assert said == "Peru moved the motion “Silent reading caucus”."


def test_it_is_listed_with_parameters_too(school: str) -> None:
    given = {"resolution_majority": "simple_cast", "motions.silent_reading.ordered": True}
    order = {"precedence_of": "GAVM", "precedence": ["silent_reading", *load(school).precedence]}
    book = compose(school, (), {**given, **order})
    assert book.votes.resolution == "simple_cast"
    assert book.precedence[:2] == ("adjourn_meeting", "suspend_meeting")
    assert book.precedence.index("silent_reading") == book.precedence.index("speaking_time") + 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('based_on = "atlantis"', "x.toml, based_on: there is no rulebook atlantis; choose one of"),
        ('removed_motions = ["waltz"]', "x.toml, removed_motions: there is no motion waltz to take away"),
        ('precedence_of = "ABC"', "x.toml, precedence_of: ABC is no published order; choose one of JAM"),
        ("precedence_off = 1", "x.toml, precedence_off: "),
        ("motions = 3", "x.toml, motions: this is a list"),
        ('notes = "all"', "x.toml, notes: this is a list"),
        ("motions = [3]", "x.toml, motions.0: a motion is a table with its kind"),
        ('[[motions]]\nkind = "waltz"', "x.toml, motions.waltz.effect: "),
        ('[[motions]]\nkind = "A waltz"', "x.toml, motions.A waltz.kind: "),
        (
            '[[motions]]\nkind = "a"\n[[motions]]\nkind = "a"',
            "x.toml, motions.a: this kind of motion is there twice",
        ),
        ("[quorum]\nopening = 1", "x.toml, quorum.opening: "),
        ('[quorum]\npresumed = "yes"', "x.toml, quorum.presumed: "),
        ("[quorum.open]\nnumerator = 1", "x.toml, quorum.open.denominator: "),
        ('kind = "overlay"', "x.toml, kind: an overlay goes on top of a rulebook"),
        ('kind = "book"', "x.toml, kind: this is a rulebook or an overlay"),
        ("title = ", "x.toml: "),
        (
            '[[motions]]\nkind = "a"\neffect = "end_caucus"\nphases = ["list"]',
            "x.toml, motions.a: it has no place in precedence and is not unordered",
        ),
        (
            '[[motions]]\nkind = "a"\neffect = "end_caucus"\nphases = ["list"]\nordered = false\n'
            'optional = ["topic", "topic"]',
            "x.toml, motions.a.parameters: topic is there twice",
        ),
    ],
)
def test_what_is_wrong_is_named_by_file_table_and_key(text: str, fault: str) -> None:
    head = [line for line in ('id = "x"', 'title = "x"', 'based_on = "harvard"') if line[:5] not in text]
    with pytest.raises(UnknownRulebook) as refused:
        read("\n".join([*head, text]), "x.toml")
    assert str(refused.value).startswith(fault)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(str(tmp_path / "none.toml"))
    with pytest.raises(UnknownRulebook, match="There is no overlay moon"):
        compose("harvard", ("moon",))
    with pytest.raises(UnknownRulebook, match="There is no rulebook atlantis; choose one of"):
        compose("atlantis")
