"""A house on top of another, overlays on top: what is taken over, and what is wrong with a file."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.procedure import rulebook_files
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_checks import checked, plain
from app.procedure.rulebook_files import (
    UnknownRulebook,
    compose,
    load,
    names,
    overlay_names,
    overlays,
    read,
    shipped,
)
from app.procedure.rulebook_layers import laid_over

HEAD = 'id = "x"\ntitle = "A house"\n'
ON_HARVARD = f'{HEAD}based_on = "harvard"\n'


def row(kind: str, effect: str = "end_caucus", **more: str) -> str:
    said = "".join(f"{name} = {value}\n" for name, value in more.items())
    return f'[[motions]]\nkind = "{kind}"\neffect = "{effect}"\nphases = ["caucus"]\n{said}'


def fault(text: str) -> tuple[str, str]:
    """Where a file is wrong, and what the sentence says."""
    with pytest.raises(UnknownRulebook) as error:
        read(text, "x.toml")
    return error.value.where, str(error.value)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (f'{HEAD}precedence = ["a", "a"]\n{row("a")}', "precedence", "a is there twice"),
        (f'{HEAD}precedence = ["a", "b"]\n{row("a")}', "precedence", "the house has no motion b"),
        (
            f'{HEAD}precedence = ["a"]\n{row("a", ordered="false")}',
            "precedence",
            "a has a place although it is declared unordered",
        ),
        (f"{HEAD}{row('a')}", "motions.a", "it has no place in precedence and is not unordered"),
        (
            f"{HEAD}{row('a', ordered='false', parameters=['topic', 'topic'])}",  # type: ignore[arg-type]
            "motions.a.parameters",
            "topic is there twice",
        ),
        (
            f"{HEAD}{row('a', ordered='false', parameters=['topic'], optional=['topic'])}",  # type: ignore[arg-type]
            "motions.a.parameters",
            "topic is there twice",
        ),
        (
            f"{HEAD}{row('a', 'open_unmoderated_caucus', ordered='false')}",
            "motions.a.parameters",
            "open_unmoderated_caucus needs total_seconds",
        ),
        (f'{HEAD}based_on = "atlantis"', "based_on", "there is no rulebook atlantis"),
        (f"{HEAD}based_on = 3", "based_on", "there is no rulebook 3"),
        (f'{HEAD}kind = "overlay"', "kind", "an overlay goes on top of a rulebook"),
        (f'{HEAD}kind = "motion"', "kind", "this is a rulebook or an overlay"),
        (f'{ON_HARVARD}removed_motions = ["polka"]', "removed_motions", "there is no motion polka"),
        (f'{ON_HARVARD}removed_motions = "appeal"', "removed_motions", "this is a list"),
        (f'{ON_HARVARD}motions = ["appeal"]', "motions.0", "a motion is a table with its kind"),
        (f"{ON_HARVARD}[[motions]]\nkind = 3", "motions.0", "a motion is a table with its kind"),
        (f'{ON_HARVARD}precedence_of = "ryan"', "precedence_of", "ryan is no published order"),
        (f"{ON_HARVARD}notes = 3", "notes", "this is a list"),
        (f"{HEAD}says = 3", "says", "this is a table of steps and sentences"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_by_table_and_key(text: str, where: str, said: str) -> None:
    found = fault(text.replace("'", '"'))
    assert found[0] == where and said in found[1] and found[1].startswith("x.toml, ")


def test_a_file_that_is_no_toml_is_named() -> None:
    with pytest.raises(UnknownRulebook, match=re.escape("x.toml: ")) as error:
        read("id = ", "x.toml")
    assert error.value.where == ""


def test_houses_do_not_stand_on_one_another_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    round_ = {"id": "harvard", "title": "Harvard", "based_on": "harvard"}
    monkeypatch.setattr(rulebook_files, "_layer", lambda name: round_)
    assert fault(ON_HARVARD) == (
        "based_on",
        "harvard.toml, based_on: houses stand on one another without end.",
    )


def test_what_a_house_does_not_say_is_that_of_the_house_it_is_based_on() -> None:
    harvard, own = load("harvard"), read(f"{ON_HARVARD}[quorum]\npresumed = false\n", "x.toml")
    assert own.quorum.presumed is not harvard.quorum.presumed
    assert own.quorum.open == harvard.quorum.open and own.precedence == harvard.precedence
    assert own.motions == harvard.motions and own.votes == harvard.votes
    assert own.notes == harvard.notes


def test_notes_are_added_and_motions_changed_field_by_field() -> None:
    harvard = load("harvard")
    own = read(
        f'{ON_HARVARD}notes = ["Ours"]\n[[motions]]\nkind = "close_debate"\nspeakers_for = 2\n', "x.toml"
    )
    assert own.notes == (*harvard.notes, "Ours")
    ours, theirs = own.motion("close_debate"), harvard.motion("close_debate")
    assert ours and theirs and ours.speakers_for == 2 and ours.effect == theirs.effect
    assert [rule.kind for rule in own.motions] == [rule.kind for rule in harvard.motions]


def test_a_motion_that_is_taken_away_leaves_the_order() -> None:
    own = read(f'{ON_HARVARD}removed_motions = ["round_robin"]\n', "x.toml")
    assert own.motion("round_robin") is None and "round_robin" not in own.precedence
    assert own.precedence == tuple(kind for kind in load("harvard").precedence if kind != "round_robin")


def test_an_overlay_takes_away_what_may_be_missing_and_its_order_goes_first() -> None:
    base = plain(load("harvard"))
    over = {"removed_motions": ["polka", "round_robin"], "precedence": ["suspend_meeting"], "notes": ["Ours"]}
    data = laid_over(base, over, "x.toml", overlay=True)
    book = checked(data, "x.toml")
    assert book.precedence[0] == "suspend_meeting" and book.precedence.count("suspend_meeting") == 1
    assert book.motion("round_robin") is None and book.notes[-1] == "Ours"
    rest = [kind for kind in load("harvard").precedence if kind not in ("suspend_meeting", "round_robin")]
    assert list(book.precedence[1:]) == rest


def test_a_published_order_places_what_the_house_had_left_without_a_place() -> None:
    book = read(f'{ON_HARVARD}precedence_of = "JAM"\n', "x.toml")
    known = [kind for kind in book.precedence if kind in ("adjourn_meeting", "suspend_meeting")]
    assert known == ["adjourn_meeting", "suspend_meeting"]
    assert all((rule.kind in book.precedence) is rule.ordered for rule in book.motions)


@pytest.mark.parametrize("name", names())
def test_a_house_read_again_from_plain_data_is_the_same(name: str) -> None:
    book = load(name)
    assert checked(plain(book), "x.toml") == book


def test_overlays_are_told_by_name_and_title_and_laid_on_one_after_the_other() -> None:
    assert [one.id for one in overlays()] == list(overlay_names())
    assert all(one.title for one in overlays())
    both = load("harvard+security_council+iom_council")
    assert both.id == "harvard+security_council+iom_council"
    assert both == shipped(both.id) == compose("harvard", ("security_council", "iom_council"))
    assert both.title.startswith(f"{load('harvard').title} + ") and both.title.count(" + ") == 2
    with pytest.raises(UnknownRulebook, match="There is no overlay una_usa; choose among"):
        load("harvard+una_usa")
    with pytest.raises(UnknownRulebook, match="There is no rulebook security_council; choose one of"):
        shipped("security_council")


def test_a_file_is_composed_with_overlays_and_parameters(tmp_path: Any) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(ON_HARVARD, encoding="utf-8")
    assert load(str(file)).id == "x"
    composed: Rulebook = compose(str(file), ("security_council",), {"quorum_open": "1/5"})
    assert composed.id == "x+security_council" and composed.votes.required_yes == 9
    assert (composed.quorum.open.numerator, composed.quorum.open.denominator) == (1, 5)
