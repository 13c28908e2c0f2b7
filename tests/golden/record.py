"""Records of each release, kept for ever: `python -m tests.golden.record` adds those of this one.

What a release has recorded must replay in every later one, to the same floor and the same head.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.keeping.exported_record import exported
from app.minutes import Minute, replay
from app.procedure.rulebook_files import compose
from app.procedure.seats import ChangeRights
from app.transcripts.plain import plain
from tests.afternoon import Afternoon
from tests.procedure.meeting import Meeting, before_the_vote, in_debate
from tests.promises.recorded import rows_of, voted
from tests.served import Served

RELEASE = "0.1.0"
FOLDER = Path(__file__).parent


def afternoon() -> list[Minute]:
    """A whole afternoon over HTTP: undone acts, corrected ballots, insistence, a second session."""
    with TemporaryDirectory() as folder, Served(Path(folder)) as served:
        Afternoon(served).play()
        return list(served.ask(served.house.store.since(served.committee)))


def council() -> Meeting:
    """A council with a veto that is used."""
    meeting = before_the_vote(compose("harvard", ("security_council",)))
    meeting.do(ChangeRights("france", "member", veto=True))
    meeting.put("paper", "WP-1", "roll_call")
    meeting.call_roll({"france": "no"})
    meeting.announce()
    return meeting


def debate() -> Meeting:
    """A debate by the clock."""
    return in_debate(rulebook=compose("thimun"))


PLAYED: dict[str, Callable[[], list[Minute]]] = {
    "afternoon": afternoon,
    "votes": lambda: rows_of(voted()),
    "council": lambda: rows_of(council()),
    "timed-debate": lambda: rows_of(debate()),
}


def files() -> Iterator[Path]:
    """The records of all releases; beside each stands its floor."""
    yield from sorted(FOLDER.glob("*/*.record.json"))


def floor_of(record: Path) -> Path:
    """The file with the floor that a record must fold to."""
    return record.with_name(record.name.replace(".record.", ".floor."))


if __name__ == "__main__":
    (FOLDER / RELEASE).mkdir(exist_ok=True)
    for name, play in PLAYED.items():
        rows = play()
        record = FOLDER / RELEASE / f"{name}.record.json"
        record.write_bytes(exported(rows[0].committee_id, "Council", {}, rows))
        floor = json.dumps(plain(replay(rows)), ensure_ascii=False, sort_keys=True, indent=0)
        floor_of(record).write_text(floor + "\n", "utf-8")
