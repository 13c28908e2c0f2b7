"""P-49: whoever changes the record is found out, by a program that knows nothing of Placard."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from app import verify as verifier
from app.keeping.exported_record import NOT_YET
from app.minutes import Minute
from app.screens.projector import PROJECTOR
from app.screens.view import html
from app.verify import Wrong, sentence, verify
from app.words import head_code
from resolutions.voting import MajorityKind, MajorityRule, count_hands
from tests.afternoon import Afternoon
from tests.promises.looked_after import placard
from tests.promises.recorded import file_of, rewritten, rows_of, voted
from tests.screens.council import directory
from tests.screens.moments import adjourned
from tests.served import Served

ROWS = rows_of(voted())
FILE = file_of(ROWS)
STARTS = [FILE.index(b"\n") + 1]
for _ in ROWS:
    STARTS.append(FILE.index(b"\n", STARTS[-1]) + 1)


def act_at(place: int) -> int:
    """The number of the act whose line holds this byte, its line's end left out; 0 for none."""
    inside = (n for n in range(1, len(ROWS) + 1) if STARTS[n - 1] <= place < STARTS[n] - 2)
    return next(inside, 0)


def flip(places: Iterable[int]) -> None:
    """Each of these bytes, changed, is found, and the act in which it stands is named."""
    for place in places:
        byte = FILE[place] ^ (1 << place % 8)
        with pytest.raises((Wrong, ValueError)) as found:
            verify(FILE[:place] + bytes([byte]) + FILE[place + 1 :])
        if number := act_at(place):
            assert isinstance(found.value, Wrong), place
            assert found.value.number == number, place


def first_wrong(rows: list[Minute]) -> int:
    with pytest.raises(Wrong) as found:
        verify(file_of(rows))
    return found.value.number


def test_p49_a_true_record_holds_and_its_votes_are_counted_again() -> None:
    found = verify(FILE, head_code(ROWS[-1].chain))
    assert (found.acts, found.committee, found.head) == (len(ROWS), "Council", ROWS[-1].chain)
    assert found.votes == sum('"ResultAnnounced"' in row.events for row in ROWS) >= 3
    assert verifier.head_code(found.head) == head_code(found.head)


def test_p49_a_changed_byte_is_found_and_its_act_is_named() -> None:
    chance = random.Random(49)
    line_ends = [place for start in STARTS for place in (start - 2, start - 1, start)]
    flip([*line_ends, *chance.sample(range(len(FILE)), 400), *range(STARTS[-1], len(FILE))])


@pytest.mark.long
def test_p49_every_changed_byte_is_found() -> None:
    flip(range(len(FILE)))


def test_p49_a_row_dropped_doubled_or_swapped_is_found_and_named() -> None:
    for at in range(len(ROWS) - 1):
        assert first_wrong([*ROWS[:at], *ROWS[at + 1 :]]) == at + 1
        assert first_wrong([*ROWS[:at], ROWS[at], *ROWS[at:]]) == at + 2
        assert first_wrong([*ROWS[:at], ROWS[at + 1], ROWS[at], *ROWS[at + 2 :]]) == at + 1
        made_up = replace(ROWS[at], command_id="made up", number=at + 2)
        assert first_wrong([*ROWS[: at + 1], made_up, *ROWS[at + 1 :]]) == at + 2


def test_p49_missing_last_acts_show_against_the_code_that_was_printed() -> None:
    cut = file_of(ROWS[:-1])
    assert verify(cut).acts == len(ROWS) - 1, "a prefix is a record too"
    with pytest.raises(Wrong) as found:
        verify(cut, head_code(ROWS[-1].chain))
    assert found.value.number == len(ROWS)


def test_p49_an_act_whose_words_were_left_out_is_found() -> None:
    """Were such rows let through, somebody could change an act and leave the next one out."""
    for column in ("command", "events", "by"):
        told: dict[str, Any] = {**asdict(ROWS[4]), column: None}
        blank = Minute(**told)
        assert first_wrong([*ROWS[:4], blank, *ROWS[5:]]) == 5


def act_of(event: str, place: int = 0) -> int:
    return [row.number for row in ROWS if f'"{event}"' in row.events][place]


