"""P-51: a backup that is taken while a committee votes is a moment of its record, and can be restored."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import subprocess
import sys
import time
from asyncio import to_thread
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest

from app.keeping.backup_files import Held, NotABackup
from app.keeping.backups import Place as DataPlace
from app.keeping.backups import back_up, check, restore
from app.minutes import Minute, verify
from app.procedure.speakers_lists import JoinSpeakersList
from app.rooms import Room
from app.store import open_store
from app.store.copying import NotEmpty
from app.tables import GuideRow
from tests.promises.looked_after import placard
from tests.rooms.sitting import Sitting, sitting
from tests.served import Served
from tests.store.places import Place

pytestmark = pytest.mark.anyio
BACKUPS, GUIDE = 5, b"the guide's own file"


async def record_of(data: Path, committee: int = 1, url: str = "") -> list[Minute]:
    store = open_store(url, data)
    try:
        return list(await store.since(committee))
    finally:
        await store.close()


async def ready(place: Place) -> int:
    """A committee in open debate, its room closed; returns its id."""
    async with sitting(place) as committee:
        await committee.open_debate()
        return committee.room.committee_id


async def test_p51_backups_under_load_are_each_a_beginning_of_the_record(
    sqlite_place: Place, tmp_path: Path
) -> None:
    committee = await ready(sqlite_place)
    program = ("-m", "tests.rooms.loaded_process", str(sqlite_place.data), str(committee), "1")
    process = subprocess.Popen([sys.executable, *program], stdout=subprocess.DEVNULL)
    try:
        place = DataPlace("", sqlite_place.data)
        made: list[tuple[Path, Held]] = []
        until = time.monotonic() + 60
        while len(made) < BACKUPS:
            assert time.monotonic() < until
            file, contents = back_up(place, tmp_path / f"{len(made)}.zip")
            if contents.committees[0].acts > 10 and process.poll() is None:
                made.append((file, contents.committees[0]))
            time.sleep(0.1)
    finally:
        process.kill()
        process.wait()
    killed = DataPlace("", shutil.copytree(sqlite_place.data, tmp_path / "killed"))
    assert killed.file.with_name(f"{killed.file.name}-wal").stat().st_size, "its log was left behind"
    whole = await record_of(sqlite_place.data, committee)
    assert len({held.acts for _, held in made}) == BACKUPS, "acts were recorded all the time"
    for file, held in made:
        target = tmp_path / f"restored-{file.stem}"
        await to_thread(restore, file, DataPlace("", target))
        rows = await record_of(target, committee)
        assert rows == whole[: held.acts]
        assert verify(rows, held.head) is None
    file, held = made[0]
    await to_thread(restore, file, killed, force=True)
    assert await record_of(killed.data, committee) == whole[: held.acts], "nothing of the old log comes back"


async def test_p51_what_is_restored_is_what_was_there_on_either_database(
    place: Place, tmp_path: Path
) -> None:
    async with sitting(place) as committee:
        await committee.open_debate()
        await put_guide(committee)
    before = await record_of(place.data, committee.room.committee_id, place.url)
    file, contents = back_up(DataPlace(place.url, place.data))
    assert json.loads((place.data / "backups" / "last.json").read_text())["file"] == str(file)
    assert await to_thread(check, file, DataPlace(place.url, place.data)) == contents

    await goes_on(place)
    here = DataPlace(place.url, place.data)
    with pytest.raises(NotEmpty):
        await to_thread(restore, file, here)
    assert len(await record_of(place.data, committee.room.committee_id, place.url)) == len(before) + 1
    _, saved = await to_thread(restore, file, here, force=True)
    assert await record_of(place.data, committee.room.committee_id, place.url) == before
    store = place.open()
    assert await store.read(lambda rows: rows.get_one(GuideRow, (1, "digest")).source) == GUIDE
    await store.close()
    assert saved is not None
    await to_thread(restore, saved, DataPlace("", tmp_path / "other"))
    assert len(await record_of(tmp_path / "other", committee.room.committee_id)) == len(before) + 1


async def goes_on(place: Place, by: str = "ghana") -> None:
    """One more act."""
    store = place.open()
    room = await Room(1, store).open()
    await Sitting(store, room).do(JoinSpeakersList(), by=by)
    await room.close()
    await store.close()


async def put_guide(committee: Sitting) -> None:
    """An upload."""
    guide = GuideRow(committee_id=1, digest="digest", source=GUIDE)
    await committee.store.write(lambda rows: rows.add(guide))


async def test_p51_a_damaged_backup_is_refused_and_changes_nothing(
    sqlite_place: Place, tmp_path: Path
) -> None:
    await ready(sqlite_place)
    place = DataPlace("", sqlite_place.data)
    file, _ = back_up(place, tmp_path / "whole.zip")
    before = await record_of(sqlite_place.data)
    data = file.read_bytes()
    for damaged in (data[:-30], data[: len(data) // 2] + b"?" + data[len(data) // 2 + 1 :], b"no zip"):
        (tmp_path / "damaged.zip").write_bytes(damaged)
        with pytest.raises(NotABackup):
            await to_thread(restore, tmp_path / "damaged.zip", place, force=True)
        with pytest.raises(NotABackup):
            await to_thread(check, tmp_path / "damaged.zip", place)
    assert await record_of(sqlite_place.data) == before


async def test_p51_a_backup_in_which_a_word_was_changed_is_refused_whatever_its_sums_say(
    sqlite_place: Place, tmp_path: Path
) -> None:
    await ready(sqlite_place)
    file, _ = back_up(DataPlace("", sqlite_place.data), tmp_path / "whole.zip")
    assert file.stat().st_mode & 0o077 == 0, "nobody else on the computer reads it"
    new = DataPlace("", tmp_path / "new")
    event = "UPDATE minute SET events = replace(events, 'present', 'absent')"
    last = "DELETE FROM minute WHERE number = (SELECT max(number) FROM minute)"
    for change, is_summed, told in (
        ("UPDATE committee SET name = 'Another'", False, "is not the one that was backed up"),
        (event, True, "is not what was recorded"),
        (last, True, "are not those that were backed up"),
    ):
        damaged = changed(file, tmp_path / "changed.zip", change, is_summed)
        with pytest.raises(NotABackup, match=told):
            await to_thread(restore, damaged, new)
        assert not new.file.exists()


def changed(file: Path, to: Path, change: str, is_summed: bool) -> Path:
    """The backup with its database changed, packed as whole as before; `is_summed` if its sum is new too."""
    with TemporaryDirectory() as folder, ZipFile(file) as was, ZipFile(to, "w") as archive:
        database = Path(was.extract("placard.db", folder))
        with closing(sqlite3.connect(database)) as rows, rows:
            assert rows.execute(change).rowcount > 0
        told = json.loads(was.read("backup.json"))
        if is_summed:
            told["sha256"] = hashlib.sha256(database.read_bytes()).hexdigest()
        archive.write(database, "placard.db")
        archive.writestr("backup.json", json.dumps(told))
    return to


def test_p51_the_drill_as_people_type_it(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        served.do("chair", "/roll-calls", "dais-1")
        code, told = placard(tmp_path / "data", "backup", "--to", str(tmp_path / "away.zip"))
        assert code == 0 and "acts, head of the record" in told
        code, told = placard(tmp_path / "data", "restore", str(tmp_path / "away.zip"), "--force")
        assert (code, "uses the data directory" in told) == (2, True), "not under a running Placard"
        number, chain = served.head()
    shutil.move(tmp_path / "data", tmp_path / "lost")
    code, told = placard(tmp_path / "new", "restore", "--check", str(tmp_path / "away.zip"))
    assert code == 0 and not (tmp_path / "new" / "placard.db").exists()
    assert json.loads((tmp_path / "new" / "backups" / "last.json").read_text())["verified"]
    code, told = placard(tmp_path / "new", "restore", str(tmp_path / "away.zip"))
    assert code == 0 and f"{number} acts, head of the record {chain[:4]}" in told
    code, told = placard(tmp_path / "new", "restore", str(tmp_path / "away.zip"))
    assert (code, "--force" in told) == (2, True)
    code, told = placard(tmp_path / "new", "restore", str(tmp_path / "nowhere.zip"))
    assert (code, told) == (2, f"There is no file {tmp_path / 'nowhere.zip'}.\n")
