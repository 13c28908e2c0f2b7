"""Checks an exported record of a committee: its chain of codes, and every vote, counted again.

It stands alone: Python's standard library only, nothing of Placard, so that who doubts Placard can read it
and run it: `python3 verify.py RECORD.json`, with `--head CODE` to hold it against the code that was printed
or read aloud. It names the first act that is wrong. Exit code 0: the record holds; 1: it does not; 2: it is
no record.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

COLUMNS = ("committee_id", "number", "at", "by", "command_id", "digest", "command", "events")
"""What the chain covers of each act, in this order."""
USAGE = "Usage: python3 verify.py RECORD.json [--head CODE]"
NOT_A_RECORD = "This is no record that Placard exported."


class Wrong(Exception):
    """The record does not hold; `number` is the first act that is wrong, 0 where it is none of them."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"Act {number} is wrong: {why}" if number else why)
        self.number = number


@dataclass
class Vote:
    """A question as it was opened, and what was given on it: (act, seat, choice), hands as (act, counts)."""

    opened: dict[str, Any]
    given: list[tuple[int, str, str]] = field(default_factory=list)
    hands: list[tuple[int, list[int]]] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """What was found right: acts, votes counted again, and the code after the last act."""

    committee: str
    acts: int
    votes: int
    head: str


def verify(data: bytes, head: str = "") -> Verdict:
    """Check the bytes of an exported record; `head` is a code noted elsewhere, whole or its beginning.

    Raises Wrong, and ValueError for what is no record at all.
    """
    lines = data.split(b"\n")
    if not lines[0].startswith(b'{"placard_record":1,') or len(lines) < 4:
        raise ValueError(NOT_A_RECORD)
    code, acts = "", []
    for number, line in enumerate(lines[1:-2], 1):
        act = _act(line.removesuffix(b","), number)
        code = _chained(code, act, number)
        acts.append(act)
    votes = _count_again(acts)
    _ends(data, lines, code, len(acts) + 1)
    noted = "".join(head.split()).lower()
    if not code.startswith(noted):
        raise Wrong(len(acts) + 1, "the record does not end with the code that was noted; acts are missing.")
    return Verdict(str(json.loads(data)["committee"]["name"]), len(acts), votes, code)


def head_code(code: str) -> str:
    """A code as it is printed and read aloud: 16 digits in groups of four."""
    return " ".join(code[start : start + 4] for start in range(0, 16, 4))


