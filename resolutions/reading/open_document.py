"""Reads an OpenDocument text (.odt), as LibreOffice writes it: paragraphs with the numbers of their lists."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from resolutions.reading.cleaning import printable
from resolutions.reading.damaged import MOST_UNPACKED, DamagedFile
from resolutions.reading.lines import LONGEST_READ, Line, line_of, listed_line
from resolutions.reading.numbered import written
from resolutions.reading.tables import columns_of_names, row_lines

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _STYLE, _TABLE, _OFFICE = (f"{{{_NAMES}{part}:1.0}}" for part in ("text", "style", "table", "office"))
_FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_SKIPPED = {f"{_TEXT}note", f"{_TEXT}tracked-changes", f"{_TEXT}table-of-content", f"{_OFFICE}annotation"}
_MARKS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n", f"{_TEXT}s": " "}
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_DEEPEST = 60


def open_document_lines(data: bytes) -> tuple[Line, ...]:
    """Give the lines of an OpenDocument text in reading order, an empty one behind each paragraph.

    Deleted text of tracked changes, headers, footers and notes are left out. Raises DamagedFile, also when
    the archive would unpack to more than 64 MB.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            raise DamagedFile("This OpenDocument file would unpack to far more than a resolution needs.")
        content = _parsed(archive.read("content.xml"))
        styles = _parsed(archive.read("styles.xml")) if "styles.xml" in archive.namelist() else None
    except DamagedFile:
        raise
    # A damaged file fails in many ways inside the libraries; for the person they are all one.
    except Exception as error:
        raise DamagedFile("This OpenDocument file is damaged and cannot be opened.") from error
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    return () if body is None else tuple(_Pages(_Styles(content, styles)).lines(body))


def _parsed(xml: bytes) -> etree._Element:
    # No entities, no network: what a stranger wrote is only parsed.
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))


class _Styles:
    """What the styles of a file say of lists, of letters that are set off, and of the title."""

    def __init__(self, *roots: etree._Element | None) -> None:
        known = [root for root in roots if root is not None]
        named = [style for root in known for style in root.iter(f"{_STYLE}style")]
        self.of_lists = {
            style.get(f"{_STYLE}name", ""): {_number(level, f"{_TEXT}level"): level for level in style}
            for root in known
            for style in root.iter(f"{_TEXT}list-style")
        }
        self.set_off = {s.get(f"{_STYLE}name", "") for s in named if _sets_off(s)}
        above = {s.get(f"{_STYLE}name", ""): s.get(f"{_STYLE}parent-style-name", "") for s in named}
        self.titles = {"Title", *(name for name, parent in above.items() if parent == "Title")}

    def marker(self, style: str, depth: int, counts: list[int]) -> str:
        """Write the marker of an item; ``counts`` are those of its level and of each above."""
        level = self.of_lists.get(style, {}).get(depth + 1)
        if level is None:
            return "•"
        form = level.get(f"{_STYLE}num-format")
        if level.tag != f"{_TEXT}list-level-style-number":
            return "•"
        if not form:
            return ""
        number = written(_FORMS.get(form, "decimal"), counts[-1])
        if _number(level, f"{_TEXT}display-levels") > 1:
            number = ".".join([*map(str, counts[:-1]), number])
        return f"{level.get(f'{_STYLE}num-prefix', '')}{number}{level.get(f'{_STYLE}num-suffix', '')}".strip()

    def first(self, style: str, depth: int) -> int:
        """Give the number that a list begins with on a level."""
        level = self.of_lists.get(style, {}).get(depth + 1)
        return _number(level, f"{_TEXT}start-value") or 1 if level is not None else 1


@dataclass(slots=True)
class _Counted:
    """One list that is being read: its name and its style, and how far each level has counted."""

    name: str
    style: str
    counts: list[int] = field(default_factory=list)


