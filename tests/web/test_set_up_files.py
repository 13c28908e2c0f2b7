"""The guide's own file in a set-up: taken along, brought in, and missed by nobody with an older set-up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.founding import SAMPLE
from app.preparing.guide_files import source_of
from app.preparing.preparations import one
from app.preparing.set_ups import NotASetUp, read
from tests.served import Served
from tests.web.test_set_ups import bring, changed, put


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("data")) as served:
        yield served


@pytest.fixture(scope="module")
def exported(house: Served) -> bytes:
    return house.client("organizer").get(f"/organizer{house.here}/set-up.json").content


def test_the_guides_own_file_goes_along(house: Served, exported: bytes) -> None:
    assert read(exported).source == SAMPLE.read_bytes()
    named = changed(exported, put("guide_file", "name", value="../x/Müller\n.pdf"))
    id_ = int(bring(house, named).headers["location"].split("/")[-2])
    assert house.ask(source_of(house.house.store, id_)) == SAMPLE.read_bytes()
    prepared = house.ask(one(house.house.store, id_, (1,))).preparation
    assert prepared.file_name == "Müller.pdf"
    again = house.client("organizer").get(f"/organizer/preparations/{id_}/set-up.json").content
    assert (
        read(again).source == SAMPLE.read_bytes() and json.loads(again)["guide_file"]["name"] == "Müller.pdf"
    )


def test_a_file_of_before_without_the_guides_own_is_read_as_ever(house: Served, exported: bytes) -> None:
    old = changed(exported, lambda whole: whole.pop("guide_file"))
    assert read(old) == replace(read(exported), source=b"", file_name="")
    assert bring(house, old).status_code == 303


@pytest.mark.parametrize("wild", ["", "%", 7, None, "QUJD" * (7 * 1024 * 1024)], ids=range(5))
def test_a_guides_file_that_is_none_is_refused(exported: bytes, wild: object) -> None:
    whole = put("guide_file", value={"name": "x.pdf", "base64": wild})
    if wild == "":
        assert read(changed(exported, whole)).source == b""
        return
    with pytest.raises(NotASetUp):
        read(changed(exported, whole))
