"""A Word document's tables as lines, and its tree without what office programs wrap around words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table

from delegations.study_guides.reading.lines import filled

_CONTROL, _CONTENT = qn("w:sdt"), qn("w:sdtContent")
_WRAPPERS = tuple(map(qn, ("w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:fldSimple", "w:hyperlink")))
_TAKEN_OUT = tuple(map(qn, ("w:del", "w:moveFrom")))


def settle(body: Any) -> None:
    """Put what content controls, links and accepted changes hold in their place; drop what was deleted.

    Changes that are still marked count as accepted. The library passes over all that such elements hold.
    """
    for element in list(body.iter(_CONTROL, *_WRAPPERS, *_TAKEN_OUT)):
        inside = element.find(_CONTENT) if element.tag == _CONTROL else element
        if inside is not None and element.tag not in _TAKEN_OUT:
            for child in list(inside):
                element.addprevious(child)
        element.getparent().remove(element)


def row_lines(row: Any, told: set[Any]) -> Iterator[str]:
    """Yield the lines of a table's row: one with TABs between its cells, and those of tables inside it.

    A table inside a cell comes in its place, between the words before and after it. `told` are the cells
    whose tables have been read: a merged cell stands in each of its rows.
    """
    cells, line = dict.fromkeys(one._tc for one in row.cells), list[str]()
    for cell in cells:
        line.append("")
        for block in cell.iterchildren(qn("w:p"), qn("w:tbl")):
            if block.tag == qn("w:p"):
                line[-1] = " ".join([*line[-1].split(), *block.text.split()])
            elif cell not in told:
                yield from filled(line)
                line = [""]
                for inner in Table(block, row).rows:
                    yield from row_lines(inner, told)
        if cell.tbl_lst:
            told.add(cell)
    if any(cell.tbl_lst for cell in cells):
        yield from filled(line)
    else:
        yield "\t".join(line)
