"""The drills on a page of help: each situation, what could be ruled, and what the rules say to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.drills import Ruling, elsewhere_ruled, ruled, situations
from app.screens.environment import page
from app.web.answers import locale_of
from app.words import language


@dataclass(frozen=True, slots=True)
class DrillCard:
    """One situation as it is shown; `tag` is the language of its words."""

    name: str
    tag: str
    title: str
    situation: str
    ruling: Ruling
    elsewhere: Ruling | None


async def all_drills(request: Request) -> Response:
    """Every drill, with its ruling folded away."""
    return HTMLResponse(drills_page(locale_of(request)))


def drills_page(locale: str) -> str:
    """The page in a language."""
    return page("help/drills.html", locale, cards=_cards(locale))


@cache
def _cards(locale: str) -> tuple[DrillCard, ...]:
    """The cards; the rules are asked once for each language."""
    tongue = language(locale)
    return tuple(
        DrillCard(
            one.name,
            one.language(locale),
            *one.words[one.language(locale)],
            ruled(one, tongue),
            elsewhere_ruled(one, tongue),
        )
        for one in situations()
    )
