"""A position that was inferred is confirmed or corrected while the committee runs, and is public at once.

The guide in the rows is what changes: profiles, likeness, search and set-ups all follow from it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sqlmodel import Session, col, select

from app.directories import delegations_of, guide_row
from app.store import Store
from app.tables import ProfileRow
from delegations import profiles
from delegations.profiles import is_sure, profiles_from
from delegations.study_guides.guide import Stakeholder, StudyGuide, TopicPosition, from_json, to_json

LONGEST_POSITION = 20_000
"""Characters of a position that a person corrects."""


class NotDoubtful(Exception):
    """No such position waits for a word: it was confirmed meanwhile, or a newer guide has another."""


async def confirm_position(store: Store, committee: int, part: TopicPosition, text: str) -> None:
    """Publish `part` in the words `text`, for all whose position it is. Raises NotDoubtful."""

    def work(rows: Session) -> None:
        row = guide_row(rows, committee)
        guide = from_json(row.body) if row else None
        if row is None or guide is None or not _waits(guide, part):
            raise NotDoubtful
        after = confirmed(guide, part, text)
        row.body = to_json(after)
        rows.add(row)
        _profiles(rows, committee, after, part)

    await store.write(work)


def confirmed(guide: StudyGuide, part: TopicPosition, text: str) -> StudyGuide:
    """The guide with this one position confirmed; what else its stakeholder holds stays doubtful."""
    parts = (half for one in guide.stakeholders for half in _halves(one, part, text))
    return replace(guide, stakeholders=tuple(parts))


def _halves(one: Stakeholder, part: TopicPosition, text: str) -> Iterator[Stakeholder]:
    if is_sure(one) or part not in one.positions:
        yield one
        return
    yield replace(one, positions=(replace(part, text=text),), confidence="confirmed")
    if rest := tuple(other for other in one.positions if other != part):
        yield replace(one, positions=rest)


def _waits(guide: StudyGuide, part: TopicPosition) -> bool:
    return any(part in one.positions and not is_sure(one) for one in guide.stakeholders)


def _profiles(rows: Session, committee: int, guide: StudyGuide, part: TopicPosition) -> None:
    """The profiles in which the position was doubtful, made again from the guide."""
    mine = select(ProfileRow).where(col(ProfileRow.committee_id) == committee)
    doubted = {
        row.delegation_key: row for row in rows.exec(mine) if part in profiles.from_json(row.body).doubtful
    }
    roster = [one for one in delegations_of(rows, committee) if one.key in doubted]
    for key, profile in profiles_from(guide, roster).items():
        doubted[key].body = profiles.to_json(profile)
        rows.add(doubted[key])
