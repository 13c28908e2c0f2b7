"""Starting Placard: the committee of a guide, codes, addresses, then the server until it is stopped."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import segno
import uvicorn
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.addresses import EVERYWHERE, addresses, free_port
from app.blueprints import of_guide
from app.directories import Invitation
from app.founding import RULEBOOK, SAMPLE, Founded, found
from app.house import House
from app.invitations import Invited, committees, invite, public_code
from app.live.wire import uvicorn_options
from app.live.wire_requests import request_options
from app.main import create_app
from app.operations.logs import set_up
from app.operations.logs import tell as tell_log
from app.settings import Settings
from app.stopping import PATIENCE_S, Server
from app.wall_clock import now_ms
from delegations.study_guides.command import read_path
from delegations.study_guides.understanding import understand

OPERATOR = "operator.json"
NOBODY_ELSE = (
    "No other device reaches this computer here: join the room's Wi-Fi, then start again "
    "(without --host, if you gave it)."
)
CODES_WERE_SHOWN = "Codes were shown when the committee was founded. `./placard codes` makes new ones."


@dataclass(frozen=True, slots=True)
class Opened:
    """What a start found or made: the committee that was asked for, and codes where new ones were given."""

    committee: Founded
    invited: tuple[Invited, ...]


def serve(settings: Settings, guide: Path | None) -> None:
    """Serve until stopped. Raises what the guide, the data directory or the port have against it."""
    out = Console(soft_wrap=True)
    set_up(settings.log)
    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=event_loop) as runner:
        runner.run(_serve(settings, guide, out))  # Ctrl+C, after everybody was let go


def event_loop() -> asyncio.AbstractEventLoop:
    """The loop that Placard is served on: uvloop, which writes to a hall of sockets for half the price."""
    try:
        import uvloop
    except ImportError:  # not on this system
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


async def _serve(settings: Settings, guide: Path | None, out: Console) -> None:
    house = await House.open(settings)
    try:
        port = free_port(settings.host, settings.port)
        if port != settings.port:
            out.print(f"Port {settings.port} is taken; Placard uses {port} instead.")
        urls = (settings.public_url,) if settings.public_url else addresses(port, settings.host)
        opened = await open_committee(house, guide, out)
        house.room_address = urls[0] if urls else ""
        await _invite_the_room(house, urls)
        app = create_app(settings)
        app.state.house, app.state.operator_secret = house, _note_operator(settings, port)
        tell(out, opened, urls, port)
        quiet_collector()
        config = configuration(app, settings.host, port, settings.proxy)
        tell_log("serving", port=port, committees=len(house.beside.invitations))
        await Server(config, lambda: setattr(house, "stopping", True)).serve()
        tell_log("stopped")
    finally:
        (settings.data / OPERATOR).unlink(missing_ok=True)
        await house.close()


async def open_committee(house: House, guide: Path | None, out: Console) -> Opened:
    """The committee of `guide` (the sample on a first start), with codes for everybody when it is new."""
    known = await committees(house.store)
    if guide is None and known:
        key, name = known[-1]
        return Opened(Founded(key, name, False), ())
    path = guide or SAMPLE
    out.print(f"Reading the study guide {escape(path.name or str(path))} ...")
    guide_read = understand(await asyncio.to_thread(read_path, path))
    blueprint = of_guide(guide_read, path.read_bytes(), RULEBOOK)
    made = await found(house.store, blueprint, now_ms())
    invited = await invite(house.store, house.access, made.committee) if made.new else ()
    return Opened(made, invited)


async def _invite_the_room(house: House, urls: tuple[str, ...]) -> None:
    """The wall shows an address and a public code, fresh at each start: it opens the lobby only."""
    for key, _ in await committees(house.store):
        code = await public_code(house.store, house.access, key)
        url = f"{urls[0]}/#{code}" if urls else ""
        house.beside.invitations[key] = Invitation(url, code)


def configuration(app: object, host: str, port: int, proxy: str = "") -> uvicorn.Config:
    """How uvicorn serves: our framed websockets, small frames in, a bounded graceful stop.

    `proxy` names the addresses whose headers say who asks; without it such headers mean nothing.
    """
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        host=host,
        port=port,
        **uvicorn_options(),
        **request_options(),
        log_config=None,  # what it has to say goes where everything goes
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy,
        timeout_graceful_shutdown=PATIENCE_S,
        timeout_keep_alive=30,
    )


def quiet_collector() -> None:
    """What was built until now lives for ever; collecting it again and again costs the storm (B3)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


def _note_operator(settings: Settings, port: int) -> str:
    """Leave the owner of the data directory a way to ask this server for new codes."""
    secret = secrets.token_urlsafe(32)
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    base = f"http://{host}:{port}"
    known = {"base": base, "origin": settings.public_url.rstrip("/") or base, "secret": secret}
    settings.data.mkdir(parents=True, exist_ok=True)
    path = settings.data / OPERATOR
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        json.dump({**known, "process": os.getpid()}, out)
    return secret


def tell(out: Console, opened: Opened, urls: tuple[str, ...], port: int) -> None:
    """Say what to type where: addresses, a QR for phones, codes."""
    committee = opened.committee
    word = "founded" if committee.new else "opened"
    here = f"http://localhost:{port}"
    projector = f"{(*urls, here)[0]}/committees/{committee.committee}/projector"
    out.print(f"\n[bold]{escape(committee.name)}[/bold] (committee {committee.committee}) is {word}.\n")
    for url in urls:
        out.print(f"  People in the room open  [bold]{escape(url)}[/bold]")
    out.print(f"  On this computer         {here}")
    out.print(f"  Projector                {escape(projector)}")
    if urls:
        segno.make(urls[0]).terminal(compact=True)
    else:
        out.print(f"\n  {NOBODY_ELSE}")
    tell_codes(out, opened.invited)
    out.print("Stop with Ctrl+C; everything is on the record.\n")


def tell_codes(out: Console, invited: tuple[Invited, ...]) -> None:
    """The codes, to be handed out; they are kept as hashes and can be shown only now."""
    if not invited:
        out.print(f"\n  {CODES_WERE_SHOWN}\n")
        return
    table = Table("for", "code", title="Codes (each lets in up to three devices)", title_justify="left")
    for one in invited:
        seat = f" ({one.post.seat_key})" if one.post.seat_key else ""
        table.add_row(escape(one.name) or one.post.role + seat, one.code)
    out.print(table)
    out.print("Keep this list: codes are stored as hashes and cannot be shown again.")
