"""How the server ends: readiness goes first, every page is told to come back, five seconds are the most."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

import uvicorn

from app.operations.logs import tell

PATIENCE_S = 5
"""Seconds that answers under way, and browsers that take nothing, are waited for."""


class Server(uvicorn.Server):
    """uvicorn's server, which tells `stopping` at the first signal and ends without a second one.

    uvicorn raises the signal again when it is done: then nobody would clear up after it.
    """

    def __init__(self, config: uvicorn.Config, stopping: Callable[[], None]) -> None:
        super().__init__(config)
        self._stopping = stopping

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """A signal to stop; Ctrl+C once more does not wait for anybody."""
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        elif not self.should_exit:
            self._stopping()
            tell("stopping", signal=signal.Signals(sig).name)
        self.should_exit = True
