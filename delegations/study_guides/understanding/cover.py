"""Reads the cover: which committee of which organisation, and its topics."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from delegations.countries import lookup
from delegations.names import fold, spells_out
from delegations.organizations import body_kind
from delegations.study_guides.understanding.furniture import title_of_contents_line
from delegations.study_guides.understanding.headings import Heading
from delegations.study_guides.understanding.roles import role_of
from delegations.study_guides.understanding.rows import Row, without_number

_TOPIC = re.compile(
    r"^(?:(?:the )?topics?|agenda(?: item)?s?|issue|question|temas?|t[oó]picos?|sujet|th[eè]me)"
    r"(?:\s+(?:area|item))?(?:\s+(?:[A-Da-d]|[1-4]|I{1,3}|IV|one|two|three))?\s*[:.)–—-]\s*(.*)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:committee|council|commission|assembly|organi[sz]ation|programme|conference|agency|fund"
    r"|union|court|cabinet|tribunal|authority|task force|parliament|league|summit|bank"
    r"|office (?:of|on|for)|high commissioner|board|forum|senate|association|convention"
    r"|comit[eéê]|conf[eé]rence|confer[eê]ncia|consejo|conseil|conselho|asamblea"
    r"|assembl[eé]e|assembleia|comisi[oó]n|organizaci[oó]n"
    r"|programa d\w{1,2}|banco|congress|congreso|house of|cabinet of)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:historical|crisis|ad hoc|special|futuristic|joint crisis|junior"
    r"|senior) (?:crisis )?(?:committee|council)$",
    re.I,
)
_ORGANIZATION = re.compile(
    r"\b(?:organi[sz]ation|agency|programme|union|fund|bank|league|nations|convention"
    r"|organizaci[oó]n|organiza[cç][aã]o|agencia|agence|programa|fondo|fonds|uni[oó]n|banco|banque|liga)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:committee|council|body|forum|committee name|comit[eé]|[oó]rgano|conseil)\s*:\s*(.+)$", re.IGNORECASE
)
_NOT_A_BODY = re.compile(
    r"\b(?:welcome|introduction|introducci[oó]n|introdu[cç][aã]o|presentaci[oó]n"
    r"|pr[eé]sentation|bienvenida|carta|mot de|guide|background|letter|dear|contents|topic|secretary|director"
    r"|chair|agenda|model united nations|mun\b|conference 20|the committee$|about the)",
    re.IGNORECASE,
)
_GUIDE = re.compile(
    r"^(?:.{0,40}\b)?(?:(?:study|background|committee|delegate|topic|chair)?\s*guide(?: \d{4})?"
    r"|gu[ií]a de estudios?|guide d['’][eé]tude|guia de estudos?)(?:\s*:\s*(.+))?$",
    re.IGNORECASE,
)
_GUIDE_AT_END = re.compile(
    r"\s*[:–—-]?\s*(?:background|study|committee|topic|delegate) guide(?: \d{4})?$", re.IGNORECASE
)
_ACRONYM_AT_END = re.compile(r"\s*[(\[][A-Z][A-Za-z0-9&-]{1,11}[)\]]\s*$")
_YEAR_AT_END = re.compile(r",?\s+(?:1[5-9]|20)\d\d$")
_COVER_ROWS = 60
# Main organs and committees, and the organisation they belong to.
_ORGANS = {
    "security council": "United Nations", "unsc": "United Nations", "general assembly": "United Nations",
    "unga": "United Nations", "disec": "United Nations General Assembly",
    "specpol": "United Nations General Assembly",
    "sochum": "United Nations General Assembly", "ecofin": "United Nations General Assembly",
    "disarmament and international security": "United Nations General Assembly", "ecosoc": "United Nations",
    "economic and social council": "United Nations", "human rights council": "United Nations",
    "unhrc": "United Nations",
    "commission on the status of women": "United Nations Economic and Social Council",
    "legal committee": "United Nations General Assembly", "unodc": "United Nations Office on Drugs and Crime",
    "unicef": "United Nations Children's Fund", "unep": "United Nations Environment Programme",
    "unhcr": "United Nations High Commissioner for Refugees", "who": "World Health Organization",
    "iaea": "International Atomic Energy Agency", "unesco": "UNESCO", "csw": "United Nations",
    "european council": "European Union", "european parliament": "European Union",
}  # fmt: skip


def committee(rows: Sequence[Row]) -> str:
    """Return the committee's name as the cover prints it, "" when none is found.

    A labelled line, else the first that names a body as bodies are named; of two such lines in a row the
    one that is no organisation, because the other says whose committee it is.
    """
    cover = _cover(rows)
    for row in cover:
        if label := _LABEL.match(row.text.replace("\t", " ")):
            return label[1].strip()
    bodies = _bodies(cover)
    if len(bodies) > 1 and len(bodies[1].split()) > 1:
        above, below = bodies
        if _GENERIC.match(above) or _is_organ_of(below, above) or spells_out(below, above):
            return below
    return bodies[0] if bodies else ""


def organization(rows: Sequence[Row], name: str) -> str:
    """Return the organisation that the committee `name` belongs to, itself when it is one,
    "" when unknown."""
    bodies = _bodies(_cover(rows))
    is_organ = len(bodies) > 1 and name == bodies[1] and not spells_out(name, bodies[0])
    if is_organ and not _GENERIC.match(bodies[0]):
        return bodies[0]
    bare = _YEAR_AT_END.sub("", _ACRONYM_AT_END.sub("", name).strip())
    if above := _known_beginning(bare):
        return above
    padded = f" {fold(name)} "
    for organ, above in _ORGANS.items():
        if f" {organ} " in padded:
            return above
    of = bare.rpartition(" of the ")[2] if " of the " in bare else ""
    if of and _ORGANIZATION.search(of):
        return of
    return bare if _ORGANIZATION.search(bare) or lookup(bare).kind == "organization" else ""


def topics(rows: Sequence[Row], found: Mapping[int, Heading]) -> tuple[tuple[str, ...], bool]:
    """Return the topics, each once, and whether they are labelled as such ("Topic:", "Topic A:", "Agenda:").

    Without a label: what stands behind "Study guide:" or behind the committee's name, else the first title
    on the cover that is neither.
    """
    collected: dict[str, str] = {}
    for at, row in enumerate(rows):
        text = title_of_contents_line(row.text) if row.contents else row.text
        label = _TOPIC.match(text) if len(text) <= 200 else None
        below = [] if row.contents or not label or label[1].strip() else _below(rows, at)
        for titled in (label[1], *below) if label else ():
            words = titled.strip(' "“”')
            if words and len(words.split()) <= 40:
                _remember(words, collected)
        if len(collected) >= 6:
            break
    if collected:
        return tuple(collected.values()), True
    title = _unlabelled(rows, found)
    return ((title,) if title else ()), False


def _unlabelled(rows: Sequence[Row], found: Mapping[int, Heading]) -> str:
    names = {fold(name) for name in _bodies(rows[:_COVER_ROWS])}
    for at, row in enumerate(rows[:12]):
        guide = _GUIDE.match(row.text)
        if guide and guide[1]:
            return guide[1].strip()
        before, colon, after = row.text.partition(": ")
        if colon and _names_a_body(before) and row.styled:
            return after.strip()
        heading = found.get(at)
        if row.contents or (heading and heading.role) or len(row.text) > 140 or row.text.endswith("."):
            return ""
        if (
            not guide
            and len(row.text.split()) >= 3
            and not _is_body_of(row.text, names)
            and not _date(row.text)
        ):
            return row.text
    return ""


def _known_beginning(name: str) -> str:
    """The body that `name` begins with, when it is one of another's: "African Union Peace Council"."""
    words = name.split()
    parts = (" ".join(words[:end]) for end in range(len(words) - 1, 1, -1))
    return next((part for part in parts if body_kind(part) and fold(part) != "united nations"), "")


