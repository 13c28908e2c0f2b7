"""One paper as one viewer may see it: the editor while it is written, text and amendments from then on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from app.procedure.act import is_dais
from app.procedure.documents import Paper
from app.procedure.falling import stands_without
from app.procedure.floor import Floor
from app.procedure.roster import delegations
from app.procedure.sharing import shows_names
from app.procedure.sponsorship import signatures
from app.screens.at_hand import Doubted, doubted
from app.screens.directory import Directory
from app.screens.disclosure import FOLLOWED
from app.screens.phone.beside import NOTHING_BESIDE, Beside, beside
from app.screens.phone.changes import Change, changes
from app.screens.phone.check import Noticed, noticed
from app.screens.phone.clauses import EditedClause, clauses_to_edit
from app.screens.phone.names import seats_to_name
from app.screens.phone.texts import NOTHING, document_markup
from app.screens.pictures.clauses import map_picture
from app.screens.pictures.picture import Picture
from app.screens.shown import Option, tongue
from app.words import name_of
from resolutions.document import Document, digest
from resolutions.findings import Finding
from resolutions.lifecycle import WRITABLE, allowed
from resolutions.phrases import LANGUAGES, phrases
from resolutions.rendering.html import Heading

NAMED_UNTIL = ("working_paper", "returned", "submitted", "approved")
"""The stages in which names are put on a paper; after the introduction the list is closed."""


@dataclass(frozen=True, slots=True)
class Offers:
    """What a viewer may do with a paper: each is a form on its page."""

    sponsor: bool
    sign: bool
    leave: bool
    falls: bool
    """Whether the paper loses its place when a sponsor (this viewer, or any for the dais) leaves."""
    submit: bool
    withdraw: bool
    approve: bool
    amend: bool
    share: tuple[Option, ...] = ()
    """The delegations that it can be shared with."""
    unshare: tuple[Option, ...] = ()
    """The delegations from which reading it can be taken back."""
    merge: tuple[Option, ...] = ()
    """The papers that can be merged into it by this viewer."""


@dataclass(frozen=True, slots=True)
class OnePaper:
    """A paper with its names, its text as markup or as clauses to edit, and its amendments.

    `readers` are the names of those who can read it, empty once everybody can. `base` is the digest of
    the text that amendments are made on. `doubted` are citations to look at again, `beside` what the guide
    gives a writer.
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
    names_shown: bool
    sponsors: tuple[str, ...]
    signatories: tuple[str, ...]
    editors: tuple[str, ...]
    sponsors_needed: int
    signatures: tuple[int, int]
    version: int
    writing: bool
    read_live: bool
    """Whether the page follows what others type."""
    text: Markup
    clauses: tuple[EditedClause, ...]
    noticed: tuple[Noticed, ...]
    """What the check says of a text that is written; it never stands in the way."""
    base: str
    amendments: tuple[Change, ...]
    offers: Offers
    seats: tuple[Option, ...]
    beside: Beside
    preambular_phrases: tuple[str, ...]
    operative_phrases: tuple[str, ...]
    doubted: tuple[Doubted, ...]
    map: Picture


def paper_view(
    floor: Floor,
    directory: Directory,
    paper: Paper,
    text: Document | None,
    version: int,
    seat_key: str,
    may_write: bool,
    found: tuple[Finding, ...] = (),
) -> OnePaper:
    """A paper as seat `seat_key` ("" for an observer) sees it.

    `text` is the draft's text in version `version` while it is written, else the text on the record;
    `may_write` whether this viewer may edit it now, `found` what the check has against the text.
    """
    document = text or Document(paper.title, directory.organ)
    offers = _offers(floor, directory, paper, seat_key)
    writing = may_write and paper.stage in WRITABLE
    sees = is_dais(floor, seat_key) or shows_names(floor, paper)
    known = phrases(directory.language if directory.language in LANGUAGES else "en")
    return OnePaper(
        committee=directory.committee,
        key=paper.key,
        name=paper.name,
        title=document.title,
        stage=paper.stage,
        returned_because=paper.returned_because,
        readers=_readers(directory, paper),
        names_shown=sees,
        sponsors=_named(directory, paper.sponsors),
        signatories=_named(directory, paper.signatories),
        editors=_named(directory, tuple(key for key in paper.editors if sees and key not in paper.sponsors)),
        sponsors_needed=floor.rulebook.papers.sponsors_min,
        signatures=signatures(floor, paper),
        version=version,
        writing=writing,
        read_live=not writing and paper.stage in FOLLOWED and _is_private_reader(floor, paper, seat_key),
        text=NOTHING if writing else document_markup(document, heading_of(floor, directory, paper, version)),
        clauses=clauses_to_edit(document) if writing or offers.amend or not paper.is_public else (),
        noticed=noticed(found, document, tongue(directory)) if writing else (),
        base=digest(document),
        amendments=changes(floor, directory, paper, seat_key),
        offers=offers,
        seats=seats_to_name(floor, directory, seat_key),
        beside=beside(directory, seat_key) if writing else NOTHING_BESIDE,
        preambular_phrases=known.preambular if writing or offers.amend else (),
        operative_phrases=known.operative if writing or offers.amend else (),
        doubted=doubted(directory, document),
        map=map_picture(floor, directory, paper, document),
    )


