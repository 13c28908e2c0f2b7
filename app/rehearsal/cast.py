"""Who plays: a chair, delegations with and without a device, screens that only watch, and their luck."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app.rehearsal.ledger import Ledger
from app.rehearsal.out_of_order import Wrong, usual
from app.rehearsal.pace import Pace
from app.rehearsal.robot import Refused, Robot

Tell = Callable[[str], None]
LOST_ANSWERS = 0.04
"""Share of presses whose answer gets lost, so that the robot presses again."""


@dataclass(eq=False)
class Delegation:
    """A delegation of the committee; without `robot` it has no device, and the dais enters for it."""

    key: str
    name: str
    robot: Robot | None = None


@dataclass(eq=False)
class Cast:
    """Everybody, and what they do. `wrong` is the share of acts that are out of order; `late` have not come
    yet, `gone` have left and took their screen along."""

    chair: Robot
    delegations: list[Delegation]
    watching: list[Robot]
    pace: Pace
    luck: Random
    tell: Tell
    wrong: float = 0.0
    ledger: Ledger = field(default_factory=Ledger)
    late: list[Delegation] = field(default_factory=list)
    gone: list[Delegation] = field(default_factory=list)
    _tempted: float = 0.0

    @property
    def here(self) -> list[Delegation]:
        """The delegations that are in the room."""
        return [one for one in self.delegations if one not in self.gone and one not in self.late]

    @property
    def with_device(self) -> list[Delegation]:
        """Those of them that act for themselves."""
        return [one for one in self.here if one.robot]

    @property
    def without_device(self) -> list[Delegation]:
        """Those of them that the dais enters for."""
        return [one for one in self.here if not one.robot]

    @property
    def robots(self) -> list[Robot]:
        """Every screen that is in use, the chair's first."""
        seated = (one.robot for one in self.delegations if one.robot and one not in self.gone)
        return [self.chair, *seated, *self.watching]

    async def preside(self, path: str, /, **given: Any) -> dict[str, Any]:
        """The chair acts. Raises Refused where it is refused."""
        told = await self._done(self.chair, path, given)
        await self.tempt()
        return told

    async def act(self, delegation: Delegation, path: str, /, **given: Any) -> int:
        """A delegation acts, by its device or by the dais; returns the act's number. Raises Refused."""
        if delegation.robot:
            told = await self._done(delegation.robot, path, given)
        else:
            told = await self._done(self.chair, path, {**given, "seat": delegation.key})
        await self.tempt()
        return int(told["recorded"])

    async def write(self, author: Delegation, paper: str, change: dict[str, Any]) -> None:
        """A delegation with a device edits the text of a paper. Raises Refused."""
        assert author.robot, "who writes has a device"
        await author.robot.act_on_text(paper, change)

    async def together(
        self, path: str, acting: Iterable[Delegation], given: Callable[[Delegation], dict[str, Any]]
    ) -> None:
        """Delegations with devices act at the same moment. Raises Refused."""
        presses = [(one.robot, given(one)) for one in acting if one.robot]
        await asyncio.gather(*(self._done(robot, path, fields_, certain=True) for robot, fields_ in presses))
        for _ in presses:
            await self.tempt()

    async def tempt(self) -> None:
        """Now and then somebody does what is out of order: so often that it makes `wrong` of all acts."""
        self._tempted += self.wrong / (1 - self.wrong)
        while self._tempted >= 1:
            await self.try_wrong(self.luck.choice(usual(self)))

    async def try_wrong(self, wrong: Wrong) -> None:
        """An act that must be refused, with a sentence; the next by lot then comes so much later."""
        self._tempted -= 1
        try:
            await wrong.robot.act(wrong.path, **wrong.given)
        except Refused as no:
            self.ledger.note_refusal(wrong.what, no)
        else:
            self.ledger.note_accepted_wrongly(wrong.what)

    async def _done(
        self, robot: Robot, path: str, given: dict[str, Any], certain: bool = False
    ) -> dict[str, Any]:
        """An act in order; who is `certain` has no lost answers, as lots are not drawn at the same moment."""
        lossy = not certain and self.luck.random() < LOST_ANSWERS
        self.ledger.mishaps["answers lost and pressed again"] += lossy
        told = await robot.act(path, lossy=lossy, **given)
        self.ledger.accepted += 1
        return told
