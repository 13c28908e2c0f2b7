"""The rules step of the organizer's road: what ships may be chosen, and nothing that is typed is lost."""

from __future__ import annotations

from pathlib import Path

import httpx2 as httpx
import pytest

from app.founding import SAMPLE
from app.procedure import rulebook_files
from tests.served import Served
from tests.web.preparing_road import begin, page, send, version

HARVARD = Path(str(rulebook_files.__file__)).parent / "rulebooks" / "harvard.toml"


@pytest.fixture(scope="module")
def organizer(served: Served) -> httpx.Client:
    return served.client("organizer")


@pytest.fixture(scope="module")
def rules(organizer: httpx.Client) -> str:
    """The address of a preparation's rules."""
    return f"{begin(organizer, 'iom.txt', SAMPLE.read_bytes())}/rules"


def test_a_rulebook_is_chosen_by_name_and_never_read_from_a_path(
    organizer: httpx.Client, rules: str, tmp_path: Path
) -> None:
    own = tmp_path / "own.toml"
    own.write_text(
        HARVARD.read_text("utf-8").replace('title = "', 'title = "Secret of the disk: ', 1), "utf-8"
    )
    for name in (str(own), str(tmp_path / "none.toml"), "nothing"):
        answer = send(organizer, rules, version=version(organizer, rules), does="choose", rulebook=name)
        assert answer.status_code == 422, name
        assert "Secret of the disk" not in answer.text + page(organizer, rules)
    taken = send(
        organizer, rules, version=version(organizer, rules), does="choose", rulebook="thimun",
        overlays=["security_council"],
    )  # fmt: skip
    assert taken.status_code == 303 and "Security Council" in page(organizer, rules)


@pytest.mark.parametrize("typed", ["--5", "9" * 5000, "٣-", "a while"])
def test_a_number_that_is_none_is_said_in_a_sentence(organizer: httpx.Client, rules: str, typed: str) -> None:
    sent = {"caucuses.longest_total_seconds": typed}
    answer = send(organizer, rules, version=version(organizer, rules), does="set", **sent)
    assert answer.status_code == 422 and "longest_total_seconds" in answer.text
    organizer.cookies.set("language", "es")
    answer = send(organizer, rules, version=version(organizer, rules), does="set", **sent)
    organizer.cookies.delete("language")
    assert "Estas reglas no se pueden usar. El parámetro «" in answer.text


def test_settings_that_are_refused_stand_in_the_form_again(organizer: httpx.Client, rules: str) -> None:
    sent = {"papers.symbol": "DR", "caucuses.longest_total_seconds": "1234"}
    seen = version(organizer, rules)
    answer = send(organizer, rules, version=seen, does="set", **sent)
    assert answer.status_code == 422
    for typed in ('value="1234"', 'value="DR"', 'id="group-caucuses" open'):
        assert typed in answer.text, typed
    assert "1234" not in page(organizer, rules)
    kept = {"caucuses.longest_total_seconds": "1500"}
    assert send(organizer, rules, version=seen, does="set", **kept).status_code == 303
    late = send(organizer, rules, version=seen, does="set", **{"caucuses.longest_total_seconds": "1600"})
    assert late.status_code == 409 and 'value="1600"' in late.text and "another window" in late.text
    assert 'value="1500"' in page(organizer, rules)
