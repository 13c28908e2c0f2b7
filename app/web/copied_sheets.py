"""A sheet as its page's form carries it: what was typed, and the texts of new papers as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from app.catching_up.papers import line_of, named_by
from app.catching_up.reading import folded, read_line
from app.catching_up.sheet import MOST_TEXTS, NotRead, Sheet, numbered
from app.papers.edits import fresh_uids
from app.procedure.act import impossible
from app.screens.catching_up import TEXT, NewPaper
from app.web.sent_texts import NotSent
from app.words.language import Language
from resolutions.document import LONGEST_TITLE, Document, MalformedDocument, from_json
from resolutions.reading import ReadResolution

STATUS = "status."
_TEXTS = re.compile(re.escape(TEXT) + r"\d")


def sheet_of(given: Mapping[str, str]) -> Sheet:
    """What was typed: a status or a list that nobody touched says nothing of how it was.

    Raises NotSent where a text did not come back whole.
    """
    chosen = {name.removeprefix(STATUS): value for name, value in given.items() if name.startswith(STATUS)}
    were = dict(one.split("=", 1) for one in given.get("attendance_was", "").split() if "=" in one)
    statuses = {seat: status for seat, status in chosen.items() if status != were.get(seat, "")}
    queue, standing = given.get("queue", ""), given.get("queue_was", "")
    told = queue.split() != standing.split()
    texts = tuple(_text(given[name]) for name in sorted(given) if _TEXTS.fullmatch(name))
    if (off := given.get("off", "")).isdecimal():
        texts = tuple(text for place, text in enumerate(texts) if str(place) != off)
    return Sheet(statuses, given.get("happened", ""), queue if told else "", told, texts)


def without_texts(given: Mapping[str, str]) -> dict[str, str]:
    """The same form without what `sheet_of` could not read."""
    return {name: value for name, value in given.items() if not _TEXTS.fullmatch(name)}


def with_paper(
    sheet: Sheet, new: NewPaper, found: ReadResolution, organ: str, mark: str, say: Language
) -> Sheet:
    """The sheet with the text of a new paper, and the line that enters it where none does yet.

    `found` holds a document, whose clauses get uids made of `mark`; title and names that were not given
    are those of its head. A text with the same title is replaced. Raises NotSent.
    """
    assert found.document is not None
    title = " ".join((new.title or found.title or found.document.title).replace(";", ",").split())
    if not title:
        raise NotSent(impossible("paper.needs_title", "title"))
    title = title[:LONGEST_TITLE].strip()
    text = fresh_uids(replace(found.document, title=title, organ=organ), mark)
    others = tuple(one for one in sheet.texts if folded(one.title) != folded(title))
    if len(others) >= MOST_TEXTS:
        raise NotSent(impossible("sheet.too_many_texts", "text"))
    happened = sheet.happened
    if not _enters(happened, title, say):
        sponsors = new.sponsors or ", ".join(found.sponsors)
        signatories = new.signatories or ", ".join(found.signatories)
        line = line_of(title, sponsors, signatories, new.stage, new.count, say)
        happened = "\n".join(part for part in (happened.rstrip(), line) if part) + "\n"
    return replace(sheet, happened=happened, texts=(*others, text))


def _enters(happened: str, title: str, say: Language) -> bool:
    """Whether a line of the sheet enters the paper with this title."""
    for place, told in numbered(happened):
        try:
            if named_by(read_line(place, told, say), title):
                return True
        except NotRead:
            continue
    return False


def _text(given: str) -> Document:
    try:
        return from_json(json.loads(given))
    except (MalformedDocument, ValueError, RecursionError):
        raise NotSent(impossible("pasted.lost", "text")) from None
