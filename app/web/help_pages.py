"""Help: the guides for organizers, chairs and delegates, written in Markdown beside the code.

Each language has its folder. English has every page; what a language lacks is shown in English, and says so.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.screens.drawn import drawn
from app.screens.environment import APP, page
from app.web.answers import as_page, locale_of
from app.words.language import ENGLISH, N_

FOLDER = APP / "help"
NO_PAGE = N_("There is no help page with this name.")


async def contents(request: Request) -> Response:
    """All help pages by title."""
    return HTMLResponse(all_pages(locale_of(request)))


async def one(request: Request) -> Response:
    """One help page."""
    name = request.path_params["name"]
    if name not in names():
        return as_page(request, 404, [NO_PAGE])
    return HTMLResponse(one_page(name, locale_of(request)))


def all_pages(locale: str) -> str:
    """The list of help pages, each with its language, its title and its first sentence."""
    pages = {name: (spoken(name, locale), *_beginning(name, locale)) for name in names()}
    return page("help/contents.html", locale, pages=pages)


def one_page(name: str, locale: str) -> str:
    """The help page of a name that `names` has, in a language or in English."""
    text = MarkdownIt("commonmark", {"html": False}).enable("table").render(_text(name, locale))
    # a table that is wider than a phone scrolls by itself, and by keys too
    text = text.replace("<table>", '<div class="scrolls" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )
    title, _ = _beginning(name, locale)
    return page("help/page.html", locale, title=title, text=drawn(text), tag=spoken(name, locale))


@cache
def names() -> tuple[str, ...]:
    """The pages that there are."""
    return tuple(sorted(path.stem for path in (FOLDER / ENGLISH.tag).glob("*.md")))


@cache
def spoken(name: str, locale: str) -> str:
    """The language in which a page is read by whoever reads `locale`: that one, or English."""
    return locale if _file(name, locale).is_file() else ENGLISH.tag


@cache
def _beginning(name: str, locale: str) -> tuple[str, str]:
    """The title of a page, and its first sentence."""
    title, first, *_ = _text(name, locale).strip().split("\n\n")
    return title.lstrip("# "), " ".join(first.split()).partition(". ")[0].rstrip(".") + "."


@cache
def _text(name: str, locale: str) -> str:
    return _file(name, spoken(name, locale)).read_text("utf-8")


def _file(name: str, locale: str) -> Path:
    return FOLDER / locale / f"{name}.md"
