"""The table of delegations over HTTP: files looked at and taken, rosters of bodies and earlier committees."""

from __future__ import annotations

from html import unescape

import httpx2 as httpx
import pytest

from tests.served import Served
from tests.web.preparing_road import NEW, page, send, version


@pytest.fixture
def organizer(served: Served) -> httpx.Client:
    return served.client("organizer")


def bare(client: httpx.Client) -> str:
    """A preparation without a guide; its address."""
    answer = client.post(NEW, data={"bare": "yes"}, files={"nothing": ("", b"")})
    return str(answer.headers["location"]).removesuffix("/start")


def test_a_file_of_rows_is_looked_at_and_taken_as_a_person_says(organizer: httpx.Client) -> None:
    here = bare(organizer)
    rows = "Nombre;Tipo\nPerú;\nKorea;\nAtlantis;\nMali;reina\n".encode("cp1252")
    shown = unescape(organizer.post(f"{here}/delegations/pasted", files={"file": ("r.csv", rows)}).text)
    assert "Take 3 rows" in shown and "no kind" in shown and "Republic of Korea" in shown
    send(
        organizer, f"{here}/delegations/taken", version=version(organizer, f"{here}/delegations"),
        table=rows.decode("cp1252"), does="add",
        **{"row-3": "Republic of Korea", "row-4": "left out"},
    )  # fmt: skip
    shown = page(organizer, f"{here}/delegations")
    assert "South Korea" in shown and "Peru" in shown and "Atlantis" not in shown


@pytest.mark.parametrize("data", [b"PK\x03\x04workbook", b"\xd0\xcf\x11\xe0old", b"\x00\x01\x02" * 400])
def test_a_file_that_is_no_table_is_refused_in_a_sentence(organizer: httpx.Client, data: bytes) -> None:
    here = bare(organizer)
    answer = organizer.post(f"{here}/delegations/pasted", files={"file": ("r.xlsx", data)})
    assert answer.status_code == 422 and "no CSV" in answer.text
    large = organizer.post(f"{here}/delegations/pasted", files={"file": ("r.csv", b"France\n" * 80_000)})
    assert large.status_code == 422 and "too large" in large.text


def test_a_roster_of_a_body_and_of_an_earlier_committee(served: Served, organizer: httpx.Client) -> None:
    here = bare(organizer)
    whole = f"{here}/delegations/whole"

    def press(does: str, roster: str = "") -> str:
        seen = version(organizer, f"{here}/delegations")
        answer = send(organizer, whole, version=seen, does=does, roster=roster)
        return unescape(answer.text) if answer.status_code == 422 else page(organizer, f"{here}/delegations")

    assert press("instead", "template:security_council").count("with a veto</td>") == 5
    assert "Choose a body" in press("add", "committee:999")
    assert "Mexico" in press("instead", f"committee:{served.committee}")
    table = organizer.get(f"{here}/delegations.csv")
    assert "attachment" in table.headers["content-disposition"]
    assert "Mexico,Mexico,MX,member" in table.text
