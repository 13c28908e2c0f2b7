"""The page that a sheet of paper is copied to, in the order of the copy that the committee went on with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from app.procedure.floor import Floor
from app.procedure.presence import statuses_of
from app.procedure.queues import list_in_use
from app.procedure.roster import delegations
from app.screens.directory import Directory
from app.screens.phone.pasted import PastedFinding, noticed
from app.screens.phone.texts import document_markup
from app.screens.shown import Option, told
from app.words.language import capital
from app.words.names import LISTS, STATUSES, code_name
from resolutions.document import Document, to_json
from resolutions.reading import ReadResolution

TEXT = "paper_text."
"""What the fields with the texts of new papers begin with; their place from 0 follows."""


@dataclass(frozen=True, slots=True)
class Row:
    """A delegation on the sheet, with the status that is chosen ("" where it has none yet)."""

    key: str
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class NewPaper:
    """The fields of a paper whose text is not on the sheet yet, as they were typed."""

    title: str = ""
    sponsors: str = ""
    signatories: str = ""
    stage: str = "introduced"
    count: str = ""
    text: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether anything was typed."""
        return any((self.title, self.sponsors, self.signatories, self.count, self.text))


@dataclass(frozen=True, slots=True)
class SheetText:
    """The text of a new paper on the sheet: its title, its field and what the field carries."""

    title: str
    field: str
    document: str
    clauses: int
    text: Markup


@dataclass(frozen=True, slots=True)
class CatchingUpPage:
    """What stands on the page: attendance, what was typed, and the list in use ("" where there is none).

    `queue` is the list as it was typed, `standing` as it is on the floor, `attended` the attendance there.
    `texts` are those of new papers, `new` one that is being put on the sheet. `was_read` says that a text was
    just read: it is the last of `texts`, unless `is_none` says that it is no resolution.
    """

    rows: tuple[Row, ...]
    statuses: tuple[Option, ...]
    attended: str
    happened: str
    list_name: str
    queue: str
    standing: str
    papers: tuple[str, ...]
    texts: tuple[SheetText, ...]
    new: NewPaper
    was_read: bool
    is_none: bool
    findings: tuple[PastedFinding, ...]


def page_of(
    floor: Floor,
    directory: Directory,
    statuses: Mapping[str, str],
    happened: str,
    queue: str | None,
    texts: tuple[Document, ...] = (),
    new: NewPaper = NewPaper(),
    found: ReadResolution | None = None,
) -> CatchingUpPage:
    """The page with what was typed: seat key -> status, the lines, and the list (None: as it stands).

    `found` is what was read just now.
    """
    context = told(floor, directory)
    rows = tuple(
        Row(
            seat.key,
            context.seat(seat.key),
            statuses.get(seat.key, floor.attendance.statuses.get(seat.key, "")),
        )
        for seat in delegations(floor)
    )
    using = list_in_use(floor)
    standing = "\n".join(context.seat(key) for key in using[1].queue) if using else ""
    return CatchingUpPage(
        rows=rows,
        statuses=tuple(
            Option(code, capital(code_name(STATUSES, code, context.gettext))) for code in statuses_of(floor)
        ),
        attended=" ".join(f"{seat}={status}" for seat, status in floor.attendance.statuses.items()),
        happened=happened,
        list_name=capital(code_name(LISTS, using[0], context.gettext)) if using else "",
        queue=standing if queue is None else queue,
        standing=standing,
        papers=tuple(
            one.name for one in floor.papers.papers if one.stage in ("approved", "introduced") and one.name
        ),
        texts=tuple(_on_the_sheet(place, text) for place, text in enumerate(texts)),
        new=new,
        was_read=found is not None,
        is_none=found is not None and found.document is None,
        findings=noticed(directory, found.findings if found else ()),
    )


def _on_the_sheet(place: int, text: Document) -> SheetText:
    document = json.dumps(to_json(text), ensure_ascii=False)
    return SheetText(text.title, f"{TEXT}{place}", document, len(text.clauses), document_markup(text))
