"""The words of a clause as a shared text: they merge in any order, and what is refused leaves no trace."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text

from app.shared_text.words import (
    FIELDS,
    LONGEST,
    Joined,
    Words,
    joined,
    lacking,
    reworded,
    seeded,
    vector,
)

BEFORE = Words("Urges", "states to act", "")
WORDS = st.builds(Words, *(st.text("aé 😀xß", max_size=12) for _ in range(3)))


def read(state: bytes) -> Words:
    """The words of a state, as another program reads them."""
    doc: Doc[Any] = Doc()
    doc.apply_update(state)
    return Words(*(str(doc.get(name, type=Text)) for name in FIELDS))


def update(state: bytes, change: Any) -> tuple[bytes, bytes]:
    """What somebody sends who has `state` and changes it."""
    doc: Doc[Any] = Doc()
    doc.apply_update(state)
    seen = doc.get_state()
    change(doc)
    return doc.get_update(seen), doc.get_state()


@settings(deadline=None)
@given(WORDS, WORDS)
def test_other_words_are_written_as_they_are_meant(was: Words, new: Words) -> None:
    assert read(reworded(seeded(was), new)) == new


@settings(deadline=None)
@given(WORDS, WORDS, WORDS)
def test_what_two_people_typed_is_the_same_in_either_order(was: Words, one: Words, other: Words) -> None:
    begun = seeded(was)
    changes = [reworded(begun, words) for words in (one, other)]
    forward, backward = (joined_all(begun, order) for order in (changes, changes[::-1]))
    assert read(forward) == read(backward)


def joined_all(state: bytes, changes: list[bytes]) -> bytes:
    for change in changes:
        missing = lacking(change, vector(state))
        assert missing is not None
        done = joined(state, missing, vector(change))
        assert isinstance(done, Joined), done
        state = done.state
    return state


@settings(deadline=None)
@example(b"\x80\x80\x80\x1d")  # so few bytes claim 61 million writers
@given(st.binary(max_size=200))
def test_bytes_of_a_stranger_are_refused_or_harmless(raw: bytes) -> None:
    state = seeded(BEFORE)
    done = joined(state, raw, b"\0")
    if isinstance(done, Joined):
        assert read(done.state) == done.words
    assert read(state) == BEFORE


@settings(deadline=None)
@given(WORDS, WORDS, st.integers(0, 1000), st.integers(0, 255))
def test_an_update_that_was_bent_on_its_way_is_refused_or_harmless(
    was: Words, new: Words, place: int, byte: int
) -> None:
    state = seeded(was)
    raw = bytearray(lacking(reworded(state, new), vector(state)) or b"")
    raw[place % len(raw)] = byte
    done = joined(state, bytes(raw), b"\0")
    assert not isinstance(done, Joined) or read(done.state) == done.words


def test_what_does_not_fit_names_its_rule() -> None:
    state = seeded(BEFORE)

    def long(doc: Doc[Any]) -> None:
        text: Text = doc.get("text", type=Text)
        text += "x" * LONGEST["text"]

    def other(doc: Doc[Any]) -> None:
        doc["secret"] = Map({"a": 1})

    def bold(doc: Doc[Any]) -> None:
        doc.get("text", type=Text).format(0, 3, {"bold": True})

    def picture(doc: Doc[Any]) -> None:
        doc.get("text", type=Text).insert_embed(0, {"a": 1})

    wanted = {long: "draft.too_long", other: "typing.malformed", bold: "typing.malformed"}
    for change, rule in {**wanted, picture: "typing.malformed"}.items():
        assert joined(state, *update(state, change)) == rule


def test_an_update_that_leaves_a_gap_is_not_taken() -> None:
    state = seeded(BEFORE)
    doc: Doc[Any] = Doc()
    doc.apply_update(state)
    text: Text = doc.get("text", type=Text)
    text += " first"
    between = doc.get_state()
    text += " second"
    assert joined(state, doc.get_update(between), doc.get_state()) == "typing.behind"
    assert isinstance(joined(state, doc.get_update(vector(state)), doc.get_state()), Joined)


def test_a_vector_that_is_none_is_told_apart() -> None:
    state = seeded(BEFORE)
    assert lacking(state, b"abc") is None
    assert lacking(state, b"") is not None
    assert joined(state, b"\0\0", b"abc") == "typing.behind"
