"""A TCP connection to a served Placard on which a test writes bytes that no browser would."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Iterator

from tests.served import Served


class Raw:
    """One connection; `say` writes, `hear` reads until the server is silent for a moment or has closed."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection

    def say(self, data: bytes) -> bool:
        """Write all of it; False where the server has closed before."""
        try:
            self.connection.sendall(data)
        except OSError:
            return False
        return True

    def hear(self, within: float = 0.5, most: int = 1 << 20) -> bytes:
        """What comes until nothing comes for `within` seconds."""
        heard = b""
        self.connection.settimeout(within)
        with contextlib.suppress(OSError):
            while len(heard) < most and (data := self.connection.recv(65_536)):
                heard += data
        return heard

    def status(self) -> int:
        """The status of the one answer that comes; 0 where the connection is closed without one."""
        self.connection.settimeout(10)
        try:
            line = self.connection.recv(65_536)
        except OSError:
            return 0
        return int(line.split(b" ", 2)[1]) if line.startswith(b"HTTP/1.1 ") else 0

    def is_closed(self, within: float = 5.0) -> bool:
        """Whether the server closes the connection in so many seconds."""
        self.connection.settimeout(within)
        try:
            while self.connection.recv(65_536):
                pass
        except TimeoutError:
            return False
        except OSError:
            return True
        return True


@contextlib.contextmanager
def raw(served: Served) -> Iterator[Raw]:
    """A connection to the server, closed in the end."""
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        yield Raw(connection)


def head(served: Served, method: str, path: str, *lines: str, client: tuple[str, str] | None = None) -> bytes:
    """The head of a request of this server's own origin, by a signed-in `client` (role, seat) or nobody."""
    known = served.client(*client).cookies.get("placard") if client else ""
    given = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{served.port}", f"Origin: {served.base}", *lines]
    given += [f"Cookie: placard={known}"] if known else []
    return "\r\n".join([*given, "", ""]).encode()
