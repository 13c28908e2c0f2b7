"""P-42 by Schemathesis: requests made up from the OpenAPI document break nothing and get a sentence."""

from __future__ import annotations

import json
import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode

from app.main import TITLE
from app.web.openapi import ANSWERS, openapi_paths
from tests.afternoon import Afternoon
from tests.served import Served
from tests.web.saying import LONGEST

DOCUMENT = {"openapi": "3.1.0", "info": {"title": TITLE, "version": "1"}, "paths": openapi_paths()}
SCHEMA: Any = schemathesis.openapi.from_dict(DOCUMENT)
OPERATIONS = {one.ok().path: one.ok() for one in SCHEMA.get_all_operations()}
EXPECTED = {int(status) for status in ANSWERS} | {404}
"""404: a path that no route has comes of names with slashes or dots in them."""
CHAIR = ("chair", "dais-1")


@pytest.fixture(scope="module")
def debating(served: Served) -> Afternoon:
    """A committee in debate, with a motion, papers and a past vote."""
    afternoon = Afternoon(served)
    for scene in (afternoon.opens, afternoon.debates, afternoon.caucuses, afternoon.writes):
        scene()
    return afternoon


def answered(served: Served, case: Case[Any], who: tuple[str, str]) -> int:
    """Send a case; it is answered, in words where it is refused."""
    case.path_parameters["committee"] = served.committee
    client = served.client(*who)
    body = None if not isinstance(case.body, (dict, list, str, int, float, bool, type(None))) else case.body
    try:
        content = json.dumps(body).encode()
        address = case.formatted_path
        answer = client.post(address, content=content, headers={"Content-Type": "application/json"})
    except (ValueError, UnicodeError, TypeError):
        return 0  # no request can be made of it
    assert answer.status_code in EXPECTED, (address, body, answer.status_code, answer.text)
    if answer.status_code not in (200, 404):
        told = [one["sentence"] for one in answer.json()["refused"]]
        assert told and all(one.endswith(".") and len(one) <= LONGEST for one in told), told
    return answer.status_code


def made_up(path: str, mode: GenerationMode, examples: int) -> Any:
    """A test of this operation, to be called with the afternoon and who sends."""
    strategy: st.SearchStrategy[Case[Any]] = OPERATIONS[path].as_strategy(generation_mode=mode)

    def sends(debating: Afternoon, who: tuple[str, str]) -> None:
        statuses: list[int] = []

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=(Phase.generate,),
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def each(case: Case[Any]) -> None:
            if case.media_type == "application/json":
                statuses.append(answered(debating.served, case, who))

        each()
        assert len([status for status in statuses if status]) >= examples // 4, "requests really were sent"
        if who == ("nobody", ""):
            assert set(statuses) <= {0, 401, 404}, "whoever is not signed in is asked who they are"

    return sends


@pytest.mark.parametrize("path", list(OPERATIONS)[::4])
def test_p42_requests_made_up_from_the_document_are_answered(debating: Afternoon, path: str) -> None:
    """A few at every fourth act: `test_bad_input.py` goes through all fields of all acts."""
    made_up(path, GenerationMode.POSITIVE, 2)(debating, CHAIR)
    made_up(path, GenerationMode.NEGATIVE, 2)(debating, CHAIR)


@pytest.mark.long
@pytest.mark.parametrize("who", [CHAIR, ("delegate", "argentina"), ("nobody", "")], ids=lambda who: who[0])
@pytest.mark.parametrize("path", OPERATIONS)
def test_p42_many_requests_made_up_from_the_document_are_answered(
    debating: Afternoon, path: str, who: tuple[str, str]
) -> None:
    many = int(os.environ.get("PLACARD_TEST_EXAMPLES", "25"))
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        made_up(path, mode, many)(debating, who)
