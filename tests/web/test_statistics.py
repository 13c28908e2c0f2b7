"""Statistics over HTTP: who may see them, what a file of a picture holds, and the pages for the schools."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pypdfium2
import pytest

from tests.afternoon import Afternoon
from tests.served import Served

PICTURES = ("ribbon", "spoken", "shares", "motions", "alike", "attendance")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afternoon]:
    """A served committee after its afternoon."""
    with Served(tmp_path_factory.mktemp("data")) as served:
        afternoon = Afternoon(served)
        afternoon.play()
        yield afternoon


def page(played: Afternoon, role: str, path: str, seat: str = "") -> tuple[int, bytes]:
    """Status and body of a page of the committee."""
    client = played.served.client(role, seat)
    answer = client.get(played.served.here + path, headers={"accept": "text/html"})
    return answer.status_code, answer.content


def rows(data: bytes) -> list[list[str]]:
    """The rows of a CSV, its head first."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_dais_sees_all_and_a_delegation_only_its_own(played: Afternoon) -> None:
    first, second = played.seats[:2]
    for path in ("/statistics", "/statistics/pictures/spoken.csv", "/statistics/delegations.pdf"):
        assert page(played, "chair", path, "dais-1")[0] == 200
        assert page(played, "delegate", path, first)[0] == 403
        assert page(played, "organizer", path)[0] == 403
    speeches = [
        rows(page(played, "delegate", "/statistics/mine.csv", seat)[1])[2][1] for seat in (first, second)
    ]
    assert speeches == ["2", "0"]
    assert page(played, "chair", "/statistics/mine", "dais-1")[0] == 403


@pytest.mark.parametrize("key", PICTURES)
def test_each_picture_is_a_file_that_stands_alone(played: Afternoon, key: str) -> None:
    status, drawing = page(played, "chair", f"/statistics/pictures/{key}.svg", "dais-1")
    assert status == 200
    tree = ElementTree.fromstring(drawing)
    assert [one.tag.rpartition("}")[2] for one in tree][:3] == ["title", "desc", "style"]
    known = set(re.findall(r"\.([a-z0-9-]+)", tree[2].text or ""))
    used = {
        name for one in tree.iter() for name in one.get("class", "").split() if not name.startswith("pic")
    }
    assert used - {"num", "gauge"} <= known, "a class of the drawing has no rule in the file"
    assert b"var(" not in drawing and b"href" not in drawing
    assert page(played, "chair", f"/statistics/pictures/{key}.png", "dais-1")[1].startswith(b"\x89PNG")
    assert len(rows(page(played, "chair", f"/statistics/pictures/{key}.csv", "dais-1")[1])) > 1


def test_a_result_is_a_picture_and_a_table_to_take_along(played: Afternoon) -> None:
    adopted = played.served.room().floor.votes.past[-1]
    here = f"/votes/{adopted.number}/result"
    status, table = page(played, "delegate", f"{here}.csv", played.seats[0])
    assert status == 200 and len(rows(table)) == len(adopted.order) + 1
    ElementTree.fromstring(page(played, "delegate", f"{here}.svg", played.seats[0])[1])
    assert page(played, "delegate", f"{here}.png", played.seats[0])[1].startswith(b"\x89PNG")
    assert page(played, "delegate", "/votes/1/result.svg", played.seats[0])[0] == 404
    by_hands = next(vote for vote in played.served.room().floor.votes.past if vote.hands)
    counted = rows(page(played, "chair", f"/votes/{by_hands.number}/result.csv", "dais-1")[1])
    assert ["Yes", "6"] in counted and len(counted) < len(by_hands.order)


