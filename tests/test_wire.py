"""The contract with uvicorn and websockets: each attribute that wire.py uses, and a real socket both ways."""

from __future__ import annotations

import ast
import inspect
import json
import logging
import os
import zlib

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.extensions.permessage_deflate import ClientPerMessageDeflateFactory

from app.live import Gallery, wire, wire_requests
from app.live.pipes import FastPipe, PlainPipe
from tests.live.browser import ModelBrowser
from tests.live.room import Clock, DemoScreens, Floor, app_for, fresh, have_all, served

pytestmark = pytest.mark.anyio
LONG = Floor(queue=tuple(f"Delegation {n}" for n in range(60)))


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def new_gallery() -> tuple[Gallery[Floor], DemoScreens]:
    screens = DemoScreens()
    gallery = Gallery[Floor](screens, "build-1", Clock())
    gallery.show(LONG)
    return gallery, screens


def pipes(gallery: Gallery[Floor]) -> list[object]:
    return list(gallery._pipes)


def test_this_uvicorn_has_every_attribute_that_wire_uses() -> None:
    assert wire.missing() == []
    listed = {name for _, _, names in wire.USED for name in names}
    assert {"run_asgi", "scope", "transport", "conn", "send_close", "local_max_window_bits"} <= listed
    assert wire.uvicorn_options()["ws"] is wire.FramedProtocol


def test_requests_are_read_by_a_protocol_whose_names_are_there() -> None:
    assert wire.missing(wire_requests.USED) == []
    assert wire_requests.request_options()["http"] is wire_requests.PatientProtocol
    tree = ast.parse(inspect.getsource(wire_requests.PatientProtocol))
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    used = {node.attr for node in attributes if ast.unparse(node.value) in ("self", "super()")}
    own = {"_in_head", "_upgraded", "_heads", "_head_bytes", "_body_bytes", "_watch", "__init__"}
    own |= {"_cut", "_stop_watching", "_look_at_body"}
    assert used - own == {name for _, _, names in wire_requests.USED for name in names}


def test_the_list_names_all_that_the_code_uses() -> None:
    """Each `self.x` and `self.conn.x` in FramedProtocol is its own or stands on the list."""
    tree = ast.parse(inspect.getsource(wire.FramedProtocol))
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    used = {node.attr for node in attributes if ast.unparse(node.value) in ("self", "self.conn")}
    listed = {name for _, _, names in wire.USED for name in names}
    assert used - set(vars(wire.FramedProtocol)) - {"watcher", "behind"} <= listed
    assert "close_sent" in used


async def test_where_a_name_is_gone_the_app_says_so_and_frames_go_plainly(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whose, used, names = wire.USED[0]
    monkeypatch.setattr(wire, "USED", ((whose, used, (*names, "write_all_at_once")), *wire.USED[1:]))
    with caplog.at_level(logging.WARNING):
        options = wire.uvicorn_options()
    assert "write_all_at_once not found" in caplog.text
    gallery, screens = new_gallery()
    async with served(app_for(gallery), **options) as address:
        async with connect(f"ws://{address}/live") as socket:
            await socket.send(have_all("public"))
            browser = ModelBrowser(("public",))
            browser.hear(str(await socket.recv()))
            assert [type(pipe) for pipe in pipes(gallery)] == [PlainPipe]
        assert browser.screen("public") == fresh(screens, LONG, "public")


@pytest.mark.parametrize("compression", [None, "deflate"])
async def test_a_real_socket_reads_what_was_framed_by_hand(compression: str | None) -> None:
    gallery, screens = new_gallery()
    async with (
        served(app_for(gallery)) as address,
        connect(f"ws://{address}/live", compression=compression) as socket,
    ):
        await socket.send(have_all("public", "seat:ghana"))
        browser = ModelBrowser(("public", "seat:ghana"))
        for _ in range(2):
            browser.hear(str(await socket.recv()))
        for floor in (Floor(speaking="Côte d'Ivoire"), LONG, Floor(queue=tuple("abcdefgh" * 900))):
            gallery.show(floor)
            browser.hear(str(await socket.recv()))
            assert browser.screen("public") == fresh(screens, floor, "public")
        (pipe,) = pipes(gallery)
        assert isinstance(pipe, FastPipe)
        assert pipe.protocol.deflates is (compression is not None)


async def test_neither_side_keeps_a_window_and_a_small_window_gets_plain_frames() -> None:
    gallery, screens = new_gallery()
    small = ClientPerMessageDeflateFactory(server_max_window_bits=9)
    async with served(app_for(gallery)) as address:
        async with connect(f"ws://{address}/live") as usual:
            agreed = usual.response.headers["Sec-WebSocket-Extensions"] if usual.response else ""
            assert "server_no_context_takeover" in agreed
            assert "client_no_context_takeover" in agreed
        async with connect(f"ws://{address}/live", extensions=[small]) as socket:
            await socket.send(have_all("public"))
            browser = ModelBrowser(("public",))
            browser.hear(str(await socket.recv()))
            assert browser.screen("public") == fresh(screens, LONG, "public")
            assert [pipe.protocol.deflates for pipe in pipes(gallery) if isinstance(pipe, FastPipe)] == [
                False
            ]


async def test_a_message_of_65_537_bytes_closes_with_1009() -> None:
    gallery, _ = new_gallery()
    async with served(app_for(gallery)) as address:
        for sent, code in ((65_537, 1009), (65_536, 1008)):  # the second is read, and not understood
            async with connect(f"ws://{address}/live", compression=None) as socket:
                await socket.send("x" * sent)
                with pytest.raises(ConnectionClosed) as closed:
                    await socket.recv()
                assert closed.value.rcvd is not None
                assert closed.value.rcvd.code == code


def test_a_frame_is_framed_and_deflated_once() -> None:
    frame = wire.Frame(json.dumps({"regions": {"list": "<li>Ghana</li>" * 400}}))
    assert frame.plain is frame.plain
    assert frame.deflated is frame.deflated
    assert len(frame.deflated) < 0.13 * len(frame.plain)
    assert frame.deflated[0] == 0xC1  # final, RSV1, text
    payload, last_block = frame.deflated[2:], b"\x00\x00\xff\xff"  # which RFC 7692 leaves out
    assert not payload.endswith(last_block)
    assert zlib.decompressobj(-wire.WINDOW_BITS).decompress(payload + last_block).decode() == frame.text
    assert frame.plain[0] == 0x81


def test_short_and_secret_frames_are_not_deflated() -> None:
    short = wire.Frame("x" * (wire.SMALLEST_DEFLATED - 1))
    assert short.deflated == short.plain
    secret = wire.Frame("Ghana " * 1000, secret=True)
    assert secret.deflated == secret.plain


@pytest.mark.parametrize(
    ("size", "header"), [(0, 2), (125, 2), (126, 4), (65_535, 4), (65_536, 10), (200_000, 10)]
)
def test_the_header_tells_the_length_in_each_of_its_three_forms(size: int, header: int) -> None:
    said = os.urandom(size).hex()[:size]
    plain = wire.Frame(said).plain
    assert len(plain) == header + size
    assert int.from_bytes(plain[2 if header > 2 else 1 : header]) & (127 if header == 2 else -1) == size
    assert plain[header:].decode() == said
