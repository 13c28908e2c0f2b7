"""Akoma Ntoso 3.0 (OASIS LegalDocML) of a resolution: a statement, whose ids carry the uids of its clauses.

``eId`` is computed from the numbers, as the naming convention has it ("para_2__point_a"); ``wId`` is the uid,
which stays when numbers change. Source: Akoma Ntoso Version 1.0, parts 1 and 2, and its Naming Convention.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from lxml import etree
from lxml.builder import ElementMaker

from resolutions.document import Document
from resolutions.rendering.layout import Heading, LaidOut, laid_out, organ_line

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGES = {"en": "eng", "es": "spa", "fr": "fra"}
_DRAFTED_WITH = "placard"

AKN = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


@dataclass(frozen=True, slots=True)
class Identity:
    """What names a document among all others: the day of this text, its language, its kind and its number."""

    on: date
    language: str = "en"
    kind: str = "statement/resolution"
    number: str = ""

    @property
    def work(self) -> str:
        """Give the address of the work: "/akn/un/statement/resolution/2026-11-24/dr-1-2"."""
        name = re.sub(r"[^a-z0-9]+", "-", self.number.casefold()).strip("-") or "draft"
        return f"/akn/un/{self.kind}/{self.on.isoformat()}/{name}"

    @property
    def expression(self) -> str:
        """Give the address of this language's text of that day."""
        return f"{self.work}/{_LANGUAGES.get(self.language, 'eng')}@{self.on.isoformat()}"


def render_akn(document: Document, heading: Heading, on: date, language: str = "en") -> bytes:
    """Write a document as Akoma Ntoso XML, UTF-8.

    Args:
        document: what is written.
        heading: committee, symbol, sponsors and signatories.
        on: the day of this text: of its adoption, or of this draft.
        language: of the text, two letters.
    """
    identity = Identity(on, language, number=heading.symbol)
    rows = laid_out(document)
    recitals = [row for row in rows if row.part == "preambular"]
    statement = AKN.statement(meta(identity, heading.committee), name="resolution")
    preamble = _preamble(document, recitals, heading.organ_between)
    statement.extend(part for part in (_preface(document, heading), preamble) if len(part))
    eids = {row.uid: eid for row, eid in ids(rows)}
    body = AKN.mainBody(*(_paragraph(row, eids) for row in rows if row.part == "operative"))
    if not len(body):
        body.append(AKN.p())
    statement.append(body)
    return written(AKN.akomaNtoso(statement))


