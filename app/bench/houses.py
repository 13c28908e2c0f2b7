"""A whole Placard in a process of the bench: committees in debate, everybody signed in, limits raised."""

from __future__ import annotations

import itertools
import time
from pathlib import Path
from typing import Any

from sqlmodel import Session, col, func, select

from app.access.codes import new_token, token_hash
from app.bench.halls import serve_app
from app.blueprints import Blueprint
from app.founding import found
from app.house import House
from app.main import create_app
from app.procedure.agenda import OpenDebate
from app.procedure.attendance import CloseRollCall, MarkAllPresent, StartRollCall
from app.procedure.motions import RaiseMotion
from app.procedure.results import AnnounceResult, CloseVote
from app.procedure.rulebook_files import load
from app.procedure.voting import OpenVote
from app.settings import Settings
from app.tables import CommitteeRow, DeviceRow, HoldingRow, MinuteRow, PersonRow, SeatRow
from delegations.roster import Delegation

CHAIR = "dais-1"
RAISED = {"seat_presses": 1_000_000, "dais_presses": 1_000_000, "burst": 1_000_000}
RAISED |= {"sockets_per_sign_in": 1_000}
"""Limits as they are for the bench: one seat stands for a room full of people."""
FOR_EVER = 2**45


class Serving:
    """Committees of so many seats, and so many more sign-ins that only look on, each in its own browser."""

    def __init__(self, seats: int, committees: int = 1, onlookers: int = 0) -> None:
        """`onlookers` are for each committee."""
        self._seats, self._committees, self._onlookers = seats, committees, onlookers
        self._presses = itertools.count()

    async def open(self) -> dict[str, Any]:
        """Found the committees, bring them to open debate, and serve."""
        settings = Settings(data=Path("data"), database_url="", public_url="", **RAISED)  # type: ignore[arg-type]
        self.house = await House.open(settings)
        self._told = [await self._committee(number) for number in range(self._committees)]
        app = create_app(settings)
        app.state.house = self.house
        self._server, self._task, port = await serve_app(app)
        return {"port": port, "committees": self._told}

    async def do(self, what: str, **given: Any) -> dict[str, Any]:
        """`put` a motion to the vote in every committee, `count` the votes, or count the `rows`."""
        match what:
            case "put":
                return {"votes": [await self._put(one) for one in self._told]}
            case "count":
                return {"tallies": [await self._count(one) for one in self._told]}
            case "rows":
                query = select(func.count(col(MinuteRow.number)))
                return {"rows": await self.house.store.read(lambda rows: rows.scalar(query))}
        raise ValueError(what)

    async def close(self) -> None:
        """Stop serving, and close."""
        self._server.should_exit = True
        await self._task

    async def _committee(self, number: int) -> dict[str, Any]:
        made = await found(self.house.store, _blueprint(number, self._seats), 1)
        told = await self.house.store.write(lambda rows: _sign_in(rows, made.committee, self._onlookers))
        for command in (StartRollCall(), MarkAllPresent(), CloseRollCall(), OpenDebate()):
            await self._act(made.committee, CHAIR, command)
        return {"id": made.committee, **told}

    async def _put(self, told: dict[str, Any]) -> int:
        """A motion on which everybody votes with their own device."""
        motion = RaiseMotion("moderated_caucus", total_seconds=600, speech_seconds=60, topic="The bench")
        raised = await self._act(told["id"], next(iter(told["seats"])), motion)
        return await self._act(told["id"], CHAIR, OpenVote("motion", str(raised), "devices"))

    async def _count(self, told: dict[str, Any]) -> dict[str, int]:
        """The tally as the rules count it; the motion fails, and all is as it was."""
        room = await self.house.room(told["id"])
        vote = room.floor.votes.now
        assert vote is not None
        await self._act(told["id"], CHAIR, CloseVote(vote.number))
        counted = room.floor.votes.now
        assert counted is not None and counted.tally is not None
        await self._act(told["id"], CHAIR, AnnounceResult(vote.number))
        return {"yes": counted.tally.yes, "no": counted.tally.no}

    async def _act(self, committee: int, by: str, command: Any) -> int:
        room = await self.house.room(committee)
        done = await room.act(by, f"bench{next(self._presses):08}", command, "This is the bench")
        return done.number


def _blueprint(number: int, seats: int) -> Blueprint:
    names = [f"Delegation {place}" for place in range(seats)]
    delegations = [
        Delegation(f"seat-{place}", name, name, None, "member", place) for place, name in enumerate(names, 1)
    ]
    rules = load("harvard")
    return Blueprint(f"Bench {number}", ("Speed",), tuple(delegations), rules, None, b"", f"bench {number}")


def _sign_in(rows: Session, committee: int, onlookers: int) -> dict[str, Any]:
    """Signs in a browser for each seat, the chair, the wall and so many observers: their cookies."""
    conference = rows.get_one(CommitteeRow, committee).conference_id
    keys = [f"seat-{place}" for place in range(1, _seats_of(rows, committee) + 1)]
    sign_in = _Doors(rows, conference, committee).sign_in
    return {
        "chair": sign_in("chair", CHAIR),
        "projector": sign_in("projector"),
        "seats": {key: sign_in("delegate", key) for key in keys},
        "observers": [sign_in("observer") for _ in range(onlookers)],
    }


def _seats_of(rows: Session, committee: int) -> int:
    query = select(func.count(col(SeatRow.key))).where(
        SeatRow.committee_id == committee, col(SeatRow.delegation_id).is_not(None)
    )
    return int(rows.scalar(query) or 0)


class _Doors:
    """Signs browsers in without codes: thousands of them, in one transaction."""

    def __init__(self, rows: Session, conference: int, committee: int) -> None:
        self._rows, self._conference, self._committee = rows, conference, committee
        self._now = time.time_ns() // 1_000_000

    def sign_in(self, role: str, seat: str | None = None) -> str:
        """The cookie of a browser that is now signed in."""
        person = PersonRow(conference_id=self._conference)
        self._rows.add(person)
        self._rows.flush()
        assert person.id is not None
        token, now = new_token(), self._now
        held: dict[str, Any] = {"committee_id": self._committee, "seat_key": seat, "role": role, "since": now}
        self._rows.add(HoldingRow(person_id=person.id, **held))
        device = DeviceRow(token_hash=token_hash(token), person_id=person.id, expires=FOR_EVER, last_seen=now)
        self._rows.add(device)
        return f"placard={token}"
