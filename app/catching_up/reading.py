"""The words of a line: which thing happened, which delegation, which text, how many hands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache

from app.catching_up.sheet import MORE_OF_IT, WORDS, Line, NotRead
from app.procedure.floor import Floor
from app.procedure.questions import About
from app.procedure.roster import delegations
from app.words.language import N_, Language

COUNT = re.compile(r"(\d{1,3})\s*[-–/]\s*(\d{1,3})(?:\s*[-–/]\s*(\d{1,3}))?")
LENGTH = re.compile(r"(\d{1,4})\s*(s|sec|seconds?|segundos?|min|minutes?|minutos?|h|hours?|horas?)\.?", re.I)
INSIST = N_("insist")
_SECONDS = {"s": 1, "m": 60, "h": 3600}


@lru_cache(maxsize=4096)  # every line looks through every name
def folded(text: str) -> str:
    """For comparing: no accents, no capitals, single spaces."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())


def read_line(place: int, text: str, say: Language) -> Line:
    """A line by the word that it begins with. Raises NotRead where it begins with none."""
    head, *rest = text.split(";")
    word, colon, first = head.partition(":")
    code = _words(say).get(folded(word))
    if code is None:
        near = get_close_matches(folded(word), _words(say), 1)
        if near:
            raise NotRead(N_("No line begins with “{word}”; did you mean “{near}”?"), word=word, near=near[0])
        raise NotRead(N_("No line begins with “{word}”. See the examples beside the sheet."), word=word[:60])
    items = [item.strip() for item in ([first] if colon else []) + rest]
    insist = ""
    if items and (told := _insisted(items[-1], say)):
        insist = told
        items.pop()
    return Line(place, text, code, tuple(item for item in items if item), insist)


def _words(say: Language) -> dict[str, str]:
    """What a line may begin with, in English and in the language of the sheet."""
    return {folded(said): code for code, word in WORDS.items() for said in (word, say(word))}


def _insisted(item: str, say: Language) -> str:
    for word in (say(INSIST), INSIST):
        if folded(item).startswith(f"{folded(word)} "):
            return item.split(None, 1)[1].strip()
    return ""


def seat_of(floor: Floor, names: Mapping[str, str], told: str) -> str:
    """The seat key of a delegation by its name, its key, or a beginning that only it has. Raises NotRead."""
    wanted, known = folded(told), _known(floor, names)
    if wanted in known:
        return known[wanted]
    found = {key for name, key in known.items() if wanted and name.startswith(wanted)}
    if len(found) == 1:
        return found.pop()
    if found:
        raise NotRead(MORE_OF_IT, name=told, several=", ".join(sorted(names.get(key, key) for key in found)))
    near = get_close_matches(wanted, known, 1)
    if near:
        shown = names.get(known[near[0]], near[0])
        raise NotRead(N_("No delegation is called “{name}”; did you mean {near}?"), name=told, near=shown)
    raise NotRead(N_("No delegation is called “{name}”."), name=told or "…")


def seats_of(floor: Floor, names: Mapping[str, str], told: str) -> list[str]:
    """Several delegations, between commas."""
    return [seat_of(floor, names, one) for one in told.replace("\n", ",").split(",") if one.strip()]


def _known(floor: Floor, names: Mapping[str, str]) -> dict[str, str]:
    keys = [seat.key for seat in delegations(floor)]
    return {folded(said): key for key in keys for said in (key, names.get(key, key))}


def text_of(floor: Floor, told: str) -> tuple[About, str]:
    """What a question is about and its key: a draft by its symbol, an amendment or a part. Raises NotRead."""
    wanted = folded(told)
    for paper in floor.papers.papers:
        if wanted and wanted in (folded(paper.name), folded(paper.key)):
            return "paper", paper.key
    for amendment in floor.papers.amendments:
        if wanted == folded(amendment.key):
            return "amendment", amendment.key
    for part in floor.papers.parts:
        if wanted == folded(part.key):
            return "part", part.key
    raise NotRead(N_("There is no draft, amendment or part called “{name}”."), name=told or "…")


def count_of(item: str) -> tuple[int, int, int] | None:
    """Yes, no and abstentions: "15-3", "12-5-2"; None for anything else."""
    found = COUNT.fullmatch(item)
    return (int(found[1]), int(found[2]), int(found[3] or 0)) if found else None


def seconds_of(item: str) -> int | None:
    """A length of time: "10 min", "60 s"; None for anything else."""
    found = LENGTH.fullmatch(item)
    return int(found[1]) * _SECONDS[found[2][0].casefold()] if found else None
