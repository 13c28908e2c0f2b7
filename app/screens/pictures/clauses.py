"""The map of a text: a block for each clause as high as it is long, marks for what changes it, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from app.procedure.documents import PENDING, Amendment, Paper
from app.procedure.floor import Floor
from app.procedure.wording import operations_of
from app.screens.directory import Directory
from app.screens.pictures.picture import NOTHING, Picture, name, svg, words
from app.screens.shown import tongue
from app.words.language import N_, NN_, Language
from resolutions.amendments import Add, Move, Operation, ReplaceAll, Strike
from resolutions.document import Clause, Document, arranged, level, numbering

WIDTH, LEFT, BLOCK, INDENT = 328, 40, 84, 14
BAR, SAYS = LEFT + BLOCK + 5, LEFT + BLOCK + 30
"""Where the edge mark stands, and the words of a clause (px)."""
LINE, LEAST, GAP = 9.0, 20.0, 4.0
"""Height of a line of text, of the least block, and between two (px)."""
A_LINE, MOST_LINES = 60, 12
"""Characters of a line, and lines from which on a block grows no more."""
WAITING = NN_("Amendments wait on {n} clause.", "Amendments wait on {n} clauses.")
CONTESTED = NN_("{n} is contested.", "{n} are contested.")
PREAMBULAR, OPERATIVE = NN_("{n} preambular", "{n} preambular"), NN_("{n} operative", "{n} operative")
MARKS = {
    "modify": ("~", N_("changed by {amendments}")),
    "strike": ("−", N_("struck by {amendments}")),
    "add": ("+", N_("added to by {amendments}")),
    "contested": ("!", N_("contested: {amendments}")),
    "amended": ("✓", N_("amended by {amendments}")),
}
"""What an edge mark is, beside its bar, and what it says; a bar alone would be colour alone."""
WHOLE_TEXT = N_("The whole text would be replaced by {amendments}.")


@dataclass(frozen=True, slots=True)
class Marked:
    """What happens to a clause: one of MARKS, and the keys of the amendments that do it."""

    kind: str
    amendments: tuple[str, ...]

    def says(self, speak: Language) -> str:
        """In words."""
        return speak.say(MARKS[self.kind][1], amendments=", ".join(self.amendments))


def map_picture(
    floor: Floor, directory: Directory, paper: Paper, text: Document, here: str = "#clause-"
) -> Picture:
    """The map of a paper's text; `here` is what the address of a clause begins with, "" for no links.

    Its table says for each clause what the picture shows.
    """
    speak, document = tongue(directory), arranged(text)
    marks, numbers = _marks(floor, paper), numbering(document)
    title = speak(N_("Map of the text"))
    sentence = _sentence(document, marks, speak)
    now = _in_hand(floor, paper)
    body = tuple(_blocks(document, numbers, marks, now, here, speak))
    height = sum(_height(one) + GAP for one in document.clauses) + 16
    said = (title, sentence)
    markup = svg("map", WIDTH, height, said, body, bool(here)) if document.clauses else NOTHING
    head = tuple(speak(one) for one in (N_("Clause"), N_("Begins"), N_("Words"), N_("Changes")))
    rows = tuple(_row(one, numbers, marks, speak) for one in document.clauses)
    whole = _whole(floor, paper)
    note = speak.say(WHOLE_TEXT, amendments=", ".join(whole)) if whole else ""
    return Picture("map", title, sentence, markup, head, rows, note)


def _marks(floor: Floor, paper: Paper) -> Mapping[str, Marked]:
    """By clause: what waits, contested where several do; else what was adopted."""
    pending, adopted = _touching(floor, paper, PENDING), _touching(floor, paper, ("adopted",))
    found = {
        uid: Marked("amended", tuple(dict.fromkeys(key for key, _ in of))) for uid, of in adopted.items()
    }
    for uid, of in pending.items():
        keys = tuple(dict.fromkeys(key for key, _ in of))
        found[uid] = Marked("contested" if len(keys) > 1 else of[0][1], keys)
    return found


def _touching(floor: Floor, paper: Paper, stages: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    """By clause the amendments in these stages that touch it, each with how."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in _of(floor, paper):
        for operation in operations_of(one) if one.stage in stages else ():
            uid, kind = _touched(operation)
            if uid:
                found.setdefault(uid, []).append((one.key, kind))
    return found


def _of(floor: Floor, paper: Paper) -> Iterator[Amendment]:
    return (one for one in floor.papers.amendments if one.paper == paper.key)


def _whole(floor: Floor, paper: Paper) -> tuple[str, ...]:
    """The pending amendments that replace everything."""
    waiting = (one for one in _of(floor, paper) if one.stage in PENDING)
    return tuple(one.key for one in waiting if any(isinstance(o, ReplaceAll) for o in operations_of(one)))


