"""Styles of a Word file: the look of the printed document, in a serif that Word has on every system."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

_SERIF = "Georgia"
_INK, _QUIET = RGBColor(0x14, 0x16, 0x1C), RGBColor(0x46, 0x4B, 0x57)


def styled(made: Any, language: str) -> None:
    """Set the styles of a new file: text, masthead, title, names, clauses, header and footer."""
    normal = made.styles["Normal"]
    _set_type(normal, 10.5)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.25
    normal.paragraph_format.widow_control = True
    _speak(made, language)
    title = made.styles["Title"]
    _set_type(title, 19, bold=True)
    _border(title, "")
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(10), Pt(8)
    masthead = _new(made, "Masthead", 12, bold=True)
    _border(masthead, '<w:bottom w:val="single" w:sz="18" w:space="4" w:color="14161C"/>')
    _new(made, "Names", 9.5)
    _new(made, "Preambular", 10.5).paragraph_format.left_indent = Cm(1.3)
    _new(made, "Clause", 10.5)
    for name in ("Header", "Footer"):
        _set_type(made.styles[name], 8.5, colour=_QUIET)


def _new(made: Any, name: str, size: float, bold: bool = False) -> Any:
    style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = made.styles["Normal"]
    _set_type(style, size, bold)
    return style


def _set_type(style: Any, size: float, bold: bool = False, colour: RGBColor = _INK) -> None:
    style.font.name, style.font.size, style.font.bold = _SERIF, Pt(size), bold
    style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), _SERIF)


def _speak(made: Any, language: str) -> None:
    defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{language}"/>'))


def _border(style: Any, lines: str) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.findall(qn("w:pBdr")):
        properties.remove(old)
    if lines:
        border = parse_xml(f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>")
        after = [qn(f"w:{tag}") for tag in ("shd", "tabs", "spacing", "ind", "jc", "rPr")]
        follower = next((child for child in properties if child.tag in after), None)
        if follower is None:
            properties.append(border)
        else:
            follower.addprevious(border)
