"""Private scoring of the dais: shared by its chairs, lost to nobody."""

from __future__ import annotations

import csv
import io
from concurrent.futures import ThreadPoolExecutor

import httpx2 as httpx
import pytest
from playwright.sync_api import Browser, expect

from tests.scoring import PAGE, Scoring, debate
from tests.served import Served
from tests.web.walk import Noticed, open_page, signed_in


def rule(answer: httpx.Response) -> str:
    return str(answer.json()["refused"][0]["rule"])


@pytest.fixture(scope="module")
def debating(served: Served) -> Served:
    debate(served)
    return served


@pytest.fixture
def scoring(debating: Served) -> Scoring:
    found = Scoring(debating)
    found.erase()
    return found


def test_one_press_beside_the_speaker_scores_it_and_the_same_press_takes_it_back(scoring: Scoring) -> None:
    served = scoring.served
    cockpit = served.client("chair", "dais-1").get(f"{served.here}/chair", headers=PAGE).text
    assert "Score, for the dais alone" in cockpit and "1 speech," in cockpit
    assert scoring.give("dais-1", "4", 0).status_code == 200
    assert scoring.book.points(scoring.one, "speaking") == 4
    assert scoring.give("dais-1", "", 1).status_code == 200
    assert scoring.book.points(scoring.one, "speaking") is None
    assert scoring.book.total(scoring.one) is None


def test_co_chairs_and_assistants_see_the_same_and_nobody_overwrites_unseen(scoring: Scoring) -> None:
    assert scoring.give("dais-1", "4", 0).status_code == 200
    late = scoring.give("dais-2", "2", 0)
    assert (late.status_code, rule(late)) == (409, "score.changed_meanwhile")
    assert scoring.book.points(scoring.one, "speaking") == 4
    assert scoring.give("dais-2", "4", 0).status_code == 200, "who agrees is not in the way"
    assert scoring.give("assistant", "2", 1).status_code == 200
    assert scoring.give("dais-1", "", 2).status_code == 200
    assert rule(scoring.give("dais-2", "5", 1)) == "score.changed_meanwhile", "taken back is a change too"


def test_of_two_chairs_at_the_same_moment_one_scores_and_the_other_is_told(scoring: Scoring) -> None:
    with ThreadPoolExecutor(2) as both:
        for turn in range(5):
            version = scoring.book.scores[scoring.one, "diplomacy"].version if turn else 0
            points = (str(turn % 2), str(turn % 2 + 2))
            tries = [
                both.submit(scoring.give, by, wanted, version, criterion="diplomacy")
                for by, wanted in zip(("dais-1", "dais-2"), points, strict=True)
            ]
            assert sorted(one.result().status_code for one in tries) == [200, 409]


def test_remarks_of_two_chairs_stand_side_by_side(scoring: Scoring) -> None:
    for by in ("dais-1", "dais-2"):
        assert (
            scoring.post(by, "scores/remarks", seat=scoring.one, remark=f"Noted by {by}").status_code == 200
        )
    assert [one.text for one in scoring.book.remarks[scoring.one]] == ["Noted by dais-1", "Noted by dais-2"]
    press = "e" * 32
    for _ in range(2):
        scoring.post("dais-1", "scores/remarks", seat=scoring.one, remark="Once", command_id=press)
    assert len(scoring.book.remarks[scoring.one]) == 3
    key = scoring.book.remarks[scoring.one][0].key
    assert scoring.post("dais-2", f"scores/remarks/{key}/removal").status_code == 200
    assert [one.text for one in scoring.book.remarks[scoring.one]] == ["Noted by dais-2", "Once"]


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"points": "6"}, "score.points"),
        ({"points": "-1"}, "score.points"),
        ({"criterion": "charm"}, "score.unknown"),
        ({"seat": "dais-2"}, "score.unknown"),
    ],
)
def test_what_is_no_score_is_refused_in_a_sentence(
    scoring: Scoring, fields: dict[str, str], why: str
) -> None:
    usual = {"seat": scoring.one, "criterion": "speaking", "points": "3", "version": "0"}
    assert rule(scoring.post("dais-1", "scores", **{**usual, **fields})) == why
    assert (
        rule(scoring.post("dais-1", "scores/remarks", seat=scoring.one, remark=" ")) == "remark.needs_words"
    )