def _act(line: bytes, number: int) -> dict[str, Any]:
    """One line as an act; every byte must be as Placard writes it."""
    try:
        act = json.loads(line)
        as_written = json.dumps(act, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    except ValueError:
        raise Wrong(number, "its line cannot be read.") from None
    if as_written != line or not isinstance(act, dict) or set(act) != {*COLUMNS, "chain"}:
        raise Wrong(number, "its line is not as Placard writes it.")
    if act["number"] != number:
        raise Wrong(number, f"act {act['number']} stands in its place.")
    return act


def _chained(before: str, act: dict[str, Any], number: int) -> str:
    """The code after an act: SHA-256 over the code before and each column, written as `length:bytes,`."""
    code = hashlib.sha256()
    for column in (before, *(act[name] for name in COLUMNS)):
        text = str(column).encode()
        code.update(b"%d:%b," % (len(text), text))
    if act["chain"] != code.hexdigest():
        raise Wrong(number, "its code does not follow from what it says and from the code before.")
    if act["digest"] != hashlib.sha256(str(act["command"]).encode()).hexdigest():
        raise Wrong(number, "its command is not the one that was answered.")
    return str(act["chain"])


def _ends(data: bytes, lines: list[bytes], code: str, after: int) -> None:
    """The last line: the code of the last act, and a sum over the whole file."""
    before, comma, seal = data.rpartition(b',"seal":"')
    if not lines[-2].startswith(b'],"head":"%b"' % code.encode()):
        raise Wrong(after, "the record ends too early, or its last line was changed.")
    if not comma or seal != b'%b"}\n' % hashlib.sha256(before).hexdigest().encode():
        raise Wrong(0, "The acts hold, but the heading or the last line of the file was changed.")


def _count_again(acts: list[dict[str, Any]]) -> int:
    """Count every vote from its ballots; returns how many results were announced."""
    votes: dict[int, Vote] = {}
    undone: set[int] = set()
    announced = 0
    for act in acts:
        events = json.loads(act["events"])
        for event in events:
            _enter(votes, event, act["number"])
            announced += _compare(votes, event, act["number"], undone)
        undone |= {event["number"] for event in events if event["event"] == "ActUndone"}
    return announced


def _enter(votes: dict[int, Vote], event: dict[str, Any], act: int) -> None:
    """Note what an event adds to a vote."""
    match event["event"]:
        case "VoteOpened":
            votes[event["vote"]["number"]] = Vote(event["vote"])
        case "BallotCast" | "BallotCorrected" | "BallotChanged":
            ballot, vote = event["ballot"], _vote(votes, event, act)
            if ballot["seat"] not in vote.opened["order"]:
                raise Wrong(act, f"{ballot['seat']} has no vote on this question.")
            vote.given.append((act, ballot["seat"], ballot["choice"]))
        case "HandsCounted":
            _vote(votes, event, act).hands.append((act, event["hands"]))


def _compare(votes: dict[int, Vote], event: dict[str, Any], act: int, undone: set[int]) -> bool:
    """Hold a count or a result against what was given; says whether it is an announced result."""
    name = event["event"]
    if name not in ("VoteClosed", "HandsCounted", "ResultAnnounced"):
        return False
    found = _tally(_vote(votes, event, act), act, undone)
    told = {"passed": event["passed"]} if name == "ResultAnnounced" else event["tally"]
    for figure, value in found.items():
        if figure in told and told[figure] != value:
            raise Wrong(act, f"counted again, “{figure}” of vote {event['vote']} is {value}.")
    return bool(name == "ResultAnnounced")


def _vote(votes: dict[int, Vote], event: dict[str, Any], act: int) -> Vote:
    vote = votes.get(event["vote"])
    if vote is None:
        raise Wrong(act, f"vote {event['vote']} was never opened.")
    return vote


def _tally(vote: Vote, act: int, undone: set[int]) -> dict[str, Any]:
    """The figures of a vote from its ballots, or from the placards counted; acts taken back do not count."""
    rule, order = vote.opened["rule"], vote.opened["order"]
    hands = [counts for number, counts in vote.hands if number not in undone]
    choices = {seat: choice for number, seat, choice in vote.given if number not in undone}
    given = list(choices.values())
    yes, no, abstain = hands[-1] if hands else (given.count("yes"), given.count("no"), given.count("abstain"))
    if min(yes, no, abstain) < 0 or yes + no + abstain > len(order):
        raise Wrong(act, "more votes were counted than there are voters.")
    needed = _needed(rule, yes + no, len(order))
    vetoes = [seat for seat in order if choices.get(seat) == "no" and seat in rule["veto"]]
    vetoed = vetoes if yes >= needed else []
    return {
        "yes": yes,
        "no": no,
        "abstain": abstain,
        "not_voting": len(order) - yes - no - abstain,
        "electorate": len(order),
        "needed": needed,
        "vetoed_by": vetoed,
        "passed": yes >= needed and not vetoed,
    }


def _needed(rule: dict[str, Any], cast: int, present: int) -> int:
    """How many yes carry, in integers: more than half, or at least two thirds, of those the rule counts."""
    share, _, of = rule["kind"].rpartition("_")
    base = {"present": present, "members": rule["members"] or present}.get(of, cast)
    match share.split("_")[0]:
        case "simple":
            least = base // 2 + 1
        case "two":
            least = -(-2 * base // 3)
        case _:  # unanimous, consensus
            least = base
    least = max(1, least, rule["required_yes"] or 0)
    return max(0, cast - least + 1) if rule["keeps"] else least


def sentence(path: str, head: str = "") -> tuple[int, str]:
    """The exit code and what to tell about the record in this file. Raises OSError."""
    try:
        found = verify(Path(path).read_bytes(), head)
    except Wrong as wrong:
        return 1, str(wrong)
    except (ValueError, KeyError, TypeError):
        return 2, NOT_A_RECORD
    told = f"{found.committee}: {found.acts} acts hold, {found.votes} results counted again."
    return 0, f"{told}\nHead of the record: {head_code(found.head)}\nCompare it with the printed minutes."


if __name__ == "__main__":
    given = sys.argv[1:]
    noted = given.pop(given.index("--head") + 1) if "--head" in given[:-1] else ""
    files = [word for word in given if word != "--head"]
    code, told = sentence(files[0], noted) if len(files) == 1 else (2, USAGE)
    sys.stdout.write(told + "\n")
    sys.exit(code)
