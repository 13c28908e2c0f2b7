"""A draft that lost its sponsors, over HTTP: who reads it, what is written on, what the minutes say."""

from __future__ import annotations

from tests.afternoon import Afternoon
from tests.served import Served

PAPER = "/papers/WP-1"


def test_a_fallen_draft_is_written_on_from_the_text_that_the_committee_had(served: Served) -> None:
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.writes, afternoon.amends):
        scene()
    sponsor, other, outside = (served.client("delegate", afternoon.seats[place]) for place in (0, 1, 5))
    stranger = served.client("delegate", served.members()[8])
    assert stranger.get(served.here + PAPER).status_code == 200
    page = other.get(served.here + PAPER, headers={"Accept": "text/html"}).text
    assert "With fewer than 2 sponsors it goes back to its writers" in page
    afternoon.seat(1, PAPER + "/departures")

    assert stranger.get(served.here + PAPER).status_code == 404, "a working paper is private again"
    minutes = stranger.get(served.here + "/minutes", headers={"Accept": "text/html"}).text
    assert "DR 1.1 fell: it has 1 of the 2 sponsors that it needs." in minutes

    text = sponsor.get(served.here + PAPER).json()
    assert text["document"]["clauses"][-1]["text"] == afternoon.words["amended"], "as it was amended"
    afternoon.text(0, version=text["version"], edit="add", kind="operative", opening="Urges", text="patience")
    afternoon.seat(0, PAPER + "/readers", reader=served.members()[8])
    served.do("delegate", PAPER + "/sponsors", served.members()[8])
    afternoon.seat(0, PAPER + "/submission")
    afternoon.chair(PAPER + "/approval")
    back = outside.get(served.here + PAPER).json()["document"]["clauses"]
    assert [clause["text"] for clause in back[-2:]] == [afternoon.words["amended"], "patience"]
    paper = served.room().floor.papers.get("WP-1")
    assert paper is not None
    assert (paper.symbol, paper.fallen) == ("DR 1.2", ("DR 1.1",))
