"""Word files of these tests, with lists as Word and as Google Docs write them: no number is in the text."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import count

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from resolutions.document import Document
from resolutions.rendering.layout import LaidOut, laid_out

Row = tuple[str, str, int | None, int]
"""Text, its italic beginning, the list (None: no list), and the depth in it (without a list: the indent)."""

_WORD = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"), ("lowerLetter", "%4."))
_GOOGLE = (("decimal", "%1."), ("lowerLetter", "%2."), ("lowerRoman", "%3."), ("decimal", "%4."))


def rows_of(document: Document, head: Sequence[str], list_of: "Lists") -> Iterator[Row]:
    """The paragraphs of a document without their numbers, each with the list that counts it."""
    yield from ((line, "", None, 0) for line in head)
    yield (document.organ + ",", "", None, 0)
    for clause in laid_out(document):
        yield from _rows(clause, list_of)


class Lists:
    """Says which list counts a clause: one for all levels, as Word has it, or one for each, as others do."""

    def __init__(self, one_for_all: bool) -> None:
        self.one_for_all = one_for_all
        self.names = count(2)

    def of(self, clause: LaidOut, above: int) -> int:
        if clause.part == "operative" and (self.one_for_all or clause.level == 1):
            return 1
        return above or next(self.names)


def _rows(clause: LaidOut, lists: Lists, above: int = 0) -> Iterator[Row]:
    numbered = bool(clause.number)
    name = lists.of(clause, above) if numbered else None
    depth = clause.level - 1
    if name not in (None, 1):
        depth -= 1  # a list of its own begins at its own first depth
    yield clause.words(), clause.opening, name, depth
    below = 0
    for child in clause.children:
        if not lists.one_for_all or clause.part == "preambular":
            below = below or (above if clause.level > 1 and above else next(lists.names))
        yield from _rows(child, lists, below or (name or 0))
    if clause.text_after:
        yield clause.words_after(), "", None, 0 if clause.number == "" else clause.level


def word_file(document: Document, head: Sequence[str] = (), google: bool = False) -> bytes:
    """Write the document with python-docx and lists of our own making, and give the bytes of the file."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    lists = Lists(one_for_all=not google)
    rows = list(rows_of(document, head, lists))
    names = sorted({name for _, _, name, _ in rows if name is not None})
    for name in names:
        numbering.append(_abstract(name, _GOOGLE if google else _WORD, first=1 if name > 1 else 0))
    for name in names:
        number = f'<w:num {nsdecls("w")} w:numId="{name}"><w:abstractNumId w:val="{name}"/></w:num>'
        numbering.append(parse_xml(number))
    for row in rows:
        _write(made, row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _abstract(name: int, forms: tuple[tuple[str, str], ...], first: int) -> object:
    levels = ""
    for depth, (form, text) in enumerate(forms[first:]):
        text = text.replace(f"%{depth + first + 1}", f"%{depth + 1}")
        levels += (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 * (depth + first + 1)}"/></w:pPr></w:lvl>'
        )
    return parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{name}">{levels}</w:abstractNum>')


def _write(made: "docx.document.Document", row: Row) -> None:
    text, italic, name, depth = row
    paragraph = made.add_paragraph()
    paragraph.add_run(italic).italic = True
    paragraph.add_run(text[len(italic) :])
    if name is not None:
        reference = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>'
        paragraph._p.get_or_add_pPr().append(parse_xml(reference))  # type: ignore[arg-type]
    elif depth:
        paragraph.paragraph_format.left_indent = docx.shared.Twips(720 * depth)


def pasted_html(document: Document, head: Sequence[str] = (), google: bool = False) -> str:
    """The document as a browser puts it on the clipboard; Google Docs lists beside, not inside, an item."""
    body = "".join(f"<p>{_escaped(line)}</p>" for line in [*head, document.organ + ","])
    rows = laid_out(document)
    body += "".join(_paragraph(clause, google) for clause in rows if clause.part == "preambular")
    items = "".join(_item(clause, google) for clause in rows if clause.part == "operative")
    return f"<meta charset='utf-8'><script>var x = '1. Urges';</script>{body}<ol>{items}</ol>"


