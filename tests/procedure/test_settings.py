"""What a setting may be, in words: by its type, of a motion's row, with limits and other names of words."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import Field

from app.procedure.parameters import what_is_allowed, with_parameters
from app.procedure.rules.measures import Share
from app.procedure.settings import allowed, choices, row_types, setting_types, takes, type_of
from tests.procedure.houses import house

LIMITED = Annotated[int, Field(ge=1, le=2)]
AT_LEAST = Annotated[int, Field(ge=0)]


def test_the_type_of_a_setting_of_a_row_and_of_nothing() -> None:
    assert type_of("quorum.open") is Share and type_of("quorum.presumed") is bool
    assert type_of("motions.close_debate.speakers_for") == row_types()["speakers_for"]
    for nothing in ("motions.close_debate", "motions..x", "quorum", "quorum.polka", "polka", ""):
        assert type_of(nothing) is None, nothing
    assert type_of("motions.close_debate.polka") is None
    assert all("." in name for name in setting_types()) and "speeches.unused_time" in setting_types()


def test_the_words_that_a_type_takes() -> None:
    assert choices(Literal["a", "b"]) == ("a", "b") and choices(Literal["a", 1]) == ("a",)
    assert choices(tuple[Literal["a", "b"], ...]) == ("a", "b")
    assert choices(Literal["a", "b"] | Literal["b", "c"] | None) == ("a", "b", "c")
    assert choices(int) == choices(str) == choices(LIMITED) == ()


def test_what_a_type_takes_as_such_or_as_one_of_several() -> None:
    assert takes(int, int) and not takes(int, str)
    assert takes(Share | None, Share) and takes(Share | None, type(None)) and not takes(Share | None, int)
    assert takes(LIMITED, int) and not takes(Literal["a"], str)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Literal["a", "b"], "one of a, b"),
        (tuple[Literal["a", "b"], ...], "a list out of a, b"),
        (tuple[str, ...], "a list of names"),
        (bool, "true or false"),
        (int, "a whole number"),
        (LIMITED, "a whole number from 1 to 2"),
        (AT_LEAST, "a whole number"),
        (str, "words of its form"),
        (Share, "a share such as 1/3, 20% or >1/2"),
        (Share | None, "a share such as 1/3, 20% or >1/2, or nothing"),
        (Literal["a"] | None, "one of a, or nothing"),
        (LIMITED | None, "a whole number from 1 to 2, or nothing"),
    ],
)
def test_what_is_allowed_in_words(kind: object, said: str) -> None:
    assert str(allowed(kind)) == said


def test_words_may_have_other_names() -> None:
    assert str(allowed(Literal["a", "b"], {"a": "alpha"})) == "one of alpha, b"


def test_what_is_allowed_is_told_by_the_name_of_a_parameter_or_of_a_setting() -> None:
    assert str(what_is_allowed("amendment_degree_max")) == "a whole number from 1 to 2"
    assert str(what_is_allowed("quorum.presumed")) == "true or false"
    assert str(what_is_allowed("polka")) == ""
    assert "no_second_yield" in str(what_is_allowed("yield_chain"))


def test_a_setting_is_set_by_our_own_name_in_its_short_forms() -> None:
    book = with_parameters(
        house(),
        {
            "quorum.open": "1/5 floor",
            "speeches.general_seconds": "2 min",
            "quorum.presumed": False,
            "motions.close_debate.speakers_for": 1,
            "motions.round_robin": None,
            "says.es.vote_placards": "A votar",
        },
    )
    assert book.quorum.open == Share(1, 5, "floor") and not book.quorum.presumed
    assert book.speeches.general_seconds == 120
    rule = book.motion("close_debate")
    assert rule is not None and rule.speakers_for == 1 and book.motion("round_robin") is None
    assert book.says["es"] == {"vote_placards": "A votar"}
    taken = with_parameters(book, {"says.es.vote_placards": None})
    assert "es" not in taken.says and with_parameters(book, {}) is book
