"""The head of a resolution: title, names, symbol, and the line of the organ that speaks."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

from resolutions.document import LONGEST_TEXT
from resolutions.reading.blocks import is_part_heading
from resolutions.reading.labels import (
    is_agenda_item,
    is_masthead,
    is_paper,
    labelled,
    names_conference,
    paper_in,
    pieces_of,
    sponsors_in,
)
from resolutions.reading.lines import Line
from resolutions.reading.names import MOST_NAMES, names_in
from resolutions.reading.organ import HEREBY, LONGEST_ORGAN, is_organ_itself, is_organ_line, names_committee
from resolutions.wording import tidy

_UNFINISHED = re.compile(
    r"(?:,|\b(?:and|of|the|in|to|for|on|by|with|de|la|el|los|las|del|para|por|en|con|y|et|du|des|les|pour|between|among|against|through))$",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"_{3,}|\.{5,}|…{2,}")  # the blanks of a form
_WIDE = 35  # characters of a line that may be full: the next goes on with it
_ARTICLE = re.compile(r"(?:the|el|la|los|las|le|les)\s|l['’]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """What the head says; empty where it is silent. ``organ_line`` is the line as written, with its mark."""

    title: str = ""
    organ: str = ""
    committee: str = ""
    symbol: str = ""
    sponsors: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    organ_line: str = ""


@dataclass(slots=True)
class Head:
    """The head while it is read, line by line."""

    said: Heading = field(default_factory=Heading)
    plain: list[str] = field(default_factory=list)
    open_label: str = ""  # the label whose value may go on in the next line
    joins: bool = False  # no empty line stands behind the last plain one
    last_names: str = ""  # the last line of a list of names, as it was written
    agenda: list[str] = field(default_factory=list)  # titles of items of the agenda
    below_agenda_item: bool = False
    above_title: int = 0  # plain lines above what the source sets as the title
    breaks_name: bool = False  # the line before is a list that ends within a name, or with its last

    def take(self, line: Line) -> None:
        """Take in one line that stands before the first clause."""
        line = replace(line, words=_TO_FILL_IN.sub("", line.words).strip())
        if line.is_blank:
            self.joins = False
            self.open_label = self.open_label if not self._value(self.open_label) else ""
            return
        label, value = labelled(line.words)
        if label:
            self._put_all(label, value)
        elif is_part_heading(line.words):
            self.open_label = ""
        elif line.is_title and not self.said.title and not paper_in(line.words):
            self.put("title", line.words)
            self.open_label, self.above_title = "", len(self.plain)
        elif self.goes_on(line):
            self._put_more(line.words)
        else:
            self.open_label = ""
            self._take_plain(line)

    def _put_all(self, label: str, value: str) -> None:
        """Take in a value, behind which other labels may stand on the same line."""
        first, *others = pieces_of(value) or [""]
        for other in others:
            named, said = labelled(other)
            if named:
                self.put(label, first)
                label, first = named, said
            else:
                first = f"{first} {other}"
        self.put(label, first)

    def _take_plain(self, line: Line) -> None:
        """A line without a label; in a masthead the organ stands at the left and the symbol at the right."""
        words = line.whole_words
        below_agenda_item, self.below_agenda_item = self.below_agenda_item, is_agenda_item(words)
        pieces = pieces_of(words)
        sponsors = sponsors_in(words)
        if self.below_agenda_item:
            return
        if any(labelled(piece)[0] for piece in pieces[1:]):
            self._take_pieces(line, pieces)
        elif sponsors:
            self.put("sponsors", sponsors)
            self.open_label = ""
            self.joins = False
        elif not is_masthead(" ".join(pieces)) and not self._take_paper(pieces):
            self._take_bare(words)
            self.agenda += self.plain[-1:] if below_agenda_item else []

    def _take_pieces(self, line: Line, pieces: list[str]) -> None:
        """Several values on one line, of which the first has no label."""
        self._take_plain(replace(line, wrap=None, words=pieces[0]))
        for at, piece in enumerate(pieces[1:], start=1):
            label, value = labelled(piece)
            if label:
                self._put_all(label, "   ".join([value, *pieces[at + 1 :]]))
                return

    def _take_paper(self, pieces: list[str]) -> bool:
        """Whether a line says which paper this is: symbol, title, and before them the committee."""
        *left, right = pieces
        if found := paper_in(right):
            symbol, title = found
            self._set("symbol", self.said.symbol or symbol)
            self._set("title", self.said.title or title)
            if left and not (is_masthead(left[0]) or is_paper(left[0]) or self.said.committee):
                self._set("committee", " ".join([*self._broken_committee(left[0]), *left]))
            return True
        before, dash, behind = re.sub(r"\s+[-–—|]\s+", "\n", right).rpartition("\n")
        return bool(dash) and names_conference(before) and self._take_paper([behind])

    def _broken_committee(self, rest: str) -> list[str]:
        """Take back the line above where it is the first half of a committee's name, beside a symbol."""
        above = self.plain[-1:] if self.joins else []
        if not above or not names_committee([*above, rest]) or names_committee([rest]):
            return []
        return [self.plain.pop()]

    def _take_bare(self, words: str) -> None:
        above = self.plain[-1] if self.plain else ""
        if above and self.joins and _goes_on_with(above, words):
            self.plain[-1] = f"{above} {words}"
        else:
            self.plain.append(words)
        self.joins = True

    def _put_more(self, words: str) -> None:
        """Take in a line that goes on with the value above; a name may be broken between the two."""
        if self.breaks_name and self.last_names:
            names = getattr(self.said, self.open_label, ())
            self._set(self.open_label, names[: max(0, len(names) - len(names_in(self.last_names)))])
            words = f"{self.last_names} {words}"
        self.put(self.open_label, words)

    def put(self, label: str, value: str) -> None:
        """Take in the value of a label; names are added to those that are there."""
        self.open_label = label
        value = value[:LONGEST_TEXT]
        listed = label in ("sponsors", "signatories")
        self.breaks_name = listed and bool(re.search("[,;]", value)) and value[-1] not in ",;"
        self.last_names = value if listed else ""
        if listed:
            if len(getattr(self.said, label)) < MOST_NAMES:
                self._set(label, (*getattr(self.said, label), *names_in(value)))
        elif label in ("title", "committee", "symbol") and value and value != self._value(label):
            joined = " ".join(filter(None, (self._value(label), " ".join(value.split()))))
            self._set(label, joined[:LONGEST_TEXT])

    @property
    def names_organ(self) -> bool:
        """Whether the last line was that of the organ, with its comma."""
        last = self.plain[-1] if self.plain else ""
        return last.endswith(",") and is_organ_line(last)

    def closed(self) -> Heading:
        """Give the heading once the first clause begins."""
        said = self.said
        organ_line = said.organ_line or self._organ_line()
        organ = tidy(HEREBY.sub("", organ_line))[:LONGEST_TEXT]
        committee = said.committee
        for line in [line for line in self.plain if is_organ_itself(line, organ)]:
            self.plain.remove(line)  # "General Assembly" above "The General Assembly," is no title
            committee = committee or line
        for besides in (self.agenda, [line for line in self.plain if names_conference(line)]):
            self.plain = [line for line in self.plain if line not in besides] or self.plain
        if (
            not committee
            and self.plain
            and (said.title or names_committee(self.plain) or len(self.plain) > 1)
        ):
            committee = self.plain.pop(0)[:LONGEST_TEXT]
        title = said.title or self._title()
        title = " ".join(title.split())[:LONGEST_TEXT]
        if not committee and is_organ_itself(title, organ):
            title, committee = "", title
        return replace(said, title=title, organ=organ, organ_line=organ_line, committee=committee)

    def _title(self) -> str:
        """The line that is the title, where none is called so."""
        return self.plain[-1] if self.plain else ""

    def _set(self, field: str, value: str | tuple[str, ...]) -> None:
        given: dict[str, Any] = {field: value}
        self.said = replace(self.said, **given)

    def _organ_line(self) -> str:
        for at in range(len(self.plain) - 1, -1, -1):
            if is_organ_line(self.plain[at]):
                return self.plain.pop(at)
        last = self.plain[-1] if self.plain else ""
        alone = self.said.title and len(self.plain) > self.above_title
        if len(last) <= LONGEST_ORGAN and (last.endswith(",") or (last and alone)):
            return self.plain.pop()
        return ""

    def _value(self, label: str) -> str:
        return getattr(self.said, label, "") if label not in ("", "other") else ""

    def goes_on(self, line: Line) -> bool:
        """Whether a line belongs to the label above: a list of names, or a value that was broken."""
        if not self.open_label or is_organ_line(line.words):
            return False
        if self.open_label in ("sponsors", "signatories"):
            return len(line.words) < LONGEST_ORGAN and not line.words.endswith((".", ":"))
        value = self._value(self.open_label)
        broken = line.indent > 0 or line.words[:1].islower() or bool(_UNFINISHED.search(value))
        return not value or (self.open_label == "title" and broken)


def _goes_on_with(above: str, words: str) -> bool:
    """Whether a line goes on with the plain one above: a title, or the organ's line, that was broken."""
    if words.endswith(",") and _ARTICLE.match(above) and above[-1].isalpha():
        whole = bool(_ARTICLE.match(words)) and not _UNFINISHED.search(above) and is_organ_line(words)
        return not whole and is_organ_line(f"{above} {words}")
    if above.endswith(",") or is_organ_line(above) or is_organ_line(words) or names_conference(above):
        return False
    wide = len(above) >= _WIDE and not names_committee([above, words])
    return words[:1].islower() or bool(_UNFINISHED.search(above)) or wide
