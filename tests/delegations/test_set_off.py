"""How guides set their stakeholders off: cards, numbers, counts, offices, and siblings that no list knows."""

import pytest

from delegations.study_guides.guide import Stakeholder
from delegations.study_guides.reading import read
from delegations.study_guides.understanding import understand


def stakeholders(guide: str, name: str = "guide.txt") -> list[Stakeholder]:
    return list(understand(read(guide.encode(), name)).stakeholders)


def said(guide: str, name: str = "guide.txt") -> list[tuple[str, str]]:
    """Who holds which position, by the name that is shown."""
    return [(one.display_name, one.position) for one in stakeholders(guide, name)]


FIELDS = "Country: {}\nCapital: {}\nPosition: {}\n\n"
LINES = "**Country:** {}\n**Capital:** {}\n**Position:** {}\n\n"
TABLE = "| Country | {} |\n|---|---|\n| Capital | {} |\n| Position | {} |\n\n"
HEADED = "### {}\n\nCapital: {}\n\n#### Position\n\n{}\n\n"


@pytest.mark.parametrize(
    ("card", "name"), [(FIELDS, "guide.txt"), (LINES, "guide.md"), (TABLE, "guide.md"), (HEADED, "guide.md")]
)
def test_a_card_gives_its_position_without_label_and_facts(card: str, name: str) -> None:
    kenya, yemen = "Kenya sprays from planes. It asks for pilots.", "Yemen has no planes. It asks for time."
    cards = card.format("Kenya", "Nairobi", kenya) + card.format("Yemen", "Sana'a", yemen)
    assert said(f"## Country Positions\n\n{cards}", name) == [("Kenya", kenya), ("Yemen", yemen)]


@pytest.mark.parametrize(
    "signs",
    [("2.1 {}", "2.2 {}", "2.3 {}"), ("a) {}", "b) {}", "c) {}"), ("A. {}", "B. {}", "C. {}"), ("> {}",) * 3,
     ("-> {}",) * 3, ("III. {}", "IV. {}", "V. {}"),  ("{}:",) * 3],
    ids=lambda signs: signs[0],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_names_behind_numbers_and_signs_stand_above_their_text(signs: tuple[str, ...], gap: str) -> None:
    names, texts = (
        ("Kenya", "Peru", "Gavi"),
        ("It waits for rain.", "It has fish enough.", "It buys for many."),
    )
    parts = (f"{sign.format(name)}{gap}{text}" for sign, name, text in zip(signs, names, texts, strict=True))
    guide = "Topic: Locusts\n\nCountry Positions\n\n" + "\n\n".join(parts) + "\n"
    assert said(guide) == list(zip(names, texts, strict=True))


@pytest.mark.parametrize(
    "heading",
    [
        "Renew Europe – 98 seats",
        "Renew Europe (98 seats)",
        "Renew Europe, 98 seats",
        "Renew Europe: 98 seats",
    ],
)
def test_seats_in_a_heading_are_no_part_of_name_or_position(heading: str) -> None:
    guide = (
        f"Party Positions\n\n{heading}\nIt defends one market.\n\nGreen Party (67 seats)\nIt counts fish.\n"
    )
    assert said(guide) == [("Renew Europe", "It defends one market."), ("Green Party", "It counts fish.")]


@pytest.mark.parametrize("form", ["{}, {}", "{} – {}", "{} ({})"])
def test_a_person_with_an_office_is_a_person_shown_by_name(form: str) -> None:
    people = (("Ana Kole", "Minister of Finance"), ("Bo Lind", "Admiral of the Fleet"), ("Cia Moor", "Mayor"))
    guide = "## Positions\n\n" + "".join(f"### {form.format(*one)}\n\nWants peace.\n\n" for one in people)
    found = stakeholders(guide, "guide.md")
    assert [(one.kind, one.display_name) for one in found] == [("person", name) for name, _ in people]
    assert [one.name_as_printed for one in found] == [form.format(*one) for one in people]


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        ("Nile Basin Initiative (NBI)", "It plans water works."),
        ("Ocean Cleanup", "Ocean Cleanup fishes with nets."),
        ("Break Free From Plastic", "The movement wants a cap."),
    ],
)
def test_a_body_that_no_list_knows_is_one_among_plain_siblings(heading: str, text: str) -> None:
    guide = f"Key Actors\n\nKenya\n\nIt bans bags.\n\n{heading}\n\n{text}\n\nPeru\n\nIt has fish.\n"
    found = stakeholders(guide)
    assert [one.iso2 for one in found] == ["KE", None, "PE"]
    assert (found[1].kind, found[1].position, found[1].confidence) == ("organization", text, "inferred")


def test_a_label_that_no_list_knows_takes_its_text_from_nobody() -> None:
    guide = "## Key Actors\n\n**Kenya:** It bans bags.\n\n**Break Free From Plastic:** It wants a cap.\n"
    assert said(guide, "guide.md") == [
        ("Kenya", "It bans bags."),
        ("Break Free From Plastic", "It wants a cap."),
    ]


