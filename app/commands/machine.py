"""Commands about this computer: whether it can carry a room, how fast it is, and a rehearsal on it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.settings import Settings


def check_machine(
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
    host: Annotated[str, typer.Option(help="The address that it would listen on.")] = "",
    port: Annotated[int, typer.Option(help="The port that it would listen on.")] = 0,
) -> None:
    """Say whether this computer can carry a room: a line for each fact, exit code 1 where one is broken."""
    from app.operations.check import check_command

    settings = Settings.with_given(host, port)
    code, text = check_command(settings, as_json)
    typer.echo(text)
    raise typer.Exit(code)


def rehearse(
    seats: Annotated[int, typer.Option(help="How many robot delegations take part.")] = 8,
    url: Annotated[str, typer.Option(help="The running server.")] = "http://127.0.0.1:8000",
    pace: Annotated[str, typer.Option(help="1x as fast as people, 5x five times as fast, max.")] = "max",
    seed: Annotated[int, typer.Option(help="The same seed plays the same meeting.")] = 1,
    drill: Annotated[str, typer.Option(help="One situation instead, by its name; list names them.")] = "",
) -> None:
    """Let robot delegates play a whole meeting against a running server; exit code 1 where not all held."""
    from app.rehearsal import rehearse as play
    from app.rehearsal.drilling import drill as play_drill
    from app.rehearsal.drilling import list_drills

    data = Settings().data
    if drill == "list":
        list_drills()
        return
    held = play_drill(url, drill, data, pace) if drill else play(url, seats, data, pace, seed).held
    raise typer.Exit(0 if held else 1)


def bench(
    ids: Annotated[list[str] | None, typer.Argument(help="Which, such as B1 B4; all without any.")] = None,
    quick: Annotated[bool, typer.Option("--quick", help="Two pairs of each instead of six.")] = False,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("bench.json"),
) -> None:
    """Measure how fast Placard is here, against references in the same run."""
    from app.bench.command import bench as measure
    from app.bench.measuring import QUICK, Size
    from app.bench.scenarios import UnknownScenario, chosen

    try:
        scenarios = chosen(ids or [])
    except UnknownScenario as unknown:
        typer.echo(str(unknown), err=True)
        raise typer.Exit(2) from None
    raise typer.Exit(measure(scenarios, QUICK if quick else Size(), out))


def add_to(cli: typer.Typer) -> None:
    """Put these commands into the command line."""
    cli.command(name="check")(check_machine)
    cli.command()(rehearse)
    cli.command()(bench)
