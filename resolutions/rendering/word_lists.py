"""Lists of a Word file: one outline of four levels, which each list of the preamble begins anew."""

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from resolutions.rendering.layout import LaidOut

# Form of the number, its text, and where its words begin (cm): 1. / (a) / (i) / a. [UNPA]
_LEVELS = (
    ("decimal", "%1.", 1.3),
    ("lowerLetter", "(%2)", 2.3),
    ("lowerRoman", "(%3)", 3.2),
    ("lowerLetter", "%4.", 4.0),
)
_TWIPS = 567  # in a centimetre


class Lists:
    """The numbering of one file; paragraphs are counted in reading order."""

    def __init__(self, made: Any) -> None:
        self._numbering = made.part.numbering_part.element
        for child in list(self._numbering):
            self._numbering.remove(child)
        self._numbering.append(parse_xml(_outline()))
        self._names = 0
        self._operative = self._new(restarts=False)
        self._in_preamble = 0

    def indent(self, row: LaidOut) -> Any:
        """Give where the words of a clause begin, for the words behind its list."""
        return Cm(_LEVELS[row.level - 1][2])

    def count(self, paragraph: Any, row: LaidOut) -> None:
        """Put a paragraph on its level of its list; a preambular paragraph stands in none."""
        if row.part == "preambular" and row.level == 1:
            self._in_preamble = 0
            return
        if row.part == "preambular":
            self._in_preamble = self._in_preamble or self._new(restarts=True)
        name = self._in_preamble if row.part == "preambular" else self._operative
        place = f'<w:ilvl w:val="{row.level - 1}"/><w:numId w:val="{name}"/>'
        properties = paragraph._p.get_or_add_pPr()
        properties._insert_numPr(parse_xml(f"<w:numPr {nsdecls('w')}>{place}</w:numPr>"))

    def _new(self, restarts: bool) -> int:
        """Begin a list; one that restarts counts its sub-clauses from (a) again."""
        self._names += 1
        again = "".join(
            f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for at in range(1, len(_LEVELS))
        )
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._names}"><w:abstractNumId w:val="0"/>'
                f"{again if restarts else ''}</w:num>"
            )
        )
        nums = self._numbering.findall(qn("w:num"))
        assert len(nums) == self._names
        return self._names


def _outline() -> str:
    levels = "".join(_level(at, *level) for at, level in enumerate(_LEVELS))
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum {nsdecls("w")} w:abstractNumId="0">{kind}{levels}</w:abstractNum>'


def _level(at: int, form: str, text: str, begins: float) -> str:
    hanging = begins - (_LEVELS[at - 1][2] if at else 0)
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{round(begins * _TWIPS)}" '
        f'w:hanging="{round(hanging * _TWIPS)}"/></w:pPr></w:lvl>'
    )
