"""Who stands near whom is worked out when the guide or the roster changes, not when names are read again."""

from __future__ import annotations

import pytest

from tests.served import Served


def test_names_read_again_keep_who_stands_near_whom(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    before = served.house.directory(served.room().committee_id)
    monkeypatch.setattr("app.directories.texts_of", lambda *_, **__: pytest.fail("gathered again"))
    served.ask(served.house.beside.read_names(served.committee))
    after = served.house.directory(served.committee)
    assert after is not before and after.standing is before.standing
