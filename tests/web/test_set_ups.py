"""A set-up goes from one Placard to another: all of it that is no secret; hostile files change nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.blueprints import rulebook_of
from app.directories import load_guide
from app.invitations import committees
from app.preparing.preparations import listed
from app.preparing.set_ups import LARGEST_SET_UP, NotASetUp, of_committee, read, written
from app.procedure.parameters import with_parameters
from app.procedure.rulebook_files import shipped
from tests.served import Served
from tests.web.preparing_road import page, send, version


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served]]:
    with Served(tmp_path_factory.mktemp("one")) as one, Served(tmp_path_factory.mktemp("other")) as other:
        yield one, other


@pytest.fixture(scope="module")
def exported(houses: tuple[Served, Served]) -> bytes:
    """The set-up of the sample committee, after people, codes, a paper and acts of its own."""
    house, _ = houses
    organizer = house.client("organizer")
    send(organizer, "/organizer/people/taken", table="name,delegation\nCanary Surname,Peru\n")
    house.do("chair", "/roll-calls")
    house.do("chair", "/roll-call/all-present")
    house.do("organizer", "/seats/cuba/rights", kind="observer", procedural=True)
    answer = organizer.get(f"/organizer{house.here}/set-up.json")
    assert "attachment" in answer.headers["content-disposition"]
    return answer.content


def bring(house: Served, data: bytes) -> httpx.Response:
    organizer = house.client("organizer")
    return organizer.post("/organizer/set-ups", files={"file": ("set-up.json", data)})


def test_the_committee_is_the_same_elsewhere(houses: tuple[Served, Served], exported: bytes) -> None:
    house, other = houses
    answer = bring(other, exported)
    assert answer.status_code == 303, answer.text
    here = answer.headers["location"].removesuffix("/check")
    organizer = other.client("organizer")
    again = read(organizer.get(f"{here}/set-up.json").content)
    assert again == read(exported)
    opened = send(organizer, f"{here}/opening", version=version(organizer, f"{here}/check"))
    assert opened.status_code == 200, opened.text
    made = max(key for key, _ in other.ask(committees(other.house.store)))
    floor, before = other.ask(other.house.room(made)).floor, house.room().floor
    assert dict(floor.seats) == dict(before.seats)
    assert floor.rulebook == before.rulebook and floor.topics == before.topics
    names, were = other.house.directory(made), house.house.directory(house.committee)
    assert names.profiles == were.profiles and len(names.profiles) == 34
    assert (names.questions, names.organ) == (were.questions, were.organ)
    for key, entry in were.entries.items():  # rows keep the kind that a seat was founded with
        assert replace(names.entries[key], kind=entry.kind) == entry
    assert names.name == were.name and not floor.attendance.statuses


def test_no_code_no_person_and_no_record_is_in_the_file(
    houses: tuple[Served, Served], exported: bytes
) -> None:
    house, _ = houses
    text = exported.decode()
    assert "Canary" not in text and "person" not in json.loads(text)["committee"]
    for one in house.invited:
        assert one.code not in text and one.code.replace("-", "") not in text
    assert house.head()[1] not in text and "present" not in json.loads(text)["committee"]
    assert set(json.loads(text)["committee"]) == {
        "name", "topics", "language", "time_zone", "rulebook", "overlays", "parameters", "delegations",
        "rights", "by_hand", "guide",
    }  # fmt: skip


def test_changed_rules_go_along(houses: tuple[Served, Served]) -> None:
    house, _ = houses
    for name in ("thimun", "un4mun+security_council", "harvard+iom_council"):
        house_rules = shipped(name)
        gone = f"motions.{house_rules.motions[0].kind}"
        book = with_parameters(house_rules, {"speeches.general_seconds": 75, gone: None})
        floor = house.room().floor
        set_up = of_committee(replace(floor, rulebook=book), house.house.directory(1), None)
        back = read(written(set_up))
        assert rulebook_of(back.preparation()) == book
        assert (back.rulebook, back.overlays) == (name.split("+")[0], tuple(name.split("+")[1:]))


def changed(exported: bytes, change: Callable[[dict[str, Any]], Any]) -> bytes:
    whole = json.loads(exported)
    change(whole)
    return json.dumps(whole).encode()


def put(*path: Any, value: Any) -> Callable[[dict[str, Any]], Any]:
    """A change that puts a value at a place of the file."""

    def change(whole: dict[str, Any]) -> None:
        place: Any = whole
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


BODY = "committee"
HOSTILE: dict[str, tuple[Callable[[dict[str, Any]], Any], str]] = {
    "a newer version": (put("version", value=2), "newer Placard"),
    "another form": (put("form", value="bank account"), "no committee set-up"),
    "no body": (put(BODY, value=None), "no committee set-up"),
    "a version that is none": (put("version", value="1"), "no committee set-up"),
    "a name for ever": (put(BODY, "name", value="x" * 121), "the committee's name"),
    "a name with controls": (put(BODY, "name", value="a\nb"), "the committee's name"),
    "topics for ever": (put(BODY, "topics", value=["x"] * 21), "agenda"),
    "an unknown language": (put(BODY, "language", value="../../etc"), "language"),
    "an unknown zone": (put(BODY, "time_zone", value="/etc/passwd"), "time zone"),
    "a rulebook on the disk": (put(BODY, "rulebook", value="/tmp/x.toml"), "fit no rulebook"),
    "an unknown overlay": (put(BODY, "overlays", value=["../x"]), "fit no rulebook"),
    "an unknown parameter": (put(BODY, "parameters", value={"__class__": 1}), "fit no rulebook"),
    "a wild parameter": (put(BODY, "parameters", value={"quorum_open": [[]]}), "fit no rulebook"),
    "a key with a path": (put(BODY, "delegations", 0, "key", value="../x"), "cannot be printed"),
    "a flag with a path": (put(BODY, "delegations", 0, "iso2", value="../../x"), "flag of no state"),
    "a kind that is none": (put(BODY, "delegations", 0, "kind", value="chair"), "no committee set-up"),
    "one twice": (put(BODY, "delegations", 1, "key", value="aclu"), "names a delegation twice"),
    "rights of nobody": (put(BODY, "rights", value={"nobody": {"veto": True}}), "rights of a delegation"),
    "a guide that is none": (put(BODY, "guide", value=[1, 2]), "no committee set-up"),
    "a position that is none": (put(BODY, "guide", "stakeholders", value=[{"x": 1}]), "no committee set-up"),
    "a null letter": (put(BODY, "guide", "organization", value="a\0b"), "no committee set-up"),
    "half a letter": (put(BODY, "guide", "organization", value="\ud800"), "no committee set-up"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_changed_file_is_refused_in_a_sentence(exported: bytes, name: str) -> None:
    change, says = HOSTILE[name]
    with pytest.raises(NotASetUp, match=says):
        read(changed(exported, change))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"PK\x03\x04", b"\xff\xfe\x00", b"[" * 200_000, b'{"form": NaN}',
        b'{"a":' * 50_000, b"9" * 100_000,
    ],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_set_up_at_all_changes_nothing(houses: tuple[Served, Served], data: bytes) -> None:
    _, other = houses
    before = other.ask(listed(other.house.store, (1,)))
    answer = bring(other, data)
    assert answer.status_code == 422 and "set-up" in answer.text
    assert other.ask(listed(other.house.store, (1,))) == before


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(NotASetUp, match="larger than any"):
        read(b" " * (LARGEST_SET_UP + 1))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_value_at_any_place_is_taken_or_refused(exported: bytes, data: st.DataObject) -> None:
    whole = json.loads(exported)
    place = whole[BODY]
    for _ in range(data.draw(st.integers(0, 5))):
        inner = list(place.values() if isinstance(place, dict) else place)
        deeper = [one for one in inner if isinstance(one, (dict, list)) and one]
        if not deeper:
            break
        place = data.draw(st.sampled_from(deeper))
    keys = list(place) if isinstance(place, dict) else list(range(len(place)))
    wild = st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.lists(st.none()), st.just({}))
    place[data.draw(st.sampled_from(keys))] = data.draw(wild)
    try:
        set_up = read(json.dumps(whole).encode())
    except NotASetUp as no:
        assert str(no).endswith(".")
    else:
        assert read(written(set_up)) == set_up


def test_markup_in_a_set_up_is_text(houses: tuple[Served, Served], exported: bytes) -> None:
    _, other = houses
    wild = "<script>alert(1)</script>"
    answer = bring(other, changed(exported, put(BODY, "name", value=wild)))
    organizer = other.client("organizer")
    raw = organizer.get(answer.headers["location"], headers={"Accept": "text/html"}).text
    assert wild not in raw and wild in page(organizer, answer.headers["location"])


def test_only_an_organizer_takes_a_set_up_along(houses: tuple[Served, Served], exported: bytes) -> None:
    house, _ = houses
    assert house.ask(load_guide(house.house.store, house.committee)) is not None
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("observer", ""), ("nobody", "")):
        client = house.client(role, seat)
        assert client.get(f"/organizer{house.here}/set-up.json").status_code in (401, 403)
        sent = client.post("/organizer/set-ups", files={"file": ("s.json", exported)})
        assert sent.status_code in (401, 403)


def test_the_file_is_read_where_nothing_of_the_old_house_is(exported: bytes, tmp_path: Path) -> None:
    set_up = read(exported)
    assert set_up.guide is not None and len(set_up.guide.stakeholders) == 34
    assert str(tmp_path.parent.parent) not in exported.decode()