@pytest.mark.parametrize("heading", ["What the council should ask itself", "IV. Was der Rat klären soll"])
def test_a_line_over_nothing_but_questions_ends_the_positions(heading: str) -> None:
    guide = "Country Positions\n\nKenya: It waits.\n\nPeru: It asks.\n\n"
    guide += f"{heading}\n1. Who pays?\n2. Who decides?\n"
    assert said(guide)[-1] == ("Peru", "It asks.")
    assert len(understand(read(guide.encode(), "guide.txt")).questions.guiding) == 2


def test_an_applicant_is_the_state_and_regions_are_blocs() -> None:
    guide = "## Positions of the Parties\n\n### Applicant: Guyana\n\nIt asks.\n\n"
    guide += "### Respondent: Venezuela\n\nIt denies.\n"
    assert [one.iso2 for one in stakeholders(guide, "guide.md")] == ["GY", "VE"]
    regions = "Country Positions\n\nKenya\n\nIt waits.\n\nThe Nordic countries\n\nThey offer pumps.\n"
    assert [one.kind for one in stakeholders(regions)] == ["country", "bloc"]


def test_ligatures_and_soft_hyphens_are_letters() -> None:
    guide = "Country Positions\n\nKenya: The ﬁrst eﬀort is ﬁ\xadnance.\n\nPeru: It oﬀers ﬂour.\n"
    assert [text for _, text in said(guide)] == ["The first effort is finance.", "It offers flour."]
    marked = "## Positions\n\n**Paciﬁc States** want a ﬂeet.\n\n**Peru** waits.\n"
    assert said(marked, "guide.md")[0] == ("Pacific States", "Pacific States want a fleet.")


def test_columns_of_facts_and_members_are_no_position() -> None:
    persons = "| Name | Office | Position |\n|---|---|---|\n| Ana Kole | Mayor | She guards the mint. |\n"
    assert said(f"## Characters\n\n{persons}", "guide.md") == [("Ana Kole", "She guards the mint.")]
    blocs = (
        "| Bloc | Members | Aims | Means |\n|---|---|---|---|\n| Donors | Japan, Peru | Fish. | Money. |\n"
    )
    (bloc,) = stakeholders(f"## Bloc Positions\n\n{blocs}", "guide.md")
    assert (bloc.members, bloc.position) == (("JP", "PE"), "Fish. Money.")
    only = "| Bloc | Members |\n|---|---|\n| Donors | Japan and Peru |\n"
    (bloc,) = stakeholders(f"## Bloc Positions\n\n{only}", "guide.md")
    assert (bloc.members, bloc.position) == (("JP", "PE"), "")


@pytest.mark.parametrize(
    "members",
    ["Japan, Peru,\nKenya and Fiji", "(Japan, Peru,\nKenya and Fiji)", "Members: Japan, Peru, Kenya,\nFiji",
     "Members include Japan, Peru, Kenya and Fiji.", "- Japan\n- Peru\n- Kenya\n- Fiji"],
)  # fmt: skip
@pytest.mark.parametrize("bloc", ["Coastal Bloc", "The Nordic countries", "Latin America and the Caribbean"])
def test_members_of_a_bloc_in_all_their_forms(bloc: str, members: str) -> None:
    guide = f"Bloc Positions\n\n{bloc}\n{members}\n\nThey want caps.\n\nAfrican Group\n\nIt waits.\n"
    first, second = stakeholders(guide)
    assert (first.display_name, first.kind, first.position) == (bloc, "bloc", "They want caps.")
    assert (first.members, second.position) == (("JP", "PE", "KE", "FJ"), "It waits.")


def test_a_conference_named_on_two_pages_is_no_stakeholder() -> None:
    head = "        FLATLANDS MODEL UNITED NATIONS 2025\n\n"
    guide = f"{head}Country Positions\n\nKenya - It waits.\n\n{head}Peru - It asks.\n"
    assert said(guide) == [("Kenya", "It waits."), ("Peru", "It asks.")]


def test_a_name_of_whom_the_text_says_he_or_she_is_a_person() -> None:
    guide = "## Positions\n\n### France\n\nIt waits.\n\n### Dag Hammarskjöld\n\nHe wants a force.\n"
    assert [one.kind for one in stakeholders(guide, "guide.md")] == ["country", "person"]


def test_major_parties_are_actors_and_political_parties_are_parties() -> None:
    guide = "{}\n\nKENYA\n\nIt waits.\n\nPARIS CLUB\n\nIt met in 1956.\n\nFISH LOBBY\n\nThe firm sells.\n"
    assert [one.kind for one in stakeholders(guide.format("Major Parties"))] == [
        "country", "organization", "organization",
    ]  # fmt: skip
    assert [one.kind for one in stakeholders(guide.format("Political Parties"))][2] == "party"
