"""The same on real sockets: who may see what, who is closed and why."""

from __future__ import annotations

import asyncio
import json

import httpx2
import pytest
from websockets.asyncio.client import connect

from app.live import Gallery, pipes
from app.live.pipes import Pipe
from app.live.sockets import Said
from tests.live.browser import ModelBrowser
from tests.live.house import WAYS, House, close_code, hear_until
from tests.live.room import NOON, SEATS, Clock, DemoScreens, Floor, app_for, fresh, have_all, served

pytestmark = pytest.mark.anyio


@WAYS
async def test_a_browser_says_what_it_has_and_gets_what_differs(house: House, way: str) -> None:
    async with connect(house.url()) as socket:
        browser = ModelBrowser(("public", "seat:ghana"))
        browser.ask()
        await socket.send(browser.says.pop())
        await hear_until(browser, socket, fresh(DemoScreens(), house.floor, "public"))
        house.change(speaking="Viet Nam", queue=SEATS)
        await hear_until(browser, socket, fresh(DemoScreens(), house.floor, "public"))
    house.change(speaking="Brazil")  # while it is away; the list stays as it was
    async with connect(house.url()) as socket:
        await socket.send(json.dumps({"have": browser.have("public")}))
        frame = json.loads(await socket.recv())
        assert set(frame["regions"]) == {"now"}
        assert frame["was"] == browser.version("public")


@WAYS
async def test_what_the_chair_does_is_on_every_screen_as_a_fresh_page_would_show_it(
    house: House, way: str
) -> None:
    watched = {seat: ModelBrowser(("public", f"seat:{seat}")) for seat in SEATS}
    sockets = {seat: await connect(house.url(seat)) for seat in SEATS}
    for seat, browser in watched.items():
        browser.ask()
        await sockets[seat].send(browser.says.pop())
    for change in ({"queue": ("ghana",)}, {"speaking": "Ghana", "queue": ("norway",)}, {"vote": "Motion 3"}):
        house.change(**change)
    await asyncio.sleep(0.6)  # a heartbeat, and every frame before it
    for seat, browser in watched.items():
        async with asyncio.timeout(5):
            while "ballot" not in browser.shown[f"seat:{seat}"]:
                browser.hear(str(await sockets[seat].recv()))
        for channel in browser.channels:
            assert browser.screen(channel) == fresh(DemoScreens(), house.floor, channel)
        await sockets[seat].close()


@WAYS
async def test_another_seats_channel_closes_with_4403(house: House, way: str) -> None:
    async with connect(house.url("ghana")) as socket:
        await socket.send(have_all("public", "seat:mexico"))
        assert await close_code(socket) == 4403


async def test_a_right_withdrawn_before_the_handshake_is_through_closes_too(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    join = house.gallery.join

    def join_and_be_dropped(pipe: pipes.Pipe) -> None:
        join(pipe)
        assert house.gallery.drop(lambda who: who == "ghana", 4403) == 1

    monkeypatch.setattr(house.gallery, "join", join_and_be_dropped)
    async with connect(house.url()) as socket:
        assert await close_code(socket) == 4403
    assert len(house.gallery) == 0


async def test_whoever_has_an_answer_has_been_heard() -> None:
    """A device that the answer has reached counts as there: nobody may push it out any more."""
    order: list[str] = []

    class Telling(Gallery[Floor]):
        def answer(self, pipe: Pipe, said: Said) -> None:
            order.append("answered")
            super().answer(pipe, said)

    gallery = Telling(DemoScreens(), "build-1", Clock())
    gallery.show(Floor())
    app = app_for(gallery, heard=lambda: order.append("heard"))
    async with served(app) as address, connect(f"ws://{address}/live") as socket:
        await socket.send('{"pong": 1}')
        await socket.recv()
    assert order == ["heard", "answered"]


async def test_a_pong_comes_back_with_room_time(house: House) -> None:
    async with connect(house.url()) as socket:
        await socket.send('{"pong": 1234.5}')
        assert json.loads(await socket.recv()) == {"pong": 1234.5, "now": NOON}


async def test_polling_shows_what_the_socket_shows(house: House) -> None:
    by_socket, by_polling = (ModelBrowser(("public", "seat:ghana")) for _ in range(2))
    async with connect(house.url()) as socket, httpx2.AsyncClient() as http:
        by_socket.ask()
        await socket.send(by_socket.says.pop())
        for change in ({"queue": ("ghana",)}, {"speaking": "Ghana", "queue": ()}, {"vote": "Motion 3"}):
            house.change(**change)
            await hear_until(by_socket, socket, fresh(DemoScreens(), house.floor, "public"))
            answer = await http.get(
                f"http://{house.address}/live", params={"have": json.dumps(by_polling.have())}
            )
            for message in answer.json():
                by_polling.hear(json.dumps(message))
            assert by_polling.says == []
        async with asyncio.timeout(5):
            while "ballot" not in by_socket.shown["seat:ghana"]:
                by_socket.hear(str(await socket.recv()))
    assert by_polling.shown == by_socket.shown


async def test_p16_a_restart_closes_with_1012() -> None:
    gallery = Gallery[Floor](DemoScreens(), "1", Clock())
    gallery.show(Floor())
    async with served(app_for(gallery)) as address:
        socket = await connect(f"ws://{address}/live")
        await socket.send(have_all("public"))
        await socket.recv()
    assert await close_code(socket) == 1012
