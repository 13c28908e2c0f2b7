"""One channel: its frames lead from one state to the next, and say what is gone."""

from __future__ import annotations

import json

from app.live.channels import Channel, region_digest, version
from tests.live.room import NOON, DemoScreens, Floor


def test_a_frame_says_from_which_state_it_leads_to_which() -> None:
    screens = DemoScreens()
    stamp = {"now": NOON, "build": "b"}
    channel: Channel[Floor] = Channel("public", "en", screens.html, lambda: stamp)
    assert channel.show(screens.views(Floor(), "public", "en")) is not None
    was = channel.version
    frame = channel.show(screens.views(Floor(speaking="Ghana", received=2), "public", "en"))
    assert frame is not None
    html = {"now": '<h2 id="now-h">Speaking: Ghana</h2>', "tally": "<p>2 in</p>"}
    assert json.loads(frame.text) == {
        "channel": "public",
        "was": was,
        "is": version(region.digest for region in channel.regions.values()),
        "now": NOON,
        "build": "b",
        "regions": html,
        "digests": {name: region_digest(name, text) for name, text in html.items()},
    }


def test_a_region_that_is_no_more_is_empty_and_without_digest() -> None:
    screens = DemoScreens()
    channel: Channel[Floor] = Channel("public", "en", screens.html, dict)
    channel.show(screens.views(Floor(received=2), "public", "en"))
    had = {name: region.digest for name, region in channel.regions.items()}
    frame = channel.show(screens.views(Floor(), "public", "en"))
    assert frame is not None
    assert json.loads(frame.text)["regions"] == {"tally": ""}
    assert json.loads(frame.text)["digests"] == {}
    behind = channel.difference(had)
    assert behind is not None
    assert json.loads(behind.text) == json.loads(frame.text)


def test_equal_views_and_equal_html_send_nothing() -> None:
    screens = DemoScreens()
    channel: Channel[Floor] = Channel("public", "en", lambda view, locale: "<p></p>", dict)
    assert channel.show(screens.views(Floor(), "public", "en")) is not None
    assert channel.show(screens.views(Floor(), "public", "en")) is None
    assert channel.show(screens.views(Floor(speaking="Ghana"), "public", "en")) is None


def test_a_digest_is_of_the_name_too_and_the_version_of_nothing_is_zero() -> None:
    assert region_digest("now", "<p></p>") != region_digest("list", "<p></p>")
    assert version(()) == "0" * 16


def test_what_comes_back_with_the_same_state_gets_the_same_frame() -> None:
    screens = DemoScreens()
    channel: Channel[Floor] = Channel("public", "en", screens.html, dict)
    channel.show(screens.views(Floor(), "public", "en"))
    assert channel.whole() is channel.whole()
    assert channel.difference({}) is channel.difference({})
    channel.show(screens.views(Floor(speaking="Ghana"), "public", "en"))
    for frame in (channel.whole(), channel.difference({})):
        assert frame is not None
        assert "Ghana" in frame.text
