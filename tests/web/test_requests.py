"""Requests that no page sends: of no known kind, with fields that are none; each gets a sentence, no more."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest

from tests.served import Served
from tests.web.saying import sentences

PRESS = "0123456789abcdef"
JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def as_json(**given: Any) -> bytes:
    return json.dumps({"command_id": PRESS, **given}).encode()


REQUESTS: dict[str, tuple[str, dict[str, str], bytes, int, str]] = {
    # what it is: path, headers, body, status, the rule that is named
    "nothing at all": ("/motions", {}, b"", 422, "body.kind"),
    "no kind": ("/motions", {}, as_json(kind="recess"), 422, "body.kind"),
    "plain text": ("/motions", {"Content-Type": "text/plain"}, as_json(), 422, "body.kind"),
    "a file": ("/motions", {"Content-Type": "multipart/form-data; boundary=x"}, b"--x--", 422, "body.kind"),
    "XML": ("/motions", {"Content-Type": "application/xml"}, b"<kind/>", 422, "body.kind"),
    "no JSON": ("/motions", JSON, b"{", 422, "body.not_json"),
    "a list": ("/motions", JSON, b"[1]", 422, "body.not_json"),
    "a number": ("/motions", JSON, b"7", 422, "body.not_json"),
    "null": ("/motions", JSON, b"null", 422, "body.not_json"),
    "not UTF-8": ("/motions", JSON, b'{"kind": "\xff\xfe"}', 422, "body.not_json"),
    "half a character": ("/motions", JSON, b'{"kind": "\\ud800"}', 422, "body.not_json"),
    "half a character as a name": ("/motions", JSON, b'{"\\ud800": 1}', 422, "body.not_json"),
    "NaN": ("/motions", JSON, b'{"total_seconds": NaN}', 422, "body.not_json"),
    "Infinity": ("/motions", JSON, b'{"total_seconds": -Infinity}', 422, "body.not_json"),
    "a number of 5,000 digits": ("/motions", JSON, b'{"a": ' + b"9" * 5000 + b"}", 422, "body.not_json"),
    "a form with too many fields": ("/motions", FORM, b"a=1&" * 500, 422, "body.not_form"),
    "a form that is not UTF-8": ("/motions", FORM, b"kind=\xff", 422, "body.not_form"),
    "a field that is not there": ("/motions", JSON, as_json(kind="x", sudo=1), 422, "field.unknown"),
    "the actor in the body": ("/roll-calls", JSON, as_json(by="dais-1"), 422, "field.unknown"),
    "a field of the path in the body": (
        "/votes/3/closure",
        JSON,
        as_json(vote=4),
        422,
        "field.unknown",
    ),
    "a missing field": ("/motions", JSON, as_json(), 422, "field.missing"),
    "a wrong number": ("/motions", JSON, as_json(kind="x", total_seconds="ten"), 422, "field.wrong"),
    "a number that is not whole": (
        "/motions",
        JSON,
        as_json(kind="x", total_seconds=1.5),
        422,
        "field.wrong",
    ),
    "a word in the path": ("/votes/third/closure", JSON, as_json(), 422, "field.wrong"),
    "no press": ("/roll-calls", JSON, b"{}", 422, "command_id.form"),
    "a press that is too short": ("/roll-calls", JSON, b'{"command_id": "1234567"}', 422, "command_id.form"),
    "a press that is too long": (
        "/roll-calls",
        JSON,
        json.dumps({"command_id": "1" * 65}).encode(),
        422,
        "command_id.form",
    ),
    "a press with a hyphen": ("/roll-calls", JSON, b'{"command_id": "time-up-1"}', 422, "command_id.form"),
    "a press in other digits": (
        "/roll-calls",
        JSON,
        json.dumps({"command_id": "٠١٢٣٤٥٦٧"}).encode(),
        422,
        "command_id.form",
    ),
    "a press that is a number": ("/roll-calls", JSON, b'{"command_id": 12345678}', 422, "command_id.form"),
    "a press that is a list": ("/roll-calls", JSON, b'{"command_id": ["12345678"]}', 422, "command_id.form"),
    "a reason that is a number": ("/roll-calls", JSON, as_json(insist=7), 422, "field.wrong"),
    "a reason that is too long": ("/roll-calls", JSON, as_json(insist="x" * 201), 422, "text.too_long"),
    "a way back that is a list": ("/roll-calls", JSON, as_json(back=["/"]), 422, "field.wrong"),
    "an act that is none": ("/abdications", JSON, as_json(), 404, "address.unknown"),
    "more than enough for an act that is none": ("/abdications", JSON, b" " * 2**20, 404, "address.unknown"),
}


@pytest.mark.parametrize("name", REQUESTS)
def test_a_request_that_does_not_fit_gets_a_sentence_and_changes_nothing(served: Served, name: str) -> None:
    path, headers, body, status, rule = REQUESTS[name]
    before = served.head()
    answer = served.client("chair", "dais-1").post(served.here + path, content=body, headers=headers)
    assert answer.status_code == status, answer.text
    assert [one["rule"] for one in answer.json()["refused"]] == [rule]
    assert sentences(answer)
    assert served.head() == before


@pytest.mark.parametrize("committee", [0, 99, 10**30])
def test_a_committee_that_is_not_there_is_no_fault_of_the_server(served: Served, committee: int) -> None:
    for role in ("organizer", "chair", "nobody"):
        client = served.client(role)
        for path in ("/", "/chair", "/floor", "/projector", "/minutes", "/papers", "/floor.json", "/live"):
            answer = client.get(f"/committees/{committee}{path}", headers={"Accept": "text/html"})
            assert answer.status_code in (303, 401, 403, 404), (role, path, answer.status_code)
        answer = client.post(f"/committees/{committee}/roll-calls", json={"command_id": PRESS})
        assert answer.status_code in (401, 403, 404), (role, answer.text)
        assert sentences(answer)
    answer = served.client("organizer").post(f"/organizer/committees/{committee}/codes")
    assert answer.status_code == 404, answer.text


def test_a_form_gets_a_page_with_the_sentence_and_a_form_in_order_leads_back(served: Served) -> None:
    client = served.client("chair", "dais-1")
    page = {"Accept": "text/html"}
    refused = client.post(f"{served.here}/motions", data={"command_id": PRESS}, headers=page)
    assert refused.status_code == 422
    assert "The field “kind” is missing." in refused.text
    for back, leads in (
        (f"{served.here}/chair", f"{served.here}/chair"),
        ("https://evil.example/", f"{served.here}/"),
        ("//evil.example/", f"{served.here}/"),
        (f"{served.here}\\..\\evil", f"{served.here}/"),
        (f"{served.here}/x\r\nSet-Cookie: a=b", f"{served.here}/"),
    ):
        given = {"command_id": PRESS, "back": back}
        answer = client.post(f"{served.here}/roll-calls", data=given, headers=page, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, leads)
        assert "set-cookie" not in answer.headers


def test_a_fault_of_the_software_shows_a_sentence_and_nothing_of_the_inside(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*_: object) -> None:
        raise RuntimeError("the inside of the software")

    monkeypatch.setattr(served.house.presses, "take", break_down)
    with contextlib.closing(served.joined(served.code("chair", "dais-2"))) as client:  # it is cut off
        answer = client.post(f"{served.here}/roll-calls", json={"command_id": PRESS})
    assert answer.status_code == 500
    assert sentences(answer)
    assert "inside" not in answer.text and "Traceback" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
