"""HTML fragments of a document and of a redline; every word that somebody wrote is escaped."""

from collections.abc import Mapping, Sequence
from html import escape
from importlib.resources import files

from resolutions.document import Document
from resolutions.redline import ClauseChange, Span, document_redline
from resolutions.rendering.layout import Heading as Heading
from resolutions.rendering.layout import LaidOut, laid_out, masthead, with_organ
from resolutions.rendering.words import ENGLISH


def document_html(
    document: Document,
    heading: Heading | None = None,
    words: Mapping[str, str] = ENGLISH,
    language: str = "en",
) -> str:
    """Give a whole document as ``<article class="doc">``; each clause has the id "clause-" and its uid."""
    head = heading_html(document, heading, words) if heading else ""
    text = "".join(_paragraph(row) for row in with_organ(document, heading, language))
    return f'<article class="doc" lang="{escape(language)}">{head}{text}</article>'


def render_page(
    document: Document, heading: Heading, words: Mapping[str, str] = ENGLISH, language: str = "en"
) -> str:
    """Give a document as a page of its own that needs no other file."""
    title = escape(document.title or heading.symbol or words["resolution"])
    style = files("resolutions.rendering").joinpath("page.css").read_text(encoding="utf-8")
    body = document_html(document, heading, words, language)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def heading_html(document: Document, heading: Heading, words: Mapping[str, str] = ENGLISH) -> str:
    """Give the head of a document: committee and symbol, title and sponsors, signatories and note."""
    left = [
        escape(document.title),
        _named(words["sponsors"], heading.sponsors),
        _named(words["signatories"], heading.signatories),
    ]
    committee, symbol = masthead(heading, words)
    return (
        f'<header class="doc-head"><div class="organ">{escape(committee)}</div>'
        f'<div class="symbol">{escape(symbol)}</div>'
        f'<div class="meta">{"<br>".join(filter(None, left))}</div>'
        f'<div class="meta num">{escape(heading.note)}</div></header>'
    )


def clauses_html(document: Document, prefix: str = "") -> str:
    """Give all clauses of a document, one element for each paragraph.

    `prefix` begins their ids, where a page holds several documents.
    """
    return "".join(_clause(clause, prefix) for clause in laid_out(document))


def _paragraph(row: LaidOut | str) -> str:
    return f'<p class="pre">{escape(row)}</p>' if isinstance(row, str) else _clause(row)


def clause_html(document: Document, uid: str) -> str:
    """Give one paragraph with its sub-clauses, or one sub-clause; raises KeyError for an unknown uid."""
    waiting = list(laid_out(document))
    while waiting:
        clause = waiting.pop()
        if clause.uid == uid:
            return _clause(clause)
        waiting.extend(clause.children)
    raise KeyError(uid)


def spans_html(spans: Sequence[Span], words: Mapping[str, str] = ENGLISH) -> str:
    """Give the spans of a redline as text with ``<ins>`` and ``<del>``, said aloud to screen readers."""
    return "".join(_span(span, words) for span in spans)


def redline_html(
    base: Document, final: Document, words: Mapping[str, str] = ENGLISH, only_changed: bool = False
) -> str:
    """Give the change from one document to another as ``<article class="doc redline">``.

    Struck clauses stand in their old place. With ``only_changed``, untouched clauses are left out.
    """
    marks = {**marks_of(base), **marks_of(final)}
    changes = document_redline(base, final)
    if only_changed:
        changes = tuple(change for change in changes if change.change != "same")
    rows, _ = _nested(changes, 0, 1, marks, words)
    return f'<article class="doc redline">{rows}</article>'


def _clause(clause: LaidOut, prefix: str = "") -> str:
    kind = "sub" if clause.level > 1 else "clause" if clause.part == "operative" else "pre"
    number = f'<span class="n">{clause.number}</span>' if clause.number else ""
    line = f"<p>{_line(clause)}</p>" + "".join(_clause(below, prefix) for below in clause.children)
    after = f"<p>{escape(clause.words_after())}</p>" if clause.text_after else ""
    return f'<div class="{kind}" id="{escape(prefix)}clause-{escape(clause.uid)}">{number}{line}{after}</div>'


def _line(clause: LaidOut) -> str:
    opening = f"<em>{escape(clause.opening)}</em>" if clause.opening else ""
    return " ".join(filter(None, (opening, escape(clause.text)))) + clause.mark


def _named(label: str, names: Sequence[str]) -> str:
    if not names:
        return ""
    return f"{escape(label)}: " + ", ".join(f"<bdi>{escape(name)}</bdi>" for name in names)


def _span(span: Span, words: Mapping[str, str]) -> str:
    if span.kind == "same":
        return escape(span.text)
    tag, label = ("ins", "inserted") if span.kind == "inserted" else ("del", "struck")
    start, end = escape(words[label]), escape(words[f"end_{label}"])
    return f'<{tag}><span class="vh">{start}</span>{escape(span.text)}<span class="vh">{end}</span></{tag}>'


def _nested(
    changes: Sequence[ClauseChange],
    at: int,
    depth: int,
    marks: Mapping[str, tuple[str, str]],
    words: Mapping[str, str],
) -> tuple[str, int]:
    """Rows from ``at`` on that lie at ``depth`` or below, each holding those that lie deeper than itself."""
    rows = ""
    while at < len(changes) and changes[at].level >= depth:
        change = changes[at]
        below, at = _nested(changes, at + 1, change.level + 1, marks, words)
        rows += _changed(change, marks[change.uid], below, words)
    return rows, at


def _changed(change: ClauseChange, marks: tuple[str, str], below: str, words: Mapping[str, str]) -> str:
    kind = "sub" if change.level > 1 else "pre" if change.kind == "preambular" else "clause"
    mark, after_mark = ("", "") if change.change == "struck" else marks
    opening = f"<em>{spans_html(change.opening, words)}</em>" if change.opening else ""
    between = " " if change.opening and change.spans else ""
    after = f"<p>{spans_html(change.after, words)}{after_mark}</p>" if change.after else ""
    shown = f"<del>{change.number}</del>" if change.change == "struck" else change.number
    number = f'<span class="n">{shown}</span>' if change.number else ""
    text = f"{opening}{between}{spans_html(change.spans, words)}{mark}"
    line = f"<p>{text}{_note(change, words)}</p>"
    return f'<div class="{kind}" data-change="{change.change}">{number}{line}{below}{after}</div>'


def _note(change: ClauseChange, words: Mapping[str, str]) -> str:
    if not change.moved:
        return ""
    said = words["was"].format(number=change.was) if change.was else words["moved_clause"]
    return f' <span class="note">({escape(said)})</span>'


def marks_of(document: Document) -> Mapping[str, tuple[str, str]]:
    """Give the marks behind each clause's text and behind the words after its list, by uid."""
    marks: dict[str, tuple[str, str]] = {}
    waiting = list(laid_out(document))
    while waiting:
        clause = waiting.pop()
        marks[clause.uid] = (clause.mark, clause.after_mark)
        waiting.extend(clause.children)
    return marks
