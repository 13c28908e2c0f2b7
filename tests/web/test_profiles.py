"""Profiles over HTTP: the public part for everyone, where a delegation stands, what it did, its own notes."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx
import pytest

from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.saying import sentences

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def played(served: Served) -> Afternoon:
    """A committee after an afternoon."""
    afternoon = Afternoon(served)
    afternoon.play()
    return afternoon


def shown(served: Served, key: str, role: str = "observer", seat: str = "") -> str:
    answer = served.client(role, seat).get(f"{served.here}/profiles/{key}", headers=HTML)
    assert answer.status_code == 200
    return answer.text


def save(played: Afternoon, place: int = 0, **given: Any) -> httpx.Response:
    """Save notes as the delegation in this place."""
    client = played.served.client("delegate", played.seats[place])
    return client.post(f"{played.served.here}/notes", json={"command_id": "a" * 16, **given})


def test_everyone_reads_position_place_papers_votes_and_speeches(played: Afternoon) -> None:
    served, key = played.served, played.seats[0]
    for role in ("observer", "chair", "organizer"):
        page = shown(served, key, role)
        assert "Position in the guide" in page and "Nearest by the words of the guide" in page
        assert f"{served.here}/papers/WP-1" in page and f"{served.here}/votes/" in page
        assert ">Speeches<" in page and "in the general debate" in page
        assert "Our notes" not in page


def test_a_private_paper_stands_in_the_profile_for_its_readers_only(played: Afternoon) -> None:
    served = played.served
    played.seat(2, "/papers", title="Echidna")
    author = played.seats[2]
    assert "Echidna" in shown(served, author, "delegate", author)
    assert "Echidna" in shown(served, author, "chair")
    for role, seat in (("observer", ""), ("organizer", ""), ("delegate", played.seats[4])):
        assert "Echidna" not in shown(served, author, role, seat), role


def test_a_delegation_without_words_is_said_to_have_too_little_and_a_stranger_is_nobody(
    played: Afternoon,
) -> None:
    served = played.served
    assert served.client("observer").get(f"{served.here}/profiles/atlantis").status_code == 404
    standing = served.client("observer").get(f"{served.here}/standing", headers=HTML).text
    assert "not who agrees" in standing and "Counted from the words of the study guide" in standing
    assert standing.count('<tr id="near-') == len(served.house.directory(served.committee).standing.order)


def test_the_profile_says_as_what_a_delegation_sits_now(played: Afternoon) -> None:
    served = played.served
    key = served.members()[-1]
    assert "Member." in shown(served, key)
    number = served.do("organizer", f"/seats/{key}/rights", kind="observer", procedural=True)
    assert "Observer." in shown(served, key) and "Member." not in shown(served, key)
    served.do("chair", f"/acts/{number}/undoing")
    assert "Member." in shown(served, key)


def test_notes_are_kept_and_come_back_to_their_own_seat(played: Afternoon) -> None:
    served, seat = played.served, played.seats[0]
    first = save(played, notes="Ask about numbats", speech="Thank the chair", version="0")
    assert first.status_code == 200 and first.json()["version"] == 1
    page = shown(served, seat, "delegate", seat)
    assert "Ask about numbats</textarea>" in page and "Thank the chair</textarea>" in page
    assert "numbats" not in shown(served, seat, "delegate", played.seats[1])
    assert "Thank the chair" in served.client("delegate", seat).get(f"{served.here}/seat", headers=HTML).text


def test_two_devices_of_a_seat_do_not_overwrite_each_other(played: Afternoon) -> None:
    served, seat = played.served, played.seats[3]
    assert save(played, 3, notes="From the laptop", speech="", version="0").status_code == 200
    late = save(played, 3, notes="From the phone", speech="", version="0")
    assert late.status_code == 409 and sentences(late)
    plain = served.client("delegate", seat).post(
        f"{served.here}/notes", data={"notes": "From the phone", "speech": "", "version": "0"}, headers=HTML
    )
    assert plain.status_code == 409
    assert "From the phone</textarea>" in plain.text and "From the laptop</blockquote>" in plain.text
    assert 'name="version" value="1"' in plain.text, "the next save goes on from what is kept"
    assert "From the laptop</textarea>" in shown(served, seat, "delegate", seat)


def test_notes_that_do_not_fit_are_refused_in_words(played: Afternoon) -> None:
    answer = save(played, 4, notes="x" * 20_001, speech="", version="0")
    assert answer.status_code == 422 and sentences(answer)
    assert save(played, 4, notes="Zeile\u0000\r\nzwei", speech="", version="0").status_code == 200
    seat = played.seats[4]
    assert "Zeile\nzwei</textarea>" in shown(played.served, seat, "delegate", seat)


def test_only_a_delegation_keeps_notes(played: Afternoon) -> None:
    served = played.served
    before = [line for line in served.dump() if "own_note" in line]
    for role in ("chair", "assistant", "organizer", "observer", "projector", "lobby", "nobody"):
        answer = served.client(role).post(f"{served.here}/notes", json={"notes": "x", "version": "0"})
        assert answer.status_code in (401, 403), role
    assert [line for line in served.dump() if "own_note" in line] == before
