"""P-21: after a backup was restored, a browser that had seen more shows what is there now."""

from __future__ import annotations

import json
from pathlib import Path

import httpx2 as httpx

from app.keeping.backups import Place, back_up, restore
from tests.live.browser import ModelBrowser
from tests.served import Served

CHANNELS = ("public", "dais", "projector")


def poll(browser: ModelBrowser, client: httpx.Client, here: str) -> int:
    """The browser says what it has and takes what differs; returns how many frames that was.

    What it holds then is what the heartbeat says that there is.
    """
    answer = client.get(f"{here}/live", params={"have": json.dumps(browser.have())})
    assert answer.status_code == 200, answer.text
    *frames, beat = answer.json()
    for frame in (*frames, beat):
        browser.hear(json.dumps(frame))
    assert browser.says == []
    assert {name: browser.version(name) for name in CHANNELS} == beat["beat"]
    return len(frames)


def test_p21_a_browser_that_was_ahead_converges(tmp_path: Path) -> None:
    place = Place("", tmp_path / "data")
    ahead = ModelBrowser(CHANNELS)
    with Served(place.data) as served:
        chair, here = served.client("chair", "dais-1"), served.here
        served.do("chair", "/roll-calls", "dais-1")
        poll(ahead, chair, here)
        file, contents = back_up(place)
        served.do("chair", "/roll-call/statuses", "dais-1", seat=served.members()[0], status="present")
        served.do("chair", "/roll-call/all-present", "dais-1")
        served.do("chair", "/roll-call/closure", "dais-1")
        poll(ahead, chair, here)
        cookies, seen = dict(chair.cookies), ahead.screen("dais")
    restore(file, place, force=True)
    with Served(place.data) as served:
        assert served.head()[0] == contents.committees[0].acts
        with served.nobody() as again:
            again.cookies.update(cookies)
            assert poll(ahead, again, here) == len(CHANNELS), "what it had of each is over"
            assert poll(ahead, again, here) == 0, "and then it has what there is"
            fresh = ModelBrowser(CHANNELS)
            poll(fresh, again, here)
            for channel in CHANNELS:
                assert ahead.screen(channel) == fresh.screen(channel), channel
            assert ahead.screen("dais") != seen
            answer = again.post(f"{here}/roll-call/all-present", json={"command_id": "0" * 32})
            assert answer.status_code == 200, "and the committee goes on"