def _paragraph(clause: LaidOut, google: bool) -> str:
    below = _list(clause, google)
    after = f"<p>{_escaped(clause.words_after())}</p>" if clause.text_after else ""
    return f"<p>{_slanted(clause)}</p>{below}{after}"


def _item(clause: LaidOut, google: bool) -> str:
    below, after = _list(clause, google), _escaped(clause.words_after())
    style = {2: "lower-alpha", 3: "lower-roman", 4: "lower-alpha"}.get(clause.level, "decimal")
    if google:
        level = f"list-style-type:{style}' aria-level='{clause.level - (clause.part == 'preambular')}"
        behind = f"<p>{after}</p>" if after else ""
        return f"<li style='{level}'><p><span>{_slanted(clause)}</span></p></li>{below}{behind}"
    return f"<li>{_slanted(clause)}{below}{after}</li>"


def _list(clause: LaidOut, google: bool) -> str:
    if not clause.children:
        return ""
    kind = "i" if clause.level == 2 else "a"
    return f"<ol type='{kind}'>" + "".join(_item(child, google) for child in clause.children) + "</ol>"


def _slanted(clause: LaidOut) -> str:
    rest = clause.words()[len(clause.opening) :]
    return f"<em>{_escaped(clause.opening)}</em>{_escaped(rest)}" if clause.opening else _escaped(rest)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": "office",
    "text": "text",
    "style": "style",
    "table": "table",
    "fo": "xsl-fo-compatible",
}
_ODF_LEVELS = (("1", "", "."), ("a", "(", ")"), ("i", "(", ")"), ("a", "", "."))


def open_document(document: Document, head: Sequence[str] = ()) -> bytes:
    """Write the document as LibreOffice does: a list for each paragraph, which goes on with the last."""
    body = "".join(f"<text:p>{_escaped(line)}</text:p>" for line in [*head, document.organ + ","])
    first = True
    for clause in laid_out(document):
        if clause.part == "preambular":
            body += f"<text:p>{_spanned(clause)}</text:p>{_odf_list(clause, 'L2')}{_behind(clause)}"
        else:
            goes_on = "" if first else " text:continue-numbering='true'"
            body += f"<text:list text:style-name='L1'{goes_on}>{_odf_item(clause, 'L1')}</text:list>"
            first = False
    return open_document_file(body)


def open_document_file(body: str) -> bytes:
    """Write the bytes of an OpenDocument text that holds ``body``, with the styles L1, L2 and slanted."""
    spaces = " ".join(f'xmlns:{key}="{_ODF}{name}:1.0"' for key, name in _NAMESPACES.items())
    styles = _list_style("L1", _ODF_LEVELS) + _list_style("L2", _ODF_LEVELS[1:])
    styles += "<style:style style:name='T1'><style:text-properties fo:font-style='italic'/></style:style>"
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return file.getvalue()


def _list_style(name: str, levels: tuple[tuple[str, str, str], ...]) -> str:
    rows = "".join(
        f"<text:list-level-style-number text:level='{at}' style:num-format='{form}'"
        f" style:num-prefix='{before}' style:num-suffix='{behind}'/>"
        for at, (form, before, behind) in enumerate(levels, start=1)
    )
    return f"<text:list-style style:name='{name}'>{rows}</text:list-style>"


def _odf_item(clause: LaidOut, style: str) -> str:
    below = _odf_list(clause, style)
    return f"<text:list-item><text:p>{_spanned(clause)}</text:p>{below}{_behind(clause)}</text:list-item>"


def _odf_list(clause: LaidOut, style: str) -> str:
    items = "".join(_odf_item(child, style) for child in clause.children)
    return f"<text:list text:style-name='{style}'>{items}</text:list>" if items else ""


def _behind(clause: LaidOut) -> str:
    return f"<text:p>{_escaped(clause.words_after())}</text:p>" if clause.text_after else ""


def _spanned(clause: LaidOut) -> str:
    rest = _escaped(clause.words()[len(clause.opening) :])
    return f"<text:span text:style-name='T1'>{_escaped(clause.opening)}</text:span>{rest}"
