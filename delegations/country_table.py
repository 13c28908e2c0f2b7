"""The table of states and territories, read from countries.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Membership = Literal["member", "observer", "none"]


@dataclass(frozen=True, slots=True)
class Country:
    """One row of countries.toml: a state, a territory or a state that no longer exists."""

    display: str
    official: str
    iso2: str | None = None
    short: str = ""
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    membership: Membership = "member"
    kind: Literal["state", "territory", "historic"] = "state"

    @property
    def short_name(self) -> str:
        """The name for a placard: the display name, or a shorter one where that is long."""
        return self.short or self.display

    @property
    def flag(self) -> str | None:
        """The name of the flag: the ISO 3166-1 code in lower case; None for a historic state."""
        return self.iso2.lower() if self.iso2 else None


@cache
def countries() -> tuple[Country, ...]:
    """Return every row of countries.toml."""
    text = resources.files("delegations").joinpath("countries.toml").read_text(encoding="utf-8")
    return tuple(_country(row) for row in tomllib.loads(text)["country"])


def members() -> tuple[Country, ...]:
    """Return the 193 members of the United Nations in the order of countries.toml."""
    return tuple(country for country in countries() if country.membership == "member")


def by_iso2(iso2: str) -> Country | None:
    """Return the country with the ISO 3166-1 code `iso2` in either case, else None."""
    return _by_iso2().get(iso2.upper())


def names_of(country: Country) -> Iterator[str]:
    """Yield every name that `country` is listed under: display, official, aliases, former names."""
    yield country.display
    yield country.official
    yield from country.aliases
    yield from country.former


@cache
def _by_iso2() -> dict[str, Country]:
    return {country.iso2: country for country in countries() if country.iso2}


def _country(row: dict[str, object]) -> Country:
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    if lists.get("kind", "state") == "historic":
        lists.setdefault("membership", "none")
    return Country(**lists)  # type: ignore[arg-type]
