"""Outline: on which level a lettered, roman or bulleted line stands, judged by what was counted before it."""

from dataclasses import dataclass
from typing import Literal

from resolutions.document import MOST_LEVELS
from resolutions.line_forms import Line, Wrap

Style = Literal["letter", "roman", "bullet"]


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A list that may go on: how it is marked, how far it has counted and how deep it is indented."""

    wrap: Wrap
    style: Style
    count: int
    indent: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The open lists below the present paragraph, outermost first: ``levels[0]`` is level two."""

    levels: tuple[OpenLevel, ...] = ()

    @property
    def depth(self) -> int:
        """Give the level of the line placed last: one for the paragraph itself."""
        return len(self.levels) + 1


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a marked line was put: its level, the outline after it, and whether its number was expected."""

    level: int
    outline: Outline
    expected: bool = True
    too_deep: bool = False


def place(outline: Outline, line: Line, list_announced: bool) -> Placed:
    """Find the level of a marked line below a paragraph.

    ``list_announced`` says that the line before ended with a colon. A marker may continue any open list or
    begin one below: "(i)" may follow "(h)" or open a list of roman figures. The colon decides, then equal
    indents, then the deepest list.
    """
    going_on = [
        Placed(depth + 2, Outline((*outline.levels[:depth], counted)))
        for depth, level in enumerate(outline.levels)
        if (counted := _continued(level, line)) is not None
    ]
    begun = _begun(outline, line)
    aligned = [p for p in going_on if p.outline.levels[-1].indent == line.indent]
    if begun and (list_announced or (not aligned and _is_indented(outline, line))):
        return begun
    choices = aligned or going_on or ([begun] if begun else [])
    return choices[-1] if choices else _forced(outline, line)


def _continued(level: OpenLevel, line: Line) -> OpenLevel | None:
    if level.wrap != line.wrap:
        return None
    if level.style != "bullet" and _value(line, level.style) != level.count + 1:
        return None
    return OpenLevel(level.wrap, level.style, level.count + 1, level.indent)


def _begun(outline: Outline, line: Line) -> Placed | None:
    style: Style | None = None
    if line.wrap == "bullet":
        style = "bullet"
    elif line.roman == 1:
        style = "roman"
    elif line.letter == 1:
        style = "letter"
    if style is None or line.wrap is None:
        return None
    return _pushed(outline, OpenLevel(line.wrap, style, 1, line.indent), expected=True)


def _pushed(outline: Outline, level: OpenLevel, expected: bool) -> Placed:
    if outline.depth >= MOST_LEVELS:
        last = outline.levels[-1]
        same_depth = OpenLevel(last.wrap, last.style, last.count + 1, last.indent)
        return Placed(MOST_LEVELS, Outline((*outline.levels[:-1], same_depth)), expected, too_deep=True)
    return Placed(outline.depth + 1, Outline((*outline.levels, level)), expected)


def _is_indented(outline: Outline, line: Line) -> bool:
    return line.indent > (outline.levels[-1].indent if outline.levels else 0)


def _forced(outline: Outline, line: Line) -> Placed:
    """A number out of the count stays on the deepest list of its form, or begins one below the paragraph."""
    for depth in range(len(outline.levels) - 1, -1, -1):
        level = outline.levels[depth]
        if level.wrap == line.wrap:
            value = _value(line, level.style) or level.count + 1
            stays = OpenLevel(level.wrap, level.style, value, level.indent)
            return Placed(depth + 2, Outline((*outline.levels[:depth], stays)), expected=False)
    style: Style = "letter" if line.letter is not None else "roman"
    value = _value(line, style) or 1
    return _pushed(outline, OpenLevel(line.wrap or "(a)", style, value, line.indent), expected=False)


def _value(line: Line, style: Style) -> int | None:
    return {"letter": line.letter, "roman": line.roman, "bullet": None}[style]
