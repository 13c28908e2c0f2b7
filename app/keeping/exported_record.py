"""The whole record of a committee as one file: its acts with their chain, to be checked by `verify.py`.

Rulebook and roster stand in the first act. Names of people are on no record, and so not in it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from app.minutes import Minute, decode
from app.procedure.floor import Floor
from app.procedure.questions import Vote
from app.procedure.results import VoteVoided
from app.procedure.votes import BallotCast
from app.procedure.voting import VoteOpened
from app.words.language import N_

FORMAT = 1
NOT_YET = N_("A vote is on the floor: the record can be taken away once its result is announced.")


class VoteOnFloor(Exception):
    """A vote is on the floor, and nobody reads its ballots yet; the message is one sentence."""


def exported(committee: int, name: str, names: Mapping[str, str], minutes: Sequence[Minute]) -> bytes:
    """The file: JSON with one act on each line, sorted keys, and a sum over all bytes at its end.

    `names` are those of the delegations by seat key; `minutes` the whole record, with at least one act.
    """
    heading = f'{{"placard_record":{FORMAT},"committee":{_line({"id": committee, "name": name})},'
    heading += f'"names":{_line(dict(names))},"acts":[\n'
    acts = ",\n".join(_line(asdict(minute)) for minute in minutes)
    body = f'{heading}{acts}\n],"head":"{minutes[-1].chain}"'.encode()
    return body + f',"seal":"{hashlib.sha256(body).hexdigest()}"}}\n'.encode()


def keeps_ballots_hidden(minutes: Sequence[Minute]) -> bool:
    """Whether devices voted on a question that was called off: those ballots stay hidden from the dais."""
    events = [event for minute in minutes for event in decode(minute).events]
    voided = {event.vote for event in events if isinstance(event, VoteVoided)}
    voted = {event.vote for event in events if isinstance(event, BallotCast)}
    opened: list[Vote] = [event.vote for event in events if isinstance(event, VoteOpened)]
    return any(vote.mode == "devices" and vote.number in voided & voted for vote in opened)


def is_settled(floor: Floor) -> bool:
    """Whether no vote is on the floor: before its result is announced nobody reads its ballots."""
    return floor.votes.now is None


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
