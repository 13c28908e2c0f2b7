"""Thousands of browsers that watch: websockets of one process, which check every frame that comes."""

from __future__ import annotations

import json
import socket
import time
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.bench.wires import ClientFailed, Wires, connect

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
TEXT, CLOSE, PING = 1, 8, 9
MASK = b"\0\0\0\0"
DEFLATE = "permessage-deflate; client_max_window_bits; client_no_context_takeover"


@dataclass(frozen=True, slots=True)
class Door:
    """How one browser comes in: path, cookie, the channels that it asks for, whether it inflates."""

    path: str = "/"
    cookie: str = ""
    channels: tuple[str, ...] = ()
    deflate: bool = False
    small: bool = False


@lru_cache(maxsize=4096)
def frame_of(text: bytes) -> tuple[str, str | None, str] | None:
    """Channel, state before and state after; None for a heartbeat. Read once for all who get the same."""
    told = json.loads(text)
    return (told["channel"], told["was"], told["is"]) if "regions" in told else None


class Browser:
    """One websocket: the states that it was shown, and how many frames were lost or out of order."""

    def __init__(self, port: int, door: Door, told: Counter[str]) -> None:
        """`told` counts the frames and bytes of a whole crowd, which is asked for them all the time."""
        self._told = told
        self.faults = 0
        self.closed = False
        self.versions: dict[str, str] = {}
        self.socket: socket.socket = connect(port, door.small)
        self._rest = bytearray()
        self._open(port, door)

    def read(self, data: bytes) -> None:
        """Take frames out of what came, and answer what must be answered."""
        self._told["bytes"] += len(data)
        self.closed = self.closed or not data
        self._rest += data
        while frame := self._frame():
            self._take(*frame)

    def say(self, text: str) -> None:
        """Send a text."""
        self._send(TEXT, text.encode())

    def _open(self, port: int, door: Door) -> None:
        extension = f"Sec-WebSocket-Extensions: {DEFLATE}\r\n" if door.deflate else ""
        cookie = f"Cookie: {door.cookie}\r\n" if door.cookie else ""
        self.socket.sendall(
            f"GET {door.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
            f"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {KEY}\r\n{extension}{cookie}\r\n".encode()
        )
        while b"\r\n\r\n" not in self._rest:
            data = self.socket.recv(4096)
            if not data:
                raise ClientFailed("The server closed a websocket instead of opening it.")
            self._rest += data
        head, _, rest = bytes(self._rest).partition(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 101"):
            raise ClientFailed(f"A websocket was refused: {head.splitlines()[0].decode()}")
        self._rest = bytearray(rest)
        self.socket.setblocking(False)
        if door.channels:
            self.say(json.dumps({"have": {channel: {} for channel in door.channels}}))

    def _take(self, kind: int, deflated: bool, payload: bytes) -> None:
        if kind == PING:
            self._send(0xA, payload)
        elif kind == CLOSE:
            self.closed = True
        elif kind == TEXT:
            text = inflated(payload) if deflated else payload
            if frame := frame_of(text):
                channel, was, after = frame
                self.faults += was is not None and self.versions.get(channel, was) != was
                self.versions[channel] = after
                self._told["frames"] += 1

    def _frame(self) -> tuple[int, bool, bytes] | None:
        """The next whole frame: opcode, whether it is deflated, payload (RFC 6455, section 5.2)."""
        have = self._rest
        if len(have) < 2:
            return None
        size, start = have[1] & 0x7F, 2
        if size > 125:
            start = 4 if size == 126 else 10
            size = int.from_bytes(have[2:start], "big")
        if len(have) < max(start, 2) + size:
            return None
        first, payload = have[0], bytes(have[start : start + size])
        del have[: start + size]
        return first & 0xF, bool(first & 0x40), payload

    def _send(self, kind: int, payload: bytes) -> None:
        size = len(payload)
        head = (
            bytes([0x80 | kind, 0x80 | size])
            if size < 126
            else bytes([0x80 | kind, 0xFE, *size.to_bytes(2, "big")])
        )
        self.socket.sendall(head + MASK + payload)


@lru_cache(maxsize=64)
def inflated(payload: bytes) -> bytes:
    """A deflated message as it was (RFC 7692, section 7.2.2); no message leans on one before."""
    return zlib.decompressobj(-15).decompress(payload + b"\0\0\xff\xff")


class Crowd:
    """All browsers that watch one server."""

    def __init__(self, port: int, doors: Iterable[Door]) -> None:
        """Lets everybody in, and waits until each has its first frame of each channel that it asked for."""
        self.wires = Wires()
        self.browsers: list[Browser] = []
        self._told: Counter[str] = Counter()
        wanted = 0
        for door in doors:
            browser = Browser(port, door, self._told)
            self.browsers.append(browser)
            self.wires.add(browser)
            wanted += len(door.channels)
        self.wires.until(lambda: self.frames >= wanted, "the first frames", 120)

    @property
    def frames(self) -> int:
        """Frames that came, of all."""
        return self._told["frames"]

    @property
    def bytes(self) -> int:
        """Bytes that came, of all."""
        return self._told["bytes"]

    @property
    def faults(self) -> int:
        """Frames that were lost or came out of order, and sockets that closed."""
        return sum(browser.faults + browser.closed for browser in self.browsers)

    def hear(self, channel: str, listeners: list[Browser]) -> float:
        """Wait until each of these was shown another state of a channel than it has; the moment (seconds)."""
        before = [browser.versions.get(channel) for browser in listeners]
        left = list(zip(listeners, before, strict=True))

        def all_have_it() -> bool:
            while left and left[-1][0].versions.get(channel) != left[-1][1]:
                left.pop()
            return not left

        self.wires.until(all_have_it, "a change to reach everybody")
        return time.perf_counter()

    def close(self) -> None:
        """All leave."""
        self.wires.close()
