"""Rulebooks: a house's rules are data, and data that would stop a committee is not read."""

from typing import get_args

import pytest

from app.procedure.catalogue import Effect
from app.procedure.effects import EFFECTS
from app.procedure.rulebook_files import UnknownRulebook, load, names, read


def test_every_rulebook_that_ships_can_be_read() -> None:
    assert "harvard" in names()
    for name in names():
        assert load(name).id == name
    with pytest.raises(UnknownRulebook, match="choose one of"):
        load("atlantis")


def test_every_effect_of_the_catalogue_is_there() -> None:
    assert set(EFFECTS) == set(get_args(Effect))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('id = "x"\ntitle = "x"\n[[motions]]\nkind = "a"\neffect = "dance"\nphases = []', "motions.a.effect"),
        ('id = "x"\ntitle = "x"\n[quorum.open]\nnumerator = 1\ndenominator = 0', "quorum.open.denominator"),
        ('id = "x"\ntitle = "x"\n[papers]\nsymbol = "DR"', "papers.symbol"),
        ('id = "x"\ntitle = "x"\n[caucuses]\nlongest_total_seconds = -1', "caucuses.longest_total_seconds"),
        ('id = "x"\ntitle = "x"\nprecedence = ["a"]', "precedence"),
        ('id = "x"\ntitle = "x"\nbased_on = "harvard"\nremoved_motions = [["appeal"]]', "removed_motions"),
        ('id = "x"\ntitle = "x"\nbased_on = "harvard"\nprecedence_of = ["ryan"]', "precedence_of"),
    ],
)
def test_a_rulebook_that_would_stop_a_committee_is_not_read(text: str, fault: str) -> None:
    with pytest.raises(UnknownRulebook, match=fault):
        read(text, "x.toml")


def test_a_kind_stands_in_a_rulebook_once() -> None:
    motion = '[[motions]]\nkind = "a"\neffect = "end_caucus"\nphases = ["caucus"]\n'
    with pytest.raises(UnknownRulebook, match="twice"):
        read(f'id = "x"\ntitle = "x"\nprecedence = ["a"]\n{motion}{motion}', "x.toml")
    once = read(f'id = "x"\ntitle = "x"\nprecedence = ["a"]\n{motion}', "x.toml")
    assert [rule.kind for rule in once.motions] == ["a"]
