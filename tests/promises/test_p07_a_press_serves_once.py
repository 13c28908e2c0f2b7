"""P-07 and P-05 at the edge: a press counts once however often it is sent, and serves nothing else."""

from __future__ import annotations

import secrets
from typing import Any

from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.saying import sentences


class Stammering(Afternoon):
    """An afternoon of people who press twice: the same press again, and then with something else in it."""

    def _do(self, role: str, path: str, seat: str, /, **given: Any) -> int:
        press = secrets.token_hex(8)
        first = self.served.act(role, path, seat, command_id=press, **given)
        assert first.status_code == 200, (path, given, first.text)
        head = self.served.head()
        again = self.served.act(role, path, seat, command_id=press, **given)
        assert (again.status_code, again.json()["recorded"]) == (200, first.json()["recorded"])
        other = {**given, "insist": "Another reason"}
        reused = self.served.act(role, path, seat, command_id=press, **other)
        assert reused.status_code == 422, (path, reused.text)
        assert [one["rule"] for one in reused.json()["refused"]] == ["command_id.reused"]
        assert sentences(reused)
        assert self.served.head() == head, path
        return int(first.json()["recorded"])


def test_p07_every_act_of_an_afternoon_counts_once_and_its_press_serves_nothing_else(
    served: Served,
) -> None:
    Stammering(served).play()
    paper = served.room().floor.papers.get("WP-1")
    assert paper is not None and paper.stage == "adopted"
