"""What another process kept of a clause is told as what differs, deletions too, and nothing else."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import Any

from pycrdt import Doc, Text

from app.shared_text.news import news_since
from app.shared_text.rows import Shared
from app.shared_text.words import Words, reworded, seeded

WAS = Shared("aa", seeded(Words("Urges", "states to act in time", "")))


def told(before: dict[str, Shared], now: dict[str, Shared]) -> list[dict[str, Any]]:
    return [json.loads(news.text) for news in news_since(before, now)]


def read(*updates: bytes) -> str:
    doc: Doc[Any] = Doc()
    for update in updates:
        doc.apply_update(update)
    return str(doc.get("text", type=Text))


def test_what_differs_is_told_and_merges_however_often_it_comes() -> None:
    for words in ("states to act in good time", "states to act", "", "all states to act now"):
        now = Shared("aa", reworded(WAS.state, Words("Urges", words, "")))
        (news,) = told({"c1": WAS, "c2": WAS}, {"c1": now, "c2": WAS})
        update = b64decode(news["update"])
        assert (news["clause"], news["seed"]) == ("c1", "aa")
        assert read(WAS.state, update, update) == words
        assert len(update) < len(now.state), "what they have is not sent again"


def test_a_text_that_began_anew_comes_whole_and_one_that_is_gone_says_nothing() -> None:
    anew = Shared("bb", seeded(Words("Urges", "nobody", "")))
    (news,) = told({"c1": WAS}, {"c1": anew})
    assert news["seed"] == "bb" and read(b64decode(news["update"])) == "nobody"
    assert told({"c1": WAS}, {}) == told({"c1": WAS}, {"c1": WAS, "c9": WAS}) == []
