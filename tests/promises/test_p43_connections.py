"""P-43 below requests: connections that trickle are cut off, and honest people notice no attacker."""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.live import wire_requests
from tests.promises.test_p43_floods import USUAL
from tests.raw import raw
from tests.served import Served


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A committee with the limits of a real one."""
    with Served(tmp_path_factory.mktemp("data"), **USUAL) as served:
        yield served


def test_p43_a_connection_that_trickles_is_cut_off(limited: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow attacker (slowloris) holds nothing open: neither with a head nor with a body that never ends."""
    monkeypatch.setattr(wire_requests, "HEAD_WITHIN", 0.6)
    monkeypatch.setattr(wire_requests, "BODY_LOOKED_AT", 0.6)
    begins = {
        "nothing": b"",
        "a blank line": b"\r\n",
        "half a head": b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        "a body": b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 9000\r\n\r\nx",
        "a chunked body": b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n",
        "a second head": b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /",
    }
    for what, begin in begins.items():
        with raw(limited) as line:
            line.say(begin)
            for _ in range(6):
                time.sleep(0.05)
                if begin:
                    line.say(b"x" if what not in ("a blank line", "a chunked body") else b"")
            assert line.is_closed(within=5), what


def test_p43_a_slow_upload_that_goes_on_is_waited_for(
    limited: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire_requests, "BODY_LOOKED_AT", 0.2)

    def slowly() -> Iterator[bytes]:
        yield b'{"code": "'
        for _ in range(10):
            time.sleep(0.08)
            yield b"x" * 8192

    answer = limited.client("nobody").post(
        "/join", content=slowly(), headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 413, "it was heard to the end of what is allowed"


@pytest.mark.long
def test_p43_fifty_honest_people_do_not_notice_an_attacker(tmp_path: Path) -> None:
    """H11: presses, sockets and connections without end from one seat; everybody else within a second."""
    with Served(tmp_path, **{**USUAL, "devices_per_seat": 100}) as served:
        attacking = True
        seat = served.members()[0]
        refused: list[int] = []

        def flood() -> None:
            with contextlib.closing(served.joined(served.code("delegate", seat))) as client:
                while attacking:
                    body = {"command_id": secrets.token_hex(16)}
                    refused.append(client.post(f"{served.here}/speakers", json=body).status_code)

        def open_and_open() -> None:
            while attacking:
                with contextlib.suppress(Exception), raw(served) as line:
                    line.say(b"GET / HTTP/1.1\r\nX-Slow: ")
                    time.sleep(0.01)

        threads = [threading.Thread(target=flood) for _ in range(4)]
        threads += [threading.Thread(target=open_and_open) for _ in range(4)]
        took: list[float] = []
        honest = [served.joined(served.code("delegate", key)) for key in (served.members()[1:] * 10)[:50]]
        for thread in threads:
            thread.start()
        try:
            for _ in range(6):
                for client in honest:
                    began = time.monotonic()
                    answer = client.get(f"{served.here}/floor.json")
                    took.append(time.monotonic() - began)
                    assert answer.status_code == 200
        finally:
            attacking = False
            for thread in threads:
                thread.join(10)
            for client in honest:
                client.close()
    assert sorted(took)[int(len(took) * 0.95)] < 5.0, "honest people wait"
    assert refused.count(429) > len(refused) * 0.5
