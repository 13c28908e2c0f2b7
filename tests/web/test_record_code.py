"""The code of the record: one rule says when it is shown, in the minutes and on the copy on paper alike."""

from __future__ import annotations

import re

from app.words import head_code
from tests.afternoon import Afternoon
from tests.served import Served

CODE = r'class="headcode num">([^<]+)<'


def test_while_a_vote_is_open_nobody_is_shown_the_code_of_the_record(served: Served) -> None:
    afternoon = Afternoon(served)
    clients = [
        served.client("chair", "dais-1"),
        served.client("delegate", "ghana"),
        served.client("organizer"),
    ]

    def shown() -> list[str]:
        pages = [
            client.get(f"{served.here}/minutes", headers={"Accept": "text/html"}).text for client in clients
        ]
        assert all(("not shown" in text) != bool(re.search(CODE, text)) for text in pages)
        return [code for text in pages for code in re.findall(CODE, text)]

    afternoon.opens()
    assert shown() == [head_code(served.head()[1])] * len(clients)
    moved = afternoon.seat(2, "/motions", kind="unmoderated_caucus", total_seconds=600)
    afternoon.chair("/votes", about="motion", subject=str(moved), mode="devices")
    assert served.room().floor.votes.now is not None
    assert shown() == []
