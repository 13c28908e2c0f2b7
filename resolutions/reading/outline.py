"""Outline: on which level a lettered, roman, numbered or bulleted line stands, judged by what came before."""

from dataclasses import dataclass, replace
from typing import Literal

from resolutions.document import MOST_LEVELS
from resolutions.reading.lines import CAPITALS, Line, Wrap

Style = Literal["letter", "roman", "number", "bullet"]


@dataclass(frozen=True, slots=True)
class OpenLevel:
    """A list that may go on: how it is marked, how far it has counted, its indent, its name in the source.

    ``bullet`` is the sign of a list that is not counted.
    """

    wrap: Wrap
    style: Style
    count: int
    indent: int
    listed: tuple[str, int] | None = None
    bullet: str = ""


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


def place(outline: Outline, line: Line, list_announced: bool) -> Placed | None:
    """Find the level of a marked line below a paragraph; None when its marker may be a mere word.

    ``list_announced`` says that the line before ended with a colon. A marker may continue any open list or
    begin one below: "(i)" may follow "(h)" or open a list of roman figures. What the source says of lists
    decides, then the colon, then equal indents, then the deepest list.
    """
    if (told := _told(outline, line)) is not None:
        return told
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
    if choices:
        return choices[-1]
    if line.tight:
        return None
    return _forced(outline, line) if _is_marker(outline, line) else None


def stands_below(outline: Outline, line: Line, paragraph: Line, announced: bool, opened: bool) -> bool:
    """Say whether a numbered line stands below the paragraph, in a list of its own or one that goes on.

    ``announced`` says that the line before ended with a colon, ``opened`` that this one begins with a phrase
    that opens paragraphs.
    """
    if line.listed and any(_of_list(level, line) for level in outline.levels):
        return True
    if line.listed and paragraph.listed and line.listed[0] == paragraph.listed[0]:
        return line.listed[1] > paragraph.listed[1]
    deeper = line.indent > paragraph.indent
    if any(_continued(level, line) and level.indent == line.indent for level in outline.levels):
        next_paragraph = opened or line.value == (paragraph.value or 0) + 1
        return deeper or line.wrap != paragraph.wrap or not next_paragraph
    begun = announced or (deeper and not opened)
    return line.value == 1 and begun and (deeper or line.wrap != paragraph.wrap or not opened)


def goes_on_with(outline: Outline, line: Line) -> bool:
    """Say whether a line is the next item of the list that was written in last."""
    return bool(outline.levels) and (
        _continued(outline.levels[-1], line) is not None or _of_list(outline.levels[-1], line)
    )


def has_list_of(outline: Outline, line: Line) -> bool:
    """Say whether a list below the paragraph is marked as the line is."""
    return any(level.wrap == line.wrap and level.bullet in ("", line.marker) for level in outline.levels)


def is_stray_bullet(outline: Outline, line: Line, paragraph: Line, announced: bool, opened: bool) -> bool:
    """Say whether a bullet marks a paragraph, or nothing at all, instead of an item of a list.

    ``announced`` and ``opened`` are as in ``stands_below``.
    """
    if line.wrap != "bullet":
        return False
    if line.listed and paragraph.listed and line.listed[0] == paragraph.listed[0]:
        return line.listed[1] <= paragraph.listed[1]
    alike = paragraph.wrap == "bullet" and paragraph.marker == line.marker
    if alike and line.indent <= paragraph.indent:
        return opened
    apart = line.indent > paragraph.indent and line.marker not in ("-", "–", "—", "o")
    return not has_list_of(outline, line) and not announced and not apart


def _told(outline: Outline, line: Line) -> Placed | None:
    """Follow the source where it names the list: items of one depth in one list stand on one level."""
    if line.listed is None:
        return None
    for depth, level in enumerate(outline.levels):
        if _of_list(level, line) and level.listed:
            deeper = line.listed[1] - level.listed[1]
            if deeper <= 0:
                counted = replace(level, count=level.count + 1, indent=line.indent, listed=line.listed)
                return Placed(depth + 2, Outline((*outline.levels[:depth], counted)))
            if depth + 1 == len(outline.levels):
                return _pushed(outline, _opened(line), expected=True)
    return None


def _of_list(level: OpenLevel, line: Line) -> bool:
    if level.listed is None or line.listed is None or level.listed[0] != line.listed[0]:
        return False
    return line.listed[1] >= level.listed[1]


def _continued(level: OpenLevel, line: Line) -> OpenLevel | None:
    if level.wrap != line.wrap and not (level.wrap in ("(a)", "(1)") and line.wrap in ("(a)", "(1)")):
        return None
    if level.style == "bullet":
        goes_on = line.marker == level.bullet
    else:
        goes_on = _value(line, level.style) == level.count + 1
    return replace(level, count=level.count + 1, listed=line.listed) if goes_on else None


def _begun(outline: Outline, line: Line) -> Placed | None:
    opened = _opened(line)
    if opened.style == "bullet" or opened.count == 1:
        return _pushed(outline, opened, expected=True)
    return None


def _opened(line: Line) -> OpenLevel:
    style: Style = "roman" if line.letter is None or (line.letter > 26 and line.roman) else "letter"
    if line.wrap == "bullet":
        style = "bullet"
    elif line.value is not None:
        style = "number"
    elif line.roman == 1:
        style = "roman"
    bullet = line.marker if style == "bullet" else ""
    return OpenLevel(line.wrap or "(a)", style, _value(line, style) or 1, line.indent, line.listed, bullet)


def _pushed(outline: Outline, level: OpenLevel, expected: bool) -> Placed:
    if outline.depth >= MOST_LEVELS:
        last = outline.levels[-1]
        same_depth = replace(last, count=last.count + 1)
        return Placed(MOST_LEVELS, Outline((*outline.levels[:-1], same_depth)), expected, too_deep=True)
    return Placed(outline.depth + 1, Outline((*outline.levels, level)), expected)


def _is_indented(outline: Outline, line: Line) -> bool:
    return line.indent > (outline.levels[-1].indent if outline.levels else 0)


def _is_marker(outline: Outline, line: Line) -> bool:
    """Whether a marker that nothing leads to is one all the same; a capital or a figure may be a word."""
    if line.wrap in (*CAPITALS, "(1)"):
        return any(level.wrap == line.wrap for level in outline.levels)
    return True


def _forced(outline: Outline, line: Line) -> Placed:
    """A number out of the count stays on the deepest list of its form, or begins one below the paragraph."""
    for depth in range(len(outline.levels) - 1, -1, -1):
        level = outline.levels[depth]
        if level.wrap == line.wrap:
            value = _value(line, level.style) or level.count + 1
            stays = replace(level, count=value, listed=line.listed)
            return Placed(depth + 2, Outline((*outline.levels[:depth], stays)), expected=False)
    return _pushed(outline, _opened(line), expected=False)


def _value(line: Line, style: Style) -> int | None:
    if style == "roman" and line.value is not None:  # a scanner takes (ii) for (11)
        return len(line.marker) if set(line.marker) == {"1"} else None
    return {"letter": line.letter, "roman": line.roman, "number": line.value, "bullet": None}[style]
