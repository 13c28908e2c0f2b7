"""Numbers that a file does not write: the lists of a Word file, counted as Word counts them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from resolutions.numerals import letters, roman

_FORMS: dict[str, Callable[[int], str]] = {
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}
_DEEPEST = 9


def written(form: str, number: int) -> str:
    """Write a number in a form of Word's: "lowerLetter", "upperRoman"; any other in figures."""
    return _FORMS.get(form, str)(number)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's place in a list: its name, the depth in it (from 0), the marker, the list's indent."""

    name: str
    depth: int
    marker: str
    indent: int


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    indent: int = 0


@dataclass(slots=True)
class _List:
    levels: dict[int, _Level]
    counted_with: str  # lists that share an abstract list count on together
    restarts: dict[int, int]
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of one Word file (numbering.xml and styles.xml), counting as paragraphs are handed in."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        self._styles = {s.get(qn("w:styleId")): s for s in _all(styles, "w:style")}
        abstracts = {a.get(qn("w:abstractNumId")): a for a in _all(numbering, "w:abstractNum")}
        self._lists = {num.get(qn("w:numId")): self._list(num, abstracts) for num in _all(numbering, "w:num")}
        self._counts: dict[str, dict[int, int]] = {}

    def place(self, paragraph: Any) -> Numbered | None:
        """Count a paragraph (``w:p``) and give its place; None when it stands in no list."""
        name, depth = self._reference(paragraph)
        found = self._lists.get(name)
        if found is None or depth not in range(_DEEPEST):
            return None
        counts = self._counts.setdefault(found.counted_with, {})
        for at, start in found.restarts.items():
            counts[at] = start - 1
        found.restarts.clear()
        level = found.levels.get(depth, _Level())
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            del counts[deeper]
        return Numbered(name, depth, _marker(found.levels, depth, counts), level.indent)

    def _reference(self, paragraph: Any) -> tuple[str, int]:
        """Give the list and the depth that the paragraph names, or that its style does."""
        properties = paragraph.find(qn("w:pPr"))
        name, depth = _reference_in(properties)
        style = properties.find(qn("w:pStyle")) if properties is not None else None
        at = style.get(qn("w:val")) if style is not None else None
        for _ in range(_DEEPEST):  # a chain of styles, which a damaged file may close to a ring
            element = self._styles.get(at)
            if element is None or (name and depth is not None):
                break
            named, deep = _reference_in(element.find(qn("w:pPr")))
            name, depth = name or named, deep if depth is None else depth
            above = element.find(qn("w:basedOn"))
            at = above.get(qn("w:val")) if above is not None else None
        return name or "", depth or 0

    def _list(self, num: Any, abstracts: dict[str, Any]) -> _List:
        reference = num.find(qn("w:abstractNumId"))
        name = reference.get(qn("w:val")) if reference is not None else ""
        abstract = abstracts.get(name)
        levels = {_number(lvl, "w:ilvl"): _level(lvl) for lvl in _all(abstract, "w:lvl")}
        restarts = {}
        for override in _all(num, "w:lvlOverride"):
            at, start = _number(override, "w:ilvl"), override.find(qn("w:startOverride"))
            if start is not None:
                restarts[at] = _number(start, "w:val")
            for lvl in _all(override, "w:lvl"):
                levels[at] = _level(lvl)
        return _List(levels, name or "", restarts)


def _all(element: Any, tag: str) -> Iterator[Any]:
    return iter(()) if element is None else element.iterchildren(qn(tag))


def _number(element: Any, attribute: str) -> int:
    said = element.get(qn(attribute)) or ""
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def _reference_in(properties: Any) -> tuple[str, int | None]:
    reference = properties.find(qn("w:numPr")) if properties is not None else None
    if reference is None:
        return "", None
    name, depth = reference.find(qn("w:numId")), reference.find(qn("w:ilvl"))
    return (
        name.get(qn("w:val")) or "" if name is not None else "",
        _number(depth, "w:val") if depth is not None else None,
    )


def _level(element: Any) -> _Level:
    said = {tag: element.find(qn(f"w:{tag}")) for tag in ("numFmt", "lvlText", "start")}
    level = _Level(indent=indent_of(element))
    if said["numFmt"] is not None:
        level.form = said["numFmt"].get(qn("w:val")) or "decimal"
    if said["lvlText"] is not None:
        level.text = said["lvlText"].get(qn("w:val")) or ""
    if said["start"] is not None:
        level.start = _number(said["start"], "w:val")
    return level


def indent_of(element: Any) -> int:
    """Give the left indent in spaces of a twelfth of an inch, a usual letter's width."""
    properties = element.find(qn("w:pPr"))
    indent = properties.find(qn("w:ind")) if properties is not None else None
    if indent is None:
        return 0
    said = indent.get(qn("w:left")) or indent.get(qn("w:start")) or ""
    return int(said) // 120 if said.isdecimal() and len(said) < 6 else 0


def _marker(levels: dict[int, _Level], depth: int, counts: dict[int, int]) -> str:
    """Write the marker as the file has it: "(%2)" on the second level becomes "(b)"."""
    level = levels.get(depth, _Level())
    if level.form == "bullet":
        return "•"
    if level.form == "none":
        return ""
    text = level.text or f"%{depth + 1}."
    for at in range(_DEEPEST):
        number = written(levels.get(at, _Level()).form, counts.get(at, 1))
        text = text.replace(f"%{at + 1}", number)
    return text.strip()
