"""P-35: a receipt says that a ballot counts, never how."""

from __future__ import annotations

import re

from app.ballot_box import BATCH
from tests.served import Served


def test_p35_the_receipt_is_the_same_whatever_was_chosen_and_the_page_says_only_that_it_counts(
    served: Served,
) -> None:
    for path in ("/roll-calls", "/meeting/opening"):
        served.act("chair", path, "dais-1")
    served.do("chair", "/roll-call/all-present", "dais-1")
    served.do("chair", "/roll-call/closure", "dais-1")
    seats = served.members()
    served.do("chair", "/elections", "dais-1", office="Rapporteur", candidates=seats[:3])
    number = served.room().floor.elections.now.number  # type: ignore[union-attr]
    ballots = [[seats[0]], [seats[1]], [""], [seats[2]], [seats[0]], [seats[1]]]
    receipts, pages = [], []
    for seat, choice in zip(seats, ballots, strict=False):
        answer = served.act("delegate", f"/elections/{number}/ballots", seat, candidates=choice)
        assert answer.status_code == 200, answer.text
        receipts.append(_without_times(answer.text))
    assert set(receipts[: BATCH - 1]) == {receipts[0]} and "held" in receipts[0]
    assert "counted" in receipts[BATCH - 1] and receipts[BATCH] == receipts[0]
    for seat, choice in zip(seats[:BATCH], ballots, strict=False):
        again = served.act("delegate", f"/elections/{number}/ballots", seat, candidates=choice)
        other = served.act("delegate", f"/elections/{number}/ballots", seat, candidates=[seats[2]])
        assert _without_times(again.text) == _without_times(other.text)
        page = served.client("delegate", seat).get(f"{served.here}/seat", headers={"Accept": "text/html"})
        pages.append(_region(page.text, f"seat:{seat}/ballot"))
    assert len(set(pages)) == 1 and "Your ballot counts" in pages[0]
    nothing = served.act("delegate", f"/elections/{number}/ballots", seats[7])
    assert nothing.json()["refused"][0]["rule"] == "election.nothing_chosen"
    assert served.act("chair", f"/elections/{number}/ballots", "dais-1", candidates=[""]).status_code == 403
    served.do("chair", f"/elections/{number}/closure", "dais-1")


def _without_times(text: str) -> str:
    return re.sub(r'"at":\d+', "", text)


def _region(page: str, name: str) -> str:
    """The HTML of one region of a page, from its name to the next region."""
    return page.partition(f'data-region="{name}"')[2].partition("data-region=")[0].partition(">")[2]
