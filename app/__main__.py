"""The command line: `python -m app COMMAND`, as the launcher `./placard` calls it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.console import Console

from app.settings import Settings

cli = typer.Typer(
    name="placard", help="Runs a Model UN committee.", no_args_is_help=False, add_completion=False
)


@cli.callback(invoke_without_command=True)
def main(context: typer.Context) -> None:
    """Without a command, serve."""
    if context.invoked_subcommand is None:
        serve()


@cli.command()
def serve(
    guide: Annotated[Path | None, typer.Option(help="Found the committee of this study guide.")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "",
    port: Annotated[int, typer.Option(help="The port; the next free one if it is taken.")] = 0,
) -> None:
    """Serve the committee: prints addresses and codes, runs until Ctrl+C."""
    from app.serving import serve as run

    given = {"host": host, "port": port}
    settings = Settings(**{name: value for name, value in given.items() if value})  # type: ignore[arg-type]
    run(settings, guide)


@cli.command()
def codes() -> None:
    """Make new codes for everybody and print them; the old ones are dead at once."""
    from app.serving_codes import print_new_codes

    print_new_codes(Settings())


@cli.command()
def guide(
    file: Annotated[Path, typer.Argument(help="A study guide: PDF, DOCX, HTML, Markdown or text.")],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for programs.")] = False,
) -> None:
    """Read a study guide and show what Placard understands of it."""
    from delegations.study_guides.command import guide_command

    code, text = guide_command(file, as_json)
    print(text, file=sys.stderr if code else sys.stdout)
    raise typer.Exit(code)


@cli.command()
def rehearse(
    seats: Annotated[int, typer.Option(help="How many robot delegates take part.")] = 8,
    url: Annotated[str, typer.Option(help="The running server.")] = "http://127.0.0.1:8000",
) -> None:
    """Let robot delegates play a whole meeting against a running server."""
    from app.rehearsal import rehearse as play

    play(url, seats, Settings().data)


def run() -> None:
    """Run the command line; what a person can put right ends in one sentence and exit code 2."""
    from app.data_directory import DataDirectoryInUse
    from app.founding import NoDelegations
    from app.procedure.rulebook import UnknownRulebook
    from app.rehearsal import NotRehearsed
    from app.store import UnknownDatabase
    from delegations.study_guides.reading import Unreadable

    founding = (NoDelegations, UnknownRulebook, Unreadable)
    known = (*founding, DataDirectoryInUse, UnknownDatabase, NotRehearsed, OSError, ValidationError)
    try:
        cli(prog_name="placard")
    except known as error:
        Console(stderr=True, soft_wrap=True).print(_sentence(error), highlight=False, markup=False)
        raise SystemExit(2) from None


def _sentence(error: Exception) -> str:
    """What a person can put right, in one sentence."""
    from delegations.study_guides.reading import Unreadable

    match error:
        case ValidationError():  # of the settings: an option or a variable of the environment
            first = error.errors()[0]
            name = str(first["loc"][0]) if first["loc"] else "?"
            return f"The setting {name} (or PLACARD_{name.upper()}) does not fit: {first['msg']}."
        case Unreadable():
            return error.sentence()
        case FileNotFoundError() if error.filename:
            return f"There is no file {error.filename}."
        case OSError() if error.filename and error.strerror:
            return f"{error.filename} cannot be used: {error.strerror}."
        case _:
            return str(error)


if __name__ == "__main__":
    run()
