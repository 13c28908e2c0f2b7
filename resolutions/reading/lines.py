"""Lines of a text that is being read: split into marker and words, with what their source says of lists."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from resolutions.numerals import from_letters, from_roman
from resolutions.reading.organ import is_organ_line
from resolutions.wording import LIST_GOES_ON

Wrap = Literal["number", "1)", "(a)", "a.", "a)", "(A)", "A.", "A)", "(1)", "1.1", "bullet"]
CAPITALS: tuple[Wrap, ...] = ("(A)", "A.", "A)")
LONGEST_READ = 400_000  # characters
MOST_LINES = 20_000

_NUMBER = re.compile(
    r"(?:(\d{1,3}) ?[.)](?:\s+(?=\S)|(?=[^\W\d_]{3}))"  # 1. 1) and, run together, 1.Urges
    r"|(\d{1,3}) ?[-–—:]\s+(?=[A-Z])"  # 1 – Urges, 1: Urges
    r"|(\d{1,3})(?:\.[-–—]\s*|[º°]\.?[-–—]?\s+)(?=[^\W\d_])"  # 1.- Insta and 1º Insta, as in Spanish
    r"|[\[(]?[OP]P ?(\d{1,3})(?: ?(?:bis|ter|quater|alt))?[\])]? ?[.):]?\s+(?=\S)"  # OP1, [PP 3]
    r"|(?:(?:[Oo]perative|[Pp](?:re|er)ambul(?:ar|atory)) )?"
    r"(?:[Cc]lause|[Pp]aragraph) (\d{1,3}) ?[.:]\s+(?=\S)"
    r"|(?:Art(?:icle|ículo)|ART(?:ICLE|ÍCULO)|A(?:rt|RT)\.) ?"
    r"(\d{1,3})[º°]? ?(?:[.:]|[-–—](?=\s))?[-–—]?\s+(?=[A-Z]))"
)
_BRACKETED = re.compile(r"(?:\((\d{1,3})\)|\[(\d{1,3})\])\s+(?=\S)")
_DECIMAL = re.compile(r"(\d{1,3}(?:\.\d{1,2}){1,3})[.)]?\s+(?=\S)")
_LETTER = re.compile(r"(?:\(([a-z]{1,7})\)|([a-z]{1,7}) ?([.)])|([a-z])(?:\.[-–—]|[-–—](?=\s)))\s+(?=\S)")
_TIGHT = re.compile(r"(?:\(([a-z]{1,4})\)|([a-z]{1,4})(\)))(?=[^\W\d_])")  # a)share
_CAPITAL = re.compile(r"(?:\(([A-Z]{1,5})\)|([A-Z]{1,5})([.)]))\s+(?=\S)")
_BELOW = re.compile(  # OP2(a), 2.a. and 2a): the number of the paragraph stands before the letter
    r"(?:OP ?\d{1,3}\.? ?\(|\d{1,3}\. ?(?=[a-z][.)])|\d{1,2}(?=[a-z]\)))([a-z]{1,4})[.)]\s+(?=\S)"
)
_ALONE = re.compile(
    r"\(?\d{1,3}[.)]|\((?:[a-z]|a[a-z]|([a-z])\1|[ivx]{1,5})\)|(?:[a-z]|[ivx]{1,5})[.)]|[•▪◦‣]"
)
_BULLET = re.compile("(?:[-–—•*·▪◦●○■□‣⁃➢►\uf0b7\uf0a7]\\s+|o\\s{2,})(?=\\S)")
_O_BULLET = re.compile(r"o\s+(?=\S)")  # as Word has it on the second level
_DASHES = ("-", "–", "—", "o")
_SCANNED = (  # what scanners make of "1." before a word, and of brackets
    (re.compile(r"[lI|] ?[.,)]\s+(?=[A-Z][a-z]{3})"), "1. "),
    (re.compile(r"(\d{1,2}) ?,\s+(?=[A-Z][a-z]{3})"), r"\1. "),
    (re.compile(r"(?:[lI|]\d|\d[lI|O]) ?[.)]\s+(?=[A-Z][a-z]{3})"), None),
    (re.compile(r"[{\[(] ?([a-z]|[ivx]{1,4}) ?[)}\]]\s+(?=\S)"), r"(\1) "),
    (re.compile(r"\((?=[1i]{0,2}[lI|])[lI|1i]{1,3}\)\s+(?=\S)"), None),
    (re.compile(r"A(?:rticle premier|RTICLE PREMIER)\b"), "Article 1"),
)
_ORDINALS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven", "décim")
_ORDINAL = re.compile(rf"({'|'.join(_ORDINALS)})[oa] ?(?:[.:][-–—]?|[-–—])\s*(?=[^\W\d_])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Raw:
    """One line as it stands in the source: its number from one and its text with the indent."""

    number: int
    text: str

    @property
    def bare(self) -> str:
        """Give the text without the space around it."""
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from one, its indent in spaces, its marker if any, and its words.

    ``wrap`` is the form of the marker, ``marker`` what stands in it ("3", "b", "iv"), ``letter`` and
    ``roman`` its value when read as a letter or as a roman figure, ``depth`` how many figures a decimal
    number has. ``listed`` names the list and the depth in it (from 0) where the source knows them, as a Word
    file and HTML do; ``slanted`` is how many characters at the start are set off (italic, underlined or
    bold), None where the source cannot say; ``whole`` says that the line is a paragraph of its source,
    ``is_title`` that the source sets it as the title,
    ``tight`` that nothing stands between marker and words.
    """

    number: int
    indent: int
    words: str
    wrap: Wrap | None = None
    marker: str = ""
    letter: int | None = None
    roman: int | None = None
    depth: int = 1
    listed: tuple[str, int] | None = None
    slanted: int | None = None
    whole: bool = False
    is_title: bool = False
    tight: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written on the line."""
        return not self.words and self.wrap is None

    @property
    def whole_words(self) -> str:
        """Give the words with the marker before them, as the line was written but for its bullet."""
        written = {
            "(a)": "({})",
            "(A)": "({})",
            "(1)": "({})",
            "a)": "{})",
            "A)": "{})",
            "1)": "{})",
            "1.1": "{}",
        }
        marker = self.marker.upper() if self.wrap in CAPITALS else self.marker
        if self.wrap is None or (self.wrap == "bullet" and self.marker not in _DASHES):
            return self.words
        if self.wrap == "bullet":
            return f"{self.marker} {self.words}"
        between = "" if self.tight else " "
        return f"{written.get(self.wrap, '{}.').format(marker)}{between}{self.words}"

    @property
    def width(self) -> int:
        """Give about how many characters the line takes on its page."""
        return self.indent + len(self.whole_words)

    @property
    def value(self) -> int | None:
        """Give the figure in the marker, None where it holds none."""
        last = self.marker.rpartition(".")[2]
        return int(last) if last.isdecimal() else None


def with_lone_markers(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Put a number that stands alone on its line before the words of the next line that holds any."""
    joined: list[Line] = []
    lone: Line | None = None
    for line in lines:
        if lone is not None and not line.is_blank:
            marked = line_of(line.number, f"{lone.words} {line.words}")
            if line.wrap is None:
                line = replace(line, words=marked.words, wrap=marked.wrap, marker=marked.marker)
                line = replace(line, letter=marked.letter, roman=marked.roman, depth=marked.depth)
            else:
                joined.append(lone)
            lone = None
        elif lone is None and line.wrap is None and _ALONE.fullmatch(line.words) and _may_begin(joined):
            lone = line
            continue
        if lone is None:
            joined.append(line)
    return (*joined, *([lone] if lone else []))


