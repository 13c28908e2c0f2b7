"""Reads HTML as it is pasted from a page, Word or Google Docs: blocks, and lists with their numbers."""

import re
from dataclasses import dataclass, field, replace

from lxml import etree, html

from resolutions.numerals import letters, roman
from resolutions.reading.cleaning import printable
from resolutions.reading.labels import labelled
from resolutions.reading.lines import LONGEST_READ, Line, line_of
from resolutions.reading.tables import columns_of_names, row_lines

_BLOCKS = frozenset([
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
])  # fmt: skip
_SKIPPED = frozenset(["script", "style", "noscript", "template", "svg", "head", "title"])
_SET_OFF = frozenset(["i", "em", "b", "strong", "u", "cite", "dfn", "var"])
_STYLE_SET_OFF = re.compile(
    r"font-style:\s*italic|font-weight:\s*(?:bold|[6-9]00)|text-decoration:[^;]*underline"
)
_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal"}
_CLASS_RULE = re.compile(r"\.([\w-]{1,40})\s*\{([^{}]{0,1000})\}")  # as Google Docs exports its styles
_MARKER_ALONE = re.compile(r"\s*(?:\(\w{1,5}\)|\w{1,5} ?[.)])\s*")
_MSO = re.compile(r"mso-list:\s*l(\d+)\s+level(\d)\s+lfo(\d+)")


@dataclass(slots=True)
class _Items:
    """One open ``ol`` or ``ul``: the outermost list it lies in, its depth there, its form and its count."""

    name: str
    depth: int
    form: str
    count: int = 0


