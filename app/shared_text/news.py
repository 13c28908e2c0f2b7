"""What other processes kept of a paper that is open here: pulled from the rows, and told as typing is.

The rows are the only way between processes: each holds a clause's whole state, so what is pulled has no gaps
and no order that could be wrong, and is never more than what somebody who was away gets.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from sqlmodel import Session

from app.live.wire import Frame
from app.papers.texts import row_key
from app.procedure.documents import Paper
from app.shared_text.desk import Desk
from app.shared_text.messages import frame
from app.shared_text.rows import Shared, shared_texts
from app.shared_text.words import lacking, vector
from app.store import Store
from app.tables import WorkingPaperRow


async def look_at_rows(store: Store, desk: Desk) -> None:
    """Tell those at a desk what was kept since it was asked last, by whichever process.

    What this one kept comes along once more: a browser has it, and takes no harm.
    """
    if not desk.places or desk.paper() is None:
        return
    async with desk.hand:
        if (paper := desk.paper()) is None:
            return
        structure, now = await store.read(lambda rows: _rows_of(rows, desk.committee, paper))
        before = desk.known
        news = await asyncio.to_thread(news_since, before, now)
        desk.known = {clause: now[clause] for clause in before if clause in now}
        for told in news:
            desk.tell(told)
        if desk.structure not in (None, structure):
            desk.look_again()
        desk.structure = structure


def news_since(before: Mapping[str, Shared], now: Mapping[str, Shared]) -> list[Frame]:
    """A message for each clause of `before` that is otherwise now: what it has more. Made beside the loop."""
    news = []
    for clause, was in before.items():
        shared = now.get(clause, was)
        if shared != was:
            lacks = lacking(shared.state, vector(was.state)) if shared.seed == was.seed else shared.state
            news.append(frame(clause=clause, seed=shared.seed, update=lacks or shared.state))
    return news


def _rows_of(rows: Session, committee: int, paper: Paper) -> tuple[int, dict[str, Shared]]:
    """The version of a paper's structure (0 before anything was written), and the words of its clauses."""
    row = rows.get(WorkingPaperRow, (committee, row_key(paper)))
    return (row.version if row else 0), shared_texts(rows, committee, row_key(paper))
