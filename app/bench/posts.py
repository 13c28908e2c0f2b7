"""Requests of the bench: connections that stay open, each with one request under way at most."""

from __future__ import annotations

import json
import secrets
import socket
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from app.bench.wires import ClientFailed, Wires, connect

Request = tuple[str, bytes | None]
"""A path, and the body that is posted there; without one it is only asked for."""
SCREEN = "/live?have=%7B%22public%22:%7B%7D%7D"
"""The public screen as HTML, as a browser asks for it where websockets are blocked."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request: status, body, and the seconds that it took."""

    status: int
    body: bytes
    seconds: float


class Caller:
    """One connection of one browser. `cookie` says whose it is."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.socket: socket.socket = connect(port)
        self.socket.setblocking(False)
        self.answers: list[Answer] = []
        self.waits = False
        self.then: Callable[[Answer], None] | None = None
        signed_in = f"Cookie: {cookie}\r\n" if cookie else ""
        self._head = (
            f"HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
            f"Accept: application/json\r\nContent-Type: application/json\r\n{signed_in}"
        )
        self._rest = b""
        self._began = 0.0

    def send(self, request: Request) -> None:
        """Post; the answer comes when the wires are read."""
        path, body = request
        rest = b"\r\n" if body is None else b"Content-Length: %d\r\n\r\n%b" % (len(body), body)
        head = f"{'GET' if body is None else 'POST'} {path} {self._head}".encode()
        self.waits, self._began = True, time.perf_counter()
        self.socket.sendall(head + rest)

    def read(self, data: bytes) -> None:
        """Take an answer out of what came."""
        if not data:
            raise ClientFailed("A server closed a connection in the middle.")
        self._rest += data
        head, found, body = self._rest.partition(b"\r\n\r\n")
        if not found:
            return
        size = length_of(head)
        if len(body) < size:
            return
        self._rest, self.waits = body[size:], False
        answer = Answer(int(head[9:12]), body[:size], time.perf_counter() - self._began)
        self.answers.append(answer)
        if self.then:
            self.then(answer)


def length_of(head: bytes) -> int:
    """How many bytes follow the head of an answer."""
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def all_at_once(wires: Wires, callers: Sequence[Caller], requests: Sequence[Request]) -> list[Answer]:
    """Every caller posts its own request at one instant; their answers, in the callers' order."""
    for caller, request in zip(callers, requests, strict=True):
        caller.answers.clear()
        caller.send(request)
    wires.until(lambda: not any(caller.waits for caller in reversed(callers)), "all answers")
    return [caller.answers[0] for caller in callers]


def steadily(
    wires: Wires, callers: Sequence[Caller], requests: Callable[[int, int], Request], turns: int
) -> list[Answer]:
    """Every caller posts `turns` requests, each when the one before is answered.

    `requests(caller, turn)` makes them.
    """
    left = len(callers) * turns

    def follow(place: int, turn: int) -> None:
        nonlocal left
        if turn:
            left -= 1
        callers[place].then = (lambda _: follow(place, turn + 1)) if turn < turns else None
        if turn < turns:
            callers[place].send(requests(place, turn))

    for place, caller in enumerate(callers):
        caller.answers.clear()
        follow(place, 0)
    wires.until(lambda: left == 0, "all answers")
    return [answer for caller in callers for answer in caller.answers]


def faults(answers: Sequence[Answer], status: int = 200) -> int:
    """How many answers are not what they should be."""
    return sum(answer.status != status for answer in answers)


def json_of(value: Any) -> bytes:
    """A body."""
    return json.dumps(value, separators=(",", ":")).encode()


def press(path: str, **fields: Any) -> Request:
    """A press: the fields, under an id that no other press has."""
    return path, json_of({"command_id": secrets.token_hex(16), **fields})


def callers_of(wires: Wires, port: int, cookies: Iterable[str]) -> list[Caller]:
    """A connection for each of these cookies."""
    callers = [Caller(port, cookie) for cookie in cookies]
    for caller in callers:
        wires.add(caller)
    return callers
