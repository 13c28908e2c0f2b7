"""Two organizers confirm newer guides of one committee at once: one wins, the other is told, none is lost."""

from __future__ import annotations

import threading
from html import unescape

import httpx2 as httpx

from tests.served import Served
from tests.store.places import Place, place
from tests.web.preparing_road import page, send, version
from tests.web.test_newer_guide import load, newer

__all__ = ["place"]
OWN = {"first": b"Many Ghanaians have come home", "second": b"Some Ghanaians have stayed abroad"}
"""What the guide of each organizer says of Ghana."""


def confirmed_at_once(
    organizers: dict[str, httpx.Client], roads: dict[str, str], seen: dict[str, str]
) -> dict[str, httpx.Response]:
    """Both press at the same moment; returns their answers."""
    ready, answers = threading.Barrier(len(organizers)), dict[str, httpx.Response]()

    def press(name: str) -> None:
        ready.wait(30)
        answers[name] = send(
            organizers[name], f"{roads[name]}/changes", version=seen[name], chosen=["jamaica"]
        )

    threads = [threading.Thread(target=press, args=(name,)) for name in organizers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


def test_of_two_newer_guides_one_is_confirmed_and_the_other_is_looked_at_again(place: Place) -> None:
    with Served(place.data, database_url=place.url) as served:
        organizers = {name: served.joined(served.code("organizer")) for name in OWN}
        ghana = served.client("delegate", "ghana")
        guides = {name: newer().replace(OWN["first"], said) for name, said in OWN.items()}
        roads = {name: load(organizers[name], served.committee, guides[name]) for name in OWN}
        seen = {name: version(organizers[name], f"{road}/changes") for name, road in roads.items()}
        answers = confirmed_at_once(organizers, roads, seen)
        assert sorted(answer.status_code for answer in answers.values()) == [200, 409], answers
        (won,), (lost,) = (
            [name for name, one in answers.items() if one.status_code == code] for code in (200, 409)
        )
        told = unescape(answers[lost].text)
        assert "another window" in told or "Another organizer" in told
        assert OWN[won].decode() in page(ghana, f"{served.here}/profiles/ghana")
        assert not served.room().floor.seats["jamaica"].closed

        again = page(organizers[lost], f"{roads[lost]}/changes")
        assert 'id="position-ghana"' in again and 'id="come-jamaica"' not in again, (
            "it is compared with what won"
        )
        late = version(organizers[lost], f"{roads[lost]}/changes")
        assert send(organizers[lost], f"{roads[lost]}/changes", version=late).status_code == 303
        assert OWN[lost].decode() in page(ghana, f"{served.here}/profiles/ghana")
        for client in organizers.values():
            client.close()


def test_one_newer_guide_that_two_confirm_at_once_counts_once(place: Place) -> None:
    with Served(place.data, database_url=place.url) as served:
        organizers = {name: served.joined(served.code("organizer")) for name in OWN}
        road = load(organizers["first"], served.committee, newer())
        seen = version(organizers["first"], f"{road}/changes")
        before = served.head()[0] if not place.url else served.room().floor.number
        answers = confirmed_at_once(organizers, dict.fromkeys(OWN, road), dict.fromkeys(OWN, seen))
        codes = sorted(answer.status_code for answer in answers.values())
        assert codes in ([200, 409], [200, 303]), "the second is told, or led to what was done"
        assert served.room().floor.number == before + 1, "one seat came, once"
        for client in organizers.values():
            client.close()
