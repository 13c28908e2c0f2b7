"""What secret ballots say, on its way into its rows, summed up there, and deleted."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import col, delete, select

from app.store import Store
from app.tables import SecretChoiceRow


@dataclass(frozen=True, slots=True, repr=False)
class SecretChoice:
    """One row to be written: the columns of `secret_choice` in their order."""

    key: str
    committee_id: int
    election: int
    choice: str

    @property
    def columns(self) -> tuple[str | int, ...]:
        """As the store writes them."""
        return self.key, self.committee_id, self.election, self.choice


Choices = tuple[SecretChoice, ...]
"""Ballots that come in together."""


@dataclass(frozen=True, slots=True)
class Sum:
    """What is in the box: how many `ballots`, how many name each candidate, and how many name nobody."""

    ballots: int
    votes: tuple[int, ...]
    blank: int


def shuffled(committee_id: int, election: int, choices: Iterable[Sequence[str]]) -> Choices:
    """Rows for these choices (the candidates that each names), in an order and under keys of chance."""
    told = [" ".join(sorted(choice)) for choice in choices]
    secrets.SystemRandom().shuffle(told)
    return tuple(SecretChoice(secrets.token_hex(16), committee_id, election, one) for one in told)


async def sum_up(store: Store, committee_id: int, election: int, candidates: Sequence[str]) -> Sum:
    """Counts the rows of an election for its candidates."""
    query = select(SecretChoiceRow.choice).where(
        col(SecretChoiceRow.committee_id) == committee_id, col(SecretChoiceRow.election) == election
    )
    found = await store.read(lambda rows: rows.exec(query).all())
    named = Counter(key for choice in found for key in choice.split())
    return Sum(len(found), tuple(named[key] for key in candidates), sum(not choice for choice in found))


async def forget(store: Store, committee_id: int, up_to: int) -> None:
    """Deletes the choices of a committee's elections that were opened up to act `up_to`."""
    theirs = (col(SecretChoiceRow.committee_id) == committee_id, col(SecretChoiceRow.election) <= up_to)
    there = await store.read(lambda rows: rows.exec(select(SecretChoiceRow.key).where(*theirs)).first())
    if there is not None:
        await store.write(lambda rows: rows.execute(delete(SecretChoiceRow).where(*theirs)))
        await store.scrub()
