"""The minutes to the byte: what is written is read back, and whoever touches the record is found out."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app import minutes
from app.minutes import Minute, UnknownEvent, command_json, decode, events_json, verify, write
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.rulebook import Rulebook
from app.procedure.rulebook_files import load, names
from app.procedure.speakers_lists import JoinSpeakersList, SpeakersListJoined
from app.procedure.voting import VoteOpened
from app.words import head_code
from resolutions.voting import BallotRules, MajorityRule

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


def dictionaries(kind: Any) -> st.SearchStrategy[dict[Any, Any]]:
    """Dictionaries for a field; where it says Any, what JSON can hold."""
    key, value = get_args(kind) or (str, Any)
    return st.dictionaries(st.from_type(key), PLAIN if value is Any else st.from_type(value), max_size=3)


st.register_type_strategy(dict, dictionaries)
st.register_type_strategy(Mapping, dictionaries)
st.register_type_strategy(Rulebook, st.sampled_from([load(name) for name in names()]))
KINDS = sorted({**minutes.commands(), **minutes.events()}.items())


def record(*acts: tuple[str, Any, tuple[Any, ...]], committee_id: int = 7) -> list[Minute]:
    """A record of these acts (seat, command, events), a second apart."""
    rows: list[Minute] = []
    for number, (by, command, events) in enumerate(acts):
        before = rows[-1] if rows else Floor()
        text = command_json(command)
        rows.append(write(before, committee_id, 1_000 * number, by, f"press-{number}", text, events))
    return rows


def speakers(*seats: str) -> list[Minute]:
    """A record of delegations that join the list."""
    return record(*((seat, JoinSpeakersList(), (SpeakersListJoined("general", seat),)) for seat in seats))


def opened_vote() -> VoteOpened:
    """An event with sets in it, whose own order changes from process to process."""
    seats = tuple(f"seat-{number}" for number in range(12))
    rule = MajorityRule(veto=frozenset(seats[:5]))
    return VoteOpened(
        Vote(3, "motion", "2", "devices", True, rule, seats, frozenset(seats), BallotRules(), "", 5)
    )


@pytest.mark.parametrize(("name", "kind"), KINDS, ids=[name for name, _ in KINDS])
def test_every_command_and_event_is_read_back_as_it_was_written(name: str, kind: type) -> None:
    @settings(max_examples=3, phases=[Phase.generate], deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_type(kind))
    def written_and_read(value: Any) -> None:
        is_event = name in minutes.events()
        row = record(("ghana", JoinSpeakersList() if is_event else value, (value,) if is_event else ()))[0]
        entry = decode(row)
        assert (entry.events[0] if is_event else entry.command) == value
        assert (events_json(entry.events), command_json(entry.command)) == (row.events, row.command)

    written_and_read()


def test_the_same_act_gives_the_same_bytes_in_every_process() -> None:
    program = (
        "from tests.store.test_minutes import opened_vote\n"
        "from app.minutes import events_json\n"
        "print(events_json([opened_vote()]))\n"
    )
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert texts == {events_json([opened_vote()]) + "\n"}


def test_the_record_is_plain_text_that_people_can_read() -> None:
    row = speakers("côte-d'ivoire")[0]
    assert row.events == '[{"event":"SpeakersListJoined","list":"general","seat":"côte-d\'ivoire"}]'
    assert row.command == '{"command":"JoinSpeakersList","seat":""}'
    assert command_json(JoinSpeakersList(), "late") == (
        '{"command":"JoinSpeakersList","insist":"late","seat":""}'
    )


def test_an_independent_reader_can_check_the_chain_with_the_standard_library_alone() -> None:
    code = ""
    for row in speakers("ghana", "peru", "spain"):
        hashed = b"".join(
            str(len(column)).encode() + b":" + column + b","
            for column in (str(value).encode() for value in (code, *astuple(row)[:-1]))
        )
        code = hashlib.sha256(hashed).hexdigest()
        assert code == row.chain
    assert head_code(code) == f"{code[:4]} {code[4:8]} {code[8:12]} {code[12:16]}"


def test_a_true_record_verifies_and_its_head_code_too() -> None:
    rows = speakers("ghana", "peru", "spain")
    assert verify(rows) is None
    assert verify(rows, rows[-1].chain) is None
    assert verify([]) is None


@pytest.mark.parametrize("number", [1, 2, 3])
def test_any_change_of_any_column_is_found_and_named(number: int) -> None:
    rows = speakers("ghana", "peru", "spain")
    row = rows[number - 1]
    for column, value in zip(Minute.__slots__, astuple(row), strict=True):
        other = value + 1 if isinstance(value, int) else value[:-1] + chr(ord(value[-1]) ^ 1)
        forged: Any = {column: other}
        changed = [*rows[: number - 1], replace(row, **forged), *rows[number:]]
        assert verify(changed) == number, column


def test_what_moves_from_one_column_to_the_next_is_found() -> None:
    row = speakers("ghana")[0]
    moved = replace(row, by=row.by + row.command_id[0], command_id=row.command_id[1:])
    assert verify([moved]) == 1


def test_a_deletion_an_insertion_and_another_order_are_found() -> None:
    rows = speakers("ghana", "peru", "spain", "mexico")
    assert verify(rows[1:]) == 1
    assert verify([rows[0], *rows[2:]]) == 2
    assert verify([rows[0], rows[2], rows[1], rows[3]]) == 2
    assert verify([*rows[:2], rows[1], *rows[2:]]) == 3
    others = speakers("ghana", "peru", "canada")
    assert verify([*rows[:2], others[2], rows[3]]) == 4


def test_a_record_cut_short_is_found_against_a_head_code_noted_earlier() -> None:
    rows = speakers("ghana", "peru", "spain")
    assert verify(rows[:2]) is None
    assert verify(rows[:2], rows[2].chain) == 3


def test_an_unknown_event_is_never_skipped() -> None:
    row = speakers("ghana")[0]
    newer = replace(row, events=row.events.replace("SpeakersListJoined", "SpeakersListSung"))
    with pytest.raises(UnknownEvent, match="Act 1 of committee 7 holds SpeakersListSung, which this release"):
        decode(newer)
    longer = replace(row, events=row.events.replace('"seat":', '"octave":3,"seat":'))
    with pytest.raises(UnknownEvent, match="octave"):
        decode(longer)


@dataclass(frozen=True)
class LaterJoined:
    """The event under a later name, with a field that came later."""

    list: str
    seat: str
    by_phone: bool = False


def test_a_renamed_event_and_a_field_that_came_later_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    row = speakers("ghana")[0]
    old = replace(row, events=row.events.replace("SpeakersListJoined", "ListJoined"))
    monkeypatch.setitem(minutes.RENAMED, "ListJoined", LaterJoined)
    assert decode(old).events == (LaterJoined("general", "ghana"),)