def _cover(rows: Sequence[Row]) -> list[Row]:
    before = takewhile(lambda row: row.contents or role_of(row.text) != "positions", rows[:_COVER_ROWS])
    return [row for row in before if not row.contents and len(row.text) <= 120]


def _bodies(cover: Sequence[Row]) -> list[str]:
    """The names of bodies on the first lines: the first, and the next line when it is one too."""
    for at, row in enumerate(cover):
        text = without_number(row.text)
        before, colon, _ = text.partition(": ")
        if colon and _names_a_body(before):
            return [before]
        if _names_a_body(text):
            below = [one for one in cover[at + 1 : at + 3] if not _GUIDE.match(one.text)]
            after = below[0].text if below else ""
            return [_GUIDE_AT_END.sub("", text).rstrip(":"), *([after] if _names_a_body(after) else [])]
    return []


def _is_organ_of(name: str, above: str) -> bool:
    return bool(_ORGANIZATION.search(above)) and not _ORGANIZATION.search(name)


def _is_body_of(text: str, names: set[str]) -> bool:
    return fold(text) in names or bool(_NOT_A_BODY.search(text))


def _date(text: str) -> bool:
    return bool(re.search(r"\b(?:19|20)\d\d$", text))


def _remember(words: str, collected: dict[str, str]) -> None:
    """Keep the topic, of two wordings of one topic (a contents line may be cut) the longer."""
    folded = fold(words)
    for known in collected:
        if folded.startswith(known) or known.startswith(folded):
            if len(folded) > len(known):
                collected.update({known: words})
            return
    collected[folded] = words


def _below(rows: Sequence[Row], at: int) -> list[str]:
    """The titles under a bare "TOPIC:": lines until one far below or one that is no part of a title.

    Numbered lines are a title each, others one title together.
    """
    words: list[str] = []
    last = rows[at].number
    for row in rows[at + 1 : at + 6]:
        far = row.number - last > 2
        if row.contents or (
            words and (far or _GUIDE.match(row.text) or re.search(r"\bguide\b", row.text, re.I))
        ):
            break
        if (
            len(row.text) > 120
            or fold(row.text) in ("contents", "study guide")
            or (words and role_of(row.text))
        ):
            break
        words.append(row.text)
        last = row.number
    numbered = [without_number(line) for line in words if without_number(line) != line]
    return numbered if len(numbered) == len(words) else [" ".join(words)]


def _names_a_body(text: str) -> bool:
    text = _GUIDE_AT_END.sub("", text)
    if (
        len(text) < 3
        or "\t" in text
        or text.endswith((".", "?", ","))
        or _NOT_A_BODY.search(text)
        or len(text.split()) > 14
    ):
        return False
    first = next((char for char in text if char.isalpha()), "a")
    known = fold(text) in _ORGANS or lookup(text).kind == "organization"
    return first.isupper() and (bool(_BODY.search(text)) or known)
