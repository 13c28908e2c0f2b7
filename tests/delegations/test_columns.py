"""Tables of several columns, blocs in small letters, headings in small letters in a text without gaps."""

import pytest

from delegations.study_guides.guide import StudyGuide
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand

COVER = "Committee on Fisheries\n\nTopic A: Empty Nets\n\nTopic B: Drying Rivers\n\nCountry Positions\n\n"
NETS, RIVERS = "It counts its ships and asks others to do so.", "It built three dams and shares none of them."


def understood(text: str) -> StudyGuide:
    return understand(read(text.encode(), "guide.txt"))


@pytest.mark.parametrize(
    "head",
    [
        "Country\tTopic A\tTopic B",
        "Country\tPosition on Topic A\tPosition on Topic B",
        "Country\tTopic A: Empty Nets\tTopic B: Drying Rivers",
        "Delegation\tEmpty nets\tDrying rivers",
        "País\tTema A\tTema B",
    ],
)
def test_a_column_for_each_topic_gives_a_position_on_each(head: str) -> None:
    guide = understood(f"{COVER}{head}\nGhana\t{NETS}\t{RIVERS}\nChile\t{RIVERS}\t{NETS}\n")
    said = {one.iso2: [(each.topic, each.text) for each in one.positions] for one in guide.stakeholders}
    assert said == {
        "GH": [("Empty Nets", NETS), ("Drying Rivers", RIVERS)],
        "CL": [("Empty Nets", RIVERS), ("Drying Rivers", NETS)],
    }


def test_an_empty_cell_is_no_position() -> None:
    rows = f"Country\tTopic A\tTopic B\nGhana\t{NETS}\t\nChile\t\t{NETS}\n"
    said = {one.iso2: [each.topic for each in one.positions] for one in understood(COVER + rows).stakeholders}
    assert said == {"GH": ["Empty Nets"], "CL": ["Drying Rivers"]}


def test_a_number_before_the_name_is_no_column() -> None:
    rows = f"No\tCountry\tTopic A\tTopic B\n1\tGhana\t{NETS}\t{RIVERS}\n2.\tChile\t{RIVERS}\t{NETS}\n"
    said = [[each.text for each in one.positions] for one in understood(COVER + rows).stakeholders]
    assert said == [[NETS, RIVERS], [RIVERS, NETS]]


def test_a_column_of_facts_is_no_part_of_the_position() -> None:
    rows = f"Country\tRegion\tPosition\nGhana\tAfrica\t{NETS}\nChile\tSouth America\t{RIVERS}\n"
    assert [one.positions[0].text for one in understood(COVER + rows).stakeholders] == [NETS, RIVERS]


def test_columns_without_a_topic_are_one_position() -> None:
    rows = f"Country\tInterests\tProposals\nGhana\t{NETS}\t{RIVERS}\nChile\t{RIVERS}\t{NETS}\n"
    assert [one.positions[0].text for one in understood(COVER + rows).stakeholders] == [
        f"{NETS} {RIVERS}",
        f"{RIVERS} {NETS}",
    ]


def test_topics_of_positions_are_written_as_in_the_list_of_topics() -> None:
    text = (
        f"Committee on Fisheries\n\nContents\nTopic A: Empty Nets ..... 3\n\nTOPIC A: EMPTY NETS\n\n"
        f"Country Positions\n\nGhana: {NETS}\n\nChile: {RIVERS}\n"
    )
    guide = understood(text)
    assert {each.topic for one in guide.stakeholders for each in one.positions} == set(guide.topics)


def test_a_bloc_in_small_letters_is_known_by_its_members() -> None:
    text = f"{COVER}Southern fishing states (Chile, Peru, Ghana): {NETS}\n\nCoast (Fiji, Palau): {RIVERS}\n"
    blocs = [(one.display_name, one.kind, one.members) for one in understood(text).stakeholders]
    assert blocs == [
        ("Southern fishing states", "bloc", ("CL", "PE", "GH")),
        ("Coast", "bloc", ("FJ", "PW")),
    ]


def test_a_chapters_title_in_small_letters_is_one_without_any_empty_line() -> None:
    filler = "The committee met for the first time in a harbour, and it meets there every year since.\n"
    text = (
        "Committee on Fisheries\nTopic: Empty nets\nIntroduction\n"
        + filler * 8
        + "Delegations and their positions\nRepublic of Ghana (Member)\n"
        + f"{NETS}\nRepublic of Chile (Observer)\n{RIVERS}\nReferences\nSea Office, 2020.\n"
    )
    assert [one.iso2 for one in understood(text).stakeholders] == ["GH", "CL"]
