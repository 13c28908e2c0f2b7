"""Commands that look after the data: verify, record, backup, restore, erase, move."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.settings import Settings

if TYPE_CHECKING:
    from app.keeping.backup_files import Held
    from app.keeping.backups import Place

File = Annotated[Path, typer.Argument(help="A backup that Placard made.")]


def verify(
    file: Annotated[Path, typer.Argument(help="An exported record (“The whole record” in the minutes).")],
    head: Annotated[str, typer.Option(help="The code that was printed or read aloud.")] = "",
) -> None:
    """Check an exported record: its chain of codes, and every vote, counted again."""
    from app.verify import sentence

    code, told = sentence(str(file), head)
    typer.echo(told, err=bool(code))
    raise typer.Exit(code)


def record(
    committee: Annotated[int, typer.Argument(help="Its number; without it, the first.")] = 0,
    to: Annotated[Path | None, typer.Option(help="The file; standard output without it.")] = None,
) -> None:
    """Write the whole record of a committee as one file, for verify; also while it sits."""
    from app.keeping.backups import record_of

    made = record_of(_place(), committee)
    if to is None:
        typer.echo(made.decode(), nl=False)
    else:
        to.write_bytes(made)


def backup(
    to: Annotated[
        Path | None, typer.Option(help="The file; a new one in the data folder without it.")
    ] = None,
) -> None:
    """Back everything up into one file, also while committees sit."""
    from app.keeping.backups import back_up

    file, contents = back_up(_place(), to)
    _tell(contents.committees)
    typer.echo(f"Backed up to {file}. Keep a copy elsewhere. To try it: ./placard restore --check {file}")


def restore(
    file: File,
    check: Annotated[bool, typer.Option("--check", help="Only try it, in a folder of its own.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Replace the committees that are there.")] = False,
) -> None:
    """Put a backup in place, or try it with --check."""
    from app.keeping.backups import check as try_out
    from app.keeping.backups import restore as put_in_place

    if check:
        _tell(try_out(file, _place()).committees)
        typer.echo("The backup can be restored: its checksum and the chain of every committee hold.")
        return
    contents, saved = put_in_place(file, _place(), force, _rows)
    _tell(contents.committees)
    if saved:
        typer.echo(f"What was there before is in {saved}.")
    typer.echo(f"Restored as it was at {contents.made}. Codes and sign-ins are those of that moment, too:")
    typer.echo("./placard codes makes new ones, and the old ones stop working.")


def erase(
    expired: Annotated[bool, typer.Option("--expired", help="Delete it now.")] = False,
) -> None:
    """Show what is kept of people and until when; with --expired, delete what is over its time."""
    from app.commands.erase import delete_now, report

    place = _place()
    for line in delete_now(place) if expired else report(place):
        typer.echo(line)


def move(
    to: Annotated[str, typer.Option(help="postgresql://..., or a folder for SQLite.")],
) -> None:
    """Copy everything to another database, and compare the codes of every committee."""
    from app.keeping.backups import Place
    from app.keeping.backups import move as copy

    source = _place()
    is_postgres = to.startswith("postgres")
    target = Place(to, source.data) if is_postgres else Place("", Path(to.removeprefix("sqlite:///")))
    _tell(copy(source, target, _rows))
    setting = f"PLACARD_DATABASE_URL={to}" if is_postgres else f"PLACARD_DATA={target.data}"
    typer.echo("Every record is the same at both places. The old one was left as it is.")
    typer.echo(f"Start Placard with {setting} from now on.")


def add_to(cli: typer.Typer) -> None:
    """Put the commands on a command line."""
    for command in (verify, record, backup, restore, erase, move):
        cli.command()(command)


def _place() -> Place:
    from app.keeping.backups import Place

    settings = Settings()
    return Place(settings.database_url, settings.data)


def _rows(table: str, count: int) -> None:
    if count:
        typer.echo(f"  {count:>7} rows of {table}")


def _tell(committees: Iterable[Held]) -> None:
    from app.words import head_code

    for one in committees:
        typer.echo(f"  {one.name}: {one.acts} acts, head of the record {head_code(one.head) or 'none'}")
