"""From a guide to a roster and to what each delegation reads; from a table of names to a preview."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from delegations.library import article, is_article
from delegations.mentions import countries_in
from delegations.profiles import from_json, profiles_from, to_json, two_lines
from delegations.roster import Delegation, all_members, roster_from
from delegations.roster_table import roster_from_csv
from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

GUIDE = """International Maritime Organization

Topic: Ships that Leave No Trace

Background

Greek owners and Ghana's harbours both wait for rules. In 2018 the members adopted a first plan.

Country positions

The Gambia: Its harbour at Banjul is small. It would like to see slow steaming rewarded before anything else.

Greece and Cyprus

Their owners run a large part of the world's fleet. They ask for one price for all (Lloyd, 2021).

Ghana: It points to A/RES/76/296 and asks for help with cleaner harbours.

NGOs

Clean Sea Foundation (CSF): It wants a ban on heavy oil.

Guiding questions

1. Who pays?
2. How can a harbour in Ghana be made clean?
"""


@pytest.fixture(scope="module")
def guide() -> StudyGuide:
    return understand(read(GUIDE.encode(), "ships.txt"))


def test_a_heading_of_two_states_seats_two_delegations(guide: StudyGuide) -> None:
    roster = roster_from(guide)
    assert [(one.order, one.key, one.kind, one.iso2) for one in roster] == [
        (1, "csf", "ngo", None),
        (2, "cyprus", "member", "CY"),
        (3, "gambia", "member", "GM"),
        (4, "ghana", "member", "GH"),
        (5, "greece", "member", "GR"),
    ]


def test_a_profile_holds_what_the_guide_says_of_one_delegation(guide: StudyGuide) -> None:
    profiles = profiles_from(guide, roster_from(guide))
    assert profiles["greece"].position == profiles["cyprus"].position
    assert profiles["greece"].shared_with == ("Greece and Cyprus",)
    assert [source.text for source in profiles["cyprus"].citations] == ["Lloyd, 2021"]
    ghana = profiles["ghana"]
    assert [item.symbol for item in ghana.instruments] == ["A/RES/76/296"]
    assert ghana.questions == ("How can a harbour in Ghana be made clean?", "Who pays?")
    assert "Background" in [mention.title for mention in ghana.sections]
    assert (
        ghana.line
        == GUIDE.splitlines().index(
            "Ghana: It points to A/RES/76/296 and asks for help with cleaner harbours."
        )
        + 1
    )
    assert from_json(json.loads(json.dumps(to_json(ghana)))) == ghana


def test_two_lines_are_whole_sentences_or_end_at_a_word(guide: StudyGuide) -> None:
    gambia = profiles_from(guide, roster_from(guide))["gambia"]
    assert two_lines(gambia, 40) == "Its harbour at Banjul is small."
    assert two_lines(gambia, 20) == "Its harbour at…"
    assert two_lines(gambia).endswith("anything else.")


def test_observer_states_sit_as_observers() -> None:
    guide = understand(read(b"Country positions\n\nHoly See: It prays.\n\nChad: It waits.\n", "a.txt"))
    assert {one.key: one.kind for one in roster_from(guide)} == {"chad": "member", "holy-see": "observer"}


def test_all_members_have_keys_of_their_own_and_stand_in_order() -> None:
    roster = all_members()
    assert len({one.key for one in roster}) == 193
    assert [roster[0].key, roster[-1].key] == ["afghanistan", "zimbabwe"]


def test_a_table_is_previewed_row_by_row() -> None:
    present = (
        Delegation("ghana", "Ghana", "Ghana", "GH", "member", 1),
        Delegation("peru", "Peru", "Peru", "PE", "observer", 2),
    )
    table = "name,iso2,kind\nGhana,GH,\nPeru,,member\nFrance,,\nKorea,,\nAtlantis,,\n"
    table += "Mali,QQ,\n,FR,\nMali,,queen\nGhana,,\n"
    rows = roster_from_csv(table, present)
    assert [row.status for row in rows] == [
        "unchanged", "changed", "new", "warning", "warning", "error", "error", "error", "error",
    ]  # fmt: skip
    assert "Republic of Korea" in rows[3].message
    assert rows[0].number == 2


def test_a_pasted_list_is_a_table_too() -> None:
    rows = roster_from_csv("Ghana\nTürkiye\nThe Republic of Korea (South Korea)\n")
    assert [(row.status, row.delegation and row.delegation.iso2) for row in rows] == [
        ("new", "GH"), ("new", "TR"), ("new", "KR"),
    ]  # fmt: skip
    assert roster_from_csv("") == ()


@given(st.text(max_size=400))
def test_any_table_at_all_gets_a_row_for_each_line(text: str) -> None:
    assert all(row.delegation or row.message for row in roster_from_csv(text))


def test_an_article_names_whom_it_speaks_of(guide: StudyGuide) -> None:
    text = "Harbour reopens in Accra\n\nThe Ghanaian port, closed since May, follows A/RES/76/296. "
    text += "Let us wait for turkey and Turkey.\n"
    read_text = read(text.encode(), "news.txt")
    item = article(read_text, roster_from(guide))
    assert (item.title, item.delegations, item.instruments) == (
        "Harbour reopens in Accra",
        ("ghana",),
        ("A/RES/76/296",),
    )
    assert article(read_text).delegations == ("ghana", "turkiye")
    assert is_article(understand(read_text))
    assert not is_article(guide)


def test_mentions_are_names_and_demonyms_with_a_capital() -> None:
    found = countries_in(
        "Haitians left the U.S.; Mexico's minister told us that New Zealanders and the Dutch agreed."
    )
    assert [country.iso2 for country in found] == ["HT", "US", "MX", "NL"]


def test_a_sample_guide_gives_everybody_a_profile() -> None:
    path = Path(__file__).parents[2] / "delegations/study_guides/samples/iom_deportation.txt"
    if not path.exists():
        pytest.skip("the sample guide is not there yet")
    guide = understand(read(path.read_bytes(), path.name))
    profiles = profiles_from(guide, roster_from(guide))
    assert len(profiles) == 34
    assert all(profile.position for profile in profiles.values())


def test_nobody_sits_for_a_heading_that_names_no_single_organization() -> None:
    said = "Some of the most active bodies in this field are small, and know it better than a ministry does."
    text = f"Key Stakeholders\n\nGhana\n\nIt waits.\n\nNGOs and Civil Society\n\n{said}\n"
    guide = understand(read(text.encode(), "guide.txt"))
    assert [one.kind for one in guide.stakeholders] == ["country", "ngo"]
    assert [one.key for one in roster_from(guide)] == ["ghana"]
