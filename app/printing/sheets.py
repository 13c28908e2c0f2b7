"""What stands on placards, badges and invite cards: plain data for the templates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache

from app.directories import card_address, qr_path
from app.printing.names import breaks
from app.printing.typesetting import typeset
from app.screens.environment import APP, STATIC
from delegations.countries import by_iso2

HERE = APP / "printing"


@dataclass(frozen=True, slots=True)
class Placard:
    """One placard: the name, the flag's ISO code ("" for a ring with a letter), and what is at its foot."""

    name: str
    iso2: str
    foot: str


@dataclass(frozen=True, slots=True)
class Badge:
    """One badge: above the delegation its `event`, below it a person's name, or a line to write one on."""

    event: str
    committee: str
    name: str
    iso2: str
    person: str
    role: str


@dataclass(frozen=True, slots=True)
class InviteCard:
    """One card: who it is for, the code, and the address under which it is good.

    `sheet` says which cards are printed together: another one begins another page.
    """

    sheet: str
    committee: str
    name: str
    iso2: str
    code: str
    address: str
    how_to: tuple[str, ...]


def placards_pdf(title: str, placards: Sequence[Placard], at: datetime) -> bytes:
    """A4 across, one placard a page, folded in the middle. `at` is the time of making, with its zone."""
    rows = [{**asdict(one), **_ring(one.name), "breaks": breaks(one.name)} for one in placards]
    return typeset(HERE / "placards.typ", _sheet(title, rows, placards), at)


def badges_pdf(title: str, badges: Sequence[Badge], at: datetime) -> bytes:
    """A4 upright, ten badges of 85 x 55 mm a page."""
    rows = [{**asdict(one), **_ring(one.name)} for one in badges]
    return typeset(HERE / "badges.typ", _sheet(title, rows, badges), at)


def invites_pdf(title: str, cards: Sequence[InviteCard], at: datetime) -> bytes:
    """A4 upright, eight cards a page, each with its QR code and seat code."""
    rows = [{**asdict(one), **_ring(one.name), "qr": _qr(one), "code": in_fours(one.code)} for one in cards]
    return typeset(HERE / "invites.typ", _sheet(title, rows, cards), at)


def in_fours(code: str) -> str:
    """A seat code as people read it: three groups of four."""
    bare = code.replace("-", "").replace(" ", "")
    return " ".join(bare[start : start + 4] for start in range(0, len(bare), 4))


def _sheet(
    title: str, rows: list[dict[str, object]], cards: Iterable[Placard | Badge | InviteCard]
) -> dict[str, object]:
    flags = {one.iso2: _flag(one.iso2) for one in cards if one.iso2 and by_iso2(one.iso2)}
    return {"title": title, "rows": rows, "flags": flags}


def _ring(name: str) -> dict[str, object]:
    """The letter in the ring of those without a flag."""
    return {"letter": next((letter for letter in name if letter.isalnum()), "").upper()}


@cache
def _flag(iso2: str) -> str:
    """The flag as SVG; it goes to the page as data, so that a template opens no file."""
    return (STATIC / "vendor" / "flags" / f"{iso2.lower()}.svg").read_text("utf-8")


def _qr(card: InviteCard) -> str:
    """The QR code of the card's address, as SVG with its quiet zone."""
    path, size = qr_path(card_address(card.address, card.code))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">'
        f'<path d="M0 0h{size}v{size}h-{size}z" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