def _may_begin(above: list[Line]) -> bool:
    last = next((line.words for line in reversed(above) if not line.is_blank), "")
    if last.endswith((",", ";", ":", ".")) or not last or is_organ_line(last):
        return True
    return bool(LIST_GOES_ON.search(last[-16:]))


def line_of(number: int, text: str) -> Line:
    """Split one text into marker and words."""
    bare = _mended(text.strip())
    line = Line(number, len(text) - len(text.lstrip()), bare)
    if match := _BELOW.match(bare):
        bare = f"({match[1]}) {bare[match.end() :]}"
    if match := _DECIMAL.match(bare):
        return _decimal(line, match)
    if match := _NUMBER.match(bare):
        marker = next(filter(None, match.groups()))
        wrap: Wrap = "1)" if match[1] and match[0].rstrip().endswith(")") else "number"
        return replace(line, words=bare[match.end() :], wrap=wrap, marker=marker)
    if match := _BRACKETED.match(bare):
        return replace(line, words=bare[match.end() :], wrap="(1)", marker=match[1] or match[2])
    if match := _BULLET.match(bare) or (_O_BULLET.match(bare) if line.indent > 1 else None):
        return replace(line, words=bare[match.end() :], wrap="bullet", marker=match[0].strip())
    return _lettered(line, bare)


def listed_line(number: int, words: str, marker: str, listed: tuple[str, int], indent: int) -> Line:
    """Give a paragraph that its file counts: its marker is not in its words, its list is known."""
    if not marker:
        return replace(line_of(number, words), indent=indent)
    line = line_of(number, f"{marker} {words}")
    if line.wrap is None:  # a marker of a form that resolutions do not know counts as a bullet
        line = replace(line_of(number, f"• {words}"), marker=marker)
    return replace(line, listed=listed, indent=indent)


def _decimal(line: Line, match: re.Match[str]) -> Line:
    marker = match[1]
    return replace(
        line, words=line.words[match.end() :], wrap="1.1", marker=marker, depth=marker.count(".") + 1
    )


def _lettered(line: Line, bare: str) -> Line:
    tight = _TIGHT.match(bare)
    small = tight or _LETTER.match(bare)
    match = small or _CAPITAL.match(bare)
    if match is None:
        return line
    marker = next(filter(None, match.groups()))
    letter, roman = from_letters(marker.lower()), from_roman(marker.lower())
    if letter is None and roman is None:
        return line
    wrap = "(a)" if match[1] else "a." if "." in match[0] else "a)"
    return replace(
        line,
        words=bare[match.end() :],
        wrap=wrap if small else wrap.upper(),  # type: ignore[arg-type]
        marker=marker.lower(),
        letter=letter,
        roman=roman,
        tight=tight is not None,
    )


def _mended(bare: str) -> str:
    """Put right a marker as a scanner misreads it; the words behind it stay as they are."""
    for form, put in _SCANNED:
        if match := form.match(bare):
            marker = match.expand(put) if put else _figures(match[0])
            return marker + bare[match.end() :]
    if match := _ORDINAL.match(bare):  # Primero. Insta, as in Spanish
        return f"{_ORDINALS.index(match[1].lower()) + 1}. {bare[match.end() :]}"
    return bare


def _figures(marker: str) -> str:
    if marker.startswith("("):
        return re.sub("[lI|1]", "i", marker)
    return re.sub("[lI|]", "1", marker).replace("O", "0")
