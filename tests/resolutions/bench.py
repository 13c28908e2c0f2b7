"""Figures of the texts library: `python -m tests.resolutions.bench` prints medians in milliseconds as JSON.

It is the time of the processor, which other work on the machine does not lengthen. Aims: the redline of an
18 kB clause in 50 ms, the reading of a resolution of 200 clauses in 100 ms.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from random import Random
from statistics import median
from time import process_time

from app.printing.faces import FACES
from resolutions.checking import Paper, check
from resolutions.reading import read, read_html, read_word
from resolutions.redline import redline
from resolutions.rendering.akn import render_akn
from resolutions.rendering.layout import Heading
from resolutions.rendering.pdf import render_pdf
from resolutions.rendering.text import render_text
from resolutions.rendering.word import render_word
from tests.resolutions.wordfiles import pasted_html, word_file

_WORDS = [
    f"{start}{end}" for start in ("return", "notice", "flight", "person") for end in ("", "s", "ing", "ed")
]
_AT = datetime(2026, 11, 24, tzinfo=UTC)


def resolution() -> str:
    """A resolution of 200 clauses: 40 preambular, 80 operative ones, each second with a list of two."""
    lot = Random(1)
    lines = ["Draft resolution DR 1.2", "Topic: Returns", "Sponsors: Ghana; Peru", "", "The Council,", ""]
    for _ in range(40):
        lines += [f"Recalling {prose(lot, 30)},", ""]
    for number in range(1, 81):
        listed = number % 2 == 0
        lines.append(f"{number}. Requests {prose(lot, 30)}{':' if listed else ';'}")
        lines += [f"    ({letter}) {prose(lot, 20)};" for letter in "ab" if listed]
        lines.append("")
    return "\n".join(lines)


def prose(lot: Random, count: int) -> str:
    return " ".join(lot.choice(_WORDS) for _ in range(count))


def clause_and_changes(size: int = 18_000) -> tuple[str, str, str]:
    """A clause of that many characters, the same with each twentieth word changed, and one turned about."""
    lot = Random(2)
    words = [f"{lot.choice(_WORDS)}{lot.randrange(400)}" for _ in range(size)]
    while len(" ".join(words)) > size:
        words = words[: len(words) * size // len(" ".join(words))]
    changed = [f"{word}x" if at % 20 == 0 else word for at, word in enumerate(words)]
    return " ".join(words), " ".join(changed), " ".join(lot.sample(words, len(words)))


def figures() -> dict[str, float]:
    """Each job's median of nine runs, in milliseconds."""
    text, (clause, changed, shuffled) = resolution(), clause_and_changes()
    found = read(text)
    document = found.document
    assert document is not None
    assert len(document.clauses) == 200
    page, word = pasted_html(document), word_file(document)
    jobs: dict[str, Callable[[], object]] = {
        "redline, 18 kB, one word in twenty changed": lambda: redline(clause, changed),
        "redline, 18 kB, all words in another order": lambda: redline(clause, shuffled),
        "read 200 clauses, text": lambda: read(text),
        "read 200 clauses, HTML": lambda: read_html(page),
        "read 200 clauses, Word": lambda: read_word(word),
        "check 200 clauses": lambda: check(Paper(document)),
        "render 200 clauses, text": lambda: render_text(document),
        "render 200 clauses, Word": lambda: render_word(document, Heading(), _AT),
        "render 200 clauses, PDF": lambda: render_pdf(document, Heading(), str(FACES), _AT),
        "render 200 clauses, Akoma Ntoso": lambda: render_akn(document, Heading(), _AT.date()),
    }
    return {name: _timed(job) for name, job in jobs.items()}


def _timed(job: Callable[[], object]) -> float:
    taken = []
    for _ in range(9):
        started = process_time()
        job()
        taken.append(1000 * (process_time() - started))
    return round(median(taken), 1)


if __name__ == "__main__":
    print(json.dumps(figures(), indent=2))