class _Pages:
    """Walks through the body of a text and counts its lists."""

    def __init__(self, styles: _Styles) -> None:
        self.styles = styles
        self.number = self.read = 0
        self.last_of: dict[str, _Counted] = {}  # by the name of its style
        self.by_id: dict[str, _Counted] = {}

    def lines(self, holder: etree._Element, depth: int = 0) -> Iterator[Line]:
        for element in holder.iterchildren(f"{_TEXT}*", f"{_TABLE}*"):
            match str(element.tag).rpartition("}")[2]:
                case "p" | "h":
                    yield from self._paragraph(element, "", ("", 0))
                case "list":
                    yield from self._list(element, self._counted(element), 0)
                case "table":
                    yield from self._table(element)
                case _ if depth < _DEEPEST and element.tag not in _SKIPPED:
                    yield from self.lines(element, depth + 1)
            if self.read > LONGEST_READ:
                return

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = [
            [[words for block in cell if (words := " ".join(_words(block).split()))] for cell in row]
            for row in table.iter(f"{_TABLE}table-row")
        ]
        for words in columns_of_names(rows) or (line for row in rows for line in row_lines(row)):
            self.number += 1
            yield line_of(self.number, printable(words))
            yield Line(self.number, 0, "")

    def _counted(self, element: etree._Element) -> _Counted:
        """The list that an element begins, or goes on with."""
        style = element.get(f"{_TEXT}style-name", "")
        before = self.by_id.get(element.get(f"{_TEXT}continue-list", ""))
        if element.get(f"{_TEXT}continue-numbering") == "true":
            before = before or self.last_of.get(style)
        found = before or _Counted(f"list {self.number}", style)
        self.last_of[style] = found
        if name := element.get(_ID):
            self.by_id[name] = found
        return found

    def _list(self, element: etree._Element, at: _Counted, depth: int) -> Iterator[Line]:
        style = element.get(f"{_TEXT}style-name") or at.style
        for item in element.iterchildren(f"{_TEXT}list-item", f"{_TEXT}list-header"):
            counts = item.tag == f"{_TEXT}list-item"
            for child in item.iterchildren(f"{_TEXT}p", f"{_TEXT}h", f"{_TEXT}list"):
                if child.tag == f"{_TEXT}list":
                    if depth < _DEEPEST:
                        yield from self._list(child, at, depth + 1)
                elif counts:
                    counts = False  # what else stands in the item is a paragraph behind it
                    self._count(at, style, depth, _number(item, f"{_TEXT}start-value"))
                    marker = self.styles.marker(style, depth, at.counts[: depth + 1])
                    yield from self._paragraph(child, marker, (at.name, depth))
                else:
                    yield from self._paragraph(child, "", (at.name, depth))

    def _count(self, at: _Counted, style: str, depth: int, start: int) -> None:
        while len(at.counts) < depth:
            at.counts.append(1)
        first = start or self.styles.first(style, depth)
        goes_on = len(at.counts) > depth and not start
        at.counts[depth:] = [at.counts[depth] + 1 if goes_on else first]

    def _paragraph(self, element: etree._Element, marker: str, listed: tuple[str, int]) -> Iterator[Line]:
        self.number += 1
        texts = printable(_words(element)).split("\n")
        is_title = element.get(f"{_TEXT}style-name") in self.styles.titles
        for at, text in enumerate(texts):
            words = " ".join(text.replace("\t", " \t ").split(" ")).replace(" \t ", "   ").strip()
            if not words:
                continue
            self.read += len(words)
            indent = 4 * (listed[1] + 1) if listed[0] else 0
            line = listed_line(self.number, words, marker if at == 0 else "", listed, indent)
            slanted = self._slanted(element) if at == 0 else None
            yield replace(line, slanted=slanted, whole=at == 0, is_title=is_title)
        yield Line(self.number, 0, "")

    def _slanted(self, element: etree._Element) -> int:
        """Count the characters at the start that are italic, bold or underlined."""
        if element.get(f"{_TEXT}style-name") in self.styles.set_off:
            return len(_words(element))
        count = 0
        if (element.text or "").strip():
            return count
        for child in element:
            if child.get(f"{_TEXT}style-name") not in self.styles.set_off and _words(child).strip():
                break
            count += len(_words(child))
            if (child.tail or "").strip():
                break
        return count


def _number(element: etree._Element, attribute: str) -> int:
    said = element.get(attribute, "")
    return int(said) if said.isdecimal() and len(said) < 4 else 0


def _sets_off(style: etree._Element) -> bool:
    found = style.find(f"{_STYLE}text-properties")
    if found is None:
        return False
    lined = found.get(f"{_STYLE}text-underline-style", "none") != "none"
    return lined or found.get(f"{_FO}font-style") == "italic" or found.get(f"{_FO}font-weight") == "bold"


def _words(element: etree._Element) -> str:
    said: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        if event == "start" and part.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start":
            said.append(_MARKS.get(str(part.tag), "") + (part.text or ""))
        elif event == "end" and part is not element:
            said.append(part.tail or "")
    return "".join(said)
