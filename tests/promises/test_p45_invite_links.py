"""P-45: an invite opens one seat, is made again at once, stays out of every log, and lets its own back in."""

from __future__ import annotations

import contextlib
import logging
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.access import CodeWithdrawn, SeatFull
from app.access.codes import read_code
from app.directories import card_address
from tests.access.desk import MINUTE, Desk
from tests.served import Served
from tests.web.test_serving import CODE, Started


def test_p45_the_token_of_a_card_stands_in_the_fragment_alone() -> None:
    address = urlsplit(card_address("https://placard.example/", "7KQM-2ZP4-X9DA"))
    assert (address.path, address.query, address.fragment) == ("/", "", "7KQM2ZP4X9DA")


def test_p45_no_log_of_the_server_has_a_code_or_a_token(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    good, dead, wrong = served.code("observer"), served.code("delegate", served.members()[3]), "7KQM2ZP4X9DA"
    served.client("organizer").post(
        f"/organizer{served.here}/codes", data={"role": "delegate", "seat": served.members()[3]}
    )
    with caplog.at_level(logging.DEBUG), contextlib.closing(served.nobody()) as client:
        for code in (good, dead, wrong):
            client.post("/join", json={"code": code})
        token = client.cookies["placard"]
        client.get(f"{served.here}/floor.json")
        client.post("/join", content=b"{", headers={"Content-Type": "application/json"})
    ours = [
        one for one in caplog.records if not one.name.startswith(("httpx", "httpcore"))
    ]  # not the client's
    said = " ".join(one.getMessage() for one in ours).upper().replace("-", "")
    assert not [secret for secret in (good, dead, wrong, token) if secret.upper().replace("-", "") in said]


@pytest.mark.long
def test_p45_nothing_that_a_started_server_leaves_behind_has_a_code(tmp_path: Path) -> None:
    """It prints them once for the organizer; files, and what it says after that, have none."""
    with Started(tmp_path / "data", "--port", "23456") as started:
        codes, printed = started.codes(), len(started.said)
        for code in codes[:3]:
            assert started.joins(code) == 200
        assert started.joins("7KQM-2ZP4-X9DA") == 404
        assert started.stop() == 0
    files = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    assert not CODE.findall(started.said[printed:])
    assert not [code for code in codes if code.encode() in files or read_code(code).encode() in files]
    assert re.search(rb"[0-9a-f]{64}", files), "what is kept of them are hashes"


def test_p45_a_link_opens_one_seat_and_no_other(served: Served) -> None:
    first, second = served.members()[5:7]
    with contextlib.closing(served.joined(served.code("delegate", first))) as client:
        assert client.get(f"{served.here}/seat").status_code == 200
        shown = set(client.get(f"{served.here}/floor.json").json())
        assert f"seat:{first}" in shown and f"seat:{second}" not in shown
        assert client.get(f"{served.here}/chair").status_code == 403


def test_p45_above_its_devices_a_seat_is_full_in_words_and_its_own_come_back_in(tmp_path: Path) -> None:
    with Served(tmp_path, devices_per_seat=3) as served, contextlib.ExitStack() as stack:
        code = served.code("delegate", served.members()[0])
        phones = [stack.enter_context(contextlib.closing(served.nobody())) for _ in range(4)]
        statuses = [phone.post("/join", json={"code": code}).status_code for phone in phones]
        assert statuses == [200, 200, 200, 409]
        refused = phones[3].post("/join", json={"code": code})
        assert [one["rule"] for one in refused.json()["refused"]] == ["seat.full"]
        assert "ask the dais" in refused.json()["refused"][0]["sentence"]
        for phone in phones[:3]:
            assert phone.post("/join", json={"code": code}).status_code == 200, "it was in the room"
        changed = served.client("organizer").post(f"/organizer{served.here}/codes")
        assert changed.status_code == 200
        assert phones[0].get(f"{served.here}/seat").status_code == 200, "a new code puts nobody out"
        assert phones[0].post("/join", json={"code": code}).status_code == 410


def test_p45_a_code_that_was_changed_lets_nobody_in_and_puts_nobody_out(served: Served) -> None:
    seat = served.members()[4]
    old = served.code("delegate", seat)
    with contextlib.closing(served.joined(old)) as inside, contextlib.closing(served.nobody()) as late:
        changed = served.client("organizer").post(f"/organizer/committees/{served.committee}/codes")
        assert changed.status_code == 200
        refused = late.post("/join", json={"code": old})
        assert (refused.status_code, refused.json()["refused"][0]["rule"]) == (410, "code.withdrawn")
        assert inside.get(f"{served.here}/floor.json").status_code == 200


@pytest.mark.anyio
async def test_p45_a_changed_code_kills_the_old_one_at_once_and_nobody_s_sign_in(desk: Desk) -> None:
    old = await desk.code("delegate", "ghana")
    signed_in = await desk.access.claim(old)
    new = await desk.code("delegate", "ghana")
    with pytest.raises(CodeWithdrawn):
        await desk.access.claim(old)
    assert (await desk.access.claim(new)).holder.seat_key == "ghana"
    assert await desk.access.who(signed_in.token, desk.committee) is not None


@pytest.mark.anyio
async def test_p45_a_code_may_have_an_end(desk: Desk) -> None:
    post = desk.post("delegate", "ghana")
    code = (await desk.access.give_out([post], expires=desk.at + MINUTE))[post]
    await desk.access.claim(code)
    desk.at += MINUTE
    with pytest.raises(CodeWithdrawn):
        await desk.access.claim(code)


@pytest.mark.anyio
async def test_p45_the_newest_device_pushes_out_the_one_that_was_idle_longest(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = []
    for _ in range(3):
        phones.append(await desk.delegate(code=code))
        desk.at += 1000
    with pytest.raises(SeatFull):
        await desk.delegate(code=code)
    desk.at += 2 * MINUTE
    for phone in (phones[0], phones[2]):
        assert await desk.access.who(phone.token, desk.committee) is not None
    ended: list[frozenset[str]] = []
    desk.access.witnesses.on_end(lambda devices, _: ended.append(devices))
    fourth = await desk.delegate(code=code)
    assert ended == [frozenset({phones[1].holder.device})]
    assert await desk.access.who(phones[1].token, desk.committee) is None
    for phone in (phones[0], phones[2], fourth):
        assert await desk.access.who(phone.token, desk.committee) is not None


@pytest.mark.anyio
async def test_p45_a_device_that_is_only_listening_is_not_idle(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = [await desk.delegate(code=code) for _ in range(3)]
    for phone in phones:
        await desk.access.who(phone.token, desk.committee)
    desk.at += 5 * MINUTE
    for phone in phones:
        desk.access.heard_of(phone.holder.device)
    with pytest.raises(SeatFull):
        await desk.delegate(code=code)


@pytest.mark.anyio
async def test_p45_a_seat_that_was_in_the_room_gets_back_in_from_the_same_browser(desk: Desk) -> None:
    code = await desk.code("delegate", "ghana")
    phones = [await desk.delegate(code=code) for _ in range(3)]
    back = await desk.access.claim(code, former=phones[0].token)
    assert back.holder.person == phones[0].holder.person
    assert await desk.access.who(phones[0].token, desk.committee) is None
    assert await desk.access.who(back.token, desk.committee) is not None
