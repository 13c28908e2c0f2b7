"""One paper as one viewer may see it: the editor while it is written, text and amendments from then on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.act import is_dais
from app.procedure.documents import Paper
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.procedure.sponsorship import signatures
from app.screens.directory import Directory
from app.screens.phone.changes import Change, changes
from app.screens.phone.clauses import EditedClause, clauses_to_edit
from app.screens.phone.texts import NOTHING, document_markup
from app.words import name_of
from resolutions.document import Document, digest
from resolutions.lifecycle import WRITABLE, allowed
from resolutions.phrases import phrases
from resolutions.rendering.html import Heading

NAMED_UNTIL = ("working_paper", "returned", "submitted", "approved")
"""The stages in which names are put on a paper; after the introduction the list is closed."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a viewer may do with a paper: each is a form on its page."""

    sponsor: bool
    sign: bool
    leave: bool
    submit: bool
    withdraw: bool
    approve: bool
    amend: bool
    share: tuple[tuple[str, str], ...] = ()
    """The delegations that it can be shared with, as key and name."""


@dataclass(frozen=True, slots=True)
class OnePaper:
    """A paper with its names, its text as markup or as clauses to edit, and its amendments.

    `readers` are the names of those who can read it, empty once everybody can. `base` is the digest of
    the text that amendments are made on.
    """

    template: ClassVar[str] = "phone/paper.html"
    coalesced: ClassVar[bool] = False

    committee: int
    key: str
    name: str
    title: str
    stage: str
    returned_because: str
    readers: tuple[str, ...]
    sponsors: tuple[str, ...]
    signatories: tuple[str, ...]
    sponsors_needed: int
    signatures: tuple[int, int]
    version: int
    writing: bool
    text: Markup
    clauses: tuple[EditedClause, ...]
    base: str
    amendments: tuple[Change, ...]
    offers: Offers
    seats: tuple[tuple[str, str], ...]
    preambular_phrases: tuple[str, ...]
    operative_phrases: tuple[str, ...]


def paper_view(
    floor: Floor,
    directory: Directory,
    paper: Paper,
    text: Document | None,
    version: int,
    seat_key: str,
    may_write: bool,
) -> OnePaper:
    """A paper as seat `seat_key` ("" for an observer) sees it.

    `text` is the draft's text in version `version` while it is written, else the text on the record;
    `may_write` whether this viewer may edit it now.
    """
    document = text or Document(paper.title, directory.organ)
    offers = _offers(floor, directory, paper, seat_key)
    writing = may_write and paper.stage in WRITABLE
    known = phrases()
    return OnePaper(
        committee=directory.committee,
        key=paper.key,
        name=paper.name,
        title=document.title,
        stage=paper.stage,
        returned_because=paper.returned_because,
        readers=_readers(directory, paper),
        sponsors=_named(directory, paper.sponsors),
        signatories=_named(directory, paper.signatories),
        sponsors_needed=floor.rulebook.papers.sponsors_min,
        signatures=signatures(floor, paper),
        version=version,
        writing=writing,
        text=NOTHING if writing else document_markup(document, _heading(directory, paper, version)),
        clauses=clauses_to_edit(document) if writing or offers.amend else (),
        base=digest(document),
        amendments=changes(floor, directory, paper, seat_key),
        offers=offers,
        seats=_seats(floor, directory, seat_key),
        preambular_phrases=known.preambular if writing or offers.amend else (),
        operative_phrases=known.operative if writing or offers.amend else (),
    )


def _heading(directory: Directory, paper: Paper, version: int) -> Heading:
    return Heading(
        committee=directory.organ or directory.name,
        symbol=paper.name,
        sponsors=_named(directory, paper.sponsors),
        signatories=_named(directory, paper.signatories),
        note=f"Version {version}" if version else "",
    )


def _readers(directory: Directory, paper: Paper) -> tuple[str, ...]:
    """Whoever can read it besides the dais, while not everybody can (`app.screens.disclosure`)."""
    return () if paper.is_public else _named(directory, paper.readers)


def _named(directory: Directory, keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name_of(key, directory.short_names) for key in keys)


def _seats(floor: Floor, directory: Directory, seat_key: str) -> tuple[tuple[str, str], ...]:
    """For the dais, the delegations that it may enter for."""
    if not is_dais(floor, seat_key):
        return ()
    return tuple((seat.key, directory.entry(seat.key).short_name) for seat in delegations(floor))


def _offers(floor: Floor, directory: Directory, paper: Paper, seat_key: str) -> Offers:
    dais, seated = is_dais(floor, seat_key), seat_key in floor.seats
    owner, named = dais or seat_key in paper.sponsors, seat_key in (*paper.sponsors, *paper.signatories)
    open_ = paper.stage in NAMED_UNTIL
    return Offers(
        sponsor=seated and open_ and (dais or seat_key not in paper.sponsors),
        sign=seated and open_ and (dais or not named),
        leave=seated and (open_ or paper.stage == "introduced") and (dais or named),
        submit=owner and allowed(paper.stage, "submit"),
        withdraw=owner and allowed(paper.stage, "withdraw"),
        approve=dais and floor.seats[seat_key].kind == "chair" and allowed(paper.stage, "approve"),
        amend=seated and paper.stage == "introduced",
        share=_not_reading(floor, directory, paper) if owner else (),
    )


def _not_reading(floor: Floor, directory: Directory, paper: Paper) -> tuple[tuple[str, str], ...]:
    if paper.is_public or paper.stage == "withdrawn":
        return ()
    others = (seat.key for seat in delegations(floor) if seat.key not in paper.readers)
    return tuple((key, directory.entry(key).short_name) for key in others)
