"""Where a phone in the room finds this server: the addresses of this machine on its networks."""

from __future__ import annotations

import socket

UNROUTED = ("10.255.255.255", "192.0.2.1", "172.31.255.255")
"""Asking how these would be reached sends nothing, and names the address of the network card used."""

EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104
"""What a server listens on that every network card reaches."""


def addresses(port: int, host: str = "0.0.0.0") -> tuple[str, ...]:  # noqa: S104 - what it listens on
    """The URLs under which others on the same network reach a server on `host` and `port`, best first.

    None where it listens on this computer alone, or where this computer is on no network.
    """
    if host not in EVERYWHERE:
        own = host == "localhost" or host.startswith("127.") or host == "::1"
        return () if own else (f"http://{host}:{port}",)
    found: dict[str, None] = {}
    for target in UNROUTED:
        if ip := _towards(target):
            found[ip] = None
    for ip in _named(socket.gethostname()):
        found[ip] = None
    usable = [ip for ip in found if not ip.startswith("127.")]
    return tuple(f"http://{ip}:{port}" for ip in usable)


def free_port(host: str, port: int, tries: int = 50) -> int:
    """The first port from `port` on that nobody listens on. Raises OSError where none is free."""
    for candidate in range(port, min(port + tries, 65536)):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return candidate
    raise OSError(f"No port from {port} to {port + tries - 1} is free.")


def _towards(target: str) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((target, 9))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


def _named(host: str) -> list[str]:
    try:
        return [str(info[4][0]) for info in socket.getaddrinfo(host, None, socket.AF_INET)]
    except OSError:
        return []
