"""How a house writes its parameters: shares, times, caps, pairs, tables and words, and what is in no form."""

from __future__ import annotations

from typing import Any

import pytest

from app.procedure.parameter_forms import (
    as_is,
    cap,
    read_share,
    read_time,
    share,
    speakers,
    table,
    time,
    words,
    write_share,
)


def told(over: int, under: int, rounding: str, of: str = "members") -> dict[str, Any]:
    return {"numerator": over, "denominator": under, "rounding": rounding, "of": of}


@pytest.mark.parametrize(
    ("text", "table_of_it"),
    [
        ("1/3", told(1, 3, "ceil")),
        (" 1/8 ceil ", told(1, 8, "ceil")),
        ("2/3 floor", told(2, 3, "floor")),
        ("floor 1/10", told(1, 10, "floor")),
        (">1/2", told(1, 2, "more_than")),
        (">1/2 (majority)", told(1, 2, "more_than")),
        ("majority", told(1, 2, "more_than")),
        ("majority of present", told(1, 2, "more_than", "present")),
        ("20%", told(20, 100, "ceil")),
        ("20 % floor of present", told(20, 100, "floor", "present")),
        ("5% rounded up", told(5, 100, "ceil")),
        ("5% rounded down of members", told(5, 100, "floor")),
        (">33%", told(33, 100, "more_than")),
        ("100/999", told(100, 999, "ceil")),
    ],
)
def test_a_share_in_its_short_form(text: str, table_of_it: dict[str, Any]) -> None:
    assert read_share(text) == table_of_it
    assert read_share(write_share(table_of_it)) == table_of_it


@pytest.mark.parametrize("text", ["", "half", "1/", "/3", "1/3 up", "0.5", "1/3 of guests", "1234/5", "-1/3"])
def test_what_is_no_share(text: str) -> None:
    with pytest.raises(ValueError) as error:
        read_share(text)
    assert error.value.args == (text,)


@pytest.mark.parametrize(
    ("table_of_it", "text"),
    [
        (told(1, 3, "ceil"), "1/3 ceil"),
        (told(1, 10, "floor", "present"), "1/10 floor of present"),
        (told(1, 2, "more_than"), ">1/2"),
        (told(1, 2, "more_than", "present"), ">1/2 of present"),
    ],
)
def test_a_share_is_written_as_short_as_it_is_read(table_of_it: dict[str, Any], text: str) -> None:
    assert write_share(table_of_it) == text


def test_a_share_may_say_more_after_a_comma_in_words_that_are_known() -> None:
    read = share(
        "papers.signatories_min",
        sponsors_included={"papers.sponsors_count_as_signatories": True},
        own={"papers.sponsors_count_as_signatories": False},
    )
    assert read("1/5") == {"papers.signatories_min": told(1, 5, "ceil")}
    assert read("1/5 floor, sponsors included") == {
        "papers.signatories_min": told(1, 5, "floor"),
        "papers.sponsors_count_as_signatories": True,
    }
    assert read("1/5,own")["papers.sponsors_count_as_signatories"] is False
    assert read(told(1, 4, "ceil")) == {"papers.signatories_min": told(1, 4, "ceil")}
    for wrong in ("1/5, sponsors apart", "1/5,", "1/5, "):
        with pytest.raises(ValueError, match="1/5,"):
            read(wrong)
    assert share("quorum.open", "floor")("20%") == {"quorum.open": told(20, 100, "floor")}


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("90 s", 90),
        ("1 second", 1),
        ("45seconds", 45),
        ("20 min", 1200),
        (" 1 minute ", 60),
        ("2 minutes", 120),
        ("1 h", 3600),
        ("3 hours", 10800),
    ],
)
def test_a_time_in_its_unit(text: str, seconds: int) -> None:
    assert read_time(text) == seconds
    assert time("speeches.general_seconds")(text) == {"speeches.general_seconds": seconds}


def test_a_time_may_be_a_number_of_seconds_and_nothing_else() -> None:
    assert time("speeches.general_seconds")(75) == {"speeches.general_seconds": 75}
    for wrong in ("", "90", "soon", "1.5 min", "123456 s", "-1 min"):
        with pytest.raises(ValueError):
            read_time(wrong)


def test_a_cap_is_a_number_a_share_or_both() -> None:
    read = cap("papers.sponsors_max", "papers.sponsors_max_share")
    assert read(5) == {"papers.sponsors_max": 5, "papers.sponsors_max_share": None}
    assert read("10%") == {"papers.sponsors_max": 0, "papers.sponsors_max_share": told(10, 100, "floor")}
    assert read("5% rounded up") == {
        "papers.sponsors_max": 0,
        "papers.sponsors_max_share": told(5, 100, "ceil"),
    }
    assert read("10%, cap 5") == {
        "papers.sponsors_max": 5,
        "papers.sponsors_max_share": told(10, 100, "floor"),
    }
    for wrong in ("10%, at most 5", "10%,", "many", "10%, cap 1234", "10%, cap 5 or so"):
        with pytest.raises(ValueError):
            read(wrong)


def test_speakers_are_a_pair_or_a_table_of_both_sides() -> None:
    read = speakers("close_debate")
    pair = {"motions.close_debate.speakers_for": 0, "motions.close_debate.speakers_against": 2}
    assert read({"for": 0, "against": 2}) == pair
    assert read([0, 2]) == read((0, 2)) == pair
    for wrong in ({"for": 2}, {"for": 1, "against": 1, "mover": 1}, 2, "two"):
        with pytest.raises(ValueError):
            read(wrong)
    with pytest.raises(ValueError, match=r"shorter|longer"):
        read([1, 2, 3])


def test_a_table_reads_each_of_its_entries_and_knows_no_other() -> None:
    read = table(share=share("quorum.open"), seconds=time("speeches.general_seconds"))
    assert read({"seconds": "1 min"}) == {"speeches.general_seconds": 60}
    assert read({"share": "1/4", "seconds": 30}) == {
        "quorum.open": told(1, 4, "ceil"),
        "speeches.general_seconds": 30,
    }
    assert read({}) == {}
    for wrong in ({"other": 1}, {"share": "1/4", "other": 1}, "1/4", None):
        with pytest.raises(ValueError):
            read(wrong)


def test_one_of_a_few_words_sets_what_it_means() -> None:
    read = words(none={"a.used": False}, one={"a.used": True, "a.most": 1})
    assert read("none") == {"a.used": False} and read("one") == {"a.used": True, "a.most": 1}
    for wrong in ("two", 1, None, ["one"]):
        with pytest.raises(ValueError):
            read(wrong)


def test_other_names_of_values_are_read_word_by_word() -> None:
    read = as_is("yields.to", {"delegates": "delegate"})
    assert read("delegates") == {"yields.to": "delegate"}
    assert read("chair") == {"yields.to": "chair"}
    assert read(["chair", "delegates", 3]) == {"yields.to": ["chair", "delegate", 3]}
    assert read(("delegates",)) == {"yields.to": ["delegate"]}
    assert read(True) == {"yields.to": True}
    assert as_is("votes.tie")(0) == {"votes.tie": 0}
