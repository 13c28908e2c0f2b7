"""The command line: `python -m app COMMAND`, as the launcher `./placard` calls it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer
from pydantic import ValidationError
from rich.console import Console

from app.commands import data as data_commands
from app.commands import machine as machine_commands
from app.settings import Settings

cli = typer.Typer(
    name="placard", help="Runs a Model UN committee.", no_args_is_help=False, add_completion=False
)
resolution = typer.Typer(help="Read, check and render resolutions in files.", no_args_is_help=True)
cli.add_typer(resolution, name="resolution")
ResolutionFile = Annotated[Path, typer.Argument(help="A resolution: PDF, DOCX, ODT, HTML, Markdown or text.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, for programs.")]


meeting = typer.Typer(help="Meetings as text, line by line.", no_args_is_help=True)
cli.add_typer(meeting, name="meeting")
data_commands.add_to(cli)
machine_commands.add_to(cli)


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

    run(Settings.with_given(host, port), guide)


@cli.command()
def codes() -> None:
    """Make new codes for everybody and print them; the old ones are dead at once."""
    from app.commands.codes import print_new_codes

    print_new_codes(Settings())


@cli.command()
def guide(
    file: Annotated[Path, typer.Argument(help="A study guide: PDF, DOCX, ODT, HTML, Markdown or text.")],
    as_json: AsJson = False,
) -> None:
    """Read a study guide and show what Placard understands of it."""
    from delegations.study_guides.command import guide_command

    _print(*guide_command(file, as_json))


@resolution.command()
def read(file: ResolutionFile, as_json: AsJson = False) -> None:
    """Read a resolution and show its clauses, and what was unclear."""
    from app.commands.resolutions import read_command

    _print(*read_command(file, as_json))


@resolution.command()
def check(
    file: ResolutionFile,
    as_json: AsJson = False,
    organ: Annotated[str, typer.Option(help="The organ that opens the text, such as “The Council”.")] = "",
    reserved: Annotated[
        Literal["off", "warn", "error"], typer.Option(help="Phrases kept for the Security Council.")
    ] = "warn",
    security_council: Annotated[bool, typer.Option("--security-council", help="For that organ.")] = False,
) -> None:
    """Hold a resolution against all rules of its form; nothing of it blocks."""
    from app.commands.resolutions import check_command
    from resolutions.checking import Terms

    terms = Terms(organ=organ, reserved=reserved, is_security_council=security_council, off=frozenset())
    _print(*check_command(file, as_json, terms))


@resolution.command()
def render(
    file: ResolutionFile,
    to: Annotated[Literal["docx", "pdf", "html", "text", "akn"], typer.Option(help="The form.")],
    out: Annotated[Path | None, typer.Option(help="The file to write; standard output without it.")] = None,
    line_numbers: Annotated[
        bool, typer.Option("--line-numbers", help="Count lines in the margin (DOCX, PDF, text).")
    ] = False,
) -> None:
    """Write a resolution as Word file, PDF, page, text or Akoma Ntoso."""
    from app.commands.resolutions import render_command

    if out is None and to in ("docx", "pdf") and sys.stdout.isatty():
        _print(2, "Name a file for it with --out.")
    code, data = render_command(file, to, line_numbers)
    if code:
        _print(code, data.decode())
    elif out is None:
        sys.stdout.buffer.write(data)
    else:
        out.write_bytes(data)


def _print(code: int, text: str) -> None:
    """Print for the person, to standard error when it is a refusal, and leave with the code."""
    print(text, file=sys.stderr if code else sys.stdout)
    raise typer.Exit(code)


@meeting.command()
def play(
    file: Annotated[str, typer.Argument(help="A transcript; - reads standard input.")],
) -> None:
    """Run a transcript through the rules: what became of each line, and the floor at the end."""
    from app.transcripts.command import play_file

    raise typer.Exit(play_file(file))


@meeting.command()
def words() -> None:
    """Print every command with its fields, and every motion, as JSON."""
    from app.transcripts.command import print_words

    print_words()


@meeting.command()
def export(
    committee: Annotated[int, typer.Argument(help="Its number; without it, the first.")] = 0,
) -> None:
    """Print the record of a committee as a transcript that plays back to the same floor."""
    from app.transcripts.command import print_record

    print_record(Settings(), committee)


@cli.command()
def country(
    names: Annotated[list[str] | None, typer.Argument(help="Names; without any, lines of input.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON Lines, for programs.")] = False,
) -> None:
    """Say which state each name means, and how sure that is."""
    from delegations.country_command import country_lines

    asked = names or filter(str.strip, sys.stdin.buffer.read().decode("utf-8-sig", "replace").splitlines())
    for line in country_lines(asked, as_json):
        print(line)


def run() -> None:
    """Run the command line; what a person can put right ends in one sentence and exit code 2."""
    from sqlalchemy.exc import OperationalError

    from app.founding import NoDelegations
    from app.keeping.backup_files import NotABackup
    from app.keeping.backups import Differs
    from app.keeping.data_directory import DataDirectoryInUse
    from app.keeping.exported_record import VoteOnFloor
    from app.minutes import UnknownEvent
    from app.procedure.rulebook_files import UnknownRulebook
    from app.rehearsal import NotRehearsed
    from app.store import UnknownDatabase
    from app.store.copying import NotEmpty, NothingThere
    from app.transcripts.record import NothingRecorded
    from delegations.study_guides.reading import Unreadable

    founding = (NoDelegations, UnknownRulebook, Unreadable)
    stores = (DataDirectoryInUse, UnknownDatabase, UnknownEvent, NothingRecorded)
    copies = (NotABackup, NotEmpty, NothingThere, Differs, VoteOnFloor, OperationalError)
    known = (*founding, *stores, *copies, NotRehearsed, OSError, ValidationError)
    try:
        cli(prog_name="placard")
    except known as error:
        Console(stderr=True, soft_wrap=True).print(_sentence(error), highlight=False, markup=False)
        raise SystemExit(2) from None


def _sentence(error: Exception) -> str:
    """What a person can put right, in one sentence."""
    from sqlalchemy.exc import OperationalError

    from delegations.study_guides.reading import Unreadable

    match error:
        case ValidationError():  # of the settings: an option or a variable of the environment
            first = error.errors()[0]
            name = str(first["loc"][0]) if first["loc"] else "?"
            return f"The setting {name} (or PLACARD_{name.upper()}) does not fit: {first['msg']}."
        case Unreadable():
            return error.sentence()
        case OperationalError():
            return f"The database cannot be used: {str(error.orig).strip().splitlines()[0]}."
        case FileNotFoundError() if error.filename:
            return f"There is no file {error.filename}."
        case OSError() if error.filename and error.strerror:
            return f"{error.filename} cannot be used: {error.strerror}."
        case _:
            return str(error)


if __name__ == "__main__":
    run()