def test_the_map_of_a_text_is_taken_along_by_whoever_may_read_it(played: Afternoon) -> None:
    (paper,) = (one for one in played.served.room().floor.papers.papers if one.stage == "adopted")
    here = f"/papers/{paper.key}/map"
    status, table = page(played, "delegate", f"{here}.csv", played.seats[0])
    assert status == 200 and any("amended by" in row[-1] for row in rows(table)), rows(table)
    drawing = page(played, "observer", f"{here}.svg")[1]
    ElementTree.fromstring(drawing)
    assert b"href" not in drawing and b"var(" not in drawing
    assert page(played, "chair", f"{here}.png", "dais-1")[1].startswith(b"\x89PNG")
    assert page(played, "chair", f"{here}.pdf", "dais-1")[0] == 404
    assert page(played, "projector", f"{here}.svg")[0] == 403
    assert page(played, "delegate", "/papers/none/map.svg", played.seats[0])[0] == 404
    assert 'id="map"' in page(played, "delegate", f"/papers/{paper.key}", played.seats[0])[1].decode()


def test_the_pictures_tell_what_the_minutes_tell(played: Afternoon) -> None:
    room = played.served.room().floor
    table = rows(page(played, "chair", "/statistics/pictures/spoken.csv", "dais-1")[1])
    assert sum(int(row[1]) for row in table[1:]) == len(room.speeches.heard) == 2
    motions = rows(page(played, "chair", "/statistics/pictures/motions.csv", "dais-1")[1])
    assert sum(int(row[1]) for row in motions[1:]) == len(room.motions.decided)
    shown = page(played, "chair", "/statistics", "dais-1")[1].decode()
    for vote in room.votes.past:
        assert f'href="{played.served.here}/votes/{vote.number}"' in shown
    assert "Speaking time is not quality" in shown


def test_each_school_gets_a_page_and_a_delegation_its_own(played: Afternoon) -> None:
    whole = pypdfium2.PdfDocument(page(played, "chair", "/statistics/delegations.pdf", "dais-1")[1])
    seats = [seat for seat in played.served.room().floor.seats.values() if not seat.is_dais]
    assert len(whole) >= len(seats)
    own = pypdfium2.PdfDocument(page(played, "delegate", "/statistics/mine.pdf", played.seats[0])[1])
    text = own[0].get_textpage().get_text_range()
    names = played.served.ask(_names(played))
    assert len(own) == 1 and names[played.seats[0]] in text
    assert not any(names[seat] in text for seat in played.seats[1:4])
    assert "DR 1.1" in text


async def _names(played: Afternoon) -> dict[str, str]:
    served = played.served
    return {key: one.name for key, one in served.house.directory(served.committee).entries.items()}


def test_organizers_see_sums_of_committees_and_no_delegation(played: Afternoon) -> None:
    client = played.served.client("organizer")
    (head, *found) = rows(client.get("/organizer/statistics.csv").content)
    floor = played.served.room().floor
    ours = dict(zip(head, found[0], strict=True))
    assert int(ours["Speeches"]) == len(floor.speeches.heard) and ours["Adopted"] == "1"
    shown = client.get("/organizer/statistics", headers={"accept": "text/html"}).text
    names = played.served.ask(_names(played))
    assert not any(f">{name}<" in shown for name in names.values())
    assert played.served.client("chair", "dais-1").get("/organizer/statistics").status_code == 403


def test_no_cell_of_a_file_is_a_formula(tmp_path_factory: pytest.TempPathFactory) -> None:
    from app.screens.pictures.files import as_csv
    from app.screens.pictures.picture import NOTHING, Picture
    from delegations.tables import is_formula

    shown = Picture(
        "x", "x", "x", NOTHING, ("a",), tuple((cell,) for cell in ("=1+1", "+1", "-1", "@a", "\tb"))
    )
    cells = [row[0] for row in rows(as_csv(shown))[1:]]
    assert not any(map(is_formula, cells)) and all("'" in cell for cell in cells[:4])


def test_a_picture_that_is_none_is_refused_in_words(played: Afternoon) -> None:
    for path in ("nothing.svg", "spoken.exe"):
        status, said = page(played, "chair", f"/statistics/pictures/{path}", "dais-1")
        assert status == 404 and b"no such picture" in said
