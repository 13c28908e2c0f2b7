"""Help: the guides for organizers, chairs and delegates, written in Markdown beside the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.screens.drawn import drawn
from app.screens.environment import APP, page
from app.web.answers import as_page, locale_of
from app.words.language import N_

FOLDER = APP / "help"
NO_PAGE = N_("There is no help page with this name.")


async def contents(request: Request) -> Response:
    """All help pages by title."""
    return HTMLResponse(all_pages(locale_of(request)))


async def one(request: Request) -> Response:
    """One help page."""
    name = request.path_params["name"]
    if name not in titles():
        return as_page(request, 404, [NO_PAGE])
    return HTMLResponse(one_page(name, locale_of(request)))


def all_pages(locale: str) -> str:
    """The list of help pages, each with its title and its first sentence."""
    pages = {name: (title, _first_sentence(name)) for name, title in titles().items()}
    return page("help/contents.html", locale, pages=pages)


def one_page(name: str, locale: str) -> str:
    """The help page of a name that `titles` has."""
    text = MarkdownIt("commonmark", {"html": False}).enable("table").render(_text(name))
    # a table that is wider than a phone scrolls by itself, and by keys too
    text = text.replace("<table>", '<div class="scrolls" tabindex="0"><table>').replace(
        "</table>", "</table></div>"
    )
    return page("help/page.html", locale, title=titles()[name], text=drawn(text))


@cache
def titles() -> dict[str, str]:
    """Page name -> its first heading."""
    return {path.stem: _title(path) for path in sorted(FOLDER.glob("*.md"))}


def _title(path: Path) -> str:
    return path.read_text("utf-8").lstrip().splitlines()[0].lstrip("# ").strip()


def _first_sentence(name: str) -> str:
    words = " ".join(_text(name).strip().split("\n\n")[1].split())
    return words.partition(". ")[0].rstrip(".") + "."


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")