def _touched(operation: Operation) -> tuple[str, str]:
    """The clause that an operation is about, and what it does to it; what is added stands behind another."""
    match operation:
        case Add():
            return operation.after or operation.parent or operation.uid, "add"
        case Strike():
            return operation.uid, "strike"
        case ReplaceAll():
            return "", ""
        case Move():
            return operation.uid, "modify"
        case _:
            return operation.uid, "modify"


def _in_hand(floor: Floor, paper: Paper) -> frozenset[str]:
    """The clauses that the committee is at: of the amendment that is voted on, or in consultations."""
    vote = floor.votes.now
    put = floor.papers.amendment(vote.subject) if vote is not None and vote.about == "amendment" else None
    if put is not None and put.paper == paper.key:
        return frozenset(_touched(one)[0] for one in operations_of(put))
    consulted = floor.consultations
    return frozenset({consulted.clause}) if consulted.paper == paper.key else frozenset()


def _height(clause: Clause) -> float:
    return max(LEAST, LINE * min(MOST_LINES, -(-_length(clause) // A_LINE)))


def _length(clause: Clause) -> int:
    return len(clause.opening) + len(clause.text) + len(clause.text_after)


def _blocks(
    document: Document,
    numbers: Mapping[str, str],
    marks: Mapping[str, Marked],
    now: frozenset[str],
    here: str,
    speak: Language,
) -> Iterator[str]:
    y, operative = 4.0, False
    for one in document.clauses:
        if not operative and not _is_preambular(document, one):
            operative, y = True, y + 8
        drawn = "".join(_block(document, one, numbers, marks.get(one.uid), one.uid in now, y, speak))
        address = escape(f"{here}{one.uid}")
        yield f'<a href="{address}">{drawn}</a>' if here else drawn
        y += _height(one) + GAP


def _block(
    document: Document,
    clause: Clause,
    numbers: Mapping[str, str],
    mark: Marked | None,
    now: bool,
    y: float,
    speak: Language,
) -> Iterator[str]:
    """Preambular outlined, operative filled, in ink where the committee is; its number, mark and words."""
    height, inward = _height(clause), INDENT * (level(document, clause.uid) - 1)
    css = "ink" if now else "tintf bord" if _is_preambular(document, clause) else "edgef"
    said = mark.says(speak) if mark else ""
    full = " ".join(part for part in (numbers.get(clause.uid, ""), clause.opening, clause.text[:80]) if part)
    yield f"<title>{escape(f'{full}. {said}' if said else full)}</title>"
    yield f'<rect x="0" y="{y:g}" width="{WIDTH}" height="{height:g}" fill-opacity="0"/>'
    yield f'<rect class="{css}" x="{LEFT + inward}" y="{y:g}" width="{BLOCK - inward}" height="{height:g}"/>'
    yield words(LEFT - 8, y + 13, numbers.get(clause.uid, ""), "endt num")
    if mark is not None:
        bar = "sealf" if mark.kind == "amended" else "ink"
        yield f'<rect class="{bar}" x="{BAR}" y="{y:g}" width="4" height="{height:g}"/>'
        yield words(BAR + 8, y + 13, MARKS[mark.kind][0], "b")
    yield name(SAYS, y + 13, said or clause.opening, WIDTH - SAYS, "t2" if not said else "b")


def _is_preambular(document: Document, clause: Clause) -> bool:
    by_uid = {one.uid: one for one in document.clauses}
    while clause.parent is not None:
        clause = by_uid[clause.parent]
    return clause.kind == "preambular"


def _row(
    clause: Clause, numbers: Mapping[str, str], marks: Mapping[str, Marked], speak: Language
) -> tuple[str, ...]:
    mark = marks.get(clause.uid)
    count = len(f"{clause.opening} {clause.text} {clause.text_after}".split())
    named = numbers.get(clause.uid) or speak(N_("Preamble"))
    return (named, clause.opening, str(count), mark.says(speak) if mark else "–")


def _sentence(document: Document, marks: Mapping[str, Marked], speak: Language) -> str:
    """How many clauses, and what waits on them."""
    tops = [one for one in document.clauses if one.parent is None]
    first = sum(one.kind == "preambular" for one in tops)
    present = {one.uid for one in document.clauses}
    waiting = [mark for uid, mark in marks.items() if uid in present and mark.kind != "amended"]
    said = speak.say(
        N_("{preambular} and {operative} clauses."),
        preambular=speak.count(PREAMBULAR, first),
        operative=speak.count(OPERATIVE, len(tops) - first),
    )
    if not waiting:
        return f"{said} {speak(N_('No amendment waits.'))}"
    contested = sum(mark.kind == "contested" for mark in waiting)
    touched = speak.count(WAITING, len(waiting))
    return f"{said} {touched} {speak.count(CONTESTED, contested)}" if contested else f"{said} {touched}"
