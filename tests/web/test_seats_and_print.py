"""Codes one by one, the sheets of a committee, and the people who were assigned: only for organizers."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import httpx2 as httpx
import pytest

from app.access import CodeWithdrawn
from tests.printing.pages import texts
from tests.served import Served

PEOPLE = "/organizer/people"


@pytest.fixture
def organizer(served: Served) -> httpx.Client:
    return served.client("organizer")


def codes_on(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return re.findall(r'class="seatcode">([^<]+)<', answer.text)


def send(client: httpx.Client, path: str, **fields: str) -> httpx.Response:
    return client.post(path, data=fields, headers={"Accept": "text/html"})


def test_one_code_is_made_again_and_all_others_stay(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        organizer, access = served.client("organizer"), served.house.access
        made = send(organizer, f"/organizer{served.here}/codes", role="delegate", seat="ghana")
        (code,) = codes_on(made)
        assert "every other code stays good" in made.text
        assert served.ask(access.claim(code)).holder.seat_key == "ghana"
        with pytest.raises(CodeWithdrawn):
            served.ask(access.claim(served.code("delegate", "ghana")))
        assert served.ask(access.claim(served.code("delegate", "peru"))).holder.seat_key == "peru"
        seats = organizer.get(f"/organizer{served.here}/seats", headers={"Accept": "text/html"}).text
        assert seats.count("signed in on 1 device") == 2
        for role, seat in (("delegate", "atlantis"), ("organizer", ""), ("king", "")):
            assert send(organizer, f"/organizer{served.here}/codes", role=role, seat=seat).status_code == 404


def test_all_codes_at_once_and_their_cards_as_pdf(tmp_path: Path) -> None:
    with Served(tmp_path / "data") as served:
        organizer = served.client("organizer")
        page = send(organizer, f"/organizer{served.here}/codes")
        assert len(codes_on(page)) == 34 + 1 + 3 + 2
        found = re.search(r'name="codes" value="([^"]+)"', page.text)
        assert found is not None
        pdf = organizer.post("/organizer/invites.pdf", data={"codes": found[1]})
        assert "attachment" in pdf.headers["content-disposition"]
        shown = " ".join(texts(pdf.content)).replace("\xa0", " ")
        assert all(code in shown for code in codes_on(page))
        assert "Organizer" in texts(pdf.content)[0] and "Ghana" not in texts(pdf.content)[0]
        bad = organizer.post("/organizer/invites.pdf", data={"codes": served.code("chair", "dais-1")})
        assert bad.status_code == 410 and "Make new ones" in bad.text


def test_placards_and_badges_of_a_committee(served: Served, organizer: httpx.Client) -> None:
    placards = organizer.get(f"/organizer{served.here}/placards.pdf")
    assert placards.headers["content-type"] == "application/pdf"
    pages = texts(placards.content)
    assert len(pages) == 34 and "Argentina" in pages[1] and "NGO" in pages[0]
    badges = " ".join(texts(organizer.get(f"/organizer{served.here}/badges.pdf").content))
    assert badges.count("Chair") == 2 and "Ghana" in badges
    assert organizer.get("/organizer/committees/999/placards.pdf").status_code == 404


def test_people_are_looked_at_taken_printed_and_erased(served: Served, organizer: httpx.Client) -> None:
    rows = (
        "Name;Delegation\nFirst Student;Ghana\nSecond Student;Gold Coast\nThird;Atlantis\n=1+1;Peru\n;Chad\n"
    )
    asked = unescape(organizer.post(f"{PEOPLE}/pasted", files={"file": ("p.csv", rows.encode())}).text)
    assert "Take 2 rows" in asked and "“Atlantis” has no seat there" in asked
    assert "First Student" not in organizer.get(PEOPLE).text
    for _ in range(2):  # the same list again adds nobody
        assert send(organizer, f"{PEOPLE}/taken", table=rows).status_code == 303
    listed = organizer.get(PEOPLE).text
    assert listed.count("<bdi>First Student</bdi>") == listed.count("<bdi>Second Student</bdi>") == 1
    badges = " ".join(texts(organizer.get(f"/organizer{served.here}/badges.pdf").content))
    assert "First Student" in badges and badges.count("Ghana") == 2
    person = re.search(r'name="person" value="(\d+)"', listed)
    assert person is not None
    send(organizer, f"{PEOPLE}/erasure", person=person[1])
    assert organizer.get(PEOPLE).text.count('name="person"') == 1
    send(organizer, f"{PEOPLE}/erasure", all="yes")
    assert not [line for line in served.dump() if "Student" in line]
    assert served.client("delegate", "ghana").get(f"{served.here}/seat").status_code == 200


def test_a_name_never_reaches_the_record_or_another_page(served: Served, organizer: httpx.Client) -> None:
    send(organizer, f"{PEOPLE}/taken", table="name,delegation\nCanary Surname,Peru\nCanary Chair,Chair\n")
    for role, seat in (("chair", "dais-1"), ("delegate", "peru"), ("observer", "")):
        for path in ("floor", "floor.json", "minutes", "papers", "profiles/peru"):
            assert "Canary" not in served.client(role, seat).get(f"{served.here}/{path}").text
    assert not [line for line in served.dump() if "Canary" in line and 'INTO "minute"' in line]


def test_nobody_but_an_organizer_prints_or_names(served: Served) -> None:
    for role, seat in (("chair", "dais-1"), ("delegate", "ghana"), ("observer", ""), ("nobody", "")):
        client = served.client(role, seat)
        for path in (f"{served.here}/seats", f"{served.here}/placards.pdf", "/badges.pdf", "/people"):
            assert client.get(f"/organizer{path}").status_code in (401, 403), (role, path)
        for path in (f"{served.here}/codes", "/codes", "/invites.pdf", "/people/taken", "/people/erasure"):
            assert client.post(f"/organizer{path}", data={"all": "y"}).status_code in (401, 403), (role, path)
