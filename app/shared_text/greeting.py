"""What a browser that comes, or comes back, is told: what it lacks of each clause, and what is kept of it."""

from __future__ import annotations

from app.live.wire import Frame
from app.shared_text.messages import Have, frame
from app.shared_text.rows import Shared
from app.shared_text.words import lacking, vector


def answers_to(texts: dict[str, Shared], have: dict[str, Have]) -> list[Frame]:
    """What a browser lacks of the clauses that it names, one message each; made beside the event loop."""
    answers = []
    for clause, held in have.items():
        if (shared := texts.get(clause)) is None:
            continue
        lacks = lacking(shared.state, held.seen) if held.seed == shared.seed else None
        update, kept = shared.state if lacks is None else lacks, vector(shared.state)
        answers.append(frame(clause=clause, seed=shared.seed, update=update, kept=kept))
    return answers