def written(root: etree._Element) -> bytes:
    """Give the bytes of a document."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def meta(identity: Identity, committee: str, *analysis: etree._Element) -> etree._Element:
    """Give the metadata of a document: its addresses at the three levels, and who speaks."""
    return AKN.meta(
        AKN.identification(
            AKN.FRBRWork(
                *_core(identity.work, identity.on, committee),
                AKN.FRBRcountry(value="un"),
                AKN.FRBRsubtype(value=identity.kind.rpartition("/")[2]),
                *([AKN.FRBRnumber(value=identity.number)] if identity.number else []),
            ),
            AKN.FRBRExpression(
                *_core(identity.expression, identity.on, committee),
                AKN.FRBRlanguage(language=_LANGUAGES.get(identity.language, "eng")),
            ),
            AKN.FRBRManifestation(*_core(f"{identity.expression}.xml", identity.on, "")),
            source=f"#{_DRAFTED_WITH}",
        ),
        *analysis,
        AKN.references(
            _organization("committee", committee or "Committee"),
            _organization(_DRAFTED_WITH, "Placard"),
            source=f"#{_DRAFTED_WITH}",
        ),
    )


def ids(rows: Sequence[LaidOut]) -> Iterator[tuple[LaidOut, str]]:
    """Give every clause with its eId, in reading order."""
    counts = {"preambular": 0, "operative": 0}
    for row in rows:
        counts[row.part] += 1
        yield from _ids(row, f"{'rec' if row.part == 'preambular' else 'para'}_{counts[row.part]}")


def _ids(row: LaidOut, eid: str) -> Iterator[tuple[LaidOut, str]]:
    yield row, eid
    between = "__list_1__item_" if row.part == "preambular" else "__point_"
    for below in row.children:
        yield from _ids(below, f"{eid}{between}{below.number.strip('().')}")


def _core(uri: str, on: date, committee: str) -> list[etree._Element]:
    return [
        AKN.FRBRthis(value=f"{uri}/!main"),
        AKN.FRBRuri(value=uri),
        AKN.FRBRdate(date=on.isoformat(), name="document"),
        AKN.FRBRauthor(href="#committee" if committee else f"#{_DRAFTED_WITH}"),
    ]


def _organization(eid: str, shown: str) -> etree._Element:
    href = f"/akn/ontology/organization/un/{eid}"
    return AKN.TLCOrganization(eId=eid, href=href, showAs=shown)


def _preface(document: Document, heading: Heading) -> etree._Element:
    named = (
        ("Committee", [AKN.docAuthority(heading.committee)] if heading.committee else []),
        ("Symbol", [AKN.docNumber(heading.symbol)] if heading.symbol else []),
        ("Title", [AKN.docTitle(document.title)] if document.title else []),
        ("Sponsors", [AKN.docProponent(name) for name in heading.sponsors]),
        ("Signatories", [AKN.docIntroducer(name) for name in heading.signatories]),
    )
    return AKN.preface(*(_listed(label, elements) for label, elements in named if elements))


def _listed(label: str, elements: list[etree._Element]) -> etree._Element:
    """One line of the preface: several names are parted by commas."""
    line = AKN.p(f"{label}: ", {"class": label.casefold()})
    for element in elements:
        element.tail = ", " if element is not elements[-1] else None
        line.append(element)
    return line


def _preamble(document: Document, rows: list[LaidOut], between: bool) -> etree._Element:
    preamble = AKN.preamble()
    if rows:
        eids = {row.uid: eid for row, eid in ids(rows)}
        preamble.append(AKN.recitals(*(_recital(row, eids) for row in rows)))
    if organ := organ_line(document, between):
        preamble.insert(len(preamble) if between else 0, AKN.formula(AKN.p(organ), name="enactingFormula"))
    return preamble


def _recital(row: LaidOut, eids: dict[str, str]) -> etree._Element:
    recital = AKN.recital(**_named(row, eids))
    recital.append(_list(row, eids) if row.children else AKN.p(*_words(row)))
    return recital


def _list(row: LaidOut, eids: dict[str, str]) -> etree._Element:
    items = []
    for below in row.children:
        inside = _list(below, eids) if below.children else AKN.p(*_words(below))
        items.append(AKN.item(AKN.num(below.number), inside, **_named(below, eids)))
    behind = [AKN.listWrapUp(row.words_after())] if row.text_after else []
    eid = f"{eids[row.uid]}__list_1"
    return AKN.blockList(AKN.listIntroduction(*_words(row)), *items, *behind, eId=eid)


def _paragraph(row: LaidOut, eids: dict[str, str]) -> etree._Element:
    make = AKN.paragraph if row.level == 1 else AKN.point
    element = make(AKN.num(row.number), **_named(row, eids))
    if not row.children:
        element.append(AKN.content(AKN.p(*_words(row))))
        return element
    element.append(AKN.intro(AKN.p(*_words(row))))
    element.extend(_paragraph(below, eids) for below in row.children)
    if row.text_after:
        element.append(AKN.wrapUp(AKN.p(row.words_after())))
    return element


def _named(row: LaidOut, eids: dict[str, str]) -> dict[str, str]:
    return {"eId": eids[row.uid], "wId": wid(row.uid)}


def wid(uid: str) -> str:
    """Give an uid as the schema wants it: without white space."""
    return re.sub(r"\s", lambda space: quote(space[0]), uid)


def _words(row: LaidOut) -> list[str | etree._Element]:
    if not row.opening:
        return [row.words()]
    return [AKN.i(row.opening), row.words()[len(row.opening) :]]
