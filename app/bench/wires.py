"""Bytes of the bench's clients: one selector for all sockets of this process, and how answers are read."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Callable
from typing import Protocol

AT_ONCE = 256 * 1024


class ClientFailed(Exception):
    """A client of the bench did not get what it waits for; the message is one sentence."""


class Reader(Protocol):
    """One socket's owner."""

    socket: socket.socket

    def read(self, data: bytes) -> None:
        """Take what came; no bytes mean that the other side has closed."""


class Wires:
    """All sockets of the clients, read in turn: cheap, so that the client is not what is measured."""

    def __init__(self) -> None:
        self._selector = selectors.DefaultSelector()

    def add(self, reader: Reader) -> None:
        """Read this socket from now on."""
        self._selector.register(reader.socket, selectors.EVENT_READ, reader)

    def remove(self, reader: Reader) -> None:
        """Read this socket no more: its browser is stuck, or has gone."""
        self._selector.unregister(reader.socket)

    def until(self, done: Callable[[], bool], what: str, seconds: float = 60) -> None:
        """Read until `done`. Raises ClientFailed with `what` was waited for when `seconds` are over."""
        deadline = time.monotonic() + seconds
        while not done():
            for key, _ in self._selector.select(0.5):
                reader: Reader = key.data
                try:
                    data = reader.socket.recv(AT_ONCE)
                except BlockingIOError:
                    continue
                if not data:
                    self.remove(reader)
                reader.read(data)
            if time.monotonic() > deadline:
                raise ClientFailed(f"Waited {seconds:g} s for {what}.")

    def rest(self, seconds: float) -> None:
        """Read whatever comes for a while."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end, "nothing", seconds + 60)

    def __enter__(self) -> Wires:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close every socket."""
        for key in list(self._selector.get_map().values()):
            key.data.socket.close()
        self._selector.close()


def connect(port: int, small: bool = False) -> socket.socket:
    """A connection to a server on this computer; `small` has it take in as little as can be."""
    made = socket.socket()
    if small:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    made.connect(("127.0.0.1", port))
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return made
