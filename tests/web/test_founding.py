"""Founding committees out of guides: the same guide once, another further on, a strange one in words."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from app.blueprints import RESERVED, of_guide
from app.founding import RULEBOOK, SAMPLE, NoDelegations, found
from app.house import House
from app.invitations import committees
from app.preparing.delegations import with_fitting_keys
from app.procedure.act import LONGEST_KEY
from app.serving import open_committee
from app.settings import Settings
from delegations.roster import Delegation
from delegations.study_guides.command import read_path
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.understanding import understand


def guide(folder: Path, name: str, topic: str) -> Path:
    """A small study guide of its own."""
    text = SAMPLE.read_text("utf-8")
    path = folder / name
    path.write_text(text + f"\n\nThis copy was made for {topic}.\n", "utf-8")
    return path


def test_a_guide_makes_its_committee_once_and_another_guide_a_further_one(tmp_path: Path) -> None:
    one, other = guide(tmp_path, "one.txt", "Monday"), guide(tmp_path, "two.txt", "Friday")
    settings = Settings(data=tmp_path / "data", database_url="")

    async def start(path: Path | None) -> tuple[int, int]:
        house = await House.open(settings)
        opened = await open_committee(house, path, Console(quiet=True))
        await house.close()
        return opened.committee.committee, len(opened.invited)

    seen = [asyncio.run(start(path)) for path in (one, one, other, one, None)]
    assert [committee for committee, _ in seen] == [1, 1, 2, 1, 2], "without a guide, the newest"
    assert [codes > 34 for _, codes in seen] == [True, False, True, False, False]


def test_a_guide_with_strange_names_founds_a_committee_or_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    strange = (
        Delegation("日本", "日本", "日本", "jp", "member", 1),
        Delegation("room", "Room", "Room", None, "ngo", 2),
        Delegation("organizer", "Organizer", "Organizer", None, "ngo", 3),
        Delegation("dais-1", "Dais 1", "Dais 1", None, "ngo", 4),
        Delegation("a" * 90, "A long name", "A long name", None, "ngo", 5),
        Delegation("a" * 91, "A longer name", "A longer name", None, "ngo", 6),
        Delegation("france", "France", "France", "fr", "member", 7),
    )
    keys = [one.key for one in with_fitting_keys(strange, RESERVED)]
    assert len(set(keys)) == len(keys)
    assert keys[-1] == "france"
    assert all(key.isascii() and len(key) <= LONGEST_KEY for key in keys)
    assert not set(keys) & {"room", "organizer", "dais-1"}

    async def start(guide_read: StudyGuide) -> list[tuple[int, str]]:
        house = await House.open(Settings(data=tmp_path / "data", database_url=""))
        try:
            for _ in range(2):  # the same guide again meets nothing half made
                with pytest.raises(NoDelegations, match=r"No committee can be founded from .+[.]$"):
                    await found(house.store, of_guide(guide_read, b"a crowd", RULEBOOK), 1)
            return list(await committees(house.store))
        finally:
            await house.close()

    crowd = understand(read_path(SAMPLE))
    one = next(holder for holder in crowd.stakeholders if holder.kind == "ngo")
    people = tuple(replace(one, display_name=f"P{n}", name_as_printed=f"P{n}") for n in range(450))
    assert asyncio.run(start(replace(crowd, stakeholders=people))) == []
