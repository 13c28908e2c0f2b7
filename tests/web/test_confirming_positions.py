"""A position that was inferred: for the dais and the organizers alone until one of them confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

import httpx2 as httpx
import pytest

from app.blueprints import of_guide
from app.confirmations import confirmed
from app.directories import load_guide
from app.founding import RULEBOOK, found
from app.invitations import Invited, invite
from delegations.study_guides.guide import Citation, Stakeholder, TopicPosition
from tests.preparing.guides import GUIDE
from tests.served import Served

HTML = {"Accept": "text/html"}
FIRST, SECOND = TopicPosition("", "Wants open ports.", 4, 50), TopicPosition("", "Fears slow ferries.", 4, 51)
TOGETHER = Stakeholder(
    "Chad/Mali", "Chad, Mali", "countries", None, (FIRST, SECOND), ("TD", "ML"), ("Chad", "Mali"),
    (Citation("Port Watch, 2020"),), 4, 50, "inferred",
)  # fmt: skip


@dataclass
class Council:
    """A committee of the small guide, with its codes."""

    served: Served
    id: int
    codes: tuple[Invited, ...]

    def client(self, role: str, seat: str = "") -> httpx.Client:
        code = next(o.code for o in self.codes if o.post.role == role and seat in ("", o.post.seat_key))
        return self.served.joined(code)

    def profile(self, client: httpx.Client, key: str) -> str:
        answer = client.get(f"/committees/{self.id}/profiles/{key}", headers=HTML)
        assert answer.status_code == 200
        return unescape(answer.text)

    def press(self, client: httpx.Client, key: str, **given: str) -> httpx.Response:
        return client.post(f"/committees/{self.id}/profiles/{key}/positions", data=given, headers=HTML)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Council]:
    guide = replace(GUIDE, stakeholders=(*GUIDE.stakeholders, TOGETHER))
    with Served(tmp_path_factory.mktemp("data")) as served:
        store = served.house.store
        id_ = served.ask(found(store, of_guide(guide, b"a guide", RULEBOOK), 1)).committee
        yield Council(served, id_, served.ask(invite(store, served.house.access, id_, organizer=False)))


def mark(page: str, text: str) -> str:
    """The mark of the position that says `text`."""
    parts = page.split('id="doubtful-')[1:]
    return next(re.split('"', part)[0] for part in parts if text in part)


def test_a_confirmed_position_is_everybodys_at_once(council: Council) -> None:
    chair, observer = council.client("chair", "dais-1"), council.client("observer")
    shown = council.profile(chair, "peru")
    assert "Receives many who moved." in shown and "until one of them confirms it" in shown
    assert "Receives many" not in council.profile(observer, "peru")
    of = mark(shown, "Receives many")
    for other in (observer, council.client("delegate", "peru")):
        assert council.press(other, "peru", of=of).status_code == 403
    assert council.press(chair, "peru", of=of).status_code == 303
    assert "Receives many who moved." in council.profile(observer, "peru")
    assert "doubtful-" not in council.profile(chair, "peru")
    again = council.press(chair, "peru", of=of, text="Typed too late")
    assert again.status_code == 409 and "Typed too late" in again.text and "confirmed" in again.text
    guide = council.served.ask(load_guide(council.served.house.store, council.id))
    assert guide and next(one for one in guide.stakeholders if one.iso2 == "PE").confidence == "confirmed"


def test_a_corrected_position_is_published_for_all_whose_heading_it_is_and_the_rest_waits(
    council: Council,
) -> None:
    organizer, observer = council.served.client("organizer"), council.client("observer")
    shown = council.profile(organizer, "chad")
    assert "published for them too: Mali" in shown
    of = mark(shown, "open ports")
    empty = council.press(organizer, "chad", of=of, text="  ")
    assert empty.status_code == 422 and "needs words" in empty.text
    long = council.press(organizer, "chad", of=of, text="x" * 20_001)
    assert long.status_code == 422 and "x" * 20_001 in long.text, "what was typed stays in the field"
    assert council.press(organizer, "chad", of=of, text="Wants open\r\nports now.").status_code == 303
    for key in ("chad", "mali"):
        page = council.profile(observer, key)
        assert "Wants open\nports now." in page and "slow ferries" not in page
        assert "Port Watch, 2020" in page
        assert "slow ferries" in council.profile(organizer, key)


def test_only_what_was_meant_is_confirmed() -> None:
    after = confirmed(replace(GUIDE, stakeholders=(TOGETHER, *GUIDE.stakeholders)), SECOND, "Fears none.")
    sure, doubtful, *rest = after.stakeholders
    assert (sure.position, sure.confidence) == ("Fears none.", "confirmed")
    assert (doubtful.positions, doubtful.confidence) == ((FIRST,), "inferred")
    assert tuple(rest) == GUIDE.stakeholders
    assert confirmed(GUIDE, GUIDE.stakeholders[0].positions[0], "Nothing else.") == GUIDE
