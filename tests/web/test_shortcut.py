"""The shortcut finds for every path what all routes together would have found."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.routing import Match, Route

from app.main import create_app
from app.settings import Settings
from app.web.shapes import Shapes
from app.web.shortcut import Shortcut


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    return create_app(Settings(data=tmp_path_factory.mktemp("data")))


def test_every_route_is_found_as_its_place_in_the_list_says(app: FastAPI) -> None:
    shortcut = Shortcut(app, app.routes)
    paths = [re.sub(r"\{[^}]*\}", "7", route.path) for route in app.routes if isinstance(route, Route)]
    for method in ("GET", "HEAD", "POST", "DELETE"):
        for path in [*paths, *(f"{path}/" for path in paths), "/static/7/app.css", "/nowhere", ""]:
            scope: dict[str, Any] = {"type": "http", "method": method, "path": path, "headers": []}
            slow = next((one for one in app.routes if one.matches(dict(scope))[0] is Match.FULL), None)
            assert shortcut.route_of(dict(scope)) is (slow if isinstance(slow, Route) else None), path


def test_a_word_of_a_pattern_comes_before_a_name_only_where_it_stands_before_it() -> None:
    named, word = ("GET", "/a/{b}/{c}", "any"), ("GET", "/a/{b}/text", "text")
    assert list(Shapes([named, word]).of("GET", "/a/1/text")) == ["any", "text"]
    assert list(Shapes([word, named]).of("GET", "/a/1/text")) == ["text", "any"]
    assert list(Shapes([word, named]).of("GET", "/a/1/else")) == ["any"]
    assert list(Shapes([word, named]).of("POST", "/a/1/text")) == []
