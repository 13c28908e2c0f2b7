"""A small server for the parts of the pages: real templates and scripts, answers that a test chooses."""

import json
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

from jinja2 import ChoiceLoader, FileSystemLoader
from playwright.sync_api import Browser, Page

from app.screens.environment import build, environment

TOP = Path(__file__).resolve().parents[2]
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE_FINDS = "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})"
"""What axe finds by rules of these tags or names; to tell what is in order too takes four times as long."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
)
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "style": ("style.html", {}),
    "cockpit": ("cockpit.html", {}),
    "phone": ("phone.html", {}),
    "vote": ("phone.html", {"vote": True}),
    "speaker": ("board.html", {"scene": "speaker"}),
    "motions": ("board.html", {"scene": "motions"}),
    "rollcall": ("board.html", {"scene": "rollcall"}),
}


class Stage(ThreadingHTTPServer):
    """Serves static/ and the rendered pages under the policy.

    A post is answered with the next of `answers` (status, JSON, seconds to wait) and kept in `posted`.
    """

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answers: list[tuple[int, dict[str, Any], float]] = []
        self.posted: list[dict[str, list[str]]] = []
        folders = (TOP / "app" / "templates", Path(__file__).parent / "composed")
        # the product's own environment, with the composed pages beside its templates
        self.templates = environment("en").overlay(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders])
        )

    @property
    def url(self) -> str:
        """Where the stage is, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Stage

    def do_GET(self) -> None:
        path = urlsplit(self.path).path.lstrip("/").replace(f"static/{build()}/", "static/")
        if path.startswith("static/"):
            file = TOP / path
            self._answer(
                200 if file.is_file() else 404,
                TYPES.get(file.suffix, "text/plain"),
                file.read_bytes() if file.is_file() else b"",
            )
        elif path in PAGES:
            name, values = PAGES[path]
            self._answer(
                200,
                "text/html; charset=utf-8",
                self.server.templates.get_template(name).render(**values).encode(),
            )
        else:
            self._answer(404, "text/plain", b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.posted.append(parse_qs(body, keep_blank_values=True))
        status, answer, wait = self.server.answers.pop(0)
        time.sleep(wait)
        self._answer(status, "application/json", json.dumps(answer).encode())

    def _answer(self, status: int, kind: str, body: bytes) -> None:
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Security-Policy", POLICY)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except BrokenPipeError:
            return  # the page stopped waiting, as the test asked it to

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name is the library's)
        """Silence: what matters is in `posted`."""


def open_page(
    browser: Browser, stage: Stage, name: str, width: int = 1366, height: int = 768, **options: Any
) -> Page:
    """The page `name` in a context of its own.

    `page.refused` keeps what the policy refused, errors, and addresses of other hosts.
    """
    page = browser.new_context(viewport={"width": width, "height": height}, **options).new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: refused.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith(stage.url) else refused.append(request.url)
    )
    cast(Any, page).refused = refused
    page.goto(f"{stage.url}/{name}")
    page.wait_for_function("document.fonts.status === 'loaded'")
    return page


def close(page: Page) -> None:
    """End the page's context."""
    page.context.close()