def test_the_table_as_csv_has_points_speeches_and_remarks_and_runs_nothing(scoring: Scoring) -> None:
    scoring.give("dais-1", "4", 0)
    scoring.post("dais-1", "scores/remarks", seat=scoring.one, remark="=HYPERLINK(1)")
    answer = scoring.served.client("chair", "dais-2").get(f"{scoring.served.here}/scores.csv")
    assert answer.headers["content-type"].startswith("text/csv")
    assert "no-store" in answer.headers["cache-control"]
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    name = scoring.served.house.names(scoring.served.committee)[scoring.one]
    row = next(one for one in rows if one["Delegation"] == name)
    assert (row["Speaking"], row["Total"], row["Speeches"]) == ("4", "4", "1")
    assert row["Remarks"] == "'=HYPERLINK(1)", "no spreadsheet runs it"
    assert len(rows) == len(scoring.served.members()) + sum(
        seat.kind not in ("member", "chair", "assistant")
        for seat in scoring.served.room().floor.seats.values()
    )


def test_a_delegation_is_scored_on_the_page_as_well_and_the_page_is_drawn_again(scoring: Scoring) -> None:
    served = scoring.served
    answer = scoring.post(
        "dais-1",
        "scores",
        seat=scoring.other,
        criterion="writing",
        points="5",
        version="0",
        page_of=scoring.other,
    )
    assert answer.json()["see"] == f"{served.here}/scores?seat={scoring.other}"
    page = (
        served.client("chair", "dais-2").get(f"{served.here}/scores?seat={scoring.other}", headers=PAGE).text
    )
    assert 'aria-label="Writing: 5"' in page and "5 points" in page


def test_the_chair_or_the_organizer_says_what_is_scored(scoring: Scoring) -> None:
    served = scoring.served
    scoring.give("dais-1", "5", 0)
    version = str(scoring.book.version)
    form = {"key": ["speaking", "", ""], "name": ["Speeches", "Teamwork", ""], "most": ["3", "10", "5"]}
    posted = {"command_id": "a" * 16, "version": version, **form}
    organizer = served.client("organizer")
    assert organizer.get(f"{served.here}/rubric", headers=PAGE).status_code == 200
    assert organizer.post(f"{served.here}/rubric", json=posted).status_code == 200
    assert [(one.name, one.most) for one in scoring.book.rubric] == [("Speeches", 3), ("Teamwork", 10)]
    assert scoring.book.points(scoring.one, "speaking") == 3, "what was above the most is the most"
    assert rule(organizer.post(f"{served.here}/rubric", json=posted)) == "rubric.changed_meanwhile"
    assert served.client("assistant").post(f"{served.here}/rubric", json=posted).status_code == 403
    empty = {**posted, "version": str(scoring.book.version), "name": ["", "", ""]}
    assert rule(organizer.post(f"{served.here}/rubric", json=empty)) == "rubric.no_criteria"


def test_nothing_is_erased_by_a_slip(scoring: Scoring) -> None:
    scoring.give("dais-1", "3", 0)
    assert rule(scoring.post("dais-1", "scores/erasure")) == "scores.not_sure"
    assert scoring.book.total(scoring.one) == 3


@pytest.mark.browser
def test_a_remark_that_is_being_typed_stays_with_its_delegation_when_the_next_one_speaks(
    scoring: Scoring, chromium: Browser
) -> None:
    served, noticed = scoring.served, Noticed()
    with signed_in(chromium, served, "chair", noticed, viewport={"width": 1366, "height": 768}) as context:
        page = context.new_page()
        open_page(page, served, f"{served.here}/chair")
        page.keyboard.press("s")
        page.locator(f"#remark-{scoring.one}").fill("Half a remark")
        served.do("chair", "/speeches/end", "dais-1", seat=scoring.one)
        served.do("chair", "/speeches", "dais-1", seat=scoring.other, after="")
        expect(page.locator(f"#scored-{scoring.other}")).to_be_visible()
        typed = page.locator(f"#remark-{scoring.one}")
        expect(typed).to_have_value("Half a remark")
        expect(typed).to_be_focused()
        typed.press("Enter")
        expect(page.locator(f"#scored-{scoring.one} .remarks")).to_contain_text("Half a remark")
        page.locator(f"#score-{scoring.other}-{scoring.book.rubric[0].key}-2").click()
        expect(
            page.get_by_role("button", name=f"{scoring.book.rubric[0].name}: 2", pressed=True)
        ).to_be_visible()
    assert list(scoring.book.remarks) == [scoring.one]
    assert scoring.book.total(scoring.other) == 2
    assert noticed.bad() == {}