@dataclass(slots=True)
class _Page:
    """What has been collected on the walk through the markup."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    lists: list[_Items] = field(default_factory=list)
    marker: str = ""
    listed: tuple[str, int] | None = None
    slanted: int = 0
    upright: bool = False
    setting_off: int = 0
    skipping: int = 0
    number: int = 0
    whole: bool = True
    is_title: bool = False
    set_off: frozenset[str] = frozenset()  # classes whose words are set off

    def add(self, text: str | None) -> None:
        if not text or self.skipping:
            return
        self.pieces.append(text)
        if self.upright:
            return
        if self.setting_off:
            self.slanted += len(" ".join(text.split()))
        elif text.strip() and not _MARKER_ALONE.fullmatch("".join(self.pieces)):
            self.upright = True

    def end_line(self, whole: bool = True) -> None:
        words = " ".join(printable("".join(self.pieces)).split())
        self.pieces.clear()
        if words:
            self.lines.append(self._line(words))
            if whole:
                self.lines.append(Line(self.number, 0, ""))
            self.marker, self.listed = "", None
            self.whole = whole
        self.slanted, self.upright = 0, False

    def _line(self, words: str) -> Line:
        self.number += 1
        line = line_of(self.number, f"{self.marker} {words}".strip())
        deep = self.listed[1] + 1 if self.listed else len(self.lists)
        listed = self.listed if self.marker else None
        placed = replace(line, listed=listed, indent=4 * deep, is_title=self.is_title)
        return replace(placed, slanted=self.slanted, whole=self.whole)


def html_lines(text: str) -> tuple[Line, ...]:
    """Give the lines of pasted HTML, an empty one behind each block; markup that is no list is left out.

    Anything at all gives lines: what is no HTML is read as the text it is.
    """
    page = _Page()
    try:
        parser = html.HTMLParser(huge_tree=True)  # else what stands 256 levels deep is lost with the rest
        root = html.fromstring(f"<div>{text[:LONGEST_READ]}</div>", parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return ()
    page.set_off = _classes_set_off(root)
    for table in root.iter("table"):
        _name_columns(table)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            page.add(element.tail)
        elif event == "start":
            _start(page, element)
        else:
            _end(page, element)
    page.end_line()
    return tuple(page.lines)


def _classes_set_off(root: etree._Element) -> frozenset[str]:
    styles = " ".join(style.text or "" for style in root.iter("style"))
    return frozenset(name for name, said in _CLASS_RULE.findall(styles) if _STYLE_SET_OFF.search(said))


def _name_columns(table: etree._Element) -> None:
    """Put paragraphs in the place of a table of names in columns, or of labels beside their values."""
    rows = [[_cell(cell) for cell in row.iterchildren("td", "th")] for row in table.iter("tr")]
    named = columns_of_names(rows)
    labels = [" ".join(row[0]) for row in rows if len(row) == 2]
    if not named and labels and len(labels) == len(rows) and all(labelled(label)[0] for label in labels):
        named = tuple(line for row in rows for line in row_lines(row))
    if named:
        for child in list(table):
            table.remove(child)
        for words in named:
            etree.SubElement(table, "p").text = words


def _cell(cell: etree._Element) -> list[str]:
    pieces = [cell.text or ""]
    for part in cell.iter():
        if part is cell:
            continue
        if part.tag in _BLOCKS or part.tag == "br":
            pieces.append("\n")
        pieces += (part.text or "", "\n" if part.tag in _BLOCKS else "", part.tail or "")
    return [words for text in "".join(map(str, pieces)).split("\n") if (words := " ".join(text.split()))]


def _start(page: _Page, element: etree._Element) -> None:
    tag = str(element.tag)
    if tag in _SKIPPED:
        page.skipping += 1
    elif tag in _BLOCKS:
        page.end_line()
        page.whole, page.is_title = True, tag == "h1"
        _open(page, element, tag)
    if _sets_off(page, element, tag):
        page.setting_off += 1
    page.add(element.text)


def _open(page: _Page, element: etree._Element, tag: str) -> None:
    if tag in ("ol", "ul"):
        page.lists.append(_items(page, element, tag))
    elif tag == "li" and not page.skipping:
        _item(page, element)
    elif match := _MSO.search(element.get("style", "")):
        page.listed = (f"l{match[1]}", int(match[2]) - 1)


def _items(page: _Page, element: etree._Element, tag: str) -> _Items:
    above = page.lists[-1] if page.lists else None
    name = above.name if above else f"list {len(page.lines)}"
    start = element.get("start", "1")
    count = max(0, int(start) - 1) if start.isdecimal() and len(start) < 4 else 0
    form = _form(element) or ("decimal" if tag == "ol" else "disc")
    return _Items(name, above.depth + 1 if above else 0, form, count)


def _item(page: _Page, element: etree._Element) -> None:
    if not page.lists:
        page.marker, page.listed = "•", None
        return
    items = page.lists[-1]
    value = element.get("value", "")
    items.count = max(1, int(value)) if value.isdecimal() and len(value) < 4 else items.count + 1
    level = element.get("aria-level", "")  # Google Docs says the depth here and does not nest
    depth = int(level) - 1 if level.isdecimal() and len(level) < 2 else items.depth
    page.marker = _marker(_form(element) or items.form, items.count)
    page.listed = (items.name, max(depth, items.depth))


def _end(page: _Page, element: etree._Element) -> None:
    tag = str(element.tag)
    if _sets_off(page, element, tag):
        page.setting_off -= 1
    if tag in _SKIPPED:
        page.skipping -= 1
    elif tag == "br":
        page.end_line(whole=False)
    elif tag in ("td", "th"):
        page.add(" ")
    elif tag in _BLOCKS:
        page.end_line()
        page.whole, page.is_title = True, False
        if tag in ("ol", "ul") and page.lists:
            page.lists.pop()
    page.add(element.tail)


def _sets_off(page: _Page, element: etree._Element, tag: str) -> bool:
    if tag in _SET_OFF or _STYLE_SET_OFF.search(element.get("style", "")):
        return True
    return not page.set_off.isdisjoint(element.get("class", "").split())


def _form(element: etree._Element) -> str:
    match = re.search(r"list-style(?:-type)?:\s*([a-z-]+)", element.get("style", ""))
    return _TYPES.get(element.get("type", ""), match[1] if match else "")


def _marker(form: str, count: int) -> str:
    match form:
        case "lower-alpha" | "lower-latin":
            return f"({letters(count)})"
        case "upper-alpha" | "upper-latin":
            return f"({letters(count).upper()})"
        case "lower-roman":
            return f"({roman(count)})"
        case "upper-roman":
            return f"({roman(count).upper()})"
        case "decimal" | "decimal-leading-zero":
            return f"{count}."
        case _:
            return "•"
