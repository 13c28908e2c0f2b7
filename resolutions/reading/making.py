"""Making: the clauses that were found become those of a document, and what is doubtful about them is said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from resolutions.document import (
    LONGEST_OPENING,
    LONGEST_TEXT,
    MOST_CLAUSES,
    OTHER_PART,
    Clause,
    key_between,
)
from resolutions.findings import Finding, missing_parts
from resolutions.phrases import Language, split_scanned
from resolutions.reading.blocks import Read
from resolutions.reading.heading import Heading
from resolutions.unlisted import split_unlisted
from resolutions.wording import tidy, tidy_opening

_BEHIND = frozenset(
    ("that", "the", "upon", "with", "by", "of", "to", "for", "on", "in", "que", "qu'", "a", "à", "de")
)
"""Words behind an opening in capitals that are a part of it for its author."""
NewUid = Callable[[int], str]


def made_of(clauses: list[Read], new_uid: NewUid, language: Language) -> "Made":
    """Make the clauses of a document, in reading order; ``new_uid`` gives the uid of the n-th."""
    made = Made(language)
    for number, found in enumerate(clauses, start=1):
        made.add(found, new_uid(number))
    return made


@dataclass(slots=True)
class Made:
    """The clauses made so far, the last one on each level, and the last order key among each siblings.

    ``doubtful`` says by uid what was cut off where a clause is longer than a document bears, and which
    openings are in no list.
    """

    language: Language
    clauses: list[Clause] = field(default_factory=list)
    line: list[Clause] = field(default_factory=list)
    keys: dict[tuple[str | None, str], str] = field(default_factory=dict)
    doubtful: dict[str, Finding] = field(default_factory=dict)

    def add(self, found: Read, uid: str) -> None:
        del self.line[found.level - 1 :]
        parent = self.line[-1].uid if self.line else None
        kind = found.part if parent is None else "sub"
        key = self.keys[parent, kind] = key_between(self.keys.get((parent, kind)), None)
        opening, text, listed = _words(found, self.language)
        words = tidy(text), tidy(found.after)
        clause = Clause(
            uid, kind, parent, key, tidy_opening(opening, text), *(said[:LONGEST_TEXT] for said in words)
        )
        if rest := " ".join(filter(None, (said[LONGEST_TEXT:] for said in words))):
            self.doubtful[uid] = Finding("clause_too_long", "error", found.line.number, uid, {"rest": rest})
        elif parent is None and not listed:
            rule, first = "L07" if found.part == "preambular" else "L12", " ".join(found.words.split()[:3])
            self.doubtful[uid] = Finding(rule, "warn", found.line.number, uid, {"words": first})
        self.line.append(clause)
        self.clauses.append(clause)


def doubts(clauses: list[Read], made: Made, heading: Heading) -> Iterator[Finding]:
    """Find what is missing or was cut off: the organ, too many or too long clauses, known openings."""
    if len(clauses) > MOST_CLAUSES:
        yield Finding("too_many_clauses", "error", values={"limit": MOST_CLAUSES})
    if not heading.organ:
        yield Finding("L05o", "warn")
    yield from made.doubtful.values()
    yield from missing_parts(made.clauses)


def _words(found: Read, language: Language) -> tuple[str, str, bool]:
    """Split a paragraph into its opening and the rest, and say whether the opening is in a list.

    "1. Noting" keeps the phrase of the other part.
    """
    if found.level > 1:
        return "", found.words, False
    tries = [
        (split_scanned(found.words, part, language), True) for part in (found.part, OTHER_PART[found.part])
    ]
    for (opening, text), listed in [*tries, (split_unlisted(found.words, found.part, language), False)]:
        if opening and len(opening) <= LONGEST_OPENING:
            if text.startswith(","):
                opening, text = _behind_comma(opening, text[1:].strip(), found, language)
            text = text.lstrip(" ,:;")  # "Noting, that": no mark stands there
            first, blank, rest = text.partition(" ")
            small = opening.isupper() and first.isupper() and first.casefold() in _BEHIND
            return _in_small(opening), f"{first.lower()}{blank}{rest}" if small else text, listed
    return "", found.words, False


def _behind_comma(opening: str, text: str, found: Read, language: Language) -> tuple[str, str]:
    """Read "Noting, with regret, that" as one phrase; else hold the comma, which an insertion needs."""
    longer, rest = split_scanned(f"{opening} {text}", found.part, language)
    return (longer, rest) if len(longer) > len(opening) else (f"{opening},", text)


def _in_small(opening: str) -> str:
    """RECALLING becomes "Recalling", as the layout sets it off in another way."""
    words = opening.split()
    if len(words[0]) < 2 or not words[0].isupper():
        return opening
    first, *others = (word.lower() if word.isupper() else word for word in words)
    return " ".join([first.capitalize(), *others])
