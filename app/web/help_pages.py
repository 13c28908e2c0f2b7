"""Help: the guides for chairs and delegates, written in Markdown beside the code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.screens.drawn import drawn
from app.screens.environment import APP, page
from app.web.answers import as_page, locale_of

FOLDER = APP / "help"
NO_PAGE = "There is no help page with this name."


async def contents(request: Request) -> Response:
    """All help pages by title."""
    return HTMLResponse(page("help/contents.html", locale_of(request), pages=titles()))


async def one(request: Request) -> Response:
    """One help page."""
    name = request.path_params["name"]
    if name not in titles():
        return as_page(request, 404, [NO_PAGE])
    text = drawn(MarkdownIt("commonmark", {"html": False}).enable("table").render(_text(name)))
    return HTMLResponse(page("help/page.html", locale_of(request), title=titles()[name], text=text))


@cache
def titles() -> dict[str, str]:
    """Page name -> its first heading."""
    return {path.stem: _title(path) for path in sorted(FOLDER.glob("*.md"))}


def _title(path: Path) -> str:
    return path.read_text("utf-8").lstrip().splitlines()[0].lstrip("# ").strip()


@cache
def _text(name: str) -> str:
    return (FOLDER / f"{name}.md").read_text("utf-8")
