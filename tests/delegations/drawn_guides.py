"""Draws one guide in many shapes: the same blocks as text, Markdown, a web page or a Word file."""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Callable, Iterable, Sequence

import docx

Block = tuple[str, str]  # "h1", "h2", "p", "li" and its text; "row" with a TAB between cells


def as_text(blocks: Iterable[Block], gap: bool = True, width: int = 84) -> bytes:
    """Plain text, wrapped; without `gap` no empty line stands between a heading and its text."""
    lines: list[str] = []
    for kind, words in blocks:
        words = words.replace("**", "")
        if kind[0] == "h":
            lines += ["", words, *([""] if gap else [])]
        elif kind == "row":
            lines.append(words)
        else:
            lines += textwrap.wrap(f"• {words}" if kind == "li" else words, width) + ([""] if gap else [])
    return "\n".join(lines).encode()


def as_dense_text(blocks: Iterable[Block]) -> bytes:
    """Plain text without a single empty line."""
    return b"\n".join(line for line in as_text(blocks).split(b"\n") if line)


def as_pages(blocks: Iterable[Block], length: int = 26) -> bytes:
    """Text as it comes out of a PDF: a header and a page number on each page, wherever that falls."""
    body = as_text(blocks).decode().split("\n")
    pages = [body[at : at + length] for at in range(0, len(body), length)]
    return "\n".join(
        "\n".join(("Lake Valley MUN 2026 | Background Guide", *page, str(number), "\f"))
        for number, page in enumerate(pages, start=1)
    ).encode()


def as_markdown(blocks: Iterable[Block]) -> bytes:
    """Markdown with `#` headings and a table of pipes."""
    signs = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- ", "p": "", "row": "| "}
    lines = []
    for kind, words in blocks:
        end = " |\n" if kind == "row" else "\n\n"
        lines.append(signs[kind] + words.replace("\t", " | ") + end)
    return "".join(lines).encode()


def as_page(blocks: Iterable[Block]) -> bytes:
    """A web page."""
    drawn = []
    for kind, words in blocks:
        safe = html.escape(words).replace("**", "<b>", 1).replace("**", "</b>", 1)
        cells = "".join(f"<td>{cell}</td>" for cell in safe.split("\t"))
        drawn.append(f"<table><tr>{cells}</tr></table>" if kind == "row" else f"<{kind}>{safe}</{kind}>")
    return f"<!doctype html><body>{''.join(drawn)}</body>".encode()


def as_word(blocks: Iterable[Block], headings: str) -> bytes:
    """A Word file whose headings are "styled", only "bold", or plain "capitals"."""
    document = docx.Document()
    for kind, words in blocks:
        if kind[0] == "h" and headings == "styled":
            document.add_heading(words, int(kind[1]))
        elif kind[0] == "h":
            paragraph = document.add_paragraph()
            run = paragraph.add_run(words.upper() if headings == "capitals" else words)
            run.bold = headings == "bold"
        elif kind == "row":
            cells = document.add_table(rows=1, cols=2).rows[0].cells
            cells[0].text, cells[1].text = words.split("\t")
        else:
            paragraph = document.add_paragraph(style="List Bullet" if kind == "li" else None)
            for number, piece in enumerate(words.split("**")):
                paragraph.add_run(piece).bold = number % 2 == 1
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


FORMATS: dict[str, tuple[str, Callable[[Sequence[Block]], bytes]]] = {
    "text": ("guide.txt", as_text),
    "text without gaps": ("guide.txt", lambda blocks: as_text(blocks, gap=False)),
    "dense text": ("guide.txt", as_dense_text),
    "pages of text": ("guide.txt", as_pages),
    "markdown": ("guide.md", as_markdown),
    "web page": ("guide.html", as_page),
    "word": ("guide.docx", lambda blocks: as_word(blocks, "styled")),
    "word in bold": ("guide.docx", lambda blocks: as_word(blocks, "bold")),
    "word in capitals": ("guide.docx", lambda blocks: as_word(blocks, "capitals")),
}