@pytest.mark.parametrize(
    ("event", "place", "old", "new", "named"),
    [
        ("HandsCounted", -1, '"hands":[7,1,0]', '"hands":[1,7,0]', ("HandsCounted", -1)),
        ("HandsCounted", -1, '"yes":7', '"yes":8', ("HandsCounted", -1)),
        ("BallotCast", 0, '"choice":"no"', '"choice":"yes"', ("VoteClosed", 0)),
        ("BallotCast", -1, '"seat":"spain"', '"seat":"atlantis"', ("BallotCast", -1)),
        ("VoteClosed", -1, '"passed":true', '"passed":false', ("VoteClosed", -1)),
        ("ResultAnnounced", -1, '"passed":true', '"passed":false', ("ResultAnnounced", -1)),
        ("VoteOpened", -1, '"kind":"simple_cast"', '"kind":"unanimous"', ("VoteClosed", -1)),
    ],
)
def test_p49_a_result_that_does_not_follow_from_its_ballots_is_found_in_a_chain_made_anew(
    event: str, place: int, old: str, new: str, named: tuple[str, int]
) -> None:
    with pytest.raises(Wrong) as found:
        verify(rewritten(ROWS, act_of(event, place), old, new))
    assert found.value.number == act_of(*named)


def test_p49_the_verifier_counts_as_the_committee_does() -> None:
    for kind, required, keeps in product(get_args(MajorityKind), (None, 9), (False, True)):
        rule = MajorityRule(kind, required, frozenset(), 17, keeps)
        plain = {"kind": kind, "required_yes": required, "veto": [], "members": 17, "keeps": keeps}
        for yes, no, abstain in product(range(8), repeat=3):
            tally = count_hands(rule, 22, yes, no, abstain)
            vote = verifier.Vote({"rule": plain, "order": ["x"] * 22}, [], [(1, [yes, no, abstain])])
            again = verifier._tally(vote, 1, set())
            assert {name: value for name, value in again.items() if name != "vetoed_by"} == {
                name: getattr(tally, name) for name in again if name != "vetoed_by"
            }, (rule, yes, no, abstain)


def test_p49_a_sceptic_runs_the_one_file_without_placard(tmp_path: Path) -> None:
    alone = str(shutil.copy(str(verifier.__file__), tmp_path))
    (tmp_path / "record.json").write_bytes(FILE)
    (tmp_path / "changed.json").write_bytes(FILE.replace(rb"\"choice\":\"no\"", rb"\"choice\":\"yes\"", 1))

    def told(*words: str) -> tuple[int, str]:
        command = [sys.executable, "-I", "-S", alone, *words]
        found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=30, check=False)
        return found.returncode, found.stdout

    code, words = told("record.json", "--head", head_code(ROWS[-1].chain))
    assert (code, head_code(ROWS[-1].chain) in words) == (0, True)
    code, words = told("changed.json")
    assert (code, words.startswith(f"Act {act_of('BallotCast')} is wrong: ")) == (1, True)
    assert told("record.json", "--head", "0000")[0] == 1
    assert told()[0] == told(alone)[0] == 2


def test_p49_the_dais_takes_the_record_away_and_not_while_a_vote_is_on(tmp_path: Path) -> None:
    with Served(tmp_path) as served:
        afternoon = Afternoon(served)
        afternoon.opens()
        record = f"{served.here}/record.json"
        motion = afternoon.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=600)
        vote = afternoon.put("motion", str(motion), "devices")
        afternoon.seat(1, f"/votes/{vote}/ballots", choice="no")
        assert served.client("chair").get(record).status_code == 409
        code, told = placard(tmp_path, "record")
        assert (code, told) == (2, NOT_YET + "\n"), "nor does whoever runs Placard get it"
        afternoon.announce(vote)
        for role in ("delegate", "observer", "organizer", "nobody"):
            assert served.client(role, afternoon.seats[0] if role == "delegate" else "").get(
                record
            ).status_code in (401, 403)
        answer = served.client("chair", "dais-1").get(record)
        number, chain = served.head()
        assert verify(answer.content, chain).acts == number
        (tmp_path / "away.json").write_bytes(answer.content)
        assert head_code(chain) in sentence(str(tmp_path / "away.json"))[1]

        again = afternoon.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=300)
        vote = afternoon.put("motion", str(again), "devices")
        afternoon.seat(1, f"/votes/{vote}/ballots", choice="no")
        afternoon.chair(f"/votes/{vote}/annulment", reason="Again")
        assert served.client("chair", "dais-1").get(record).status_code == 403, "those ballots stay hidden"
        code, told = placard(tmp_path, "record", "--to", str(tmp_path / "whole.json"))
        assert (code, told) == (0, "")
        assert verify((tmp_path / "whole.json").read_bytes()).acts == served.head()[0]


def test_p49_the_code_stands_on_the_wall_when_the_committee_has_ended() -> None:
    floor = replace(adjourned().floor, head=ROWS[-1].chain)
    assert head_code(ROWS[-1].chain) in html(PROJECTOR["board"](floor, directory()), "en")
