"""A transcript is played: accepted and refused lines, the room's clocks, undo, and lines that are none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.transcripts import BadLine, play, vocabulary
from tests.transcripts.written import ROSTER, Written

CAUCUS: dict[str, Any] = {
    "kind": "moderated_caucus",
    "total_seconds": 600,
    "speech_seconds": 60,
    "topic": "notice",
}


def test_a_caucus_is_moved_voted_and_opened() -> None:
    text = Written().in_debate()
    moved = text.says("RaiseMotion", "FR", **CAUCUS)
    put = text.says("OpenVote", about="motion", subject=f"@{moved}")
    counted = text.says("EnterCount", vote=f"@{put}", yes=3, no=1)
    announced = text.says("AnnounceResult", vote=f"@{put}")
    told = text.played()
    assert told.events(moved) == ["MotionRaised"]
    assert told.events(put) == ["VoteOpened"]
    assert told.events(counted) and "CaucusOpened" in told.events(announced)
    assert told.line[moved]["act"] == 6
    assert told.floor["caucus"]["topic"] == "notice"
    assert told.floor["seats"]["FR"]["order"] == 2  # alphabetical by name
    assert [one["line"] for one in told.told[:-1]] == list(range(2, len(text.lines) + 1))


def test_a_refusal_names_rule_and_reason_and_whether_the_chair_may_insist() -> None:
    text = Written().in_debate()
    uneven = text.says("RaiseMotion", "FR", **{**CAUCUS, "speech_seconds": 45})
    insisted = text.says(
        "RaiseMotion", seat="FR", **{**CAUCUS, "speech_seconds": 45}, insist="The room agrees"
    )
    by_delegate = text.says("RaiseMotion", "PE", **{**CAUCUS, "speech_seconds": 45}, insist="I want to")
    unknown = text.says("RaiseMotion", "FR", kind="waltz")
    told = text.played()
    assert told.line[uneven]["impossible"] is False
    assert told.rule(uneven) == told.rule(by_delegate) == "caucus.uneven"
    assert "10 min" in told.line[uneven]["why"]
    assert told.events(insisted) == ["RuleOverruled", "MotionRaised"]
    assert told.line[unknown]["impossible"] is True
    assert told.rule(unknown) == "motion.unknown"


def test_the_room_gives_the_time_when_a_clock_runs_out_before_the_next_line() -> None:
    text = Written().in_debate()
    text.says("JoinSpeakersList", "FR")
    text.says("CallNextSpeaker")
    early = text.says("JoinSpeakersList", "PE", after=89)
    late = text.says("JoinSpeakersList", "GH", after=1)
    text.says("EndSpeech", seat="FR", after=100)
    told = text.played()
    (alarm,) = told.alarms
    assert alarm["before"] == late != early
    assert (alarm["command"], alarm["clock"], alarm["at"]) == ("TimeUp", "speech", 96.0)
    assert alarm["events"] == [{"event": "TimeRanOut", "clock": "speech"}]
    assert told.line[late]["act"] == alarm["act"] + 1
    one_second_more = {"parameters": {"gsl_default_seconds": 91}}
    text.lines[0] = {**text.lines[0], **one_second_more}
    (alarm,) = text.played().alarms
    assert alarm["before"] == late + 1


def test_undo_takes_an_act_back() -> None:
    text = Written().in_debate()
    joined = text.says("JoinSpeakersList", "FR")
    undone = text.says("UndoAct", number=f"@{joined}")
    told = text.played()
    assert told.events(undone) == ["ActUndone"]
    assert told.floor["speeches"]["general"]["queue"] == []
    assert told.floor["undone"] == [told.line[joined]["act"]]


def test_a_draft_is_written_amended_and_adopted_without_a_digest_by_hand() -> None:
    text = Written(parameters={"quorum_vote": "1/4", "amendment_signatories_min": "1/8"}).in_debate()
    text.says("StartPaper", "FR", title="Notice")
    text.says("SharePaper", "FR", paper="WP-1", reader="PE")
    text.says("SponsorPaper", "PE", paper="WP-1")
    text.says("SubmitPaper", "FR", paper="WP-1", document=vocabulary()["document"])
    text.says("ApprovePaper", paper="WP-1")
    moved = text.says("RaiseMotion", "FR", kind="introduce_draft", paper="WP-1")
    put = text.says("OpenVote", about="motion", subject=f"@{moved}")
    text.says("EnterCount", vote=f"@{put}", yes=4, no=0)
    text.says("AnnounceResult", vote=f"@{put}")
    offered = text.says(
        *("ProposeAmendment", "GH"), paper="WP-1", action="modify", clause="o1", opening="Requests", text="z"
    )
    told = text.played()
    assert told.events(offered) == ["AmendmentProposed"]


def say(command: str, actor: str, **fields: Any) -> bytes:
    """A line at second 9."""
    return json.dumps({"at": 9, "actor": actor, "command": command, **fields}).encode()


JOIN = b'"actor": "FR", "command": "JoinSpeakersList"}\n'


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b"chaos\n", "this is not JSON: expecting value at character 1."),
        (b'{"at": 9\n', "this is not JSON: expecting ',' delimiter at character 9."),
        (b"[1]\n", "this is not a JSON object"),
        (b'{"at": 9, "actor": "FR"}\n', 'it needs "command", a text.'),
        (say("Dance", "FR"), "there is no command Dance"),
        (
            say("OpenCommittee", "FR"),
            "there is no command OpenCommittee",
        ),
        (b"{" + JOIN, 'it needs the time "at"'),
        (b'{"at": "9", ' + JOIN, 'it needs the time "at"'),
        (b'{"at": NaN, ' + JOIN, "this is not JSON"),
        (
            b'{"at": 1e999, ' + JOIN,
            'the time "at" is between',
        ),
        (b'{"at": 1e999999, ' + JOIN, 'the time "at" is between'),
        (b'{"at": 1e9999999999999999999, ' + JOIN, "this is not JSON"),
        (b'{"at": -1, ' + JOIN, 'the time "at" is between'),
        (b'{"at": 1, ' + JOIN, "time goes backwards"),
        (say("JoinSpeakersList", "XX"), "nobody is called XX"),
        (b'{"at": 9, "command": "JoinSpeakersList"}\n', 'it needs "actor", a text.'),
        (
            say("RaiseMotion", "FR"),
            "RaiseMotion needs the field kind.",
        ),
        (
            say("RaiseMotion", "FR", kind="x", colour=1),
            "RaiseMotion has no field colour.",
        ),
        (
            say("RaiseMotion", "FR", kind="x", total_seconds="600"),
            "the field total_seconds of RaiseMotion does not fit",
        ),
        (
            say("OpenVote", "chair", about="weather", subject="1"),
            "the field about of OpenVote does not fit",
        ),
        (
            say("UndoAct", "chair", number="@77"),
            "@77 in number names no earlier line",
        ),
        (
            say("JoinSpeakersList", "FR", insist=3),
            'it needs "insist"',
        ),
        (b"\xff\xfe\n", "this is not UTF-8 text."),
        (b"[" * 100_000 + b"\n", "this is not JSON"),
    ],
)
def test_a_line_that_is_none_is_named_with_what_is_wrong(line: bytes, sentence: str) -> None:
    with pytest.raises(BadLine) as wrong:
        list(play([*Written().in_debate().bytes(), line]))
    assert str(wrong.value).startswith(f"Line 6: {sentence}")
    assert "\n" not in str(wrong.value)


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ({"rulebook": "atlantis"}, "There is no rulebook atlantis; choose one of"),
        ({"rulebook": "/nowhere/x.toml"}, "the rulebook /nowhere/x.toml cannot be read"),
        ({"rulebook": {"id": "x"}}, "rulebook, title: "),
        ({"overlays": ["moon"]}, "There is no overlay moon"),
        (
            {"parameters": {"quorum_opn": "1/3"}},
            "There is no parameter quorum_opn; did you mean",
        ),
        (
            {"parameters": {"quorum_open": "some"}},
            "Parameter quorum_open cannot be 'some'; allowed is",
        ),
        ({"roster": [{"name": "France"}]}, "the first line needs roster.0.delegation."),
        (
            {"roster": [{"delegation": "FR", "standing": "king"}]},
            "roster.0.standing of the first line",
        ),
        ({"roster": [{"delegation": "F R"}]}, "A seat's key has letters, digits and hyphens"),
        ({"roster": [{"delegation": "chair"}]}, "the name chair is that of the dais"),
        ({"roster": [*ROSTER, ROSTER[0]]}, "A seat with this key exists already"),
        ({"colour": "red"}, "the first line has no entry colour."),
        ({"topics": "Water"}, "topics of the first line does not fit"),
    ],
)
def test_a_heading_that_founds_no_committee_says_why(heading: dict[str, Any], sentence: str) -> None:
    with pytest.raises(BadLine) as wrong:
        list(play(Written(**heading).bytes()))
    assert str(wrong.value).startswith(f"Line 1: {sentence}")


def test_an_empty_file_is_no_meeting() -> None:
    with pytest.raises(BadLine, match="Line 1: there is nothing here"):
        list(play([b"\n", b"  \n"]))


def test_lines_left_empty_count_and_the_mark_that_some_editors_write_first_does_not() -> None:
    head, *rest = Written().in_debate().bytes()
    told = list(play([b"\xef\xbb\xbf" + head, b"\n", *rest]))
    assert [one.get("line") for one in told] == [3, 4, 5, 6, None]


def test_overlays_parameters_and_a_house_s_own_tables_found_the_committee() -> None:
    own = {"id": "own", "title": "Own", "based_on": "harvard", "votes": {"resolution": "two_thirds_cast"}}
    given = {"overlays": ["latin_american"], "parameters": {"quorum_open": "1/2"}, "topics": ["Air"]}
    text = Written(rulebook=own, **given)
    book = text.played().floor["rulebook"]
    assert (book["id"], book["votes"]["resolution"]) == ("own+latin_american", "two_thirds_cast")
    assert (book["quorum"]["open"]["denominator"], book["warnings"]["used"]) == (2, True)
    assert text.played().floor["topics"] == ["Air"]


def _placard(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app", "meeting", *arguments]
    return subprocess.run(command, input=given, capture_output=True, timeout=60, check=False)


def test_the_command_line_plays_a_file_and_standard_input(tmp_path: Path) -> None:
    text = Written().in_debate()
    file = tmp_path / "meeting.jsonl"
    file.write_bytes(b"".join(text.bytes()))
    first = _placard("play", str(file))
    second = _placard("play", "-", given=file.read_bytes())
    assert first.returncode == second.returncode == 0
    assert first.stdout == second.stdout
    assert [json.loads(line) for line in first.stdout.splitlines()] == text.played().told


def test_the_command_line_ends_with_2_and_one_sentence_at_a_bad_line(tmp_path: Path) -> None:
    bad = _placard("play", "-", given=b"".join(Written().in_debate().bytes()) + b"chaos\n")
    assert bad.returncode == 2
    assert len(bad.stdout.splitlines()) == 4
    assert bad.stderr.decode().startswith("Line 6: this is not JSON") and bad.stderr.count(b"\n") == 1
    missing = _placard("play", str(tmp_path / "none.jsonl"))
    assert missing.returncode == 2
    assert b"There is no file" in missing.stderr and b"Traceback" not in missing.stderr
