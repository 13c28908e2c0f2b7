"""Reads the cover: which committee of which organisation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from delegations.countries import lookup
from delegations.names import fold, spells_out
from delegations.organizations import body_kind
from delegations.study_guides.understanding.joining import continued
from delegations.study_guides.understanding.labels import GUIDE, goes_on, labelled_topic
from delegations.study_guides.understanding.measures import capitals
from delegations.study_guides.understanding.roles import role_of
from delegations.study_guides.understanding.rows import Row, without_number

_BODY = re.compile(
    r"\b(?:committee|council|commission|assembly|organi[sz]ation|programme|conference|agency|fund"
    r"|union|court|cabinet|tribunal|authority|task force|parliament|league|summit|bank"
    r"|office (?:of|on|for)|high commissioner|board|forum|senate|association|convention"
    r"|comit[eéê]|conf[eé]rence|confer[eê]ncia|consejo|conseil|conselho|asamblea"
    r"|assembl[eé]e|assembleia|comisi[oó]n|organizaci[oó]n"
    r"|organiza[cç][aã]o|comiss[aã]o|programa d\w{1,2}|banco|congress|congreso|house of|cabinet of"
    r"|alto comis(?:ionado|sariado)|haut[- ]commissariat|corte|gabinete|parlamento|senado|s[eé]nat|parlement"
    r"|agencia|ag[eê]nci[ae]|agence|fondo|fonds|fundo|oficina d\w{1,2}|junta|cumbre|liga|ligue|sommet"
    r"|press corps|newsroom|politburo|duma|knesset"
    r"|\w*versammlung|\w*ausschuss|\w*kommission|(?:\w+s|europäischer |bundes|minister|welt)rat|rat der"
    r"|consiglio|assemblea|commissione|organizzazione|comitato|conferenza"
    r"|konferenz|\w*gerichtshof|\w*kommissar|bundestag|organisation der)\b",
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
    r"^(?:committee|council|commission|body|organ|forum|committee name|comit[eéê]|comisi[oó]n"
    r"|[oó]rgano|conseil|comiss[aã]o|gremium|ausschuss|instance|organe)(?:\s*[:|]\s*|\t\s*)(.+)$",
    re.IGNORECASE,
)
_NOT_A_BODY = re.compile(
    r"^(?:section|article|chapter|clause|art[ií]culo|cap[ií]tulo) \d"
    r"|\b(?:welcome|introduction|introducci[oó]n|introdu[cç][aã]o|presentaci[oó]n"
    r"|pr[eé]sentation|bienvenida|carta|mot de|guide|background|letter|dear|contents|topic|message"
    r"|secretary(?![- ]general)|director"
    r"|chair|agenda|model united nations|mun\b|conference 20|the committee$|about the"
    r"|mod(?:el|elo|èle) d\w+ na[tcç][ií]?[oõ]\w+|mnu\b|simulaci[oó]n|committee (?:overview|history|structure"
    r"|description|information|members|list)|history of|mandate of|powers of|functions of|sobre el|acerca del"
    r"|einf[uü]hrung|begr[uü](?:ß|ss)ung|willkommen|vorwort|leitfaden|edici[oó]n$)",
    re.IGNORECASE,
)
_GUIDE_AT_END = re.compile(
    r"\s*[:–—-]?\s*(?:background|study|committee|topic|delegate) guide(?: \d{4})?$", re.IGNORECASE
)
_ACRONYM_AT_END = re.compile(r"\s*[(\[][A-Z][A-Za-z0-9&-]{1,11}[)\]]\s*$")
_YEAR_AT_END = re.compile(r",?\s+(?:1[5-9]|20)\d\d$")
_GUIDE_BEFORE = re.compile(
    r"^(?:(?:background|study|committee|delegate|chair) guide|gu[ií]a de estudios?|guide d['’][eé]tude)"
    r"(?:\s*[:–—-]\s*|\s+(?:for|of|to)\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ]{3}[.!?] [A-ZÀ-Þ¿¡]")
_SMALL_WORDS = 8
COVER_ROWS = 60
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
        if label := _LABEL.match(row.text):
            return label[1].replace("\t", " ").strip()
    named = bodies(cover)
    if len(named) > 1 and len(named[1].split()) > 1:
        above, below = named
        if _GENERIC.match(above) or _is_organ_of(below, above) or spells_out(below, above):
            return below
    return named[0] if named else ""


def organization(rows: Sequence[Row], name: str) -> str:
    """Return the organisation that the committee `name` belongs to, itself when it is one,
    "" when unknown."""
    named = bodies(_cover(rows))
    is_organ = len(named) > 1 and name == named[1] and not spells_out(name, named[0])
    if is_organ and not _GENERIC.match(named[0]):
        return named[0]
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


def _known_beginning(name: str) -> str:
    """The body that `name` begins with, when it is one of another's: "African Union Peace Council"."""
    words = name.split()
    parts = (" ".join(words[:end]) for end in range(len(words) - 1, 1, -1))
    return next((part for part in parts if body_kind(part) and fold(part) != "united nations"), "")


def _cover(rows: Sequence[Row]) -> list[Row]:
    before = takewhile(lambda row: row.contents or role_of(row.text) != "positions", rows[:COVER_ROWS])
    return [row for row in before if not row.contents and len(row.text) <= 120]


def bodies(cover: Sequence[Row]) -> list[str]:
    """Return the names of bodies on the first lines: the first, and the next line when it is one too."""
    for at, row in enumerate(cover):
        text = _GUIDE_BEFORE.sub("", without_number(row.text))
        if topic := labelled_topic(text):
            text = topic.before
        before, colon, called = text.partition(": ")
        if colon and names_a_body(before):
            return [text if names_a_body(called) else before]
        whole = _over_two_lines(text, cover[at + 1 : at + 2])
        if names_a_body(whole) and not _is_prose(whole, cover[at : at + 2]):
            next_line = at + 1 + (whole != text)
            below = [one for one in cover[next_line : at + 3] if not GUIDE.match(one.text)]
            after = below[0].text if below else ""
            return [_GUIDE_AT_END.sub("", whole).rstrip(":"), *([after] if names_a_body(after) else [])]
    return []


def _over_two_lines(text: str, below: Sequence[Row]) -> str:
    """The name with the next line, where the first line broke it off: "Security\\nCommittee"."""
    if len(text.split()) < 2 or not below or below[0].gap or GUIDE.match(below[0].text) or is_no_body(text):
        return text
    after = below[0].text
    half = not names_a_body(text) or fold(text) in _ORGANS
    return continued(text, after) if (half and _BODY.fullmatch(after)) or goes_on(text, after) else text


def is_no_body(text: str) -> bool:
    """Return whether a line of the cover is about something else than a body: a letter, the conference."""
    return _NOT_A_BODY.search(text) is not None


def _is_prose(text: str, rows: Sequence[Row]) -> bool:
    """Whether the line is a piece of a sentence about a body: small letters, and the next line goes on."""
    if _SENTENCE_INSIDE.search(text):
        return True
    upper, longer = capitals(text)
    if upper * 2 >= longer:
        return False
    goes_on = len(rows) > 1 and not rows[1].gap and rows[1].text[:1].islower()
    return goes_on or len(text.split()) > _SMALL_WORDS or not (rows[0].gap or rows[0].styled)


def _is_organ_of(name: str, above: str) -> bool:
    return bool(_ORGANIZATION.search(above)) and not _ORGANIZATION.search(name)


def names_a_body(text: str) -> bool:
    """Return whether `text` is the name of a committee or an organisation, as covers print it."""
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