def heading_of(floor: Floor, directory: Directory, paper: Paper, version: int = 0) -> Heading:
    """What stands above the text of a paper: the organ, its name, who brings it, the version."""
    shown = shows_names(floor, paper)
    return Heading(
        committee=directory.organ or directory.name,
        symbol=paper.name,
        sponsors=_named(directory, paper.sponsors) if shown else (),
        signatories=_named(directory, paper.signatories) if shown else (),
        note=f"Version {version}" if version else "",
        organ_between=floor.rulebook.papers.organ_line == "between_preamble_and_operatives",
    )


def _readers(directory: Directory, paper: Paper) -> tuple[str, ...]:
    """Whoever can read it besides the dais, while not everybody can (`app.screens.disclosure`)."""
    return () if paper.is_public else _named(directory, paper.readers)


def _named(directory: Directory, keys: tuple[str, ...]) -> tuple[str, ...]:
    speak = tongue(directory)
    return tuple(name_of(key, directory.short_names, speak) for key in keys)


def _offers(floor: Floor, directory: Directory, paper: Paper, seat_key: str) -> Offers:
    dais, seated = is_dais(floor, seat_key), seat_key in floor.seats
    owner, named = dais or seat_key in paper.sponsors, seat_key in (*paper.sponsors, *paper.signatories)
    open_ = paper.stage in NAMED_UNTIL
    return Offers(
        sponsor=seated and open_ and (dais or seat_key not in paper.sponsors),
        sign=seated and open_ and (dais or not named),
        leave=seated and (open_ or paper.stage == "introduced") and (dais or named),
        falls=_falls(floor, paper, seat_key) if dais or seat_key in paper.sponsors else False,
        submit=owner and allowed(paper.stage, "submit"),
        withdraw=owner and allowed(paper.stage, "withdraw"),
        approve=dais and floor.seats[seat_key].kind == "chair" and allowed(paper.stage, "approve"),
        amend=seated and paper.stage == "introduced",
        share=_others(floor, directory, paper) if owner else (),
        unshare=_shared_with(directory, paper) if owner else (),
        merge=_to_merge(floor, paper, seat_key) if owner else (),
    )


def _is_private_reader(floor: Floor, paper: Paper, seat_key: str) -> bool:
    return not paper.is_public and (seat_key in paper.readers or is_dais(floor, seat_key))


def _to_merge(floor: Floor, paper: Paper, seat_key: str) -> tuple[Option, ...]:
    """The papers of the same sponsor (for the dais: all) that are not introduced yet."""
    if paper.stage not in WRITABLE:
        return ()
    dais, others = is_dais(floor, seat_key), (one for one in floor.papers.papers if one is not paper)
    mine = (one for one in others if dais or seat_key in one.sponsors)
    return tuple(Option(one.key, f"{one.name}, {one.title}") for one in mine if allowed(one.stage, "merge"))


def _falls(floor: Floor, paper: Paper, seat_key: str) -> bool:
    leaving = seat_key if seat_key in paper.sponsors else next(iter(paper.sponsors), "")
    return not stands_without(floor, paper, leaving)


def _shared_with(directory: Directory, paper: Paper) -> tuple[Option, ...]:
    """Those from whom it can be taken back: whom it was shared with, and whose name is not on it."""
    if paper.is_public or paper.stage in ("withdrawn", "merged"):
        return ()
    named = (*paper.sponsors, *paper.signatories)
    return tuple(Option(key, directory.entry(key).short_name) for key in paper.shared if key not in named)


def _others(floor: Floor, directory: Directory, paper: Paper) -> tuple[Option, ...]:
    """Those who could be let in, or let write: everybody but its sponsors."""
    if paper.is_public or paper.stage in ("withdrawn", "merged"):
        return ()
    others = (seat.key for seat in delegations(floor) if seat.key not in paper.sponsors)
    return tuple(Option(key, directory.entry(key).short_name) for key in others)
